"""The reference interpreter: derived facts, loops, severities, and what it leaves alone."""

from __future__ import annotations

import copy
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

import pytest

from advise.engine.evaluate import Evaluator
from advise.engine.knowledge import KnowledgeBase, load_knowledge_base
from advise.engine.project.memory import Conclusions, Derived
from advise.engine.project.project import read_project

from ...knowledge_bases import small
from .. import generated

THREE = """\
derives: shop.size
values:
  - is: big
    when:
      - shop.open is true
      - shop.kind is bakery
  - is: small
    when:
      - shop.staff < 5
  - is: big
    when:
      - shop.staff > 50
source:
  ours: true
"""
SEVERITIES = """\
severity:
  - is: blocker
    when:
      - shop.kind is bakery
  - is: minor
    when:
      - shop.rent > 3
  - is: info
"""


def concluded(folder: Path, document: dict[str, Any], changes: dict[str, str], strict: bool = False) -> Conclusions:
    return small.concluded(small.load(folder, changes), document, strict)


def size(folder: Path, shop: dict[str, Any], strict: bool = False) -> Derived:
    return concluded(folder, {"shop": shop}, {"shop/size.yaml": THREE}, strict).derived["shop.size", None]


@pytest.mark.parametrize(
    ("shop", "state"),
    [
        ({"open": True, "kind": "bakery", "staff": 1}, Derived("big")),
        ({"open": False, "staff": 1}, Derived("small")),
        ({"open": False, "staff": 60}, Derived("big")),
        ({"open": False, "staff": 20}, Derived(None)),
        ({"staff": 1}, Derived("small", frozenset({"big"}))),
        ({"open": True, "staff": 1}, Derived("small", frozenset({"big"}))),
        ({"open": True, "staff": 60}, Derived("big")),
        ({"open": False}, Derived(None, frozenset({"small", "big"}))),
        ({}, Derived(None, frozenset({"small", "big"}))),
    ],
)
def test_the_first_certain_line_gives_the_value_and_unknown_ones_before_it_stay_open(
    shop: dict[str, Any], state: Derived, tmp_path: Path
) -> None:
    assert size(tmp_path, shop) == state


@pytest.mark.parametrize(
    ("shop", "state"),
    [
        ({"open": False, "staff": 1}, Derived("small")),
        ({"staff": 1}, Derived(None, frozenset({"small", "big"}))),
        ({"open": True, "staff": 60}, Derived("big")),
        ({}, Derived(None, frozenset({"small", "big"}))),
    ],
)
def test_strictly_there_is_no_value_while_another_is_open(shop: dict[str, Any], state: Derived, tmp_path: Path) -> None:
    assert size(tmp_path, shop, strict=True) == state


@pytest.mark.parametrize(
    ("shop", "severity"),
    [({"kind": "bakery"}, "blocker"), ({"kind": "florist", "rent": 9}, "minor"), ({"rent": 9}, "minor"), ({"kind": "florist"}, "info"),
     ({}, "info")],
)  # fmt: skip
def test_the_first_severity_that_is_certain_applies(shop: dict[str, Any], severity: str, tmp_path: Path) -> None:
    shut = small.RULE.replace("severity: major\n", SEVERITIES)
    found = concluded(tmp_path, {"shop": {"open": False, "staff": 9, **shop}}, {"shop/shut.yaml": shut})
    assert found.severities == {("SHO-01", None): severity}


@pytest.mark.parametrize(
    ("shop", "possible"),
    [({"kind": "bakery"}, {"blocker"}), ({"rent": 9}, {"blocker", "minor"}), ({"kind": "florist"}, {"minor", "info"}),
     ({}, {"blocker", "minor", "info"})],
)  # fmt: skip
def test_a_strict_run_tells_every_severity_that_is_still_possible(
    shop: dict[str, Any], possible: set[str], tmp_path: Path
) -> None:
    shut = small.RULE.replace("severity: major\n", SEVERITIES)
    found = concluded(tmp_path, {"shop": {"open": False, "staff": 9, **shop}}, {"shop/shut.yaml": shut}, strict=True)
    assert found.possible == {("SHO-01", None): possible}


def test_a_rule_has_an_outcome_for_each_element_of_a_list(tmp_path: Path) -> None:
    document = {"shelves": [{"id": "a", "wide": True}, {"id": "b", "wide": False}, {"id": "c"}]}
    assert small.outcomes(tmp_path, document, "shelf.wide is true", more="for: shelf\n") == {
        "a": True,
        "b": False,
        "c": None,
    }


def test_a_rule_over_a_list_that_is_not_stated_cannot_be_told(tmp_path: Path) -> None:
    assert small.outcomes(tmp_path, {}, "shelf.wide is true", more="for: shelf\n") == {None: None}
    assert small.outcomes(tmp_path, {"shelves": []}, "shelf.wide is true", more="for: shelf\n") == {}


def test_a_rule_has_an_outcome_for_each_member_of_a_family_and_each_value_of_a_parameter(tmp_path: Path) -> None:
    busy = {"seasons": {"summer": {"busy": True}}}
    assert small.outcomes(tmp_path, busy, "season.busy is true", more="for: season\n") == {
        "summer": True,
        "winter": None,
    }
    document = {"shop": {"wares": ["cake"]}}
    assert small.outcomes(tmp_path, document, "shop.wares has ware", more="for: ware in $sweet\n") == {"cake": True}


def test_what_was_read_is_not_modified(kb: KnowledgeBase) -> None:
    memory = generated.project(Random(1), kb.vocabulary)
    before = copy.deepcopy(memory)
    Evaluator(kb).run(memory)
    assert memory == before


def test_the_memory_after_a_run_holds_the_derived_facts(tmp_path: Path) -> None:
    kb = load_knowledge_base(small.LIBRARY)
    project = read_project({"books": [{"id": "emma", "copies": 5}]}, kb)
    found, after = Evaluator(kb).run_in(project.memory)
    assert after.elements["books"][0]["lendable"] == found.derived["books[].lendable", "emma"] == Derived("yes")
    assert "library.offer" in after.project


def test_threads_share_an_evaluator(kb: KnowledgeBase) -> None:
    evaluator = Evaluator(kb)
    projects = [generated.project(Random(seed), kb.vocabulary) for seed in range(12)]
    alone = [evaluator.run(memory) for memory in projects]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(evaluator.run, projects)) == alone
