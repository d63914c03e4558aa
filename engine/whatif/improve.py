"""The smallest change: the least set of facts that must change for a better verdict, and all sets of that size.

Exact within what it considers, by branch and bound: some fact of an offending outcome's sufficient reason must change,
so trying every one of them misses no solution, and a bound from reasons that share no fact cuts what cannot be least.
Considered are facts that people can change (not what has happened, nor how large a city is), unknown facts being
found out, a few new elements in a list, and giving up the plan element that a finding is about. Every set that is
returned was run. Effort is counted in classes of the vocabulary; their weights are ours.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..knowledge.model import SEVERITIES, Verdict
from ..project.address import Address
from ..project.memory import Key
from .changes import Change, is_new
from .effects import Reported, WhatIf
from .moves import Move, Moves, MovesOf, SearchState

LIMIT_SETS = 5
"""Least sets that are returned at most."""
_LIMIT_RUNS, _FEWEST_RUNS = 1_000, 300
"""Sets of changes that are tried: a second. Here and below: with few elements, and however many there are."""
_STRAIGHT, _FEWEST_STRAIGHT = 400, 100
"""Those that are tried on top when the search gave up, for a set that is enough and perhaps not the least."""
_LOOKED_AT, _FEWEST_LOOKED_AT = 24, 3
"""Outcomes that bar the verdict whose reasons are looked at at a time."""
_FEW_ELEMENTS = 40


class Improvement(Struct, frozen=True):
    """What it takes to reach a verdict.

    Attributes:
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


def improve(
    what_if: WhatIf, wanted: Verdict | None = None, *, limit: int = _LIMIT_RUNS, most: int = LIMIT_SETS
) -> Improvement:
    """Find the least sets of changes that reach a verdict.

    Args:
        what_if: The project as it is.
        wanted: The verdict to reach; the next better one when left out.
        limit: How many sets of changes are tried at most.
        most: How many least sets are looked for; with one, the search ends as soon as it has it.
    """
    now = what_if.now
    search = _Search(what_if, wanted or next_better(now.verdict if now.judgement.either else now.known), limit, most)
    if search.moves.is_there(search.moves.start()):
        return Improvement(search.wanted, 0, (), True)
    return search.run()


class _Search:
    """Iterative deepening over the effort."""

    def __init__(self, what_if: WhatIf, wanted: Verdict, limit: int, most: int) -> None:
        self.kb = what_if.kb
        self.what_if = what_if
        self.wanted = wanted
        self.most = most
        # Those that are met first are not the best ones, so that a choice needs some more.
        self.enough = 4 * most if most > 1 else 1
        self.runs = 0
        elements = sum(map(len, what_if.stated.elements.values()))
        few = _FEW_ELEMENTS / max(_FEW_ELEMENTS, elements)
        self.moves = Moves(what_if, wanted, max(_FEWEST_LOOKED_AT, int(_LOOKED_AT * few)))
        self.straight = max(_FEWEST_STRAIGHT, int(_STRAIGHT * few))
        self.limit = min(limit, max(_FEWEST_RUNS, int(_LIMIT_RUNS * few)))
        self.found: dict[frozenset[Address], tuple[tuple[int, ...], tuple[Change, ...]]] = {}

    def run(self) -> Improvement:
        start = self.moves.start()
        offenders = self.moves.offenders(start)
        effort = self._bound(start, offenders)
        ruled_out = effort or 0
        while self.runs < self.limit and effort is not None:
            ruled_out = effort
            effort = self._deepen(start, effort)
            if self.found:
                # Every lesser effort was searched before, so that this one is the least.
                return Improvement(self.wanted, ruled_out, self._best(start), True, ruled_out, self.runs)
        if self.runs >= self.limit:
            reached = self._some(start)
            least = reached is not None and reached <= ruled_out
            return Improvement(self.wanted, reached, self._best(start), least, ruled_out, self.runs)
        fixed = tuple(self.what_if.reported(key, self.moves.begun[key]) for key in self._in_the_way(start, offenders))
        return Improvement(self.wanted, None, (), True, ruled_out, self.runs, fixed)

    def _in_the_way(self, start: SearchState, offenders: list[MovesOf]) -> list[Key]:
        """Return the findings of today for which there is no move; else those that no move alone clears without another one.

        Where each of them can go alone it is all that bar the verdict.
        """
        barring = self.moves.barring(start)
        kept = [key for key, moves in zip(barring, offenders, strict=False) if not moves and key in self.moves.begun]
        if kept:
            return kept
        for key, offender in zip(barring, offenders, strict=False):
            then = (self.moves.barring(self._after(start, [move])) for move in offender.moves)
            if not any(key not in found and set(found) <= set(barring) for found in then):
                kept.append(key)
        return [key for key in (kept or barring) if key in self.moves.begun]

    def _best(self, start: SearchState) -> tuple[tuple[Change, ...], ...]:
        # Of what leaves the same, the one that the vocabulary names first: a visit before the talks, these before an agreement.
        place = {path: number for number, path in enumerate(self.kb.vocabulary.facts)}
        best = sorted(
            self.found.values(),
            key=lambda one: (one[0], sorted(place.get(change.fact, -1) for change in one[1]), str(one[1])),
        )
        return tuple(self._trimmed(start, changes) for _, changes in best[: self.most])

    def _trimmed(self, start: SearchState, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Return changes that put into sets, or take out of them, no more than it takes: what the vocabulary names first."""
        left = _findings_left(self._with(start, changes)) if any(self._edits(change) > 1 for change in changes) else ()
        for place, change in enumerate(changes):
            now, definition = self.moves.held(change), self.kb.vocabulary.facts.get(change.fact)
            named = [] if definition is None else list(definition.values)
            differs = sorted(change.value ^ now) if isinstance(change.value, frozenset) else []
            for value in sorted(differs, key=lambda one: -named.index(one) if one in named else 0):
                assert isinstance(change.value, frozenset)
                less = replace(change, value=change.value ^ {value})
                if self._edits(change) < 2:
                    break
                tried = (*changes[:place], less, *changes[place + 1 :])
                state = self._with(start, tried)
                if self.moves.is_there(state) and _findings_left(state) <= left:
                    change, changes = less, tried
        return changes

    def _some(self, start: SearchState) -> int | None:
        """Go straight down for a set that need not be the least, and leave out what it does not need.

        Returns:
            The effort of the set, None when this way leads nowhere.
        """
        state = self._straight(start)
        if state is None:
            return None
        changes = self._needed(start, sorted(state.changes.values(), key=lambda change: -change.effort))
        state = self._with(start, changes)
        self._keep(state)
        return state.effort

    def _needed(self, start: SearchState, changes: list[Change]) -> list[Change]:
        """Return changes without those that it takes not: halves are left out, and halves of what cannot be.

        Before that new elements are left out, each with all that is said of it.
        """
        new = [change.subject for change in changes if is_new(change)]
        parts, end = [changes], self.runs + self.straight
        parts += [[change for change in changes if change.subject == subject] for subject in new]
        while parts and self.runs < end:
            part = parts.pop()
            rest = [change for change in changes if change not in set(part)]
            gone = {change.subject for change in part if is_new(change)}
            if not any(change.subject in gone for change in rest) and self.moves.is_there(self._with(start, rest)):
                changes = rest
            elif len(part) > 1:
                middle = len(part) // 2
                parts += [part[middle:], part[:middle]]
        return changes

    def _straight(self, start: SearchState) -> SearchState | None:
        """Go down by the most promising moves, back where none is left; None when that takes too long."""
        waiting, end = [[start]], self.runs + self.straight
        while waiting and self.runs < end:
            if not waiting[-1]:
                waiting.pop()
                continue
            state = waiting[-1].pop(0)
            offenders = self.moves.offenders(state)
            if not offenders:
                return state
            fewest = min(offenders, key=len)
            about = next(
                (key for key, moves in zip(self.moves.barring(state), offenders, strict=False) if moves is fewest), None
            )
            tried = [alike[:1] for alike in self.moves.alike(fewest.moves, state)][: max(1, end - self.runs)]
            tried += self.moves.everywhere([move for (move,) in tried], about, state)
            following = [(moves, self._after(state, moves)) for moves in tried]
            following.sort(
                key=lambda one: (
                    len(self.moves.barring(one[1])),
                    sum(move.cost for move in one[0]),
                    _findings_left(one[1]),
                )
            )
            waiting.append([then for _, then in following])
        return None

    def _after(self, state: SearchState, moves: Sequence[Move]) -> SearchState:
        self.runs += 1
        return self.moves.after(state, moves)

    def _with(self, start: SearchState, changes: Sequence[Change]) -> SearchState:
        """Return where changes lead that were found one after the other; new elements come first."""
        moves = [Move(change, change.effort) for change in sorted(changes, key=lambda one: not is_new(one))]
        return self._after(start, moves) if moves else start

    def _deepen(self, state: SearchState, limit: int) -> int | None:
        """Search below a node within an effort; return the least effort above the limit that was cut off."""
        offenders = self.moves.offenders(state)
        if not offenders:
            self._keep(state)
            return None
        bound = self._bound(state, offenders)
        if bound is None:
            return None
        if bound > limit:
            return bound
        fewest = min(offenders, key=len)
        cut, following = self._affordable(state, self.moves.alike(fewest.moves, state), limit)
        for one in following:
            if self.runs >= self.limit or len(self.found) >= self.enough:
                return cut
            below = self._deepen(one, limit)
            if below is not None:
                cut = below if cut is None else min(cut, below)
        return cut

    def _affordable(
        self, state: SearchState, moves: Sequence[Sequence[Move]], limit: int
    ) -> tuple[int | None, list[SearchState]]:
        """Make the moves that are within an effort, one of each kind; what one of them covers, those after it leave out.

        Returns:
            The least effort of those that are not, None when all are; and where the moves lead, the best first.
        """
        cut: int | None = None
        made: list[tuple[Sequence[Move], SearchState]] = []
        for alike in moves:
            reached = state.effort + alike[0].cost
            if reached > limit:
                cut = reached if cut is None else min(cut, reached)
            elif self.runs < self.limit:
                made.append((alike, self._after(state, alike[:1])))
        # The values that leave the fewest findings first: among equal sets the first that is met is the best.
        made.sort(key=lambda one: _findings_left(one[1]))
        excluded, toggled = state.excluded, state.toggled
        for alike, following in made:
            following.excluded, following.toggled = excluded, following.toggled | toggled
            keys, value, toggle = [move.change.key for move in alike], alike[0].change.value, alike[0].value
            if toggle is not None:
                toggled |= {(key, toggle) for key in keys}
            elif isinstance(value, frozenset):
                excluded |= {(key, None) for key in keys}
                toggled |= {(key, None) for key in keys}
            elif not is_new(alike[0].change):
                excluded |= {(key, value) for key in keys}
        return cut, [following for _, following in made]

    def _keep(self, state: SearchState) -> None:
        """Keep a solution; of those that change the same facts, the one that leaves the fewest findings and edits least.

        What only has to be found out is nothing that anybody has to do otherwise.
        """
        changes = tuple(
            sorted(state.changes.values(), key=lambda change: (not is_new(change), change.fact, change.subject or ""))
        )
        done = sum(not change.found_out for change in changes)
        solution = (*_findings_left(state), done, sum(self._edits(change) for change in changes)), changes
        facts = frozenset(change.key for change in changes)
        if facts not in self.found or solution[0] < self.found[facts][0]:
            self.found[facts] = solution

    def _edits(self, change: Change) -> int:
        """Return how many single values a change puts into a set or takes out of it."""
        return len(change.value ^ self.moves.held(change)) if isinstance(change.value, frozenset) else 0

    def _bound(self, state: SearchState, offenders: list[MovesOf]) -> int | None:
        """Return the least effort that is certainly needed; None when some offender cannot be changed at all."""
        bound = state.effort
        used: set[Address] = set()
        for offender in sorted(offenders, key=len):
            if not offender:
                return None
            if offender.keys.isdisjoint(used):
                used |= offender.keys
                bound += offender.cost
        return bound


def _findings_left(state: SearchState) -> tuple[int, ...]:
    """Return how many findings of each severity remain, worst first."""
    severities = list(state.standing.remaining.values())
    return tuple(severities.count(severity) for severity in SEVERITIES)
