"""The scenarios leave no rule and no derived fact out, and say nothing that is not there."""

from __future__ import annotations

import pytest

from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.scenarios.gherkin import Scenario, parse_feature, read_features
from advise.engine.scenarios.given_when import WHEN

from .feature_coverage import uncovered_concepts, uncovered_rules, unmentioned_tags
from .steps import FEATURES

FEATURE = """
Feature: One rule

  @COM-12
  Rule: Top management sees the danger

    Scenario: It sees none
      Given top management sees no danger in falling behind
      When the project is reviewed
      Then "COM-12" is found

    Scenario Outline: It sees <what>
      Given <given>
      When the project is reviewed
      Then "COM-12" is <reported>

      Examples:
        | what   | given                                               | reported  |
        | danger | top management sees the danger of falling behind    | not found |
        | more   | "company.sense_of_crisis" is true                   | not found |

    Scenario: Nobody knows
      Given a project about which nothing is known
      When the project is reviewed
      Then "COM-12" cannot be told yet
      And "company.sense_of_crisis" is asked

    Scenario: Nobody trusts
      Given the company has declared nothing
      When the project is reviewed
      Then "trust" is "at_risk"
      And "outstanding" is "human, network"
"""


@pytest.fixture(scope="module")
def everything() -> list[Scenario]:
    return [scenario for feature in read_features(FEATURES) for scenario in feature.scenarios]


def parse(text: str, file: str) -> list[Scenario]:
    return list(parse_feature(text, file).scenarios)


def test_every_rule_is_found_not_found_and_asked_about_in_some_scenario(
    kb: KnowledgeBase, everything: list[Scenario]
) -> None:
    assert uncovered_rules(kb, everything) == []


def test_every_derived_fact_goes_through_all_its_values_in_some_scenario(
    kb: KnowledgeBase, everything: list[Scenario]
) -> None:
    assert uncovered_concepts(kb, everything) == []


def test_every_tag_has_a_scenario_that_speaks_of_it(kb: KnowledgeBase, everything: list[Scenario]) -> None:
    assert unmentioned_tags(kb, everything) == []


def test_every_scenario_reviews_its_project_once_and_expects_something(everything: list[Scenario]) -> None:
    cases = [case for scenario in everything for case in scenario.cases]
    assert [
        one.name for one in cases if one.sentences("when") != (WHEN.texts["en"],) or not one.sentences("then")
    ] == []


def test_every_tag_is_the_code_of_a_rule(kb: KnowledgeBase, everything: list[Scenario]) -> None:
    assert {tag for scenario in everything for tag in scenario.tags} <= {rule.code for rule in kb.rules}


def test_a_rule_with_a_scenario_of_each_kind_is_covered(kb: KnowledgeBase) -> None:
    assert [line for line in uncovered_rules(kb, parse(FEATURE, "one.feature")) if "COM-12" in line] == []


@pytest.mark.parametrize(
    ("sentence", "otherwise", "lacking"),
    [
        ('"COM-12" is found', '"COM-11" is found', "COM-12 has no scenario in which it is found"),
        ("<reported>", "found", "COM-12 has no scenario in which it is not found"),
        (
            '"company.sense_of_crisis" is asked',
            '"COM-11" cannot be told yet',
            "COM-12 has no scenario in which it cannot be told and something is asked",
        ),
    ],
)
def test_a_rule_without_a_scenario_of_one_kind_is_reported(
    kb: KnowledgeBase, sentence: str, otherwise: str, lacking: str
) -> None:
    weakened = parse(FEATURE.replace(sentence, otherwise), "one.feature")
    assert [line for line in uncovered_rules(kb, weakened) if "COM-12" in line] == [lacking]


def test_a_value_that_no_scenario_reaches_is_reported(kb: KnowledgeBase) -> None:
    lacking = uncovered_concepts(kb, parse(FEATURE, "one.feature"))
    assert [line for line in lacking if line.startswith("trust ")] == [
        "trust is never ok",
        "trust is never undetermined",
    ]
    assert [line for line in lacking if line.startswith("outstanding ")] == [
        "outstanding is never none",
        "outstanding is never undetermined",
    ]


def test_a_tag_that_its_scenarios_are_silent_about_is_reported(kb: KnowledgeBase) -> None:
    found = unmentioned_tags(kb, parse(FEATURE.replace("@COM-12", "@COM-12 @COM-01"), "one.feature"))
    assert found == ["one.feature: no scenario under @COM-01 says anything about it"]
