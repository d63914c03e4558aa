"""Why a finding is there: short lines, trimmed to what decided, derived facts opened one level."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.words.conditions import lines_of, outline_of_why

from ...knowledge_bases import small
from ..projects import USUAL


def why(project: dict[str, Any], code: str, kb: CompiledKnowledgeBase, language: str = "en") -> list[str]:
    assessment = assess(project, kb, interpreter="evaluate")
    finding = next(one for one in assessment.findings if one.code == code)
    why = assessment.whys[finding.code, finding.subject]
    return list(lines_of(outline_of_why(why, kb, language)))


def test_a_comparison_is_a_fact_and_its_value(kb: CompiledKnowledgeBase) -> None:
    project = {"company": {"sense_of_crisis": False}}
    assert why(project, "COM-12", kb) == ["top management's awareness of the danger: no"]
    assert why(project, "COM-12", kb, "ja") == ["経営層の危機感：いいえ"]


def test_a_derived_fact_is_opened_one_level(kb: CompiledKnowledgeBase) -> None:
    assert why({"commitment": {"declared": True, "by": "staff"}}, "COM-02", kb) == [
        "declaration of the intent to do business in the city: yes",
        "declaration at the top: no, because",
        "- declaration of the intent to do business in the city: yes",
        "- who made the declaration: division head, middle manager or staff member",
    ]


def test_of_many_alternatives_only_the_one_that_decided_is_told(kb: CompiledKnowledgeBase) -> None:
    project = {"coordinator": {"present": False, "location": "inside"}}
    assessment = assess(project, kb, interpreter="evaluate")
    assert any(finding.code == "INT-01" for finding in assessment.findings)
    lines = why(project, "INT-01", kb)
    assert len(lines) == 2
    assert lines[0] == "coordinator: no"


def test_what_an_element_must_be_like_stands_below_it(kb: CompiledKnowledgeBase) -> None:
    assert why(USUAL, "KPI-08", kb) == [
        "goal without a KPI: yes, because",
        "- there is a KPI",
        "- there is no KPI with",
        "- - goals it belongs to: this goal is among them",
    ]


ONE_SURE_THING = {
    "portfolio": {"seeds": [{"id": "s1", "running": True, "outlook": "clear"}]},
    "complete": {"portfolio.seeds": True},
}  # fmt: skip


def test_of_the_values_of_a_derived_fact_only_the_one_that_it_has_is_told(kb: CompiledKnowledgeBase) -> None:
    assert why(ONE_SURE_THING, "POR-02", kb) == [
        "shape of the portfolio: one sure thing running, because",
        "- there is an idea with",
        "- - running at present: yes",
        "- - success in sight: yes",
        "- number of ideas with the following: below 2",
        "- - running at present: yes",
    ]
    assert why(ONE_SURE_THING, "POR-02", kb, "ja") == [
        "案件のポートフォリオの形：見通しの立つ一つの案件だけが進行中（次のことから）",
        "- 次に当てはまる案件がある",
        "- - いま進行中：はい",
        "- - 成功の見通しの確かさ：はい",
        "- 次に当てはまる案件の数：2未満",
        "- - いま進行中：はい",
    ]


EITHER = "some: shelf\nwhere:\n  - any:\n      - shelf.wide is false\n      - shelf.size > 5"


@pytest.mark.parametrize(
    ("sizes", "lines"),
    [
        ({"a": (True, 9), "b": (True, 1)}, ["there is a shelf with", "- size: above 5"]),
        (
            {"a": (True, 9), "b": (False, 1)},
            ["there is a shelf with", "- at least one of these", "- - wide: no", "- - size: above 5"],
        ),
    ],
)
def test_of_alternatives_those_are_told_that_hold_for_an_element_that_decided(
    sizes: dict[str, tuple[bool, int]], lines: list[str], tmp_path: Path
) -> None:
    shelves = [{"id": name, "wide": wide, "size": size} for name, (wide, size) in sizes.items()]
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule(EITHER)})
    assert why({"shelves": shelves}, "SHO-02", kb) == lines


def test_what_no_element_is_like_is_told_as_a_whole(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule(EITHER.replace("some", "none"))})
    assert why({"shelves": [{"id": "a", "wide": True, "size": 1}]}, "SHO-02", kb) == [
        "there is no shelf with", "- at least one of these", "- - wide: no", "- - size: above 5",
    ]  # fmt: skip
