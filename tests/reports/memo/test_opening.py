"""What a memo begins with: this project, what every answer says of it, and how far the article fits it."""

from __future__ import annotations

from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.memo.opening import opening
from advise.reports.words.names import Reading
from advise.reports.writers.console import FAILED, exit_code

STAFF: dict[str, Any] = {"project": {"name": "Bus", "phase": "preparation"}, "commitment": {"by": "staff"}}


def begins(project: dict[str, Any], kb: CompiledKnowledgeBase, language: str) -> list[str]:
    found = assess(project, kb, interpreter="evaluate")
    return [str(one.text) for one in opening(Reading(found, kb, language))]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_holds_whatever_the_answer_is_stands_first_with_what_decides(
    kb: CompiledKnowledgeBase, language: str
) -> None:
    found = assess(STAFF, kb, interpreter="evaluate")
    assert (found.verdict, found.range_exact, found.verdict_range) == ("hold", (True, True), ("hold", "hold"))
    assert found.either is not None
    assert [code for code, _, _ in found.either.findings] == ["COM-01", "COM-02"]
    assert ("commitment.declared", None) in found.either.facts
    first, *_ = begins(STAFF, kb, language)
    assert all(kb.rule(code).title[language].rstrip("。") in first for code in ("COM-01", "COM-02"))
    assert exit_code(found, "blocker") == FAILED


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("facts", [{"project": {"uses_digital": False}}, {"city": {"is_metropolis": True}}])
def test_that_the_article_fits_in_part_is_said_under_the_verdict(
    kb: CompiledKnowledgeBase, language: str, facts: dict[str, Any]
) -> None:
    line = kb.rule("SEL-21").title[language].rstrip("。.")
    assert any(line in one for one in begins(facts, kb, language))
    assert not any(line in one for one in begins({"project": {"uses_digital": True}}, kb, language))
