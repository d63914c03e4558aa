"""The memo as Markdown says what the page says, and shows names as they are."""

from __future__ import annotations

import re

import pytest

from advise.engine.assess import Assessment
from advise.engine.knowledge.model import KnowledgeBase
from advise.reports.texts import say
from advise.reports.writers.file import PAGE_MARKER
from advise.reports.writers.markup import code_span, escape

from ..memos import render_markdown
from ..projects import NAMES


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", ["usual", "unknown", "everything_wrong"])
def test_it_has_every_section_and_every_finding(
    name: str, language: str, kb: KnowledgeBase, request: pytest.FixtureRequest
) -> None:
    assessment: Assessment = request.getfixturevalue(name)
    text = render_markdown(assessment, kb, language)
    assert text.startswith(f"{PAGE_MARKER}\n")
    for finding in assessment.findings:
        assert text.count(f"`{finding.code}`") >= 1
    for key in ("memo.first", "memo.questions"):
        assert f"\n## {say(key, language)}" in text
    assert f"\n### {say('memo.audit', language)}" in text
    assert "{{" not in text.replace("{{ 7 \\* 7 }}", "")


def test_tables_have_as_many_cells_in_every_row(everything_wrong: Assessment, kb: KnowledgeBase) -> None:
    text = render_markdown(everything_wrong, kb, "en")
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_names_are_no_mark_up(everything_wrong: Assessment, kb: KnowledgeBase) -> None:
    text = render_markdown(everything_wrong, kb, "en")
    assert r"\<script\>alert(1)\</script\>" in text
    outside_code = re.sub(r"(`+).*?\1(?!`)", "", text)
    assert not re.search(r"(?<!\\)<(?!!--)", outside_code)
    assert "\n# no heading" not in text
    assert "\n- no item" not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_code_span_holds_any_text(name: str) -> None:
    span = code_span(name.replace("\n", " "))
    fence = re.match("`+", span)
    assert fence is not None
    assert span.endswith(fence[0])
    assert f"{fence[0]}`" not in span


def test_what_would_start_a_list_does_not() -> None:
    assert [escape(text) for text in ("- x", "+ x", "1. x", "12) x", "1.5")] == [
        "\\- x",
        "\\+ x",
        "1\\. x",
        "12\\) x",
        "1\\.5",
    ]


def test_what_a_finding_rests_on_is_a_list_in_words(everything_wrong: Assessment, kb: KnowledgeBase) -> None:
    text = render_markdown(everything_wrong, kb, "en")
    told = text[: text.index(f"### {say('memo.audit', 'en')}")]
    assert re.search(r"^- Evidence:\n(  - \S.*\n){2}", told, re.MULTILINE)
    assert '\\["' not in told
    assert " / " not in told[told.index("### Evidence") :]
    assert not re.search(r" +$", told, re.MULTILINE)
