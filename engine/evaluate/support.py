"""Why a condition has the truth it has: the stated facts it rests on, and the unknown facts that stand in the way.

Both walk the compiled condition in the working memory that a run leaves behind; derived facts are opened down to
stated ones. Nothing is judged anew: every node's truth comes from its own closure.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..language.tree import All, Any, Comparison, Fact, Not, Quantifier
from ..project.address import Address, subject_of
from ..project.memory import Derived, Element, WorkingMemory
from .comparisons import Bindings, getter
from .conditions import Compiled, fitting_bindings, inner_bindings
from .evaluator import CompiledDerivation, Evaluator


class Support:
    """Explains truths of one run. It lives as long as the run's working memory."""

    def __init__(self, evaluator: Evaluator, memory: WorkingMemory) -> None:
        """Prepare to explain what `evaluator` concluded in `memory` (the memory that `run_in` returned)."""
        self.evaluator = evaluator
        self.memory = memory
        self._open: dict[tuple[Address, frozenset[str] | None], frozenset[Address]] = {}

    def evidence(self, compiled: Compiled, bound: Bindings) -> set[Address]:
        """Return the stated facts on which a known truth rests; none for an unknown one."""
        found: set[Address] = set()
        self._evidence(compiled, bound, found)
        return found

    def unknown(self, compiled: Compiled, bound: Bindings) -> set[Address]:
        """Return the unknown facts that keep a truth from being told; none for a known one."""
        found: set[Address] = set()
        self._unknown(compiled, bound, found)
        return found

    def key(self, fact: Fact, bound: Bindings) -> tuple[Address, Element | None]:
        """Return the name and subject of a fact under bindings, with its element."""
        vocabulary = self.evaluator.kb.vocabulary
        if fact.variable is not None:
            definition = vocabulary.definition(fact.path)
            source = definition.source if definition is not None else self._source(fact)
            element = bound[fact.variable]
            return Address(fact.path, subject_of(source or "", element)), element
        if fact.member is not None:
            source = fact.path.partition(".*.")[0]
            found = next(element for element in self.memory.elements[source] if element["id"] == fact.member)
            return Address(fact.path, subject_of(source, found)), found
        return Address(fact.path), None

    def _source(self, fact: Fact) -> str:
        return fact.path.removesuffix("[].id").removesuffix(".*.id")

    def _evidence(self, compiled: Compiled, bound: Bindings, found: set[Address]) -> None:
        truth = compiled.truth(self.memory, bound)
        if truth is None:
            return
        node = compiled.node
        if isinstance(node, Comparison):
            for fact in (node.left, node.right):
                if isinstance(fact, Fact):
                    self._fact_evidence(fact, bound, found)
            if node.operator in ("is dangling", "is not dangling"):
                found.add(Address(self.evaluator.kb.vocabulary.facts[node.left.path].target or ""))
        elif isinstance(node, (All, Any, Not)):
            decisive = compiled.children
            if isinstance(node, (All, Any)) and truth is isinstance(node, Any):
                decisive = tuple(child for child in decisive if child.truth(self.memory, bound) is truth)
            for child in decisive:
                self._evidence(child, bound, found)
        else:
            self._quantifier_evidence(node, compiled, truth, bound, found)

    def _quantifier_evidence(
        self, node: Quantifier, compiled: Compiled, truth: bool, bound: Bindings, found: set[Address]
    ) -> None:
        where = compiled.children[0]
        witness = truth is (node.kind == "some") if node.kind in ("some", "none") else None
        if node.kind == "every" and truth is False:
            for inner in fitting_bindings(compiled, self.memory, bound):
                if where.truth(self.memory, inner) is True and compiled.children[1].truth(self.memory, inner) is False:
                    self._all_evidence(compiled.children, inner, found)
            return
        if witness:
            for inner in fitting_bindings(compiled, self.memory, bound):
                if where.truth(self.memory, inner) is True:
                    self._element_evidence(node, inner, found)
                    self._evidence(where, inner, found)
            return
        self._list_evidence(node.source, found)
        for inner in inner_bindings(node, self.memory, bound):
            meant = where.truth(self.memory, inner) is not False
            self._all_evidence(compiled.children if meant else (where,), inner, found)
            if node.measure is not None and where.truth(self.memory, inner) is True:
                self._fact_evidence(node.measure, inner, found)

    def _all_evidence(self, parts: Iterable[Compiled], bound: Bindings, found: set[Address]) -> None:
        for part in parts:
            self._evidence(part, bound, found)

    def _element_evidence(self, node: Quantifier, inner: Bindings, found: set[Address]) -> None:
        if not self.evaluator.kb.vocabulary.lists[node.source].members and not node.where.children:
            found.add(Address(f"{node.source}[].id", subject_of(node.source, inner[node.variable])))

    def _list_evidence(self, source: str, found: set[Address]) -> None:
        listed = self.evaluator.kb.vocabulary.lists[source]
        if not listed.members:
            found.add(Address(source))
        if listed.complete == "declared":
            found.add(Address(f"complete.{source}"))

    def _fact_evidence(self, fact: Fact, bound: Bindings, found: set[Address]) -> None:
        key, element = self.key(fact, bound)
        derivation = self.evaluator.by_concept.get(fact.path)
        if derivation is None:
            if fact.attribute != "id" and getter(fact)(self.memory, bound) is not None:
                found.add(key)
            return
        inner = self._loop_bindings(derivation, element)
        state = self._state(fact, element)
        for value, line in derivation.lines:
            if line.truth(self.memory, inner) is True and value == state.value:
                self._evidence(line, inner, found)
                return
            if state.value is None:
                self._evidence(line, inner, found)

    def _state(self, fact: Fact, element: Element | None) -> Derived:
        value = self.memory.project[fact.path] if element is None else element[fact.attribute]
        assert isinstance(value, Derived)
        return value

    def _loop_bindings(self, derivation: CompiledDerivation, element: Element | None) -> Bindings:
        loop = derivation.derivation.loop
        return {} if loop is None or element is None else {loop.variable: element}

    def _unknown(self, compiled: Compiled, bound: Bindings, found: set[Address]) -> None:
        if compiled.truth(self.memory, bound) is not None:
            return
        node = compiled.node
        if isinstance(node, Comparison):
            self._comparison_unknown(node, bound, found)
        elif isinstance(node, Quantifier):
            self._quantifier_unknown(node, compiled, bound, found)
        else:
            for child in compiled.children:
                self._unknown(child, bound, found)

    def _comparison_unknown(self, node: Comparison, bound: Bindings, found: set[Address]) -> None:
        for fact in (node.left, node.right):
            if not isinstance(fact, Fact):
                continue
            derivation = self.evaluator.by_concept.get(fact.path)
            key, element = self.key(fact, bound)
            if derivation is not None:
                found |= self._concept_unknown(derivation, element, key, _values_asked(node))
            elif getter(fact)(self.memory, bound) is None:
                found.add(key)
            elif node.operator in ("is dangling", "is not dangling"):
                self._list_unknown(self.evaluator.kb.vocabulary.facts[fact.path].target or "", found)

    def _concept_unknown(
        self, derivation: CompiledDerivation, element: Element | None, key: Address, values: frozenset[str] | None
    ) -> frozenset[Address]:
        """Return the unknown facts that keep it open whether a derived fact has one of these values (None: any)."""
        if (key, values) not in self._open:
            inner = self._loop_bindings(derivation, element)
            found: set[Address] = set()
            asked = [
                position for position, (value, _) in enumerate(derivation.lines) if values is None or value in values
            ]
            for _, line in derivation.lines[: max(asked, default=-1) + 1]:
                if line.truth(self.memory, inner) is True:
                    break
                self._unknown(line, inner, found)
            self._open[key, values] = frozenset(found)
        return self._open[key, values]

    def _quantifier_unknown(self, node: Quantifier, compiled: Compiled, bound: Bindings, found: set[Address]) -> None:
        self._list_unknown(node.source, found)
        for inner in fitting_bindings(compiled, self.memory, bound):
            meant = compiled.children[0].truth(self.memory, inner)
            if meant is False or (node.kind == "every" and compiled.children[1].truth(self.memory, inner) is True):
                continue
            for part in compiled.children:
                self._unknown(part, inner, found)
            if node.measure is not None and getter(node.measure)(self.memory, inner) is None:
                found.add(self.key(node.measure, inner)[0])

    def _list_unknown(self, source: str, found: set[Address]) -> None:
        """Add the list when it is not stated, and whether it is complete when nobody has said so."""
        complete = f"complete.{source}"
        if source not in self.memory.elements:
            found.add(Address(source))
        if (
            source not in self.memory.closed
            and complete in self.evaluator.kb.vocabulary.facts
            and complete not in self.memory.project
        ):
            found.add(Address(complete))


def _values_asked(node: Comparison) -> frozenset[str] | None:
    """Return the values of a derived fact that a comparison asks about; None when any value matters."""
    if isinstance(node.right, str):
        return frozenset({node.right})
    if isinstance(node.right, tuple):
        return frozenset(map(str, node.right))
    return None
