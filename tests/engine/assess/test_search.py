"""A search among completions tries no value twice that no rule can tell from another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from advise.engine.assess.completions import Reach
from advise.engine.assess.goals import Avoid, waits
from advise.engine.assess.search import Conflict, Ground
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.address import Address
from advise.engine.project.memory import Value
from advise.engine.project.project import read_project


def test_of_words_that_no_rule_can_tell_apart_one_is_tried(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a municipality would help, and this one would have no champion; what it is besides, no rule asks."""
    kind, tried = Address("organisations[].kind", "organisations/only"), list[Value]()
    put: Callable[[Ground, Address, Mapping[Address, Value]], Callable[[], None]] = Ground.set

    def seen(ground: Ground, key: Address, values: Mapping[Address, Value]) -> Callable[[], None]:
        tried.extend([values[key]] if key == kind else [])
        return put(ground, key, values)

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
    put: Callable[[Ground, Address, Mapping[Address, Value]], Callable[[], None]] = Ground.set

    def seen(ground: Ground, key: Address, values: Mapping[Address, Value]) -> Callable[[], None]:
        chosen.append((min(len(unknown) for unknown in ground.waits.values() if key in unknown), key))
        return put(ground, key, values)

    monkeypatch.setattr(Ground, "set", seen)
    found = Reach(kb, read_project({"project": {"phase": "launched"}}, kb).memory).up_to("revise")
    assert found.facts is not None
    assert [number for number, _ in chosen[:4]] == [1, 1, 1, 2]
    assert chosen[0][1] == Address("top.active_after_launch")


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
    organisations = [{"id": "city", "kind": "municipality"}, {"id": "mill"}, {"id": "bank", "involved": True}]
    data = {"project": {"phase": "launched"}, "organisations": organisations, "complete": {"organisations": True}}
    Reach(kb, read_project(data, kb).memory).up_to("revise")
    assert len(compared) > 100
    assert all(compared)
