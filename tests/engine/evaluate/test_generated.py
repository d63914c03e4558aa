"""The generated function concludes what the closures conclude, and nothing of a rules folder is in its text."""

from __future__ import annotations

import copy
import io
import keyword
import re
import tokenize
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.evaluate import Evaluator, evaluator
from advise.engine.evaluate.generated import Run, generate, source
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.model import Loop, Rule, SeverityCase, Source, VerdictPolicy
from advise.engine.language.tree import All, Any, Comparison, Condition, Fact, Not, Quantifier
from advise.engine.problems.problem import ProblemsError
from advise.engine.project.memory import WorkingMemory
from advise.engine.project.project import read_project

from ...knowledge_bases import small
from .. import generated

OFTEN = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*.json"))


def made(kb: CompiledKnowledgeBase) -> Run:
    function = generate(kb)
    assert function is not None
    return function


def agrees(closures: Evaluator, function: Run, memory: WorkingMemory) -> None:
    found, after = closures.run_in(memory)
    assert function(memory) == found
    assert closures.with_derived(memory, found) == after


@pytest.fixture(scope="module")
def shipped(kb: CompiledKnowledgeBase) -> tuple[Evaluator, Run]:
    return Evaluator(kb), made(kb)


def less_known(memory: WorkingMemory, random: Random) -> WorkingMemory:
    """Return a copy in which some facts, and perhaps whole lists, are not known."""
    found = copy.deepcopy(memory)
    for known in (found.project, *(element for elements in found.elements.values() for element in elements)):
        for name in [name for name in known if name != "id" and random.random() < 0.3]:
            del known[name]
    for path in [path for path in found.elements if path not in ("capitals", "$key_early_kinds")]:
        if random.random() < 0.2:
            del found.elements[path]
    found.closed = frozenset(path for path in sorted(memory.closed) if random.random() < 0.8)
    return found


@OFTEN
@given(random=st.randoms(use_true_random=False), depth=st.integers(1, 5))
def test_on_generated_rules(random: Random, depth: int) -> None:
    kb = generated.knowledge_base(random, depth=depth)
    closures, function = Evaluator(kb), made(kb)
    for _ in range(4):
        agrees(closures, function, generated.project(random, kb.vocabulary))


@pytest.mark.parametrize("seed", range(60))
def test_on_many_generated_rules(seed: int) -> None:
    """The random numbers of hypothesis are mostly small; these are not."""
    random = Random(seed)
    kb = generated.knowledge_base(random, rules=14, depth=random.randint(1, 5))
    closures, function = Evaluator(kb), made(kb)
    for _ in range(10):
        agrees(closures, function, generated.project(random, kb.vocabulary))


@OFTEN
@given(random=st.randoms(use_true_random=False))
def test_on_the_shipped_rules(shipped: tuple[Evaluator, Run], random: Random) -> None:
    agrees(*shipped, generated.project(random, shipped[0].kb.vocabulary))


@OFTEN
@given(random=st.randoms(use_true_random=False))
def test_on_the_library(random: Random) -> None:
    kb = compiled(load_knowledge_base(small.LIBRARY))
    agrees(Evaluator(kb), made(kb), generated.project(random, kb.vocabulary))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.stem))
def test_on_the_examples_and_with_less_known(path: Path, shipped: tuple[Evaluator, Run]) -> None:
    memory = read_project(path, shipped[0].kb).memory
    random = Random(path.stem)
    agrees(*shipped, memory)
    for _ in range(50):
        agrees(*shipped, less_known(memory, random))


def test_it_leaves_what_was_read_alone(shipped: tuple[Evaluator, Run]) -> None:
    memory = generated.project(Random(1), shipped[0].kb.vocabulary)
    before = copy.deepcopy(memory)
    shipped[1](memory)
    assert memory == before


# ---------------------------------------------------------------- when it is used


def count_generated(monkeypatch: pytest.MonkeyPatch, often: int) -> list[CompiledKnowledgeBase]:
    made_of: list[CompiledKnowledgeBase] = []

    def noted(kb: CompiledKnowledgeBase) -> Run | None:
        made_of.append(kb)
        return generate(kb)

    monkeypatch.setattr(evaluator, "_OFTEN", often)
    monkeypatch.setattr("advise.engine.evaluate.generated.generate", noted)
    return made_of


def test_it_is_made_once_when_an_evaluator_has_run_often(monkeypatch: pytest.MonkeyPatch) -> None:
    made_of = count_generated(monkeypatch, 5)
    kb = generated.knowledge_base(Random(1))
    closures, memory = Evaluator(kb), generated.project(Random(2), kb.vocabulary)
    found = [closures.run(memory) for _ in range(4)]
    assert made_of == []
    found += [closures.run(memory) for _ in range(20)]
    assert made_of == [kb]
    assert found == [closures.run_in(memory)[0]] * 24


def test_a_strict_evaluator_never_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    made_of = count_generated(monkeypatch, 2)
    kb = generated.knowledge_base(Random(1))
    strict, memory = Evaluator(kb, strict=True), generated.project(Random(2), kb.vocabulary)
    strict.generate()
    assert [strict.run(memory) for _ in range(9)] == [strict.run_in(memory)[0]] * 9
    assert made_of == []


def test_many_reviews_come_to_it_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    made_of = count_generated(monkeypatch, 3)
    kb = compiled(load_knowledge_base(small.LIBRARY))
    memories = [generated.project(Random(seed), kb.vocabulary) for seed in range(9)]
    for memory in memories:
        found, after, _ = kb.conclude(memory, "evaluate")
        assert (found, after) == Evaluator(kb).run_in(memory)
    assert made_of == [kb]


def test_threads_may_generate_and_run_at_once(kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluator, "_OFTEN", 10)
    shared, closures = Evaluator(kb), Evaluator(kb)
    memories = [generated.project(Random(seed), kb.vocabulary) for seed in range(60)]
    with ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(shared.generate) for _ in range(2)]
        found = list(pool.map(shared.run, memories))
    assert [one.result() for one in waiting] == [None, None]
    assert found == [closures.run_in(memory)[0] for memory in memories]


# ---------------------------------------------------------------- what stands in its text

OWN_WORDS = {
    *("run", "memory", "project", "elements", "closed", "known", "get", "absent", "ids_of", "of_member", "zip"),
    *("outcomes", "derived", "severities", "Conclusions", "settled", "told", "append", "update", "value", "open", "isdisjoint"),
    *("type", "frozenset", "OpenSet"),
}  # fmt: skip


def words(text: str) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        assert token.type not in (tokenize.NUMBER, tokenize.STRING, tokenize.COMMENT), token
        if token.type == tokenize.NAME and not keyword.iskeyword(token.string):
            yield token.string


def test_nothing_of_a_rules_folder_is_in_the_text(kb: CompiledKnowledgeBase) -> None:
    for base in (
        kb,
        compiled(load_knowledge_base(small.LIBRARY)),
        *(generated.knowledge_base(Random(seed)) for seed in range(20)),
    ):
        text, values = source(base)
        others = {word for word in words(text) if not re.fullmatch(r"[cesvti]\d+", word)}
        assert others <= OWN_WORDS
        assert {word for word in words(text) if word.startswith("c") and word[1:].isdigit()} <= {*values}


# ---------------------------------------------------------------- conditions that random ones hardly reach


def top(kind: str) -> Comparison:
    return Comparison(Fact(f"top.a_{kind}", attribute=f"top.a_{kind}"), "is", kind == "bool" or "a")


def of(variable: str, listed: str, kind: str = "bool") -> Comparison:
    return Comparison(Fact(f"{listed}[].a_{kind}", variable, attribute=f"a_{kind}"), "is", kind == "bool" or "a")


def base(condition: Condition, loop: Loop | None = None) -> CompiledKnowledgeBase:
    rule = Rule(
        "area/r", "R", "area", "finding", {}, {}, (SeverityCase("info"),), (), All((condition,)), Source(), loop
    )
    words = generated.vocabulary()
    return CompiledKnowledgeBase(
        "", "0", words, generated.PARAMETERS, {}, (rule,), (), VerdictPolicy((), (), {}, {}, {}), {}
    )


def same_on_projects(kb: CompiledKnowledgeBase, projects: int = 40) -> None:
    closures, function = Evaluator(kb), made(kb)
    for seed in range(projects):
        memory = generated.project(Random(seed), kb.vocabulary)
        assert function(memory) == closures.run_in(memory)[0]


def test_a_variable_may_be_bound_again_inside() -> None:
    inner = Quantifier("some", "parts", "item", All((of("item", "parts"),)))
    again = Quantifier("every", "items", "item", All((of("item", "items"), inner)), All((of("item", "items", "enum"),)))
    same_on_projects(
        base(All((of("item", "items"), Any((inner, again)), of("item", "items", "enum"))), Loop("item", "items"))
    )


def test_a_condition_of_many_groups_in_one_another_is_expressed() -> None:
    deep: Condition = Quantifier("some", "items", "item", All((of("item", "items"),)))
    flat: Condition = top("enum")
    for number in range(80):
        deep, flat = (kind((top("bool"), Not(child))) for kind in ((All, Any)[number % 2],) for child in (deep, flat))
    same_on_projects(base(All((deep, flat))))


def nested(depth: int, path: str = "items") -> Condition:
    """Return quantifiers in one another, each of which also compares two elements and wants something cheap."""
    found: Condition = of("v0", path)
    for number in range(depth):
        here = of(f"v{number}", path)
        found = Quantifier("every", path, f"v{number}", All((here,)), All((here, Any((top("bool"), found)))))
    return found


def test_as_many_quantifiers_in_one_another_as_python_nests_are_expressed() -> None:
    kb = base(nested(19), Loop("item", "items"))
    closures, function = Evaluator(kb), made(kb)
    for seed in range(40):
        memory = generated.project(Random(seed), kb.vocabulary)
        memory.elements["items"] = memory.elements.get("items", [])[:1]
        assert function(memory) == closures.run_in(memory)[0]


@pytest.mark.parametrize("condition", [nested(20), nested(40)])
def test_what_is_nested_deeper_is_left_to_the_closures(condition: Condition) -> None:
    kb = base(condition, Loop("item", "items"))
    assert generate(kb) is None
    closures, memory = Evaluator(kb), WorkingMemory({}, {"items": []}, frozenset({"items"}))
    closures.generate()
    assert closures.run(memory) == closures.run_in(memory)[0]


def written(depth: int) -> str:
    """Return quantifiers in one another as a rules folder would have them."""
    if depth == 0:
        return "shop.open is true"
    inner = written(depth - 1).replace("\n", "\n    ")
    return f"some: jar as v{depth}\nwhere:\n  - {inner}"


def deep(folder: Path, depth: int) -> CompiledKnowledgeBase:
    return small.load(folder, {"shop/other.yaml": small.rule(written(depth), more="for: shelf\n")})


def test_no_rules_folder_nests_deeper_than_python(tmp_path: Path) -> None:
    """The rule language's own limit comes first."""
    made(deep(tmp_path, 19))
    with pytest.raises(ProblemsError, match="nested more than 40 deep"):
        deep(tmp_path, 20)
