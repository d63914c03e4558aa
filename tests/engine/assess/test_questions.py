"""Questions: only unknown facts that could change something, and enough of them."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from advise.engine.assess import Assessment, assess
from advise.engine.assess.completions import exact_range
from advise.engine.assess.model import LEVELS
from advise.engine.assess.space import Space, with_value
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.model import Rule
from advise.engine.project.project import read_project

from ...knowledge_bases import small
from ..answers import answer

OFTEN = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
seeds = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def library() -> CompiledKnowledgeBase:
    return compiled(load_knowledge_base(small.LIBRARY))


def reviewed(document: dict[str, Any], kb: CompiledKnowledgeBase) -> Assessment:
    return assess(document, kb, today="2026-11-22", interpreter="evaluate")


def asked(assessment: Assessment) -> list[tuple[str, str | None]]:
    return [(question.fact, question.subject) for question in assessment.questions]


def known(document: dict[str, Any], kb: CompiledKnowledgeBase, fact: str, subject: str | None) -> bool:
    memory = read_project(document, kb).memory
    if fact in kb.vocabulary.lists:
        return fact in memory.elements
    if subject is None:
        return fact in memory.project
    path, _, name = subject.partition("/")
    (element,) = (one for one in memory.elements[path] if one["id"] == name)
    return kb.vocabulary.facts[fact].attribute in element


@OFTEN
@given(seed=seeds, own=st.booleans())
def test_every_question_is_about_something_unknown_and_none_comes_twice(
    kb: CompiledKnowledgeBase, library: CompiledKnowledgeBase, seed: int, own: bool
) -> None:
    random = Random(seed)
    base = kb if own else library
    document: dict[str, Any] = {}
    for _ in range(4):
        questions = reviewed(document, base).questions
        keys = [(question.fact, question.subject) for question in questions]
        assert len(keys) == len(set(keys))
        assert not any(known(document, base, fact, subject) for fact, subject in keys)
        for question in questions:
            if random.random() < 0.5:
                answer(random, document, question, base)


@OFTEN
@given(seed=seeds, own=st.booleans())
def test_when_all_questions_are_answered_nothing_is_undecided(
    kb: CompiledKnowledgeBase, library: CompiledKnowledgeBase, seed: int, own: bool
) -> None:
    random = Random(seed)
    base = kb if own else library
    document: dict[str, Any] = {}
    for _ in range(12):
        assessment = reviewed(document, base)
        if not assessment.questions:
            break
        for question in assessment.questions:
            answer(random, document, question, base)
    assert assessment.questions == ()
    assert assessment.missing == ()
    silent = {rule.code for rule in base.rules if not rule.asks}
    replaced = {code for rule in base.rules for code in rule.replaces}
    undecided = {outcome.code for outcome in assessment.trace if outcome.outcome == "cannot_tell"}
    assert undecided <= silent | replaced
    assert assessment.verdict_range == (assessment.verdict, assessment.verdict)


@OFTEN
@given(seed=seeds)
def test_every_question_names_the_rules_that_wait_for_it(library: CompiledKnowledgeBase, seed: int) -> None:
    random = Random(seed)
    document: dict[str, Any] = {}
    for _ in range(3):
        assessment = reviewed(document, library)
        for question in assessment.questions:
            assert question.codes or question.must_know
            assert set(question.codes) <= {rule.code for rule in library.rules}
            if random.random() < 0.6:
                answer(random, document, question, library)


SHUT = {"shop": {"open": False, "staff": 9}}


def test_what_is_decided_asks_nothing(tmp_path: Path) -> None:
    assert asked(reviewed(SHUT, small.load(tmp_path))) == []


def test_an_unknown_fact_that_no_rule_waits_for_is_not_asked(tmp_path: Path) -> None:
    assert asked(reviewed({"shop": {"open": True}}, small.load(tmp_path))) == []


def test_a_must_know_fact_is_asked_first_whether_a_rule_waits_for_it_or_not(tmp_path: Path) -> None:
    policy = small.FILES["verdict.yaml"].replace("- fact: shop.open", "- fact: shop.owner\n  - fact: shelves")
    found = reviewed({}, small.load(tmp_path, {"verdict.yaml": policy}))
    assert [(question.fact, question.must_know) for question in found.questions] == [
        ("shelves", True), ("shop.owner", True), ("shop.open", False), ("shop.staff", False),
    ]  # fmt: skip
    assert found.missing == (("shop.owner", None), ("shelves", None))


def test_a_must_know_fact_of_elements_is_asked_for_each(tmp_path: Path) -> None:
    policy = small.FILES["verdict.yaml"].replace("shop.open", "shelves[].wide")
    kb = small.load(tmp_path, {"verdict.yaml": policy})
    assert reviewed(SHUT, kb).missing == (("shelves", None),)
    assert reviewed({**SHUT, "shelves": [{"id": "a", "wide": True}, {"id": "b"}]}, kb).missing == (
        ("shelves[].wide", "shelves/b"),
    )
    assert reviewed({**SHUT, "shelves": []}, kb).missing == ()


def test_a_must_know_fact_can_depend_on_a_condition(tmp_path: Path) -> None:
    policy = small.FILES["verdict.yaml"].replace(
        "- fact: shop.open", "- fact: shop.rent\n    when:\n      - shop.kind is bakery"
    )
    kb = small.load(tmp_path, {"verdict.yaml": policy})
    for kind, missing in (("bakery", (("shop.rent", None),)), ("florist", ()), (None, ())):
        assert reviewed({"shop": {"open": True, "kind": kind}}, kb).missing == missing


def test_the_worst_severity_comes_first(tmp_path: Path) -> None:
    rules = {
        "shop/a.yaml": small.rule("shop.rent > 1", code="SHO-02"),
        "shop/b.yaml": small.rule("shop.kind is bakery", code="SHO-03").replace("minor", "blocker"),
        "shop/c.yaml": small.rule("shop.owner is Mori", code="SHO-04").replace("minor", "info"),
    }
    found = reviewed({"shop": {"open": True}}, small.load(tmp_path, rules))
    assert [(question.fact, question.severity, question.codes) for question in found.questions] == [
        ("shop.kind", "blocker", ("SHO-03",)), ("shop.rent", "minor", ("SHO-02",)), ("shop.owner", "info", ("SHO-04",)),
    ]  # fmt: skip


def test_a_fact_on_which_only_the_severity_of_a_finding_depends_is_asked(tmp_path: Path) -> None:
    dynamic = "severity:\n  - is: blocker\n    when:\n      - shop.kind is bakery\n  - is: minor\n"
    kb = small.load(tmp_path, {"shop/shut.yaml": small.RULE.replace("severity: major\n", dynamic)})
    (question,) = reviewed(SHUT, kb).questions
    assert (question.fact, question.severity, question.codes) == ("shop.kind", "blocker", ("SHO-01",))
    assert reviewed({"shop": {**SHUT["shop"], "kind": "florist"}}, kb).questions == ()
    assert reviewed({"shop": {"open": True}}, kb).questions == ()


def test_a_rule_that_another_replaces_asks_nothing(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path, {"shop/a.yaml": small.rule("shop.rent > 1"), "shop/shut.yaml": small.RULE + "replaces: [SHO-02]\n"}
    )
    assert asked(reviewed(SHUT, kb)) == []
    assert asked(reviewed({"shop": {"open": True}}, kb)) == [("shop.rent", None)]


def test_a_rule_about_one_element_silences_the_question_about_that_element_only(tmp_path: Path) -> None:
    loop = "for: shelf\n"
    rules = {
        "shop/a.yaml": small.rule("shelf.size > 1", more=loop),
        "shop/b.yaml": small.rule("shelf.wide is true", code="SHO-03", more=loop + "replaces: [SHO-02]\n"),
    }
    document = {"shop": {"open": True}, "shelves": [{"id": "a", "wide": True}, {"id": "b", "wide": False}]}
    assert asked(reviewed(document, small.load(tmp_path, rules))) == [("shelves[].size", "shelves/b")]


def test_a_reference_into_an_open_list_asks_whether_the_list_is_complete(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/a.yaml": small.rule("some: shelf\nwhere:\n  - shelf.jars is dangling")})
    document: dict[str, Any] = {"shop": {"open": True}, "shelves": [{"id": "a", "jars": ["x"]}], "jars": []}
    assert asked(reviewed(document, kb)) == [("complete.jars", None)]
    assert asked(reviewed({**document, "complete": {"jars": True}}, kb)) == []
    assert asked(reviewed({**document, "jars": [{"id": "x"}]}, kb)) == []


def test_a_question_has_the_words_of_the_vocabulary(tmp_path: Path) -> None:
    rules = {"shop/a.yaml": small.rule("some: jar\nwhere:\n  - jar.full is true")}
    document = {"shop": {"open": True}, "jars": [{"id": "j", "name": "The big one"}]}
    questions = {question.fact: question for question in reviewed(document, small.load(tmp_path, rules)).questions}
    assert questions["complete.jars"].text == {"en": "Are all jars listed?", "ja": "瓶はすべてありますか"}
    assert questions["jars[].full"].text["en"] == "Is it full?"
    assert questions["jars[].full"].subject_label == {"en": "The big one", "ja": "The big one"}


def test_a_question_keeps_whom_to_ask_and_stays_a_question(tmp_path: Path) -> None:
    rules = {"shop/a.yaml": small.rule("some: jar\nwhere:\n  - jar.full is true")}
    entry = {"fact": "jars[].full", "subject": "jars/j", "answer": "ask", "whom": "the cook", "on": "2026-11-20"}
    document = {"shop": {"open": True}, "jars": [{"id": "j"}, {"id": "k"}], "asked": [entry]}
    told = {
        (one["fact"], one["subject"]): one
        for one in reviewed(document, small.load(tmp_path, rules)).to_dict()["questions"]
    }
    assert told["jars[].full", "jars/j"]["asked"] == {"answer": "ask", "whom": "the cook", "on": "2026-11-20"}
    assert "asked" not in told["jars[].full", "jars/k"]


def test_what_decides_whether_a_verdict_needs_a_fact_is_asked(tmp_path: Path) -> None:
    needs = "must_know:\n  - fact: shop.rent\n    when:\n      - shop.kind is bakery\n      - shop.wares has bread\n"
    policy = small.FILES["verdict.yaml"].replace("must_know:\n  - fact: shop.open\n", needs)
    kb = small.load(tmp_path, {"verdict.yaml": policy})
    shop: dict[str, Any] = {"open": True, "staff": 1}

    def asked(**facts: object) -> list[tuple[str, bool]]:
        found = assess({"shop": {**shop, **facts}}, kb, today="2026-11-22").questions
        return [(question.fact, question.must_know) for question in found]

    assert asked() == [("shop.kind", False), ("shop.wares", False)]
    assert asked(wares=["bread"]) == [("shop.kind", False)]
    assert asked(wares=[]) == asked(kind="florist") == asked(rent=1) == []
    assert asked(wares=["bread"], kind="bakery") == [("shop.rent", True)]


@pytest.mark.parametrize(
    ("facts", "shut"),
    [
        ({"stage_gate": {"used": False}}, "stage_gate.gates"),
        ({"project": {"concrete_activity_started": True}}, "trial.first_planned_in_months"),
        ({"agreement": {"status": "none"}}, "agreement.kind"),
        ({"commitment": {"declared": False}}, "commitment.by"),
        ({"commitment": {"declared": False}}, "commitment.reaffirmed"),
        ({"city_plan": {"consulted": False}}, "city_plan.issue_policy_covers"),
    ],
)
def test_what_another_answer_rules_out_is_put_to_nobody(
    facts: dict[str, dict[str, Any]], shut: str, kb: CompiledKnowledgeBase
) -> None:
    project = {"phase": "preparation", "uses_digital": True}
    found = reviewed({**facts, "project": {**project, **facts.get("project", {})}}, kb).questions
    assert not {shut, f"complete.{shut}"} & {one.fact for one in found}


def test_what_a_verdict_needs_is_asked_although_another_answer_rules_it_out(kb: CompiledKnowledgeBase) -> None:
    document = {
        "project": {"phase": "preparation"},
        "commitment": {"declared": False},
        "agreement": {"status": "signed"},
    }
    levels = {one.fact: one.level for one in reviewed(document, kb).questions}
    assert levels["commitment.by"] == "needed"


# The order


def shuffled(random: Random, data: Any) -> Any:
    """Return a document with its keys and the elements of its lists in another order."""
    if isinstance(data, dict):
        return {key: shuffled(random, data[key]) for key in random.sample(list(data), len(data))}
    if isinstance(data, list):
        return [shuffled(random, one) for one in random.sample(data, len(data))]
    return data


@OFTEN
@given(seed=seeds, own=st.booleans())
def test_the_order_is_the_same_however_the_file_is_ordered(
    kb: CompiledKnowledgeBase, library: CompiledKnowledgeBase, seed: int, own: bool
) -> None:
    random = Random(seed)
    base = kb if own else library
    document: dict[str, Any] = {}
    for _ in range(4):
        questions = reviewed(document, base).questions
        assert asked(reviewed(shuffled(random, document), base)) == [(one.fact, one.subject) for one in questions]
        for question in questions:
            if random.random() < 0.4:
                answer(random, document, question, base)


@OFTEN
@given(seed=seeds)
def test_levels_follow_one_another_and_what_is_asked_as_one_stands_together(
    kb: CompiledKnowledgeBase, seed: int
) -> None:
    random = Random(seed)
    document: dict[str, Any] = {}
    for _ in range(3):
        questions = reviewed(document, kb).questions
        levels = [LEVELS.index(one.level) for one in questions]
        assert levels == sorted(levels)
        runs = [key for key, _ in groupby(one.together for one in questions)]
        assert len(runs) == len(set(runs))
        for question in questions:
            if random.random() < 0.5:
                answer(random, document, question, kb)


@settings(OFTEN, max_examples=10)
@given(seed=seeds)
def test_what_is_said_to_be_able_to_stop_a_project_has_an_answer_with_which_it_is_stopped(
    kb: CompiledKnowledgeBase, seed: int
) -> None:
    random = Random(seed)
    document: dict[str, Any] = {}
    for _ in range(2):
        for question in reviewed(document, kb).questions:
            if random.random() < 0.4:
                answer(random, document, question, kb)
    memory = read_project(document, kb).memory
    unknowns = {unknown.key: unknown for unknown in Space(kb).unknowns(memory)}
    stopping = [one for one in reviewed(document, kb).questions if one.level == "may_stop"]
    for question in random.sample(stopping, min(4, len(stopping))):
        rules = tuple(replace(kb.rule(code), replaces=()) for code in question.codes if is_blocking(kb.rule(code)))
        alone = compiled(replace(kb, rules=rules, verdict=replace(kb.verdict, must_know=())))
        tried = [with_value(memory, question.address, value, kb) for value in unknowns[question.address].values]
        reached = [exact_range(alone, one)[0] for one in tried]
        assert any(one is not None and one.verdict == "hold" for one in reached), (question, document)


def is_blocking(rule: Rule) -> bool:
    return rule.kind == "finding" and any(case.severity == "blocker" for case in rule.severities)


WORTH = "label: {en: kind, ja: 種類}\n"
"""The line behind which a vocabulary says which kind of shop is better."""


def test_what_known_facts_have_half_answered_comes_before_a_worse_rule_of_which_nothing_is_known(
    tmp_path: Path,
) -> None:
    rules = {
        "vocabulary/words.yaml": small.WORDS.replace(WORTH, f"{WORTH}    better: [bakery, florist]\n"),
        "shop/a.yaml": small.rule("shop.kind is bakery", "shop.rent > 1", code="SHO-02"),
        "shop/b.yaml": small.rule("shop.owner is Mori", code="SHO-03").replace("minor", "major"),
    }
    kb = small.load(tmp_path, rules)
    found = reviewed({"shop": {"open": True}}, kb).questions
    assert [(one.fact, one.level) for one in found] == [
        ("shop.owner", "open"), ("shop.kind", "open"), ("shop.rent", "open"),
    ]  # fmt: skip
    found = reviewed({"shop": {"open": True, "kind": "bakery"}}, kb).questions
    assert [(one.fact, one.level) for one in found] == [("shop.rent", "half_answered"), ("shop.owner", "open")]


@pytest.mark.parametrize("worth", ["", "    better: [florist, bakery]\n"])
def test_a_minor_rule_is_not_half_answered_by_what_could_not_be_better(worth: str, tmp_path: Path) -> None:
    rules = {
        "vocabulary/words.yaml": small.WORDS.replace(WORTH, WORTH + worth),
        "shop/a.yaml": small.rule("shop.kind is bakery", "shop.rent > 1", code="SHO-02"),
        "shop/b.yaml": small.rule("shop.owner is Mori", code="SHO-03").replace("minor", "major"),
    }
    document = {"shop": {"open": True, "kind": "bakery"}}
    found = reviewed(document, small.load(tmp_path / "minor", rules)).questions
    assert [(one.fact, one.level) for one in found] == [("shop.owner", "open"), ("shop.rent", "open")]
    rules["shop/a.yaml"] = rules["shop/a.yaml"].replace("minor", "major")
    found = reviewed(document, small.load(tmp_path / "major", rules)).questions
    assert [(one.fact, one.level) for one in found] == [("shop.rent", "half_answered"), ("shop.owner", "open")]
