"""A search among completions tries no value twice that no rule can tell from another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from advise.engine.assess.completions import Reach
from advise.engine.assess.goals import Avoid, waits
from advise.engine.assess.search import Conflict, Ground, SearchResult
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.address import Address
from advise.engine.project.memory import Key, Value
from advise.engine.project.project import read_project

from .. import generated


def test_of_words_that_no_rule_can_tell_apart_one_is_tried(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a municipality would help, and this one would have no champion; what it is besides, no rule asks."""
    kind, tried = Address("organisations[].kind", "organisations/only"), list[Value]()
    put: Callable[[Ground, Sequence[Address], Mapping[Address, Value]], Callable[[], None]] = Ground.set

    def seen(ground: Ground, keys: Sequence[Address], values: Mapping[Address, Value]) -> Callable[[], None]:
        tried.extend(values[key] for key in keys if key == kind)
        return put(ground, keys, values)

    monkeypatch.setattr(Ground, "set", seen)
    data = {
        "project": {"phase": "launched"},
        "organisations": [{"id": "only", "involved": True, "champion_identified": False}],
        "complete": {"organisations": True},
    }
    found = Reach(kb, read_project(data, kb).memory).up_to("revise")
    assert (found.facts, found.proved, found.split) == (None, True, (kind,))
    assert tried == ["own_company", "municipality", "prefecture", "local_company", "research_institution"]


def test_what_waits_for_the_fewest_facts_is_looked_at_first(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = list[tuple[int, Address]]()
    put: Callable[[Ground, Sequence[Address], Mapping[Address, Value]], Callable[[], None]] = Ground.set

    def seen(ground: Ground, keys: Sequence[Address], values: Mapping[Address, Value]) -> Callable[[], None]:
        [key] = keys
        chosen.append((min(len(unknown) for unknown in ground.waits.values() if key in unknown), key))
        return put(ground, keys, values)

    monkeypatch.setattr(Ground, "set", seen)
    found = Reach(kb, read_project({"project": {"phase": "launched"}}, kb).memory).up_to("revise")
    assert found.facts is not None
    assert [number for number, _ in chosen[:4]] == [1, 1, 1, 2]
    assert chosen[0][1] == Address("top.active_after_launch")


def test_elements_that_are_alike_are_given_the_same_value_at_once(kb: CompiledKnowledgeBase) -> None:
    def sought(number: int) -> SearchResult:
        named = {path: [{"id": f"{path}{one}"} for one in range(number)] for path in ("organisations", "goals", "kpis")}
        return Reach(kb, read_project({"project": {"phase": "scaling"}, **named}, kb).memory).up_to("revise")

    assert sought(15).facts is not None
    assert sought(15).steps == sought(2).steps


def test_where_the_same_value_does_not_do_each_is_given_its_own(kb: CompiledKnowledgeBase) -> None:
    data = json.loads(Path("examples/exemplary.json").read_text(encoding="utf-8"))
    early = ("municipality", "local_company", "research_institution")
    others = [one for one in data["organisations"] if one["kind"] not in early]
    [city] = [one for one in data["organisations"] if one["kind"] == "municipality"]
    alike = {fact: value for fact, value in city.items() if fact not in ("id", "name", "kind")}
    data["organisations"] = [*others, *({"id": f"x{one}", **alike} for one in range(3))]
    reach = Reach(kb, read_project(data, kb).memory)
    found = reach.up_to("proceed")
    assert found.facts is not None
    assert sorted(map(str, found.facts.values())) == sorted(early)
    assert reach.completion(found).verdict == "proceed"


def hard(number: int, kb: CompiledKnowledgeBase) -> Iterator[Reach]:
    """Yield what completions reach of one project that is hard to settle, and of some that are drawn."""
    organisations = [{"id": "city", "kind": "municipality"}, {"id": "mill"}, {"id": "bank", "involved": True}]
    data = {"project": {"phase": "launched"}, "organisations": organisations, "complete": {"organisations": True}}
    yield Reach(kb, read_project(data, kb).memory)
    for seed in range(number):
        yield Reach(kb, generated.project(Random(seed), kb.vocabulary))


def test_what_is_kept_of_what_outcomes_wait_for_is_what_they_wait_for(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = list[bool]()
    ask = Avoid.next

    def asked(goal: Avoid, ground: Ground) -> Address | Conflict | None:
        kept, ground.waits = ground.waits, {}
        for key, unknown in kept.items():
            compared.append(waits(key, ground) == unknown)
        ground.waits = kept
        return ask(goal, ground)

    monkeypatch.setattr(Avoid, "next", asked)
    for reach in hard(30, kb):
        reach.up_to("revise")
    assert len(compared) > 100
    assert all(compared)


def test_what_an_outcome_waits_for_is_found_out_anew_only_where_one_of_these_facts_is_known(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, again = list[Mapping[Address, Value]](), list[bool]()
    found = dict[Key, list[tuple[list[Mapping[Address, Value]], frozenset[Address]]]]()
    put: Callable[[Ground, Sequence[Address], Mapping[Address, Value]], Callable[[], None]] = Ground.set

    def seen(ground: Ground, keys: Sequence[Address], values: Mapping[Address, Value]) -> Callable[[], None]:
        take_back = put(ground, keys, values)
        path.append(values)

        def put_back() -> None:
            path.pop()
            take_back()

        return put_back

    def found_out(key: Key, ground: Ground) -> frozenset[Address]:
        unknown = waits(key, ground)
        for before, waited in found.setdefault(key, []):
            known = {fact for values in path[len(before) :] for fact in values}
            if path[: len(before)] == before and not any(fact.fact in kb.vocabulary.lists for fact in known):
                again.append(not waited.isdisjoint(known))
        found[key].append((path.copy(), unknown))
        return unknown

    monkeypatch.setattr(Ground, "set", seen)
    monkeypatch.setattr("advise.engine.assess.goals.waits", found_out)
    for reach in hard(30, kb):
        found.clear()
        reach.up_to("revise")
    assert len(again) > 20
    assert all(again)
