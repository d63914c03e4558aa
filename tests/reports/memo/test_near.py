"""Findings that nearly apply in a memo: what keeps grave ones away, and never as findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.assess import Assessment, assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project
from advise.engine.whatif.outlook import NEAR, Outlook, outlook
from advise.reports.memo.view import memo_view
from advise.reports.memo.write import render_html, render_markdown
from advise.reports.views.outlook import outlook_document

from ..pages import read_page
from ..projects import foreseen

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture(scope="module")
def columbus(kb: CompiledKnowledgeBase) -> tuple[Assessment, Outlook]:
    assessment = assess(EXAMPLES / "columbus.json", kb, today="2026-11-22")
    return assessment, ahead_of("columbus", assessment, kb)


def ahead_of(name: str, assessment: Assessment, kb: CompiledKnowledgeBase) -> Outlook:
    return outlook(assessment, read_project(EXAMPLES / f"{name}.json", kb), kb)


def test_the_fact_that_keeps_a_finding_away_comes_first_then_what_it_would_bring(
    columbus: tuple[Assessment, Outlook], kb: CompiledKnowledgeBase
) -> None:
    rows = memo_view(columbus[0], kb, "en", columbus[1])["near"]["shown"]
    assert {
        "change": "Named champion (City of Columbus): yes → no",
        "brings": "“Nobody has been found yet to carry the project in City of Columbus” (ORG-06, blocker) comes up.",
    } in rows


@pytest.mark.parametrize("language", ["en", "ja"])
def test_page_and_markdown_tell_the_same_and_no_finding_is_counted(
    columbus: tuple[Assessment, Outlook], kb: CompiledKnowledgeBase, language: str
) -> None:
    view = memo_view(*columbus[:1], kb, language, columbus[1])
    assert [count["number"] for count in view["counts"] if count["kind"] == "blocker"] == [0]
    page = read_page(render_html(columbus[0], kb, language, columbus[1])).text
    written = render_markdown(columbus[0], kb, language, columbus[1])
    for row in view["near"]["shown"]:
        assert row["change"] in page
        assert row["brings"] in page
        assert row["change"].split(":")[0] in written
    assert view["near"]["note"] in page


def test_the_same_about_several_elements_is_told_once(kb: CompiledKnowledgeBase) -> None:
    exemplary = assess(EXAMPLES / "exemplary.json", kb, today="2026-11-22")
    view = memo_view(exemplary, kb, "en", ahead_of("exemplary", exemplary, kb))["near"]
    assert len({(row["change"], row["brings"]) for row in view["shown"]}) == len(view["shown"]) >= NEAR
    assert sum(row["change"] == "Named champion: yes → no" for row in view["shown"]) <= 2
    assert "advise explain --nearly" in view["more"]


def test_where_nothing_is_known_nothing_is_near(unknown: Assessment, kb: CompiledKnowledgeBase) -> None:
    ahead = foreseen(unknown, kb)
    assert memo_view(unknown, kb, "en", ahead)["near"] == {}
    assert "nearly apply" not in render_html(unknown, kb, "en", ahead)


def test_the_machine_form_says_how_to_try_it(columbus: tuple[Assessment, Outlook], kb: CompiledKnowledgeBase) -> None:
    found = outlook_document(columbus[1], columbus[0], kb)["nearly"]
    assert {
        "code": "ORG-06",
        "subject": "organisations/columbus-city",
        "severity": "blocker",
        "outcome": "does_not_hold",
        "distance": 1,
        "set": ["organisations/columbus-city.champion_identified=false"],
    } in found
