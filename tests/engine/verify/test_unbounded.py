"""What is proved of the shipped rules for lists up to a bound is so for lists of any length, says another solver (z3)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from advise import load_rules
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.verify.asking import Asking, Claim
from advise.engine.verify.claims import named, prove
from advise.engine.verify.own import declared
from tests.knowledge_bases import small

if TYPE_CHECKING:
    from tests.engine.verify.any_length import Claims

KB = load_rules()
EXCEPTIONS = [(one.claim, one.about) for one in declared(KB)[0]]


def _claims(kb: KnowledgeBase) -> Claims:
    pytest.importorskip("z3", reason="z3-solver is not installed")
    from tests.engine.verify.any_length import Claims

    return Claims(kb)


@pytest.fixture(scope="module")
def claims() -> Claims:
    return _claims(KB)


def test_every_aggregate_of_a_list_has_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = _claims(KB)
    monkeypatch.setattr(claims.facts, "_open", lambda *_: pytest.fail("nothing is said of it"))
    for rule in KB.rules:
        claims.seen(rule.code)


def test_what_is_said_of_sums_leaves_them_what_they_can_come_to(claims: Claims) -> None:
    (expected,) = (one for one in KB.derivations if one.concept == "portfolio.expected")
    assert all(claims.can(claims.has("portfolio.expected", line.value)) for line in expected.lines)
    every = [f"{line.value}: {what}" for line in expected.lines for what, *_ in named(line.when)]
    idle = {about for about in every if claims.never("condition_decides", ("portfolio.expected", about))}
    assert idle == {about[1] for _, about in EXCEPTIONS if about[0] == "portfolio.expected"}


def test_every_rule_can_hold(claims: Claims) -> None:
    assert [rule.code for rule in KB.rules if claims.can(claims.holds(rule.code)) is not True] == []


def test_what_is_excepted_because_no_project_does_it_is_so_for_lists_of_any_length(claims: Claims) -> None:
    never = [one for one in EXCEPTIONS if one[0] in get_args(Claim)[:6]]
    assert {claim for claim, _ in never} == {"rule_seen", "value_occurs", "condition_decides", "not_implied"}
    assert [one for one in never if not claims.never(*one)] == []


def test_the_best_verdict_stands_beside_nothing_that_counts(claims: Claims) -> None:
    best = KB.verdict.cases[-1].verdict
    assert claims.can(claims.verdict(claims.facts, claims.strict)[best]) is True
    assert claims.never("best_is_clean", (best,))


def test_what_the_rules_promise_is_so(claims: Claims) -> None:
    promised = [one.claim["en"] for one in declared(KB)[1]]
    assert promised
    assert [one for one in promised if not claims.never("own", (one,))] == []


def test_a_better_value_never_gives_a_worse_verdict_but_where_it_is_excepted(claims: Claims) -> None:
    every = [(path, *pair) for path in KB.vocabulary.facts for pair in claims.ordered(path)]
    excepted = {about for claim, about in EXCEPTIONS if claim == "better_not_worse"}
    worse = {about for about in every if not claims.never("better_not_worse", about)}
    assert len(every) > 100
    assert worse == excepted


def test_what_is_certain_stays_so(claims: Claims) -> None:
    """`make quality` asks of every fact."""
    paths = [path for path in KB.vocabulary.facts if not path.startswith("complete.")]
    asked = {*paths[::6], "portfolio.seeds[].running", "portfolio.seeds[].success_probability"}
    left_out = {"project.phase", "organisations[].kind"}
    assert [path for path in sorted(asked - left_out) if not claims.never("certain_stays", (path,))] == []


def test_what_a_project_shows_can_be_and_what_cannot_be_no_project_shows(tmp_path: Path) -> None:
    several = {
        "shop/other.yaml": small.rule("some: jar\nwhere: [jar.full is true]"),
        "shop/more.yaml": small.rule('count: jar\nwhere: [jar.full is true]\nis: ">= 2"', code="SHO-03"),
        "shop/dead.yaml": small.rule("some: jar\nwhere: [jar.full is true]", "none: jar", code="SHO-04"),
    }
    for kb in (load_rules(small.LIBRARY), small.load(tmp_path, several)):
        claims, found = _claims(kb), {}
        for answer in prove(Asking(kb)):
            if answer.claim in ("rule_occurs", "value_occurs", "not_implied"):
                (goal,) = claims.goals(answer.claim, answer.about)
                found[answer.about] = claims.can(goal), answer.outcome
        assert set(found.values()) <= {(True, "proved"), (False, "refuted")}
    assert [about for about, (can, _) in found.items() if not can] == [("SHO-04",), ("SHO-03", "SHO-02")]
