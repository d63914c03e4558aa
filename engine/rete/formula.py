"""Formulas of literals, and their expansion into the branches that durable-rules can match.

A literal is one thing that can be tested of one durable fact, or of a relation between two. A branch is a conjunction:
tests of durable facts, one pattern each, and relations between them. Alternatives within one durable fact stay in its
pattern; only alternatives between different ones become branches, each a rule of its own. A test passes what holds, and what holds
`UNKNOWN`; it fails where the attribute is absent. So it depends on how the facts are asserted (`assertion`) whether what
is unknown passes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from ..language.tree import COMPLEMENTS, Operator
from .native import PROJECT, UNKNOWN, encode, mark_of_unknown

TRUTHS = ("true", "false")
_ORDER = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}


class Expression(NamedTuple):
    """Tests of one durable fact that must all hold.

    Attributes:
        parts: The tests, as JSON.
        paths: In how many ways the engine may follow them at once: one, and one more for each further alternative.
        groups: How many `$or` and inner `$and` it contains.
    """

    parts: tuple[str, ...] = ()
    paths: int = 1
    groups: int = 0


NOTHING = Expression()
"""No test at all: true of every durable fact of the kind."""
IMPOSSIBLE = Expression(("",))
"""What no durable fact fulfils; it never gets into a pattern."""


def both(left: Expression, right: Expression) -> Expression:
    """Return the conjunction of two expressions."""
    parts = left.parts + tuple(part for part in right.parts if part not in left.parts)
    return Expression(parts, left.paths + right.paths - 1, left.groups + right.groups)


def either(expressions: Sequence[Expression]) -> Expression:
    """Return the disjunction of expressions, none of which is empty."""
    if len(expressions) == 1:
        return expressions[0]
    parts = [
        entry.parts[0] if len(entry.parts) == 1 else f'{{"$and":[{",".join(entry.parts)}]}}' for entry in expressions
    ]
    groups = 1 + sum(entry.groups + (len(entry.parts) > 1) for entry in expressions)
    return Expression((f'{{"$or":[{",".join(parts)}]}}',), sum(entry.paths for entry in expressions), groups)


def one_of(name: str, wanted: Collection[str], domain: Sequence[str]) -> Expression:
    """Test that an attribute has one of some values; `domain` holds all that it can have, `UNKNOWN` included."""
    values = [value for value in domain if value in wanted]
    others = [value for value in domain if value not in wanted]
    if not values:
        return IMPOSSIBLE
    if not others:
        return _single(f'{{"$ex":{{"{name}":1}}}}')
    if len(values) == 1:
        return _single(f'{{"{name}":{encode(values[0])}}}')
    if len(values) <= len(others):
        return either([_single(f'{{"{name}":{encode(value)}}}') for value in values])
    return Expression(tuple([f'{{"$neq":{{"{name}":{encode(value)}}}}}' for value in others]))


def choice(name: str, wanted: Collection[str], domain: Sequence[str], holds: bool) -> Expression:
    """Test that an attribute has, or does not have (`holds`), one of some values."""
    values = [value for value in domain if (value in wanted) == holds]
    return one_of(name, [*values, UNKNOWN], (*domain, UNKNOWN))


def truth(name: str, holds: bool) -> Expression:
    """Test a truth that is itself an attribute."""
    return choice(name, ("true",), TRUTHS, holds)


def order(name: str, operator: Operator, bound: float, holds: bool) -> Expression:
    """Test that a number compares, or does not compare, with a bound.

    The engine must never compare a text with a number: that a number is unknown is said by another attribute.
    """
    operator = operator if holds else COMPLEMENTS[operator]
    test = _single(f'{{"{_ORDER[operator]}":{{"{name}":{encode(float(bound))}}}}}')
    return either([_single(f'{{"{mark_of_unknown(name)}":{encode(UNKNOWN)}}}'), test])


def _single(text: str) -> Expression:
    return Expression((text,))


class Literal(NamedTuple):
    """A truth that is read from an attribute of a durable fact.

    Attributes:
        variable: The element it is an attribute of, or `PROJECT`.
        name: The attribute.
        test: Returns the test that it holds, or that it does not.
        stratum: The stratum after which it is known; 0 when it is stated.
    """

    variable: str
    name: str
    test: Callable[[bool], Expression]
    stratum: int = 0


class Related(NamedTuple):
    """A truth about several elements, asserted for each combination for which it holds, or may hold."""

    relation: str
    variables: tuple[str, ...]
    stratum: int = 0


class Guarded(NamedTuple):
    """A relation that is asserted only where it is certain, and the literals that hold, or are unknown, with its sides.

    So an element of which nothing is known does not have to be related, perhaps, to every other one.
    """

    related: Related
    known: tuple[Literal, ...]


class Junction(NamedTuple):
    """A conjunction (`every` part) or a disjunction of formulas."""

    parts: tuple[Formula, ...]
    every: bool


class Opposite(NamedTuple):
    """The negation of a formula."""

    part: Formula


Formula: TypeAlias = "Literal | Related | Guarded | Junction | Opposite"


class Branch(NamedTuple):
    """One conjunction.

    Attributes:
        tests: The tests of each variable's durable fact.
        names: The attributes that they read.
        relations: The relations, each with whether it is to hold.
    """

    tests: dict[str, Expression]
    names: frozenset[tuple[str, str]] = frozenset()
    relations: tuple[tuple[Related, bool], ...] = ()


def literals(formula: Formula) -> Iterable[Literal | Related]:
    """Yield the literals of a formula."""
    if isinstance(formula, Junction):
        for part in formula.parts:
            yield from literals(part)
    elif isinstance(formula, Opposite):
        yield from literals(formula.part)
    elif isinstance(formula, Guarded):
        yield formula.related
    else:
        yield formula


def stratum_of(formula: Formula) -> int:
    """Return the stratum after which everything that a formula reads is known."""
    return max((literal.stratum for literal in literals(formula)), default=0)


def variables_of(formula: Formula) -> set[str]:
    """Return the variables that a formula speaks of."""
    found: set[str] = set()
    for literal in literals(formula):
        found.update(literal.variables if isinstance(literal, Related) else (literal.variable,))
    return found - {PROJECT}


def branches(formula: Formula, holds: bool, limit: int) -> list[Branch] | None:
    """Expand a formula, or its negation; None when there would be more branches than the limit."""
    if isinstance(formula, Opposite):
        return branches(formula.part, not holds, limit)
    if isinstance(formula, Literal):
        test = formula.test(holds)
        names = frozenset({(formula.variable, formula.name)})
        return [] if test is IMPOSSIBLE else [Branch({formula.variable: test}, names)]
    if isinstance(formula, Related):
        return [Branch({}, relations=((formula, holds),))]
    if isinstance(formula, Guarded):
        # It holds with the relation, may hold where a side is unknown, and fails everywhere else.
        unknown = (Opposite(literal) for literal in formula.known)
        return branches(Junction((formula.related, *unknown), every=False), holds, limit)
    expanded = []
    for part in formula.parts:
        found = branches(part, holds, limit)
        if found is None:
            return None
        expanded.append(found)
    return _product(expanded, limit) if formula.every == holds else _union(expanded, limit)


def _product(factors: Sequence[list[Branch]], limit: int) -> list[Branch] | None:
    result = [Branch({})]
    for factor in factors:
        if len(result) * len(factor) > limit:
            return None
        result = [_joined(left, right) for left in result for right in factor]
    return result


def _joined(left: Branch, right: Branch) -> Branch:
    tests = dict(left.tests)
    for variable, expression in right.tests.items():
        tests[variable] = both(tests.get(variable, NOTHING), expression)
    relations = left.relations + tuple(entry for entry in right.relations if entry not in left.relations)
    return Branch(tests, left.names | right.names, relations)


def _union(alternatives: Sequence[list[Branch]], limit: int) -> list[Branch] | None:
    """Collect all branches; those that are about one durable fact only become one."""
    alone: dict[str, list[Branch]] = {}
    result: list[Branch] = []
    for branch in (branch for found in alternatives for branch in found):
        if not branch.relations and len(branch.tests) == 1:
            alone.setdefault(next(iter(branch.tests)), []).append(branch)
        elif not branch.relations and not branch.tests:
            return [branch]
        elif branch not in result:
            result.append(branch)
    for variable, found in alone.items():
        names = frozenset().union(*(branch.names for branch in found))
        result.append(Branch({variable: either([branch.tests[variable] for branch in found])}, names))
    return result if len(result) <= limit else None
