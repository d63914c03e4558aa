"""The explanation of a fact: where it is, which rules it reaches, and what follows from each value."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.explain.fact import explain_fact, named_fact
from advise.engine.project.address import Address
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.project import read_project
from advise.engine.whatif.changes import Change, as_assumption

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("top.visited_site", ("top.visited_site", None)),
        ("capitals.*.assessed", ("capitals.*.assessed", None)),
        ("capitals.human.assessed", ("capitals.*.assessed", "capitals/human")),
        ("capitals/human.assessed", ("capitals.*.assessed", "capitals/human")),
        ("organisations/city.involved", ("organisations[].involved", "organisations/city")),
        ("kpis/1.2.goals", ("kpis[].goals", "kpis/1.2")),
        ("kpis", ("kpis", None)),
        ("capitals.nothing.assessed", None),
        ("organisations/city.nothing", None),
        ("COM-01", None),
    ],
)
def test_a_fact_may_be_named_as_people_write_it(
    name: str, key: tuple[str, str | None] | None, kb: CompiledKnowledgeBase
) -> None:
    assert named_fact(name, kb) == key


def test_a_fact_is_told_with_value_and_place(kb: CompiledKnowledgeBase) -> None:
    project = read_project(EXAMPLES / "wakayama.json", kb)
    explained = explain_fact(Address("commitment.by"), kb, project)
    (place,) = explained.places
    assert place.stated is not None
    assert (place.stated.value, place.stated.line) == ("subsidiary_head", 18)
    assert place.current == "subsidiary_head"


def test_rules_that_read_a_fact_through_others_are_told_apart(kb: CompiledKnowledgeBase) -> None:
    readers = {reader.rule.code: reader.through for reader in explain_fact(Address("commitment.by"), kb).readers}
    assert readers["COM-02"] == ("commitment.at_top",)
    assert "COM-01" not in readers


@pytest.mark.parametrize("name", ["commitment.by", "capitals.human.assessed", "city.population", "selection.reasons"])
@pytest.mark.parametrize("example", ["wakayama", "izuko", "exemplary"])
def test_each_effect_is_what_a_review_with_that_value_says(name: str, example: str, kb: CompiledKnowledgeBase) -> None:
    project = read_project(EXAMPLES / f"{example}.json", kb)
    assert project.document is not None
    key = named_fact(name, kb)
    assert key is not None
    (place,) = explain_fact(key, kb, project).places
    for effect in place.effects:
        written = as_assumption(Change(*key, effect.value, 0), kb)
        then = assess(with_assumptions(project.document, [written], kb), kb, interpreter="evaluate")
        assert then.verdict == effect.verdict
        found = {(one.code, one.subject) for one in then.findings}
        assert {(one.code, one.subject) for one in effect.added} <= found
        assert not {(one.code, one.subject) for one in effect.cleared} & found


def test_of_a_list_that_is_not_stated_nothing_can_be_known(kb: CompiledKnowledgeBase) -> None:
    explained = explain_fact(Address("kpis[].goals"), kb, read_project({}, kb))
    assert (explained.places, explained.missing_list) == ((), "kpis")
