"""Explanations as data: what a program reads is what a person is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project
from advise.reports.texts.misuse import Misuse
from advise.reports.views.explain import explained, explained_document
from advise.reports.writers.display import Display

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def parts(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every part of a tree."""
    yield tree
    for below in (*tree["children"], *tree["same"]):
        yield from parts(below)


def document(
    word: str, kb: CompiledKnowledgeBase, project: Path | dict[str, Any] | None = None, **how: Any
) -> dict[str, Any]:
    """Return an explanation as programs read it."""
    read = None if project is None else read_project(project, kb)
    found = explained_document(word, read, kb, **how)
    assert found is not None
    again: dict[str, Any] = json.loads(json.dumps(found))
    return again


def test_a_rule_has_its_outcome_and_the_line_that_decided(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    told = (EXAMPLES / "wakayama.json").read_text(encoding="utf-8").replace("subsidiary_head", "division_head")
    (tmp_path / "project.json").write_text(told, encoding="utf-8")
    (place,) = document("com-2", kb, tmp_path / "project.json")["places"]
    assert (place["subject"], place["outcome"], place["replaced_by"]) == (None, "holds", None)
    facts = [fact for part in parts(place["tree"]) for fact in part["facts"]]
    assert {
        name: next(fact for fact in facts if fact["fact"] == "commitment.by")[name]
        for name in ("fact", "value", "line")
    } == {"fact": "commitment.by", "value": "division_head", "line": 18}


def test_what_cannot_be_told_names_what_is_unknown(kb: CompiledKnowledgeBase) -> None:
    (place,) = document("COM-01", kb, {})["places"]
    assert (place["outcome"], place["tree"]["truth"]) == ("cannot_tell", None)
    assert [part["unknown"] for part in parts(place["tree"])] == [[{"fact": "commitment.declared", "subject": None}]]


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("example", ["wakayama", "izuko", "exemplary"])
def test_every_rule_and_derived_fact_is_told_to_programs_as_to_people(
    example: str, full: bool, kb: CompiledKnowledgeBase
) -> None:
    project = read_project(EXAMPLES / f"{example}.json", kb)
    for word in [rule.code for rule in kb.rules] + [one.concept for one in kb.derivations]:
        found = explained_document(word, project, kb, full=full)
        text = explained(word, project, kb, "en", Display(columns=10_000, full=True))
        assert found is not None
        assert text is not None
        for place in found["places"]:
            outcome = place.get("outcome")
            truth = {"holds": True, "does_not_hold": False, "cannot_tell": None}.get(outcome, place["tree"]["truth"])
            assert place["tree"]["truth"] is truth
            assert all(fact["value"] is not None for part in parts(place["tree"]) for fact in part["facts"])
            assert place["subject_label"] is None or place["subject_label"]["en"] in text


def test_a_derived_fact_has_its_value_and_what_else_is_possible(kb: CompiledKnowledgeBase) -> None:
    found = document("commitment.at_top", kb, {"commitment": {"declared": True}})
    (place,) = found["places"]
    assert (place["value"], place["possible"]) == (None, ["no", "yes"])
    assert {"code": "COM-02", "severity": "blocker", "through": []} in found["rules"]
    assert [line["value"] for line in found["lines"]] == ["no", "yes"]


def test_a_list_that_is_not_stated_is_named(kb: CompiledKnowledgeBase) -> None:
    found = document("organisations[].champion", kb, {})
    assert (found["missing_list"], found["places"]) == ("organisations", [])


def test_one_of_several_can_be_meant(kb: CompiledKnowledgeBase) -> None:
    found = document("SEL-08", kb, EXAMPLES / "izuko.json", subject="network")
    assert [place["subject"] for place in found["places"]] == ["capitals/network"]


def test_without_a_project_there_is_the_rule_alone(kb: CompiledKnowledgeBase) -> None:
    found = document("COM-01", kb)
    assert "places" not in found
    assert found["scenarios"]
    assert found["severities"] == [{"severity": "blocker", "condition": None}]


def test_a_statement_says_which_rules_rest_on_it(kb: CompiledKnowledgeBase) -> None:
    found = document("g167", kb)
    assert (found["kind"], found["number"]) == ("statement", "G167")
    assert "COM-02" in found["rules"]
    with pytest.raises(Misuse):
        document("G167", kb, subject="city")


def test_what_is_none_of_these_cannot_be_explained(kb: CompiledKnowledgeBase) -> None:
    with pytest.raises(Misuse):
        explained_document("COM-99", None, kb)
