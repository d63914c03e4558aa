"""What was asked before and not answered: memo and terminal say whom to ask, beside the question."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import Assessment
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.whatif.effects import Reported
from advise.reports.memo.questions import answerable_first, grouped, path_of, question_text, whom
from advise.reports.texts import TEXTS
from advise.reports.words.answers import finding_words
from advise.reports.words.names import Reading, Teller
from advise.reports.writers.display import Display

from ..memos import render_html, render_markdown, summary
from ..pages import read_page
from ..projects import assessed, foreseen

IZUKO = Path(__file__).parents[3] / "examples/izuko.json"

ON = {"by": "Sato", "on": "2026-11-20"}
DOCUMENT: dict[str, Any] = {
    "organisations": [
        {"id": "city", "name": "City", "kind": "municipality", "involved": True},
        {"id": "univ", "name": "University", "kind": "research_institution", "involved": True},
    ],
    "asked": [
        {"fact": "commitment.declared", "answer": "ask", "whom": "the president's office", **ON},
        {"fact": "overlap.defined", "answer": "unknown", "on": "2026-11-20"},
        {"fact": "field.trial_and_error_possible", "answer": "later", **ON},
        {"fact": "project.co_created", "answer": "not_applicable", **ON},
        {"fact": "organisations[].units_coordinated", "subject": "organisations/city", "answer": "ask", "whom": "section 2", **ON},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def project(kb: CompiledKnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    return assessed(DOCUMENT, kb, tmp_path_factory.mktemp("asked"))


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("commitment.declared", "the president's office is said to know (Sato, 20 November 2026)"),
        ("overlap.defined", "Asked before, and not known (20 November 2026)"),
        ("field.trial_and_error_possible", "Asked before, and put off (Sato, 20 November 2026)"),
        ("project.co_created", "Said not to apply; for the rules it is unknown (Sato, 20 November 2026)"),
    ],
)
def test_each_answer_that_is_no_value_is_told_beside_its_question(
    project: Assessment, kb: CompiledKnowledgeBase, fact: str, line: str
) -> None:
    ahead = foreseen(project, kb)
    page = read_page(render_html(project, kb, "en", ahead)).text
    assert f"{fact} " in page
    assert line in page
    assert line in render_markdown(project, kb, "en", ahead).replace("\\", "")
    assert line in summary(project, kb, "en", Display(columns=10_000, full=True), (), ahead)


def test_what_is_said_of_a_fact_that_has_no_value_is_told_beside_its_question(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    said = {"value": None, "source": "two of three towns have agreed", "as_of": "2026-11"}
    found = assessed({"project": {"phase": "preparation"}, "overlap": {"agreed_by_municipality": said}}, kb, tmp_path)
    for told in (
        render_markdown(found, kb, "en", foreseen(found, kb)),
        summary(found, kb, "en", Display(100, full=True), outlook=foreseen(found, kb)),
    ):
        assert "Stated: “two of three towns have agreed”" in " ".join(told.split())
    (question,) = [one for one in found.questions if one.fact == "overlap.agreed_by_municipality"]
    assert question.said is not None
    machine = [one for one in found.to_dict()["questions"] if one["fact"] == question.fact]
    assert machine[0]["said"] == {"source": said["source"], "as_of": said["as_of"]}


def test_of_several_elements_the_one_that_was_asked_about_is_named(
    project: Assessment, kb: CompiledKnowledgeBase
) -> None:
    text = summary(project, kb, "en", Display(columns=10_000, full=True), (), foreseen(project, kb))
    assert "City: section 2 is said to know (Sato, 20 November 2026)" in text


def test_it_is_told_in_japanese(project: Assessment, kb: CompiledKnowledgeBase) -> None:
    text = summary(project, kb, "ja", Display(columns=10_000, full=True), (), foreseen(project, kb))
    assert "the president's officeに聞けば分かるとのことです（Sato、2026年11月20日(金)）" in text
    assert "City：section 2に聞けば分かるとのことです" in text


def test_every_question_of_the_memo_names_whom_to_ask(project: Assessment, kb: CompiledKnowledgeBase) -> None:
    assert all(set(one.ask) and set(one.ask) <= set(kb.owners) for one in project.questions)
    reading = Reading(project, kb, "en", foreseen(project, kb))
    groups = grouped(reading)
    assert groups
    assert all(whom(reading, same) for same, _ in groups)


def test_whom_to_ask_is_the_organisation_by_name(project: Assessment, kb: CompiledKnowledgeBase) -> None:
    (one,) = [
        one
        for one in project.questions
        if (one.fact, one.subject) == ("organisations[].superiors_persuaded", "organisations/univ")
    ]
    reading = Reading(project, kb, "ja")
    assert whom(reading, [one]) == "University"


MONTHS = {"phase": "preparation", "months_since_commitment": 14}
TRIED = {"phase": "launched", "uses_digital": True}

MILL = [
    {"id": "own", "name": "Acme", "kind": "own_company", "involved": True},
    {"id": "mill", "name": "Old Mill", "kind": "local_company", "involved": True},
    {"id": "bank", "name": "Bank", "kind": "financial_institution", "involved": False},
]


@pytest.mark.parametrize(
    ("document", "language", "told"),
    [
        ({"project": MONTHS}, "en", "do business in this city? Stated: months since the declaration: 14 months."),
        ({"project": MONTHS}, "ja", "表明しましたか（記載：意思表明からの月数：14か月）"),
        (
            {"project": TRIED, "participants": {"kinds": ["citizens"]}},
            "en",
            "involved in the project? Stated: users who take part in the trial: citizens.",
        ),
        ({"organisations": MILL}, "en", "carry out? Stated: actual participation: Old Mill."),
        ({"organisations": MILL}, "ja", "加わる事業ですか（記載：実際の参画：Old Mill）"),
        (
            {"project": TRIED, "participants": {"kinds": ["citizens"]}},
            "ja",
            "加わっていますか（記載：試行に参加する利用者：市民）",
        ),
    ],
)
def test_with_a_question_it_is_told_what_nearly_says_it(
    kb: CompiledKnowledgeBase, tmp_path: Path, document: dict[str, Any], language: str, told: str
) -> None:
    found = assessed(document, kb, tmp_path)
    assert told in render_markdown(found, kb, language, foreseen(found, kb))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "So far: easy to approach. Is there anything else?"),
        ("ja", "これまでの記載：近づきやすさ。ほかにもありますか"),
    ],
)
def test_of_a_set_that_is_named_in_part_it_is_asked_what_else_there_is(
    kb: CompiledKnowledgeBase, tmp_path_factory: pytest.TempPathFactory, language: str, told: str
) -> None:
    document = {"project": {"phase": "field_selection"}, "selection": {"reasons": ["easy_to_approach"]}}
    found = assessed(document, kb, tmp_path_factory.mktemp("named"))
    assert told in summary(found, kb, language, Display(columns=300))


@pytest.mark.parametrize(
    ("language", "who", "told"),
    [
        (
            "en",
            "| City |",
            "and the successor has not renewed the declaration” (COM-15, major); alone it does not.",
        ),
        ("ja", "| City |", "（COM-15、重要）につながることがあります。この答えだけではなりません。"),
    ],
)
def test_of_a_champion_the_organisation_is_asked_and_of_an_answer_it_is_told_what_it_may_lead_to_with_others(
    language: str, who: str, told: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    city = {**DOCUMENT["organisations"][0], "champion_identified": True}
    document = {
        "project": {"phase": "preparation"},
        "commitment": {"declared": True, "by": "ceo"},
        "organisations": [city],
    }
    found = assessed(document, kb, tmp_path)
    text = render_markdown(found, kb, language, foreseen(found, kb)).replace("\\", "")
    assert who in text
    assert told in text


def test_what_a_list_that_is_not_whole_may_hide_is_possible_as_long_as_that_is_open(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    kinds = ("own_company", "municipality", "local_company")
    sound = {"involved": True, "champion_identified": True, "capitals": ["human"]}
    named = [{"id": kind, "kind": kind, **sound} for kind in kinds]
    project = {"project": {"phase": "preparation", "co_created": True}, "organisations": named}
    found = assessed(project, kb, tmp_path)
    told = render_markdown(found, kb, "en", foreseen(found, kb)).replace("\\", "")
    assert "As long as this is open, “another organisation has no champion at present” (ORG-06, blocker)" in told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "“another organisation has no champion at present” (ORG-06, blocker)"),
        ("ja", "「一覧にない組織には、いま担い手がいません」（ORG-06、停止）"),
    ],
)
def test_a_finding_about_one_that_nobody_has_named_is_told_of_another(
    language: str, told: str, kb: CompiledKnowledgeBase
) -> None:
    found = Reported("ORG-06", None, "blocker")
    assert finding_words(found, Teller(kb, language), titled=True, alike=False) == told


def test_what_is_asked_only_after_an_answer_that_is_not_there_comes_last_of_what_to_ask_next(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    organisations = [{"id": "city", "name": "Springfield", "kind": "municipality", "involved": True}]
    found = assessed({"project": {"phase": "preparation"}, "organisations": organisations}, kb, tmp_path)
    reading = Reading(found, kb, "en", foreseen(found, kb))
    facts = [same[0].fact for same, _ in grouped(reading)]
    ready = [same[0].fact for same, _ in answerable_first(reading, grouped(reading))]
    named, traits = "organisations[].champion_identified", "organisations[].champion_interest"
    other = next(one for one in facts[facts.index(traits) :] if one not in kb.plan.after)
    assert facts.index(named) < facts.index(traits) < facts.index(other)
    assert ready.index(named) < ready.index(other) < ready.index(traits)


def test_with_a_set_that_may_hold_more_it_is_told_how_to_say_that_it_is_whole(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    document = {"project": {"phase": "preparation"}, "top": {"dialogue_with": ["citizens"]}}
    found = assessed(document, kb, tmp_path)
    (question,) = [one for one in found.questions if one.fact == "top.dialogue_with"]
    assert path_of(Reading(found, kb, "en"), [question]) == "top.dialogue_with, complete.top.dialogue_with"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Does the list name every organisation concerned? Listed: City, University."),
        ("ja", "関係する組織は一覧にすべて載っていますか（記載：City、University）"),
    ],
)
def test_whether_a_list_is_complete_is_asked_with_what_it_names(
    language: str, text: str, project: Assessment, kb: CompiledKnowledgeBase
) -> None:
    reading = Reading(project, kb, language)
    (closing,) = [one for one in project.questions if one.fact == "complete.organisations"]
    assert question_text(reading, [closing]) == text


def test_what_one_form_answers_is_told_once_and_of_which_part_where_they_differ(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    document: dict[str, Any] = {
        "project": {
            "phase": "launched",
            "beneficiary_stated": True,
            "success_criterion_stated": True,
            "origin": "joint",
        },
        "commitment": {"declared": True, "by": "ceo"},
        "top": {"active_after_launch": True},
        "asked": [{"fact": "top.provides_resources", "answer": "unknown", **ON}],
    }
    told = " ".join(
        summary(found := assessed(document, kb, tmp_path), kb, "en", Display(), (), foreseen(found, kb)).split()
    )
    assert (
        "a free hand and the people, money and time that it needs? (freedom to act, arranged by the top; resources arranged by the top;"
        in told
    )
    memo = render_markdown(found, kb, "en", foreseen(found, kb))
    (row,) = [line for line in memo.splitlines() if line.startswith("| **Does the working unit have a free hand")]
    assert row.count("EXE-05") == 1
    assert "resources arranged by the top: Asked before, and not known" in row


def test_of_a_form_about_several_each_is_named_once_where_their_answers_differ(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    """The company, whose champion could stop the project, and companies of the region, whose champions could not."""
    document = json.loads(IZUKO.read_text(encoding="utf-8"))
    for one in document["organisations"]:
        if one["kind"]["value"] == "local_company":
            one["champion_identified"] = True
    found = assessed(document, kb, tmp_path)
    memo = render_markdown(found, kb, "ja", foreseen(found, kb))
    (row,) = [line for line in memo.splitlines() if line.startswith("| **この組織の担い手は、興味・熱意・自らの意思を")]
    answers = row.split("|")[3]
    assert "東急：どれかが「いいえ」：" in answers
    assert "伊豆急行、東海バス、伊豆箱根鉄道：どれかが「いいえ」：" in answers
    assert "担い手の熱意" not in answers


def test_facts_whose_answers_are_told_in_the_same_words_share_a_line(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    document: dict[str, Any] = {
        "project": {"phase": "launched", "co_created": True, "origin": "joint", "concrete_activity_started": True},
        "commitment": {"declared": True, "known_locally": True},
        "agreement": {"status": "signed"},
    }
    found = assessed(document, kb, tmp_path)
    memo = render_markdown(found, kb, "en", foreseen(found, kb))
    (row,) = [line for line in memo.splitlines() if line.startswith("| **Does the working unit have a free hand")]
    assert row.count("EXE-05") == 1


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_waits_for_other_answers_is_told_by_its_area_before_its_code(
    kb: CompiledKnowledgeBase, tmp_path: Path, language: str
) -> None:
    found = assessed({"project": {"phase": "idea"}, "commitment": {"declared": False}}, kb, tmp_path)
    memo = render_markdown(found, kb, language, foreseen(found, kb)).replace("\\", "")
    (line,) = [line for line in memo.splitlines() if "project.city_issue_solved_evidence" in line]
    area = kb.areas[kb.rule("SYN-04").area].title[language]
    assert area in line
    assert line.index(area) < line.index("SYN-04")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_an_answer_can_only_show_to_be_in_place_is_listed_apart_and_not_among_the_first(
    kb: CompiledKnowledgeBase, tmp_path: Path, language: str
) -> None:
    found = assessed({"project": {"phase": "idea"}, "commitment": {"declared": False}}, kb, tmp_path)
    memo = render_markdown(found, kb, language, foreseen(found, kb)).replace("\\", "")
    title = TEXTS["memo.questions.showing"][language].partition("{n}")[0]
    before, _, after = memo.partition(f"### {title}")
    assert "`top.visited_site`" in after  # the visit of the top is no finding before the city is chosen
    assert "`top.visited_site`" not in before
    assert "`project.beneficiary_stated`" in before
    assert "`project.beneficiary_stated`" not in after


def test_questions_are_not_parted_where_all_of_them_only_show_what_is_in_place(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    document = json.loads((IZUKO.with_name("exemplary.json")).read_text(encoding="utf-8"))
    del document["project"]["origin"]
    found = assessed(document, kb, tmp_path)
    assert {kb.rule(code).kind for one in found.questions for code in one.codes} == {"strength"}
    memo = render_markdown(found, kb, "en", foreseen(found, kb))
    assert memo.count("### Open questions (1)") == 1
    assert "can only show" not in memo
