"""Formulas of literals, and their expansion into the branches that durable-rules can match.

A literal is one thing that can be asked of one durable fact, or of a relation between two. A branch is a conjunction:
tests of durable facts, one pattern each, and relations between them. Alternatives within one durable fact stay in its
pattern; only alternatives between different ones become branches, each a rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from .expressions import IMPOSSIBLE, NOTHING, OPPOSITE, Expression, Want, both, either
from .names import PROJECT


class Literal(NamedTuple):
    """A truth that is read from an attribute of a durable fact.

    Attributes:
        variable: The element it is an attribute of, or `PROJECT`.
        name: The attribute.
        ask: Returns the test of what is asked of it.
        stratum: The stratum after which it is known; 0 when it is stated.
    """

    variable: str
    name: str
    ask: Callable[[Want], Expression]
    stratum: int = 0


class Related(NamedTuple):
    """A truth about several elements, asserted as a durable fact for each combination for which it is not false."""

    relation: str
    variables: tuple[str, ...]
    stratum: int = 0


class Guarded(NamedTuple):
    """A relation that is asserted only where it is certain, and the knowledge without which it is unknown.

    So an element of which nothing is known does not have to be related, perhaps, to every other one.
    """

    related: Related
    known: tuple[Literal, ...]


class Group(NamedTuple):
    """A conjunction (`every` part) or a disjunction of formulas."""

    parts: tuple[Formula, ...]
    every: bool


class Opposite(NamedTuple):
    """The negation of a formula."""

    part: Formula


Formula: TypeAlias = "Literal | Related | Guarded | Group | Opposite"


class Branch(NamedTuple):
    """One conjunction.

    Attributes:
        tests: The tests of each variable's durable fact.
        names: The attributes that they read.
        relations: What is asked of relations.
    """

    tests: dict[str, Expression]
    names: frozenset[tuple[str, str]] = frozenset()
    relations: tuple[tuple[Related, Want], ...] = ()


def literals(formula: Formula) -> Iterable[Literal | Related]:
    """Yield the literals of a formula."""
    if isinstance(formula, Group):
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


def branches(formula: Formula, want: Want, limit: int) -> list[Branch] | None:
    """Expand a formula; None when there would be more branches than the limit."""
    if isinstance(formula, Opposite):
        return branches(formula.part, OPPOSITE[want], limit)
    if isinstance(formula, Literal):
        return _asked(formula, formula.ask(want))
    if isinstance(formula, Related):
        return [Branch({}, relations=((formula, want),))]
    if isinstance(formula, Guarded):
        return _guarded(formula, want, limit)
    expanded = []
    for part in formula.parts:
        found = branches(part, want, limit)
        if found is None:
            return None
        expanded.append(found)
    conjunction = formula.every == (want in ("true", "not false"))
    return _product(expanded, limit) if conjunction else _union(expanded, limit)


def _guarded(formula: Guarded, want: Want, limit: int) -> list[Branch] | None:
    """Ask something of a relation; what is asked here of its parts is never unknown."""
    related, known = formula
    if want == "false":
        return branches(Group((*known, Opposite(related)), every=True), "true", limit)
    if want == "not false":
        return branches(Group((related, *(Opposite(part) for part in known)), every=False), "true", limit)
    return branches(related, want, limit)


def _asked(literal: Literal, test: Expression) -> list[Branch]:
    if test is IMPOSSIBLE:
        return []
    return (
        [Branch({literal.variable: test}, frozenset({(literal.variable, literal.name)}))]
        if test.parts
        else [Branch({})]
    )


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
