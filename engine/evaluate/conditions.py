"""Condition trees compiled to closures, with the tree kept beside them.

The closures give truths quickly; the tree of `Compiled` nodes is what explanations walk: each node can tell its own
truth, so an explanation never judges anew.
"""

from __future__ import annotations

from typing import TypeAlias, cast

from msgspec import Struct

from ..knowledge.model import KnowledgeBase
from ..language.aggregate import aggregate
from ..language.tree import ABOUT_KNOWLEDGE, AggregateKind, All, Any, Comparison, Condition, Not, Quantifier
from ..language.truth import Truth, all_of, negate
from ..project.memory import WorkingMemory
from .comparisons import Bindings, Test, compile_comparison, constant, getter
from .joins import Join, join_of


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
        inner = child.truth
        return lambda memory, bound: negate(inner(memory, bound)), (child,)
    if isinstance(node, (All, Any)):
        children = tuple([compile_condition(child, kb, strict, shared) for child in node.children])
        tests = tuple([child.truth for child in children])
        if len(tests) == 1:
            return tests[0], children
        return _conjunction(tests) if isinstance(node, All) else _disjunction(tests), children
    return _quantifier(node, kb, strict, shared, join)


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


def _quantifier(
    node: Quantifier, kb: KnowledgeBase, strict: bool, shared: Shared, join: Join | None
) -> tuple[Test, tuple[Compiled, ...]]:
    parts = tuple(compile_condition(part, kb, strict, shared) for part in (node.where, node.body) if part is not None)
    if node.kind not in ("some", "none", "every"):
        return _aggregate(node, parts[0].truth, kb, join), parts
    some = _some(node, _meant(parts), join)
    return some if node.kind == "some" else lambda memory, bound: negate(some(memory, bound)), parts


def _meant(parts: tuple[Compiled, ...]) -> Test:
    """Return the test of the element that some, none or every is asked about: a witness, or one that breaks it."""
    where, *body = [part.truth for part in parts]
    if not body:
        return where

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        found = where(memory, bound)
        return found if found is False else all_of((found, negate(body[0](memory, bound))))

    return truth


def _some(node: Quantifier, one: Test, join: Join | None) -> Test:
    source, variable = node.source, node.variable
    elements = join.deciding(one) if join is not None else lambda memory, _bound: memory.elements[source]

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        if source not in memory.elements:
            return None
        result: Truth = False if source in memory.closed else None
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
