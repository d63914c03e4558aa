"""What can be said of a count, a sum, an extreme or a share while some of it is unknown.

Pure computation on intervals: each element comes with the truth of its `where` and, for sum, min and max, with the
value that is measured. Every interpreter uses these functions, so that no two of them can differ in the arithmetic.
Nothing here knows where the elements come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from .tree import COMPLEMENTS, MIRRORED, AggregateKind, Operator
from .truth import Truth, negate

Summand: TypeAlias = "tuple[Truth, float | None]"
"""Whether the element is meant, and its measure (None: unknown)."""
Exact: TypeAlias = "int | float"
"""A number as it is written, counted in the smallest unit; a float only where it is infinite."""
Interval: TypeAlias = "tuple[Exact, Exact]"
"""The least and the greatest value that is still possible; both may be infinite."""


inf = float("inf")
_PLACES = 400
"""Decimal places of the smallest unit: more than any float has, so that every one is a whole number of them."""
_ONE = int(10**_PLACES)


def aggregate(
    kind: AggregateKind,
    items: Sequence[Summand],
    *,
    closed: bool,
    operator: Operator,
    bound: float,
    minimum: float | None = None,
    maximum: float | None = None,
) -> Truth:
    """Test an aggregate over the elements of a list that is partly known.

    Args:
        kind: What is computed from the elements.
        items: Each element's truth and measure; count and share ignore the measure.
        closed: Whether the list is known to be complete.
        operator: `>=`, `>`, `<=`, `<`, `is` or `is not`.
        bound: What the aggregate is compared with.
        minimum: The least value that the measure can take, None when it has no limit.
        maximum: The greatest value that the measure can take, None when it has no limit.

    Returns:
        True or False when every value that is still possible gives the same answer, else None. Without any element
        there is no least or greatest value and no share, and their test is false.

    >>> aggregate("count", [(True, None), (None, None)], closed=True, operator=">=", bound=2) is None
    True
    >>> aggregate("sum", [(True, 0.05)] * 20, closed=True, operator=">=", bound=1)
    True
    >>> aggregate("min", [], closed=True, operator=">=", bound=0)
    False
    """
    if kind == "count":
        return compare_interval(_count(items, closed), operator, _exact(bound))
    if kind == "sum":
        return compare_interval(_sum(items, closed, minimum, maximum), operator, _exact(bound))
    if kind == "share":
        return _share(items, closed, operator, bound)
    if kind == "max":
        return _least(
            [(meant, _minus(measure)) for meant, measure in items],
            closed,
            MIRRORED[operator],
            -bound,
            _minus(maximum),
            _minus(minimum),
        )
    return _least(items, closed, operator, bound, minimum, maximum)


def compare_interval(interval: Interval, operator: Operator, bound: Exact) -> Truth:
    """Compare every point of an interval with a bound.

    >>> compare_interval((2, inf), ">=", 2)
    True
    >>> compare_interval((0, 1), "is", 2)
    False
    >>> compare_interval((0, 1), "<", 1) is None
    True
    """
    low, high = interval
    if operator == ">=":
        return True if low >= bound else False if high < bound else None
    if operator == ">":
        return True if low > bound else False if high <= bound else None
    if operator == "is":
        return True if low == high == bound else False if not low <= bound <= high else None
    return negate(compare_interval(interval, COMPLEMENTS[operator], bound))


def _exact(value: float) -> int:
    """Return the number as it is written, so that 20 times 0.05 is 1; most are whole.

    >>> _exact(0.05) * 20 == _exact(1), _exact(-2.5e-09) * 10**9 == _exact(-2.5)
    (True, True)
    """
    whole = int(value)
    if whole == value:
        return whole * _ONE
    digits, _, exponent = repr(value).partition("e")
    before, _, after = digits.partition(".")
    unit = int(10 ** (_PLACES + int(exponent or 0) - len(after)))
    return int(before + after) * unit


def _minus(value: float | None) -> float | None:
    return None if value is None else -value


def _count(items: Sequence[Summand], closed: bool) -> Interval:
    certain = sum(meant is True for meant, _ in items)
    possible = sum(meant is not False for meant, _ in items)
    return certain * _ONE, possible * _ONE if closed else inf


def _sum(items: Sequence[Summand], closed: bool, minimum: float | None, maximum: float | None) -> Interval:
    """Add the intervals of all elements that may be meant; one that may not be meant can also contribute nothing."""
    lowest, highest = _limits(minimum, maximum)
    lows: list[Exact] = []
    highs: list[Exact] = []
    for meant, measure in items:
        if meant is False:
            continue
        least, greatest = (lowest, highest) if measure is None else (_exact(measure), _exact(measure))
        lows.append(least if meant else min(least, 0))
        highs.append(greatest if meant else max(greatest, 0))
    if not closed:
        lows.append(0 if lowest >= 0 else -inf)
        highs.append(0 if highest <= 0 else inf)
    # What is infinite cannot be added to what is exact.
    return -inf if -inf in lows else sum(lows), inf if inf in highs else sum(highs)


def _limits(minimum: float | None, maximum: float | None) -> Interval:
    """Return what an unknown measure can be."""
    return -inf if minimum is None else _exact(minimum), inf if maximum is None else _exact(maximum)


def _least(
    items: Sequence[Summand],
    closed: bool,
    operator: Operator,
    bound: float,
    minimum: float | None,
    maximum: float | None,
) -> Truth:
    """Test the least measure; where there may be no element at all, the test cannot be certain to hold."""
    lowest, highest = _limits(minimum, maximum)
    certain: list[Interval] = []
    possible: list[Interval] = [] if closed else [(lowest, highest)]
    for meant, measure in items:
        if meant is not False:
            points = (lowest, highest) if measure is None else (_exact(measure), _exact(measure))
            (certain if meant else possible).append(points)
    if not certain and not possible:
        return False
    low = min(least for least, _ in certain + possible)
    high = min(points[1] for points in certain) if certain else max(points[1] for points in possible)
    truth = compare_interval((low, high), operator, _exact(bound))
    return truth if certain or truth is False else None


def _share(items: Sequence[Summand], closed: bool, operator: Operator, bound: float) -> Truth:
    """Test a fraction without dividing: as many elements as the bound demands of them all."""
    if not closed:
        return None
    if not items:
        return False
    return compare_interval(_count(items, closed), operator, _exact(bound) * len(items))
