"""What each answer to a question would change: the verdict, findings that come or go, questions that are settled.

No probabilities: every value that rules can tell apart is tried with everything else as it is, and the consequence is
told as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from ..assess.verdict import missing_facts, silencer, verdict_of
from ..compiled import CompiledKnowledgeBase
from ..evaluate.evaluator import possible_severities
from ..evaluate.rerun import rerun
from ..evaluate.tallies import Tallies
from ..knowledge.model import SEVERITIES, Severity, Verdict
from ..language.truth import Truth
from ..project.address import Address, subject_of
from ..project.memory import Conclusions, Key, Value, WorkingMemory
from .space import Space, Unknown, with_value

VERDICTS: tuple[Verdict, ...] = ("hold", "insufficient_information", "revise", "proceed")
"""Worst first."""


class Reported(Struct, frozen=True):
    """A finding as an effect names it: code, subject, severity."""

    code: str
    subject: str | None
    severity: Severity


class Effect(Struct, frozen=True):
    """What one answer would change.

    Attributes:
        value: The answer.
        verdict: The verdict with it.
        added: Findings that would come, worst first.
        cleared: Findings that would go.
        settled: How many outcomes that cannot be told now would be told.
    """

    value: Value
    verdict: Verdict
    added: tuple[Reported, ...]
    cleared: tuple[Reported, ...]
    settled: int


class Standing(Struct, frozen=True):
    """Where a project stands.

    Attributes:
        memory: The working memory after the run.
        conclusions: What was concluded.
        remaining: The findings that nothing replaces and no decision leaves out; predictions too, strengths not.
        verdict: The verdict.
        counted: How many of the remaining ones count for the verdict, by severity.
        tallies: What elements contribute to quantifiers, for the changes that start from here.
    """

    memory: WorkingMemory
    conclusions: Conclusions
    remaining: Mapping[Key, Severity]
    verdict: Verdict
    counted: Mapping[Severity, int]
    tallies: Tallies


class Shift(Struct, frozen=True):
    """What setting a fact makes different.

    Attributes:
        verdict: The verdict with it.
        came: Findings that come, or come with another severity.
        went: Findings that go.
        told: Outcomes that could not be told and now are; False where there is none any more.
    """

    verdict: Verdict
    came: Mapping[Key, Severity]
    went: Mapping[Key, Severity]
    told: Mapping[Key, Truth]


class WhatIf:
    """Tries values of unknown facts on one project."""

    def __init__(self, kb: CompiledKnowledgeBase, memory: WorkingMemory, waived: Collection[Key] = ()) -> None:
        """Run the project as it is.

        Args:
            kb: The knowledge base.
            memory: The project's stated facts.
            waived: Findings that a decision leaves out of the verdict; without an element, every one of the code.
        """
        self.waived = waived
        self.kb = kb
        self.space = Space(kb)
        self._kinds = {rule.code: rule.kind for rule in kb.rules}
        self._silencers = {rule.code: (rule, winners) for rule, winners in kb.silencers}
        self._silenced = {rule.code: rule.replaces for rule in kb.rules if rule.replaces}
        conclusions, after = kb.evaluator.run_in(memory)
        self.now = self.standing(conclusions, after)

    def after(self, changes: Mapping[Address, Value]) -> Standing:
        """Return where the project would stand with some facts set."""
        memory = self.now.memory
        for key, value in changes.items():
            memory = with_value(memory, key, value, self.kb)
        return self.following(self.now, memory, changes)

    def effects(self, unknown: Unknown) -> tuple[Effect, ...]:
        """Return what each value of an unknown fact would change."""
        return tuple([effect for effect, _ in self.told(unknown)])

    def told(self, unknown: Unknown) -> Iterator[tuple[Effect, Mapping[Key, Truth]]]:
        """Yield what each value of an unknown fact would change, with the outcomes that it would settle."""
        for value in unknown.values:
            there = self.shift(unknown.key, value)
            added = _worst_first([self.reported(key, severity) for key, severity in there.came.items()])
            cleared = _worst_first([self.reported(key, severity) for key, severity in there.went.items()])
            yield Effect(value, there.verdict, added, cleared, len(there.told)), there.told

    def shift(self, key: Address, value: Value) -> Shift:
        """Return what setting an unknown fact would make different."""
        then, keys = self._following(self.now, with_value(self.now.memory, key, value, self.kb), (key,))
        before, after = self.now.remaining, then.remaining
        outcomes, settled = self.now.conclusions.outcomes, then.conclusions.outcomes
        return Shift(
            then.verdict,
            {one: after[one] for one in keys if one in after and before.get(one) != after[one]},
            {one: before[one] for one in keys if one in before and one not in after},
            {
                one: truth
                for one in keys
                if outcomes.get(one, False) is None and (truth := settled.get(one, False)) is not None
            },
        )

    def unknowns(self) -> dict[Address, Unknown]:
        """Return every unknown fact of the project."""
        return {unknown.key: unknown for unknown in self.space.unknowns(self.now.memory)}

    def reported(self, key: Key, severity: Severity) -> Reported:
        """Return a finding as effects name it."""
        code, element = key
        loop = self.kb.evaluator.by_code[code].rule.loop
        subject = None if loop is None or element is None else subject_of(loop.source, {"id": element})
        return Reported(code, subject, severity)

    def possible(self, key: Key) -> list[Severity]:
        """Return the severities that an outcome could have by what is known now."""
        compiled = self.kb.evaluator.by_code[key[0]]
        loop = compiled.rule.loop
        if loop is None:
            return possible_severities(compiled, self.now.memory, {})
        element = self.now.memory.element(loop.source, key[1])
        if element is None:
            return [severity for severity, _ in compiled.severities]
        return possible_severities(compiled, self.now.memory, {loop.variable: element})

    def standing(self, conclusions: Conclusions, memory: WorkingMemory) -> Standing:
        """Return where a project stands after a run."""
        remaining: dict[Key, Severity] = {}
        counted = dict.fromkeys(SEVERITIES, 0)
        for key in conclusions.severities:
            self._count(key, conclusions, remaining, counted)
        return self._standing(memory, conclusions, remaining, counted)

    def following(self, before: Standing, memory: WorkingMemory, changed: Iterable[Address]) -> Standing:
        """Return where a project stands after a change.

        Args:
            before: Where it stood.
            memory: The working memory of `before` with the change.
            changed: The changed facts (a list's path for its elements).
        """
        return self._following(before, memory, changed)[0]

    def _following(
        self, before: Standing, memory: WorkingMemory, changed: Iterable[Address]
    ) -> tuple[Standing, Collection[Key]]:
        """Return where a project stands after a change, and the outcomes that may be others than before."""
        found = rerun(self.kb.evaluator, memory, changed, before.conclusions, before.tallies)
        if found.anew is None:
            then = self.standing(found.conclusions, found.memory)
            return then, {**before.conclusions.outcomes, **found.conclusions.outcomes}
        keys = self._touched(found.anew, before.conclusions, found.conclusions)
        remaining, counted = dict(before.remaining), dict(before.counted)
        for key in keys:
            severity = remaining.pop(key, None)
            if severity is not None and self._kinds[key[0]] == "finding":
                counted[severity] -= 1
            self._count(key, found.conclusions, remaining, counted)
        return self._standing(found.memory, found.conclusions, remaining, counted), keys

    def _touched(self, anew: Mapping[Key, Truth], before: Conclusions, after: Conclusions) -> Collection[Key]:
        """Return outcomes that were concluded anew, with those that they replace or replaced."""
        came_or_went = {
            key[0]
            for key, truth in anew.items()
            if key[0] in self._silenced and (truth is True) is not (before.outcomes.get(key) is True)
        }
        if not came_or_went:
            return anew.keys()
        silenced = {code for winner in came_or_went for code in self._silenced[winner]}
        return {**dict.fromkeys(key for key in after.severities if key[0] in silenced), **anew}

    def _count(
        self, key: Key, conclusions: Conclusions, remaining: dict[Key, Severity], counted: dict[Severity, int]
    ) -> None:
        """Count a finding if it holds, nothing replaces it, and no decision leaves it out."""
        severity = conclusions.severities.get(key)
        kind = self._kinds[key[0]]
        if severity is None or kind == "strength" or key in self.waived or (key[0], None) in self.waived:
            return
        rule, winners = self._silencers.get(key[0], (None, ()))
        if rule is not None and silencer(rule, key[1], winners, conclusions) is not None:
            return
        remaining[key] = severity
        if kind == "finding":
            counted[severity] += 1

    def _standing(
        self,
        memory: WorkingMemory,
        conclusions: Conclusions,
        remaining: Mapping[Key, Severity],
        counted: Mapping[Severity, int],
    ) -> Standing:
        missing = bool(missing_facts(self.kb, memory))
        verdict = verdict_of((severity for severity, number in counted.items() if number), missing, self.kb)
        tallies = Tallies(memory, self.kb.evaluator.dependencies)
        return Standing(memory, conclusions, remaining, verdict, counted, tallies)


def _worst_first(found: list[Reported]) -> tuple[Reported, ...]:
    return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.code, one.subject or "")))
