"""Findings of one rule about several subjects are told once, and none of them is lost."""

from __future__ import annotations

from typing import Any

from advise.engine.assess import Assessment, assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.memo.actions import FindingGroup, together
from advise.reports.memo.opening import gravest
from advise.reports.words.names import Reading
from advise.reports.words.verdict import actions

from ..memos import render_html
from ..pages import read_page


def crowded(number: int, **more: Any) -> dict[str, Any]:
    """Return a project with several organisations in which nobody carries the project."""
    entry = {"kind": "local_company", "involved": True, "champion_identified": False, "capitals": ["human"]}
    organisations = [{"id": f"z{9 - place}", "name": f"Firm {place}", **entry} for place in range(number)]
    return {"project": {"phase": "preparation"}, "organisations": organisations, **more}


def told(found: Assessment, kb: CompiledKnowledgeBase, code: str, language: str = "en") -> list[FindingGroup]:
    reading = Reading(found, kb, language)
    return [group for group in together(reading, actions(found)) if group.finding.code == code]


def test_a_finding_about_several_is_told_about_the_first_that_the_project_names(kb: CompiledKnowledgeBase) -> None:
    (group,) = told(assess(crowded(3), kb), kb, "ORG-06")
    assert [one.subject for one in group.members] == ["organisations/z9", "organisations/z8", "organisations/z7"]
    (also,) = told(assess(crowded(3), kb), kb, "ORG-06", "ja")
    assert {**group.finding.title, **also.finding.title} == {
        "en": "Firm 0 has no champion at present (likewise: Firm 1, Firm 2)",
        "ja": "Firm 0には、いま担い手がいません（Firm 1、Firm 2も同じ）",
    }
    assert [one.subject for one in group.finding.evidence if one.fact == "organisations[].champion_identified"] == [
        "organisations/z9", "organisations/z8", "organisations/z7"
    ]  # fmt: skip


def test_the_verdict_names_the_same_one_first(kb: CompiledKnowledgeBase) -> None:
    told = gravest(Reading(assess(crowded(3), kb), kb, "en"))
    assert "Firm 0 has no champion at present (likewise: Firm 1, Firm 2)" in told


def test_what_is_about_one_or_the_project_stays_as_it_is(kb: CompiledKnowledgeBase) -> None:
    found = assess(crowded(1, commitment={"declared": False}), kb)
    for group in together(Reading(found, kb, "en"), actions(found)):
        assert group.members == (group.finding,)


def test_another_severity_is_told_by_itself(kb: CompiledKnowledgeBase) -> None:
    document = crowded(3)
    document["organisations"][1]["kind"] = "financial_institution"
    groups = told(assess(document, kb), kb, "ORG-06")
    assert [(one.finding.severity, len(one.members)) for one in groups] == [("blocker", 2), ("major", 1)]


def test_a_finding_whose_decision_no_longer_stands_is_told_by_itself(kb: CompiledKnowledgeBase) -> None:
    postponed = {
        "finding": "ORG-06",
        "subject": "organisations/z8",
        "response": "postponed",
        "until": "2026-03-31",
        "reason": "Holidays.",
        "by": "Mori",
        "on": "2026-01-01",
    }
    groups = told(assess(crowded(3, responses=[postponed]), kb, today="2026-11-22"), kb, "ORG-06")
    assert sorted(len(one.members) for one in groups) == [1, 2]


def test_the_memo_has_a_place_for_each_and_names_who_acts(kb: CompiledKnowledgeBase) -> None:
    document = crowded(12)
    document["organisations"].append({"id": "fine", "kind": "other", "involved": False})
    found = assess(document, kb)
    page = read_page(render_html(found, kb, "en"))
    (row,) = [one for one in page.all("table", class_="actions")[0].all("tr") if "ORG-06" in one.text]
    assert "(likewise: Firm 1, Firm 2, Firm 3 and 8 more)" in row.text
    assert "Firm 7 and 4 more + Project lead" in row.text
    assert sum("ORG-06" in one.text for one in page.all("table", class_="all")[0].all("tr")) == 12


def test_all_of_a_long_list_are_named_as_such(kb: CompiledKnowledgeBase) -> None:
    (group,) = told(assess(crowded(12), kb), kb, "ORG-06")
    assert group.finding.subject_label == {"en": "all 12 organisations concerned"}
