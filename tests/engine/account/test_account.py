"""What a truth rests on, which unknown facts stand in its way, and what must change before it can."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advise.engine.account import Account, Accounts
from advise.engine.assess.space import Space, with_value
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.evaluate import Evaluator
from advise.engine.evaluate.rerun import rerun
from advise.engine.project.address import Address, subject_of
from advise.engine.project.memory import Key, WorkingMemory
from advise.engine.project.project import read_project
from advise.engine.whatif.changes import apply_change, changes_of

from ...knowledge_bases import small
from .. import generated
from ..refinement import places_of, some_value
from ..whatif import exhaustive

OFTEN = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32)
WIDE = "where:\n  - shelf.wide is true"


def supported(folder: Path, document: dict[str, Any], *when: str) -> tuple[set[str], set[str]]:
    """Return the evidence for, and the unknown facts in the way of, the truth of some conditions."""
    kb = small.load(folder, {"shop/other.yaml": small.rule(*when)})
    evaluator = Evaluator(kb)
    _, memory = evaluator.run_in(read_project(document, kb).memory)
    account = Accounts(evaluator, memory).of_outcome(("SHO-02", None))
    assert account is not None
    return {*map(named, account.evidence())}, {*map(named, account.unknown())}


def named(key: tuple[str, str | None]) -> str:
    fact, subject = key
    return fact if subject is None else f"{fact} of {subject}"


def evidence(folder: Path, document: dict[str, Any], *when: str) -> set[str]:
    found, unknown = supported(folder, document, *when)
    assert unknown == set()
    return found


def unknown(folder: Path, document: dict[str, Any], *when: str) -> set[str]:
    found, open_ = supported(folder, document, *when)
    assert found == set()
    return open_


SHELVES = {
    "shelves": [
        {"id": "a", "wide": True, "size": 1},
        {"id": "b", "wide": False, "size": 9},
        {"id": "c", "wide": True, "size": 9},
    ]
}


@pytest.mark.parametrize(
    ("document", "when", "facts"),
    [
        ({"shop": {"open": True, "staff": 9}}, ["shop.open is true", "shop.staff > 1"], {"shop.open", "shop.staff"}),
        ({"shop": {"open": False, "staff": 9}}, ["shop.open is true", "shop.staff > 1"], {"shop.open"}),
        ({"shop": {"open": True, "staff": 9}}, ["any:\n  - shop.open is true\n  - shop.staff < 1"], {"shop.open"}),
        ({"shop": {"open": False, "staff": 9}}, ["any:\n  - shop.open is true\n  - shop.staff < 1"], {"shop.open", "shop.staff"}),
        ({"shop": {"open": False}}, ["not:\n  - shop.open is true"], {"shop.open"}),
        ({"shop": {"staff": 2, "rent": 1}}, ["shop.staff > shop.rent"], {"shop.staff", "shop.rent"}),
        ({}, ["shop.open is unknown"], set()),
        (SHELVES, [f"some: shelf\n{WIDE}"], {"shelves[].wide of shelves/a", "shelves[].wide of shelves/c"}),
        (SHELVES, ["some: shelf"], {"shelves[].id of shelves/a", "shelves[].id of shelves/b", "shelves[].id of shelves/c"}),
        (SHELVES, ["none: shelf\nwhere:\n  - shelf.size > 9"],
         {"shelves", "shelves[].size of shelves/a", "shelves[].size of shelves/b", "shelves[].size of shelves/c"}),
        (SHELVES, [f"every: shelf\n{WIDE}\nis:\n  - shelf.size > 5"], {"shelves[].wide of shelves/a", "shelves[].size of shelves/a"}),
        (SHELVES, [f"every: shelf\n{WIDE}\nis:\n  - shelf.size > 0"],
         {"shelves", "shelves[].wide of shelves/b"} | {f"shelves[].{fact} of shelves/{one}" for one in "ac" for fact in ("wide", "size")}),
        (SHELVES, [f'sum: shelf.size\n{WIDE}\nis: ">= 10"'],
         {"shelves", *(f"shelves[].wide of shelves/{one}" for one in "abc"), *(f"shelves[].size of shelves/{one}" for one in "ac")}),
        ({"jars": [], "complete": {"jars": True}}, ["none: jar"], {"jars", "complete.jars"}),
        ({"seasons": {"summer": {"busy": True}}}, ["seasons.summer.busy is true"], {"seasons.*.busy of seasons/summer"}),
        ({"shop": {"staff": 1}}, ["shop.size is small"], {"shop.staff"}),
        ({"shop": {"staff": 2}}, ["shop.size is not big"], {"shop.staff"}),
        ({"shelves": [{"id": "a", "jars": ["x"]}], "jars": [], "complete": {"jars": True}},
         ["some: shelf\nwhere:\n  - shelf.jars is dangling"], {"shelves[].jars of shelves/a", "jars"}),
    ],
)  # fmt: skip
def test_a_known_truth_rests_on_the_stated_facts_that_decided_it(
    document: dict[str, Any], when: list[str], facts: set[str], tmp_path: Path
) -> None:
    assert evidence(tmp_path, document, *when) == facts


@pytest.mark.parametrize(
    ("document", "when", "facts"),
    [
        ({"shop": {"open": True}}, ["shop.open is true", "shop.staff > 1"], {"shop.staff"}),
        ({"shop": {"staff": 1}}, ["any:\n  - shop.open is true\n  - shop.staff > 1"], {"shop.open"}),
        ({}, ["not:\n  - shop.open is true"], {"shop.open"}),
        ({"shop": {"staff": 1}}, ["shop.staff > shop.rent"], {"shop.rent"}),
        ({}, ["shop.size is small"], {"shop.staff"}),
        ({}, [f"some: shelf\n{WIDE}"], {"shelves"}),
        ({"shelves": [{"id": "a"}, {"id": "b", "wide": False}]}, [f"some: shelf\n{WIDE}"], {"shelves[].wide of shelves/a"}),
        ({"jars": [{"id": "a", "full": False}]}, ["some: jar\nwhere:\n  - jar.full is true"], {"complete.jars"}),
        ({"jars": [{"id": "a"}], "complete": {"jars": False}}, ["some: jar\nwhere:\n  - jar.full is true"], {"jars[].full of jars/a"}),
        ({}, ["some: jar\nwhere:\n  - jar.full is true"], {"jars", "complete.jars"}),
        ({"shelves": [{"id": "a", "size": 9}, {"id": "b", "size": 1}, {"id": "c", "wide": True}]},
         [f"every: shelf\n{WIDE}\nis:\n  - shelf.size > 5"], {"shelves[].wide of shelves/b", "shelves[].size of shelves/c"}),
        ({"shelves": [{"id": "a", "wide": True}]}, [f'sum: shelf.size\n{WIDE}\nis: ">= 5"'], {"shelves[].size of shelves/a"}),
        ({"seasons": {"summer": {"busy": True}}}, ["every: season\nis:\n  - season.busy is true"], {"seasons.*.busy of seasons/winter"}),
        ({"shelves": [{"id": "a", "jars": ["x"]}]}, ["some: shelf\nwhere:\n  - shelf.jars is dangling"], {"jars", "complete.jars"}),
    ],
)  # fmt: skip
def test_an_unknown_truth_waits_for_the_facts_that_could_decide_it_and_no_others(
    document: dict[str, Any], when: list[str], facts: set[str], tmp_path: Path
) -> None:
    assert unknown(tmp_path, document, *when) == facts


@OFTEN
@given(seed=seeds)
def test_a_known_truth_rests_on_known_facts_and_an_unknown_one_waits_for_unknown_ones(seed: int) -> None:
    random = Random(seed)
    evaluator = Evaluator(generated.knowledge_base(random), strict=random.random() < 0.5)
    _, memory = evaluator.run_in(generated.project(random, evaluator.kb.vocabulary))
    for _, account in outcomes(evaluator, memory):
        assert all(is_known(fact, memory) or fact[0] in memory.project for fact in account.evidence())
        assert not any(is_known(fact, memory) for fact in account.unknown())
        assert not (account.unknown() if account.truth is not None else account.evidence())
        # That more parts may come is no fact of these knowledge bases.
        assert account.truth is not None or account.unknown() or "parts" not in memory.closed


@OFTEN
@given(seed=seeds)
def test_a_truth_stays_unless_a_fact_of_its_sufficient_reason_changes(seed: int) -> None:
    random = Random(seed)
    evaluator = Evaluator(generated.knowledge_base(random))
    stated = generated.project(random, evaluator.kb.vocabulary)
    before, memory = evaluator.run_in(stated)
    for key, account in outcomes(evaluator, memory):
        changed, reason = deepcopy(stated), account.reason()
        for fact in evaluator.kb.vocabulary.facts.values():
            for holder, name in places_of(fact, changed):
                subject = None if fact.source is None else subject_of(fact.source, holder["id"])
                if Address(fact.path, subject) not in reason and random.random() < 0.5:
                    holder.pop(name, None)
                    if random.random() < 0.7:
                        holder[name] = some_value(random, fact, changed, evaluator.kb.vocabulary)
        assert evaluator.run(changed).outcomes[key] is before.outcomes[key]


def outcomes(evaluator: Evaluator, memory: WorkingMemory) -> Iterator[tuple[Key, Account]]:
    """Yield the accounts of all rules about all their subjects."""
    accounts = Accounts(evaluator, memory)
    for code, compiled in evaluator.by_code.items():
        loop = compiled.rule.loop
        for name in [None] if loop is None else [str(one["id"]) for one in memory.elements.get(loop.source, ())]:
            account = accounts.of_outcome((code, name))
            assert account is not None
            yield (code, name), account


def is_known(address: Address, memory: WorkingMemory) -> bool:
    """Tell whether a stated fact as a whole, or which elements a list has, is in the working memory."""
    fact, subject = address
    if subject is None:
        return memory.knows(fact) or fact in memory.elements
    source, _, name = subject.partition("/")
    element = memory.element(source, name)
    assert element is not None
    return fact.rpartition(".")[2] in element


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("seed", range(15))
def test_an_account_says_the_same_with_what_is_taken_from_an_earlier_run(seed: int, strict: bool) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    evaluator = kb.strict if strict else kb.evaluator
    conclusions, after = evaluator.run_in(memory)
    begun = Accounts(evaluator, after)
    for key in random.choices(exhaustive.fact_keys(kb, memory), k=6):
        for change in changes_of(key, memory, Space(kb)):
            then = rerun(evaluator, apply_change(after, change, kb), [key], conclusions)
            for outcome in then.conclusions.outcomes:
                first, again = (
                    Accounts(evaluator, then.memory, before).of_outcome(outcome) for before in (None, begun)
                )
                if first is not None and again is not None:
                    assert (again.truth, again.evidence(), again.unknown()) == (
                        first.truth,
                        first.evidence(),
                        first.unknown(),
                    )
                    assert again.reason() == first.reason()


def test_of_elements_that_stay_as_they_were_what_rests_on_them_alone_is_accounted_for_once(
    kb: CompiledKnowledgeBase,
) -> None:
    organisations = [{"id": name, "champion_identified": True} for name in ("changed", "same")]
    project = read_project({"organisations": organisations, "goals": [{"id": "g"}]}, kb)
    conclusions, memory = kb.evaluator.run_in(project.memory)
    begun, facts = Accounts(kb.evaluator, memory), []
    for key in (Address("organisations[].champion_willing", "organisations/changed"), Address("goals")):
        changed = with_value(memory, key, 1.0 if key.subject is None else True, kb)
        then = rerun(kb.evaluator, changed, [key], conclusions).memory
        accounts = Accounts(kb.evaluator, then, begun)
        for concept, source in (("organisations[].champion", "organisations"), ("goals[].without_kpi", "goals")):
            for now, before in zip(then.elements[source], memory.elements[source], strict=False):
                if accounts.derived(concept, now) is begun.derived(concept, before):
                    facts.append((key.fact, str(now["id"])))
    assert facts == [
        ("organisations[].champion_willing", "same"),
        ("goals", "changed"),
        ("goals", "same"),
    ]
