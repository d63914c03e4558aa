"""Codes that were given up: a decision about one is kept and told; what does not fit the rules is told, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import advise
from advise.engine.problems.problem import LANGUAGES
from advise.engine.project.schema import project_schema
from tests.knowledge_bases import small

GIVEN_UP = "SHO-09: {now: SHO-01, reason: {en: Both are one., ja: 同じことです。}}\n"
DECISION = {"finding": "SHO-09", "response": "accepted", "reason": "known", "by": "Sato", "on": "2026-10-01"}


def test_a_decision_about_a_code_that_was_given_up_is_kept_and_told(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"given_up.yaml": GIVEN_UP})
    found = advise.assess({"shop": {"open": False, "staff": 3}, "responses": [DECISION]}, kb)
    assert [one.code for one in found.findings] == ["SHO-01"]
    (waiver,) = found.waivers
    assert (waiver.response.finding, waiver.status) == ("SHO-09", "unused")
    (note,) = found.notes
    assert note.code == "P265"
    assert all("SHO-09" in note.message[language] and "SHO-01" in note.message[language] for language in LANGUAGES)


def test_the_schema_takes_what_the_program_takes(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"given_up.yaml": GIVEN_UP})
    checked = Draft202012Validator(project_schema(kb, "en"))
    assert checked.is_valid({"responses": [DECISION]})
    assert not checked.is_valid({"responses": [{**DECISION, "finding": "SHO-08"}]})


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (GIVEN_UP.replace("SHO-09", "SHO-01"), "K519", "a rule has it"),
        (GIVEN_UP.replace("now: SHO-01", "now: SHO-02"), "K108", "SHO-02"),
        (GIVEN_UP.replace("now:", "then:"), "K104", "then"),
    ],
)
def test_what_does_not_fit_the_rules_is_told(tmp_path: Path, text: str, code: str, says: str) -> None:
    found = {one.code: one for one in small.problems(tmp_path, {"given_up.yaml": text})}
    assert code in found
    assert says in found[code].message["en"]
