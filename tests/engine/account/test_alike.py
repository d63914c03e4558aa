"""Elements that are alike are tried once, and what was found out about one is told of the others."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

import pytest

from advise.engine.account import Account, Accounts
from advise.engine.account.account import ElementAccount
from advise.engine.account.alike import Alike
from advise.engine.assess import assess
from advise.engine.assess.asker import Asker
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import Grade, Rule
from advise.engine.project.address import Address
from advise.engine.project.memory import Key, WorkingMemory
from advise.engine.project.project import Project, read_project
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.nearly import nearly

from ...work import work
from .. import generated

DAY = "2026-11-22"
CITY = {"kind": "municipality", "involved": True}


def alike(kb: CompiledKnowledgeBase, named: tuple[str, ...] = (), **lists: list[dict[str, Any]]) -> Alike:
    return Alike(kb.evaluator.run_in(read_project(lists, kb).memory)[1], kb.evaluator, named)


def test_elements_of_which_the_same_is_known_are_alike(kb: CompiledKnowledgeBase) -> None:
    organisations: list[dict[str, Any]] = [
        {"id": "a"},
        {"id": "b", **CITY},
        {"id": "c", "name": "C"},
        {"id": "d", "kind": "other"},
        {"id": "e/2", **CITY},
    ]
    found = alike(kb, organisations=organisations)
    assert [found.first("organisations", name) for name in ("a", "b", "c", "d", "e/2")] == ["a", "b", "a", "d", "b"]
    assert found.first_like("organisations/e/2") == "organisations/b"
    assert (found.first_like("organisations/d"), found.first_like(None)) == ("organisations/d", None)
    assert [found.stands_for_others(f"organisations/{name}") for name in "abc"] == [True, True, False]


def test_an_element_that_something_names_is_like_no_other(kb: CompiledKnowledgeBase) -> None:
    goals = [{"id": name} for name in "abcd"]
    found = alike(kb, ("d",), goals=goals, kpis=[{"id": "k", "goals": ["b"]}])
    assert [found.first("goals", name) for name in "abcd"] == ["a", "b", "a", "d"]


def test_members_of_a_family_are_told_apart(kb: CompiledKnowledgeBase) -> None:
    assert alike(kb).first("capitals", "human") == "human"


def with_some_alike(random: Random, kb: CompiledKnowledgeBase) -> Project:
    """Draw a project in whose lists several elements are alike."""
    project = Project(generated.project(random, kb.vocabulary))
    for path, listed in kb.vocabulary.lists.items():
        if not listed.members:
            some: list[dict[str, Any]] = [{}, *({"involved": True} for _ in range(path == "organisations"))]
            elements = [{"id": f"x{one}", **random.choice(some)} for one in range(5)]
            project.memory.elements[path] = [*project.memory.elements.get(path, ()), *elements]
    project.memory.indexes.clear()
    return project


@pytest.mark.parametrize("seed", range(12))
def test_what_is_told_of_elements_that_are_alike_is_what_a_run_would_find(seed: int, kb: CompiledKnowledgeBase) -> None:
    random = Random(seed)
    project = with_some_alike(random, kb)
    what_if = WhatIf(kb, project.memory)
    told = [one for one in what_if.unknowns().values() if what_if.alike.exchange(one.subject) is not None]
    assert told
    for unknown in random.sample(told, min(len(told), 60)):
        for value in unknown.values:
            assert what_if.shift(unknown.key, value) == what_if.shift_from(what_if.now, unknown.key, value)


@pytest.mark.parametrize("seed", range(12))
def test_questions_about_elements_that_are_alike_are_those_of_each_gone_through_apart(
    seed: int, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = with_some_alike(Random(seed), kb)
    once = assess(project, kb, today=DAY, interpreter="evaluate").questions
    none = Alike(WorkingMemory(), kb.evaluator)
    for room in ("asker", "run"):
        monkeypatch.setattr(f"advise.engine.assess.{room}.alike_in", lambda *_: none)
    assert once == assess(project, kb, today=DAY, interpreter="evaluate").questions


def test_of_many_elements_that_are_alike_references_name_the_first(kb: CompiledKnowledgeBase) -> None:
    for number, parts in ((10, 10), (11, 1)):
        plan = {"goals": [{"id": f"g{one}"} for one in range(number)], "kpis": [{"id": "k"}]}
        what_if = WhatIf(kb, read_project(plan, kb).memory)
        assert len(what_if.unknowns()[Address("kpis[].goals", "kpis/k")].values) == parts + 2


def test_work_does_not_grow_with_elements_of_which_nothing_is_known(kb: CompiledKnowledgeBase) -> None:
    def tried(number: int) -> None:
        plan = {"organisations": [{"id": f"o{one}"} for one in range(number)]}
        what_if = WhatIf(kb, read_project(plan, kb).memory)
        for unknown in what_if.unknowns().values():
            what_if.effects(unknown)
        assert nearly(what_if)

    tried(1)
    few = work(lambda: tried(30))
    assert work(lambda: tried(60)) < 2.5 * few


@pytest.fixture
def accounted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list of one number: how many accounts of elements were made."""
    made, seen = ElementAccount.__init__, [0]

    def counted(self: ElementAccount, *rest: Any) -> None:
        seen[0] += 1
        made(self, *rest)

    monkeypatch.setattr(ElementAccount, "__init__", counted)
    return seen


def test_what_keeps_each_of_many_elements_open_that_are_alike_is_found_out_of_one(
    kb: CompiledKnowledgeBase, accounted: list[int]
) -> None:
    times = []
    for number in (20, 40):
        accounted[0] = 0
        plan = {path: [{"id": f"{path}{one}"} for one in range(number)] for path in ("goals", "kpis", "themes")}
        assess(plan, kb, today=DAY, interpreter="evaluate")
        times.append(accounted[0])
    assert times[1] < 2.5 * times[0]


def test_which_severity_is_open_is_found_out_of_one_of_many_elements_that_are_alike(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, grades = list[Key](), Asker._undecided_grades

    def noted(asker: Asker, rule: Rule, key: Key) -> Iterable[tuple[Grade, Account]]:
        asked.append(key)
        return grades(asker, rule, key)

    monkeypatch.setattr(Asker, "_undecided_grades", noted)
    plan = {"organisations": [{"id": f"o{one}"} for one in range(20)]}
    questions = assess(plan, kb, today=DAY, interpreter="evaluate").questions
    assert {f"organisations/o{one}" for one in range(20)} <= {question.subject for question in questions}
    assert {name for _, name in asked if name in {one["id"] for one in plan["organisations"]}} == {"o0"}


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_what_a_truth_rests_on_is_the_same_where_elements_are_said_to_be_alike(
    seed: int, strict: bool, kb: CompiledKnowledgeBase
) -> None:
    evaluator = kb.strict if strict else kb.evaluator
    conclusions, memory = evaluator.run_in(with_some_alike(Random(seed), kb).memory)
    each, once = Accounts(evaluator, memory), Accounts(evaluator, memory, alike=Alike(memory, kb.evaluator))
    for key in conclusions.outcomes:
        one, other = each.of_outcome(key), once.of_outcome(key)
        if one is not None and other is not None:
            assert (one.evidence(), one.unknown()) == (other.evidence(), other.unknown())


def test_of_a_list_of_elements_that_are_alike_one_is_accounted_for(
    kb: CompiledKnowledgeBase, accounted: list[int]
) -> None:
    plan = {"organisations": [{"id": f"o{one}"} for one in range(50)]}
    conclusions, memory = kb.strict.run_in(read_project(plan, kb).memory)
    accounts = Accounts(kb.strict, memory, alike=Alike(memory, kb.evaluator))
    waiting = [key for key, truth in conclusions.outcomes.items() if truth is None and key[1] is None]
    facts = {fact for key in waiting for fact in accounts.unknown(key)}
    assert len({fact.subject for fact in facts}) > 50
    assert accounted[0] < 3 * len(waiting)
