"""What depends on which fact, and what each rule and derivation can rest on.

Which rules and derivations a fact can reach is what must be run again when only that fact changes. A fact of one element
that a rule reads through its own loop variable reaches the rule for that element alone; what reads it in any other way,
through a quantifier for instance, may come out differently for every subject.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from ..knowledge.model import KnowledgeBase, Loop, constant
from ..language.completeness import completed_by, completeness
from ..language.tree import ABOUT_REFERENCES, Comparison, Condition, Fact, Quantifier, read_by, walk

ComparedWith: TypeAlias = "tuple[frozenset[float | str], frozenset[Fact]]"
"""What rules compare a fact with: values, and other facts."""
_NOTHING_COMPARED: ComparedWith = frozenset(), frozenset()


class Reads(Struct, frozen=True):
    """What a rule or derivation reads.

    Attributes:
        own: Facts that it reads through its loop variable, those of the element that it is about.
        other: Facts that it reads in another way, lists, and whether they are complete.
    """

    own: frozenset[str]
    other: frozenset[str]


class Dependencies:
    """For every fact, list and completeness fact, what depends on it, directly or through derived facts."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Index the knowledge base."""
        self.of_concept: dict[str, Reads] = {}
        self.of_rule: dict[str, Reads] = {}
        self._concepts: dict[str, list[str]] = defaultdict(list)
        self._rules: dict[str, list[str]] = defaultdict(list)
        self._reached: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._rests_on: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._rest_on: dict[tuple[str, ...], tuple[frozenset[str], frozenset[str]]] = {}
        self._of_one: dict[str, str | None] = {}
        self._alone: dict[int, str | None] = {}
        self._kb = kb
        self._sources = {definition.path: definition.source for definition in kb.vocabulary.definitions()}
        for derivation in kb.derivations:
            reads = _reads((line.when for line in derivation.lines), derivation.loop, kb)
            self.of_concept[derivation.concept] = reads
            for path in reads.own | reads.other:
                self._concepts[path].append(derivation.concept)
        for rule in kb.rules:
            reads = self.of_rule[rule.code] = _reads(rule.judged_by, rule.loop, kb)
            for path in reads.own | reads.other:
                self._rules[path].append(rule.code)

    def reached(self, path: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the concepts and the codes of the rules that a fact, a list or `complete.<list>` can reach."""
        found = self._reached.get(path)
        if found is None:
            concepts, waiting = set[str](), [path]
            while waiting:
                more = [one for one in self._concepts.get(waiting.pop(), ()) if one not in concepts]
                concepts.update(more)
                waiting += more
            codes = frozenset(code for read in (path, *concepts) for code in self._rules.get(read, ()))
            found = self._reached[path] = frozenset(concepts), codes
        return found

    def rests_on(self, code: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the facts and lists that a rule can rest on, through derived facts, too: its element's own, and others.

        A list stands for which elements it has, and for whether it is complete.
        """
        found = self._rests_on.get(code)
        if found is None:
            rule = self._kb.rule(code)
            own: set[str] = set()
            other: set[str] = set() if rule.loop is None else {rule.loop.source}
            waiting = [(path, True) for path in self.of_rule[code].own]
            waiting += [(path, False) for path in self.of_rule[code].other]
            while waiting:
                path, mine = waiting.pop()
                among = own if mine else other
                if path in among:
                    continue
                among.add(path)
                reads = self.of_concept.get(path)
                if reads is not None:
                    waiting += [(one, mine) for one in reads.own] + [(one, False) for one in reads.other]
            other |= {completed_by(path) for path in other}
            other |= {source for path in other if (source := self._sources.get(path)) is not None}
            found = self._rests_on[code] = frozenset(own), frozenset(other)
        return found

    def touched(self, codes: Sequence[str], name: str | None, changed: Iterable[tuple[str, str | None]]) -> list[int]:
        """Return the places of those changes on which some rules can rest, asked of one element.

        Args:
            codes: The rules.
            name: The id of the element that they are asked of, None for the project.
            changed: The name of each fact that changed, with the id of its element; a list's path for its elements.
        """
        found = self._rest_on.get(tuple(codes))
        if found is None:
            every = [self.rests_on(one) for one in codes]
            owns, others = [own for own, _ in every], [other for _, other in every]
            found = self._rest_on[tuple(codes)] = frozenset[str]().union(*owns), frozenset[str]().union(*others)
        own, other = found
        return [place for place, (fact, of) in enumerate(changed) if fact in other or (of == name and fact in own)]

    def of_one(self, concept: str) -> str | None:
        """Return the list of whose elements a concept is told, each by its own facts alone; None for any other one."""
        if concept not in self._of_one:
            reads = self.of_concept[concept]
            derived = [path for path in reads.own if path in self.of_concept]
            source = self._sources[concept]
            alone = reads.other == {source} and all(map(self.of_one, derived))
            self._of_one[concept] = source if alone else None
        return self._of_one[concept]

    def alone(self, condition: Condition) -> str | None:
        """Return the variable of the only element that a condition asks, of nothing else; None for any other condition.

        Of a comparison the facts count, not the ids. Conditions are told apart by identity: they are the knowledge base's.
        """
        if id(condition) not in self._alone:
            nodes = list(walk(condition))
            facts = [fact for node in nodes for fact in read_by(node) if nodes[1:] or not fact.path.endswith(".id")]
            variables = {fact.variable for fact in facts}
            plain = not any(isinstance(node, Quantifier) or _asks_of_list(node) for node in nodes)
            own = all(fact.path not in self.of_concept or self.of_one(fact.path) for fact in facts)
            self._alone[id(condition)] = variables.pop() if plain and own and len(variables) == 1 else None
        return self._alone[id(condition)]

    @cached_property
    def read(self) -> frozenset[str]:
        """The facts and lists that some rule or derivation reads."""
        found = [one.own | one.other for one in (*self.of_concept.values(), *self.of_rule.values())]
        return frozenset[str]().union(*found)

    @cached_property
    def unread(self) -> Mapping[str, frozenset[str]]:
        """For each list the facts of its elements that none of them reads, by their attributes."""
        unread = [one for one in self._kb.vocabulary.definitions() if one.path not in self.read]
        lists = self._kb.vocabulary.lists
        return {path: frozenset(one.attribute for one in unread if one.source == path) for path in lists}

    @cached_property
    def constants(self) -> frozenset[str]:
        """The texts with which rules compare some fact."""
        return frozenset([value for values, _ in self._compared.values() for value in values if isinstance(value, str)])

    def compared(self, path: str) -> ComparedWith:
        """Return what rules compare a fact with."""
        return self._compared.get(path, _NOTHING_COMPARED)

    @cached_property
    def _compared(self) -> Mapping[str, ComparedWith]:
        found: dict[str, ComparedWith] = {}

        def note(path: str, right: object) -> None:
            values, facts = found.get(path, _NOTHING_COMPARED)
            if isinstance(right, Fact):
                facts |= {right}
            else:
                listed = right if isinstance(right, tuple) else (right,)
                values |= {value for value in listed if isinstance(value, (float, str))}
            found[path] = values, facts

        for condition in self._kb.conditions():
            for node in walk(condition):
                if isinstance(node, Comparison):
                    note(node.left.path, constant(node.right, self._kb))
                    if isinstance(node.right, Fact):
                        note(node.right.path, node.left)
                elif isinstance(node, Quantifier) and node.measure is not None:
                    note(node.measure.path, float(constant(node.bound, self._kb)))
        return found


def _reads(conditions: Iterable[Condition], loop: Loop | None, kb: KnowledgeBase) -> Reads:
    """Return what conditions read; no variable is bound twice, so that the loop's means its element everywhere."""
    own: set[str] = set()
    other = set() if loop is None else {loop.source}
    for condition in conditions:
        for node in walk(condition):
            if isinstance(node, Quantifier):
                other |= {node.source, completeness(node.source)}
            elif _asks_of_list(node):
                # Whether references dangle is known only of a complete list.
                assert isinstance(node, Comparison)
                other.add(completeness(kb.vocabulary.facts[node.left.path].target or ""))
            for fact in read_by(node):
                (own if loop is not None and fact.variable == loop.variable else other).add(fact.path)
                definition = kb.vocabulary.facts.get(fact.path)
                if definition is not None and definition.target is not None:
                    other.add(definition.target)
                if definition is not None and definition.open:
                    other.add(completeness(fact.path))
    return Reads(frozenset(own), frozenset(other))


def _asks_of_list(node: Condition) -> bool:
    """Tell whether a comparison looks for references in a list."""
    return isinstance(node, Comparison) and node.operator in ABOUT_REFERENCES
