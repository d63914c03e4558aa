"""A symbolic project as one knowledge base reads it: what its vocabulary does not have is not there."""

from __future__ import annotations

from dataclasses import replace

from ..knowledge.model import FactDefinition, KnowledgeBase
from .circuit import FALSE
from .space import Space, Subject, Sym, is_alike


class View:
    """What one knowledge base is told of a symbolic project.

    Attributes:
        facts: Each fact by its path and subject.
        closed: For each list, that nothing is missing of it.
    """

    def __init__(self, space: Space, kb: KnowledgeBase, like: View | None = None) -> None:
        """Take the project as a knowledge base reads it, one that the project was made for or a variant with its vocabulary.

        A view of the same project with the same vocabulary (`like`) reads the same.
        """
        self.space, self.kb, self.c = space, kb, space.c
        self.facts: dict[tuple[str, Subject], Sym] = {}
        self.closed: dict[str, int] = {}
        if like is not None and like.kb.vocabulary is kb.vocabulary:
            self.facts, self.closed = like.facts, like.closed
            return
        for fact in kb.vocabulary.facts.values():
            for subject, here in self.subjects(fact.source):
                self.facts[fact.path, subject] = self._read(fact, subject, here)
        for path, listed in kb.vocabulary.lists.items():
            self.closed[path] = space.stated[path]
            if listed.complete == "declared":
                said = self.facts.get((f"complete.{path}", None))
                yes = said.values[True] if said is not None else FALSE  # no project can say so
                self.closed[path] = self.c.all((space.stated[path], yes))

    def subjects(self, source: str | None) -> list[tuple[Subject, int]]:
        """Return the elements of a list or family, each with the literal that it is there; of no list, the project."""
        return self.space.subjects(source, self.kb.vocabulary)

    def _read(self, fact: FactDefinition, subject: Subject, here: int) -> Sym:
        """Return a fact with the values that the knowledge base allows; of any other value it is told nothing."""
        sym = self.space.facts[fact.path, subject]
        if sym.fact is fact:
            return sym
        if not is_alike(sym.fact, fact):
            own = self.space.fact(fact, subject, here)
            self.c.require(-own.known, -sym.known)
            return own
        low = -float("inf") if fact.minimum is None else fact.minimum
        high = float("inf") if fact.maximum is None else fact.maximum
        values = {
            value: literal
            for value, literal in sym.values.items()
            if (low <= value <= high if sym.regions else fact.type not in ("enum", "set") or value in fact.values)
        }
        if values == sym.values and fact.open == sym.fact.open:
            return sym
        seen = replace(sym, fact=fact, values=values)
        if fact.type == "set":
            seen.empty = self.c.all((seen.known, *(-one for one in values.values())))
        else:
            seen.known = self.c.any(values.values())
        seen.whole = self.space.whole(seen) if fact.open else seen.known
        return seen
