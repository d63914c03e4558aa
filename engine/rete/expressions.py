"""The text of one pattern of a durable-rules definition, and how much of the engine's room it takes.

A pattern is a conjunction of tests of one durable fact. A test passes what holds, and what holds `UNKNOWN`; it fails
where the attribute is absent. So it depends on how the facts are asserted (`assertion`) whether what is unknown passes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from .names import UNKNOWN, mark_of_unknown
from .native import encode

TRUTHS = ("true", "false")
_ORDER = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}
_REVERSED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


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


def order(name: str, operator: str, bound: float, holds: bool) -> Expression:
    """Test that a number compares, or does not compare, with a bound.

    The engine must never compare a text with a number: that a number is unknown is said by another attribute.
    """
    operator = operator if holds else _REVERSED[operator]
    test = _single(f'{{"{_ORDER[operator]}":{{"{name}":{encode(float(bound))}}}}}')
    return either([_single(f'{{"{mark_of_unknown(name)}":{encode(UNKNOWN)}}}'), test])


def _single(text: str) -> Expression:
    return Expression((text,))
