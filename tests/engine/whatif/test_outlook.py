"""The outlook: which questions are worth asking and in what order, and what the least change is, decisions counted in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.assess.completions import Reach
from advise.engine.assess.search import SearchResult
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import VERDICTS, Severity
from advise.engine.project.address import Address
from advise.engine.project.memory import Key
from advise.engine.project.project import Project, read_project
from advise.engine.whatif.changes import apply_change
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.moves import Moves, SearchState
from advise.engine.whatif.outlook import Outlook, Prospect, _Leads, outlook

ACCEPTED = {"response": "accepted", "reason": "r", "by": "Mori", "on": "2026-08-01"}
PARTS = {"involved": 4, "champion_identified": 8, "accepts_failure": 16, "accepts_frequent_trials": 32, "needed": 64}
"""Facts that tell organisations apart, each true of every other so many."""
EXAMPLES = ("columbus", "copenhagen", "izuko", "kalasatama", "wakayama")


def foreseen(data: Any, kb: CompiledKnowledgeBase, *, full: bool = False) -> tuple[Outlook, Project]:
    project = read_project(data, kb)
    return outlook(assess(project, kb, today="2026-11-22", interpreter="evaluate"), project, kb, full=full), project


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_worth_asking_stands_in_the_order_of_the_assessment(name: str, kb: CompiledKnowledgeBase) -> None:
    project = read_project(f"examples/{name}.json", kb)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    found = outlook(assessment, project, kb)
    later = set(map(id, found.later))
    assert [one.question for one in found.prospects] == [one for one in assessment.questions if id(one) not in later]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_question_whose_answers_change_nothing_is_not_asked_unless_a_verdict_needs_it(
    name: str, kb: CompiledKnowledgeBase
) -> None:
    found, project = foreseen(f"examples/{name}.json", kb)
    verdict = assess(project, kb, interpreter="evaluate").verdict
    waits = verdict == "insufficient_information"
    for one in found.prospects:
        telling = [
            effect
            for effect in one.effects
            if effect.added or effect.cleared or effect.settled or effect.verdict != verdict
        ]
        assert telling or one.question.must_know or (waits and one.question.level == "may_stop")
    assert found.later


def test_where_no_answer_changes_anything_alone_a_finding_is_named_that_comes_with_others(
    kb: CompiledKnowledgeBase,
) -> None:
    project = read_project("examples/harvest.json", kb)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    led = {one.question.address: one for one in outlook(assessment, project, kb).prospects if one.leads is not None}
    changed, renewed = Address("top.sponsor_changed"), Address("commitment.reaffirmed")
    leads = led[changed].leads
    assert leads is not None
    assert (leads.code, leads.severity) == ("COM-15", "major")
    assert not any(one.added or one.cleared for one in led[changed].effects)
    what_if = WhatIf(kb, project.memory)
    assert ("COM-15", None) not in what_if.after({changed: True}).remaining
    assert ("COM-15", None) in what_if.after({changed: True, renewed: False}).remaining


def test_where_answers_that_are_asked_together_suffice_that_is_told(kb: CompiledKnowledgeBase) -> None:
    data = json.loads(Path("examples/exemplary.json").read_text(encoding="utf-8"))
    human = data["capitals"]["human"]
    gone = ("digital_engineers", "digital_students")
    data["capitals"]["human"] = {key: value for key, value in human.items() if key not in gone}
    found, project = foreseen(data, kb)
    led = {one.question.fact: one for one in found.prospects if one.leads is not None}
    together = [led[f"capitals.human.{fact}"] for fact in gone]
    assert [(one.leads.code, one.among) for one in together if one.leads] == [("CAP-02", True)] * 2
    then = WhatIf(kb, project.memory).after({Address(f"capitals.human.{fact}"): False for fact in gone})
    assert ("CAP-02", None) in then.remaining
    others = [one for fact, one in led.items() if fact not in {f"capitals.human.{one}" for one in gone}]
    assert not any(one.among for one in others)


def test_an_answer_that_a_finding_can_do_without_is_not_said_to_lead_to_it(kb: CompiledKnowledgeBase) -> None:
    data = json.loads(Path("examples/exemplary.json").read_text(encoding="utf-8"))
    del data["complete"]["portfolio.seeds"]
    seeds = data["portfolio"]["seeds"][:2]
    data["portfolio"]["seeds"] = [{key: one[key] for key in ("id", "name", "running")} for one in seeds]
    for organisation in data["organisations"]:
        organisation.pop("accepts_failure", None)
    project = read_project(data, kb)
    questions = assess(project, kb, interpreter="evaluate").questions
    (whole,) = [one for one in questions if one.fact == "complete.portfolio.seeds"]
    what_if = WhatIf(kb, project.memory)
    sought = what_if.now.reach.leading_to(("ORG-10", "city"), "major", 50).facts
    assert sought is not None
    assert whole.codes[0] == "ORG-10"
    assert whole.address in sought  # a search sets it
    without = {Address("organisations[].accepts_failure", "organisations/city"): False}
    assert ("ORG-10", "city") in what_if.after(without).remaining  # and the finding comes without
    leads = _Leads(what_if).of(Prospect(whole, ()), [whole]).leads
    assert leads is None or leads.code != "ORG-10"


def test_a_list_that_may_not_be_whole_may_bring_what_is_found_of_one_that_nobody_has_named(
    kb: CompiledKnowledgeBase,
) -> None:
    kinds = ("own_company", "municipality", "local_company")
    sound = {"involved": True, "champion_identified": True, "capitals": ["human"]}
    named = [{"id": kind, "kind": kind, **sound} for kind in kinds]
    data = {"project": {"phase": "preparation", "co_created": True}, "organisations": named}
    found, _ = foreseen(data, kb, full=True)
    (whole,) = [one for one in found.prospects if one.question.fact == "complete.organisations"]
    assert whole.leads is not None
    assert (whole.leads.code, whole.leads.subject, whole.leads.severity) == ("ORG-06", None, "blocker")
    another = {"id": "college", "kind": "research_institution", "involved": True, "champion_identified": False}
    grown = read_project({**data, "organisations": [*named, another]}, kb)
    assert ("ORG-06", "college") in WhatIf(kb, grown.memory).now.remaining


def searched(data: Any, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> tuple[Outlook, list[int]]:
    """Return the outlook of a project, and how many values each search for what an answer leads to has tried."""
    tried: list[int] = []
    looked = Reach.leading_to

    def noted(reach: Reach, key: Key, severity: Severity, steps: int) -> SearchResult:
        found = looked(reach, key, severity, steps)
        tried.append(1 + found.steps)
        return found

    with monkeypatch.context() as patched:
        patched.setattr(Reach, "leading_to", noted)
        return foreseen(data, kb)[0], tried


def test_what_answers_about_elements_that_are_alike_lead_to_is_looked_for_once(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def named(number: int) -> dict[str, Any]:
        return {"organisations": [{"id": f"o{one}", "kind": "municipality"} for one in range(number)]}

    two, tried = searched(named(2), kb, monkeypatch)
    assert len(searched(named(9), kb, monkeypatch)[1]) == len(tried)
    first, other = (
        {one.question.fact: one.leads for one in two.prospects if one.question.subject == f"organisations/o{name}"}
        for name in (0, 1)
    )
    assert any(first.values())
    assert {fact: (one.code, one.severity) for fact, one in first.items() if one} == {
        fact: (one.code, one.severity) for fact, one in other.items() if one
    }
    own = [(one.question.subject, one.leads.subject) for one in two.prospects if one.question.subject and one.leads]
    assert all(subject == about for subject, about in own if about is not None and about.startswith("organisations/"))


def test_of_very_many_elements_it_is_left_open_what_late_answers_lead_to(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = ("municipality", "local_company", "research_institution")
    organisations = [
        {"id": f"o{one}", "kind": kinds[one % 3], **{part: one % bit < bit / 2 for part, bit in PARTS.items()}}
        for one in range(64)
    ]
    found, tried = searched({"project": {"phase": "launched"}, "organisations": organisations}, kb, monkeypatch)
    elements = 1 + len(organisations) + len(kb.vocabulary.lists["capitals"].members)
    assert sum(tried[:-1]) * elements <= 20_000
    assert any(one.leads for one in found.prospects)


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_left_unseen_could_not_have_come_first(name: str, kb: CompiledKnowledgeBase) -> None:
    project = read_project(f"examples/{name}.json", kb)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    brief, whole = outlook(assessment, project, kb, shown=3), outlook(assessment, project, kb)
    assert len(brief.prospects) + len(brief.later) < len(assessment.questions)
    assert len(whole.prospects) + len(whole.later) == len(assessment.questions)
    first = list(dict.fromkeys(one.question.together for one in whole.prospects))[:3]
    shown = [one for one in whole.prospects if one.question.together in first]
    assert list(brief.prospects[: len(shown)]) == shown


def test_every_question_of_the_assessment_is_asked_now_or_later(kb: CompiledKnowledgeBase) -> None:
    project = read_project("examples/izuko.json", kb)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    found = outlook(assessment, project, kb)
    asked = [one.question for one in found.prospects] + list(found.later)
    assert sorted(map(str, asked)) == sorted(map(str, assessment.questions))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_answer_that_is_said_to_do_really_leads_there(name: str, kb: CompiledKnowledgeBase) -> None:
    found, project = foreseen(f"examples/{name}.json", kb)

    memory = project.memory
    for change in found.ways[0].changes:
        memory = apply_change(memory, change, kb)
    for key, values in found.answers.items():
        for value in values:
            there = WhatIf(kb, memory).after({key: value})
            assert VERDICTS.index(there.known) >= VERDICTS.index(found.improvement.wanted)


def test_an_answer_that_leaves_open_what_the_chosen_one_settles_does_not_do_as_well(kb: CompiledKnowledgeBase) -> None:
    project = read_project({"commitment": {"declared": True, "by": "division_head"}}, kb)
    found = outlook(assess(project, kb, today="2026-11-22", interpreter="evaluate"), project, kb)
    answers = found.answers[Address("commitment.by")]
    assert {"ceo", "board"} <= set(answers)
    assert "executive_officer" not in answers


def test_a_decision_about_a_finding_counts_in_the_outlook_as_in_the_verdict(kb: CompiledKnowledgeBase) -> None:
    project = {"commitment": {"declared": False}, "overlap": {"defined": False}}
    accepted = [{**ACCEPTED, "finding": "FIT-06"}, {**ACCEPTED, "finding": "COM-01"}]
    found, decided = foreseen({**project, "responses": accepted}, kb)
    verdicts = [assess(one, kb, interpreter="evaluate").verdict for one in (project, decided)]
    assert verdicts == ["hold", "insufficient_information"]
    changed = {change.fact for way in found.ways for change in way.changes}
    assert "overlap.defined" not in changed  # what was accepted is not to be put right
    asked = {one.question.fact: one for one in found.prospects}
    effects = {effect.value: effect.verdict for effect in asked["field.trial_and_error_possible"].effects}
    assert effects == {True: "insufficient_information", False: "hold"}


def test_both_ends_of_the_range_are_reached_although_a_finding_is_accepted(kb: CompiledKnowledgeBase) -> None:
    project = {"commitment": {"declared": False}, "responses": [{**ACCEPTED, "finding": "COM-01"}]}
    found, read = foreseen(project, kb, full=True)
    assessment = assess(read, kb, today="2026-11-22", interpreter="evaluate")
    assert found.completions is not None
    assert [one.verdict for one in found.completions if one is not None] == list(assessment.verdict_range)
    assert assessment.verdict_range == ("hold", "proceed")


def test_a_decision_that_rests_on_facts_may_end_so_that_the_range_stays_wide(kb: CompiledKnowledgeBase) -> None:
    project: dict[str, Any] = {"commitment": {"declared": False}}
    (finding,) = [one for one in assess(project, kb, interpreter="evaluate").findings if one.code == "COM-01"]

    project["responses"] = [{**ACCEPTED, "finding": "COM-01", "rests_on": finding.fingerprint}]
    assert assess(project, kb, interpreter="evaluate").verdict_range[0] == "hold"


def test_nobody_is_asked_to_leave_for_a_better_verdict(kb: CompiledKnowledgeBase) -> None:
    city = {"id": "city", "kind": "municipality", "involved": True, "champion_identified": False}
    found, _ = foreseen({"organisations": [city]}, kb, full=True)
    assert found.ways
    leaving = [
        change
        for way in found.ways
        for change in way.changes
        if change.fact == "organisations[].involved" and change.value is False
    ]
    assert leaving == []


def test_the_least_change_of_a_large_project_takes_no_more_work_than_that_of_a_smaller_one(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[Address] = []
    proposed = Moves._proposed

    def counted(self: Moves, key: Address, state: SearchState) -> Any:
        looked_at.append(key)
        return proposed(self, key, state)

    monkeypatch.setattr(Moves, "_proposed", counted)
    monkeypatch.setattr("advise.engine.whatif.outlook._LIMIT_RUNS", 60)
    taken = {}
    for number in (75, 300):
        kinds = ("local_company", "research_institution", "citizen_group")
        organisations = [
            {"id": f"o{at}", "kind": kinds[at % 3], "involved": at % 3 > 0, "champion_identified": at % 3 == 0}
            for at in range(number)
        ]
        looked_at.clear()
        foreseen({"project": {"phase": "preparation"}, "organisations": organisations}, kb)
        taken[number] = len(looked_at)
    assert 0 < taken[300] <= 2 * taken[75], taken
