"""From a knowledge base to a program: conditions become units, and what they need of one another gives the strata.

A quantifier is a unit of its own: the engine tells for which elements its `where` is certain and for which it is
possible, a step makes one truth of that, and the condition around it reads this truth as an attribute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import cast

from msgspec.structs import replace

from ..knowledge.model import Derivation as DerivationRule
from ..knowledge.model import KnowledgeBase, Loop, Rule, constant
from ..language.tree import AggregateKind, All, Any, Comparison, Condition, Fact, Not, Quantifier
from .formula import Formula, Group, Guarded, Literal, Opposite, Related, branches, stratum_of, truth, variables_of
from .leaves import Leaves, Scope
from .native import PROJECT, PROJECT_KIND, demand_distinct
from .patterns import EngineRule, Pending, engine_rule, fits, strata
from .program import (
    Carried,
    Column,
    Derivation,
    Outcome,
    Program,
    Quantified,
    Step,
    Target,
    TruthColumn,
    Unit,
    Unsupported,
)
from .stated import InexpressibleError

BRANCHES = 12
"""Engine rules that one condition may become; beyond that its parts are settled first."""


def compile_program(kb: KnowledgeBase) -> Program:
    """Compile a knowledge base.

    Raises:
        Unsupported: A rule cannot be expressed; none is ever left out.
    """
    compiler = Compiler(Leaves(kb))
    for derivation in kb.derivations:
        _named(derivation.name, partial(compiler.derive, derivation))
    for rule in kb.rules:
        _named(rule.name, partial(compiler.add_rule, rule))
    try:
        demand_distinct([PROJECT_KIND, *(name for entry in compiler.pending for name in entry.variables)])
        return compiler.program()
    except InexpressibleError as error:
        raise Unsupported("vocabulary", str(error)) from error


def _named(name: str, work: Callable[[], None]) -> None:
    try:
        work()
    except InexpressibleError as error:
        raise Unsupported(name, str(error)) from error


class Compiler:
    """Collects units, steps and outcomes of one knowledge base."""

    def __init__(self, leaves: Leaves) -> None:
        self.leaves = leaves
        self.pending: list[Pending] = []
        self.steps: list[tuple[int, Step]] = []
        self.outcomes: list[Outcome] = []
        self.quantifiers: dict[object, Formula] = {}

    def derive(self, rule: DerivationRule) -> None:
        """Compile a derivation."""
        scope = {} if rule.loop is None else {rule.loop.variable: rule.loop.source}
        lines = []
        for line in rule.lines:
            lines.append((line.value, self.unit(self.formula(line.when, scope), scope)))
        stratum = max((self._stratum(unit) for _, unit in lines), default=0)
        self.leaves.concept_strata[rule.concept] = stratum
        attribute = self.leaves.kb.vocabulary.concepts[rule.concept].attribute
        self.steps.append((stratum, Derivation(rule.concept, attribute, _source(rule.loop), tuple(lines))))

    def add_rule(self, rule: Rule) -> None:
        """Compile a rule that reports."""
        scope = {} if rule.loop is None else {rule.loop.variable: rule.loop.source}
        unit = self.unit(self.formula(rule.when, scope), scope, last=True)
        severities = []
        for case in rule.grades:
            number = None
            if case.when is not None:
                number = self.unit(self.formula(case.when, scope), scope, last=True)
            severities.append((case.grade, number))
        self.outcomes.append(Outcome(rule.code, _source(rule.loop), unit, tuple(severities)))

    def formula(self, node: Condition, scope: Scope) -> Formula:
        """Turn a condition into a formula of literals."""
        if isinstance(node, Comparison):
            return self.leaves.literal(node, scope)
        if isinstance(node, Not):
            return Opposite(self.formula(node.child, scope))
        if isinstance(node, (All, Any)):
            parts = tuple(self.formula(child, scope) for child in node.children)
            return parts[0] if len(parts) == 1 else Group(parts, isinstance(node, All))
        if node.kind in ("none", "every"):
            return Opposite(self._quantifier(replace(node, kind="some"), scope))
        return self._quantifier(node, scope)

    def _quantifier(self, node: Quantifier, scope: Scope) -> Formula:
        """Compile a quantifier into a unit, and return the literal that reads its truth.

        "Every one is" has become "none is not": a body stands for what the element that would spoil it must fail.
        """
        inner = {**scope, node.variable: node.source}
        formula = self.formula(node.where, inner)
        if node.body is not None:
            formula = Group((formula, Opposite(self.formula(node.body, inner))), every=True)
        outer = {name: source for name, source in scope.items() if name in variables_of(formula)}
        key = (node, tuple(outer.items()))
        if key not in self.quantifiers:
            self.quantifiers[key] = self._settled(node, formula, outer)
        return self.quantifiers[key]

    def _settled(self, node: Quantifier, formula: Formula, outer: Scope) -> Formula:
        unit, stratum = None, 0
        if formula != Group((), every=True):
            scope = {**outer, node.variable: node.source}
            unit = self.unit(formula, scope)
            stratum = self._stratum(unit)
        target = Target(f"q{len(self.quantifiers)}", tuple(outer.values()))
        step = Quantified(target, None, node.source, unit)
        if node.kind != "some":
            step = self._aggregated(node, step)
        self.steps.append((stratum, step))
        return _read(target, tuple(outer), stratum)

    def _aggregated(self, node: Quantifier, step: Quantified) -> Quantified:
        kb = self.leaves.kb
        if isinstance(node.bound, Fact):
            raise InexpressibleError(f"{node.kind} is compared with a fact")
        bound = constant(node.bound, kb)
        if isinstance(bound, (tuple, str, bool)) or bound is None:
            raise InexpressibleError(f"{node.kind} is compared with something that is not a number")
        step = replace(step, kind=cast(AggregateKind, node.kind), operator=node.operator or "is", bound=float(bound))
        if node.measure is None:
            return step
        if node.measure.variable != node.variable or node.measure.path not in kb.vocabulary.facts:
            raise InexpressibleError(f"{node.kind} does not run over a stated number of {node.variable}")
        definition = kb.vocabulary.facts[node.measure.path]
        return replace(step, measure=node.measure, minimum=definition.minimum, maximum=definition.maximum)

    def unit(self, formula: Formula, scope: Scope, *, last: bool = False) -> int:
        """Make a unit of a formula; where it is too much for the engine's rules, its parts become units first."""
        found = branches(formula, True, BRANCHES)
        while found is None or not fits(found):
            formula = self._smaller(formula, scope)
            found = branches(formula, True, BRANCHES)
        unit = Unit(len(self.pending), tuple(scope.values()))
        self.pending.append(Pending(unit, tuple(scope), found, stratum_of(formula) + 1, last))
        return unit.number

    def _smaller(self, formula: Formula, scope: Scope) -> Formula:
        """Replace the parts of a formula by the truths that units of their own will have."""
        if isinstance(formula, Opposite):
            return Opposite(self._smaller(formula.part, scope))
        if not isinstance(formula, Group):
            raise InexpressibleError("one comparison is too much for a rule of the engine")
        parts = formula.parts
        if not any(_composite(part) for part in parts):
            if len(parts) < 4:
                raise InexpressibleError("a condition is too much for a rule of the engine")
            half = len(parts) // 2
            parts = (Group(parts[:half], formula.every), Group(parts[half:], formula.every))
        return Group(tuple(self._carried(part, scope) if _composite(part) else part for part in parts), formula.every)

    def _carried(self, formula: Formula, scope: Scope) -> Formula:
        outer = {variable: source for variable, source in scope.items() if variable in variables_of(formula)}
        unit = self.unit(formula, outer)
        target = Target(f"u{unit}", tuple(outer.values()))
        self.steps.append((self._stratum(unit), Carried(target, unit)))
        return _read(target, tuple(outer), self._stratum(unit))

    def _stratum(self, unit: int) -> int:
        return self.pending[unit].stratum

    def program(self) -> Program:
        """Return the program of all that was compiled."""
        last = max([entry.stratum for entry in self.pending], default=1)
        rules: list[list[EngineRule]] = [[] for _ in range(last + 1)]
        for entry in self.pending:
            found = rules[last if entry.last else entry.stratum]
            found.extend(engine_rule(entry, number, branch) for number, branch in enumerate(entry.branches))
        columns = self.leaves.columns.values()
        steps: list[list[Step]] = [[] for _ in range(last + 1)]
        for stratum, step in self.steps:
            steps[stratum].append(_with_columns(step, columns) if isinstance(step, Derivation) else step)
        return Program(
            tuple(entry.unit for entry in self.pending),
            tuple(column for column in columns if not (isinstance(column, TruthColumn) and column.derived)),
            tuple(self.leaves.relations.values()),
            strata(rules, steps),
            tuple(self.outcomes),
        )


def _source(loop: Loop | None) -> str | None:
    return None if loop is None else loop.source


def _composite(formula: Formula) -> bool:
    """Tell whether a formula can become more than one branch."""
    return isinstance(formula, (Group, Guarded)) or (isinstance(formula, Opposite) and _composite(formula.part))


def _with_columns(step: Derivation, columns: Iterable[Column]) -> Derivation:
    """Return the step with the attributes that read its concept."""
    reading = (column for column in columns if isinstance(column, TruthColumn) and column.derived)
    return replace(step, columns=tuple(column for column in reading if column.comparison.left.path == step.concept))


def _read(target: Target, variables: tuple[str, ...], stratum: int) -> Formula:
    """Return the literal that reads a truth from where a step puts it."""
    if len(variables) > 1:
        return Related(target.name, variables, stratum)
    return Literal(variables[0] if variables else PROJECT, target.name, partial(truth, target.name), stratum)
