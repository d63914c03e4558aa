"""Single changes: what they are, what they do, and how `--set` says them."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from advise.engine.assess.space import Space, with_value
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.address import Address
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.memory import OpenSet, WorkingMemory
from advise.engine.project.project import read_project
from advise.engine.whatif.changes import (
    ADD,
    DROP,
    FIND_OUT,
    MOST_NEW,
    Change,
    apply_change,
    as_assumption,
    changes_of,
    giving_up,
    proposals_of,
    refinements,
)

from ...knowledge_bases import small

PROJECT: dict[str, Any] = {
    "top": {"visited_site": False, "dialogue_with": ["municipality", "citizens"]},
    "city": {"population": 50_000},
    "capitals": {"human": {"assessed": True}},
    "goals": [{"id": "g1"}, {"id": "g2"}],
    "kpis": [{"id": "k1", "goals": ["g1"]}],
    "organisations": [{"id": "city", "kind": "municipality"}],
}


@pytest.fixture
def memory(kb: CompiledKnowledgeBase) -> WorkingMemory:
    return read_project(PROJECT, kb).memory


@pytest.fixture(scope="module")
def space(kb: CompiledKnowledgeBase) -> Space:
    return Space(kb)


def test_a_known_fact_that_nobody_can_change_has_no_change(memory: WorkingMemory, space: Space) -> None:
    assert list(changes_of(Address("city.population"), memory, space)) == []


def test_an_unknown_fact_that_nobody_can_change_can_be_found_out(memory: WorkingMemory, space: Space) -> None:
    fixed = [path for path, fact in space.kb.vocabulary.facts.items() if fact.effort == "fixed" and fact.source is None]
    unknown = next(path for path in fixed if path not in memory.project)
    found = list(changes_of(Address(unknown), memory, space))
    assert found
    assert {(change.effort, change.found_out) for change in found} == {(FIND_OUT, True)}


def test_a_known_fact_changes_to_every_other_value(memory: WorkingMemory, space: Space) -> None:
    (change,) = changes_of(Address("top.visited_site"), memory, space)
    assert (change.value, change.found_out) == (True, False)


def test_a_set_gains_single_values_and_loses_none_where_more_is_better(memory: WorkingMemory, space: Space) -> None:
    values = _dialogues(with_value(memory, Address("complete.top.dialogue_with"), True, space.kb), space)
    assert frozenset({"municipality"}) not in values
    assert frozenset({"municipality", "citizens", "local_company"}) in values
    assert len(values) == len(set(values))


def test_an_open_set_may_hold_more_or_nothing_more_but_loses_nothing(memory: WorkingMemory, space: Space) -> None:
    named = frozenset({"municipality", "citizens"})
    values = _dialogues(memory, space)
    assert {named, named | {"local_company"}, frozenset(space.kb.vocabulary.facts["top.dialogue_with"].values)} < {
        *values
    }
    assert all(named <= value for value in values)
    assert not any(isinstance(value, OpenSet) for value in values)


def _dialogues(memory: WorkingMemory, space: Space) -> list[frozenset[str]]:
    changes = proposals_of(Address("top.dialogue_with"), memory, space, memory)
    return [change.value for change in changes if isinstance(change.value, frozenset)]


def test_a_set_that_is_changed_anyway_is_refined_at_no_further_effort(memory: WorkingMemory, space: Space) -> None:
    change = Change("kpis[].goals", "kpis/k1", frozenset({"g2"}), 1)
    refined = dict(refinements(change, memory, space))
    assert refined["g1"].value == frozenset({"g1", "g2"})
    assert refined["g1"].effort == change.effort


def test_a_list_takes_a_few_new_elements(memory: WorkingMemory, space: Space) -> None:
    names = []
    while found := list(changes_of(Address("kpis"), memory, space)):
        (change,) = found
        assert change.effort == ADD
        names.append(change.value)
        memory = apply_change(memory, change, space.kb)
    assert len(names) == MOST_NEW
    assert [element["id"] for element in memory.elements["kpis"]] == ["k1", *names]


def test_a_goal_may_be_given_up_but_no_organisation(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> None:
    (change,) = giving_up("goals", "g1", kb)
    assert change.effort == DROP
    assert [element["id"] for element in apply_change(memory, change, kb).elements["goals"]] == ["g2"]
    assert list(giving_up("organisations", "city", kb)) == []


def test_a_list_that_needs_no_word_on_its_completeness_has_none_to_change(memory: WorkingMemory, space: Space) -> None:
    assert list(changes_of(Address("complete.goals"), memory, space)) == []


@pytest.mark.parametrize(
    ("change", "written"),
    [
        (Change("commitment.declared", None, True, 1), "commitment.declared=true"),
        (Change("commitment.by", None, "ceo", 1), "commitment.by=ceo"),
        (Change("organisations[].capitals", "organisations/city", frozenset({"human"}), 1),
         'organisations/city.capitals=["human"]'),
        (Change("capitals.*.assessed", "capitals/human", False, 1), "capitals/human.assessed=false"),
        (Change("city.population", None, 30_000.0, 1), "city.population=30000"),
        (Change("kpis", "kpis/new-1", "new-1", 2), "kpis/new-1.name=new-1"),
        (Change("goals", "goals/g1", None, 1), "goals/g1="),
        (Change("project.name", None, "-", 1), "project.name=-"),
    ],
)  # fmt: skip
def test_a_change_is_said_as_an_assumption(change: Change, written: str, kb: CompiledKnowledgeBase) -> None:
    assert as_assumption(change, kb) == written


@pytest.mark.parametrize("seed", range(20))
def test_a_change_and_its_assumption_make_the_same_project(seed: int, kb: CompiledKnowledgeBase, space: Space) -> None:
    random = Random(seed)
    memory = read_project(PROJECT, kb).memory
    keys = [Address(path) for path, fact in kb.vocabulary.facts.items() if not fact.source]
    keys += [
        Address("kpis"),
        Address("goals"),
        Address("organisations[].kind", "organisations/city"),
        Address("kpis[].goals", "kpis/k1"),
    ]
    keys += [Address(fact.path, "capitals/human") for fact in kb.vocabulary.facts.values() if ".*." in fact.path]
    for key in random.sample(keys, 12):
        for change in changes_of(key, memory, space):
            if change.fact in ("complete.organisations", "complete.portfolio.seeds"):
                continue
            changed = apply_change(memory, change, kb)
            assert with_assumptions(PROJECT, [as_assumption(change, kb)], kb).memory == changed


def test_a_list_that_was_said_to_be_complete_is_so_once_it_is_stated(kb: CompiledKnowledgeBase) -> None:
    said: dict[str, Any] = {"complete": {"organisations": True}}
    memory = read_project(said, kb).memory
    none = with_value(memory, Address("organisations"), 0.0, kb)
    assert none == read_project({**said, "organisations": []}, kb).memory
    one = apply_change(memory, Change("organisations", "organisations/new-1", "new-1", ADD, found_out=True), kb)
    assert one == read_project({**said, "organisations": [{"id": "new-1"}]}, kb).memory


@pytest.mark.parametrize(
    "text", ["市", "5", "-1", "1e5", "NaN", "[a]", "[]", '"a"', "{}", "null", "true", "a=b", "a b"]
)
def test_a_text_is_assumed_as_it_is(text: str, kb: CompiledKnowledgeBase) -> None:
    written = as_assumption(Change("city.name", None, text, 1), kb)
    assert with_assumptions(PROJECT, [written], kb).memory.project["city.name"] == text


def test_nobody_is_asked_to_take_back_that_a_list_is_complete(tmp_path: Path) -> None:
    kb = small.load(tmp_path)
    key = Address("complete.jars")
    said = [read_project({"jars": [], "complete": {"jars": answer}}, kb).memory for answer in (True, False)]
    assert [[change.value for change in changes_of(key, memory, Space(kb))] for memory in said] == [[], [True]]
