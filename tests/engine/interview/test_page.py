"""Pages: what is asked now and why not, in the plan's order, the present step of the road map first."""

from __future__ import annotations

from typing import Any

import pytest

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.interview.page import PageStatus
from advise.engine.knowledge import load_knowledge_base

from ...knowledge_bases import small
from .walking import cell, on

CITY = {"id": "city", "name": "Chigusa", "kind": "municipality"}
FIRM = {"id": "firm", "name": "Aoba Electric", "kind": "own_company"}


@pytest.fixture(scope="module")
def library() -> CompiledKnowledgeBase:
    return compiled(load_knowledge_base(small.LIBRARY))


def preparing(**more: Any) -> dict[str, Any]:
    """Return a project in preparation."""
    return {"project": {"phase": "preparation"}, **more}


def test_the_present_steps_pages_come_behind_those_of_no_step_and_the_others_along_the_road_map() -> None:
    steps = [page.step for page in on(preparing()).pages]
    assert steps == sorted(steps, key=lambda step: -2 if step is None else -1 if step == 1 else step)
    assert [page.number for page in on(preparing()).pages] == list(range(1, len(steps) + 1))
    assert next(page.step for page in on({"project": {"phase": "launched"}}).pages if page.step is not None) == 5


def test_nothing_that_comes_later_is_asked_of_a_project_that_is_choosing_its_city() -> None:
    walk = on({"project": {"phase": "field_selection"}})
    assert cell(walk, "top.active_after_launch").status == "closed"
    assert cell(walk, "selection.reasons").status == "open"


@pytest.mark.parametrize(
    ("commitment", "status"),
    [
        ({}, "waiting"),
        ({"declared": True}, "open"),
        ({"declared": False}, "closed"),
        ({"declared": True, "by": "ceo"}, "answered"),
    ],
)
def test_a_question_waits_for_its_gate(commitment: dict[str, Any], status: PageStatus) -> None:
    by = cell(on(preparing(commitment=commitment)), "commitment.by")
    assert (by.status, by.gate) == (status, ("commitment.declared", (True,)))


def test_a_question_that_a_verdict_needs_is_asked_although_its_gate_is_shut() -> None:
    walk = on(preparing(commitment={"declared": False}, agreement={"status": "signed"}))
    assert cell(walk, "commitment.by").is_asked


def test_a_question_whose_gate_nobody_could_answer_is_not_asked() -> None:
    asked = [{"fact": "commitment.declared", "answer": "unknown", "on": "2026-11-28"}]
    assert cell(on(preparing(asked=asked)), "commitment.by").status == "closed"


def test_a_gate_of_one_element_opens_the_questions_about_this_one_only() -> None:
    walk = on(preparing(organisations=[{**FIRM, "champion_identified": True}, CITY]))
    assert cell(walk, "organisations/firm.champion_willing").status == "open"
    assert cell(walk, "organisations/city.champion_willing").status == "waiting"


def test_a_derived_fact_can_be_a_gate() -> None:
    walk = on(preparing(capitals={"human": {"strength": "absent"}, "economic": {"strength": "present"}}))
    gaps = {member: cell(walk, f"capitals/{member}.complement").status for member in ("human", "economic", "cultural")}
    assert gaps == {"human": "open", "economic": "closed", "cultural": "waiting"}


@pytest.mark.parametrize(
    ("answer", "status"), [("unknown", "declined"), ("not_applicable", "declined"), ("later", "open")]
)
def test_what_nobody_knows_is_asked_again_only_on_demand_and_what_was_put_off_always(
    answer: str, status: PageStatus
) -> None:
    asked = [{"fact": "top.visited_site", "answer": answer, "on": "2026-11-28"}]
    assert cell(on(preparing(asked=asked)), "top.visited_site").status == status
    assert cell(on(preparing(asked=asked), again=True), "top.visited_site").status == "open"


def test_what_a_verdict_needs_weighs_most_and_what_is_minor_is_only_offered() -> None:
    walk = on(preparing())
    needed, fine = cell(walk, "commitment.declared"), cell(walk, "company.sense_of_crisis")
    assert (needed.weight, needed.must_know, needed.is_asked) == ("needed", True, True)
    assert (fine.weight, fine.is_asked, fine.is_offered) == ("fine", False, True)
    assert cell(walk, "capitals/human.evidence").weight == "record"


def test_who_the_project_is_about_is_asked_although_no_rule_waits_for_it() -> None:
    assert cell(on(preparing()), "project.name").is_asked
    assert cell(on({"project": {"name": "A"}}), "project.name").status == "answered"


def test_questions_call_the_company_and_the_city_by_their_names_once_these_are_known() -> None:
    question = "Has Aoba Electric declared that it will do business in Chigusa?"
    walk = on(preparing(organisations=[FIRM], city={"name": "Chigusa"}))
    assert cell(walk, "commitment.declared").question["en"] == question
    nameless = cell(on(preparing(organisations=[FIRM])), "commitment.declared")
    assert nameless.definition is not None
    assert nameless.question == nameless.definition.question


def test_two_of_a_kind_are_not_called_as_if_there_were_one() -> None:
    walk = on(preparing(organisations=[FIRM, {**FIRM, "id": "other", "name": "B"}], city={"name": "Chigusa"}))
    assert "Aoba" not in cell(walk, "commitment.declared").question["en"]


def test_a_grid_has_a_row_for_each_element_and_says_its_name_in_the_question() -> None:
    walk = on(preparing(organisations=[FIRM, CITY]))
    (grid,) = walk.page("champions").blocks
    assert (grid.form, grid.source, [row.label["ja"] for row in grid.rows]) == (
        "grid", "organisations", ["Aoba Electric", "Chigusa"],
    )  # fmt: skip
    assert all(len(row.cells) == len(grid.heads) for row in grid.rows)
    assert "Chigusa" in grid.rows[1].cells[0].question["en"]
    assert grid.cells == tuple(one for row in grid.rows for one in row.cells)


def test_a_bundle_names_the_columns_that_it_answers() -> None:
    (grid,) = on(preparing()).page("capitals").blocks
    ((bundle, columns),) = grid.bundles
    facts = [grid.rows[0].cells[at].address.attribute for at in columns]
    assert facts == ["quantitative", "qualitative"]
    assert [option.values for option in bundle.options] == [
        (True, True), (True, False), (False, True), (False, False), (),
    ]  # fmt: skip


def test_a_list_stays_open_as_long_as_nobody_said_that_it_is_whole() -> None:
    assert cell(on(preparing(organisations=[CITY])), "organisations").status == "open"
    for whole in (True, False):
        named = preparing(organisations=[CITY], complete={"organisations": whole})
        assert cell(on(named), "organisations").status == "answered"


def test_a_new_element_is_asked_for_until_there_is_one() -> None:
    assert cell(on({}), "organisations:own_company").status == "open"
    firm = cell(on({"organisations": [FIRM]}), "organisations:own_company")
    assert (firm.status, firm.value, firm.address.subject) == ("answered", "Aoba Electric", "organisations/firm")
    whole = {"organisations": [], "complete": {"organisations": True}}
    assert cell(on(whole), "organisations:own_company").status == "closed"


def test_a_page_names_first_who_can_answer_most_of_it() -> None:
    assert on(preparing()).page("commitment").ask[0] == "company_top"


def test_a_knowledge_base_without_a_plan_has_a_page_for_each_area(library: CompiledKnowledgeBase) -> None:
    walk = on({}, library)
    areas = [area for area in library.areas.values() if area.name in {page.name for page in walk.pages}]
    assert [page.title for page in walk.pages] == [area.title for area in sorted(areas, key=lambda one: one.step or 0)]
    asked = {one.address.fact for page in walk.pages for one in page.cells}
    waited = {
        one.fact for one in walk.assessment.questions if any(not library.rule(code).source.ours for code in one.codes)
    }
    assert waited <= asked
    checked = {one.fact for one in walk.assessment.questions} - waited  # only compared with other answers
    assert not [
        one for page in walk.pages for one in page.cells if one.address.fact in checked and one.status == "open"
    ]
    assert {block.form for page in walk.pages for block in page.blocks} == {"one", "list", "grid"}
