"""Completions: values for everything unknown that lead to a wanted verdict.

Facts are set one after the other; after each, the strict evaluation tells whether the wanted verdict can still be
reached, and a value after which it cannot is taken back. What is found is verified by a run of the reference
interpreter, so a completion that is returned is one.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..assess.verdict import verdict_range
from ..compiled import CompiledKnowledgeBase
from ..evaluate.rerun import rerun
from ..evaluate.tallies import Tallies
from ..knowledge.model import KnowledgeBase, Verdict
from ..project.address import Address
from ..project.memory import Conclusions, Key, Value, WorkingMemory
from .effects import VERDICTS, WhatIf
from .space import NEW_ELEMENT, Space, with_value

_STEPS = 3_000
"""Values tried before the search gives up."""


class Completion(Struct, frozen=True):
    """Values for all unknown facts, and the verdict that they give."""

    verdict: Verdict
    facts: Mapping[Address, Value]


def open_lists(memory: WorkingMemory, kb: KnowledgeBase) -> set[str]:
    """Return the lists to which elements may still be added."""
    return {
        path for path, listed in kb.vocabulary.lists.items() if path not in memory.closed and listed.complete != "fixed"
    }


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
    strict = kb.strict.run(memory)
    worst, best = verdict_range(strict, open_lists(memory, kb), kb, waived)
    ladder: list[Verdict] = [verdict for verdict in VERDICTS if verdict != "insufficient_information"]
    inside = ladder[ladder.index(worst) : ladder.index(best) + 1]

    def reached(wanted: Verdict, worst: bool) -> Completion | None:
        return complete(kb, memory, wanted, worst=worst, waived=waived)

    lowest = next((found for verdict in inside if (found := reached(verdict, True))), None)
    highest = next((found for verdict in reversed(inside) if (found := reached(verdict, False))), None)
    return lowest, highest


def complete(
    kb: CompiledKnowledgeBase,
    memory: WorkingMemory,
    wanted: Verdict,
    *,
    worst: bool,
    waived: Mapping[Key, bool] | None = None,
) -> Completion | None:
    """Search a completion with a verdict at least as bad (`worst`) or as good as the wanted one.

    Args:
        kb: The knowledge base.
        memory: The project's stated facts.
        wanted: The verdict to reach.
        worst: Whether to go for the worst or for the best.
        waived: What decisions leave out of the verdict.
    """
    return _Search(kb, wanted, worst, waived or {}).run(memory)


class _Search:
    """A depth-first search with the strict evaluation as its bound."""

    def __init__(self, kb: CompiledKnowledgeBase, wanted: Verdict, worst: bool, waived: Mapping[Key, bool]) -> None:
        self.kb = kb
        self.space = Space(kb)
        self.wanted = wanted
        self.worst = worst
        self.waived = waived
        self.steps = 0

    def reaches(self, verdict: Verdict) -> bool:
        here, there = VERDICTS.index(verdict), VERDICTS.index(self.wanted)
        return here <= there if self.worst else here >= there

    def run(self, memory: WorkingMemory) -> Completion | None:
        conclusions, after = self.kb.strict.run_in(memory)
        return self._descend(memory, after, conclusions, {})

    def _descend(
        self, memory: WorkingMemory, after: WorkingMemory, strict: Conclusions, chosen: dict[Address, Value]
    ) -> Completion | None:
        unknown = next(self.space.unknowns(memory), None)
        if unknown is None:
            reached = WhatIf(self.kb, memory, self.waived).now.verdict
            told = reached != "insufficient_information" and self.reaches(reached)
            return Completion(reached, chosen) if told else None
        values = unknown.values
        if unknown.fact.startswith("complete."):
            values = (True, False) if self.worst else (False, True)
        if unknown.fact in self.kb.vocabulary.lists:
            values = (1.0, 0.0)
        tallies = Tallies(after, self.kb.strict.dependencies)
        for value in values:
            self.steps += 1
            if self.steps > _STEPS:
                return None
            there = with_value(after, unknown.key, value, self.kb)
            concluded = rerun(self.kb.strict, there, (unknown.key,), strict, tallies)
            if not self._promising(concluded.conclusions):
                continue
            stated = with_value(memory, unknown.key, value, self.kb)
            found = self._descend(stated, concluded.memory, concluded.conclusions, {**chosen, unknown.key: value})
            if found is not None:
                return found
        return None

    def _promising(self, strict: Conclusions) -> bool:
        worst, best = verdict_range(strict, set(), self.kb, self.waived)
        return self.reaches(worst if self.worst else best)


__all__ = ["NEW_ELEMENT", "Completion", "complete", "exact_range", "open_lists"]
