"""Comparisons as Python expressions, for the generated function.

A truth has three values and an expression two, so a condition has two expressions: one for whether it holds, one for
whether it fails; where neither is so, it cannot be told. Negation only exchanges them. What an operator means is said in
`comparisons`; this is held to it by tests.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..knowledge.model import ConceptDefinition, FactDefinition, KnowledgeBase
from ..language.tree import Comparison, Fact, Right
from .comparisons import NEGATED, SETTLED_BY_NAMED, constant
from .names import Names, Scope


class Tests(NamedTuple):
    """The two expressions of a condition, and how deep their brackets are nested."""

    holds: str
    fails: str
    depth: int = 1


_KNOWN = {
    "is": "{left} == {right}", "in": "{left} in {right}",
    "<": "{left} < {right}", "<=": "{left} <= {right}", ">": "{left} > {right}", ">=": "{left} >= {right}",
    "has": "{right} in {left}", "within": "{left} <= {right}",
    "is empty": "not {left}", "is incomplete": "not {right} <= {left}",
}  # fmt: skip
"""How values that are known are compared."""


def opposite(tests: Tests) -> Tests:
    """Return the tests of a negation."""
    return Tests(tests.fails, tests.holds, tests.depth)


def both(parts: Iterable[Tests]) -> Tests:
    """Return the tests of a conjunction: one part that fails settles it."""
    parts = tuple(parts)
    if len(parts) == 1:
        return parts[0]
    depth = 1 + max((part.depth for part in parts), default=0)
    holds, fails = (" and ".join(part.holds for part in parts), " or ".join(part.fails for part in parts))
    return Tests(f"({holds or True})", f"({fails or False})", depth)


def truth(tests: Tests) -> str:
    """Return the expression for the truth itself."""
    return f"True if {tests.holds} else False if {tests.fails} else None"


def comparison(node: Comparison, scope: Scope, names: Names, kb: KnowledgeBase) -> Tests:
    """Return the tests of a comparison."""
    positive = NEGATED.get(node.operator)
    if positive is not None:
        return opposite(_positive(node, positive, scope, names, kb))
    return _positive(node, node.operator, scope, names, kb)


def _positive(node: Comparison, word: str, scope: Scope, names: Names, kb: KnowledgeBase) -> Tests:
    left = names.fact(node.left, scope)
    definition = kb.vocabulary.definition(node.left.path)
    if isinstance(definition, ConceptDefinition):
        return _derived(word, left, constant(node.right, kb), names)
    if word == "is dangling":
        assert isinstance(definition, FactDefinition)
        return _dangling(left, names.ids(definition.target or ""))
    if word in ("is known", "may be"):
        return _about_knowledge(word, left, constant(node.right, kb), definition, names)
    if isinstance(node.right, Fact):
        right = names.fact(node.right, scope)
        tests = _compared(word, left, right, f"{left} is not None and {right} is not None")
        return _of_open_set(word, left, tests) if definition is not None and definition.open else tests
    wanted = constant(node.right, kb)
    if word == "is" and _of_two(wanted, definition):
        return Tests(f"{left} is {wanted is True}", f"{left} is {wanted is False}")
    tests = _compared(word, left, names.value(_operand(word, wanted, definition)), f"{left} is not None")
    return _of_open_set(word, left, tests) if definition is not None and definition.open else tests


def _of_open_set(word: str, left: str, tests: Tests) -> Tests:
    """Return the tests of a set that may be open: what is named settles one truth, the other one needs a whole set."""
    holds, fails = (f"(type({left}) is not OpenSet and {test})" for test in tests[:2])
    return Tests(tests.holds, fails, 2) if SETTLED_BY_NAMED[word] else Tests(holds, tests.fails, 2)


def _operand(word: str, wanted: object, definition: FactDefinition | None) -> object:
    """Return what a value is compared with: sets are made once."""
    if word == "is incomplete":
        return frozenset(definition.values) if definition is not None else frozenset()
    return frozenset(wanted) if word in ("in", "within") and isinstance(wanted, tuple) else wanted


def _compared(word: str, left: str, right: str, known: str) -> Tests:
    compared = _KNOWN[word].format(left=left, right=right)
    return Tests(f"({known} and {compared})", f"({known} and not ({compared}))")


def _of_two(wanted: object, definition: FactDefinition | None) -> bool:
    """Tell whether a fact is compared with one of the only two values that it can have."""
    return isinstance(wanted, bool) and definition is not None and definition.type == "bool"


def _about_knowledge(word: str, left: str, wanted: object, definition: FactDefinition | None, names: Names) -> Tests:
    if word == "is known":
        if definition is not None and definition.open:
            return Tests(f"type({left}) is frozenset", f"type({left}) is not frozenset")
        return Tests(f"{left} is not None", f"{left} is None")
    if _of_two(wanted, definition):
        return Tests(f"{left} is not {wanted is False}", f"{left} is {wanted is False}")
    right = names.value(wanted)
    return Tests(f"({left} is None or {left} == {right})", f"({left} is not None and {left} != {right})")


def _dangling(left: str, ids: str) -> Tests:
    return Tests(
        f"({left} and {ids} is not None and not {left} <= {ids})",
        f"({left} is not None and (not {left} or {ids} is not None and {left} <= {ids}))",
        2,
    )


def _derived(word: str, state: str, wanted: Right, names: Names) -> Tests:
    if word == "is known":
        return Tests(f"{state}.value is not None", f"{state}.value is None")
    if word == "in":
        right = names.value(_operand(word, wanted, None))
        return Tests(
            f"{state}.value in {right}", f"({state}.value not in {right} and {state}.open.isdisjoint({right}))"
        )
    right = names.value(wanted)
    ruled_out = f"({state}.value != {right} and {right} not in {state}.open)"
    if word == "may be":
        return Tests(f"({state}.value == {right} or {right} in {state}.open)", ruled_out)
    return Tests(f"{state}.value == {right}", ruled_out)
