"""What bars a verdict from where a project stands, and the moves one of which takes it away.

For each outcome that bars the verdict there is a sufficient reason: some fact of it must change, or the outcome stays. Moves
are changes that people can be advised to make; those that are the same of elements that are alike lead to the same.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from msgspec import Struct, field

from ..account import Accounts
from ..account.alike import Alike
from ..assess.asker import is_shut
from ..assess.verdict import missing_demands
from ..knowledge.model import GRADES, VERDICTS, Severity, Verdict
from ..language.completeness import is_completeness
from ..project.address import Address, source_and_id
from ..project.memory import Key, OpenSet, Value, WorkingMemory
from .changes import Change, apply_change, giving_up, held, is_new, proposals_of, refinements, value_of
from .effects import Standing, WhatIf


class SearchState(Struct):
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


class Move(Struct, frozen=True):
    """A change that is tried: what it costs on top, and the value of a set that it puts in or takes out."""

    change: Change
    cost: int
    value: str | None = None


class MovesOf(Struct, frozen=True):
    """Moves one of which is made; with what they have in common, so that nobody goes through thousands to know it.

    Attributes:
        keys: What they change.
        cost: What the cheapest of them costs.
    """

    moves: tuple[Move, ...]
    keys: frozenset[Address]
    cost: int

    def __len__(self) -> int:
        """Return how many moves there are."""
        return len(self.moves)


def _each(changes: Iterable[Change]) -> MovesOf:
    """Return the moves that make one of some changes."""
    return _of([Move(change, change.effort) for change in changes])


def _of(moves: Sequence[Move]) -> MovesOf:
    keys, cost = frozenset([move.change.key for move in moves]), min((move.cost for move in moves), default=0)
    return MovesOf(tuple(moves), keys, cost)


def _together(every: Iterable[MovesOf]) -> MovesOf:
    parts = [part for part in every if part.moves]
    keys, cost = (
        frozenset[Address]().union(*(part.keys for part in parts)),
        min((part.cost for part in parts), default=0),
    )
    return MovesOf(tuple(chain.from_iterable([part.moves for part in parts])), keys, cost)


Reason: TypeAlias = "tuple[set[Address], set[tuple[str, str]]]"
"""Facts one of which must change for outcomes to bar no more, and the elements that they are about."""

There: TypeAlias = "tuple[Key, frozenset[tuple[Address, Value | None]]]"
"""An outcome, with the changes on which it can rest: what follows from what it rests on is the same wherever these are."""


class Moves:
    """The moves from any state of a search for one verdict."""

    def __init__(self, what_if: WhatIf, wanted: Verdict, looked_at: int) -> None:
        """Prepare; of outcomes that bar the verdict the reasons of only so many are looked at at a time."""
        self.kb = what_if.kb
        self.what_if = what_if
        self.looked_at = looked_at
        self.wanted = wanted
        worse = [case for case in self.kb.verdict.cases if VERDICTS.index(case.verdict) < VERDICTS.index(wanted)]
        self.barred = {case.severity for case in worse if case.severity is not None}
        self.must_know = any(case.missing for case in worse)
        self.begun = what_if.now.remaining
        self.accounts = Accounts(self.kb.evaluator, what_if.now.memory)
        self._reasons: dict[There, Reason] = {}
        self._worst: dict[There, Severity] = {}
        self._known: dict[Address, tuple[tuple[Value, ...], MovesOf]] = {}

    def start(self) -> SearchState:
        """Return the project as it is."""
        now = self.what_if.now
        return SearchState(self.what_if.stated, now, about=frozenset(self._elements(now.remaining)))

    def is_there(self, state: SearchState) -> bool:
        """Tell whether nothing bars the verdict."""
        missing = self.must_know and state.standing.missing
        return not self.barring(state) and not missing and not self._either(state)

    def _either(self, state: SearchState) -> tuple[Key, ...]:
        """Return outcomes of which one or another bars the verdict, whatever the answers to all that is unknown are."""
        found = state.standing.reach.up_to(self.wanted)
        return found.outcomes if found.facts is None and found.proved else ()

    def offenders(self, state: SearchState) -> list[MovesOf]:
        """Return for each outcome and missing fact that bars the wanted verdict the moves one of which is needed.

        Of very many outcomes the first ones are enough: each of them has to go, and what is least for them is no more. Where
        there is none, but one of several will bar it, it takes a move that is one of theirs.
        """
        accounts = Accounts(self.kb.evaluator, state.standing.memory, self.accounts)
        found = [self._reason(key, state, accounts) for key in self.barring(state)[: self.looked_at]]
        if self.must_know:
            for condition, fact in missing_demands(self.kb, state.standing.memory):
                keys = {fact} if condition is None else {fact, *accounts.of(condition, {}).reason()}
                found.append((keys, {one for one in state.about if "/".join(one) == fact[1]}))
        if not found and (reasons := [self._reason(key, state, accounts) for key in self._either(state)]):
            facts, elements = (set().union(*parts) for parts in zip(*reasons, strict=True))
            # What may be found of an element is not put right by another one that comes.
            found.append((facts - {Address(source) for source, _ in elements}, elements))
        excluded = {key for key, _ in state.excluded}
        return [_together(self._moves(keys, own, state, excluded)) for keys, own in found]

    def _there(self, key: Key, codes: Sequence[str], state: SearchState) -> There:
        """Return an outcome with the changes on which some rules can rest that are asked of its element."""
        changes = [(fact, subject and source_and_id(subject)[1]) for fact, subject in state.changes]
        touched = self.kb.evaluator.dependencies.touched(codes, key[1], changes)
        made = list(state.changes.values()) if touched else []
        return key, frozenset([(made[place].key, made[place].value) for place in touched])

    def _at_worst(self, key: Key, state: SearchState) -> Severity:
        """Return how grave a finding that cannot be told could be at worst."""
        there = self._there(key, [key[0]], state)
        found = self._worst.get(there)
        if found is None:
            found = self._worst[there] = state.standing.at_worst(key)
        return found

    def _reason(self, key: Key, state: SearchState, accounts: Accounts) -> Reason:
        """Return facts one of which must change for an outcome to bar no more, and the element it is about."""
        there = self._there(key, [key[0], *self._replacers(key[0])], state)
        found = self._reasons.get(there)
        if found is None:
            found = self._reasons[there] = self._reason_of(key, accounts)
        return found

    def _reason_of(self, key: Key, accounts: Accounts) -> Reason:
        compiled = self.kb.evaluator.by_code[key[0]]
        loop = compiled.rule.loop
        bound = accounts.bindings(loop, key[1])
        if bound is None:  # of an element that may come
            return {Address(loop.source)} if loop is not None else set(), set()
        conditions = [compiled.when, *(severity for _, severity in compiled.severities if severity is not None)]
        keys = {fact for condition in conditions for fact in accounts.of(condition, bound).reason()}
        if key in self.begun:
            keys = {fact for fact in keys if not self._is_hoped_for(fact, accounts.memory)}
        # A finding goes, too, when one that replaces it comes.
        for code in self._replacers(key[0]):
            other = accounts.of_outcome((code, key[1]))
            if other is not None and other.truth is not True:
                keys |= other.reason()
        return keys, set(self._elements([key]))

    def _replacers(self, code: str) -> list[str]:
        return [rule.code for rule in self.kb.silencers.get(code, ())]

    def _is_hoped_for(self, fact: Address, memory: WorkingMemory) -> bool:
        """Tell whether nobody can bring a fact of the project about, and it is not known: what is found stays until somebody says."""
        definition = self.kb.vocabulary.facts.get(fact.fact)
        if definition is None or definition.effort != "fixed" or fact.subject is not None:
            return False
        told = is_completeness(fact.fact) or fact.fact == self.kb.verdict.phase
        return not told and value_of(fact, memory, self.kb) is None

    def _elements(self, findings: Iterable[Key]) -> Iterator[tuple[str, str]]:
        """Yield the elements, by list and id, that findings are about."""
        for code, element in findings:
            loop = self.kb.evaluator.by_code[code].rule.loop
            if loop is not None and element is not None:
                yield loop.source, element

    def barring(self, state: SearchState) -> list[Key]:
        """Return the findings that bar the verdict: by their severity, because they are new, or only not told any more or milder."""
        outcomes = state.standing.conclusions.outcomes
        # New, or worse than it was: a note may come, and what another finding stood for.
        before, least = self.what_if.now.conclusions.severities, len(GRADES)
        barring = [
            key
            for key, severity in state.standing.remaining.items()
            if self.kb.rule(key[0]).kind == "finding"
            if severity in self.barred
            or (severity != "info" and GRADES.index(severity) < (GRADES.index(before[key]) if key in before else least))
        ]
        forgotten = [
            key
            for key, severity in self.begun.items()
            if severity in self.barred and self.kb.rule(key[0]).kind == "finding" and outcomes.get(key, False) is None
            if self._at_worst(key, state) in self.barred
        ]
        return [*barring, *forgotten, *self._softened(state)]

    def _softened(self, state: SearchState) -> list[Key]:
        """Return the findings about an element that are there as before, only milder, since another element came or takes part now."""
        if not any(is_new(change) or self._joins(change) for change in state.changes.values()):
            return []
        remaining = state.standing.remaining
        return [
            key
            for key, severity in self.begun.items()
            if severity in self.barred and key[1] is not None and self.kb.rule(key[0]).kind == "finding"
            if key in remaining and remaining[key] not in self.barred
        ]

    def _joins(self, change: Change) -> bool:
        definition = self.kb.vocabulary.facts.get(change.fact)
        return definition is not None and definition.effort == "join"

    def _moves(
        self, keys: set[Address], own: set[tuple[str, str]], state: SearchState, excluded: Container[Address]
    ) -> Iterator[MovesOf]:
        for key in sorted(keys, key=lambda one: (one.fact, one.subject is None, one.subject)):
            if key in state.changes or key in excluded:
                yield _of(list(self._moves_of(key, state)))
            elif not self._is_ruled_out(key, state):
                yield self._proposed(key, state)
        # What hangs on which elements there are goes, too, when one is given up that another finding is about.
        given_up = own | {one for one in state.about if (one[0], None) in keys}
        changed = {subject for _, subject in state.changes}
        for one in sorted(given_up):
            # An element is not given up after something was changed about it.
            if "/".join(one) not in changed:
                dropped = giving_up(*one, self.kb)
                yield _each(drop for drop in dropped if (drop.key, drop.value) not in state.excluded)

    def _is_ruled_out(self, key: Address, state: SearchState) -> bool:
        """Tell whether a fact that is not known is asked only after another answer, which is another one."""
        memory, conclusions = state.standing.memory, state.standing.conclusions
        return self.what_if.is_unknown(key, memory) and is_shut(key, memory, conclusions, self.kb)

    def _moves_of(self, key: Address, state: SearchState) -> Iterator[Move]:
        made = state.changes.get(key)
        if made is None:
            for move in self._proposed(key, state).moves if (key, None) not in state.excluded else ():
                if (key, move.change.value) not in state.excluded:
                    yield move
            return
        if (key, None) in state.toggled:
            return
        now = self.held(made)
        named = now if isinstance(now, OpenSet) else ()
        for value, refined in refinements(made, state.standing.memory, self.what_if.space):
            if (key, value) not in state.toggled and value not in named:
                yield Move(refined, 0, value)

    def _proposed(self, key: Address, state: SearchState) -> MovesOf:
        """Return the moves of a fact that nothing was changed about: the same wherever the elements are the same."""
        memory, space = state.standing.memory, self.what_if.space
        definition, named = self.kb.vocabulary.facts.get(key.fact), tuple[Value, ...]()
        if definition is not None and definition.target is not None:
            named = space.values(definition, memory)
        known = self._known.get(key)
        if known is None or known[0] is not named:
            known = named, _each(proposals_of(key, memory, space, self.what_if.stated))
            if definition is not None:
                self._known[key] = known
        return known[1]

    def after(self, state: SearchState, moves: Sequence[Move]) -> SearchState:
        """Return where moves lead that are made at once."""
        memory, there, changes = state.memory, state.standing.memory, dict(state.changes)
        for move in moves:
            memory = apply_change(memory, move.change, self.kb)
            there = apply_change(there, move.change, self.kb)
            changes[move.change.key] = move.change
        standing = self.what_if.following(state.standing, there, [move.change.key for move in moves])
        toggled = state.toggled | {(move.change.key, move.value) for move in moves if move.value is not None}
        about = state.about | frozenset(self._elements(standing.remaining))
        effort = state.effort + sum(move.cost for move in moves)
        return SearchState(memory, standing, changes, effort, toggled, about=about)

    def alike(self, moves: Iterable[Move], state: SearchState) -> list[list[Move]]:
        """Return moves with those that are the same of an element that is like theirs: what one leads to, the others do."""
        begun = self.what_if.alike
        if not begun:
            return [[move] for move in moves]
        named = {source_and_id(subject or "")[1] for _, subject in state.changes}
        named |= {name for source, name in state.about if any(giving_up(source, name, self.kb))}
        now = Alike(state.standing.memory, self.kb.evaluator, named)
        found: dict[tuple[object, ...], list[Move]] = {}
        for move in moves:
            fact, subject = move.change.key
            same = fact, move.change.value, move.value, begun.first_like(subject), now.first_like(subject)
            found.setdefault(same, []).append(move)
        return list(found.values())

    def everywhere(self, moves: Sequence[Move], about: Key | None, state: SearchState) -> Iterator[list[Move]]:
        """Yield moves of an element at once with the same ones of all others of which the same finding bars the verdict."""
        loop = None if about is None else self.kb.evaluator.by_code[about[0]].rule.loop
        if about is None or loop is None:
            return
        names = [name for code, name in self.barring(state) if code == about[0]]
        for fact, value in dict.fromkeys((move.change.fact, move.change.value) for move in moves):
            definition = self.kb.vocabulary.facts.get(fact)
            if len(names) > 1 and definition is not None and definition.source == loop.source:
                there = [self._proposed(Address(fact, f"{loop.source}/{name}"), state) for name in names]
                yield [one for moves in there for one in moves.moves if one.change.value == value]

    def held(self, change: Change) -> frozenset[str]:
        """Return what a set that is changed holds in the project as it is."""
        is_set = isinstance(change.value, frozenset)
        return held(change.key, self.what_if.now.memory, self.kb) if is_set else frozenset()
