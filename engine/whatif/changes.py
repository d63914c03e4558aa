"""Single changes to a project: another value of a fact, a new element, an element dropped."""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec import Struct

from ..account.alike import Exchange
from ..assess.space import Space, with_elements, with_value
from ..knowledge.model import FactDefinition, KnowledgeBase
from ..language.completeness import is_completeness
from ..project.address import Address, source_and_id, subject_of
from ..project.memory import OpenSet, Value, WorkingMemory
from ..record import plain

WEIGHTS: dict[str, int] = {"decide": 1, "arrange": 2, "join": 2, "build": 3}
"""Effort of the vocabulary's classes: a decision or a text, people and talks, somebody joining, months of work. Ours."""
FIND_OUT, ADD, DROP = 1, 2, 3
"""Effort of finding out a fact that cannot be changed, of a new element, and of giving a planned one up. Ours."""
MOST_NEW = 3
"""New elements of one list that are considered at most."""
_NEW = "new-"


class Change(Struct, frozen=True):
    """One change.

    Attributes:
        fact: The fact's name; a list's path for a new or a dropped element.
        subject: The element it belongs to, a new or dropped one, too; None for the project.
        value: The new value; for a list, the id of the new element, or None for a dropped one.
        found_out: True when the fact was unknown: it is to be found out, or brought about.
    """

    fact: str
    subject: str | None
    value: Value | None
    effort: int
    found_out: bool = False

    @property
    def key(self) -> Address:
        """The fact's name and subject."""
        return Address(self.fact, self.subject)


def changes_of(key: Address, memory: WorkingMemory, space: Space) -> Iterator[Change]:
    """Yield the changes of one fact that people can make; of a list and no subject, a new element of it."""
    fact, subject = key
    vocabulary = space.kb.vocabulary
    if fact in vocabulary.lists:
        yield from _new_element(fact, memory, space.kb)
        return
    definition = vocabulary.facts.get(fact)
    if definition is None:
        # `complete.<list>` of a list that is complete as soon as it is stated: there is nothing to say.
        return
    now = value_of(key, memory, space.kb)
    if definition.effort == "fixed" and now is not None:
        return
    if is_completeness(fact) and now is True:
        # Nothing gets better by knowing less.
        return
    effort = WEIGHTS.get(definition.effort, FIND_OUT)
    for value in dict.fromkeys(_values(definition, now, space, memory)):
        if value != now:
            yield Change(fact, subject, value, effort, found_out=now is None)


def proposals_of(key: Address, memory: WorkingMemory, space: Space, begun: WorkingMemory) -> Iterator[Change]:
    """Yield the changes of one fact that people can be advised to make; `begun` is the project before any change.

    None makes a fact worse than it is, or the worst that it can be where it is unknown; nobody is asked to leave, or not
    to come. Of an unknown phase only that it be told: a project comes into its next phase by what is done. No new
    element stands in for one of its kind that is listed and has not joined: that one is won.
    """
    definition = space.kb.vocabulary.facts.get(key.fact)
    now = None if definition is None else value_of(key, memory, space.kb)
    for change in changes_of(key, memory, space):
        if definition is None or change.value is None:
            yield change
        elif key.fact == space.kb.verdict.phase:
            if (
                change.value == tuple(definition.values)[-1]
            ):  # an unknown phase is judged as the last one: everything counts
                yield change
        elif not (_is_worse(definition, change.value, now) or _stands_in(change, definition, begun, space.kb)):
            yield change


def giving_up(source: str, element: str, kb: KnowledgeBase) -> Iterator[Change]:
    """Yield the change that gives up a planned element: a goal, a theme, a gate, but no organisation and no seed."""
    if kb.vocabulary.lists[source].complete == "stated":
        yield Change(source, f"{source}/{element}", None, DROP)


def refinements(change: Change, memory: WorkingMemory, space: Space) -> Iterator[tuple[str, Change]]:
    """Yield what a changed set could hold or lack besides, each with the change in place of the given one.

    Whoever sets it anew can do that at no further effort.
    """
    definition = space.kb.vocabulary.facts.get(change.fact)
    if definition is None or not isinstance(change.value, frozenset):
        return
    for value in space.parts(definition, memory):
        yield value, Change(change.fact, change.subject, change.value ^ {value}, change.effort, change.found_out)


def value_of(key: Address, memory: WorkingMemory, kb: KnowledgeBase) -> Value | None:
    """Return the value of a fact, None when it is unknown, as an open set is."""
    value = memory.stated(key, kb.vocabulary.facts[key.fact])
    return None if isinstance(value, OpenSet) else value


def held(key: Address, memory: WorkingMemory, kb: KnowledgeBase) -> frozenset[str]:
    """Return what a set is known to hold: an `OpenSet` where it may hold more."""
    value = memory.stated(key, kb.vocabulary.facts[key.fact])
    return value if isinstance(value, frozenset) else frozenset()


def apply_change(memory: WorkingMemory, change: Change, kb: KnowledgeBase) -> WorkingMemory:
    """Return the working memory with a change; the given one is not modified."""
    if change.fact not in kb.vocabulary.lists:
        assert change.value is not None
        return with_value(memory, change.key, change.value, kb)
    elements = memory.elements.get(change.fact, [])
    if change.value is not None:
        elements = [*elements, {"id": change.value}]
    else:
        elements = [element for element in elements if subject_of(change.fact, element["id"]) != change.subject]
    return with_elements(memory, change.fact, elements, kb)


def as_assumption(change: Change, kb: KnowledgeBase) -> str:
    """Return a change as `--set` takes it (`organisations/city.champion_willing=true`)."""
    from ..project.values import value_of_text

    address, value = change.key, change.value
    if change.fact in kb.vocabulary.lists:
        return f"{address}=" if value is None else f"{address}.name={value}"
    if isinstance(value, str) and value == value.strip() and value_of_text(value) == value:
        return f"{address}={value}"
    return f"{address}={json.dumps(as_json(value), ensure_ascii=False)}"


def as_json(value: Value | None) -> object:
    """Return a value as it would stand in a project document."""
    return int(value) if isinstance(value, float) and value.is_integer() else plain(value)


def exchanged(change: Change, exchange: Exchange) -> Change:
    """Return the same change with two elements that are alike taken for one another."""
    key = exchange.address(change.key)
    value = None if change.value is None else exchange.value(change.fact, change.value)
    return Change(key.fact, key.subject, value, change.effort, change.found_out)


def is_new(change: Change) -> bool:
    """Tell whether a change adds an element."""
    return change.value is not None and change.subject == f"{change.fact}/{change.value}"


def _new_element(path: str, memory: WorkingMemory, kb: KnowledgeBase) -> Iterator[Change]:
    if kb.vocabulary.lists[path].members:
        return
    ids = {str(element["id"]) for element in memory.elements.get(path, ())}
    for name in (f"{_NEW}{number}" for number in range(1, MOST_NEW + 1)):
        if name not in ids:
            yield Change(path, f"{path}/{name}", name, ADD, found_out=path not in memory.elements)
            return


def _is_worse(definition: FactDefinition, value: Value, now: Value | None) -> bool:
    """Tell whether a value is worse than the present one, or the worst of all where nothing is known: never proposed."""
    if definition.effort == "join" and value is False:
        return True  # nobody is asked to leave, or not to come, for the sake of a verdict
    if now is None:
        return value == definition.worst
    return definition.is_worse(value, now)


def _stands_in(change: Change, definition: FactDefinition, begun: WorkingMemory, kb: KnowledgeBase) -> bool:
    """Tell whether a new element would be of a kind of which one is listed that has not joined."""
    source = definition.source
    if source is None or definition.type != "enum":
        return False
    listed = begun.elements.get(source, ())
    if begun.element(source, source_and_id(change.subject or "")[1]) is not None:
        return False
    joining = [one.attribute for one in kb.vocabulary.facts.values() if one.source == source and one.effort == "join"]
    return any(
        element.get(definition.attribute) == change.value and element.get(attribute) is not True
        for element in listed
        for attribute in joining
    )


def _values(definition: FactDefinition, now: Value | None, space: Space, memory: WorkingMemory) -> Iterator[Value]:
    values = space.values(definition, memory)
    # Of numbers of which less is better, the largest that does is asked for, not the least that can be.
    yield from reversed(values) if definition.better == ("less",) else values
    if isinstance(now, frozenset):
        for value in space.parts(definition, memory):
            yield now ^ {value}
