"""Aggregates over what is partly known say true or false only when nothing that is still possible says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from advise.engine.language.aggregate import Summand, aggregate
from advise.engine.language.tree import AggregateKind, Operator
from advise.engine.language.truth import Truth

KINDS: tuple[AggregateKind, ...] = ("count", "sum", "min", "max", "share")
OPERATORS: tuple[Operator, ...] = (">=", ">", "<=", "<", "is", "is not")


def completions(
    items: Sequence[Summand], closed: bool, minimum: float, maximum: float
) -> Iterator[tuple[list[Fraction], int]]:
    """Yield what may turn out: the measures of the elements that are meant, and the number of all elements."""
    choices: list[list[Fraction | None]] = []
    for meant, measure in items:
        values = [minimum, (minimum + maximum) / 2, maximum] if measure is None else [measure]
        wanted: list[Fraction | None] = [Fraction(repr(value)) for value in values] if meant is not False else []
        choices.append(wanted + ([None] if meant is not True else []))
    for chosen in product(*choices):
        known = [value for value in chosen if value is not None]
        yield known, len(items)
        if not closed:
            for more in (1, 3, 40):
                for value in (minimum, maximum):
                    yield [*known, *[Fraction(repr(value))] * more], len(items) + more


def holds(kind: AggregateKind, values: list[Fraction], total: int, operator: str, bound: Fraction) -> bool:
    if (kind in ("min", "max") and not values) or (kind == "share" and not total):
        return False
    result = {
        "count": lambda: Fraction(len(values)),
        "sum": lambda: sum(values, Fraction(0)),
        "min": lambda: min(values),
        "max": lambda: max(values),
        "share": lambda: Fraction(len(values), total),
    }[kind]()
    return {
        ">=": result >= bound,
        ">": result > bound,
        "<=": result <= bound,
        "<": result < bound,
        "is": result == bound,
        "is not": result != bound,
    }[operator]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("closed", [True, False])
def test_a_certain_answer_is_the_answer_of_every_completion(kind: AggregateKind, closed: bool) -> None:
    random = Random(7)
    for _ in range(400):
        truths: Sequence[Truth] = (True, False, None)
        items: list[Summand] = [
            (random.choice(truths), random.choice([None, 0.0, 0.05, 0.5, 1.0])) for _ in range(random.randint(0, 4))
        ]
        bound, operator = random.choice([0.0, 0.05, 0.5, 1.0, 2.0]), random.choice(OPERATORS)
        found = aggregate(kind, items, closed=closed, operator=operator, bound=bound, minimum=0.0, maximum=1.0)
        possible = {
            holds(kind, values, total, operator, Fraction(repr(bound)))
            for values, total in completions(items, closed, 0.0, 1.0)
        }
        if found is not None:
            assert possible == {found}, (items, operator, bound)
        elif operator in (">=", ">", "<=", "<") and closed:
            assert possible == {True, False}, (items, operator, bound)


def test_twenty_seeds_of_five_percent_are_one_success() -> None:
    items: list[Summand] = [(True, 0.05)] * 20
    assert aggregate("sum", items, closed=True, operator=">=", bound=1.0) is True
    assert aggregate("sum", items, closed=True, operator="is", bound=1.0) is True
    assert aggregate("sum", items[1:], closed=True, operator=">=", bound=1.0) is False


def test_one_of_ten_is_exactly_a_tenth() -> None:
    tenth: list[Summand] = [(True, None), *[(False, None)] * 9]
    assert aggregate("share", tenth, closed=True, operator="is", bound=0.1) is True


def test_at_least_two_may_be_said_of_an_open_list_but_not_at_most_two() -> None:
    two: list[Summand] = [(True, None)] * 2
    assert aggregate("count", two, closed=False, operator=">=", bound=2) is True
    assert aggregate("count", two, closed=False, operator="<=", bound=2) is None
    assert aggregate("count", two, closed=False, operator="<", bound=2) is False


def test_the_greatest_of_nothing_is_not_small() -> None:
    assert aggregate("max", [], closed=True, operator="<=", bound=5) is False
    assert aggregate("max", [], closed=False, operator="<=", bound=5) is None
    assert aggregate("max", [(None, 3.0)], closed=True, operator="<=", bound=5) is None
    assert aggregate("max", [(None, 3.0)], closed=True, operator=">", bound=5) is False


def test_an_unknown_measure_without_limits_can_be_anything() -> None:
    assert aggregate("sum", [(True, None), (True, 2.0)], closed=True, operator=">=", bound=1) is None
    assert aggregate("sum", [(True, None), (True, 2.0)], closed=True, operator=">=", bound=1, minimum=0) is True
