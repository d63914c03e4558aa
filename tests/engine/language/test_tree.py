"""The condition tree: what it consists of, and how it is walked."""

from __future__ import annotations

import pytest

from advise.engine.language.tree import (
    All,
    Any,
    Comparison,
    Condition,
    Fact,
    Not,
    Parameter,
    Quantifier,
    facts_of,
    walk,
)
from advise.engine.problems.problem import Place

GOAL = Fact("goals[].id", "goal", attribute="id")
LINKED = Comparison(Fact("kpis[].goals", "kpi", attribute="goals"), "has", GOAL)
OPEN = Comparison(Fact("shop.open", attribute="shop.open"), "is", True)
PRICE = Fact("jars[].price", "jar", attribute="price")


def test_walking_visits_every_node_once_and_parents_before_children() -> None:
    where, body = All((LINKED,)), All((OPEN,))
    every = Quantifier("every", "kpis", "kpi", where, body)
    tree = All((Any((OPEN, Not(every))),))
    assert list(walk(tree)) == [tree, tree.children[0], OPEN, Not(every), every, where, LINKED, body, OPEN]


def test_the_facts_of_a_condition_include_right_sides_and_measures() -> None:
    total = Quantifier("sum", "jars", "jar", All(()), measure=PRICE, operator=">=", bound=Parameter("least"))
    assert list(facts_of(All((LINKED, total)))) == [LINKED.left, GOAL, PRICE]


def test_places_take_no_part_in_equality() -> None:
    here, there = (Comparison(OPEN.left, "is", True, Place(file, 1, 1)) for file in ("a.yaml", "b.yaml"))
    assert here == there
    assert not here != there  # noqa: SIM202
    assert {All((here,), Place("a.yaml", 1, 1)): 1} == {All((there,)): 1}


@pytest.mark.parametrize("other", [Any((OPEN,)), Not(OPEN), OPEN, All((OPEN, OPEN)), All(())])
def test_different_conditions_are_not_equal(other: Condition) -> None:
    assert All((OPEN,)) != other


def test_nodes_can_be_kept_in_sets_and_cannot_be_changed() -> None:
    assert len({OPEN, LINKED, All((OPEN,)), All((OPEN,))}) == 3
    with pytest.raises(AttributeError):
        OPEN.operator = "is not"  # type: ignore[misc]
