"""The values that are tried are those that rules can tell apart."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from advise.engine.assess.space import Space, with_value, with_values
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.address import Address
from advise.engine.project.project import read_project
from advise.engine.project.values import convert
from advise.engine.whatif.changes import as_json
from advise.engine.whatif.effects import WhatIf

from ...knowledge_bases import small
from .. import generated

STAFF = 40
CASES = [
    ("shop.rent", "shop.rent in [10, 700]"),
    ("shop.rent", "shop.rent not in [700]"),
    ("shop.rent", "shop.rent is 0.125"),
    ("shop.rent", "shop.rent < shop.staff"),
    ("shop.rent", "shop.staff < shop.rent"),
    ("shop.rent", "shop.rent is shop.staff"),
    ("shop.floor", "shop.floor < 0"),
    ("shop.floor", "shop.floor >= 0"),
    ("shop.floor", "shop.floor <= -3"),
    ("shop.floor", "shop.floor < 2.5"),
    ("shop.owner", "shop.owner is Mori"),
    ("shop.owner", "shop.owner is not Mori"),
    ("shop.owner", "some: shelf\nwhere:\n  - shop.owner is shelf.id"),
    ("shop.owner", "some: shelf\nwhere:\n  - shelf.id is shop.owner"),
]
FLOOR = "  shop.floor:\n    type: int\n    label: {en: floor, ja: 階}\n    question: {en: Floor?, ja: 何階}\n  complete.jars:\n"


@pytest.mark.parametrize(("fact", "condition"), CASES)
def test_some_value_settles_a_comparison_one_way_and_some_value_the_other(
    fact: str, condition: str, tmp_path: Path
) -> None:
    words = small.WORDS.replace("  complete.jars:\n", FLOOR)
    kb = small.load(tmp_path, {"vocabulary/words.yaml": words, "shop/other.yaml": small.rule(condition)})
    document: dict[str, Any] = {"shop": {"staff": STAFF}, "shelves": [{"id": "Mori"}]}
    what_if = WhatIf(kb, read_project(document, kb).memory)
    values = what_if.unknowns()[Address(fact)].values
    found = {what_if.after({Address(fact): value}).conclusions.outcomes["SHO-02", None] for value in values}
    assert found == {True, False}
    definition = kb.vocabulary.facts[fact]
    assert [convert(definition, as_json(value)) for value in values] == [(value, []) for value in values]
    assert Space(kb).values(definition, what_if.now.memory) == values


@pytest.mark.parametrize("seed", range(20))
def test_values_that_are_set_at_once_are_set_as_one_after_the_other(seed: int, kb: CompiledKnowledgeBase) -> None:
    random = Random(seed)
    memory = generated.project(random, kb.vocabulary)
    unknown = list(Space(kb).unknowns(memory))
    values = {one.key: random.choice(one.values) for one in random.sample(unknown, min(len(unknown), 60))}
    one_by_one = memory
    for key, value in values.items():
        one_by_one = with_value(one_by_one, key, value, kb)
    at_once = with_values(memory, values, kb)
    assert at_once == one_by_one
    for path in at_once.elements:
        for attribute in ("id", "kind", "goals", "kpis"):
            assert at_once.index(path, attribute) == one_by_one.index(path, attribute)
    assert memory == generated.project(Random(seed), kb.vocabulary)  # it is not modified
