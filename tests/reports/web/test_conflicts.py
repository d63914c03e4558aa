"""Answers to a file that somebody else changed, holds, broke or protected meanwhile: told, and nothing is lost."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from .forms import Form
from .serving import Browser, data, project, words
from .test_asking import SOME, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project(tmp_path, SOME)


@pytest.fixture
def browser(path: Path) -> Browser:
    return Browser(path.parent)


@pytest.mark.parametrize(("pick", "kept"), [("mine", "board"), ("theirs", "division_head")])
def test_two_answers_to_one_question_are_decided_by_a_person(
    pick: str, kept: str, browser: Browser, path: Path
) -> None:
    one, other = opened(browser, "needed"), opened(browser, "needed")
    one.set("a:commitment.by", "division_head").send(browser)
    asked = other.set("a:commitment.by", "board").set("a:overlap.defined", "true").set("go", "home").send(browser)
    assert asked.status_code == 409
    text = words(asked.text)
    assert "yours: board of directors" in text
    assert "in the file: division head" in text
    assert data(path)["commitment"]["by"] == "division_head"
    assert "overlap" not in data(path)
    chosen = Form(asked.text, "pick:commitment.by").set("pick:commitment.by", pick)
    assert chosen.send(browser, "/p/harbour.json/ask/needed").status_code == 200
    assert data(path)["commitment"]["by"] == kept
    assert data(path)["overlap"]["defined"] is True


@pytest.mark.parametrize(("pick", "kept"), [("mine", "by telephone"), ("theirs", "minutes of 3 May")])
def test_two_sources_of_one_answer_are_decided_by_a_person(pick: str, kept: str, browser: Browser, path: Path) -> None:
    one, other = opened(browser, "needed"), opened(browser, "needed")
    one.set("s:commitment.by", "minutes of 3 May").send(browser)
    asked = other.set("s:commitment.by", "by telephone").send(browser)
    assert asked.status_code == 409
    assert re.search(r"yours: .+ \(Source or remark: by telephone\)", words(asked.text))
    assert re.search(r"in the file: .+ \(Source or remark: minutes of 3 May\)", words(asked.text))
    chosen = Form(asked.text, "pick:commitment.by").set("pick:commitment.by", pick)
    assert chosen.send(browser, "/p/harbour.json/ask/needed").status_code == 200
    assert data(path)["commitment"]["by"]["source"] == kept


def test_the_source_that_somebody_gave_meanwhile_does_not_go_with_another_answer(browser: Browser, path: Path) -> None:
    one, other = opened(browser, "needed"), opened(browser, "needed")
    one.set("s:commitment.by", "minutes of 3 May").send(browser)
    assert other.set("a:commitment.by", "board").send(browser).status_code == 409
    assert data(path)["commitment"]["by"]["source"] == "minutes of 3 May"


def test_the_same_answer_in_two_windows_is_no_conflict(browser: Browser, path: Path) -> None:
    one, other = opened(browser, "needed"), opened(browser, "needed")
    for form in (one, other):
        assert form.set("a:commitment.by", "board").send(browser).status_code == 200


def test_a_file_that_changes_once_more_while_it_is_decided_asks_once_more(browser: Browser, path: Path) -> None:
    form = opened(browser, "needed").set("a:commitment.by", "board")
    opened(browser, "needed").set("a:commitment.by", "staff").send(browser)
    asked = form.send(browser)
    opened(browser, "needed").set("a:commitment.by", "division_head").send(browser)
    again = Form(asked.text, "pick:commitment.by").set("pick:commitment.by", "mine").send(browser, form.address)
    assert again.status_code == 409
    assert "division head" in again.text
    assert data(path)["commitment"]["by"] == "division_head"


def test_an_answer_about_what_was_taken_out_meanwhile_is_told(browser: Browser, path: Path) -> None:
    form = opened(browser, "champions").set("a:organisations/city.champion_identified", "true")
    out = {"out": "organisations/city", "sure:organisations/city": "yes"}
    browser.fill("/p/harbour.json/ask/partners", out)
    told = form.send(browser)
    assert "not saved" in words(told.text)
    assert "organisations/city.champion_identified" in told.text
    assert [one["id"] for one in data(path)["organisations"]] == ["own"]


def test_a_file_that_cannot_be_written_is_told_and_left_as_it_was(
    browser: Browser, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    form = opened(browser, "needed").set("a:commitment.by", "board")
    monkeypatch.setattr("advise.engine.reading.edited_file.write_whole", refuse)
    found = form.send(browser)
    assert found.status_code == 409
    assert "could not be written" in found.text
    assert data(path) == SOME


def test_a_file_that_another_program_holds_is_told_and_the_same_answers_can_be_saved_again(
    browser: Browser, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr("advise.engine.reading.edited_file._LONGEST_WAIT", 0.1)
    form = opened(browser, "needed").set("a:commitment.by", "board")
    with path.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        found = form.send(browser)
    assert found.status_code == 409
    assert "in use by another program" in found.text
    assert data(path) == SOME
    assert Form(found.text, "a:commitment.by").send(browser, form.address).status_code == 200
    assert data(path)["commitment"]["by"] == "board"


def test_what_answers_a_form_is_a_page_to_which_the_browser_comes_back_and_nothing_typed_is_lost(
    browser: Browser, path: Path
) -> None:
    one, other = opened(browser, "needed"), opened(browser, "needed")
    one.set("a:commitment.by", "division_head").send(browser)
    both = other.set("a:commitment.by", "board").send(browser)
    finding = re.search(r'"(/p/harbour.json/decide/[^"]+)"', browser.get("/p/harbour.json/decide").text)
    assert finding is not None
    decided = browser.fill(html.unescape(finding[1]), {"response": "planned", "who": "Ueda", "until": "soon"})
    unnamed = browser.fill("/new", {"name": " "})
    path.write_text("{", encoding="utf-8")
    broken = other.send(browser)
    for found in (both, decided, unnamed, broken):
        assert found.request.method == "GET"
        again = browser.get(str(found.request.url))
        assert (again.status_code, again.text) == (found.status_code, found.text)
    assert 'value="board"' in both.text
    assert 'value="board"' in broken.text
    assert '"Ueda"' in decided.text


def test_what_was_typed_is_kept_when_the_language_is_switched_and_nothing_is_written(
    browser: Browser, path: Path
) -> None:
    one, other = opened(browser, "needed"), opened(browser, "needed")
    one.set("a:commitment.by", "division_head").send(browser)
    written = path.read_bytes()
    both = other.set("a:commitment.by", "board").send(browser)
    unread = opened(browser, "start").set("a:city.population", "many").send(browser)
    for found, typed, told in (
        (both, "board", "答えが二つあります"),
        (unread, "many", "読み取れない答えが1か所あります"),
    ):
        japanese = browser.get(switch(found.text, "ja"))
        assert (japanese.status_code, f'value="{typed}"' in japanese.text) == (found.status_code, True)
        assert told in japanese.text
        back = browser.get(switch(japanese.text, "en"))
        assert back.text == found.text
    assert path.read_bytes() == written


def switch(page: str, language: str) -> str:
    """Return where the switch of the language goes."""
    found = re.search(f'<a href="([^"]+)" lang="{language}"', page)
    assert found is not None
    return html.unescape(found[1])


def test_what_was_typed_before_the_server_was_started_anew_can_be_sent_to_it(browser: Browser, path: Path) -> None:
    found = opened(browser, "needed").set("a:commitment.by", "board").set("csrf", "of an earlier start").send(browser)
    assert found.status_code == 403
    assert data(path) == SOME
    assert Form(found.text, "a:commitment.by").send(browser, "/p/harbour.json/ask/needed").status_code == 200
    assert data(path)["commitment"]["by"] == "board"


def test_a_file_that_was_broken_meanwhile_is_told_and_left_as_it_was(browser: Browser, path: Path) -> None:
    form = opened(browser, "needed").set("a:commitment.by", "board")
    path.write_text("{", encoding="utf-8")
    assert form.send(browser).status_code == 409
    assert path.read_text(encoding="utf-8") == "{"
    path.unlink()
    assert form.send(browser).status_code == 404
    assert not path.exists()


def test_answers_cannot_be_written_into_yaml_which_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("project:\n  name: Pier\n", encoding="utf-8")
    browser = Browser(tmp_path)
    assert browser.get("/p/plan.yaml").status_code == 200
    found = browser.get("/p/plan.yaml/ask/needed")
    assert found.status_code == 422
    assert "'plan.yaml' is YAML" in words(found.text)
    assert str(tmp_path) not in found.text
