"""No verdict flatters: what a missing answer could still say is never passed over, and saying less is never rewarded.

Ten thousand completions of generated projects over generated rules, with phases, replacements and must-know facts.
"""

from __future__ import annotations

from random import Random

import pytest

from advise.engine.assess.completions import LADDER, Reach
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import VERDICTS, Verdict
from advise.engine.project.memory import WorkingMemory
from advise.engine.whatif.effects import WhatIf

from .. import refinement
from ..whatif import exhaustive

COMPLETIONS = 75


def verdict(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> Verdict:
    return WhatIf(kb, memory).now.verdict


def known(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> Verdict:
    return WhatIf(kb, memory).now.known


@pytest.mark.parametrize("block", range(0, 400, 40))
def test_no_completion_stops_a_project_that_may_go_on(block: int) -> None:
    for seed in range(block, block + 40):
        random = Random(seed)
        kb = exhaustive.knowledge_base(random)
        memory = exhaustive.project(random, kb)
        if verdict(kb, memory) in ("revise", "proceed"):
            for _ in range(COMPLETIONS):
                assert known(kb, refinement.refined(random, memory, kb)) != "hold"


@pytest.mark.parametrize("block", range(0, 400, 40))
def test_who_may_proceed_is_never_told_afterwards_that_not_enough_is_known(block: int) -> None:
    for seed in range(block, block + 40):
        random = Random(seed)
        kb = exhaustive.knowledge_base(random)
        memory = exhaustive.project(random, kb)
        before = verdict(kb, memory)
        if before in ("revise", "proceed"):
            for share in (0.2, 0.5, 0.8):
                more = verdict(kb, refinement.refined(random, memory, kb, share))
                assert VERDICTS.index(more) >= VERDICTS.index("revise")


@pytest.mark.parametrize("seed", range(40))
def test_what_is_given_with_every_answer_missing_is_given_with_more_answers_or_worse(seed: int) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    found = {known(kb, refinement.refined(random, memory, kb)) for _ in range(COMPLETIONS)}
    if found == {"hold"}:
        assert verdict(kb, memory) in ("hold", "insufficient_information")


@pytest.mark.parametrize("block", range(0, 400, 40))
def test_no_completion_leaves_a_range_that_is_proved_and_every_exact_end_is_reached(block: int) -> None:
    for seed in range(block, block + 40):
        random = Random(seed)
        kb = exhaustive.knowledge_base(random)
        memory = exhaustive.project(random, kb)
        reach = Reach(kb, memory)
        ends = reach.range()
        for _ in range(COMPLETIONS):
            found = known(kb, refinement.refined(random, memory, kb))
            if found != "insufficient_information":
                assert LADDER.index(ends.worst) <= LADDER.index(found) <= LADDER.index(ends.best)
        for exact, end, reached in zip(ends.exact, (ends.worst, ends.best), (reach.down_to, reach.up_to), strict=True):
            if exact:
                assert reach.completion(reached(end)).verdict == end


@pytest.mark.parametrize("block", range(0, 400, 40))
def test_a_verdict_is_never_better_than_what_every_completion_is_proved_to_give(block: int) -> None:
    for seed in range(block, block + 40):
        random = Random(seed)
        kb = exhaustive.knowledge_base(random)
        memory = exhaustive.project(random, kb)
        best = Reach(kb, memory).range().best
        assert VERDICTS.index(verdict(kb, memory)) <= VERDICTS.index(best)
