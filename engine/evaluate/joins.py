"""Joins: of the elements that a quantifier runs over, those that have to do with what is bound around it.

`kpi.goals has goal.id` among the conditions of `where` rules out almost every KPI for a goal, and an element that a
condition rules out contributes nothing. The others are found by an index of the list instead of by asking each element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from ..knowledge.model import KnowledgeBase
from ..language.tree import Comparison, Condition, Fact, Quantifier, facts_of, walk
from ..project.memory import Element, OpenSet, WorkingMemory
from .comparisons import Bindings, Test, getter

Elements: TypeAlias = "Callable[[WorkingMemory, Bindings], Iterable[Element]]"
"""Returns elements of a quantifier's list."""


class Join:
    """What ties the elements of a quantifier to what is bound around it."""

    def __init__(self, node: Quantifier, own: Fact, other: Fact, reverse: bool, alone: bool) -> None:
        """Join a quantifier.

        Args:
            node: The quantifier.
            own: The fact of its element.
            other: The fact of what is bound around it, or of the project.
            reverse: Whether the other fact is the set that must have the value of the own one.
            alone: Whether nothing else that it asks of an element depends on what is bound around it.
        """
        self.node = node
        self.own = own
        self.other = other
        self._other = getter(other)
        self._reverse = reverse
        self._alone = alone

    def places(self, memory: WorkingMemory, bound: Bindings) -> tuple[Sequence[int], Sequence[int]]:
        """Return the places of the elements that fit, and of those of which that cannot be told."""
        index = memory.index(self.node.source, self.own.attribute)
        wanted: Any = self._other(memory, bound)
        if wanted is None:
            return (), range(len(memory.elements.get(self.node.source, ())))
        if not self._reverse:
            return index.places.get(wanted, ()), index.unknown
        fit = {place for value in wanted for place in index.places.get(value, ())}
        if type(wanted) is not OpenSet:
            return sorted(fit), index.unknown
        elements = memory.elements.get(self.node.source, ())
        return sorted(fit), [place for place in range(len(elements)) if place not in fit]

    def fitting(self, memory: WorkingMemory, bound: Bindings) -> Iterable[Element]:
        """Return the elements that are not ruled out, in their order."""
        elements = memory.elements.get(self.node.source, ())
        fit, open_ = self.places(memory, bound)
        return [elements[place] for place in (sorted((*fit, *open_)) if fit and open_ else fit or open_)]

    def deciding(self, one: Test) -> Elements:
        """Return what gives the elements that settle whether there is one for which a test holds or may hold.

        Of those of which it cannot be told whether they fit, the first that passes stands for all: none of them can do
        more than leave the answer open. Where nothing around the quantifier matters to them, it is looked for once.
        """
        if not self._alone:
            return self.fitting
        source, variable = self.node.source, self.node.variable

        def elements(memory: WorkingMemory, bound: Bindings) -> Iterable[Element]:
            fit, open_ = self.places(memory, bound)
            listed = memory.elements.get(source, ())
            found = [listed[place] for place in fit]
            if open_:
                key = self, len(open_) == len(listed)
                if key not in memory.kept:
                    passing = (place for place in open_ if one(memory, {**bound, variable: listed[place]}) is not False)
                    memory.kept[key] = next(passing, None)
                place = memory.kept[key]
                if isinstance(place, int):
                    found.append(listed[place])
            return found

        return elements


def join_of(node: Quantifier, kb: KnowledgeBase) -> Join | None:
    """Return what ties the elements of a quantifier to what is bound around it, where that can be looked up."""
    for leaf in node.where.children:
        if not isinstance(leaf, Comparison) or not isinstance(leaf.right, Fact):
            continue
        left, right = leaf.left.variable == node.variable, leaf.right.variable == node.variable
        definition = kb.vocabulary.facts.get(leaf.left.path)
        of_many = definition is not None and definition.type in _MANY
        if left is right or leaf.operator != ("has" if of_many else "is"):
            continue
        own, other = (leaf.left, leaf.right) if left else (leaf.right, leaf.left)
        rest = [child for child in (*node.where.children, node.body) if child is not None and child is not leaf]
        return Join(node, own, other, of_many and right, all(_alone(child, node) for child in rest))
    return None


_MANY = ("set", "refs")


def _alone(condition: Condition, node: Quantifier) -> bool:
    """Tell whether a condition reads no other element around a quantifier than its own."""
    inside = {part.variable for part in walk(condition) if isinstance(part, Quantifier)}
    return all(fact.variable in {None, node.variable, *inside} for fact in facts_of(condition))
