"""The summary for terminals: what it says first, how wide it is, and what every console can show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advise.engine.assess import Assessment, assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.assumptions import with_assumptions
from advise.engine.reading.document import read_document
from advise.reports.memo.actions import FIRST
from advise.reports.writers.display import Display
from advise.reports.writers.layout import clean, encodable, width, wrapped

from ...knowledge_bases import small
from ..memos import summary

FINE: dict[str, Any] = {"project": {"name": "港の見守り", "phase": "preparation"}, "city": {"name": "架空市"}}
TROUBLED: dict[str, Any] = {
    **FINE,
    "commitment": {"declared": True, "by": "middle_manager"},
    "top": {"visited_site": False, "own_role_identified": False},
    "agreement": {"status": "signed", "signed_before_dialogue": True},
    "overlap": {"defined": False},
    "field": {"trial_and_error_possible": False},
    "goals": [{"id": "g1", "name": "Safety at home"}, {"id": "g2", "name": "介護職の負担軽減"}],
    "kpis": [{"id": "k1", "goals": ["g1"]}],
    "organisations": [{"id": "us", "kind": "own_company", "champion_identified": False}],
}


def reviewed(kb: CompiledKnowledgeBase, data: dict[str, Any]) -> Assessment:
    return assess(data, kb, today="2026-11-22", interpreter="evaluate")


def shown(kb: CompiledKnowledgeBase, data: dict[str, Any], lang: str = "en", **display: Any) -> str:
    return summary(reviewed(kb, data), kb, lang, Display(**display))


def test_the_first_lines_are_the_project_the_verdict_and_the_counts(kb: CompiledKnowledgeBase) -> None:
    lines = shown(kb, TROUBLED).splitlines()
    assert lines[0] == "港の見守り  phase: preparation  架空市"
    assert re.fullmatch(r"Verdict  Hold   ■ blocker \d+   ▲ major \d+   ◆ minor \d+", lines[1])
    assert lines[2].startswith("Checked: ")
    full = shown(kb, TROUBLED, full=True).splitlines()
    assert full[2].startswith("What weighs most in “港の見守り” (架空市): The declaration was made by someone below")


def test_how_far_the_article_fits_is_told_under_the_verdict_and_not_among_the_notes(kb: CompiledKnowledgeBase) -> None:
    project = {**FINE, "project": {**FINE["project"], "uses_digital": False}}
    for full in (False, True):
        told = " ".join(shown(kb, project, full=full, columns=1000).split())
        assert told.count("The article speaks of digital projects in cities of about 100,000 people") == 1
        assert "1 note" not in told


def test_points_without_a_finding_are_counted_as_the_coverage_counts_them(kb: CompiledKnowledgeBase) -> None:
    told = " ".join(shown(kb, {"project": {"phase": "idea"}, "commitment": {"declared": False}}, columns=1000).split())
    clear = int(re.search(r"as far as it was checked: (\d+) point", told)[1]) if "as far as" in told else 0  # type: ignore[index]
    assert clear <= int(re.search(r"Checked: (\d+) of the", told)[1])  # type: ignore[index]


def test_minor_findings_below_are_as_many_as_the_counts_above(kb: CompiledKnowledgeBase) -> None:
    seeds = [{"id": f"s{n}", "running": True, "potential": "small"} for n in range(4)]
    told = " ".join(shown(kb, {**FINE, "portfolio": {"seeds": seeds}}, columns=1000).split())
    assert "◆ minor 4" in told
    assert "◆ 4 minor" in told


def test_a_project_without_a_name_is_reviewed_as_well(kb: CompiledKnowledgeBase) -> None:
    assert shown(kb, {}).startswith("Project without a name  phase: not stated\n")
    assert shown(kb, {}, "ja").startswith("名称が未記入の事業  段階：未記入\n")


def crowded() -> dict[str, Any]:
    """Return a project with thirty organisations in which nobody carries the project."""
    entry = {"kind": "local_company", "involved": True, "champion_identified": False}
    return {**FINE, "organisations": [{"id": f"o{number}", **entry} for number in range(30)]}


def test_findings_alike_are_told_once_and_each_in_full(kb: CompiledKnowledgeBase) -> None:
    text = " ".join(shown(kb, crowded()).split())
    assert text.count("ORG-06") == 1
    assert "(likewise: o1, o2, o3 and 26 more)" in text
    assert "■ blocker 30 " in text
    assert shown(kb, crowded(), full=True).count(" has no champion at present ORG-06") == 30


@pytest.mark.parametrize(("language", "told"), [("en", "all 30 organisations"), ("ja", "組織30件すべて")])
def test_a_question_about_every_element_of_a_long_list_does_not_name_them_all(
    kb: CompiledKnowledgeBase, language: str, told: str
) -> None:
    text = "".join(shown(kb, crowded(), language, full=True, columns=200))
    assert told in text


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "example", sorted((Path(__file__).parents[3] / "examples").glob("*.json")), ids=lambda one: one.stem
)
def test_the_summary_of_an_example_fits_on_a_screen_and_names_no_path_of_a_fact(
    kb: CompiledKnowledgeBase, example: Path, lang: str
) -> None:
    document = read_document(example.read_bytes(), str(example))
    text = summary(assess(document, kb, today="2026-11-22", interpreter="evaluate"), kb, lang, Display(columns=80))
    assert len(text.splitlines()) <= 28
    assert not re.search(r" = |[a-z_]+\.[a-z_]+\b(?<!json)", text.replace(str(example), ""))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_open_questions_are_as_many_as_the_assessment_has_wherever_they_are_counted(
    kb: CompiledKnowledgeBase, lang: str
) -> None:
    assessment = reviewed(kb, TROUBLED)
    n = len(assessment.questions)
    text = " ".join(shown(kb, TROUBLED, lang, columns=1000).split())
    counted = re.findall(r"Open questions: (\d+)|of (\d+) open|質問は(\d+)問|質問(\d+)問", text)
    assert [int("".join(one)) for one in counted] == [n, n]


def test_rules_whose_projects_have_no_phase_are_reviewed_as_well(tmp_path: Path) -> None:
    assert "m 1" in shown(small.load(tmp_path), {"shop": {"open": False, "staff": 2}})


def test_a_finding_says_what_to_do_why_and_by_which_guidance(kb: CompiledKnowledgeBase) -> None:
    text = shown(kb, TROUBLED)
    block = text.partition("■ blocker The declaration was made by someone below the top COM-02\n")[2].partition("■")[0]
    assert " ".join(block.split()).endswith("make the declaration in their own name. (Top of the company)")
    full = shown(kb, TROUBLED, full=True).partition("below the top COM-02")[2].partition("\n\n")[0]
    for expected in ("    do ", "    why ", 'commitment.by = "middle_manager"', "    paper ", "G167"):
        assert expected in full


def test_the_first_findings_are_told_and_the_others_counted(kb: CompiledKnowledgeBase) -> None:
    assessment = reviewed(kb, TROUBLED)
    pressing = [one for one in assessment.findings if one.kind == "finding" and one.severity in ("blocker", "major")]
    assert len(pressing) > FIRST
    text = shown(kb, TROUBLED)
    told = [one.code for one in pressing if f" {one.code}" in text]
    assert len(told) == FIRST
    assert f"{len(pressing) - FIRST} major more" in text


def test_in_full_every_finding_prediction_and_question_is_there(kb: CompiledKnowledgeBase) -> None:
    assessment = reviewed(kb, TROUBLED)
    text = re.sub(r"\s+", " ", shown(kb, TROUBLED, full=True))
    for finding in assessment.findings:
        assert finding.code in text
    for question in assessment.questions:
        grid = kb.presentation.grid(question.fact)
        asked = question.text if grid is None else grid.question
        assert re.sub(r"\s+", " ", asked["en"]) in text
    assert "--full" not in text


def test_what_is_folded_is_counted_and_the_way_to_it_is_named(kb: CompiledKnowledgeBase) -> None:
    text = shown(kb, TROUBLED)
    assert re.search(r"^. .*\d+ things? that may follow.*: --full$", text, re.MULTILINE)
    assert re.search(r"^Ask next \(\d+ of \d+ open questions\)$", text, re.MULTILINE)


def test_a_question_asked_about_all_capitals_is_asked_once(kb: CompiledKnowledgeBase) -> None:
    text = shown(kb, FINE, full=True)
    assert text.count("capitals.*.assessed") == 1
    assert "human" in text


def test_decisions_about_findings_are_counted_and_told_in_full(kb: CompiledKnowledgeBase) -> None:
    decision = {
        "finding": "COM-02",
        "response": "accepted",
        "reason": "The board\nmeets in May.",
        "by": "Mori",
        "on": "2026-04-01",
    }
    data = {**TROUBLED, "responses": [decision]}
    assert "1 accepted, postponed or not applicable" in shown(kb, data)
    assert "below the top COM-02\n    do" not in shown(kb, data, full=True)
    told = re.sub(r"\s+", " ", shown(kb, data, full=True))
    assert "■ blocker The declaration was made by someone below the top Accepted (Mori, " in told
    assert "The board meets in May." in told


def test_the_way_to_answer_is_named_when_there_is_a_file_to_answer_in(kb: CompiledKnowledgeBase) -> None:
    document = read_document(b"{}", "harbour.json")
    told = summary(assess(document, kb, today="2026-11-22", interpreter="evaluate"), kb, "en", Display())
    assert "Answer with  advise ask harbour.json" in told
    assert "advise ask" not in shown(kb, {})


def test_assumptions_stand_before_the_verdict(kb: CompiledKnowledgeBase) -> None:
    lines = summary(reviewed(kb, FINE), kb, "ja", Display(), ("top.visited_site=true",)).splitlines()
    assert lines[1] == "仮定  top.visited_site=true"


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("columns", [60, 80, 92])
@pytest.mark.parametrize("full", [False, True])
def test_no_line_is_wider_than_the_screen(kb: CompiledKnowledgeBase, lang: str, columns: int, full: bool) -> None:
    for line in shown(kb, TROUBLED, lang, columns=columns, full=full).splitlines():
        assert width(line) <= columns, line


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_colour_only_doubles_what_is_there(kb: CompiledKnowledgeBase, lang: str) -> None:
    coloured = shown(kb, TROUBLED, lang, color=True)
    assert "\x1b[31m■\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == shown(kb, TROUBLED, lang)


def test_every_sign_stands_beside_its_word(kb: CompiledKnowledgeBase) -> None:
    for line in shown(kb, TROUBLED, full=True).splitlines():
        for sign, word in (("■", "blocker"), ("▲", "major"), ("◆", "minor")):
            assert sign not in line or f"{sign} {word}" in line


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_without_signs_words_in_brackets_take_their_place(kb: CompiledKnowledgeBase, lang: str) -> None:
    text = shown(kb, {**TROUBLED, "goals": [{"id": "g1"}]}, lang, ascii=True, full=True)
    assert "[BLOCKER]" in text
    assert not set("■▲◆●※★－") & set(text)
    if lang == "en":
        own = text.replace("港の見守り", "").replace("架空市", "")
        assert [one for one in own if not one.isascii() and one not in "“”’"] == []


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_two_runs_give_the_same_text(kb: CompiledKnowledgeBase, lang: str) -> None:
    assert shown(kb, TROUBLED, lang, full=True) == shown(kb, TROUBLED, lang, full=True)


def test_both_languages_name_the_same_findings_and_facts(kb: CompiledKnowledgeBase) -> None:
    named = [
        re.findall(r"[A-Z]{3}-\d\d|[a-z_]+\.[a-z_.]+ = ", shown(kb, TROUBLED, lang, full=True)) for lang in ("en", "ja")
    ]
    assert sorted(named[0]) == sorted(named[1])


# What a console can show


def texts(kb: CompiledKnowledgeBase) -> Iterator[tuple[str, str]]:
    """Go through all that the rules can say."""
    for rule in kb.rules:
        for both in (rule.title, rule.advice, rule.severity_note or {}):
            yield from ((rule.code, text) for text in both.values())
    for fact in kb.vocabulary.facts.values():
        for both in (fact.label, fact.question, fact.help or {}, *fact.values.values()):
            yield from ((fact.path, text) for text in both.values())
    for statement in kb.statements.values():
        for both in (statement.text, statement.reason or {}):
            yield from ((statement.number, text) for text in both.values())


def test_everything_that_is_said_can_be_written_in_cp932(kb: CompiledKnowledgeBase) -> None:
    lost = [(key, text) for key, text in texts(kb) if "?" in encodable(text, "cp932").replace("?", "", text.count("?"))]
    assert lost == []


# Layout


WORDS = st.text(st.sampled_from("abc 。、「」漢字かなー■…\u0301(),.'"), max_size=80)


@given(WORDS, st.integers(10, 40))
@settings(max_examples=300)
def test_wrapping_loses_nothing_but_blanks_and_keeps_the_width(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert width(line) <= columns or not re.search("[ぁ-ん漢字]", line) or len(wrapped(line, columns)) == 1


def test_japanese_lines_do_not_begin_with_a_full_stop_or_end_with_a_bracket() -> None:
    for columns in range(8, 30):
        for line in wrapped("市長と会って、「議題」を決める。次に、(例) 現地で試す。", columns):
            assert line[0] not in "。、」)"
            assert line[-1] not in "「("


@given(st.text(max_size=40))
@settings(max_examples=300)
def test_nothing_that_moves_the_cursor_is_left(text: str) -> None:
    cleaned = clean(text)
    assert "\n" not in cleaned
    assert cleaned == "".join(one for one in cleaned if one.isprintable() or one == "\u3000")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_fact_is_shown_as_what_if_takes_it_whatever_stands_in_its_id(
    language: str, kb: CompiledKnowledgeBase
) -> None:
    ids = ("univ/eng", "a.b", "x=y", "本店 [1]", "kind", "organisations/x")
    organisations = [
        {"id": name, "kind": "research_institution", "involved": True, "champion_identified": False} for name in ids
    ]
    text = shown(kb, {"organisations": organisations, "complete": {"organisations": True}}, language, full=True)
    for name in ids:
        assert f"  organisations/{name}.involved = true" in text
        assumed = with_assumptions({"organisations": organisations}, [f"organisations/{name}.involved=false"], kb)
        assert [one["id"] for one in assumed.memory.elements["organisations"] if one["involved"] is False] == [name]


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ({"issue": {"defined": True, "specific_to_city": False}}, "(issue specific to this city: no) SEL-11"),
        ({"issue": {"defined": False}}, "(concrete issue: no) SEL-11"),
        ({"overlap": {"defined": False}}, "is not defined yet FIT-06"),
    ],
)
def test_a_title_that_names_several_things_says_which_of_them_it_is(
    document: dict[str, Any], told: str, kb: CompiledKnowledgeBase
) -> None:
    text = shown(kb, {"project": {"phase": "preparation"}, **document})
    assert told in " ".join(text.split())
