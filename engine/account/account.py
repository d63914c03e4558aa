"""The account of a condition: the truth that it has in one run, what it is made of, and which of that decided.

An account has readings: the evidence for a known truth, the unknown facts in the way of an unknown one, and a sufficient
reason, facts such that the truth stays what it is unless one of them changes. Its parts are made when somebody looks at
them. Nothing is judged anew: every truth is that of a closure in the working memory that a run left behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from ..evaluate import Bindings, Compiled, CompiledDerivation, Evaluator
from ..evaluate.comparisons import KnownFacts
from ..knowledge.model import Loop
from ..language.completeness import completeness
from ..language.tree import ABOUT_REFERENCES, All, Any, Comparison, Condition, Fact, Not, Quantifier
from ..language.truth import Truth, any_of, negate
from ..project.address import Address, subject_of
from ..project.memory import Derived, Element, Key, WorkingMemory
from .alike import Alike, Exchange


class Accounts:
    """Gives the accounts of one run. It lives as long as the run's working memory."""

    def __init__(
        self,
        evaluator: Evaluator,
        memory: WorkingMemory,
        before: Accounts | None = None,
        alike: Alike | None = None,
    ) -> None:
        """Prepare to account for what `evaluator` concluded in `memory` (the memory that `run_in` returned).

        Of elements that nothing changed since an earlier run, what rests on them alone is taken from the accounts of that one;
        of elements that are said to be alike, what keeps a derived fact open is found out of the first.
        """
        self.evaluator = evaluator
        self.memory = memory
        self._before = before
        self.alike = alike
        self.facts = KnownFacts(evaluator.kb.vocabulary, memory)
        self._derived: dict[Key, DerivedAccount] = {}
        self._reasons: dict[tuple[int, int], tuple[Element, frozenset[Address]]] = (
            {} if before is None else before._reasons
        )

    def of(self, compiled: Compiled, bound: Bindings) -> Account:
        """Return the account of a condition about some elements."""
        return _KINDS[type(compiled.node)](self, compiled, bound, compiled.truth(self.memory, bound))

    def reason(self, compiled: Compiled, bound: Bindings) -> frozenset[Address]:
        """Return the reason of a condition (`Account.reason`); of what asks one element alone it is found once while that stays as it is."""
        variable = self.evaluator.dependencies.alone(compiled.node)
        if variable is None:
            return self.of(compiled, bound).reason()
        element = bound[variable]
        place = id(compiled), id(element)
        found = self._reasons.get(place)
        if found is None:
            found = self._reasons[place] = element, self.of(compiled, bound).reason()
        return found[1]

    def of_outcome(self, key: Key) -> Account | None:
        """Return the account of a rule's condition about one subject; None when its list has no such element."""
        compiled = self.evaluator.by_code[key[0]]
        bound = self.bindings(compiled.rule.loop, key[1])
        return None if bound is None else self.of(compiled.when, bound)

    def unknown(self, key: Key) -> frozenset[Address]:
        """Return the unknown facts in the way of an outcome; of a rule over a list that is not stated, the list."""
        account, loop = self.of_outcome(key), self.evaluator.by_code[key[0]].rule.loop
        if account is None:
            assert loop is not None
            return frozenset({Address(loop.source)})
        return account.unknown()

    def bindings(self, loop: Loop | None, name: str | None) -> Bindings | None:
        """Return what a loop is bound to for one element; None when its list has no such element."""
        if loop is None:
            return {}
        element = self.memory.element(loop.source, name)
        return None if element is None else {loop.variable: element}

    def derived(self, concept: str, element: Element | None) -> DerivedAccount:
        """Return the account of a derived fact about an element; None for the project."""
        key = concept, None if element is None else str(element["id"])
        found = self._derived.get(key)
        if found is None:
            before = self._before
            if before is not None and element is not None and self._stays(concept, element, before.memory):
                found = before.derived(concept, element)
            else:
                found = DerivedAccount(self, self.evaluator.by_concept[concept], element)
            self._derived[key] = found
        return found

    def _stays(self, concept: str, element: Element, before: WorkingMemory) -> bool:
        """Tell whether a derived fact rests on one element alone, and that is as it was."""
        source = self.evaluator.dependencies.of_one(concept)
        return source is not None and before.element(source, str(element["id"])) is element


class Account:
    """A condition about some elements, and why it has the truth that it has.

    Attributes:
        node: The condition.
        bound: The elements that it is about.
        truth: True, False, or None when it cannot be told.
    """

    __slots__ = ("accounts", "bound", "compiled", "node", "truth")

    def __init__(self, accounts: Accounts, compiled: Compiled, bound: Bindings, truth: Truth) -> None:
        self.accounts = accounts
        self.compiled = compiled
        self.node: Condition = compiled.node
        self.bound = bound
        self.truth = truth

    def evidence(self) -> frozenset[Address]:
        """Return the known facts on which a known truth rests; none for an unknown one."""
        return _basis([self] if self.truth is not None else [])

    def unknown(self) -> frozenset[Address]:
        """Return the unknown facts that keep the truth from being told; none for a known one."""
        return _basis([self] if self.truth is None else [])

    def reason(self) -> frozenset[Address]:
        """Return facts such that the condition keeps its truth unless one of them changes.

        There may be more of them than it takes, never fewer. A list's path stands for which elements it has. Taking back
        that a list is complete is no such change: it only makes what is known less.
        """
        found: set[Address] = set()
        self.add_reason(found)
        return frozenset(found)

    def add_basis(self, found: set[Address]) -> None:
        """Add the facts that the truth rests on: known ones where it is known, those that are not where it is not."""
        raise NotImplementedError

    def add_reason(self, found: set[Address]) -> None:
        """Add the facts of a sufficient reason."""
        raise NotImplementedError


FactRead: TypeAlias = "tuple[Fact, Element | None, DerivedAccount | None]"
"""A fact that a comparison reads, the element that it belongs to, and the account of a derived one."""


class LeafAccount(Account):
    """A comparison: it rests on the facts that it reads."""

    __slots__ = ()
    node: Comparison

    def reads(self) -> list[FactRead]:
        """Return the facts that are read; which element is meant is not one of them."""
        facts, concepts = self.accounts.facts, self.accounts.evaluator.by_concept
        found: list[FactRead] = []
        for fact in (self.node.left, self.node.right):
            if isinstance(fact, Fact):
                if fact.path in facts.vocabulary.facts:
                    found.append((fact, facts.element(fact, self.bound), None))
                elif fact.path in concepts:
                    element = facts.element(fact, self.bound)
                    found.append((fact, element, self.accounts.derived(fact.path, element)))
        return found

    @property
    def target(self) -> str | None:
        """The list in which references are looked for; None where it is not asked whether they dangle."""
        if self.node.operator not in ABOUT_REFERENCES:
            return None
        return self.accounts.facts.vocabulary.facts[self.node.left.path].target

    def add_basis(self, found: set[Address]) -> None:
        """Add the facts that are read, and what is said of the list in which references are looked for."""
        known, lost = self.truth is not None, False
        for fact, element, derived in self.reads():
            if derived is not None:
                found |= derived.evidence() if known else derived.unknown(asked_values(self.node))
                continue
            told = self.accounts.facts.knows(fact, element)
            if told in (known, None):
                found.add(self.accounts.facts.address(fact, element))
            lost = lost or not told
        if not lost and self.target is not None:
            about = self.accounts.facts.of_list(self.target, known=known)
            found.update(one for one in about if one[0] == self.target or not known)

    def add_reason(self, found: set[Address]) -> None:
        """Add the facts that are read, known or not."""
        for fact, element, derived in self.reads():
            if derived is None:
                found.add(self.accounts.facts.address(fact, element))
            else:
                found |= derived.reason()
        if self.target is not None:
            found.add(Address(self.target))


def asked_values(node: Comparison) -> frozenset[str] | None:
    """Return the values of a derived fact that a comparison asks about; None when any value matters."""
    if isinstance(node.right, tuple):
        return frozenset(map(str, node.right))
    return frozenset({node.right}) if isinstance(node.right, str) else None


class GroupAccount(Account):
    """A conjunction, a disjunction or a negation: it rests on those of its parts that decided."""

    __slots__ = ()
    node: All | Any | Not

    @property
    def settled_by_one(self) -> bool:
        """Whether one part is enough for this truth, whatever the others are."""
        return self.truth is isinstance(self.node, Any) and not isinstance(self.node, Not)

    def parts(self) -> list[Account]:
        """Return the accounts of all parts."""
        return [self.accounts.of(child, self.bound) for child in self.compiled.children]

    def decided(self) -> list[Account]:
        """Return the parts that decided: those one of which settles it, those in the way of an unknown truth, or all."""
        wanted = negate(self.truth) if isinstance(self.node, Not) else self.truth
        memory, bound, every = self.accounts.memory, self.bound, self.truth is not None and not self.settled_by_one
        return [
            _KINDS[type(child.node)](self.accounts, child, bound, wanted)
            for child in self.compiled.children
            if every or child.truth(memory, bound) is wanted
        ]

    def add_basis(self, found: set[Address]) -> None:
        """Add what the parts that decided rest on."""
        for part in self.decided():
            part.add_basis(found)

    def add_reason(self, found: set[Address]) -> None:
        """Add the reason of a part that settles it, the one with the fewest facts; of all parts when none does."""
        if not self.settled_by_one:
            for child in self.compiled.children:
                found |= self.accounts.reason(child, self.bound)
            return
        # Breaking one of them is needed, whatever else is.
        reasons = [self.accounts.reason(part.compiled, self.bound) for part in self.decided()]
        found |= min(reasons, key=lambda facts: (len(facts), sorted(map(str, facts)))) if reasons[1:] else reasons[0]


class ListAccount(Account):
    """A statement about a list: it rests on the elements that decided and, unless one settles it, on the list itself."""

    __slots__ = ()
    node: Quantifier

    @property
    def settled_by_one(self) -> bool:
        """Whether one element is enough for this truth, whatever else is in the list."""
        return self.node.kind in ("some", "none", "every") and self.truth is (self.node.kind == "some")

    def elements(self) -> list[ElementAccount]:
        """Return the accounts of all elements; none when the list is not stated."""
        return [ElementAccount(self, one) for one in self.accounts.memory.elements.get(self.node.source, ())]

    def decided(self) -> list[ElementAccount]:
        """Return the elements that decided: those one of which settles it, those in the way of an unknown truth, or all."""
        return [one for one in (ElementAccount(self, element) for element in self._looked_at()) if self._decides(one)]

    def _looked_at(self) -> Iterable[Element]:
        """Return the elements that may have decided."""
        join, memory = self.compiled.join, self.accounts.memory
        every = join is None or (self.truth is not None and not self.settled_by_one)
        return memory.elements.get(self.node.source, ()) if join is None or every else join.fitting(memory, self.bound)

    def _decides(self, one: ElementAccount) -> bool:
        every = self.node.kind == "every"
        if self.settled_by_one:
            return one.truth is (not every)
        return self.truth is not None or (one.meant is not False and (not every or one.truth is None))

    def add_basis(self, found: set[Address]) -> None:
        """Add what the elements that decided rest on, and what is said of the list as a whole; of elements alike, as of the first."""
        source, alike, told = self.node.source, self.accounts.alike, dict[str, tuple[str, set[Address]]]()
        if not self.settled_by_one:
            found.update(self.accounts.facts.of_list(source, known=self.truth is not None))
        for element in self._looked_at():
            subject, named = subject_of(source, element["id"]), any(element is one for one in self.bound.values())
            like = alike.first(source, str(element["id"])) if alike and not named else None
            if like in told:
                first, facts = told[like]
                found.update([Address(fact, subject if about == first else about) for fact, about in facts])
                continue
            one, facts = ElementAccount(self, element), set()
            if self._decides(one):
                one.add_basis(facts)
            found |= facts
            if like is not None:
                told[like] = subject, facts

    def add_reason(self, found: set[Address]) -> None:
        """Add the reason of an element that settles it; of all elements when none does."""
        source = self.node.source
        if not self.accounts.facts.vocabulary.lists[source].members:
            found.add(Address(source))
        if self.settled_by_one:
            self._add_reason_of(self.decided()[0].element, found)
            return
        if source not in self.accounts.memory.closed:
            found.add(Address(completeness(source)))
        for element in self.accounts.memory.elements.get(source, ()):
            self._add_reason_of(element, found)

    def _add_reason_of(self, element: Element, found: set[Address]) -> None:
        """Add facts such that an element does the same unless one of them changes."""
        accounts, bound = self.accounts, {**self.bound, self.node.variable: element}
        for part in self.compiled.children:
            found |= accounts.reason(part, bound)
        if self.node.measure is not None:
            found.add(accounts.facts.address(self.node.measure, element))


class ElementAccount:
    """One element of a list, and what it does for the truth of a statement about the list.

    Attributes:
        listed: The account of the statement.
        parts: Whether it is meant, and for `every` whether it is as demanded.
        meant: Whether it is one of those that the statement is about.
        truth: Whether it is as the statement says: for `every`, what is not meant is, too.
    """

    __slots__ = ("element", "listed", "meant", "parts", "truth")

    def __init__(self, listed: ListAccount, element: Element) -> None:
        bound = {**listed.bound, listed.node.variable: element}
        self.listed = listed
        self.element = element
        self.parts = [listed.accounts.of(part, bound) for part in listed.compiled.children]
        self.truth = self.meant = self.parts[0].truth
        if listed.node.kind == "every":
            self.truth = any_of((negate(self.meant), self.parts[1].truth))

    def measured(self) -> Address | None:
        """Return the fact that an aggregate measures of the element; None where it only counts."""
        measure = self.listed.node.measure
        return None if measure is None else self.listed.accounts.facts.address(measure, self.element)

    def add_basis(self, found: set[Address]) -> None:
        """Add the facts that the element contributes to those that the statement rests on."""
        node, lists = self.listed.node, self.listed.accounts.facts.vocabulary.lists
        known, measured = self.listed.truth is not None, self.measured()
        for part in self.parts[:1] if known and self.meant is False else self.parts:
            if (part.truth is not None) is known:
                part.add_basis(found)
        if measured is not None and (self.meant or not known) and (measured.attribute in self.element) is known:
            found.add(measured)
        all_counts = self.listed.settled_by_one and node.kind != "every" and not node.where.children
        if all_counts and not lists[node.source].members:
            found.add(Address(f"{node.source}[].id", subject_of(node.source, self.element["id"])))


class DerivedAccount:
    """Why a derived fact has the value that it has: the lines of its derivation as far as they matter.

    Attributes:
        bound: The element that it is about.
        state: Its value, and what else is possible.
    """

    def __init__(self, accounts: Accounts, derivation: CompiledDerivation, element: Element | None) -> None:
        loop, memory = derivation.derivation.loop, accounts.memory
        state = memory.project[derivation.derivation.concept] if element is None else element[derivation.attribute]
        assert isinstance(state, Derived)
        self.accounts = accounts
        self.derivation = derivation
        self.bound: Bindings = {} if loop is None or element is None else {loop.variable: element}
        self.state = state
        self._evidence: frozenset[Address] | None = None
        self._unknown: dict[frozenset[str] | None, frozenset[Address]] = {}
        self._open_lines: dict[int, frozenset[Address]] = {}
        self._reason: frozenset[Address] | None = None

    def every_line(self) -> Iterator[tuple[str, Account]]:
        """Yield all lines with their values."""
        for value, line in self.derivation.lines:
            yield value, self.accounts.of(line, self.bound)

    @cached_property
    def lines(self) -> list[tuple[str, Account]]:
        """The lines down to the first one that is certain: those after it do not matter."""
        found: list[tuple[str, Account]] = []
        for value, line in self.every_line():
            found.append((value, line))
            if line.truth is True:
                break
        return found

    def evidence(self) -> frozenset[Address]:
        """Return the known facts on which it rests: those of the line that is certain, or of all when none is."""
        if self._evidence is None:
            lines = [line for _, line in self.lines]
            certain = [line for line in lines if line.truth is True]
            self._evidence = _basis(certain or [line for line in lines if line.truth is False])
        return self._evidence

    def unknown(self, asked: frozenset[str] | None) -> frozenset[Address]:
        """Return the unknown facts that keep it open whether it has one of these values (None: any)."""
        found = self._unknown.get(asked)
        first = self._first_like() if found is None else None
        if first is not None:
            like, exchange = first
            found = self._unknown[asked] = exchange.addresses(like.unknown(asked))
        elif found is None:
            values = [value for value, _ in self.derivation.lines]
            places = [place for place, value in enumerate(values, 1) if asked is None or value in asked]
            lines = self.lines[: max(places, default=0)]
            open_ = [self._open_line(place) for place, (_, line) in enumerate(lines) if line.truth is None]
            found = self._unknown[asked] = frozenset[Address]().union(*open_)
        return found

    def _first_like(self) -> tuple[DerivedAccount, Exchange] | None:
        """Return the account of the same fact about the first element that this one is like, and what exchanges the two."""
        derivation, alike = self.derivation.derivation, self.accounts.alike
        if not alike or derivation.loop is None:
            return None
        source, element = derivation.loop.source, self.bound[derivation.loop.variable]
        exchange = alike.exchange(subject_of(source, element["id"]))
        first = self.accounts.memory.element(source, alike.first(source, str(element["id"])))
        return None if exchange is None else (self.accounts.derived(derivation.concept, first), exchange)

    def _open_line(self, place: int) -> frozenset[Address]:
        """Return the unknown facts in the way of a line, whichever values are asked about."""
        found = self._open_lines.get(place)
        if found is None:
            found = self._open_lines[place] = self.lines[place][1].unknown()
        return found

    def reason(self) -> frozenset[Address]:
        """Return facts such that it keeps its value unless one of them changes."""
        if self._reason is None:
            found: set[Address] = set()
            for _, line in self.lines:
                found |= self.accounts.reason(line.compiled, self.bound)
            self._reason = frozenset(found)
        return self._reason


def _basis(accounts: Iterable[Account]) -> frozenset[Address]:
    found: set[Address] = set()
    for account in accounts:
        account.add_basis(found)
    return frozenset(found)


_KINDS: dict[type[Condition], type[Account]] = {
    Comparison: LeafAccount,
    All: GroupAccount,
    Any: GroupAccount,
    Not: GroupAccount,
    Quantifier: ListAccount,
}
