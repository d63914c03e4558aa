"""From a knowledge base to a program: conditions become units, and what they need of one another gives the strata.

A quantifier is a unit of its own: the engine tells for which elements its `where` is certain and for which it is
possible, a step makes one truth of that, and the condition around it reads this truth as an attribute.

A comparison is a literal (`Leaves`): which attribute of which durable fact it asks about, and how. The attributes and
relations that come up are noted, so that the run knows what to assert. They have numbers for names: the engine reads every
definition some fifteen times over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import cast

from msgspec.structs import replace

from ..knowledge.model import Derivation, FactDefinition, KnowledgeBase, Rule, constant
from ..language.tree import NEGATED, AggregateKind, All, Any, Comparison, Condition, Fact, Not, Quantifier, Right
from .formula import (
    TRUTHS,
    Expression,
    Formula,
    Guarded,
    Junction,
    Literal,
    Opposite,
    Related,
    branches,
    choice,
    one_of,
    order,
    stratum_of,
    truth,
    variables_of,
)
from .native import PROJECT, PROJECT_KIND, UNKNOWN, demand_distinct
from .patterns import EngineRule, Pending, engine_rule, fits, strata
from .program import (
    AttributeColumn,
    AttributeForm,
    Carried,
    DerivationUnit,
    OutcomeUnit,
    Program,
    ProgramStep,
    Quantified,
    Relation,
    StatedColumn,
    Target,
    TruthColumn,
    Unit,
)
from .stated import Unsupported, comparer

VariableLists = Mapping[str, str]
"""The list, family or set parameter that each bound variable runs over."""
_ORDER = ("<", "<=", ">", ">=")
_MISFIT = {True: "must be a list of values", False: "cannot be a list"}
_CHOICE = ("is", "in", "is known", "may be")


class Leaves:
    """Compiles comparisons and notes what they read."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.concept_strata: dict[str, int] = {}
        self.columns: dict[tuple[object, ...], AttributeColumn] = {}
        self.relations: dict[tuple[object, ...], Relation] = {}

    def literal(self, node: Comparison, scope: VariableLists) -> Formula:
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
            raise Unsupported(f"the right side of '{node.operator}' {_MISFIT[node.operator == 'in']}")
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
            raise Unsupported(f"'{node.operator}' does not fit the derived fact {node.left.path}")
        comparison = _of_anyone(node)
        name = self._column((source, comparison), lambda name: TruthColumn(source, name, comparison, True))
        return Literal(variable, name, partial(truth, name), self.concept_strata[node.left.path])

    def _two_facts(self, node: Comparison, right: Fact, scope: VariableLists) -> Formula:
        concepts = self.kb.vocabulary.concepts
        if node.left.path in concepts or right.path in concepts:
            raise Unsupported("a derived fact cannot be compared with another fact")
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

    def _stated(self, source: str, fact: Fact, form: AttributeForm) -> str:
        fact = _anyone(fact)
        return self._column((source, fact, form), lambda name: StatedColumn(source, name, fact, form))

    def _compared(self, source: str, node: Comparison) -> str:
        comparison = _of_anyone(node)
        return self._column((source, comparison), lambda name: TruthColumn(source, name, comparison))

    def _column(self, key: tuple[object, ...], made: Callable[[str], AttributeColumn]) -> str:
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
        raise Unsupported(f"{right!r} is not a number")
    return float(right)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


BRANCHES = 12
"""Engine rules that one condition may become; beyond that its parts are settled first."""


def compile_program(kb: KnowledgeBase) -> Program:
    """Compile a knowledge base.

    Raises:
        Unsupported: A rule cannot be expressed; none is ever left out.
    """
    compiler = Compiler(Leaves(kb))
    at = ""
    try:
        for derivation in kb.derivations:
            at = derivation.name
            compiler.derive(derivation)
        for rule in kb.rules:
            at = rule.name
            compiler.add_rule(rule)
        at = "vocabulary"
        demand_distinct([PROJECT_KIND, *(name for entry in compiler.pending for name in entry.variables)])
        return compiler.program()
    except Unsupported as error:
        error.rule = at
        raise


class Compiler:
    """Collects units, steps and outcomes of one knowledge base."""

    def __init__(self, leaves: Leaves) -> None:
        self.leaves = leaves
        self.pending: list[Pending] = []
        self.steps: list[tuple[int, ProgramStep]] = []
        self.outcomes: list[OutcomeUnit] = []
        self.quantifiers: dict[object, Formula] = {}

    def derive(self, rule: Derivation) -> None:
        """Compile a derivation."""
        scope = {} if rule.loop is None else {rule.loop.variable: rule.loop.source}
        lines = []
        for line in rule.lines:
            lines.append((line.value, self.unit(self.formula(line.when, scope), scope)))
        stratum = max((self._stratum(unit) for _, unit in lines), default=0)
        self.leaves.concept_strata[rule.concept] = stratum
        attribute = self.leaves.kb.vocabulary.concepts[rule.concept].attribute
        self.steps.append((stratum, DerivationUnit(rule.concept, attribute, rule.over, tuple(lines))))

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
        self.outcomes.append(OutcomeUnit(rule.code, rule.over, unit, tuple(severities)))

    def formula(self, node: Condition, scope: VariableLists) -> Formula:
        """Turn a condition into a formula of literals."""
        if isinstance(node, Comparison):
            return self.leaves.literal(node, scope)
        if isinstance(node, Not):
            return Opposite(self.formula(node.child, scope))
        if isinstance(node, (All, Any)):
            parts = tuple(self.formula(child, scope) for child in node.children)
            return parts[0] if len(parts) == 1 else Junction(parts, isinstance(node, All))
        if node.kind in ("none", "every"):
            return Opposite(self._quantifier(replace(node, kind="some"), scope))
        return self._quantifier(node, scope)

    def _quantifier(self, node: Quantifier, scope: VariableLists) -> Formula:
        """Compile a quantifier into a unit, and return the literal that reads its truth.

        "Every one is" has become "none is not": a body stands for what the element that would spoil it must fail.
        """
        inner = {**scope, node.variable: node.source}
        formula = self.formula(node.where, inner)
        if node.body is not None:
            formula = Junction((formula, Opposite(self.formula(node.body, inner))), every=True)
        outer = {name: source for name, source in scope.items() if name in variables_of(formula)}
        key = (node, tuple(outer.items()))
        if key not in self.quantifiers:
            self.quantifiers[key] = self._settled(node, formula, outer)
        return self.quantifiers[key]

    def _settled(self, node: Quantifier, formula: Formula, outer: VariableLists) -> Formula:
        unit, stratum = None, 0
        if formula != Junction((), every=True):
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
            raise Unsupported(f"{node.kind} is compared with a fact")
        bound = constant(node.bound, kb)
        if isinstance(bound, (tuple, str, bool)) or bound is None:
            raise Unsupported(f"{node.kind} is compared with something that is not a number")
        step = replace(step, kind=cast(AggregateKind, node.kind), operator=node.operator or "is", bound=float(bound))
        if node.measure is None:
            return step
        if node.measure.variable != node.variable or node.measure.path not in kb.vocabulary.facts:
            raise Unsupported(f"{node.kind} does not run over a stated number of {node.variable}")
        definition = kb.vocabulary.facts[node.measure.path]
        return replace(step, measure=node.measure, minimum=definition.minimum, maximum=definition.maximum)

    def unit(self, formula: Formula, scope: VariableLists, *, last: bool = False) -> int:
        """Make a unit of a formula; where it is too much for the engine's rules, its parts become units first."""
        found = branches(formula, True, BRANCHES)
        while found is None or not fits(found):
            formula = self._smaller(formula, scope)
            found = branches(formula, True, BRANCHES)
        unit = Unit(len(self.pending), tuple(scope.values()))
        self.pending.append(Pending(unit, tuple(scope), found, stratum_of(formula) + 1, last))
        return unit.number

    def _smaller(self, formula: Formula, scope: VariableLists) -> Formula:
        """Replace the parts of a formula by the truths that units of their own will have."""
        if isinstance(formula, Opposite):
            return Opposite(self._smaller(formula.part, scope))
        if not isinstance(formula, Junction):
            raise Unsupported("one comparison is too much for a rule of the engine")
        parts = formula.parts
        if not any(_composite(part) for part in parts):
            if len(parts) < 4:
                raise Unsupported("a condition is too much for a rule of the engine")
            half = len(parts) // 2
            parts = (Junction(parts[:half], formula.every), Junction(parts[half:], formula.every))
        return Junction(
            tuple(self._carried(part, scope) if _composite(part) else part for part in parts), formula.every
        )

    def _carried(self, formula: Formula, scope: VariableLists) -> Formula:
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
        steps: list[list[ProgramStep]] = [[] for _ in range(last + 1)]
        for stratum, step in self.steps:
            steps[stratum].append(_with_columns(step, columns) if isinstance(step, DerivationUnit) else step)
        return Program(
            tuple(entry.unit for entry in self.pending),
            tuple(column for column in columns if not (isinstance(column, TruthColumn) and column.derived)),
            tuple(self.leaves.relations.values()),
            strata(rules, steps),
            tuple(self.outcomes),
        )


def _composite(formula: Formula) -> bool:
    """Tell whether a formula can become more than one branch."""
    return isinstance(formula, (Junction, Guarded)) or (isinstance(formula, Opposite) and _composite(formula.part))


def _with_columns(step: DerivationUnit, columns: Iterable[AttributeColumn]) -> DerivationUnit:
    """Return the step with the attributes that read its concept."""
    reading = (column for column in columns if isinstance(column, TruthColumn) and column.derived)
    return replace(step, columns=tuple(column for column in reading if column.comparison.left.path == step.concept))


def _read(target: Target, variables: tuple[str, ...], stratum: int) -> Formula:
    """Return the literal that reads a truth from where a step puts it."""
    if len(variables) > 1:
        return Related(target.name, variables, stratum)
    return Literal(variables[0] if variables else PROJECT, target.name, partial(truth, target.name), stratum)
