"""In which order questions are asked: what weighs, what is half answered, which step of the road they belong to."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator

import pytest

from advise.engine.assess.questions import Order, RoadMap
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import SEVERITIES
from advise.engine.project.address import Address

from .test_questions import asked, reviewed


def test_how_a_thin_capital_is_made_up_for_is_asked_among_the_first(kb: CompiledKnowledgeBase) -> None:
    found = reviewed({"project": {"phase": "field_selection"}, "capitals": {"economic": {"strength": "thin"}}}, kb)
    (place,) = [
        number
        for number, one in enumerate(found.questions)
        if (one.fact, one.subject) == ("capitals.*.complement", "capitals/economic")
    ]
    assert found.questions[place].level == "half_answered"
    assert found.questions[place - 1].level != "open"


def test_a_minor_point_is_not_asked_first_because_of_what_is_in_order(kb: CompiledKnowledgeBase) -> None:
    document = {"project": {"phase": "idea"}, "company": {"is_large": True}, "strategy": {"defined": True}}
    found = reviewed(document, kb).questions
    modes, *_ = [one for one in found if one.fact == "company.management_modes"]
    assert (found[0].fact, modes.level, modes.severity) == ("project.beneficiary_stated", "open", "minor")


def test_the_step_of_the_present_phase_comes_first(kb: CompiledKnowledgeBase) -> None:
    steps = {}
    for phase in ("field_selection", "preparation", "launched"):
        questions = reviewed({"project": {"phase": phase}}, kb).questions
        steps[phase] = next(one.step for one in questions if one.level == "open")
    assert steps == {"field_selection": 0, "preparation": 1, "launched": 5}


def test_the_six_capitals_are_one_question(kb: CompiledKnowledgeBase) -> None:
    found = reviewed({"project": {"phase": "field_selection"}}, kb)
    capitals = [one for one in found.to_dict()["questions"] if one["fact"] == "capitals.*.assessed"]
    assert [one["subject"] for one in capitals] == [
        f"capitals/{name}" for name in kb.vocabulary.lists["capitals"].members
    ]
    assert {one["group"] for one in capitals} == {"capitals_assessed"}


def test_what_known_facts_have_half_answered_comes_first_of_what_may_stop(kb: CompiledKnowledgeBase) -> None:
    signs = {"origin": "partner_technology", "link_to_local_issue": "forced"}
    document = {
        "project": {"phase": "preparation", "beneficiary_stated": True, "success_criterion_stated": True, **signs},
        "commitment": {"declared": True, "by": "ceo"},
        "municipality": {"understands_project": False},
    }
    first, second, *_ = asked(reviewed(document, kb))
    assert {first[0], second[0]} == {"project.benefit_citizen_life", "project.benefit_city_productivity"}


def test_a_set_that_is_named_in_part_is_asked_first_of_what_is_half_answered(kb: CompiledKnowledgeBase) -> None:
    document = {
        "project": {"phase": "preparation"},
        "commitment": {"declared": True, "by": "ceo"},
        "selection": {"reasons": ["easy_to_approach"]},
    }
    found = reviewed(document, kb).questions
    assert next(one.fact for one in found if one.level == "half_answered") == "selection.reasons"


def test_whether_a_list_is_whole_is_asked_behind_the_list(kb: CompiledKnowledgeBase) -> None:
    document = {"project": {"phase": "preparation"}, "commitment": {"declared": True, "by": "ceo"}}
    level = {one.fact: one.level for one in reviewed(document, kb).questions}
    order = [fact for fact, _ in asked(reviewed(document, kb)) if level[fact] == level["organisations"]]
    assert (
        order.index("organisations")
        < order.index("field.trial_and_error_possible")
        < order.index("complete.organisations")
    )


ORGANISATIONS = [
    {"id": "city", "name": "City", "kind": "municipality", "involved": True, "champion_identified": True},
    {"id": "firm", "name": "Firm", "kind": "local_company", "involved": True},
    {
        "id": "college",
        "name": "College",
        "kind": "research_institution",
        "involved": True,
        "champion_identified": False,
    },
]


@pytest.mark.parametrize("attribute", ["superiors_persuaded", "units_coordinated", "accepts_failure"])
def test_what_a_champion_has_to_bring_about_is_asked_behind_the_champion(
    attribute: str, kb: CompiledKnowledgeBase
) -> None:
    """Where there is none it is asked nevertheless: that superiors are against it is a finding without a champion, too."""
    found = asked(reviewed({"project": {"phase": "preparation"}, "organisations": ORGANISATIONS}, kb))
    fact = f"organisations[].{attribute}"
    city, firm = (found.index((fact, f"organisations/{one}")) for one in ("city", "firm"))
    assert city < firm
    assert found.index(("organisations[].champion_identified", "organisations/firm")) < firm
    assert (fact, "organisations/college") in found


def test_a_form_takes_with_it_nothing_that_waits_for_another_answer(kb: CompiledKnowledgeBase) -> None:
    """The champion of the city has been named; whether the firm has one is asked before what that person is like."""
    found = asked(reviewed({"project": {"phase": "preparation"}, "organisations": ORGANISATIONS}, kb))
    named = found.index(("organisations[].champion_identified", "organisations/firm"))
    city, firm = (
        found.index(("organisations[].champion_interest", f"organisations/{one}")) for one in ("city", "firm")
    )
    assert city < firm
    assert named < firm
    assert firm - city > 3


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("top.sponsor_changed", "commitment.reaffirmed"),
        ("project.targets_whole_city_function", "field.bounded_area"),
        ("field.trial_and_error_possible", "project.targets_whole_city_function"),
        ("data.needs_citizen_data", "data.from_citizens"),
    ],
)
def test_what_a_question_is_about_is_asked_before_it(before: str, after: str, kb: CompiledKnowledgeBase) -> None:
    document = {
        "project": {"phase": "preparation", "uses_digital": True},
        "commitment": {"declared": True, "by": "ceo"},
    }
    order = [fact for fact, _ in asked(reviewed(document, kb))]
    assert order.index(before) < order.index(after)


def test_what_one_answer_can_stop_is_asked_in_the_order_of_the_road(kb: CompiledKnowledgeBase) -> None:
    city = {"id": "city", "kind": "municipality", "involved": True}
    document = {"project": {"phase": "launched", "uses_digital": True}, "organisations": [city]}
    order = [fact for fact, _ in asked(reviewed(document, kb))]
    now, once = order.index("top.active_after_launch"), order.index("organisations[].champion_identified")
    assert now < once < order.index("project.targets_whole_city_function")


def test_an_idea_is_asked_for_whom_it_is_and_then_what_weighs_more_first(kb: CompiledKnowledgeBase) -> None:
    found = reviewed({"project": {"phase": "idea", "origin": "company_technology"}}, kb).questions
    assert [one.fact for one in found[:2]] == ["project.beneficiary_stated", "project.success_criterion_stated"]
    waiting = {fact for fact, before in kb.plan.after.items() if before in {one.fact for one in found}}
    weights = [SEVERITIES.index(one.severity) for one in found[2:] if one.level == "open" and one.fact not in waiting]
    assert weights == sorted(weights)
    assert found[2].severity == "major"


def test_what_a_verdict_will_need_is_asked_behind_what_weighs_as_much_in_the_present_step(
    kb: CompiledKnowledgeBase,
) -> None:
    found = reviewed({"project": {"phase": "field_selection", "uses_digital": True}}, kb).questions
    order = [one.fact for one in found if one.level == "open"]
    assert order.index("issue.defined") < order.index("project.beneficiary_stated") < order.index("strategy.defined")


@pytest.mark.parametrize(
    ("phase", "facts"),
    [
        ("launched", ("top.provides_environment", "top.provides_resources")),
        ("launched", ("project.benefit_citizen_life", "project.benefit_city_productivity")),
        ("launched", ("spiral.issues_extracted", "spiral.feedback_applied")),
        ("preparation", ("strategy.value_area", "strategy.resource_policy")),
    ],
)
def test_what_one_form_answers_is_asked_in_one_place(
    phase: str, facts: tuple[str, ...], kb: CompiledKnowledgeBase
) -> None:
    found = reviewed({"project": {"phase": phase}}, kb).questions
    first, *others = [place for place, one in enumerate(found) if one.fact in facts]
    assert others == [first + 1]
    assert found[first].together == found[first + 1].together


def test_what_one_form_answers_is_one_answer(kb: CompiledKnowledgeBase) -> None:
    document = {"project": {"phase": "launched", "origin": "company_technology", "link_to_local_issue": "forced"}}
    order = [one.fact for one in reviewed(document, kb).questions if one.level == "may_stop"]
    alone = ["municipality.understands_project", "project.benefit_citizen_life", "project.benefit_city_productivity"]
    assert order[:3] == alone  # two answers, and the project is known to be product-out
    unit = order.index("top.provides_resources")  # one answer can stop it, as with the top's support
    assert order.index("top.active_after_launch") < unit < order.index("overlap.defined")


@pytest.mark.parametrize("phase", ["preparation", "launched", "scaling"])
def test_how_the_city_was_chosen_is_asked_last_once_it_is_chosen(phase: str, kb: CompiledKnowledgeBase) -> None:
    found = reviewed({"project": {"phase": phase, "uses_digital": True}, "commitment": {"declared": True}}, kb)
    one_answer = [one for one in found.questions if one.level == "may_stop" and one.step is not None]
    fields = [number for number, one in enumerate(one_answer) if one.fact == "field.trial_and_error_possible"]
    others = [number for number, one in enumerate(one_answer) if one.fact == "overlap.defined"]
    assert others < fields


def test_what_is_derived_is_asked_as_it_is_derived(kb: CompiledKnowledgeBase) -> None:
    document = {"project": {"phase": "field_selection", "co_created": True}, "selection": {"reasons": ["issue_fit"]}}
    order = [fact for fact, _ in asked(reviewed(document, kb))]
    assert order.index("project.origin") < order.index("municipality.understands_project")


def test_whether_a_city_was_chosen_for_anything_but_convenience_is_half_answered(kb: CompiledKnowledgeBase) -> None:
    convenient = {"reasons": ["easy_to_approach", "existing_relation"]}
    found = reviewed({"project": {"phase": "preparation"}, "selection": convenient}, kb).questions
    (reasons,) = [one for one in found if one.fact == "selection.reasons"]
    assert (reasons.level, reasons.severity) == ("half_answered", "major")


def test_questions_about_twice_as_many_organisations_take_twice_the_memory(kb: CompiledKnowledgeBase) -> None:
    def peak(number: int) -> int:
        document = {"organisations": [{"id": f"o{one}"} for one in range(number)]}
        gc.disable()  # when it runs hangs on what was made before
        tracemalloc.start()
        try:
            reviewed(document, kb)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
            gc.enable()

    reviewed({"organisations": [{"id": "o"}]}, kb)  # what is kept of the rules is no part of it
    assert peak(80) < 2.3 * peak(40)


def test_what_waits_for_very_many_facts_is_not_gone_through(kb: CompiledKnowledgeBase) -> None:
    class Many(frozenset[Address]):
        def __iter__(self) -> Iterator[Address]:
            raise AssertionError("gone through")

    order = Order(kb, RoadMap(kb.areas.values(), None))
    many = Many(Address("organisations[].kind", f"organisations/o{number}") for number in range(100))
    assert order.answers(many) == 100
    traits = frozenset(
        Address(f"organisations[].champion_{one}", "organisations/o1") for one in ("interest", "willing")
    )
    assert order.answers(traits) == 1


def test_what_depends_on_an_answer_is_asked_behind_it_and_half_answers_nothing(kb: CompiledKnowledgeBase) -> None:
    document = {"project": {"phase": "launched", "uses_digital": True}, "commitment": {"declared": True, "by": "ceo"}}
    questions = reviewed(document, kb).questions
    order = {one.fact: (place, one.level) for place, one in enumerate(questions)}
    changed, renewed = order["top.sponsor_changed"], order["commitment.reaffirmed"]
    assert changed[0] < renewed[0]
    assert {changed[1], renewed[1]} == {"open"}
    told = reviewed({**document, "top": {"sponsor_changed": True}}, kb).questions
    assert {one.fact: one.level for one in told}["commitment.reaffirmed"] == "half_answered"


def test_whether_a_list_is_complete_is_asked_where_elements_to_come_could_stop_the_project(
    kb: CompiledKnowledgeBase,
) -> None:
    city = {"id": "city", "kind": "municipality", "involved": True}
    open_list = {"project": {"phase": "preparation"}, "organisations": [city]}
    (asked,) = [one for one in reviewed(open_list, kb).questions if one.fact == "complete.organisations"]
    assert (asked.level, asked.severity) == ("may_stop", "blocker")
    assert "ORG-06" in asked.codes
    for told in (True, False):
        found = reviewed({**open_list, "complete": {"organisations": told}}, kb).questions
        assert "complete.organisations" not in {one.fact for one in found}


def test_what_opens_a_question_of_our_inference_is_asked_behind_its_likes_and_that_question_last_of_all(
    kb: CompiledKnowledgeBase,
) -> None:
    document = {"project": {"phase": "preparation"}, "commitment": {"declared": True, "by": "ceo"}}
    found = reviewed(document, kb).questions
    order = [one.fact for one in found if one.level == "open"]
    weights = {one.fact: one.severity for one in found}
    changed, renewed = order.index("top.sponsor_changed"), order.index("commitment.reaffirmed")
    assert weights["top.sponsor_changed"] == weights["themes"] == "major"
    assert order.index("top.visited_site") < order.index("themes") < changed
    assert order.index("portfolio.rejects_low_probability") < changed  # one answer, though inferred, too
    assert changed < order.index("assessment.items") < renewed  # the minor ones that are asked whatever is answered


def test_the_last_capital_that_could_stand_out_is_asked_before_what_nothing_is_known_of(
    kb: CompiledKnowledgeBase,
) -> None:
    ordinary = {"assessed": True, "strength": "present", "rivals_metropolis": False}
    capitals = {name: ordinary for name in kb.vocabulary.lists["capitals"].members if name != "cultural"}
    found = reviewed({"project": {"phase": "field_selection"}, "capitals": capitals}, kb).questions
    levels = {(one.fact, one.subject): one.level for one in found}
    assert levels["capitals.*.rivals_metropolis", "capitals/cultural"] == "half_answered"


def test_what_a_verdict_needs_is_asked_along_the_road_whatever_lies_behind(kb: CompiledKnowledgeBase) -> None:
    found = reviewed({"project": {"phase": "launched"}}, kb).questions
    order = [one.fact for one in found if one.level == "needed"]
    assert order.index("commitment.declared") < order.index("project.origin")


def test_how_a_commitment_is_shown_is_asked_in_the_order_of_the_article(kb: CompiledKnowledgeBase) -> None:
    means = ["top.visited_site", "top.dialogue_with", "top.own_role_identified", "agreement.status"]
    declared = {"project": {"phase": "preparation"}, "commitment": {"declared": True, "by": "ceo"}}
    asked = [one.fact for one in reviewed(declared, kb).questions]
    assert [fact for fact in asked if fact in means] == means
