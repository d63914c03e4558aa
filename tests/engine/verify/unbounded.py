"""Rules over lists of any length, as formulas of another solver (z3): a quantifier of a rule is one of the formula.

Comparisons, derived facts and grades are those of the product; what ranges over elements is written anew. What a sum comes to
is a number of which is said what is so of every sum of numbers from zero on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import Any

import z3

from advise.engine.knowledge.model import KnowledgeBase, Rule, constant
from advise.engine.language.tree import Fact, Quantifier
from advise.engine.verify.aggregates import TF
from advise.engine.verify.circuit import FALSE, TRUE
from advise.engine.verify.conditions import Env, SymbolicConditions, SymbolicState
from advise.engine.verify.outcomes import OutcomeKey, Outcomes
from advise.engine.verify.space import Subject, Sym, SymbolicSpace
from advise.engine.verify.values import FactChoice, deciding

from .formulas import Element, Formulas, Related, Sum, Term, formula


class World:
    """The facts of a project with lists of any length; what a view is to `SymbolicConditions`."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb, self.space = kb, SymbolicSpace((kb,), 1)
        assert not any(self.space.id_constants.values()), "ids are not told apart here"
        self.space.c = self.c = Formulas()
        lists = {path for path, listed in kb.vocabulary.lists.items() if not listed.members}
        sorts = {path: z3.DeclareSort(path) for path in lists}
        self.sorts = sorts
        self._inside = {path: z3.Function(f"in {path}", sort, z3.BoolSort()) for path, sort in sorts.items()}
        self.space.k = {}
        stated: dict[str, Any] = dict.fromkeys(kb.vocabulary.lists, TRUE)
        stated.update((path, Term(z3.Bool(f"stated {path}"))) for path in lists)
        self.space.stated = stated
        self._elements: dict[tuple[str, object], Element] = {}
        self._sums: dict[str, Sum] = {}
        self._numbers: set[str] = set()
        self.facts: dict[tuple[str, Subject], Sym] = self.space.facts
        self.facts.clear()
        for fact in sorted(kb.vocabulary.facts.values(), key=lambda fact: not fact.path.startswith("complete.")):
            for subject, _ in self.subjects(fact.source):
                one = None if subject is None or not isinstance(subject[1], Element) else subject[1]
                self.c.about = [] if one is None else [one.term]
                self.fact(fact.path, subject)
        for path in lists:
            one = self.element(path, "any")
            self.c.about = [one.term]
            self.c.require(-self.here((path, one)), self.space.stated[path])
        self.c.about = None
        self.closed: dict[str, Any] = {}
        for path, listed in kb.vocabulary.lists.items():
            self.closed[path] = self.space.stated[path]
            if listed.complete == "declared":
                said = self.facts[f"complete.{path}", None].values[True]
                self.closed[path] = self.c.all((self.space.stated[path], said))

    def sum(self, name: str, element: Element, part: Any) -> Any:
        """Return what parts come to over the elements of a list."""
        return self._sums.setdefault(name, Sum(z3.Real(name), element.term, part)).total

    def of_sums(self, goal: Any) -> list[Any]:
        """Return what holds of the sums that a formula speaks of."""
        found = [self._sums[name] for name in sorted(_constants(goal) & self._sums.keys())]
        pairs = [one.at_most(two) for one in found for two in found if one.element.sort() == two.element.sort()]
        return [*pairs, *(axiom for one in found for axiom in one.axioms())]

    def element(self, path: str, name: object) -> Element:
        """Return the element of a list that goes by a name."""
        if (path, name) not in self._elements:
            self._elements[path, name] = Element(z3.Const(f"{path} {name}", self.sorts[path]))
        return self._elements[path, name]

    def here(self, subject: Subject) -> Any:
        if subject is None or not isinstance(subject[1], Element):
            return TRUE
        return Term(self._inside[subject[0]](subject[1].term))

    def subjects(self, source: str | None) -> list[tuple[Subject, Any]]:
        """Return what is in a list: its members, or any element."""
        if source is None:
            return [(None, TRUE)]
        members = self.kb.vocabulary.lists[source].members
        found = [(source, one) for one in (members or [self.element(source, "any")])]
        return [(subject, self.here(subject)) for subject in found]

    def number(self, path: str, one: Element, region: FactChoice = None) -> Any:
        """Return the number that a fact of an element is where it is known, or one of its regions."""
        name, sym = f"{path} number {'' if region is None else region}", self.fact(path, (path.partition("[]")[0], one))
        made = z3.Function(name, one.term.sort(), z3.RealSort())
        if name not in self._numbers:
            self._numbers.add(name)
            any_ = z3.Const(f"{name} any", one.term.sort())
            for value, (low, high) in sym.regions.items():
                inside = z3.And(made(any_) >= low, made(any_) <= high)
                if low < high and sym.fact.type == "number":
                    inside = z3.And(made(any_) > low, made(any_) < high)
                here = z3.substitute(formula(sym.values[value]), (one.term, any_))
                told = z3.BoolVal(value == region) if region is not None else here
                self.c.axioms.append(z3.ForAll([any_], z3.Implies(told, inside)))
        return made(one.term)

    def fact(self, path: str, subject: Subject) -> Sym:
        if (path, subject) not in self.facts:
            fact = self.kb.vocabulary.facts[path]
            sym = self.space.fact(fact, subject, self.here(subject))
            if fact.type == "refs":
                target, one = self.sorts[fact.target or ""], subject[1].term
                relation = z3.Function(f"{path} to", one.sort(), target, z3.BoolSort())
                sym.values = Related(lambda other: relation(one, other))
                other = z3.Const(f"{path} other", target)
                none = Term(z3.ForAll([other], z3.Not(relation(one, other))))
                sym.empty = self.c.all((sym.known, -sym.ghost, none))
                if self.c.about is not None:
                    known = z3.And(formula(sym.known), self._inside[fact.target or ""](other))
                    self.c.axioms.append(z3.ForAll([one, other], z3.Implies(relation(one, other), known)))
            if fact.open:
                sym.whole = self.space.whole(sym)
            self.facts[path, subject] = sym
        return self.facts[path, subject]


class Unbounded(Outcomes):
    """What is concluded, for lists of any length; where a fact is decided, with that value of it.

    Of aggregates for which there is no formula nothing is said but that they are not both true and false.
    """

    def __init__(
        self,
        world: World,
        *,
        strict: bool = False,
        decided: tuple[str, Subject, FactChoice] | None = None,
        base: Unbounded | None = None,
    ) -> None:
        """Take a project; what does not read a fact that is decided is as it is without the decision (`base`)."""
        SymbolicConditions.__init__(self, world, strict=strict)  # type: ignore[arg-type]
        self.world, self.decided, self.base = world, decided, base
        self._reads: dict[int, set[str]] = {}
        self.outcomes, self.severity, self.possible = {}, {}, {}
        self._derivations = {one.concept: one for one in self.kb.derivations}

    def sym(self, fact: Fact, env: Env) -> Sym | None:
        path, subject = _key(fact, env)
        if path not in self.kb.vocabulary.facts:
            return None
        sym = self.world.fact(path, subject)
        if self.decided is None or path != self.decided[0]:
            return sym
        same: Any = TRUE if subject == self.decided[1] else FALSE
        if subject is not None and isinstance(subject[1], Element):
            same = Term(subject[1].term == self.decided[1][1].term)
        put = deciding(sym, self.decided[2])
        values = {value: self.c.choose(same, put[one], one) for value, one in sym.values.items()}
        known = self.c.any(values.values())
        return replace(sym, values=values, known=known, whole=known)

    def deciding(self, path: str, subject: Subject, choice: FactChoice) -> Unbounded:
        """Return what is concluded when a fact has a value."""
        return Unbounded(self.world, strict=self.strict, decided=(path, subject, choice), base=self)

    def condition(self, node: Any, env: Env) -> TF:
        if self.base is not None and self.decided is not None:
            if id(node) not in self.base._reads:
                self.base._reads[id(node)] = self.kb.behind([node])
            if self.decided[0] not in self.base._reads[id(node)]:
                return self.base.condition(node, env)
        return super().condition(node, env)

    def state(self, fact: Fact, env: Env) -> SymbolicState:
        return self.state_of(*_key(fact, env))

    def state_of(self, path: str, subject: Subject) -> SymbolicState:
        key = path, subject
        if key not in self.derived:
            derivation = self._derivations[key[0]]
            bound = {} if derivation.loop is None else {derivation.loop.variable: key[1]}
            self.derived[key] = self.derive(
                [(line.value, self.condition(line.when, bound)) for line in derivation.lines]
            )
        return self.derived[key]

    def _quantifier(self, node: Quantifier, env: Env) -> TF:
        if self.kb.vocabulary.lists[node.source].members:
            return super()._quantifier(node, env)
        stated, closed = self.space.stated[node.source], self.closed(node.source)
        if node.kind == "count":
            return self._counted(node, env, stated, closed)
        if node.kind == "sum" and not any(isinstance(one[1], Element) for one in env.values() if one is not None):
            return self._summed(node, env, stated, closed)
        if node.kind not in ("some", "none", "every"):
            return self._open(node, env)
        one = self.world.element(node.source, id(node))
        inner = {**env, node.variable: (node.source, one)}
        here, (true, false) = self.world.here((node.source, one)), self.condition(node.where, inner)
        if node.body is None:
            t, f = (
                some(one, self.c.all((here, true))),
                self.c.all((stated, closed, -some(one, self.c.all((here, -false))))),
            )
            return (t, f) if node.kind == "some" else (f, t)
        holds, fails = self.condition(node.body, inner)
        against = self.c.all((here, -false, -holds))
        return self.c.all((stated, closed, -some(one, against))), some(one, self.c.all((here, true, fails)))

    def _counted(self, node: Quantifier, env: Env, stated: Any, closed: Any) -> TF:
        bound = Fraction(repr(float(constant(node.bound, self.kb))))

        def at_least(number: int, possible: bool) -> Any:
            if number <= 0:
                return TRUE
            several = [self.world.element(node.source, (id(node), place)) for place in range(number)]
            parts = []
            for one in several:
                true, false = self.condition(node.where, {**env, node.variable: (node.source, one)})
                parts.append(self.c.all((self.world.here((node.source, one)), -false if possible else true)))
            terms = [one.term for one in several]
            apart = [z3.Distinct(*terms)] if number > 1 else []
            return Term(z3.Exists(terms, z3.And(*map(formula, parts), *apart)))

        ends = [at_least(number, False) for number in (ceil(bound), floor(bound) + 1)]
        ends += [self.c.any((-closed, at_least(number, True))) for number in (ceil(bound), floor(bound) + 1)]
        t, f = self._compared(ends[0], ends[1], ends[2], ends[3], node.operator or "is")
        return self.c.all((stated, t)), self.c.all((stated, f))

    def _summed(self, node: Quantifier, env: Env, stated: Any, closed: Any) -> TF:
        assert node.measure is not None
        path = node.measure.path
        fact, bound = self.kb.vocabulary.facts[path], Fraction(repr(float(constant(node.bound, self.kb))))
        if fact.minimum is None or fact.minimum < 0 or fact.maximum is None:
            return self._open(node, env)
        one = self.world.element(node.source, id(node))
        inner = {**env, node.variable: (node.source, one)}
        here, (true, false), sym = self.world.here((node.source, one)), self.condition(node.where, inner), None
        sym = self.sym(node.measure, inner)
        assert sym is not None
        value, known = self._number(path, one), formula(sym.known)
        low, high = (
            z3.If(formula(self.c.all((here, counts))), z3.If(known, value, z3.RealVal(end)), z3.RealVal(0))
            for counts, end in ((true, fact.minimum), (-false, fact.maximum))
        )
        named = f"{id(node)} {self._touching(node)} {self.strict}"
        least, most = (self.world.sum(f"{end} {named}", one, part) for end, part in (("least", low), ("most", high)))
        limit = z3.RealVal(str(bound))
        ends: list[Any] = [Term(end) for end in (least >= limit, least > limit, most >= limit, most > limit)]
        ends[2:] = [self.c.any((-closed, end)) for end in ends[2:]]
        t, f = self._compared(ends[0], ends[1], ends[2], ends[3], node.operator or "is")
        return self.c.all((stated, t)), self.c.all((stated, f))

    def _number(self, path: str, one: Element) -> Any:
        """Return the number that a fact of an element is, where it is known."""
        stated = self.world.number(path, one)
        if self.decided is None or self.decided[0] != path or self.decided[2] is None:
            return stated
        _, subject, choice = self.decided
        return z3.If(one.term == subject[1].term, self.world.number(path, subject[1], choice), stated)

    def _touching(self, node: Quantifier) -> object:
        return self.decided if self.decided is not None and self.decided[0] in self.kb.behind([node]) else None

    def _open(self, node: Quantifier, env: Env) -> TF:
        touched = self._touching(node)
        elements = [one[1].term for _, one in sorted(env.items()) if isinstance(one[1], Element)]
        made = z3.Function(f"{id(node)} {touched} {self.strict}", *(one.sort() for one in elements), z3.IntSort())
        value = made(*elements)
        return Term(value > 0), Term(value < 0)  # type: ignore[return-value]

    def subjects(self, rule: Rule) -> list[tuple[Subject, Any]]:
        """Return what a rule is about; one element stands for all."""
        return self.world.subjects(None if rule.loop is None else rule.loop.source)

    def outcome(self, rule: Rule, subject: Subject) -> TF:
        key: OutcomeKey = rule.code, subject
        if key not in self.outcomes:
            env = {} if rule.loop is None else {rule.loop.variable: subject}
            here, (true, false) = self.world.here(subject), self.condition(rule.when, env)
            self.outcomes[key] = self.c.all((here, true)), self.c.all((here, false))
            self._severities(rule, key, env)
        return self.outcomes[key]

    def visible(self, rule: Rule, subject: Subject) -> Any:  # type: ignore[override]
        """Return the literal that a rule holds and nothing replaces it."""
        true, _ = self.outcome(rule, subject)
        winners = []
        for rival in self.rivals(rule.code, subject):
            wins, _ = self.outcome(self.kb.rule(rival[0]), rival[1])
            winners.append(self.c.all((wins, self.c.same(self.coming(rival), self.coming((rule.code, subject))))))
        return self.c.all((true, -self.c.any(winners)))

    def some_of(self, rule: Rule, test: Callable[[Subject], Any]) -> Any:
        """Return the literal that a rule is about something of which this is true."""
        found = []
        for subject, here in self.subjects(rule):
            literal = self.c.all((here, test(subject)))
            found.append(some(subject[1], literal) if here is not TRUE else literal)
        return self.c.any(found)


def _constants(goal: Any) -> set[str]:
    """Return the names of what a formula speaks of."""
    names, seen, waiting = set[str](), set[int](), [goal]
    while waiting:
        node = waiting.pop()
        if node.get_id() not in seen:
            seen.add(node.get_id())
            if z3.is_const(node) and node.decl().kind() == z3.Z3_OP_UNINTERPRETED:
                names.add(node.decl().name())
            waiting += [node.body()] if z3.is_quantifier(node) else node.children()
    return names


def some(one: Element, literal: Any) -> Any:
    return literal if isinstance(literal, int) else Term(z3.Exists([one.term], literal.formula))


def _key(fact: Fact, env: Env) -> tuple[str, Subject]:
    if fact.variable is not None:
        return fact.path, env[fact.variable]
    return fact.path, None if fact.member is None else (fact.path.partition(".*.")[0], fact.member)
