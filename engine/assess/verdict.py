"""The verdict: from the findings that remain and the facts that must be known, by the policy of the knowledge base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ..compiled import CompiledKnowledgeBase
from ..evaluate import Compiled
from ..knowledge.model import GRADES, Grade, KnowledgeBase, Rule, Severity, Verdict, is_upcoming, severity_of
from ..language.truth import Truth
from ..project.address import Address, subject_of
from ..project.memory import Conclusions, Key, WorkingMemory


def replaced(conclusions: Conclusions, kb: KnowledgeBase) -> dict[Key, str]:
    """Return which outcomes that hold are silenced, and by which code.

    A finding about the project silences the named ones about every subject; any other only those about its own. What is
    due silences what is due, and what is still to come what is still to come.
    """
    silenced: dict[Key, str] = {}
    replaceable = {rule.code: (rule, winners) for rule, winners in kb.silencers}
    for key in conclusions.severities:  # of all that holds
        if key[0] in replaceable:
            rule, winners = replaceable[key[0]]
            winner = silencer(rule, key[1], winners, conclusions.severities.get)
            if winner is not None:
                silenced[key] = winner
    return silenced


def silencer(
    rule: Rule, subject: str | None, winners: Iterable[Rule], grade_of: Callable[[Key], Grade | None]
) -> str | None:
    """Return the code that silences a rule about a subject, if any.

    Args:
        rule: The rule.
        subject: The id of the element that it is about, None for the project.
        winners: The rules that replace it.
        grade_of: The grade of each outcome that holds, None of every other one.
    """
    coming = is_upcoming(grade_of((rule.code, subject)))
    for key in rivals(rule, subject, winners):
        grade = grade_of(key)
        if grade is not None and is_upcoming(grade) is coming:
            return key[0]
    return None


def rivals(rule: Rule, subject: str | None, winners: Iterable[Rule]) -> Iterator[Key]:
    """Yield the outcomes that would silence a rule about a subject."""
    for winner in winners:
        if winner.loop is None:
            yield winner.code, None
        elif rule.loop is not None and rule.loop.source == winner.loop.source:
            yield winner.code, subject


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
    elif definition is not None and source is not None:
        for element in memory.elements[source]:
            if definition.attribute not in element:
                yield Address(fact, subject_of(source, element))
    elif definition is not None and not memory.knows(fact):
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


def could_stop(worst: Verdict, kb: KnowledgeBase) -> bool:
    """Tell whether a missing answer could give a verdict that comes before the one for what must be known.

    Then no better verdict than that one is given: silence is never better than an answer.

    Args:
        worst: The worst verdict that some completion of the unknown facts could give.
        kb: The knowledge base with the policy.
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
    """Return outcomes that were concluded anew, with those that they replace or replaced.

    Args:
        anew: The outcomes that were concluded anew.
        before: All outcomes before.
        memory: Gives the elements that there are.
        kb: The knowledge base.
    """
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
        and kb.vocabulary.lists[rule.loop.source].complete != "fixed"
        and not rule.comes_later(phase)
    ]


def verdict_range(
    strict: Conclusions, coming: Iterable[Rule], kb: KnowledgeBase, waived: Mapping[Key, bool] | None = None
) -> tuple[Verdict, Verdict]:
    """Return the worst and the best verdict that some completion of the unknown facts could give.

    The bounds come from outcomes that no completion can change (`strict`, from an evaluation in which nothing
    provisional counts as known). They may be wider than what completions reach, never narrower.

    Args:
        strict: Conclusions of the strict evaluation.
        coming: The rules that may find something about elements that are still to come (`still_coming`).
        kb: The knowledge base.
        waived: What decisions leave out, as `waivers.waived_keys` returns it.
    """
    bounds = Bounds(kb, waived)
    bounds.count(strict.outcomes, strict, 1)
    return bounds.verdicts(coming)


class Bounds:
    """The bounds of the verdict by outcomes that no completion can change, counted so that a few can be exchanged."""

    def __init__(self, kb: KnowledgeBase, waived: Mapping[Key, bool] | None = None) -> None:
        """Begin with no outcomes.

        Args:
            kb: The knowledge base.
            waived: What decisions leave out, as `waivers.waived_keys` returns it.
        """
        self.kb = kb
        self.waived = waived or {}
        self._silencers = {rule.code: (rule, winners) for rule, winners in kb.silencers}
        self._open: dict[Key, frozenset[Grade]] = {}
        self._possible: Counter[Severity] = Counter()
        self._certain: dict[Key, Severity] = {}

    def count(self, keys: Iterable[Key], strict: Conclusions, number: int) -> None:
        """Add outcomes to what is counted, or take them off.

        Args:
            keys: Which outcomes.
            strict: Conclusions of the strict evaluation that has them.
            number: 1 to add them, -1 to take them off.
        """
        for key in keys:
            truth, grades = strict.outcomes.get(key, False), strict.possible.get(key)
            if truth is None or (grades is not None and _undecided(grades)):
                if number > 0:
                    self._open[key] = grades or frozenset(GRADES)
                else:
                    self._open.pop(key, None)
            if grades is None or self.kb.rule(key[0]).kind != "finding":
                continue
            left_out = self.waived.get(key, self.waived.get((key[0], None)))
            if left_out is True or (truth is True and self.is_replaced(key, grades, strict)):
                continue
            for grade in grades:
                if not is_upcoming(grade):
                    self._possible[severity_of(grade)] += number
            mildest = max(grades, key=GRADES.index)
            if truth is True and left_out is None and not is_upcoming(mildest):
                if number > 0:
                    self._certain[key] = severity_of(mildest)
                else:
                    self._certain.pop(key, None)

    def is_replaced(self, key: Key, grades: frozenset[Grade], strict: Conclusions) -> bool:
        """Tell whether another outcome silences this one in every completion."""
        if key[0] not in self._silencers:
            return False
        rule, winners = self._silencers[key[0]]
        for rival in rivals(rule, key[1], winners):
            if strict.outcomes.get(rival) is True:
                same_time = self.kb.rule(rival[0]).due == rule.due
                others = strict.possible.get(rival, frozenset())
                if same_time or len({is_upcoming(grade) for grade in (*grades, *others)}) == 1:
                    return True
        return False

    def may_be_replaced(self, key: Key) -> bool:
        """Tell whether another outcome silences this one in some completion."""
        if key[0] not in self._silencers:
            return False
        rule, winners = self._silencers[key[0]]
        return any(
            not all(map(is_upcoming, self._open[rival]))
            for rival in rivals(rule, key[1], winners)
            if rival in self._open
        )

    def verdicts(self, coming: Iterable[Rule] = ()) -> tuple[Verdict, Verdict]:
        """Return the worst and the best verdict that is possible.

        Args:
            coming: The rules that may find something about elements that are still to come.
        """
        possible = {severity for severity, number in self._possible.items() if number}
        for rule in coming:
            if self.waived.get((rule.code, None)) is not True:
                possible |= {case.severity for case in rule.severities}
        certain = {severity for key, severity in self._certain.items() if not self.may_be_replaced(key)}
        return verdict_of(possible, False, self.kb), verdict_of(certain, False, self.kb)


def _undecided(grades: frozenset[Grade]) -> bool:
    """Tell whether it is open if something is due."""
    return len({is_upcoming(grade) for grade in grades}) > 1
