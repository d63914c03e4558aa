"""From a comparison to a literal: which attribute of which durable fact it asks about, and how.

The attributes and relations that come up are noted, so that the run knows what to assert. They have numbers for names:
the engine reads every definition some fifteen times over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from msgspec.structs import replace

from ..knowledge.model import FactDefinition, KnowledgeBase, constant
from ..language.tree import NEGATED, Comparison, Fact, Right
from .formula import TRUTHS, Expression, Formula, Guarded, Literal, Opposite, Related, choice, one_of, order, truth
from .native import PROJECT, UNKNOWN
from .program import Column, Form, Relation, StatedColumn, TruthColumn
from .stated import InexpressibleError, comparer

Scope = Mapping[str, str]
"""The list, family or set parameter that each bound variable runs over."""
_ORDER = ("<", "<=", ">", ">=")
_MISFIT = {True: "must be a list of values", False: "cannot be a list"}
_CHOICE = ("is", "in", "is known", "may be")


class Leaves:
    """Compiles comparisons and notes what they read."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.concept_strata: dict[str, int] = {}
        self.columns: dict[tuple[object, ...], Column] = {}
        self.relations: dict[tuple[object, ...], Relation] = {}

    def literal(self, node: Comparison, scope: Scope) -> Formula:
        """Compile a comparison."""
        if node.operator in NEGATED:
            return Opposite(self.literal(Comparison(node.left, NEGATED[node.operator], node.right), scope))
        if isinstance(node.right, Fact):
            return self._two_facts(node, node.right, scope)
        variable = node.left.variable or PROJECT
        source = scope[variable] if variable else PROJECT
        node = Comparison(node.left, node.operator, constant(node.right, self.kb))
        if node.left.path in self.kb.vocabulary.concepts:
            return self._concept(node, variable, source)
        domain = self._domain(node.left, source)
        if domain is not None and node.operator in _CHOICE:
            return self._choice(node, variable, source, domain)
        definition = self._definition(node.left)
        if definition is not None and definition.type in ("int", "number") and node.operator in _ORDER:
            name = self._stated(source, node.left, "number")
            return Literal(variable, name, partial(order, name, node.operator, _number(node.right)))
        return self._truth(node, variable, source)

    def _definition(self, fact: Fact) -> FactDefinition | None:
        return self.kb.vocabulary.facts.get(fact.path)

    def _domain(self, fact: Fact, source: str) -> tuple[str, ...] | None:
        """Return the values that a fact can have, as text, when they are few and named."""
        definition = self._definition(fact)
        values: tuple[str, ...] = ()
        if fact.attribute == "id" and fact.variable is not None:
            values = tuple(self.kb.vocabulary.lists[source].members)
        elif definition is not None and definition.type in ("bool", "enum"):
            values = TRUTHS if definition.type == "bool" else tuple(definition.values)
        # Where a value is what stands for unknown, the engine could not tell the two apart.
        return None if UNKNOWN in values or not values else values

    def _choice(self, node: Comparison, variable: str, source: str, domain: tuple[str, ...]) -> Literal:
        wanted = tuple(_text(value) for value in (node.right if isinstance(node.right, tuple) else (node.right,)))
        if (node.operator == "in") != isinstance(node.right, tuple):
            raise InexpressibleError(f"the right side of '{node.operator}' {_MISFIT[node.operator == 'in']}")
        if node.operator in ("is known", "may be"):
            name = self._stated(source, node.left, "state")
            wanted = domain if node.operator == "is known" else (*wanted, UNKNOWN)
            return Literal(variable, name, partial(_state, name, wanted, (*domain, UNKNOWN)))
        name = self._stated(source, node.left, "value")
        return Literal(variable, name, partial(choice, name, wanted, domain))

    def _truth(self, node: Comparison, variable: str, source: str) -> Literal:
        comparer(node, self.kb)  # raises what cannot be expressed while the rule's name is still at hand
        name = self._compared(source, node)
        return Literal(variable, name, partial(truth, name))

    def _concept(self, node: Comparison, variable: str, source: str) -> Literal:
        if node.operator not in _CHOICE:
            raise InexpressibleError(f"'{node.operator}' does not fit the derived fact {node.left.path}")
        comparison = _of_anyone(node)
        name = self._column((source, comparison), lambda name: TruthColumn(source, name, comparison, True))
        return Literal(variable, name, partial(truth, name), self.concept_strata[node.left.path])

    def _two_facts(self, node: Comparison, right: Fact, scope: Scope) -> Formula:
        concepts = self.kb.vocabulary.concepts
        if node.left.path in concepts or right.path in concepts:
            raise InexpressibleError("a derived fact cannot be compared with another fact")
        comparer(node, self.kb)
        variables = tuple(dict.fromkeys(fact.variable for fact in (node.left, right) if fact.variable is not None))
        sources = tuple(scope[variable] for variable in variables)
        if len(sources) == 2:
            name = f"r{len(self.relations)}"
            relation = Relation(name, _of_anyone(node), (sources[0], sources[1]))
            name = self.relations.setdefault((relation.comparison, relation.sources), relation).name
            sides = ((node.left, variables[0], sources[0]), (right, variables[1], sources[1]))
            known = [self._known(*side) for side in sides if side[0].attribute != "id"]
            return Guarded(Related(name, variables), tuple(known))
        variable, source = (variables[0], sources[0]) if variables else (PROJECT, PROJECT)
        name = self._compared(source, node)
        return Literal(variable, name, partial(truth, name))

    def _known(self, fact: Fact, variable: str, source: str) -> Literal:
        """Return the literal that holds where a fact is known and is unknown where it is not."""
        name = self._stated(source, fact, "knowledge")
        return Literal(variable, name, partial(truth, name))

    def _stated(self, source: str, fact: Fact, form: Form) -> str:
        fact = _anyone(fact)
        return self._column((source, fact, form), lambda name: StatedColumn(source, name, fact, form))

    def _compared(self, source: str, node: Comparison) -> str:
        comparison = _of_anyone(node)
        return self._column((source, comparison), lambda name: TruthColumn(source, name, comparison))

    def _column(self, key: tuple[object, ...], made: Callable[[str], Column]) -> str:
        """Return the name of an attribute, and note it if it is new."""
        if key not in self.columns:
            self.columns[key] = made(f"a{len(self.columns)}")
        return self.columns[key].name


def _anyone(fact: Fact) -> Fact:
    """Return the fact without the name of its variable: an attribute is the same whatever the element is called."""
    return fact if fact.variable is None else replace(fact, variable="element")


def _of_anyone(node: Comparison) -> Comparison:
    right = _anyone(node.right) if isinstance(node.right, Fact) else node.right
    return Comparison(_anyone(node.left), node.operator, right)


def _state(name: str, wanted: tuple[str, ...], domain: tuple[str, ...], holds: bool) -> Expression:
    """Test a truth about knowledge, which is never unknown itself; `UNKNOWN` is one of the values."""
    return one_of(name, [value for value in domain if (value in wanted) == holds], domain)


def _number(right: Right) -> float:
    if isinstance(right, bool) or not isinstance(right, (int, float)):
        raise InexpressibleError(f"{right!r} is not a number")
    return float(right)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
