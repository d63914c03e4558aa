"""The rows of tables become projects: each cell is read as an answer is read, and those that are none are told.

A blank says nothing, so what stands in none of the cells is unknown. A row with a cell that cannot be read is no project:
what it says would silently be unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from ...engine.interview.answers import Answer, Choice, Misread, checked_answer, cleaned, plain, read_answer, referred
from ...engine.knowledge.model import FactDefinition, KnowledgeBase
from ...engine.problems.problem import LANGUAGES, Problem, excerpt
from ...engine.project.address import Address
from ...engine.project.data import put, value_at
from ...engine.project.ids import one_form
from ...engine.project.memory import WorkingMemory
from ...engine.project.project import Project
from ..sheet.cells import as_text
from ..sheet.parts import letters
from ..sheet.replies import unread
from ..sheet.rows import declined, is_blank, is_error
from ..texts.screen_faults import fault
from ..texts.sheet import fault as cell_fault
from .entry import Entry, EntryTrouble
from .fields import Field, folded
from .head import Headed
from .table import InputTable

_NONE = {"0", "なし", "無し", "無", "none", "no"}
_SUMS = {"合計", "総計", "小計", "計", "total", "subtotal", "grandtotal", "sum"}
_NOTHING = Project(WorkingMemory())


class ElementRow(Struct):
    """A row of the elements of a list.

    Attributes:
        name: What its project is called.
        data: The element; without an id where it has none of its own.
        refs: What is to be read when all elements of the project are known: the fact, the text, and its place.
    """

    headed: Headed
    row: int
    name: str
    data: dict[str, Any]
    refs: list[tuple[Field, int, str]] = field(default_factory=list)
    troubles: list[EntryTrouble] = field(default_factory=list)


class RowReader:
    """Reads the rows of tables.

    Attributes:
        elements: The elements by project, in the one form of what it is called, and list.
        values: What a mapping says of values: by the key of a fact and the text of a cell.
        cited: Whether each value says in which cell it stands.
    """

    def __init__(self, kb: KnowledgeBase, values: Mapping[str, Mapping[str, Any]], *, cited: bool) -> None:
        """Begin without elements."""
        self.kb, self.cited = kb, cited
        self.values = {key: {plain(text): one for text, one in of.items()} for key, of in values.items()}
        self.elements: dict[str, dict[str, list[ElementRow]]] = {}
        self._read: dict[tuple[str, str, bool], Answer | Misread | None] = {}
        self._alike: dict[str, str] = {}

    # The elements of lists

    def take(self, headed: Headed) -> None:
        """Keep the elements that a table holds."""
        for row, cells in filled(headed):
            texts = _texts(headed, row, cells)
            name = next((text for one, _, text, _ in texts if one.role == "id"), "")
            element = ElementRow(headed, row, name, {})
            self._cells(headed, row, texts, name, element.data, element.troubles, element.refs)
            found = element.data
            if "id" not in found and "name" in found:
                found["id"] = found["name"]
            if "id" not in found:
                element.troubles.append(
                    self._trouble(headed, row, None, name, "", fault("T112", row=headed.table.number(row)))
                )
            self.elements.setdefault(one_form(name), {}).setdefault(headed.sheet.source or "", []).append(element)

    # Projects

    def projects(self, headed: Headed) -> Iterator[Entry]:
        """Yield the projects of a table."""
        table = headed.table
        named = _named(headed)
        for row, cells in filled(headed):
            texts = _texts(headed, row, cells)
            own = [text for one, _, text, _ in texts if one.role == "id"]
            names = [text for one, _, text, _ in texts if one.key == self.kb.presentation.project.name]
            name = next(iter([*own, *names]), "") or f"{table.name}-{table.number(row)}"
            data: dict[str, Any] = {}
            troubles: list[EntryTrouble] = []
            refs: list[tuple[Field, int, str]] = []
            self._cells(headed, row, texts, name, data, troubles, refs)
            if table.is_delimited and len(cells) > len(headed.heads) and any(cells[len(headed.heads) :]):
                problem = fault("T111", row=table.number(row), n=len(cells), heads=len(headed.heads))
                troubles.append(self._trouble(headed, row, len(headed.heads), name, "", problem))
            self._lists(name, data, troubles)
            self._refer(name, data, [ElementRow(headed, row, name, data, refs)], troubles)
            self._alike.setdefault(folded(name), name)
            yield Entry(name, table.where, table.number(row), None if troubles else data, tuple(troubles), named=named)

    def left(self) -> Iterator[EntryTrouble]:
        """Yield the elements whose project is nowhere; asked when all projects were read."""
        for element in (one for lists in self.elements.values() for some in lists.values() for one in some):
            yield from element.troubles
            column = element.headed.id_column
            if column is not None and any(one.column == letters(column) for one in element.troubles):
                continue
            name, row, like = (
                element.name,
                element.headed.table.number(element.row),
                self._alike.get(folded(element.name)),
            )
            if not name:
                problem = fault("T125", row=row)
            elif like is None:
                problem = fault("T113", row=row, name=excerpt(name))
            else:
                problem = fault("T126", row=row, name=excerpt(name), like=excerpt(like))
            yield self._trouble(element.headed, element.row, column, name, name, problem)

    def _lists(self, name: str, data: dict[str, Any], troubles: list[EntryTrouble]) -> None:
        """Put the elements of a project's lists where they belong, with what refers to others."""
        found = self.elements.pop(one_form(name), {})
        for source, elements in found.items():
            way = tuple(source.split("."))
            there = {plain(str(one.data.get(key, ""))) for one in elements for key in ("id", "name")}
            named = [one for one in value_at(way, data) or () if plain(one["id"]) not in there]
            put([*(one.data for one in elements), *named], way, data)
        elements_ = [one for some in found.values() for one in some]
        for element in elements_:
            troubles += element.troubles
        self._refer(name, data, elements_, troubles)

    def _refer(
        self, name: str, data: dict[str, Any], elements: Sequence[ElementRow], troubles: list[EntryTrouble]
    ) -> None:
        """Read what refers to elements of a project's lists; that something is not there is for the rules to tell."""
        choices: dict[str, list[Choice]] = {}
        for element in elements:
            for one, column, text in element.refs:
                assert one.fact is not None
                if is_blank(text, one.fact) or declined(text, one.fact) is not None:
                    continue
                target = one.fact.target or ""
                if target not in choices:
                    choices[target] = [
                        Choice(two["id"], dict.fromkeys(LANGUAGES, str(two.get("name", two["id"]))))
                        for two in value_at(tuple(target.split(".")), data) or ()
                    ]
                ids = referred(text, choices[target])
                found = checked_answer(one.fact, ids, None)
                if isinstance(found, Misread):
                    cell = element.headed.table.place(element.row, column)
                    problem = unread(found, Address(one.fact.path), cell, text, _NOTHING, self.kb)
                    troubles.append(self._trouble(element.headed, element.row, column, name, text, problem))
                else:
                    put(ids, one.way, element.data)

    # Cells

    def _cells(
        self,
        headed: Headed,
        row: int,
        texts: list[tuple[Field, int, str, Any]],
        name: str,
        data: dict[str, Any],
        troubles: list[EntryTrouble],
        refs: list[tuple[Field, int, str]],
    ) -> None:
        """Read the cells of a row into data."""
        read, cited = self._read.get, self.cited
        for one, column, text, raw in texts:
            known = read((one.key, text, type(raw) is not str and _is_number(raw)))
            if type(known) is Answer and not (cited or known.source):
                value = known.value
                put(list(value) if type(value) is list else value, one.way, data)
                continue
            problem = self._cell(headed, row, one, column, text, raw, data, refs)
            if problem is not None:
                troubles.append(self._trouble(headed, row, column, name, text, problem))

    def _cell(
        self,
        headed: Headed,
        row: int,
        one: Field,
        column: int,
        text: str,
        raw: Any,
        data: dict[str, Any],
        refs: list[tuple[Field, int, str]],
    ) -> Problem | None:
        table = headed.table
        spoilt = _spoilt(table, row, column, text)
        if spoilt is not None or not text:
            return spoilt
        is_ref = one.role == "names" or (one.fact is not None and one.fact.type == "refs")
        if isinstance(raw, date) and (is_ref or one.role in ("id", "element", "name")):
            return fault("T116", cell=table.place(row, column), text=text)
        if one.role in ("id", "element", "name"):
            if one.way:
                put(text, one.way, data)
            return None
        if one.role == "names":
            _put_names(text, one, data)
            return None
        assert one.fact is not None
        if one.fact.type == "refs":
            refs.append((one, column, text))
            return None
        answer = self._answer(one, text, is_number=_is_number(raw))
        if isinstance(answer, Misread):
            place = table.place(row, column)
            return unread(answer, Address(one.fact.path), place, text, _NOTHING, self.kb, ("unknown",))
        if answer is not None:
            value = list(answer.value) if isinstance(answer.value, list) else answer.value
            source = answer.source or (table.cited(row, column) if self.cited else None)
            put(value if source is None else {"value": value, "source": source}, one.way, data)
        return None

    def _answer(self, one: Field, text: str, *, is_number: bool) -> Answer | Misread | None:
        """Return what a text answers; None where it says that nothing is known. The same text is read once."""
        assert one.fact is not None
        key = one.key, text, is_number
        if key not in self._read:
            self._read[key] = self._said(one, one.fact, text)
        return self._read[key]

    def _said(self, one: Field, fact: FactDefinition, text: str) -> Answer | Misread | None:
        word = plain(text)
        mapped = self.values.get(one.key, self.values.get(fact.path, {}))
        if word in mapped:
            value = mapped[word]
            return None if value is None else Answer("value", value)
        return said(fact, text, self.kb)

    def _trouble(
        self, headed: Headed, row: int, column: int | None, name: str, text: str, problem: Problem
    ) -> EntryTrouble:
        table = headed.table
        head = headed.heads.get(column, "") if column is not None else ""
        return EntryTrouble(
            table.where,
            problem,
            table.number(row),
            letters(column) if column is not None else "",
            head,
            name,
            excerpt(text, 80),
        )


def _put_names(text: str, one: Field, data: dict[str, Any]) -> None:
    """Put the elements that a cell names where they belong; nothing where it says that they are not known."""
    if is_blank(text) or declined(text) is not None:
        return
    names = [] if plain(text) in _NONE else [part.strip() for part in re.split("[\n;；、]", text) if part.strip()]
    put([{"id": part} for part in names], one.way, data)


def said(fact: FactDefinition, text: str, kb: KnowledgeBase) -> Answer | Misread | None:
    """Return what a text in a table says of a fact; None where it says that nothing is known."""
    if is_blank(text, fact) or declined(text, fact) is not None:
        return None
    return read_answer(Address(fact.path), text, _NOTHING, kb, numbered=False)


def filled(headed: Headed) -> Iterator[tuple[int, Any]]:
    """Yield the rows below the head in which anything stands in a column that is known; what sums others up is none."""
    columns = list(headed.columns)
    left_out = set(sums(headed))
    for row, cells in enumerate(headed.table.rows[headed.first :], headed.first):
        if row not in left_out and any(column < len(cells) and not _is_empty(cells[column]) for column in columns):
            yield row, cells


def _is_empty(cell: Any) -> bool:
    return cell is None or cell == "" or (isinstance(cell, str) and cell.isspace())


def _spoilt(table: InputTable, row: int, column: int, text: str) -> Problem | None:
    """Return why a cell says nothing, whatever it stands for; None where it is read, or blank."""
    if text:
        if is_error(text):
            return cell_fault("S122", cell=table.place(row, column))
        if (row, column) in table.crossed:
            return cell_fault("S127", cell=table.place(row, column), text=excerpt(text))
        return None
    first = table.merged.first(row, column)
    if first is not None:
        return fault("T114", cell=table.place(row, column), first=table.place(*first))
    return fault("T115", cell=table.place(row, column)) if (row, column) in table.formulas else None


def sums(headed: Headed) -> list[int]:
    """Return the rows of projects that hold none but sum others up: "合計" or "total" stands in place of a number."""
    column = headed.id_column
    if column is None or headed.sheet.source is not None:
        return []
    rows = enumerate(headed.table.rows[headed.first :], headed.first)
    return [row for row, cells in rows if column < len(cells) and folded(str(cells[column])) in _SUMS]


def _texts(headed: Headed, row: int, cells: Any) -> list[tuple[Field, int, str, Any]]:
    """Return what stands in the known columns of a row: the field, the column, the text and the cell as it was read."""
    found = []
    table = headed.table
    watched = bool(table.merged or table.formulas)
    for column, one in headed.columns.items():
        raw = cells[column] if column < len(cells) else ""
        if raw == "" and not watched:
            continue
        text = _cleaned(raw if isinstance(raw, str) else as_text(raw))
        if text or (watched and ((row, column) in table.formulas or table.merged.first(row, column) is not None)):
            found.append((one, column, text, raw))
    return found


_cleaned = lru_cache(65_536)(cleaned)  # the same stands in cell after cell


def _is_number(raw: Any) -> bool:
    return isinstance(raw, (int, float)) and not isinstance(raw, bool)


def _named(headed: Headed) -> tuple[str, str]:
    """Return the letters and the head of the column with what each row is called; blank where there is none."""
    column = headed.id_column
    return ("", "") if column is None else (letters(column), headed.heads.get(column, ""))
