"""Everything tried: the least effort found without any reasons or bounds, for knowledge bases small enough for that."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from random import Random

from msgspec.structs import replace

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import (
    GRADES,
    SEVERITIES,
    VERDICTS,
    FactDefinition,
    MustKnow,
    Rule,
    SeverityCase,
    Verdict,
    VerdictCase,
    VerdictPolicy,
    Vocabulary,
    severity_of,
)
from advise.engine.language.tree import facts_of
from advise.engine.project.address import Address
from advise.engine.project.memory import WorkingMemory
from advise.engine.whatif.changes import Change, apply_change, giving_up, proposals_of, refinements
from advise.engine.whatif.effects import Standing, WhatIf

from .. import generated

LADDER = (
    VerdictCase("hold", "blocker"),
    VerdictCase("insufficient_information", missing=True),
    VerdictCase("revise", "major"),
    VerdictCase("proceed"),
)


def knowledge_base(random: Random, rules: int = 3, depth: int = 2) -> CompiledKnowledgeBase:
    """Return a knowledge base at random, with efforts, replacements, must-know facts and the ladder of verdicts."""
    made = generated.knowledge_base(random, rules=rules, depth=depth)
    words = made.vocabulary
    complete = FactDefinition("complete.parts", "bool", {}, {}, {}, attribute="complete.parts")
    efforts = {path: random.choice(["fixed", "decide", "decide", "arrange", "join", "build"]) for path in words.facts}
    orders: tuple[tuple[bool, ...], ...] = ((), (False, True), (True, False))
    facts = {
        path: replace(fact, effort=efforts[path], better=random.choice(orders) if fact.type == "bool" else ())
        for path, fact in words.facts.items()
    }
    policy = VerdictPolicy(tuple(random.sample(_MUST_KNOW, random.randint(0, 2))), LADDER, {}, {}, {})
    return replace(
        made,
        vocabulary=Vocabulary({**facts, complete.path: complete}, words.lists, words.concepts),
        rules=tuple(_graded(rule, made.rules, random) for rule in made.rules),
        verdict=policy,
    )


_MUST_KNOW = (MustKnow("top.a_bool"), MustKnow("wings.*.a_enum"))


def _graded(rule: Rule, rules: tuple[Rule, ...], random: Random) -> Rule:
    *before, last = rule.severities
    if last.severity == "info":
        last = SeverityCase(random.choice(SEVERITIES[:3]))
    others = [one.code for one in rules if one is not rule and one.loop in (None, rule.loop)]
    replaces = tuple(random.sample(others, 1)) if others and random.random() < 0.3 else ()
    return replace(rule, severities=(*before, replace(last, when=None)), replaces=replaces)


def project(random: Random, kb: CompiledKnowledgeBase) -> WorkingMemory:
    """Return a project at random with at most two elements in a list."""
    memory = generated.project(random, kb.vocabulary, {"items": ("i1", "i2"), "parts": ("p1", "p2")})
    memory.project.pop("complete.parts", None)
    if "parts" in memory.elements and random.random() < 0.7:
        memory.project["complete.parts"] = "parts" in memory.closed
    else:
        memory.closed = memory.closed - {"parts"}
    return memory


def least_effort(
    kb: CompiledKnowledgeBase, memory: WorkingMemory, goal: Verdict, states: int
) -> tuple[int | None, bool]:
    """Return the least effort that reaches a verdict and True, or what it is at least and False.

    None and True when nothing that is considered reaches it.
    """
    what_if = WhatIf(kb, memory)
    begun = what_if.now
    keys = _keys(kb)
    waiting: list[tuple[int, int, WorkingMemory, dict[Address, Change]]] = [(0, 0, memory, {})]
    seen: set[frozenset[tuple[Address, object]]] = set()
    number = 0
    while waiting:
        effort, _, current, made = heapq.heappop(waiting)
        known = frozenset((key, change.value) for key, change in made.items())
        if known in seen:
            continue
        seen.add(known)
        standing = _standing(what_if, kb, current)
        if VERDICTS.index(standing.known) >= VERDICTS.index(goal) and not disguised(begun, standing, goal, kb):
            return effort, True
        if len(seen) > states:
            return effort, False
        for change, cost in _moves(what_if, standing, made, keys):
            number += 1
            after = apply_change(current, change, kb)
            heapq.heappush(waiting, (effort + cost, number, after, {**made, change.key: change}))
    return None, True


def _standing(what_if: WhatIf, kb: CompiledKnowledgeBase, memory: WorkingMemory) -> Standing:
    return what_if.standing(*kb.evaluator.run_in(memory))


def disguised(begun: Standing, standing: Standing, goal: Verdict, kb: CompiledKnowledgeBase) -> bool:
    """Tell whether a verdict is better only because something is not told any more, or at the price of a new finding."""
    findings = {rule.code for rule in kb.rules if rule.kind == "finding"}
    worse = {case.severity for case in kb.verdict.cases if VERDICTS.index(case.verdict) < VERDICTS.index(goal)}
    possible = kb.strict.run(standing.memory).possible
    unclear = any(
        standing.conclusions.outcomes.get(key, False) is None
        and any(severity_of(grade) in worse for grade in possible.get(key, GRADES[:1]))
        for key, severity in begun.remaining.items()
        if key[0] in findings and severity in worse
    )
    raised = any(
        severity != "info"
        and GRADES.index(severity) < GRADES.index(begun.conclusions.severities.get(key, "upcoming_info"))
        for key, severity in standing.remaining.items()
        if key[0] in findings
    )
    return unclear or raised


def _keys(kb: CompiledKnowledgeBase) -> list[str]:
    """Return the facts and lists that something reads."""
    dependencies = kb.evaluator.dependencies
    read = [path for path in [*kb.vocabulary.facts, *kb.vocabulary.lists] if any(dependencies.reached(path))]
    demands = [fact.path for must in kb.verdict.must_know if must.when is not None for fact in facts_of(must.when)]
    return [*dict.fromkeys([*read, *(must.fact for must in kb.verdict.must_know), *demands])]


def fact_keys(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> list[Address]:
    """Return every fact that a project can have, with its subject."""
    found: list[Address] = []
    for path, definition in kb.vocabulary.facts.items():
        if definition.source is None:
            found.append(Address(path))
            continue
        elements = memory.elements.get(definition.source, ())
        found += [Address(path, f"{definition.source}/{element['id']}") for element in elements]
    return found


def _moves(
    what_if: WhatIf, standing: Standing, made: dict[Address, Change], paths: list[str]
) -> Iterator[tuple[Change, int]]:
    kb, memory = what_if.kb, standing.memory
    for path in paths:
        definition = kb.vocabulary.facts.get(path)
        subjects: list[str | None] = [None]
        if definition is not None and definition.source is not None:
            subjects = [
                f"{definition.source}/{element['id']}" for element in memory.elements.get(definition.source, ())
            ]
        for subject in subjects:
            if (path, subject) in made:
                for _, change in refinements(made[Address(path, subject)], memory, what_if.space):
                    yield change, 0
                continue
            for change in proposals_of(Address(path, subject), memory, what_if.space, what_if.stated):
                yield change, change.effort
    changed = {subject for _, subject in made}
    for code, element in standing.remaining:
        loop = kb.rule(code).loop
        if loop is not None and element is not None and f"{loop.source}/{element}" not in changed:
            for change in giving_up(loop.source, element, kb):
                yield change, change.effort
