"""The smallest change: the least set of facts that must change for a better verdict, and all sets of that size.

Exact within what it considers, by branch and bound: some fact of an offending outcome's sufficient reason must change,
so trying every one of them misses no solution, and a bound from reasons that share no fact cuts what cannot be least.
Considered are facts that people can change (not what has happened, nor how large a city is), unknown facts being
found out, a few new elements in a list, and giving up the plan element that a finding is about. Every set that is
returned was run. Effort is counted in classes of the vocabulary; their weights are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from ..account import Accounts
from ..assess.alike import Alike
from ..assess.verdict import missing_demands
from ..knowledge.model import GRADES, SEVERITIES, VERDICTS, Severity, Verdict
from ..project.address import Address, source_and_id
from ..project.memory import Key, OpenSet, Value, WorkingMemory
from .changes import Change, apply_change, giving_up, held, is_new, proposals_of, refinements, value_of
from .effects import Standing, WhatIf
from .improvement import Improvement, next_better, nothing_to_change

LIMIT_SETS = 5
"""Least sets that are returned at most."""
_LIMIT_RUNS, _FEWEST_RUNS = 1_000, 300
"""Sets of changes that are tried: a second. Here and below: with few elements, and however many there are."""
_STRAIGHT, _FEWEST_STRAIGHT = 400, 100
"""Those that are tried on top when the search gave up, for a set that is enough and perhaps not the least."""
_LOOKED_AT, _FEWEST_LOOKED_AT = 24, 3
"""Outcomes that bar the verdict whose reasons are looked at at a time."""
_FEW_ELEMENTS = 40


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
    goal = wanted or next_better(what_if.now.known)
    if VERDICTS.index(what_if.now.known) >= VERDICTS.index(goal):
        return nothing_to_change(goal)
    return _Search(what_if, goal, limit, most).run()


class _State(Struct):
    """A node of the search: the stated facts, the run with them, and the changes so far.

    Attributes:
        toggled: The single values of sets that were put in or taken out after the set was changed, and those that are
            tried elsewhere; None stands for all of a set.
        excluded: Changes that are tried elsewhere, where everything with them is found, whatever the order; None stands
            for every value of a set, which is refined there.
        about: The elements, by list and id, that findings here or on the way here are about: they may be given up.
    """

    memory: WorkingMemory
    standing: Standing
    changes: dict[Address, Change] = field(default_factory=dict)
    effort: int = 0
    toggled: frozenset[tuple[Address, str | None]] = frozenset()
    excluded: frozenset[tuple[Address, Value | None]] = frozenset()
    about: frozenset[tuple[str, str]] = frozenset()


class _Move(Struct, frozen=True):
    """A change that is tried: what it costs on top, and the value of a set that it puts in or takes out."""

    change: Change
    cost: int
    value: str | None = None


class _Search:
    """Iterative deepening over the effort."""

    def __init__(self, what_if: WhatIf, wanted: Verdict, limit: int, most: int) -> None:
        self.kb = what_if.kb
        self.what_if = what_if
        self.wanted = wanted
        self.most = most
        # Those that are met first are not the best ones, so that a choice needs some more.
        self.enough = 4 * most if most > 1 else 1
        worse = [case for case in self.kb.verdict.cases if VERDICTS.index(case.verdict) < VERDICTS.index(wanted)]
        self.barred = {case.severity for case in worse if case.severity is not None}
        self.must_know = any(case.missing for case in worse)
        self.kinds = {rule.code: rule.kind for rule in self.kb.rules}
        self.replacers = {code: [rule.code for rule in self.kb.rules if code in rule.replaces] for code in self.kinds}
        self.runs = 0
        elements = sum(map(len, what_if.stated.elements.values()))
        few = _FEW_ELEMENTS / max(_FEW_ELEMENTS, elements)
        self.looked_at = max(_FEWEST_LOOKED_AT, int(_LOOKED_AT * few))
        self.straight = max(_FEWEST_STRAIGHT, int(_STRAIGHT * few))
        self.limit = min(limit, max(_FEWEST_RUNS, int(_LIMIT_RUNS * few)))
        self.proposed: dict[Address, tuple[_Move, ...]] = {}
        self.found: dict[frozenset[Address], tuple[tuple[int, ...], tuple[Change, ...]]] = {}
        self.begun = what_if.now.remaining

    def run(self) -> Improvement:
        start = _State(
            self.what_if.stated, self.what_if.now, about=frozenset(self._elements(self.what_if.now.remaining))
        )
        offenders = self._offenders(start)
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
        barring = [key for key in self._barring(start) if key in self.begun]
        unmoved = [key for key, moves in zip(self._barring(start), offenders, strict=False) if not moves]
        # Where each could be moved alone, but none without another finding that comes, all of them are in the way.
        fixed = tuple(self.what_if.reported(key, self.begun[key]) for key in barring if key in (unmoved or barring))
        return Improvement(self.wanted, None, (), True, ruled_out, self.runs, fixed)

    def _best(self, start: _State) -> tuple[tuple[Change, ...], ...]:
        # Of what leaves the same, the one that the vocabulary names first: a visit before the talks, these before an agreement.
        place = {path: number for number, path in enumerate(self.kb.vocabulary.facts)}
        best = sorted(
            self.found.values(),
            key=lambda one: (one[0], sorted(place.get(change.fact, -1) for change in one[1]), str(one[1])),
        )
        return tuple(self._trimmed(start, changes) for _, changes in best[: self.most])

    def _trimmed(self, start: _State, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Return changes that put into sets, or take out of them, no more than it takes."""
        left = _findings_left(self._with(start, changes)) if any(self._edits(change) > 1 for change in changes) else ()
        for place, change in enumerate(changes):
            now = self._now(change)
            for value in sorted(change.value ^ now) if isinstance(change.value, frozenset) else ():
                assert isinstance(change.value, frozenset)
                less = replace(change, value=change.value ^ {value})
                if self._edits(change) < 2:
                    break
                tried = (*changes[:place], less, *changes[place + 1 :])
                state = self._with(start, tried)
                if self._is_there(state) and _findings_left(state) <= left:
                    change, changes = less, tried
        return changes

    def _some(self, start: _State) -> int | None:
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

    def _needed(self, start: _State, changes: list[Change]) -> list[Change]:
        """Return changes without those that it takes not: halves are left out, and halves of what cannot be."""
        parts, end = [changes], self.runs + self.straight
        while parts and self.runs < end:
            part = parts.pop()
            rest = [change for change in changes if change not in set(part)]
            gone = {change.subject for change in part if is_new(change)}
            if not any(change.subject in gone for change in rest) and self._is_there(self._with(start, rest)):
                changes = rest
            elif len(part) > 1:
                middle = len(part) // 2
                parts += [part[middle:], part[:middle]]
        return changes

    def _straight(self, start: _State) -> _State | None:
        """Go down by the most promising moves, back where none is left; None when that takes too long."""
        waiting, end = [[start]], self.runs + self.straight
        while waiting and self.runs < end:
            if not waiting[-1]:
                waiting.pop()
                continue
            state = waiting[-1].pop(0)
            offenders = self._offenders(state)
            if not offenders:
                return state
            fewest = min(offenders, key=len)
            about = next(
                (key for key, moves in zip(self._barring(state), offenders, strict=False) if moves is fewest), None
            )
            tried = [alike[:1] for alike in self._alike(fewest, state)][: max(1, end - self.runs)]
            tried += self._everywhere([move for (move,) in tried], about, state)
            following = [(moves, self._after(state, moves)) for moves in tried]
            following.sort(
                key=lambda one: (len(self._barring(one[1])), sum(move.cost for move in one[0]), _findings_left(one[1]))
            )
            waiting.append([then for _, then in following])
        return None

    def _everywhere(self, moves: Sequence[_Move], about: Key | None, state: _State) -> Iterator[list[_Move]]:
        """Yield moves of an element at once with the same ones of all others of which the same finding bars the verdict."""
        loop = None if about is None else self.kb.evaluator.by_code[about[0]].rule.loop
        if about is None or loop is None:
            return
        names = [name for code, name in self._barring(state) if code == about[0]]
        for fact, value in dict.fromkeys((move.change.fact, move.change.value) for move in moves):
            definition = self.kb.vocabulary.facts.get(fact)
            if len(names) > 1 and definition is not None and definition.source == loop.source:
                there = [one for name in names for one in self._proposed(Address(fact, f"{loop.source}/{name}"), state)]
                yield [one for one in there if one.change.value == value]

    def _with(self, start: _State, changes: Sequence[Change]) -> _State:
        """Return where changes lead that were found one after the other; new elements come first."""
        moves = [_Move(change, change.effort) for change in sorted(changes, key=lambda one: not is_new(one))]
        return self._after(start, moves) if moves else start

    def _deepen(self, state: _State, limit: int) -> int | None:
        """Search below a node within an effort; return the least effort above the limit that was cut off."""
        offenders = self._offenders(state)
        if not offenders:
            self._keep(state)
            return None
        bound = self._bound(state, offenders)
        if bound is None:
            return None
        if bound > limit:
            return bound
        cut, following = self._affordable(state, self._alike(min(offenders, key=len), state), limit)
        for one in following:
            if self.runs >= self.limit or len(self.found) >= self.enough:
                return cut
            below = self._deepen(one, limit)
            if below is not None:
                cut = below if cut is None else min(cut, below)
        return cut

    def _alike(self, moves: Sequence[_Move], state: _State) -> list[list[_Move]]:
        """Return moves with those that are the same of an element that is like theirs: what one leads to, the others do."""
        begun = self.what_if.alike
        if not begun:
            return [[move] for move in moves]
        named = {source_and_id(subject or "")[1] for _, subject in state.changes}
        named |= {name for source, name in state.about if any(giving_up(source, name, self.kb))}
        now = Alike(state.standing.memory, self.kb, named)
        found: dict[tuple[object, ...], list[_Move]] = {}
        for move in moves:
            fact, subject = move.change.key
            same = fact, move.change.value, move.value, begun.first_like(subject), now.first_like(subject)
            found.setdefault(same, []).append(move)
        return list(found.values())

    def _affordable(
        self, state: _State, moves: Sequence[Sequence[_Move]], limit: int
    ) -> tuple[int | None, list[_State]]:
        """Make the moves that are within an effort, one of each kind; what one of them covers, those after it leave out.

        Returns:
            The least effort of those that are not, None when all are; and where the moves lead, the best first.
        """
        cut: int | None = None
        made: list[tuple[Sequence[_Move], _State]] = []
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

    def _keep(self, state: _State) -> None:
        """Keep a solution; of those that change the same facts, the one that leaves the fewest findings and edits least."""
        changes = tuple(
            sorted(state.changes.values(), key=lambda change: (not is_new(change), change.fact, change.subject or ""))
        )
        solution = (*_findings_left(state), sum(self._edits(change) for change in changes)), changes
        facts = frozenset(change.key for change in changes)
        if facts not in self.found or solution[0] < self.found[facts][0]:
            self.found[facts] = solution

    def _edits(self, change: Change) -> int:
        """Return how many single values a change puts into a set or takes out of it."""
        return len(change.value ^ self._now(change)) if isinstance(change.value, frozenset) else 0

    def _now(self, change: Change) -> frozenset[str]:
        """Return what a set holds in the project as it is."""
        is_set = isinstance(change.value, frozenset)
        return held(change.key, self.what_if.now.memory, self.kb) if is_set else frozenset()

    def _after(self, state: _State, moves: Sequence[_Move]) -> _State:
        """Return where moves lead that are made at once."""
        self.runs += 1
        memory, there, changes = state.memory, state.standing.memory, dict(state.changes)
        for move in moves:
            memory = apply_change(memory, move.change, self.kb)
            there = apply_change(there, move.change, self.kb)
            changes[move.change.key] = move.change
        standing = self.what_if.following(state.standing, there, [move.change.key for move in moves])
        toggled = state.toggled | {(move.change.key, move.value) for move in moves if move.value is not None}
        about = state.about | frozenset(self._elements(standing.remaining))
        effort = state.effort + sum(move.cost for move in moves)
        return _State(memory, standing, changes, effort, toggled, about=about)

    def _is_there(self, state: _State) -> bool:
        """Tell whether nothing bars the verdict."""
        return not self._barring(state) and not (self.must_know and state.standing.missing)

    def _offenders(self, state: _State) -> list[list[_Move]]:
        """Return, for outcomes and missing facts that bar the wanted verdict, the moves one of which is needed.

        Of very many outcomes the first ones are enough: each of them has to go, and what is least for them is no more.
        """
        accounts = Accounts(self.kb.evaluator, state.standing.memory)
        found = [self._reason(key, accounts) for key in self._barring(state)[: self.looked_at]]
        if self.must_know:
            for condition, fact in missing_demands(self.kb, state.standing.memory):
                keys = {fact} if condition is None else {fact, *accounts.of(condition, {}).reason()}
                found.append((keys, next((one for one in state.about if "/".join(one) == fact[1]), None)))
        return [self._moves(keys, own, state) for keys, own in found]

    def _reason(self, key: Key, accounts: Accounts) -> tuple[set[Address], tuple[str, str] | None]:
        """Return facts one of which must change for an outcome to bar no more, and the element it is about."""
        compiled = self.kb.evaluator.by_code[key[0]]
        loop = compiled.rule.loop
        bound = accounts.bindings(loop, key[1])
        assert bound is not None
        conditions = [compiled.when, *(severity for _, severity in compiled.severities if severity is not None)]
        keys = {fact for condition in conditions for fact in accounts.of(condition, bound).reason()}
        if key in self.begun:
            keys = {fact for fact in keys if not self._is_hoped_for(fact, accounts.memory)}
        # A finding goes, too, when one that replaces it comes.
        for code in self.replacers[key[0]]:
            other = accounts.of_outcome((code, key[1]))
            if other is not None and other.truth is not True:
                keys |= other.reason()
        if loop is None or key[1] is None:
            return keys, None
        return keys, (loop.source, key[1])

    def _is_hoped_for(self, fact: Address, memory: WorkingMemory) -> bool:
        """Tell whether nobody can bring a fact of the project about, and it is not known: what is found stays until somebody says."""
        definition = self.kb.vocabulary.facts.get(fact.fact)
        if definition is None or definition.effort != "fixed" or fact.subject is not None:
            return False
        told = fact.fact.startswith("complete.") or fact.fact == self.kb.verdict.phase
        return not told and value_of(fact, memory, self.kb) is None

    def _elements(self, findings: Iterable[Key]) -> Iterator[tuple[str, str]]:
        """Yield the elements, by list and id, that findings are about."""
        for code, element in findings:
            loop = self.kb.evaluator.by_code[code].rule.loop
            if loop is not None and element is not None:
                yield loop.source, element

    def _barring(self, state: _State) -> list[Key]:
        """Return the findings that bar the verdict: by their severity, because they are new, or only not told any more or milder."""
        outcomes = state.standing.conclusions.outcomes
        barring = [
            key
            for key, severity in state.standing.remaining.items()
            if self.kinds[key[0]] == "finding" and (severity in self.barred or self._is_raised(key, severity))
        ]
        forgotten = [
            key
            for key, severity in self.begun.items()
            if severity in self.barred and self.kinds[key[0]] == "finding" and outcomes.get(key, False) is None
        ]
        return [*barring, *forgotten, *self._softened(state)]

    def _softened(self, state: _State) -> list[Key]:
        """Return the findings about an element that are there as before, only milder, since another element came."""
        if not any(map(is_new, state.changes.values())):
            return []
        remaining = state.standing.remaining
        return [
            key
            for key, severity in self.begun.items()
            if severity in self.barred and key[1] is not None and self.kinds[key[0]] == "finding"
            if key in remaining and remaining[key] not in self.barred
        ]

    def _is_raised(self, key: Key, severity: Severity) -> bool:
        """Tell whether a finding is new or worse than it was; a note may come, and what another finding stood for."""
        before = self.what_if.now.conclusions.severities.get(key)
        return severity != "info" and (before is None or GRADES.index(severity) < GRADES.index(before))

    def _moves(self, keys: set[Address], own: tuple[str, str] | None, state: _State) -> list[_Move]:
        moves = [
            move
            for key in sorted(keys, key=lambda one: (one.fact, one.subject is None, one.subject))
            for move in self._moves_of(key, state)
        ]
        # What hangs on which elements there are goes, too, when one is given up that another finding is about.
        given_up = {own, *(one for one in state.about if (one[0], None) in keys)}
        changed = {subject for _, subject in state.changes}
        for one in sorted(one for one in given_up if one is not None):
            # An element is not given up after something was changed about it.
            if "/".join(one) not in changed:
                dropped = giving_up(*one, self.kb)
                moves += [_Move(drop, drop.effort) for drop in dropped if (drop.key, drop.value) not in state.excluded]
        return moves

    def _moves_of(self, key: Address, state: _State) -> Iterator[_Move]:
        made = state.changes.get(key)
        if made is None:
            for move in self._proposed(key, state) if (key, None) not in state.excluded else ():
                if (key, move.change.value) not in state.excluded:
                    yield move
            return
        if (key, None) in state.toggled:
            return
        now = self._now(made)
        named = now if isinstance(now, OpenSet) else ()
        for value, refined in refinements(made, state.standing.memory, self.what_if.space):
            if (key, value) not in state.toggled and value not in named:
                yield _Move(refined, 0, value)

    def _proposed(self, key: Address, state: _State) -> tuple[_Move, ...]:
        """Return the moves of a fact that nothing was changed about: the same wherever the elements are the same."""
        known = self.proposed.get(key)
        if known is None:
            proposals = proposals_of(key, state.standing.memory, self.what_if.space)
            known = tuple(_Move(change, change.effort) for change in proposals)
            definition = self.kb.vocabulary.facts.get(key.fact)
            if definition is not None and definition.target is None:
                self.proposed[key] = known
        return known

    def _bound(self, state: _State, offenders: list[list[_Move]]) -> int | None:
        """Return the least effort that is certainly needed; None when some offender cannot be changed at all."""
        bound = state.effort
        used: set[Address] = set()
        for moves in sorted(offenders, key=len):
            if not moves:
                return None
            keys = {move.change.key for move in moves}
            if not keys & used:
                used |= keys
                bound += min(move.cost for move in moves)
        return bound


def _findings_left(state: _State) -> tuple[int, ...]:
    """Return how many findings of each severity remain, worst first."""
    severities = list(state.standing.remaining.values())
    return tuple(severities.count(severity) for severity in SEVERITIES)
