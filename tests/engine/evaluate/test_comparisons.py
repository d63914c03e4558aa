"""The meaning of every operator: true, false, or unknown when its fact is."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from advise.engine.language.leaf import parse_leaf
from advise.engine.language.tree import Operator
from advise.engine.language.truth import Truth, negate

from ...knowledge_bases import small

TABLE: list[tuple[str, dict[str, Any], Truth]] = [
    ("shop.open is true", {"open": True}, True),
    ("shop.open is true", {"open": False}, False),
    ("shop.open is true", {}, None),
    ("shop.kind is bakery", {"kind": "bakery"}, True),
    ("shop.kind is bakery", {"kind": "florist"}, False),
    ("shop.kind is bakery", {"kind": None}, None),
    ("shop.owner is 'Mori Ken'", {"owner": "Mori Ken"}, True),
    ("shop.owner is Mori", {"owner": "mori"}, False),
    ("shop.kind in [bakery]", {"kind": "bakery"}, True),
    ("shop.kind in [bakery]", {"kind": "florist"}, False),
    ("shop.kind in [bakery]", {}, None),
    ("shop.rent in [1, 2]", {"rent": 2}, True),
    ("shop.staff is 2", {"staff": 2}, True),
    ("shop.staff is 2", {"staff": 3}, False),
    ("shop.staff < 2", {"staff": 1}, True),
    ("shop.staff < 2", {"staff": 2}, False),
    ("shop.staff < 2", {}, None),
    ("shop.staff <= $least", {"staff": 2}, True),
    ("shop.staff <= $least", {"staff": 3}, False),
    ("shop.staff <= $least", {}, None),
    ("shop.rent > $span.high", {"rent": 3.1}, True),
    ("shop.rent > $span.high", {"rent": 3}, False),
    ("shop.rent > $span.high", {}, None),
    ("shop.rent >= $span.low", {"rent": 1}, True),
    ("shop.rent >= $span.low", {"rent": 0.9}, False),
    ("shop.rent >= $span.low", {}, None),
    ("shop.wares has bread", {"wares": ["bread", "cake"]}, True),
    ("shop.wares has bread", {"wares": []}, False),
    ("shop.wares has bread", {}, None),
    ("shop.wares within [bread]", {"wares": ["bread"]}, True),
    ("shop.wares within [bread]", {"wares": []}, True),
    ("shop.wares within [bread]", {"wares": ["bread", "cake"]}, False),
    ("shop.wares within $sweet", {"wares": ["cake"]}, True),
    ("shop.wares within [bread]", {}, None),
    ("shop.wares is empty", {"wares": []}, True),
    ("shop.wares is empty", {"wares": ["cake"]}, False),
    ("shop.wares is empty", {}, None),
    ("shop.notes is empty", {"notes": []}, True),
    ("shop.notes is empty", {"notes": ["x"]}, False),
    ("shop.wares is incomplete", {"wares": ["cake"]}, True),
    ("shop.wares is incomplete", {"wares": ["cake", "bread"]}, False),
    ("shop.wares is incomplete", {}, None),
    ("shop.staff > shop.rent", {"staff": 2, "rent": 1}, True),
    ("shop.staff > shop.rent", {"staff": 1, "rent": 1}, False),
    ("shop.staff > shop.rent", {"staff": 1}, None),
    ("shop.staff > shop.rent", {"rent": 1}, None),
    # what is known: never unknown
    ("shop.open is known", {"open": False}, True),
    ("shop.open is known", {}, False),
    ("shop.wares is known", {"wares": []}, True),
    ("shop.kind may be bakery", {"kind": "bakery"}, True),
    ("shop.kind may be bakery", {"kind": "florist"}, False),
    ("shop.kind may be bakery", {}, True),
    ("shop.open may be false", {"open": True}, False),
]
OPPOSITE = {
    "is": "is not", "in": "not in", "<": ">=", "<=": ">", ">": "<=", ">=": "<", "has": "lacks", "within": "not within",
    "is empty": "is not empty", "is incomplete": "is complete", "is known": "is unknown", "may be": "cannot be",
}  # fmt: skip


@pytest.mark.parametrize(("text", "shop", "truth"), TABLE)
def test_an_operator_means_what_it_says(text: str, shop: dict[str, Any], truth: Truth, tmp_path: Path) -> None:
    assert small.outcome(tmp_path, {"shop": shop}, text) is truth


@pytest.mark.parametrize(("text", "shop", "truth"), TABLE)
def test_the_opposite_operator_is_true_where_the_operator_is_false(
    text: str, shop: dict[str, Any], truth: Truth, tmp_path: Path
) -> None:
    fact = text.partition(" ")[0]
    operator = max((word for word in OPPOSITE if text.startswith(f"{fact} {word}")), key=len)
    opposite = text.replace(f"{fact} {operator}", f"{fact} {OPPOSITE[operator]}")
    assert parse_leaf(opposite) is not None
    assert small.outcome(tmp_path, {"shop": shop}, opposite) is negate(truth)
    assert small.outcome(tmp_path, {"shop": shop}, f"not:\n  - {text}") is negate(truth)


def test_the_table_shows_every_operator() -> None:
    dangling = {"is dangling", "is not dangling"}  # see below: it looks at another list
    assert {*OPPOSITE, *OPPOSITE.values()} | dangling == set(get_args(Operator))


@pytest.mark.parametrize(
    ("shelf", "jars", "truth"),
    [
        ({"jars": ["a"]}, [{"id": "a"}], False),
        ({"jars": ["a", "b"]}, [{"id": "a"}], True),
        ({"jars": []}, None, False),
        ({"jars": ["a"]}, None, None),
        ({}, [{"id": "a"}], None),
    ],
)
def test_a_reference_dangles_when_its_list_does_not_have_it(
    shelf: dict[str, Any], jars: list[dict[str, Any]] | None, truth: Truth, tmp_path: Path
) -> None:
    document = {"shelves": [{"id": "s", **shelf}], "jars": jars, "complete": {"jars": True}}
    assert small.outcomes(tmp_path, document, "shelf.jars is dangling", more="for: shelf\n") == {"s": truth}
    assert small.outcomes(tmp_path, document, "shelf.jars is not dangling", more="for: shelf\n") == {"s": negate(truth)}


def test_what_a_strict_evaluation_says_of_a_reference_waits_for_the_list_to_be_complete(tmp_path: Path) -> None:
    document = {"shelves": [{"id": "s", "jars": ["b"]}], "jars": [{"id": "a"}]}
    for complete, truth in ((None, None), (True, True)):
        stated = {**document, "complete": {"jars": complete}}
        assert small.outcomes(tmp_path, stated, "shelf.jars is dangling", more="for: shelf\n", strict=True) == {
            "s": truth
        }


@pytest.mark.parametrize(
    "text", ["shop.open is known", "shop.open is unknown", "shop.kind may be bakery", "shop.kind cannot be bakery"]
)
def test_strictly_a_question_about_knowledge_is_open_while_its_fact_is(text: str, tmp_path: Path) -> None:
    assert small.outcome(tmp_path, {}, text, strict=True) is None
    known = {"shop": {"open": True, "kind": "bakery"}}
    assert small.outcome(tmp_path, known, text, strict=True) is small.outcome(tmp_path, known, text)


@pytest.mark.parametrize(
    ("staff", "truths"),
    [
        (0, {"is small": True, "is big": False, "in [small, big]": True, "may be big": False, "is known": True}),
        (9, {"is small": False, "is big": True, "in [small, big]": True, "may be small": False, "is known": True}),
        (2, {"is small": False, "is big": False, "in [small, big]": False, "may be big": False, "is known": False}),
        (None, {"is small": None, "is big": None, "in [small, big]": None, "may be big": True, "is known": False}),
    ],
)
def test_a_derived_fact_is_compared_by_its_value_and_by_what_is_still_open(
    staff: int | None, truths: dict[str, Truth], tmp_path: Path
) -> None:
    for text, truth in truths.items():
        assert small.outcome(tmp_path, {"shop": {"staff": staff}}, f"shop.size {text}") is truth


@pytest.mark.parametrize(
    ("season", "member", "truth"), [("summer", "summer", True), ("summer", "winter", False), (None, "summer", None)]
)
def test_a_fact_is_compared_with_the_element_bound_further_out(
    season: str | None, member: str, truth: Truth, tmp_path: Path
) -> None:
    document = {"shelves": [{"id": "s", "season": season}]}
    found = small.outcomes(tmp_path, document, "some: shelf\nwhere:\n  - shelf.season is season", more="for: season\n")
    assert found[member] is truth


def test_numbers_are_compared_as_written_whole_or_not(tmp_path: Path) -> None:
    assert small.outcome(tmp_path, {"shop": {"staff": 2.0}}, "shop.staff is 2") is True
    assert small.outcome(tmp_path, {"shop": {"rent": 2}}, "shop.rent is 2.0") is True
