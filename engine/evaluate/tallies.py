"""What each element of a list contributes to a quantifier, kept for one working memory.

When facts of one element change, the others are not asked again: their contributions are still what they were. Only
quantifiers that stand in no other one are kept, and only as long as nothing else that they read changes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeAlias

from ..language.tree import Any, Comparison, Not, Quantifier
from ..language.truth import Truth, negate
from ..project.memory import WorkingMemory
from .comparisons import Bindings
from .conditions import Compiled, meant
from .dependencies import Dependencies

Changes: TypeAlias = "Mapping[str, Collection[str | None]]"
"""By name, what changed, with the ids of the elements for which it did; None stands for the project."""
_Place: TypeAlias = "tuple[int, object]"
"""A quantifier by its identity, and the id of the element that is bound around it; None stands for the project."""
_Contributions: TypeAlias = "tuple[Quantifier, list[Truth]]"


class Tallies:
    """The contributions of elements in one working memory."""

    def __init__(
        self, memory: WorkingMemory, dependencies: Dependencies, kept: Mapping[_Place, _Contributions] | None = None
    ) -> None:
        """Keep what is known already.

        Args:
            memory: The working memory after a run; it is not modified.
            dependencies: Tell what quantifiers read.
            kept: Contributions that were found in another memory and are the same in this one.
        """
        self.memory = memory
        self.dependencies = dependencies
        self.kept: dict[_Place, _Contributions] = dict(kept or {})

    def of(self, node: Quantifier, compiled: Compiled, bound: Bindings) -> list[Truth]:
        """Return the contributions to a quantifier; nothing that they read of what is bound may have changed since."""
        key = id(node), next((element["id"] for element in bound.values()), None)
        if key not in self.kept:
            one = meant(compiled.children)
            elements = self.memory.elements[node.source]
            self.kept[key] = node, [one(self.memory, {**bound, node.variable: element}) for element in elements]
        return self.kept[key][1]


class Recount:
    """Tells what conditions come to after a change of facts, in lists that have the same elements as before."""

    def __init__(self, before: Tallies, memory: WorkingMemory, changes: Changes) -> None:
        """Prepare to count again.

        Args:
            before: The contributions before the change.
            memory: The working memory with the change.
            changes: What changed; it may grow while derived facts are found to be others.
        """
        self._before = before
        self._memory = memory
        self._changes = changes
        self._found: dict[_Place, _Contributions] = {}

    def truth(self, compiled: Compiled, bound: Bindings) -> Truth:
        """Return the truth of a condition.

        Args:
            compiled: The condition.
            bound: What is bound around it: a loop's element at most.
        """
        node = compiled.node
        if isinstance(node, Comparison):
            return compiled.truth(self._memory, bound)
        if isinstance(node, Quantifier):
            return self._quantified(node, compiled, bound)
        if isinstance(node, Not):
            return negate(self.truth(compiled.children[0], bound))
        settling = isinstance(node, Any)
        result: Truth = not settling
        for child in compiled.children:
            found = self.truth(child, bound)
            if found is settling:
                return found
            if found is None:
                result = None
        return result

    def _quantified(self, node: Quantifier, compiled: Compiled, bound: Bindings) -> Truth:
        memory, changes = self._memory, self._changes
        alone = compiled.join is None and node.kind in ("some", "none", "every")
        if not alone or node.source not in memory.elements:
            return compiled.truth(memory, bound)
        reads = self._before.dependencies.of_quantifier(node)
        if not reads.other.isdisjoint(changes):
            return compiled.truth(memory, bound)
        found = self._before.of(node, compiled, bound)
        names = {name for path in reads.own if path in changes for name in changes[path]}
        if names:
            found = found.copy()
            elements, places = memory.elements[node.source], memory.index(node.source, "id").places
            test = meant(compiled.children)
            for place in [places[name][0] for name in names]:
                found[place] = test(memory, {**bound, node.variable: elements[place]})
            if not bound:
                self._found[id(node), None] = node, found
        one: Truth = True if True in found else None if None in found or node.source not in memory.closed else False
        return one if node.kind == "some" else negate(one)

    def tallies(self) -> Tallies:
        """Return the contributions after the change, as far as they are known, for the changes that start from there."""
        dependencies, kept = self._before.dependencies, dict(self._found)
        for key, (node, found) in self._before.kept.items():
            if key[1] is None and key not in kept:
                reads = dependencies.of_quantifier(node)
                if reads.own.isdisjoint(self._changes) and reads.other.isdisjoint(self._changes):
                    kept[key] = node, found
        return Tallies(self._memory, dependencies, kept)
