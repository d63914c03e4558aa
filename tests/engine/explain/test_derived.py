"""The explanation of a derived fact: how it may be named, what rests on it, and what it is for each subject."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.explain.fact import explain_derived, named_derived
from advise.engine.knowledge.model import Derivation
from advise.engine.project.project import read_project

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def derivation(name: str, kb: CompiledKnowledgeBase) -> Derivation:
    found = named_derived(name, kb)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("commitment.at_top", ("commitment.at_top", None)),
        ("commitment/at-top", ("commitment.at_top", None)),
        ("capitals.*.gap", ("capitals.*.gap", None)),
        ("capitals/human.gap", ("capitals.*.gap", "capitals/human")),
        ("capitals.human.gap", ("capitals.*.gap", "capitals/human")),
        ("organisations/city.champion", ("organisations[].champion", "organisations/city")),
        ("organisations/a.b.champion", ("organisations[].champion", "organisations/a.b")),
        ("portfolio.seeds/s1.sure", ("portfolio.seeds[].sure", "portfolio.seeds/s1")),
        ("municipality.key_player", ("$key_early_kinds.key_player", "municipality")),
        ("capitals/nothing.gap", None),
        ("organisations.city.champion", None),
        ("organisations/.champion", None),
        ("shop.key_player", None),
        ("commitment.by", None),
        ("COM-01", None),
    ],
)
def test_a_derived_fact_may_be_named_as_people_write_it(
    name: str, meant: tuple[str, str | None] | None, kb: CompiledKnowledgeBase
) -> None:
    found = named_derived(name, kb)
    assert (None if found is None else (found[0].concept, found[1])) == meant


def test_what_rests_on_a_derived_fact_is_told(kb: CompiledKnowledgeBase) -> None:
    explained = explain_derived(derivation("commitment.at_top", kb), kb)
    assert {one.path for one in explained.follow} == {"staff_mobility", "trust"}
    readers = {reader.rule.code: reader.through for reader in explained.readers}
    assert readers["COM-02"] == ()
    assert readers["RSK-01"] == ("trust",)
    assert explained.places == ()


@pytest.mark.parametrize("example", ["wakayama", "izuko", "exemplary"])
@pytest.mark.parametrize("full", [False, True])
def test_each_value_is_the_one_of_the_review(example: str, full: bool, kb: CompiledKnowledgeBase) -> None:
    project = read_project(EXAMPLES / f"{example}.json", kb)
    reviewed = assess(project, kb, interpreter="evaluate").derived
    told = {}
    for one in kb.derivations:
        concept = kb.vocabulary.concepts[one.concept]
        for place in explain_derived(one, kb, project, full=full).places:
            name = concept.path if place.subject is None else f"{place.subject}.{concept.attribute}"
            truth = True if place.state.value is not None else None if place.state.open else False
            assert place.tree.truth is truth
            if place.state.value is not None and not concept.working:
                told[name] = place.state.value
    assert set(told) == set(reviewed)
    assert {name: value for name, value in reviewed.items() if isinstance(value, str)}.items() <= told.items()


def test_one_subject_can_be_meant_alone(kb: CompiledKnowledgeBase) -> None:
    explained = explain_derived(derivation("capitals.*.gap", kb), kb, read_project({}, kb), subject="capitals/network")
    assert [place.subject for place in explained.places] == ["capitals/network"]


def test_of_a_list_that_is_not_stated_nothing_follows(kb: CompiledKnowledgeBase) -> None:
    explained = explain_derived(derivation("organisations[].champion", kb), kb, read_project({}, kb))
    assert (explained.places, explained.missing_list) == ((), "organisations")
