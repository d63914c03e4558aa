"""Conditions in words, made from the tree and the labels, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from advise.engine.knowledge import KnowledgeBase, load_knowledge_base
from advise.engine.knowledge.words import OPERATORS, in_words, value_in_words
from advise.engine.language.tree import COMPLEMENTS, Operator

from ...knowledge_bases import small


def said(folder: Path, *when: str, more: str = "") -> tuple[str, str]:
    kb = small.load(folder, {"shop/other.yaml": small.rule(*when, more=more)})
    condition = kb.rule("SHO-02").when
    return in_words(condition, kb, "en"), in_words(condition, kb, "ja")


@pytest.mark.parametrize(
    ("text", "en", "ja"),
    [
        ("shop.open is true", '"open" is "yes"', "「開店」が「はい」である"),
        ("shop.kind is not bakery", '"kind" is not "bakery"', "「種類」が「パン屋」ではない"),
        ("shop.kind in [bakery, florist]", '"kind" is one of "bakery", "florist"', "「種類」が「パン屋」・「花屋」のどれかである"),
        ("shop.staff >= $least", '"staff" is at least 2', "「人数」が2以上である"),
        ("shop.rent < $span.high", '"rent" is below 3', "「家賃」が3未満である"),
        ("shop.staff > 1200", '"staff" is above 1,200', "「人数」が1,200を超える"),
        ("shop.wares within $sweet", '"wares" are only among "cake"', "「品物」が「菓子」以外にない"),
        ("shop.wares lacks bread", '"wares" do not include "bread"', "「品物」に「パン」が含まれない"),
        ("seasons.winter.busy is false", '"busy (winter)" is "no"', "「忙しさ (冬)」が「いいえ」である"),
        ("shop.size is big", '"size of the shop" is "big"', "「店の大きさ」が「大きい」である"),
        ("shop.rent > shop.staff", '"rent" is above "staff"', "「家賃」が「人数」を超える"),
        ("not:\n  - shop.open is true", 'it is not so that "open" is "yes"', "「「開店」が「はい」である」ということはない"),
        ("some: shelf", "there is a shelf", "棚がある"),
        ("none: shelf\nwhere:\n  - shelf.wide is true", 'there is no shelf for which "wide" is "yes"',
         "「「広さ」が「はい」である」棚が一つもない"),
        ("every: shelf\nis:\n  - shelf.wide is true", 'for every shelf: "wide" is "yes"', "どの棚についても、「広さ」が「はい」である"),
        ('count: shelf\nis: ">= $least"', "the number of shelves is at least 2", "棚の数が2以上である"),
        ('sum: shelf.size\nis: "< 5"', 'the sum of "size" over the shelves is below 5', "棚の「大きさ」の合計が5未満である"),
        ('share: season\nwhere:\n  - season.busy is true\nis: "> 0.5"', 'the share of seasons for which "busy" is "yes" is above 0.5',
         "「「忙しさ」が「はい」である」季節の割合が0.5を超える"),
    ],
)  # fmt: skip
def test_a_condition_is_said_with_the_labels_of_the_vocabulary(text: str, en: str, ja: str, tmp_path: Path) -> None:
    assert said(tmp_path, text) == (en, ja)


def test_a_choice_among_other_conditions_stands_in_brackets(tmp_path: Path) -> None:
    en, ja = said(tmp_path, "shop.open is true", "any:\n  - shop.staff > 1\n  - shop.staff is unknown")
    assert en == '"open" is "yes" and ("staff" is above 1 or "staff" is not known)'
    assert ja == "「開店」が「はい」である、かつ(「人数」が1を超える、または「人数」が分かっていない)"


def test_a_choice_alone_needs_no_brackets(tmp_path: Path) -> None:
    assert (
        said(tmp_path, "any:\n  - shop.staff > 1\n  - shop.staff is unknown")[0]
        == '"staff" is above 1 or "staff" is not known'
    )


def test_two_elements_of_one_list_are_told_apart(tmp_path: Path) -> None:
    en, ja = said(
        tmp_path,
        "some: shelf as other\nwhere:\n  - other.id is not shelf.id\n  - other.size > shelf.size",
        more="for: shelf\n",
    )
    assert (
        en
        == 'there is a shelf for which the other shelf is not this shelf and "size" of the other shelf is above "size"'
    )
    assert "もう一方の棚の「大きさ」が「大きさ」を超える" in ja


def test_a_value_of_a_parameter_is_said_as_the_fact_that_has_it_says_it(tmp_path: Path) -> None:
    assert said(tmp_path, "ware is cake", more="for: ware in $sweet\n") == (
        'this wares is "cake"',
        "この品物が「菓子」である",
    )


def test_a_member_of_a_family_is_said_by_its_name(tmp_path: Path) -> None:
    assert said(tmp_path, "season.id is summer", more="for: season\n")[1] == "この季節が「夏」である"


def test_every_operator_has_words_in_both_languages() -> None:
    assert set(OPERATORS) == set(get_args(Operator))
    assert all(("{right}" in text) == ("{right}" in texts[0]) for texts in OPERATORS.values() for text in texts)
    assert all(OPERATORS[word] != OPERATORS[opposite] for word, opposite in COMPLEMENTS.items())


@pytest.mark.parametrize("base", [None, small.LIBRARY])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_condition_can_be_said_and_shows_no_names_of_the_rule_language(base: Path | None, language: str) -> None:
    kb: KnowledgeBase = load_knowledge_base(base)
    for condition in kb.conditions():
        words = in_words(condition, kb, language)
        assert words.strip()
        for sign in ("{", "}", "[]", ".*.", "$", "None"):
            assert sign not in words, words


@pytest.mark.parametrize(
    ("value", "en"),
    [(True, '"yes"'), (2.0, "2"), (0.05, "0.05"), (12000.0, "12,000"), (["a", "b"], '"a", "b"'), ([], '"-"')],
)
def test_a_value_is_said_as_people_write_it(value: object, en: str) -> None:
    assert value_in_words(value, None, "en") == en
