"""What an unknown fact could be: for each one, the values that rules can tell apart.

The values of a number are those that rules compare it with, the ones of other facts included, and points beside them;
those of a text are the ones that rules compare it with, and another one; those of a set are the empty one, each single
value, and all, where of many elements that are alike the first stands for the others, and those of an open set these with
what is named; a list that is not stated may be empty or have one element. Every other value of these types lies between
two of them for every rule, or is reached by combining them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import count, islice

from msgspec import Struct

from ..account.alike import alike_in
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import FactDefinition, KnowledgeBase
from ..language.completeness import completed_by, completeness, is_completeness
from ..language.tree import Fact, Quantifier, walk
from ..project.address import Address
from ..project.memory import Element, OpenSet, Value, WorkingMemory
from ..project.values import set_as_named

NEW_ELEMENT = "new"
"""The id of an element that is assumed in a list that is not stated."""
SOME_TEXT = "-"
"""A text of which it only matters that it is one."""
_FEW = 10
"""Elements of which each is tried by itself, alike or not."""


class Unknown(Struct, frozen=True):
    """An unknown fact and what it could be.

    Attributes:
        fact: Its name; a list's path for the list itself.
        subject: The element it belongs to, None for the project.
        values: The values worth trying; for a list, the number of elements (0 or 1).
    """

    fact: str
    subject: str | None
    values: tuple[Value, ...]

    @property
    def key(self) -> Address:
        """The fact's name and subject."""
        return Address(self.fact, self.subject)


class Space:
    """The values that unknown facts of projects could take, for one knowledge base."""

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        """Give the values for one knowledge base."""
        self.kb = kb
        self._made: dict[tuple[Value, ...], tuple[Value, ...]] = {}

    def unknowns(self, memory: WorkingMemory) -> Iterator[Unknown]:
        """Yield every unknown fact of a project, lists first."""
        values: dict[str, tuple[Value, ...]] = {}
        for fact, subject in self.unknown_keys(memory):
            if fact not in values:
                listed = fact in self.kb.vocabulary.lists
                values[fact] = (0.0, 1.0) if listed else self.values(self.kb.vocabulary.facts[fact], memory)
            yield Unknown(fact, subject, values[fact])

    def unknown_keys(self, memory: WorkingMemory) -> Iterator[Address]:
        """Yield the addresses of all unknown facts of a project, lists first."""
        vocabulary = self.kb.vocabulary
        for path in vocabulary.lists:
            if path not in memory.elements:
                yield Address(path)
        for path, definition in vocabulary.facts.items():
            closed = vocabulary.facts.get(completed_by(path), definition)
            if closed is definition or not closed.open:  # that an open set names everything is known with the set
                yield from memory.unknown(definition)

    def values(self, definition: FactDefinition, memory: WorkingMemory) -> tuple[Value, ...]:
        """Return the values of a fact that are worth trying."""
        if definition.type == "bool":
            return (True, False)
        if definition.type == "enum":
            return tuple(definition.values)
        if definition.type in ("int", "number"):
            return self._numbers(definition, memory)
        if definition.type == "set":
            now = memory.project.get(definition.path)
            named = frozenset(now) if isinstance(now, OpenSet) else frozenset[str]()
            more = [named | {value} for value in definition.values if value not in named]
            return tuple(dict.fromkeys((frozenset(definition.values), *more, named)))
        if definition.type == "refs":
            found = memory.kept.get((Space, definition.path))
            if not isinstance(found, tuple):
                made = self._references(definition, memory)
                found = memory.kept[Space, definition.path] = self._made.setdefault(made, made)
            return found
        if definition.type == "texts":
            return ((SOME_TEXT,), ())
        return (*sorted(str(value) for value in self._compared(definition, memory) - {SOME_TEXT}), SOME_TEXT)

    def _references(self, definition: FactDefinition, memory: WorkingMemory) -> tuple[Value, ...]:
        """Return the values of references to a list: all of its elements, single ones, and none."""
        ids = frozenset([str(element["id"]) for element in memory.elements.get(definition.target or "", ())])
        parts = self.parts(definition, memory) if len(ids) > 1 else ()
        return tuple(dict.fromkeys((ids, *(frozenset({name}) for name in parts), frozenset[str]())))

    def parts(self, definition: FactDefinition, memory: WorkingMemory) -> Sequence[str]:
        """Return the single values of a set that are worth trying: of many elements that are alike, the first."""
        if definition.type == "set":
            return tuple(definition.values)
        target = definition.target or ""
        ids = [str(element["id"]) for element in memory.elements.get(target, ())]
        if len(ids) <= _FEW:
            return ids
        alike = alike_in(memory, self.kb.evaluator)
        return [name for name in ids if alike.first(target, name) == name]

    def _numbers(self, definition: FactDefinition, memory: WorkingMemory) -> tuple[Value, ...]:
        step = step_of(definition)
        low, high = definition.minimum, definition.maximum
        points = {low if low is not None else 0.0} | ({high} if high is not None else set())
        for bound in self._compared(definition, memory) or {1.0}:
            assert isinstance(bound, float)
            points |= {bound - step, bound, bound + step}
        if definition.type == "int":
            points = {float(int(point)) for point in points}
        return tuple(
            sorted(point for point in points if (low is None or point >= low) and (high is None or point <= high))
        )

    def _compared(self, definition: FactDefinition, memory: WorkingMemory) -> frozenset[float | str]:
        """Return the values that rules compare a fact with, those that other facts have in this project included."""
        values, facts = self.kb.evaluator.dependencies.compared(definition.path)
        wanted = str if definition.type == "text" else float
        return values | {value for fact in facts for value in _known(fact, memory) if isinstance(value, wanted)}


def _known(fact: Fact, memory: WorkingMemory) -> Iterator[Value]:
    """Yield the values that a fact has in a project, of whatever element."""
    if fact.path in memory.project:
        yield memory.project[fact.path]
    for joint in ("[].", ".*."):
        source, _, attribute = fact.path.partition(joint)
        yield from (element[attribute] for element in memory.elements.get(source, ()) if attribute in element)


def step_of(definition: FactDefinition) -> float:
    """Return by how much two numbers differ that are told apart beside what a rule compares with."""
    return 1.0 if definition.type == "int" else 0.01


def measured_facts(kb: KnowledgeBase) -> frozenset[str]:
    """Return the facts that are added up or compared over a list: where one of them turns, no rule says."""
    return frozenset(
        node.measure.path
        for condition in kb.conditions()
        for node in walk(condition)
        if isinstance(node, Quantifier) and node.measure is not None
    )


def with_value(memory: WorkingMemory, key: Address, value: Value, kb: KnowledgeBase) -> WorkingMemory:
    """Return a working memory in which a fact has a value; the given one is not modified.

    Args:
        memory: Stated facts, or a memory after a run.
        key: The fact's name and subject; a list's path and None to state a list.
        value: The value; for a list, how many elements are added to it.
        kb: The knowledge base.
    """
    fact, vocabulary = key.fact, kb.vocabulary
    if fact in vocabulary.lists:
        assert isinstance(value, (int, float))
        there = memory.elements.get(fact, [])
        taken = {str(element["id"]) for element in there}
        added: list[Element] = [{"id": name} for name in new_names(int(value), taken)]
        return with_elements(memory, fact, [*there, *added], kb)
    definition = vocabulary.facts[fact]
    if definition.source is None:
        closed, project = memory.closed, {**memory.project, fact: value}
        if definition.open and not isinstance(value, OpenSet):
            project[completeness(fact)] = True
        completed = completed_by(fact)
        if is_completeness(fact) and completed in memory.elements:
            closed = closed | {completed} if value is True else closed - {completed}
        elif is_completeness(fact) and completed in project:
            project[completed] = set_as_named(project[completed], value, vocabulary.facts[completed])
        return WorkingMemory(project, memory.elements, closed, memory.indexes, again=memory.again)
    return _with_facts_of(memory, definition.source, [(key, value)], kb)


def _with_facts_of(
    memory: WorkingMemory, source: str, values: Iterable[tuple[Address, Value]], kb: KnowledgeBase
) -> WorkingMemory:
    """Return a working memory in which facts of elements of one list have values."""
    elements, places, changed = memory.elements[source].copy(), memory.index(source, "id").places, set[str]()
    for (fact, subject), value in values:
        attribute = kb.vocabulary.facts[fact].attribute
        changed.add(attribute)
        for place in places.get((subject or "").removeprefix(f"{source}/"), ()):
            elements[place] = {**elements[place], attribute: value}
    indexes = {key: index for key, index in memory.indexes.items() if key[0] != source or key[1] not in changed}
    listed = {**memory.elements, source: elements}
    return WorkingMemory(memory.project, listed, memory.closed, indexes, again=memory.again)


def new_names(number: int, taken: Container[str] = ()) -> list[str]:
    """Return the ids of so many elements that are assumed in a list, none of which is taken.

    >>> new_names(2), new_names(2, {"new"})
    (['new', 'new2'], ['new2', 'new3'])
    """
    names = (NEW_ELEMENT if place == 1 else f"{NEW_ELEMENT}{place}" for place in count(1))
    return list(islice((one for one in names if one not in taken), number))


def with_values(memory: WorkingMemory, values: Mapping[Address, Value], kb: KnowledgeBase) -> WorkingMemory:
    """Return a working memory in which facts have values, as `with_value` gives them one after the other; of a list at once."""
    of_lists: dict[str, list[tuple[Address, Value]]] = {}
    for key, value in values.items():
        definition = kb.vocabulary.facts.get(key.fact)
        if definition is None or definition.source is None:
            memory = with_value(memory, key, value, kb)
        else:
            of_lists.setdefault(definition.source, []).append((key, value))
    for source, told in of_lists.items():
        memory = _with_facts_of(memory, source, told, kb)
    return memory


def with_elements(memory: WorkingMemory, path: str, elements: list[Element], kb: KnowledgeBase) -> WorkingMemory:
    """Return a working memory in which a list has these elements; the given one is not modified.

    The list is complete then if stating it says so, or if it was said before that it is.
    """
    said = memory.project.get(completeness(path)) is True
    complete = said or kb.vocabulary.lists[path].complete == "stated"
    closed = memory.closed | {path} if complete else memory.closed
    indexes = {key: index for key, index in memory.indexes.items() if key[0] != path}
    return WorkingMemory(memory.project, {**memory.elements, path: elements}, closed, indexes, again=memory.again)
