"""Concluding again after a change says what a run from scratch says, whatever changed."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, TypeAlias

import pytest
from msgspec.structs import replace

from advise.engine.assess.space import Space, with_value
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.evaluate import Evaluator
from advise.engine.evaluate.comparisons import Bindings
from advise.engine.evaluate.conditions import Compiled
from advise.engine.evaluate.evaluator import CompiledDerivation
from advise.engine.evaluate.rerun import Rerun, rerun
from advise.engine.knowledge.model import SeverityCase
from advise.engine.language.tree import All, Comparison, Fact, Quantifier, walk
from advise.engine.project.address import Address
from advise.engine.project.memory import Derived, Value, WorkingMemory
from advise.engine.project.project import read_project
from advise.engine.verify.selftest import belongs, drawn_value
from advise.engine.whatif.changes import Change, apply_change, giving_up

from ...work import work
from .. import generated
from ..whatif import exhaustive

Step: TypeAlias = "tuple[Address, Value]"


def changes(memory: WorkingMemory, random: Random, kb: CompiledKnowledgeBase) -> list[Step]:
    """Return a few facts of the project, of elements and of capitals with other values, known ones too; now and then a list."""
    vocabulary = kb.vocabulary
    found: list[Step] = []
    facts = random.choices(list(vocabulary.facts.values()), k=random.choice([1, 1, 1, 2, 3]))
    for fact in facts:
        subject = None
        if fact.source is not None:
            owners = [one for one in memory.elements.get(fact.source, ()) if belongs(fact, one)]
            if not owners:
                continue
            subject = f"{fact.source}/{random.choice(owners)['id']}"
        values = Space(kb).values(fact, memory)
        value = random.choice(values)
        if isinstance(value, frozenset) and random.random() < 0.5:
            value = drawn_value(random, fact, memory)
        found.append((Address(fact.path, subject), value))
    return found


def moved(memory: WorkingMemory, steps: list[Step], kb: CompiledKnowledgeBase) -> WorkingMemory:
    """Return a working memory with the values."""
    for key, value in steps:
        memory = with_value(memory, key, value, kb)
    return memory


def check(evaluator: Evaluator, memory: WorkingMemory, random: Random, times: int = 4) -> None:
    """Change a project several times; each time, compare with a run from scratch."""
    kb = compiled(evaluator.kb)
    before, after = evaluator.run_in(memory)
    for _ in range(times):
        step: Callable[[WorkingMemory], WorkingMemory]
        if random.random() < 0.2:
            change = element_change(memory, random, kb)
            keys: list[Address] = [change.key]
            step = lambda there, change=change: apply_change(there, change, kb)  # type: ignore[misc] # noqa: E731
        else:
            steps = changes(memory, random, kb)
            keys = [key for key, _ in steps]
            step = lambda there, steps=steps: moved(there, steps, kb)  # type: ignore[misc] # noqa: E731
        found = rerun(evaluator, step(after), keys, before, was=after)
        memory = step(memory)
        before, after = evaluator.run_in(memory)
        assert found.conclusions == before, keys
        assert found.memory == after, keys
        if found.anew is not None:
            assert {key: before.outcomes[key] for key in found.anew} == found.anew
        before, after = found.conclusions, found.memory


def element_change(memory: WorkingMemory, random: Random, kb: CompiledKnowledgeBase) -> Change:
    """Return a new element of a list, or one that is given up; its key names the list."""
    source = random.choice([path for path, listed in kb.vocabulary.lists.items() if not listed.members])
    elements = memory.elements.get(source, ())
    gone = [change for element in elements for change in giving_up(source, str(element["id"]), kb)]
    if gone and random.random() < 0.5:
        return random.choice(gone)
    name = f"new-{random.randrange(10**6)}"
    return Change(source, f"{source}/{name}", name, 1)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("seed", range(150))
def test_what_is_concluded_again_is_what_a_whole_run_concludes(seed: int, strict: bool) -> None:
    random = Random(f"{seed} {strict}")
    kb = exhaustive.knowledge_base(random, rules=8, depth=3) if seed % 3 else generated.knowledge_base(random, rules=8)
    evaluator = Evaluator(kb, strict=strict)
    for _ in range(2):
        check(evaluator, generated.project(random, kb.vocabulary), random)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("seed", range(40))
def test_the_shipped_rules_conclude_again_what_they_conclude(
    seed: int, strict: bool, kb: CompiledKnowledgeBase
) -> None:
    random = Random(f"shipped {seed} {strict}")
    check(Evaluator(kb, strict=strict), generated.project(random, kb.vocabulary), random, times=8)


def test_the_memory_that_is_changed_stays_as_it_was(kb: CompiledKnowledgeBase) -> None:
    random = Random(3)
    evaluator = Evaluator(kb)
    conclusions, after = evaluator.run_in(generated.project(random, kb.vocabulary))
    kept = copy.deepcopy((conclusions, after))
    for _ in range(40):
        steps = changes(after, random, kb)
        there = moved(after, steps, kb)
        copied = copy.deepcopy(there)
        rerun(evaluator, there, [key for key, _ in steps], conclusions)
        assert there == copied
    assert (conclusions, after) == kept


def test_a_fact_of_one_element_is_judged_for_that_element_alone(kb: CompiledKnowledgeBase) -> None:
    evaluator = Evaluator(kb)
    elements = [{"id": name, "kind": "municipality", "involved": True} for name in ("a", "b", "c")]
    before, after = evaluator.run_in(read_project({"organisations": elements}, kb).memory)
    key = Address("organisations[].superiors_persuaded", "organisations/b")
    changed = with_value(after, key, False, kb)
    found = rerun(evaluator, changed, [key], before)
    assert found.anew == {("ORG-08", "b"): True}
    assert found.memory.elements["organisations"][0] is after.elements["organisations"][0]


def test_what_comes_out_as_before_goes_no_further(kb: CompiledKnowledgeBase) -> None:
    evaluator = Evaluator(kb)
    elements = [{"id": "a", "involved": True, "champion_identified": False}]
    before, after = evaluator.run_in(read_project({"organisations": elements}, kb).memory)
    key = Address("organisations[].champion_willing", "organisations/a")
    found = rerun(evaluator, with_value(after, key, False, kb), [key], before)
    # Nobody was named, so there is no champion whatever the answer; what rests on champions is not asked.
    assert found.anew is not None
    assert {code for code, _ in found.anew} == {"ORG-07"}


def judged_again(
    plan: dict[str, Any], key: Address, value: Value, kb: CompiledKnowledgeBase, patch: pytest.MonkeyPatch
) -> set[str]:
    """Return the goals of which it is found out again, after a change, whether they lack a KPI."""
    evaluator, found, state = kb.evaluator, set[str](), Rerun._state

    def noted(self: Rerun, compiled: CompiledDerivation, bound: Bindings) -> Derived:
        if compiled.derivation.concept == "goals[].without_kpi":
            found.add(str(bound["goal"]["id"]))
        return state(self, compiled, bound)

    patch.setattr(Rerun, "_state", noted)
    before, after = evaluator.run_in(read_project(plan, kb).memory)
    rerun(evaluator, with_value(after, key, value, kb), [key], before, was=after)
    return found


def test_a_change_goes_through_joins_to_those_that_it_is_tied_to(
    kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = {
        "goals": [{"id": f"g{n}"} for n in range(9)],
        "kpis": [{"id": f"k{n}", "goals": [f"g{n}"]} for n in range(9)],
    }
    key = Address("kpis[].goals", "kpis/k3")
    assert judged_again(plan, key, frozenset({"g5"}), kb, monkeypatch) == {"g3", "g5"}


@pytest.mark.parametrize(("silent", "reached"), [(1, 9), (2, 1)])
def test_a_change_reaches_all_where_only_the_changed_one_left_it_open(
    silent: int, reached: int, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = {"goals": [{"id": f"g{n}"} for n in range(9)], "kpis": [{"id": f"k{n}"} for n in range(silent)]}
    key = Address("kpis[].goals", "kpis/k0")
    assert len(judged_again(plan, key, frozenset({"g5"}), kb, monkeypatch)) == reached


def test_of_a_list_only_what_changed_is_asked_again(kb: CompiledKnowledgeBase) -> None:
    project = {"organisations": [{"id": f"o{n}", "kind": "own_company", "involved": False} for n in range(50)]}
    _, after = kb.evaluator.run_in(read_project(project, kb).memory)
    every = [one for compiled in kb.evaluator.derivations for part in compiled.conditions for one in _below(part)]
    over = [one for one in every if isinstance(one.node, Quantifier) and one.node.source == "organisations"]
    listed = next(one for one in over if one.join is None)
    first = work(lambda: listed.truth(after, {}))
    changed = with_value(after, Address("organisations[].involved", "organisations/o9"), True, kb)
    assert work(lambda: listed.truth(changed, {})) < first / 5


def _below(compiled: Compiled) -> Iterator[Compiled]:
    yield compiled
    for child in compiled.children:
        yield from _below(child)


def test_whether_references_dangle_hangs_on_the_list_being_complete() -> None:
    made = exhaustive.knowledge_base(Random(1))
    dangling = Comparison(Fact("top.a_refs", attribute="top.a_refs"), "is dangling", None)
    rule = replace(made.rules[0], loop=None, when=All((dangling,)), severities=(SeverityCase("major"),))
    kb = replace(made, rules=(rule,))
    evaluator = Evaluator(kb, strict=True)
    memory = WorkingMemory({"top.a_refs": frozenset({"ghost"})}, {"parts": []})
    before, after = evaluator.run_in(memory)
    key = Address("complete.parts")
    found = rerun(evaluator, with_value(after, key, True, kb), [key], before)
    assert (before.outcomes["R-0", None], found.conclusions.outcomes["R-0", None]) == (None, True)


def test_generated_rules_quantify_over_the_list_that_they_loop_over() -> None:
    """Guard the property above: without such rules it would say nothing of them."""
    found = 0
    for seed in range(30):
        for rule in generated.knowledge_base(Random(seed)).rules:
            quantifiers = [node for node in walk(rule.when) if isinstance(node, Quantifier)]
            found += rule.loop is not None and any(node.source == rule.loop.source for node in quantifiers)
    assert found > 10
