"""A compiled knowledge base on the engine: rulesets that are made once, and runs that leave nothing behind.

From the matches of the engine to truths: a unit is true for the combinations of elements for which one of its rules
matched in the first reading, unknown where one matched in the second only, and false elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from types import TracebackType
from typing import TypeAlias, cast

from ..knowledge import kept
from ..knowledge.model import KnowledgeBase
from ..language.aggregate import aggregate
from ..language.truth import Truth, any_of
from ..project.memory import Conclusions, Derived, WorkingMemory, derive
from .assertion import FactRows, Filler
from .native import PROJECT, Ruleset
from .program import (
    Carried,
    Chunk,
    DerivationUnit,
    Match,
    OutcomeUnit,
    Program,
    ProgramStep,
    Quantified,
    Target,
    TruthColumn,
)

Indices: TypeAlias = "tuple[int, ...]"
"""The places of the elements bound to a unit's variables, each in its list."""


class Settled:
    """The truths of units in one run, and what was concluded from them."""

    def __init__(self, program: Program, rows: FactRows) -> None:
        self.rows = rows
        self.memory: WorkingMemory = rows.memory
        self.conclusions = Conclusions()
        self._program = program
        self._truths: list[dict[Indices, Truth]] = [{} for _ in program.units]

    def take(self, chunk: Chunk, messages: Iterable[str], *, certain: bool) -> None:
        """Note the matches of one ruleset: those of the first reading are certain."""
        for message in messages:
            name = message[2 : message.index('":{', 2)]
            match = chunk.matches.get(name)
            if match is None:
                continue
            truths = self._truths[match.unit]
            for indices in self._indices(match, message):
                truths[indices] = True if certain else truths.get(indices)

    def _indices(self, match: Match, message: str) -> Iterable[Indices]:
        """Return the combinations of elements that a match is about."""
        if None not in match.bound:
            return (tuple([_place(message, where) for where in match.bound if where is not None]),)
        sources = self._program.units[match.unit].sources
        return product(
            *(
                range(len(self.memory.elements.get(source, ()))) if where is None else (_place(message, where),)
                for where, source in zip(match.bound, sources, strict=True)
            )
        )

    def truth(self, unit: int, indices: Indices) -> Truth:
        """Return what the engine found of a unit for some elements."""
        return self._truths[unit].get(indices, False)

    def step(self, step: ProgramStep) -> None:
        """Make of the truths of units what later strata read."""
        if isinstance(step, DerivationUnit):
            self._derive(step)
            return
        combinations = self._combinations(step.target.sources)
        if isinstance(step, Carried):
            for indices in combinations:
                self._put(step.target, indices, self.truth(step.unit, indices))
            return
        found = self._found(step)
        for indices in combinations:
            self._put(step.target, indices, self._quantified(step, found.get(indices, {})))

    def _found(self, step: Quantified) -> dict[Indices, dict[int, Truth]]:
        """Return the truths of a quantifier's unit that are not false, by what is bound around it and by element."""
        if step.unit is None:
            return {(): dict.fromkeys(range(len(self.memory.elements.get(step.source, ()))), True)}
        found: dict[Indices, dict[int, Truth]] = {}
        for indices, truth in self._truths[step.unit].items():
            found.setdefault(indices[:-1], {})[indices[-1]] = truth
        return found

    def _combinations(self, sources: Sequence[str]) -> Iterable[Indices]:
        return product(*(range(len(self.memory.elements.get(source, ()))) for source in sources))

    def _put(self, target: Target, indices: Indices, truth: Truth) -> None:
        if len(indices) > 1:
            self.rows.relate(target.name, indices, truth)
        elif indices:
            self.rows.put(target.sources[0], indices[0], target.name, truth)
        else:
            self.rows.put(PROJECT, 0, target.name, truth)

    def _quantified(self, step: Quantified, found: Mapping[int, Truth]) -> Truth:
        elements = self.memory.elements.get(step.source)
        if elements is None:
            return None
        closed = step.source in self.memory.closed
        if step.kind is None:
            truth = any_of(found.values())
            return truth if truth or closed else None
        meant = [found.get(index, False) for index in range(len(elements))]
        attribute = step.measure.attribute if step.measure is not None else ""
        measures = (cast("float | None", element.get(attribute)) for element in elements)
        return aggregate(
            step.kind,
            list(zip(meant, measures, strict=True)),
            closed=closed,
            operator=step.operator,
            bound=step.bound,
            minimum=step.minimum,
            maximum=step.maximum,
        )

    def _derive(self, step: DerivationUnit) -> None:
        """Conclude the state of a derived fact, and assert the truths of what is compared with it."""
        sources = () if step.source is None else (step.source,)
        for indices in self._combinations(sources):
            state = derive((value, self.truth(unit, indices)) for value, unit in step.lines)
            subject = str(self.memory.elements[step.source][indices[0]]["id"]) if step.source is not None else None
            self.conclusions.derived[step.concept, subject] = state
            for column in step.columns:
                member = column.comparison.left.member
                if member is None:
                    self.rows.put(column.source, indices[0] if indices else 0, column.name, _compared(column, state))
                elif member == subject:
                    self.rows.put(PROJECT, 0, column.name, _compared(column, state))

    def conclude(self, outcomes: Iterable[OutcomeUnit]) -> Conclusions:
        """Return the conclusions, with the outcomes of all rules."""
        for outcome in outcomes:
            if outcome.source is None:
                self._outcome(outcome, (), None)
            elif outcome.source not in self.memory.elements:
                self.conclusions.outcomes[outcome.code, None] = None
            else:
                for index, element in enumerate(self.memory.elements[outcome.source]):
                    self._outcome(outcome, (index,), str(element["id"]))
        return self.conclusions

    def _outcome(self, outcome: OutcomeUnit, indices: Indices, subject: str | None) -> None:
        truth = self.truth(outcome.unit, indices)
        key = outcome.code, subject
        self.conclusions.outcomes[key] = truth
        if truth:
            certain = (name for name, unit in outcome.severities if unit is None or self.truth(unit, indices))
            self.conclusions.severities[key] = next(certain, outcome.severities[-1][0])


def _place(message: str, where: tuple[str, str]) -> int:
    """Read the place of an element from a match; reading all of its JSON would take many times as long."""
    alias, attribute = where
    mark = f'"{attribute}":'
    begin = message.index(mark, message.index(f'"{alias}":{{')) + len(mark)
    return int(message[begin : message.index(",", begin)])


def _compared(column: TruthColumn, state: Derived) -> Truth:
    """Return the truth of a comparison with a derived fact."""
    node = column.comparison
    if node.operator == "is known":
        return state.value is not None
    wanted = node.right if isinstance(node.right, tuple) else (node.right,)
    truth = any_of(state.has(str(value)) for value in wanted)
    return truth is not False if node.operator == "may be" else truth


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
