"""What many projects have in common, counted: where they stand, what holds them back, which answers are missing.

Nothing is ranked, and nothing is estimated: every number is a number of projects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from ...engine.assess.run import Brief
from ...engine.knowledge.model import SEVERITIES

STANDINGS = ("hold", "insufficient_information", "revise", "open", "proceed")
"""Where a project can stand; `open` is a verdict to proceed that a missing answer could still lower."""


class Judged(Struct, frozen=True):
    """What was found of a project, in short.

    Attributes:
        cells: Its row of the table of projects, by column.
        stops: The codes of what stops it, as `obstacles` returns them.
        waits: The facts that a verdict on it waits for, each once for all its subjects; none where there is one.
        label: What the project calls the subject of its first finding, where that is not its id.
    """

    cells: Mapping[str, Any]
    stops: Sequence[str]
    waits: Sequence[str]
    label: str | None = None


class Share(Struct, frozen=True):
    """In how many projects something is, and in how many of them it is alone."""

    name: str
    projects: int
    alone: int


class Tally(Struct):
    """The projects counted.

    Attributes:
        standings: How many stand where; they add up to `projects`.
        single: How many are on hold for one thing only.
        unnamed: How many have no verdict yet and wait for no fact by name: to their lists more may be added.
        unreadable: How many could not be read.
        strays: How many rows belong to no project, and files hold none that could be read.
    """

    standings: Counter[str] = field(default_factory=Counter)
    single: int = 0
    unnamed: int = 0
    unreadable: int = 0
    strays: int = 0
    _held: Counter[str] = field(default_factory=Counter)
    _held_alone: Counter[str] = field(default_factory=Counter)
    _missing: Counter[str] = field(default_factory=Counter)
    _missing_alone: Counter[str] = field(default_factory=Counter)

    @property
    def projects(self) -> int:
        """How many were judged."""
        return self.standings.total()

    def add(self, judged: Judged) -> None:
        """Count a project."""
        self.standings[judged.cells["standing"]] += 1
        verdict, stops, facts = judged.cells["verdict"], judged.stops, judged.waits
        if verdict == "hold":
            self._held.update(stops)
            if len(stops) == 1:
                self.single += 1
                self._held_alone.update(stops)
        elif verdict == "insufficient_information":
            self.unnamed += not facts
            self._missing.update(facts)
            if len(facts) == 1:
                self._missing_alone.update(facts)

    def held_back(self) -> list[Share]:
        """Return what stops projects, by its code, the most frequent first."""
        return _shares(self._held, self._held_alone)

    def unknown(self) -> list[Share]:
        """Return which facts are missing where there is no verdict yet, the most frequent first."""
        return _shares(self._missing, self._missing_alone)


def obstacles(brief: Brief) -> Sequence[str]:
    """Return the codes of the findings that stop a project; as one those of which one does whatever the answer is."""
    if brief.either is not None and brief.verdict == "hold":
        return [brief.either]
    stops = [one.code for one in brief.findings if one.kind == "finding" and one.severity == SEVERITIES[0]]
    return list(dict.fromkeys(stops))


def waits(brief: Brief) -> Sequence[str]:
    """Return the facts that a verdict on a project waits for, each once for all its subjects; none where there is one."""
    if brief.verdict != "insufficient_information":
        return ()
    return list(dict.fromkeys(address.fact for address, _ in brief.pressing))


def _shares(found: Counter[str], alone: Counter[str]) -> list[Share]:
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], -alone[pair[0]], pair[0]))
    return [Share(name, number, alone[name]) for name, number in ordered]
