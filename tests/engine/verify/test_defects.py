"""Every kind of defect that is put into a rule base is found, with a project that shows it."""

from __future__ import annotations

import copy
from pathlib import Path
from random import Random
from typing import Any

import pytest

from advise import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.evaluate.conditions import compile_condition
from advise.engine.problems.problem import ProblemsError
from advise.engine.verify.asking import Asking, ClaimResult
from advise.engine.verify.claims import leaf_claims, named, prove
from tests.engine import generated
from tests.engine.verify import readable
from tests.knowledge_bases import small


def answers(kb: CompiledKnowledgeBase, claim: str) -> dict[tuple[str, ...], ClaimResult]:
    return {one.about: one for one in prove(Asking(kb)) if one.claim == claim}


def refuted(kb: CompiledKnowledgeBase, claim: str) -> set[tuple[str, ...]]:
    return {about for about, one in answers(kb, claim).items() if one.outcome == "refuted"}


def verdict(project: dict[str, Any], kb: CompiledKnowledgeBase) -> str:
    return assess(copy.deepcopy(project), kb, interpreter="evaluate").verdict


def ordered(path: str, better: str) -> str:
    """Return the vocabulary with an order of a fact's values."""
    return small.WORDS.replace(f"  {path}:\n", f"  {path}:\n    better: {better}\n")


def test_a_condition_that_another_one_includes_is_found_and_one_that_decides_is_shown(tmp_path: Path) -> None:
    doubled = small.rule("shop.open is false", "any: [shop.open is false, shop.staff > 3]")
    found = answers(small.load(tmp_path, {"shop/other.yaml": doubled}), "condition_decides")
    about = {about[1]: one.outcome for about, one in found.items() if about[0] == "SHO-02"}
    assert about == {
        "shop.open is false": "proved",
        "any: [shop.open is false; shop.staff > 3]": "refuted",
        "shop.open is false (2)": "proved",
        "shop.staff > 3": "refuted",
    }
    shown = found["SHO-02", "shop.open is false"].project
    assert shown is not None
    assert shown["shop"]["staff"] > 3
    told = found["SHO-02", "any: [shop.open is false; shop.staff > 3]"]
    assert told.because == ("shop.open is false",)
    assert told.place is not None
    assert told.place.text == "  - any: [shop.open is false, shop.staff > 3]"


def test_a_condition_of_a_derived_fact_that_a_line_before_includes_is_found(tmp_path: Path) -> None:
    size = small.FILES["shop/size.yaml"]
    sooner = size.replace(
        "      - shop.staff > $span.high\n", "      - shop.staff > $span.high\n      - shop.staff > $span.low\n"
    )
    assert sooner != size
    assert refuted(small.load(tmp_path / "before"), "condition_decides") == set()
    kb = small.load(tmp_path, {"shop/size.yaml": sooner})
    assert refuted(kb, "condition_decides") == {("shop.size", "big: shop.staff > $span.low")}


@pytest.mark.parametrize("seed", range(4))
def test_a_condition_of_random_rules_that_never_decides_does_not_in_random_projects(seed: int) -> None:
    random = Random(seed)
    kb = readable.base(random, rules=6)
    idle = {one.about for one in leaf_claims(Asking(kb, elements=4, seconds=1)) if one.outcome == "refuted"}
    rules = [(rule, less) for rule in kb.rules for what, _, less in named(rule.when) if (rule.code, what) in idle]
    for _ in range(25):
        memory = kb.evaluator.run_in(generated.project(random, generated.vocabulary()))[1]
        for rule, less in rules:
            elements = [None] if rule.loop is None else memory.elements.get(rule.loop.source, [])
            for element in elements:
                bound: dict[str, Any] = {} if rule.loop is None else {rule.loop.variable: element}
                before, after = (compile_condition(when, kb).truth(memory, bound) for when in (rule.when, less))
                assert before is after


def test_a_fact_that_no_rule_reads_is_found(tmp_path: Path) -> None:
    unread = answers(small.load(tmp_path), "fact_read")["shop.kind",]
    assert unread.outcome == "refuted"
    assert unread.place is not None
    assert unread.place.text == "  shop.kind:"
    assert ("shop.open",) not in refuted(small.load(tmp_path / "again"), "fact_read")


def test_a_fact_whose_better_value_harms_is_found_with_both_verdicts(tmp_path: Path) -> None:
    harms = small.rule("shop.rent > 5", "shop.open is true").replace("severity: minor", "severity: major")
    kb = small.load(tmp_path, {"vocabulary/words.yaml": ordered("shop.open", "true"), "shop/other.yaml": harms})
    answer = answers(kb, "better_not_worse")["shop.open", "false", "true"]
    assert answer.outcome == "refuted"
    assert answer.project is not None
    assert verdict(answer.project, kb) == "revise"
    worse = copy.deepcopy(answer.project)
    worse["shop"]["open"] = False
    assert verdict(worse, kb) == "proceed"


def test_a_better_value_that_never_harms_is_proved_so(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"vocabulary/words.yaml": ordered("shop.open", "true")})
    assert refuted(kb, "better_not_worse") == set()
    assert answers(kb, "better_not_worse").keys() == {("shop.open", "false", "true")}


@pytest.mark.parametrize(("better", "harmful"), [("less", False), ("more", True)])
def test_a_number_has_an_order_too(tmp_path: Path, better: str, harmful: bool) -> None:
    dear = small.rule("shop.rent > 5").replace("severity: minor", "severity: major")
    kb = small.load(tmp_path, {"vocabulary/words.yaml": ordered("shop.rent", better), "shop/other.yaml": dear})
    assert bool(refuted(kb, "better_not_worse")) is harmful


def test_two_findings_that_advise_opposite_things_are_found(tmp_path: Path) -> None:
    against = small.rule("shop.open is true", "shop.staff >= $least").replace("severity: minor", "severity: major")
    kb = small.load(tmp_path, {"shop/other.yaml": against})
    found = answers(kb, "advice_possible")
    assert {about: (one.outcome, one.because) for about, one in found.items()} == {
        ("SHO-01",): ("refuted", ("SHO-02",)),
        ("SHO-02",): ("refuted", ("SHO-01",)),
    }
    assert found["SHO-01",].project == {"shop": {"open": False, "staff": 2}}
    assert refuted(small.load(tmp_path / "without"), "advice_possible") == set()


def test_a_worst_value_of_which_nothing_comes_is_found(tmp_path: Path) -> None:
    idle = small.rule("shop.kind is known")
    words = ordered("shop.kind", "[florist, bakery]")
    kb = small.load(tmp_path, {"vocabulary/words.yaml": words, "shop/other.yaml": idle})
    assert refuted(kb, "adverse_matters") == {("shop.kind", "florist")}
    judged = small.rule("shop.kind is florist")
    kb = small.load(tmp_path / "judged", {"vocabulary/words.yaml": words, "shop/other.yaml": judged})
    answer = answers(kb, "adverse_matters")["shop.kind", "florist"]
    assert answer.outcome == "proved"
    assert answer.project == {"shop": {"kind": "florist"}}


def test_every_verdict_can_be_given_and_the_best_stands_beside_nothing_that_counts(tmp_path: Path) -> None:
    blocking = small.rule("shop.rent > 5").replace("severity: minor", "severity: blocker")
    kb = small.load(tmp_path, {"shop/other.yaml": blocking})
    for about, answer in answers(kb, "verdict_occurs").items():
        assert answer.outcome == "proved"
        assert answer.project is not None
        assert verdict(answer.project, kb) == about[0]
    assert answers(kb, "best_is_clean")["proceed",].outcome == "proved"


def test_a_verdict_that_nothing_brings_is_found(tmp_path: Path) -> None:
    assert refuted(small.load(tmp_path), "verdict_occurs") == {("hold",)}


def test_a_blocker_that_a_mere_note_replaces_stands_beside_the_best_verdict(tmp_path: Path) -> None:
    blocking = small.rule("shop.rent > 5").replace("severity: minor", "severity: blocker")
    note = small.rule("shop.rent > 9", code="SHO-03", more="replaces: [SHO-02]\n").replace("minor", "info")
    kb = small.load(tmp_path, {"shop/other.yaml": blocking, "shop/note.yaml": note})
    answer = answers(kb, "best_is_clean")["proceed",]
    assert answer.outcome == "refuted"
    assert answer.project is not None
    assert verdict(answer.project, kb) == "proceed"


def test_what_is_certain_stays_so(tmp_path: Path) -> None:
    found = answers(small.load(tmp_path), "certain_stays")
    assert {one.outcome for one in found.values()} == {"proved"}
    assert ("shop.open",) in found


OWN = """\
claims:
  - claim: {en: A shop that is shut never gets the best verdict, ja: 閉まっている店は最良の判定になりません}
    when: [shop.open is false]
    then: [verdict is not proceed]
  - claim: {en: Whoever has staff and is shut is told so, ja: 人がいて閉まっていればそう言われます}
    when: [shop.open is false, shop.staff >= 2]
    then: [SHO-01 is found with severity major, verdict is at best revise]
  - claim: {en: Big shops are open, ja: 大きい店は開いています}
    when: [SHO-01 is found]
    then: [shop.size is small]
  - claim: {en: Full jars stop it, ja: 満ちた瓶}
    for: jar
    when: [jar.full is true]
    then: [verdict is at worst revise]
"""


def test_claims_of_the_user_are_proved_or_broken_by_a_project(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"claims/own.yaml": OWN})
    found = {about[0]: one for about, one in answers(kb, "own").items()}
    outcomes = {name: one.outcome for name, one in found.items()}
    assert outcomes == {
        "A shop that is shut never gets the best verdict": "refuted",
        "Whoever has staff and is shut is told so": "proved",
        "Big shops are open": "refuted",
        "Full jars stop it": "refuted",
    }
    first = found["A shop that is shut never gets the best verdict"]
    assert first.says == {
        "en": "A shop that is shut never gets the best verdict",
        "ja": "閉まっている店は最良の判定になりません",
    }
    assert first.project is not None
    assert first.project["shop"]["open"] is False
    assert verdict(first.project, kb) == "proceed"


@pytest.mark.parametrize(
    ("old", "new", "pointed"),
    [
        ("not proceed", "not procede", "verdict is not procede"),
        ("verdict is not proceed", "verdict isnt proceed", "verdict isnt proceed"),
        ("SHO-01 is found]", "SHO-1 is found]", "SHO-1 is found"),
        ("SHO-01 is found]", "SHO-01 is replaced]", "SHO-01 is replaced"),
        ("SHO-01 is found]", "SHO-09 is found]", "SHO-09 is found"),
        ("shop.size is small", "shop.size is tiny", "tiny"),
        ("severity major", "severity bad", "SHO-01 is found with severity bad"),
    ],
)
def test_a_claim_that_names_what_is_not_there_is_a_problem_with_its_place(
    tmp_path: Path, old: str, new: str, pointed: str
) -> None:
    kb = small.load(tmp_path, {"claims/own.yaml": OWN.replace(old, new)})
    with pytest.raises(ProblemsError) as told:
        list(prove(Asking(kb)))
    assert [small.pointed(problem) for problem in told.value.problems] == [pointed]


def test_a_sentence_about_the_result_that_there_is_not_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"claims/own.yaml": OWN.replace("verdict is not proceed", "verdict isnt proceed")})
    with pytest.raises(ProblemsError) as told:
        list(prove(Asking(kb)))
    (problem,) = told.value.problems
    assert problem.code == "V003"
    assert problem.cure is not None
    assert all("CODE cannot be told" in text for text in problem.cure.values())


def test_a_file_of_claims_that_nothing_would_read_is_a_problem(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"claims/own.yml": OWN})
    with pytest.raises(ProblemsError) as told:
        list(prove(Asking(kb)))
    assert [problem.code for problem in told.value.problems] == ["K115"]


@pytest.mark.parametrize("seed", range(8))
def test_what_is_proved_of_random_rules_is_never_broken_by_random_projects(seed: int) -> None:
    random = Random(seed)
    kb = readable.base(random, rules=5)
    found = list(prove(Asking(kb, elements=4, seconds=2)))
    certain = [one.about[0] for one in found if one.claim == "certain_stays" and one.outcome == "proved"]
    clean = [one for one in found if one.claim == "best_is_clean" and one.outcome == "proved"]
    for answer in found:
        if answer.claim == "verdict_occurs" and answer.outcome == "proved":
            assert answer.project is not None
            assert verdict(answer.project, kb) == answer.about[0]
    for _ in range(25):
        memory = generated.project(random, generated.vocabulary())
        before = kb.strict.run_in(memory)[0]
        for path in certain:
            if path in memory.project:
                unknown = copy.deepcopy(memory)
                unknown.kept, value = {}, unknown.project.pop(path)
                less = kb.strict.run_in(unknown)[0]
                for key, truth in less.outcomes.items():
                    assert truth is None or before.outcomes[key] is truth, (path, value, key)
        lenient = kb.evaluator.run_in(memory)[0]
        if clean and {"blocker", "major"} & {lenient.severities[key] for key in lenient.severities}:
            assert _verdict(memory, kb) != "proceed"


def _verdict(memory: Any, kb: CompiledKnowledgeBase) -> str:
    from advise.engine.project.data import document_of

    document = document_of(memory, kb.vocabulary)
    document.get("complete", {}).pop("parts", None)
    if "parts" in memory.elements and "parts" in memory.closed:
        document.setdefault("complete", {})["parts"] = True
    return verdict(document, kb)
