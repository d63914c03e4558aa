"""Documents in which nothing is odd are read straight from the bytes, and mean what the reader that explains says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.plain import known_in
from advise.engine.project.project import Project, read_project
from advise.engine.reading.document import read_document

from ..columnar.spoilt import line

CITY = b'{"complete": {"organisations": true}, "organisations": [{"id": "city", "kind": "municipality"}]}'


def explained(content: bytes, kb: KnowledgeBase) -> Project | None:
    """Return a project as the reader that explains reads it; None where it refuses the document."""
    try:
        return read_project(read_document(content), kb)
    except ProblemsError:
        return None


def same(content: bytes, kb: KnowledgeBase) -> bool:
    """Tell whether a document is read straight from its bytes, and in the same meaning and order."""
    known = known_in(content, kb)
    if known is None:
        return False
    project = explained(content, kb)
    assert project is not None
    memory, language = known
    assert (memory, language) == (project.memory, project.language)
    for one, other in ((memory.project, project.memory.project), (memory.elements, project.memory.elements)):
        assert [(key, type(value)) for key, value in one.items()] == [
            (key, type(value)) for key, value in other.items()
        ]
    assert not project.responses
    assert not project.asked
    return True


def test_what_is_taken_means_the_same_and_is_never_what_is_refused(kb: CompiledKnowledgeBase) -> None:
    taken = sum(same(line(seed, kb.vocabulary), kb) for seed in range(2_000))
    assert taken > 500


@pytest.mark.parametrize(
    "content",
    [
        CITY,
        CITY.replace(b'"kind":', b'"kind"\n :'),
        CITY.replace(b"city", b"12:30"),
        CITY.replace(b"city", "市".encode()),
        CITY.replace(b'"municipality"', b'{"value": "municipality", "source": "p. 3: \\":"}'),
        CITY.replace(b"true", b"null"),
        b'{"lang": "en", "$schema": "https://example.org", "responses": null}',
    ],
    ids=range(7),
)
def test_usual_documents_are_taken(content: bytes, kb: CompiledKnowledgeBase) -> None:
    assert same(content, kb) is (b'\\":' not in content)


@pytest.mark.parametrize(
    "content",
    [
        CITY.replace(b'"kind": ', b'"kind" : "research_institution", "kind": '),
        CITY.replace(b'"kind": ', b'"kind": "research_institution", "kind" : '),
        CITY.replace(b'"kind": ', b'"k\\u0069nd": "research_institution", "kind": '),
        CITY.replace(b'"id": "city"', b'"id": ":", "id": "city"'),
        CITY.replace(b"{", b'{"complete.organisations": true, ', 1),
        CITY.replace(b"city", b"\\ud83d"),
        CITY.replace(b"city", b"\x01"),
        CITY.replace(b"city", "コ\u3099".encode()),
        CITY.replace(b"city", b" "),
        CITY.replace(b'"city"', b"1"),
        CITY.replace(b'"city"', b'{"value": "city"}'),
        CITY.replace(b"true", b"1"),
        CITY.replace(b"true", b'{"source": "p. 3"}'),
        CITY.replace(b"true", b'{"value": true, "page": "3"}'),
        CITY.replace(b"{", b"{{", 1),
        CITY[:-1] + b', "lang": "fr"}',
        CITY[:-1] + b', "responses": []}',
        CITY.decode().encode("utf-16"),
        b"[]",
        b"[" * 100_000,
        b"",
    ],
    ids=range(21),
)
def test_whatever_is_odd_is_left_to_the_reader_that_explains(content: bytes, kb: CompiledKnowledgeBase) -> None:
    assert known_in(content, kb) is None


def test_a_fact_that_is_stated_in_two_ways_is_left(kb: CompiledKnowledgeBase) -> None:
    dotted, nested = {"portfolio.seeds": True}, {"portfolio": {"seeds": True}}
    assert same(json.dumps({"complete": dotted}).encode(), kb)
    assert same(json.dumps({"complete": nested}).encode(), kb)
    both: dict[str, Any] = {"complete": {**dotted, **nested}}
    assert known_in(json.dumps(both).encode(), kb) is None


def test_places_and_names_are_told_when_they_are_asked_for(kb: CompiledKnowledgeBase) -> None:
    content = CITY.replace(b'"id"', b'"name": "Tsu", "id"')
    project, other = read_project(content, kb), explained(content, kb)
    assert other is not None
    assert project.told is None
    assert project.stated == other.stated
    assert project.names == {"organisations/city": "Tsu"}
    assert project.elements == other.elements
    assert project.document is not None
    assert other.document is not None
    assert project.document.sha256 == other.document.sha256
