"""Random rule bases whose projects can be written as files, with a policy that needs some facts."""

from __future__ import annotations

from random import Random

from msgspec.structs import replace

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge.model import FactDefinition, MustKnow, SeverityCase, VerdictCase, VerdictPolicy
from tests.engine import generated

CASES = (
    VerdictCase("hold", "blocker"),
    VerdictCase("insufficient_information", missing=True),
    VerdictCase("revise", "major"),
    VerdictCase("proceed"),
)


def base(random: Random, rules: int = 8) -> CompiledKnowledgeBase:
    """Return a rule base whose projects say what is missing of the list of parts."""
    kb = generated.knowledge_base(random, rules)
    found = tuple(
        replace(one, severities=(*one.severities[:-1], SeverityCase(one.severities[-1].severity))) for one in kb.rules
    )
    path = "complete.parts"
    said = FactDefinition(path=path, type="bool", values={}, label={}, question={}, attribute=path)
    must: tuple[MustKnow, ...] = (
        MustKnow("top.a_bool"),
        MustKnow("parts[].a_enum"),
        MustKnow("items", kb.rules[0].when),
    )
    if kb.rules[0].loop is not None:
        must = must[:2]
    return compiled(
        replace(
            kb,
            rules=found,
            vocabulary=replace(kb.vocabulary, facts={**kb.vocabulary.facts, path: said}),
            verdict=VerdictPolicy(must, CASES, {}, {}, {}, phase=generated.PHASE),
        )
    )
