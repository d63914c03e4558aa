"""The smallest change: the least set of facts that must change for a better verdict, and all sets of that size.

Exact within what it considers, by branch and bound: some fact of an offending outcome's sufficient reason must change,
so trying every one of them misses no solution, and a bound from reasons that share no fact cuts what cannot be least.
Considered are facts that people can change (not what has happened, nor how large a city is), unknown facts being
found out, one new element in a list, and dropping the plan element that a finding is about. Every set that is returned
was run. Effort is counted in classes of the vocabulary; their weights are ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..assess.run import Reviewer
from ..assess.verdict import missing_facts
from ..evaluate.reasons import Reasons
from ..evaluate.support import FactKey, Support
from ..facts.conclusions import Key
from ..facts.memory import WorkingMemory
from ..knowledge.model import SEVERITIES, Severity, Verdict
from .changes import Change, apply_change, changes_of
from .effects import VERDICTS, Standing, WhatIf

LIMIT_SETS = 5
"""Least sets that are returned at most."""
_LIMIT_RUNS = 4_000
_BARRED: dict[Verdict, Severity | None] = {
    "proceed": "major", "revise": "blocker", "insufficient_information": "blocker", "hold": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Improvement:
    """What it takes to reach a verdict.

    Attributes:
        wanted: The verdict to reach.
        effort: The effort of each set; None when no set was found.
        sets: Least sets of changes, each verified by a run; empty when the verdict holds already or cannot be reached.
        exhaustive: True when the search proved that nothing less does; False when it gave up at its limit.
    """

    wanted: Verdict
    effort: int | None
    sets: tuple[tuple[Change, ...], ...]
    exhaustive: bool


def next_better(verdict: Verdict) -> Verdict:
    """Return the next better verdict that a project can be given.

    >>> next_better("hold"), next_better("revise")
    ('revise', 'proceed')
    """
    return "revise" if verdict in ("hold", "insufficient_information") else "proceed"


def improve(reviewer: Reviewer, memory: WorkingMemory, wanted: Verdict | None = None) -> Improvement:
    """Find the least sets of changes that reach a verdict.

    Args:
        reviewer: The compiled knowledge base.
        memory: The project's stated facts.
        wanted: The verdict to reach; the next better one when left out.
    """
    what_if = WhatIf(reviewer, memory)
    goal = wanted or next_better(what_if.now.verdict)
    if VERDICTS.index(what_if.now.verdict) >= VERDICTS.index(goal):
        return Improvement(goal, 0, (), True)
    return _Search(reviewer, what_if, goal).run(memory)


@dataclass(slots=True)
class _State:
    """A node of the search: the stated facts, the run with them, and the changes so far."""

    memory: WorkingMemory
    standing: Standing
    changes: tuple[Change, ...] = ()
    effort: int = 0
    touched: frozenset[FactKey] = field(default_factory=frozenset)


class _Search:
    """Iterative deepening over the effort."""

    def __init__(self, reviewer: Reviewer, what_if: WhatIf, wanted: Verdict) -> None:
        self.reviewer = reviewer
        self.kb = reviewer.kb
        self.what_if = what_if
        self.wanted = wanted
        barred = _BARRED[wanted]
        self.barred = set(SEVERITIES[: SEVERITIES.index(barred) + 1]) if barred else set()
        self.kinds = {rule.code: rule.kind for rule in self.kb.rules}
        self.runs = 0
        self.found: dict[frozenset[FactKey], tuple[tuple[int, ...], tuple[Change, ...]]] = {}
        self.told = {key for key, truth in what_if.now.conclusions.outcomes.items() if truth is not None}

    def run(self, memory: WorkingMemory) -> Improvement:
        start = _State(memory, self.what_if.now)
        limit = self._bound(start)
        while self.runs < _LIMIT_RUNS and limit is not None:
            following = self._deepen(start, limit)
            if self.found:
                best = sorted(self.found.values(), key=lambda one: (one[0], str(one[1])))
                sets = tuple(changes for _, changes in best[:LIMIT_SETS])
                return Improvement(self.wanted, limit, sets, self.runs < _LIMIT_RUNS)
            limit = following
        return Improvement(self.wanted, None, (), self.runs < _LIMIT_RUNS)

    def _deepen(self, state: _State, limit: int) -> int | None:
        """Search below a node within an effort; return the least effort above the limit that was cut off."""
        offenders = self._offenders(state)
        if not offenders:
            self._keep(state)
            return None
        bound = self._bound_of(state, offenders)
        if bound is None:
            return None
        if bound > limit:
            return bound
        cut: int | None = None
        affordable = []
        for change in min(offenders, key=len):
            reached = state.effort + change.effort
            if reached <= limit:
                affordable.append(self._after(state, change))
            else:
                cut = reached if cut is None else min(cut, reached)
        # The values that leave the fewest findings first: among equal sets the first that is met is the best.
        for following in sorted(affordable, key=_findings_left):
            if self.runs >= _LIMIT_RUNS or len(self.found) >= 4 * LIMIT_SETS:
                return cut
            below = self._deepen(following, limit)
            if below is not None:
                cut = below if cut is None else min(cut, below)
        return cut

    def _keep(self, state: _State) -> None:
        """Keep a solution; of those that change the same facts, the one that leaves the fewest findings."""
        changes = tuple(sorted(state.changes, key=lambda change: str(change.key)))
        solution = _findings_left(state), changes
        facts = frozenset(change.key for change in changes)
        if facts not in self.found or solution[0] < self.found[facts][0]:
            self.found[facts] = solution

    def _after(self, state: _State, change: Change) -> _State:
        self.runs += 1
        memory = apply_change(state.memory, change, self.kb)
        conclusions, after = self.reviewer.evaluator.rerun(
            apply_change(state.standing.memory, change, self.kb), (change.fact,), state.standing.conclusions
        )
        standing = self.what_if.standing(conclusions, after)
        touched = state.touched | {change.key}
        return _State(memory, standing, (*state.changes, change), state.effort + change.effort, touched)

    def _offenders(self, state: _State) -> list[list[Change]]:
        """Return, for each outcome that bars the wanted verdict, the changes one of which is needed."""
        support = Support(self.reviewer.evaluator, state.standing.memory)
        reasons = Reasons(support)
        found: list[list[Change]] = []
        for key in self._barring(state):
            rule = self.reviewer.evaluator.by_code[key[0]]
            loop = rule.rule.loop
            if loop is None or key[1] is None:
                keys = reasons.of(rule.when, {})
                own = None
            else:
                element = next(one for one in state.standing.memory.elements[loop.source] if one["id"] == key[1])
                keys = reasons.of(rule.when, {loop.variable: element})
                for _, severity in rule.severities:
                    keys |= reasons.of(severity, {loop.variable: element}) if severity is not None else frozenset()
                own = loop.source, key[1]
            found.append(list(self._changes(keys, own, state)))
        if self.wanted != "hold":
            for fact in missing_facts(self.kb, self.reviewer.must_know, state.standing.memory):
                found.append(list(self._changes(frozenset({fact}), None, state)))
        return found

    def _barring(self, state: _State) -> list[Key]:
        """Return the findings that bar the verdict, and outcomes that were told before and are not any more."""
        outcomes = state.standing.conclusions.outcomes
        barring = [
            key
            for key, severity in state.standing.remaining.items()
            if severity in self.barred and self.kinds[key[0]] == "finding"
        ]
        forgotten = [key for key in self.told if outcomes.get(key, False) is None and self.kinds[key[0]] == "finding"]
        return [*barring, *sorted(forgotten, key=str)]

    def _changes(self, keys: frozenset[FactKey], own: tuple[str, str] | None, state: _State) -> Iterator[Change]:
        for key in sorted(keys, key=str):
            if key not in state.touched:
                yield from changes_of(key, own, state.standing.memory, self.what_if.space)

    def _bound(self, state: _State) -> int | None:
        return self._bound_of(state, self._offenders(state))

    def _bound_of(self, state: _State, offenders: list[list[Change]]) -> int | None:
        """Return the least effort that is certainly needed; None when some offender cannot be changed at all."""
        bound = state.effort
        used: set[FactKey] = set()
        for changes in sorted(offenders, key=len):
            if not changes:
                return None
            keys = {change.key for change in changes}
            if not keys & used:
                used |= keys
                bound += min(change.effort for change in changes)
        return bound


def _findings_left(state: _State) -> tuple[int, ...]:
    """Return how many findings of each severity remain, worst first."""
    severities = list(state.standing.remaining.values())
    return tuple(severities.count(severity) for severity in SEVERITIES)
