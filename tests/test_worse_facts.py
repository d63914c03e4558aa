"""A fact that gets worse never pays: no verdict gets better by it, and no finding goes without another one in its place.

The vocabulary says which values are better (`better:`). What the article does not judge by itself is listed with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from advise.engine.assess.space import Space
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import SEVERITIES, VERDICTS, FactDefinition, Severity
from advise.engine.project.address import Address, subject_of
from advise.engine.project.memory import Key, Value, WorkingMemory
from advise.engine.project.project import read_project
from advise.engine.whatif.effects import Standing, WhatIf

from .engine import refinement

EXEMPLARY = Path(__file__).resolve().parents[1] / "examples" / "exemplary.json"
ENOUGH = "one of several that do the same, and another one is there"
NUMBER = "a quantity, which matters only from a threshold on"
NOTE = "a hint of the article, told as a note"
UNJUDGED = {
    "project.benefit_citizen_life": ENOUGH,
    "project.benefit_city_productivity": ENOUGH,
    "project.city_issue_solved_evidence": "read only where local recognition is claimed without it",
    "project.ecosystem_strengthened_evidence": "read only where local recognition is claimed without it",
    "project.months_commitment_to_start": NUMBER,
    "process.months_planning_before_first_trial": NUMBER,
    "stage_gate.stages": NUMBER,
    "agreement.signed_before_dialogue": "a lesson only, once visit, talks and role have followed",
    "beneficiary.who": ENOUGH,
    "capitals.*.complement": ENOUGH,
    "capitals.*.strength": "whatever is thin may be made up for, and in this project it is",
    "capitals.human.digital_engineers": ENOUGH,
    "capitals.human.digital_students": ENOUGH,
    "capitals.economic.theme_specific_supporter": "asked for only where economic capital is thin",
    "organisations[].involved": "asked of key kinds, and of whoever the project cannot do without",
    "organisations[].role_defined": "asked of key kinds, and of whoever the project cannot do without",
    "organisations[].incentive_defined": "asked of key kinds, and of whoever the project cannot do without",
    "organisations[].in_plan": "asked of local organisations of key kinds",
    "city.communities": NOTE,
    "city.connections": NOTE,
    "city.density": NOTE,
    "city.diversity": NOTE,
    "city.proximity": NOTE,
    "portfolio.seeds[].potential": ENOUGH,
    "portfolio.seeds[].running": ENOUGH,
    "kpis[].measures": "outcomes are asked for in all KPIs together",
}
"""Facts of which a worse value may change nothing in the exemplary project, and why."""
NAMED = "what something is called or described as"
KIND = "what it is, of which no value is worse; rules ask different things of each"
SAID = "how complete a list or set is meant"
LINK = "which elements belong together; what is missing is told of the element that has none"
APART = "decides only beside another fact"
WITHOUT_ORDER = {
    "activity.centred_on_capital": KIND, "agreement.kind": KIND, "capitals.*.evidence": NAMED,
    "city.features_described": NAMED, "city.is_metropolis": KIND, "city.name": NAMED, "city.population": KIND,
    "city.population_outlook": KIND, "city.spare_capital": APART, "commitment.binding": APART,
    "commitment.other_sign": APART, "company.is_large": KIND, "company.local_role": KIND,
    "company.management_modes": KIND, "complete.assessment.items": SAID, "complete.organisations": SAID,
    "complete.participants.kinds": SAID, "complete.portfolio.seeds": SAID, "complete.selection.reasons": SAID,
    "complete.top.dialogue_with": SAID, "data.collector": KIND, "data.from_citizens": KIND,
    "data.needs_citizen_data": KIND, "kpis[].goals": LINK, "operation.payer_after_trial": KIND,
    "organisations[].capitals": LINK, "organisations[].champion_stays_until": NAMED, "organisations[].kind": KIND,
    "organisations[].needed": KIND, "participants.kinds": KIND, "parties.opposed": NAMED,
    "portfolio.seeds[].outlook": "a low chance is no fault of an idea", "project.claims_local_recognition": APART,
    "portfolio.seeds[].success_probability": "a low chance is no fault of an idea", "project.months_since_commitment": APART,
    "project.name": NAMED, "project.origin": KIND, "project.phase": KIND, "project.targets_whole_city_function": KIND,
    "project.uses_digital": KIND, "selection.reasons": KIND, "stage_gate.gates[].criteria": LINK, "themes[].kpis": LINK,
    "top.sponsor_changed": APART,
}  # fmt: skip
"""Facts that the exemplary project states and whose values have no order of worth, and why."""
TAKEN_ALONG = {
    "agreement.status": "a signature below the top settles what is open without one: whether COM-01 or COM-02 holds",
    "organisations[].involved": "whoever leaves takes along what was to be done about it; ORG-02 and ORG-16 tell whom the "
    "project needs",
    "project.concrete_activity_started": "nothing that has not started is asked to go round; EXE-01 tells it, or a day is set",
    "portfolio.seeds[].running": "an idea that does not run is not judged for its size; POR-01 tells how many run",
}
"""Facts of which a worse value may take findings away without another one in their place, and why."""


def stated(memory: WorkingMemory, kb: CompiledKnowledgeBase) -> Iterator[tuple[Address, FactDefinition, Value]]:
    """Yield the facts of a project whose values have an order of worth."""
    for fact in kb.vocabulary.facts.values():
        if fact.better and fact.source is None and fact.path in memory.project:
            yield Address(fact.path), fact, memory.project[fact.path]
        elif fact.better and fact.source is not None:
            for element in memory.elements.get(fact.source, ()):
                if fact.attribute in element:
                    yield Address(fact.path, subject_of(fact.source, element["id"])), fact, element[fact.attribute]


def worse(fact: FactDefinition, now: Value, memory: WorkingMemory, kb: CompiledKnowledgeBase) -> list[Value]:
    return [value for value in Space(kb).values(fact, memory) if fact.is_worse(value, now)]


def findings(standing: Standing, kb: CompiledKnowledgeBase) -> Mapping[Key, Severity]:
    return {
        key: severity
        for key, severity in standing.remaining.items()
        if kb.rule(key[0]).kind == "finding" and severity != "info"
    }


def raised(before: Mapping[Key, Severity], after: Mapping[Key, Severity]) -> list[Key]:
    return [key for key, one in after.items() if SEVERITIES.index(one) < SEVERITIES.index(before.get(key, "info"))]


def test_every_fact_of_the_exemplary_project_that_gets_worse_is_found_or_listed(kb: CompiledKnowledgeBase) -> None:
    memory = read_project(EXEMPLARY, kb).memory
    what_if = WhatIf(kb, memory)
    before = findings(what_if.now, kb)
    silent = {
        address.fact
        for address, fact, now in stated(memory, kb)
        for value in worse(fact, now, memory, kb)
        if not raised(before, findings(what_if.after({address: value}), kb))
    }
    assert silent == set(UNJUDGED)


def test_every_fact_of_the_exemplary_project_has_an_order_of_worth_or_says_why_not(kb: CompiledKnowledgeBase) -> None:
    facts = {address.fact for address in read_project(EXEMPLARY, kb).stated} & kb.vocabulary.facts.keys()
    assert {path for path in facts if not kb.vocabulary.facts[path].better} == set(WITHOUT_ORDER)


@pytest.mark.parametrize("seed", range(60))
def test_no_fact_that_gets_worse_pays(seed: int, kb: CompiledKnowledgeBase) -> None:
    random = Random(seed)
    memory = refinement.refined(random, read_project({}, kb).memory, kb, random.choice([0.3, 0.6, 0.9]))
    what_if = WhatIf(kb, memory)
    before = findings(what_if.now, kb)
    facts = list(stated(memory, kb))
    for address, fact, now in random.sample(facts, min(25, len(facts))):
        for value in worse(fact, now, memory, kb):
            there = what_if.after({address: value})
            after = findings(there, kb)
            gone = [key for key in before if key not in after]
            assert not gone or raised(before, after) or address.fact in TAKEN_ALONG
            assert VERDICTS.index(there.verdict) <= VERDICTS.index(what_if.now.verdict) or address.fact in TAKEN_ALONG
