"""Why a finding is there: short lines, trimmed to what decided, derived facts opened one level."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.memo.why import why_lines, why_view
from advise.reports.words.names import read

from ..projects import USUAL


def why(project: dict[str, Any], code: str, kb: CompiledKnowledgeBase, language: str = "en") -> list[str]:
    assessment = assess(project, kb, interpreter="evaluate")
    finding = next(one for one in assessment.findings if one.code == code)
    return list(why_lines(why_view(read(assessment, kb, language), finding)))


def test_a_comparison_is_a_fact_and_its_value(kb: CompiledKnowledgeBase) -> None:
    project = {"commitment": {"declared": False}}
    assert why(project, "COM-01", kb) == ["declaration of the intent to do business in the city: no"]
    assert why(project, "COM-01", kb, "ja") == ["都市で事業を行う意思表明：いいえ"]


def test_a_derived_fact_is_opened_one_level(kb: CompiledKnowledgeBase) -> None:
    assert why({"commitment": {"declared": True, "by": "staff"}}, "COM-02", kb) == [
        "declaration of the intent to do business in the city: yes",
        "declaration at the top: no, because:",
        "- declaration of the intent to do business in the city: yes",
        "- who made the declaration: division head, middle manager or staff member",
    ]


def test_of_many_alternatives_only_the_one_that_decided_is_told(kb: CompiledKnowledgeBase) -> None:
    project = {"coordinator": {"present": False, "location": "inside"}}
    assessment = assess(project, kb, interpreter="evaluate")
    assert any(finding.code == "INT-01" for finding in assessment.findings)
    lines = why(project, "INT-01", kb)
    assert len(lines) == 2
    assert lines[0] == "coordinator: no"


def test_what_an_element_must_be_like_stands_below_it(kb: CompiledKnowledgeBase) -> None:
    assert why(USUAL, "KPI-08", kb) == [
        "goal without a KPI: yes, because:",
        "- there is a KPI",
        "- there is no KPI with:",
        '- - "goals it belongs to" include this goal',
    ]


def test_a_finding_of_rules_that_are_not_at_hand_keeps_its_own_words(kb: CompiledKnowledgeBase) -> None:
    assessment = assess({"commitment": {"declared": False}}, kb, interpreter="evaluate")
    finding = assessment.findings[0]
    other = replace(finding, code="X-1")
    assert why_view(read(assessment, kb, "en"), other) == [{"text": finding.why["en"], "parts": []}]
