"""What accounts ask of whoever knows which elements rules cannot tell apart."""

from __future__ import annotations

from typing import Protocol

from ..project.address import Address


class Exchanging(Protocol):
    """Takes two elements for one another."""

    def addresses(self, facts: frozenset[Address]) -> frozenset[Address]:
        """Return the addresses of the same facts, those of each element as the other's."""


class AlikeElements(Protocol):
    """Says which elements rules cannot tell apart."""

    def first(self, path: str, name: str) -> str:
        """Return the id of the first element of a list that one is like."""

    def exchange(self, subject: str | None) -> Exchanging | None:
        """Return the exchange of an element with the first that it is like; None where it is the first itself."""
