"""Answers that are no values are read, and what is wrong with them is told with its place."""

from __future__ import annotations

from typing import Any

import pytest

from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.asked import Asked
from advise.engine.project.project import read_project

SOUND = {"fact": "top.visited_site", "answer": "unknown", "on": "2026-11-22"}


def test_an_answer_without_a_value_is_read(kb: KnowledgeBase) -> None:
    entry = {**SOUND, "fact": "goals[].from_overlap", "subject": "goals/a", "answer": "ask", "whom": "Sato", "by": "me"}
    assert read_project({"asked": [entry]}, kb).asked == (
        Asked("goals[].from_overlap", "ask", "2026-11-22", "/asked/0", "goals/a", "Sato", "me"),
    )


def test_a_fact_that_was_asked_stays_unknown(kb: KnowledgeBase) -> None:
    project = read_project({"asked": [SOUND]}, kb)
    assert project.memory.project == {}
    assert project.stated == {}


def test_of_two_answers_about_one_fact_the_later_one_counts(kb: KnowledgeBase) -> None:
    project = read_project({"asked": [SOUND, {**SOUND, "answer": "later"}]}, kb)
    assert [one.answer for one in project.asked] == ["later"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "P203"),
        ([1], "P202"),
        ([{**SOUND, "note": "x"}], "P240"),
        ([{"fact": "top.visited_site", "on": "2026-11-22"}], "P241"),
        ([{**SOUND, "fact": "top.visited"}], "P201"),
        ([{**SOUND, "answer": "perhaps"}], "P206"),
        ([{**SOUND, "answer": "ask"}], "P242"),
        ([{**SOUND, "whom": "Sato"}], "P242"),
        ([{**SOUND, "on": "22.11.2026"}], "P233"),
        ([{**SOUND, "by": 5}], "P207"),
    ],
)
def test_what_is_wrong_is_told(asked: Any, code: str, kb: KnowledgeBase) -> None:
    with pytest.raises(ProblemsError) as caught:
        read_project({"asked": asked}, kb)
    assert [problem.code for problem in caught.value.problems] == [code]
