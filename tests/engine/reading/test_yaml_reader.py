"""Files are YAML 1.2 without surprises, and every value knows where it stands."""

from __future__ import annotations

import re
import sys

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from advise.engine.problems.problem import Place, Problem
from advise.engine.reading.limits import DEEPEST_YAML
from advise.engine.reading.yaml_reader import Node, read_yaml, scalar


def read(text: str) -> tuple[Node | None, list[Problem]]:
    found: list[Problem] = []
    return read_yaml(text, "rule.yaml", found.append), found


def sound(text: str) -> Node:
    node, found = read(text)
    assert found == []
    assert node is not None
    return node


def refused(text: str) -> Problem:
    _, (problem,) = read(text)
    return problem


def pointed(place: Place) -> str:
    return place.text[place.column - 1 : place.column - 1 + place.length]


def entry(node: Node, *way: str | int) -> Node:
    for step in way:
        assert isinstance(node.value, (list, dict))
        node = node.value[step]  # type: ignore[index]
    return node


@pytest.mark.parametrize("word", ["no", "NO", "No", "yes", "on", "off", "y", "n", "True", "TRUE", "Null"])
def test_words_that_yaml_1_1_turns_into_booleans_are_texts(word: str) -> None:
    assert sound(f"a: {word}").plain() == {"a": word}


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("7", 7), ("-3", -3), ("+2", 2),
     ("0.05", 0.05), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), ("007", 7)],
)  # fmt: skip
def test_booleans_null_and_numbers_are_what_they_look_like(text: str, value: object) -> None:
    assert sound(f"a: {text}").plain() == {"a": value}
    assert type(scalar(text)) is type(value)


@pytest.mark.parametrize(
    "text", ["1_000", "0x1F", "0o14", "1:30", "2022-01-01", "１２", "1.2.3", ".inf", ".nan", "IV.2"]
)
def test_what_only_resembles_a_number_is_a_text(text: str) -> None:
    assert sound(f"a: {text}").plain() == {"a": text}


@pytest.mark.parametrize("text", ["1e999", "9" * 16, "9" * 41, "-" + "9" * 5_000])
def test_a_number_that_cannot_be_held_exactly_is_refused(text: str) -> None:
    problem = refused(f"a: {text}")
    assert (problem.code, problem.place and problem.place.column) == ("P132", 4)


@pytest.mark.parametrize("quoted", ['"no"', "'true'", '"12"', "'null'", '""'])
def test_what_stands_in_quotes_is_a_text(quoted: str) -> None:
    assert sound(f"a: {quoted}").plain() == {"a": quoted[1:-1]}


def test_the_keys_of_a_mapping_are_texts_whatever_they_look_like() -> None:
    assert sound("no: 1\n1: 2\ntrue: 3\nnull: 4").plain() == {"no": 1, "1": 2, "true": 3, "null": 4}


def test_every_value_and_every_key_knows_its_place() -> None:
    root = sound("# note\nwhen:\n  - city.size >= 5\n  - any:\n      - a is b\n")
    leaf = entry(root, "when", 0)
    assert (leaf.place.line, leaf.place.column, pointed(leaf.place)) == (3, 5, "city.size >= 5")
    assert str(entry(root, "when", 1).key_place("any")) == "rule.yaml:4:5"
    assert str(entry(root, "when", 1, "any", 0).place) == "rule.yaml:5:9"


def test_the_place_of_a_quoted_text_is_behind_its_quote() -> None:
    leaf = entry(sound('- "x is y"'), 0)
    assert (leaf.place.column, pointed(leaf.place)) == (4, "x is y")


def test_columns_count_characters_not_bytes() -> None:
    node = entry(sound("a: {ja: 市の条例, b: c}"), "a", "b")
    assert pointed(node.place) == "c"


def test_a_key_that_a_mapping_does_not_have_stands_where_the_mapping_does() -> None:
    root = sound("- a: 1")
    assert entry(root, 0).key_place("b") == entry(root, 0).place
    assert root.key_place("b") == root.place


def test_a_value_can_be_placed_by_the_key_that_names_it() -> None:
    root = sound("rules:\n  'one two': [x]\nlist: [y]")
    assert pointed(entry(root, "rules", "one two").named().place) == "one two"
    assert entry(root, "rules", "one two").named().plain() == ["x"]
    assert pointed(entry(root, "list", 0).named().place) == "y"


def test_a_text_over_several_lines_is_one_text() -> None:
    assert sound("a: >-\n  first\n  second\nb: |\n  kept\n").plain() == {"a": "first second", "b": "kept\n"}


def test_a_key_given_twice_is_refused_with_both_lines() -> None:
    node, (problem,) = read("title: one\nother: x\ntitle: two\n")
    assert (problem.code, str(problem.place)) == ("P131", "rule.yaml:3:1")
    assert problem.message["en"] == "the key 'title' is given twice"
    assert problem.note is not None
    assert problem.note["en"] == "it is first given on line 1, column 1"
    assert node is not None
    assert node.plain() == {"title": "one", "other": "x"}


def test_every_key_that_is_given_twice_is_reported() -> None:
    _, found = read("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n")
    assert [(problem.code, problem.place and problem.place.line) for problem in found] == [
        ("P131", 2), ("P131", 3), ("P131", 4),
    ]  # fmt: skip


def test_a_comma_in_a_flow_mapping_makes_a_second_key_that_can_be_found_out() -> None:
    node = sound("label: {en: Revise, then proceed}")
    assert node.plain() == {"label": {"en": "Revise", "then proceed": None}}


def test_a_tab_in_the_indentation_is_refused_and_the_cure_speaks_of_tabs() -> None:
    problem = refused("when:\n\t- a is b\n")
    assert (problem.code, str(problem.place)) == ("P141", "rule.yaml:2:1")
    assert problem.cure is not None
    assert "no tabs" in problem.cure["en"]


@pytest.mark.parametrize("text", ["a: &x 1\nb: 2", "a: &x [1]", "&x a: 1"])
def test_anchors_are_refused(text: str) -> None:
    assert "anchors and aliases" in refused(text).message["en"]


def test_an_alias_is_refused_besides_its_anchor() -> None:
    _, found = read("a: &x [1]\nb: *x\n")
    assert [str(problem.place) for problem in found] == ["rule.yaml:1:4", "rule.yaml:2:4"]


def test_aliases_that_would_unfold_to_billions_are_refused_at_once() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    _, found = read(text)
    assert {problem.code for problem in found} == {"P142"}


@pytest.mark.parametrize("text", ["a: !!str 5", "a: !!python/object:os.system x", "a: !own [1]", "!x a: 1"])
def test_tags_are_refused(text: str) -> None:
    assert refused(text).code == "P143"


def test_a_second_document_is_refused_where_it_begins() -> None:
    problem = refused("a: 1\n---\nb: 2\n")
    assert (problem.code, str(problem.place)) == ("P145", "rule.yaml:2:1")


def test_a_key_that_is_a_list_is_refused() -> None:
    assert refused("? [a, b]\n: c\n").code == "P144"


@pytest.mark.parametrize("text", ["", "\n\n", "# only a note\n", "---\n", "--- # a note\n"])
def test_an_empty_file_gives_nothing_and_no_problem(text: str) -> None:
    assert read(text) == (None, [])


@pytest.mark.parametrize("text", ["null\n", "~", "''", "--- null"])
def test_a_file_that_says_nothing_in_words_is_not_empty(text: str) -> None:
    assert sound(text).plain() in (None, "")


def test_deep_nesting_is_refused_however_deep_it_is() -> None:
    assert sound("[" * DEEPEST_YAML + "]" * DEEPEST_YAML) is not None
    for depth in (DEEPEST_YAML + 1, 1_000, 200_000):
        assert refused("[" * depth + "]" * depth).code == "P133"


def test_a_control_character_is_pointed_at() -> None:
    problem = refused("a: 1\nb: x\x01y\n")
    assert (problem.code, problem.place and problem.place.line) == ("P121", 2)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
@example("a: [")
@example("%TAG ! tag:x\n--- !")
@example("'")
@example("- - - :\n ? ")
def test_any_text_is_read_or_refused_but_never_a_crash(text: str) -> None:
    node, found = read(text)
    if node is None and not found:
        assert yaml.safe_load(text) is None
    for problem in found:
        assert problem.place is not None
        assert problem.place.line >= 1
        assert problem.place.column >= 1


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text("ab 市:#'\"\n", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc市", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), PLAIN, min_size=1, max_size=4))
def test_what_a_yaml_writer_wrote_is_read_back(data: dict[str, object]) -> None:
    class Writer(yaml.SafeDumper):
        def ignore_aliases(self, _: object) -> bool:
            return True

    assert sound(yaml.dump(data, Dumper=Writer, allow_unicode=True)).plain() == data


def test_yaml_is_read_without_the_c_library_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(sys.modules["yaml"], "CSafeLoader", raising=False)
    assert sound("a: [1, no]\nb: 'x'").plain() == {"a": [1, "no"], "b": "x"}
    assert refused("a: [").code == "P141"
    assert refused("a: x\x01").place is not None


@pytest.mark.parametrize(
    ("text", "en", "ja"),
    [
        ("en: Do: this", "a second ': ' in one entry", "「: 」が2つあるか"),
        ("a: [1, 2", "a bracket is not closed", "括弧が閉じられていない"),
        ("a: &x 1", "anchors and aliases ('&x') cannot be used here", "アンカーとエイリアス(「&x」)を使えません"),
        ("a: 1\n---\nb: 2", "a second document begins here", "2つ目の文書"),
    ],
)
def test_why_a_file_is_no_yaml_is_told_in_both_languages(text: str, en: str, ja: str) -> None:
    message = refused(text).message
    assert en in message["en"]
    assert ja in message["ja"]
    assert not re.search(r"[a-z]{4}", message["ja"])
