"""What a search among completions is after: that nothing grave is found, or that one grave outcome is certain."""

from __future__ import annotations

from collections.abc import Iterator

from ..evaluate import Compiled
from ..knowledge.model import Grade, Severity, is_upcoming, severity_of
from ..language.completeness import completeness
from ..project.address import Address, subject_of_outcome
from ..project.memory import Key
from .search import Conflict, Ground, first_of
from .verdict import counts, is_replaced, may_be_replaced, rivals, still_coming


class Avoid:
    """That no finding is so grave."""

    upward = True

    def __init__(self, grave: frozenset[Severity]) -> None:
        """Take the severities that are not wanted."""
        self.grave = grave
        self._numbers: dict[frozenset[Grade], int] = {}

    def next(self, ground: Ground) -> Address | Conflict | None:
        """Return the next unknown fact on which a grave finding waits; a conflict where one is certain."""
        waiting: list[Key] = []
        for key, certain in self.waiting(ground):
            if certain:
                return Conflict(_reason(key, ground), frozenset({key}))
            waiting.append(key)
        # The outcome that waits for the fewest facts comes first: whether it can be avoided turns out soonest.
        fewest: frozenset[Address] = frozenset()
        for key in waiting:
            unknown = _unknown(key, ground)
            if unknown and (not fewest or len(unknown) < len(fewest)):
                fewest = unknown
                if len(fewest) == 1:
                    break
        fact = first_of(fewest, ground.kb)
        return (
            fact
            or next((more for key in waiting if (more := _next(key, ground))), None)
            or next(self._growing(ground), None)
        )

    def waiting(self, ground: Ground) -> Iterator[tuple[Key, bool]]:
        """Yield the grave findings that are not ruled out, and whether each is certain."""
        strict, kb = ground.strict, ground.kb
        for key, grades in strict.possible.items():
            grave = self._number(grades)
            if grave and counts(key, ground.kb, ground.waived):
                holds = strict.outcomes.get(key) is True
                if not (holds and is_replaced(key, grades, strict, kb)):
                    yield key, holds and grave == len(grades) and not may_be_replaced(key, strict, kb)

    def _number(self, grades: frozenset[Grade]) -> int:
        """Return how many of some grades are so grave; few sets of grades come again and again."""
        found = self._numbers.get(grades)
        if found is None:
            found = self._numbers[grades] = sum(_counts_as(grade, self.grave) for grade in grades)
        return found

    def _growing(self, ground: Ground) -> Iterator[Address]:
        """Yield the lists to which elements may come about which something grave could be found."""
        lists, facts = ground.kb.vocabulary.lists, ground.kb.vocabulary.facts
        for rule in still_coming(ground.memory, ground.kb):
            assert rule.loop is not None
            path = rule.loop.source
            grave = any(case.severity in self.grave for case in rule.severities)
            closes = completeness(path) in facts or lists[path].complete == "stated"
            if grave and closes and counts((rule.code, None), ground.kb, ground.waived):
                yield Address(path)


class Attain:
    """That one outcome is certain and so grave; if wanted, by the facts of its element alone."""

    upward = False

    def __init__(self, grave: frozenset[Severity], key: Key, *, alone: bool = False) -> None:
        """Take the outcome, how grave it is to be, and whether only facts of its element are set for that."""
        self.grave = grave
        self.key = key
        self.alone = alone

    def next(self, ground: Ground) -> Address | Conflict | None:
        """Return the next unknown fact on which the outcome waits; a conflict where it is ruled out."""
        key, strict, kb = self.key, ground.strict, ground.kb
        truth, grades = strict.outcomes.get(key, False), strict.possible.get(key, frozenset())
        ruled_out = truth is False or not any(_counts_as(grade, self.grave) for grade in grades)
        if ruled_out or (truth is True and is_replaced(key, grades, strict, kb)):
            return Conflict(_reason(key, ground), frozenset({key}))
        certain = truth is True and all(_counts_as(grade, self.grave) for grade in grades)
        if certain and not may_be_replaced(key, strict, kb):
            return None
        wanted = self._own(ground) if self.alone else _next(key, ground)
        return wanted or Conflict(frozenset(ground.chosen), frozenset({key}), proved=False)

    def _own(self, ground: Ground) -> Address | Conflict | None:
        """Return the next unknown fact of the element itself; a conflict where the outcome waits for something else."""
        own, rests_on, decided = subject_of_outcome(self.key, ground.kb), set[Address](), False
        compiled = ground.evaluator.by_code[self.key[0]]
        bound = ground.accounts.bindings(compiled.rule.loop, self.key[1])
        assert bound is not None
        # How grave it is comes first: most often that hangs on what the element is.
        for condition in _conditions(self.key, ground):
            if decided and condition is not compiled.when:
                continue
            account = ground.accounts.of(condition, bound)
            rests_on |= account.reason()
            if account.truth is None:
                unknown = [one for one in account.unknown() if one.subject == own]
                facts = frozenset(rests_on.intersection(ground.chosen))
                return first_of(unknown, ground.kb) or Conflict(facts, frozenset({self.key}), proved=False)
            decided = decided or account.truth
        return None


def _counts_as(grade: Grade, grave: frozenset[Severity]) -> bool:
    return not is_upcoming(grade) and severity_of(grade) in grave


def _conditions(key: Key, ground: Ground) -> Iterator[Compiled]:
    """Yield the conditions that decide the severity of an outcome, and the outcome."""
    compiled = ground.evaluator.by_code[key[0]]
    yield from (condition for _, condition in compiled.severities if condition is not None)
    yield compiled.when


def _reason(key: Key, ground: Ground) -> frozenset[Address]:
    """Return which of the chosen facts an outcome can rest on, replaced or not."""
    reads = ground.evaluator.dependencies.rests_on
    found: set[Address] = set()
    for code, subject in (key, *rivals(key, ground.kb)):
        own, other = reads(code)
        about = subject_of_outcome((code, subject), ground.kb)
        found.update(one for one in ground.chosen if one.fact in other or (one.fact in own and one.subject == about))
    return frozenset(found)


def _next(key: Key, ground: Ground) -> Address | None:
    """Return the next fact on which an outcome waits; at last a list that may grow."""
    fact = first_of(_unknown(key, ground), ground.kb)
    if fact is not None:
        return fact
    rests_on = ground.evaluator.dependencies.rests_on(key[0])[1]
    growing = (path for path in ground.kb.vocabulary.lists if path in rests_on and path not in ground.memory.closed)
    return next((Address(path) for path in growing if Address(path) not in ground.chosen), None)


def _unknown(key: Key, ground: Ground) -> frozenset[Address]:
    """Return for what an outcome waits, found out once as long as nothing changes on which it rests."""
    kept = ground.waits.get(key)
    if kept is None:
        kept = ground.waits[key] = waits(key, ground)
    return kept


def waits(key: Key, ground: Ground) -> frozenset[Address]:
    """Return the unknown facts for which an outcome, its severity or what may replace it waits."""
    found: set[Address] = set()
    for one in (key, *rivals(key, ground.kb)):
        loop = ground.kb.rule(one[0]).loop
        bound = ground.accounts.bindings(loop, one[1])
        if bound is None:
            assert loop is not None
            found.add(Address(loop.source))
            continue
        for condition in _conditions(one, ground):
            found |= ground.accounts.of(condition, bound).unknown()
        if found:
            break
    return frozenset(found)
