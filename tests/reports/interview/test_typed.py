"""What is typed for several questions at once means what a person would say it means."""

from __future__ import annotations

from typing import Any

import pytest

from advise.engine.interview.answers import Answer, Misread
from advise.reports.interview.typed import read_each, read_which


def told(text: str, *, is_rest: bool = False) -> Any:
    found = read_which(text, [1, 2, 3, 4], is_rest=is_rest)
    if isinstance(found, Misread):
        return found.reason
    return {number: one.value if one.kind == "value" else one.whom or one.kind for number, one in found.items()}


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("1 3", {1: True, 3: True}),
        ("１、３", {1: True, 3: True}),
        ("1-3", {1: True, 2: True, 3: True}),
        ("1 3 n", {1: True, 3: True, 2: False, 4: False}),
        ("1 n 2 u", {1: True, 2: False, 3: "unknown", 4: "unknown"}),
        ("1n2u3l4", {1: True, 2: False, 3: "unknown", 4: "later"}),
        ("○1 ×2 ？", {1: True, 2: False, 3: "unknown", 4: "unknown"}),
        ("1と3 いいえ 2", "which"),
        ("はい 1 いいえ 2 わからない", {1: True, 2: False, 3: "unknown", 4: "unknown"}),
        ("1 2 a Sato, planning", {1: True, 2: True, 3: "Sato, planning", 4: "Sato, planning"}),
        ("a", {1: "ask", 2: "ask", 3: "ask", 4: "ask"}),
        ("all", {1: True, 2: True, 3: True, 4: True}),
        ("1 all", {1: True, 2: True, 3: True, 4: True}),
        ("x", dict.fromkeys(range(1, 5), "not_applicable")),
        ("0", {}),
        ("なし", {}),
        ("", "blank"),
        ("　", "blank"),
        ("5", "which"),
        ("0 7", "which"),
        ("perhaps", "which"),
    ],
)
def test_numbers_say_yes_and_a_word_says_what_follows_it_or_the_rest(text: str, means: Any) -> None:
    assert told(text) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("n", dict.fromkeys(range(1, 5), False)),
        ("n 1 u", {1: False, 2: "unknown", 3: "unknown", 4: "unknown"}),
        ("2", "rest"),
        ("0", "rest"),
        ("y 2", {2: True}),
    ],
)
def test_of_the_rest_a_number_alone_says_nothing(text: str, means: Any) -> None:
    assert told(text, is_rest=True) == means


def test_where_it_comes_from_goes_with_every_value() -> None:
    found = read_which("1 n 2 u # minutes", [1, 2, 3], is_rest=False)
    assert not isinstance(found, Misread)
    assert [(one.kind, one.source) for one in found.values()] == [
        ("value", "minutes"), ("value", "minutes"), ("unknown", None),
    ]  # fmt: skip


def read(text: str) -> Answer | Misread:
    return Answer("value", text) if text != "?" else Misread("choice")


@pytest.mark.parametrize(
    ("text", "several", "means"),
    [
        ("1 2 3", False, ["1", "2", "3"]),
        ("1、2; 3", False, ["1", "2", "3"]),
        ("1 u 3", False, ["1", None, "3"]),
        ("all 2", False, ["2", "2", "2"]),
        ("すべて ２", False, ["２", "２", "２"]),
        ("u", False, [None, None, None]),
        ("1 2; 3; 0", True, ["1 2", "3", "0"]),
        ("1 2", False, "each"),
        ("1 2 3", True, "each"),
        ("1 ? 3", False, "choice"),
        (" ", False, "blank"),
    ],
)
def test_each_element_gets_its_answer_in_turn(text: str, several: bool, means: Any) -> None:
    found = read_each(text, 3, read, several=several)
    assert (found.reason if isinstance(found, Misread) else [one.value for one in found]) == means
