"""The durable facts of one run, as the JSON that the engine is given.

One wide fact stands for the project, one for each element of a list, one for each combination of elements for which a
relation holds. Each ruleset is given only the attributes that its rules read. No text that a user wrote gets into them:
named values are those of the vocabulary, ids are replaced by their place in the list.

A project has two readings. In the first what is unknown fails every test: its attributes are absent, and a relation
that may hold is asserted only where it would keep a rule from matching. In the second it passes every test. What
matches in the first reading is certain, what matches in the second is possible.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from msgspec import Struct

from ..knowledge.model import KnowledgeBase
from ..language.truth import Truth
from ..project.memory import Element, WorkingMemory
from .native import INDEX, PROJECT, PROJECT_KIND, TYPE, UNKNOWN, TooManyMatches, denied_kind, encode, mark_of_unknown
from .program import AttributeColumn, AttributeForm, Chunk, Program, StatedColumn, TruthColumn
from .stated import comparer, reader, related

Fill: TypeAlias = "Callable[[WorkingMemory, Element], str | None]"
"""Returns the JSON of one attribute of the project or of an element, None where it is unknown."""
_TEXTS: dict[Any, str] = {True: "true", False: "false"}
"""Truths as text."""


_MOST_RELATED = 50_000
"""Pairs of elements that may belong together; for more of them the engine takes minutes."""


class FactRow(Struct, frozen=True):
    """The attributes of one durable fact, each as the JSON of its name and value.

    Attributes:
        known: Those of both readings.
        unknown: Those that only the second reading has.
    """

    known: dict[str, str]
    unknown: dict[str, str]


class Readings(Struct, frozen=True):
    """The durable facts of the two readings, as JSON."""

    first: list[str]
    second: list[str]


class Filler:
    """Knows how to read the stated facts of a project into rows; shared by all runs."""

    def __init__(self, program: Program, kb: KnowledgeBase) -> None:
        self._fills: dict[str, list[tuple[str, Fill, str]]] = {PROJECT: []}
        for column in program.columns:
            entry = column.name, _fill(column, kb), _unknown(column)
            self._fills.setdefault(column.source, []).append(entry)
        self._relations = [(relation, related(relation.comparison)) for relation in program.relations]

    def rows(self, memory: WorkingMemory) -> FactRows:
        """Return the rows of a project before anything is derived."""
        rows = FactRows(memory)
        nobody: Element = {}
        project = rows.of[PROJECT] = [FactRow({}, {})]
        _fill_row(project[0], self._fills[PROJECT], memory, nobody)
        for source, elements in memory.elements.items():
            fills = self._fills.get(source, [])
            found = rows.of[source] = [FactRow({}, {}) for _ in elements]
            for row, element in zip(found, elements, strict=True):
                _fill_row(row, fills, memory, element)
        number = 0
        for relation, pairs in self._relations:
            lefts, rights = (memory.elements.get(source, ()) for source in relation.sources)
            for indices in pairs(lefts, rights):
                number += 1
                if number > _MOST_RELATED:
                    raise TooManyMatches(f"more than {_MOST_RELATED} pairs of elements that belong together")
                rows.relate(relation.name, indices, True)
        return rows


class FactRows:
    """The rows of one run. Truths that are settled in the run are added to them."""

    def __init__(self, memory: WorkingMemory) -> None:
        self.memory = memory
        self.of: dict[str, list[FactRow]] = {}
        self._relations: dict[str, Readings] = {}

    def put(self, source: str, index: int, name: str, truth: Truth) -> None:
        """Set an attribute to a truth."""
        row = self.of[source][index]
        if truth is None:
            row.unknown[name] = _json(name, UNKNOWN)
        else:
            row.known[name] = _json(name, _TEXTS[truth])

    def relate(self, relation: str, indices: tuple[int, ...], truth: Truth) -> None:
        """Assert a relation between elements that holds or may hold.

        Rules that need it to hold look for one kind of durable fact, rules that need it not to hold for another.
        """
        if truth is False:
            return
        places = "".join([f'"{place}":{index},' for place, index in enumerate(indices)])
        for kind, in_first, in_second in ((relation, truth, True), (denied_kind(relation), True, truth)):
            readings = self._relations.setdefault(kind, Readings([], []))
            fact = f'{places}"{TYPE}":{encode(kind)}'
            if in_first:
                readings.first.append(fact)
            if in_second:
                readings.second.append(fact)

    def readings(self, chunk: Chunk) -> Readings:
        """Return the durable facts for one ruleset."""
        found = Readings([], [])
        for source, names in chunk.kinds.items():
            head = f'"{TYPE}":{encode(source or PROJECT_KIND)}'
            for index, row in enumerate(self.of.get(source, ())):
                known, unknown = row.known, row.unknown
                fact = ",".join([f'"{INDEX}":{index}', head, *[known[name] for name in names if name in known]])
                found.first.append(fact)
                found.second.append(",".join([fact, *[unknown[name] for name in names if name in unknown]]))
        for relation in chunk.relations:
            readings = self._relations.get(relation)
            if readings is not None:
                found.first.extend(readings.first)
                found.second.extend(readings.second)
        return found


def _fill_row(row: FactRow, fills: list[tuple[str, Fill, str]], memory: WorkingMemory, element: Element) -> None:
    for name, fill, unknown in fills:
        text = fill(memory, element)
        if text is None:
            row.unknown[name] = unknown
        else:
            row.known[name] = text


def _json(name: str, word: str) -> str:
    """Return an attribute with one of our own words, which JSON has as they are."""
    return f'"{name}":"{word}"'


def _unknown(column: AttributeColumn) -> str:
    """Return the JSON by which the second reading tells that a column is unknown."""
    number = isinstance(column, StatedColumn) and column.form == "number"
    return _json(mark_of_unknown(column.name) if number else column.name, UNKNOWN)


def _fill(column: AttributeColumn, kb: KnowledgeBase) -> Fill:
    if isinstance(column, StatedColumn):
        return _stated(column)
    assert isinstance(column, TruthColumn)
    compare, name = comparer(column.comparison, kb), column.name
    texts: dict[Truth, str | None] = {truth: _json(name, text) for truth, text in _TEXTS.items()}
    texts[None] = None
    return lambda memory, element: texts[compare(memory, element, element)]


def _stated(column: StatedColumn) -> Fill:
    read, name = reader(column.fact), column.name
    texts = {truth: _json(name, text) for truth, text in _TEXTS.items()}
    known, unknown = _json(name, "true"), _json(name, UNKNOWN)

    def fill_number(memory: WorkingMemory, element: Element) -> str | None:
        value = read(memory, element)
        return None if value is None else f'"{name}":{encode(float(value))}'

    def fill_value(memory: WorkingMemory, element: Element) -> str | None:
        value = read(memory, element)
        return None if value is None else texts.get(value) or f'"{name}":{encode(value)}'

    def fill_state(memory: WorkingMemory, element: Element) -> str:
        return fill_value(memory, element) or unknown

    def fill_knowledge(memory: WorkingMemory, element: Element) -> str | None:
        return None if read(memory, element) is None else known

    fills: dict[AttributeForm, Fill] = {
        "number": fill_number,
        "value": fill_value,
        "state": fill_state,
        "knowledge": fill_knowledge,
    }
    return fills[column.form]
