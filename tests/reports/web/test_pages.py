"""The pages that show: a folder of projects, one of them, its memo, and what is taken away."""

from __future__ import annotations

import html
import io
import json
import os
import re
import sys
import zipfile
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlencode

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.answers import Answer
from advise.engine.interview.plan import Questionnaire
from advise.engine.interview.walk import begin, take
from advise.engine.project.schema import schema_text
from advise.engine.reading.edited_file import open_file
from advise.reports.web import overview, pages
from advise.reports.web.address import at

from .forms import Form
from .serving import PORT, TODAY, Browser, data, project, words

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    assert "no project in this folder yet" in Browser(tmp_path).text()
    assert "まだ事業がありません" in Browser(tmp_path, "ja").text()


def test_a_folder_shows_each_project_with_its_verdict_and_how_far_it_was_checked(tmp_path: Path) -> None:
    project(tmp_path)
    text = Browser(tmp_path).text()
    assert "Harbour harbour.json Hold ■ blocker" in text
    assert "2 of 114; 112 not checked" in text


def test_a_file_that_cannot_be_read_is_named_with_what_is_wrong_and_takes_nothing_from_others(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "broken.json").write_text('{"commitment": ', encoding="utf-8")
    project(tmp_path, {"commitment": {"declared": "perhaps"}}, "wrong.yaml")
    text = Browser(tmp_path).text()
    assert "Harbour" in text
    assert "broken.json" in text
    assert "wrong.yaml" in text
    assert "is not true or false" in text


def test_results_and_schemas_are_no_projects(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    project(tmp_path)
    browser = Browser(tmp_path)
    (tmp_path / "old.json").write_bytes(browser.get("/p/harbour.json/assessment.json").content)
    (tmp_path / "schema.json").write_text(schema_text(kb, "en"), encoding="utf-8")
    text = browser.text()
    assert "Harbour" in text
    assert "old.json" not in text
    assert "schema.json" not in text
    assert "cannot be read" not in text


def test_many_projects_take_several_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "SHOWN", 2)
    for number in range(5):
        project(tmp_path, {"project": {"name": f"No {number}"}}, f"{number}.json")
    browser = Browser(tmp_path)
    assert "No 1" in browser.get("/").text
    assert "No 2" not in browser.get("/").text
    assert "No 4" in browser.get("/?from=4").text
    for wrong in ("-1", "999999999999999999", "x", "²"):
        assert browser.get("/", params={"from": wrong}).status_code == 200


def test_a_page_is_in_the_language_that_was_switched_to_else_in_that_of_the_browser(tmp_path: Path) -> None:
    project(tmp_path)
    assert '<html lang="ja">' in Browser(tmp_path, "fr, ja;q=0.8, en;q=0.5").get("/").text
    assert '<html lang="en">' in Browser(tmp_path, "en-GB,ja;q=x,").get("/").text
    assert '<html lang="ja">' in Browser(tmp_path, "en", lang="ja").get("/").text
    browser = Browser(tmp_path, "en")
    assert browser.get("/p/harbour.json?lang=ja").url.path == "/p/harbour.json"
    assert '<html lang="ja">' in browser.get("/p/harbour.json/memo").text
    assert '<html lang="ja">' in browser.get("/?lang=xx").text


@pytest.mark.parametrize(
    ("address", "query"),
    [
        (at("p", "100%?#\n港.json"), {}),
        (at("p", "harbour.json", "diff"), {"with": "100%?#\n港.json"}),
        (at("p", "harbour.json", "questions"), {"for": "A & B"}),
        ("/compare", {"p": ["100%?#\n港.json", "harbour.json"]}),
        ("/none", {"x": "1&lang=en"}),
    ],
)
def test_the_switch_of_the_language_leads_to_the_same_page(address: str, query: dict[str, Any], tmp_path: Path) -> None:
    project(tmp_path)
    project(tmp_path, {"project": {"name": "Pier"}}, "100%?#\n港.json")
    browser = Browser(tmp_path, "en")
    found = browser.get(address, params={**query, "told": "1", "lang": "en"})
    (link,) = re.findall(r'href="([^"]*)" lang="ja"', found.text)
    switched = browser.get(html.unescape(link))
    assert '<html lang="ja">' in switched.text
    assert switched.status_code == found.status_code
    path, _, asked = switched.url.raw_path.decode().partition("?")
    assert (path, parse_qs(asked)) == (address, parse_qs(urlencode(query, doseq=True)))


@pytest.mark.parametrize(("said", "told"), [("ask", "ask somebody"), ("unknown", "don't know")])
def test_what_a_verdict_needs_is_not_done_where_the_answer_is_still_to_come(
    said: Literal["ask", "unknown"], told: str, tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    path = project(tmp_path, {"project": {"name": "Harbour", "phase": "preparation"}})
    walk = begin(open_file(path), Questionnaire(kb), today=TODAY)
    while asked := [cell for cell in walk.page("needed").cells if cell.is_asked]:
        walk = take(walk, {cell.id: Answer(said, whom="Mori" if said == "ask" else None) for cell in asked}).after
    path.write_bytes(walk.file.content)
    browser = Browser(tmp_path)
    page = browser.get("/p/harbour.json").text
    (row,) = [words(one) for one in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if "What a verdict needs" in one]
    (n,) = walk.put_off["needed"].values()
    assert n > 1
    assert row.endswith(f"？ {told} {n}")
    beside = browser.get("/p/harbour.json/ask/fit").text
    assert re.findall(r'<li class="pg( did|)"><a href="[^"]*/ask/needed"', beside) == [""]


def test_an_address_leads_to_no_other_host(tmp_path: Path) -> None:
    found = Browser(tmp_path).get(f"http://127.0.0.1:{PORT}//example.com/?lang=ja", follow_redirects=False)
    assert found.headers["location"] == "/example.com/"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_file_whose_name_is_no_text_is_named_and_takes_nothing_from_others(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    project(folder)
    (folder / os.fsdecode(b"caf\xe9.json")).write_text("{}", encoding="utf-8")
    browser = Browser(folder)
    text = browser.text()
    assert "Harbour harbour.json" in text
    assert r"caf\xe9.json The name of this file is not in UTF-8" in text
    assert "Harbour" in browser.text("board")
    assert "Harbour" in browser.text("p", "harbour.json")


def test_the_memo_of_a_project_is_shown_as_it_is_written_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "harvest.json"
    path.write_bytes((EXAMPLES / "harvest.json").read_bytes())
    text = Browser(tmp_path, "ja").text("p", "harvest.json", "memo")
    assert "判定：いったん止める" in text
    assert "次に聞くこと" in text


@pytest.mark.parametrize(("kind", "head"), [("docx", "PK"), ("pdf", "%PDF"), ("html", "<!doctype html>")])
def test_a_memo_can_be_taken_away(kind: str, head: str, tmp_path: Path) -> None:
    project(tmp_path, name="港.json")
    found = Browser(tmp_path).get(f"/p/港.json/memo.{kind}")
    assert found.content.startswith(head.encode())
    assert found.headers["content-disposition"] == f"attachment; filename*=UTF-8''%E6%B8%AF.memo.{kind}"
    if kind == "docx":
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(found.content)).namelist()


def test_an_assessment_can_be_taken_away_as_data(tmp_path: Path) -> None:
    project(tmp_path)
    found = Browser(tmp_path).get("/p/harbour.json/assessment.json").json()
    assert (found["schema_version"], found["verdict"]) == (1, "hold")


def test_there_is_no_other_form_of_a_memo(tmp_path: Path) -> None:
    project(tmp_path)
    assert Browser(tmp_path).get("/p/harbour.json/memo.exe").status_code == 404


def test_a_new_project_is_a_file_of_the_folder_that_has_its_name(tmp_path: Path) -> None:
    browser = Browser(tmp_path, "ja")
    found = browser.fill("/new", {"name": " 果樹農家の 出荷予測 "})
    assert found.url.path == "/p/果樹農家の-出荷予測.json"
    assert "を作りました" in found.text
    path = tmp_path / "果樹農家の-出荷予測.json"
    assert data(path)["project"]["name"] == "果樹農家の 出荷予測"
    assert data(path)["lang"] == "ja"
    browser.fill("/new", {"name": "果樹農家の 出荷予測"})
    assert (tmp_path / "果樹農家の-出荷予測-2.json").exists()


@pytest.mark.parametrize("name", ["", "   ", "\t\u0000"])
def test_a_new_project_needs_a_name(name: str, tmp_path: Path) -> None:
    found = Browser(tmp_path).fill("/new", {"name": name})
    assert found.status_code == 400
    assert 'role="alert"' in found.text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../out", "a/b\\c", "con\u202e.json", "<script>alert(1)</script>", "x" * 400, ".hidden"]
)
def test_a_name_leads_nowhere_else(name: str, tmp_path: Path) -> None:
    served = tmp_path / "served"
    served.mkdir()
    found = Browser(served).fill("/new", {"name": name})
    assert found.status_code == 200
    assert "<script" not in found.text
    assert [path.name for path in tmp_path.iterdir()] == ["served"]
    assert len(list(served.iterdir())) == 1


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("advise.engine.reading.edited_file.write_whole", refuse)
    found = Browser(tmp_path).fill("/new", {"name": "Pier"})
    assert found.status_code == 409
    assert "could not be written" in found.text
    assert "Nothing was changed" in found.text


def test_a_project_that_was_moved_is_told(tmp_path: Path) -> None:
    browser = Browser(tmp_path)
    path = project(tmp_path)
    browser.text("p", "harbour.json")
    path.rename(tmp_path / "pier.json")
    assert "no longer in the folder" in browser.text("p", "harbour.json", status=404)


def test_a_project_that_became_unreadable_is_told_with_its_place(tmp_path: Path) -> None:
    browser = Browser(tmp_path)
    path = project(tmp_path)
    path.write_text(json.dumps({"commitment": {"declared": 7}}), encoding="utf-8")
    assert "harbour.json:1:" in browser.text("p", "harbour.json", status=422)


def test_a_bug_in_a_page_is_told_without_what_the_project_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path)
    browser = Browser(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise ValueError("Harbour")

    monkeypatch.setattr(overview, "memo_of", fail)
    text = browser.get("/p/harbour.json/memo")
    assert text.status_code == 500
    assert "Harbour" not in text.text


def test_a_yaml_project_is_read_and_answered_in_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "pier.yaml"
    path.write_text("# kept here\nproject:\n  name: Pier\ncommitment: {declared: false}\n", encoding="utf-8")
    before, browser = path.read_bytes(), Browser(tmp_path)
    shown = browser.text("p", "pier.yaml")
    assert "answers cannot be written into it" in shown
    assert "Whom to ask" in shown
    assert "only read" in shown + browser.get("/p/pier.yaml").text
    assert browser.get("/p/pier.yaml/questions", params={"for": "Project lead"}).status_code == 200
    assert browser.get("/p/pier.yaml/questions.xlsx").status_code == 200
    assert "only read" in browser.text("p", "pier.yaml", "decide")
    assert browser.fill("/p/pier.yaml/decide/COM-01", {"response": "planned", "who": "Sato"}).status_code == 409
    made = browser.fill("/p/pier.yaml/copy")
    assert "pier-2.json is a copy of pier.yaml" in words(made.text)
    assert data(tmp_path / "pier-2.json") == {"project": {"name": "Pier"}, "commitment": {"declared": False}}
    assert path.read_bytes() == before


def test_the_page_of_all_projects_leads_to_the_memo_of_each(tmp_path: Path) -> None:
    for name in ("harbour.json", "港.json"):
        project(tmp_path, name=name)
    (tmp_path / "wrong.json").write_text("{", encoding="utf-8")
    browser = Browser(tmp_path)
    (tmp_path / "old.assessment.json").write_bytes(browser.get("/p/harbour.json/assessment.json").content)
    assert 'href="/board"' in browser.get("/").text
    found = browser.get("/board")
    assert "script" not in found.headers["content-security-policy"]
    links = re.findall(r'href="(/p/[^"]*)"', found.text)
    assert links == [at("p", "harbour.json", "memo"), at("p", "港.json", "memo")]
    assert all(browser.get(link).status_code == 200 for link in links)
    assert "could not be read: 1<" in found.text
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "harbour.json",
        "old.assessment.json",
        "wrong.json",
        "港.json",
    ]


def test_a_folder_that_is_gone_is_told_on_every_page(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    project(folder)
    browser = Browser(folder)
    folder.rename(tmp_path / "elsewhere")
    for found in (browser.get("/"), browser.get("/board"), browser.fill("/new", {"name": "Pier"})):
        assert found.status_code == 422
        assert "there is no folder" in words(found.text)
    assert browser.get("/p/harbour.json").status_code == 404


def test_a_form_that_cannot_be_read_is_told_as_that(tmp_path: Path) -> None:
    project(tmp_path)
    found = Browser(tmp_path).fill("/p/harbour.json/review", {f"was:{number}": "" for number in range(70_000)})
    assert found.status_code == 400
    assert "Nothing was changed: what was sent cannot be read" in words(found.text)


def test_no_project_gets_the_name_of_a_device(tmp_path: Path) -> None:
    Browser(tmp_path).fill("/new", {"name": "CON"})
    assert [path.name for path in tmp_path.iterdir()] == ["con-2.json"]


def test_answers_to_a_project_that_was_moved_can_be_sent_again_once_it_is_back(tmp_path: Path) -> None:
    path = project(tmp_path)
    browser = Browser(tmp_path)
    form = Form(browser.get("/p/harbour.json/ask/needed").text, "a:commitment.by").set("a:commitment.declared", "true")
    away = path.rename(tmp_path / "away.txt")
    found = form.send(browser, "/p/harbour.json/ask/needed")
    assert found.status_code == 404
    assert "Nothing was changed" in words(found.text)
    away.rename(path)
    assert Form(found.text, "a:commitment.declared").send(browser, "/p/harbour.json/ask/needed").status_code == 200
    assert data(path)["commitment"]["declared"] is True


def test_a_form_that_a_double_click_sends_twice_makes_one_project(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("project:\n  name: Pier\n", encoding="utf-8")
    browser = Browser(tmp_path)
    for page, field, made in (("/", "name", "harbour.json"), ("/p/plan.yaml", "there", "plan-2.json")):
        form = Form(browser.get(page).text, field)
        if field == "name":
            form.set("name", "Harbour")
        before = set(tmp_path.iterdir())
        first, second = form.send(browser), form.send(browser)
        assert set(tmp_path.iterdir()) - before == {tmp_path / made}
        assert first.url.path == second.url.path == f"/p/{made}"
        assert words(first.text) == words(second.text)
        (tmp_path / made).unlink()
        assert form.send(browser).url.path == f"/p/{made}"
        assert (tmp_path / made).exists()
