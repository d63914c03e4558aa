"""Feature files are read with everything Gherkin has, and with places."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.problems.problem import ProblemsError
from advise.engine.scenarios.gherkin import feature_files, parse_feature, read_feature, read_features

TEXT = '''\
@area
Feature: Bread
  About bread
  and butter.

  Background:
    Given flour

  Scenario: Plain
    Then nothing

  @A-01
  Rule: It rises

    Background:
      Given yeast

    @slow
    Scenario Outline: Baked for <time>
      Given the loaves:
        | id   | crust   |
        | one  | <crust> |
      * salt
      When it is baked for <time>
      But not longer
      Then "A-01" is <reported>
      And it reads
        """
        <crust> bread
        """

      Examples:
        | time | crust | reported  |
        | 10   | none  | found     |
        | 60   | hard  | not found |

      @late
      Examples: Late
        | time | crust | reported |
        | 90   | black | found    |
'''


def problem(text: str) -> ProblemsError:
    with pytest.raises(ProblemsError) as caught:
        parse_feature(text, "x.feature", "folder/x.feature")
    return caught.value


def test_a_feature_says_what_it_is_about() -> None:
    feature = parse_feature(TEXT, "bread.feature")
    assert (feature.name, feature.file) == ("Bread", "bread.feature")
    assert feature.description == "About bread\nand butter."
    assert [scenario.name for scenario in feature.scenarios] == ["Plain", "Baked for <time>"]


def test_a_scenario_has_all_tags_above_it() -> None:
    plain, baked = parse_feature(TEXT, "bread.feature").scenarios
    assert baked.tags == {"area", "A-01", "slow", "late"}
    assert plain.tags == {"area"}


def test_a_scenario_is_kept_as_written() -> None:
    _, baked = parse_feature(TEXT, "bread.feature").scenarios
    assert [(step.keyword, step.kind, step.text, step.line) for step in baked.steps] == [
        ("Given", "given", "the loaves:", 20),
        ("*", "given", "salt", 23),
        ("When", "when", "it is baked for <time>", 24),
        ("But", "when", "not longer", 25),
        ("Then", "then", '"A-01" is <reported>', 26),
        ("And", "then", "it reads", 27),
    ]
    assert baked.steps[0].table == (("id", "crust"), ("one", "<crust>"))
    assert baked.steps[-1].docstring == "<crust> bread"
    assert baked.line == 19
    assert baked.examples[1] == (("time", "crust", "reported"), ("90", "black", "found"))


def test_every_row_of_the_examples_is_a_case_of_its_own() -> None:
    plain, baked = parse_feature(TEXT, "bread.feature").scenarios
    assert [(case.name, case.line) for case in baked.cases] == [
        ("Baked for 10", 34),
        ("Baked for 60", 35),
        ("Baked for 90", 40),
    ]
    late = baked.cases[2]
    assert late.sentences("given") == ("flour", "yeast", "the loaves:", "salt")
    assert late.sentences("when") == ("it is baked for 90", "not longer")
    assert late.sentences("then") == ('"A-01" is found', "it reads")
    assert late.steps[2].table == (("id", "crust"), ("one", "black"))
    assert late.steps[-1].docstring == "black bread"
    assert [(case.name, case.line) for case in plain.cases] == [("Plain", 9)]


def test_the_background_is_told_apart_from_the_scenario() -> None:
    plain, baked = parse_feature(TEXT, "bread.feature").scenarios
    assert [step.text for step in baked.background] == ["flour", "yeast"]
    assert [step.line for step in plain.background] == [7]


def test_a_scenario_names_what_it_is_tagged_with_or_says_in_quotes() -> None:
    text = 'Feature: f\n @B-01\n Scenario: a\n  Then "B-02" is not B-03\n Scenario Outline: b\n  Then "<c>"\n  Examples:\n   | c |\n   | B-04 |\n'
    one, other = parse_feature(text, "f.feature").scenarios
    assert [one.names(code) for code in ("B-01", "B-02", "B-03", "B-04")] == [True, True, False, False]
    assert [other.names(code) for code in ("B-01", "B-04")] == [False, True]


def test_keywords_may_be_japanese() -> None:
    text = "# language: ja\n機能: 部屋\n  シナリオ: 寒い\n    前提 暖房がない\n    もし 調べる\n    ならば 寒い\n    かつ 暗い\n"
    (scenario,) = parse_feature(text, "f.feature").scenarios
    assert scenario.language == "ja"
    assert [(step.keyword, step.kind) for step in scenario.steps] == [
        ("前提", "given"),
        ("もし", "when"),
        ("ならば", "then"),
        ("かつ", "then"),
    ]


def test_an_outline_without_rows_has_no_cases() -> None:
    (scenario,) = parse_feature("Feature: f\n Scenario Outline: a\n  Then <b>\n  Examples:\n   | b |\n", "f").scenarios
    assert (scenario.cases, scenario.background) == ((), ())


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "\n\n"])
def test_an_empty_file_has_no_scenarios(text: str) -> None:
    assert parse_feature(text, "f.feature").scenarios == ()


@pytest.mark.parametrize(
    ("text", "line", "en", "ja"),
    [
        ("Feature: f\n  Scenario: a\n    Given b\n    Gievn c\n", 4, "'Gievn c' cannot stand here", "「Gievn c」はここに書けません"),
        ("hello\n", 1, "'hello' cannot stand here", "「hello」はここに書けません"),
        ("# language: zz\nFeature: f\n", 1, "cannot be read: Language not supported: zz", "読めません: Language not supported: zz"),
        (
            "Feature: f\n Scenario: a\n  Given b\n   | c | d |\n   | e |\n",
            5,
            "cannot be read: inconsistent cell count within the table",
            "読めません: inconsistent cell count within the table",
        ),
    ],
)  # fmt: skip
def test_what_is_no_gherkin_is_reported_with_its_line(text: str, line: int, en: str, ja: str) -> None:
    (found,) = problem(text).problems
    assert found.place is not None
    assert (found.code, found.place.file, found.place.line) == ("S001", "folder/x.feature", line)
    assert found.message == {"en": en, "ja": ja}


@pytest.mark.parametrize(
    ("lines", "line", "cure"),
    [
        (["Scenario: s", "  Given: flour"], 3, "Write 'Given' without a colon."),
        (["Scenario: s", "  Given\N{FULLWIDTH COLON}flour"], 3, "Write 'Given' without a colon."),
        (["Scenario: s", "  GIVEN flour"], 3, "Write 'Given'."),
        (["Scenario: s", "  about bread", "  given flour"], 4, "Write 'Given'."),
        (["Scenario: s", "  前提 小麦粉"], 3, "The language of this file is 'en': write 'Given', or name another language in its first line."),
        (["Background:", "  GIVEN flour", "Scenario: s", "  Then bread"], 3, "Write 'Given'."),
        (["Scenario\N{FULLWIDTH COLON} s", "  Given flour", "Scenario: t", "  Then bread"], 2, "Write 'Scenario:' with a half-width colon."),
        (["Scenario s", "  Given flour", "Scenario: t", "  Then bread"], 2, "Put a colon behind it: 'Scenario:'."),
        (["Rule: r", "  scenario: s", "    Given flour"], 3, "Write 'Scenario:' with a half-width colon."),
        (["Rule: r", "  Given flour", "  Then bread"], 3, "Write 'Given'."),
        (["シナリオ: s", "  前提 小麦粉"], 2, "The language of this file is 'en': write 'Scenario:', or name another language in its first line."),
    ],
)  # fmt: skip
def test_a_line_that_would_drop_out_of_the_run_is_refused(lines: list[str], line: int, cure: str) -> None:
    (found,) = problem("\n".join(["Feature: f", *lines, ""])).problems
    assert found.place is not None
    assert found.cure is not None
    assert (found.code, found.place.line, found.cure["en"]) == ("S001", line, cure)
    assert found.message["en"].endswith("would not be run: it is read as part of a description")


def test_a_scenario_without_its_colon_behind_another_one_has_a_cure_of_its_own() -> None:
    (found,) = problem("Feature: f\n  Scenario: s\n    Given flour\n  Scenario t\n").problems
    assert found.cure is not None
    assert found.cure["ja"] == "後ろにコロンを付けて、「Scenario:」と書いてください。"


def test_prose_that_begins_with_the_word_scenario_is_prose() -> None:
    told = parse_feature("Feature: f\n  Scenario by scenario it is told\n  what follows.\n", "f.feature")
    assert told.description.startswith("Scenario by scenario")


def test_an_english_keyword_in_a_japanese_file_is_refused() -> None:
    text = "# language: ja\n機能: f\n  シナリオ: s\n    Given flour\n    もし baked\n"
    (found,) = problem(text).problems
    assert found.cure is not None
    assert found.cure["ja"] == "このファイルの言語は ja です。「前提」と書くか、最初の行で別の言語を指定してください。"
    (found, *_) = problem(text.replace("    Given flour\n", "") + "    Then bread\n").problems
    assert found.message["en"] == "'Then bread' cannot stand here"
    assert found.cure is not None
    assert "write 'ならば'" in found.cure["en"]


@pytest.mark.parametrize(
    "text",
    [
        "Feature: f\n  Given how old it is, there is much to say.\n  And more.\n\n  Scenario: s\n    About given names.\n    Then a\n",
        "Feature: f\n  Andrew says: scenario planning\n  Thence it came.\n  Rule: r\n    When in doubt, ask.\n    Scenario: s\n      Then a\n",
        "# language: ja\n機能: f\n  例：パンは焼ける\n  シナリオの説明\n  シナリオ: s\n    ならば a\n",
    ],
)
def test_prose_is_no_sentence(text: str) -> None:
    assert len(parse_feature(text, "f.feature").scenarios) == 1


def test_columns_of_examples_may_have_any_name() -> None:
    text = "Feature: f\n Scenario Outline: a\n  Then <state [open> and <a.c> and <abc>\n  Examples:\n"
    text += "   | state [open | a.c | abc |\n   | x | y | z |\n"
    (scenario,) = parse_feature(text, "f.feature").scenarios
    assert [step.text for step in scenario.cases[0].steps] == ["x and y and z"]
    assert scenario.examples[0][0] == ("state [open", "a.c", "abc")


def test_files_are_feature_files_however_the_ending_is_written(tmp_path: Path) -> None:
    for name in ("b.FEATURE", "a.feature", "c.Feature", "d.feature.txt"):
        (tmp_path / name).write_text("Feature: f\n", encoding="utf-8")
    assert [feature.file for feature in read_features(tmp_path)] == ["a.feature", "b.FEATURE", "c.Feature"]
    assert feature_files(tmp_path / "none") == []


def test_all_problems_come_at_once() -> None:
    assert len(problem("Feature: f\n  Scenario: a\n    Given b\n    Oops\n    And c\n    Oops\n").problems) > 1


def test_all_files_are_read_before_a_problem_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.feature").write_text("oops", encoding="utf-8")
    (tmp_path / "b.feature").write_bytes(b"Feature: \xff")
    (tmp_path / "c.feature").write_text("Feature: f\n", encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "d.feature").write_text("oops", encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        read_features(tmp_path)
    assert [one.message["en"] for one in caught.value.problems] == ["'oops' cannot stand here", "the file is not UTF-8"]


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="cannot be read"):
        read_feature(tmp_path / "none.feature")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.feature"
    path.write_bytes(b"\xef\xbb\xbfFeature: f\n")
    assert read_feature(path).name == "f"


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.feature"
    path.write_text("#" * 1_000_001, encoding="utf-8")
    with pytest.raises(ProblemsError, match="larger than 1000000 bytes"):
        read_feature(path)
