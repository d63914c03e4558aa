"""A call of projects from a table to the page that sums them up, beside a bare read of the same table."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.project.data import value_at
from advise.reports.screen.fields import Field, head, sheets

from .cold import START, workplace
from .measure import Figure, milliseconds, processes, ratio
from .projects import documents

_BARE = """
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path("call.xlsx")
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""


def figures(kb: KnowledgeBase, runs: int, number: int = 2_000) -> list[Figure]:
    """Measure whole processes by their processor time.

    Args:
        kb: The knowledge base.
        runs: How often each figure and its peer are measured, in turn.
        number: How many projects the call has.
    """
    with workplace() as (folder, environment):
        workbook(folder / "call.xlsx", documents(number, kb.vocabulary), kb)
        screened = [sys.executable, "-c", START, "screen", "call.xlsx", "--quiet", "--lang", "en", "-o"]
        commands = [[*screened, "board.html"], [*screened, "results.xlsx"], [sys.executable, "-c", _BARE]]
        page, book, bare = processes(commands, runs, environment, folder)
    beside = f"bare read by calamine {milliseconds(bare)}"
    return [
        Figure(
            f"{number} projects from .xlsx to the page",
            milliseconds(page),
            beside,
            ratio(page, bare),
            "10x, 10 s",
            ratio(page, bare) <= 10 and min(page) <= 10_000,
        ),
        Figure(f"{number} projects from .xlsx to .xlsx", milliseconds(book), beside, ratio(book, bare)),
    ]


def workbook(path: Path, projects: Iterable[Mapping[str, Any]], kb: KnowledgeBase) -> None:
    """Write projects as the table that people fill in, with the lists on sheets of their own."""
    named = [(f"R{number}", project) for number, project in enumerate(projects, 1)]
    with Workbook(path) as book:
        for sheet in sheets(kb):
            fields = [one for one in sheet.fields if one.role != "names"]
            worksheet = book.add_worksheet(sheet.source or "Projects")
            worksheet.write_row(0, 0, [head(one, kb, "ja") for one in fields])
            row = 0
            for name, project in named:
                listed = [project] if sheet.source is None else value_at(tuple(sheet.source.split(".")), project) or []
                for element in listed:
                    row += 1
                    for column, one in enumerate(fields):
                        cell = name if one.role == "id" else _cell(one, element, project)
                        if cell is not None:
                            worksheet.write(row, column, cell)


def _cell(one: Field, element: Any, project: Any) -> str | int | float | None:
    """Return what somebody would write into a cell."""
    value = value_at(one.way, element)
    if one.fact is not None and one.fact.type == "refs":
        there = value_at(tuple((one.fact.target or "").split(".")), project) or []
        value = [name for name in value or () if name in {other["id"] for other in there}] or None
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, list):
        return "\n".join(map(str, value)) or "0"
    if one.fact is not None and value in one.fact.values:
        return one.fact.values[value]["ja"]
    return value if value is None or isinstance(value, (str, int, float)) else None
