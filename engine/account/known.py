"""The facts that conditions read in one run: what they are called, whose they are, and which of them are known."""

from __future__ import annotations

from collections.abc import Iterator

from ..evaluate import Bindings
from ..knowledge.model import Vocabulary
from ..language.tree import Fact
from ..language.truth import Truth
from ..project.address import Address, subject_of
from ..project.memory import Element, OpenSet, WorkingMemory


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
        return Address(fact.path, subject_of((definition and definition.source) or "", element))

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
        complete = f"complete.{source}"
        told = source in self.memory.closed or complete in self.memory.project
        if complete in self.vocabulary.facts and told is known and (stated or not known):
            yield Address(complete)
