"""Completions: values for everything unknown that lead to a wanted verdict.

Facts are set one after the other; after each, the strict evaluation tells whether the wanted verdict can still be
reached, and a value after which it cannot is taken back. What is found is verified by a run of the reference
interpreter, so a completion that is returned is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from ..assess.verdict import Bounds, open_lists, touched, verdict_range
from ..compiled import CompiledKnowledgeBase
from ..evaluate.rerun import Rerun, rerun
from ..evaluate.tallies import Tallies
from ..knowledge.model import Verdict
from ..project.address import Address
from ..project.memory import Conclusions, Key, Value, WorkingMemory
from .effects import VERDICTS, WhatIf
from .space import NEW_ELEMENT, Space, with_value

_STEPS = 3_000
"""Values tried before the search gives up."""
_ABSENT: Any = object()


class Completion(Struct, frozen=True):
    """Values for all unknown facts, and the verdict that they give."""

    verdict: Verdict
    facts: Mapping[Address, Value]


def exact_range(
    kb: CompiledKnowledgeBase, memory: WorkingMemory, waived: Mapping[Key, bool] | None = None
) -> tuple[Completion | None, Completion | None]:
    """Return a completion with the worst and one with the best verdict that a search could reach.

    Args:
        kb: The knowledge base.
        memory: The project's stated facts.
        waived: What decisions leave out of the verdict.

    Returns:
        The two completions; None where the search reached none within its limit.
    """
    strict, after = kb.strict.run_in(memory)
    worst, best = verdict_range(strict, open_lists(memory, kb), kb, waived)
    ladder: list[Verdict] = [verdict for verdict in VERDICTS if verdict != "insufficient_information"]
    inside = ladder[ladder.index(worst) : ladder.index(best) + 1]

    def reached(ladder: Sequence[Verdict], *, worst: bool) -> Completion | None:
        search = _Search(kb, memory, worst, waived or {})
        return next((found for wanted in ladder if (found := search.run(wanted, strict, after))), None)

    return reached(inside, worst=True), reached(inside[::-1], worst=False)


class _Standing:
    """Strict conclusions that are changed in place while values are tried, with the bounds that they set."""

    def __init__(self, kb: CompiledKnowledgeBase, strict: Conclusions, waived: Mapping[Key, bool]) -> None:
        self.kb = kb
        self.waived = waived
        self.strict = Conclusions(
            dict(strict.outcomes), dict(strict.derived), dict(strict.severities), dict(strict.possible)
        )
        self.bounds = self._counted()

    def _counted(self) -> Bounds:
        bounds = Bounds(self.kb, self.waived)
        bounds.count(self.strict.outcomes, self.strict, 1)
        return bounds

    def change(self, then: Rerun) -> Callable[[], None]:
        """Take over what a value makes different, and return what takes that back."""
        before, bounds = self.strict, self.bounds
        if then.anew is None:

            def put_back() -> None:
                self.strict, self.bounds = before, bounds

            self.strict = then.conclusions
            self.bounds = self._counted()
            return put_back
        found, undo = then.found, list[tuple[dict[Key, Any], Key, Any]]()
        keys = touched(then.anew, before.outcomes, then.memory, self.kb)
        bounds.count(keys, before, -1)
        told = (
            (before.outcomes, found.outcomes),
            (before.severities, found.severities),
            (before.possible, found.possible),
        )
        for target, anew in (*told, (before.derived, found.derived)):
            for key in anew if target is before.derived else found.outcomes:
                undo.append((target, key, target.get(key, _ABSENT)))
                _put(target, key, anew.get(key, _ABSENT))
        bounds.count(keys, before, 1)

        def take_back() -> None:
            bounds.count(keys, before, -1)
            for target, key, value in undo:
                _put(target, key, value)
            bounds.count(keys, before, 1)

        return take_back


def _put(target: dict[Key, Any], key: Key, value: Any) -> None:
    if value is _ABSENT:
        target.pop(key, None)
    else:
        target[key] = value


class _Fact(Struct):
    """An unknown fact whose values are tried.

    Attributes:
        key: The fact; a list's path for the list.
        values: Those that were not tried yet.
        after: The working memory of the strict run without it.
        tallies: What elements contribute to quantifiers there.
        later: All unknown facts, once every list is stated.
        place: Which of them comes after this one.
        take_back: Takes back what the value that was tried last made different.
    """

    key: Address
    values: Iterator[Value]
    after: WorkingMemory
    tallies: Tallies
    later: Sequence[Address] | None = None
    place: int = 0
    take_back: Callable[[], None] | None = None


class _Search:
    """A depth-first search with the strict evaluation as its bound."""

    def __init__(
        self, kb: CompiledKnowledgeBase, memory: WorkingMemory, worst: bool, waived: Mapping[Key, bool]
    ) -> None:
        self.kb = kb
        self.memory = memory
        self.space = Space(kb)
        self.worst = worst
        self.waived = waived
        self.steps = 0

    def run(self, wanted: Verdict, strict: Conclusions, after: WorkingMemory) -> Completion | None:
        """Search a completion with a verdict at least as bad, or as good, as the wanted one.

        Args:
            wanted: The verdict to reach.
            strict: The strict conclusions about the project.
            after: The working memory of that run.
        """
        standing = _Standing(self.kb, strict, self.waived)
        first = self._next(after, Tallies(after, self.kb.strict.dependencies), None, 0)
        if first is None:
            return self._verified({}, wanted)
        facts = [first]
        chosen: dict[Address, Value] = {}
        while facts:
            fact = facts[-1]
            if fact.take_back is not None:
                fact.take_back()
            value = next(fact.values, None)
            if value is None:
                chosen.pop(fact.key, None)
                facts.pop()
                continue
            self.steps += 1
            if self.steps > _STEPS:
                return None
            chosen[fact.key] = value
            there = with_value(fact.after, fact.key, value, self.kb)
            then = rerun(self.kb.strict, there, (fact.key,), standing.strict, fact.tallies)
            fact.take_back = standing.change(then)
            if not self._promising(standing.bounds, wanted):
                continue
            following = self._next(then.memory, then.tallies(), fact.later, fact.place)
            if following is not None:
                facts.append(following)
            elif (found := self._verified(chosen, wanted)) is not None:
                return found
        return None

    def _next(
        self, memory: WorkingMemory, tallies: Tallies, later: Sequence[Address] | None, place: int
    ) -> _Fact | None:
        """Return the next unknown fact, lists first; None when nothing is unknown."""
        if later is None:
            for path in self.kb.vocabulary.lists:
                if path not in memory.elements:
                    return _Fact(Address(path), iter((1.0, 0.0)), memory, tallies)
            later = tuple(self.space.unknown_keys(memory))
            if self.steps + len(later) > _STEPS:
                self.steps = _STEPS  # each takes a step at least, so that it would only take longer to give up
        if place == len(later):
            return None
        values = self.space.values(self.kb.vocabulary.facts[later[place].fact], memory)
        if later[place].fact.startswith("complete."):
            values = (True, False)
        return _Fact(later[place], iter(values), memory, tallies, later, place + 1)

    def _verified(self, chosen: Mapping[Address, Value], wanted: Verdict) -> Completion | None:
        """Return a completion when it has the wanted verdict or one beyond."""
        memory = self.memory
        for key, value in chosen.items():
            memory = with_value(memory, key, value, self.kb)
        reached = WhatIf(self.kb, memory, self.waived).now.known
        told = reached != "insufficient_information" and self._reaches(reached, wanted)
        return Completion(reached, dict(chosen)) if told else None

    def _promising(self, bounds: Bounds, wanted: Verdict) -> bool:
        worst, best = bounds.verdicts(())
        return self._reaches(worst if self.worst else best, wanted)

    def _reaches(self, verdict: Verdict, wanted: Verdict) -> bool:
        here, there = VERDICTS.index(verdict), VERDICTS.index(wanted)
        return here <= there if self.worst else here >= there


__all__ = ["NEW_ELEMENT", "Completion", "exact_range"]
