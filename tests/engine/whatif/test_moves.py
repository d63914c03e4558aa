"""Moves are changes that people can be advised to make, and what bars a verdict is found out no oftener than it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.account import Accounts
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.memory import Key
from advise.engine.project.project import read_project
from advise.engine.whatif.changes import Change
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.improve import improve
from advise.engine.whatif.improvement import ways
from advise.engine.whatif.moves import Move, Moves, MovesOf, Reason

from ...work import work

EXEMPLARY = Path(__file__).resolve().parents[3] / "examples" / "exemplary.json"


def test_what_another_answer_rules_out_is_no_step(kb: CompiledKnowledgeBase) -> None:
    """Of an agreement that does not exist the form would be a sign of commitment; nobody can say which it has."""
    document = {
        "project": {"phase": "preparation"},
        "commitment": {"declared": False, "other_sign": False},
        "agreement": {"status": "none"},
        "top": {"visited_site": False},
    }
    found = improve(WhatIf(kb, read_project(document, kb).memory), "revise")
    assert found.sets
    assert "agreement.kind" not in {change.fact for changes in found.sets for change in changes}


def test_a_visit_comes_first_and_what_another_finding_stood_for_is_nothing_new(kb: CompiledKnowledgeBase) -> None:
    """COM-11 is told in place of COM-06, COM-07 and COM-09: they are nothing new once it is gone."""
    exemplary = read_project(EXEMPLARY, kb).document
    assert exemplary is not None
    words_only = (
        "top.visited_site=false", "top.dialogue_with=[]", "top.own_role_identified=false", "agreement.status=none",
        "commitment.other_sign=false", "agreement.kind=",
    )  # fmt: skip
    memory = with_assumptions(exemplary, words_only, kb).memory
    first, *_ = improve(WhatIf(kb, memory), "proceed").sets
    assert [change.fact for change in first] == ["top.visited_site"]


TOWN = {
    "project": {"phase": "preparation"},
    "organisations": [
        {"id": "town", "kind": "municipality", "involved": True, "champion_identified": True, "champion_willing": False}
    ],
}


def test_no_second_municipality_is_proposed_to_soften_what_is_found_of_the_first(kb: CompiledKnowledgeBase) -> None:
    for changes in improve(WhatIf(kb, read_project(TOWN, kb).memory), "revise").sets:
        assert not any(change.fact == "organisations" for change in changes)
        assert any(change.key == ("organisations[].champion_willing", "organisations/town") for change in changes)


@pytest.mark.parametrize("limit", [1_000, 10])
@pytest.mark.parametrize("kind", ["municipality", "local_company"])
def test_who_is_listed_and_has_not_joined_is_won_before_another_one_of_its_kind(
    kind: str, limit: int, kb: CompiledKnowledgeBase
) -> None:
    faults = {"champion_identified": False, "superiors_persuaded": False, "role_defined": False, "in_plan": False}
    document = {
        "project": {"phase": "preparation"},
        "organisations": [{"id": "listed", "kind": kind, "involved": False, **faults}],
        "complete": {"organisations": True},
    }
    found = improve(WhatIf(kb, read_project(document, kb).memory), "proceed", limit=limit)
    assert found.sets
    for changes in found.sets:
        new = {change.value for change in changes if change.fact == "organisations[].kind"}
        assert kind not in new
        assert ("organisations[].involved", "organisations/listed") in {change.key for change in changes}


def test_nobody_is_told_to_hope_that_the_company_is_the_key_player_that_is_missing(kb: CompiledKnowledgeBase) -> None:
    exemplary = read_project(EXEMPLARY, kb).document
    assert exemplary is not None
    memory = with_assumptions(exemplary, ["organisations/univ=", "company.local_role="], kb).memory
    first, *_ = improve(WhatIf(kb, memory), "proceed").sets
    assert [change.fact for change in first if change.fact == "company.local_role"] == []
    assert "organisations" in {change.fact for change in first}


@pytest.mark.parametrize(
    "fact",
    [
        "capitals.*.strength", "capitals.*.rivals_metropolis", "city.crisis_awareness", "city.connections", "city.communities",
        "city.density", "data.citizen_trust", "project.origin", "project.months_commitment_to_start",
        "agreement.signed_before_dialogue", "process.months_planning_before_first_trial",
    ],
)  # fmt: skip
def test_what_people_find_out_or_what_has_happened_is_nothing_to_change(fact: str, kb: CompiledKnowledgeBase) -> None:
    assert kb.vocabulary.facts[fact].effort == "fixed"


def test_of_a_number_the_largest_that_does_is_asked_for(kb: CompiledKnowledgeBase) -> None:
    project = {"phase": "preparation", "uses_digital": True, "concrete_activity_started": False}
    document = {"project": project, "process": {"months_planning_before_first_trial": 14}}
    first, *_ = improve(WhatIf(kb, read_project(document, kb).memory), "proceed").sets
    assert ("trial.first_planned_in_months", 3.0) in {(change.fact, change.value) for change in first}


def test_what_could_at_worst_be_a_note_is_not_in_the_way(kb: CompiledKnowledgeBase) -> None:
    data = {
        "project": {"phase": "preparation"},
        "commitment": {"declared": True, "by": "ceo"},
        "agreement": {"status": "signed"},
        "top": {"visited_site": False, "own_role_identified": False},
    }
    what_if = WhatIf(kb, read_project(data, kb).memory)
    assert what_if.now.remaining["COM-08", None] == "major"
    found = improve(what_if, "proceed")
    assert found.sets
    changed = {change.fact for change in found.sets[0]}
    assert {"top.visited_site", "top.own_role_identified", "top.dialogue_with"} <= changed
    (way, *_) = ways(what_if, found)
    assert ("COM-08", None, "info") in {
        (one.code, one.subject, one.severity) for step in way.steps for one in step.eases
    }


def test_why_something_bars_the_verdict_is_found_out_again_only_where_it_changed(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    organisations = [{"id": name, "involved": True, "champion_identified": False} for name in ("a", "b", "c")]
    moves = Moves(WhatIf(kb, read_project({"organisations": organisations}, kb).memory), "proceed", 24)
    looked_at: list[Key] = []
    reason = Moves._reason_of

    def noted(self: Moves, key: Key, accounts: Accounts) -> Reason:
        looked_at.append(key)
        return reason(self, key, accounts)

    monkeypatch.setattr(Moves, "_reason_of", noted)
    start = moves.start()
    moves.offenders(start)
    assert {("ORG-06", name) for name in ("a", "b", "c")} <= set(looked_at)
    looked_at.clear()
    change = Change("organisations[].superiors_persuaded", "organisations/a", False, 1)
    moves.offenders(moves.after(start, [Move(change, 1)]))
    assert ("ORG-08", "a") in looked_at
    assert not any(code == "ORG-06" for code, _ in looked_at)


def test_what_bars_a_verdict_is_told_without_going_through_all_that_could_be_done_about_it(
    kb: CompiledKnowledgeBase,
) -> None:
    """Each of a hundred KPIs could serve any of a hundred goals besides its own."""
    goals = [{"id": f"g{one}"} for one in range(120)]
    kpis = [{"id": f"k{one}", "goals": [f"g{one}"]} for one in range(100)]
    moves = Moves(WhatIf(kb, read_project({"goals": goals, "kpis": kpis}, kb).memory), "proceed", 24)
    start, found = moves.start(), list[MovesOf]()
    moves.offenders(start)  # then what can be done about each fact is known
    calls = work(lambda: found.extend(moves.offenders(start)))
    calls += work(lambda: [(len(one), one.cost, one.keys) for one in found])
    assert sum(map(len, found)) > 5 * calls
