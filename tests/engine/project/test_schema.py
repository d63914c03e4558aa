"""The JSON Schema says the same as the reader: what one refuses, the other refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advise.engine.knowledge.load import load_knowledge_base
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.outline import Outline, outline
from advise.engine.project.project import read_project
from advise.engine.project.schema import project_schema, schema_text, starter

from ...knowledge_bases import small

ROOT = Path(__file__).resolve().parents[3]
KB = load_knowledge_base()
SCHEMA = project_schema(KB, "en")
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker(["date"]))

PLAIN: list[Any] = [
    None, True, False, 0, 1, 5.0, 0.5, -1, 101, 1e15, 2e15, -2e15, "", " ", "x", "x" * 10_001, [], [""], ["x"], ["x", "x"],
    ["x" * 10_001], [None], [1], [["x"]], {}, {"x": 1},
]  # fmt: skip
SOURCED: list[dict[str, Any]] = [
    {"source": "MOU", "as_of": "2026-04-01", "by": "project lead"}, {"source": None}, {"source": 1}, {"page": "2"},
]  # fmt: skip


def accepted(document: dict[str, Any]) -> bool:
    """Tell whether the reader takes it."""
    try:
        read_project(document, KB)
    except ProblemsError as error:
        # That ids differ within their list is beyond a schema.
        return all(problem.code == "P205" for problem in error.problems)
    return True


def agree(document: dict[str, Any]) -> None:
    """Hold the schema against the reader."""
    assert VALIDATOR.is_valid(document) == accepted(document), json.dumps(document)[:500]


def positions(node: Outline, around: tuple[str, ...] = ()) -> Iterator[tuple[Outline, tuple[str, ...]]]:
    """Go through every point of a document; `[]` steps into a list's element."""
    yield node, around
    for key, child in node.children.items():
        yield from positions(child, (*around, key))
    if node.element is not None:
        yield from positions(node.element, (*around, "[]"))


def document_with(value: Any, path: tuple[str, ...]) -> Any:
    """Return a document that holds the value there and nothing else."""
    for key in reversed(path):
        element = {"id": "a", **value} if isinstance(value, dict) else value
        value = [element] if key == "[]" else {key: value}
    return value


POSITIONS = [(node, path) for node, path in positions(outline(KB.vocabulary)) if path]


@pytest.mark.parametrize(("node", "path"), POSITIONS, ids=[".".join(path) for _, path in POSITIONS])
def test_the_schema_accepts_at_every_point_what_the_reader_accepts(node: Outline, path: tuple[str, ...]) -> None:
    allowed = list(node.fact.values) if node.fact is not None else []
    values: list[Any] = [*PLAIN, *allowed, allowed, allowed[:1], [*allowed, *allowed[:1]], [*allowed, "x"]]
    for value in values:
        agree(document_with(value, path))
    for sourced in SOURCED:
        for value in (None, True, 1, "x", "x" * 201, [], allowed[:1], *allowed[:1], [{"id": "a"}], {"value": 1}):
            if node.listed is None:  # the reader does not look at what stands beside a list's value
                agree(document_with({"value": value, **sourced}, path))


LISTS = [path for path, listed in KB.vocabulary.lists.items() if listed.complete != "fixed"]


@pytest.mark.parametrize("path", LISTS)
def test_elements_need_an_id_as_the_reader_demands_it(path: str) -> None:
    elements: list[Any] = [
        {}, {"id": None}, {"id": 1}, {"id": ""}, {"id": "  "}, {"id": "a" * 200}, {"id": "a" * 201}, {"id": "a", "x": 1},
        {"id": "a", "name": None}, {"id": "a", "name": 1}, {"id": "a", "name": "x" * 20_000}, None, "a", [],
    ]  # fmt: skip
    for element in elements:
        agree(document_with([element], tuple(path.split("."))))
    agree(document_with([{"id": str(number)} for number in range(1_000)], tuple(path.split("."))))
    agree(document_with([{"id": str(number)} for number in range(1_001)], tuple(path.split("."))))


RESPONSE = {
    "finding": "COM-01",
    "response": "accepted",
    "reason": "The board meets in May.",
    "by": "Mori",
    "on": "2026-04-01",
}
ASKED = {"fact": "top.visited_site", "answer": "later", "on": "2026-04-01"}
CHANGES: list[tuple[str, Any]] = [
    ("finding", "COM-99"), ("response", "postponed"), ("response", "perhaps"), ("reason", " "), ("by", 1), ("on", "soon"),
    ("on", "2026-02-30"), ("on", "2026-4-1"), ("until", "2026-12-31"), ("until", None), ("subject", "organisations/a"),
    ("subject", ""), ("rests_on", "0a1b2c3d"), ("rests_on", None), ("page", "1"), ("fact", "top"), ("fact", "organisations"),
    ("response", "planned"), ("who", "Sato"), ("who", None), ("who", " "), ("reason", None), ("until", "令和8年12月31日"), ("on", "2026/4/1"),
    ("answer", "ask"), ("answer", "unknown"), ("answer", None), ("whom", "Sato"), ("whom", None), ("by", None), ("remark", " "), ("on", None),
]  # fmt: skip


@pytest.mark.parametrize(("key", "record"), [("responses", RESPONSE), ("asked", ASKED)])
def test_decisions_and_open_answers_are_accepted_as_the_reader_accepts_them(key: str, record: dict[str, Any]) -> None:
    assert accepted({key: [record]})
    values: list[Any] = [None, [], {}, "x", [None], ["x"], [{}], [record], [record, record]]
    values += [[{name: value for name, value in record.items() if name != missing}] for missing in record]
    # That a response without a name or a date is refused is the schema's word only, as long as the reader takes null.
    changes = [change for change in CHANGES if not (key == "responses" and change in (("by", None), ("on", None)))]
    values += [[{**record, name: value}] for name, value in changes]
    values += [[{**record, **dict((first, second))}] for first in changes for second in changes]
    for value in values:
        agree({key: value})


KEYS = st.sampled_from(
    sorted({key for _, path in POSITIONS for key in path if key != "[]"} | {"id", "name", "value", "x"})
)
JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-3, 200), st.floats(-1, 2), st.sampled_from(["yes", "ja", "idea", ""])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, JSON, max_size=6))
@settings(max_examples=300)
def test_the_schema_and_the_reader_agree_on_any_document(document: dict[str, Any]) -> None:
    if not any(isinstance(document.get(key), dict) and "value" in document[key] for key in KB.vocabulary.lists):
        agree(document)


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.json")), ids=lambda path: path.name)
def test_every_example_fits_the_schema(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_schema_is_a_schema_and_always_the_same(lang: str) -> None:
    jsonschema.Draft202012Validator.check_schema(project_schema(KB, lang))
    assert schema_text(KB, lang) == schema_text(load_knowledge_base(use_cache=False), lang)


def test_what_is_accepted_does_not_depend_on_the_language() -> None:
    def bare(part: Any) -> Any:
        if isinstance(part, dict):
            return {
                key: bare(value)
                for key, value in part.items()
                if not (key == "enumDescriptions" or (key in ("title", "description") and isinstance(value, str)))
            }
        return [bare(item) for item in part] if isinstance(part, list) else part

    assert bare(project_schema(KB, "ja")) == bare(SCHEMA)


def test_every_fact_is_explained_with_its_label_and_its_question() -> None:
    text = json.dumps(SCHEMA, ensure_ascii=False)
    for fact in KB.vocabulary.facts.values():
        assert json.dumps(fact.label["en"], ensure_ascii=False) in text, fact.path
        assert json.dumps(fact.question["en"], ensure_ascii=False)[1:-1] in text, fact.path
        if fact.values:
            choice = {"enum": list(fact.values), "enumDescriptions": [label["en"] for label in fact.values.values()]}
            assert json.dumps(choice, ensure_ascii=False) in text, fact.path


def test_references_lead_somewhere() -> None:
    def references(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            if isinstance(part.get("$ref"), str):
                yield part["$ref"]
            for value in part.values():
                yield from references(value)
        elif isinstance(part, list):
            for item in part:
                yield from references(item)

    assert {name.removeprefix("#/$defs/") for name in references(SCHEMA)} == set(SCHEMA["$defs"])


# The file to start from


def test_every_fact_that_a_verdict_needs_stands_in_its_place_and_is_unknown(tmp_path: Path) -> None:
    needed = "".join(f"  - fact: {path}\n" for path in ("complete.jars", "seasons.*.busy", "shelves[].wide"))
    kb = small.load(
        tmp_path, {"verdict.yaml": small.FILES["verdict.yaml"].replace("must_know:\n", f"must_know:\n{needed}")}
    )
    data = starter(kb, "en")
    assert data["complete"] == {"jars": None}
    assert data["seasons"] == {"summer": {"busy": None}, "winter": {"busy": None}}
    assert read_project(data, kb).stated == {}
