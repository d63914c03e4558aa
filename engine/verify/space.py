"""A project of which nothing is decided yet: one literal for each value of each fact, lists up to a number of elements.

None of a fact's literals true: it is unknown. Several knowledge bases may be about it; `view` is how one of them reads it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias

from msgspec.structs import replace

from ..knowledge.model import FactDefinition, KnowledgeBase, ListDefinition, Vocabulary, constant
from ..language.completeness import completeness
from ..language.tree import Comparison, Fact, Quantifier, walk
from .circuit import FALSE, TRUE, Circuit

Subject: TypeAlias = Any
"""None, `("organisations", 0)`, or `("capitals", "human")`."""


class UnsupportedError(Exception):
    """What a rule says has no form here."""


@dataclass
class Sym:
    """A stated fact of a symbolic project.

    Attributes:
        known: That it is known.
        values: That it has each value; of a number, of one value in each region; of what holds several, that it holds each.
        regions: Of a number, the ends of the region that each value stands for.
        empty: Of what holds several, that it is known to hold nothing.
        whole: That it is known, and nothing is missing of it.
        ghost: Of refs, that it holds an id that is not in the list.
    """

    fact: FactDefinition
    subject: Subject
    known: int = FALSE
    values: dict[Any, int] = field(default_factory=dict)
    regions: dict[float, tuple[float, float]] = field(default_factory=dict)
    empty: int = FALSE
    whole: int = FALSE
    ghost: int = FALSE

    def where(self, test: Callable[[Any], bool]) -> list[int]:
        """Return the literals of the values that pass a test."""
        return [literal for value, literal in self.values.items() if test(value)]


def stands_for_all(subject: Subject) -> bool:
    """Tell whether a subject is the project, a member, or the first element of a list, which are all alike."""
    return subject is None or not isinstance(subject[1], int) or subject[1] == 0


def frac(value: float) -> Fraction:
    """Return a number as it is written."""
    return Fraction(repr(float(value)))


class SymbolicSpace:
    """The facts of a project as literals."""

    def __init__(self, kbs: Sequence[KnowledgeBase], k: int) -> None:
        """Take all facts of some knowledge bases, and up to `k` elements of each list.

        Raises:
            UnsupportedError: One knowledge base has a list where another one has a family.
        """
        self.kbs = tuple(kbs)
        self.c = Circuit()
        self.vocabulary = vocabulary = united(self.kbs)
        self.k = dict.fromkeys(vocabulary.stated_lists, k)
        self.atoms: dict[Any, int] = {}
        self._constants()
        self.facts: dict[tuple[str, Subject], Sym] = {}
        self.stated: dict[str, int] = {}
        self.present: dict[tuple[str, int], int] = {}
        self.ids: dict[tuple[str, int], dict[str, int]] = {}
        c = self.c
        for path, listed in vocabulary.lists.items():
            if not listed.is_stated:
                self.stated[path] = TRUE
                continue
            stated = self.stated[path] = c.input(("stated", path))
            before = stated
            for j in range(self.k[path]):
                here = self.present[path, j] = c.input(("present", path, j))
                c.require(-here, before)
                before = here
                self.ids[path, j] = {}
            for name in sorted(self.id_constants.get(path, ())):
                literals = [c.input(("id", path, j, name)) for j in range(self.k[path])]
                for j, literal in enumerate(literals):
                    self.ids[path, j][name] = literal
                    c.require(-literal, self.present[path, j])
                c.at_most_one(literals)
            for j in range(self.k[path]):
                c.at_most_one(list(self.ids[path, j].values()))
        for fact in vocabulary.facts.values():
            for subject, here in self.subjects(fact.source, vocabulary):
                self.facts[fact.path, subject] = self.fact(fact, subject, here)
        for sym in self.facts.values():
            if sym.fact.open:
                sym.whole = self.whole(sym)

    def whole(self, sym: Sym) -> int:
        """Return the literal that nothing is missing of a set that may hold more."""
        said = self.facts[completeness(sym.fact.path), None].values
        settled = self.c.any((sym.empty, self.c.all(sym.values.values())))
        return self.c.all((sym.known, self.c.any((said[True], self.c.all((settled, -said[False]))))))

    def subjects(self, source: str | None, vocabulary: Vocabulary) -> list[tuple[Subject, int]]:
        """Return the elements of a list or family, each with the literal that it is there; of no list, the project."""
        if source is None:
            return [(None, TRUE)]
        listed = vocabulary.lists[source]
        if listed.members:
            return [((source, member), TRUE) for member in listed.members]
        return [((source, j), self.present[source, j]) for j in range(self.k[source])]

    def here(self, subject: Subject) -> int:
        """Return the literal that a subject is there."""
        return TRUE if subject is None or not isinstance(subject[1], int) else self.present[subject]

    # what rules compare facts with

    def _constants(self) -> None:
        numbers: defaultdict[str, set[float]] = defaultdict(set)
        self.texts: defaultdict[str, set[str]] = defaultdict(set)
        self.id_constants: defaultdict[str, set[str]] = defaultdict(set)
        self.group: dict[
            str, set[str]
        ] = {}  # of each fact that is compared with others: these, directly or not, and itself
        for kb in self.kbs:
            for path, fact in kb.vocabulary.facts.items():
                if fact.type in ("int", "number"):
                    ends = (fact.minimum, fact.maximum) if len(self.kbs) > 1 else ()
                    numbers[path].update(float(end) for end in ends if end is not None)
            for node in (node for condition in kb.conditions() for node in walk(condition)):
                if isinstance(node, Quantifier) and node.measure is not None:
                    point = float(constant(node.bound, kb)) if node.kind in ("min", "max") else 0.0
                    numbers[node.measure.path].add(point)
                elif isinstance(node, Comparison) and isinstance(node.right, Fact):
                    pair = node.left.path, node.right.path
                    merged = set(pair).union(*(self.group.get(path, ()) for path in pair))
                    self.group.update(dict.fromkeys(merged, merged))
                elif isinstance(node, Comparison):
                    right = constant(node.right, kb)
                    for value in right if isinstance(right, tuple) else (right,):
                        if isinstance(value, float):
                            numbers[node.left.path].add(value)
                        elif isinstance(value, str):
                            self._text_constant(node.left.path, value, kb)
        # facts that are compared with one another share their points
        self.points = {
            path: sorted(set().union(*(numbers[one] for one in self.group.get(path, {path})))) for path in [*numbers]
        }

    def _text_constant(self, path: str, value: str, kb: KnowledgeBase) -> None:
        definition = kb.vocabulary.facts.get(path)
        if definition is None and path.endswith("[].id"):
            self.id_constants[path.removesuffix("[].id")].add(value)
        elif definition is not None and definition.type == "text":
            self.texts[path].add(value)
        elif definition is not None and definition.type == "refs":
            self.id_constants[definition.target or ""].add(value)

    def _regions(self, fact: FactDefinition) -> dict[float, tuple[float, float]]:
        """Points and open intervals, in order: the ends of each by a value in it."""
        low = fact.minimum if fact.minimum is not None else -1e15
        high = fact.maximum if fact.maximum is not None else 1e15
        many = 3 if fact.path in self.group else 1
        ends = [low, *[p for p in self.points[fact.path] if low < p < high], high]
        found: dict[float, tuple[float, float]] = {}
        if fact.type == "int":
            for a, b in pairwise(ends):
                if a == math.floor(a):
                    found[a] = a, a
                inner = range(math.floor(a) + 1, min(math.ceil(b), math.floor(a) + 1 + many))
                found |= {float(i): (float(i), float(i)) for i in inner}
                if inner:
                    found[float(inner[-1])] = float(inner[-1]), math.nextafter(b, -math.inf)
            if high == math.floor(high):
                found[high] = high, high
            return found
        for a, b in pairwise(ends):
            found[a] = a, a
            if a < b:
                width = Fraction(repr(b)) - Fraction(repr(a)) if b < 1e14 and a > -1e14 else Fraction(0)
                for n in range(many):
                    inside = (
                        float(Fraction(repr(a)) + width * (n + 1) / (many + 1))
                        if width
                        else (a + n + 1 if a > -1e14 else (b - many + n if b < 1e14 else float(n)))
                    )
                    found[inside] = a, b
        found[high] = high, high
        return found

    def fact(self, fact: FactDefinition, subject: Subject, here: int) -> Sym:
        """Make the literals of a fact about a subject that is there where a literal is true."""
        c = self.c
        sym = Sym(fact, subject)

        def new(part: object) -> int:
            literal = c.input(("fact", fact.path, subject, part))
            c.require(-literal, here)
            return literal

        if fact.type == "texts":
            some, sym.empty = new("some"), new("empty")
            c.at_most_one([some, sym.empty])
            sym.known = c.any((some, sym.empty))
        elif fact.type in ("set", "refs"):
            sym.known = new("known")
            if fact.type == "set":
                sym.values = {value: new(("has", value)) for value in fact.values}
            else:
                target = fact.target or ""
                sym.values = {j: new(("has", j)) for j in range(self.k.get(target, 0))}
                for j, literal in sym.values.items():
                    c.require(-literal, self.present[target, j])
                sym.ghost = new("ghost")
                c.require(-sym.ghost, sym.known)
            for literal in sym.values.values():
                c.require(-literal, sym.known)
            sym.empty = c.all((sym.known, *(-one for one in sym.values.values()), -sym.ghost))
        else:
            if fact.type in ("int", "number"):
                sym.regions = self._regions(fact)
                # A model prefers what is made last: the value of which a reader has to think the least.
                order = sorted(enumerate(sym.regions), key=lambda one: -abs(one[1]))
                made = {value: new(place) for place, value in order}
                sym.values = {value: made[value] for value in sym.regions}
            else:
                told: dict[str, list[Any]] = {"bool": [True, False], "enum": list(fact.values)}
                sym.values = {value: new(value) for value in told.get(fact.type) or self._text_choices(fact.path)}
            c.at_most_one(list(sym.values.values()))
            sym.known = c.any(sym.values.values())
        sym.whole = sym.known
        return sym

    def _text_choices(self, path: str) -> list[str]:
        """The texts that rules can tell apart: constants, values of what it is compared with, and some others."""
        found: set[str] = set()
        for one in self.group.get(path, {path}):
            fact = self.vocabulary.facts.get(one)
            if fact is not None:
                found |= self.texts[one] | set(fact.values)
            elif one.endswith("[].id"):
                raise UnsupportedError(f"text compared with ids: {one}")
            else:
                found |= set(self.vocabulary.lists[one.removesuffix(".*.id").removesuffix(".id")].members)
        return [*sorted(found), "~1", *(("~2", "~3") if path in self.group else ())]


def united(kbs: Sequence[KnowledgeBase]) -> Vocabulary:
    """Return the facts and lists of several knowledge bases together, with all values that one of them allows.

    Of a fact that is something else in a later one, only the first is there.

    Raises:
        UnsupportedError: One knowledge base has a list where another one has a family.
    """
    if len(kbs) == 1:
        return kbs[0].vocabulary
    facts: dict[str, FactDefinition] = {}
    lists: dict[str, ListDefinition] = {}
    for kb in kbs:
        for path, listed in kb.vocabulary.lists.items():
            before = lists.get(path, listed)
            if bool(before.members) != bool(listed.members):
                raise UnsupportedError(f"{path}: a list in one of them, and a family in the other")
            lists[path] = replace(before, members={**before.members, **listed.members})
        for path, fact in kb.vocabulary.facts.items():
            old = facts.get(path, fact)
            if is_alike(old, fact):
                facts[path] = replace(
                    old,
                    values={**old.values, **fact.values},
                    minimum=None if None in (old.minimum, fact.minimum) else min(old.minimum, fact.minimum),  # type: ignore[type-var]
                    maximum=None if None in (old.maximum, fact.maximum) else max(old.maximum, fact.maximum),  # type: ignore[type-var]
                )
    return Vocabulary(facts, lists, {})


def is_alike(one: FactDefinition, other: FactDefinition) -> bool:
    """Tell whether two definitions are of the same fact, if not with the same values."""
    return (one.type, one.source, one.target) == (other.type, other.source, other.target)
