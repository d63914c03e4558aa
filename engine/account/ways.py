"""The ways in which an undecided condition could still come true: what is stated for each, and what is unknown of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct

from ..language.tree import All, Any, Not
from ..project.address import Address
from .account import Account, DerivedAccount, GroupAccount, LeafAccount, ListAccount, asked_values

FEW = 2
"""Unknown facts that are few enough for what is stated to be half of a way."""

Line: TypeAlias = "tuple[str, frozenset[Address] | None, list[Way]]"
"""A line of a derived fact: its value; what it rests on where it is certain; its ways where it is not."""


class Way(Struct, frozen=True):
    """One of the ways: any alternative, any element of which one is enough.

    Attributes:
        stated: The known facts on which those of its parts rest that are as demanded; none where nothing speaks for it.
        unknown: The unknown facts in its way.
    """

    stated: frozenset[Address]
    unknown: frozenset[Address]


class Ways:
    """Finds the ways of one run; those of a derived fact once, whatever conditions read it."""

    def __init__(self) -> None:
        self._lines: dict[DerivedAccount, list[Line]] = {}

    def of(self, account: Account) -> list[Way]:
        """Return the ways with few unknown facts in which a condition that cannot be told could come true.

        There may be more than really can be gone.
        """
        return [way for way in self._of(account, True) if len(way.unknown) <= FEW]

    def _of(self, account: Account, wanted: bool) -> list[Way]:
        """Return all ways; what is stated for them only of those with few unknown facts."""
        if account.truth is not None:
            return [Way(frozenset(account.evidence()), frozenset())] if account.truth is wanted else []
        if isinstance(account, LeafAccount):
            return self._of_leaf(account, wanted)
        if isinstance(account, GroupAccount):
            if isinstance(account.node, Not):
                wanted = not wanted
            if isinstance(account.node, Any if wanted else All):
                return [way for part in account.parts() for way in self._of(part, wanted)]
            return self._together(account.parts(), wanted)
        if isinstance(account, ListAccount) and account.node.kind == "some" and wanted:
            found = [way for element in account.decided() for way in self._together(element.parts, True)]
            if found:
                return found
        return [Way(frozenset(), frozenset(account.unknown()))]

    def _of_leaf(self, account: LeafAccount, wanted: bool) -> list[Way]:
        """Return the ways in which a comparison comes true: for a derived fact, the lines that give it a value that is asked."""
        unknown = frozenset(account.unknown())
        values = asked_values(account.node) if wanted and account.node.operator in ("is", "in") else None
        found: list[Way] = []
        for _, _, derived in account.reads():
            for value, certain, open_ in () if derived is None else self._of_lines(derived):
                if values is None or value in values:
                    # A line that is certain still gives way to those before it that are open.
                    every = open_ if certain is None else [Way(certain, unknown)]
                    found += [way for way in every if way.unknown <= unknown]
        return found or [Way(frozenset(), unknown)]

    def _of_lines(self, derived: DerivedAccount) -> list[Line]:
        found = self._lines.get(derived)
        if found is None:
            found = self._lines[derived] = [
                (value, frozenset(line.evidence()), []) if line.truth is True else (value, None, self._of(line, True))
                for value, line in derived.lines()
            ]
        return found

    def _together(self, parts: Sequence[Account], wanted: bool) -> list[Way]:
        """Return the ways in which several conditions come true together."""
        open_ = [self._of(part, wanted) for part in parts if part.truth is None]
        every = [way for found in open_ for way in found]
        if len(open_) != 1:
            unknown = frozenset(fact for way in every for fact in way.unknown)
            every = [Way(_stated(every), unknown)]
        if all(len(way.unknown) > FEW for way in every):
            return every
        held = _stated(way for part in parts if part.truth is wanted for way in self._of(part, wanted))
        return [Way(held | way.stated, way.unknown) for way in every]


def _stated(found: Iterable[Way]) -> frozenset[Address]:
    return frozenset(fact for way in found for fact in way.stated)
