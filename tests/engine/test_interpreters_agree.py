"""All interpreters of the rule language conclude the same, whatever the rules and whatever is known."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advise.engine.evaluate import Evaluator
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.project.memory import WorkingMemory
from advise.engine.rete import Rete, patterns

from . import generated

OFTEN = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def rete(kb: KnowledgeBase) -> Iterator[Rete]:
    with Rete(kb) as interpreter:
        yield interpreter


@pytest.fixture(scope="module")
def evaluator(kb: KnowledgeBase) -> Evaluator:
    return Evaluator(kb)


@OFTEN
@given(random=st.randoms(use_true_random=False))
def test_on_the_shipped_rules(kb: KnowledgeBase, rete: Rete, evaluator: Evaluator, random: Random) -> None:
    memory = generated.project(random, kb.vocabulary)
    assert rete.run(memory) == evaluator.run(memory)


@OFTEN
@given(random=st.randoms(use_true_random=False), depth=st.integers(1, 4))
def test_on_generated_rules(random: Random, depth: int) -> None:
    kb = generated.knowledge_base(random, depth=depth)
    evaluator = Evaluator(kb)
    with Rete(kb) as rete:
        for _ in range(3):
            memory = generated.project(random, kb.vocabulary)
            assert rete.run(memory) == evaluator.run(memory)


@OFTEN
@given(random=st.randoms(use_true_random=False))
def test_the_order_of_elements_changes_nothing(kb: KnowledgeBase, rete: Rete, random: Random) -> None:
    memory = generated.project(random, kb.vocabulary)
    elements = {path: random.sample(found, len(found)) for path, found in memory.elements.items()}
    shuffled = WorkingMemory(dict(reversed(memory.project.items())), elements, memory.closed)
    assert rete.run(shuffled) == rete.run(memory)


@pytest.mark.parametrize("seed", range(40))
def test_on_many_generated_rules(seed: int) -> None:
    """The random numbers of hypothesis are mostly small; these are not."""
    random = Random(seed)
    kb = generated.knowledge_base(random, rules=12, depth=3)
    evaluator = Evaluator(kb)
    with Rete(kb) as rete:
        for _ in range(5):
            memory = generated.project(random, kb.vocabulary)
            assert rete.run(memory) == evaluator.run(memory)


@pytest.mark.parametrize("seed", range(20))
def test_on_generated_rules_in_many_rulesets(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The branches of one condition then come from several of them."""
    monkeypatch.setattr(patterns, "_RULES", 3)
    random = Random(seed)
    kb = generated.knowledge_base(random, rules=12, depth=3)
    evaluator = Evaluator(kb)
    with Rete(kb) as rete:
        for _ in range(5):
            memory = generated.project(random, kb.vocabulary)
            assert rete.run(memory) == evaluator.run(memory)
