"""A compiled knowledge base on the engine: rulesets that are made once, and runs that leave nothing behind."""

from __future__ import annotations

from types import TracebackType

from ..knowledge import kept
from ..knowledge.model import KnowledgeBase
from ..project.memory import Conclusions, WorkingMemory
from .assertion import Filler
from .native import Ruleset
from .program import Program
from .settle import Settled

_LIMIT = 1_000_000
"""Matches in one ruleset beyond which a run is given up."""


def program_of(kb: KnowledgeBase) -> Program:
    """Return the program of a knowledge base: the one that is kept, else compiled, and kept where the base is.

    Raises:
        Unsupported: A rule cannot be expressed.
    """

    def compiled() -> Program:
        from .compile import compile_program

        return compile_program(kb)

    return kept.once("rete", kb.cache_key, Program, compiled)


class Rete:
    """Runs a knowledge base on durable-rules. It keeps no state between runs and may be shared by threads."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Compile all rules and derivations of the knowledge base, and create their rulesets.

        Raises:
            Unsupported: A rule cannot be expressed; none is ever left out.
        """
        self._program = program_of(kb)
        self._filler = Filler(self._program, kb)
        self._rulesets = [[Ruleset(chunk.definition) for chunk in stratum.chunks] for stratum in self._program.strata]

    def run(self, memory: WorkingMemory) -> Conclusions:
        """Conclude what can be concluded about a project; the memory is not modified.

        Raises:
            TooManyMatches: The project is too large for this interpreter.
        """
        settled = Settled(self._program, self._filler.rows(memory))
        for stratum, rulesets in zip(self._program.strata, self._rulesets, strict=True):
            for chunk, ruleset in zip(stratum.chunks, rulesets, strict=True):
                readings = settled.rows.readings(chunk)
                settled.take(chunk, ruleset.matches(readings.first, _LIMIT), certain=True)
                if readings.second != readings.first:
                    settled.take(chunk, ruleset.matches(readings.second, _LIMIT), certain=False)
            for step in stratum.steps:
                settled.step(step)
        return settled.conclude(self._program.outcomes)

    def close(self) -> None:
        """Free the rulesets; nothing can be run afterwards. It happens by itself when nobody holds the object."""
        for ruleset in (ruleset for rulesets in self._rulesets for ruleset in rulesets):
            ruleset.close()
        self._rulesets = []

    def __enter__(self) -> Rete:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
