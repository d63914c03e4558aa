"""The verdict: from the findings that remain and the facts that must be known, by the policy of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..evaluate import Compiled
from ..evaluate.support import FactKey
from ..facts.conclusions import Conclusions, Key
from ..facts.memory import WorkingMemory
from ..knowledge.model import SEVERITIES, KnowledgeBase, Severity, Verdict
from ..language.truth import Truth


def replaced(conclusions: Conclusions, kb: KnowledgeBase) -> dict[Key, str]:
    """Return which outcomes that hold are silenced, and by which code.

    A finding about the project silences the named ones about every subject; any other only those about its own.
    """
    silenced: dict[Key, str] = {}
    holding = [key for key, truth in conclusions.outcomes.items() if truth is True]
    for rule in kb.rules:
        if not rule.replaces:
            continue
        subjects = [subject for code, subject in holding if code == rule.code]
        for code, subject in holding:
            if code in rule.replaces and (None in subjects or subject in subjects):
                silenced.setdefault((code, subject), rule.code)
    return silenced


def missing_facts(kb: KnowledgeBase, conditions: Mapping[int, Compiled | None], memory: WorkingMemory) -> list[FactKey]:
    """Return the must-know facts that are not known.

    Args:
        kb: The knowledge base.
        conditions: The compiled condition of each must-know fact, by its position in the policy.
        memory: The working memory after a run.
    """
    found: list[FactKey] = []
    for position, must in enumerate(kb.verdict.must_know):
        condition = conditions[position]
        if condition is not None and condition.truth(memory, {}) is not True:
            continue
        definition = kb.vocabulary.facts[must.fact]
        if definition.source is None:
            if must.fact not in memory.project:
                found.append((must.fact, None))
            continue
        if definition.source not in memory.elements:
            found.append((definition.source, None))
            continue
        for element in memory.elements[definition.source]:
            if definition.attribute not in element:
                found.append((must.fact, f"{definition.source}/{element['id']}"))
    return found


def verdict_of(severities: Iterable[Severity], missing: bool, kb: KnowledgeBase) -> Verdict:
    """Return the first verdict of the policy that applies.

    Args:
        severities: The severities of the remaining findings (predictions and strengths left out).
        missing: Whether a must-know fact is not known.
        kb: The knowledge base with the policy.
    """
    present = set(severities)
    for case in kb.verdict.cases:
        if case.severity is None and not case.missing:
            return case.verdict
        if (case.severity is not None and case.severity in present) or (case.missing and missing):
            return case.verdict
    return "proceed"


def verdict_range(strict: Conclusions, open_lists: set[str], kb: KnowledgeBase) -> tuple[Verdict, Verdict]:
    """Return the worst and the best verdict that some completion of the unknown facts could give.

    The bounds come from outcomes that no completion can change (`strict`, from an evaluation in which nothing
    provisional counts as known). They may be wider than what completions reach, never narrower.

    Args:
        strict: Conclusions of the strict evaluation.
        open_lists: Lists to which elements may still be added.
        kb: The knowledge base.
    """
    certain: set[Severity] = set()
    possible: set[Severity] = set()
    may_hold = {code for (code, _), truth in strict.outcomes.items() if truth is not False}
    silenced = replaced(strict, kb)
    for rule in kb.rules:
        if rule.kind != "finding":
            continue
        every = {case.severity for case in rule.severities}
        may_be_replaced = any(rule.code in other.replaces and other.code in may_hold for other in kb.rules)
        for key, truth in _outcomes_of(rule.code, strict):
            if truth is False or key in silenced:
                continue
            possible |= every
            if truth is True and not may_be_replaced and len(every) == 1:
                certain |= every
            elif truth is True and not may_be_replaced:
                certain.add(max(every, key=SEVERITIES.index))
        if rule.loop is not None and rule.loop.source in open_lists:
            possible |= every
    return verdict_of(possible, False, kb), verdict_of(certain, False, kb)


def _outcomes_of(code: str, conclusions: Conclusions) -> list[tuple[Key, Truth]]:
    return [(key, truth) for key, truth in conclusions.outcomes.items() if key[0] == code]
