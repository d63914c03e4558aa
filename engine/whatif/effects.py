"""What each answer to a question would change: the verdict, findings that come or go, questions that are settled.

No probabilities: every value that rules can tell apart is tried with everything else as it is, and the consequence is
told as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from ..account.alike import Alike
from ..assess.completions import Judgement, Reach
from ..assess.space import Space, Unknown, measured_facts, step_of, with_value, with_values
from ..assess.verdict import missing_facts, rivals, silencer, touched, verdict_of
from ..compiled import CompiledKnowledgeBase
from ..evaluate.rerun import Rerun, rerun
from ..knowledge.model import GRADES, SEVERITIES, Grade, Severity, Verdict, is_upcoming, severity_of
from ..language.tree import read_in
from ..language.truth import Truth
from ..project.address import Address, source_and_id, subject_of_outcome
from ..project.memory import Conclusions, Key, Value, WorkingMemory
from ..project.outline import made_once


class Reported(Struct, frozen=True):
    """A finding as an effect names it.

    Attributes:
        severity: Its severity then.
        was: Its severity now, None where it is not there now.
    """

    code: str
    subject: str | None
    severity: Severity
    was: Severity | None = None


class Effect(Struct, frozen=True):
    """What one answer would change.

    Attributes:
        added: Findings that would come, or be of another severity, worst first.
        cleared: Findings that would go.
        settled: How many outcomes that cannot be told now would be told.
        firm: Whether no answer that is missing then could still make the verdict worse, of one that has another name until then.
    """

    value: Value
    verdict: Verdict
    added: tuple[Reported, ...]
    cleared: tuple[Reported, ...]
    settled: int
    firm: bool = True


class Standing(Struct, frozen=True, dict=True):
    """Where a project stands.

    Attributes:
        memory: The working memory after the run.
        remaining: The findings that nothing replaces and no decision leaves out; predictions too, strengths and what is
            not due yet not.
        counted: How many of the remaining ones count for the verdict, by severity.
        missing: Whether a fact is unknown that a verdict needs.
    """

    memory: WorkingMemory
    conclusions: Conclusions
    remaining: Mapping[Key, Severity]
    counted: Mapping[Severity, int]
    missing: bool
    what_if: WhatIf

    @cached_property
    def reach(self) -> Reach:
        """Which verdicts its completions reach."""
        return Reach(self.what_if.kb, self.memory, self.what_if.waived)

    @cached_property
    def judgement(self) -> Judgement:
        """The verdict, and what makes it worse than what is found, where it is."""
        return self.what_if.judged(self.counted, self.missing, self.reach)

    @property
    def verdict(self) -> Verdict:
        """The verdict."""
        return self.judgement.verdict

    @cached_property
    def _possible(self) -> dict[str, Mapping[Key, frozenset[Grade]]]:
        """By the code of a rule, the severities that its outcomes could have, whatever becomes known; of those that were asked."""
        return {}

    def at_worst(self, key: Key) -> Severity:
        """Return how grave a finding that cannot be told could be at worst."""
        grades = [grade for grade, _ in self.what_if.kb.evaluator.by_code[key[0]].severities]
        possible: Iterable[Grade] = grades
        if len(grades) > 1:
            if key[0] not in self._possible:  # what else is certain is not asked
                self._possible[key[0]] = self.what_if.kb.strict.of([key[0]]).run(self.memory).possible
            possible = self._possible[key[0]].get(key, grades)
        return severity_of(min(possible, key=GRADES.index))

    @property
    def known(self) -> Verdict:
        """The verdict that the findings and the must-know facts give, whatever other unknown facts could still say."""
        return self.what_if.verdict_of(self.counted, self.missing)


class Shift(Struct, frozen=True):
    """What setting a fact makes different.

    Attributes:
        came: Findings that come, or come with another severity.
        went: Findings that go.
        told: Outcomes that could not be told and now are; False where there is none any more. What is not due yet is not
            among them.
        firm: As of an `Effect`.
    """

    verdict: Verdict
    came: Mapping[Key, Severity]
    went: Mapping[Key, Severity]
    told: Mapping[Key, Truth]
    firm: bool


class WhatIf:
    """Tries values of unknown facts on one project.

    Attributes:
        stated: The stated facts of the project.
        now: Where it stands.
    """

    def __init__(
        self, kb: CompiledKnowledgeBase, memory: WorkingMemory, waived: Mapping[Key, bool] | None = None
    ) -> None:
        """Run the project as it is; what `waivers.waived_keys` returns does not count for the verdict."""
        self.waived = waived or {}
        self.kb = kb
        self.stated = memory
        self.space = Space(kb)
        self._kinds = {rule.code: rule.kind for rule in kb.rules}
        self._demanded = frozenset(
            {must.fact for must in kb.verdict.must_know}
            | read_in(must.when for must in kb.verdict.must_know if must.when is not None)
        )
        conclusions, after = kb.evaluator.run_in(memory)
        self.now = self.standing(conclusions, after)
        self._shifts: dict[tuple[Address, Value], Shift] = {}

    def after(self, changes: Mapping[Address, Value]) -> Standing:
        """Return where the project would stand with some facts set."""
        return self.following(self.now, with_values(self.now.memory, changes, self.kb), changes)

    def effects(self, unknown: Unknown) -> tuple[Effect, ...]:
        """Return what each value of an unknown fact would change."""
        tried = {value: self.shift(unknown.key, value) for value in unknown.values}
        if unknown.fact in made_once(self.kb, measured_facts):
            tried = self._with_turns(unknown.key, tried)
        return tuple([self._effect(value, there) for value, there in tried.items()])

    def _with_turns(self, key: Address, tried: Mapping[Value, Shift]) -> dict[Value, Shift]:
        """Return numbers that were tried, in their order, with those at which something turns between two of them."""
        step = step_of(self.kb.vocabulary.facts[key.fact])
        found = {float(value): there for value, there in tried.items()}  # type: ignore[arg-type]
        between = list(pairwise(sorted(found)))
        while between:
            low, high = between.pop()
            steps = round((high - low) / step)
            if steps > 1 and not _alike(found[low], found[high]):
                middle = round(low + steps // 2 * step, 2)
                found[middle] = self.shift(key, middle)
                between += [(low, middle), (middle, high)]
        points = sorted(found)
        turns = {one for low, high in pairwise(points) if not _alike(found[low], found[high]) for one in (low, high)}
        return {point: found[point] for point in points if point in turns or point in tried}

    def _effect(self, value: Value, there: Shift) -> Effect:
        was = self.now.remaining
        added = _worst_first([self.reported(key, severity, was.get(key)) for key, severity in there.came.items()])
        cleared = _worst_first([self.reported(key, severity) for key, severity in there.went.items()])
        return Effect(value, there.verdict, added, cleared, len(there.told), there.firm)

    @cached_property
    def alike(self) -> Alike:
        """Which elements are alike."""
        return Alike(self.now.memory, self.kb.evaluator, (name for _, name in self.waived if name is not None))

    def shift(self, key: Address, value: Value) -> Shift:
        """Return what setting a fact would make different; elements that are alike are tried once."""
        exchange = self.alike.exchange(key.subject)
        if exchange is not None:
            there = self.shift(exchange.address(key), exchange.value(key.fact, value))
            keyed = exchange.keyed
            return Shift(there.verdict, keyed(there.came), keyed(there.went), keyed(there.told), there.firm)
        if not self.alike.stands_for_others(key.subject):
            return self.shift_from(self.now, key, value)
        if (key, value) not in self._shifts:
            self._shifts[key, value] = self.shift_from(self.now, key, value)
        return self._shifts[key, value]

    def shift_from(self, before: Standing, key: Address, value: Value) -> Shift:
        """Return what setting a fact would make different from where a project stands."""
        then = self._follow(before, with_value(before.memory, key, value, self.kb), (key,))
        outcomes = before.conclusions.outcomes
        near = (before.reach, {key: value}) if self.is_unknown(key, before.memory) else None
        reach = Reach(self.kb, then.found.memory, self.waived, near=near)
        verdict = self.judged(then.counted, then.missing, reach).verdict
        return Shift(
            verdict,
            {one: new for one, new in then.remaining.items() if new is not None and before.remaining.get(one) != new},
            {one: old for one, new in then.remaining.items() if new is None and (old := before.remaining.get(one))},
            {
                one: truth
                for one in then.remaining
                if outcomes.get(one, False) is None
                and (truth := then.found.outcomes.get(one, False)) is not None
                and not self.kb.rule(one[0]).comes_later(then.found.memory.project.get(self.kb.verdict.phase or ""))
            },
            verdict not in self.kb.verdict.unsettled_labels or reach.range(look=False).worst == verdict,
        )

    def found(self, outcome: Key, before: Standing, key: Address, value: Value) -> Severity | None:
        """Return the severity of one finding that would remain with a fact set, None where it would not; nothing else is judged."""
        memory = with_value(before.memory, key, value, self.kb)
        part = self.kb.evaluator.of([outcome[0], *(code for code, _ in rivals(outcome, self.kb))])
        then = rerun(part, memory, (key,), before.conclusions, about=outcome[1], was=before.memory)
        grade = then.severity(outcome)
        return None if grade is None or not self._remains(outcome, then.severity) else severity_of(grade)

    def is_unknown(self, key: Address, memory: WorkingMemory) -> bool:
        """Tell whether nothing is known of a fact."""
        definition = self.kb.vocabulary.facts.get(key.fact)
        if definition is None:
            return key.fact not in memory.elements
        if definition.source is None:
            return not memory.knows(key.fact)
        element = memory.element(definition.source, source_and_id(key.subject or "")[1])
        return element is not None and definition.attribute not in element

    def verdict_of(self, counted: Mapping[Severity, int], missing: bool) -> Verdict:
        """Return the verdict that counts and must-know facts give."""
        return verdict_of((severity for severity, number in counted.items() if number), missing, self.kb)

    def judged(self, counted: Mapping[Severity, int], missing: bool, reach: Reach) -> Judgement:
        """Return the verdict: what could still come is looked for only where it matters."""
        return reach.judged(self.verdict_of(counted, missing), self.verdict_of(counted, True))

    def unknowns(self) -> dict[Address, Unknown]:
        """Return every unknown fact of the project."""
        return {unknown.key: unknown for unknown in self.space.unknowns(self.now.memory)}

    def reported(self, key: Key, severity: Severity, was: Severity | None = None) -> Reported:
        """Return a finding as effects name it."""
        return Reported(key[0], subject_of_outcome(key, self.kb), severity, was)

    def standing(self, conclusions: Conclusions, memory: WorkingMemory) -> Standing:
        """Return where a project stands after a run."""
        grades = conclusions.severities
        remaining = {key: severity_of(grade) for key, grade in grades.items() if self._remains(key, grades.get)}
        counted = dict.fromkeys(SEVERITIES, 0)
        self._count(remaining.items(), 1, counted)
        missing = bool(missing_facts(self.kb, memory))
        return Standing(memory, conclusions, remaining, counted, missing, self)

    def following(self, before: Standing, memory: WorkingMemory, changed: Iterable[Address]) -> Standing:
        """Return where a project stands in a memory in which some facts are changed (a list's path for its elements)."""
        then = self._follow(before, memory, changed)
        remaining = dict(before.remaining)
        for key, severity in then.remaining.items():
            remaining.pop(key, None)
            if severity is not None:
                remaining[key] = severity
        found = then.found
        return Standing(found.memory, found.conclusions, remaining, then.counted, then.missing, self)

    def _follow(self, before: Standing, memory: WorkingMemory, changed: Iterable[Address]) -> _Then:
        """Return where a project stands after a change, as far as it may stand otherwise than before."""
        found = rerun(self.kb.evaluator, memory, changed, before.conclusions, was=before.memory)
        if found.anew is None:
            keys: Collection[Key] = {**before.conclusions.outcomes, **found.outcomes}
        else:
            keys = touched(found.anew, before.conclusions.outcomes, memory, self.kb)
        remaining: dict[Key, Severity | None] = {}
        for key in keys:
            grade = found.severity(key)
            remains = grade is not None and self._remains(key, found.severity)
            remaining[key] = severity_of(grade) if grade is not None and remains else None
        counted = dict(before.counted)
        self._count(((key, before.remaining.get(key)) for key in keys), -1, counted)
        self._count(remaining.items(), 1, counted)
        asked_anew = found.anew is None or not self._demanded.isdisjoint(found.changed)
        missing = bool(missing_facts(self.kb, found.memory)) if asked_anew else before.missing
        return _Then(found, remaining, counted, missing)

    def _remains(self, key: Key, grade_of: Callable[[Key], Grade | None]) -> bool:
        """Tell whether something that holds is a due finding that nothing replaces and no decision leaves out."""
        if self._kinds[key[0]] == "strength" or is_upcoming(grade_of(key)):
            return False
        if key in self.waived or (key[0], None) in self.waived:
            return False
        return silencer(key, self.kb, grade_of) is None

    def _count(
        self, findings: Iterable[tuple[Key, Severity | None]], number: int, counted: dict[Severity, int]
    ) -> None:
        """Add findings that count for the verdict to how many there are of each severity, or take them off."""
        for (code, _), severity in findings:
            if severity is not None and self._kinds[code] == "finding":
                counted[severity] += number


class _Then(Struct, frozen=True):
    """Where a project stands after a change, as far as it may stand otherwise than before.

    Attributes:
        remaining: The severity of each finding that remains, None for an outcome that is none or none any more.
    """

    found: Rerun
    remaining: Mapping[Key, Severity | None]
    counted: Mapping[Severity, int]
    missing: bool


def _alike(one: Shift, other: Shift) -> bool:
    return (one.verdict, one.came, one.went) == (other.verdict, other.came, other.went)


def _worst_first(found: list[Reported]) -> tuple[Reported, ...]:
    return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.code, one.subject or "")))
