"""A JSON value becomes a value of its type, or is refused with what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advise.engine.knowledge.model import FactDefinition, FactType
from advise.engine.project.values import LONGEST_TEXT, convert, is_wrapped

LETTERS = {value: {"en": value, "ja": value} for value in ("a", "b")}
TYPES: tuple[FactType, ...] = ("bool", "enum", "set", "int", "number", "text", "texts", "refs")


def fact(kind: FactType, **more: Any) -> FactDefinition:
    return FactDefinition("shop.x", kind, LETTERS if kind in ("enum", "set") else {}, {}, {}, **more)


@pytest.mark.parametrize(
    ("kind", "data", "value"),
    [
        ("bool", True, True), ("bool", False, False), ("enum", "a", "a"), ("text", "x", "x"), ("text", " x ", " x "),
        ("int", 3, 3.0), ("int", 3.0, 3.0), ("int", -2, -2.0), ("number", 0.05, 0.05), ("number", 7, 7.0),
        ("set", ["a", "b", "a"], frozenset({"a", "b"})), ("set", [], frozenset()), ("refs", ["x", "y"], frozenset({"x", "y"})),
        ("refs", [], frozenset()), ("texts", ["x", "x"], ("x", "x")), ("texts", [], ()),
    ],
)  # fmt: skip
def test_a_value_of_the_right_type_is_taken(kind: FactType, data: Any, value: Any) -> None:
    found, problems = convert(fact(kind), data)
    assert (found, problems) == (value, [])
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("kind", "data", "problems"),
    [
        ("bool", "true", [("P211", "")]), ("bool", 1, [("P211", "")]), ("bool", "はい", [("P211", "")]),
        ("enum", "c", [("P206", "")]), ("enum", "A", [("P206", "")]), ("enum", True, [("P206", "")]), ("enum", ["a"], [("P206", "")]),
        ("int", "3", [("P212", "")]), ("int", True, [("P212", "")]), ("int", 3.5, [("P213", "")]), ("number", [1], [("P212", "")]),
        ("number", 1e300, [("P214", "")]), ("int", 10**400, [("P214", "")]), ("number", float("nan"), [("P214", "")]),
        ("int", float("nan"), [("P214", "")]), ("int", float("inf"), [("P214", "")]), ("number", float("-inf"), [("P214", "")]),
        ("text", 5, [("P207", "")]), ("text", ["x"], [("P207", "")]), ("text", "x" * (LONGEST_TEXT + 1), [("P215", "")]),
        ("set", "a", [("P216", "")]), ("set", {"a": 1}, [("P216", "")]), ("set", ["a", "c", 5], [("P206", "/1"), ("P206", "/2")]),
        ("refs", [1, "x", None], [("P207", "/0"), ("P207", "/2")]), ("texts", "x", [("P216", "")]),
        ("texts", ["x" * (LONGEST_TEXT + 1)], [("P215", "/0")]),
    ],
)  # fmt: skip
def test_any_other_value_is_refused_at_its_place(kind: FactType, data: Any, problems: list[tuple[str, str]]) -> None:
    found, troubles = convert(fact(kind), data)
    assert found is None
    assert [(code, pointer) for code, pointer, _ in troubles] == problems


@pytest.mark.parametrize(("data", "fits"), [(0, True), (1, True), (-0.1, False), (1.1, False)])
def test_a_number_lies_within_its_limits(data: float, fits: bool) -> None:
    found, troubles = convert(fact("number", minimum=0.0, maximum=1.0), data)
    assert (found is not None) is fits
    assert [code for code, *_ in troubles] == ([] if fits else ["P214"])


@pytest.mark.parametrize("blank", ["", "  ", "\u3000", "\n\t", "\u200b", "\ufeff \u2060"])
def test_a_blank_text_says_nothing(blank: str) -> None:
    assert convert(fact("text"), blank) == (None, [])
    for kind in ("texts", "refs"):
        assert convert(fact(kind), [blank, blank]) == (None, [])


def test_blank_entries_of_a_list_are_no_entries() -> None:
    assert convert(fact("texts"), ["", "a", "\u3000"]) == (("a",), [])
    assert convert(fact("refs"), ["a", ""]) == (frozenset({"a"}), [])
    assert convert(fact("texts"), []) == ((), [])


def test_what_is_wrong_behind_a_blank_entry_has_its_own_place() -> None:
    assert [offset for _, offset, _ in convert(fact("texts"), ["", 1, "a", 2])[1]] == ["/1", "/3"]


@pytest.mark.parametrize(
    ("data", "wrapped"),
    [({"value": 1}, True), ({"value": None, "source": "x"}, True), ({}, False), ([], False), (1, False)],
)
def test_a_value_with_its_source_is_recognised(data: Any, wrapped: bool) -> None:
    assert is_wrapped(data) is wrapped


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@given(kind=st.sampled_from(TYPES), data=JSON)
def test_no_value_is_too_odd(kind: FactType, data: Any) -> None:
    found, troubles = convert(fact(kind), data)
    assert found is None or not troubles
