"""Conditions as Python statements, for the generated function.

A condition without quantifiers is a pair of expressions (`expressions`). A quantifier is a loop that leaves its truth
under a name, written before the statement that asks for it; inside a conjunction or disjunction it is entered only when
what is cheap beside it has not settled the matter. What conditions mean is said in `conditions`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any as Anything
from typing import cast

from ..knowledge.model import KnowledgeBase
from ..language.aggregate import aggregate
from ..language.tree import AggregateKind, All, Any, Comparison, Condition, Not, Quantifier
from .comparisons import constant
from .expressions import Tests, both, comparison, opposite, truth
from .names import Block, Bound, Names, Scope

_DEEPEST = 20
"""How deep brackets may be nested in an expression before a part of it gets a name; Python's parser has a limit."""


class Statements:
    """Writes the conditions of one knowledge base."""

    def __init__(self, kb: KnowledgeBase, names: Names) -> None:
        self.kb = kb
        self.names = names

    def tests(self, node: Condition, scope: Scope, block: Block) -> Tests:
        """Return the tests of a condition.

        Args:
            node: The condition.
            scope: The elements that are bound around it.
            block: Where the tests will stand; the statements that they need are added to it.
        """
        if isinstance(node, Comparison):
            return comparison(node, scope, self.names, self.kb)
        if isinstance(node, Not):
            return opposite(self.tests(node.child, scope, block))
        if isinstance(node, Quantifier):
            return self._quantifier(node, scope, block)
        found = self._joined(node, scope, block)
        return found if found.depth < _DEEPEST else _of(self._kept(truth(found), block))

    def _kept(self, expression: str, block: Block) -> str:
        """Keep a truth under a name."""
        name = self.names.new("t")
        block.append(f"{name} = {expression}")
        return name

    def _joined(self, node: All | Any, scope: Scope, block: Block) -> Tests:
        """Join children: a disjunction holds where the conjunction of the opposites fails."""
        turned: Callable[[Tests], Tests] = opposite if isinstance(node, Any) else lambda tests: tests
        plain: list[Tests] = []
        costly: list[tuple[Tests, Block]] = []
        for child in node.children:
            needed: Block = []
            tests = turned(self.tests(child, scope, needed))
            if needed:
                costly.append((tests, needed))
            else:
                plain.append(tests)
        return turned(self._conjunction(plain, costly, block))

    def _conjunction(self, plain: list[Tests], costly: list[tuple[Tests, Block]], block: Block) -> Tests:
        first: list[tuple[Tests, Block]] = [(both(plain), [])] if plain or not costly else []
        (found, needed), *others = [*first, *costly]
        block += needed
        if not others:
            return found
        name = self._kept(truth(found), block)
        for tests, needed in others:
            settled: Block = [f"if {tests.fails}:", [f"{name} = False"], f"elif not {tests.holds}:", [f"{name} = None"]]
            block += [f"if {name} is not False:", [*needed, *settled]]
        return _of(name)

    def _quantifier(self, node: Quantifier, scope: Scope, block: Block) -> Tests:
        bound = Bound(self.names.new("e"), node.source)
        inner = {**scope, node.variable: bound}
        found = self.names.new("t")
        if node.kind in ("some", "none"):
            self._some(node, found, bound, inner, block)
        elif node.kind == "every":
            self._every(node, found, bound, inner, block)
        else:
            self._aggregate(node, found, bound, inner, block)
        return opposite(_of(found)) if node.kind == "none" else _of(found)

    def _some(self, node: Quantifier, found: str, bound: Bound, scope: Scope, block: Block) -> None:
        body: Block = []
        where = self.tests(node.where, scope, body)
        body += [f"if {where.holds}:", [f"{found} = True", "break"], f"elif not {where.fails}:", [f"{found} = None"]]
        block += [f"{found} = {self.names.unless_found(node.source)}", *self.names.loop(bound, body)]

    def _every(self, node: Quantifier, found: str, bound: Bound, scope: Scope, block: Block) -> None:
        assert node.body is not None
        body: Block = []
        demanded: Block = []
        where = self.tests(node.where, scope, body)
        tests = self.tests(node.body, scope, demanded)
        demanded += [
            f"if {tests.fails} and {where.holds}:", [f"{found} = False", "break"],
            f"elif not {tests.holds}:", [f"{found} = None"],
        ]  # fmt: skip
        body += [f"if not {where.fails}:", demanded]
        unless = self.names.unless_found(node.source)
        block += [f"{found} = None if {unless} is None else True", *self.names.loop(bound, body)]

    def _aggregate(self, node: Quantifier, found: str, bound: Bound, scope: Scope, block: Block) -> None:
        body: Block = []
        items = self.names.new("i")
        where = self.tests(node.where, scope, body)
        measure = "None" if node.measure is None else self.names.fact(node.measure, scope)
        body.append(f"{items}.append(({truth(where)}, {measure}))")
        elements, unless = self.names.elements(node.source), self.names.unless_found(node.source)
        test = self.names.value(self._tested(node))
        block += [f"{items} = []", *self.names.loop(bound, body)]
        block.append(f"{found} = None if {elements} is absent else {test}({items}, closed={unless} is False)")

    def _tested(self, node: Quantifier) -> Callable[..., Anything]:
        """Return the test of an aggregate, which wants only the elements and whether the list is complete."""
        definition = self.kb.vocabulary.facts.get(node.measure.path) if node.measure is not None else None
        return partial(
            aggregate,
            cast("AggregateKind", node.kind),
            operator=node.operator or "is",
            bound=float(constant(node.bound, self.kb)),
            minimum=definition.minimum if definition is not None else None,
            maximum=definition.maximum if definition is not None else None,
        )


def _of(name: str) -> Tests:
    """Return the tests of a truth that is kept under a name."""
    return Tests(f"{name} is True", f"{name} is False")
