"""A project document in YAML: the same data as JSON, nothing guessed, nothing expanded."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advise.engine.problems.problem import Place, Problem, ProblemsError
from advise.engine.reading.document import read_document
from advise.engine.reading.limits import LARGEST_YAML


@pytest.fixture(params=["libyaml", "PyYAML alone"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a C compiler PyYAML comes without libyaml; both must give the same."""
    if request.param == "PyYAML alone":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def data_of(text: str) -> dict[str, Any]:
    return read_document(text.encode(), "project.yaml").data


def problems_of(text: str) -> list[Problem]:
    with pytest.raises(ProblemsError) as caught:
        read_document(text.encode(), "project.yaml")
    return list(caught.value.problems)


def marked(place: Place | None) -> str:
    return "" if place is None else place.text[place.column - 1 : place.column - 1 + place.length]


def test_a_document_in_block_style_gives_plain_data() -> None:
    text = """
# a comment
project:
  name: 見守り連携
  phase: idea
top:
  visited_site: true
  title: "no"
organisations:
  - id: city
    members: 12
    share: .5
    note: |
      two
      lines
  - {id: univ, kind: null}
themes: []
"""
    assert data_of(text) == {
        "project": {"name": "見守り連携", "phase": "idea"},
        "top": {"visited_site": True, "title": "no"},
        "organisations": [
            {"id": "city", "members": 12, "share": 0.5, "note": "two\nlines\n"},
            {"id": "univ", "kind": None},
        ],
        "themes": [],
    }


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "A.YAML", "folder/a.YmL"])
def test_yaml_is_known_by_its_name(name: str) -> None:
    assert read_document(b"a: 1", name).data == {"a": 1}


def test_only_true_false_null_and_numbers_are_special() -> None:
    text = "[no, yes, on, off, NO, True, 2026-04-01, 1_000, 12:30, 0x1F, .inf, .nan, ~, null, true, '5', \"true\", 007]"
    assert data_of(f"a: {text}")["a"] == [
        *["no", "yes", "on", "off", "NO", "True", "2026-04-01", "1_000", "12:30", "0x1F", ".inf", ".nan"],
        *[None, None, True, "5", "true", 7],
    ]


def test_keys_are_always_texts() -> None:
    assert data_of("no: 1\n5: 2\ntrue: 3\nnull: 4") == {"no": 1, "5": 2, "true": 3, "null": 4}


def test_places_lead_to_values_and_keys() -> None:
    places = read_document(
        "\ufeffproject:\r\n  name: 'あ b'\r\nlist:\r\n- x/y~z: [1, 二]\r\n".encode(), "p.yaml"
    ).places
    assert marked(places.of("/project/name")) == "'あ b'"
    assert marked(places.key("/project/name")) == "name"
    assert marked(places.of("/list/0/x~1y~0z/1")) == "二"
    assert marked(places.key("/list/0/x~1y~0z/1")) == "二"
    assert marked(places.key("/list/0/x~1y~0z")) == "x/y~z"
    assert places.nearest("/project/phase") == places.of("/project")
    assert str(places.of("/project/name")) == "p.yaml:2:9"
    with pytest.raises(KeyError):
        places.of("/project/phase")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x", [("P142", "&x 1"), ("P142", "*x")]),
        ("a: !!python/object/apply:os.system [x]", [("P143", "!!python/object/apply:os.system [")]),
        ("a: !!str 5", [("P143", "!!str 5")]),
        ("a: 1\nb: 2\na: 3\nb: 4", [("P131", "a"), ("P131", "b")]),
        ("? [a]\n: b", [("P144", "[")]),
        ("?\n: b", [("P144", "")]),
        ("a: 1\n---\nb: 2", [("P145", "---")]),
        ("a: 1e999\nb: " + "9" * 30, [("P132", "1e999"), ("P132", "9" * 30)]),
        ("- 1", [("P134", "-")]),
        ("only text", [("P134", "only text")]),
        ("a: \x01", [("P121", "\x01")]),
        ("a: b: c", [("P141", ":")]),
        ("a:\n\t- x", [("P141", "\t")]),
        ("a: 'x", [("P141", "")]),
        ("# nothing", [("P106", "")]),
    ],
)
def test_each_cause_has_its_code_and_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(problem.code, marked(problem.place)) for problem in problems_of(text)] == expected


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_without_recursion(unit: str) -> None:
    for depth in (100, 100_000):
        assert "P133" in [problem.code for problem in problems_of("a:\n " + unit * depth)] or unit == "? "


def test_half_a_character_is_refused() -> None:
    for text in ('a: "\\ud800"', '"\\ud800": a'):
        assert problems_of(text)


def test_aliases_are_never_expanded() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    assert {problem.code for problem in problems_of("\n".join(lines))} == {"P142"}


def test_yaml_larger_than_its_own_limit_is_refused() -> None:
    assert problems_of("a: " + "x" * LARGEST_YAML)[0].code == "P107"


def test_a_duplicate_tells_where_the_first_stands() -> None:
    note = problems_of("b: 1\na: 2\na: 3")[0].note
    assert note is not None
    assert note["en"] == "it is first given on line 2, column 1"


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(TEXTS, VALUES, max_size=3))
def test_json_written_under_a_yaml_name_gives_the_same_data(data: dict[str, Any]) -> None:
    assert data_of(json.dumps(data, indent=1, ensure_ascii=False)) == data
