"""What is due in the project's phase, what is still to come, and how much of what is due could be checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.assess.model import Assessment, Coverage
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.address import Address
from advise.engine.project.project import read_project
from advise.engine.whatif.effects import WhatIf
from tests.knowledge_bases import small

VERDICT = "phase: shop.kind\n" + small.FILES["verdict.yaml"]  # first a bakery, later a florist
LATER = small.RULE.replace("severity: major", "severity: blocker") + "due: florist\n"
SHUT = {"open": False, "staff": 5}


def base(folder: Path, **changes: str) -> CompiledKnowledgeBase:
    files = {"verdict.yaml": VERDICT, "shop/shut.yaml": LATER}
    return small.load(folder, {**files, **{name.replace("__", "/") + ".yaml": text for name, text in changes.items()}})


def review(kb: CompiledKnowledgeBase, **shop: Any) -> Assessment:
    return assess({"shop": shop}, kb, today="2026-11-22")


def kinds(assessment: Assessment) -> dict[str, tuple[str, str]]:
    return {finding.code: (finding.kind, finding.severity) for finding in assessment.findings}


def test_before_its_phase_a_rule_is_upcoming_with_the_severity_that_it_will_have(tmp_path: Path) -> None:
    found = review(base(tmp_path), kind="bakery", **SHUT)
    assert kinds(found) == {"SHO-01": ("upcoming", "blocker")}
    assert found.verdict == "proceed"
    assert [one["code"] for one in found.to_dict()["upcoming"]] == ["SHO-01"]


def test_from_its_phase_on_a_rule_counts(tmp_path: Path) -> None:
    found = review(base(tmp_path), kind="florist", **SHUT)
    assert kinds(found) == {"SHO-01": ("finding", "blocker")}
    assert found.verdict == "hold"


def test_an_unknown_phase_delays_nothing(tmp_path: Path) -> None:
    found = review(base(tmp_path), **SHUT)
    assert kinds(found) == {"SHO-01": ("finding", "blocker")}
    assert found.verdict_range == ("hold", "proceed")


def test_what_comes_later_is_not_asked_about(tmp_path: Path) -> None:
    kb = base(tmp_path)
    assert "shop.staff" not in {one.fact for one in review(kb, kind="bakery", open=False).questions}
    assert "shop.staff" in {one.fact for one in review(kb, kind="florist", open=False).questions}


def test_what_is_due_is_replaced_only_by_what_is_due(tmp_path: Path) -> None:
    winner = small.rule("shop.open is false", more="replaces: [SHO-01]\ndue: florist\n")
    kb = base(tmp_path, shop__shut=small.RULE, shop__other=winner)
    assert kinds(review(kb, kind="bakery", **SHUT)) == {
        "SHO-01": ("finding", "major"),
        "SHO-02": ("upcoming", "minor"),
    }
    assert kinds(review(kb, kind="florist", **SHUT)) == {"SHO-02": ("finding", "minor")}


def test_a_phase_that_comes_makes_what_was_upcoming_a_finding(tmp_path: Path) -> None:
    kb = base(tmp_path)
    what_if = WhatIf(kb, read_project({"shop": {"kind": "bakery", **SHUT}}, kb).memory)
    there = what_if.after({Address("shop.kind"): "florist"})
    assert (what_if.now.verdict, there.verdict) == ("proceed", "hold")
    assert there.remaining == {("SHO-01", None): "blocker"}


@pytest.mark.parametrize(
    ("shop", "due", "told"),
    [
        ({"kind": "bakery"}, 0, 0),
        ({"kind": "florist"}, 1, 0),
        ({"kind": "florist", "open": True}, 1, 1),
        ({}, 1, 0),
    ],
)
def test_coverage_counts_the_rules_that_are_due(tmp_path: Path, shop: dict[str, Any], due: int, told: int) -> None:
    found = review(base(tmp_path), **shop)
    assert found.coverage == Coverage(due, told)
    assert found.to_dict()["coverage"] == {"due": due, "told": told}


def test_no_verdict_is_better_than_the_one_for_what_is_missing_while_an_answer_could_say_hold(tmp_path: Path) -> None:
    kb = base(tmp_path, shop__other=small.rule("shop.rent > 9").replace("minor", "blocker"))
    assert review(kb, open=True, kind="florist").verdict == "insufficient_information"
    assert review(kb, open=True, kind="florist", rent=10).verdict == "hold"
    assert review(kb, open=True, kind="florist", rent=9).verdict == "proceed"


@pytest.mark.parametrize(
    ("files", "code", "words"),
    [
        ({"shop/shut.yaml": LATER}, "K412", "florist"),
        ({"verdict.yaml": "phase: shop.wares\n" + small.FILES["verdict.yaml"]}, "K413", "shop.wares"),
        ({"verdict.yaml": VERDICT, "shop/shut.yaml": small.RULE + "due: flourist\n"}, "K108", "flourist"),
    ],
)
def test_a_phase_that_there_is_not_is_refused(tmp_path: Path, files: dict[str, str], code: str, words: str) -> None:
    found = small.the_problem(tmp_path, files)
    assert (found.code, small.pointed(found)) == (code, words)


def test_what_comes_next_stands_in_the_order_in_which_it_will_count(kb: CompiledKnowledgeBase) -> None:
    project = {
        "project": {"phase": "idea"},
        "commitment": {"declared": False},
        "top": {"active_after_launch": False},
        "selection": {"consistent_with_strategy": False},
    }
    coming = [one.code for one in assess(project, kb).upcoming if kb.rule(one.code).kind == "finding"]
    assert coming == ["SEL-03", "COM-01", "EXE-04"]


@pytest.mark.parametrize(("complete", "outcome"), [(None, "cannot_tell"), (False, "cannot_tell"), (True, None)])
def test_of_an_empty_list_that_may_have_more_elements_nothing_is_checked(
    complete: bool | None, outcome: str | None, kb: CompiledKnowledgeBase
) -> None:
    silent = assess({"project": {"phase": "preparation"}}, kb)
    found = assess(
        {"project": {"phase": "preparation"}, "organisations": [], "complete": {"organisations": complete}}, kb
    )
    told = {one.outcome for one in found.trace if one.code == "ORG-06"}
    assert told == ({outcome} if outcome else set())
    assert (found.coverage.told > silent.coverage.told) is (outcome is None)
