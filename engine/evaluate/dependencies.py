"""Which rules and derivations a fact can reach: what must be run again when only that fact changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..knowledge.model import Derivation, KnowledgeBase, Loop
from ..language.tree import Condition, Quantifier, facts_of, walk


class Dependencies:
    """For every fact, list and completeness fact, what depends on it, directly or through derived facts."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Index the knowledge base."""
        readers: dict[str, set[str]] = defaultdict(set)
        self._rules: dict[str, set[str]] = defaultdict(set)
        for derivation in kb.derivations:
            for path in _reads((line.when for line in derivation.lines), derivation.loop, kb):
                readers[path].add(derivation.concept)
        for rule in kb.rules:
            conditions: list[Condition] = [rule.when, *(case.when for case in rule.severities if case.when is not None)]
            for path in _reads(conditions, rule.loop, kb):
                self._rules[path].add(rule.code)
        self._concepts = {path: _closure(path, readers) for path in {*readers}}
        self._order: tuple[Derivation, ...] = kb.derivations

    def reached(self, path: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the concepts and the codes of the rules that a fact can reach.

        Args:
            path: A fact's name, a list's path, or `complete.<list>`.
        """
        concepts = self._concepts.get(path, frozenset())
        codes = set(self._rules.get(path, ()))
        for concept in concepts:
            codes |= self._rules.get(concept, set())
        return concepts, frozenset(codes)


def _reads(conditions: Iterable[Condition], loop: Loop | None, kb: KnowledgeBase) -> set[str]:
    found: set[str] = set()
    if loop is not None:
        found.add(loop.source)
    for condition in conditions:
        for node in walk(condition):
            if isinstance(node, Quantifier):
                found |= {node.source, f"complete.{node.source}"}
        for fact in facts_of(condition):
            found.add(fact.path)
            definition = kb.vocabulary.facts.get(fact.path)
            if definition is not None and definition.target is not None:
                found.add(definition.target)
    return found


def _closure(path: str, readers: dict[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(readers.get(path, ()))
    while waiting:
        concept = waiting.pop()
        if concept not in found:
            found.add(concept)
            waiting.extend(readers.get(concept, ()))
    return frozenset(found)
