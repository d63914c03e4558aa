"""What stands in an id changes nothing in a report but the id itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project
from advise.engine.whatif.outlook import outlook
from advise.reports.views.explain import explained
from advise.reports.writers.display import Display

from .memos import render_html, render_markdown, summary

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "wakayama.json"
LISTS = ("organisations", "goals", "kpis", "themes", "portfolio.seeds", "stage_gate.gates")


def prefixed(data: Any, ids: dict[str, str]) -> Any:
    """Return a project's data with other ids, wherever something refers to them."""
    if isinstance(data, dict):
        return {key: value if key == "name" else prefixed(value, ids) for key, value in data.items()}
    if isinstance(data, list):
        return [prefixed(item, ids) for item in data]
    return ids.get(data, data) if isinstance(data, str) else data


def ids_of(data: Any) -> set[str]:
    items = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    found = {data["id"]} if isinstance(data, dict) and "id" in data else set()
    return found.union(*map(ids_of, items))


def reports(data: dict[str, Any], kb: CompiledKnowledgeBase, language: str) -> list[str]:
    """Return what is told of a project, in every form that names its facts, without fingerprints and quotation marks."""
    project, display = read_project(data, kb), Display(full=True, columns=100_000)
    assessment = assess(project, kb, today="2026-11-22", interpreter="evaluate")
    foreseen = outlook(assessment, project, kb)
    told = [
        summary(assessment, kb, language, display, (), foreseen),
        render_html(assessment, kb, language, foreseen),
        render_markdown(assessment, kb, language, foreseen),
        explained("ORG-06", project, kb, language, display),
        explained("organisations[].champion", project, kb, language, display),
        explained("organisations[].champion_identified", project, kb, language, display),
    ]
    return [re.sub(r"\b[0-9a-f]{8}\b|'", "", text) for text in told]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("prefix", ["Q/x", "Q.kind", "Q=1.kind=", "Q[0].", "organisations/Q.involved."])
def test_no_report_takes_a_part_of_an_id_for_something_else(
    prefix: str, language: str, kb: CompiledKnowledgeBase
) -> None:
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    odd = prefixed(data, {name: prefix + name for name in ids_of(data)})
    for usual, told in zip(reports(data, kb, language), reports(odd, kb, language), strict=True):
        assert prefix in told
        assert told.replace(prefix, "") == usual
