"""Completions reach the verdict they name, and no completion leaves the range that an assessment gives."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from advise.engine.assess.completions import Completion, Reach, exact_range
from advise.engine.assess.space import Space, with_elements, with_value
from advise.engine.assess.verdict import still_coming, verdict_range
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import VERDICTS, Verdict
from advise.engine.project.address import Address
from advise.engine.project.memory import Element, WorkingMemory
from advise.engine.project.project import read_project
from advise.engine.verify.selftest import drawn_value
from advise.engine.whatif.changes import held
from advise.engine.whatif.effects import WhatIf

from ..whatif import exhaustive

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))


@pytest.mark.parametrize("seed", range(25))
def test_no_completion_leaves_the_range_in_generated_rules(seed: int) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    worst, best = _range(memory, kb)
    for _ in range(25):
        verdict = WhatIf(kb, _completed(memory, kb, random)).now.verdict
        assert verdict == "insufficient_information" or _index(worst) <= _index(verdict) <= _index(best)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_completion_of_an_example_leaves_the_range(path: Path, kb: CompiledKnowledgeBase) -> None:
    memory = read_project(path, kb).memory
    worst, best = _range(memory, kb)
    random = Random(path.stem)
    for _ in range(15):
        verdict = WhatIf(kb, _completed(memory, kb, random)).now.verdict
        assert _index(worst) <= _index(verdict) <= _index(best)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_completion_has_the_verdict_that_it_names_in_both_interpreters(path: Path, kb: CompiledKnowledgeBase) -> None:
    memory = read_project(path, kb).memory
    found = exact_range(kb, memory)
    for completion in found:
        assert completion is not None
        _verify(completion, memory, kb)


@pytest.mark.parametrize("seed", range(25))
def test_a_completion_in_generated_rules_has_the_verdict_that_it_names(seed: int) -> None:
    random = Random(seed)
    kb = exhaustive.knowledge_base(random)
    memory = exhaustive.project(random, kb)
    worst, best = _range(memory, kb)
    lowest, highest = exact_range(kb, memory)
    for completion in (lowest, highest):
        if completion is not None:
            _verify(completion, memory, kb, both=False)
            assert _index(worst) <= _index(completion.verdict) <= _index(best)


@pytest.mark.parametrize("number", [54, 300])
def test_however_much_is_unknown_the_search_ends(number: int, kb: CompiledKnowledgeBase) -> None:
    """Beyond a limit none is found for the best end, and no time is lost on it; the worst one is near."""
    memory = read_project({"organisations": [{"id": f"o{one}"} for one in range(number)]}, kb).memory
    worst, best = exact_range(kb, memory)
    assert worst is not None
    _verify(worst, memory, kb, both=False)
    assert best is None or number == 54


def exemplary(kb: CompiledKnowledgeBase) -> WorkingMemory:
    """Return the project in which nothing is missing but whether all organisations are named."""
    (path,) = [one for one in EXAMPLES if one.stem == "exemplary"]
    document = json.loads(path.read_text(encoding="utf-8"))
    del document["complete"]["organisations"]
    memory: WorkingMemory = read_project(document, kb).memory
    return memory


def test_that_no_element_to_come_stops_a_project_is_proved_however_many_come(kb: CompiledKnowledgeBase) -> None:
    reach = Reach(kb, exemplary(kb))
    assert reach.bounds[0] == "hold"
    found = reach.down_to("hold")
    assert found.proved
    assert found.facts is None
    assert reach.range().worst == "revise"
    assert not reach.may_come(kb.rule("ORG-06"))


def test_an_element_to_come_that_stops_a_project_is_waited_for(kb: CompiledKnowledgeBase) -> None:
    memory = exemplary(kb)
    others = [one for one in memory.elements["organisations"] if one["kind"] != "research_institution"]
    reach = Reach(kb, with_elements(memory, "organisations", others, kb))
    assert reach.may_come(kb.rule("ORG-06"))
    found = reach.down_to("hold")
    assert found.facts is not None
    assert found.facts[Address("organisations")] == 1
    assert reach.completion(found).verdict == "hold"


def test_what_stops_a_project_only_where_something_else_stops_it_is_not_waited_for(kb: CompiledKnowledgeBase) -> None:
    document = exemplary(kb)
    unknown = [
        {
            fact: value
            for fact, value in one.items()
            if fact != "champion_willing" or one["kind"] != "research_institution"
        }
        for one in document.elements["organisations"]
    ]
    reach = Reach(kb, with_elements(document, "organisations", unknown, kb))
    assert reach.leading_to(("ORG-06", None), "blocker", 50).facts is not None
    assert not reach.may_come(kb.rule("ORG-06"))


def _range(memory: WorkingMemory, kb: CompiledKnowledgeBase) -> tuple[Verdict, Verdict]:
    return verdict_range(kb.strict.run(memory), still_coming(memory, kb), kb)


def _verify(completion: Completion, memory: WorkingMemory, kb: CompiledKnowledgeBase, *, both: bool = True) -> None:
    for key, value in completion.facts.items():
        memory = with_value(memory, key, value, kb)
    assert next(Space(kb).unknowns(memory), None) is None
    conclusions, after, _ = kb.conclude(memory, "both" if both else "evaluate")
    assert WhatIf(kb, memory).standing(conclusions, after).known == completion.verdict


def _completed(memory: WorkingMemory, kb: CompiledKnowledgeBase, random: Random) -> WorkingMemory:
    """Return the project with a value for everything unknown, and perhaps more elements in the open lists."""
    elements = {path: [dict(element) for element in found] for path, found in memory.elements.items()}
    closed = set(memory.closed)
    for path, listed in kb.vocabulary.lists.items():
        if path in memory.closed or listed.complete == "fixed":
            continue
        if path not in elements or listed.complete == "declared":
            more: list[Element] = [{"id": f"more-{number}"} for number in range(random.randint(0, 2))]
            elements[path] = [*elements.get(path, []), *more]
        closed.add(path)
    whole = WorkingMemory(dict(memory.project), elements, frozenset(closed))
    for unknown in list(Space(kb).unknowns(whole)):
        definition = kb.vocabulary.facts[unknown.fact]
        value = drawn_value(random, definition, whole)
        if unknown.fact.startswith("complete."):
            value = True
        if definition.open:
            value |= held(unknown.key, whole, kb)
        whole = with_value(whole, unknown.key, value, kb)
    return whole


def _index(verdict: Verdict) -> int:
    return VERDICTS.index(verdict)
