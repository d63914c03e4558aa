"""One comparison on one line is taken apart into left side, operator and right side."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advise.engine.language.leaf import RawComparison, Word, parse_leaf, parse_test
from advise.engine.language.tree import COMPLEMENTS, Operator

WRITTEN = [
    "is",
    "is not",
    "in",
    "not in",
    "<",
    "<=",
    ">",
    ">=",
    "has",
    "lacks",
    "within",
    "not within",
    "may be",
    "cannot be",
]


def parsed(text: str) -> RawComparison:
    found = parse_leaf(text)
    assert found is not None
    return found


@pytest.mark.parametrize("operator", WRITTEN)
def test_every_operator_is_recognised(operator: str) -> None:
    right = "[a]" if operator in ("in", "not in", "within", "not within") else "a"
    found = parsed(f"x.y {operator} {right}")
    assert (found.left, found.operator) == ("x.y", operator)


@pytest.mark.parametrize(
    "left", ["a", "a.b_c.d1", "$sweet", "$sweet.held", "kind.key_player", "capitals.economic.gap", "a[].b", "a.*.b"]
)
def test_a_left_side_is_a_path(left: str) -> None:
    assert parsed(f"{left} is x").left == left


@pytest.mark.parametrize(
    ("right", "value"),
    [("true", True), ("false", False), ("5", 5.0), ("0.05", 0.05), ("-1", -1.0), ("2022-01-01", Word("2022-01-01", 5)),
     ("no", Word("no", 5)), ("null", Word("null", 5)), ("$least", Word("$least", 5)), ("goal.id", Word("goal.id", 5)),
     ("'two words'", Word("two words", 6, True)), ('"5"', Word("5", 6, True))],
)  # fmt: skip
def test_a_right_side_is_a_number_a_truth_or_a_word(right: str, value: object) -> None:
    assert parsed(f"x is {right}").right == value


def test_the_words_of_a_list_know_where_they_stand() -> None:
    text = "x in [ab,  cd, 3, 'e, f' ]"
    found = parsed(text)
    assert found.right == (Word("ab", 6), Word("cd", 11), 3.0, Word("e, f", 19, True))
    for item in found.right:
        if isinstance(item, Word):
            assert text[item.offset :].startswith(item.text)


def test_an_empty_list_has_no_items() -> None:
    assert parsed("x in []").right == ()


def test_blanks_around_the_operator_do_not_matter_but_are_counted() -> None:
    found = parsed("x.y   >=    $least  ")
    assert (found.operator, found.right, found.right_offset) == (">=", Word("$least", 12), 12)


@pytest.mark.parametrize(
    "text",
    ["", "x", "x is", "x == 5", "a is b and c is d", "a or b", "is x", "x is a b", "x in [a", "5 < x", "x is not in [a, b]",
     "not x is y", "x=y", "x is 'a", "a..b is c", "$ is x"],
)  # fmt: skip
def test_what_is_not_one_comparison_is_refused(text: str) -> None:
    assert parse_leaf(text) is None


@pytest.mark.parametrize("operator", [">=", "<=", ">", "<", "is"])
def test_the_test_of_an_aggregate_has_an_operator_and_a_bound(operator: str) -> None:
    found = parse_test(f"{operator} 2")
    assert found is not None
    assert (found.left, found.operator, found.right) == ("", operator, 2.0)


@pytest.mark.parametrize("text", ["2", ">=", ">= 2 3", "is not 2", "has 2", "= 2", ""])
def test_what_is_not_a_test_is_refused(text: str) -> None:
    assert parse_test(text) is None


def test_every_operator_has_one_opposite_and_is_the_opposite_of_that() -> None:
    assert set(COMPLEMENTS) == set(get_args(Operator))
    assert all(COMPLEMENTS[COMPLEMENTS[operator]] == operator != COMPLEMENTS[operator] for operator in COMPLEMENTS)


@given(st.text())
def test_any_text_is_taken_apart_or_refused(text: str) -> None:
    found = parse_leaf(text)
    if found is not None:
        assert text.startswith(found.left)
        assert 0 < found.right_offset < len(text)
    parse_test(text)


@pytest.mark.parametrize(
    "text",
    ["library.open is x" + " " * 100_000 + "y", "library.open" + " " * 100_000 + "is x", "library.open is x" + " " * 100_000,
     "a.b in [" + "'" * 100_001 + "]", "a.b is [" + "," * 100_000 + "]"],
    ids=["blanks in the value", "blanks in front", "blanks behind", "quotes", "commas"],
)  # fmt: skip
def test_a_long_comparison_is_taken_apart_in_linear_time(text: str) -> None:
    started = time.process_time()
    parse_leaf(text)
    assert time.process_time() - started < 2  # measured: less than 0.05 s; 20 s when it was quadratic
