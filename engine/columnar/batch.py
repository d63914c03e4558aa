"""A batch of projects: its facts and lists as columns, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ..knowledge.model import FactDefinition, ListDefinition, Vocabulary
from ..language.completeness import completeness, is_completeness
from ..project.data import document_of as document_of
from ..project.memory import Element, Value, WorkingMemory
from ..project.outline import closed_in
from ..project.values import set_as_named
from .arrays import Mask, Rows, Segments
from .columns import Codes, Column, SetColumn, column_of, filled, parts_of, validity
from .schema import TEXT, arrow_type

_UNSTATED = pa.list_(pa.struct([("id", TEXT)]))


class Listed:
    """A list of some projects: its elements, those of one project side by side.

    Attributes:
        stated: Of each project, whether it states the list.
        closed: Of each project, whether no element can be missing.
        parts: Which elements belong to which project.
    """

    def __init__(self, stated: Mask, closed: Mask, parts: Segments) -> None:
        """Take what is known of it."""
        self.stated = stated
        self.closed = closed
        self.parts = parts

    @property
    def told(self) -> Mask:
        """Of each project, whether it tells which elements there are: it names one, or says that there is none."""
        return self.stated & (self.closed | (self.parts.sizes > 0))

    @property
    def project(self) -> Rows:
        """The project of each element."""
        return self.parts.owner

    def fact(self, attribute: str, path: str) -> Column | SetColumn:
        """Return a fact of the elements; `id` is one."""
        raise NotImplementedError


class Facts:
    """What is known of some projects.

    Attributes:
        size: How many projects there are.
        vocabulary: What they are written in.
        codes: The codes of their texts.
    """

    def __init__(self, size: int, vocabulary: Vocabulary, codes: Codes) -> None:
        """Take the projects."""
        self.size = size
        self.vocabulary = vocabulary
        self.codes = codes

    def fact(self, path: str, of: str | None = None) -> Column | SetColumn:
        """Return a fact of the project, or of one member of a family.

        Args:
            path: Where it stands (`city.population`, `capitals.human.complement`).
            of: What the vocabulary calls it, where that is not its path (`capitals.*.complement`).
        """
        raise NotImplementedError

    def listed(self, source: str) -> Listed:
        """Return a list of the projects; no family and no set parameter, whose members are always the same."""
        raise NotImplementedError


class ListInBatch(Listed):
    """A list as the projects of a batch state it."""

    def __init__(self, source: ListDefinition, batch: Batch) -> None:
        """Take the list from a batch."""
        array = batch.array(source.path)
        known, parts, elements = parts_of(pa.nulls(batch.size, _UNSTATED) if array is None else array)
        stated = np.ones(batch.size, np.bool_) if known is None else known
        closed = stated if source.complete == "stated" else stated & batch.said(completeness(source.path))
        super().__init__(stated, closed, parts)
        self._batch = batch
        self._source = source
        self._fields = dict(zip([field.name for field in elements.type], elements.flatten(), strict=True))
        self._columns: dict[str, Column | SetColumn] = {}

    @cached_property
    def ids(self) -> pa.Array:
        """The ids of the elements as texts."""
        return self._given("id").cast(TEXT)

    @cached_property
    def subjects(self) -> pa.Array:
        """The subjects of the elements (`organisations/city`)."""
        return pc.binary_join_element_wise(pa.scalar(f"{self._source.path}/"), self.ids, "")

    def array(self, attribute: str) -> pa.Array | None:
        """Return the stated values of a fact of the elements; None where no project states one."""
        return self._fields.get(attribute)

    def _given(self, attribute: str, kind: pa.DataType = TEXT) -> pa.Array:
        found = self.array(attribute)
        return pa.nulls(self.parts.rows, kind) if found is None else found

    def fact(self, attribute: str, path: str) -> Column | SetColumn:
        """Return a fact of the elements; `id` is one."""
        found = self._columns.get(attribute)
        if found is None:
            batch = self._batch
            if attribute == "id":
                found = column_of(self._given("id"), "id", batch.codes)
            else:
                fact = batch.vocabulary.facts[path]
                found = column_of(self._given(attribute, arrow_type(fact)), fact.type, batch.codes)
            self._columns[attribute] = found
        return found


class Batch(Facts):
    """Projects as a table, a row for each."""

    def __init__(self, rows: pa.RecordBatch, vocabulary: Vocabulary) -> None:
        """Take the projects.

        Args:
            rows: Documents as `schema.document_schema` describes them; columns and fields may be missing.
            vocabulary: What they are written in.
        """
        super().__init__(rows.num_rows, vocabulary, Codes())
        self.rows = rows
        self._arrays: dict[tuple[str, ...], dict[str, pa.Array]] = {
            (): dict(zip(rows.schema.names, rows.columns, strict=True))
        }
        self._columns: dict[str, Column | SetColumn] = {}
        self._lists: dict[str, ListInBatch] = {}

    def array(self, path: str) -> pa.Array | None:
        """Return what stands at a path of the documents (`city.population`, `portfolio.seeds`); None where nothing does."""
        *way, name = path.split(".")
        return self._object(tuple(way)).get(name)

    def _object(self, way: tuple[str, ...]) -> dict[str, pa.Array]:
        """Return the fields of an object of the documents, null where the object is."""
        found = self._arrays.get(way)
        if found is None:
            array = self._object(way[:-1]).get(way[-1])
            found = {}
            if array is not None and pa.types.is_struct(array.type):
                found = dict(zip([field.name for field in array.type], array.flatten(), strict=True))
            self._arrays[way] = found
        return found

    def said(self, path: str) -> Mask:
        """Tell of each project whether it says that something is so, such as that a list is complete."""
        found = self._said(path)
        return np.zeros(self.size, np.bool_) if found is None else filled(found, False)

    def said_twice(self, path: str) -> Mask | None:
        """Tell of each project whether it says in both ways that something is so; None where none does."""
        nested, flat = self._both_ways(path)
        return None if nested is None or flat is None else filled(pc.is_valid(pc.equal(flat, nested)), False)

    def stated(self, path: str) -> pa.Array | None:
        """Return what is stated of a fact of the project; None where no project states it."""
        return self._said(path) if is_completeness(path) else self.array(path)

    def _said(self, path: str) -> pa.Array | None:
        nested, flat = self._both_ways(path)
        if nested is None or flat is None:
            return flat if nested is None else nested
        return pc.coalesce(flat, nested)

    def _both_ways(self, path: str) -> tuple[pa.Array | None, pa.Array | None]:
        """Return what is stated of `complete.portfolio.seeds`, which may also be written with a dot in its key."""
        head, _, rest = path.partition(".")
        return self.array(path), self._object((head,)).get(rest) if "." in rest else None

    def fact(self, path: str, of: str | None = None) -> Column | SetColumn:
        """Return a fact of the project, or of one member of a family."""
        found = self._columns.get(path)
        if found is None:
            fact = self.vocabulary.facts[of or path]
            array = self.stated(path)
            array = pa.nulls(self.size, arrow_type(fact)) if array is None else array
            found = self._columns[path] = column_of(array, fact.type, self.codes)
            if fact.open and isinstance(found, SetColumn):
                found.whole = self._whole(found, path, len(fact.values))
        return found

    def _whole(self, column: SetColumn, path: str, most: int) -> Mask:
        """Tell where an open set is whole: said to be, with all values, or empty with nothing said. See `set_as_named`."""
        complete = self._said(completeness(path))
        codes, owner = column.codes, column.parts.owner  # codes first: texts that are new get theirs
        size, enough = np.int64(max(1, len(self.codes))), (column.parts.sizes >= most)[owner]  # few rows name so many
        named = np.unique(owner[enough] * size + codes[enough]) // size
        found: Mask = np.bincount(named, minlength=self.size) == most
        silent = column.parts.sizes == 0
        if complete is not None:
            told = validity(complete)
            found = found | filled(complete, False)
            silent = np.zeros(self.size, np.bool_) if told is None else silent & ~told
        whole: Mask = found | silent
        return whole

    def listed(self, source: str) -> ListInBatch:
        """Return a list of the projects."""
        found = self._lists.get(source)
        if found is None:
            found = self._lists[source] = ListInBatch(self.vocabulary.lists[source], self)
        return found


def rows_of_memories(memories: Sequence[WorkingMemory], vocabulary: Vocabulary, schema: pa.Schema) -> pa.RecordBatch:
    """Return what is known of projects as rows of a table.

    Args:
        memories: What is stated of each, before anything is derived.
        vocabulary: What they are written in.
        schema: As `schema.document_schema` makes it.
    """
    return pa.RecordBatch.from_pylist([document_of(one, vocabulary) for one in memories], schema)


def memories_of(batch: Batch) -> list[WorkingMemory]:
    """Return what is known of the projects of a batch, each as the reader of one project reads it.

    Args:
        batch: The projects; each must be plain, as `plain.odd` tells.
    """
    memories = [WorkingMemory() for _ in range(batch.size)]
    projects = [one.project for one in memories]
    for path, listed in batch.vocabulary.lists.items():
        if listed.complete == "fixed":
            _put_members(listed, batch, memories)
        else:
            _put_elements(path, batch, memories)
    for fact in batch.vocabulary.facts.values():
        if fact.source is None:
            _put(batch.stated(fact.path), fact, fact.path, projects)
    for fact in batch.vocabulary.facts.values():
        for project in projects if fact.open else ():
            if fact.path in project:
                project[fact.path] = set_as_named(project[fact.path], project.get(completeness(fact.path)), fact)
    for memory in memories:
        memory.closed = closed_in(memory, batch.vocabulary)
    return memories


def _put_members(listed: ListDefinition, batch: Batch, memories: Sequence[WorkingMemory]) -> None:
    """Put the members of a family, or of a set parameter, with what is stated of each."""
    for member in listed.members:
        elements: list[Element] = [{"id": member} for _ in memories]
        for fact in _facts_of(batch.vocabulary, listed.path):
            _put(batch.array(f"{listed.path}.{member}.{fact.attribute}"), fact, fact.attribute, elements)
        for memory, element in zip(memories, elements, strict=True):
            memory.elements.setdefault(listed.path, []).append(element)


def _put_elements(path: str, batch: Batch, memories: Sequence[WorkingMemory]) -> None:
    """Put the elements of a list where it is stated, with what is stated of each."""
    listed = batch.listed(path)
    elements: list[Element] = [{"id": name} for name in listed.ids.to_pylist()]
    for fact in _facts_of(batch.vocabulary, path):
        _put(listed.array(fact.attribute), fact, fact.attribute, elements)
    starts = listed.parts.starts.tolist()
    for memory, stated, start, end in zip(memories, listed.stated, starts, starts[1:], strict=False):
        if stated:
            memory.elements[path] = elements[start:end]


def _facts_of(words: Vocabulary, source: str) -> list[FactDefinition]:
    return [fact for fact in words.facts.values() if fact.source == source]


def _put(array: pa.Array | None, fact: FactDefinition, name: str, things: Sequence[dict[str, Value]]) -> None:
    """Put the values of a fact to the things that they are stated of."""
    made = {"set": frozenset, "refs": frozenset, "texts": tuple}.get(fact.type)
    # Words of a dictionary one by one would take ten times as long.
    values = () if array is None else array.cast(arrow_type(fact)).to_pylist()
    for thing, value in zip(things, values, strict=array is not None):
        if value is not None:
            thing[name] = value if made is None else made(value)
