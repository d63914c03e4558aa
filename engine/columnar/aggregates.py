"""Counts, sums, extremes and shares over elements of which some are not known: intervals, as in `language.aggregate`.

Numbers are compared as they are written. Counts, shares and extremes are exact as they are; sums are exact in whole
billionths as long as each number is a whole number of them, and are left to `language.aggregate` where one is not.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple, cast

import numpy as np

from ..knowledge.model import KnowledgeBase, constant
from ..language.aggregate import aggregate as one_by_one
from ..language.tree import COMPLEMENTS, MIRRORED, AggregateKind, Operator, Quantifier
from .arrays import Floats, Mask, Numbers, Segments, Truths, opposite

_UNIT = 10**9
_LARGEST = 1e6
"""Numbers below it with nine decimals have at most fifteen digits, so that no other number is written like one of them."""
_LOW, _HIGH = np.iinfo(np.int64).min, np.iinfo(np.int64).max
"""What stands for no limit: no sum of a project reaches it."""


class Items(NamedTuple):
    """The elements of all rows.

    Attributes:
        meant: Whether each is meant.
        known: Where its measure is known; None where it is everywhere.
        measures: Its measure; None where nothing is measured.
        rows: Which elements belong to which row.
    """

    meant: Truths
    known: Mask | None
    measures: Floats | None
    rows: Segments


def aggregate(node: Quantifier, items: Items, closed: Mask, sizes: Numbers, kb: KnowledgeBase) -> Truths:
    """Test an aggregate in each row, as if its list were stated in every one.

    Args:
        node: The aggregate.
        items: The elements that are not ruled out.
        closed: Of each row, whether no element can be missing.
        sizes: Of each row, how many elements there are, those included that are ruled out.
        kb: Gives the limits of the measure, and parameters.
    """
    operator, bound = node.operator or "is", float(constant(node.bound, kb))
    limits = _limits(node, kb)
    if node.kind == "count":
        most = np.where(closed, items.rows.total(~items.meant.fails), np.inf)
        return compare(items.rows.total(items.meant.holds), most, operator, bound)
    if node.kind == "share":
        return _share(items, closed, sizes, operator, bound)
    if node.kind == "sum":
        return _sum(node, items, closed, operator, bound, limits)
    if node.kind == "min":
        return _least(items, closed, operator, bound, limits)
    low, high = limits
    mirrored = items._replace(measures=None if items.measures is None else -items.measures)
    return _least(mirrored, closed, MIRRORED[operator], -bound, (-high, -low))


def compare(low: Any, high: Any, operator: Operator, bound: Any) -> Truths:
    """Compare every point of each interval with a bound."""
    if operator == ">=":
        return Truths(low >= bound, high < bound)
    if operator == ">":
        return Truths(low > bound, high <= bound)
    if operator == "is":
        return Truths((low == bound) & (high == bound), (low > bound) | (high < bound))
    return opposite(compare(low, high, COMPLEMENTS[operator], bound))


def _limits(node: Quantifier, kb: KnowledgeBase) -> tuple[float, float]:
    """Return between what an unknown measure lies."""
    definition = kb.vocabulary.facts.get(node.measure.path) if node.measure is not None else None
    low = None if definition is None else definition.minimum
    high = None if definition is None else definition.maximum
    return -np.inf if low is None else float(low), np.inf if high is None else float(high)


def _share(items: Items, closed: Mask, sizes: Numbers, operator: Operator, bound: float) -> Truths:
    """Test a fraction without dividing, the bound taken as it is written."""
    exact = Fraction(repr(bound))
    certain, possible = items.rows.total(items.meant.holds), items.rows.total(~items.meant.fails)
    wanted = sizes * exact.numerator
    if exact.denominator > _UNIT or abs(exact.numerator) > _UNIT:  # more digits than 64 bits can hold beside a count
        certain, possible = certain.astype(object), possible.astype(object)
        wanted = sizes.astype(object) * exact.numerator
    found = compare(certain * exact.denominator, possible * exact.denominator, operator, wanted)
    some = closed & (sizes > 0)
    return Truths(found.holds.astype(np.bool_) & some, (found.fails.astype(np.bool_) & some) | (closed & (sizes == 0)))


def _least(items: Items, closed: Mask, operator: Operator, bound: float, limits: tuple[float, float]) -> Truths:
    """Test the least measure; where there may be no element at all, the test cannot be certain to hold."""
    lowest, highest = limits
    measures = items.measures
    assert measures is not None
    known = items.known
    least = measures if known is None else np.where(known, measures, lowest)
    most = measures if known is None else np.where(known, measures, highest)
    certain, possible = items.meant.holds, ~items.meant.fails
    some_certain = items.rows.any(certain)
    some = items.rows.any(possible) | ~closed
    low = items.rows.least(np.where(possible, least, np.inf))
    low = np.where(closed, low, np.minimum(low, lowest))
    high_certain = items.rows.least(np.where(certain, most, np.inf))
    high_possible = -items.rows.least(np.where(possible, -most, np.inf))
    high_possible = np.where(closed, high_possible, np.maximum(high_possible, highest))
    found = compare(low, np.where(some_certain, high_certain, high_possible), operator, bound)
    return Truths(found.holds & some_certain, (found.fails & some) | ~some)


def _sum(
    node: Quantifier, items: Items, closed: Mask, operator: Operator, bound: float, limits: tuple[float, float]
) -> Truths:
    """Add up the intervals of all elements that may be meant; one that may not be meant can also contribute nothing."""
    measures, (meant, known, _, rows) = items.measures, items
    assert measures is not None
    seen = np.ones(len(measures), np.bool_) if known is None else known
    whole, odd = _billionths(np.where(seen, measures, 0.0))
    lowest, highest, test = (_exact(one) for one in (*limits, bound))
    if lowest is None or highest is None or test is None:
        return _slowly(node, items, closed, np.ones(len(closed), np.bool_), operator, bound, limits)
    open_low, open_high = limits[0] == -np.inf, limits[1] == np.inf
    none, unseen = meant.fails, ~seen & ~meant.fails
    low = np.where(seen, whole, 0 if open_low else lowest)
    high = np.where(seen, whole, 0 if open_high else highest)
    low = np.where(none, 0, np.where(meant.holds, low, np.minimum(low, 0)))
    high = np.where(none, 0, np.where(meant.holds, high, np.maximum(high, 0)))
    endless = rows.any(unseen)
    least = np.where((endless & open_low) | (~closed & (limits[0] < 0)), _LOW, rows.total(low))
    most = np.where((endless & open_high) | (~closed & (limits[1] > 0)), _HIGH, rows.total(high))
    found = compare(least, most, operator, test)
    slow = rows.any(odd & ~none)
    if not slow.any():
        return found
    slowly = _slowly(node, items, closed, slow, operator, bound, limits)
    return Truths(np.where(slow, slowly.holds, found.holds), np.where(slow, slowly.fails, found.fails))


def _billionths(values: Floats) -> tuple[Numbers, Mask]:
    """Return numbers in billionths, and which are no whole number of them, or too large to be sure."""
    small = np.abs(values) < _LARGEST
    whole: Numbers = np.rint(np.where(small, values, 0.0) * _UNIT).astype(np.int64)
    return whole, ~small | (whole / _UNIT != values)


def _exact(value: float) -> int | None:
    """Return a limit in billionths, 0 for none; None when it is no whole number of them."""
    if np.isinf(value):
        return 0
    exact = Fraction(repr(value)) * _UNIT
    return int(exact) if exact.denominator == 1 and abs(value) < _LARGEST else None


def _slowly(
    node: Quantifier,
    items: Items,
    closed: Mask,
    rows: Mask,
    operator: Operator,
    bound: float,
    limits: tuple[float, float],
) -> Truths:
    """Test the marked rows one after the other."""
    holds, fails = np.zeros(len(closed), np.bool_), np.zeros(len(closed), np.bool_)
    meant, known, measures, segments = items
    assert measures is not None
    low, high = (None if np.isinf(one) else one for one in limits)
    for row in np.flatnonzero(rows):
        places = range(segments.starts[row], segments.starts[row + 1])
        listed = [
            (
                True if meant.holds[at] else False if meant.fails[at] else None,
                float(measures[at]) if known is None or known[at] else None,
            )
            for at in places
        ]
        truth = one_by_one(
            cast("AggregateKind", node.kind),
            listed,
            closed=bool(closed[row]),
            operator=operator,
            bound=bound,
            minimum=low,
            maximum=high,
        )
        holds[row], fails[row] = truth is True, truth is False
    return Truths(holds, fails)
