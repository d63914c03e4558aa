"""What is proved of a rule base is so in every project, and every project that is shown is one."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from advise import assess, load_rules
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge.model import FactDefinition
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.memory import Conclusions
from advise.engine.project.project import read_project
from advise.engine.verify.asking import Asking, ClaimResult, Unconfirmed, enough
from advise.engine.verify.claims import prove
from tests.engine import generated
from tests.knowledge_bases import small

RULES = ("rule_occurs", "rule_seen", "severity_occurs", "value_occurs", "not_implied", "exception_needed")


def refuted(kb: CompiledKnowledgeBase, claims: tuple[str, ...] = RULES) -> dict[tuple[str, ...], ClaimResult]:
    answers = prove(Asking(kb))
    return {(one.claim, *one.about): one for one in answers if one.outcome != "proved" and one.claim in claims}


def told(project: dict[str, Any], kb: CompiledKnowledgeBase) -> set[str]:
    return {finding.code for finding in assess(project, kb, interpreter="both").findings}


def test_nothing_is_found_in_sound_rules(tmp_path: Path) -> None:
    assert refuted(small.load(tmp_path)) == {}


def test_a_dead_rule_is_found(tmp_path: Path) -> None:
    dead = small.rule("shop.staff > 5", "shop.rent > 3", "shop.size is small")
    found = refuted(small.load(tmp_path, {"shop/other.yaml": dead}))
    assert found.keys() == {("rule_occurs", "SHO-02")}
    assert found["rule_occurs", "SHO-02"].because == ("shop.staff > 5", "shop.size is small")


def test_a_rule_that_needs_many_elements_is_not_dead(tmp_path: Path) -> None:
    many = small.rule('count: jar\nwhere: [jar.full is true]\nis: ">= 5"')
    kb = small.load(tmp_path, {"shop/other.yaml": many})
    assert enough(kb) == 5
    found = {one.about: one.outcome for one in prove(Asking(kb, enough(kb))) if one.claim == "rule_occurs"}
    assert found == {("SHO-01",): "proved", ("SHO-02",): "proved"}
    assert {one.outcome for one in refuted(kb).values()} == {"not_settled"}
    assert enough(small.load(tmp_path / "without")) == enough(load_rules()) == 3


def test_a_parameter_that_rules_run_over_has_an_element_for_each_value() -> None:
    kb = load_rules()
    kinds = kb.vocabulary.lists["$key_early_kinds"]
    more = replace(kinds, members={name: {} for name in "abcde"})
    words = replace(kb.vocabulary, lists={**kb.vocabulary.lists, "$key_early_kinds": more})
    assert (len(kinds.members), enough(replace(kb, vocabulary=words))) == (3, 5)


def test_a_rule_that_another_one_includes_is_found_with_a_project_of_both(tmp_path: Path) -> None:
    wider = small.rule("shop.open is false")
    kb = small.load(tmp_path, {"shop/other.yaml": wider})
    found = refuted(kb)
    assert found.keys() == {("not_implied", "SHO-01", "SHO-02")}
    (answer,) = found.values()
    assert answer.project is not None
    assert answer.project["shop"].keys() == {"open", "staff"}
    assert told(answer.project, kb) == {"SHO-01", "SHO-02"}


def test_a_rule_that_replaces_the_other_is_meant_to_go_with_it(tmp_path: Path) -> None:
    wider, narrow = small.rule("shop.open is false"), small.RULE + "replaces: [SHO-02]\n"
    assert refuted(small.load(tmp_path, {"shop/other.yaml": wider, "shop/shut.yaml": narrow})) == {}


def test_a_rule_that_is_always_replaced_is_found(tmp_path: Path) -> None:
    narrow = small.rule("shop.open is false", "shop.staff > 3")
    wider = small.RULE + "replaces: [SHO-02]\n"
    found = refuted(small.load(tmp_path, {"shop/other.yaml": narrow, "shop/shut.yaml": wider}))
    assert found.keys() == {("rule_seen", "SHO-02")}
    (answer,) = found.values()
    assert answer.because == ("SHO-01",)
    assert answer.project == {"shop": {"open": False, "staff": 4}}


@pytest.mark.parametrize(
    ("when", "found"), [("shop.open is true", True), ("shop.open is false", False), ("shop.rent > 5", False)]
)
def test_a_rule_that_replaces_one_that_never_holds_beside_it_is_found(tmp_path: Path, when: str, found: bool) -> None:
    kb = small.load(
        tmp_path, {"shop/other.yaml": small.rule(when), "shop/shut.yaml": small.RULE + "replaces: [SHO-02]\n"}
    )
    assert refuted(kb, ("replaces_decides",)).keys() == ({("replaces_decides", "SHO-01", "SHO-02")} if found else set())


def test_a_rule_that_replaces_what_is_only_asked_about_then_is_not_found(tmp_path: Path) -> None:
    asked = small.rule("shop.open is false", "shop.staff < 2", "shop.rent > 5")
    wider = small.rule("shop.staff < 2", code="SHO-03", more="replaces: [SHO-02]\n")
    kb = small.load(tmp_path, {"shop/other.yaml": asked, "shop/wider.yaml": wider})
    assert refuted(kb, ("replaces_decides",)) == {}


def test_a_value_that_no_project_has_is_found(tmp_path: Path) -> None:
    size = small.FILES["shop/size.yaml"].replace("shop.staff > $span.high", "shop.staff < 0")
    found = refuted(small.load(tmp_path, {"shop/size.yaml": size}))
    assert found.keys() == {("value_occurs", "shop.size", "big")}
    assert found["value_occurs", "shop.size", "big"].because == ("shop.staff < 0", "shop.size is not small")


def test_a_set_that_may_hold_more_lets_a_rule_stay_silent(tmp_path: Path) -> None:
    both = small.rule("shop.guests has children", "shop.guests lacks adults")
    answers = prove(Asking(small.load(tmp_path, {"shop/other.yaml": both})))
    (shown,) = [one for one in answers if one.claim == "rule_occurs" and one.about == ("SHO-02",)]
    assert shown.project is not None
    assert shown.project["complete"] == {"shop.guests": True}


def test_what_takes_too_long_is_said_to_be_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> bool:
        raise TimeoutError

    monkeypatch.setattr("advise.engine.verify.solver.Solver.solve", slow)
    answers = list(prove(Asking(small.load(tmp_path))))
    assert {one.outcome for one in answers if one.claim in RULES} == {"not_settled"}


def test_a_project_that_the_interpreter_does_not_confirm_is_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advise.engine.verify.asking.document_of", lambda *_: {})
    with pytest.raises(Unconfirmed):
        list(prove(Asking(small.load(tmp_path))))


@pytest.mark.parametrize("seed", [*range(1, 8), *range(9, 13)])  # the others take long
def test_random_projects_break_nothing_that_is_proved_of_random_rules(seed: int) -> None:
    random = Random(seed)
    kb = _readable(generated.knowledge_base(random))
    answers = list(prove(Asking(kb, elements=4, seconds=2)))
    assert any(one.outcome == "proved" for one in answers)
    for _ in range(40):
        found = kb.evaluator.run(generated.project(random, generated.vocabulary()))
        for answer in answers:
            if answer.outcome == "refuted":
                assert not _occurs(answer, found), answer


def _occurs(answer: ClaimResult, found: Conclusions) -> bool:
    name, *more = answer.about
    holding = [key for key, truth in found.outcomes.items() if key[0] == name and truth is True]
    if answer.claim == "rule_occurs":
        return bool(holding)
    if answer.claim == "severity_occurs":
        return any(found.severities[key].removeprefix("upcoming_") == more[0] for key in holding)
    if answer.claim == "value_occurs":
        return any(key[0] == name and state.value == more[0] for key, state in found.derived.items())
    if answer.claim == "not_implied":
        return any(found.outcomes[more[0], key[1]] is not True for key in holding)
    return False


@pytest.mark.parametrize("seed", range(12))
def test_the_circuit_says_of_a_project_it_shows_what_the_interpreters_say(seed: int) -> None:
    kb = _readable(generated.knowledge_base(Random(seed)))
    prover = Asking(kb, elements=2, seconds=2)
    for answer in prove(prover):
        if answer.claim == "rule_occurs" and answer.outcome == "proved":
            assert answer.project is not None
            review = kb.conclude(read_project(answer.project, kb).memory, "both")[0]
            assert any(truth is True for key, truth in review.outcomes.items() if key[0] == answer.about[0])


def _readable(kb: CompiledKnowledgeBase) -> CompiledKnowledgeBase:
    """Let project files say that no part is missing."""
    path = "complete.parts"
    said = FactDefinition(path=path, type="bool", values={}, label={}, question={}, attribute=path)
    return compiled(replace(kb, vocabulary=replace(kb.vocabulary, facts={**kb.vocabulary.facts, path: said})))


EXCEPTIONS = """\
exceptions:
  - claim: rule_occurs
    about: [SHO-02]
    reason: {en: It is for next year., ja: 来年のためのものです。}
"""
DEAD = small.rule("shop.staff > 5", "shop.size is small")


def test_a_claim_that_need_not_hold_has_the_reason(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": DEAD, "claims/exceptions.yaml": EXCEPTIONS})
    (answer,) = refuted(kb).values()
    assert answer.claim == "rule_occurs"
    assert answer.reason == {"en": "It is for next year.", "ja": "来年のためのものです。"}


def test_an_exception_that_excuses_nothing_is_found(tmp_path: Path) -> None:
    alive = small.rule("shop.staff > 5")
    kb = small.load(tmp_path, {"shop/other.yaml": alive, "claims/exceptions.yaml": EXCEPTIONS})
    (answer,) = refuted(kb).values()
    assert (answer.claim, answer.about) == ("exception_needed", ("rule_occurs", "SHO-02"))


def test_an_exception_from_a_claim_that_there_is_not_is_a_problem_with_its_place(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"claims/exceptions.yaml": EXCEPTIONS.replace("rule_occurs", "rule_occur")})
    with pytest.raises(ProblemsError) as told:
        list(prove(Asking(kb)))
    (problem,) = told.value.problems
    assert problem.code == "K108"
    assert small.pointed(problem) == "rule_occur"


def test_claims_do_not_change_the_version_of_the_rules(tmp_path: Path) -> None:
    before = small.load(tmp_path / "before").version
    assert small.load(tmp_path / "after", {"claims/exceptions.yaml": EXCEPTIONS}).version == before


def test_what_the_shipped_rules_say_is_proved_or_argued() -> None:
    answers = prove(Asking(load_rules()))
    assert [one for one in answers if one.outcome != "proved" and one.reason is None] == []
