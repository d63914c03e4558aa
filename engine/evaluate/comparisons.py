"""Comparisons compiled to plain closures: the meaning of every operator; and which of the facts that they read are known.

A compiled comparison takes the working memory and the elements bound around it and returns a truth. Stated facts and
derived facts are compiled apart, because a derived fact can have a value while another one is still open.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from ..knowledge.model import FactDefinition, KnowledgeBase, Vocabulary, constant
from ..language.completeness import completeness
from ..language.tree import NEGATED, SETTLED_BY_NAMED, Comparison, Fact
from ..language.truth import Truth, any_of
from ..project.address import Address, subject_of
from ..project.memory import Derived, Element, OpenSet, WorkingMemory

Bindings: TypeAlias = "Mapping[str, Element]"
"""The element bound to each variable."""
Test: TypeAlias = "Callable[[WorkingMemory, Bindings], Truth]"
Getter: TypeAlias = "Callable[[WorkingMemory, Bindings], Any]"

ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


def getter(fact: Fact) -> Getter:
    """Return a function that reads a fact's value; None stands for unknown."""
    if fact.variable is not None:
        variable, attribute = fact.variable, fact.attribute
        return lambda memory, bound: bound[variable].get(attribute)
    path = fact.path
    if fact.member is None:
        return lambda memory, bound: memory.project.get(path)
    source = path.partition(".*.")[0]
    member, attribute = fact.member, fact.attribute

    def read(memory: WorkingMemory, _bound: Bindings) -> Any:
        for element in memory.elements.get(source, ()):
            if element["id"] == member:
                return element.get(attribute)
        return None

    return read


def compile_comparison(node: Comparison, kb: KnowledgeBase, strict: bool) -> Test:
    """Compile one comparison.

    A `strict` one judges for every completion of what is unknown: operators about knowledge are then unknown themselves
    wherever their fact is, because a completion would answer them.
    """
    positive = NEGATED.get(node.operator)
    if positive is not None:
        return negated(_positive(node, positive, kb, strict))
    return _positive(node, node.operator, kb, strict)


def negated(test: Test) -> Test:
    """Return the test that fails where another one holds."""

    def truth(memory: WorkingMemory, bound: Bindings) -> Truth:
        found = test(memory, bound)
        return None if found is None else not found

    return truth


def _positive(node: Comparison, word: str, kb: KnowledgeBase, strict: bool) -> Test:
    read = getter(node.left)
    if node.left.path in kb.vocabulary.concepts:
        return _derived(read, word, constant(node.right, kb), strict)
    if word in ("is known", "may be"):
        return _about_knowledge(read, word, constant(node.right, kb), None if strict else word == "may be")
    if word == "is dangling":
        return _dangling(read, kb.vocabulary.facts[node.left.path].target or "", strict)
    definition = kb.vocabulary.facts.get(node.left.path)
    wanted = None if isinstance(node.right, Fact) else constant(node.right, kb)
    compare: Callable[[Any, Any], Truth] = _stated(word, wanted, definition)
    if definition is not None and definition.open:
        compare = _of_open_set(word, compare)
    if isinstance(node.right, Fact):
        return _two_facts(read, getter(node.right), compare)
    return _one_fact(node.left, compare, wanted)


def _of_open_set(word: str, compare: Callable[[Any, Any], Truth]) -> Callable[[Any, Any], Truth]:
    """Compare a set that may be open: what is named settles one truth, the other one may change with a further value."""
    settled = SETTLED_BY_NAMED[word]

    def known(value: Any, wanted: Any) -> Truth:
        truth = compare(value, wanted)
        return truth if truth is settled or type(value) is not OpenSet else None

    return known


def _one_fact(fact: Fact, compare: Callable[[Any, Any], Truth], wanted: Any) -> Test:
    """Compare a fact with a value; most conditions are that, so what `getter` does is done here where it is one step."""
    path, variable, attribute, read = fact.path, fact.variable, fact.attribute, getter(fact)

    def of_element(_memory: WorkingMemory, bound: Bindings) -> Truth:
        value = bound[variable or ""].get(attribute)
        return None if value is None else compare(value, wanted)

    def of_project(memory: WorkingMemory, _bound: Bindings) -> Truth:
        value = memory.project.get(path)
        return None if value is None else compare(value, wanted)

    def of_member(memory: WorkingMemory, bound: Bindings) -> Truth:
        value = read(memory, bound)
        return None if value is None else compare(value, wanted)

    return of_element if variable is not None else of_project if fact.member is None else of_member


def _about_knowledge(read: Getter, word: str, wanted: Any, unknown: Truth) -> Test:
    def test(memory: WorkingMemory, bound: Bindings) -> Truth:
        value = read(memory, bound)
        if value is None or type(value) is OpenSet:
            return unknown
        return word == "is known" or value == wanted

    return test


def _stated(word: str, wanted: Any, definition: FactDefinition | None) -> Callable[[Any, Any], bool]:
    """Return how a known value is compared with a known right side."""
    if word == "is":
        return operator.eq
    if word == "in":
        return lambda value, wanted: value in wanted
    if word in ORDER:
        return ORDER[word]
    if word == "has":
        return lambda value, wanted: wanted in value
    if word == "within":
        allowed = frozenset(wanted)
        return lambda value, wanted: value <= allowed
    if word == "is empty":
        return lambda value, wanted: not value
    if word == "is incomplete":
        declared = frozenset(definition.values) if definition is not None else frozenset()
        return lambda value, wanted: not declared <= value
    raise ValueError(f"no such operator: {word}")


def _two_facts(read: Getter, read_right: Getter, compare: Callable[[Any, Any], Truth]) -> Test:
    def test(memory: WorkingMemory, bound: Bindings) -> Truth:
        value, wanted = read(memory, bound), read_right(memory, bound)
        return None if value is None or wanted is None else compare(value, wanted)

    return test


def _dangling(read: Getter, target: str, strict: bool) -> Test:
    def test(memory: WorkingMemory, bound: Bindings) -> Truth:
        ids = read(memory, bound)
        if ids is None:
            return None
        if not ids:
            return False
        if target not in memory.elements:
            return None
        missing = not ids <= memory.index(target, "id").places.keys()
        return None if missing and strict and target not in memory.closed else missing

    return test


def _derived(read: Getter, word: str, wanted: Any, strict: bool) -> Test:
    def test(memory: WorkingMemory, bound: Bindings) -> Truth:
        state: Derived = read(memory, bound)
        if word == "is known":
            return None if strict and state.open else state.value is not None
        if word == "in":
            return any_of(state.has(value) for value in wanted)
        truth = state.has(wanted)
        return truth is not False if word == "may be" and not strict else truth

    return test


class KnownFacts:
    """What is known in one run."""

    def __init__(self, vocabulary: Vocabulary, memory: WorkingMemory) -> None:
        """Look facts up in a working memory, by the names of a vocabulary."""
        self.vocabulary = vocabulary
        self.memory = memory

    def element(self, fact: Fact, bound: Bindings) -> Element | None:
        """Return the element that a fact belongs to; None for the project."""
        if fact.variable is not None:
            return bound[fact.variable]
        if fact.member is None:
            return None
        return self.memory.element(fact.path.partition(".*.")[0], fact.member)

    def address(self, fact: Fact, element: Element | None) -> Address:
        """Return the address of a fact of an element; None for the project."""
        if element is None:
            return Address(fact.path)
        definition = self.vocabulary.definition(fact.path)
        return Address(fact.path, subject_of((definition and definition.source) or "", element["id"]))

    def knows(self, fact: Fact, element: Element | None) -> Truth:
        """Tell whether a stated fact of an element is known; None for an open set, which is so in part."""
        if element is not None:
            return fact.attribute in element
        value = self.memory.project.get(fact.path)
        return None if isinstance(value, OpenSet) else value is not None

    def of_list(self, source: str, *, known: bool) -> Iterator[Address]:
        """Yield what is known, or what is not, about a list as a whole: which elements it has, whether it is complete."""
        stated = source in self.memory.elements
        if stated is known and not self.vocabulary.lists[source].members:
            yield Address(source)
        complete = completeness(source)
        told = source in self.memory.closed or complete in self.memory.project
        if complete in self.vocabulary.facts and told is known and (stated or not known):
            yield Address(complete)
