"""How problems look, which name is suggested, and why the operating system refuses a file, in both languages."""

from __future__ import annotations

import errno
import os
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advise.engine.problems.problem import (
    Place,
    Problem,
    ProblemsError,
    excerpt,
    nearest,
    render,
    render_all,
    system_reason,
)

TEXTS = {"en": "this is odd", "ja": "おかしな値です"}
CURE = {"en": "Correct it.", "ja": "直してください。"}


def width(text: str) -> int:
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def source_and_carets(place: Place, encoding: str = "utf-8") -> tuple[str, str]:
    lines = render(Problem("P1", TEXTS, None, place), "en", encoding).split("\n")
    return lines[3], lines[4]


def marked(place: Place) -> str:
    """What of the shown source stands over the carets."""
    source, carets = source_and_carets(place)
    start, end = carets.index("^"), len(carets)
    column, over = 0, ""
    for character in source:
        if start <= column < end:
            over += character
        column += width(character)
    return over


def test_a_problem_is_shown_with_its_line_carets_note_and_cure() -> None:
    place = Place("project.json", 4, 14, 5, '    "phase": "準備中"')
    note = {"en": "allowed: idea", "ja": "書ける値: idea"}
    assert render(Problem("P206", TEXTS, CURE, place, note), "ja") == (
        "エラー[P206]: おかしな値です\n"
        "  --> project.json:4:14\n"
        "   |\n"
        ' 4 |     "phase": "準備中"\n'
        "   |              ^^^^^^^^\n"
        "   = 書ける値: idea\n"
        "対処: 直してください。"
    )


def test_the_frame_moves_with_the_width_of_the_line_number() -> None:
    lines = render(Problem("P1", TEXTS, CURE, Place("a.json", 1234, 2, 1, "abc")), "en").split("\n")
    assert lines[1:5] == ["     --> a.json:1234:2", "      |", " 1234 | abc", "      |  ^"]


def test_a_problem_without_a_place_is_message_and_cure() -> None:
    assert render(Problem("P101", TEXTS, CURE), "en") == "error[P101]: this is odd\nhelp: Correct it."


def test_a_place_without_its_line_is_shown_by_name_only() -> None:
    assert render(Problem("P1", TEXTS, None, Place("a.json", 3, 1)), "en").split("\n") == [
        "error[P1]: this is odd",
        "  --> a.json:3:1",
    ]


def test_carets_stand_under_what_follows_full_width_text() -> None:
    assert marked(Place("a.json", 1, 4, 3, "事業名abc、")) == "abc"


def test_carets_are_as_wide_as_full_width_text() -> None:
    assert marked(Place("a.json", 1, 2, 2, "a準備b")) == "準備"


def test_tabs_are_shown_as_blanks_and_carets_follow_them() -> None:
    source, _ = source_and_carets(Place("a.json", 1, 3, 1, "\t\tx"))
    assert "\t" not in source
    assert marked(Place("a.json", 1, 3, 1, "\t\tx")) == "x"


def test_combining_marks_take_no_column() -> None:
    _, carets = source_and_carets(Place("a.json", 1, 3, 1, "か\u3099x"))
    assert carets == "   |   ^"


def test_control_characters_are_shown_by_name_and_never_reach_the_terminal() -> None:
    source, _ = source_and_carets(Place("a.json", 1, 1, 1, "\x1b[31m\x00\u202e\r\u2028\ud800"))
    assert source == " 1 | <U+001B>[31m<U+0000><U+202E><U+000D><U+2028><U+D800>"


def test_names_and_messages_cannot_bring_in_control_characters() -> None:
    texts = {"en": "bad\n\x1b[2J", "ja": ""}
    shown = render(Problem("P1", texts, texts, Place("a\n\udcff.json", 1, 1)), "en")
    assert shown.split("\n") == [
        "error[P1]: bad<U+000A><U+001B>[2J",
        "  --> a<U+000A><U+DCFF>.json:1:1",
        "help: bad<U+000A><U+001B>[2J",
    ]


def test_what_the_stream_cannot_write_is_shown_by_name() -> None:
    source, carets = source_and_carets(Place("a.json", 1, 3, 1, "é\U0001f600x準"), "cp932")
    assert source == " 1 | <U+00E9><U+1F600>x準"
    assert carets == "   | " + " " * 17 + "^"


def test_an_unknown_encoding_does_not_stop_the_report() -> None:
    assert "<U+6E96>" in render(Problem("P1", TEXTS, None, Place("a", 1, 1, 1, "準")), "en", "no-such-encoding")


def test_a_very_long_line_is_cut_around_the_place() -> None:
    place = Place("a.json", 1, 500_001, 6, "あ" * 500_000 + "MARKED" + "い" * 500_000)
    source, _ = source_and_carets(place)
    assert width(source) < 115
    assert source.startswith(" 1 | ...あ")
    assert source.endswith("い...")
    assert marked(place) == "MARKED"


def test_a_place_behind_the_end_of_a_long_line_is_marked_behind_it() -> None:
    source, carets = source_and_carets(Place("a.json", 1, 301, 1, "x" * 300))
    assert carets == "   | " + " " * (width(source) - 5) + "^"


def test_a_place_longer_than_the_line_is_marked_to_the_end_of_what_is_shown() -> None:
    source, carets = source_and_carets(Place("a.json", 1, 3, 10_000, "x" * 10_000))
    assert len(carets) == 5 + 100
    assert len(source) == len(carets) + 3


@pytest.mark.parametrize("blank", ["\u00a0", "\u1680", "\u2003", "\u202f"], ids=ascii)
def test_a_blank_that_only_looks_like_one_is_shown_by_its_name(blank: str) -> None:
    source, _ = source_and_carets(Place("a.json", 1, 3, 1, f"ab{blank}c \u3000d"))
    assert source.endswith(f" ab<U+{ord(blank):04X}>c \u3000d")


@example("\u16800\u3000", 1, 0, "utf-8", "en")
@given(
    st.text(max_size=300),
    st.integers(1, 320),
    st.integers(0, 400),
    st.sampled_from(["utf-8", "cp932"]),
    st.sampled_from(["en", "ja"]),
)
def test_any_line_and_any_place_can_be_shown(text: str, column: int, length: int, encoding: str, lang: str) -> None:
    shown = render(Problem("P1", TEXTS, CURE, Place("a.json", 1, column, length, text)), lang, encoding)
    shown.encode(encoding)
    assert all(character.isprintable() or character in "\n\u3000" for character in shown)
    assert all(width(line) <= 125 for line in shown.split("\n"))


def test_all_problems_are_shown_then_counted() -> None:
    problem = Problem("P1", TEXTS)
    assert render_all([problem, problem], "en").endswith("\n\n2 problems. Nothing was decided.")
    assert render_all([problem], "en").endswith("\n\n1 problem. Nothing was decided.")
    assert render_all([problem], "ja").endswith("\n\n問題は1件です。判定はしていません。")


def test_no_more_than_the_limit_is_shown_and_the_rest_is_counted() -> None:
    shown = render_all([Problem("P1", TEXTS)] * 30, "ja")
    assert shown.count("エラー[P1]") == 20
    assert shown.endswith("問題は30件です(表示は20件)。判定はしていません。")


def test_the_same_at_several_places_is_told_once() -> None:
    places = [Place("a.json", line, 3, 1, "  x") for line in range(1, 31)]
    problems = [Problem("P1", TEXTS, CURE, place) for place in places] + [Problem("P2", TEXTS, CURE, places[0])]
    shown = render_all(problems, "en")
    assert (shown.count("error[P1]"), shown.count("error[P2]")) == (1, 1)
    assert "   = the same at a.json:2:3, 3:3, 4:3, 5:3 and 25 more\n" in shown
    assert shown.endswith("31 problems. Nothing was decided.")
    assert "   = 同じ問題: a.json:2:3\n" in render_all(problems[:2], "ja")


def test_the_exception_carries_the_problems_and_says_them() -> None:
    with pytest.raises(ProblemsError, match="this is odd") as caught:
        raise ProblemsError([Problem("P1", TEXTS)])
    assert [problem.code for problem in caught.value.problems] == ["P1"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("idae", "idea"),
        ("Launched", "launched"),
        ("field selection", "field_selection"),
        ("ｆｉｅｌｄ＿ｓｅｌｅｃｔｉｏｎ", "field_selection"),
        ("organisations[].champion_wiling", "organisations[].champion_willing"),
        ("quantum", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_suggested_only_when_it_is_near(written: str, meant: str | None) -> None:
    names = ["idea", "launched", "field_selection", "organisations[].champion_willing", "organisations[].champion"]
    assert nearest(written, names) == meant


def test_a_name_of_megabytes_is_not_compared_with_others() -> None:
    assert nearest("x" * 10_000_000, ["x" * 9_999_999]) is None


def test_the_suggestion_does_not_depend_on_the_order_of_names() -> None:
    names = ["seed_a", "seed_b", "Seed_A"]
    assert nearest("seed_c", names) == nearest("seed_c", names[::-1])
    assert nearest("SEED_A", names) == nearest("SEED_A", names[::-1])


def test_an_excerpt_is_never_longer_than_asked() -> None:
    assert [len(excerpt("x" * 100, limit)) for limit in (0, 2, 3, 10, 100)] == [3, 3, 3, 10, 100]


@pytest.mark.parametrize("number", [errno.EIO, errno.ENAMETOOLONG, errno.ELOOP, errno.EMFILE, errno.EACCES])
def test_a_common_reason_is_said_in_japanese(number: int) -> None:
    reason = system_reason(OSError(number, os.strerror(number)))
    assert reason["en"] == os.strerror(number)
    assert not reason["ja"].isascii()
    reason["ja"].encode("cp932")


@pytest.mark.parametrize("error", [OSError(99_999, "odd"), OSError("odd"), ValueError("odd")])
def test_another_reason_is_quoted(error: OSError | ValueError) -> None:
    assert system_reason(error) == {"en": "odd", "ja": "odd"}
