"""Projects that were read one by one as rows of a table, so that they are judged with the others; and the way back."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from ..knowledge.model import FactDefinition, ListDefinition, Vocabulary
from ..project.data import document_of as document_of
from ..project.memory import Element, Value, WorkingMemory
from ..project.outline import closed_in
from ..project.values import set_as_named
from .batch import Batch


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
                project[fact.path] = set_as_named(project[fact.path], project.get(f"complete.{fact.path}"), fact)
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
    for thing, value in zip(things, () if array is None else array.to_pylist(), strict=array is not None):
        if value is not None:
            thing[name] = value if made is None else made(value)
