"""A scenario says the same in English and in Japanese."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.engine.scenarios.gherkin import Step, parse_feature, read_features
from advise.engine.scenarios.given_when import GIVEN, WHEN
from advise.engine.scenarios.home import Home
from advise.engine.scenarios.phrases import read_phrases
from advise.engine.scenarios.run import in_language, run_scenario
from advise.engine.scenarios.then import SENTENCES

JAPANESE = """# language: ja
機能: 意思の表明

  @COM-01
  ルール: すべては表明から始まる

    シナリオ: 会社は何も表明していない
      The company has declared nothing

      前提 「commitment.declared」の値は false
      もし 事業を確認する
      ならば 「COM-01」が重要度「停止」で指摘される
      かつ 判定は「いったん止める」となる

    シナリオテンプレート: 一覧と目安
      前提 {first} の一覧は次のとおり
        | id | kind |
        | city | municipality |
      かつ 「organisations/city.involved」の値は <involved>
      かつ organisations の一覧はこれで全部である
      もし 事業を確認する
      ならば 「ORG-02」が<outcome>

      例:
        | involved | outcome |
        | false | 指摘される |
""".replace("{first}", "organisations")


@pytest.fixture(scope="module")
def home(kb: CompiledKnowledgeBase) -> Home:
    return Home(kb)


def test_a_japanese_file_is_run(home: Home) -> None:
    for scenario in parse_feature(JAPANESE, "表明.feature").scenarios:
        assert run_scenario(scenario, home).passed, run_scenario(scenario, home)


def test_a_scenario_is_called_by_its_name_and_by_the_first_line_below_it_in_the_other_language() -> None:
    first, second = parse_feature(JAPANESE, "表明.feature").scenarios
    assert (first.called("ja"), first.called("en")) == ("会社は何も表明していない", "The company has declared nothing")
    assert (second.called("ja"), second.called("en")) == ("一覧と目安", "一覧と目安")


def test_every_sentence_of_every_scenario_says_the_same_in_japanese(home: Home) -> None:
    """Each is written in Japanese, and what is written is read as the same sentence about the same things."""
    steps = {
        (step.kind, step.text): step
        for feature in read_features(home.features)
        for scenario in feature.scenarios
        for case in scenario.cases
        for step in case.steps
    }
    assert len(steps) > 1_000
    exact = 0
    for step in steps.values():
        there = in_language(step, "en", "ja", home)
        assert there.text != step.text, step.text
        assert there.keyword in ("前提", "もし", "ならば", "かつ", "しかし", "但し", "ただし", "*"), there
        back = in_language(there, "ja", "en", home)
        assert in_language(back, "en", "ja", home) == there
        exact += back == step
    assert exact > 0.99 * len(steps)  # all but values in other words: `nation`, `the national government`


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("the human capital is judged thin", "人的資本はわずかと判断されている"),
        ("nobody has looked into the network capital", "ネットワーク資本の現状がまだ調べられていない"),
        ("the activity is built around the human capital", "活動の中心に人的資本が置かれている"),
        ('"univ" belongs to the human capital', "「univ」は人的資本にかかわっている"),
        ('the local company "mill" takes part', "現地企業「mill」が参画している"),
    ],
)
def test_a_member_of_a_family_and_an_allowed_value_are_called_by_their_labels(
    home: Home, english: str, japanese: str
) -> None:
    there = in_language(Step("Given", "given", english, 1), "en", "ja", home)
    assert there.text == japanese
    assert in_language(there, "ja", "en", home).text == english
    (phrase,) = (one for one in home.phrases if one.sentence.read(japanese) is not None)
    slots = phrase.sentence.read(english), phrase.sentence.read(japanese)
    first, second = (list(phrase.stated(one, home.kb)) for one in slots if one is not None)
    assert first == second


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ('"COM-01" is found with severity "blocker"', "「COM-01」が重要度「停止」で指摘される"),
        ('the verdict is "revise"', "判定は「直してから進める」となる"),
        (
            'the verdict may still be anything from "hold" to "proceed"',
            "判定はまだ「いったん止める」から「進めてよい」までのどれにもなり得る",
        ),
    ],
)
def test_severities_and_verdicts_are_called_by_their_labels(home: Home, english: str, japanese: str) -> None:
    there = in_language(Step("Then", "then", english, 1), "en", "ja", home)
    assert there.text == japanese
    assert in_language(there, "ja", "en", home).text == english


def test_no_japanese_sentence_can_be_read_in_two_ways(home: Home) -> None:
    for phrase in home.phrases:
        text = phrase.sentence.texts["ja"]
        others = [one for one in home.phrases if one is not phrase and one.sentence.read(text) is not None]
        assert others == [], text
        assert [one.texts for _, _, one in GIVEN if one.read(text) is not None] == []


@pytest.mark.parametrize("sentence", [*(one for *_, one in GIVEN), WHEN, *(one for _, one in SENTENCES)])
def test_a_general_sentence_has_the_same_slots_in_both_languages(sentence: object) -> None:
    import re

    english, japanese = (sorted(re.findall(r"\{\*?\w+\}", text)) for text in sentence.texts.values())  # type: ignore[attr-defined]
    assert english == japanese


def test_a_japanese_sentence_of_no_sentence_or_with_other_slots_is_refused(home: Home, tmp_path: Path) -> None:
    shutil.copy(home.features / "phrases.yaml", tmp_path)
    (tmp_path / "phrases.ja.yaml").write_text(
        "the company has declared nothink: 会社は何も表明していない\n'the {kind} \"{id}\" takes part': 「{id}」が参加する\n",
        encoding="utf-8",
    )
    with pytest.raises(ProblemsError) as caught:
        read_phrases(tmp_path / "phrases.yaml")
    first, second = caught.value.problems
    assert "has not the slots" in first.message["en"]
    assert "is no sentence of phrases.yaml" in second.message["en"]
