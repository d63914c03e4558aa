"""A condition over a symbolic project: that it certainly holds, and that it certainly does not.

What is built follows `engine.evaluate`; the tests hold the two against each other on random rules and projects.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from ..evaluate.comparisons import ORDER
from ..knowledge.model import KnowledgeBase, constant
from ..language.tree import NEGATED, All, Comparison, Fact, Not, Quantifier
from ..language.tree import Any as AnyOf
from .aggregates import TF, Aggregates
from .circuit import FALSE, TRUE
from .space import Subject, Sym, UnsupportedError, frac
from .view import SymbolicView

Env: TypeAlias = "dict[str, Subject]"
"""The element bound to each variable."""


@dataclass
class SymbolicState:
    """A derived fact of one subject: for each value, that it has it, and that the value is open."""

    has: dict[str, int]
    open: dict[str, int]
    known: int


class SymbolicConditions(Aggregates):
    """The conditions of a knowledge base, lenient (what is reported) or strict (what no completion changes)."""

    def __init__(self, view: SymbolicView, *, strict: bool = False) -> None:
        """Take the project; the knowledge base that reads it gives the conditions."""
        super().__init__(view)
        self.kb: KnowledgeBase = view.kb
        self.strict = strict
        self.derived: dict[tuple[str, Subject], SymbolicState] = {}
        self._memo: dict[tuple[int, tuple[Any, ...]], TF] = {}
        self._keep: list[Any] = []

    def closed(self, path: str) -> int:
        """Return the literal that nothing is missing of a list."""
        return self.view.closed[path]

    def condition(self, node: Any, env: Env) -> TF:
        """Return whether a condition certainly holds and whether it certainly does not, for bound elements."""
        key = id(node), tuple(sorted(env.items(), key=str))
        found = self._memo.get(key)
        if found is None:
            self._keep.append(node)
            found = self._memo[key] = self._condition(node, env)
        return found

    def _condition(self, node: Any, env: Env) -> TF:
        c = self.c
        if isinstance(node, Comparison):
            return self.comparison(node, env)
        if isinstance(node, Not):
            true, false = self.condition(node.child, env)
            return false, true
        if isinstance(node, (All, AnyOf)):
            parts = [self.condition(child, env) for child in node.children]
            if isinstance(node, All):
                return c.all(t for t, _ in parts), c.any(f for _, f in parts)
            return c.any(t for t, _ in parts), c.all(f for _, f in parts)
        return self._quantifier(node, env)

    def _quantifier(self, node: Quantifier, env: Env) -> TF:
        c, space = self.c, self.space
        stated, closed = space.stated[node.source], self.closed(node.source)
        items = []
        for subject, here in self.view.subjects(node.source):
            inner = {**env, node.variable: subject}
            where = self.condition(node.where, inner)
            body = self.condition(node.body, inner) if node.body is not None else None
            items.append((here, where, body, inner))
        if node.kind in ("some", "none"):
            true = c.any(c.all((here, t)) for here, (t, _), _, _ in items)
            false = c.all((stated, closed, *(c.any((-here, f)) for here, (_, f), _, _ in items)))
            return (true, false) if node.kind == "some" else (false, true)
        if node.kind == "every":
            demanded = [(here, where, body, inner) for here, where, body, inner in items if body is not None]
            true = c.all((stated, closed, *(c.any((-here, wf, bt)) for here, (_, wf), (bt, _), _ in demanded)))
            false = c.any(c.all((here, wt, bf)) for here, (wt, _), (_, bf), _ in demanded)
            return true, false
        bound = float(constant(node.bound, self.kb))
        word = node.operator or "is"
        if node.kind == "count":
            result = self._compared(*self._count(items, closed, frac(bound)), word)
            return c.all((stated, result[0])), c.all((stated, result[1]))
        if node.kind == "share":
            return self._share(items, stated, closed, word, frac(bound))
        measures = []
        assert node.measure is not None
        for here, (t, f), _, inner in items:
            sym = self.sym(node.measure, inner)
            assert sym is not None
            measures.append((here, t, f, sym))
        definition = self.kb.vocabulary.facts[node.measure.path]
        low = -math.inf if definition.minimum is None else float(definition.minimum)
        high = math.inf if definition.maximum is None else float(definition.maximum)
        if node.kind == "sum":
            result = self._compared(*self._sum(measures, closed, low, high, bound), word)
            return c.all((stated, result[0])), c.all((stated, result[1]))
        return self._extreme(node.kind, measures, stated, closed, word, low, high, bound)

    # comparisons

    def sym(self, fact: Fact, env: Env) -> Sym | None:
        """The stated fact that a name means; None for an element's own id and for derived facts."""
        return self.view.facts.get(_key(fact, env))

    def state(self, fact: Fact, env: Env) -> SymbolicState | None:
        """Return the derived fact that a name means."""
        return self.derived.get(_key(fact, env))

    def comparison(self, node: Comparison, env: Env) -> TF:
        """Return the truth of a leaf."""
        word = NEGATED.get(node.operator)
        if word is None:
            return self._positive(node, node.operator, env)
        true, false = self._positive(node, word, env)
        return false, true

    def _positive(self, node: Comparison, word: str, env: Env) -> TF:
        c = self.c
        right = node.right if isinstance(node.right, Fact) else constant(node.right, self.kb)
        if node.left.path in self.kb.vocabulary.concepts:
            return self._of_derived(self.state(node.left, env), word, right)
        if isinstance(right, Fact):
            return self._two(node.left, word, right, env)
        values, known = self._values(node.left, env)
        sym = self.sym(node.left, env)
        whole = known if sym is None else sym.whole
        if word == "is known":
            return whole, (FALSE if self.strict else -whole)
        if word == "may be":
            is_so = values.get(right, FALSE)
            no = c.all((known, -is_so))
            return (is_so, no) if self.strict else (c.any((is_so, -known)), no)
        if word in ("is", "in"):
            so = c.any(values.get(one, FALSE) for one in (right if word == "in" else (right,)))
            return so, c.all((known, -so))
        assert sym is not None
        if word == "is dangling":
            target = sym.fact.target or ""
            stated, closed = self.space.stated[target], self.closed(target)
            missing = c.all((sym.ghost, stated))
            true = c.all((missing, closed)) if self.strict else missing
            return true, c.any((sym.empty, c.all((known, stated, -sym.ghost))))
        if word in ORDER:
            so = c.any(sym.where(lambda value: ORDER[word](value, right)))
            return so, c.all((known, -so))
        if word == "has":
            so = self._has(sym, right)
            return so, c.all((whole, -so))
        if word == "within":
            so = c.all((known, *(-one for one in sym.where(lambda value: value not in right))))
        elif word == "is empty":
            so = sym.empty
        elif word == "is incomplete":
            so = c.all((known, -c.all(values.values())))
        else:
            raise UnsupportedError(word)
        return so if whole == known else c.all((whole, so)), c.all((known, -so))  # an open set may hold more

    def _has(self, sym: Sym, value: Any) -> int:
        if sym.fact.type == "set":
            return sym.values.get(value, FALSE)
        ids = self.space.ids
        return self.c.any(
            self.c.all((lit, ids[sym.fact.target or "", j].get(value, FALSE))) for j, lit in sym.values.items()
        )

    def _values(self, fact: Fact, env: Env) -> tuple[dict[Any, int], int]:
        """The literal of each value, and that it is known."""
        if fact.attribute == "id" and fact.variable is not None:
            source, one = env[fact.variable]
            if isinstance(one, int):
                return {**self.space.ids[source, one], ("#", source, one): TRUE}, TRUE
            return {one: TRUE}, TRUE
        sym = self.sym(fact, env)
        assert sym is not None, fact
        return sym.values, sym.known

    def _two(self, left: Fact, word: str, right: Fact, env: Env) -> TF:
        """The truth of a leaf that compares two facts."""
        c, sym = self.c, self.sym(left, env)
        if word == "has" and sym is not None and sym.fact.type == "refs":
            source, one = env[right.variable or ""]
            true = sym.values.get(one, FALSE) if source == sym.fact.target else FALSE
            return true, c.all((sym.known, -true))
        values, known = self._values(left, env)
        others, other_known = self._values(right, env)
        test: Callable[[Any, Any], bool] = ORDER.get(word, operator.eq)
        true = c.any(c.all((x, y)) for one, x in values.items() for other, y in others.items() if test(one, other))
        return true, c.all((known if sym is None else sym.whole, other_known, -true))

    def _of_derived(self, state: SymbolicState | None, word: str, right: Any) -> TF:
        c = self.c
        assert state is not None
        if word == "is known":
            false = c.all((-state.known, *(-one for one in state.open.values()))) if self.strict else -state.known
            # strict: an open state is unknown; one without a value and without anything open is known to be unknown
            return state.known, false
        if word == "in":
            parts = [self._is_value(state, value) for value in right]
            return c.any(t for t, _ in parts), c.all(f for _, f in parts)
        true, false = self._is_value(state, right)
        if word == "may be" and not self.strict:
            return -false, false
        return true, false

    def _is_value(self, state: SymbolicState, value: str) -> TF:
        true = state.has.get(value, FALSE)
        return true, self.c.all((-true, -state.open.get(value, FALSE)))


def _key(fact: Fact, env: Env) -> tuple[str, Subject]:
    """Return the path and the subject of the fact that a name means."""
    if fact.variable is not None:
        return fact.path, env[fact.variable]
    return fact.path, None if fact.member is None else (fact.path.partition(".*.")[0], fact.member)
