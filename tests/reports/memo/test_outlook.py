"""What the memo and the terminal say of the outlook: answers and their consequences, and the least change."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import Assessment, assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.address import Address
from advise.engine.project.project import read_project
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.outlook import Outlook, outlook
from advise.engine.whatif.space import with_value
from advise.reports.memo.summary import summary
from advise.reports.memo.view import memo_view
from advise.reports.memo.write import render_html, render_markdown
from advise.reports.views.outlook import outlook_document
from advise.reports.writers.layout import encodable, width
from advise.reports.writers.screen import Screen

from ..pages import read_page
from ..projects import USUAL, assessed, foreseen

LANGUAGES = ("en", "ja")


@pytest.fixture(scope="module")
def usual_outlook(usual: Assessment, kb: CompiledKnowledgeBase) -> Outlook:
    return foreseen(usual, kb)


@pytest.fixture(scope="module")
def unknown_outlook(unknown: Assessment, kb: CompiledKnowledgeBase) -> Outlook:
    return foreseen(unknown, kb)


def questions(
    assessment: Assessment, kb: CompiledKnowledgeBase, ahead: Outlook, language: str = "en"
) -> list[dict[str, Any]]:
    view = memo_view(assessment, kb, language, ahead)["questions"]
    return [*view["shown"], *view["rest"]]


def question(asked: list[dict[str, Any]], path: str) -> dict[str, Any]:
    return next(one for one in asked if one["path"] == path)


# Answers


def test_a_question_says_what_each_answer_would_change(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    declared = question(questions(unknown, kb, unknown_outlook), "commitment.declared")
    assert declared["answers"] == [
        {
            "answer": "“no”",
            "text": "“The company has not yet declared its commitment to the city” (COM-01, blocker), 4 things that may "
            "follow come up; the verdict becomes “Hold”.",
        },
        {"answer": "“yes”", "text": "nothing comes up."},
    ]
    assert declared["waits"] == ""


def test_the_same_is_said_in_japanese(unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase) -> None:
    field = question(questions(unknown, kb, unknown_outlook, "ja"), "field.trial_and_error_possible")
    assert field["answers"][0] == {
        "answer": "「いいえ」",
        "text": "「試しながら直していける場がありません」（SEL-15、停止）が加わります。判定は「いったん止める」に変わります。",
    }


def test_of_several_elements_the_title_stands_for_the_others(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    capitals = question(questions(unknown, kb, unknown_outlook), "capitals.*.assessed")
    assert capitals["subjects"] == "all of the six capitals"
    assert capitals["answers"][0]["text"].endswith("and the like (SEL-02, major) comes up.")


def test_numbers_sets_and_lists_are_told_as_people_say_them(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    asked = questions(unknown, kb, unknown_outlook)
    assert question(asked, "kpis")["answers"][0]["answer"] == "none"
    assert question(asked, "city.population")["answers"][0]["answer"] == "below 50000 or 200001 or more"
    talked = [one["answer"] for one in question(asked, "top.dialogue_with")["answers"]]
    assert talked == ["none or only one of them"]


def test_a_question_that_changes_no_finding_says_that_the_verdict_stays(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    asked = questions(unknown, kb, unknown_outlook)
    silent = [one for one in asked if one["answers"] and not one["answers"][0]["answer"]]
    told = {re.sub(r"\d+", "N", one["answers"][0]["text"]) for one in silent if not one["must"]}
    assert told == {
        "Whatever the answer, nothing changes in the verdict; it settles up to N open points.",
        "Whatever the answer, nothing changes in the verdict; it settles up to N open point.",
    }
    last = asked[-1]
    assert last in silent


def test_what_is_not_asked_yet_is_counted(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    view = memo_view(unknown, kb, "en", unknown_outlook)["questions"]
    assert view["later"].startswith(f"{len(unknown_outlook.later)} more unknown facts are not asked here")
    assert view["note"].startswith(f"{len(unknown_outlook.prospects)} unknown facts")


def test_without_an_outlook_the_memo_tells_what_waits_for_the_answer(
    unknown: Assessment, kb: CompiledKnowledgeBase
) -> None:
    view = memo_view(unknown, kb, "en")
    assert view["least"] == {}
    assert all(one["answers"] == [] for one in view["questions"]["shown"])
    assert view["questions"]["later"] == ""


# The least change


def test_the_least_change_tells_what_to_change_from_what_to_find_out(
    usual: Assessment, usual_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    least = memo_view(usual, kb, "en", usual_outlook)["least"]
    assert least["title"] == "The least that leads at least to “Revise, then proceed”"
    (champion,) = least["change"]
    assert champion["text"] == "Named champion (Springfield): no → yes"
    assert [one["code"] for one in champion["clears"]] == ["ORG-06"]
    assert "Springfield" in champion["who"]
    answers = {step["label"]: step["answer"] for step in least["find_out"]}
    assert answers["field for trial and error"] == "yes"
    assert answers["assessment of its state"] == "any answer will do"


def test_six_capitals_are_one_line(unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase) -> None:
    least = memo_view(unknown, kb, "ja", unknown_outlook)["least"]
    (capitals,) = [step for step in least["find_out"] if step["label"] == "現状の把握"]
    assert capitals["subjects"] == "六つの資本のすべて"
    declared = next(step for step in least["find_out"] if step["label"] == "表明した人")
    assert declared["answer"] == "社長（CEO）または取締役会"


def test_it_says_how_the_least_change_was_established(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    notes = memo_view(unknown, kb, "en", unknown_outlook)["least"]["notes"]
    assert notes[0] == "What is still unknown after that could change the verdict to “Hold”."
    assert "exhaustive search" in notes[1]
    assert "the set was then really reviewed" in notes[1]


def test_the_action_list_opens_with_it(usual: Assessment, usual_outlook: Outlook, kb: CompiledKnowledgeBase) -> None:
    page = read_page(render_html(usual, kb, "en", usual_outlook))
    first = next(one for one in page.all("section") if one.attributes.get("aria-labelledby") == "first")
    assert first.children[1].attributes["class"] == "least"
    assert "The least that leads at least to" in render_markdown(usual, kb, "en", usual_outlook)


def test_a_project_that_may_proceed_has_none(kb: CompiledKnowledgeBase) -> None:
    project = read_project("examples/exemplary.json", kb)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    view = memo_view(assessment, kb, "en", outlook(assessment, project, kb))
    assert view["least"] == {}
    assert view["questions"]["shown"] == []


def test_what_nobody_can_change_is_named_when_it_is_in_the_way(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    assessment = assessed(USUAL, kb, tmp_path)
    ahead = foreseen(assessment, kb)
    stuck = type(ahead.improvement)(
        ahead.improvement.wanted, None, (), True, runs=3, fixed=ahead.ways[0].steps[0].clears[:1]
    )
    changed = type(ahead)(ahead.verdict, ahead.prospects, ahead.later, stuck, ())
    least = memo_view(assessment, kb, "en", changed)["least"]
    assert least["notes"] == ["Nothing that people can change leads to “Revise, then proceed”; in the way: ORG-06."]


# Terminal


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("full", [False, True])
def test_the_terminal_tells_it_in_the_width_and_signs_of_every_console(
    usual: Assessment, usual_outlook: Outlook, kb: CompiledKnowledgeBase, language: str, full: bool
) -> None:
    text = summary(usual, kb, language, Screen(full=full), (), usual_outlook)
    assert all(width(line) <= 92 for line in text.splitlines())
    if language == "ja":
        assert encodable(text, "cp932")


def test_the_terminal_shows_the_least_change_before_the_findings(
    usual: Assessment, usual_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    text = summary(usual, kb, "en", Screen(), (), usual_outlook)
    least, blocker = text.index("→ The least that leads at least to"), text.index("■ blocker ORG-06")
    assert least < blocker
    assert "    change    Named champion (Springfield): no → yes [ORG-06]" in text
    assert "[LEAST] The least" in summary(usual, kb, "en", Screen(ascii=True), (), usual_outlook)


def test_the_terminal_says_what_the_answers_to_the_first_questions_change(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    text = re.sub(r"\s+", " ", summary(unknown, kb, "en", Screen(), (), unknown_outlook))
    assert "“no”: FIT-06 (blocker) comes up; the verdict becomes “Hold”. overlap.defined" in text


# Machine form


def test_the_machine_form_has_answers_the_least_change_and_both_ends_of_the_range(kb: CompiledKnowledgeBase) -> None:
    project = read_project("examples/wakayama.json", kb)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    document = outlook_document(outlook(assessment, project, kb, full=True), assessment, kb)
    assert json.loads(json.dumps(document)) == document
    asked = {(one["fact"], one["subject"]) for one in document["questions"] + document["later"]}
    assert asked == {(one.fact, one.subject) for one in assessment.questions}
    assert document["improvement"]["reached"] is True
    ends = document["verdict_range_completions"]
    assert [ends["worst"]["verdict"], ends["best"]["verdict"]] == list(assessment.verdict_range)


def test_a_completion_that_is_printed_leads_to_its_verdict(kb: CompiledKnowledgeBase) -> None:
    project = read_project("examples/copenhagen.json", kb)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    document = outlook_document(outlook(assessment, project, kb, full=True), assessment, kb)
    for end in document["verdict_range_completions"].values():
        memory = project.memory
        for one in end["facts"]:
            definition = kb.vocabulary.facts.get(one["fact"])
            value: Any = float(len(one["value"])) if definition is None else one["value"]
            if definition is not None and definition.type in ("set", "refs"):
                value = frozenset(value)
            elif isinstance(value, list):
                value = tuple(value)
            memory = with_value(memory, Address(one["fact"], one["subject"]), value, kb)
        assert WhatIf(kb, memory).now.verdict == end["verdict"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "new value, the champion's enthusiasm, the champion's own will (Firm 0, Firm 1) → yes"),
        ("ja", "Firm 0、Firm 1：担い手の興味、担い手の熱意、担い手の自らの意思 → はい"),
    ],
)
def test_what_is_to_be_found_out_about_the_same_ones_names_them_once(
    language: str, told: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    entry = {"kind": "local_company", "involved": True, "champion_identified": False}
    document = json.loads(
        (Path(__file__).resolve().parents[3] / "examples" / "exemplary.json").read_text(encoding="utf-8")
    )
    document["organisations"] += [{"id": f"f{number}", "name": f"Firm {number}", **entry} for number in range(2)]
    found = assessed(document, kb, tmp_path)
    text = summary(found, kb, language, Screen(columns=200), outlook=foreseen(found, kb))
    assert told in text
