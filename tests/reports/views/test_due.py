"""From when a rule counts, and that it is our inference: told by `explain` and the policy book; the summary counts what is to come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Runner

COMING: dict[str, Any] = {"project": {"name": "Bus", "phase": "idea"}, "coordinator": {"present": False}}


@pytest.fixture
def coming(tmp_path: Path) -> str:
    path = tmp_path / "bus.json"
    path.write_text(json.dumps(COMING), encoding="utf-8")
    return str(path)


def test_a_rule_tells_from_which_phase_on_it_counts_and_what_is_inferred(advise: Runner) -> None:
    assert "from “preparation” on" in advise("explain", "CDR-01", "--lang", "en").out
    assert "「準備」から" in advise("explain", "CDR-01", "--lang", "ja").out
    assert "our inference" in advise("explain", "RSK-01", "--lang", "en").out
    assert "当方の推論" in advise("explain", "RSK-01", "--lang", "ja").out


def test_the_machine_form_of_an_explanation_tells_it_too(advise: Runner, coming: str) -> None:
    told = json.loads(advise("explain", "CDR-01", coming, "-f", "json").out)
    assert told["due"] == {"fact": "project.phase", "phase": "preparation"}
    assert "not due in this phase yet" in advise("explain", "CDR-01", coming, "--lang", "en").out
    assert [place["upcoming"] for place in told["places"]] == [True]
    assert json.loads(advise("explain", "INT-01", "-f", "json").out)["due"] is None


def test_the_summary_counts_what_is_still_to_come_and_tells_it_in_full(advise: Runner, coming: str, kb: Any) -> None:
    assert "1 still to come" in advise(coming, "--no-memo", "--lang", "en").out
    title = kb.rule("CDR-01").title["en"]
    assert title in advise(coming, "--no-memo", "--full", "--lang", "en").out
