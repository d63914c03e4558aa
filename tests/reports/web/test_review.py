"""All answers on one page: the missing ones first, each to be changed where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .forms import Form
from .serving import Browser, data, project, words
from .test_asking import SOME

ADDRESS = "/p/harbour.json/review"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    asked = [{"fact": "top.visited_site", "answer": "ask", "whom": "Mori", "on": "2026-11-01"}]
    return project(tmp_path, {**SOME, "asked": asked})


@pytest.fixture
def browser(path: Path) -> Browser:
    return Browser(path.parent)


def opened(browser: Browser) -> Form:
    return Form(browser.get(ADDRESS).text, "csrf")


def test_what_is_missing_comes_first_by_who_can_answer_it(browser: Browser) -> None:
    text = words(browser.get(ADDRESS).text)
    missing, answered = text.split("Answers by page")
    assert "Has the CEO visited the site in person?" in missing
    assert "Top of the company:" in missing
    assert "Chigusa: " in missing
    assert "Name of the municipality" in answered


def test_each_is_told_all_that_is_open_for_them_however_few_questions_are_shown(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = re.compile(r"<summary>([^<:]+): (\d+)</summary>")
    whole = heads.findall(browser.get(ADDRESS).text)
    monkeypatch.setattr("advise.reports.web.review._MOST", 5)
    few = browser.get(ADDRESS).text
    assert heads.findall(few) == whole
    left = sum(int(n) for n in re.findall(r"(\d+) more: each stands on its own page", few))
    assert left == sum(int(n) for _, n in whole) - 5


def test_every_answer_can_be_changed_where_it_stands(browser: Browser, path: Path) -> None:
    form = opened(browser)
    assert form.values("a:commitment.by") == ["ceo"]
    form.set("a:commitment.by", "staff").set("a:organisations/city.involved", "false").set(
        "d:top.visited_site",
    )
    found = form.set("a:top.visited_site", "true").send(browser)
    assert found.url.path == ADDRESS
    assert "Saved: 3 answers" in found.text
    now = data(path)
    assert now["commitment"]["by"] == "staff"
    assert now["organisations"][1]["involved"] is False
    assert now["top"]["visited_site"] is True
    assert "asked" not in now


def test_what_was_not_touched_changes_nothing(browser: Browser, path: Path) -> None:
    before = path.read_bytes()
    assert "No answer has changed" in opened(browser).send(browser).text
    assert path.read_bytes() == before


def test_what_is_no_answer_is_told_beside_its_field_and_nothing_is_written(browser: Browser, path: Path) -> None:
    before = path.read_bytes()
    form = opened(browser).set("a:portfolio.seeds/s.success_probability", "likely").set("a:commitment.by", "staff")
    found = form.send(browser)
    assert found.status_code == 400
    assert "Please write a number" in found.text
    assert path.read_bytes() == before


def test_two_answers_to_one_question_are_decided_here_as_well(browser: Browser, path: Path) -> None:
    one, other = opened(browser), opened(browser)
    one.set("a:commitment.by", "staff").send(browser)
    asked = other.set("a:commitment.by", "board").send(browser)
    assert asked.status_code == 409
    Form(asked.text, "pick:commitment.by").set("pick:commitment.by", "mine").send(browser, ADDRESS)
    assert data(path)["commitment"]["by"] == "board"
