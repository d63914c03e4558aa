"""Whatever comes in, reading ends with a document or with problems that can be shown; and what JSON is, is read."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from advise.engine.problems.problem import Problem, ProblemsError, render_all
from advise.engine.reading.document import Document, read_document
from advise.engine.reading.limits import DEEPEST, LARGEST_INTEGER

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4))
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=4)
STYLES = st.sampled_from(
    [
        {"ensure_ascii": True},
        {"ensure_ascii": False},
        {"ensure_ascii": False, "indent": 2},
        {"ensure_ascii": False, "separators": (",", ":")},
    ]
)
CHARACTERS = "{}[]\",:\\/\n\r\t -+.eE0159autrfl#*=;：，、｛｝［］“”「」『』‘’'`＂１？。\u3000\u00a0\u200b\ufeff\x00\x0b\x1c\x85\u2028\u0660é😀"
WORDS = [
    *["//", "/*", "*/", "true", "null", "NaN", "-Infinity", "1e999", "9" * 20, '"a"', '"a":', "\\u00", "\\ud800"],
    *["\\udc00", '\\"', "\\\\", "\r\n", '{"a":1}', "[[", "]]", "idea", "準備中", "True"],
]
PIECES = st.sampled_from([*CHARACTERS, *WORDS])
EDITS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 6), PIECES | st.just("")), min_size=1, max_size=5)


def outcome(content: bytes, name: str = "project.json") -> Document | tuple[Problem, ...]:
    """Read, and check what must hold of every refusal."""
    try:
        return read_document(content, name)
    except ProblemsError as error:
        problems = error.problems
    assert problems
    assert "P136" not in [problem.code for problem in problems], "a refusal without its cause"
    for lang in ("en", "ja"):
        render_all(problems, lang, encoding="cp932").encode("cp932")
    for problem in problems:
        if problem.place is not None:
            assert problem.place.line >= 1
            assert 1 <= problem.place.column <= len(problem.place.text) + 1
    return problems


class NotOursError(Exception):
    """JSON for the standard library, but not a project document."""


def oracle(text: str) -> Any:
    """What the standard library reads, less what a project document does not allow."""

    def without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({key for key, _ in pairs}) < len(pairs):
            raise NotOursError
        return dict(pairs)

    def refuse(_: str) -> None:
        raise NotOursError

    data = json.loads(text, object_pairs_hook=without_duplicates, parse_constant=refuse)
    if not isinstance(data, dict) or not all(ours(value, depth) for value, depth in walk(data, 1)):
        raise NotOursError
    return data


def walk(data: Any, depth: int) -> Iterator[tuple[Any, int]]:
    yield data, depth
    if isinstance(data, dict):
        for key, value in data.items():
            yield key, depth
            yield from walk(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from walk(value, depth + 1)


def ours(value: Any, depth: int) -> bool:
    if isinstance(value, str):
        return not any("\ud800" <= character <= "\udfff" for character in value)
    if isinstance(value, float):
        return abs(value) != float("inf")
    if isinstance(value, int):
        return abs(value) <= LARGEST_INTEGER
    return not isinstance(value, dict | list) or depth <= DEEPEST


def agrees_with_the_standard_library(text: str) -> None:
    read = outcome(codecs.BOM_UTF8 + text.encode())
    try:
        expected = oracle(text)
    except (ValueError, NotOursError, RecursionError):
        assert not isinstance(read, Document), "accepted what is not ours"
    else:
        assert isinstance(read, Document), read
        assert json.dumps(read.data) == json.dumps(expected)


@given(OBJECTS, STYLES)
def test_every_json_object_is_read_as_the_standard_library_does(data: dict[str, Any], style: dict[str, Any]) -> None:
    agrees_with_the_standard_library(json.dumps(data, **style))


@settings(max_examples=400)
@given(OBJECTS, STYLES, EDITS)
def test_a_damaged_document_is_read_or_refused_as_json_demands(
    data: dict[str, Any], style: dict[str, Any], edits: list[tuple[int, int, str]]
) -> None:
    text = json.dumps(data, **style)
    for where, length, piece in edits:
        start = where % (len(text) + 1)
        text = text[:start] + piece + text[start + length :]
    agrees_with_the_standard_library(text)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_pieces_of_json_in_any_order_are_read_or_refused(text: str) -> None:
    agrees_with_the_standard_library(text)


@given(st.lists(PIECES, max_size=20).map(lambda pieces: '{"a": ' + "".join(pieces)))
def test_anything_may_follow_a_sound_beginning(text: str) -> None:
    agrees_with_the_standard_library(text)


@settings(max_examples=300)
@given(
    st.sampled_from(
        [b"", b"{", b'{"a": "', codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE]
    ),
    st.binary(max_size=80),
    st.sampled_from(["project.json", "project.yaml"]),
)
def test_any_bytes_are_read_or_refused(start: bytes, content: bytes, name: str) -> None:
    outcome(start + content, name)


@given(OBJECTS, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_every_marked_encoding_gives_the_same_data(data: dict[str, Any], encoding: str) -> None:
    read = outcome(json.dumps(data, ensure_ascii=False).encode(encoding))
    assert isinstance(read, Document)
    assert read.data == data


CP932 = st.text(st.characters(codec="cp932", exclude_characters="¢£¬‖−〜"), max_size=8)


@given(st.dictionaries(CP932, CP932))
@example({"準備": "高齢者見守りデータ連携"})
def test_text_in_cp932_is_read_unless_it_is_also_utf8(data: dict[str, str]) -> None:
    data["題"] = "計画"  # with nothing but half-width kana in it a text may as well be something else
    content = json.dumps(data, ensure_ascii=False).encode("cp932")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        read = outcome(content)
        # Bytes that are nearly UTF-8, or that CP932 leaves open or to each company, are refused rather than guessed.
        if isinstance(read, Document):
            assert read.data == data
        else:
            private = any("\ue000" <= character <= "\uf8ff" for text in [*data, *data.values()] for character in text)
            assert [problem.code for problem in read] in ([["P108"], ["P151"]] if private else [["P108"]])


@settings(max_examples=300)
@given(st.lists(PIECES | st.sampled_from(["- ", "? ", ": ", "&a ", "*a", "!t ", "|\n", ">\n", "%", "---\n", "  "])))
def test_pieces_of_yaml_in_any_order_are_read_or_refused(pieces: list[str]) -> None:
    outcome(("a: " + "".join(pieces)).encode(), "project.yaml")


FOUND = [
    '{"a":' * 65 + "1" + "}" * 65,  # one level too deep, and the brackets pair off exactly
    '{"a":[' * 32 + "]}" * 32,
    '{"a":[' * 33 + "]}" * 33,
    '{"a": "' + "[" * 100 + '"}',
    '{"a\\\\": "' + "[" * 100 + '\\""}',
    '{"a": "\\\\ud800"}',
    '{"a": "\\ud800\\udc00\\udc00"}',
    '{"a": "\\uD83D\\uDE00"}',
    '{"a": 9007199254740991, "b": -9007199254740991}',
    '{"a": 9007199254740992}',
    '{"a": 1e308, "b": 1e-999, "c": -0, "d": -0.0}',
    '{"a": 1.7976931348623159e308}',
    '{"\\u0061": 1, "a": 2}',
    '{"a": 1}\x1c',
    "\ufeff{}",
    '{"a": "\u2028\x7f"}',
    '{"a": "\n"}',
    '{"": {"": [{}]}}',
    '{"a": \u0661}',
    '{"a": 1\v}',
]


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_what_is_easily_read_wrongly_stays_right(text: str) -> None:
    agrees_with_the_standard_library(text)
