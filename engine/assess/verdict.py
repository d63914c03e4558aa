"""The verdict: from the findings that remain and the facts that must be known, by the policy of the knowledge base."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ..compiled import CompiledKnowledgeBase
from ..evaluate import Compiled
from ..knowledge.model import GRADES, Grade, KnowledgeBase, Rule, Severity, Verdict, is_upcoming, severity_of
from ..language.truth import Truth
from ..project.address import Address
from ..project.memory import Conclusions, Key, WorkingMemory


def replaced(conclusions: Conclusions, kb: KnowledgeBase) -> dict[Key, str]:
    """Return which outcomes that hold are silenced, and by which code.

    A finding about the project silences the named ones about every subject; any other only those about its own. What is
    due silences what is due, and what is still to come what is still to come.
    """
    silenced: dict[Key, str] = {}
    for key in conclusions.severities:  # of all that holds
        winner = silencer(key, kb, conclusions.severities.get)
        if winner is not None:
            silenced[key] = winner
    return silenced


def silencer(key: Key, kb: KnowledgeBase, grade_of: Callable[[Key], Grade | None]) -> str | None:
    """Return the code that silences an outcome that holds, if any, by the grade of each outcome that holds."""
    if key[0] not in kb.silencers:
        return None
    coming = is_upcoming(grade_of(key))
    for rival in rivals(key, kb):
        grade = grade_of(rival)
        if grade is not None and is_upcoming(grade) is coming:
            return rival[0]
    return None


def rivals(key: Key, kb: KnowledgeBase) -> Iterator[Key]:
    """Yield the outcomes that would silence one."""
    for winner in kb.silencers.get(key[0], ()):
        loop = kb.rule(key[0]).loop
        if winner.loop is None:
            yield winner.code, None
        elif loop is not None and loop.source == winner.loop.source:
            yield winner.code, key[1]


def missing_facts(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> list[Address]:
    """Return the must-know facts that are not known in a memory after a run."""
    return [key for _, key in missing_demands(kb, memory)]


def missing_demands(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> list[tuple[Compiled | None, Address]]:
    """Return the must-know facts that are not known, each with the condition under which it is demanded."""
    found: list[tuple[Compiled | None, Address]] = []
    for must, condition in zip(kb.verdict.must_know, kb.demands, strict=True):
        if condition is None or condition.truth(memory, {}) is True:
            found += [(condition, key) for key in _unknown(must.fact, kb, memory)]
    return found


def undecided_demands(kb: CompiledKnowledgeBase, memory: WorkingMemory) -> list[Compiled]:
    """Return the conditions of which it cannot be told whether they demand an unknown fact.

    None while the phase is unknown, which must be known itself: it tells which demands there are.
    """
    if kb.verdict.phase is not None and kb.verdict.phase not in memory.project:
        return []
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
    elif definition is not None:
        yield from memory.unknown(definition)


def verdict_of(severities: Iterable[Severity], missing: bool, kb: KnowledgeBase) -> Verdict:
    """Return the first verdict of the policy that applies, by the severities of findings and whether a must-know fact lacks."""
    present = set(severities)
    for case in kb.verdict.cases:
        if case.severity is None and not case.missing:
            return case.verdict
        if (case.severity is not None and case.severity in present) or (case.missing and missing):
            return case.verdict
    return "proceed"


def could_stop(worst: Verdict, kb: KnowledgeBase) -> bool:
    """Tell whether a missing answer could give a verdict that comes before the one for what must be known.

    Then no better verdict than that one is given: silence is never better than an answer.
    """
    for case in kb.verdict.cases:
        if case.missing:
            return False
        if case.verdict == worst:
            return any(later.missing for later in kb.verdict.cases)
    return False


def touched(
    anew: Mapping[Key, Truth], before: Mapping[Key, Truth], memory: WorkingMemory, kb: KnowledgeBase
) -> Collection[Key]:
    """Return outcomes that were concluded anew, with those that they replace or replaced."""
    silenced: dict[Key, None] = {}
    for key, truth in anew.items():
        replaces = kb.rule(key[0]).replaces
        if replaces and (truth is True or before.get(key) is True):  # whether it is due may have changed, too
            for rule in map(kb.rule, replaces):
                if key[1] is not None or rule.loop is None:
                    silenced[rule.code, key[1] if rule.loop is not None else None] = None
                else:
                    elements = memory.elements.get(rule.loop.source, ())
                    silenced.update(dict.fromkeys((rule.code, str(element["id"])) for element in elements))
    return {**silenced, **anew} if silenced else anew.keys()


def still_coming(memory: WorkingMemory, kb: KnowledgeBase) -> list[Rule]:
    """Return the rules of findings that count in this phase and are about elements of a list that may still grow."""
    phase = memory.project.get(kb.verdict.phase or "")
    return [
        rule
        for rule in kb.rules
        if rule.loop is not None
        and rule.kind == "finding"
        and rule.loop.source not in memory.closed
        and kb.vocabulary.lists[rule.loop.source].is_stated
        and not rule.comes_later(phase)
    ]


def verdict_range(
    strict: Conclusions, coming: Iterable[Rule], kb: KnowledgeBase, waived: Mapping[Key, bool] | None = None
) -> tuple[Verdict, Verdict]:
    """Return the worst and the best verdict that some completion of the unknown facts could give.

    The bounds come from outcomes that no completion can change (`strict`, from an evaluation in which nothing
    provisional counts as known), and from the rules that are `still_coming`. They may be wider than what completions
    reach, never narrower.
    """
    waived = waived or {}
    possible = {
        case.severity for rule in coming if waived.get((rule.code, None)) is not True for case in rule.severities
    }
    certain: set[Severity] = set()
    seen = set[tuple[str, frozenset[Grade], bool, bool | None]]()
    for key, grades in strict.possible.items():
        code, holds = key[0], strict.outcomes[key] is True
        left_out = waived.get(key, waived.get((code, None)))
        if not holds or code not in kb.silencers:
            # One element of very many says as much as all that are judged like it.
            same = code, grades, holds, left_out
            if same in seen:
                continue
            seen.add(same)
        if kb.rule(code).kind != "finding" or left_out is True:
            continue
        if holds and is_replaced(key, grades, strict, kb):
            continue
        possible |= {severity_of(grade) for grade in grades if not is_upcoming(grade)}
        mildest = max(grades, key=GRADES.index)
        if holds and left_out is None and not is_upcoming(mildest) and not may_be_replaced(key, strict, kb):
            certain.add(severity_of(mildest))
    return verdict_of(possible, False, kb), verdict_of(certain, False, kb)


def is_replaced(key: Key, grades: frozenset[Grade], strict: Conclusions, kb: KnowledgeBase) -> bool:
    """Tell whether another outcome silences one in every completion; of one with these grades, that holds in each."""
    for rival in rivals(key, kb):
        if strict.outcomes.get(rival) is True:
            same_time = kb.rule(rival[0]).due == kb.rule(key[0]).due
            others = strict.possible.get(rival, frozenset())
            if same_time or len({is_upcoming(grade) for grade in (*grades, *others)}) == 1:
                return True
    return False


def may_be_replaced(key: Key, strict: Conclusions, kb: KnowledgeBase) -> bool:
    """Tell whether it is open if another outcome silences one."""
    for rival in rivals(key, kb):
        grades = strict.possible.get(rival)
        undecided = grades is not None and _undecided(grades)
        if (undecided or strict.outcomes.get(rival, False) is None) and not all(map(is_upcoming, grades or GRADES)):
            return True
    return False


def _undecided(grades: frozenset[Grade]) -> bool:
    """Tell whether it is open if something is due."""
    return len({is_upcoming(grade) for grade in grades}) > 1


def counts(key: Key, kb: KnowledgeBase, waived: Mapping[Key, bool]) -> bool:
    """Tell whether an outcome counts for the verdict: it is a finding, and no decision leaves it out."""
    left_out = key in waived or (key[0], None) in waived
    return kb.rule(key[0]).kind == "finding" and not left_out
