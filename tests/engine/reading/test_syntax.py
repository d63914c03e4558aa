"""What is said about text that is not quite JSON: each cause by its code, each at its place."""

from __future__ import annotations

import pytest

from advise.engine.problems.problem import Problem, ProblemsError, render
from advise.engine.reading.document import read_document
from advise.engine.reading.limits import LARGEST, MOST_PROBLEMS


def problems_of(text: str) -> list[Problem]:
    with pytest.raises(ProblemsError) as caught:
        read_document(text.encode(), "project.json")
    return list(caught.value.problems)


def found(text: str) -> list[tuple[str, str]]:
    """The code of each problem and what is marked."""
    return [(problem.code, marked(problem)) for problem in problems_of(text)]


def marked(problem: Problem) -> str:
    place = problem.place
    return "" if place is None else place.text[place.column - 1 : place.column - 1 + place.length]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,}', [("P111", ",")]),
        ('{"a": [1, 2,\n]}', [("P111", ",")]),
        ('{"a": 1 "b": 2}', [("P112", " ")]),
        ('{"a": [1 2]}', [("P112", " ")]),
        ('{"a" 1}', [("P113", '"')]),
        ('{"a"}', [("P113", '"')]),
        ('{"a"; 1}', [("P114", ";")]),
        ('{"a"： 1，"b": 2}', [("P114", "："), ("P114", "，")]),
        ('｛"a": ［1、2］｝', [("P114", c) for c in "｛［、］｝"]),
        ('{"a" = 1; "b" = 2}', [("P114", "="), ("P114", ";"), ("P114", "=")]),
        ("{“a”: “b”}", [("P115", "“a”"), ("P115", "“b”")]),
        ("{「a」: 『b』, ＂c＂: 1}", [("P115", "「a」"), ("P115", "『b』"), ("P115", "＂c＂")]),
        ("{'a': 'it's'}", [("P115", "'a'"), ("P115", "'it's'")]),
        ("{`a`: ‘b’}", [("P115", "`a`"), ("P115", "‘b’")]),
        ('{"a”: "b"}', [("P115", "”")]),
        ('{“a": "b"}', [("P115", '“a"')]),
        ('{\u3000"a":\u00a01}', [("P116", "\u3000"), ("P116", "\u00a0")]),
        (
            '{"a": 1 // one\n, /* two\n */ "b": 2 # three\n}',
            [("P117", "// one"), ("P117", "/* two"), ("P117", "# three")],
        ),
        ("{a: 1, b c: 2}", [("P118", "a"), ("P118", "b c")]),
        ('{段階: "idea"}', [("P118", "段階")]),
        ('{1: "idea", true: 1}', [("P118", "1"), ("P118", "true")]),
        ('{phase": "idea"}', [("P118", 'phase"')]),
        ('{"a": idea, "b": 準備中}', [("P119", "idea"), ("P119", "準備中")]),
        ('{"a": True, "b": None, "c": undefined}', [("P119", "True"), ("P119", "None"), ("P119", "undefined")]),
        ('{"a": ?, "b": -, "c": ？}', [("P119", "?"), ("P119", "-"), ("P119", "？")]),
        ('{"a": "x,\n"b": 1}', [("P120", '"x,')]),
        ('{"a": "x\ty"}', [("P121", "\t")]),
        ('{"a": "C:\\Users"}', [("P122", "\\U")]),
        ('{"a": "\\u12"}', [("P122", "\\u12")]),
        ('{"a": "\\ud83d", "b": "\\ude00\\ud83d"}', [("P123", "\\ud83d"), ("P123", "\\ude00")]),
        ('{"a": NaN, "b": -Infinity, "c": inf}', [("P124", "NaN"), ("P124", "-Infinity"), ("P124", "inf")]),
        ('{"a": +5, "b": .5, "c": 007, "d": 0x1F}', [("P125", t) for t in ("+5", ".5", "007", "0x1F")]),
        ('{"a": 2026-04-01, "b": 5ヶ月, "c": １２}', [("P125", t) for t in ("2026-04-01", "5ヶ月", "１２")]),
        ('{"a": 1,000}', [("P125", "000")]),
        ('{"a": "he said "hi" to", "b": 1}', [("P126", '"')]),
        ('{"a: "b",\n"c": 1,}', [("P126", '"'), ("P111", ",")]),
        ('{"a": [1,, 2], "b": 5 months}', [("P127", ","), ("P127", "months")]),
        ('{"a": , "b":}', [("P128", ":"), ("P128", ":")]),
        ('{"a": [1, {"b": 2}', [("P129", "[")]),
        ('{"a": [1, 2}', [("P129", "[")]),
        ('{"a": {"b": 1], "c": 2}', [("P130", "]")]),
        ('{"a": 1, "\\u0061": 2, "a": 3}', [("P131", '"\\u0061"'), ("P131", '"a"')]),
        ('{"a": 1e999}', [("P132", "1e999")]),
        ("[1, 2,]", [("P134", "["), ("P111", ",")]),
        ('{"a": 1}}', [("P135", "}")]),
        ('{"a": 1} {"a": 2}', [("P135", "{")]),
        ("hello world", [("P110", "hello world")]),
        ("<!DOCTYPE html>", [("P110", "<!DOCTYPE html>")]),
        ("project:\n  phase: idea", [("P110", "project")]),
    ],
)
def test_each_cause_has_its_code_and_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_many_different_mistakes_are_all_found_in_one_reading() -> None:
    text = """{
  "project": {"name": “見守り”, "phase": 'idea',},
  // who
  "commitment": {"declared": True，"by": "top" "on": NaN},
  "commitment": {"declared": false}
}"""
    assert [code for code, _ in found(text)] == ["P115", "P115", "P111", "P117", "P119", "P114", "P112", "P124", "P131"]


def test_a_key_given_twice_tells_where_the_first_stands() -> None:
    problem = problems_of('{"b": 1,\n "a": 2,\n "a": 3}')[0]
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (3, 2)
    assert problem.note is not None
    assert problem.note["en"] == "it is first given on line 2, column 2"
    assert problem.note["ja"] == "最初は2行目の2文字目にあります"


def test_keys_given_twice_are_found_in_every_object_and_only_within_one() -> None:
    assert found('{"a": {"x": 1, "x": 2}, "b": [{"x": 1}, {"x": 2, "x": 3}]}') == [("P131", '"x"'), ("P131", '"x"')]


def test_the_cure_of_an_unclosed_bracket_closes_all_that_is_open() -> None:
    problem = problems_of('{"a": [1, {"b": 2}')[0]
    assert problem.cure is not None
    assert "]}" in problem.cure["en"]


def test_a_word_of_another_language_is_cured_with_its_json_form() -> None:
    cures = [problem.cure["en"] for problem in problems_of('{"a": True, "b": None, "c": idea}') if problem.cure]
    assert cures == ["Write true.", "Write null.", 'Write "idea".']


def test_yaml_under_another_name_is_told_how_it_should_be_called() -> None:
    note = problems_of("project:\n  phase: idea")[0].note
    assert note is not None
    assert ".yaml" in note["en"]


def test_a_text_that_runs_over_several_lines_gives_one_problem() -> None:
    assert found('{"a": "one\ntwo\nthree", "b": [}') == [("P120", '"one')]


def test_what_follows_an_unclosed_text_is_read_when_it_begins_like_an_entry() -> None:
    assert found('{\n "a": "one,\n "b": NaN,\n "c": "two\n}') == [("P120", '"one,'), ("P124", "NaN"), ("P120", '"two')]


def test_escaped_quotes_and_backslashes_do_not_confuse_the_reading() -> None:
    assert found(r'{"a\\": "\"", "b": "\\\"\\", "c": NaN}') == [("P124", "NaN")]


def test_well_formed_pairs_of_escapes_are_one_character() -> None:
    document = read_document(b'{"a": "\\ud83d\\ude00", "b": "\\\\ud83d"}')
    assert document.data == {"a": "\U0001f600", "b": "\\ud83d"}


def test_reading_stops_after_very_many_problems() -> None:
    assert len(problems_of("{" + '"a": 1,' * 1000 + '"a": 1}')) == MOST_PROBLEMS


def test_messages_stay_short_whatever_was_written() -> None:
    long = "x" * 1_000_000
    for text in (f'{{"{long}": 1, "{long}": 2}}', f'{{"{long}" 1}}', f"{{{long}: 1}}", f'{{"a": {long}}}', long):
        for problem in problems_of(text):
            for lang in ("en", "ja"):
                assert len(render(problem, lang)) < 1500


@pytest.mark.parametrize(
    "unit", ["{", "[[],", '"', "'a,", "“", "//\n", "/*", "a ", "\\", '"a"b}', ",", "\n", "\u3000", '"a":', "1e"]
)
def test_a_megabyte_of_anything_is_refused_quickly(unit: str) -> None:
    text = '{"a": [' + unit * (LARGEST // 10 // len(unit.encode()))
    assert problems_of(text)
