"""What may be guessed of unknown facts, so that a completion shows how good or how bad a verdict can get."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from ..assess.completions import LADDER, Reach
from ..assess.search import worth
from ..assess.space import NEW_ELEMENT, Space
from ..compiled import CompiledKnowledgeBase
from ..project.address import Address, source_and_id
from ..project.memory import Value, WorkingMemory
from ..project.project import read_project

_MOST = 12
"""Guesses that are kept."""
Values: TypeAlias = "Mapping[str, Value]"


class Guess(Struct, frozen=True):
    """What is taken for every unknown fact of every project.

    Attributes:
        upward: Whether it is to show how good verdicts can get; then ids that are not known name all elements, else none.
        values: By the name of each fact, and by its path where one member of a family has a value of its own.
        new: The element that is added to each list that may grow: its facts by their attributes.
    """

    upward: bool
    values: Values
    new: Mapping[str, Values]


class Guesses:
    """The guesses for one knowledge base; what a search finds for one project is guessed of others from then on.

    Attributes:
        all: The guesses, those first that did for most projects of the last batch.
    """

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        """Begin with each fact at its best and at its worst, and with what does for a project in the last phase."""
        self.kb = kb
        memory = read_project({}, kb).memory
        space = Space(kb)
        self._plain: dict[bool, Values] = {
            upward: {
                fact.path: min(space.values(fact, memory), key=lambda value: worth(value, fact, upward))
                for fact in kb.vocabulary.facts.values()
            }
            for upward in (False, True)
        }
        self.all = [Guess(upward, values, {}) for upward, values in self._plain.items()]
        phase = kb.verdict.phase
        last = {} if phase is None else {phase: [*kb.vocabulary.facts[phase].values][-1]}
        reach = Reach(kb, WorkingMemory({**memory.project, **last}, memory.elements, memory.closed))
        for worse, better in pairwise(LADDER):
            reach.down_to(worse)
            reach.up_to(better)
        self.all += self.learnt(reach)

    def learnt(self, reach: Reach) -> list[Guess]:
        """Return what can be guessed besides, now that completions of a project were sought."""
        found = [self._as_found(facts, upward) for upward, facts in reach.reached()]
        return [one for one in found if one not in self.all][: max(0, _MOST - len(self.all))]

    def keep(self, guess: Guess) -> None:
        """Guess this of other projects, too."""
        self.all = [*self.all, guess]

    def prefer(self, did: Iterable[tuple[int, Guess]]) -> None:
        """Begin from then on with those guesses that did for most projects; with each comes for how many it did."""
        times = {id(guess): number for number, guess in did}
        self.all = sorted(self.all, key=lambda guess: -times.get(id(guess), 0))

    def _as_found(self, facts: Mapping[Address, Value], upward: bool) -> Guess:
        values, new = dict(self._plain[upward]), dict[str, dict[str, Value]]()
        for (fact, subject), value in facts.items():
            definition = self.kb.vocabulary.facts.get(fact)
            if definition is None:
                new.setdefault(fact, {})
            elif subject is None or definition.source is None:
                values[fact] = value
            elif self.kb.vocabulary.lists[definition.source].members:
                values[f"{definition.source}.{source_and_id(subject)[1]}.{definition.attribute}"] = value
            elif source_and_id(subject)[1] == NEW_ELEMENT:
                new.setdefault(definition.source, {})[definition.attribute] = value
            else:
                values[fact] = value
        return Guess(upward, values, new)
