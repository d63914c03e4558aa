"""What the memo says: this project first, the way, questions with whom to ask, the ledger, and decisions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from advise.engine.assess import Assessment, assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.texts import nested
from advise.engine.project.project import read_project
from advise.reports.texts import memo, outlook
from advise.reports.words.names import base_name
from advise.reports.writers.blocks import Block, Fold, Group, Heading, Table, every
from advise.reports.writers.file import PAGE_MARKER

from ...knowledge_bases import small
from ..memos import opened, part, render_html, report, rows, table, texts
from ..pages import read_page
from ..projects import USUAL, assessed

LANGUAGES = ("en", "ja")
EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))


# It begins with this project


def test_the_first_sentence_names_the_gravest_point_in_the_projects_own_words(
    usual: Assessment, kb: CompiledKnowledgeBase
) -> None:
    assert opened(report(usual, kb))[0].startswith(
        "What weighs most in “Elder-care data sharing”: Springfield has no champion at present"
    )
    assert opened(report(usual, kb, "ja"))[0].startswith(
        "「Elder-care data sharing」でいちばん重い点：Springfieldには、いま担い手がいません"
    )


def test_then_it_tells_what_is_in_place_and_what_is_open(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    _, in_place, coverage = opened(report(usual, kb))
    assert "In place: " in in_place or "In order" in in_place
    due, told = usual.coverage.due, usual.coverage.told
    assert 0 < told < due
    assert coverage.startswith(f"Checked: {told} of the {due} points that count in this phase.")


def test_where_nothing_weighs_it_names_what_a_verdict_waits_for(unknown: Assessment, kb: CompiledKnowledgeBase) -> None:
    first, in_place, _ = opened(report(unknown, kb))
    assert first.startswith(
        "Nothing that is known stops “Project without a name” at present; to judge it, this has to be known first"
    )
    assert "phase" in first
    assert in_place == "Nothing is known yet to be in place."


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_projects_never_open_with_the_same_paragraph(kb: CompiledKnowledgeBase, language: str) -> None:
    firsts = []
    for path in EXAMPLES:
        found = assess(read_project(path, kb), kb, today="2026-11-22", interpreter="evaluate")
        first = opened(report(found, kb, language))[0]
        assert found.name is not None
        name = nested(f"「{found.name}」")[1:-1] if language == "ja" else found.name
        assert name in first
        assert not re.search(r"[A-Z]{3}-\d\d", first)
        firsts.append(first.replace(name, ""))
    assert len(set(firsts)) == len(EXAMPLES) > 4


def test_nothing_of_the_search_is_told_in_the_memo(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    said = " ".join(
        text
        for name, both in (memo.TEXTS | outlook.TEXTS).items()
        if name.startswith(("memo.", "least.", "effect."))
        for text in both.values()
    )
    assert not re.search(r"exhaustive|branch|trials|interpreter|全数|分枝|試行|処理系", said)


def test_where_the_project_lay_is_not_told(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    assert usual.file is not None
    assert str(Path(usual.file).parent) not in render_html(usual, kb, "en")


# The way, what may follow, questions


def test_the_road_map_counts_the_findings_and_open_points_of_each_part(
    usual: Assessment, kb: CompiledKnowledgeBase
) -> None:
    steps = next(one for one in report(usual, kb).blocks if isinstance(one, Group) and one.kind == "steps")
    told = texts(steps.blocks)
    assert [re.split(" [■▲◆？●]", text)[0] for text in told] == [stop.title["en"] for stop in kb.presentation.road]
    team = next(stop for stop in kb.presentation.road if "organisation" in stop.areas)
    blockers = [one for one in usual.findings if one.severity == "blocker" and one.area in team.areas]
    assert f"■ blocker {len(blockers)}" in told[kb.presentation.road.index(team)]
    unchecked = sum(int(number) for text in told for number in re.findall(r"(\d+) not checked", text))
    assert unchecked == usual.coverage.due - usual.coverage.told


def test_a_knowledge_base_without_a_road_has_a_memo_without_one(tmp_path: Path) -> None:
    shop = small.load(tmp_path)
    found = assess({"shop": {"open": False, "staff": 2}}, shop, interpreter="evaluate")
    assert not [one for one in report(found, shop).blocks if isinstance(one, Group) and one.kind == "steps"]


def test_predictions_name_what_brings_them_about(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    found = report(assessed({"commitment": {"declared": False}}, kb, tmp_path), kb)
    assert texts(part(found, "predictions"))[0].endswith(" from COM-01")


def test_the_first_questions_are_shown_with_whom_to_ask(unknown: Assessment, kb: CompiledKnowledgeBase) -> None:
    found = report(unknown, kb)
    first = rows(table(found, "questions"))
    assert len(first) == 5
    assert "？ needed for a verdict" in first[0][0]
    assert all(row[1] for row in first)
    assert [row[1] for row in first if "Why was this city chosen" in row[0]] == ["Project lead"]
    assert all("(at worst: blocker)" in row[2] for row in first)


def test_the_same_question_about_several_is_asked_once(unknown: Assessment, kb: CompiledKnowledgeBase) -> None:
    told = texts(part(report(unknown, kb), "open"))
    (asked,) = [text for text in told if " capitals.*.assessed" in text]
    assert asked.startswith("Which of the six capitals of the city have been assessed?")


# Ledger, chances


def test_the_ledger_shows_state_gap_and_centre_without_a_total(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    found = report(usual, kb)
    told = {row[0].split(" ★")[0]: row for row in rows(table(found, "capitals"))}
    assert list(told) == ["human", "economic", "infrastructure", "enabling environment", "network", "cultural"]
    assert told["human"][0] == "human ★ centre of the activity"
    assert told["human"][1] == "outstanding"
    assert "－ quality not done" in told["human"][2]
    assert told["enabling environment"][4] == "from outside the area"
    assert told["network"][4] == "◆ nothing planned SEL-08"
    assert "whether outstanding: unknown" in told["network"][1]
    assert told["cultural"][1] == "unknown"
    assert "There is no total and no pass mark" in render_html(usual, kb, "en")


def test_the_chances_count_expected_successes_and_no_money(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    told = " ".join(texts(part(report(usual, kb), "chances")))
    assert "Sensors (30%), Platform (12%), Records, Clinic on wheels (5%, not running)" in told
    assert "at least 0.42" in told
    assert "2 of 3 running ideas" in told


def test_what_there_is_nothing_of_is_left_out(unknown: Assessment, kb: CompiledKnowledgeBase) -> None:
    found = report(unknown, kb)
    assert found.title == "Project without a name"
    assert not found.named
    names = {one.name for one in every(found.blocks) if isinstance(one, (Heading, Fold))}
    assert not names & {"chain", "capitals", "predictions", "strengths", "waivers", "since", "rest"}


# Decisions


def test_decisions_are_shown_with_who_why_and_whether_they_stand(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase
) -> None:
    found = report(everything_wrong, kb)
    accepted, postponed = texts(part(found, "waivers"))
    assert "FIT-06" not in {finding.code for finding in everything_wrong.findings}
    assert "Accepted (" in accepted
    assert accepted.endswith("FIT-06")
    assert "Postponed until 1 September 2026 (Sato, 1 August 2026): budget" in postponed
    assert "The time is over: the finding is back." in postponed
    assert "Left out by decision: 1 blocker." in texts(found.blocks)


def test_a_decision_without_a_finding_is_reported_as_such(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    decision = {"finding": "KPI-03", "response": "not_applicable", "reason": "r", "by": "Mori", "on": "2026-08-01"}
    found = report(assessed({"responses": [decision]}, kb, tmp_path), kb)
    assert "There is no such finding now." in texts(part(found, "waivers"))[0]


# As a whole


def test_both_languages_tell_the_same(everything_wrong: Assessment, kb: CompiledKnowledgeBase) -> None:
    english, japanese = (shape(report(everything_wrong, kb, language).blocks) for language in LANGUAGES)
    assert english == japanese


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """Return what does not depend on the language: kinds, numbers of rows, and codes."""
    found: list[object] = []
    for block in every(blocks):
        cells = rows(block) if isinstance(block, Table) else []
        told = " ".join(" ".join(row) for row in cells) if cells else " ".join(texts((block,)))
        found.append((type(block).__name__, len(cells), sorted(re.findall(r"[A-Z]{3}-\d\d|G\d{3}", told))))
    return found


def test_the_same_assessment_gives_the_same_bytes(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    again = assess(str(usual.file), kb, today="2026-11-22", interpreter="evaluate")
    for language in LANGUAGES:
        assert render_html(usual, kb, language) == render_html(again, kb, language)


def test_a_project_given_as_data_has_a_memo_too(kb: CompiledKnowledgeBase) -> None:
    page = render_html(assess(USUAL, kb, today="2026-11-22", interpreter="evaluate"), kb, "ja")
    assert "Pythonのオブジェクト" in page
    assert "再現するには" not in page


def test_the_first_line_says_who_wrote_it_after_the_doctype(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    assert render_html(usual, kb, "en").startswith(f"<!doctype html>{PAGE_MARKER}\n")
    assert base_name(usual.file) in render_html(usual, kb, "en")


def test_there_is_no_memo_in_another_language(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    with pytest.raises(ValueError, match="there is no memo in 'fr'"):
        report(usual, kb, "fr")


def test_names_are_text_and_nothing_else(everything_wrong: Assessment, kb: CompiledKnowledgeBase) -> None:
    source = render_html(everything_wrong, kb, "en")
    page = read_page(source)
    assert not page.all("script")
    assert not page.all("img")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    assert "{{ 7 * 7 }}" in page.text
    assert "\u202e" not in source
    assert "\u0007" not in source
