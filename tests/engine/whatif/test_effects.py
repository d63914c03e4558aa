"""What an answer would change is what a review with that answer says."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

import advise
from advise.engine.assess.space import Space, with_value
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.evaluate import Evaluator
from advise.engine.project.address import Address
from advise.engine.project.memory import Conclusions, Key, WorkingMemory
from advise.engine.project.project import read_project
from advise.engine.whatif.changes import apply_change, changes_of
from advise.engine.whatif.effects import WhatIf

from . import exhaustive

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))


@pytest.mark.parametrize("seed", range(30))
def test_an_effect_is_what_a_whole_run_says(seed: int) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    what_if = WhatIf(kb, memory)
    for unknown in list(what_if.unknowns().values())[:12]:
        for effect in what_if.effects(unknown):
            there = WhatIf(kb, with_value(memory, unknown.key, effect.value, kb)).now
            assert effect.verdict == there.verdict
            before = what_if.now.remaining
            added = {what_if.reported(key, found) for key, found in there.remaining.items() if before.get(key) != found}
            assert set(effect.added) == added
            assert {(one.code, one.subject) for one in effect.cleared} == {
                (reported.code, reported.subject)
                for key, severity in before.items()
                if key not in there.remaining
                for reported in [what_if.reported(key, severity)]
            }
            outcomes, told = what_if.now.conclusions.outcomes, there.conclusions.outcomes
            phase = there.memory.project.get(kb.verdict.phase or "")
            undecided = [
                key for key, truth in outcomes.items() if truth is None and not kb.rule(key[0]).comes_later(phase)
            ]
            assert effect.settled == sum(told.get(key, False) is not None for key in undecided)


def replacing(kb: CompiledKnowledgeBase, random: Random) -> CompiledKnowledgeBase:
    """Return a knowledge base in which every rule replaces two others."""
    codes = [rule.code for rule in kb.rules]
    rules = [replace(rule, replaces=tuple(random.sample(codes, 2))) for rule in kb.rules]
    return replace(kb, rules=tuple(rules))


@pytest.mark.parametrize("seed", range(30))
def test_where_a_project_stands_after_changes_is_where_a_whole_run_puts_it(seed: int) -> None:
    random = Random(seed)
    kb = replacing(exhaustive.knowledge_base(random, rules=8), random)
    memory = exhaustive.project(random, kb)
    waived: dict[Key, bool] = {(rule.code, None): True for rule in random.sample(kb.rules, 1)}
    what_if = WhatIf(kb, memory, waived)
    standing = what_if.now
    keys = exhaustive.fact_keys(kb, memory)
    for key in random.choices(keys, k=40):
        change = random.choice([*changes_of(key, memory, what_if.space), None])
        if change is None:
            continue
        standing = what_if.following(standing, apply_change(standing.memory, change, kb), [key])
        memory = apply_change(memory, change, kb)
        whole = WhatIf(kb, memory, waived).now
        assert standing.remaining == whole.remaining
        assert (standing.verdict, standing.counted) == (whole.verdict, whole.counted)


@pytest.mark.parametrize("seed", range(30))
def test_what_is_found_of_one_outcome_alone_is_what_a_whole_run_finds(seed: int) -> None:
    random = Random(seed)
    kb = replacing(exhaustive.knowledge_base(random, rules=8), random)
    memory = exhaustive.project(random, kb)
    what_if = WhatIf(kb, memory, {(rule.code, None): True for rule in random.sample(kb.rules, 1)})
    for key in random.choices(exhaustive.fact_keys(kb, memory), k=20):
        for change in changes_of(key, memory, what_if.space):
            if change.value is not None and key.fact not in kb.vocabulary.lists:
                there = what_if.after({key: change.value}).remaining
                outcomes = what_if.now.conclusions.outcomes
                found = {one: what_if.found(one, what_if.now, key, change.value) for one in outcomes}
                assert {one: severity for one, severity in found.items() if severity is not None} == there


@pytest.mark.parametrize("number", [3, 9])
def test_what_each_answer_could_still_lead_to_is_concluded_from_what_it_reaches(
    number: int, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    organisations = [{"id": f"o{one}", "in_plan": one % 2 > 0, "needed": one % 3 > 0} for one in range(number)]
    project = read_project({"project": {"phase": "idea"}, "organisations": organisations}, kb)
    what_if, runs, run_in = WhatIf(kb, project.memory), list[Evaluator](), Evaluator.run_in
    unknowns = what_if.unknowns()

    def counted(self: Evaluator, memory: WorkingMemory) -> tuple[Conclusions, WorkingMemory]:
        runs.append(self)
        return run_in(self, memory)

    monkeypatch.setattr(Evaluator, "run_in", counted)
    assert sum(len(what_if.effects(one)) for one in unknowns.values()) > 200
    assert len(runs) < 40


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_fact_that_is_not_asked_would_change_no_finding(path: Path, kb: CompiledKnowledgeBase) -> None:
    asked = {(question.fact, question.subject) for question in advise.assess(path, kb).questions}
    what_if = WhatIf(kb, read_project(path, kb).memory)
    counted = {rule.code for rule in kb.rules if rule.kind == "finding" and rule.asks}
    silent = [unknown for key, unknown in what_if.unknowns().items() if key not in asked]
    for unknown in silent:
        for effect in what_if.effects(unknown):
            assert not [one for one in effect.added if one.code in counted], unknown
            assert effect.verdict == what_if.now.verdict


@pytest.mark.parametrize("seed", range(30))
def test_values_worth_trying_have_every_effect_a_number_can_have(seed: int) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    what_if, space = WhatIf(kb, memory), Space(kb)
    for unknown in space.unknowns(memory):
        if unknown.subject is None and kb.vocabulary.facts.get(unknown.fact) is not None:
            definition = kb.vocabulary.facts[unknown.fact]
            if definition.type not in ("number", "int") or definition.source is not None:
                continue
            tried = {frozenset(what_if.after({unknown.key: value}).remaining.items()) for value in unknown.values}
            low = definition.minimum if definition.minimum is not None else 0.0
            high = definition.maximum if definition.maximum is not None else 5.0
            steps = 1.0 if definition.type == "int" else 0.05
            count = int((high - low) / steps)
            for number in range(count + 1):
                value = round(low + number * steps, 2)
                assert frozenset(what_if.after({unknown.key: value}).remaining.items()) in tried


def test_the_number_at_which_a_sum_turns_is_found(kb: CompiledKnowledgeBase) -> None:
    harvest = next(path for path in EXAMPLES if path.stem == "harvest")
    what_if = WhatIf(kb, read_project(harvest, kb).memory)
    chance = Address("portfolio.seeds[].success_probability", "portfolio.seeds/S2")
    told = {effect.value: [one.code for one in effect.added] for effect in what_if.effects(what_if.unknowns()[chance])}
    assert (told[0.79], told[0.8]) == (["POR-04"], [])
    assert len(told) == len(what_if.unknowns()[chance].values) + 2


def test_a_list_that_is_complete_as_it_is_cannot_bring_another_element(kb: CompiledKnowledgeBase) -> None:
    data = json.loads(next(path for path in EXAMPLES if path.stem == "exemplary").read_text(encoding="utf-8"))
    del data["complete"]["organisations"]
    data["organisations"] = [one for one in data["organisations"] if one["kind"] != "research_institution"]
    what_if = WhatIf(kb, read_project(data, kb).memory)
    assert what_if.now.verdict == "insufficient_information"
    assert what_if.now.reach.down_to("hold").facts is not None
    assert what_if.shift(Address("complete.organisations"), True).verdict == "revise"
