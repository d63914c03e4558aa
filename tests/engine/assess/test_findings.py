"""Findings: their words, their order, their evidence, and what follows from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import Assessment, Evidence, assess
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
from advise.engine.reading.document import read_document

from ...knowledge_bases import small

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))


def reviewed(document: Any, kb: CompiledKnowledgeBase) -> Assessment:
    return assess(document, kb, today="2026-11-22", interpreter="evaluate")


def shelf_rule(title: str = "{en: 'On {subject}', ja: '「{subject}」について'}", *when: str) -> str:
    return small.rule(*(when or ("shelf.wide is true",)), more="for: shelf\n").replace(
        "{en: Something, ja: 何か}", title
    )


def test_a_subject_is_named_as_people_name_it(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": shelf_rule()})
    document = {"shelves": [{"id": "s1", "name": "The top shelf", "wide": True}, {"id": "s2", "wide": True}]}
    first, second = reviewed(document, kb).findings
    assert first.title == {"en": "On The top shelf", "ja": "「The top shelf」について"}
    assert (first.subject, first.subject_label) == ("shelves/s1", {"en": "The top shelf", "ja": "The top shelf"})
    assert second.title["en"] == "On s2"


def test_a_member_of_a_family_and_a_value_of_a_parameter_are_named_by_their_labels(tmp_path: Path) -> None:
    text = (
        small.rule("season.busy is true", more="for: season\n")
        .replace("Something", '"{subject}"')
        .replace("何か", '"{subject}"')
    )
    ware = small.rule("shop.wares has ware", code="SHO-03", more="for: ware in $sweet\n").replace(
        "Something", '"{subject}"'
    )
    kb = small.load(tmp_path, {"shop/a.yaml": text, "shop/b.yaml": ware.replace("何か", '"{subject}"')})
    found = reviewed({"seasons": {"summer": {"busy": True}}, "shop": {"wares": ["cake"]}}, kb).findings
    assert [(finding.subject, finding.title) for finding in found] == [
        ("seasons/summer", {"en": "summer", "ja": "夏"}), ("cake", {"en": "cake", "ja": "菓子"}),
    ]  # fmt: skip


def test_of_several_elements_of_one_name_it_is_told_which(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": shelf_rule()})
    document = {
        "shelves": [{"id": one, "name": "Oak", "wide": True} for one in ("a", "b")] + [{"id": "c", "wide": True}]
    }
    found = reviewed(document, kb)
    assert [one.title["en"] for one in found.findings] == ["On Oak (number 1 of 2)", "On Oak (number 2 of 2)", "On c"]
    assert found.findings[1].title["ja"] == "「Oak（2件のうち2件目）」について"


def test_curly_brackets_in_a_name_are_left_alone(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": shelf_rule()})
    (finding,) = reviewed({"shelves": [{"id": "s", "name": "{subject} {0}", "wide": True}]}, kb).findings
    assert finding.title["en"] == "On {subject} {0}"


def test_findings_come_before_predictions_and_strengths_and_the_worst_first(tmp_path: Path) -> None:
    areas = small.FILES["areas.yaml"].replace("step: 1", "step: 2") + "  yard:\n    en: Yard\n    ja: 庭\n    step: 1\n"
    every = "shop.open is true"
    rules = {
        "shop/a.yaml": small.rule(every, code="SHO-05"),
        "shop/b.yaml": small.rule(every, code="SHO-02").replace("minor", "major"),
        "shop/c.yaml": small.rule(every, code="SHO-03", more="kind: strength\n").replace("minor", "blocker"),
        "shop/d.yaml": small.rule(every, code="SHO-04", more="kind: prediction\n").replace("minor", "blocker"),
        "yard/e.yaml": small.rule(every, code="YAR-01"),
        "shop/f.yaml": small.rule(every, code="SHO-06").replace("minor", "info"),
    }
    found = reviewed({"shop": {"open": True}}, small.load(tmp_path, {"areas.yaml": areas, **rules}))
    assert [finding.code for finding in found.findings] == ["SHO-02", "YAR-01", "SHO-05", "SHO-06", "SHO-04", "SHO-03"]
    assert [finding.code for finding in found.predictions] == ["SHO-04"]
    assert [finding.code for finding in found.strengths] == ["SHO-03"]


def test_a_prediction_cites_the_findings_that_cause_it_and_only_those_that_were_found(tmp_path: Path) -> None:
    rules = {
        "shop/a.yaml": small.rule("shop.rent > 1", code="SHO-02"),
        "shop/b.yaml": small.rule(
            "shop.open is false", code="SHO-03", more="kind: prediction\ncauses: [SHO-01, SHO-02]\n"
        ),
    }
    found = reviewed({"shop": {"open": False, "staff": 9, "rent": 0}}, small.load(tmp_path, rules))
    assert [finding.causes for finding in found.predictions] == [("SHO-01",)]


def resolve(document: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        document = document[int(key)] if isinstance(document, list) else document[key]
    return document


def leads_to_its_value(evidence: Evidence, data: Any, lines: list[str], kb: CompiledKnowledgeBase) -> None:
    """Fail unless pointer, line and column lead to the value that is quoted."""
    value = resolve(data, evidence.pointer)
    if evidence.fact in kb.vocabulary.lists:
        assert evidence.value == [element["id"] for element in value]
    else:
        assert evidence.value == value
    assert evidence.line is not None
    assert evidence.column is not None
    shown = lines[evidence.line - 1][evidence.column - 1 :]
    start = json.dumps(value, ensure_ascii=False)[:1]
    assert shown.startswith(start if isinstance(value, (list, dict)) else json.dumps(value, ensure_ascii=False)), (
        evidence
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_evidence_leads_to_the_values_that_it_quotes(path: Path, kb: CompiledKnowledgeBase) -> None:
    document = read_document(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    found = reviewed(document, kb)
    for evidence in (*found.facts.values(), *(one for finding in found.findings for one in finding.evidence)):
        leads_to_its_value(evidence, document.data, lines, kb)
    for path_, members in found.elements.items():
        for member in members:
            assert resolve(document.data, member.pointer)["id"] == member.id, path_


def test_evidence_tells_where_a_value_comes_from(tmp_path: Path) -> None:
    kb = small.load(tmp_path)
    open_ = {"value": False, "source": "a letter", "as_of": "2026-01", "by": "Mori"}
    found = reviewed({"shop": {"open": open_, "staff": 9}}, kb).findings[0].evidence
    assert [(one.fact, one.pointer, one.source, one.as_of, one.by) for one in found] == [
        ("shop.open", "/shop/open/value", "a letter", "2026-01", "Mori"), ("shop.staff", "/shop/staff", None, None, None),
    ]  # fmt: skip
    assert {(one.file, one.line) for one in found} == {(None, None)}


def test_a_list_can_say_where_it_comes_from(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule("none: shelf")})
    (finding,) = reviewed({"shelves": {"value": [], "source": "a walk"}}, kb).findings
    assert [(one.fact, one.pointer, one.source) for one in finding.evidence] == [
        ("shelves", "/shelves/value", "a walk")
    ]


def test_a_finding_about_an_element_points_to_it_even_when_none_of_its_facts_decided(tmp_path: Path) -> None:
    kb = small.load(
        tmp_path, {"shop/other.yaml": shelf_rule("{en: a, ja: a}", "shop.open is true", "shelf.wide is unknown")}
    )
    (finding,) = reviewed({"shop": {"open": True}, "shelves": [{"id": "s"}]}, kb).findings
    assert [(one.fact, one.subject, one.value, one.pointer) for one in finding.evidence] == [
        ("shop.open", None, True, "/shop/open"), ("shelves[].id", "shelves/s", "s", "/shelves/0/id"),
    ]  # fmt: skip


def test_elements_that_make_a_statement_true_by_being_there_are_evidence(tmp_path: Path) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule("some: shelf")})
    (finding,) = reviewed({"shelves": [{"id": "a/b"}]}, kb).findings
    assert [(one.fact, one.value, one.pointer) for one in finding.evidence] == [
        ("shelves[].id", "a/b", "/shelves/0/id")
    ]


def test_words_are_kept_for_each_knowledge_base_apart(tmp_path: Path) -> None:
    for number in range(30):
        kb = small.load(
            tmp_path / str(number),
            {"parameters.yaml": small.FILES["parameters.yaml"].replace("value: 2", f"value: {number}")},
        )
        (finding,) = reviewed({"shop": {"open": False, "staff": 99}}, kb).findings
        assert f"is at least {number}" in finding.why["en"]


def test_derived_facts_are_told_by_subject_and_working_ones_are_not() -> None:
    kb = compiled(load_knowledge_base(small.LIBRARY))
    document = {
        "books": [{"id": "emma", "kind": "novel", "copies": 3}],
        "rooms": {
            "adults": {"heated": True, "seats": 20},
            "quiet": {"heated": True, "seats": 2},
            "children": {"heated": False},
        },
    }
    assert reviewed(document, kb).derived == {
        "books/emma.lendable": "yes", "novel.held": "held", "comfortable_rooms": ["adults", "quiet"], "library.offer": "partial",
    }  # fmt: skip


def test_findings_and_questions_alike_come_as_people_count(kb: CompiledKnowledgeBase) -> None:
    entry = {"kind": "local_company", "involved": True, "champion_identified": False}
    found = assess({"organisations": [{"id": f"o{number}", **entry} for number in (10, 2, 1)]}, kb, today="2026-11-22")
    assert [one.subject for one in found.findings if one.code == "ORG-06"] == [
        "organisations/o1", "organisations/o2", "organisations/o10",
    ]  # fmt: skip
    asked = [one.subject for one in found.questions if one.fact == "organisations[].role_defined"]
    assert asked == ["organisations/o1", "organisations/o2", "organisations/o10"]


def test_what_leads_to_something_that_may_follow_is_read_first_in_its_area(kb: CompiledKnowledgeBase) -> None:
    document = {
        "project": {"phase": "preparation"},
        "commitment": {"declared": True, "by": "ceo", "covers_city_issues": False},
        "top": {"visited_site": False, "dialogue_with": [], "own_role_identified": False},
        "agreement": {"status": "under_negotiation"},
    }
    major = [one.code for one in reviewed(document, kb).findings if one.severity == "major"]
    assert major == ["COM-11", "COM-04"]


def test_that_an_organisation_is_not_won_yet_is_told_before_who_carries_the_project_there(
    kb: CompiledKnowledgeBase,
) -> None:
    bank = {
        "id": "bank",
        "kind": "financial_institution",
        "involved": False,
        "needed": True,
        "champion_identified": False,
    }
    found = reviewed({"project": {"phase": "preparation"}, "organisations": [bank]}, kb)
    assert [one.code for one in found.findings if one.severity == "major"] == ["ORG-16", "ORG-06"]


def test_whether_a_capital_carries_the_project_is_told_before_what_each_of_them_lacks(
    kb: CompiledKnowledgeBase,
) -> None:
    capital = {"assessed": True, "rivals_metropolis": False, "key_person_identified": False}
    names = ("human", "economic", "infrastructure", "enabling", "network", "cultural")
    document = {"project": {"phase": "field_selection"}, "capitals": dict.fromkeys(names, capital)}
    major = [one.code for one in reviewed(document, kb).findings if one.severity == "major"]
    assert major == ["SEL-07", *["SEL-05"] * 6]


@pytest.mark.parametrize("phase", ["preparation", "launched"])
def test_what_would_have_stopped_the_choice_of_the_city_is_told_before_what_else_stops(
    phase: str, kb: CompiledKnowledgeBase
) -> None:
    document = {
        "project": {
            "phase": phase,
            "origin": "company_technology",
            "link_to_local_issue": "none",
            "benefit_citizen_life": False,
            "benefit_city_productivity": False,
        },
        "municipality": {"understands_project": False},
        "commitment": {"declared": False},
        "top": {"active_after_launch": False},
    }
    stops = [one.code for one in reviewed(document, kb).findings if one.severity == "blocker"]
    assert stops[0] == "FIT-01"
    assert "COM-01" in stops[1:]


def test_findings_of_one_weight_in_one_area_stand_in_the_order_of_the_article(kb: CompiledKnowledgeBase) -> None:
    plan = {
        "project": {"phase": "preparation"},
        "beneficiary": {"who": ["own_company"]},
        "goals": [],
        "themes": [{"id": "t", "kpis": []}],
        "kpis": [{"id": "k", "set_with_municipality": False}],
    }
    found = assess(plan, kb, interpreter="evaluate").findings
    order = [one.code for one in found if one.code.startswith("KPI") and one.severity == "major"]
    assert order == ["KPI-18", "KPI-05", "KPI-15", "KPI-07"]
