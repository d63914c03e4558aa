"""Findings that nearly apply: those that do not hold or cannot be told, by how few facts stand between.

The facts that are named make the finding appear when they are set as told, and fewer facts do not. Found by trying, with
the help of sufficient reasons: one of their facts must change before an outcome can. Facts that nobody can change stay;
lists keep the elements that they have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from ..account import Accounts
from ..knowledge.model import SEVERITIES, Rule, Severity
from ..language.truth import Truth
from ..project.address import Address, subject_of_outcome
from ..project.memory import Key, Value
from .changes import Change, changes_of, exchanged, held, value_of
from .effects import Standing, WhatIf

FARTHEST = 2
"""Facts between a finding and the project that are looked for at most."""
GRAVE: tuple[Severity, ...] = ("blocker", "major")
"""Severities of which it is told, unasked, what keeps them away."""
_TRIED, _TRIED_EACH, _TRIED_ALWAYS = 1_200_000, 1_000, 40
"""Single changes that are tried, times the elements; for one outcome; and after all of them for those with no more than that.

Sets of very many elements can be changed in ever so many ways.
"""
_RUNS = 4_000
_RUNS_EACH = 120
_KEPT = 200_000
"""Outcomes that are kept of single changes, from which second ones start."""


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


def nearly(what_if: WhatIf) -> tuple[Nearly, ...]:
    """Return the findings that nearly apply: the nearest first, then those that only lack knowledge, then the gravest."""
    search = _Search(what_if, FARTHEST)
    found = (search.near(key, truth) for key, truth in _candidates(what_if))
    return tuple(sorted((one for one in found if one is not None), key=_order))


def one_away(what_if: WhatIf, most: int) -> tuple[Nearly, ...]:
    """Return grave findings that a single known fact keeps away, the gravest first.

    Once there are so many kinds of them, no more are looked for; the same fact of several elements keeps one kind away.

    What is only unknown is not among them: questions tell what their answers would bring.
    """
    search = _Search(what_if, farthest=1)
    off = [(key, what_if.kb.rule(key[0])) for key, truth in _candidates(what_if) if truth is False]
    found: list[Nearly] = []
    kinds: set[tuple[str, str]] = set()
    for severity in GRAVE:
        for key, rule in off:
            if len(kinds) >= most:
                break
            if rule.worst == severity:
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
    """Looks for the nearest facts, and remembers which findings each single change brings."""

    def __init__(self, what_if: WhatIf, farthest: int) -> None:
        self.what_if = what_if
        self.evaluator = what_if.kb.evaluator
        self.farthest = farthest
        self.runs = 0
        self.begun = 0
        self.left = _TRIED // (1 + sum(map(len, what_if.stated.elements.values())))
        self._standings: dict[Change, Standing] = {}
        self._room = _KEPT
        self._found: dict[Key, tuple[tuple[Change, ...], Severity] | None] = {}
        self._accounts = Accounts(self.evaluator, what_if.now.memory)

    def near(self, key: Key, truth: Truth) -> Nearly | None:
        """Return an outcome with the fewest changes that make it a finding; None when none is within the limits."""
        kb, memory = self.what_if.kb, self.what_if.now.memory
        rule, subject = kb.rule(key[0]), subject_of_outcome(key, self.what_if.kb)
        exchange = self.what_if.alike.exchange(subject)
        first = key if exchange is None else next(iter(exchange.keyed({key: None})))
        if first not in self._found:
            self._found[first] = self.nearest(first)
        nearest = self._found[first]
        if nearest is None:
            return None
        changes, severity = nearest
        if exchange is not None:
            changes = tuple(exchanged(change, exchange) for change in changes)
        now = tuple(value_of(change.key, memory, kb) for change in changes)
        return Nearly(rule, subject, severity, truth, changes, now)

    def nearest(self, key: Key) -> tuple[tuple[Change, ...], Severity] | None:
        """Return the fewest changes that make a finding appear, with its severity then; None within the limits."""
        now = self.what_if.now
        facts = self._apart(self._facts(key, what=None), subject_of_outcome(key, self.what_if.kb))
        every = (change for fact in facts for change in changes_of(fact, now.memory, self.what_if.space))
        first = list(islice(every, _TRIED_EACH))
        if len(first) > max(self.left, _TRIED_ALWAYS):
            return None
        for change in sorted(first, key=self._edits):
            self.left -= 1
            assert change.value is not None
            severity = self.what_if.found(key, now, change.key, change.value)
            if severity is not None:
                return (change,), severity
        if self.farthest < 2:
            return None
        end = min(self.runs + _RUNS_EACH, _RUNS)
        for change in first:
            if self.runs >= end or self.begun >= _RUNS:
                return None
            self.begun += 1
            for second, severity in self._after(change, key):
                if severity is not None:
                    return (change, second), severity
                if self.runs >= end:
                    return None
        return None

    def _facts(self, key: Key, what: Standing | None) -> Sequence[Address]:
        """Return the facts one of which must change before the outcome can."""
        accounts = self._accounts if what is None else Accounts(self.evaluator, what.memory, self._accounts)
        account = accounts.of_outcome(key)
        assert account is not None
        return sorted((fact for fact in account.reason() if fact[0] not in self.what_if.kb.vocabulary.lists), key=repr)

    def _apart(self, facts: Iterable[Address], *own: str | None) -> Sequence[Address]:
        """Return facts without those that differ from another one only in elements that are alike, save some subjects."""
        first_like, found = self.what_if.alike.first_like, dict[tuple[str, str | None, bool], Address]()
        for fact in facts:
            found.setdefault((fact.fact, first_like(fact.subject), fact.subject in own), fact)
        return list(found.values())

    def _changed(self, change: Change) -> Standing:
        """Return where a change of the project as it is leads; a few are remembered, for all of them take much room."""
        found = self._standings.get(change)
        if found is None:
            assert change.value is not None
            found = self.what_if.after({change.key: change.value})
            if self._room > 0:
                self._room -= len(found.conclusions.outcomes)
                self._standings[change] = found
        return found

    def _after(self, change: Change, key: Key) -> Iterator[tuple[Change, Severity | None]]:
        standing = self._changed(change)
        for fact in self._apart(self._facts(key, standing), subject_of_outcome(key, self.what_if.kb), change.subject):
            if fact == change.key:
                continue
            for second in changes_of(fact, standing.memory, self.what_if.space):
                self.runs += 1
                assert second.value is not None
                yield second, self.what_if.found(key, standing, second.key, second.value)

    def _edits(self, change: Change) -> tuple[bool, int, str, str]:
        """Prefer finding out to changing, and few single values of a set to many."""
        size = 0
        if isinstance(change.value, frozenset):
            size = len(change.value ^ held(change.key, self.what_if.now.memory, self.what_if.kb))
        return not change.found_out, size, change.fact, change.subject or ""
