"""A search among completions tries no value twice that no rule can tell from another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from advise.engine.assess.completions import Reach
from advise.engine.assess.search import Ground
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
