"""Names of subjects, findings and dates: many of a kind in few words, in the order in which the project names them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from advise.engine.knowledge.model import KnowledgeBase
from advise.reports.words.names import Teller, without_subject, write_date

CAPITALS = tuple(f"capitals/{name}" for name in ("cultural", "economic", "human", "network"))
WEEKDAYS = "月火水木金土日"


def teller(kb: KnowledgeBase, language: str, elements: int = 0) -> Teller:
    labels = {f"organisations/o{number}": dict.fromkeys(("en", "ja"), f"Org {number}") for number in range(elements)}
    return Teller(kb, language, labels)


def organisations(*numbers: int) -> list[str]:
    return [f"organisations/o{number}" for number in numbers]


def test_subjects_stand_in_the_order_of_the_project_not_of_their_ids(kb: KnowledgeBase) -> None:
    assert teller(kb, "en", 12).subjects(organisations(10, 2, 1)) == "Org 1, Org 2, Org 10"


def test_every_element_of_a_long_list_is_told_in_one_word(kb: KnowledgeBase) -> None:
    every = organisations(*range(30))
    assert teller(kb, "en", 30).subjects(every) == "all 30 organisations concerned"
    assert teller(kb, "ja", 30).subjects(every) == "関係する組織30件すべて"


def test_the_elements_of_a_short_list_are_named(kb: KnowledgeBase) -> None:
    assert teller(kb, "en", 3).subjects(organisations(0, 1, 2)) == "Org 0, Org 1, Org 2"


def test_the_title_of_findings_alike_is_about_the_first_and_names_the_others(kb: KnowledgeBase) -> None:
    title = teller(kb, "en").titles("SEL-08", CAPITALS)
    assert title.startswith("There is a gap in the human capital")
    assert title.endswith("(likewise: economic, network, cultural)")
    assert teller(kb, "ja").titles("SEL-08", CAPITALS).endswith("（経済、ネットワーク、文化も同じ）")


def test_of_a_whole_family_all_the_others_are_meant_where_not_all_would_be_named(kb: KnowledgeBase) -> None:
    every = [f"capitals/{name}" for name in kb.vocabulary.lists["capitals"].members]
    assert teller(kb, "en").titles("SEL-08", every).endswith("(likewise: all the others)")
    assert teller(kb, "ja").titles("SEL-08", every).endswith("（ほかもすべて同じ）")
    assert teller(kb, "en").titles("SEL-08", every[:5]).endswith("and 1 more)")


@pytest.mark.parametrize(
    ("code", "en"),
    [
        ("SEL-08", "There is a gap in the X capital, and nothing is planned to fill it"),
        ("KPI-08", "The goal “X” has no KPI"),
        ("ORG-03", "What is expected of (organisation) has not been set out yet"),
        ("COM-05", "The CEO has not been to see the city"),
    ],
)
def test_a_title_about_any_subject_reads_as_a_sentence(code: str, en: str, kb: KnowledgeBase) -> None:
    rule = kb.rule(code)
    assert without_subject(rule.title["en"], rule, kb, "en") == en
    assert "{" not in without_subject(rule.title["ja"], rule, kb, "ja")


@pytest.mark.parametrize(
    ("subjects", "told"),
    [
        (["organisations/city", "organisations/firm"], "City hall, Firm: Ask it."),
        (["capitals/human"], "Ask it."),
        ([None], "Ask it."),
    ],
)
def test_advice_stands_behind_the_name_of_whom_it_calls_by_a_pronoun(
    subjects: list[str | None], told: str, kb: KnowledgeBase
) -> None:
    labels = {"organisations/city": {"en": "City hall"}, "organisations/firm": {"en": "Firm"}}
    assert Teller(kb, "en", labels).advice_to({"en": "Ask it."}, subjects) == told


def test_a_champion_is_named_with_the_organisation(kb: KnowledgeBase) -> None:
    assert Teller(kb, "en", {}).owners(["champion"], "City hall") == "Champion of City hall"
    assert Teller(kb, "ja", {}).owners(["champion"], "市役所") == "市役所の担い手"
    assert Teller(kb, "en", {}).owners(["champion"], None) == "Champion"


def test_the_title_of_one_finding_is_its_own(kb: KnowledgeBase) -> None:
    assert "likewise" not in teller(kb, "en").titles("SEL-08", CAPITALS[:1])
    assert teller(kb, "en").titles("COM-01", []) == teller(kb, "en").title("COM-01", None)


# Dates


def test_the_weekday_is_the_calendars() -> None:
    day = date(1999, 12, 25)
    while day < date(2040, 1, 10):
        assert write_date(day.isoformat(), "ja") == f"{day.year}年{day.month}月{day.day}日({WEEKDAYS[day.weekday()]})"
        day += timedelta(days=11)


@pytest.mark.parametrize(
    "text", ["2026-02-31", "2026-2-3", "2026-13-01", "tomorrow", "", "2026-11-22T10:00", "20261122"]
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_no_date_is_written_as_it_is(text: str, language: str) -> None:
    assert write_date(text, language) == text
