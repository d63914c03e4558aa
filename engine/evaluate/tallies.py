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


class Tallies:
    """The contributions of elements in one working memory, and the place of each element in its list."""

    def __init__(self, memory: WorkingMemory, dependencies: Dependencies) -> None:
        """Keep nothing yet.

        Args:
            memory: The working memory after a run; it is not modified.
            dependencies: Tell what quantifiers read.
        """
        self.memory = memory
        self._dependencies = dependencies
        self._kept: dict[tuple[int, object], list[Truth]] = {}
        self._places: dict[str, dict[object, int]] = {}

    def places(self, source: str) -> Mapping[object, int]:
        """Return where in its list each element is, by its id."""
        if source not in self._places:
            elements = self.memory.elements.get(source, ())
            self._places[source] = {element["id"]: place for place, element in enumerate(elements)}
        return self._places[source]

    def truth(self, compiled: Compiled, memory: WorkingMemory, bound: Bindings, changes: Changes) -> Truth:
        """Return the truth of a condition after a change.

        Args:
            compiled: The condition.
            memory: The working memory with the change; its lists have the same elements.
            bound: What is bound around the condition: a loop's element at most.
            changes: What changed.
        """
        node = compiled.node
        if isinstance(node, Comparison):
            return compiled.truth(memory, bound)
        if isinstance(node, Quantifier):
            return self._quantified(node, compiled, memory, bound, changes)
        if isinstance(node, Not):
            return negate(self.truth(compiled.children[0], memory, bound, changes))
        settling = isinstance(node, Any)
        result: Truth = not settling
        for child in compiled.children:
            found = self.truth(child, memory, bound, changes)
            if found is settling:
                return found
            if found is None:
                result = None
        return result

    def _quantified(
        self, node: Quantifier, compiled: Compiled, memory: WorkingMemory, bound: Bindings, changes: Changes
    ) -> Truth:
        if (
            compiled.join is not None
            or node.kind not in ("some", "none", "every")
            or node.source not in memory.elements
        ):
            return compiled.truth(memory, bound)
        reads = self._dependencies.of_quantifier(node)
        if not reads.other.isdisjoint(changes):
            return compiled.truth(memory, bound)
        found = self._contributions(node, compiled, bound)
        names = {name for path in reads.own if path in changes for name in changes[path]}
        if names:
            found = found.copy()
            elements, places, test = memory.elements[node.source], self.places(node.source), meant(compiled.children)
            for place in [places[name] for name in names]:
                found[place] = test(memory, {**bound, node.variable: elements[place]})
        one: Truth = True if True in found else None if None in found or node.source not in memory.closed else False
        return one if node.kind == "some" else negate(one)

    def _contributions(self, node: Quantifier, compiled: Compiled, bound: Bindings) -> list[Truth]:
        """Return the contributions as they were; nothing that they read of what is bound has changed since."""
        key = id(node), next((element["id"] for element in bound.values()), None)
        if key not in self._kept:
            one = meant(compiled.children)
            self._kept[key] = [
                one(self.memory, {**bound, node.variable: element}) for element in self.memory.elements[node.source]
            ]
        return self._kept[key]
