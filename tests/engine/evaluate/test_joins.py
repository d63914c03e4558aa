"""Joins: elements that have nothing to do with one another are not compared."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.evaluate.conditions import compile_condition
from advise.engine.language.tree import All, Comparison, Fact, Quantifier
from advise.engine.project.memory import OpenSet, WorkingMemory
from advise.engine.project.project import read_project

from ...work import work
from .. import generated


def chain(number: int) -> dict[str, Any]:
    """Return a plan in which each theme has one KPI of its own, which serves one goal of its own."""
    return {
        "goals": [{"id": f"g{one}", "from_overlap": one % 2 == 0} for one in range(number)],
        "kpis": [{"id": f"k{one}", "goals": [f"g{one}"]} for one in range(number)],
        "themes": [{"id": f"t{one}", "kpis": [f"k{one}"]} for one in range(number)],
    }


def mesh(number: int) -> dict[str, Any]:
    """Return a plan in which each theme has every KPI, and each KPI serves every goal."""
    goals, kpis = ([f"{letter}{one}" for one in range(number)] for letter in "gk")
    return {
        "goals": [{"id": name} for name in goals],
        "kpis": [{"id": name, "goals": goals} for name in kpis],
        "themes": [{"id": f"t{one}", "kpis": kpis} for one in range(number)],
    }


def unlinked(number: int) -> dict[str, Any]:
    """Return a plan of which nobody has said what serves what."""
    plan = chain(number)
    return {path: [{"id": element["id"]} for element in elements] for path, elements in plan.items()}


@pytest.mark.parametrize(
    ("interpreter", "plan"),
    [("evaluate", chain), ("evaluate", mesh), ("evaluate", unlinked), ("rete", chain), ("rete", mesh)],
)
def test_work_grows_as_the_links_do(interpreter: str, plan: Any, kb: CompiledKnowledgeBase) -> None:
    run = kb.evaluator.run_in if interpreter == "evaluate" else kb.rete.run
    few, many = (read_project(plan(number), kb).memory for number in (40, 80))
    run(few)
    grown = 4 if plan is mesh else 2
    assert work(lambda: run(many)) <= grown * 1.1 * work(lambda: run(few))


def test_of_what_may_fit_one_that_leaves_it_open_is_enough(kb: CompiledKnowledgeBase) -> None:
    """A KPI of which nobody has said what it serves keeps every goal from being told unmeasured, as many do."""
    run = kb.evaluator.run
    for number in (1, 5):
        plan = unlinked(number) | {"goals": [{"id": "g0"}]}
        assert run(read_project(plan, kb).memory).derived["goals[].without_kpi", "g0"].value is None


@pytest.mark.parametrize(("kind", "truth"), [("some", None), ("none", None), ("count", None)])
def test_an_element_that_an_open_set_does_not_name_may_still_fit(kind: Any, truth: bool | None) -> None:
    element = Fact("items[].a_enum", "item", attribute="a_enum")
    named = Comparison(Fact("top.a_named", attribute="top.a_named"), "has", element)
    test = (">=", 1.0) if kind == "count" else (None, None)
    condition = Quantifier(kind, "items", "item", All((named,)), None, None, *test)
    kb = generated.knowledge_base(Random(1))
    memory = WorkingMemory(
        {"top.a_named": OpenSet({"a"})}, {"items": [{"id": "i1", "a_enum": "b"}]}, frozenset({"items"})
    )
    assert compile_condition(condition, kb).truth(memory, {}) is truth
