"""What is at the edges of the rule language is as `docs/rule-language.md` says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advise.engine.language.truth import Truth
from tests.knowledge_bases import small

LISTED = {"jars": [], "complete": {"jars": True}}


@pytest.mark.parametrize("text", ["", "  ", "\u3000"])
def test_an_empty_text_is_no_answer(tmp_path: Path, text: str) -> None:
    assert small.outcome(tmp_path, {"shop": {"owner": text}}, "shop.owner is Ito") is None


@pytest.mark.parametrize(
    ("condition", "truth"),
    [("shop.wares is empty", True), ("shop.wares has bread", False), ("shop.notes is empty", True)],
)
def test_an_empty_set_is_an_answer(tmp_path: Path, condition: str, truth: Truth) -> None:
    assert small.outcome(tmp_path, {"shop": {"wares": [], "notes": []}}, condition) is truth


AGGREGATES = ("count: jar\nis: '{}'", "sum: shelf.size\nis: '{}'", "min: shelf.size\nis: '{}'", "share: jar\nis: '{}'")


@pytest.mark.parametrize("condition", AGGREGATES)
@pytest.mark.parametrize("test", [">= 0", "< 0"])
def test_an_aggregate_over_a_list_that_is_not_stated_is_unknown(tmp_path: Path, condition: str, test: str) -> None:
    assert small.outcome(tmp_path, {}, condition.format(test)) is None


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        ("count: jar\nis: '>= 0'", True),
        ("count: jar\nis: '>= 1'", False),
        ("sum: shelf.size\nis: '<= 0'", True),
        ("min: shelf.size\nis: '>= 0'", False),
        ("max: shelf.size\nis: '< 5'", False),
        ("share: jar\nis: '>= 0'", False),
        ("share: jar\nis: '<= 1'", False),
        ("every: jar\nis: [jar.full is true]", True),
        ("some: jar", False),
    ],
)
def test_what_is_said_of_no_elements(tmp_path: Path, condition: str, truth: Truth) -> None:
    empty: dict[str, Any] = {**LISTED, "shelves": []}
    assert small.outcome(tmp_path, empty, condition) is truth


@pytest.mark.parametrize(("jars", "truth"), [({}, None), (LISTED, True), ({"jars": [{"id": "a"}]}, False)])
def test_a_reference_dangles_only_where_the_list_is_there(tmp_path: Path, jars: dict[str, Any], truth: Truth) -> None:
    project = {"shelves": [{"id": "s", "jars": ["a"]}], **jars}
    assert small.outcome(tmp_path, project, "some: shelf\nwhere: [shelf.jars is dangling]") is truth
