"""A circuit with some of its inputs decided: what an outcome would be if a fact were another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .circuit import FALSE, TRUE, Circuit
from .space import Sym

Choice = object
"""A value of a fact, the place of a region of a number, or None for unknown."""


def choices(sym: Sym) -> list[Choice]:
    """Return the values that can be decided of a fact, in the order in which it has them; none of a list of texts or ids."""
    if sym.fact.type in ("bool", "enum", "text"):
        return list(sym.values)
    return list(range(len(sym.at)))


def deciding(sym: Sym, choice: Choice) -> dict[int, int]:
    """Return what the inputs of a fact are when it has one of its choices; None for an unknown one."""
    if sym.at:
        return {
            literal: TRUE if place == choice and choice is not None else FALSE for place, literal in enumerate(sym.at)
        }
    return {
        literal: TRUE
        if choice is not None and value == choice and isinstance(value, bool) is isinstance(choice, bool)
        else FALSE
        for value, literal in sym.values.items()
    }


class Cofactor:
    """Outcomes with some inputs decided."""

    def __init__(self, c: Circuit, roots: Iterable[int], decided: Mapping[int, int]) -> None:
        """Decide inputs in the cone of some literals.

        Args:
            c: The circuit; new nodes are added to it.
            roots: The literals.
            decided: For each input, what it is.
        """
        self._new: dict[int, int] = dict(decided)
        new = self._new
        for node in sorted(c.cone(roots)):
            fanin = c.fanin[node]
            if fanin is None or node in new:
                continue
            if any(abs(one) in new for one in fanin):
                changed = c.all(self(one) for one in fanin)
                if changed != node:
                    new[node] = changed

    def __call__(self, literal: int) -> int:
        """Return a literal of the cone under the decision."""
        found = self._new.get(abs(literal), abs(literal))
        return found if literal > 0 else -found

    def touches(self, literal: int) -> bool:
        """Tell whether the decision can matter for a literal."""
        return abs(literal) in self._new
