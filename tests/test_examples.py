"""The examples: their assessments are kept in `golden/`, so that a change of rules shows its effect in the diff.

`make golden` writes them anew. They leave out the versions and the wording of questions: only effects are compared.
"""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

import advise
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.json"))
INVENTED = ("exemplary", "harvest")
CASES = [name for name in EXAMPLES if name not in INVENTED]
TODAY = "2026-11-22"
LINE_EACH = ("predictions", "strengths", "questions", "missing", "parameters", "trace")


@pytest.fixture(autouse=True)
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name the files as a user in the checkout would, so that no path of this machine gets into an assessment."""
    monkeypatch.chdir(ROOT)


def assessment(name: str, kb: CompiledKnowledgeBase) -> dict[str, Any]:
    form = advise.assess(f"examples/{name}.json", kb, today=TODAY).to_dict()
    del form["rules_version"], form["product_version"], form["project"]["sha256"]
    for question in form["questions"]:
        del question["text"]
    return form


def laid_out(form: dict[str, Any]) -> str:
    """Return JSON in which a question, or the outcome of a rule, is one line."""
    parts = []
    for key, value in form.items():
        if key in LINE_EACH and value:
            lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value)
            text = f"[\n{indent(lines, '  ')}\n]"
        else:
            text = json.dumps(value, ensure_ascii=False, indent=2)
        parts.append(f"{json.dumps(key)}: {text}")
    return "{\n" + indent(",\n".join(parts), "  ") + "\n}\n"


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_assessed_as_before(name: str, kb: CompiledKnowledgeBase, request: pytest.FixtureRequest) -> None:
    kept, now = GOLDEN / f"{name}.json", laid_out(assessment(name, kb))
    if request.config.getoption("--golden", default=False):
        kept.write_text(now, encoding="utf-8", newline="\n")
    assert now.splitlines() == kept.read_text(encoding="utf-8").splitlines(), "if this is meant: make golden"


def test_every_golden_file_belongs_to_an_example() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.json")) == EXAMPLES


@pytest.mark.parametrize("name", CASES)
def test_what_a_case_states_says_where_it_comes_from(name: str, kb: CompiledKnowledgeBase) -> None:
    project = read_project(f"examples/{name}.json", kb)
    facts = [stated for stated in project.stated.values() if stated.fact in kb.vocabulary.facts]
    silent = {stated.fact for stated in facts if stated.source is None or stated.as_of is None}
    assert silent == {"project.name"}


BEFORE_THE_FIRST_TRIAL = {"trial.first_planned_in_months"}
"""What can only be said of a project in which nothing has been tried yet; the exemplary one has begun."""


def test_the_exemplary_project_states_every_fact(kb: CompiledKnowledgeBase) -> None:
    stated = {fact for fact, _ in read_project("examples/exemplary.json", kb).stated}
    assert set(kb.vocabulary.facts) - stated == BEFORE_THE_FIRST_TRIAL


def test_the_exemplary_project_may_proceed_and_nothing_is_left_to_ask(kb: CompiledKnowledgeBase) -> None:
    found = advise.assess("examples/exemplary.json", kb, today=TODAY)
    assert (found.verdict, found.verdict_range) == ("proceed", ("proceed", "proceed"))
    assert [finding.code for finding in found.findings if finding.kind != "strength"] == ["SEL-19"]
    assert found.questions == ()
    assert {outcome.outcome for outcome in found.trace} == {"holds", "does_not_hold"}
