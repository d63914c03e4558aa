"""What an answer about a set writes: whoever answers names everything, whoever cannot takes back nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from advise.engine.interview.answers import Answer
from advise.engine.interview.record import edits
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.project.address import Address
from advise.engine.project.project import read_project

from ...knowledge_bases import small

GUESTS = Address("shop.guests")


@pytest.fixture
def shop(tmp_path: Path) -> KnowledgeBase:
    return small.load(tmp_path)


def written(document: str, answer: Answer, shop: KnowledgeBase, tmp_path: Path) -> list[tuple[str, Any]]:
    path = tmp_path / "project.json"
    path.write_text(document, encoding="utf-8")
    return edits(GUESTS, answer, read_project(path, shop), shop, None, "2026-11-29")


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        ('{"shop": {"guests": ["children"]}}', "/complete/shop.guests"),
        ('{"complete": {"shop": {"guests": false}}}', "/complete/shop/guests"),
    ],
)
def test_an_answer_names_everything_in_the_form_that_the_file_has(
    document: str, pointer: str, shop: KnowledgeBase, tmp_path: Path
) -> None:
    found = written(document, Answer("value", ["children", "adults"]), shop, tmp_path)
    assert found == [("/shop/guests", ["children", "adults"]), (pointer, True)]


def test_who_cannot_say_whether_these_are_all_takes_back_none(shop: KnowledgeBase, tmp_path: Path) -> None:
    found = written('{"shop": {"guests": ["children"]}}', Answer("unknown"), shop, tmp_path)
    assert [pointer for pointer, _ in found] == ["/asked/-"]
