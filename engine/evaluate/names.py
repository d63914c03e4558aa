"""The names of a generated function: what each fact, list and derived fact is called in it, and where it is read.

Everything is read once, in a place that every condition that asks for it comes after: a fact of the project and a list
at the beginning, a fact of an element at the head of the loop that binds it. The text of the function is made of words
that stand in this package and of numbered names. What comes from a rules folder (paths, ids, codes, values) is never part
of it but kept beside it, as the value of a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any, TypeAlias

from msgspec import Struct, field

from ..language.tree import Fact
from ..project.memory import Element, OpenSet

Block: TypeAlias = "list[str | Block]"
"""Lines of a function; a list among them is indented under the line before it."""
Reads: TypeAlias = "dict[str, str]"
"""What is read in one place: the expressions, each with the name that it is kept under."""


class Bound(Struct):
    """An element that a loop binds.

    Attributes:
        name: What the element is called.
        source: The list that the loop runs over.
        reads: What is read of the element at the head of the loop.
        states: What the states of its derived facts are called, by the list of states that is run over beside it.
    """

    name: str
    source: str
    reads: Reads = field(default_factory=dict)
    states: Reads = field(default_factory=dict)


Scope: TypeAlias = "Mapping[str, Bound]"
"""The element bound to each variable."""


class Names:
    """Gives every fact, list and value of one function a name.

    Attributes:
        values: The values that names of the text stand for: the function's namespace.
        head: What is read at the beginning.
        after: What is read after each derivation, by its concept.
    """

    def __init__(self) -> None:
        self.values: dict[str, Any] = {"absent": (), "ids_of": ids_of, "of_member": of_member, "OpenSet": OpenSet}
        self.head: Reads = {}
        self.after: dict[str, Reads] = {}
        self._numbers = count(1)
        self._texts: dict[str, str] = {}
        self._states: dict[str, str] = {}

    def new(self, letter: str) -> str:
        """Return a name that nothing has."""
        return f"{letter}{next(self._numbers)}"

    def value(self, value: object) -> str:
        """Return a name for a value; the same text has one name."""
        if isinstance(value, str) and value in self._texts:
            return self._texts[value]
        name = self.new("c")
        self.values[name] = value
        if isinstance(value, str):
            self._texts[value] = name
        return name

    def fact(self, fact: Fact, scope: Scope) -> str:
        """Return what a fact is called, or the state of a derived one; None is its value where it is unknown."""
        if fact.variable is not None:
            return self.of_element(fact.path, fact.attribute, scope[fact.variable])
        if fact.member is not None:
            return self._of_member(fact, fact.member)
        return self._states.get(fact.path) or self._read(self.head, f"known({self.value(fact.path)})")

    def of_element(self, path: str, attribute: str, bound: Bound) -> str:
        """Return what a fact of a bound element is called."""
        if path in self._states:
            return self._read(bound.states, self._states[path])
        return self._read(bound.reads, f"{bound.name}.get({self.value(attribute)})")

    def _of_member(self, fact: Fact, member: str) -> str:
        elements = self.elements(fact.path.partition(".*.")[0])
        if fact.path in self._states:
            states = self._states[fact.path]
            return self._read(self.after[fact.path], f"of_member({elements}, {states}, {self.value(member)})")
        element = self._read(self.head, f"of_member({elements}, {elements}, {self.value(member)})")
        return self._read(self.head, f"None if {element} is None else {element}.get({self.value(fact.attribute)})")

    def elements(self, source: str) -> str:
        """Return what a list is called; one that is not stated is `absent`, over which no loop runs."""
        return self._read(self.head, f"elements.get({self.value(source)}, absent)")

    def unless_found(self, source: str) -> str:
        """Return what the truth of `some` is called when no element settles it: false for a complete list, else None."""
        elements = self.elements(source)
        return self._read(self.head, f"False if {self.value(source)} in closed and {elements} is not absent else None")

    def ids(self, source: str) -> str:
        """Return what the set of a list's ids is called; None is its value where the list is not stated."""
        elements = self.elements(source)
        return self._read(self.head, f"None if {elements} is absent else ids_of({elements})")

    def derived(self, concept: str) -> str:
        """Return a name for the state of a derived fact, or for the list of states, one for each element.

        Conditions that are written after this read the fact under it.
        """
        self.after[concept] = {}
        self._states[concept] = self.new("s")
        return self._states[concept]

    def loop(self, bound: Bound, body: Block) -> Block:
        """Return the loop that binds an element and does something with it; all that is read of it must be known."""
        elements = self.elements(bound.source)
        if bound.states:
            names, lists = (
                ", ".join(part) for part in ([bound.name, *bound.states.values()], [elements, *bound.states])
            )
            return [f"for {names} in zip({lists}):", [*lines(bound.reads), *body]]
        return [f"for {bound.name} in {elements}:", [*lines(bound.reads), *body]]

    def _read(self, reads: Reads, expression: str) -> str:
        if expression not in reads:
            reads[expression] = self.new("v")
        return reads[expression]


def lines(reads: Reads) -> Iterator[str]:
    """Yield the lines that read something."""
    return (f"{name} = {expression}" for expression, name in reads.items())


def ids_of(elements: Iterable[Element]) -> set[Any]:
    """Return the ids of a list's elements."""
    return {element["id"] for element in elements}


def of_member(elements: Iterable[Element], values: Iterable[Any], member: str) -> Any:
    """Return what stands beside the element with this id; None where there is none."""
    for element, value in zip(elements, values, strict=True):
        if element["id"] == member:
            return value
    return None
