"""Projects that are judged in columns get exactly what they get one by one, whatever the rules and whatever is known."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advise.engine.columnar.plan import Plan
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project

from .. import generated
from .agreement import differences, projects
from .bases import with_verdicts
from .documents import concluded

OFTEN = settings(max_examples=40)
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture(scope="module")
def plan(kb: CompiledKnowledgeBase) -> Plan:
    return Plan(kb)


def test_on_every_example(plan: Plan) -> None:
    memories = [read_project(path, plan.kb).memory for path in sorted(EXAMPLES.glob("*.json"))]
    assert len(memories) > 3
    assert differences(memories, plan) == []


def test_on_the_shipped_rules(plan: Plan) -> None:
    memories = projects(3, 200, plan.kb)
    for memory, found in zip(memories, concluded(plan, memories), strict=True):
        assert found == plan.kb.evaluator.run_in(memory)[0]


@OFTEN
@given(random=st.randoms(use_true_random=False), depth=st.integers(1, 4))
def test_on_generated_rules(random: Random, depth: int) -> None:
    kb = generated.knowledge_base(random, depth=depth)
    memories = [generated.project(random, kb.vocabulary) for _ in range(5)]
    for memory, found in zip(memories, concluded(Plan(kb), memories), strict=True):
        assert found == kb.evaluator.run_in(memory)[0]


@pytest.mark.parametrize("seed", range(40))
def test_on_many_generated_rules_as_things_stand_and_strictly(seed: int) -> None:
    random = Random(seed)
    kb = generated.knowledge_base(random, rules=12, depth=3)
    memories = [generated.project(random, kb.vocabulary) for _ in range(20)]
    for strict, evaluator in ((False, kb.evaluator), (True, kb.strict)):
        for memory, found in zip(memories, concluded(Plan(kb), memories, strict=strict), strict=True):
            expected = evaluator.run_in(memory)[0]
            assert (found.outcomes, found.derived) == (expected.outcomes, expected.derived)
            assert found.possible == expected.possible
            assert strict or found.severities == expected.severities


def test_tables_of_the_shipped_rules_are_what_is_assessed(plan: Plan) -> None:
    assert differences(projects(1, 40, plan.kb), plan) == []
    assert differences(projects(2, 200, plan.kb), plan, quickly=True) == []


@pytest.mark.parametrize("seed", range(25))
def test_tables_of_generated_rules_are_what_is_assessed(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advise.engine.columnar.completions._FEW", 1)
    random = Random(seed)
    plan = Plan(with_verdicts(random, random.randint(1, 3)))
    assert differences(projects(seed, 10, plan.kb), plan) == []


def test_a_project_is_judged_alike_whatever_stands_beside_it(plan: Plan) -> None:
    memories = projects(2, 30, plan.kb)
    together = concluded(plan, memories)
    assert together == [concluded(plan, [one])[0] for one in memories]
    assert list(reversed(together)) == concluded(plan, memories[::-1])


def test_no_projects_are_judged_as_well(plan: Plan) -> None:
    assert concluded(plan, []) == []
    assert differences([], plan) == []
