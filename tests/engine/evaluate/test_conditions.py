"""Groups and statements about lists, with lists that are absent, open or complete."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advise.engine.language.truth import Truth

from ...knowledge_bases import small

T: dict[str, Any] = {"full": True}
F: dict[str, Any] = {"full": False}
U: dict[str, Any] = {}
FULL = "where:\n  - jar.full is true"


def jars(*some: dict[str, Any], complete: bool | None = None) -> dict[str, Any]:
    return {"jars": [{"id": f"j{number}", **jar} for number, jar in enumerate(some)], "complete": {"jars": complete}}


def shelves(*some: dict[str, Any]) -> dict[str, Any]:
    return {"shelves": [{"id": f"s{number}", **shelf} for number, shelf in enumerate(some)]}


@pytest.mark.parametrize(
    ("open_", "staff", "both", "either"),
    [(True, 5, True, True), (True, 1, False, True), (False, 1, False, False), (True, None, None, True), (False, None, False, None),
     (None, None, None, None)],
)  # fmt: skip
def test_groups_are_kleenes(open_: bool | None, staff: int | None, both: Truth, either: Truth, tmp_path: Path) -> None:
    document = {"shop": {"open": open_, "staff": staff}}
    parts = "  - shop.open is true\n  - shop.staff > 3"
    assert small.outcome(tmp_path, document, "shop.open is true", "shop.staff > 3") is both
    assert small.outcome(tmp_path, document, f"all:\n{parts}") is both
    assert small.outcome(tmp_path, document, f"any:\n{parts}") is either


CASES: list[tuple[str, dict[str, Any], Truth]] = [
    # an open list: what is there counts, what is not there is not known
    (f"some: jar\n{FULL}", jars(T, F), True),
    (f"some: jar\n{FULL}", jars(F, F), None),
    (f"some: jar\n{FULL}", jars(), None),
    (f"some: jar\n{FULL}", {}, None),
    (f"some: jar\n{FULL}", jars(F, F, complete=True), False),
    (f"some: jar\n{FULL}", jars(F, U, complete=True), None),
    (f"some: jar\n{FULL}", jars(complete=True), False),
    (f"some: jar\n{FULL}", jars(F, complete=False), None),
    (f"some: jar\n{FULL}", {"complete": {"jars": True}}, None),
    ("some: jar", jars(U), True),
    ("some: jar", jars(complete=True), False),
    (f"none: jar\n{FULL}", jars(T), False),
    (f"none: jar\n{FULL}", jars(F), None),
    (f"none: jar\n{FULL}", jars(F, complete=True), True),
    (f"none: jar\n{FULL}", jars(U, complete=True), None),
    (f"none: jar\n{FULL}", jars(complete=True), True),
    ("every: jar\nis:\n  - jar.full is true", jars(T, T), None),
    ("every: jar\nis:\n  - jar.full is true", jars(T, T, complete=True), True),
    ("every: jar\nis:\n  - jar.full is true", jars(T, F), False),
    ("every: jar\nis:\n  - jar.full is true", jars(T, U, complete=True), None),
    ("every: jar\nis:\n  - jar.full is true", jars(complete=True), True),
    ("every: jar\nis:\n  - jar.full is true", {}, None),
    # a list that is complete as soon as it is stated
    ("some: shelf\nwhere:\n  - shelf.wide is true", shelves({"wide": False}), False),
    ("some: shelf", shelves(), False),
    ("some: shelf", {}, None),
    ("every: shelf\nwhere:\n  - shelf.wide is true\nis:\n  - shelf.size > 3", shelves({"wide": False}, {"wide": True, "size": 4}), True),
    ("every: shelf\nwhere:\n  - shelf.wide is true\nis:\n  - shelf.size > 3", shelves({"wide": True, "size": 1}), False),
    ("every: shelf\nwhere:\n  - shelf.wide is true\nis:\n  - shelf.size > 3", shelves({"size": 1}), None),
    ("every: shelf\nwhere:\n  - shelf.wide is true\nis:\n  - shelf.size > 3", shelves({"size": 4}), True),
    ("every: shelf\nwhere:\n  - shelf.wide is true\nis:\n  - shelf.size > 3", shelves({"wide": True}), None),
    # a family has its members whatever is stated
    ("some: season", {}, True),
    ("every: season\nis:\n  - season.busy is false", {"seasons": {"summer": {"busy": False}, "winter": {"busy": False}}}, True),
    ("every: season\nis:\n  - season.busy is false", {"seasons": {"summer": {"busy": False}}}, None),
    ("none: season\nwhere:\n  - season.busy is true", {"seasons": {"winter": {"busy": True}}}, False),
    # aggregates
    (f'count: jar\n{FULL}\nis: ">= 2"', jars(T, T), True),
    (f'count: jar\n{FULL}\nis: ">= 2"', jars(T, U), None),
    (f'count: jar\n{FULL}\nis: ">= 2"', jars(T, F, complete=True), False),
    (f'count: jar\n{FULL}\nis: "< 2"', jars(T, F), None),
    (f'count: jar\n{FULL}\nis: "< 2"', jars(T, F, complete=True), True),
    (f'count: jar\n{FULL}\nis: "is 0"', jars(complete=True), True),
    (f'count: jar\n{FULL}\nis: ">= 2"', {}, None),
    ('sum: shelf.size\nis: ">= 1"', shelves(*[{"size": 0.05}] * 20), True),
    ('sum: shelf.size\nis: "> 1"', shelves(*[{"size": 0.05}] * 20), False),
    ('sum: shelf.size\nis: ">= 5"', shelves({"size": 5}, {}), True),
    ('sum: shelf.size\nis: ">= 5"', shelves({"size": 4}, {}), None),
    ('sum: shelf.size\nis: "> 20"', shelves({}, {}), False),
    ('sum: shelf.size\nwhere:\n  - shelf.wide is true\nis: ">= 5"', shelves({"size": 5}), None),
    ('sum: shelf.size\nis: ">= 0"', shelves(), True),
    ('min: shelf.size\nis: ">= 2"', shelves({"size": 2}, {"size": 3}), True),
    ('min: shelf.size\nis: ">= 2"', shelves({"size": 1}, {}), False),
    ('min: shelf.size\nis: ">= 2"', shelves({"size": 3}, {}), None),
    ('min: shelf.size\nis: ">= 2"', shelves(), False),
    ('max: shelf.size\nis: "<= $span.high"', shelves({"size": 3}, {"size": 1}), True),
    ('max: shelf.size\nis: "<= $span.high"', shelves({"size": 4}, {}), False),
    ('max: shelf.size\nis: "<= 10"', shelves({"size": 4}, {}), True),
    ('share: season\nwhere:\n  - season.busy is true\nis: ">= 0.5"', {"seasons": {"summer": {"busy": True}}}, True),
    ('share: season\nwhere:\n  - season.busy is true\nis: "> 0.5"', {"seasons": {"summer": {"busy": True}}}, None),
    ('share: shelf\nwhere:\n  - shelf.wide is true\nis: ">= 0.5"', shelves(), False),
    (f'share: jar\n{FULL}\nis: ">= 0.5"', jars(T, T), None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "document", "truth"), CASES)
def test_a_statement_about_a_list_is_certain_only_when_no_element_could_change_it(
    text: str, document: dict[str, Any], truth: Truth, tmp_path: Path
) -> None:
    assert small.outcome(tmp_path, document, text) is truth


@pytest.mark.parametrize(("text", "document", "truth"), CASES)
def test_strictness_changes_nothing_where_nothing_is_asked_about_knowledge(
    text: str, document: dict[str, Any], truth: Truth, tmp_path: Path
) -> None:
    assert small.outcome(tmp_path, document, text, strict=True) is truth


def test_elements_are_joined_over_two_lists(tmp_path: Path) -> None:
    other = "some: jar as other\n    where:\n      - other is not jar\n      - shelf.jars has other"
    text = f"none: shelf\nwhere:\n  - shelf.jars has jar.id\n  - {other}"
    document = {**shelves({"jars": ["j0", "j1"]}, {"jars": ["j2"]}), **jars(U, U, U, complete=True)}
    assert small.outcomes(tmp_path, document, text, more="for: jar\n") == {"j0": False, "j1": False, "j2": True}


def test_a_name_inside_a_statement_does_not_reach_its_neighbour(tmp_path: Path) -> None:
    document = {**shelves({"wide": True, "size": 1}, {"wide": False, "size": 9})}
    one = "some: shelf\nwhere:\n  - shelf.wide is true"
    two = "some: shelf\nwhere:\n  - shelf.size > 5"
    assert small.outcome(tmp_path, document, one, two) is True
    assert small.outcome(tmp_path, document, "some: shelf\nwhere:\n  - shelf.wide is true\n  - shelf.size > 5") is False
