"""The durable facts of one run, as the JSON that the engine is given.

One wide fact stands for the project, one for each element of a list, one for each combination of elements for which a
relation is not false. Each ruleset is given only the attributes that its rules read. No text that a user wrote gets
into them: named values are those of the vocabulary, ids are replaced by their place in the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from ..facts.memory import Element, WorkingMemory
from ..knowledge.model import KnowledgeBase
from ..language.truth import Truth
from .names import INDEX, PROJECT, PROJECT_KIND, TYPE, UNKNOWN
from .native import encode
from .program import Chunk, Column, Program, StatedColumn, TruthColumn
from .stated import comparer, reader, related

Row: TypeAlias = "dict[str, str]"
"""The attributes of one durable fact, each as the JSON of its name and value."""
Fill: TypeAlias = "Callable[[WorkingMemory, Element], str | None]"
"""Returns the JSON of one attribute of the project or of an element, None where it is to be absent."""


class Filler:
    """Knows how to read the stated facts of a project into rows; shared by all runs."""

    def __init__(self, program: Program, kb: KnowledgeBase) -> None:
        self._fills: dict[str, list[tuple[str, Fill]]] = {PROJECT: []}
        for column in program.columns:
            self._fills.setdefault(column.source, []).append((column.name, _fill(column, kb)))
        self._relations = [(relation, related(relation.comparison)) for relation in program.relations]

    def rows(self, memory: WorkingMemory) -> Rows:
        """Return the rows of a project before anything is derived."""
        rows = Rows(memory)
        nobody: Element = {}
        project = rows.of[PROJECT] = [{}]
        _fill_row(project[0], self._fills[PROJECT], memory, nobody)
        for source, elements in memory.elements.items():
            fills = self._fills.get(source, [])
            found = rows.of[source] = [{} for _ in elements]
            for row, element in zip(found, elements, strict=True):
                _fill_row(row, fills, memory, element)
        for relation, pairs in self._relations:
            lefts, rights = (memory.elements.get(source, ()) for source in relation.sources)
            for indices in pairs(lefts, rights):
                rows.relate(relation.name, indices, True)
        return rows


class Rows:
    """The rows of one run. Truths that are settled in the run are added to them."""

    def __init__(self, memory: WorkingMemory) -> None:
        self.memory = memory
        self.of: dict[str, list[Row]] = {}
        self._relations: dict[str, list[str]] = {}

    def put(self, source: str, index: int, name: str, truth: Truth) -> None:
        """Set an attribute to a truth."""
        self.of[source][index][name] = _truth_json(name, truth)

    def relate(self, relation: str, indices: tuple[int, ...], truth: Truth) -> None:
        """Assert a relation between elements; where it is false there is no durable fact."""
        if truth is False:
            return
        places = "".join(f',"{place}":{index}' for place, index in enumerate(indices))
        fact = f'"{TYPE}":{encode(relation)}{places},{_truth_json("truth", truth)}'
        self._relations.setdefault(relation, []).append(fact)

    def facts(self, chunk: Chunk) -> Iterator[str]:
        """Yield the durable facts for one ruleset."""
        for source, names in chunk.kinds.items():
            head = f'"{TYPE}":{encode(source or PROJECT_KIND)}'
            for index, row in enumerate(self.of.get(source, ())):
                attributes = [text for name in names if (text := row.get(name))]
                yield ",".join([f'"{INDEX}":{index}', head, *attributes])
        for relation in chunk.relations:
            yield from self._relations.get(relation, ())


def _fill_row(row: Row, fills: list[tuple[str, Fill]], memory: WorkingMemory, element: Element) -> None:
    for name, fill in fills:
        text = fill(memory, element)
        if text is not None:
            row[name] = text


def _truth_json(name: str, truth: Truth) -> str:
    return f'"{name}":"{UNKNOWN if truth is None else "true" if truth else "false"}"'


def _fill(column: Column, kb: KnowledgeBase) -> Fill:
    if isinstance(column, StatedColumn):
        return _number(column) if column.number else _choice(column)
    assert isinstance(column, TruthColumn)
    compare, name = comparer(column.comparison, kb), column.name
    texts = {truth: _truth_json(name, truth) for truth in (True, False, None)}
    return lambda memory, element: texts[compare(memory, element, element)]


def _number(column: StatedColumn) -> Fill:
    read, name = reader(column.fact), column.name

    def fill(memory: WorkingMemory, element: Element) -> str | None:
        value = read(memory, element)
        return None if value is None else f'"{name}":{encode(float(value))}'

    return fill


def _choice(column: StatedColumn) -> Fill:
    read, name = reader(column.fact), column.name
    texts: dict[Any, str] = {truth: _truth_json(name, truth) for truth in (True, False, None)}

    def fill(memory: WorkingMemory, element: Element) -> str | None:
        value = read(memory, element)
        return texts.get(value) or f'"{name}":{encode(value)}'

    return fill
