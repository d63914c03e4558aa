"""The head of a table: the row that names its columns, which columns are known by it, and what is to be told about the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from ...engine.knowledge.model import KnowledgeBase
from ...engine.problems.problem import LANGUAGES, Texts, excerpt, nearest
from ..sheet.cells import as_text
from ..sheet.parts import letters
from ..texts import joined, say, say_both
from .fields import Field, Sheet, folded, head, sheets
from .likeness import Likeness
from .table import InputTable

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

    table: InputTable
    sheet: Sheet
    columns: Mapping[int, Field]
    heads: Mapping[int, str]
    first: int

    @property
    def id_column(self) -> int | None:
        """The column with what each row is called; None where there is none."""
        return next((place for place, one in self.columns.items() if one.role == "id"), None)


class Heads:
    """Finds the heads of tables.

    Attributes:
        sheets: The tables that the knowledge base has.
    """

    def __init__(self, kb: KnowledgeBase, names: Mapping[str, str]) -> None:
        """Keep the knowledge base, and what a mapping says of columns: the fact by the head."""
        self.kb = kb
        self.sheets = sheets(kb)
        self.mapped = {folded(name): key for name, key in names.items()}
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

    def of(self, table: InputTable) -> Headed | None:
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

    def assumed(self, table: InputTable) -> Headed | None:
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
            notes.append(left_out(table.where, [(letters(column), text) for column, text in others.items()]))
            known = {field.key for field in headed.columns.values()}
            likeness, names = Likeness(headed.sheet, self.kb), headed.sheet.names
            spellings = [name for name, one in names.items() if one.key not in known]
            for column, text in others.items():
                spelt, like = names.get(nearest(folded(text), spellings) or ""), likeness.most_like(text, known)
                close = spelt or like if "." in text else like or spelt  # a path is misspelt, a label said otherwise
                if close is not None and len(notes) < _TOLD:
                    meant = {language: head(close, self.kb, language) for language in LANGUAGES}
                    notes.append(
                        say_both(
                            "screen.note.meant", cell=table.place(headed.first - 1, column), head=text, close=meant
                        )
                    )
        return notes


def left_out(table: str, columns: Sequence[tuple[str, str]]) -> Texts:
    """Return what is told of the columns that stand for nothing, each by its letters, if it has any, and its name."""
    names = {
        language: joined(
            (
                f"{letter} {say('answer.quoted', language, value=excerpt(name, 30))}".lstrip()
                for letter, name in columns[:_TOLD]
            ),
            language,
        )
        for language in LANGUAGES
    }
    return say_both("screen.note.columns", table=table, n=len(columns), names=names)
