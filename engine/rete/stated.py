"""What is read from working memory before the engine runs: values, and truths of comparisons it has no operator for.

The engine compares numbers and named values itself. What a set holds, whether a reference dangles, and what two facts
have to do with one another is asserted as a three-valued attribute, or as a relation between two elements.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from types import NoneType
from typing import Any, TypeAlias

from ..knowledge.model import KnowledgeBase, constant
from ..language.tree import SETTLED_BY_NAMED, Comparison, Fact
from ..language.truth import Truth
from ..project.memory import Element, OpenSet, WorkingMemory

ValueGetter: TypeAlias = "Callable[[WorkingMemory, Element], Any]"
"""Reads a value from the project or from an element; None stands for unknown."""
Compare: TypeAlias = "Callable[[WorkingMemory, Element, Element], Truth]"
"""Compares a fact of the first element with one of the second; facts of the project need neither."""

Pairs: TypeAlias = "Callable[[Sequence[Element], Sequence[Element]], Iterator[tuple[int, int]]]"
"""Yields the places of those elements of two lists that have to do with one another."""

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "is": operator.eq,
    "in": lambda value, wanted: value in wanted,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "has": lambda value, wanted: wanted in value,
    "within": lambda value, wanted: value <= wanted,
    "is empty": lambda value, wanted: not value,
    "is incomplete": lambda value, wanted: not wanted <= value,
}


class Unsupported(ValueError):
    """What this interpreter cannot run, and why.

    Attributes:
        rule: The name of the rule that says it (`goals_kpi/goal-unmeasured`), once that is known.
    """

    rule: str = ""

    def __str__(self) -> str:
        """Name the rule and say why."""
        why = super().__str__()
        return f"{self.rule}: {why}" if self.rule else why


def reader(fact: Fact) -> ValueGetter:
    """Return a function that reads a fact; an element's fact is read from the element it is given."""
    attribute, member, path = fact.attribute, fact.member, fact.path
    if fact.variable is not None:
        return lambda memory, element: element.get(attribute)
    if member is None:
        return lambda memory, element: memory.project.get(path)
    family = path.partition(".*.")[0]

    def of_member(memory: WorkingMemory, _element: Element) -> Any:
        named = (entry for entry in memory.elements.get(family, ()) if entry["id"] == member)
        return next(named, {}).get(attribute)

    return of_member


def comparer(node: Comparison, kb: KnowledgeBase) -> Compare:
    """Return a function that gives the truth of a comparison of stated facts, which negates no other one."""
    read = reader(node.left)
    if node.operator == "is dangling":
        return _dangling(read, kb.vocabulary.facts[node.left.path].target or "")
    if isinstance(node.right, Fact):
        return _two_facts(node, read, reader(node.right))
    return _one_fact(node, read, _wanted(node, kb))


def _wanted(node: Comparison, kb: KnowledgeBase) -> Any:
    """Return what the value is compared with, ready for `_COMPARED`."""
    if node.operator == "is incomplete":
        return frozenset(kb.vocabulary.facts[node.left.path].values)
    wanted = constant(node.right, kb)
    if node.operator in ("in", "within"):
        if not isinstance(wanted, tuple):
            raise Unsupported(f"'{node.operator}' needs a list of values")
        return frozenset(wanted)
    return wanted


def _one_fact(node: Comparison, read: ValueGetter, wanted: Any) -> Compare:
    if node.operator == "is known":
        return lambda memory, left, right: not isinstance(read(memory, left), (OpenSet, NoneType))
    if node.operator == "may be":
        return lambda memory, left, right: (value := read(memory, left)) is None or value == wanted
    compare = _COMPARED[node.operator]

    def truth(memory: WorkingMemory, left: Element, _right: Element) -> Truth:
        value = read(memory, left)
        return None if value is None else _told(node.operator, value, compare(value, wanted))

    return truth


def _two_facts(node: Comparison, read: ValueGetter, read_right: ValueGetter) -> Compare:
    if node.operator not in ("is", "<", "<=", ">", ">=", "has"):
        raise Unsupported(f"'{node.operator}' cannot compare two facts")
    compare = _COMPARED[node.operator]

    def truth(memory: WorkingMemory, left: Element, right: Element) -> Truth:
        value, wanted = read(memory, left), read_right(memory, right)
        if value is None or wanted is None:
            return None
        return _told(node.operator, value, compare(value, wanted))

    return truth


def _told(word: str, value: Any, truth: bool) -> Truth:
    """Return the truth of a comparison as far as it can be told: of an open set, only what is named counts."""
    return None if isinstance(value, OpenSet) and truth is not SETTLED_BY_NAMED[word] else truth


def related(node: Comparison) -> Pairs:
    """Return a function that yields the places of the elements for which a comparison of two facts is certain."""
    assert isinstance(node.right, Fact)
    left, right, compare = node.left.attribute, node.right.attribute, _COMPARED[node.operator]

    def by_value(lefts: Sequence[Element], rights: Sequence[Element]) -> Iterator[tuple[int, int]]:
        places: dict[Any, list[int]] = {}
        for j, element in enumerate(rights):
            places.setdefault(element.get(right), []).append(j)
        places.pop(None, None)
        for i, element in enumerate(lefts):
            value: Any = element.get(left)
            for wanted in value or () if node.operator == "has" else (value,):
                yield from ((i, j) for j in places.get(wanted, ()))

    def one_by_one(lefts: Sequence[Element], rights: Sequence[Element]) -> Iterator[tuple[int, int]]:
        for (i, element), (j, other) in product(enumerate(lefts), enumerate(rights)):
            value, wanted = element.get(left), other.get(right)
            if value is not None and wanted is not None and compare(value, wanted):
                yield i, j

    return by_value if node.operator in ("has", "is") else one_by_one


def _dangling(read: ValueGetter, target: str) -> Compare:
    def truth(memory: WorkingMemory, left: Element, _right: Element) -> Truth:
        ids = read(memory, left)
        if not ids:
            return None if ids is None else False
        elements = memory.elements.get(target)
        return None if elements is None else not ids <= {element["id"] for element in elements}

    return truth
