"""The brief answers are those of the assessment."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.assess.run import brief
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))
DAY = "2026-11-22"


def thinned(data: Any, chance: random.Random) -> Any:
    """Return a project's data without some of its facts, and with some of its answers turned round."""
    if isinstance(data, dict):
        return {
            key: thinned(value, chance)
            for key, value in data.items()
            if key in ("id", "value") or chance.random() < 0.7
        }
    if isinstance(data, list):
        return [thinned(one, chance) for one in data]
    return not data if isinstance(data, bool) and chance.random() < 0.2 else data


def same(data: Any, kb: CompiledKnowledgeBase) -> None:
    project = read_project(data, kb)
    whole, short = assess(project, kb, today=DAY, interpreter="evaluate"), brief(project, kb, DAY)
    assert (short.name, short.phase) == (whole.name, whole.phase)
    assert (short.verdict, short.verdict_range, short.coverage) == (whole.verdict, whole.verdict_range, whole.coverage)
    assert [(one.code, one.subject, one.kind, one.severity) for one in short.findings] == [
        (one.code, one.subject, one.kind, one.severity) for one in whole.findings
    ]
    assert short.missing == whole.missing
    assert short.cannot_tell == sum(one.outcome == "cannot_tell" for one in whole.trace)
    asked = {one.address: one.level for one in whole.questions if one.level in ("needed", "may_stop")}
    assert dict(short.pressing) == (asked if whole.verdict == "insufficient_information" else {})


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_brief_answers_about_an_example_are_those_of_its_assessment(path: Path, kb: CompiledKnowledgeBase) -> None:
    same(path.read_bytes(), kb)


@pytest.mark.parametrize("seed", range(40))
def test_the_brief_answers_are_those_of_the_assessment_whatever_is_known(seed: int, kb: CompiledKnowledgeBase) -> None:
    chance = random.Random(seed)
    data = thinned(json.loads(chance.choice(EXAMPLES).read_bytes()), chance)
    data.pop("responses", None)
    same(data, kb)


def test_decisions_about_findings_count_in_brief_as_well(kb: CompiledKnowledgeBase) -> None:
    data: dict[str, Any] = {"project": {"phase": "preparation"}, "commitment": {"declared": False}}
    before = brief(read_project(data, kb), kb, DAY)
    first = before.findings[0]
    data["responses"] = [
        {"finding": first.code, "response": "accepted", "reason": "known", "by": "board", "on": "2026-11-01"}
    ]
    same(data, kb)
    assert first not in brief(read_project(data, kb), kb, DAY).findings


def test_a_verdict_to_proceed_that_an_answer_could_lower_stands_open(kb: CompiledKnowledgeBase) -> None:
    data = json.loads((ROOT / "examples" / "exemplary.json").read_bytes())
    assert brief(read_project(data, kb), kb, DAY).standing == "proceed"
    del data["strategy"]
    lacking = brief(read_project(data, kb), kb, DAY)
    assert lacking.verdict != "proceed" or lacking.standing == "open"
