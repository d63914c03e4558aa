"""Who puts a finding right by when, and other decisions, made in pages: written as on the command line, told, never overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .forms import Form
from .serving import HOLD, Browser, data, project, words

ADDRESS = "/p/harbour.json/decide"
SEVERAL: dict[str, Any] = {
    **HOLD,
    "organisations": [
        {"id": one, "name": one.title(), "kind": "municipality", "involved": True, "champion_identified": False}
        for one in ("mori", "kawa")
    ],
    "complete": {"organisations": True},
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.fixture
def browser(path: Path) -> Browser:
    return Browser(path.parent)


def decide(browser: Browser, code: str = "COM-01", **fields: str) -> Any:
    """Fill in the form of a finding as it stands now."""
    address = f"{ADDRESS}/{code}"
    return browser.post(address, data={**dict(Form(browser.get(address).text, "response").sent), **fields})


def test_a_memo_leads_to_the_form_of_each_action(browser: Browser) -> None:
    memo = browser.get("/p/harbour.json/memo").text
    assert f'href="{ADDRESS}/COM-01"' in memo
    assert "Decide who and when" in words(memo)
    assert ADDRESS not in browser.get("/p/harbour.json/memo.html").text


def test_a_plan_is_written_and_stands_in_the_memo(browser: Browser, path: Path) -> None:
    told = words(decide(browser, response="planned", who="佐藤（企画課）", until="令和8年12月15日", by="Mori").text)
    assert "Written as planned" in told
    assert "Planned (1)" in told
    assert "Planned (佐藤（企画課） by 15 December 2026)" in told
    assert data(path)["responses"] == [
        {"finding": "COM-01", "response": "planned", "who": "佐藤（企画課）", "until": "2026-12-15", "by": "Mori", "on": "2026-11-29"}
    ]  # fmt: skip
    memo = browser.text("p", "harbour.json", "memo")
    assert "佐藤（企画課）" in memo
    assert "Decide who and when" not in memo


def test_what_is_over_its_day_is_told_first(tmp_path: Path) -> None:
    project(tmp_path, SEVERAL)
    browser = Browser(tmp_path)
    told = words(decide(browser, response="planned", who="Sato", until="2026-11-01").text)
    assert told.index("Over the day (1)") < told.index("Nothing decided yet (")
    assert "over its day and not put right (1)" in browser.text("p", "harbour.json")


def test_what_is_accepted_no_longer_weighs_and_can_be_taken_back(browser: Browser, path: Path) -> None:
    told = words(decide(browser, response="accepted", reason="agreed by the council", by="Mori").text)
    assert "The verdict is now" in told
    assert "Accepted, postponed, not applicable (1)" in told
    assert "agreed by the council" in told
    told = words(decide(browser, response="withdrawn").text)
    assert "taken out of the file" in told
    assert data(path) == HOLD


def test_a_decision_is_back_when_its_facts_change_and_can_be_taken_again(tmp_path: Path) -> None:
    path = project(tmp_path, SEVERAL)
    browser = Browser(tmp_path)
    accepted = {"response": "accepted", "reason": "a pilot", "by": "Mori"}
    assert "until its facts change" in words(decide(browser, "ORG-06", **accepted).text)
    document = data(path)
    document["organisations"].append({**document["organisations"][0], "id": "numa", "name": "Numa"})
    project(tmp_path, document)
    assert "The facts have changed since" in browser.text("p", "harbour.json", "decide")
    decide(browser, "ORG-06", **accepted)
    assert "The facts have changed since" not in browser.text("p", "harbour.json", "decide")


def test_who_decided_is_the_last_person_that_the_project_names(tmp_path: Path) -> None:
    project(tmp_path, SEVERAL)
    browser = Browser(tmp_path)
    by = Form(browser.get(f"{ADDRESS}/COM-01").text, "response").values("by")
    assert by == [""]  # whose computer it is says nothing about who decides
    decide(browser, response="accepted", reason="a pilot", by="Mori")
    decide(browser, response="withdrawn")
    decide(browser, response="planned", who="Sato", by="Kawa")
    assert Form(browser.get(f"{ADDRESS}/ORG-06").text, "response").values("by") == ["Kawa"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "choose one"),
        ({"response": "planned", "until": ""}, "Write who, or until when"),
        ({"response": "accepted", "by": "Mori"}, "This is needed"),
        ({"response": "postponed", "reason": "later", "until": "some day", "by": "Mori"}, "no date"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_lost(
    fields: dict[str, str], told: str, browser: Browser, path: Path
) -> None:
    found = decide(browser, **fields)
    assert found.status_code == 400
    assert told in words(found.text)
    assert Form(found.text, "response").values("response") == [fields[key] for key in fields if key == "response"]
    assert data(path) == HOLD


def test_what_somebody_else_decided_meanwhile_is_shown_before_it_is_replaced(browser: Browser, path: Path) -> None:
    old = Form(browser.get(f"{ADDRESS}/COM-01").text, "response")
    decide(browser, response="planned", who="Sato", by="Mori")
    old.set("response", "planned")
    old.set("who", "Ito")
    found = old.send(browser, f"{ADDRESS}/COM-01")
    assert found.status_code == 409
    assert "Planned (Sato)" in words(found.text)
    assert data(path)["responses"][0]["who"] == "Sato"
    assert Form(found.text, "response").send(browser, f"{ADDRESS}/COM-01").status_code == 200
    assert [one["who"] for one in data(path)["responses"]] == ["Ito"]


def test_a_decision_is_about_one_or_about_all(tmp_path: Path) -> None:
    path = project(tmp_path, SEVERAL)
    browser = Browser(tmp_path)
    form = browser.get(f"{ADDRESS}/ORG-06").text
    assert "all of them (2)" in words(form)
    assert "?about=organisations%2Fkawa" in form
    found = Form(browser.get(f"{ADDRESS}/ORG-06?about=organisations%2Fkawa").text, "response")
    found.set("response", "planned")
    found.set("who", "Sato")
    assert found.send(browser, f"{ADDRESS}/ORG-06?about=organisations%2Fkawa").status_code == 200
    assert [one["subject"] for one in data(path)["responses"]] == ["organisations/kawa"]
    assert "no such finding now" in words(browser.get(f"{ADDRESS}/ORG-06?about=organisations%2Fnone").text)


def test_what_is_decided_again_stands_in_place_of_what_was(tmp_path: Path) -> None:
    old = {
        "finding": "ORG-06",
        "response": "postponed",
        "until": "2026-11-01",
        "reason": "x",
        "by": "Mori",
        "on": "2026-10-01",
    }
    path = project(tmp_path, {**SEVERAL, "organisations": SEVERAL["organisations"][:1], "responses": [old]})
    browser = Browser(tmp_path)
    listed = browser.get(ADDRESS).text
    assert "The time is over" in words(listed)
    assert f'"{ADDRESS}/ORG-06"' in listed  # it was about all of them
    decide(browser, "ORG-06", response="planned", who="Sato", until="")
    assert [(one["response"], one.get("until")) for one in data(path)["responses"]] == [("planned", None)]


def test_a_decision_about_nothing_that_is_found_can_be_taken_out(tmp_path: Path) -> None:
    plan = {"finding": "COM-05", "response": "planned", "who": "Sato"}
    path = project(tmp_path, {**HOLD, "commitment": {"declared": True}, "responses": [plan]})
    browser = Browser(tmp_path)
    assert "About nothing that is found now (1)" in browser.text("p", "harbour.json", "decide")
    assert browser.get(f"{ADDRESS}/COM-99").status_code == 404
    assert decide(browser, "COM-05", response="withdrawn").status_code == 200
    assert "responses" not in data(path)


def test_the_form_of_a_finding_that_is_gone_leads_to_what_there_is(browser: Browser, path: Path) -> None:
    old = Form(browser.get(f"{ADDRESS}/COM-01").text, "response")
    project(path.parent, {**HOLD, "commitment": {"declared": True}})
    told = words(browser.get(f"{ADDRESS}/COM-01").text)
    assert "There is no such finding now" in told
    assert "Who and when" in told
    old.set("response", "planned")
    old.set("who", "Sato")
    assert "There is no such finding now" in words(old.send(browser, f"{ADDRESS}/COM-01").text)
    assert "responses" not in data(path)
