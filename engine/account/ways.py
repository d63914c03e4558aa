"""The ways in which an undecided condition could still come true: what is stated for each, and what is unknown of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from ..language.tree import All, Any, Not
from ..project.address import Address
from .account import Account, GroupAccount, LeafAccount, ListAccount, asked_values


class Way(Struct, frozen=True):
    """One of the ways: any alternative, any element of which one is enough.

    Attributes:
        stated: The known facts on which those of its parts rest that are as demanded; none where nothing speaks for it.
        unknown: The unknown facts in its way.
    """

    stated: frozenset[Address]
    unknown: frozenset[Address]


def ways(account: Account) -> list[Way]:
    """Return the ways in which a condition could come true that cannot be told; there may be more than really can be gone."""
    return _ways(account, True)


def _ways(account: Account, wanted: bool) -> list[Way]:
    if account.truth is not None:
        return [Way(frozenset(account.evidence()), frozenset())] if account.truth is wanted else []
    if isinstance(account, GroupAccount):
        if isinstance(account.node, Not):
            wanted = not wanted
        alternatives = isinstance(account.node, Any if wanted else All)
        parts = account.parts()
        return [way for part in parts for way in _ways(part, wanted)] if alternatives else _together(parts, wanted)
    if isinstance(account, ListAccount) and account.node.kind == "some" and wanted:
        found = [way for element in account.decided() for way in _together(element.parts, True)]
        return found or [Way(frozenset(), frozenset(account.unknown()))]
    if isinstance(account, LeafAccount):
        return _of_leaf(account, wanted)
    return [Way(frozenset(), frozenset(account.unknown()))]


def _of_leaf(account: LeafAccount, wanted: bool) -> list[Way]:
    """Return the ways in which a comparison comes true: for a derived fact, the lines that give it a value that is asked."""
    unknown = frozenset(account.unknown())
    values = asked_values(account.node) if wanted and account.node.operator in ("is", "in") else None
    found: list[Way] = []
    for _, _, derived in account.reads():
        for value, line in () if derived is None else derived.lines():
            if values is None or value in values:
                # A line that is certain still gives way to those before it that are open.
                every = [Way(frozenset(line.evidence()), unknown)] if line.truth is True else _ways(line, True)
                found += [way for way in every if way.unknown <= unknown]
    return found or [Way(frozenset(), unknown)]


def _together(parts: Sequence[Account], wanted: bool) -> list[Way]:
    """Return the ways in which several conditions come true together."""
    held = _stated(way for part in parts if part.truth is wanted for way in _ways(part, wanted))
    open_ = [_ways(part, wanted) for part in parts if part.truth is None]
    if len(open_) == 1:
        return [Way(held | way.stated, way.unknown) for way in open_[0]]
    every = [way for found in open_ for way in found]
    return [Way(held | _stated(every), frozenset(fact for way in every for fact in way.unknown))]


def _stated(found: Iterable[Way]) -> frozenset[Address]:
    return frozenset(fact for way in found for fact in way.stated)
