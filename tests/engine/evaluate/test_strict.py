"""What the strict evaluation says holds for every completion of what is unknown."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advise.engine.assess.verdict import replaced, still_coming, verdict_of, verdict_range
from advise.engine.evaluate import Evaluator
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.model import KnowledgeBase, Verdict, is_upcoming, severity_of
from advise.engine.project.memory import Conclusions, WorkingMemory

from ...knowledge_bases import small
from .. import generated
from ..refinement import refined

OFTEN = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
seeds = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def library() -> KnowledgeBase:
    return load_knowledge_base(small.LIBRARY)


def agrees(certain: Conclusions, later: Conclusions) -> None:
    """Fail when something that was certain is otherwise later."""
    for key, truth in certain.outcomes.items():
        if truth is not None:
            assert later.outcomes[key] is truth, key
    for key, state in certain.derived.items():
        if state.value is not None:
            assert later.derived[key].value == state.value, key
        elif not state.open:
            assert later.derived[key].value is None, key
        assert later.derived[key].value in {None, state.value, *state.open}, key


@OFTEN
@given(seed=seeds, depth=st.integers(1, 4), share=st.sampled_from([0.3, 1.0]))
def test_a_certain_outcome_of_generated_rules_never_changes(seed: int, depth: int, share: float) -> None:
    random = Random(seed)
    kb = generated.knowledge_base(random, depth=depth)
    plain, strict = Evaluator(kb), Evaluator(kb, strict=True)
    memory = generated.project(random, kb.vocabulary)
    certain = strict.run(memory)
    for _ in range(4):
        memory = refined(random, memory, kb, share)
        agrees(certain, plain.run(memory))
        agrees(certain, strict.run(memory))


@OFTEN
@given(seed=seeds, share=st.sampled_from([0.1, 0.5, 1.0]))
def test_a_certain_outcome_of_the_shipped_rules_never_changes(kb: KnowledgeBase, seed: int, share: float) -> None:
    random = Random(seed)
    plain, strict = Evaluator(kb), Evaluator(kb, strict=True)
    memory = consistent(generated.project(random, kb.vocabulary), kb)
    certain = strict.run(memory)
    for _ in range(3):
        memory = refined(random, memory, kb, share)
        agrees(certain, plain.run(memory))


@OFTEN
@given(seed=seeds)
def test_a_certain_severity_never_changes(kb: KnowledgeBase, seed: int) -> None:
    random = Random(seed)
    memory = consistent(generated.project(random, kb.vocabulary), kb)
    possible = Evaluator(kb, strict=True).run(memory).possible
    later = Evaluator(kb).run(refined(random, memory, kb))
    for key, severity in later.severities.items():
        if key in possible:
            assert severity in possible[key], key


@OFTEN
@given(seed=seeds, own=st.booleans())
def test_the_verdict_of_every_completion_lies_in_the_range(
    kb: KnowledgeBase, library: KnowledgeBase, seed: int, own: bool
) -> None:
    random = Random(seed)
    base = kb if own else library
    plain, strict = Evaluator(base), Evaluator(base, strict=True)
    memory = consistent(generated.project(random, base.vocabulary), base)
    ladder: list[Verdict] = ["hold", "revise", "proceed"]
    for _ in range(3):
        worst, best = verdict_range(strict.run(memory), still_coming(memory, base), base)
        for _ in range(4):
            verdict = verdict_when_all_is_known(plain.run(refined(random, memory, base)), base)
            assert ladder.index(worst) <= ladder.index(verdict) <= ladder.index(best)
        memory = refined(random, memory, base, 0.5)


@OFTEN
@given(seed=seeds)
def test_when_all_is_known_the_range_is_the_verdict(kb: KnowledgeBase, seed: int) -> None:
    random = Random(seed)
    memory = refined(random, consistent(generated.project(random, kb.vocabulary), kb), kb)
    memory.closed = frozenset(kb.vocabulary.lists)
    verdict = verdict_when_all_is_known(Evaluator(kb).run(memory), kb)
    assert verdict_range(Evaluator(kb, strict=True).run(memory), (), kb) == (verdict, verdict)


def test_when_nothing_is_known_everything_is_possible(kb: KnowledgeBase) -> None:
    families = {
        path: [{"id": name} for name in listed.members]
        for path, listed in kb.vocabulary.lists.items()
        if listed.members
    }
    memory = WorkingMemory({}, dict(families), frozenset(families))  # type: ignore[arg-type]
    assert verdict_range(Evaluator(kb, strict=True).run(memory), still_coming(memory, kb), kb) == ("hold", "proceed")


def consistent(memory: WorkingMemory, kb: KnowledgeBase) -> WorkingMemory:
    """Return the project with completeness facts that say what `closed` says."""
    for path, listed in kb.vocabulary.lists.items():
        if listed.complete == "declared":
            memory.project.pop(f"complete.{path}", None)
            if path in memory.closed:
                memory.project[f"complete.{path}"] = True
    return memory


def verdict_when_all_is_known(conclusions: Conclusions, kb: KnowledgeBase) -> Verdict:
    counted = {rule.code for rule in kb.rules if rule.kind == "finding"}
    silenced = replaced(conclusions, kb)
    return verdict_of(
        [
            severity_of(grade)
            for key, grade in conclusions.severities.items()
            if key[0] in counted and key not in silenced and not is_upcoming(grade)
        ],
        False,
        kb,
    )
