"""Responses and answers of a project file are read with all that makes them accountable, or refused with the place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.address import Address
from advise.engine.project.decisions import Asked, Response, read_responses, response_edits
from advise.engine.project.project import read_project
from advise.engine.project.values import day_of, is_date
from advise.engine.reading.edited_file import edited

CODES = frozenset({"COM-01", "COM-05"})
SOUND = {"finding": "COM-05", "response": "accepted", "reason": "He went last year.", "by": "Sato", "on": "2026-10-01"}
ANSWER = {"fact": "top.visited_site", "answer": "unknown", "on": "2026-11-22"}


def read(*items: Any) -> tuple[tuple[Response, ...], list[tuple[str, str]]]:
    """Return the responses, and each problem's code and pointer."""
    problems: list[tuple[str, str]] = []

    def complain(code: str, pointer: str, _details: dict[str, Any]) -> None:
        problems.append((code, pointer))

    found = read_responses(list(items), CODES, complain, complain)
    return found, problems


def test_a_sound_response_is_kept_with_its_place() -> None:
    (response,), problems = read(SOUND)
    assert problems == []
    assert (response.finding, response.by, response.pointer) == ("COM-05", "Sato", "/responses/0")


@pytest.mark.parametrize("key", ["finding", "response", "reason", "by", "on"])
@pytest.mark.parametrize("missing", ["absent", "null"])
def test_a_response_without_a_reason_a_name_or_a_date_is_refused(key: str, missing: str) -> None:
    item: dict[str, Any] = {**SOUND, key: None}
    if missing == "absent":
        del item[key]
    found, problems = read(item)
    assert found == ()
    assert ("P231", "/responses/0" if missing == "absent" else f"/responses/0/{key}") in problems


@pytest.mark.parametrize(
    ("change", "code", "key"),
    [
        ({"finding": "COM-99"}, "P206", "finding"),
        ({"response": "ignored"}, "P206", "response"),
        ({"reason": "  "}, "P234", "reason"),
        ({"until": ""}, "P234", "until"),
        ({"by": 7}, "P207", "by"),
        ({"on": "1 October"}, "P233", "on"),
        ({"on": "2026-W10-1"}, "P233", "on"),
        ({"until": "2026-12-31"}, "P232", "until"),
        ({"why": "x"}, "P230", "why"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(change: dict[str, Any], code: str, key: str) -> None:
    assert read({**SOUND, **change}) == ((), [(code, f"/responses/0/{key}")])


def test_everything_that_is_wrong_with_a_response_is_told_at_once() -> None:
    wrong = {"finding": "COM-99", "response": "later", "until": "1/1/2026", "reason": "", "on": "yesterday"}
    assert [code for code, _ in read(wrong)[1]] == ["P231", "P234", "P206", "P206", "P232", "P233", "P233"]


def test_a_postponement_says_until_when() -> None:
    assert read({**SOUND, "response": "postponed"})[1] == [("P232", "/responses/0")]
    assert read({**SOUND, "response": "postponed", "until": "2026-12-31"})[1] == []


def test_all_problems_come_at_once() -> None:
    _, problems = read({"finding": "COM-05"}, "accepted", {**SOUND, "on": "soon"})
    assert [pointer for _, pointer in problems] == ["/responses/0", "/responses/1", "/responses/2/on"]


def test_what_one_response_lacks_is_one_problem() -> None:
    told: list[tuple[str, str]] = []

    def complain(code: str, _pointer: str, details: dict[str, Any]) -> None:
        told.append((code, details["value"]))

    read_responses([{"finding": "COM-05", "response": None}], CODES, complain, complain)
    assert told == [("P231", 'response", "reason", "by", "on')]


def test_a_date_is_written_with_year_month_and_day() -> None:
    assert is_date("2026-12-31")
    assert not any(map(is_date, ["20261231", "2026-02-30", "2026-12-31T00:00", ""]))


# Plans


PLAN = {"finding": "COM-05", "response": "planned", "who": "Sato", "until": "2026-12-31"}


def test_a_plan_needs_no_reason_but_who_or_until_when() -> None:
    (plan,), problems = read(PLAN)
    assert (plan.who, plan.until, plan.is_plan, problems) == ("Sato", "2026-12-31", True, [])
    assert [read({**PLAN, key: None})[1] for key in ("who", "until")] == [[], []]
    assert read({**PLAN, "who": None, "until": None}) == ((), [("P235", "/responses/0")])


@pytest.mark.parametrize(
    ("item", "key"), [({**PLAN, "rests_on": "0a1b2c3d"}, "rests_on"), ({**SOUND, "who": "Sato"}, "who")]
)
def test_only_a_plan_says_who_and_only_a_decision_rests_on_facts(item: dict[str, Any], key: str) -> None:
    assert read(item) == ((), [("P236", f"/responses/0/{key}")])


@pytest.mark.parametrize("until", ["2026年12月31日", "令和8年12月31日", "Ｒ８年１２月３１日（木）", "2026/12/31"])
def test_a_day_that_is_written_as_in_offices_is_understood_and_told(until: str, kb: KnowledgeBase) -> None:
    project = read_project({"responses": [{**PLAN, "until": until}]}, kb)
    assert [one.until for one in project.responses] == ["2026-12-31"]
    assert [(note.code, "2026-12-31" in note.message["ja"]) for note in project.notes] == [("P266", True)]


@pytest.mark.parametrize("until", ["年末", "12月31日", "令和8年2月30日", "2026-12", "31.12.2026", "令和年12月1日"])
def test_what_means_no_day_is_refused(until: str) -> None:
    assert read({**PLAN, "until": until}) == ((), [("P233", "/responses/0/until")])
    assert day_of(until) is None


def _edited(responses: list[Any] | None, entry: dict[str, Any] | None, *key: Any) -> Any:
    document: dict[str, Any] = {"city": {}} if responses is None else {"city": {}, "responses": responses}
    found, problems = read(*(responses or []))
    assert problems == []
    edits = response_edits(entry, Address(*key), found)
    return json.loads(edited(json.dumps(document).encode(), edits)).get("responses")


def test_a_response_takes_the_place_of_what_was_said_about_the_same_finding() -> None:
    other, about = {**SOUND, "finding": "COM-01"}, {**SOUND, "subject": "organisations/a"}
    assert _edited(None, PLAN, "COM-05", None) == [PLAN]
    assert _edited([], PLAN, "COM-05", None) == [PLAN]
    assert _edited([other], PLAN, "COM-05", None) == [other, PLAN]
    assert _edited([SOUND, other, about], PLAN, "COM-05", None) == [PLAN, other, about]
    assert _edited([SOUND, other, SOUND, about], PLAN, "COM-05", None) == [other, PLAN, about]
    assert _edited([SOUND, about], {**PLAN, "subject": "organisations/a"}, "COM-05", "organisations/a") == [
        SOUND,
        {**PLAN, "subject": "organisations/a"},
    ]


def test_a_response_that_is_withdrawn_leaves_the_others() -> None:
    other = {**SOUND, "finding": "COM-01"}
    assert _edited([SOUND, other, SOUND], None, "COM-05", None) == [other]
    assert _edited([SOUND, SOUND], None, "COM-05", None) is None
    assert response_edits(None, Address("COM-05"), read(other)[0]) == []


# Answers that are no values


def test_an_answer_without_a_value_is_read(kb: KnowledgeBase) -> None:
    entry = {
        **ANSWER,
        "fact": "goals[].from_overlap",
        "subject": "goals/a",
        "answer": "ask",
        "whom": "Sato",
        "by": "me",
        "remark": "back in May",
    }
    assert read_project({"asked": [entry]}, kb).asked == (
        Asked("goals[].from_overlap", "ask", "2026-11-22", "/asked/0", "goals/a", "Sato", "me", "back in May"),
    )


def test_a_fact_that_was_asked_stays_unknown(kb: KnowledgeBase) -> None:
    project = read_project({"asked": [ANSWER]}, kb)
    assert project.memory.project == {}
    assert project.stated == {}


def test_of_two_answers_about_one_fact_the_later_one_counts(kb: KnowledgeBase) -> None:
    project = read_project({"asked": [ANSWER, {**ANSWER, "answer": "later"}]}, kb)
    assert [one.answer for one in project.asked] == ["later"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "P203"),
        ([1], "P202"),
        ([{**ANSWER, "note": "x"}], "P240"),
        ([{"fact": "top.visited_site", "on": "2026-11-22"}], "P241"),
        ([{**ANSWER, "fact": "top.visited"}], "P201"),
        ([{**ANSWER, "answer": "perhaps"}], "P206"),
        ([{**ANSWER, "answer": "ask"}], "P242"),
        ([{**ANSWER, "whom": "Sato"}], "P242"),
        ([{**ANSWER, "on": "22.11.2026"}], "P233"),
        ([{**ANSWER, "by": 5}], "P207"),
    ],
)
def test_what_is_wrong_with_an_answer_is_told(asked: Any, code: str, kb: KnowledgeBase) -> None:
    with pytest.raises(ProblemsError) as caught:
        read_project({"asked": asked}, kb)
    assert [problem.code for problem in caught.value.problems] == [code]
