"""The text of one pattern of a durable-rules definition, and how much of the engine's room it takes.

A pattern is a conjunction of tests of one durable fact. Every test asks for one of four things (`Want`) of a truth
that may be unknown; an attribute that is unknown holds `UNKNOWN`, or for a number is absent.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple, TypeAlias

from .names import UNKNOWN
from .native import encode

TRUTHS = ("true", "false")
Want: TypeAlias = Literal["true", "not false", "false", "not true"]
"""What is asked of a three-valued truth: that it is certain, that it is possible, and the same of its negation."""
OPPOSITE: dict[Want, Want] = {"true": "false", "false": "true", "not false": "not true", "not true": "not false"}
"""What must be asked of a condition to have asked something of its negation."""
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
    if len(values) == 1:
        return Expression((f'{{"{name}":{encode(values[0])}}}',))
    if len(values) <= len(others):
        return either([Expression((f'{{"{name}":{encode(value)}}}',)) for value in values])
    return Expression(tuple([f'{{"$neq":{{"{name}":{encode(value)}}}}}' for value in others]))


def choice(name: str, wanted: Collection[str], domain: Sequence[str], want: Want) -> Expression:
    """Ask of the truth that an attribute has one of some values; it is unknown where the attribute is."""
    asked = want in ("true", "not false")
    values = [value for value in domain if (value in wanted) == asked]
    if want in ("not false", "not true"):
        values.append(UNKNOWN)
    return one_of(name, values, (*domain, UNKNOWN))


def truth(name: str, want: Want) -> Expression:
    """Ask something of a truth that is itself an attribute."""
    return choice(name, ("true",), TRUTHS, want)


def order(name: str, operator: str, bound: float, want: Want) -> Expression:
    """Ask of the truth that a number compares with a bound; it is unknown where the number is absent."""
    if want in ("false", "not true"):
        operator = _REVERSED[operator]
    test = _single(f'{{"{_ORDER[operator]}":{{"{name}":{encode(float(bound))}}}}}')
    return test if want in ("true", "false") else either([_single(f'{{"$nex":{{"{name}":1}}}}'), test])


def _single(text: str) -> Expression:
    return Expression((text,))
