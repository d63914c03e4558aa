"""A plausible project is answered in the terminal: how many lines that takes, and that nothing grave is missed."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.assess.model import Assessment
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.interview.face import run_interview

from .respondent import Respondent

MOST_PROMPTS = 80
MOST_PAGES = 20
ANSWERS = json.loads(Path(__file__).with_name("plausible.json").read_text(encoding="utf-8"))


def answered(
    path: Path,
    kb: CompiledKnowledgeBase,
    monkeypatch: pytest.MonkeyPatch,
    data: Mapping[str, Any] = ANSWERS,
    **how: bool,
) -> tuple[Respondent, Assessment]:
    """Return who answered everything, and the assessment of what was written."""
    person = Respondent(data, kb, **how)
    person.sit_down(monkeypatch)
    run_interview(path, kb, "ja", input=io.StringIO(), output=io.StringIO(), today="2026-11-29", by="officer")
    return person, assess(path, kb, today="2026-11-29", interpreter="evaluate")


def findings(assessment: Assessment, *severities: str) -> list[tuple[str, str]]:
    """Return what is to be put right, of some severities, told apart by the names of subjects."""
    due = [one for one in assessment.findings if one.kind == "finding" and one.severity in severities]
    return sorted((one.code, (one.subject_label or {"ja": ""})["ja"]) for one in due)


def test_a_plausible_project_takes_at_most_eighty_lines_on_twenty_pages(
    tmp_path: Path, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, found = answered(tmp_path / "p.json", kb, monkeypatch)
    assert len(person.typed) <= MOST_PROMPTS, len(person.typed)
    assert len(set(person.pages)) <= MOST_PAGES
    whole = assess(ANSWERS, kb, today="2026-11-29", interpreter="evaluate")
    assert findings(found, "blocker", "major") == findings(whole, "blocker", "major")
    assert found.verdict == whole.verdict


def test_with_the_finer_questions_it_finds_all_that_the_whole_file_says(
    tmp_path: Path, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, found = answered(tmp_path / "p.json", kb, monkeypatch, finer=True)
    assert len(set(person.pages)) <= MOST_PAGES
    # Whoever answers what was looked into names everything; the file of before leaves open whether it does.
    whole = assess({**ANSWERS, "complete": {"organisations": True, "assessment.items": True}}, kb, today="2026-11-29")
    for severity in ("blocker", "major", "minor", "info"):
        assert findings(found, severity) == findings(whole, severity)


def test_whoever_types_only_what_holds_is_asked_about_the_rest_and_ends_with_the_same_file(
    tmp_path: Path, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once, _ = answered(tmp_path / "a.json", kb, monkeypatch)
    in_two, _ = answered(tmp_path / "b.json", kb, monkeypatch, in_one_line=False)
    assert len(at_once.typed) < len(in_two.typed)
    told = [json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in ("a.json", "b.json")]
    for one in told:
        one["asked"].sort(key=json.dumps)
    assert told[0] == told[1]


@pytest.mark.parametrize("phase", ["idea", "field_selection", "launched"])
def test_an_interview_ends_in_every_phase(
    phase: str, tmp_path: Path, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {**ANSWERS, "project": {**ANSWERS["project"], "phase": phase}}
    person, found = answered(tmp_path / "p.json", kb, monkeypatch, data)
    assert len(person.typed) <= MOST_PROMPTS, len(person.typed)
    assert findings(found, "blocker", "major") == findings(
        assess(data, kb, today="2026-11-29", interpreter="evaluate"), "blocker", "major"
    )
