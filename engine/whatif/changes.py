"""Single changes to a project: another value of a fact, a new element, an element dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..evaluate.support import FactKey
from ..facts.memory import Value, WorkingMemory
from ..knowledge.model import FactDefinition, KnowledgeBase
from .space import Space, with_value

WEIGHTS: dict[str, int] = {"decide": 1, "arrange": 2, "build": 3}
"""Effort of the vocabulary's classes: a decision or a text, people and talks, months of work. Ours."""
_FIND_OUT = 1
_ADD, _DROP = 2, 1


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        fact: The fact's name; a list's path for a new or a dropped element.
        subject: The element it belongs to; the dropped element; None for the project and for a new element.
        value: The new value; for a list, the id of the new element, or None for a dropped one.
        effort: Its weight.
        found_out: True when the fact was unknown: it is to be found out, or brought about.
    """

    fact: str
    subject: str | None
    value: Value | None
    effort: int
    found_out: bool = False

    @property
    def key(self) -> FactKey:
        """The fact's name and subject."""
        return self.fact, self.subject


def changes_of(key: FactKey, own: tuple[str, str] | None, memory: WorkingMemory, space: Space) -> Iterator[Change]:
    """Yield the changes of one fact that people can make.

    Args:
        key: The fact's name and subject; a list's path and None for its elements.
        own: The list and id of the element that the offending finding is about, if any: it may be dropped.
        memory: The facts as they are, after a run.
        space: Gives the values worth trying.
    """
    fact, subject = key
    vocabulary = space.kb.vocabulary
    if fact in vocabulary.lists:
        yield from _element_changes(fact, own, memory, space.kb)
        return
    definition = vocabulary.facts[fact]
    now = _value(key, definition, memory)
    if definition.effort == "fixed" and now is not None:
        return
    effort = WEIGHTS.get(definition.effort, _FIND_OUT)
    for value in _values(definition, now, space, memory):
        if value != now:
            yield Change(fact, subject, value, effort, found_out=now is None)


def _element_changes(
    path: str, own: tuple[str, str] | None, memory: WorkingMemory, kb: KnowledgeBase
) -> Iterator[Change]:
    ids = {str(element["id"]) for element in memory.elements.get(path, ())}
    name = next(f"new-{number}" for number in range(1, len(ids) + 2) if f"new-{number}" not in ids)
    yield Change(path, None, name, _ADD, found_out=path not in memory.elements)
    if own is not None and own[0] == path and kb.vocabulary.lists[path].complete == "stated":
        yield Change(path, f"{path}/{own[1]}", None, _DROP)


def _values(definition: FactDefinition, now: Value | None, space: Space, memory: WorkingMemory) -> Iterator[Value]:
    yield from space.values(definition, memory)
    if isinstance(now, frozenset) and definition.type == "set":
        for value in definition.values:
            yield now ^ {value}


def _value(key: FactKey, definition: FactDefinition, memory: WorkingMemory) -> Value | None:
    fact, subject = key
    if definition.source is None:
        return memory.project.get(fact)
    for element in memory.elements.get(definition.source, ()):
        if f"{definition.source}/{element['id']}" == subject:
            return element.get(definition.attribute)
    return None


def apply_change(memory: WorkingMemory, change: Change, kb: KnowledgeBase) -> WorkingMemory:
    """Return the working memory with a change; the given one is not modified."""
    if change.fact not in kb.vocabulary.lists:
        assert change.value is not None
        return with_value(memory, change.key, change.value, kb)
    elements = memory.elements.get(change.fact, [])
    if change.value is not None:
        elements = [*elements, {"id": change.value}]
    else:
        elements = [element for element in elements if f"{change.fact}/{element['id']}" != change.subject]
    stated = kb.vocabulary.lists[change.fact].complete == "stated"
    closed = memory.closed | {change.fact} if stated else memory.closed
    return WorkingMemory(memory.project, {**memory.elements, change.fact: elements}, closed)
