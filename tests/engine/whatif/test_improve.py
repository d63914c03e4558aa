"""The smallest change is one, and it is the smallest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

import advise
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import VERDICTS, Verdict
from advise.engine.project.address import Address
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.memory import WorkingMemory
from advise.engine.project.project import read_project
from advise.engine.whatif.changes import Change, apply_change, as_assumption
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.improve import improve, next_better

from ...knowledge_bases import small
from .. import generated
from . import exhaustive

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))
SEEDS = range(20)
STATES = 250
GOALS: tuple[Verdict, ...] = ("revise", "proceed")


@pytest.mark.parametrize("twins", [0, 1])
@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_less_effort_reaches_the_verdict(seed: int, goal: Verdict, twins: int) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    for path, elements in memory.elements.items():
        if not kb.vocabulary.lists[path].members:
            elements += [{**element, "id": f"like_{element['id']}"} for element in elements[:twins]]
    found = improve(WhatIf(kb, memory), goal)
    least, certain = exhaustive.least_effort(kb, memory, goal, STATES)
    if certain:
        assert found.effort == least
    else:
        assert found.effort is None or found.effort >= (least or 0)


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_set_reaches_the_verdict_in_generated_rules(seed: int, goal: Verdict) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    for changes in improve(WhatIf(kb, memory), goal).sets:
        assert _at_least(WhatIf(kb, _changed(memory, changes, kb)).now.known, goal)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("goal", GOALS)
def test_every_set_for_an_example_reaches_the_verdict_when_reviewed(
    path: Path, goal: Verdict, kb: CompiledKnowledgeBase
) -> None:
    document = read_project(path, kb).document
    assert document is not None
    found = improve(WhatIf(kb, read_project(document, kb).memory), goal)
    assert found.effort is not None
    for changes in found.sets:
        project = with_assumptions(document, [as_assumption(change, kb) for change in changes], kb)
        reviewed = advise.engine.assess.assess(project, kb)
        # What is still unknown after it may keep the verdict open, but nothing known and no must-know fact does.
        is_open = reviewed.verdict == "insufficient_information" and not reviewed.missing
        assert _at_least(reviewed.verdict, goal) or is_open


@pytest.mark.parametrize("seed", range(12))
def test_every_set_for_any_project_reaches_the_verdict_in_both_interpreters(
    kb: CompiledKnowledgeBase, seed: int
) -> None:
    random = Random(seed)
    compiled = kb
    memory = _complete_facts(generated.project(random, kb.vocabulary), kb)
    found = improve(WhatIf(compiled, memory), limit=1_000)
    for changes in found.sets[:2]:
        changed = _changed(memory, changes, kb)
        conclusions, after, _ = compiled.conclude(changed, "both")
        assert _at_least(WhatIf(compiled, changed).standing(conclusions, after).known, found.wanted)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_change_of_a_set_is_needed(seed: int) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    found = improve(WhatIf(kb, memory))
    begun = WhatIf(kb, memory).now
    for changes in found.sets:
        for left_out in changes:
            if any(other.subject == left_out.subject and other is not left_out for other in changes):
                continue
            rest = [change for change in changes if change is not left_out]
            standing = WhatIf(kb, _changed(memory, rest, kb)).now
            disguised = exhaustive.disguised(begun, standing, found.wanted, kb)
            assert disguised or not _at_least(standing.known, found.wanted)


def test_a_project_that_has_the_verdict_needs_no_change(kb: CompiledKnowledgeBase) -> None:
    exemplary = next(path for path in EXAMPLES if path.stem == "exemplary")
    found = improve(WhatIf(kb, read_project(exemplary, kb).memory), "revise")
    assert (found.effort, found.sets, found.exhaustive) == (0, (), True)


def test_a_lower_severity_is_reached_through_what_decides_it(kb: CompiledKnowledgeBase) -> None:
    exemplary = next(path for path in EXAMPLES if path.stem == "exemplary")
    document = read_project(exemplary, kb).document
    assert document is not None
    project = with_assumptions(document, ["selection.reasons=[easy_to_approach]"], kb)
    found = improve(WhatIf(kb, project.memory), "proceed")
    assert found.effort == 1
    assert {change.fact for change in found.sets[0]} == {"selection.reasons"}


def test_giving_up_at_its_limit_is_told_and_a_way_is_shown(kb: CompiledKnowledgeBase) -> None:
    memory = _complete_facts(generated.project(Random(1), kb.vocabulary), kb)
    found = improve(WhatIf(kb, memory), "proceed", limit=30)
    assert found.effort is not None
    assert not found.exhaustive
    assert found.at_least < found.effort
    assert _at_least(WhatIf(kb, _changed(memory, found.sets[0], kb)).now.known, "proceed")


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_ruled_out_at_a_limit_is_less_than_the_least(seed: int) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    hurried, whole = (improve(WhatIf(kb, memory), "proceed", limit=limit) for limit in (4, 4_000))
    if whole.exhaustive and whole.effort is not None:
        assert hurried.at_least <= whole.effort
        assert hurried.effort is None or hurried.effort >= whole.effort
        assert not hurried.exhaustive or hurried.effort == whole.effort
    for changes in hurried.sets:
        assert _at_least(WhatIf(kb, _changed(memory, changes, kb)).now.known, "proceed")


FIVE_BLOCKERS = {
    "project": {"phase": "preparation", "co_created": False},
    "commitment": {"declared": False},
    "overlap": {"defined": False},
    "field": {"trial_and_error_possible": False},
    "organisations": [],
    "complete": {"organisations": True},
    "capitals": {name: {"assessed": False} for name in ("human", "economic", "infrastructure", "enabling", "network")},
}


@pytest.mark.parametrize("goal", ["revise", "proceed"])
def test_a_way_out_is_shown_of_the_worst_project(goal: Verdict, kb: CompiledKnowledgeBase) -> None:
    memory = read_project(FIVE_BLOCKERS, kb).memory
    found = improve(WhatIf(kb, memory), goal)
    assert found.sets
    assert _at_least(WhatIf(kb, _changed(memory, found.sets[0], kb)).now.known, goal)


def test_what_nobody_can_change_is_named() -> None:
    kb = advise.load_rules()
    exemplary = next(path for path in EXAMPLES if path.stem == "exemplary")
    document = read_project(exemplary, kb).document
    assert document is not None
    fixed = [path for path, fact in kb.vocabulary.facts.items() if fact.effort == "fixed" and fact.type == "bool"]
    stuck = []
    for fact in fixed:
        for value in ("true", "false"):
            if "[]" in fact or ".*." in fact:
                continue
            project = with_assumptions(document, [f"{fact}={value}"], kb)
            found = improve(WhatIf(kb, project.memory), "proceed", limit=300)
            if found.effort is None and found.exhaustive:
                stuck.append((fact, found.fixed))
    assert all(reported for _, reported in stuck)


def test_what_people_can_put_right_is_not_in_the_way(kb: CompiledKnowledgeBase) -> None:
    capitals = {
        name: {"assessed": True, "quantitative": True, "qualitative": True, "strength": "thin", "key_person_identified": False,
               "rivals_metropolis": False}
        for name in kb.vocabulary.lists["capitals"].members
    }  # fmt: skip
    document = json.loads((EXAMPLES[0].parent / "exemplary.json").read_text(encoding="utf-8"))
    for name, said in capitals.items():
        document["capitals"][name] = {**document["capitals"].get(name, {}), **said}
    found = improve(WhatIf(kb, read_project(document, kb).memory), "proceed")
    assert (found.effort, found.exhaustive) == (None, True)
    assert {one.code for one in found.fixed} == {"SEL-07"}


def test_what_several_steps_can_put_right_is_not_in_the_way_where_something_nobody_can_change_is(
    kb: CompiledKnowledgeBase,
) -> None:
    document = json.loads((EXAMPLES[0].parent / "exemplary.json").read_text(encoding="utf-8"))
    document["data"]["citizen_trust"] = "low"
    document["organisations"] = [one for one in document["organisations"] if one["kind"] != "local_company"]
    what_if = WhatIf(kb, read_project(document, kb).memory)
    assert {code for code, _ in what_if.now.remaining} >= {"DAT-01", "ORG-02"}
    assert [one.code for one in improve(what_if, "proceed").fixed] == ["DAT-01"]


@pytest.mark.parametrize(("now", "then"), [("hold", "revise"), ("insufficient_information", "revise")])
def test_what_follows_a_verdict_on_the_ladder(now: Verdict, then: Verdict) -> None:
    assert next_better(now) == then


def _changed(memory: WorkingMemory, changes: Sequence[Change], kb: CompiledKnowledgeBase) -> WorkingMemory:
    for change in changes:
        memory = apply_change(memory, change, kb)
    return memory


def _complete_facts(memory: WorkingMemory, kb: CompiledKnowledgeBase) -> WorkingMemory:
    """Let the completeness facts say what the lists of a generated project say."""
    for path in kb.vocabulary.lists:
        name = f"complete.{path}"
        if name in kb.vocabulary.facts:
            memory.project.pop(name, None)
            memory.closed = memory.closed - {path}
    return memory


def _at_least(verdict: Verdict, goal: Verdict) -> bool:
    return VERDICTS.index(verdict) >= VERDICTS.index(goal)


def major(*when: str, code: str, more: str = "") -> str:
    return small.rule(*when, code=code, more=more).replace("severity: minor", "severity: major")


def test_an_element_that_is_given_up_for_one_finding_is_gone_for_another(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path,
        {
            "shop/narrow.yaml": major("shelf.wide is false", code="SHO-02", more="for: shelf\n"),
            "shop/many.yaml": major('count: shelf\nis: "> 1"', code="SHO-03"),
        },
    )
    shelves = [{"id": "s1", "wide": False}, {"id": "s2", "wide": True}]
    memory = read_project({"shop": {"open": True}, "shelves": shelves}, kb).memory
    found = improve(WhatIf(kb, memory), "proceed")
    assert [[(change.subject, change.value) for change in changes] for changes in found.sets] == [
        [("shelves/s1", None)]
    ]
    assert found.effort == sum(change.effort for change in found.sets[0])


def test_neither_of_two_findings_is_left_of_which_one_holds_whatever_the_answer_is(tmp_path: Path) -> None:
    either = {
        f"shop/{answer}.yaml": major(f"shop.open is {answer}", "shop.kind is bakery", code=code)
        for answer, code in (("true", "SHO-02"), ("false", "SHO-03"))
    }
    verdict = small.FILES["verdict.yaml"].replace("fact: shop.open", "fact: shop.kind")
    kb = small.load(tmp_path, {"verdict.yaml": verdict, **either})
    project = WhatIf(kb, read_project({"shop": {"kind": "bakery"}}, kb).memory)
    found = improve(project)
    assert (project.now.known, project.now.verdict, found.wanted) == ("proceed", "revise", "proceed")
    assert [[change.fact for change in changes] for changes in found.sets] == [["shop.kind"]]


def test_a_fact_that_a_verdict_needs_may_be_needed_no_more(tmp_path: Path) -> None:
    needs = "must_know:\n  - fact: shop.rent\n    when:\n      - shop.kind is bakery\n"
    words = small.WORDS.replace("  shop.rent:\n", "  shop.rent:\n    effort: build\n")
    kb = small.load(
        tmp_path,
        {
            "verdict.yaml": small.FILES["verdict.yaml"].replace("must_know:\n  - fact: shop.open\n", needs),
            "vocabulary/words.yaml": words,
        },
    )
    found = improve(WhatIf(kb, read_project({"shop": {"kind": "bakery"}}, kb).memory), "proceed")
    assert [[change.fact for change in changes] for changes in found.sets] == [["shop.kind"]]


@pytest.mark.parametrize("most", [1, 5])
def test_a_set_is_changed_no_more_than_it_takes(kb: CompiledKnowledgeBase, most: int) -> None:
    document = json.loads((EXAMPLES[0].parent / "exemplary.json").read_text(encoding="utf-8"))
    document["goals"].append({"id": "rest"})
    memory = read_project(document, kb).memory
    before = {f"kpis/{one['id']}": one["goals"] for one in memory.elements["kpis"]}
    for (change,) in improve(WhatIf(kb, memory), most=most).sets:
        now = before[change.subject or ""]
        assert isinstance(change.value, frozenset)
        assert isinstance(now, frozenset)
        assert change.value ^ now == {"rest"}


@pytest.mark.parametrize("most", [1, 5])
def test_of_what_could_be_put_into_a_set_that_is_kept_which_the_vocabulary_names_first(
    kb: CompiledKnowledgeBase, most: int
) -> None:
    capitals = {name: {"assessed": False} for name in kb.vocabulary.lists["capitals"].members}
    document = {
        "project": {"phase": "field_selection"},
        "selection": {"reasons": ["subsidy"]},
        "complete": {"selection": {"reasons": True}},
        "capitals": capitals,
    }
    found = improve(WhatIf(kb, read_project(document, kb).memory), most=most)
    [reasons] = [change.value for change in found.sets[0] if change.fact == "selection.reasons"]
    assert reasons == frozenset({"subsidy", "capital_assessment"})


def test_many_organisations_in_want_of_the_same_are_proved(kb: CompiledKnowledgeBase) -> None:
    entry = {"kind": "local_company", "involved": True, "champion_identified": False}
    document = json.loads((EXAMPLES[0].parent / "exemplary.json").read_text(encoding="utf-8"))
    document["organisations"] += [{"id": f"firm{number}", **entry} for number in range(4)]
    found = improve(WhatIf(kb, read_project(document, kb).memory), "proceed")
    assert found.exhaustive
    assert {change.subject for change in found.sets[0]} == {f"organisations/firm{number}" for number in range(4)}


@pytest.mark.parametrize("number", [3, 60])
def test_of_organisations_that_are_alike_one_is_tried_for_all(number: int, kb: CompiledKnowledgeBase) -> None:
    found = improve(WhatIf(kb, read_project(_alike(number), kb).memory), "revise")
    assert found.exhaustive
    assert found.effort == improve(WhatIf(kb, read_project(_alike(4), kb).memory), "revise").effort
    firms = [
        {change.subject for change in one if change.fact == "organisations[].champion_identified"} for one in found.sets
    ]
    assert firms == [{"organisations/city", "organisations/firm0"}]


def test_that_another_one_joins_is_no_way_to_make_a_finding_only_milder(kb: CompiledKnowledgeBase) -> None:
    data = json.loads(Path("examples/exemplary.json").read_text(encoding="utf-8"))
    (city,) = [one for one in data["organisations"] if one["kind"] == "municipality"]
    city["champion_willing"] = False
    tax = {"id": "tax", "name": "Tax section", "kind": "municipality", "involved": False, "needed": True}
    data["organisations"].append(tax)
    what_if = WhatIf(kb, read_project(data, kb).memory)
    assert what_if.now.remaining["ORG-07", city["id"]] == "blocker"
    joined = what_if.after({Address("organisations[].involved", "organisations/tax"): True})
    assert joined.remaining["ORG-07", city["id"]] == "major"
    found = improve(what_if, "revise")
    assert [[change.key for change in one] for one in found.sets] == [
        [Address("organisations[].champion_willing", f"organisations/{city['id']}")]
    ]


def test_a_way_is_shown_that_many_organisations_have_to_go(kb: CompiledKnowledgeBase) -> None:
    found = improve(WhatIf(kb, read_project(_alike(60), kb).memory), "proceed")
    assert not found.exhaustive
    assert {change.subject for change in found.sets[0]} >= {f"organisations/firm{number}" for number in range(60)}


def _alike(number: int) -> dict[str, Any]:
    """Return a project with many firms of which the same is known."""
    entry = {"kind": "local_company", "involved": True, "champion_identified": False}
    firms = [{"id": f"firm{one}", **entry} for one in range(number)]
    return {
        "project": {"phase": "preparation"},
        "commitment": {"declared": True, "by": "ceo"},
        "organisations": [{**entry, "id": "city", "kind": "municipality"}, *firms],
        "complete": {"organisations": True},
    }
