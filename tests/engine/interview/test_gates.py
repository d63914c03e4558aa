"""Traits of a person wait until it is said who the person is; once it is known, or was never asked, nothing waits."""

from __future__ import annotations

from typing import Any

import pytest

from advise.engine.interview.gates import gates, waiting
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.project.address import Address
from advise.engine.project.project import read_project

TRAIT = Address("organisations[].champion_interest", "organisations/a")
OTHER = Address("organisations[].champion_interest", "organisations/b")


def project(answer: str | None = None, **values: Any) -> dict[str, Any]:
    asked = {"fact": "organisations[].champion_identified", "subject": "organisations/a", "on": "2026-11-22"}
    return {
        "organisations": [{"id": "a", **values}, {"id": "b"}],
        **({"asked": [{**asked, "answer": answer}]} if answer else {}),
    }


@pytest.mark.parametrize("answer", ["unknown", "later", "not_applicable"])
def test_the_traits_of_one_organisation_wait_for_its_person(answer: str, kb: KnowledgeBase) -> None:
    assert waiting(read_project(project(answer), kb), gates(kb), [TRAIT, OTHER]) == {TRAIT}


def test_nothing_waits_for_what_is_known_or_was_not_asked_yet(kb: KnowledgeBase) -> None:
    assert waiting(read_project(project(), kb), gates(kb), [TRAIT, OTHER]) == set()
    assert waiting(read_project(project(champion_identified=True), kb), gates(kb), [TRAIT, OTHER]) == set()


def test_no_question_about_the_project_as_a_whole_waits_and_none_waits_in_a_circle(kb: KnowledgeBase) -> None:
    found = gates(kb)
    assert all("[]." in fact for fact in found)
    assert found.keys().isdisjoint(found.values())
