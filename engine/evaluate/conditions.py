"""Condition trees compiled to closures, with the tree kept beside them.

The closures give truths quickly; the tree of `Compiled` nodes is what explanations walk: each node can tell its own
truth, so an explanation never judges anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, cast

from ..knowledge.model import KnowledgeBase
from ..language.aggregate import aggregate
from ..language.tree import ABOUT_KNOWLEDGE, AggregateKind, All, Any, Comparison, Condition, Not, Quantifier
from ..language.truth import Truth, negate
from ..project.memory import WorkingMemory
from ..records import dataclass
from .comparisons import Bindings, Test, compile_comparison, constant, getter


@dataclass(frozen=True, slots=True)
class Compiled:
    """A condition with its closure.

    Attributes:
        node: The condition.
        truth: Its truth in a working memory under bindings.
        children: The compiled parts: children of all, any and not; `where` and (for every) the body of a quantifier.
        lenient: Whether it judges what a completion could still change; a strict one is compiled differently then.
        quantified: Whether a quantifier stands in it.
    """

    node: Condition
    truth: Test
    children: tuple[Compiled, ...] = ()
    lenient: bool = False
    quantified: bool = False


_LENIENT = ABOUT_KNOWLEDGE | {"is dangling", "is not dangling"}
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
        truth, children = _closure(node, kb, strict, shared)
        lenient = node.operator in _LENIENT if isinstance(node, Comparison) else any(one.lenient for one in children)
        quantified = isinstance(node, Quantifier) or any(one.quantified for one in children)
        found = shared[id(node)] = Compiled(node, truth, children, lenient, quantified)
    return found


def _closure(node: Condition, kb: KnowledgeBase, strict: bool, shared: Shared) -> tuple[Test, tuple[Compiled, ...]]:
    if isinstance(node, Comparison):
        return compile_comparison(node, kb, strict), ()
    if isinstance(node, Not):
        child = compile_condition(node.child, kb, strict, shared)
        inner = child.truth
        return lambda memory, bound: negate(inner(memory, bound)), (child,)
    if isinstance(node, (All, Any)):
        children = tuple([compile_condition(child, kb, strict, shared) for child in node.children])
        tests = tuple([child.truth for child in children])
        if len(tests) == 1:
            return tests[0], children
        return _conjunction(tests) if isinstance(node, All) else _disjunction(tests), children
    return _quantifier(node, kb, strict, shared)


def _conjunction(tests: tuple[Test, ...]) -> Test:
    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        result: Truth = True
        for test in tests:
            found = test(memory, bound)
            if found is False:
                return False
            if found is None:
                result = None
        return result

    return truth


def _disjunction(tests: tuple[Test, ...]) -> Test:
    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        result: Truth = False
        for test in tests:
            found = test(memory, bound)
            if found is True:
                return True
            if found is None:
                result = None
        return result

    return truth


def inner_bindings(node: Quantifier, memory: WorkingMemory, bound: Bindings) -> Iterator[Bindings]:
    """Yield the bindings for each element that a quantifier runs over; none when the list is not stated."""
    for element in memory.elements.get(node.source, ()):
        yield {**bound, node.variable: element}


def _quantifier(node: Quantifier, kb: KnowledgeBase, strict: bool, shared: Shared) -> tuple[Test, tuple[Compiled, ...]]:
    where = compile_condition(node.where, kb, strict, shared)
    if node.kind in ("some", "none"):
        some = _some(node, where.truth)
        return some if node.kind == "some" else lambda memory, bound: negate(some(memory, bound)), (where,)
    if node.kind == "every":
        assert node.body is not None
        body = compile_condition(node.body, kb, strict, shared)
        return _every(node, where.truth, body.truth), (where, body)
    return _aggregate(node, where.truth, kb), (where,)


def _some(node: Quantifier, where: Test) -> Test:
    source = node.source

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        if source not in memory.elements:
            return None
        result: Truth = False if source in memory.closed else None
        for inner in inner_bindings(node, memory, bound):
            found = where(memory, inner)
            if found is True:
                return True
            if found is None:
                result = None
        return result

    return truth


def _every(node: Quantifier, where: Test, body: Test) -> Test:
    source = node.source

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        if source not in memory.elements:
            return None
        result: Truth = True if source in memory.closed else None
        for inner in inner_bindings(node, memory, bound):
            meant = where(memory, inner)
            if meant is False:
                continue
            found = body(memory, inner)
            if found is False and meant is True:
                return False
            if found is not True:
                result = None
        return result

    return truth


def _aggregate(node: Quantifier, where: Test, kb: KnowledgeBase) -> Test:
    measure = getter(node.measure) if node.measure is not None else None
    definition = kb.vocabulary.facts.get(node.measure.path) if node.measure is not None else None
    minimum = definition.minimum if definition is not None else None
    maximum = definition.maximum if definition is not None else None
    bound_value = float(constant(node.bound, kb))
    source, kind, operator = node.source, cast(AggregateKind, node.kind), node.operator or "is"

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        if source not in memory.elements:
            return None
        items = [
            (where(memory, inner), measure(memory, inner) if measure is not None else None)
            for inner in inner_bindings(node, memory, bound)
        ]
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
