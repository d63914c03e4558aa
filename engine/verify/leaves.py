"""Claims about single conditions: whatever a rule or a derived fact lists decides something of some project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from ..evaluate.conditions import bindings, compile_condition
from ..knowledge.model import Derivation, Rule
from ..language.tree import All, Any, Condition, Not, Quantifier
from ..language.written import written
from ..project.memory import derive
from ..project.project import read_project
from .asking import Answer, Asking, Document
from .space import stands_for_all


def leaf_claims(asking: Asking) -> Iterator[Answer]:
    """Yield what became of each condition that could be left out."""
    for rule in asking.kb.rules:
        for what, less in named(rule.when):
            goal = asking.c.any(_of_rule(asking, rule, less))
            yield asking.can_in("condition_decides", (rule.code, what), goal, partial(_judges, asking, rule, less))
    for derivation in asking.kb.derivations:
        for at, line in enumerate(derivation.lines):
            for what, less in named(line.when):
                changed = replace(
                    derivation,
                    lines=(*derivation.lines[:at], replace(line, when=less), *derivation.lines[at + 1 :]),
                )
                goal = asking.c.any(_of_derivation(asking, derivation, changed))
                about = derivation.concept, f"{line.value}: {what}"
                yield asking.can_in("condition_decides", about, goal, partial(_derives, asking, derivation, changed))


def named(when: All) -> Iterator[tuple[str, All]]:
    """Yield each part of a condition by a name of its own, and what is left without it."""
    seen: Counter[str] = Counter()
    for part, less in without(when):
        name = written(part)
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})", less if isinstance(less, All) else All((less,))


def without(node: Condition) -> Iterator[tuple[Condition, Condition]]:
    """Yield each part of a condition that can be left out, and the condition without it."""
    if isinstance(node, (All, Any)):
        for place, child in enumerate(node.children):
            before, after = node.children[:place], node.children[place + 1 :]
            if len(node.children) > 1:
                yield child, replace(node, children=(*before, *after))
            for part, less in without(child):
                yield part, replace(node, children=(*before, less, *after))
    elif isinstance(node, Not):
        for part, less in without(node.child):
            yield part, replace(node, child=less)
    elif isinstance(node, Quantifier):
        yield from _of_quantifier(node)


def _of_quantifier(node: Quantifier) -> Iterator[tuple[Condition, Condition]]:
    if len(node.where.children) == 1:
        yield node.where.children[0], replace(node, where=All((), node.where.place))
    for part, less in without(node.where):
        if isinstance(less, All):
            yield part, replace(node, where=less)
    for part, less in without(node.body) if node.body is not None else ():
        if isinstance(less, All):
            yield part, replace(node, body=less)


def _of_rule(asking: Asking, rule: Rule, less: All) -> Iterator[int]:
    """Yield for each subject that it matters there whether the rule lists a condition."""
    c, facts = asking.c, asking.facts
    for env, subject, here in facts.each(rule.loop):
        if stands_for_all(subject):
            sides = zip(facts.condition(rule.when, env), facts.condition(less, env), strict=True)
            yield c.all((here, c.any(-c.same(one, other) for one, other in sides)))


def _of_derivation(asking: Asking, derivation: Derivation, changed: Derivation) -> Iterator[int]:
    c, facts = asking.c, asking.facts
    for env, subject, here in facts.each(derivation.loop):
        if stands_for_all(subject):
            before = facts.derived[derivation.concept, subject]
            after = facts.derive([(line.value, facts.condition(line.when, env)) for line in changed.lines])
            yield c.all((here, c.any((c.differ(before.has, after.has), c.differ(before.open, after.open)))))


def _judges(asking: Asking, rule: Rule, less: All, document: Document) -> bool:
    """Tell whether a rule judges a project otherwise without a condition."""
    memory = asking.kb.evaluator.run_in(read_project(document, asking.kb).memory)[1]
    one, other = (compile_condition(when, asking.kb) for when in (rule.when, less))
    return any(one.truth(memory, bound) is not other.truth(memory, bound) for bound, _ in bindings(rule.loop, memory))


def _derives(asking: Asking, derivation: Derivation, changed: Derivation, document: Document) -> bool:
    memory = asking.kb.evaluator.run_in(read_project(document, asking.kb).memory)[1]
    sides = [
        [(line.value, compile_condition(line.when, asking.kb)) for line in lines]
        for lines in (derivation.lines, changed.lines)
    ]
    for bound, _ in bindings(derivation.loop, memory):
        one, other = (derive((value, when.truth(memory, bound)) for value, when in side) for side in sides)
        if one != other:
            return True
    return False
