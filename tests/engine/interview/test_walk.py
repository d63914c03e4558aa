"""A walk: answers become edits and their consequences; nothing is written, nothing is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest

from advise.engine.compiled import compiled
from advise.engine.interview.answers import Answer
from advise.engine.interview.walk import Walk, take
from advise.engine.knowledge import load_knowledge_base

from ...knowledge_bases import small
from .walking import TODAY, cell, on, say


def data(walk: Walk) -> Any:
    """Return the document that a walk stands on."""
    return json.loads(walk.file.content)


def test_the_answers_of_a_page_are_recorded_together_and_the_walk_before_stays_as_it_was() -> None:
    before = on({"city": {"name": "Chigusa"}})
    taken = say(before, project__phase="preparation", project__uses_digital=True)
    assert data(taken.after) == {"city": {"name": "Chigusa"}, "project": {"phase": "preparation", "uses_digital": True}}
    assert data(before) == {"city": {"name": "Chigusa"}}
    assert [one.cell.id for one in taken.stored] == ["project.phase", "project.uses_digital"]
    assert [one.cell.value for one in taken.stored] == ["preparation", True]


def test_the_new_elements_of_a_page_have_their_facts_and_their_names() -> None:
    names = {
        "organisations:own_company": Answer("add", ["Aoba"]),
        "organisations:municipality": Answer("add", ["Chigusa"]),
    }
    after = take(on({}), names).after
    assert data(after)["organisations"] == [
        {"id": "aoba", "name": "Aoba", "kind": "own_company"},
        {"id": "chigusa", "name": "Chigusa", "kind": "municipality"},
    ]
    renamed = take(after, {"organisations:own_company": Answer("add", ["Aoba Electric"])}).after
    assert data(renamed)["organisations"][0] == {"id": "aoba", "name": "Aoba Electric", "kind": "own_company"}
    assert not take(renamed, {"organisations:own_company": Answer("add", ["Aoba Electric"])}).edits


def test_of_several_names_for_a_new_element_each_is_one_with_its_facts() -> None:
    asked = "organisations:municipality"
    after = take(on({}), {asked: Answer("add", ["Chigusa", "Aomori"])}).after
    cities = [
        {"id": "chigusa", "name": "Chigusa", "kind": "municipality"},
        {"id": "aomori", "name": "Aomori", "kind": "municipality"},
    ]
    assert data(after)["organisations"] == cities
    assert not take(after, {asked: Answer("add", ["Chigusa", "Aomori"])}).edits
    more = take(after, {asked: Answer("add", ["City of Chigusa", "Hirosaki"])}).after
    assert data(more)["organisations"] == [
        cities[0] | {"name": "City of Chigusa"},
        cities[1],
        {"id": "hirosaki", "name": "Hirosaki", "kind": "municipality"},
    ]
    alone = take(on({"goals": [{"id": "g"}]}), {"goals/g": Answer("add", ["Safety", "Health"])}).after
    assert [one["name"] for one in data(alone)["goals"]] == ["Safety", "Health"]


def test_names_are_added_to_a_list_and_enough_says_that_it_is_whole_as_it_stands() -> None:
    one = take(on({}), {"goals": Answer("add", ["Fewer nights", "Less waste"])}).after
    assert [goal["id"] for goal in data(one)["goals"]] == ["fewer-nights", "less-waste"]
    more = take(one, {"goals": Answer("add", ["Less waste"])}).after
    assert [goal["id"] for goal in data(more)["goals"]] == ["fewer-nights", "less-waste", "less-waste-2"]
    assert data(take(on({}), {"goals": Answer("enough")}).after) == {"goals": []}


def test_an_element_that_gets_another_name_keeps_its_id_and_what_refers_to_it() -> None:
    before = on({"goals": [{"id": "g"}], "kpis": [{"id": "k", "goals": ["g"]}]})
    after = take(before, {"goals/g": Answer("add", ["Safety at home"])}).after
    assert data(after) == {"goals": [{"id": "g", "name": "Safety at home"}], "kpis": [{"id": "k", "goals": ["g"]}]}
    assert after.by_id["goals/g"][1].value == "Safety at home"
    assert not take(after, {"goals/g": Answer("add", ["Safety at home"])}).edits


def test_an_element_that_is_taken_out_takes_with_it_what_refers_to_it() -> None:
    before = on({"goals": [{"id": "g"}], "kpis": [{"id": "k", "goals": ["g"]}]})
    after = take(before, {}, removed=["goals/g"]).after
    assert data(after) == {"goals": [], "kpis": [{"id": "k", "goals": []}]}
    with pytest.raises(KeyError):
        take(after, {}, removed=["goals/g"])


def test_elements_that_are_taken_out_together_are_those_and_no_others() -> None:
    asked = [{"fact": "organisations[].involved", "subject": f"organisations/{one}", "answer": "unknown", "on": "2026-11-01"}
             for one in "acd"]  # fmt: skip
    before = on({"organisations": [{"id": one} for one in "abcd"], "asked": asked})
    after = data(take(before, {}, removed=["organisations/a", "organisations/c"]).after)
    assert after == {"organisations": [{"id": "b"}, {"id": "d"}], "asked": asked[2:]}


def test_many_answers_that_are_none_are_kept_in_their_order_beside_those_that_have_one_now() -> None:
    asked = [{"fact": "top.visited_site", "answer": "unknown", "on": "2026-11-01"},
             {"fact": "agreement.status", "answer": "later", "on": "2026-11-01"}]  # fmt: skip
    before = on({"organisations": [{"id": one} for one in "ab"], "asked": asked})
    answers = {
        "top.visited_site": Answer("value", True),
        "agreement.status": Answer("unknown"),
        "organisations/a.involved": Answer("ask", whom="Mori"),
        "organisations/b.involved": Answer("unknown"),
    }
    after = data(take(before, answers).after)
    assert after["top"] == {"visited_site": True}
    assert [(one["fact"], one.get("subject"), one["answer"]) for one in after["asked"]] == [
        ("agreement.status", None, "unknown"),
        ("organisations[].involved", "organisations/a", "ask"),
        ("organisations[].involved", "organisations/b", "unknown"),
    ]


def test_what_the_project_says_already_is_left_alone() -> None:
    before = on({"project": {"phase": "preparation"}, "top": {"dialogue_with": ["municipality", "citizens"]},
                     "complete": {"top.dialogue_with": True}, "asked": [{"fact": "city.name", "answer": "unknown", "on": TODAY}]})  # fmt: skip
    same = {
        "project.phase": Answer("value", "preparation"),
        "top.dialogue_with": Answer("value", ["citizens", "municipality"]),
        "city.name": Answer("unknown"),
    }
    taken = take(before, same)
    assert (taken.edits, taken.stored, taken.after) == ((), (), before)


@pytest.mark.parametrize("kind", ["unknown", "later", "not_applicable"])
def test_any_answer_can_be_taken_back_and_given_again(kind: Any) -> None:
    stated = on({"top": {"visited_site": True}})
    back = take(stated, {"top.visited_site": Answer(kind)}, by="Sato").after
    assert data(back) == {
        "top": {"visited_site": None},
        "asked": [{"fact": "top.visited_site", "answer": kind, "by": "Sato", "on": TODAY}],
    }
    assert data(say(back, top__visited_site=False).after) == {"top": {"visited_site": False}}


def test_what_an_answer_means_is_told_at_once() -> None:
    before = on({"project": {"phase": "preparation", "uses_digital": True}})
    taken = say(before, field__trial_and_error_possible=False)
    was, now = before.assessment, taken.after.assessment
    assert (was.verdict, now.verdict) == ("insufficient_information", "hold")
    assert [(one.code, one.severity) for one in taken.added] == [("SEL-15", "blocker")]
    assert now.coverage.told > was.coverage.told
    undone = say(taken.after, field__trial_and_error_possible=True)
    assert [one.code for one in undone.cleared] == ["SEL-15"]
    assert not undone.added


def test_the_next_page_is_the_first_with_something_to_ask_and_none_when_nothing_is_left() -> None:
    walk = on({})
    assert (page := walk.next()) is not None
    assert page.name == "start"
    assert walk.left == sum(page.asked for page in walk.pages)
    assert walk.next(walk.pages[-1].name) is None


def test_what_was_not_known_and_still_matters_can_be_reviewed() -> None:
    walk = on({"project": {"phase": "preparation"}, "asked": [
        {"fact": "top.visited_site", "answer": "unknown", "on": TODAY},
        {"fact": "project.name", "answer": "unknown", "on": TODAY},
    ]})  # fmt: skip
    assert [one.id for _, one in walk.unsettled()] == ["top.visited_site"]


def test_the_source_of_an_answer_is_kept_with_who_gave_it() -> None:
    taken = take(on({}), {"city.name": Answer("value", "Chigusa", source="web page")}, by="Sato")
    value = {"value": "Chigusa", "source": "web page", "as_of": TODAY, "by": "Sato"}
    assert data(taken.after) == {"city": {"name": value}}
    assert cell(taken.after, "city.name").source == "web page"


def test_a_whole_walk_with_answers_of_every_type_ends() -> None:
    walk, seen = on({}, compiled(load_knowledge_base(small.LIBRARY))), 0
    while (page := walk.next()) is not None:
        one = next(one for one in page.cells if one.is_asked and not (one.definition is None and one.value))
        fact = one.definition
        answer = Answer("add", ["A"]) if fact is None else (
            Answer("value", {"bool": True, "int": 1, "number": 0.5, "text": "a", "texts": ["a"], "refs": []}[fact.type])
            if fact.type not in ("enum", "set")
            else Answer("value", next(iter(fact.values)) if fact.type == "enum" else list(fact.values))
        )  # fmt: skip
        walk, seen = take(walk, {one.id: answer}).after, seen + 1
        assert seen < 100
    assert {question.severity for question in walk.assessment.questions} <= {"minor", "info"}
