"""What the questions of an assessment are for: which unknown facts each outcome waits for that is not settled.

What a page does not ask for because another answer rules it out is put to nobody, unless a verdict needs it. It stays unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any

from msgspec.structs import replace

from ..account import Account, Accounts, Ways
from ..account.alike import alike_in
from ..compiled import CompiledKnowledgeBase
from ..evaluate import Bindings
from ..evaluate.evaluator import possible_severities
from ..knowledge.model import GRADES, SEVERITIES, Grade, KnowledgeBase, Rule, is_upcoming, severity_of
from ..language.completeness import completed_by, completeness
from ..language.truth import Truth
from ..project.address import Address, source_and_id, subject_of_outcome
from ..project.memory import Conclusions, Key, WorkingMemory
from ..project.project import Project
from .completions import Reach
from .findings import Drafter
from .model import Level, Question
from .questions import Order, Waiting, rank_questions
from .verdict import silencer, still_coming

_SMALL = SEVERITIES[-2]
"""The severity of what is half answered only where a stated fact could be better: that it is no worse speaks for no finding."""


class Asker(Drafter):
    """Drafts the questions, from a strict run: what is told for now but could still change is asked about, too."""

    def __init__(
        self,
        kb: CompiledKnowledgeBase,
        project: Project,
        accounts: Accounts,
        phase: str | None,
        conclusions: Conclusions,
        strict: Conclusions,
    ) -> None:
        """Take what a drafter takes, the accounts being those of a strict run; what is concluded as things stand, and by that run."""
        super().__init__(kb, project, accounts, phase)
        self._conclusions = conclusions
        self._strict = strict
        self._firsts: dict[Key, list[Waiting]] = {}

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self.order.answers)

    @cached_property
    def _framing(self) -> frozenset[str]:
        return frozenset(self.kb.plan.first)

    @cached_property
    def order(self) -> Order:
        """The order of questions."""
        return Order(self.kb, self.road_map)

    def questions(
        self, missing: Collection[Address], deciding: Collection[Address], reach: Reach
    ) -> tuple[Question, ...]:
        """Return the questions in their order.

        Args:
            missing: The must-know facts that are not known.
            deciding: The unknown facts that decide whether a verdict needs another one.
            reach: Which verdicts can be reached, with what decisions leave out of them.
        """
        asked = {one.key: one for one in self.project.asked}
        # One after the other: what each of a thousand outcomes waits for is never there all at once.
        waiting = self._waiting(self._asking(self.kb.rules, reach.waived))
        put = self._put(chain(waiting, self._coming(reach)), {*missing, *deciding})
        return rank_questions(put, missing, deciding, self.order, self.labels, asked, self.project.unknown)

    def _put(self, waiting: Iterable[Waiting], needed: Container[Address]) -> Iterator[Waiting]:
        """Yield what is waited for without the facts that are not asked for; of each of these that is found out once."""
        seen, shut = set[Address](), set[Address]()
        for one in waiting:
            new = one.facts - seen
            seen |= new
            shut.update([fact for fact in new if fact not in needed and self._is_shut(fact)])
            asked = one.facts - shut
            if asked:
                yield one if len(asked) == len(one.facts) else replace(one, facts=asked)

    def _is_shut(self, key: Address) -> bool:
        return is_shut(key, self.project.memory, self._conclusions, self.kb)

    def _waiting(self, asking: Iterable[tuple[Rule, Key, Truth, bool]]) -> Iterator[Waiting]:
        """Yield what is waited for where something is not settled, or may have another severity."""
        alike = alike_in(self.accounts.memory, self.kb.evaluator)
        for rule, key, truth, counts in asking:
            subject = subject_of_outcome(key, self.kb)
            exchange = alike.exchange(subject)
            first = key if exchange is None else (key[0], source_and_id(alike.first_like(subject) or "")[1])
            found = self._firsts.get(first)
            if found is None:
                found = list(self._waited_for(rule, first, truth))
                if exchange is not None or alike.stands_for_others(subject):
                    self._firsts[first] = found
            for one in found:
                facts = one.facts if exchange is None else exchange.addresses(one.facts)
                yield replace(one, facts=facts, counts=one.counts and counts)

    def pressing(self, missing: Iterable[Address], deciding: Iterable[Address], reach: Reach) -> dict[Address, Level]:
        """Return the facts of the questions that are `needed` or `may_stop`, without working the others out; see `questions`."""
        found: dict[Address, Level] = dict.fromkeys((*missing, *sorted(deciding, key=str)), "needed")
        seen = set(found)
        for rule, key, truth, counts in self._asking(self.kb.stopping, reach.waived):
            if not counts:
                continue
            grades = self._strict.possible.get(key)
            worst = rule.worst if grades is None else severity_of(min(grades, key=GRADES.index))
            waiting = [self.accounts.unknown(key)] if truth is None and worst == SEVERITIES[0] else []
            for grade, account in self._undecided_grades(rule, key):
                if severity_of(grade) == SEVERITIES[0] and not is_upcoming(grade):
                    waiting.append(account.unknown())
            for facts in waiting:
                asked = [fact for fact in facts - seen if not self._is_shut(fact)]
                seen |= facts
                found.update(dict.fromkeys(sorted(asked, key=str), "may_stop"))
        for one in self._coming(reach, found):
            found.update((fact, "may_stop") for fact in one.facts if not self._is_shut(fact))
        return found

    def _coming(self, reach: Reach, known: Container[Address] = ()) -> Iterator[Waiting]:
        """Yield what may stop the project once elements are named that a stated list does not name yet: whether it is complete."""
        memory = self.accounts.memory
        for rule in still_coming(memory, self.kb):
            assert rule.loop is not None
            whole = Address(completeness(rule.loop.source))
            counts = rule.asks and rule.worst == SEVERITIES[0] and not reach.waived.get((rule.code, None), False)
            if not counts or rule.loop.source not in memory.elements or whole.fact in memory.project or whole in known:
                continue
            if reach.may_come(rule):
                yield Waiting(rule, rule.worst, frozenset({whole}), counts)

    def _asking(self, rules: Iterable[Rule], waived: Mapping[Key, bool]) -> Iterator[tuple[Rule, Key, Truth, bool]]:
        """Yield what is not settled, or may have another severity: the rule, the outcome, its truth, whether it counts."""
        for rule in rules:
            if not rule.asks or self.comes_later(rule):
                continue
            for key, truth in self.outcomes(rule, self._strict):
                if truth is False or silencer(key, self.kb, self._conclusions.severities.get) is not None:
                    continue
                counts = rule.kind == "finding" and not waived.get(key, waived.get((key[0], None), False))
                yield rule, key, truth, counts

    def _undecided_grades(self, rule: Rule, key: Key) -> Iterable[tuple[Grade, Account]]:
        """Yield the grades of which it cannot be told whether a finding has them, before the first that it has."""
        severities = self.accounts.evaluator.by_code[rule.code].severities
        if len(severities) == 1 or (rule.loop is not None and key[1] is None):
            return
        bound = self._bindings(rule, key)
        for grade, condition in severities:
            account = None if condition is None else self.accounts.of(condition, bound)
            if account is None or account.truth is True:
                return
            if account.truth is None:
                yield grade, account

    def _waited_for(self, rule: Rule, key: Key, truth: Truth) -> Iterator[Waiting]:
        """Yield what an outcome waits for, as if it counted: where it is undecided, and where an earlier severity is."""
        if truth is None:
            yield from self._undecided(rule, key)
        for grade, account in self._undecided_grades(rule, key):
            yield Waiting(rule, severity_of(grade), account.unknown(), not is_upcoming(grade))

    def _undecided(self, rule: Rule, key: Key) -> Iterator[Waiting]:
        """Yield what an undecided outcome waits for, with the worst severity that it could have."""
        unknown = self.accounts.unknown(key)
        account = self.accounts.of_outcome(key)
        if account is None:
            yield Waiting(rule, rule.worst, unknown, True)
            return
        compiled, bound = self.accounts.evaluator.by_code[rule.code], self._bindings(rule, key)
        severity = severity_of(min(possible_severities(compiled, self.accounts.memory, bound), key=GRADES.index))
        yield Waiting(rule, severity, unknown, True)
        if rule.kind == "finding" and severity != SEVERITIES[-1]:
            for way in self._ways.of(account):
                told = {address for address in way.stated if address.fact not in self._framing}
                if severity == _SMALL:
                    told = set(filter(self._speaks_against, told))
                if told and not any(self.order.opened(fact, way.unknown) for fact in way.unknown):
                    begun = not told.isdisjoint(way.unknown)
                    yield Waiting(rule, severity, way.unknown & unknown, True, half=True, begun=begun)

    def _speaks_against(self, address: Address) -> bool:
        """Tell whether what is stated of a fact is worse than what it could be."""
        definition, stated = self.kb.vocabulary.facts.get(address.fact), self.project.stated.get(address)
        if definition is None or stated is None or not definition.better:
            return False
        return definition.is_worse(stated.value, definition.better[-1])

    def _bindings(self, rule: Rule, key: Key) -> Bindings:
        bound = self.accounts.bindings(rule.loop, key[1])
        assert bound is not None
        return bound


def is_shut(key: Address, memory: WorkingMemory, conclusions: Conclusions, kb: KnowledgeBase) -> bool:
    """Tell whether a fact is only asked where another one has some value, which it is known not to have, or is not asked either.

    What is asked when is said by the pages of the knowledge base.
    """
    gates, passed = kb.plan.gates, set[Address]()
    while key not in passed:
        passed.add(key)
        listed = completed_by(key.fact)
        gate = gates.get(key.fact) or (gates.get(listed) if listed in kb.vocabulary.lists else None)
        if gate is None:
            break
        key = key.beside(gate.fact, kb.vocabulary)
        value = _value(key, memory, conclusions, kb)
        if value is not None:
            return value not in gate.values
    return False


def _value(key: Address, memory: WorkingMemory, conclusions: Conclusions, kb: KnowledgeBase) -> Any:
    """Return what is stated or derived of a fact; None where it is not known."""
    definition = kb.vocabulary.facts.get(key.fact)
    if definition is not None:
        return memory.stated(key, definition)
    state = conclusions.derived.get((key.fact, source_and_id(key.subject)[1] if key.subject else None))
    return None if state is None else state.value
