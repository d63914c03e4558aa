"""What an unknown fact could be: for each one, the values that rules can tell apart.

The values of a number are the bounds that rules compare it with and points beside them; those of a set are the empty
one, each single value, and all; a list that is not stated may be empty or have one element. Every other value of
these types lies between two of them for every rule, or is reached by combining them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..evaluate.comparisons import constant
from ..evaluate.support import FactKey, subject_of
from ..facts.memory import Element, Value, WorkingMemory
from ..knowledge.model import FactDefinition, KnowledgeBase
from ..language.records import dataclass
from ..language.tree import Comparison, Quantifier, walk

NEW_ELEMENT = "new"
"""The id of an element that is assumed in a list that is not stated."""


@dataclass(frozen=True, slots=True)
class Unknown:
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
    def key(self) -> FactKey:
        """The fact's name and subject."""
        return self.fact, self.subject


class Space:
    """The values that unknown facts of projects could take, for one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Give the values for one knowledge base."""
        self.kb = kb

    def unknowns(self, memory: WorkingMemory) -> Iterator[Unknown]:
        """Yield every unknown fact of a project, lists first."""
        vocabulary = self.kb.vocabulary
        for path in vocabulary.lists:
            if path not in memory.elements:
                yield Unknown(path, None, (0.0, 1.0))
        for path, definition in vocabulary.facts.items():
            if definition.source is None:
                if path not in memory.project:
                    yield Unknown(path, None, self.values(definition, memory))
                continue
            for element in memory.elements.get(definition.source, ()):
                if definition.attribute not in element:
                    yield Unknown(path, subject_of(definition.source, element), self.values(definition, memory))

    def values(self, definition: FactDefinition, memory: WorkingMemory) -> tuple[Value, ...]:
        """Return the values of a fact that are worth trying."""
        if definition.type == "bool":
            return (True, False)
        if definition.type == "enum":
            return tuple(definition.values)
        if definition.type in ("int", "number"):
            return self._numbers(definition)
        if definition.type == "set":
            singles = [frozenset({value}) for value in definition.values]
            return (frozenset(definition.values), *singles, frozenset[str]())
        if definition.type == "refs":
            ids = [str(element["id"]) for element in memory.elements.get(definition.target or "", ())]
            singles = [frozenset({name}) for name in ids] if len(ids) > 1 else []
            return tuple(dict.fromkeys((frozenset(ids), *singles, frozenset[str]())))
        if definition.type == "texts":
            return (("-",), ())
        return ("-",)

    def _numbers(self, definition: FactDefinition) -> tuple[Value, ...]:
        step = 1.0 if definition.type == "int" else 0.01
        low = definition.minimum if definition.minimum is not None else 0.0
        points = {low} | ({definition.maximum} if definition.maximum is not None else set())
        if "bounds" not in self.kb.kept:
            self.kb.kept["bounds"] = _bounds(self.kb)
        for bound in self.kb.kept["bounds"].get(definition.path, {1.0}):
            points |= {bound - step, bound, bound + step}
        inside = (
            point for point in points if point >= low and (definition.maximum is None or point <= definition.maximum)
        )
        return tuple(sorted(inside))


def _bounds(kb: KnowledgeBase) -> dict[str, set[float]]:
    """Return the bounds that rules compare each number with."""
    found: dict[str, set[float]] = {}
    for condition in kb.conditions():
        for node in walk(condition):
            if isinstance(node, Comparison) and isinstance(constant(node.right, kb), float):
                found.setdefault(node.left.path, set()).add(constant(node.right, kb))
            elif isinstance(node, Quantifier) and node.measure is not None:
                found.setdefault(node.measure.path, set()).add(float(constant(node.bound, kb)))
    return found


def with_value(memory: WorkingMemory, key: FactKey, value: Value, kb: KnowledgeBase) -> WorkingMemory:
    """Return a working memory in which a fact has a value; the given one is not modified.

    Args:
        memory: Stated facts, or a memory after a run.
        key: The fact's name and subject; a list's path and None to state a list.
        value: The value; for a list, how many elements it has (0 or 1).
        kb: The knowledge base.
    """
    fact, subject = key
    vocabulary = kb.vocabulary
    if fact in vocabulary.lists:
        elements: list[Element] = [{"id": NEW_ELEMENT}] if value else []
        return with_elements(memory, fact, elements, kb)
    definition = vocabulary.facts[fact]
    if definition.source is None:
        closed = memory.closed
        listed = fact.removeprefix("complete.")
        if fact.startswith("complete.") and listed in memory.elements:
            closed = closed | {listed} if value is True else closed - {listed}
        return WorkingMemory({**memory.project, fact: value}, memory.elements, closed)
    source = definition.source
    name = subject.removeprefix(f"{source}/") if subject is not None else None
    changed = [
        {**element, definition.attribute: value} if element["id"] == name else element
        for element in memory.elements[source]
    ]
    return WorkingMemory(memory.project, {**memory.elements, source: changed}, memory.closed)


def with_elements(memory: WorkingMemory, path: str, elements: list[Element], kb: KnowledgeBase) -> WorkingMemory:
    """Return a working memory in which a list has these elements; the given one is not modified.

    The list is complete then if stating it says so, or if it was said before that it is.
    """
    said = memory.project.get(f"complete.{path}") is True
    complete = said or kb.vocabulary.lists[path].complete == "stated"
    closed = memory.closed | {path} if complete else memory.closed
    return WorkingMemory(memory.project, {**memory.elements, path: elements}, closed)
