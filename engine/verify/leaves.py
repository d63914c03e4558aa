"""Claims about single conditions: whatever a rule or a derived fact lists decides something of some project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from ..evaluate import Evaluator
from ..knowledge.model import Derivation, KnowledgeBase, Loop, Rule
from ..language.leaf import written
from ..language.tree import All, Any, Condition, Quantifier, below
from ..project.project import read_project
from .asking import Answer, Asking, Document
from .circuit import FALSE
from .space import stands_for_all


def leaf_claims(asking: Asking) -> Iterator[Answer]:
    """Yield what became of each condition that could be left out."""
    for rule in asking.kb.rules:
        for what, part, less in named(rule.when):
            goal = asking.c.any(_of_rule(asking, rule, less))
            rules = tuple([replace(rule, when=less) if one is rule else one for one in asking.kb.rules])
            seen = partial(_differs, asking, replace(asking.kb, rules=rules))
            found = asking.can_in("condition_decides", (rule.code, what), goal, seen)
            yield _because(found, asking, rule.when, rule.loop, part)
    for derivation in asking.kb.derivations:
        for at, line in enumerate(derivation.lines):
            for what, part, less in named(line.when):
                changed = replace(
                    derivation,
                    lines=(*derivation.lines[:at], replace(line, when=less), *derivation.lines[at + 1 :]),
                )
                goal = asking.c.any(_of_derivation(asking, derivation, changed))
                others = tuple([changed if one is derivation else one for one in asking.kb.derivations])
                seen = partial(_differs, asking, replace(asking.kb, derivations=others))
                about = derivation.concept, f"{line.value}: {what}"
                found = asking.can_in("condition_decides", about, goal, seen)
                yield _because(found, asking, line.when, derivation.loop, part)


def _because(found: Answer, asking: Asking, when: All, loop: Loop | None, part: Condition) -> Answer:
    """Return an answer; where a condition decides nothing, with where it stands and the others that say it already."""
    if found.outcome != "refuted":
        return found
    found = replace(found, place=part.place)
    if part not in when.children:
        return found
    facts = asking.facts
    env, _, here = next(iter(facts.each(loop)), ({}, None, FALSE))
    others = {written(one): facts.condition(one, env)[0] for one in when.children if one is not part}
    return replace(found, because=asking.clashing(others, here, -facts.condition(part, env)[0]))


def named(when: All) -> Iterator[tuple[str, Condition, All]]:
    """Yield each part of a condition with a name of its own, and what is left without it."""
    seen: Counter[str] = Counter()
    for part, less in without(when):
        name = written(part)
        seen[name] += 1
        own = name if seen[name] == 1 else f"{name} ({seen[name]})"
        yield own, part, less if isinstance(less, All) else All((less,))


def without(node: Condition) -> Iterator[tuple[Condition, Condition]]:
    """Yield each part of a condition that can be left out, and the condition without it."""
    if isinstance(node, Quantifier) and len(node.where.children) == 1:
        yield node.where.children[0], replace(node, where=All((), node.where.place))
    for child, put in below(node):
        if isinstance(node, (All, Any)) and len(node.children) > 1:
            yield child, replace(node, children=tuple([one for one in node.children if one is not child]))
        for part, less in without(child):
            whole = put(less)
            if whole is not None:
                yield part, whole


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


def _differs(asking: Asking, changed: KnowledgeBase, document: Document) -> bool:
    """Tell whether something else is concluded of a project by rules with a change."""
    memory, evaluator = read_project(document, asking.kb).memory, asking.kb.evaluator
    return evaluator.run(memory) != Evaluator(changed, like=evaluator).run(memory)
