"""The interview speaks two languages, in characters that every Japanese console has, and says nothing by heart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.interview import Interview, start
from advise.engine.interview.pages import Page, Questionnaire, all_pages
from advise.engine.project.project import read_project
from advise.reports.interview.page import help_lines, page_lines, reason_lines, verdict_lines
from advise.reports.interview.words import reasons, reasons_in_full
from advise.reports.texts.interview import TEXTS
from advise.reports.writers.console import WIDEST
from advise.reports.writers.layout import width

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
DATA = {
    "organisations": [{"id": "city", "name": "架空市"}],
    "portfolio": {"seeds": [{"id": "s"}]},
    "stage_gate": {"gates": [{"id": "g"}]},
    "goals": [{"id": "g"}],
    "kpis": [{"id": "k"}],
    "themes": [{"id": "t"}],
}


@pytest.fixture
def interview(tmp_path: Path, kb: CompiledKnowledgeBase) -> Interview:
    path = tmp_path / "project.json"
    path.write_text(json.dumps(DATA), encoding="utf-8")
    return start(path, kb, by=None, today="2026-11-22")


def test_the_english_of_the_interview_needs_no_more_than_ascii() -> None:
    assert all(both["en"].isascii() for both in TEXTS.values())


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_page_can_be_shown(language: str, interview: Interview, kb: CompiledKnowledgeBase) -> None:
    for page in all_pages(read_project(DATA, kb), Questionnaire(kb)):
        lines = page_lines(page, interview, language)
        text = "\n".join(lines)
        assert "{" not in text
        assert text.encode("cp932")
        assert all(len(line.encode("cp932")) <= WIDEST for line in lines)


def page_of(fact: str, interview: Interview) -> Page:
    return next(page for page in interview.pages if page.fact == fact)


def why(fact: str, interview: Interview, language: str = "en", *, full: bool = False) -> str:
    page = page_of(fact, interview)
    if full:
        return "\n".join("\n".join([head, *effects]) for head, effects in reasons_in_full(page, interview, language))
    return "\n".join(reasons(page, interview, language))


def test_a_reason_names_the_finding_its_severity_and_its_section(interview: Interview) -> None:
    assert "no: raises COM-01 (blocker)" in why("commitment.declared", interview)
    assert "article IV.1" in why("commitment.declared", interview)
    assert "「いいえ」ならCOM-01（停止）" in why("commitment.declared", interview, "ja").replace(" ", "")


def test_numbers_are_told_as_stretches(interview: Interview) -> None:
    assert "200001 or more" in why("city.population", interview)
    assert "200001以上" in why("city.population", interview, "ja", full=True)


def test_the_subject_of_a_finding_is_named(interview: Interview) -> None:
    assert "架空市" in why("organisations[].involved", interview, "ja", full=True)


def test_a_word_stands_for_the_subject_while_there_is_none(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "project.json"
    path.write_text("{}", encoding="utf-8")
    empty = start(path, kb, by=None, today="2026-11-22")
    assert "「○○で、担い手が" in why("organisations", empty, "ja")
    assert "in (organisation)" in why("organisations", empty)


def test_a_long_list_of_findings_is_behind_w(interview: Interview) -> None:
    assert "more (w)" in why("commitment.declared", interview)
    assert "more (w)" not in why("commitment.declared", interview, full=True)


def test_answers_that_bring_the_same_finding_are_told_together(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    data = json.loads((EXAMPLES / "exemplary.json").read_text(encoding="utf-8"))
    data["portfolio"]["seeds"] = [{"id": "s", "running": True, "potential": "large"}]
    path = tmp_path / "project.json"
    path.write_text(json.dumps({**data, "themes": [], "complete": {}}), encoding="utf-8")
    found = start(path, kb, by=None, today="2026-11-22")
    told = why("portfolio.seeds[].success_probability", found).split("\n")
    assert [line.split(" (")[0] for line in told] == ["0.5 or more: raises POR-03"]


def test_in_full_every_finding_stands_on_a_line_of_its_own(interview: Interview) -> None:
    (lines,) = [effects for head, effects in reasons_in_full(page_of("commitment.declared", interview), interview, "en")
                if head == "no:"]  # fmt: skip
    assert [line.split()[-1] for line in lines if "verdict" in line] == ['"Hold"']
    assert all(line.count("article") <= 1 for line in lines)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_only_shown_in_the_memo_says_so_in_full_too(language: str, interview: Interview) -> None:
    assert why("city.name", interview, language, full=True) == why("city.name", interview, language)


@pytest.mark.parametrize("columns", [40, 50, 80])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_help_and_reasons_fit_on_a_narrow_screen(
    columns: int, language: str, interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = help_lines(language) + reason_lines(page_of("commitment.declared", interview), interview, language)
    assert [line for line in lines if width(line) > columns] == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_verdict_so_far_names_no_option_of_the_command_line(language: str, interview: Interview) -> None:
    text = "\n".join(verdict_lines(interview, language))
    assert "--full" not in text
    assert "advise ask" not in text


def test_in_full_every_answer_is_told(interview: Interview) -> None:
    assert len(why("project.phase", interview, full=True).split("\n")) > len(
        why("project.phase", interview).split("\n")
    )
