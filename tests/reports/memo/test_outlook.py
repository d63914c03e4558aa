"""What the memo and the terminal say of the outlook: answers and their consequences, and the least change."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import Assessment, assess
from advise.engine.assess.space import with_value
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import VERDICTS
from advise.engine.project.address import Address
from advise.engine.project.project import read_project
from advise.engine.whatif.changes import apply_change
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.outlook import Outlook, outlook
from advise.reports.views.outlook import outlook_document
from advise.reports.writers.blocks import Fold, Heading, Item, Paragraph, every, lines_of, pieces, plain
from advise.reports.writers.display import Display
from advise.reports.writers.layout import encodable, width

from ..memos import part, report, summary, table
from ..projects import USUAL, assessed, foreseen

LANGUAGES = ("en", "ja")


def exemplary() -> dict[str, Any]:
    """Return the project in which nothing is wanting."""
    path = Path(__file__).resolve().parents[3] / "examples" / "exemplary.json"
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


@pytest.fixture(scope="module")
def usual_outlook(usual: Assessment, kb: CompiledKnowledgeBase) -> Outlook:
    return foreseen(usual, kb)


@pytest.fixture(scope="module")
def unknown_outlook(unknown: Assessment, kb: CompiledKnowledgeBase) -> Outlook:
    return foreseen(unknown, kb)


# Answers


def asked(assessment: Assessment, kb: CompiledKnowledgeBase, ahead: Outlook, language: str = "en") -> dict[str, str]:
    """Return everything that is told of each question, by the path that stands with it; of a set without how it is said to be whole."""
    items = [one for one in part(report(assessment, kb, language, ahead), "open") if isinstance(one, Item)]
    told = [(piece.text, plain(one.text)) for one in items for piece in pieces(one.text) if piece.kind == "code"]
    return {path.partition(", complete.")[0]: text for path, text in told}


def test_a_question_says_what_each_answer_would_change(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    told = asked(unknown, kb, unknown_outlook)["commitment.declared"]
    assert (
        "“no”: “The company has not yet declared its commitment to the city” (COM-01, blocker), 3 things that may "
        "follow come up; the verdict becomes “Hold”."
    ) in told


def test_the_same_is_said_in_japanese(unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase) -> None:
    told = asked(unknown, kb, unknown_outlook, "ja")["field.trial_and_error_possible"]
    assert (
        "「いいえ」：「試行錯誤できるフィールドがありません」（SEL-15、停止）が加わります。判定は「いったん止める」に変わります。"
    ) in told


def test_of_several_elements_the_title_stands_for_the_others(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    told = asked(unknown, kb, unknown_outlook)["capitals.*.assessed"]
    assert told.startswith("Which of the six capitals of the city have been assessed? ")
    assert "and the like (SEL-02, major) comes up." in told


def test_of_one_element_that_several_facts_are_asked_of_the_title_stands_for_no_other(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    document = {
        "project": {"phase": "preparation"},
        "organisations": [{"id": "city", "kind": "municipality", "involved": True, "champion_identified": True}],
    }
    champion = assessed(document, kb, tmp_path)
    told = " ".join(asked(champion, kb, foreseen(champion, kb)).values())
    assert "interest, enthusiasm and own will” (ORG-07, blocker)" in told


def test_numbers_sets_and_lists_are_told_as_people_say_them(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    told = asked(unknown, kb, unknown_outlook)
    assert " none: " in told["kpis"]
    assert " above 200,000 persons: " in told["city.population"]
    assert " “municipality” or “local companies” is missing: " in told["top.dialogue_with"]
    assert " none or only some of them: " in told["duties.covered"]
    assert "up to 2 points of “Portfolio of ideas” be judged" in told["portfolio.seeds"]


@pytest.mark.parametrize(
    ("language", "graver"),
    [
        ("en", "(EXE-05, major) comes up; with other answers it may be a blocker."),
        ("ja", "（EXE-05、重要）が加わります。ほかの答えと合わせると「停止」になることがあります。"),
    ],
)
def test_what_is_graver_with_other_answers_is_said_to_be_so(
    kb: CompiledKnowledgeBase, tmp_path: Path, language: str, graver: str
) -> None:
    document = {"project": {"phase": "launched"}, "top": {"active_after_launch": True}}
    launched = assessed(document, kb, tmp_path)
    told = [one for one in asked(launched, kb, foreseen(launched, kb), language).values() if "EXE-05" in one]
    assert len(told) == 1
    assert graver in told[0]
    assert told[0].count("EXE-05") == 1


def test_of_a_set_that_is_named_in_part_it_is_told_without_what_a_finding_comes(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    document = {"project": {"phase": "preparation"}, "top": {"dialogue_with": ["municipality", "citizens"]}}
    talked = assessed(document, kb, tmp_path)
    told = asked(talked, kb, foreseen(talked, kb))["top.dialogue_with"]
    assert " “local companies” is missing: “The top has not yet talked with both" in told


def test_a_question_that_changes_no_finding_says_that_the_verdict_stays(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    told = " ".join(asked(unknown, kb, unknown_outlook).values())
    assert re.search(r"With other answers it lets up to \d+ points? of “[^”]+” be judged; alone it does not", told)


def test_whom_the_questions_go_to_adds_up_where_only_some_are_named(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advise.reports.memo.questions._WHOM_SHOWN", 2)
    for language, told in (
        ("en", r"open questions: .* (\d+), .* (\d+), others (\d+)\."),
        ("ja", r"（(\d+)問）.*（(\d+)問）.*ほか（(\d+)問）。"),
    ):
        found = part(report(unknown, kb, language, unknown_outlook), "questions")
        line = next(plain(one.text) for one in found if isinstance(one, Paragraph))
        counts = re.search(told, line)
        assert counts is not None, line
        assert sum(map(int, counts.groups())) == len(unknown.questions)


def test_what_is_not_asked_yet_is_counted_and_comes_last(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    found = report(unknown, kb, "en", unknown_outlook)
    line = next(plain(one.text) for one in part(found, "questions") if isinstance(one, Paragraph))
    assert line.startswith(f"Whom to ask the {len(unknown.questions)} open questions: Project lead ")
    counts, _, later = line.partition(".")
    assert sum(map(int, re.findall(r" (\d+)(?=,|$)", counts))) == len(unknown.questions)
    assert f"{len(unknown_outlook.later)} of the open questions are only listed below" in later
    assert len(asked(unknown, kb, unknown_outlook)) > len(unknown_outlook.prospects) / 3


def test_without_an_outlook_the_memo_tells_what_waits_for_the_answer(
    unknown: Assessment, kb: CompiledKnowledgeBase
) -> None:
    found = report(unknown, kb)
    assert part(found, "least") == ()
    told = [plain(words) for row in table(found, "questions").rows for words in lines_of(row.cells[2])]
    assert all(text.startswith("It helps to judge ") for text in told)


# The least change


def least(assessment: Assessment, kb: CompiledKnowledgeBase, ahead: Outlook, language: str = "en") -> list[str]:
    """Return the title of the least change, and what is folded behind it."""
    found = report(assessment, kb, language, ahead)
    titles = [one.title for one in every(found.blocks) if isinstance(one, Fold) and one.name == "least"]
    return titles + [plain(one.text) for one in part(found, "least") if isinstance(one, (Heading, Item, Paragraph))]


def test_the_least_change_tells_what_to_change_from_what_to_find_out(
    usual: Assessment, usual_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    told = least(usual, kb, usual_outlook)
    assert told[:4] == [
        "Smallest change after which nothing that is known stands in the way of “Revise, then proceed”",
        "To change",
        f"Springfield: {kb.rule('ORG-06').advice['en']} Reached when: Named champion: no → yes (Springfield) Springfield + Project lead ORG-06",
        "To find out",
    ]
    assert "Is it written down for whom the project is done? → the answer, whichever it is Project lead" in told
    assert told[-1].startswith(
        "Changes that would bring something new to put right are left out. "
        "Until more is known the verdict is “No verdict yet”; then to be found out first: "
    )


def test_it_is_under_no_heading_of_its_own_where_there_is_only_something_to_find_out(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    told = least(unknown, kb, unknown_outlook)
    assert "→" in told[1]
    assert "To find out" not in told


def test_six_capitals_are_one_line(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    document = exemplary()
    for capital in ("human", "economic", "infrastructure", "enabling", "network", "cultural"):
        document["capitals"][capital]["assessed"] = False
    found = assessed(document, kb, tmp_path)
    told = least(found, kb, foreseen(found, kb), "ja")
    assert sum("六つの資本のすべて" in text for text in told) == 1


def test_of_several_answers_that_do_all_are_named(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    told = least(unknown, kb, unknown_outlook, "ja")
    assert any("→ 社長（CEO）または取締役会" in text for text in told)


def test_it_says_what_could_still_turn_up_after_it(
    unknown: Assessment, unknown_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    told = least(unknown, kb, unknown_outlook)
    assert told[-1].endswith("What is still unknown after that could change the verdict to “Hold”.")


@pytest.mark.parametrize("name", ["columbus", "copenhagen", "harvest", "izuko", "kalasatama", "wakayama"])
def test_it_is_said_to_reach_a_verdict_only_where_the_review_with_it_gives_that(
    name: str, kb: CompiledKnowledgeBase
) -> None:
    project = read_project(f"examples/{name}.json", kb)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    ahead = outlook(assessment, project, kb)
    for way, title in zip(ahead.ways, least(assessment, kb, ahead), strict=False):
        memory = project.memory
        for change in way.changes:
            memory = apply_change(memory, change, kb)
        verdict = WhatIf(kb, memory).now.verdict
        reaches = VERDICTS.index(verdict) >= VERDICTS.index(ahead.improvement.wanted)
        assert ("reaches" in title) is reaches


def test_a_step_that_clears_nothing_says_what_it_keeps_away(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    project = {"phase": "field_selection", "origin": "company_technology", "link_to_local_issue": "forced"}
    nobody = {"benefit_citizen_life": False, "benefit_city_productivity": False}
    found = assessed({"project": project | nobody, "municipality": {"understands_project": False}}, kb, tmp_path)
    told = least(found, kb, foreseen(found, kb))
    (step,) = [one for one in told if "Link to a local issue: far-fetched → genuine" in one]
    title = kb.rule("FIT-12").title["en"]
    assert step.endswith(f"otherwise this would still have to be put right: {title} (FIT-12)")


def test_a_project_that_may_proceed_has_none(kb: CompiledKnowledgeBase) -> None:
    project = read_project("examples/exemplary.json", kb)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    assert least(assessment, kb, outlook(assessment, project, kb)) == []


def test_what_nobody_can_change_is_named_when_it_is_in_the_way(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    assessment = assessed(USUAL, kb, tmp_path)
    ahead = foreseen(assessment, kb)
    stuck = type(ahead.improvement)(
        ahead.improvement.wanted, None, (), True, runs=3, fixed=ahead.ways[0].steps[0].clears[:1]
    )
    changed = type(ahead)(ahead.prospects, ahead.later, stuck, ())
    told = least(assessment, kb, changed)[1:]
    (said,) = told
    assert said == "Springfield has no champion at present (ORG-06). No step can be relied on to put this right."


# Terminal


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("full", [False, True])
def test_the_terminal_tells_it_in_the_width_and_signs_of_every_console(
    usual: Assessment, usual_outlook: Outlook, kb: CompiledKnowledgeBase, language: str, full: bool
) -> None:
    text = summary(usual, kb, language, Display(full=full), (), usual_outlook)
    assert usual.file is not None
    lines = text.replace(usual.file, "p.json").splitlines()  # which may be long where tests run, and stays whole
    assert all(width(line) <= 92 for line in lines)
    if language == "ja":
        assert encodable(text, "cp932")


def test_the_terminal_shows_the_least_change_before_the_findings(
    usual: Assessment, usual_outlook: Outlook, kb: CompiledKnowledgeBase
) -> None:
    text = summary(usual, kb, "en", Display(), (), usual_outlook)
    assert text.index("→ Smallest change after which") < text.index("■ blocker Springfield has no champion at present")
    assert "    change    Named champion: no → yes (Springfield) [ORG-06]" in text
    assert "[LEAST] Smallest change" in summary(usual, kb, "en", Display(ascii=True), (), usual_outlook)


def test_in_full_the_terminal_says_what_the_answers_to_questions_change(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    found = assessed({"project": {"phase": "preparation"}}, kb, tmp_path)
    text = re.sub(r"\s+", " ", summary(found, kb, "en", Display(full=True), (), foreseen(found, kb)))
    assert (
        "“no”: COM-01 (blocker), 3 things that may follow come up; the verdict becomes “Hold”. "
        "commitment.declared needed for a verdict"
    ) in text


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


def test_a_completion_that_is_printed_leads_to_its_verdict_by_what_is_known(kb: CompiledKnowledgeBase) -> None:
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
        assert WhatIf(kb, memory).now.known == end["verdict"]


def test_the_machine_form_says_what_nearly_applies_and_how_to_try_it(kb: CompiledKnowledgeBase) -> None:
    project = read_project("examples/columbus.json", kb)
    columbus = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    found = outlook_document(outlook(columbus, project, kb, full=True), columbus, kb)["nearly"]
    assert {
        "code": "ORG-06",
        "subject": "organisations/columbus-city",
        "severity": "blocker",
        "outcome": "does_not_hold",
        "distance": 1,
        "set": ["organisations/columbus-city.champion_identified=false"],
    } in found


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "champion's own will: no → yes (Firm 0, Firm 1) [ORG-07]"),
        ("ja", "担い手の熱意、担い手の自らの意思：いいえ → はい（Firm 0、Firm 1） [ORG-07]"),
    ],
)
def test_what_is_to_change_about_the_same_ones_names_them_once(
    language: str, told: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    traits = {"champion_interest": False, "champion_enthusiasm": False, "champion_willing": False}
    entry = {"kind": "local_company", "involved": True, "champion_identified": True, **traits}
    document = exemplary()
    document["organisations"] += [{"id": f"f{number}", "name": f"Firm {number}", **entry} for number in range(2)]
    found = assessed(document, kb, tmp_path)
    text = summary(found, kb, language, Display(columns=200), outlook=foreseen(found, kb))
    assert text.count(told) == 1
