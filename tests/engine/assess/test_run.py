"""An assessment as a whole: the same facts give the same assessment, however they are written."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import advise
from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase, Disagreement
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.memory import Conclusions
from advise.engine.rete.native import TooManyMatches

from ...knowledge_bases import small

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))
DATED = "2026-11-22"


def form(document: Any, kb: CompiledKnowledgeBase) -> dict[str, Any]:
    return assess(document, kb, today=DATED, interpreter="evaluate").to_dict()


def shuffled(value: Any, random: Random) -> Any:
    """Return the same data with the keys of its objects in another order."""
    if isinstance(value, dict):
        keys = random.sample(list(value), len(value))
        return {key: shuffled(value[key], random) for key in keys}
    return [shuffled(item, random) for item in value] if isinstance(value, list) else value


def without_order_of_facts(data: dict[str, Any]) -> dict[str, Any]:
    """Return the form with evidence in a fixed order: it follows the document otherwise."""
    answered = [finding for waiver in data["waivers"] for finding in waiver["findings"]]
    for finding in (*data["findings"], *data["predictions"], *data["strengths"], *answered):
        finding.get("evidence", []).sort(key=lambda one: one["pointer"])
    return data


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), path=st.sampled_from(EXAMPLES))
def test_the_order_of_keys_changes_nothing(kb: CompiledKnowledgeBase, seed: int, path: Path) -> None:
    random = Random(seed)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert without_order_of_facts(form(data, kb)) == without_order_of_facts(form(shuffled(data, random), kb))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_machine_form_survives_json(path: Path, kb: CompiledKnowledgeBase) -> None:
    data = form(path, kb)
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert data["schema_version"] == 1
    assert form(path, kb) == data


def test_every_outcome_is_in_the_trace_once(kb: CompiledKnowledgeBase) -> None:
    trace = form(EXAMPLES[0], kb)["trace"]
    keys = [(one["code"], one["subject"]) for one in trace]
    assert len(keys) == len(set(keys))
    assert {code for code, _ in keys} == {rule.code for rule in kb.rules if rule.loop is None} | {
        code for code, _ in keys
    }


def test_a_project_comes_as_a_path_as_bytes_or_as_data(tmp_path: Path) -> None:
    kb = small.load(tmp_path)
    data = {"shop": {"open": False, "staff": 9}}
    path = tmp_path / "project.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    for source in (path, str(path), path.read_bytes(), data):
        assert [finding.code for finding in assess(source, kb, interpreter="evaluate").findings] == ["SHO-01"]


def test_the_data_that_was_given_is_not_modified(tmp_path: Path) -> None:
    data = {"shop": {"open": False, "staff": 9}, "shelves": [{"id": "a", "jars": ["x"]}]}
    before = json.dumps(data)
    assess(data, small.load(tmp_path), interpreter="evaluate")
    assert json.dumps(data) == before


def test_the_date_is_the_one_that_is_given_or_the_calendars(tmp_path: Path) -> None:
    kb = small.load(tmp_path)
    assert assess({}, kb, today=date(2026, 1, 2), interpreter="evaluate").today == "2026-01-02"
    assert assess({}, kb, today="2026-01-02", interpreter="evaluate").today == "2026-01-02"
    assert date.fromisoformat(assess({}, kb, interpreter="evaluate").today) > date(2020, 1, 1)


def test_everything_that_is_wrong_with_a_project_is_told_and_nothing_is_decided(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as error:
        assess({"shop": {"open": "yes", "stuff": 1}, "shelves": {}}, small.load(tmp_path))
    assert [problem.code for problem in error.value.problems] == ["P211", "P201", "P203"]


def test_both_interpreters_are_named_in_the_assessment(kb: CompiledKnowledgeBase) -> None:
    assert assess(EXAMPLES[0], kb).interpreters == ("rete", "evaluate")
    assert assess(EXAMPLES[0], kb, interpreter="evaluate").interpreters == ("evaluate",)


def test_interpreters_that_disagree_give_no_assessment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb = small.load(tmp_path)
    other = kb.rete
    monkeypatch.setattr(type(other), "run", lambda self, memory: Conclusions())
    with pytest.raises(Disagreement) as error:
        assess({"shop": {"open": False, "staff": 9}}, kb)
    assert any("SHO-01" in line for line in error.value.differences)
    assert assess({"shop": {"open": False}}, kb, interpreter="evaluate").verdict == "proceed"


def test_the_public_interface_is_enough(tmp_path: Path) -> None:
    kb = advise.load_rules(small.write(tmp_path))
    found = advise.assess({"shop": {"open": False, "staff": 9}}, kb, today=DATED)
    assert (found.verdict, [finding.code for finding in found.findings]) == ("revise", ["SHO-01"])
    assert found.to_dict()["findings"][0]["title"] == {"en": "The shop is shut", "ja": "店が閉まっています"}


@pytest.mark.parametrize("today", [date(2026, 11, 22), datetime(2026, 11, 22, 9, 30), DATED])  # noqa: DTZ001
def test_the_day_is_a_date_or_a_text(tmp_path: Path, today: Any) -> None:
    assert assess({}, small.load(tmp_path), today=today, interpreter="evaluate").today == DATED


@pytest.mark.parametrize("today", ["yesterday", "2026-11-31", "", 20261122, ["2026-11-22"]])
def test_a_day_that_is_no_date_is_refused_with_what_it_should_be(tmp_path: Path, today: Any) -> None:
    with pytest.raises(ValueError, match="today is a date or a text like '2026-11-22', not "):
        assess({}, small.load(tmp_path), today=today)


def test_half_a_character_in_a_python_object_stops_nothing(kb: CompiledKnowledgeBase) -> None:
    lonely = {"id": "\ud800", "kind": "municipality", "involved": True, "champion_identified": False}
    assessment = assess({"organisations": [lonely]}, kb)
    assert "organisations/\ud800" in {one["subject"] for one in assessment.to_dict()["findings"]}


@pytest.mark.parametrize("limit", ["interpreter._LIMIT", "assertion._MOST_RELATED"])
def test_a_project_that_is_too_large_for_durable_rules_is_reviewed_by_the_reference_interpreter(
    limit: str, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"advise.engine.rete.{limit}", 3)
    document: dict[str, Any] = {
        name: [{"id": f"{name}{number}"} for number in range(9)] for name in ("goals", "kpis", "themes")
    }
    document["kpis"][0]["goals"] = [f"goals{number}" for number in range(9)]
    alone = assess(document, kb, today=DATED, interpreter="evaluate")
    both = assess(document, kb, today=DATED)
    assert both.interpreters == ("evaluate",)
    assert [note.code for note in both.notes] == ["E101"]
    assert both.to_dict() == {**alone.to_dict(), "notes": both.to_dict()["notes"]}
    with pytest.raises(TooManyMatches):
        assess(document, kb, interpreter="rete")


def test_where_durable_rules_is_not_there_the_reference_interpreter_says_so_alone(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advise.engine.rete.native.is_there", lambda: False)
    alone, both = (assess(EXAMPLES[0], kb, today=DATED, interpreter=one) for one in ("evaluate", "both"))
    assert both.interpreters == ("evaluate",)
    assert [note.code for note in both.notes] == ["E102"]
    assert both.to_dict() == {**alone.to_dict(), "notes": both.to_dict()["notes"]}


def test_an_assessment_names_itself_in_one_line(kb: CompiledKnowledgeBase) -> None:
    assessment = assess(EXAMPLES[0], kb, interpreter="evaluate")
    assert len(repr(assessment)) < 160
    assert repr(assessment).startswith("<Assessment of ")
    assert f": {assessment.verdict}, {len(assessment.findings)} findings, " in repr(assessment)
