"""Random rule bases with all that makes a verdict: kinds, replacement, must-know facts and a policy."""

from __future__ import annotations

from random import Random

from msgspec.structs import replace

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge.model import (
    Area,
    FactDefinition,
    MustKnow,
    Rule,
    SeverityCase,
    VerdictCase,
    VerdictPolicy,
    Vocabulary,
)

from .. import generated

TEXTS = {"en": "x", "ja": "x"}
HOLD, WAIT = VerdictCase("hold", "blocker"), VerdictCase("insufficient_information", missing=True)
LADDERS = (
    (HOLD, WAIT, VerdictCase("revise", "major"), VerdictCase("proceed")),
    (WAIT, HOLD, VerdictCase("revise", "minor"), VerdictCase("proceed")),
    (HOLD, VerdictCase("revise", "major"), WAIT, VerdictCase("proceed")),
)
NEEDED = ("top.a_enum", "top.a_named", "items[].a_bool", "items", "parts", "wings.*.a_number", "parts[].a_set")


def with_verdicts(random: Random, depth: int = 3) -> CompiledKnowledgeBase:
    """Return a rule base whose rules are found, replaced, waited for and counted."""
    kb = generated.knowledge_base(random, rules=12, depth=depth)
    words = _words(kb.vocabulary)
    codes = [rule.code for rule in kb.rules]
    rules = tuple(_rule(random, rule, [code for code in codes if code != rule.code]) for rule in kb.rules)
    make = generated.Conditions(random, words)
    make.concepts = list(words.concepts.values())
    needed = random.sample(NEEDED, random.randint(0, 3))
    must = tuple(MustKnow(fact, random.choice([None, make.conditions({}, 1)])) for fact in needed)
    policy = VerdictPolicy(must, random.choice(LADDERS), {}, {}, {}, phase=generated.PHASE)
    areas = {"area": Area("area", TEXTS)}
    return compiled(replace(kb, vocabulary=words, rules=rules, verdict=policy, areas=areas))


def _rule(random: Random, rule: Rule, others: list[str]) -> Rule:
    *cases, last = rule.severities
    return replace(
        rule,
        severities=(*cases, SeverityCase(last.severity)),
        replaces=tuple(random.sample(others, random.randint(0, 2))) if random.random() < 0.4 else (),
        kind=random.choice(["finding"] * 4 + ["prediction", "strength"]),
        asks=random.random() < 0.9,
        title=TEXTS,
        advice=TEXTS,
    )


def _words(words: Vocabulary) -> Vocabulary:
    """Return the vocabulary with labels, and with the fact that says that the declared list is complete."""
    complete = FactDefinition("complete.parts", "bool", {}, TEXTS, TEXTS, attribute="complete.parts")
    return Vocabulary(
        {
            path: replace(fact, label=TEXTS, question=TEXTS, values=dict.fromkeys(fact.values, TEXTS))
            for path, fact in {**words.facts, "complete.parts": complete}.items()
        },
        {
            path: replace(
                one, label=TEXTS, element_label=TEXTS, question=TEXTS, members=dict.fromkeys(one.members, TEXTS)
            )
            for path, one in words.lists.items()
        },
        {
            path: replace(one, label=TEXTS, values=dict.fromkeys(one.values, TEXTS))
            for path, one in words.concepts.items()
        },
    )
