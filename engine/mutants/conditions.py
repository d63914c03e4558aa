"""Every condition that differs from another one in one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec.structs import replace

from ..knowledge.model import FactDefinition, KnowledgeBase
from ..language.leaf import written
from ..language.tree import (
    COMPLEMENTS,
    All,
    Any,
    Comparison,
    Condition,
    Fact,
    Not,
    Operator,
    Parameter,
    Quantifier,
    below,
)
from ..problems.problem import LANGUAGES, Texts

Change = tuple[str, Texts, Condition]
"""The kind of a change, what it is, and the condition after it."""
C = TypeVar("C", bound=Condition)

_EDGE: dict[str, Operator] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_UNKNOWN: dict[str, Operator] = {"is": "may be", "is not": "cannot be", "may be": "is", "cannot be": "is not"}
_SINGLE = ("is", "is not", "may be", "cannot be", "has", "lacks")


def becomes(before: str, after: str) -> Texts:
    """Return what a change is that puts one thing in place of another."""
    return dict.fromkeys(LANGUAGES, f"{before} -> {after}")


def left_out(shown: str) -> Texts:
    """Return what a change is that leaves something out."""
    return {"en": f"without {shown}", "ja": f"{shown} を外す"}


def in_place(after: str, before: str) -> Texts:
    """Return what a change is that has another word for the same thing."""
    return {"en": f"{after} in place of {before}", "ja": f"{before} を {after} に"}


class Changes:
    """The changes of conditions over the vocabulary of a rule base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Find which facts could be mistaken for one another: of one type, with the same values, beside each other."""
        self.kb = kb
        self._alike: dict[tuple[object, ...], list[FactDefinition]] = {}
        for fact in kb.vocabulary.facts.values():
            self._alike.setdefault(_kind(fact), []).append(fact)

    def of(self, node: Condition) -> Iterator[Change]:
        """Yield each condition that differs from this one in one place."""
        if isinstance(node, (All, Any)):
            yield from self._several(node)
        elif isinstance(node, Not):
            shown = written(node.child)
            yield "not left out", {"en": f"`{shown}` without not", "ja": f"`{shown}` の not を外す"}, node.child
        else:
            for kind, other in self._leaf(node) if isinstance(node, Comparison) else self._quantifier(node):
                yield kind, becomes(f"`{written(node)}`", f"`{written(other)}`"), other
        for part, put in below(node):
            for kind, what, changed in self.of(part):
                whole = put(changed)
                if whole is not None:
                    yield kind, what, whole

    def within(self, node: All) -> Iterator[tuple[str, Texts, All]]:
        """Yield each change of a list of conditions that leaves it one."""
        for kind, what, changed in self.of(node):
            yield kind, what, changed if isinstance(changed, All) else All((changed,), node.place)

    def _several(self, node: All | Any) -> Iterator[Change]:
        if len(node.children) < 2:
            return
        for place, child in enumerate(node.children):
            rest = node.children[:place] + node.children[place + 1 :]
            yield "condition left out", left_out(f"`{written(child)}`"), replace(node, children=rest)
        shown = "; ".join(map(written, node.children))
        before, after = ("all", "any") if isinstance(node, All) else ("any", "all")
        what = {"en": f"{after} in place of {before} of `{shown}`", "ja": f"`{shown}` の {before} を {after} に"}
        yield "all/any", what, (Any if isinstance(node, All) else All)(node.children, node.place)

    def _leaf(self, node: Comparison) -> Iterator[tuple[str, Comparison]]:
        yield "negated", replace(node, operator=COMPLEMENTS[node.operator])
        definition = self.kb.vocabulary.definition(node.left.path)
        values = tuple(definition.values) if definition is not None else ()
        right = node.right
        if node.operator in _EDGE:
            yield "boundary", replace(node, operator=_EDGE[node.operator])
        if isinstance(right, float):
            whole = isinstance(definition, FactDefinition) and definition.type == "int"
            for step in (-1.0, 1.0) if whole else (-0.01, 0.01):
                yield "number", replace(node, right=right + step)
        yield from self._values(node, values)
        exact = isinstance(right, (Fact, Parameter, float)) or node.left.attribute == "id"
        if node.operator in _UNKNOWN and not exact:
            yield "unknown counts", replace(node, operator=_UNKNOWN[node.operator])
        if isinstance(definition, FactDefinition) and node.left.member is None and definition.type != "refs":
            alike = self._alike[_kind(definition)]
            other = alike[(alike.index(definition) + 1) % len(alike)]
            if other is not definition:
                yield "other fact", replace(node, left=replace(node.left, path=other.path, attribute=other.attribute))

    @staticmethod
    def _values(node: Comparison, values: tuple[str, ...]) -> Iterator[tuple[str, Comparison]]:
        right = node.right
        if isinstance(right, str) and node.operator in _SINGLE:
            for value in values:
                if value != right:
                    yield "value", replace(node, right=value)
        if isinstance(right, tuple):
            for one in right if len(right) > 1 else ():
                yield "value left out", replace(node, right=tuple(value for value in right if value != one))
            for value in values:
                if value not in right:
                    yield "value added", replace(node, right=(*right, value))

    def _quantifier(self, node: Quantifier) -> Iterator[tuple[str, Quantifier]]:
        if node.kind == "some":
            yield "quantifier", replace(node, kind="none")
            if node.where.children:
                yield "quantifier", replace(node, kind="every", where=All((), node.where.place), body=node.where)
        elif node.kind == "none":
            yield "quantifier", replace(node, kind="some")
        elif node.kind == "every":
            both = All((*node.where.children, *(node.body.children if node.body is not None else ())))
            yield "quantifier", replace(node, kind="some", where=both, body=None)
            yield "quantifier", replace(node, kind="none", where=both, body=None)
        else:
            yield from self._aggregates(node)
        if len(node.where.children) == 1:
            yield "condition left out", replace(node, where=All((), node.where.place))

    def _aggregates(self, node: Quantifier) -> Iterator[tuple[str, Quantifier]]:
        if node.operator is not None:
            yield "negated", replace(node, operator=COMPLEMENTS[node.operator])
            if node.operator in _EDGE:
                yield "boundary", replace(node, operator=_EDGE[node.operator])
        if isinstance(node.bound, float):
            for step in (-1.0, 1.0):
                yield "number", replace(node, bound=node.bound + step)
        if node.kind in ("min", "max"):
            yield "quantifier", replace(node, kind="max" if node.kind == "min" else "min")


def _kind(fact: FactDefinition) -> tuple[object, ...]:
    return fact.type, fact.source, tuple(fact.values), fact.path.rpartition(".")[0]
