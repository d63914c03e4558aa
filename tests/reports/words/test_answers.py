"""Answers in words: of the numbers on both sides of an end people name the rounder one, with its unit."""

from __future__ import annotations

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.words.answers import answer_words, bound_words
from advise.reports.words.names import Teller


@pytest.mark.parametrize(
    ("fact", "every", "meant", "en", "ja"),
    [
        ("process.months_planning_before_first_trial", [0, 2.99, 3, 3.01], [3.01], "above 3 months", "3か月を超える場合"),
        ("process.months_planning_before_first_trial", [0, 2.99, 3, 3.01], [0, 2.99, 3], "3 months or less", "3か月以下"),
        ("trial.first_planned_in_months", [0, 2, 3, 4, 5, 6], [4, 5], "4 months to 5 months", "4か月から5か月まで"),
        ("trial.first_planned_in_months", [0, 2, 3, 4, 5, 6], [0, 2, 3], "3 months or less", "3か月以下"),
        ("project.months_since_commitment", [0, 5, 6, 7], [6, 7], "6 months or more", "6か月以上"),
        ("city.population", [0, 49999, 50000, 50001, 200000, 200001], [200001], "above 200,000 persons", "200,000人を超える場合"),
        ("city.population", [0, 49999, 50000, 50001, 200000, 200001], [0, 49999], "below 50,000 persons", "50,000人未満"),
        ("portfolio.seeds[].success_probability", [0, 0.49, 0.5, 0.51, 1], [0.5, 0.51, 1], "0.5 or more", "0.5以上"),
    ],
)  # fmt: skip
def test_numbers_are_told_by_their_round_ends(
    kb: CompiledKnowledgeBase, fact: str, every: list[float], meant: list[float], en: str, ja: str
) -> None:
    assert answer_words([float(one) for one in meant], [float(one) for one in every], fact, Teller(kb, "en")) == en
    assert answer_words([float(one) for one in meant], [float(one) for one in every], fact, Teller(kb, "ja")) == ja


def test_two_answers_are_joined_without_a_comma_and_more_with_one(kb: CompiledKnowledgeBase) -> None:
    fact, teller = "stage_gate.on_fail", Teller(kb, "ja")
    every = ["stop", "return_one_stage", "continue", "undefined"]
    assert answer_words(["continue", "undefined"], every, fact, teller) == "「継続」または「決めていない」"
    assert (
        answer_words(every[1:], every, fact, teller) == "「一つ前のステージに戻す」、「継続」、または「決めていない」"
    )


def test_a_number_that_is_asked_for_is_told_with_what_does_as_well(kb: CompiledKnowledgeBase) -> None:
    assert bound_words("trial.first_planned_in_months", 3, Teller(kb, "ja")) == "3か月以下"
    assert bound_words("stage_gate.stages", 2, Teller(kb, "en")) == "2 or more"
    assert bound_words("city.population", 90000, Teller(kb, "en")) == "90,000 persons"
