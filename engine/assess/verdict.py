"""The verdict: from the findings that remain and the facts that must be known, by the policy of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..compiled import CompiledKnowledgeBase
from ..evaluate import Compiled
from ..knowledge.model import SEVERITIES, KnowledgeBase, Rule, Severity, Verdict
from ..language.truth import Truth
from ..project.address import Address, subject_of
from ..project.memory import Conclusions, Key, WorkingMemory


def replaced(conclusions: Conclusions, kb: KnowledgeBase) -> dict[Key, str]:
    """Return which outcomes that hold are silenced, and by which code.

    A finding about the project silences the named ones about every subject; any other only those about its own.
    """
    silenced: dict[Key, str] = {}
    replaceable = {rule.code: (rule, winners) for rule, winners in kb.silencers}
    for key in conclusions.severities:  # of all that holds
        if key[0] in replaceable:
            rule, winners = replaceable[key[0]]
            winner = silencer(rule, key[1], winners, conclusions.outcomes)
            if winner is not None:
                silenced[key] = winner
    return silenced


def silencer(rule: Rule, subject: str | None, winners: Iterable[Rule], outcomes: Mapping[Key, Truth]) -> str | None:
    """Return the code that silences a rule about a subject, if any.

    Args:
        rule: The rule.
        subject: The id of the element that it is about, None for the project.
        winners: The rules that replace it.
        outcomes: What holds.
    """
    for winner in winners:
        about = None if winner.loop is None else subject
        alike = winner.loop is None or (rule.loop is not None and rule.loop.source == winner.loop.source)
        if alike and outcomes.get((winner.code, about)) is True:
            return winner.code
    return None


def missing_facts(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> list[Address]:
    """Return the must-know facts that are not known.

    Args:
        kb: The knowledge base.
        memory: The working memory after a run.
    """
    return [key for _, key in missing_demands(kb, memory)]


def missing_demands(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> list[tuple[Compiled | None, Address]]:
    """Return the must-know facts that are not known, each with the condition under which it is demanded."""
    found: list[tuple[Compiled | None, Address]] = []
    for must, condition in zip(kb.verdict.must_know, kb.demands, strict=True):
        if condition is None or condition.truth(memory, {}) is True:
            found += [(condition, key) for key in _unknown(must.fact, kb, memory)]
    return found


def undecided_demands(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> list[Compiled]:
    """Return the conditions of which it cannot be told whether they demand an unknown fact."""
    return [
        condition
        for must, condition in zip(kb.verdict.must_know, kb.demands, strict=True)
        if condition is not None and condition.truth(memory, {}) is None and any(_unknown(must.fact, kb, memory))
    ]


def _unknown(fact: str, kb: KnowledgeBase, memory: WorkingMemory) -> Iterator[Address]:
    """Yield a fact where it is not known; of elements that are not stated, their list."""
    definition = kb.vocabulary.facts.get(fact)
    source = fact if definition is None else definition.source
    if source is not None and source not in memory.elements:
        yield Address(source)
    elif definition is not None and source is not None:
        for element in memory.elements[source]:
            if definition.attribute not in element:
                yield Address(fact, subject_of(source, element))
    elif definition is not None and fact not in memory.project:
        yield Address(fact)


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


def verdict_range(
    strict: Conclusions, open_lists: set[str], kb: KnowledgeBase, waived: Mapping[Key, bool] | None = None
) -> tuple[Verdict, Verdict]:
    """Return the worst and the best verdict that some completion of the unknown facts could give.

    The bounds come from outcomes that no completion can change (`strict`, from an evaluation in which nothing
    provisional counts as known). They may be wider than what completions reach, never narrower.

    Args:
        strict: Conclusions of the strict evaluation.
        open_lists: Lists to which elements may still be added.
        kb: The knowledge base.
        waived: What decisions leave out, as `waivers.waived_keys` returns it.
    """
    waived = waived or {}
    certain: set[Severity] = set()
    possible: set[Severity] = set()
    undecided = {code for (code, _), truth in strict.outcomes.items() if truth is None}
    silenced = replaced(strict, kb)
    may_be_replaced = {code for rule in kb.rules if rule.code in undecided for code in rule.replaces}
    counted = {rule.code for rule in kb.rules if rule.kind == "finding"}
    for key, severities in strict.possible.items():
        code = key[0]
        left_out = waived.get(key, waived.get((code, None)))
        if code not in counted or key in silenced or left_out is True:
            continue
        possible |= severities
        if strict.outcomes[key] is True and code not in may_be_replaced and left_out is None:
            certain.add(max(severities, key=SEVERITIES.index))
    for rule in kb.rules:
        looped = rule.loop is not None and rule.loop.source in open_lists
        if rule.kind == "finding" and looped and waived.get((rule.code, None)) is not True:
            possible |= {case.severity for case in rule.severities}
    return verdict_of(possible, False, kb), verdict_of(certain, False, kb)
