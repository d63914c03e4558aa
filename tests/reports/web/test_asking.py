"""The interview in pages: what is shown, what is written, and that nothing is lost where two write."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from advise.engine.interview.plan import Questionnaire
from advise.engine.interview.walk import begin
from advise.engine.reading.edited_file import open_file

from .forms import Form
from .serving import TODAY, Browser, data, project, words

SOME: dict[str, Any] = {
    "project": {"name": "Harbour", "phase": "preparation", "co_created": True},
    "commitment": {"declared": {"value": True, "source": "press, 3 June", "as_of": "2026-06-03"}, "by": "ceo"},
    "organisations": [
        {"id": "own", "name": "Aoba", "kind": "own_company"},
        {"id": "city", "name": "Chigusa", "kind": "municipality", "involved": True},
    ],
    "capitals": {"human": {"assessed": True, "quantitative": True, "qualitative": False}},
    "portfolio": {"seeds": [{"id": "s", "name": "Sensors", "success_probability": 0.05}]},
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project(tmp_path, SOME)


@pytest.fixture
def browser(path: Path) -> Browser:
    return Browser(path.parent)


def opened(browser: Browser, page: str, having: str = "csrf") -> Form:
    """Open a page of the interview."""
    found = browser.get(f"/p/harbour.json/ask/{page}")
    assert found.status_code == 200, found.text
    form = Form(found.text, having)
    form.address = f"/p/harbour.json/ask/{page}"
    return form


def test_every_page_shows_what_it_asks_and_sends_nothing_new_when_nothing_was_touched(
    browser: Browser, path: Path
) -> None:
    before = path.read_bytes()
    walk = begin(open_file(path), Questionnaire(browser.kb()), today=TODAY)
    for page in walk.pages:
        text = browser.get(f"/p/harbour.json/ask/{page.name}").text
        for cell in page.cells:
            if cell.is_asked or cell.status == "answered":
                assert f'name="was:{cell.id}"' in text, cell.id
        if 'name="go"' in text:
            answer = opened(browser, page.name, "go").send(browser)
            assert "No answer has changed" in answer.text, page.name
    assert path.read_bytes() == before


def test_answers_are_written_and_the_next_page_tells_what_they_changed(browser: Browser, path: Path) -> None:
    found = (
        opened(browser, "needed")
        .set("a:commitment.by", "staff")
        .set("a:project.origin", "company_technology")
        .set("go", "on")
        .send(browser)
    )
    assert data(path)["commitment"]["by"] == "staff"
    assert data(path)["project"]["origin"] == "company_technology"
    assert found.url.path.startswith("/p/harbour.json/ask/")
    assert not found.url.path.endswith("/needed")
    told = words(found.text)
    assert "Saved: 2 answers. ■ 1 blocker more: The declaration was made by someone below the top COM-02" in told
    assert "Checked: " in told


def test_what_was_not_touched_keeps_its_source(browser: Browser, path: Path) -> None:
    form = opened(browser, "needed")
    assert form.values("s:commitment.declared") == ["press, 3 June"]
    form.set("a:project.co_created", "false").send(browser)
    assert data(path)["commitment"]["declared"] == SOME["commitment"]["declared"]
    assert data(path)["project"]["co_created"] is False


def test_answers_are_kept_under_the_name_that_was_stated_once_else_under_the_account(
    browser: Browser, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "machine")
    opened(browser, "needed").set("a:project.origin", "?unknown").send(browser)
    assert [one["by"] for one in data(path)["asked"]] == ["machine"]
    opened(browser, "needed").set("answers-by", " 森  （企画課） ").set("a:project.co_created", "?unknown").send(
        browser
    )
    form = opened(browser, "needed")
    assert form.values("answers-by") == ["森 （企画課）"]
    form.set("rest", "unknown").send(browser)
    assert {one["by"] for one in data(path)["asked"][1:]} == {"森 （企画課）"}
    assert len(data(path)["asked"]) > 2
    opened(browser, "needed").set("answers-by", "").set("a:overlap.defined", "?later").send(browser)
    assert next(one["by"] for one in data(path)["asked"] if one["fact"] == "overlap.defined") == "machine"


def test_a_source_is_kept_with_its_answer(browser: Browser, path: Path) -> None:
    opened(browser, "needed").set("s:project.co_created", "minutes of 3 May").send(browser)
    kept = data(path)["project"]["co_created"]
    assert (kept["value"], kept["source"], kept["as_of"]) == (True, "minutes of 3 May", TODAY)


def test_what_is_said_of_a_fact_without_a_value_stands_where_its_source_does_until_somebody_says_otherwise(
    browser: Browser, path: Path
) -> None:
    note = {"value": None, "source": "the city has agreed, the village not yet"}
    path.write_text(json.dumps({**data(path), "overlap": {"defined": note}}), encoding="utf-8")
    form = opened(browser, "needed")
    assert form.values("s:overlap.defined") == [note["source"]]
    form.set("a:project.co_created", "false").send(browser)
    assert data(path)["overlap"]["defined"] == note
    opened(browser, "needed").set("a:overlap.defined", "true").set("s:overlap.defined", "minutes of 3 May").send(
        browser
    )
    kept = data(path)["overlap"]["defined"]
    assert (kept["value"], kept["source"]) == (True, "minutes of 3 May")


@pytest.mark.parametrize(("answer", "entry"), [("?unknown", "unknown"), ("?later", "later"), ("?ask", "ask")])
def test_the_answers_that_are_none_are_as_good_as_the_others(
    answer: str, entry: str, browser: Browser, path: Path
) -> None:
    opened(browser, "needed").set("a:project.co_created", answer).set("w:project.co_created", "Mori").send(browser)
    assert "co_created" not in data(path)["project"] or data(path)["project"]["co_created"] is None
    (asked,) = data(path)["asked"]
    assert (asked["fact"], asked["answer"]) == ("project.co_created", entry)
    assert asked.get("whom") == ("Mori" if answer == "?ask" else None)
    assert opened(browser, "needed").values("a:project.co_created") == [answer]


def test_who_is_to_be_asked_is_whoever_can_usually_answer_unless_somebody_is_named(
    browser: Browser, path: Path
) -> None:
    opened(browser, "needed").set("a:overlap.defined", "?ask").send(browser)
    assert data(path)["asked"][0]["whom"] == "Project lead"


def test_a_blank_is_never_no(browser: Browser, path: Path) -> None:
    opened(browser, "needed").send(browser)
    assert data(path) == SOME


@pytest.mark.parametrize("rest", ["no", "unknown", "ask"])
def test_what_is_left_blank_is_answered_at_once_only_where_that_is_chosen(
    rest: str, browser: Browser, path: Path
) -> None:
    opened(browser, "needed").set("rest", rest).send(browser)
    now = data(path)
    assert now["commitment"]["by"] == "ceo"
    if rest == "no":
        assert now["overlap"] == {"defined": False}  # what hangs on a yes is not answered with it
        assert now["capitals"]["network"]["assessed"] is False
        assert "origin" not in now["project"]  # no is no answer to it
    else:
        answers = {one["fact"]: one["answer"] for one in now["asked"]}
        assert answers["overlap.defined"] == rest
        assert answers["project.origin"] == rest
        assert "overlap.agreed_by_municipality" not in answers


def test_what_stands_behind_a_gate_that_is_closed_is_not_written(browser: Browser, path: Path) -> None:
    form = opened(browser, "needed").set("a:commitment.declared", "false").set("a:commitment.by", "board")
    form.send(browser)
    assert data(path)["commitment"]["declared"] is False
    assert data(path)["commitment"]["by"] == "ceo"


def test_a_grid_has_a_row_for_each_element_and_a_choice_answers_several(browser: Browser, path: Path) -> None:
    form = opened(browser, "capitals")
    together = next(name for name, _ in form.offered if name.startswith("b:capitals/human."))
    assert form.values(together) == ["capitals/human.quantitative=true|capitals/human.qualitative=false"]
    form.set(together, "capitals/human.quantitative=true|capitals/human.qualitative=true").set(
        "a:capitals/human.strength", "thin"
    )
    form.send(browser)
    human = data(path)["capitals"]["human"]
    assert (human["quantitative"], human["qualitative"], human["strength"]) == (True, True, "thin")


def test_a_choice_for_several_is_offered_only_where_all_of_them_are_asked(tmp_path: Path) -> None:
    path = project(tmp_path, {**SOME, "capitals": {"human": {"assessed": True, "qualitative": True}}})
    browser = Browser(tmp_path)
    form = opened(browser, "capitals")
    offered = [name for name, _ in form.offered if name.startswith("b:")]
    for name in offered:
        chosen = next(value for one, value in form.offered if one == name and value)
        assert len(chosen.split("|")) == 2
        assert {part.rpartition("=")[0] for part in chosen.split("|")} <= {one[4:] for one, _ in form.sent}
    assert "a:capitals/human.quantitative" in {name for name, _ in form.offered}
    form.set("a:capitals/human.quantitative", "true").send(browser)
    assert data(path)["capitals"]["human"]["quantitative"] is True


def test_columns_on_which_only_something_minor_depends_are_folded_with_the_finer_questions(tmp_path: Path) -> None:
    project(tmp_path, {**SOME, "capitals": {one: {"assessed": True} for one in ("human", "economic")}})
    browser = Browser(tmp_path)
    page = browser.get("/p/harbour.json/ask/capitals").text
    open_, _, folded = page.partition('<details class="fine"')
    assert ">Some part rivals a large city</th>" in open_
    assert ">State</th>" not in open_
    assert ">State</th>" in folded
    assert len(re.findall(r' id="capitals/human"', page)) == 1
    form = opened(browser, "capitals").set("a:capitals/human.strength", "thin")
    assert form.send(browser).status_code == 200
    assert data(tmp_path / "harbour.json")["capitals"]["human"]["strength"] == "thin"


def test_what_explains_is_folded_and_can_be_opened_without_a_script(browser: Browser) -> None:
    page = browser.get("/p/harbour.json/ask/commitment").text
    folded = " ".join(words(one) for one in re.findall(r"(?s)<details\b(?: class=\"[\w-]+\")?>.*?</details>", page))
    assert "Why this is asked Local parties trust" in folded
    assert "When in doubt A visit" in folded


def test_the_names_of_a_list_are_added_and_taken_out(browser: Browser, path: Path) -> None:
    form = (
        opened(browser, "commitment")
        .set("a:organisations", "University of Chigusa", "Co-op")
        .set("out", "organisations/city")
    )
    asked = form.set("go", "on").send(browser)
    assert data(path) == SOME
    found = (
        Form(asked.text, "sure:organisations/city").set("sure:organisations/city", "yes").send(browser, form.address)
    )
    assert "Taken out: Chigusa" in found.text
    assert [one["name"] for one in data(path)["organisations"]] == ["Aoba", "University of Chigusa", "Co-op"]
    assert found.url.path.endswith("/ask/partners")  # where the new ones are asked about


def test_several_names_in_one_field_are_several_elements_and_those_in_fields_of_their_own_are_whole(
    browser: Browser, path: Path
) -> None:
    path.write_text("{}", encoding="utf-8")
    opened(browser, "start").set("a:organisations:municipality", "千草市、青森市").send(browser)
    stored = data(path)["organisations"]
    assert [(one["name"], one["kind"]) for one in stored] == [("千草市", "municipality"), ("青森市", "municipality")]
    opened(browser, "chain").set("a:goals", "安心；健康").send(browser)
    opened(browser, "chain").set("a:goals", "安全、安心", "ごみの減量").send(browser)
    assert [one["name"] for one in data(path)["goals"]] == ["安心", "健康", "安全、安心", "ごみの減量"]


def test_who_answered_is_kept_where_the_page_says_so(browser: Browser, path: Path) -> None:
    form = opened(browser, "start")
    assert "Your name, kept with sources and with answers without a value" in words(browser.get(form.address).text)
    form.set("answers-by", "Mori").set("a:project.name", "Pier")
    form.set("a:city.name", "Chigusa").set("s:city.name", "letter").set("d:city.population", "?unknown").send(browser)
    stored = data(path)
    assert stored["project"]["name"] == "Pier"
    assert (stored["city"]["name"]["by"], stored["asked"][0]["by"]) == ("Mori", "Mori")


def test_that_there_is_none_is_an_answer_of_its_own(browser: Browser, path: Path) -> None:
    opened(browser, "chain").set("a:goals", "?none").send(browser)
    assert data(path)["goals"] == []


def test_numbers_are_read_as_people_write_them_and_what_is_none_is_told_beside_its_field(
    browser: Browser, path: Path
) -> None:
    form = opened(browser, "start")
    wrong = form.set("a:city.population", "many").set("a:city.name", "Chigusa").send(browser)
    assert wrong.status_code == 400
    assert "Please write a number" in wrong.text
    assert wrong.text.index('href="#wrong-city.population"') < wrong.text.index('id="wrong-city.population"')
    assert 'value="many"' in wrong.text
    assert 'value="Chigusa"' in wrong.text
    assert data(path) == SOME
    less = Form(wrong.text, "csrf").set("a:city.population", "-5").send(browser, "/p/harbour.json/ask/start")
    assert "it is not at least 0. Write a number at least 0." in words(less.text)
    again = Form(wrong.text, "csrf").set("a:city.population", "５万")
    again.send(browser, "/p/harbour.json/ask/start")
    assert data(path)["city"] == {"name": "Chigusa", "population": 50_000}


def test_before_an_element_goes_it_is_told_what_goes_with_it(tmp_path: Path) -> None:
    goals = {"goals": [{"id": "g", "name": "Safety"}], "kpis": [{"id": "k", "name": "Hours", "goals": ["g"]}]}
    path = project(tmp_path, {**SOME, **goals})
    browser = Browser(tmp_path)
    form = opened(browser, "chain").set("out", "goals/g")
    asked = form.send(browser)
    assert asked.status_code == 409
    assert "Take “Safety” out?" in words(asked.text)
    assert "no longer named in: " in words(asked.text)
    assert "Hours" in words(asked.text)
    choice = Form(asked.text, "sure:goals/g")
    choice.set("sure:goals/g", "no").send(browser, form.address)
    assert data(path)["goals"] == goals["goals"]
    choice.set("sure:goals/g", "yes").send(browser, form.address)
    assert (data(path)["goals"], data(path)["kpis"]) == ([], [{"id": "k", "name": "Hours", "goals": []}])


def test_an_element_gets_another_name_and_keeps_its_id(browser: Browser, path: Path) -> None:
    first, second = opened(browser, "commitment"), opened(browser, "commitment")
    told = first.set("a:organisations/city", "City of Chigusa").send(browser)
    assert "Saved: 1 answer" in words(told.text)
    assert data(path)["organisations"][1] == {**SOME["organisations"][1], "name": "City of Chigusa"}
    assert opened(browser, "commitment").set("a:organisations/city", " ").send(browser).status_code == 400
    both = second.set("a:organisations/city", "千草市").send(browser)
    assert both.status_code == 409
    assert "in the file: City of Chigusa" in words(both.text)


def test_a_field_that_was_emptied_is_asked_about(browser: Browser, path: Path) -> None:
    found = opened(browser, "start").set("a:project.name", " ").send(browser)
    assert found.status_code == 400
    assert "Nothing is left in this field" in found.text
    assert data(path) == SOME


@pytest.mark.parametrize(("page", "field"), [("start", "a:city.name"), ("commitment", "a:organisations/city")])
def test_what_says_that_there_is_no_name_is_told_and_a_name_in_quotes_is_one(
    page: str, field: str, browser: Browser, path: Path
) -> None:
    found = opened(browser, page).set(field, "該当なし").send(browser)
    assert found.status_code == 400
    assert "“該当なし” is no name. Choose “don't know”" in words(found.text)
    assert data(path) == SOME
    opened(browser, page).set(field, "「該当なし」").send(browser)
    written = data(path)
    assert "該当なし" in (written["city"]["name"] if page == "start" else written["organisations"][1]["name"],)


def test_of_a_number_that_was_emptied_no_answer_is_offered_that_it_does_not_have(tmp_path: Path) -> None:
    project(tmp_path, {**SOME, "city": {"population": 50_000}})
    browser = Browser(tmp_path)
    found = opened(browser, "start").set("a:city.population", " ").send(browser)
    assert found.status_code == 400
    assert "Nothing is left in this field. Choose “don't know”, or leave it as it was." in words(found.text)


def test_two_windows_on_one_file_keep_the_answers_of_both(browser: Browser, path: Path) -> None:
    one, other = opened(browser, "needed"), opened(browser, "needed")
    one.set("a:project.co_created", "false").send(browser)
    told = other.set("a:overlap.defined", "true").send(browser)
    assert data(path)["project"]["co_created"] is False
    assert data(path)["overlap"]["defined"] is True
    assert "changed elsewhere meanwhile" in told.text


def test_a_thousand_organisations_are_answered_in_several_parts(tmp_path: Path) -> None:
    many = [
        {"id": f"o{number}", "name": f"Firm {number}", "kind": "local_company", "involved": True}
        for number in range(1000)
    ]
    path = project(tmp_path, {**SOME, "organisations": many})
    browser = Browser(tmp_path)
    for page in ("/review", "/ask/partners"):
        found = browser.get(f"/p/harbour.json{page}")
        assert found.status_code == 200
        assert len(found.text) < 600_000, page
    found = browser.get("/p/harbour.json/ask/champions?from=950")
    assert len(found.text) < 600_000
    assert "Firm 999" in found.text
    assert "Firm 949" not in found.text
    Form(found.text, "csrf").set("a:organisations/o999.champion_identified", "true").send(
        browser, "/p/harbour.json/ask/champions"
    )
    assert data(path)["organisations"][999]["champion_identified"] is True


@pytest.mark.parametrize("was", ["", "x", "[]", "[1,2,3,4]", '[["true"], {}, [], null]', "null", '{"a": 1}'])
def test_a_form_that_was_tampered_with_writes_nothing(was: str, browser: Browser, path: Path) -> None:
    fields = {
        "was:commitment.by": was,
        "a:commitment.by": "emperor",
        "rest": "everything",
        "out": "../../x",
        "more": "x",
    }
    assert browser.fill("/p/harbour.json/ask/needed", fields).status_code in (200, 400)
    assert data(path) == SOME


def test_names_that_look_like_marks_are_shown_as_they_are(tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script>" onfocus="x'
    project(tmp_path, {**SOME, "organisations": [{"id": "<b>", "name": hostile, "kind": "municipality"}]})
    browser = Browser(tmp_path)
    for page in ("start", "partners", "champions", "roles"):
        text = browser.get(f"/p/harbour.json/ask/{page}").text
        assert "<script" not in text
        assert not re.search(r"<[a-z]+( [a-z-]+(=\"[^\"]*\")?)* onfocus=", text)
    found = Form(browser.get("/p/harbour.json/ask/champions").text, "csrf")
    found.set("a:organisations/<b>.champion_identified", "true").send(browser, "/p/harbour.json/ask/champions")
    assert (
        json.loads((tmp_path / "harbour.json").read_text(encoding="utf-8"))["organisations"][0]["champion_identified"]
        is True
    )


def test_whoever_leaves_something_blank_comes_to_the_overview_and_is_not_led_around(browser: Browser) -> None:
    seen = ["needed"]
    while len(seen) < 25:
        found = opened(browser, seen[-1]).set("go", "on").send(browser)
        if "/ask/" not in found.url.path:
            break
        seen.append(found.url.path.rpartition("/")[2])
    assert len(set(seen)) == len(seen)
    told = words(found.text)
    assert re.search(r"This was the last page\. \d+ questions are left blank", told)
    assert re.search(r"Go on answering \(\d+ to answer now\)", told)


def test_a_question_after_a_no_is_there_from_the_start_only_where_it_is_answered(tmp_path: Path) -> None:
    known = [{"id": "a", "name": "A", "needed": True}, {"id": "b", "name": "B"}]
    project(tmp_path, {**SOME, "organisations": known})
    page = Browser(tmp_path).get("/p/harbour.json/ask/partners").text
    cells = {
        one[1]: one[0].split()
        for one in re.findall(r'(?s)<td role="cell"[^>]*? class="([^"]*)">\s*<input[^>]*name="was:([^"]*)"', page)
    }
    assert "late" not in cells["organisations/a.needed"]
    assert {"dep", "dep0", "late"} <= set(cells["organisations/b.needed"])
    assert "organisations/b.involved" not in cells
    assert 'name="was:organisations/b.involved"' in page
