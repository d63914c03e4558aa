"""Findings that nearly apply: those that do not hold or cannot be told, by how few facts stand between.

The facts that are named make the finding appear when they are set as told, and fewer facts do not. Found by trying, with
the help of sufficient reasons: one of their facts must change before an outcome can. Facts that nobody can change stay;
lists keep the elements that they have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..account import Accounts
from ..knowledge.model import SEVERITIES, Rule, Severity
from ..language.truth import Truth
from ..project.address import Address, subject_of
from ..project.memory import Key, Value
from .changes import Change, apply_change, changes_of, value_of
from .effects import Standing, WhatIf

FARTHEST = 2
"""Facts between a finding and the project that are looked for at most."""
GRAVE: tuple[Severity, ...] = ("blocker", "major")
"""Severities of which it is told, unasked, what keeps them away."""
_RUNS = 4_000
_RUNS_EACH = 120


class Nearly(Struct, frozen=True):
    """A finding that would appear.

    Attributes:
        severity: The severity that it would have.
        truth: False where its rule does not hold now, None where it cannot be told.
        changes: The facts that would make it appear, with their values.
        now: The value of each of them now, None where it is unknown.
    """

    rule: Rule
    subject: str | None
    severity: Severity
    truth: Truth
    changes: tuple[Change, ...]
    now: tuple[Value | None, ...]

    @property
    def distance(self) -> int:
        """How many facts stand between."""
        return len(self.changes)

    @property
    def unknown(self) -> int:
        """How many of them are unknown."""
        return sum(value is None for value in self.now)


def nearly(what_if: WhatIf, *, farthest: int = FARTHEST) -> tuple[Nearly, ...]:
    """Return the findings that nearly apply: the nearest first, then those that only lack knowledge, then the gravest.

    Args:
        what_if: The project as it is.
        farthest: How many facts may stand between.
    """
    search = _Search(what_if, farthest)
    found = (search.near(key, truth) for key, truth in _candidates(what_if))
    return tuple(sorted((one for one in found if one is not None), key=_order))


def one_away(what_if: WhatIf, most: int) -> tuple[Nearly, ...]:
    """Return grave findings that a single known fact keeps away, the gravest first.

    What is only unknown is not among them: questions tell what their answers would bring.

    Args:
        what_if: The project as it is.
        most: How many kinds of them are enough; the same fact of several elements keeps one kind away.
    """
    search = _Search(what_if, farthest=1)
    off = [(key, what_if.kb.rule(key[0])) for key, truth in _candidates(what_if) if truth is False]
    found: list[Nearly] = []
    kinds: set[tuple[str, str]] = set()
    for severity in GRAVE:
        for key, rule in off:
            if len(kinds) >= most:
                break
            if min((case.severity for case in rule.severities), key=SEVERITIES.index) == severity:
                one = search.near(key, False)
                if one is not None and one.severity in GRAVE:
                    found.append(one)
                    kinds.add((rule.code, one.changes[0].fact))
    return tuple(sorted(found, key=_order))


def _candidates(what_if: WhatIf) -> Iterator[tuple[Key, Truth]]:
    """Yield what could become a finding and is none."""
    for key, truth in what_if.now.conclusions.outcomes.items():
        rule = what_if.kb.rule(key[0])
        if truth is not True and rule.kind == "finding" and not (rule.loop is not None and key[1] is None):
            yield key, truth


def _order(one: Nearly) -> tuple[int, int, int, str, str]:
    known = one.distance - one.unknown
    return one.distance, known, SEVERITIES.index(one.severity), one.rule.code, one.subject or ""


class _Search:
    """Looks for the nearest facts, and remembers what each single change leads to."""

    def __init__(self, what_if: WhatIf, farthest: int) -> None:
        self.what_if = what_if
        self.evaluator = what_if.kb.evaluator
        self.farthest = farthest
        self.runs = 0
        self._first: dict[Change, Standing] = {}
        self._accounts = Accounts(self.evaluator, what_if.now.memory)

    def near(self, key: Key, truth: Truth) -> Nearly | None:
        """Return an outcome with the fewest changes that make it a finding; None when none is within the limits."""
        nearest = self.nearest(key)
        if nearest is None:
            return None
        changes, severity = nearest
        kb, memory = self.what_if.kb, self.what_if.now.memory
        rule = kb.rule(key[0])
        subject = subject_of(rule.loop.source, {"id": key[1] or ""}) if rule.loop is not None else None
        now = tuple(value_of(change.key, memory, kb) for change in changes)
        return Nearly(rule, subject, severity, truth, changes, now)

    def nearest(self, key: Key) -> tuple[tuple[Change, ...], Severity] | None:
        """Return the fewest changes that make a finding appear, with its severity then; None within the limits."""
        now = self.what_if.now
        facts = self._facts(key, what=None)
        first = [change for fact in facts for change in changes_of(fact, now.memory, self.what_if.space)]
        for change in sorted(first, key=self._edits):
            standing = self._changed(change)
            if key in standing.remaining:
                return (change,), standing.remaining[key]
        if self.farthest < 2:
            return None
        end = self.runs + _RUNS_EACH
        for change in first:
            standing = self._changed(change)
            for second, after in self._after(change, standing, key):
                if key in after.remaining:
                    return (change, second), after.remaining[key]
                if self.runs >= min(end, _RUNS):
                    return None
        return None

    def _facts(self, key: Key, what: Standing | None) -> Sequence[Address]:
        """Return the facts one of which must change before the outcome can."""
        accounts = self._accounts if what is None else Accounts(self.evaluator, what.memory)
        account = accounts.of_outcome(key)
        assert account is not None
        return sorted((fact for fact in account.reason() if fact[0] not in self.what_if.kb.vocabulary.lists), key=repr)

    def _changed(self, change: Change) -> Standing:
        """Return where a change of the project as it is leads."""
        if change not in self._first:
            self._first[change] = self._standing(change, self.what_if.now)
        return self._first[change]

    def _after(self, change: Change, standing: Standing, key: Key) -> Iterator[tuple[Change, Standing]]:
        for fact in self._facts(key, standing):
            if fact == change.key:
                continue
            for second in changes_of(fact, standing.memory, self.what_if.space):
                self.runs += 1
                yield second, self._standing(second, standing)

    def _standing(self, change: Change, before: Standing) -> Standing:
        memory = apply_change(before.memory, change, self.what_if.kb)
        return self.what_if.following(before, memory, (change.key,))

    def _edits(self, change: Change) -> tuple[bool, int, str, str]:
        """Prefer finding out to changing, and few single values of a set to many."""
        now = value_of(change.key, self.what_if.now.memory, self.what_if.kb)
        size = 0
        if isinstance(change.value, frozenset):
            size = len(change.value ^ (now if isinstance(now, frozenset) else frozenset()))
        return not change.found_out, size, change.fact, change.subject or ""
