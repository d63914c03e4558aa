"""What is known about one project in one run, stated and derived, and what an interpreter concludes from it.

Working memory holds only known facts; whatever is not in it is unknown. `engine.project.project` reads a project into it.
Every interpreter returns conclusions, and they must return the same. Which finding replaces another, the verdict and the
questions are made from them elsewhere.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from msgspec import Struct, field

from ..knowledge.model import FactDefinition, Grade
from ..language.truth import Truth
from .address import Address, source_and_id, subject_of

Key: TypeAlias = "tuple[str, str | None]"
"""A rule's code or a concept's path, and the id of the element it is about (None: the project, or an absent list)."""


class Derived(Struct, frozen=True):
    """The state of a derived fact.

    Attributes:
        value: The value of the first line that is certain, None when no line is.
        open: Other values that are still possible: lines that cannot be told and stand before the certain one.
    """

    value: str | None
    open: frozenset[str] = frozenset()

    def has(self, value: str) -> Truth:
        """Tell whether it has a value: true when it has, unknown while the value is open, else false."""
        return True if self.value == value else None if value in self.open else False


class OpenSet(frozenset[str]):
    """What is named of a set that may hold more: whether it holds any other value is unknown.

    It is no set with just these values, and not equal to one.

    >>> OpenSet({"a"}) == OpenSet({"a"}), OpenSet({"a"}) == frozenset({"a"}), frozenset({"a"}) == OpenSet({"a"})
    (True, False, False)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Tell whether the same is named of another set that may hold more."""
        return isinstance(other, OpenSet) and super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        """Return a number that differs from the one of the set with just these values."""
        return hash((OpenSet, super().__hash__()))


Value: TypeAlias = "bool | float | str | frozenset[str] | tuple[str, ...] | Derived"
"""bool and enum and text as they are, numbers as float, sets and refs as frozenset (an open set as `OpenSet`), texts as
tuple, derived facts."""

Element: TypeAlias = "dict[str, Value]"
"""One element's known facts by attribute; `id` is always there."""


class Index(Struct, frozen=True):
    """Where in a list the elements with a value stand, so that joins need not look at all of them.

    Attributes:
        places: The places by value; a set counts with each of its values.
        unknown: The places of the elements of which the fact is not known.
    """

    places: Mapping[object, Sequence[int]]
    unknown: Sequence[int]


class WorkingMemory(Struct, eq=False):
    """The known facts of one project.

    Attributes:
        project: Facts of the project itself, by path; derived ones too, as `Derived`.
        elements: The elements of each list, family and set parameter, by its path (`organisations`, `capitals`,
            `$key_early_kinds`). A list that is not stated is absent.
        closed: The lists of which no element can be missing.
        indexes: Those that were needed by now, by list and attribute. Memories with the same stated facts share them.
        kept: What was found out about this memory and holds only for it, by whoever keeps it there.
        again: What was found out about single elements, by whoever asks it of each of a list; memories that come from one
            another share it. None until a run has ended: before that nothing is asked twice.
    """

    project: dict[str, Value] = field(default_factory=dict)
    elements: dict[str, list[Element]] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
    indexes: dict[tuple[str, str], Index] = field(default_factory=dict)
    kept: dict[object, object] = field(default_factory=dict)
    again: dict[object, Any] | None = None

    def __eq__(self, other: object) -> bool:
        """Tell whether the same is known; what was found out on the way does not count."""
        if not isinstance(other, WorkingMemory):
            return NotImplemented
        return (self.project, self.elements, self.closed) == (other.project, other.elements, other.closed)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def knows(self, path: str) -> bool:
        """Tell whether a fact of the project is known as a whole: an open set is not."""
        value = self.project.get(path)
        return value is not None and not isinstance(value, OpenSet)

    def unknown(self, definition: FactDefinition) -> Iterator[Address]:
        """Yield a fact where it is not known: of the project, or of each element that there is."""
        if definition.source is None:
            if not self.knows(definition.path):
                yield Address(definition.path)
            return
        for element in self.elements.get(definition.source, ()):
            if definition.attribute not in element:
                yield Address(definition.path, subject_of(definition.source, element["id"]))

    def index(self, source: str, attribute: str) -> Index:
        """Return where in a list the elements with each value of a stated fact are; nothing may be stated afterwards."""
        found = self.indexes.get((source, attribute))
        if found is None:
            places: dict[object, list[int]] = {}
            unknown: list[int] = []
            for place, element in enumerate(self.elements.get(source, ())):
                value = element.get(attribute)
                if value is None:
                    unknown.append(place)
                for one in value if isinstance(value, frozenset) else () if value is None else (value,):
                    places.setdefault(one, []).append(place)
            found = self.indexes[source, attribute] = Index(places, unknown)
        return found

    def stated(self, key: Address, definition: FactDefinition) -> Value | None:
        """Return what is stated of a fact of the project or of an element; None where nothing is, or there is no such element."""
        if definition.source is None:
            return self.project.get(key.fact)
        element = self.element(definition.source, source_and_id(key.subject or "")[1])
        return None if element is None else element.get(definition.attribute)

    def element(self, source: str, name: str | None) -> Element | None:
        """Return the element of a list with an id; None when there is none."""
        place = self.index(source, "id").places.get(name)
        return self.elements[source][place[0]] if place else None


class Conclusions(Struct):
    """The outcome of every rule and the state of every derived fact of one project.

    Attributes:
        outcomes: For each rule, and each element that it runs over, whether it holds, does not hold, or cannot be
            told (None). A rule over a list that is not stated has one outcome, with id None: it cannot be told.
        derived: The state of each concept; of a concept about elements, the state for each element that is stated.
        severities: The grade of each outcome that holds.
        possible: Of a strict evaluation only: the grades that each outcome that may hold could have.
    """

    outcomes: dict[Key, Truth] = field(default_factory=dict)
    derived: dict[Key, Derived] = field(default_factory=dict)
    severities: dict[Key, Grade] = field(default_factory=dict)
    possible: dict[Key, frozenset[Grade]] = field(default_factory=dict)

    def of(self, codes: Container[str]) -> Conclusions:
        """Return the conclusions of some rules, and all that is derived."""
        return Conclusions(
            {key: truth for key, truth in self.outcomes.items() if key[0] in codes},
            self.derived,
            {key: grade for key, grade in self.severities.items() if key[0] in codes},
            {key: grades for key, grades in self.possible.items() if key[0] in codes},
        )


def derive(lines: Iterable[tuple[str, Truth]], strict: bool = False) -> Derived:
    """Return the state of a derived fact: the first certain line wins, unknown lines before it stay open.

    No line is looked at after a certain one; strictly, the value stays open as long as another one is.
    """
    undecided: list[str] = []
    for value, truth in lines:
        if truth is True:
            return settled(value, undecided, strict) if undecided else told(value)
        if truth is None:
            undecided.append(value)
    return settled(None, undecided, strict) if undecided else told(None)


def settled(value: str | None, undecided: Iterable[str], strict: bool = False) -> Derived:
    """Return the state of a derived fact with the value of its first certain line and those of unknown lines before."""
    still_open = frozenset(undecided) - {value}
    return (
        Derived(None, still_open | {value})
        if strict and still_open and value is not None
        else Derived(value, still_open)
    )


@cache
def told(value: str | None) -> Derived:
    """Return the state of a derived fact that nothing is open about; made once, because most are that."""
    return Derived(value)
