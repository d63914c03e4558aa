"""Where values and keys stand in a document."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advise.engine.problems.problem import Place
from advise.engine.reading.limits import DEEPEST
from advise.engine.reading.places import Lines, json_places

TEXT = """{
  "project": {"name": "見守り", "phase": "idea"},
  "a/b": {"m~n": [10, [], {"": null}]},\r
  "k\\u0065y\\"": "v\\\\"
}"""

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
)


def at(place: Place) -> str:
    return place.text[place.column - 1 : place.column - 1 + place.length]


@pytest.mark.parametrize(
    ("pointer", "key", "value"),
    [
        ("/project/name", '"name"', '"見守り"'),
        ("/project/phase", '"phase"', '"idea"'),
        ("/project", '"project"', '{"name": "見守り", "phase": "idea"}'),
        ("/a~1b/m~0n", '"m~n"', '[10, [], {"": null}]'),
        ("/a~1b/m~0n/0", "10", "10"),
        ("/a~1b/m~0n/1", "[]", "[]"),
        ("/a~1b/m~0n/2/", '""', "null"),
        ('/key"', '"k\\u0065y\\""', '"v\\\\"'),
        ("", "{", "{"),
    ],
)
def test_a_pointer_leads_to_its_key_and_its_value(pointer: str, key: str, value: str) -> None:
    places = json_places(TEXT, "a.json")
    assert at(places.key(pointer)) == key
    assert at(places.of(pointer)) == value


@pytest.mark.parametrize(
    "pointer",
    ["/nothing", "project", "/project/name/0", "/a~1b/m~0n/3", "/a~1b/m~0n/-", "/a~1b/m~0n/00", "/a~1b/m~0n/１", "/"],
)
def test_a_pointer_to_nothing_is_an_error_and_the_innermost_value_around_it_is_near(pointer: str) -> None:
    places = json_places(TEXT, "a.json")
    with pytest.raises(KeyError):
        places.of(pointer)
    with pytest.raises(KeyError):
        places.key(pointer)
    assert places.nearest(pointer) == places.of(
        "/a~1b/m~0n" if "m~0n" in pointer else "/project/name" if "/name" in pointer else ""
    )


def test_lines_and_columns_count_from_one_in_characters() -> None:
    place = json_places('{\r\n\r  "𠮷é": 1\n}', "a.json").of("/𠮷é")
    assert (place.line, place.column, place.length, place.text) == (3, 9, 1, '  "𠮷é": 1')


def test_a_value_over_several_lines_is_marked_to_the_end_of_its_first_line() -> None:
    assert at(json_places('{"a": [1,\n2]}').of("/a")) == "[1,"


def test_the_end_of_the_text_has_a_place() -> None:
    assert Lines("a\nbc", "x").place(4) == Place("x", 2, 3, 1, "bc")
    assert Lines("", "x").place(0) == Place("x", 1, 1, 1, "")


def pointers(data: Any, pointer: str = "") -> Iterator[tuple[str, str | None, Any]]:
    if isinstance(data, dict):
        for name, value in data.items():
            below = f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
            yield below, name, value
            yield from pointers(value, below)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield f"{pointer}/{number}", None, value
            yield from pointers(value, f"{pointer}/{number}")


def offset(text: str, place: Place) -> int:
    starts = [0]
    for index, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
            starts.append(index + 1)
    return starts[place.line - 1] + place.column - 1


@given(VALUES, st.sampled_from([None, 1]), st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_place_leads_to_text_that_parses_to_the_value(
    data: Any, indent: int | None, ascii_: bool, end: str
) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_).replace("\n", end)
    places = json_places(text)
    decode = json.JSONDecoder().raw_decode
    assert decode(text, offset(text, places.of("")))[0] == data
    for pointer, name, value in pointers(data):
        found, stop = decode(text, offset(text, places.of(pointer)))
        assert found == value
        assert type(found) is type(value)
        if places.of(pointer).length == stop - offset(text, places.of(pointer)):
            assert json.loads(at(places.of(pointer))) == value
        if name is not None:
            assert json.loads(at(places.key(pointer))) == name


def test_a_hundred_thousand_organisations_are_found_in_linear_time() -> None:
    data = {"organisations": [{"id": f"o{n}", "kind": "municipality", "involved": True} for n in range(100_000)]}
    text = json.dumps(data)
    started = time.process_time()
    places = json_places(text)
    for number in range(0, 100_000, 10):
        assert at(places.of(f"/organisations/{number}/id")) == f'"o{number}"'
    assert time.process_time() - started < 20  # measured: 1 s


def test_many_escapes_and_the_deepest_nesting_are_gone_through() -> None:
    text = '{"' + "\\\\" * 100_000 + '\\"": ' + "[" * DEEPEST + "1" + "]" * DEEPEST + "}"
    places = json_places(text)
    pointer = "/" + "\\" * 100_000 + '"' + "/0" * DEEPEST
    assert at(places.of(pointer)) == "1"
