"""Findings that nearly apply: setting the facts that are listed makes them appear, and fewer facts do not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.explain.tree import Explanation, explain
from advise.engine.knowledge.model import Severity
from advise.engine.project.address import Address
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.memory import Key
from advise.engine.project.project import Project, read_project
from advise.engine.whatif.changes import apply_change, as_assumption, changes_of
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.nearly import GRAVE, Nearly, nearly, one_away

from ...conftest import knowledge_base
from .. import generated

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))


def near(project: Project, kb: CompiledKnowledgeBase) -> tuple[Nearly, ...]:
    return nearly(tried(project, kb))


@cache
def _near(path: Path) -> tuple[Nearly, ...]:
    kb = knowledge_base()
    return near(read_project(path, kb), kb)


def tried(project: Project, kb: CompiledKnowledgeBase) -> WhatIf:
    assessment = assess(project, kb, interpreter="evaluate")
    return WhatIf(kb, project.memory, assessment.waived)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_setting_the_facts_that_are_listed_makes_the_finding_appear(path: Path, kb: CompiledKnowledgeBase) -> None:
    project = read_project(path, kb)
    found = _near(path)
    assert found
    for one in Random(0).sample(found, min(25, len(found))):
        assert project.document is not None
        assumed = with_assumptions(project.document, [as_assumption(change, kb) for change in one.changes], kb)
        then = assess(assumed, kb, interpreter="evaluate")
        assert (one.rule.code, one.subject, one.severity) in {
            (finding.code, finding.subject, finding.severity) for finding in then.findings
        }


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_setting_what_a_why_not_lists_makes_the_rule_hold_in_any_project(kb: CompiledKnowledgeBase, seed: int) -> None:
    random = Random(seed)
    project = Project(generated.project(random, kb.vocabulary))
    evaluator = kb.evaluator
    found = near(project, kb)
    assert found
    for one in random.sample(found, min(12, len(found))):
        (why_not,) = explain(one.rule.code, project, kb, full=True, subject=one.subject)
        assert why_not.truth is one.truth
        assert why_not.truth is not True
        asked = {change.key for change in one.changes if change.found_out}
        assert asked <= set(unknown(why_not.tree))
        memory = project.memory
        for change in one.changes:
            memory = apply_change(memory, change, kb)
        element = None if one.subject is None else one.subject.rpartition("/")[2]
        assert evaluator.run(memory).outcomes[one.rule.code, element] is True


def unknown(part: Explanation) -> Iterator[Address]:
    """Yield the unknown facts that a why-not lists."""
    yield from part.unknown
    for below in (*part.children, *part.same):
        yield from unknown(below)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_fewer_facts_do_not(path: Path, kb: CompiledKnowledgeBase) -> None:
    project = read_project(path, kb)
    far = [one for one in _near(path) if one.distance == 2]
    reached = _reached_by_one(project, kb)
    assert not [(one.rule.code, one.subject) for one in far if (one.rule.code, one.subject) in reached]


def test_nothing_that_is_found_already_is_near(kb: CompiledKnowledgeBase) -> None:
    path = next(path for path in EXAMPLES if path.stem == "wakayama")
    found = {(one.code, one.subject) for one in assess(path, kb, interpreter="evaluate").findings}
    assert not found & {(one.rule.code, one.subject) for one in _near(path)}


def test_the_nearest_come_first_and_what_is_unknown_before_what_is_known(kb: CompiledKnowledgeBase) -> None:
    path = next(path for path in EXAMPLES if path.stem == "izuko")
    order = [(one.distance, one.distance - one.unknown) for one in _near(path)]
    assert order == sorted(order)


def test_what_nobody_can_change_stays(kb: CompiledKnowledgeBase) -> None:
    path = next(path for path in EXAMPLES if path.stem == "exemplary")
    changed = {change.fact for one in _near(path) for change in one.changes}
    assert changed
    assert all(kb.vocabulary.facts[fact].effort != "fixed" for fact in changed)


def test_an_accepted_finding_is_not_near(kb: CompiledKnowledgeBase) -> None:
    response = {"finding": "CDR-01", "response": "accepted", "reason": "small", "by": "officer", "on": "2026-11-01"}
    assert "CDR-01" in _codes(near(read_project({}, kb), kb))
    assert "CDR-01" not in _codes(
        near(read_project({"coordinator": {"present": False}, "responses": [response]}, kb), kb)
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_one_known_fact_away_is_grave_and_told_from_known_facts_only(
    path: Path, kb: CompiledKnowledgeBase
) -> None:
    project = read_project(path, kb)
    every = {(one.rule.code, one.subject): one for one in _near(path)}
    found = one_away(tried(project, kb), most=1_000)
    assert found
    for one in found:
        assert every[one.rule.code, one.subject] == one
        assert (one.distance, one.unknown, one.truth) == (1, 0, False)
        assert one.severity in GRAVE
    assert {
        key for key, one in every.items() if one.severity in GRAVE and one.distance == 1 and one.truth is False
    } == {(one.rule.code, one.subject) for one in found}


def test_of_many_the_gravest_are_told(kb: CompiledKnowledgeBase) -> None:
    path = next(path for path in EXAMPLES if path.stem == "exemplary")
    found = one_away(tried(read_project(path, kb), kb), most=3)
    assert len({(one.rule.code, one.changes[0].fact) for one in found}) == 3
    assert found[0].severity == "blocker"
    assert {one.severity for one in found} <= set(GRAVE)


def test_nothing_is_one_known_fact_away_where_nothing_is_known(kb: CompiledKnowledgeBase) -> None:
    assert one_away(tried(read_project({}, kb), kb), most=8) == ()


def _codes(found: tuple[Nearly, ...]) -> set[str]:
    return {one.rule.code for one in found}


def _reached_by_one(project: Project, kb: CompiledKnowledgeBase) -> set[tuple[str, str | None]]:
    """Return the findings that some single change of a fact would bring, by trying all of them."""
    what_if = WhatIf(kb, project.memory)
    memory = what_if.now.memory
    reached = set()
    for fact in kb.vocabulary.facts.values():
        subjects: list[str | None] = [None]
        if fact.source is not None:
            subjects = [f"{fact.source}/{element['id']}" for element in memory.elements.get(fact.source, ())]
        for subject in subjects:
            for change in changes_of(Address(fact.path, subject), memory, what_if.space):
                changed = apply_change(memory, change, kb)
                standing = what_if.following(what_if.now, changed, (change.key,))
                for key, severity in standing.remaining.items():
                    reported = what_if.reported(key, severity)
                    reached.add((reported.code, reported.subject))
    return reached


def test_what_would_appear_is_found_without_a_search_for_the_verdict_that_it_gives(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    stated = {"project": {"phase": "scaling"}, "goals": [{"id": "g"}], "kpis": [{"id": "k"}], "themes": [{"id": "t"}]}
    what_if = tried(read_project(stated, kb), kb)

    def searched(*_: object) -> None:
        raise AssertionError("a search among completions")

    monkeypatch.setattr("advise.engine.assess.completions.search", searched)
    assert {one.distance for one in nearly(what_if)} == {1, 2}


@pytest.mark.parametrize("number", [40, 80])
def test_of_very_many_ways_to_change_sets_only_so_many_are_tried(
    number: int, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = range(number)
    stated = {
        "project": {"phase": "launched"},
        "goals": [{"id": f"g{one}"} for one in places],
        "kpis": [{"id": f"k{one}", "goals": [f"g{one}", f"g{one * 7 % number}"]} for one in places],
        "themes": [{"id": f"t{one}", "kpis": [f"k{one}"]} for one in places],
    }
    what_if, tries, found = tried(read_project(stated, kb), kb), list[Key](), WhatIf.found

    def counted(self: WhatIf, key: Key, *rest: Any) -> Severity | None:
        tries.append(key)
        return found(self, key, *rest)

    monkeypatch.setattr(WhatIf, "found", counted)
    assert {one.rule.area for one in nearly(what_if)} > {"goals_kpi"}
    assert len(tries) * 3 * number < 3_000_000
