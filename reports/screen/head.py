"""The head of a table: the row that names its columns, which columns are known by it, and what is to be told about the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from ...engine.knowledge.model import KnowledgeBase
from ...engine.problems.problem import Texts, excerpt, nearest
from ..sheet.cells import as_text, place
from ..texts import say_both
from .fields import Field, Sheet, folded, sheets
from .table import Table

_ROWS = 10
MOST_COLUMNS = 2_000
_TOLD = 8
"""Heads that are quoted."""


class Headed(Struct, frozen=True):
    """A table whose columns are known.

    Attributes:
        sheet: What its rows are.
        columns: The fields, by column.
        heads: What stands above each column.
        first: The first row below the head.
    """

    table: Table
    sheet: Sheet
    columns: Mapping[int, Field]
    heads: Mapping[int, str]
    first: int


class Heads:
    """Finds the heads of tables.

    Attributes:
        sheets: The tables that the knowledge base has.
    """

    def __init__(self, kb: KnowledgeBase, names: Mapping[str, str] | None = None) -> None:
        """Keep the knowledge base, and what a mapping says of columns: the fact by the head."""
        self.kb = kb
        self.sheets = sheets(kb)
        self.mapped = {folded(name): key for name, key in (names or {}).items()}
        self._by_name = {
            folded(word): sheet
            for sheet in self.sheets[1:]
            for word in (sheet.source or "", *kb.vocabulary.lists[sheet.source or ""].label.values())
        }

    def count(self, cells: Sequence[Any]) -> int:
        """Return how many cells of a row are heads of columns that are known."""
        if len(cells) > MOST_COLUMNS:
            return 0
        return max(len(self._columns(sheet, cells)) for sheet in self.sheets)

    def of(self, table: Table) -> Headed | None:
        """Return a table with its columns; None where no row names any."""
        top = [row[:MOST_COLUMNS] for row in table.rows[:_ROWS]]
        named = self._by_name.get(folded(table.name))
        found: tuple[int, int, Sheet] | None = None
        for number, row in enumerate(top):
            for sheet in [named] if named is not None else self.sheets:
                size = len(self._columns(sheet, row))
                if size and (found is None or size > found[0]):
                    found = size, number, sheet
        if found is None:
            return None
        _, number, sheet = found
        columns = self._columns(sheet, top[number])
        first = number + 1
        while first < len(top) and self._repeats(sheet, top[first], columns):
            first += 1
        heads = {column: as_text(cell).strip() for column, cell in enumerate(top[number])}
        return Headed(table, sheet, columns, heads, first)

    def assumed(self, table: Table) -> Headed | None:
        """Return a table of which no column is known as one of projects, under its first row with several texts."""
        for number, row in enumerate(table.rows[:_ROWS]):
            heads = {column: as_text(cell).strip() for column, cell in enumerate(row[:MOST_COLUMNS])}
            if sum(map(bool, heads.values())) > 1:
                return Headed(table, self.sheets[0], {}, heads, number + 1)
        return None

    def _columns(self, sheet: Sheet, cells: Sequence[Any]) -> dict[int, Field]:
        found: dict[int, Field] = {}
        for column, cell in enumerate(cells):
            if not isinstance(cell, str) or not cell:
                continue
            name = folded(cell)
            field = sheet.names.get(folded(self.mapped[name])) if name in self.mapped else sheet.names.get(name)
            if field is not None:
                found[column] = field
        return found

    def _repeats(self, sheet: Sheet, cells: Sequence[Any], columns: Mapping[int, Field]) -> bool:
        """Tell whether a row below a head says the same once more, as the names of the facts below their labels."""
        again = self._columns(sheet, cells)
        return bool(again) and all(columns.get(column, field) == field for column, field in again.items())

    def notes(self, headed: Headed) -> list[Texts]:
        """Return what is to be told about the columns of a table: those that stand for nothing, and those that are there twice."""
        table, notes = headed.table, []
        seen: dict[str, int] = {}
        for column, field in headed.columns.items():
            first = seen.setdefault(field.key, column)
            if first != column:
                cells = {"cell": table.place(headed.first - 1, column), "other": table.place(headed.first - 1, first)}
                notes.append(say_both("screen.note.twice", head=headed.heads[column], **cells))
        others = {column: text for column, text in headed.heads.items() if text and column not in headed.columns}
        if others:
            names = [f"{letters(column)} “{excerpt(text, 30)}”" for column, text in list(others.items())[:_TOLD]]
            where = table.file if table.is_text else f"{table.file} {table.name}"
            notes.append(say_both("screen.note.columns", table=where, n=len(others), names=", ".join(names)))
            for column, text in others.items():
                close = nearest(folded(text), headed.sheet.names)
                if close is not None and len(notes) < _TOLD:
                    head = headed.sheet.names[close].key
                    notes.append(
                        say_both("screen.note.meant", cell=table.place(headed.first - 1, column), head=text, close=head)
                    )
        return notes


def letters(column: int) -> str:
    """Return what a column is called.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    return place("", 0, column).removeprefix("!").rstrip("1")
