"""What it takes to reach a better verdict, as data: what `improve` finds."""

from __future__ import annotations

from msgspec import Struct

from ..knowledge.model import Verdict
from .changes import Change
from .effects import Reported


class Improvement(Struct, frozen=True):
    """What it takes to reach a verdict.

    Attributes:
        wanted: The verdict to reach.
        effort: The effort of each set; None when no set was found.
        sets: Least sets of changes, each verified by a run; empty when the verdict holds already or cannot be reached.
            One set that may not be the least, when the search gave up at its limit and found some.
        exhaustive: True when the search proved that nothing less does; False when it gave up at its limit.
        at_least: No set of less effort than this leads there; as far as the search came.
        runs: How many sets of changes were tried.
        fixed: What bars the verdict and rests on facts alone that nobody can change.
    """

    wanted: Verdict
    effort: int | None
    sets: tuple[tuple[Change, ...], ...]
    exhaustive: bool
    at_least: int = 0
    runs: int = 0
    fixed: tuple[Reported, ...] = ()


def next_better(verdict: Verdict) -> Verdict:
    """Return the next better verdict that a project can be given.

    >>> next_better("hold"), next_better("revise")
    ('revise', 'proceed')
    """
    return "revise" if verdict in ("hold", "insufficient_information") else "proceed"


def nothing_to_change(wanted: Verdict) -> Improvement:
    """Return what is found for a project that has the wanted verdict already."""
    return Improvement(wanted, 0, (), True)
