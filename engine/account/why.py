"""Why a condition holds, as plain data: its parts as far as they decided, derived facts opened one level.

And the ways in which an undecided one could still come true: what is stated for each, and what is unknown of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ..evaluate import Evaluator
from ..language.tree import All, Any, Comparison, Condition, Not, Quantifier
from ..project.address import Address
from ..project.memory import Key
from .account import Account, Accounts, DerivedAccount, GroupAccount, LeafAccount, ListAccount, asked_values

FEW = 2
"""Answers that are few enough for what is stated to be half of a way."""

LineReasons: TypeAlias = "tuple[str, frozenset[Address] | None, list[OpenWay]]"
"""A line of a derived fact: its value; what it rests on where it is certain; its ways where it is not."""


class OpenWay(Struct, frozen=True):
    """One of the ways: any alternative, any element of which one is enough.

    Attributes:
        stated: The known facts on which those of its parts rest that are as demanded, and those elements of which all must be;
            none where nothing speaks for it.
        unknown: The unknown facts in its way.
    """

    stated: frozenset[Address]
    unknown: frozenset[Address]


class Ways:
    """Finds the ways of one run; those of a derived fact once, whatever conditions read it."""

    def __init__(self, answers: Callable[[frozenset[Address]], int]) -> None:
        """Take what counts how many answers some unknown facts take."""
        self._answers = answers
        self._lines: dict[DerivedAccount, list[LineReasons]] = {}

    def of(self, account: Account) -> list[OpenWay]:
        """Return the ways with few answers to come in which a condition that cannot be told could come true.

        There may be more than really can be gone.
        """
        return [way for way in self._of(account, True) if self._answers(way.unknown) <= FEW]

    def _of(self, account: Account, wanted: bool) -> list[OpenWay]:
        """Return all ways; what is stated for them only of those with few answers to come."""
        if account.truth is not None:
            return [OpenWay(account.evidence(), frozenset())] if account.truth is wanted else []
        if isinstance(account, LeafAccount):
            return self._of_leaf(account, wanted)
        if isinstance(account, GroupAccount):
            if isinstance(account.node, Not):
                wanted = not wanted
            if isinstance(account.node, Any if wanted else All):
                return [way for part in account.parts() for way in self._of(part, wanted)]
            return self._together(account.parts(), wanted)
        if isinstance(account, ListAccount) and wanted:
            return self._of_list(account)
        return [OpenWay(frozenset(), account.unknown())]

    def _of_list(self, account: ListAccount) -> list[OpenWay]:
        """Return the ways in which a statement about a list comes true: an element of which one is enough; all that must be."""
        if account.node.kind == "some":
            found = [way for element in account.decided() for way in self._together(element.parts, True)]
            if found:
                return found
        unknown, held = account.unknown(), frozenset[Address]()
        if account.node.kind == "every" and self._answers(unknown) <= FEW:
            met = [part for one in account.elements() if one.meant is not False and one.truth for part in one.parts]
            held = frozenset(fact for part in met for fact in part.evidence())
        return [OpenWay(held, unknown)]

    def _of_leaf(self, account: LeafAccount, wanted: bool) -> list[OpenWay]:
        """Return the ways in which a comparison comes true: for a derived fact, the lines that give it a value that is asked."""
        unknown = account.unknown()
        values = asked_values(account.node) if wanted and account.node.operator in ("is", "in") else None
        found: list[OpenWay] = []
        for _, _, derived in account.reads():
            for value, certain, open_ in () if derived is None else self._of_lines(derived):
                if values is None or value in values:
                    # A line that is certain still gives way to those before it that are open.
                    every = open_ if certain is None else [OpenWay(certain, unknown)]
                    found += [way for way in every if way.unknown <= unknown]
        return found or [OpenWay(_named_in_part(account), unknown)]

    def _of_lines(self, derived: DerivedAccount) -> list[LineReasons]:
        found = self._lines.get(derived)
        if found is None:
            found = self._lines[derived] = [
                (value, line.evidence(), []) if line.truth is True else (value, None, self._of(line, True))
                for value, line in derived.lines
            ]
        return found

    def _together(self, parts: Sequence[Account], wanted: bool) -> list[OpenWay]:
        """Return the ways in which several conditions come true together."""
        open_ = [self._of(part, wanted) for part in parts if part.truth is None]
        every = [way for found in open_ for way in found]
        if len(open_) != 1:
            unknown = frozenset(fact for way in every for fact in way.unknown)
            every = [OpenWay(_stated(every), unknown)]
        if all(self._answers(way.unknown) > FEW for way in every):
            return every
        held = _stated(way for part in parts if part.truth is wanted for way in self._of(part, wanted))
        return [OpenWay(held | way.stated, way.unknown) for way in every]


def _named_in_part(account: LeafAccount) -> frozenset[Address]:
    """Return the sets that a comparison reads of which something is named, and not whether it is all."""
    facts, read = account.accounts.facts, account.reads()
    return frozenset(
        facts.address(fact, element)
        for fact, element, derived in read
        if derived is None and facts.knows(fact, element) is None
    )


def _stated(found: Iterable[OpenWay]) -> frozenset[Address]:
    return frozenset(fact for way in found for fact in way.stated)


PartAccounts: TypeAlias = "list[tuple[Condition, list[Account]]]"
"""Parts of a condition, each with its accounts for all that the condition is told of."""


class Why(Struct, frozen=True):
    """A part of a condition that holds.

    Attributes:
        node: The part; of the values that a derived fact is compared with, only those that it has.
        parts: The parts of a conjunction; of a disjunction those that hold; what a statement about a list says of an
            element; the conditions that give a derived fact the value that it has.
        place: Where it stands among all parts of what it belongs to.
    """

    node: Condition
    parts: tuple[Why, ...] = ()
    place: int = 0


def why_of(accounts: Accounts, key: Key) -> Why:
    """Return why an outcome of a run holds."""
    account = accounts.of_outcome(key)
    assert account is not None
    return _Reader(accounts.evaluator).tell(0, account.node, [account])


def together(whys: Sequence[Why]) -> Why:
    """Return why a condition holds for several subjects: with what decided for any of them."""
    first, *others = whys
    if not others:
        return first
    places: dict[int, list[Why]] = {}
    for part in (part for one in whys for part in one.parts):
        places.setdefault(part.place, []).append(part)
    parts = tuple([together(places[place]) for place in sorted(places)])
    return Why(_together([one.node for one in whys]), parts, first.place)


class _Reader:
    """Tells a condition by its accounts for all elements that decided.

    Without any account it is told as a whole: what no element is like, and what is not so.
    """

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator

    def tell(self, place: int, node: Condition, accounts: list[Account], *, inside: bool = False) -> Why:
        """Tell a part; what gives a derived fact its value opens no other one."""
        parts: PartAccounts = []
        if isinstance(node, (All, Any)):
            parts = _columns(node, accounts)
        elif isinstance(node, Not):
            parts = [(node.child, [])]
        elif isinstance(node, Quantifier):
            parts = _of_element(node, accounts)
        else:
            node, parts = self._comparison(node, accounts)
            parts, inside = [] if inside else parts, True
        holding = [(child, [one for one in row if one.truth is True]) for child, row in parts]
        whole = not any(row for _, row in holding)
        told = [self.tell(at, *one, inside=inside) for at, one in enumerate(holding) if whole or one[1]]
        return Why(node, tuple(told), place)

    def _comparison(self, node: Comparison, accounts: list[Account]) -> tuple[Comparison, PartAccounts]:
        """Return a comparison with the values that decided, and the conditions of a derived fact for those values."""
        compiled = self.evaluator.by_concept.get(node.left.path)
        if compiled is None or node.operator not in ("is", "in"):
            return node, []
        asked = node.right if isinstance(node.right, tuple) else (node.right,)
        read = [one for account in accounts if isinstance(account, LeafAccount) for _, _, one in account.reads()]
        derived = [one for one in read if one is not None]
        had = tuple(value for value in asked if any(one.state.value == value for one in derived))
        if had and isinstance(node.right, tuple):
            node = replace(node, right=had)
        certain = [(len(one.lines), one.lines[-1][1]) for one in derived]
        lines = enumerate(compiled.derivation.lines, 1)
        return node, [
            (line.when, [one for at, one in certain if at == number]) for number, line in lines if line.value in asked
        ]


def _columns(group: All | Any, accounts: Iterable[Account]) -> PartAccounts:
    rows = [account.parts() for account in accounts if isinstance(account, GroupAccount)]
    return [(child, [row[at] for row in rows]) for at, child in enumerate(group.children)]


def _of_element(node: Quantifier, accounts: Iterable[Account]) -> PartAccounts:
    """Return what a statement says of an element: of those that are there as it is, otherwise as a whole."""
    if node.kind == "every" and not node.where.children and node.body is not None:
        return _columns(node.body, ())
    if node.kind not in ("some", "none"):
        return []
    listed = [account for account in accounts if isinstance(account, ListAccount) and node.kind == "some"]
    return _columns(node.where, [one.parts[0] for account in listed for one in account.decided()])


def _together(nodes: Sequence[Condition]) -> Condition:
    """Return one condition for what differs only in the values that decided."""
    first = nodes[0]
    if not isinstance(first, Comparison) or not isinstance(first.right, tuple):
        return first
    rights = [node.right for node in nodes if isinstance(node, Comparison) and isinstance(node.right, tuple)]
    return replace(first, right=tuple(dict.fromkeys(value for right in rights for value in right)))
