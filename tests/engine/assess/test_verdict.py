"""The verdict follows from what remains after replacement, by the ladder of the knowledge base."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.assess.verdict import verdict_of
from advise.engine.assess.waivers import waived_keys
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import Severity, Verdict

from ...knowledge_bases import small

FOR_SHELF = "for: shelf\n"
ACCEPTED = {"response": "accepted", "reason": "Holidays.", "by": "Mori", "on": "2026-01-01"}


def of_severity(severity: str, *when: str, code: str, more: str = "") -> str:
    return small.rule(*when, code=code, more=more).replace("minor", severity)


def judged(document: dict[str, Any], kb: CompiledKnowledgeBase) -> tuple[str, tuple[str, str]]:
    found = assess(document, kb, today="2026-11-22", interpreter="evaluate")
    return found.verdict, found.verdict_range


@pytest.mark.parametrize("missing", [False, True])
@pytest.mark.parametrize("severities", [(), ("info",), ("minor",), ("major",), ("blocker",), ("major", "blocker")])
def test_the_ladder_is_climbed_from_the_top(
    severities: tuple[Severity, ...], missing: bool, kb: CompiledKnowledgeBase
) -> None:
    expected = (
        "hold"
        if "blocker" in severities
        else "insufficient_information"
        if missing
        else "revise"
        if "major" in severities
        else "proceed"
    )
    assert verdict_of(severities, missing, kb) == expected


def test_the_ladder_is_the_knowledge_bases_own(tmp_path: Path) -> None:
    policy = (
        small.FILES["verdict.yaml"]
        .replace("severity: blocker", "severity: minor")
        .replace("severity: major", "severity: info")
    )
    kb = small.load(tmp_path, {"verdict.yaml": policy})
    assert [verdict_of([severity], False, kb) for severity in ("blocker", "major", "minor", "info")] == [
        "proceed", "proceed", "hold", "revise",
    ]  # fmt: skip


def test_where_what_must_be_known_comes_first_no_answer_is_anticipated(tmp_path: Path) -> None:
    """Whatever the answer, a blocker is found; but the policy says nothing before it knows."""
    policy = small.FILES["verdict.yaml"]
    either = of_severity("blocker", "any: [shop.open is true, shop.open is false]", code="SHO-02")
    hold, missing = (
        next(part for part in policy.split("  - ") if one in part) for one in ("verdict: hold", "missing:")
    )
    swapped = policy.replace(hold, "X").replace(missing, hold).replace("X", missing)
    for text, verdict in ((policy, "hold"), (swapped, "insufficient_information")):
        kb = small.load(tmp_path, {"verdict.yaml": text, "shop/other.yaml": either})
        assert judged({}, kb)[0] == verdict


@pytest.mark.parametrize("kind", ["prediction", "strength"])
def test_predictions_and_strengths_never_change_a_verdict(kind: str, tmp_path: Path) -> None:
    rule = of_severity("blocker", "shop.open is true", code="SHO-02", more=f"kind: {kind}\n")
    kb = small.load(tmp_path, {"shop/other.yaml": rule})
    found = assess({"shop": {"open": True}}, kb, interpreter="evaluate")
    assert [finding.code for finding in found.findings] == ["SHO-02"]
    assert (found.verdict, found.verdict_range) == ("proceed", ("proceed", "proceed"))


def replaced(document: dict[str, Any], kb: CompiledKnowledgeBase) -> dict[str, str | None]:
    trace = assess(document, kb, interpreter="evaluate").trace
    return {f"{one.code} {one.subject}": one.replaced_by for one in trace if one.outcome == "holds"}


def test_a_finding_about_the_project_silences_every_subject(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path,
        {
            "shop/all.yaml": small.rule("shop.open is true", code="SHO-02", more="replaces: [SHO-03]\n"),
            "shop/each.yaml": of_severity("blocker", "shelf.wide is true", code="SHO-03", more=FOR_SHELF),
        },
    )
    shelves = [{"id": "a", "wide": True}, {"id": "b", "wide": True}]
    assert replaced({"shop": {"open": True}, "shelves": shelves}, kb) == {
        "SHO-02 None": None, "SHO-03 shelves/a": "SHO-02", "SHO-03 shelves/b": "SHO-02",
    }  # fmt: skip
    assert judged({"shop": {"open": True}, "shelves": shelves}, kb) == ("proceed", ("proceed", "proceed"))
    assert judged({"shop": {"open": False, "staff": 0}, "shelves": shelves}, kb) == ("hold", ("hold", "hold"))


def test_a_finding_about_one_element_silences_the_others_about_that_element_only(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path,
        {
            "shop/one.yaml": small.rule("shelf.wide is true", code="SHO-02", more=FOR_SHELF + "replaces: [SHO-03]\n"),
            "shop/two.yaml": small.rule("shelf.size > 1", code="SHO-03", more=FOR_SHELF),
        },
    )
    document = {"shelves": [{"id": "a", "wide": True, "size": 5}, {"id": "b", "wide": False, "size": 5}]}
    assert replaced(document, kb) == {"SHO-02 shelves/a": None, "SHO-03 shelves/a": "SHO-02", "SHO-03 shelves/b": None}


def test_elements_of_two_lists_with_one_id_are_not_the_same_subject(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path,
        {
            "shop/one.yaml": small.rule("shelf.wide is true", code="SHO-02", more=FOR_SHELF + "replaces: [SHO-03]\n"),
            "shop/two.yaml": small.rule("jar.full is true", code="SHO-03", more="for: jar\n"),
        },
    )
    document = {"shelves": [{"id": "a", "wide": True}], "jars": [{"id": "a", "full": True}]}
    assert replaced(document, kb) == {"SHO-02 shelves/a": None, "SHO-03 jars/a": None}


def test_a_finding_about_an_element_does_not_silence_one_about_the_project(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path,
        {
            "shop/one.yaml": small.rule("shelf.wide is true", code="SHO-02", more=FOR_SHELF + "replaces: [SHO-03]\n"),
            "shop/two.yaml": small.rule("shop.open is true", code="SHO-03"),
        },
    )
    document = {"shop": {"open": True}, "shelves": [{"id": "a", "wide": True}]}
    assert replaced(document, kb) == {"SHO-02 shelves/a": None, "SHO-03 None": None}


RANGES: list[tuple[dict[str, Any], Verdict, Verdict]] = [
    # SHO-02: blocker when shut; SHO-03: major when the rent is above 3, replaced by SHO-02; shelves: major each
    ({}, "hold", "proceed"),
    ({"shop": {"open": False}}, "hold", "hold"),
    ({"shop": {"open": True}}, "revise", "proceed"),
    ({"shop": {"open": True, "rent": 5}}, "revise", "revise"),
    ({"shop": {"rent": 5}}, "hold", "proceed"),
    ({"shop": {"open": True, "rent": 1}}, "revise", "proceed"),
    ({"shop": {"open": True, "rent": 1}, "shelves": []}, "proceed", "proceed"),
    ({"shop": {"open": True, "rent": 1}, "shelves": [{"id": "a"}]}, "revise", "proceed"),
    ({"shop": {"open": True, "rent": 1}, "shelves": [{"id": "a", "wide": True}]}, "revise", "revise"),
]


@pytest.mark.parametrize(("document", "worst", "best"), RANGES)
def test_the_range_goes_from_what_may_hold_to_what_certainly_holds(
    document: dict[str, Any], worst: Verdict, best: Verdict, tmp_path: Path
) -> None:
    kb = small.load(
        tmp_path,
        {
            "shop/a.yaml": of_severity("blocker", "shop.open is false", code="SHO-02", more="replaces: [SHO-03]\n"),
            "shop/b.yaml": of_severity("major", "shop.rent > 3", code="SHO-03"),
            "shop/c.yaml": of_severity("major", "shelf.wide is true", code="SHO-04", more=FOR_SHELF),
            "shop/shut.yaml": small.RULE.replace("major", "info"),
        },
    )
    assert judged(document, kb)[1] == (worst, best)


def test_what_holds_only_for_now_is_not_certain(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/a.yaml": of_severity("blocker", "shop.kind may be bakery", code="SHO-02")})
    assert judged({"shop": {"open": True}}, kb) == ("hold", ("hold", "proceed"))
    assert judged({"shop": {"open": True, "kind": "bakery"}}, kb) == ("hold", ("hold", "hold"))


def test_an_undecided_severity_counts_as_the_worst_and_as_the_mildest(tmp_path: Path) -> None:
    dynamic = "severity:\n  - is: blocker\n    when:\n      - shop.kind is bakery\n  - is: minor\n"
    kb = small.load(tmp_path, {"shop/shut.yaml": small.RULE.replace("severity: major\n", dynamic)})
    shop = {"open": False, "staff": 9}
    assert judged({"shop": shop}, kb)[1] == ("hold", "proceed")
    assert judged({"shop": {**shop, "kind": "bakery"}}, kb)[1] == ("hold", "hold")
    assert judged({"shop": {**shop, "kind": "florist"}}, kb)[1] == ("proceed", "proceed")


def test_an_open_list_may_still_bring_findings(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path, {"shop/a.yaml": of_severity("blocker", "jar.full is true", code="SHO-02", more="for: jar\n")}
    )
    document: dict[str, Any] = {"shop": {"open": True}, "jars": []}
    assert judged(document, kb)[1] == ("hold", "proceed")
    assert judged({**document, "complete": {"jars": True}}, kb)[1] == ("proceed", "proceed")


@pytest.mark.parametrize(
    ("more", "worst"),
    [({}, "proceed"), ({"response": "postponed", "until": "2026-12-31"}, "proceed"),
     ({"response": "postponed", "until": "2026-01-31"}, "revise")],
)  # fmt: skip
def test_a_decision_made_in_advance_counts_as_long_as_it_holds(
    tmp_path: Path, more: dict[str, str], worst: str
) -> None:
    response = {"finding": "SHO-01", "response": "accepted", "reason": "Holidays.", "by": "Mori", "on": "2026-01-01"}
    document: dict[str, Any] = {"shop": {"staff": 9}, "responses": [response | more]}
    kb = small.load(tmp_path)
    assert judged(document, kb)[1][0] == worst
    assert judged({**document, "shop": {"open": False, "staff": 9}}, kb)[0] == worst


@pytest.mark.parametrize(
    ("subject", "worst"),
    [
        (None, "proceed"),
        ("shelves/a", "proceed"),
        ("a", "hold"),
        ("jars/a", "hold"),
        ("shelves/x/a", "hold"),
        ("shelves/b", "hold"),
    ],
)
def test_a_decision_about_something_else_counts_for_nothing_that_may_come(
    tmp_path: Path, subject: str | None, worst: str
) -> None:
    rule = of_severity("blocker", "shelf.wide is true", code="SHO-02", more=FOR_SHELF)
    kb = small.load(tmp_path, {"shop/a.yaml": rule})
    document: dict[str, Any] = {
        "shop": {"open": True},
        "shelves": [{"id": "a"}],
        "responses": [ACCEPTED | {"finding": "SHO-02"} | ({"subject": subject} if subject else {})],
    }
    assert judged(document, kb)[1][0] == worst
    document["shelves"] = [{"id": "a", "wide": True}]
    assert judged(document, kb)[0] == worst


def test_a_decision_about_an_element_counts_whatever_its_id(tmp_path: Path) -> None:
    rule = of_severity("blocker", "shelf.wide is true", code="SHO-02", more=FOR_SHELF)
    kb = small.load(tmp_path, {"shop/a.yaml": rule})
    document: dict[str, Any] = {
        "shop": {"open": True},
        "shelves": [{"id": "hall/planning"}],
        "responses": [ACCEPTED | {"finding": "SHO-02", "subject": "shelves/hall/planning"}],
    }
    assert judged(document, kb)[1][0] == "proceed"


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("subject", [None, "shelves/a"])
def test_of_two_decisions_about_a_finding_the_one_that_rests_on_nothing_stands(
    tmp_path: Path, order: int, subject: str | None
) -> None:
    rule = of_severity("blocker", "shelf.wide is true", "shelf.size > 3", code="SHO-02", more=FOR_SHELF)
    kb = small.load(tmp_path, {"shop/a.yaml": rule})
    shelf = {"id": "a", "wide": True, "size": 9}
    document: dict[str, Any] = {"shop": {"open": True}, "shelves": [shelf]}
    (finding,) = assess(document, kb, interpreter="evaluate").findings
    resting = ACCEPTED | {"finding": "SHO-02", "subject": "shelves/a", "rests_on": finding.fingerprint}
    standing = ACCEPTED | {"finding": "SHO-02"} | ({"subject": subject} if subject else {})
    found = assess({**document, "responses": [resting, standing][::order]}, kb, today="2026-11-22")
    assert waived_keys(found.waivers, "2026-11-22", kb)["SHO-02", "a"] is True


def test_a_waived_finding_leaves_the_verdict_and_its_best_case(tmp_path: Path) -> None:
    response = {"finding": "SHO-01", "response": "accepted", "reason": "Holidays.", "by": "Mori", "on": "2026-01-01"}
    document: dict[str, Any] = {"shop": {"open": False, "staff": 9}}
    kb = small.load(tmp_path)
    assert judged(document, kb) == ("revise", ("revise", "revise"))
    verdict, (_, best) = judged({**document, "responses": [response]}, kb)
    assert (verdict, best) == ("proceed", "proceed")


@pytest.mark.parametrize(
    ("role", "missing"),
    [
        ("staff", ["commitment.declared"]),
        ("ceo", ["commitment.declared"]),
        ("executive_officer", ["commitment.declared", "commitment.binding"]),
        ("subsidiary_head", ["commitment.declared", "commitment.binding"]),
    ],
)
def test_whether_somebody_binds_the_company_is_needed_only_where_the_role_leaves_it_open(
    role: str, missing: list[str], kb: CompiledKnowledgeBase
) -> None:
    plan = {"phase": "preparation", "origin": "joint", "beneficiary_stated": True, "success_criterion_stated": True}
    found = assess({"project": plan, "commitment": {"by": role}}, kb)
    assert [one.fact for one in found.missing] == missing
