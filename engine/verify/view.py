"""A symbolic project as one knowledge base reads it (what its vocabulary does not have is not there), and a model as a document."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..knowledge.model import FactDefinition, KnowledgeBase, Vocabulary
from ..language.completeness import completed_by, completeness, is_completeness
from ..project.address import Address, subject_of
from ..project.data import elements_of, put, value_at, way_to
from .circuit import FALSE
from .space import Subject, Sym, SymbolicSpace, is_alike


class SymbolicView:
    """What one knowledge base is told of a symbolic project.

    Attributes:
        facts: Each fact by its path and subject.
        closed: For each list, that nothing is missing of it.
    """

    def __init__(self, space: SymbolicSpace, kb: KnowledgeBase, like: SymbolicView | None = None) -> None:
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
                said = self.facts.get((completeness(path), None))
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


SOME_TEXT, GONE = "x", "gone"
"""A text of which it only matters that it is one, and the id of what is not listed."""


def document_of(view: SymbolicView, true: Callable[[int], bool]) -> dict[str, Any]:
    """Return the project of a model, in which literals are true or not, as a knowledge base reads it."""
    document: dict[str, Any] = {}
    elements: dict[tuple[str, int], dict[str, Any]] = {}
    space = view.space
    for path, listed in view.kb.vocabulary.lists.items():
        if not listed.is_stated or not true(space.stated[path]):
            continue
        there = [place for place in range(space.k[path]) if true(space.present[path, place])]
        elements |= {(path, place): {"id": _id(space, path, place, true)} for place in there}
        put([elements[path, place] for place in there], tuple(path.split(".")), document)
    for (path, subject), sym in view.facts.items():
        if not true(sym.known):
            continue
        value = _value(space, sym, true)
        if is_completeness(path):
            put(value, ("complete", completed_by(path)), document)
        elif subject is None:
            put(value, tuple(path.split(".")), document)
        elif isinstance(subject[1], int):
            put(value, tuple(sym.fact.attribute.split(".")), elements[subject])
        else:
            put(value, (*subject[0].split("."), subject[1], *sym.fact.attribute.split(".")), document)
    return document


def _id(space: SymbolicSpace, path: str, place: int, true: Callable[[int], bool]) -> str:
    named = (name for name, literal in space.ids[path, place].items() if true(literal))
    return next(named, f"{space.vocabulary.lists[path].element}{place + 1}")


def _value(space: SymbolicSpace, sym: Sym, true: Callable[[int], bool]) -> object:
    kind = sym.fact.type
    if kind == "texts":
        return [] if true(sym.empty) else [SOME_TEXT]
    chosen = [value for value, literal in sym.values.items() if true(literal)]
    if kind not in ("set", "refs"):
        return as_stated(sym, chosen[0])
    if kind == "set":
        return chosen
    ids = [_id(space, sym.fact.target or "", place, true) for place in chosen]
    return [*ids, GONE] if true(sym.ghost) else ids


def as_stated(sym: Sym, value: object) -> object:
    """Return a value of a fact as a document has it."""
    return int(value) if sym.fact.type == "int" and isinstance(value, float) else value


def with_choice(document: dict[str, Any], sym: Sym, choice: object, vocabulary: Vocabulary) -> dict[str, Any] | None:
    """Return a project with a value of a fact, or (None) without it; None where there is not what the fact is about."""
    found, subject = copy.deepcopy(document), sym.subject
    if subject is not None:
        source, one = subject
        elements = elements_of(source, found) or ()
        if isinstance(one, int) and one >= len(elements):
            return None
        subject = subject_of(source, elements[one]["id"] if isinstance(one, int) else one)
    way = way_to(Address(sym.fact.path, subject), found, vocabulary)
    assert way is not None
    put(None if choice is None else as_stated(sym, choice), way, found)
    if choice is None:
        del value_at(way[:-1], found)[way[-1]]
    return found
