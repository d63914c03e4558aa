"""What happens to a sheet between its being made and its coming back: it is filled in, sorted, saved by another program."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from advise.reports.texts.sheet import COLUMNS

Table = list[list[Any]]
AT = {key: column for column, key in enumerate(COLUMNS)}
SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def tables(path: Path) -> dict[str, Table]:
    """Return what stands in each worksheet."""
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def questions(path: Path) -> dict[str, list[Any]]:
    """Return the rows of a sheet by their ids."""
    rows = (row for table in tables(path).values() for row in table[1:] if len(row) > AT["id"])
    return {row[AT["id"]]: row for row in rows if "@" in str(row[AT["id"]])}


def save(path: Path, found: Mapping[str, Table], *, merged: Mapping[str, tuple[Any, ...]] | None = None) -> None:
    """Save worksheets as another program does: values only; `merged` are cells that were merged, one range on a sheet."""
    with Workbook(path) as book:
        for name, table in found.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(table):
                for column, cell in enumerate(row):
                    if isinstance(cell, str) and cell:
                        sheet.write_string(number, column, cell)
                    elif not isinstance(cell, str):
                        sheet.write(number, column, cell)
            if merged is not None and name in merged:
                sheet.merge_range(*merged[name])


def filled(
    path: Path,
    answers: Mapping[str, Any],
    *,
    whom: Mapping[str, str] | None = None,
    source: Mapping[str, str] | None = None,
    by: str | Mapping[str, str] | None = "",
    change: Callable[[Table], Table] = lambda rows: rows,
) -> Path:
    """Fill a sheet in, by the ids of its rows.

    Args:
        path: The sheet; it is written over.
        answers: What goes into the cells for answers.
        whom: What goes into the cells for who knows.
        source: What goes into the cells for sources.
        by: Who answers, all pages or each; None for what is there.
        change: What else is done to the rows below a head.
    """
    found = tables(path)
    columns: Sequence[tuple[str, Mapping[str, Any]]] = (
        ("answer", answers),
        ("whom", whom or {}),
        ("source", source or {}),
    )
    left = {key for _, values in columns for key in values}
    for table in found.values():
        if any("id" in row for row in table[:1]):
            for row in table[1:]:
                for column, values in columns:
                    if row[AT["id"]] in values:
                        row[AT[column]] = values[row[AT["id"]]]
                left.discard(row[AT["id"]])
            table[1:] = change(table[1:])
        for row in table:
            if by is not None and len(row) > 3 and row[2] == "who":
                row[1] = by if isinstance(by, str) else by.get(row[3], "")
    assert not left, f"no such rows: {left}"
    save(path, found)
    return path


def converted(path: Path, form: str) -> Path:
    """Save a workbook by LibreOffice in another form."""
    assert SOFFICE is not None
    profile = path.parent / "profile"
    target = path.parent / "saved"
    command = [SOFFICE, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", target, path], check=True, capture_output=True, timeout=120)
    return target / f"{path.stem}.{form}"
