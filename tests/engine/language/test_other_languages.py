"""What the public tests of DMN and of JsonLogic say of truth, as far as it can be said here, and where it is otherwise.

DMN's compatibility kit: 0016 (quantifiers), 0068 (equality), 0106 and 0107 (ternary logic). JsonLogic: tests.json.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advise.engine.language.truth import Truth, all_of, any_of, negate
from advise.engine.problems.problem import ProblemsError

from ...knowledge_bases import small

DOCS = Path(__file__).resolve().parents[3] / "docs" / "rule-language.md"
EVERY = "every: jar\nis:\n  - jar.full is true"
SOME = "some: jar\nwhere:\n  - jar.full is true"


def jars(*full: bool, complete: bool = True) -> dict[str, Any]:
    several = [{"id": f"j{number}", "full": one} for number, one in enumerate(full)]
    return {"jars": several, "complete": {"jars": complete}}


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (True, True, True, True), (True, False, False, True), (True, None, None, True),
        (False, True, False, True), (False, False, False, False), (False, None, False, None),
        (None, True, None, True), (None, False, False, None), (None, None, None, None),
    ],
)  # fmt: skip
def test_conjunction_and_disjunction_are_those_of_dmn(one: Truth, other: Truth, both: Truth, either: Truth) -> None:
    assert (all_of([one, other]), any_of([one, other])) == (both, either)


@pytest.mark.parametrize(("truth", "opposite"), [(True, False), (False, True), (None, None)])
def test_negation_is_that_of_dmn(truth: Truth, opposite: Truth) -> None:
    assert negate(truth) is opposite


AGREES: list[tuple[str, dict[str, Any], Truth]] = [
    ("shop.staff > 3", {"shop": {"staff": 4}}, True),
    ("shop.staff > 3", {"shop": {"staff": 3}}, False),
    ("shop.staff >= 3", {"shop": {"staff": 3}}, True),
    ("shop.open is true", {"shop": {"open": True}}, True),
    ("shop.open is not true", {"shop": {"open": False}}, True),
    (SOME, jars(True, False), True),
    (SOME, jars(False, False), False),
    (SOME, jars(), False),
    (EVERY, jars(True, True), True),
    (EVERY, jars(True, False), False),
    (SOME.replace("some", "none"), jars(False), True),
    (SOME.replace("some", "none"), jars(), True),
    (SOME.replace("some", "none"), jars(True), False),
]


@pytest.mark.parametrize(("condition", "document", "truth"), AGREES)
def test_what_all_three_say(condition: str, document: dict[str, Any], truth: Truth, tmp_path: Path) -> None:
    assert small.outcome(tmp_path, document, condition) is truth


DIFFERS: list[tuple[str, str, dict[str, Any], Truth]] = [
    ("a fact that is not known `is` a value", "shop.open is true", {}, None),
    ("a fact that is not known `< 5`", "shop.staff < 5", {}, None),
    ("`every` over a complete list without elements", EVERY, jars(), True),
    ("`some` over a list that is not stated", SOME, {}, None),
    ("`every` over a list that may have more elements", EVERY, jars(True, complete=False), None),
]
REFUSED = 'a text where a number belongs (`"4" > 3`)'


@pytest.mark.parametrize(("case", "condition", "document", "truth"), DIFFERS)
def test_what_is_otherwise_here(
    case: str, condition: str, document: dict[str, Any], truth: Truth, tmp_path: Path
) -> None:
    assert small.outcome(tmp_path, document, condition) is truth


def test_a_text_is_no_number(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError):
        small.outcome(tmp_path, {"shop": {"staff": "4"}}, "shop.staff > 3")


def test_every_difference_is_documented() -> None:
    rows = DOCS.read_text(encoding="utf-8").partition("| case | there | here | because |\n")[2].partition("\n\n")[0]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows.splitlines()[1:]] == [
        *(case for case, *_ in DIFFERS[:2]),
        REFUSED,
        *(case for case, *_ in DIFFERS[2:]),
    ]
