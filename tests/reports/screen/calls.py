"""Calls with several projects, as tables and files, and what is read of the results."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

HEAD = ["id", "project.name", "project.phase", "commitment.declared"]
ROWS: list[list[Any]] = [
    ["R1", "Harbour", "preparation", "no"],
    ["R2", "Snow", "preparation", "yes"],
    ["R3", "Flowers", "idea", ""],
]


def text_table(path: Path, rows: Sequence[Sequence[Any]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """Write a table as a .csv file."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """Write worksheets as another program does."""
    with Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell not in ("", None):
                        sheet.write(number, column, cell)
    return path


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of results."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def verdicts(path: Path) -> dict[str, str]:
    """Return the verdict on each project of a table of results."""
    return {row["id"]: row["verdict"] for row in read(path)}


def document(**facts: Any) -> str:
    """Return a project as it stands in a file of its own; `project_phase` means `project.phase`."""
    data: dict[str, Any] = {}
    for name, value in facts.items():
        head, _, tail = name.partition("_")
        data.setdefault(head, {})[tail] = value
    return json.dumps(data, ensure_ascii=False)


def many(count: int) -> None:
    """Write so many projects, one a line."""
    lines = [json.dumps({"id": f"R{one}", "project": {"phase": "idea"}}) for one in range(count)]
    Path("many.ndjson").write_text("\n".join(lines), encoding="utf-8")
