"""What each answer to a question would change: the verdict, findings that come or go, questions that are settled.

No probabilities: every value that rules can tell apart is tried with everything else as it is, and the consequence is
told as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ..assess.run import Reviewer
from ..assess.verdict import missing_facts, replaced, verdict_of
from ..evaluate.support import FactKey, subject_of
from ..facts.conclusions import Conclusions, Key
from ..facts.memory import Value, WorkingMemory
from ..knowledge.model import SEVERITIES, Severity, Verdict
from ..language.records import dataclass
from .space import Space, Unknown, with_value

VERDICTS: tuple[Verdict, ...] = ("hold", "insufficient_information", "revise", "proceed")
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding as an effect names it: code, subject, severity."""

    code: str
    subject: str | None
    severity: Severity


@dataclass(frozen=True, slots=True)
class Effect:
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


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a project stands: conclusions, working memory after the run, remaining findings and the verdict."""

    memory: WorkingMemory
    conclusions: Conclusions
    remaining: Mapping[Key, Severity]
    verdict: Verdict


class WhatIf:
    """Tries values of unknown facts on one project."""

    def __init__(self, reviewer: Reviewer, memory: WorkingMemory, waived: Collection[Key] = ()) -> None:
        """Run the project as it is.

        Args:
            reviewer: The compiled knowledge base.
            memory: The project's stated facts.
            waived: Findings that a decision leaves out of the verdict; without an element, every one of the code.
        """
        self.reviewer = reviewer
        self.waived = waived
        self.kb = reviewer.kb
        self.space = Space(reviewer.kb)
        self._kinds = {rule.code: rule.kind for rule in reviewer.kb.rules}
        conclusions, after = reviewer.evaluator.run_in(memory)
        self.now = self.standing(conclusions, after)
        self._undecided = [key for key, truth in conclusions.outcomes.items() if truth is None]

    def after(self, changes: Mapping[FactKey, Value]) -> Standing:
        """Return where the project would stand with some facts set."""
        memory = self.now.memory
        for key, value in changes.items():
            memory = with_value(memory, key, value, self.kb)
        conclusions, memory = self.reviewer.evaluator.rerun(memory, {fact for fact, _ in changes}, self.now.conclusions)
        return self.standing(conclusions, memory)

    def effects(self, unknown: Unknown) -> tuple[Effect, ...]:
        """Return what each value of an unknown fact would change."""
        _, codes = self.reviewer.evaluator.dependencies.reached(unknown.fact)
        undecided = [key for key in self._undecided if key[0] in codes]
        return tuple([self._effect(value, self.after({unknown.key: value}), undecided) for value in unknown.values])

    def unknowns(self) -> dict[FactKey, Unknown]:
        """Return every unknown fact of the project."""
        return {unknown.key: unknown for unknown in self.space.unknowns(self.now.memory)}

    def reported(self, key: Key, severity: Severity) -> Reported:
        """Return a finding as effects name it."""
        code, element = key
        loop = self.kb.rule(code).loop
        subject = None if loop is None or element is None else subject_of(loop.source, {"id": element})
        return Reported(code, subject, severity)

    def standing(self, conclusions: Conclusions, memory: WorkingMemory) -> Standing:
        """Return where a project stands after a run."""
        silenced = replaced(conclusions, self.kb)
        remaining = {
            key: severity
            for key, severity in conclusions.severities.items()
            if key not in silenced and self._kinds[key[0]] != "strength" and not self._is_waived(key)
        }
        counted = (severity for (code, _), severity in remaining.items() if self._kinds[code] == "finding")
        missing = bool(missing_facts(self.kb, self.reviewer.must_know, memory))
        return Standing(memory, conclusions, remaining, verdict_of(counted, missing, self.kb))

    def _is_waived(self, key: Key) -> bool:
        return key in self.waived or (key[0], None) in self.waived

    def _effect(self, value: Value, then: Standing, undecided: Iterable[Key]) -> Effect:
        before, after = self.now.remaining, then.remaining
        added = [self.reported(key, severity) for key, severity in after.items() if before.get(key) != severity]
        cleared = [self.reported(key, severity) for key, severity in before.items() if key not in after]
        outcomes = then.conclusions.outcomes
        settled = sum([outcomes.get(key, False) is not None for key in undecided])
        return Effect(value, then.verdict, _worst_first(added), _worst_first(cleared), settled)


def _worst_first(found: list[Reported]) -> tuple[Reported, ...]:
    return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.code, one.subject or "")))
