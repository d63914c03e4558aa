"""Sufficient reasons: facts such that a condition keeps its truth unless one of them changes.

Whoever wants another truth must change at least one of them; that is what makes a search for the smallest change
exhaustive. The sets may be larger than needed, never smaller. Taking back that a list is complete is no such change: it
only makes what is known less.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..language.tree import All, Any, Comparison, Fact, Not, Quantifier
from ..project.address import Address
from ..project.memory import Element
from .comparisons import Bindings
from .conditions import Compiled, fitting_bindings, inner_bindings
from .support import Support


class Reasons:
    """Finds sufficient reasons within one run."""

    def __init__(self, support: Support) -> None:
        """Use the names and the working memory of `support`."""
        self.support = support
        self.memory = support.memory
        self._concepts: dict[Address, frozenset[Address]] = {}

    def of(self, compiled: Compiled, bound: Bindings) -> frozenset[Address]:
        """Return facts such that the condition keeps its truth unless one of them changes.

        A list's path with None stands for which elements it has.
        """
        node = compiled.node
        if isinstance(node, Comparison):
            return self._comparison(node, bound)
        if isinstance(node, Not):
            return self.of(compiled.children[0], bound)
        if isinstance(node, (All, Any)):
            truth = compiled.truth(self.memory, bound)
            told = [(child.truth(self.memory, bound), child) for child in compiled.children]
            if truth is isinstance(node, Any):
                # One child settles it: breaking that one is needed, whatever else is.
                settling = [self.of(child, bound) for found, child in told if found is truth]
                return min(settling, key=lambda keys: (len(keys), sorted(map(str, keys))))
            return _union(self.of(child, bound) for _, child in told)
        return self._quantifier(node, compiled, bound)

    def _comparison(self, node: Comparison, bound: Bindings) -> frozenset[Address]:
        found: set[Address] = set()
        for fact in (node.left, node.right):
            if not isinstance(fact, Fact) or fact.attribute == "id":
                continue
            key, element = self.support.key(fact, bound)
            if fact.path in self.support.evaluator.by_concept:
                found |= self._concept(fact, key, element)
            else:
                found.add(key)
                if node.operator in ("is dangling", "is not dangling"):
                    found.add(Address(self.support.evaluator.kb.vocabulary.facts[fact.path].target or ""))
        return frozenset(found)

    def _concept(self, fact: Fact, key: Address, element: Element | None) -> frozenset[Address]:
        if key not in self._concepts:
            compiled = self.support.evaluator.by_concept[fact.path]
            loop = compiled.derivation.loop
            bound: Bindings = {} if loop is None or element is None else {loop.variable: element}
            found: frozenset[Address] = frozenset()
            for _, line in compiled.lines:
                found |= self.of(line, bound)
                if line.truth(self.memory, bound) is True:
                    break
            self._concepts[key] = found
        return self._concepts[key]

    def _quantifier(self, node: Quantifier, compiled: Compiled, bound: Bindings) -> frozenset[Address]:
        here: set[Address] = {Address(node.source)}
        if self.support.evaluator.kb.vocabulary.lists[node.source].members:
            here = set()
        truth = compiled.truth(self.memory, bound)
        settled = truth is not None and (truth if node.kind == "some" else not truth)
        if node.kind in ("some", "none", "every") and settled:
            for inner in fitting_bindings(compiled, self.memory, bound):
                parts = [part.truth(self.memory, inner) for part in compiled.children]
                if parts[0] is True and (node.kind != "every" or parts[1] is False):
                    return _union(self.of(part, inner) for part in compiled.children) | here
        found = frozenset(here)
        for inner in inner_bindings(node, self.memory, bound):
            found |= _union(self.of(part, inner) for part in compiled.children)
            if node.measure is not None:
                found |= {self.support.key(node.measure, inner)[0]}
        if node.source not in self.memory.closed:
            found |= {Address(f"complete.{node.source}")}
        return found


def _union(sets: Iterable[frozenset[Address]]) -> frozenset[Address]:
    found: set[Address] = set()
    for keys in sets:
        found |= keys
    return frozenset(found)
