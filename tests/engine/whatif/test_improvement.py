"""A least set of changes as steps: what each clears, makes milder, and who does it."""

from __future__ import annotations

from typing import Any

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.improve import improve
from advise.engine.whatif.improvement import Step, ways
from advise.engine.whatif.outlook import answers_that_do

PRODUCT_OUT = {
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


def steps_to_the_next(what: WhatIf) -> dict[str, Step]:
    way = ways(what, improve(what, most=1))[0]
    return {step.changes[0].fact: step for step in way.steps}


def test_what_steps_clear_together_is_told_with_the_first_of_them(kb: CompiledKnowledgeBase) -> None:
    steps = steps_to_the_next(what_if(PRODUCT_OUT, kb))
    told = [fact for fact, step in steps.items() if "FIT-01" in [one.code for one in step.clears]]
    assert told == ["municipality.understands_project"]
    assert steps[told[0]].owner == kb.rule("FIT-01").owner


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
