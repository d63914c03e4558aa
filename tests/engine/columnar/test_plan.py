"""What cannot be judged in columns is refused by name before any project is judged."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from advise.engine.columnar.plan import NotExpressibleError, Plan
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.language.tree import All, Comparison, Fact


def with_condition(kb: CompiledKnowledgeBase, leaf: Comparison) -> CompiledKnowledgeBase:
    """Return the knowledge base with one rule that has one condition."""
    return compiled(replace(kb, rules=(replace(kb.rule("COM-01"), when=All((leaf,))),)))


@pytest.mark.parametrize(
    ("path", "operator", "right"),
    [
        ("selection.reasons", "is", "subsidy"),
        ("commitment.declared", "resembles", True),
        ("nothing.declared", "is", True),
        ("commitment.declared", "in", Fact("top.visited_site", attribute="top.visited_site")),
    ],
)
def test_a_comparison_that_is_not_known_here_is_refused_with_its_rule(
    path: str, operator: Any, right: Any, kb: CompiledKnowledgeBase
) -> None:
    leaf = Comparison(Fact(path, attribute=path), operator, right)
    with pytest.raises(NotExpressibleError, match=rf"COM-01: '{path} {operator}' cannot be judged in columns"):
        Plan(with_condition(kb, leaf))


def test_the_shipped_rules_can_be_judged_in_columns(kb: CompiledKnowledgeBase) -> None:
    assert set(Plan(kb).grades) == {rule.code for rule in kb.rules}


def test_conditions_that_say_the_same_are_judged_once(kb: CompiledKnowledgeBase) -> None:
    plan = Plan(kb)
    leaves = [must.when.children[0] for must in kb.verdict.must_know if must.when is not None]
    assert len({id(leaf) for leaf in leaves}) > 2
    assert len({plan.of(leaf).number for leaf in leaves}) == len(set(leaves)) == 1
