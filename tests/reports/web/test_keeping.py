"""What is kept from one request to the next: nothing is worked out twice, and a file that holds something else is seen."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.app import board, session
from advise.reports.web import keeping, visit

from .serving import HOLD, Browser, project

PAGES = (
    "/",
    "/board",
    "/p/harbour.json",
    "/p/harbour.json/memo",
    "/p/harbour.json/memo.docx",
    "/p/harbour.json/review",
)


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    project(tmp_path)
    return Browser(tmp_path)


def test_what_was_found_out_is_not_found_out_again(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    said = {page: browser.get(page).content for page in PAGES}

    def never(*_: object, **__: object) -> Any:
        raise AssertionError

    monkeypatch.setattr(visit, "begin", never)
    monkeypatch.setattr(visit, "standings", lambda _session, _kb, paths: {path: never(path) for path in paths})
    monkeypatch.setattr(session.Session, "foresee", never)
    for page in PAGES:
        found = browser.get(page)
        assert found.status_code == 200, page
        assert "docx" in page or found.content == said[page]


@pytest.mark.parametrize("page", ["/", "/board", "/p/harbour.json/memo", "/p/harbour.json"])
def test_a_file_that_holds_something_else_is_seen_whatever_its_time_and_size(page: str, browser: Browser) -> None:
    path = browser.folder / "harbour.json"
    assert "Hold" in browser.get(page).text
    before = path.stat()
    project(browser.folder, {**HOLD, "commitment": {"declared": True}})
    path.write_text(path.read_text(encoding="utf-8").replace("true", " true"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert "Verdict: Hold" not in browser.get(page).text
    assert "Hold</span><b>1" not in browser.get(page).text


def test_of_two_projects_with_one_id_the_second_is_told_once_it_is_alone(browser: Browser) -> None:
    other = browser.folder / "harbour.yaml"
    other.write_text("project: {name: Pier}\n", encoding="utf-8")
    assert "could not be read: 1<" in browser.get("/board").text
    (browser.folder / "harbour.json").unlink()
    assert "Pier" in browser.get("/board").text
    assert "could not be read: 0<" in browser.get("/board").text


def test_a_file_that_is_written_into_while_it_is_judged_is_judged_again(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, judge = browser.folder / "harbour.json", board.standings

    def meanwhile(*given: Any) -> Any:
        found = judge(*given)
        project(browser.folder, {**HOLD, "commitment": {"declared": True}})
        return found

    before = path.read_bytes()
    monkeypatch.setattr(visit, "standings", meanwhile)
    assert "Hold</span><b>1" in browser.get("/board").text
    monkeypatch.setattr(visit, "standings", judge)
    assert "Hold</span><b>1" not in browser.get("/board").text
    path.write_bytes(before)
    assert "Hold</span><b>1" in browser.get("/board").text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_place_of_a_file_has_no_contents(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.json")
    assert keeping.contents(tmp_path / "p.json") == ""


def test_a_file_whose_name_is_no_text_is_judged_like_the_others(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    try:
        path = project(tmp_path, name="bad\udcff.json")
    except OSError:
        pytest.skip("no such names on this disk")
    found = board.standings(session.Session(today="2026-11-22"), kb, [path])
    assert found[path].judged is not None


def test_other_pages_are_made_while_a_project_is_reviewed_and_the_same_memo_is_made_once(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, reviews = threading.Event(), threading.Event(), []
    foresee = session.Session.foresee

    def slowly(*given: Any, **options: Any) -> Any:
        reviews.append(given)
        begun.set()
        assert go_on.wait(60)
        return foresee(*given, **options)

    monkeypatch.setattr(session.Session, "foresee", slowly)
    with ThreadPoolExecutor() as threads:
        memos = [threads.submit(browser.get, "/p/harbour.json/memo") for _ in range(2)]
        assert begun.wait(60)
        assert "Harbour" in threads.submit(browser.get, "/p/harbour.json/ask/start").result(60).text
        assert not any(memo.done() for memo in memos)
        go_on.set()
        assert [memo.result(60).status_code for memo in memos] == [200, 200]
    assert len(reviews) == 1
