"""Ids that differ only in how characters are encoded are one id; ids that look alike are told."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest

from advise.engine.knowledge import KnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.address import Address
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.project import MOST_NOTES, Project, read_project
from advise.reports.views.rules import chosen_subject

from ...knowledge_bases import small

COMPOSED, DECOMPOSED = "ゴール", unicodedata.normalize("NFD", "ゴール")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return small.load(tmp_path_factory.mktemp("shop"))


def read(data: dict[str, Any], kb: KnowledgeBase) -> Project:
    return read_project(json.dumps(data, ensure_ascii=False).encode(), kb)


def noted(project: Project) -> list[tuple[str, int | None]]:
    return [(note.code, note.place.column if note.place is not None else None) for note in project.notes]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (COMPOSED, DECOMPOSED),
        (DECOMPOSED, COMPOSED),
        ("4〜6月", "4～6月"),
        ("４～６", "４〜６"),
        ("A−1市", "A－1市"),
        ("a‖b", "a∥b"),
    ],
)
def test_an_id_in_another_encoding_is_the_same_and_is_told(one: str, other: str, shop: KnowledgeBase) -> None:
    project = read({"jars": [{"id": one}], "shelves": [{"id": "a", "jars": [other]}]}, shop)
    assert project.memory.elements["shelves"] == [{"id": "a", "jars": frozenset({one})}]
    assert project.stated[Address("shelves[].jars", "shelves/a")].value == [one]
    (note,) = project.notes
    assert (note.code, note.place is not None) == ("P261", True)
    assert one in note.message["ja"]
    assert other in note.message["en"]


def test_two_elements_whose_ids_differ_in_their_encoding_only_are_refused(shop: KnowledgeBase) -> None:
    with pytest.raises(ProblemsError) as error:
        read({"jars": [{"id": COMPOSED}, {"id": DECOMPOSED}]}, shop)
    assert [problem.code for problem in error.value.problems] == ["P205"]


@pytest.mark.parametrize("other", ["Ａ1", "a1", "A 1", "Ａ１"])
def test_ids_that_look_alike_stay_two_and_are_told(other: str, shop: KnowledgeBase) -> None:
    project = read({"jars": [{"id": "A1"}, {"id": other}]}, shop)
    assert [element["id"] for element in project.memory.elements["jars"]] == ["A1", other]
    (note,) = project.notes
    assert note.message["en"] == f'The ids "A1" and "{other}" look alike and are two.'
    assert note.place is not None
    assert note.place.text[note.place.column - 1 :].startswith(json.dumps(other, ensure_ascii=False))


def test_an_id_that_is_not_there_is_told_when_another_looks_like_it(shop: KnowledgeBase) -> None:
    project = read({"jars": [{"id": "A1"}, {"id": "B"}], "shelves": [{"id": "s", "jars": ["a1", "B", "C"]}]}, shop)
    assert project.memory.elements["shelves"] == [{"id": "s", "jars": frozenset({"a1", "B", "C"})}]
    assert [note.message["en"] for note in project.notes] == [
        'The id "a1" is not in the list jars; "A1" looks like it.'
    ]


def test_responses_and_answers_are_about_the_element_that_is_meant(shop: KnowledgeBase) -> None:
    response = {"finding": "SHO-01", "response": "accepted", "reason": "r", "by": "b", "on": "2026-01-01"}
    asked = {"fact": "shelves[].wide", "answer": "later", "on": "2026-01-01"}
    subject = f"shelves/{DECOMPOSED}"
    project = read(
        {"shelves": [{"id": COMPOSED}], "responses": [{**response, "subject": subject}], "asked": [{**asked, "subject": subject}]},
        shop,
    )  # fmt: skip
    assert (project.responses[0].subject, project.asked[0].subject) == (f"shelves/{COMPOSED}",) * 2


def test_what_is_assumed_is_about_the_element_that_is_meant(shop: KnowledgeBase) -> None:
    project = with_assumptions({"shelves": [{"id": COMPOSED}]}, [f"shelves/{DECOMPOSED}.wide=true"], shop)
    assert project.memory.elements["shelves"] == [{"id": COMPOSED, "wide": True}]
    project = with_assumptions({"shelves": [{"id": "a=4〜6.b"}]}, ["shelves/a=4～6.b.wide=true"], shop)
    assert project.memory.elements["shelves"] == [{"id": "a=4〜6.b", "wide": True}]


def test_one_subject_is_found_in_either_encoding(shop: KnowledgeBase) -> None:
    project = read({"shelves": [{"id": COMPOSED}]}, shop)
    assert chosen_subject("shelf.wide", "shelves", DECOMPOSED, project) == f"shelves/{COMPOSED}"


def test_a_list_that_is_said_to_be_complete_and_is_not_given_is_told(shop: KnowledgeBase) -> None:
    project = read({"complete": {"jars": True}}, shop)
    assert ("jars" in project.memory.closed, noted(project)) == (False, [("P264", 23)])
    assert noted(read({"complete": {"jars": True}, "jars": []}, shop)) == []
    assert noted(read({"complete": {"jars": False}}, shop)) == []


def test_only_so_many_notes_are_told(shop: KnowledgeBase) -> None:
    project = read({"jars": [{"id": " " * number + "a"} for number in range(50)]}, shop)
    assert len(project.notes) == MOST_NOTES
