"""Behind the title of a finding stands which of several things it is, and of a set what is there and what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.memo.stated import bracketed, stated, which
from advise.reports.words.names import Reading


def told(document: dict[str, Any], code: str, language: str, kb: CompiledKnowledgeBase) -> str:
    found = assess({"project": {"phase": "preparation"}, **document}, kb, interpreter="evaluate")
    (finding,) = [one for one in found.findings if one.code == code]
    return bracketed(which, Reading(found, kb, language), [finding]).strip()


TALKED: dict[str, Any] = {
    "top": {"dialogue_with": ["citizens", "municipality"]},
    "complete": {"top.dialogue_with": True},
}
SILENT: dict[str, Any] = {"top": {"dialogue_with": []}}
LOOKED: dict[str, Any] = {"assessment": {"items": ["talent_base"]}, "complete": {"assessment.items": True}}


@pytest.mark.parametrize(
    ("document", "code", "en", "ja"),
    [
        (TALKED, "COM-06", "(there: municipality; missing: local companies)", "（あり：自治体／まだ：現地企業）"),
        (SILENT, "COM-06", "(none yet; missing: municipality, local companies)", "（まだ：自治体、現地企業）"),
        (LOOKED, "SEL-06", "(there: talent base; missing: the other 10)", "（あり：人材基盤／まだ：ほかの10件）"),
        ({"assessment": {"items": []}}, "SEL-06", "(none yet; missing: all 11)", "（まだ：11件すべて）"),
    ],
)  # fmt: skip
def test_of_a_set_it_is_told_what_is_there_and_what_is_missing(
    document: dict[str, Any], code: str, en: str, ja: str, kb: CompiledKnowledgeBase
) -> None:
    assert told(document, code, "en", kb) == en
    assert told(document, code, "ja", kb) == ja


def facts(document: dict[str, Any], code: str, kb: CompiledKnowledgeBase) -> list[str]:
    found = assess({"project": {"phase": "preparation"}, **document}, kb, interpreter="evaluate")
    (finding,) = [one for one in found.findings if one.code == code]
    return stated(Reading(found, kb, "en"), finding)


def test_every_fact_that_is_not_as_it_should_be_is_told_of_a_few(kb: CompiledKnowledgeBase) -> None:
    traits = ("champion_interest", "champion_enthusiasm", "champion_willing")
    own = {"id": "own", "kind": "own_company", "champion_identified": True, **dict.fromkeys(traits, False)}
    labels = [kb.vocabulary.facts[f"organisations[].{one}"].label["en"] for one in traits]
    assert facts({"organisations": [own]}, "ORG-07", kb) == [f"{label}: no" for label in labels]


def test_what_a_title_says_already_is_not_told_again(kb: CompiledKnowledgeBase) -> None:
    assert facts({"data": {"needs_citizen_data": True, "sharing_agreed": False}}, "DAT-03", kb) == []
    bank = {"id": "bank", "kind": "financial_institution", "needed": True, "involved": False}
    assert facts({"organisations": [bank]}, "ORG-16", kb) == []


def test_a_yes_or_no_that_a_title_says_is_not_told_beside_what_else_a_finding_rests_on(
    kb: CompiledKnowledgeBase,
) -> None:
    assert facts({"commitment": {"declared": False}}, "COM-01", kb) == []
    lines = {"declared": True, "by": "division_head"}
    assert facts({"commitment": lines}, "COM-02", kb) == ["who made the declaration: division head"]


def test_of_which_kind_an_element_is_and_that_it_matters_is_not_told_beside_what_it_lacks(
    kb: CompiledKnowledgeBase,
) -> None:
    shop = {"id": "shop", "kind": "local_company", "needed": True, "involved": True, "in_plan": False}
    union = {"id": "union", "kind": "financial_institution", "needed": True, "champion_identified": False}
    assert facts({"organisations": [shop]}, "ORG-05", kb) == []
    assert facts({"organisations": [union]}, "ORG-06", kb) == []


def test_of_the_coordination_duties_every_one_without_a_name_is_told(kb: CompiledKnowledgeBase) -> None:
    duties = list(kb.vocabulary.facts["duties.covered"].values)
    text = told({"duties": {"covered": duties[:2]}}, "CDR-04", "en", kb)
    labels = [kb.vocabulary.facts["duties.covered"].values[one]["en"] for one in duties]
    assert all(label in text for label in labels)
    assert text.index(labels[1]) < text.index("missing:") < text.index(labels[2])


def test_no_title_ends_in_brackets_of_its_own_or_hedges_between_the_values_that_are_stated(
    kb: CompiledKnowledgeBase,
) -> None:
    for rule in kb.rules:
        assert not rule.title["en"].endswith(")"), rule.code
        assert not rule.title["ja"].endswith("）"), rule.code
        assert "」か「" not in rule.title["ja"], rule.code


@pytest.mark.parametrize(
    ("code", "whole", "part"),
    [
        ("CDR-04", ("each of the six", "六つ"), ("nobody", "担当のいない")),
        ("FIT-09", ("Draw the area", "図にまとめ"), ("if there is none", "まだなければ")),
    ],
)
def test_what_is_there_already_is_not_asked_for_again(
    code: str, whole: tuple[str, str], part: tuple[str, str], kb: CompiledKnowledgeBase
) -> None:
    for language, asked, left in zip(("en", "ja"), whole, part, strict=True):
        advice = kb.rule(code).advice[language]
        assert asked not in advice
        assert left in advice


def test_of_signs_that_make_a_suspicion_it_is_told_which_there_are(kb: CompiledKnowledgeBase) -> None:
    tried = {"phase": "launched", "origin": "company_technology"}
    forced = {"project": {**tried, "link_to_local_issue": "forced"}}
    assert told(forced, "FIT-02", "en", kb) == "(link to a local issue: far-fetched)"
    unheard = {"project": tried, "municipality": {"understands_project": False}}
    assert told(unheard, "FIT-02", "ja", kb).startswith("（")
    assert "link to a local issue" not in told(unheard, "FIT-02", "en", kb)


def test_of_findings_told_as_one_it_is_told_which_of_them_lacks_what(kb: CompiledKnowledgeBase) -> None:
    def told_of(*refused: str) -> str:
        partners = [
            {"id": one, "name": one, "kind": "local_company", "involved": True, f"accepts_{fact}": False}
            for one, fact in zip("abc", refused, strict=False)
        ]
        found = assess({"project": {"phase": "preparation"}, "organisations": partners}, kb, interpreter="evaluate")
        alike = [one for one in found.findings if one.code == "ORG-10"]
        assert len(alike) == len(partners)
        return bracketed(which, Reading(found, kb, "en"), alike).strip()

    assert told_of("failure", "failure") == "(acceptance of failure: no)"
    assert told_of("failure", "frequent_trials", "failure") == (
        "(acceptance of failure: no (a, c); acceptance of quick and frequent trials: no (b))"
    )


@pytest.mark.parametrize(
    ("running", "en", "ja"),
    [
        ([True], "(running: 1)", "（進行中：1件）"),
        ([True, False], "(running: 1)", "（進行中：1件）"),
        ([False], "(running: none now)", "（進行中：いまはなし）"),
        ([], "(running: none now)", "（進行中：いまはなし）"),
        ([None], "", ""),
    ],
)
def test_of_ideas_that_are_too_few_it_is_told_how_many_run(
    running: list[bool | None], en: str, ja: str, kb: CompiledKnowledgeBase
) -> None:
    ideas = [{"id": f"s{number}", "running": one} for number, one in enumerate(running)]
    begun = {"phase": "preparation", "concrete_activity_started": True} if len(ideas) > 1 else {"phase": "preparation"}
    document: dict[str, Any] = {
        "project": begun,
        "portfolio": {"seeds": ideas},
        "complete": {"portfolio.seeds": True},
    }
    assert told(document, "POR-01", "en", kb) == en
    assert told(document, "POR-01", "ja", kb) == ja
