"""Questions to other people: a list for one, a workbook out and back, and what it changes shown before it is written."""

from __future__ import annotations

import html
import re
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from advise.reports.app.session import Session
from advise.reports.app.sheet import sheet_of

from ..sheet.office import AT, filled, questions, save, tables
from .forms import Form
from .serving import TODAY, Browser, data, project, words
from .test_asking import SOME

ADDRESS = "/p/harbour.json"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project(tmp_path, SOME)


@pytest.fixture
def browser(path: Path) -> Browser:
    return Browser(path.parent)


def sheet(browser: Browser, folder: Path, whom: str | None = None) -> Path:
    """Take a workbook away."""
    found = browser.get(f"{ADDRESS}/questions.xlsx", params={} if whom is None else {"for": whom})
    assert found.status_code == 200, found.text
    path = folder / "questions.xlsx"
    path.write_bytes(found.content)
    return path


def bring(browser: Browser, path: Path, name: str | None = None) -> Any:
    """Bring a workbook back."""
    files = {"sheet": (name or path.name, path.read_bytes())}
    return browser.fill(f"{ADDRESS}/sheet", files=files)


def test_a_project_shows_whom_to_ask_how_much(browser: Browser) -> None:
    text = browser.text("p", "harbour.json")
    assert "Whom to ask" in text
    assert "Chigusa" in text.split("Whom to ask")[1]
    assert "Project lead" in text.split("Whom to ask")[1]


def test_the_list_for_one_person_holds_what_that_one_can_answer(browser: Browser) -> None:
    text = words(browser.get(f"{ADDRESS}/questions", params={"for": "Chigusa"}).text)
    assert "Questions to Chigusa (" in text
    assert "1. " in text
    assert "I do not know" in text
    assert browser.get(f"{ADDRESS}/questions", params={"for": "Nobody"}).status_code == 422


def test_a_workbook_goes_out_to_one_or_to_all(browser: Browser, tmp_path: Path) -> None:
    every, some = questions(sheet(browser, tmp_path)), questions(sheet(browser, tmp_path, "Chigusa"))
    assert 0 < len(some) < len(every)
    assert "organisations[].champion_identified@organisations/city" in some


def test_a_workbook_asks_topic_by_topic_and_names_no_account(browser: Browser, path: Path, tmp_path: Path) -> None:
    made = sheet(browser, tmp_path)
    for table in list(tables(made).values())[1:]:
        topics = [row[AT["topic"]] for row in table[1:] if len(row) > AT["topic"]]
        assert [one for one, _ in groupby(topics)] == list(dict.fromkeys(topics))
    cover = next(iter(tables(made).values()))
    assert not [row for row in cover if row and row[0] == "Return to"]
    decision = {"finding": "COM-02", "response": "accepted", "reason": "a pilot", "by": "Mori", "on": "2026-11-01"}
    project(path.parent, {**SOME, "responses": [decision]})
    cover = next(iter(tables(sheet(browser, tmp_path)).values()))
    assert [row[1] for row in cover if row and row[0] == "Return to"] == ["Mori"]


def test_what_came_back_is_shown_before_it_is_written(browser: Browser, path: Path, tmp_path: Path) -> None:
    book = filled(sheet(browser, tmp_path), {"top.visited_site@": "yes", "overlap.defined@": "no"}, by="Mori")
    before = path.read_bytes()
    shown = bring(browser, book)
    assert "New answers (2)" in words(shown.text)
    assert path.read_bytes() == before
    told = Form(shown.text, "number").send(browser)
    assert "2 answers of the workbook were written" in told.text
    assert data(path)["top"]["visited_site"]["value"] is True
    assert data(path)["top"]["visited_site"]["by"] == "Mori"
    assert "no answer in it that the project does not have" in bring(browser, book).text


@pytest.mark.parametrize(("prefer", "kept"), [("file", "staff"), ("sheet", "board")])
def test_where_the_project_has_another_answer_by_now_a_person_decides(
    prefer: str, kept: str, browser: Browser, path: Path, tmp_path: Path
) -> None:
    changed = {**SOME, "commitment": {"declared": True, "by": "ceo"}}
    project(tmp_path, changed)
    answers = {"commitment.by@": "board of directors"}
    browser_all = sheet_of_everything(browser, path, tmp_path)
    book = filled(browser_all, answers, by="Mori")
    project(tmp_path, {**SOME, "commitment": {"declared": True, "by": "staff"}})
    shown = bring(browser, book)
    assert "Changed in the project, too (1)" in words(shown.text)
    Form(shown.text, "number").set("prefer", prefer).send(browser)
    by = data(path)["commitment"]["by"]
    assert (by["value"] if isinstance(by, dict) else by) == kept


def sheet_of_everything(browser: Browser, path: Path, folder: Path) -> Path:
    """Make a workbook that holds what is answered, too."""
    made = sheet_of(Session(lang="en", today=TODAY), str(path), None, None, everything=True)
    assert made is not None
    book = folder / "everything.xlsx"
    book.write_bytes(made.content)
    return book


def test_a_project_that_changed_while_it_was_looked_at_is_shown_once_more(
    browser: Browser, path: Path, tmp_path: Path
) -> None:
    book = filled(sheet(browser, tmp_path), {"top.visited_site@": "yes"}, by="Mori")
    shown = bring(browser, book)
    project(tmp_path, {**SOME, "lang": "en"})
    again = Form(shown.text, "number").send(browser)
    assert "Nothing has been written yet" in again.text
    assert "top" not in data(path)
    Form(again.text, "number").send(browser)
    assert data(path)["top"]["visited_site"]["value"] is True
    assert data(path)["lang"] == "en"


def test_a_sheet_of_another_project_and_what_is_no_sheet_are_refused(
    browser: Browser, path: Path, tmp_path: Path
) -> None:
    book = filled(sheet(browser, tmp_path), {"top.visited_site@": "yes"}, by="Mori")
    project(tmp_path, {"project": {"name": "Pier"}}, "harbour.json")
    found = bring(browser, book)
    assert found.status_code == 409
    assert "Pier" in found.text
    (tmp_path / "x.xlsx").write_bytes(b"no workbook")
    assert bring(browser, tmp_path / "x.xlsx").status_code == 409
    assert browser.fill(f"{ADDRESS}/sheet", files={"sheet": ("", b"")}).status_code in (409, 422)
    assert browser.fill(f"{ADDRESS}/sheet", {"sheet": "text"}).status_code == 422
    assert data(path) == {"project": {"name": "Pier"}}


@pytest.mark.parametrize(
    ("column", "is_head", "told"),
    [("answer", True, "the head “Answer” is missing"), ("id", False, "nothing tells which question this answers"),
     ("question", False, "the question was changed, or moved away from its hidden id")],
)  # fmt: skip
def test_an_answer_of_which_nobody_can_tell_the_question_is_refused_in_the_browser_too(
    column: str, is_head: bool, told: str, browser: Browser, path: Path, tmp_path: Path
) -> None:
    book = filled(sheet(browser, tmp_path), {"top.visited_site@": "yes"}, by="Mori")
    found = tables(book)
    table, number = next(
        (table, number)
        for table in found.values()
        for number, row in enumerate(table)
        if len(row) > AT["id"] and row[AT["id"]] == "top.visited_site@"
    )
    table[0 if is_head else number][AT[column]] = ""
    save(book, found)
    answered = bring(browser, book)
    assert answered.status_code == 409
    assert told in words(answered.text)
    assert data(path) == SOME


def test_a_sheet_that_went_out_under_another_name_is_read_when_somebody_says_that_it_is_the_same_project(
    browser: Browser, path: Path, tmp_path: Path
) -> None:
    book = filled(sheet(browser, tmp_path), {"top.visited_site@": "yes"}, by="Mori")
    renamed = {**SOME, "project": {**SOME["project"], "name": "Pier"}}
    project(tmp_path, renamed)
    found = bring(browser, book)
    assert "A workbook of another project?" in words(found.text)
    assert "--renamed" not in found.text
    assert data(path) == renamed
    shown = Form(found.text, "renamed").send(browser)
    assert "New answers (1)" in words(shown.text)
    assert data(path) == renamed
    Form(shown.text, "number").send(browser)
    assert data(path)["top"]["visited_site"]["value"] is True
    assert data(path)["project"]["name"] == "Pier"


@pytest.mark.parametrize(
    "name", ["../../out.xlsx", "C:\\x\\..\\out.xlsx", "..", "あ" * 100 + ".xlsx", "<b>.xlsx", "CON.xlsx"]
)
def test_the_name_of_a_workbook_leads_nowhere(name: str, browser: Browser, path: Path, tmp_path: Path) -> None:
    book = filled(sheet(browser, tmp_path), {"top.visited_site@": "yes"}, by="Mori")
    there = sorted(one.name for one in tmp_path.iterdir())
    shown = bring(browser, book, name)
    assert "New answers (1)" in words(shown.text)
    assert "<b>.xlsx" not in shown.text
    assert sorted(one.name for one in tmp_path.iterdir()) == there


def test_what_cannot_be_read_is_told_by_the_name_that_the_workbook_has_where_it_came_from(
    browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"no workbook")
    called = "あ" * 100 + ".xlsx"
    found = bring(browser, tmp_path / "x.xlsx", called)
    assert found.status_code == 409
    assert f"'{called}' is no workbook" in words(found.text)
    parts = (f'name="csrf"\r\n\r\n{browser.keys.csrf}', 'name="sheet"; filename="no\0book.xlsx"\r\n\r\nno workbook')
    body = "".join(f"--x\r\ncontent-disposition: form-data; {part}\r\n" for part in parts) + "--x--\r\n"
    kind = {"content-type": "multipart/form-data; boundary=x"}
    found = browser.post(f"{ADDRESS}/sheet", content=body.encode(), headers=kind)
    assert found.status_code == 409
    assert "'nobook.xlsx' is no workbook" in words(found.text)


def test_the_other_language_of_a_workbook_that_is_shown_is_that_of_its_project(
    browser: Browser, tmp_path: Path
) -> None:
    shown = bring(browser, sheet(browser, tmp_path))
    for page, link in ((shown, ADDRESS), (browser.fill("/new", {"name": ""}), "/")):
        switch = re.search(r'<a href="([^"]+)" lang="ja"', page.text)
        assert switch is not None
        assert switch[1].startswith(f"{link}?kept=")
        japanese = browser.get(html.unescape(switch[1]))
        assert (japanese.status_code, 'lang="ja"' in japanese.text[:60]) == (page.status_code, True)


def test_a_workbook_that_waits_no_more_is_told(browser: Browser) -> None:
    assert browser.fill(f"{ADDRESS}/sheet/write", {"number": "0" * 16}).status_code == 404
