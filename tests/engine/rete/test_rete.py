"""The interpreter on durable-rules: what its limits would break, what it refuses, and that nothing stays behind."""

from __future__ import annotations

import resource
from collections.abc import Sequence
from random import Random
from threading import Thread
from typing import cast

import pytest
from msgspec.structs import replace

from advise.engine.evaluate import Evaluator
from advise.engine.knowledge.model import KnowledgeBase, Loop, Rule, SeverityCase, Source
from advise.engine.language.tree import (
    All,
    Any,
    Comparison,
    Condition,
    Fact,
    Not,
    Operator,
    Parameter,
    Quantifier,
    Right,
)
from advise.engine.language.truth import Truth, negate
from advise.engine.project.memory import Conclusions, Element, Value, WorkingMemory
from advise.engine.rete import Rete, Unsupported

from ..generated import PARAMETERS, knowledge_base, project, vocabulary

EMPTY = replace(knowledge_base(Random(0)), rules=(), derivations=())


def rule(condition: Condition, number: int = 0, loop: Loop | None = None) -> Rule:
    cases = (SeverityCase("major"),)
    return Rule(
        f"area/r{number}", f"R-{number}", "area", "finding", {}, {}, cases, (), All((condition,)), Source(), loop
    )


def base(*rules: Rule) -> KnowledgeBase:
    return replace(EMPTY, rules=rules)


def run(memory: WorkingMemory, *rules: Rule) -> Conclusions:
    with Rete(base(*rules)) as rete:
        return rete.run(memory)


def top(kind: str) -> Fact:
    return Fact(f"top.a_{kind}", attribute=f"top.a_{kind}")


def of(variable: str, source: str, attribute: str) -> Fact:
    return Fact(f"{source}[].{attribute}", variable, attribute=attribute)


SETS = frozenset
OPERATORS: Sequence[tuple[str, Operator, Right, object, Truth]] = [
    ("bool", "is", True, True, True),
    ("bool", "is", True, False, False),
    ("bool", "in", (True, False), False, True),
    ("bool", "in", (True, False), None, None),
    ("bool", "is known", None, None, False),
    ("bool", "may be", True, None, True),
    ("bool", "may be", True, False, False),
    ("enum", "is", "a", "a", True),
    ("enum", "is", "a", "b", False),
    ("enum", "is", "a", None, None),
    ("enum", "in", ("a", "b"), "b", True),
    ("enum", "in", ("a", "b"), "c", False),
    ("enum", "in", Parameter("keys"), "c", False),
    ("enum", "in", ("a", "b"), None, None),
    ("enum", "in", ("a", "b", "c"), None, None),
    ("enum", "is known", None, "a", True),
    ("enum", "may be", "a", None, True),
    ("enum", "may be", "a", "a", True),
    ("enum", "may be", "a", "c", False),
    ("number", ">=", Parameter("limit"), 0.5, True),
    ("number", ">=", Parameter("span", "high"), 0.5, False),
    ("number", ">", 0.5, 0.5, False),
    ("number", "<", 1e-9, 1e-10, True),
    ("number", "<=", 0.5, None, None),
    ("number", "is", 0.5, 0.5, True),
    ("number", "is known", None, 0.0, True),
    ("number", "is known", None, None, False),
    ("set", "has", "a", SETS("ab"), True),
    ("set", "has", "c", SETS("ab"), False),
    ("set", "has", "c", None, None),
    ("set", "within", ("a", "b"), SETS("a"), True),
    ("set", "within", ("a", "b"), SETS("ac"), False),
    ("set", "is empty", None, SETS(), True),
    ("set", "is empty", None, None, None),
    ("set", "is incomplete", None, SETS("ab"), True),
    ("set", "is incomplete", None, SETS("abc"), False),
    ("set", "is incomplete", None, None, None),
    ("texts", "is empty", None, (), True),
    ("texts", "is empty", None, ("x",), False),
    ("text", "is", 'an "a"\\', 'an "a"\\', True),
    ("text", "is", "a", "b", False),
    ("text", "is", "a", None, None),
    ("refs", "is dangling", None, SETS({"p1"}), False),
    ("refs", "is dangling", None, SETS({"p1", "ghost"}), True),
    ("refs", "is dangling", None, SETS(), False),
    ("refs", "is dangling", None, None, None),
]


@pytest.mark.parametrize(("kind", "operator", "right", "value", "expected"), OPERATORS)
def test_an_operator_and_its_negation(
    kind: str, operator: Operator, right: Right, value: object, expected: Truth
) -> None:
    leaf = Comparison(top(kind), operator, right)
    memory = WorkingMemory({}, {"parts": [{"id": "p1"}]}, frozenset({"parts"}))
    if value is not None:
        memory.project[f"top.a_{kind}"] = value  # type: ignore[assignment]
    outcomes = run(memory, rule(leaf), rule(Not(leaf), 1)).outcomes
    assert (outcomes["R-0", None], outcomes["R-1", None]) == (expected, negate(expected))


def test_a_reference_into_a_list_that_is_not_stated_cannot_be_told_to_dangle() -> None:
    memory = WorkingMemory({"top.a_refs": frozenset({"p1"})})
    assert run(memory, rule(Comparison(top("refs"), "is dangling", None))).outcomes["R-0", None] is None


def test_a_rule_over_a_list_that_is_not_stated_has_one_outcome() -> None:
    leaf = Comparison(of("item", "items", "a_bool"), "is", True)
    assert run(WorkingMemory(), rule(leaf, loop=Loop("item", "items"))).outcomes == {("R-0", None): None}


def test_a_join_meets_only_what_it_names() -> None:
    """The engine knows strings by a 32-bit hash; 'costarring' and 'liquid' have the same."""
    none = Quantifier(
        "none", "items", "item", All((Comparison(of("item", "items", "a_refs"), "has", of("part", "parts", "id")),))
    )
    memory = WorkingMemory(
        {},
        {
            "items": [{"id": "i", "a_refs": frozenset({"liquid"})}],
            "parts": [{"id": "costarring"}, {"id": "liquid"}, {"id": 'a "quoted" one'}],
        },
        frozenset({"items", "parts"}),
    )
    outcomes = run(memory, rule(none, loop=Loop("part", "parts"))).outcomes
    assert outcomes == {
        ("R-0", "costarring"): True,
        ("R-0", "liquid"): False,
        ("R-0", 'a "quoted" one'): True,
    }


def test_an_element_may_be_the_other_one_too() -> None:
    """By itself the engine lets no fact stand in two patterns of one match."""
    same = Comparison(of("other", "items", "a_enum"), "is", of("item", "items", "a_enum"))
    some = Quantifier("some", "items", "other", All((same, Comparison(of("other", "items", "a_bool"), "is", True))))
    memory = WorkingMemory({}, {"items": [{"id": "i", "a_enum": "a", "a_bool": True}]}, frozenset({"items"}))
    assert run(memory, rule(some, loop=Loop("item", "items"))).outcomes == {("R-0", "i"): True}


def test_more_rules_on_one_fact_than_the_engine_takes_at_once() -> None:
    rules = [rule(Comparison(top("number"), ">=", number / 1000), number) for number in range(300)]
    assert set(run(WorkingMemory({"top.a_number": 1.0}), *rules).outcomes.values()) == {True}


@pytest.mark.parametrize(("number", "flag"), [(None, True), (1.0, None), (None, False), (0.0, None)])
def test_branches_of_one_condition_in_several_rulesets(number: float | None, flag: bool | None) -> None:
    item = Comparison(of("item", "items", "a_bool"), "is", True)
    conditions = [Any((Comparison(top("number"), ">=", (n + 1) / 200), item)) for n in range(150)]
    kb = base(*(rule(condition, n, Loop("item", "items")) for n, condition in enumerate(conditions)))
    element: Element = {"id": "i"} if flag is None else {"id": "i", "a_bool": flag}
    facts: dict[str, Value] = {} if number is None else {"top.a_number": number}
    memory = WorkingMemory(facts, {"items": [element]}, frozenset({"items"}))
    with Rete(kb) as rete:
        assert rete.run(memory) == Evaluator(kb).run(memory)


def test_more_alternatives_than_the_engine_takes() -> None:
    """They are settled in parts, in earlier strata."""
    number = Comparison(top("number"), ">=", 0.5)
    item = Comparison(of("item", "items", "a_bool"), "is", True)
    wide = Any(tuple(All((Comparison(top("number"), ">=", n / 100), item)) for n in range(30)))
    deep = All(tuple(Any((number, Comparison(top("enum"), "is", "a"), item)) for _ in range(12)))
    long = Any(tuple(Comparison(top("number"), ">=", n / 100) for n in range(90)))
    conditions: list[Condition] = [wide, deep, long]
    rules = [rule(condition, n, Loop("item", "items")) for n, condition in enumerate(conditions)]
    kb = base(*rules)
    evaluator = Evaluator(kb)
    with Rete(kb) as rete:
        for value in (0.0, 0.3, 0.5, 1.0, None):
            for flag in (True, False, None):
                memory = WorkingMemory({}, {"items": [{"id": "i"}]}, frozenset({"items"}))
                if value is not None:
                    memory.project["top.a_number"] = value
                if flag is not None:
                    memory.elements["items"][0]["a_bool"] = flag
                assert rete.run(memory) == evaluator.run(memory)


UNSUPPORTED: Sequence[tuple[Condition, str]] = [
    (Comparison(Fact("first", attribute="first"), "is", top("enum")), "derived fact"),
    (Comparison(top("enum"), "may be", Fact("wings.*.a_enum", None, "left", "a_enum")), "two facts"),
    (Quantifier("count", "items", "item", All(()), None, None, ">=", top("number")), "count"),
    (Comparison(top("number"), ">=", "many"), "number"),
    (Comparison(top("enum"), "in", "a"), "list"),
]


@pytest.mark.parametrize(("condition", "reason"), UNSUPPORTED)
def test_what_cannot_be_expressed_is_refused_by_name(condition: Condition, reason: str) -> None:
    with pytest.raises(Unsupported, match=r"area/r7: .*" + reason) as refusal:
        Rete(base(rule(condition, 7)))
    assert refusal.value.rule == "area/r7"


def test_two_threads_do_not_meet() -> None:
    random = Random(1)
    kb = knowledge_base(random, rules=10)
    with Rete(kb) as rete:
        memories = [project(random, kb.vocabulary) for _ in range(10)]
        expected = [rete.run(memory) for memory in memories]
        wrong: list[int] = []

        def work(start: int) -> None:
            for turn in range(60):
                number = (start + turn) % len(memories)
                if rete.run(memories[number]) != expected[number]:
                    wrong.append(number)

        threads = [Thread(target=work, args=(start,)) for start in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []


def test_memory_is_left_as_it_was() -> None:
    random = Random(2)
    kb = knowledge_base(random, rules=10)
    memory = project(random, kb.vocabulary)
    with Rete(kb) as rete:
        for _ in range(50):
            rete.run(memory)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(400):
            rete.run(memory)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert after - before < 2000


def test_a_run_that_fails_leaves_nothing_behind() -> None:
    with Rete(base(rule(Comparison(top("number"), ">=", 0.5)))) as rete:
        with pytest.raises(ValueError, match="finite"):
            rete.run(WorkingMemory({"top.a_number": float("inf")}))
        assert rete.run(WorkingMemory({"top.a_number": 1.0})).outcomes == {("R-0", None): True}


def test_the_project_is_not_modified() -> None:
    random = Random(3)
    kb = knowledge_base(random)
    memory = project(random, kb.vocabulary)
    before = (dict(memory.project), {path: [dict(entry) for entry in found] for path, found in memory.elements.items()})
    with Rete(kb) as rete:
        rete.run(memory)
    assert (memory.project, memory.elements) == before


def test_a_program_is_used_as_often_as_wanted() -> None:
    kb = knowledge_base(Random(4))
    memory = project(Random(5), vocabulary())
    with Rete(kb) as one, Rete(kb) as two:
        assert one.run(memory) == two.run(memory)
    assert kb.parameters is PARAMETERS


def test_several_relations_in_one_condition() -> None:
    """What is not known of either side makes each of them three alternatives."""
    pairs = [
        ("a_enum", "is", "a_enum"),
        ("a_number", "<", "a_number"),
        ("a_refs", "has", "id"),
        ("a_set", "has", "a_enum"),
    ]
    leaves = tuple(
        Comparison(of("item", "items", left), cast(Operator, operator), of("part", "parts", right))
        for left, operator, right in pairs
    )
    some = Quantifier("some", "parts", "part", All(leaves))
    every = Quantifier("every", "parts", "part", All(()), All((Any(leaves),)))
    loop = Loop("item", "items")
    kb = base(rule(some, 0, loop), rule(every, 1, loop))
    evaluator, random = Evaluator(kb), Random(6)
    with Rete(kb) as rete:
        for _ in range(60):
            memory = project(random, kb.vocabulary)
            assert rete.run(memory) == evaluator.run(memory)


def test_a_value_that_is_written_as_what_stands_for_unknown_is_a_value_like_others() -> None:
    words = vocabulary()
    keys = replace(words.lists["$keys"], members={"a": {}, "?": {}})
    kb = replace(
        base(
            *[
                rule(Comparison(Fact("$keys", "key", attribute="id"), operator, "?"), number, Loop("key", "$keys"))
                for number, operator in enumerate(cast("Sequence[Operator]", ["is", "is not"]))
            ]
        ),
        vocabulary=replace(words, lists={**words.lists, "$keys": keys}),
    )
    memory = WorkingMemory({}, {"$keys": [{"id": "a"}, {"id": "?"}]}, frozenset({"$keys"}))
    with Rete(kb) as rete:
        assert rete.run(memory) == Evaluator(kb).run(memory)
