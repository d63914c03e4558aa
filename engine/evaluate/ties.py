"""Which elements a change reaches through joins: those that changed elements are tied to, and not all of their list.

What a condition says of an element through a join (`none: kpi` where `kpi.goals has goal.id`) hangs on the elements that are
tied to it, and on whether one of those passes of which it cannot be told if they are. So a KPI that changes reaches its
goals, and all others only where it was the first or the last that might serve them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..knowledge.model import Loop
from ..language.tree import Quantifier, facts_of, walk
from ..project.memory import WorkingMemory
from .conditions import Compiled, Join


class Ties:
    """What the conditions about the elements of a list read of others through joins alone."""

    def __init__(self, conditions: Iterable[Compiled], loop: Loop) -> None:
        """Look for the joins; a fact that is read in another way, too, is in none of them."""
        self._loop = loop
        joins: dict[str, list[Join]] = {}
        otherwise: set[str] = set()
        for part in _parts(conditions):
            join = part.join if _ties(part, loop) else None
            within = facts_of(part.node) if isinstance(part.node, Quantifier) or not part.children else ()
            for fact in within:
                if join is not None and fact.variable == join.node.variable:
                    joins.setdefault(fact.path, []).append(join)
                elif fact.variable != loop.variable:
                    otherwise.add(fact.path)
        self._joins: Mapping[str, list[Join]] = {path: found for path, found in joins.items() if path not in otherwise}

    def reached(
        self, changed: Mapping[str, Collection[str | None]], was: WorkingMemory, now: WorkingMemory
    ) -> set[str] | None:
        """Return the ids of the elements that may be judged otherwise now; None where that may be all.

        Args:
            changed: The facts of other elements that changed, with the ids of these.
            was: What was known before, with what was derived.
            now: What is known now.
        """
        found: set[str] = set()
        for path, names in changed.items():
            if path not in self._joins:
                return None
            for join in self._joins[path]:
                reached = self._through(join, names, was, now)
                if reached is None:
                    return None
                found.update(reached)
        return found

    def _through(
        self, join: Join, names: Iterable[str | None], was: WorkingMemory, now: WorkingMemory
    ) -> Collection[str] | None:
        source, own, other = self._loop.source, join.own.attribute, join.other.attribute
        values, silent = set[object](), False
        for name in names:
            for memory in (was, now):
                element = memory.element(join.node.source, name)
                value = None if element is None else element.get(own)
                silent = silent or value is None
                values.update(value if isinstance(value, frozenset) else () if value is None else (value,))
        if silent and self._passes(join, was, whole=False) != self._passes(join, now, whole=False):
            return None
        around = now.index(source, other)
        places = {place for value in values for place in around.places.get(value, ())}
        if around.unknown and self._passes(join, was, whole=True) != self._passes(join, now, whole=True):
            places.update(around.unknown)
        elements = now.elements.get(source, ())
        return {str(elements[place]["id"]) for place in places}

    def _passes(self, join: Join, memory: WorkingMemory, *, whole: bool) -> bool:
        """Tell whether one may pass of the elements that do not say what they are tied to, or, for who does not, of all."""
        elements, other = memory.elements.get(self._loop.source, ()), join.other.attribute
        asking = memory.index(self._loop.source, other).unknown if whole else range(len(elements))
        listed = range(len(memory.elements.get(join.node.source, ())))
        open_ = listed if whole else memory.index(join.node.source, join.own.attribute).unknown
        if not asking or not open_:
            return False
        return join.passing(memory, {self._loop.variable: elements[asking[0]]}, open_) is not None


def _parts(conditions: Iterable[Compiled]) -> Iterator[Compiled]:
    """Yield comparisons and statements about lists, but nothing that is inside of these."""
    waiting = list(conditions)
    while waiting:
        part = waiting.pop()
        if isinstance(part.node, Quantifier) or not part.children:
            yield part
        else:
            waiting += part.children


def _ties(part: Compiled, loop: Loop) -> bool:
    """Tell whether a statement about a list is tied to the loop's element, and asks nothing else around it."""
    return (
        part.join is not None
        and part.join.test is not None
        and part.join.other.variable == loop.variable
        and not any(isinstance(one, Quantifier) for one in walk(part.node) if one is not part.node)
    )
