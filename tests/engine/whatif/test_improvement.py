"""A least set of changes as steps: what each clears, makes milder, and who does it."""

from __future__ import annotations

from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.assess.run import brief
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import Verdict
from advise.engine.project.data import document_of
from advise.engine.project.project import read_project
from advise.engine.whatif.changes import apply_change
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.improve import improve
from advise.engine.whatif.improvement import ImprovementStep, ways
from advise.engine.whatif.outlook import answers_that_do

TRAITS = ("champion_interest", "champion_enthusiasm", "champion_willing")
PRODUCT_OUT: dict[str, Any] = {
    "project": {
        "phase": "preparation",
        "origin": "company_technology",
        "link_to_local_issue": "forced",
        "benefit_citizen_life": False,
        "benefit_city_productivity": False,
    },
    "municipality": {"understands_project": False},
}


def what_if(document: dict[str, Any], kb: CompiledKnowledgeBase) -> WhatIf:
    return WhatIf(kb, read_project(document, kb).memory)


def steps_to_the_next(what: WhatIf) -> dict[str, ImprovementStep]:
    way = ways(what, improve(what, most=1))[0]
    return {step.changes[0].fact: step for step in way.steps}


def test_what_steps_clear_together_is_told_with_the_first_of_them(kb: CompiledKnowledgeBase) -> None:
    steps = steps_to_the_next(what_if(PRODUCT_OUT, kb))
    told = [fact for fact, step in steps.items() if "FIT-01" in [one.code for one in step.clears]]
    assert told == list(steps)[:1]
    assert steps[told[0]].owner == kb.rule("FIT-01").owner


def test_the_phase_is_told_by_nothing_but_itself(kb: CompiledKnowledgeBase) -> None:
    """It reaches every rule; what other steps clear together or alone is not cleared by saying where the project is."""
    product_out = {**PRODUCT_OUT, "project": {**PRODUCT_OUT["project"]}}
    del product_out["project"]["phase"]
    unwilling = {"organisations": with_champion(champion_willing=False)["organisations"]}
    declared = {"commitment": {"declared": True, "by": "middle_manager"}}
    for document in (product_out, unwilling, declared):
        steps = steps_to_the_next(what_if(document, kb))
        assert [change.fact for change in steps["project.phase"].changes] == ["project.phase"]
        assert steps["project.phase"].told == ()
        assert steps["project.phase"].owner == kb.vocabulary.facts["project.phase"].ask
    _, first, *_ = steps_to_the_next(what_if(product_out, kb)).values()
    assert "FIT-01" in [one.code for one in first.clears]


def test_what_could_no_longer_be_told_is_not_called_cleared(kb: CompiledKnowledgeBase) -> None:
    """A municipality joins of which nobody has said which capitals it is concerned with."""
    company = {"id": "own", "kind": "own_company", "involved": True, "capitals": ["economic"]}
    document = {
        "project": {"phase": "preparation", "co_created": True},
        "organisations": [company],
        "complete": {"organisations": True},
    }
    step = steps_to_the_next(what_if(document, kb))["organisations"]
    cleared = [one.code for one in step.clears]
    assert "ORG-02" in cleared
    assert "ORG-01" not in cleared


def test_what_keeps_a_finding_away_is_told_by_the_one_that_reads_it(kb: CompiledKnowledgeBase) -> None:
    steps = steps_to_the_next(what_if(PRODUCT_OUT, kb))
    assert steps["project.benefit_citizen_life"].told[0].code == "FIT-11"


def test_no_other_value_of_a_fact_that_people_change_brings_a_finding_back(kb: CompiledKnowledgeBase) -> None:
    what = what_if(PRODUCT_OUT, kb)
    way = ways(what, improve(what, most=1))[0]
    found = {key.fact: values for key, values in answers_that_do(way, "revise", what).items()}
    assert found["municipality.understands_project"] == (True,)


def test_who_makes_a_finding_milder_is_its_owner(kb: CompiledKnowledgeBase) -> None:
    top = {"active_after_launch": False, "provides_environment": False, "provides_resources": False}
    steps = steps_to_the_next(what_if({"project": {"phase": "launched"}, "top": top}, kb))
    (step,) = [step for fact, step in steps.items() if fact in ("top.provides_environment", "top.provides_resources")]
    assert [(one.code, one.severity) for one in step.eases] == [("EXE-05", "major")]
    assert step.owner == ("company_top",)


def test_a_step_belongs_to_whoever_owns_what_it_is_told_by(kb: CompiledKnowledgeBase) -> None:
    declared = {"declared": True, "by": "division_head", "horizon": "mid_long"}
    steps = steps_to_the_next(what_if({"project": {"phase": "preparation"}, "commitment": declared}, kb))
    assert [one.code for one in steps["commitment.by"].clears][:2] == ["COM-02", "COM-10"]
    assert steps["commitment.by"].owner == kb.rule("COM-02").owner
    assert steps["project.origin"].owner == kb.vocabulary.facts["project.origin"].ask


def test_steps_begin_with_what_is_told_first_and_end_with_what_is_found_out(kb: CompiledKnowledgeBase) -> None:
    top = {"active_after_launch": False, "provides_environment": True, "provides_resources": True}
    field = {"trial_and_error_possible": False}
    document = {"project": {"phase": "launched", "uses_digital": True}, "top": top, "field": field}
    told = [one.code for one in assess(document, kb, interpreter="evaluate").findings if one.severity == "blocker"]
    way = ways(what_if(document, kb), improve(what_if(document, kb), most=1))[0]
    cleared = [one.code for step in way.steps for one in step.told]
    assert cleared == told == ["EXE-04", "SEL-15"]
    assert not any(change.found_out for step in way.steps[:2] for change in step.changes)
    assert all(change.found_out for step in way.steps[2:] for change in step.changes)


def with_champion(**said: bool) -> dict[str, Any]:
    city = {"id": "city", "kind": "municipality", "involved": True, "champion_identified": True, **said}
    return {"project": {"phase": "preparation"}, "organisations": [city]}


def test_what_one_piece_of_advice_is_about_is_one_step_and_told_fact_by_fact(kb: CompiledKnowledgeBase) -> None:
    steps = steps_to_the_next(what_if(with_champion(**dict.fromkeys(TRAITS, False)), kb))
    (step,) = [step for fact, step in steps.items() if fact.startswith("organisations[].champion")]
    assert [change.fact for change in step.changes] == [f"organisations[].{trait}" for trait in TRAITS]
    assert [[change.fact for change in part.changes] for part in step.parts] == [
        [f"organisations[].{trait}"] for trait in TRAITS
    ]
    assert [(one.code, one.subject) for one in step.clears][:1] == [("ORG-07", "organisations/city")]


def test_several_that_lack_one_or_the_other_of_the_same_take_one_step(kb: CompiledKnowledgeBase) -> None:
    ready = dict.fromkeys(TRAITS, True)
    city = {**with_champion(**{**ready, "champion_willing": False})["organisations"][0]}
    bus = {**city, **ready, "id": "bus", "kind": "local_company", "champion_interest": False}
    steps = steps_to_the_next(what_if({"project": {"phase": "preparation"}, "organisations": [city, bus]}, kb))
    (step,) = [step for step in steps.values() if "ORG-07" in [one.code for one in step.clears]]
    assert {change.key for change in step.changes} == {
        ("organisations[].champion_willing", "organisations/city"),
        ("organisations[].champion_interest", "organisations/bus"),
    }


@pytest.mark.parametrize("limit", [1_000, 50])
@pytest.mark.parametrize("goal", ["revise", "proceed"])
def test_no_step_does_nothing_in_the_worst_of_projects(goal: Verdict, limit: int, kb: CompiledKnowledgeBase) -> None:
    """All is as bad as it can be, of two organisations that are listed and have not joined, too."""
    partners: list[dict[str, Any]] = [{"id": kind, "kind": kind} for kind in ("municipality", "local_company")]
    document: dict[str, Any] = {"organisations": partners, "complete": {"organisations": True}}
    for path, fact in kb.vocabulary.facts.items():
        head, _, attribute = path.rpartition(".")
        if fact.type != "bool" or fact.worst is None or head.startswith(("complete", "capitals")):
            continue
        for told in partners if fact.source == "organisations" else [document.setdefault(head, {})]:
            if fact.source in ("organisations", None):
                told[attribute] = fact.worst
    document = {head: told for head, told in document.items() if told}
    document["project"]["phase"] = "launched"
    what = what_if(document, kb)
    (way, *_) = ways(what, improve(what, goal, limit=limit))
    for step in way.steps:
        assert step.clears or step.eases or step.prevents or step.must_know, step


def test_what_has_to_be_found_out_for_it_belongs_to_the_step(kb: CompiledKnowledgeBase) -> None:
    step = steps_to_the_next(what_if(with_champion(champion_willing=False), kb))["organisations[].champion_interest"]
    assert [(change.fact.rpartition("_")[2], change.found_out) for change in step.changes] == [
        ("interest", True), ("enthusiasm", True), ("willing", False),
    ]  # fmt: skip


def test_finding_out_is_preferred_to_changing_what_is_stated(kb: CompiledKnowledgeBase) -> None:
    known = {"origin": "joint", "beneficiary_stated": True, "success_criterion_stated": True}
    document = {
        "project": {"phase": "preparation", **known},
        "commitment": {"declared": True, "by": "subsidiary_head"},
    }
    (way, *others) = ways(what := what_if(document, kb), improve(what))
    assert [change.fact for change in way.changes] == ["commitment.binding"]
    assert ["commitment.by"] in [[change.fact for change in other.changes] for other in others]


def test_the_phase_is_the_first_thing_to_find_out(kb: CompiledKnowledgeBase) -> None:
    what = what_if({"project": {"uses_digital": True}}, kb)
    (way,) = ways(what, improve(what, most=1))
    assert way.steps[0].changes[0].fact == "project.phase"
    assert len(way.steps) > 1


@pytest.mark.parametrize("name", ["columbus", "harvest", "izuko", "wakayama"])
def test_what_a_verdict_waits_for_after_a_way_is_what_a_review_with_it_says(
    name: str, kb: CompiledKnowledgeBase
) -> None:
    project = read_project(f"examples/{name}.json", kb)
    what_if = WhatIf(kb, project.memory)
    for way in ways(what_if, improve(what_if, most=1)):
        memory = project.memory
        for change in way.changes:
            memory = apply_change(memory, change, kb)
        reviewed = brief(read_project(document_of(memory, kb.vocabulary), kb), kb, "2026-11-22")
        assert reviewed.verdict == way.verdict
        assert dict(reviewed.pressing) == dict(way.waits)
