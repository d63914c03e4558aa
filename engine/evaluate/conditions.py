"""Condition trees compiled to closures, with the tree kept beside them.

The closures give truths quickly; the tree of `Compiled` nodes is what explanations walk: each node can tell its own
truth, so an explanation never judges anew.

Of the elements that a quantifier runs over, only those are asked that have to do with what is bound around it:
`kpi.goals has goal.id` among the conditions of `where` rules out almost every KPI for a goal, and an element that a
condition rules out contributes nothing. The others are found by an index of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, cast

from msgspec import Struct

from ..knowledge.model import KnowledgeBase, Loop, constant
from ..language.aggregate import aggregate
from ..language.tree import (
    ABOUT_KNOWLEDGE,
    ABOUT_REFERENCES,
    AggregateKind,
    All,
    Any,
    Comparison,
    Condition,
    Fact,
    Not,
    Quantifier,
    facts_of,
    read_by,
    walk,
)
from ..language.truth import Truth
from ..project.memory import Element, OpenSet, WorkingMemory
from .comparisons import Bindings, Test, compile_comparison, getter, negated

Elements: TypeAlias = "Callable[[WorkingMemory, Bindings], Iterable[Element]]"
"""Returns elements of a quantifier's list."""


def bindings(loop: Loop | None, memory: WorkingMemory) -> Iterator[tuple[Bindings, str | None]]:
    """Yield the bindings of what a loop runs over, and its id; nothing for a list that is not stated."""
    if loop is None:
        yield {}, None
        return
    for element in memory.elements.get(loop.source, ()):
        yield {loop.variable: element}, str(element["id"])


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
        self.test: Test | None = None
        self._reverse = reverse
        self._alone = alone

    def places(self, memory: WorkingMemory, bound: Bindings) -> tuple[Sequence[int], Sequence[int]]:
        """Return the places of the elements that fit, and of those of which that cannot be told."""
        index = memory.index(self.node.source, self.own.attribute)
        wanted = self._other(memory, bound)
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
        self.test = one
        source = self.node.source

        def elements(memory: WorkingMemory, bound: Bindings) -> Iterable[Element]:
            fit, open_ = self.places(memory, bound)
            listed = memory.elements.get(source, ())
            found = [listed[place] for place in fit]
            place = self.passing(memory, bound, open_) if open_ else None
            if place is not None:
                found.append(listed[place])
            return found

        return elements

    def passing(self, memory: WorkingMemory, bound: Bindings, open_: Sequence[int]) -> int | None:
        """Return the first place that passes of those that are open: of the elements that are silent, or of all."""
        listed, test, variable = memory.elements.get(self.node.source, ()), self.test, self.node.variable
        key = self, len(open_) == len(listed)
        if key not in memory.kept:
            assert test is not None
            passing = (place for place in open_ if test(memory, {**bound, variable: listed[place]}) is not False)
            memory.kept[key] = next(passing, None)
        place = memory.kept[key]
        return place if isinstance(place, int) else None


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


class Compiled(Struct, frozen=True):
    """A condition with its closure.

    Attributes:
        node: The condition.
        truth: Its truth in a working memory under bindings.
        children: The compiled parts: children of all, any and not; `where` and (for every) the body of a quantifier.
        lenient: Whether it judges what a completion could still change; a strict one is compiled differently then.
        join: Of a quantifier, what ties its elements to what is bound around it.
    """

    node: Condition
    truth: Test
    children: tuple[Compiled, ...] = ()
    lenient: bool = False
    join: Join | None = None


_LENIENT = ABOUT_KNOWLEDGE | ABOUT_REFERENCES
Shared: TypeAlias = "dict[int, Compiled]"
"""What was compiled by now, by the identity of the condition: several rules may hold the same one."""


def compile_condition(
    node: Condition, kb: KnowledgeBase, strict: bool = False, shared: Shared | None = None
) -> Compiled:
    """Compile a condition and everything below it; `strict` as in `compile_comparison`."""
    if shared is None:
        shared = {}
    found = shared.get(id(node))
    if found is None:
        join = join_of(node, kb) if isinstance(node, Quantifier) else None
        truth, children = _closure(node, kb, strict, shared, join)
        lenient = node.operator in _LENIENT if isinstance(node, Comparison) else any(one.lenient for one in children)
        found = shared[id(node)] = Compiled(node, truth, children, lenient, join)
    return found


def _closure(
    node: Condition, kb: KnowledgeBase, strict: bool, shared: Shared, join: Join | None
) -> tuple[Test, tuple[Compiled, ...]]:
    if isinstance(node, Comparison):
        return compile_comparison(node, kb, strict), ()
    if isinstance(node, Not):
        child = compile_condition(node.child, kb, strict, shared)
        return negated(child.truth), (child,)
    if isinstance(node, (All, Any)):
        children = tuple([compile_condition(child, kb, strict, shared) for child in node.children])
        tests = tuple([child.truth for child in children])
        if len(tests) == 1:
            return tests[0], children
        return _group(tests, isinstance(node, Any)), children
    return _quantifier(node, kb, strict, shared, join)


def _group(tests: tuple[Test, ...], settling: bool) -> Test:
    """Return a conjunction, which one that fails settles, or a disjunction, which one that holds does."""

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        result: Truth = not settling
        for test in tests:
            found = test(memory, bound)
            if found is settling:
                return settling
            if found is None:
                result = None
        return result

    return truth


def _quantifier(
    node: Quantifier, kb: KnowledgeBase, strict: bool, shared: Shared, join: Join | None
) -> tuple[Test, tuple[Compiled, ...]]:
    parts = tuple(compile_condition(part, kb, strict, shared) for part in (node.where, node.body) if part is not None)
    if node.kind not in ("some", "none", "every"):
        return _aggregate(node, parts[0].truth, kb, join), parts
    some = _some(node, _meant(parts), join, kb)
    return some if node.kind == "some" else negated(some), parts


def _meant(parts: tuple[Compiled, ...]) -> Test:
    """Return the test of the element that some, none or every is asked about: a witness, or one that breaks it."""
    where, *body = [part.truth for part in parts]
    if not body:
        return where

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        found = where(memory, bound)
        if found is False:
            return False
        demanded = body[0](memory, bound)
        return False if demanded else None if demanded is None else found

    return truth


class _Each:
    """What a test says of each element of a list, where that hangs on the element alone.

    After a change it is asked anew of the elements that are not as they were when all were asked.
    """

    def __init__(self, node: Quantifier, test: Test, kb: KnowledgeBase) -> None:
        """Ask what a quantifier asks of the elements of its list."""
        self.source = node.source
        self._variable = node.variable
        self._test = test
        inside = [part for condition in (node.where, node.body) if condition is not None for part in walk(condition)]
        referring = [part for part in inside if isinstance(part, Comparison) and part.operator in ABOUT_REFERENCES]
        self._targets = {kb.vocabulary.facts[part.left.path].target or "" for part in referring}
        self.alone = not any(isinstance(part, Quantifier) for part in inside) and all(
            fact.variable == node.variable for part in inside for fact in read_by(part)
        )

    def truths(self, memory: WorkingMemory) -> Iterator[Truth]:
        """Yield what is true of each element, in their order."""
        listed, test, variable = memory.elements[self.source], self._test, self._variable
        assert memory.again is not None
        basis = [(memory.index(target, "id"), target in memory.closed) for target in self._targets]
        known = memory.again.get(self)
        if known is None or known[2] != basis:
            asked = [test(memory, {variable: element}) for element in listed]
            known = memory.again[self] = listed, asked, basis
        for element, before, truth in zip(listed, known[0], known[1], strict=False):
            yield truth if element is before else test(memory, {variable: element})
        for element in listed[len(known[0]) :]:
            yield test(memory, {variable: element})


def _some(node: Quantifier, one: Test, join: Join | None, kb: KnowledgeBase) -> Test:
    source, variable = node.source, node.variable
    each = _Each(node, one, kb)
    elements = join.deciding(one) if join is not None else lambda memory, _bound: memory.elements[source]

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        if source not in memory.elements:
            return None
        result: Truth = False if source in memory.closed else None
        if each.alone and memory.again is not None:
            for found in each.truths(memory):
                if found is True:
                    return True
                if found is None:
                    result = None
            return result
        for element in elements(memory, bound):
            found = one(memory, {**bound, variable: element})
            if found is True:
                return True
            if found is None:
                result = None
        return result

    return truth


def _aggregate(node: Quantifier, where: Test, kb: KnowledgeBase, join: Join | None) -> Test:
    measure = getter(node.measure) if node.measure is not None else None
    definition = kb.vocabulary.facts.get(node.measure.path) if node.measure is not None else None
    minimum = definition.minimum if definition is not None else None
    maximum = definition.maximum if definition is not None else None
    bound_value = float(constant(node.bound, kb))
    source, variable, kind, operator = node.source, node.variable, cast(AggregateKind, node.kind), node.operator or "is"
    # A share is one of all elements, those that are ruled out included.
    elements = join.fitting if join is not None and kind != "share" else lambda memory, _bound: memory.elements[source]

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        if source not in memory.elements:
            return None
        items = []
        for element in elements(memory, bound):
            inner = {**bound, variable: element}
            items.append((where(memory, inner), measure(memory, inner) if measure is not None else None))
        return aggregate(
            kind,
            items,
            closed=source in memory.closed,
            operator=operator,
            bound=bound_value,
            minimum=minimum,
            maximum=maximum,
        )

    return truth
