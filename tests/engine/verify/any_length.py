"""What is claimed of a rule base, for lists of any length."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise, takewhile
from typing import Any

import z3

from advise.engine.knowledge.model import SEVERITIES, KnowledgeBase, Rule, Severity
from advise.engine.language.tree import Fact
from advise.engine.verify.circuit import FALSE, TRUE
from advise.engine.verify.claims import named
from advise.engine.verify.outcomes import SymbolicVerdict
from advise.engine.verify.own import declared, meant
from advise.engine.verify.space import Subject
from advise.engine.verify.values import FactChoice, choices

from .formulas import Term
from .unbounded import Unbounded, World, some


class Claims:
    """What is claimed of a rule base: for each claim the goals that some project reaches, or that none does."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb, self.world = kb, World(kb)
        self.c = self.world.c
        self.facts, self.strict = Unbounded(self.world), Unbounded(self.world, strict=True)
        self._solver, self._told = z3.Solver(), 0
        self.reads = {rule.code: kb.behind(rule.judged_by) for rule in kb.rules}

    def never(self, claim: str, about: tuple[str, ...], seconds: float = 20) -> bool:
        """Tell whether it is proved that no project, with lists of whatever length, reaches a goal of a claim."""
        if claim == "better_not_worse":
            path, low, high = about
            return any(all(map(self._is_never, self.worse(path, low, high, whole))) for whole in (False, True))
        return all(self._is_never(goal, seconds) for goal in self.goals(claim, about))

    def _is_never(self, goal: Any, seconds: float = 20) -> bool:
        return self.can(goal, seconds) is False

    def goals(self, claim: str, about: tuple[str, ...]) -> Iterable[Any]:
        """Return the goals of a claim that is not about better values."""
        made: dict[str, Callable[..., Iterable[Any]]] = {
            "rule_occurs": lambda code: [self.holds(code)],
            "rule_seen": lambda code: [self.seen(code)],
            "value_occurs": lambda path, value: [self.has(path, value)],
            "condition_decides": self.without,
            "not_implied": lambda code, other: [self.alone(code, other)],
            "best_is_clean": lambda _: [self.beside()],
            "certain_stays": self.changes,
            "own": self.broken,
        }
        return made[claim](*about)

    def can(self, goal: Any, seconds: float = 20) -> bool | None:
        """Tell whether a project reaches a goal; None where it is not settled in time."""
        if isinstance(goal, int):
            return goal == TRUE
        about_sums = self.world.of_sums(goal.formula)
        self._solver.add(*self.world.c.axioms[self._told :])
        self._told = len(self.world.c.axioms)
        self._solver.push()
        self._solver.set("timeout", int(seconds * 1000))
        self._solver.add(*about_sums, goal.formula)
        found = str(self._solver.check())
        self._solver.pop()
        return {"sat": True, "unsat": False}.get(found)

    def holds(self, code: str) -> Any:
        return self.facts.some_of(
            self.kb.rule(code), lambda subject: self.facts.outcome(self.kb.rule(code), subject)[0]
        )

    def seen(self, code: str) -> Any:
        return self.facts.some_of(self.kb.rule(code), lambda subject: self.facts.visible(self.kb.rule(code), subject))

    def alone(self, code: str, other: str) -> Any:
        """That a rule holds of what another one does not hold of."""
        one, two = self.kb.rule(code), self.kb.rule(other)
        return self.facts.some_of(
            one, lambda subject: self.c.all((self.facts.outcome(one, subject)[0], -self.facts.outcome(two, subject)[0]))
        )

    def has(self, path: str, value: str) -> Any:
        """That a derived fact has a value."""
        loop = next(one for one in self.kb.derivations if one.concept == path).loop
        found = []
        for subject, here in self.world.subjects(None if loop is None else loop.source):
            state = self.facts.state_of(path, subject)
            literal = self.c.all((here, state.has.get(value, FALSE)))
            found.append(some(subject[1], literal) if here is not TRUE else literal)
        return self.c.any(found)

    def without(self, name: str, what: str) -> Iterator[Any]:
        """Yield for each subject that it is concluded otherwise without a condition of a rule or a derived fact."""
        c, facts = self.c, self.facts
        for rule in self.kb.rules:
            for less in (one for text, _, one in named(rule.when) if (rule.code, text) == (name, what)):
                for subject, here in facts.subjects(rule):
                    env = {} if rule.loop is None else {rule.loop.variable: subject}
                    sides = zip(facts.condition(rule.when, env), facts.condition(less, env), strict=True)
                    yield c.all((here, c.any(-c.same(one, other) for one, other in sides)))
        for derivation in (one for one in self.kb.derivations if one.concept == name):
            for at, line in enumerate(derivation.lines):
                for less in (one for text, _, one in named(line.when) if f"{line.value}: {text}" == what):
                    for subject, here in self.world.subjects(
                        None if derivation.loop is None else derivation.loop.source
                    ):
                        env = {} if derivation.loop is None else {derivation.loop.variable: subject}
                        whens = [less if place == at else one.when for place, one in enumerate(derivation.lines)]
                        values = [one.value for one in derivation.lines]
                        state = facts.state_of(name, subject)
                        other = facts.derive(
                            [(value, facts.condition(when, env)) for value, when in zip(values, whens, strict=True)]
                        )
                        for one, two in ((state.has, other.has), (state.open, other.open)):
                            yield from (c.all((here, -c.same(one[value], two[value]))) for value in one)

    def changes(self, path: str) -> Iterator[Any]:
        """Yield for each value that what is certain while the fact is unknown does not stay so with it."""
        rules = [rule for rule in self.kb.rules if path in self.reads[rule.code]]
        for subject, here in self._decided(path):
            unknown = self.strict.deciding(path, subject, None)
            for choice in choices(self.world.fact(path, subject)):
                known = self.strict.deciding(path, subject, choice)
                lost = [self._lost(rule, unknown, known) for rule in rules]
                yield self.c.all((here, self.c.any(lost)))

    def _lost(self, rule: Rule, unknown: Unbounded, known: Unbounded) -> Any:
        def lost(subject: Subject) -> Any:
            sides = zip(unknown.outcome(rule, subject), known.outcome(rule, subject), strict=True)
            return self.c.any(self.c.all((before, -after)) for before, after in sides)

        return unknown.some_of(rule, lost)

    def _decided(self, path: str) -> Iterator[tuple[Subject, Any]]:
        """Yield what a fact can be decided of, each with the literal that it is there."""
        for subject, here in self.world.subjects(self.kb.vocabulary.facts[path].source):
            if here is TRUE:
                yield subject, here
            else:
                one = subject[0], self.world.element(subject[0], "decided")
                yield one, self.world.here(one)

    def ordered(self, path: str) -> Iterator[tuple[str, str]]:
        """Yield the names of values of which the second is better than the first, next to it."""
        better, names = self.kb.vocabulary.facts[path].better, list(self._named(path))
        if better in (("less",), ("more",)):
            better = tuple(names if better == ("more",) else reversed(names))
        yield from pairwise(str(one).lower() if isinstance(one, bool) else str(one) for one in better)

    def _named(self, path: str) -> dict[str, FactChoice]:
        sym = self.world.fact(path, next(self._decided(path))[0])
        if sym.regions:
            return {f"{value:g}": value for value in choices(sym)}
        return {str(one).lower() if isinstance(one, bool) else str(one): one for one in choices(sym)}

    def worse(self, path: str, low: str, high: str, whole: bool = False) -> Iterator[Any]:
        """Yield for each subject that the verdict is worse with the second of two values.

        What the fact does not touch may be anything, unless the verdict is looked at as a whole.
        """
        assert path != self.kb.verdict.phase
        named = self._named(path)
        rules = {rule.code for rule in self.kb.rules if path in self.reads[rule.code]}
        for subject, here in self._decided(path):
            one, two = (
                self.verdict(
                    self.facts.deciding(path, subject, named[choice]),
                    self.strict.deciding(path, subject, named[choice]),
                    None if whole else path,
                    rules,
                )
                for choice in (low, high)
            )
            ladder = [case.verdict for case in self.kb.verdict.cases]
            pairs = [(better, worse) for at, worse in enumerate(ladder) for better in ladder[at + 1 :]]
            yield self.c.all((here, self.c.any(self.c.all((one[better], two[worse])) for better, worse in pairs)))

    def verdict(
        self, facts: Unbounded, strict: Unbounded, path: str | None = None, touched: Collection[str] = ()
    ) -> Mapping[Any, Any]:
        """Return the literal of each verdict; of a fact, what it does not touch may be anything."""
        c = self.c
        verdicts = SymbolicVerdict.__new__(SymbolicVerdict)
        verdicts.facts, verdicts.strict, verdicts.c, verdicts.kb = facts, strict, c, self.kb
        named = ["missing", *(f"{what} {one}" for what in ("found", "possible") for one in SEVERITIES)]
        parts: dict[str, list[Any]] = {name: [] if path is None else [Term(z3.Bool(name))] for name in named}
        for rule in self.kb.rules:
            near = {rule.code, *(one.code for one in self.kb.rules if rule.code in one.replaces)}
            if rule.kind == "finding" and (path is None or near & set(touched)):
                for name in dict.fromkeys(case.severity for case in rule.severities):
                    parts[f"found {name}"].append(facts.some_of(rule, partial(self._counts, facts, rule, name)))
                    parts[f"possible {name}"].append(strict.some_of(rule, partial(self._comes, verdicts, rule, name)))
                    if path is None and rule.loop is not None:
                        more = (-self.world.closed[rule.loop.source], -verdicts._comes_later(rule))
                        parts[f"possible {name}"].append(c.all(more))
        for must in self.kb.verdict.must_know:
            if path is None or path in self.kb.behind([must.when] if must.when is not None else []) | {must.fact}:
                wanted = TRUE if must.when is None else facts.condition(must.when, {})[0]
                sym = facts.sym(Fact(must.fact, None, None, must.fact), {})
                assert sym is not None
                parts["missing"].append(c.all((wanted, -sym.known)))
        found, possible = ({one: c.any(parts[f"{what} {one}"]) for one in SEVERITIES} for what in ("found", "possible"))
        worst = verdicts._ladder(possible, FALSE)
        before = takewhile(lambda case: not case.missing, self.kb.verdict.cases)
        return verdicts._ladder(found, c.any((*parts["missing"], *(worst[case.verdict] for case in before))))

    def _counts(self, facts: Unbounded, rule: Rule, severity: Severity, subject: Subject) -> Any:
        seen = facts.visible(rule, subject)
        return self.c.all((seen, facts.severity[rule.code, subject].get(severity, FALSE)))

    def _comes(self, verdicts: SymbolicVerdict, rule: Rule, severity: Severity, subject: Subject) -> Any:
        strict, key = verdicts.strict, (rule.code, subject)
        assert isinstance(strict, Unbounded)
        true, false = strict.outcome(rule, subject)
        for code, other in strict.rivals(*key):
            strict.outcome(self.kb.rule(code), other)
        replaced = self.c.all((true, verdicts._is_replaced(key)))
        return self.c.all((-false, -replaced, strict.possible[key].get(severity, FALSE)))

    def broken(self, says: str) -> Iterator[Any]:
        """Yield for each subject that a claim of the rules' own, which speaks of verdicts only, is broken."""
        ladder = [case.verdict for case in self.kb.verdict.cases]
        verdict = self.verdict(self.facts, self.strict)
        claim = next(one for one in declared(self.kb)[1] if one.claim["en"] == says)
        for subject, here in self.world.subjects(None if claim.loop is None else claim.loop.source):
            env = {} if claim.loop is None else {claim.loop.variable: subject}
            sides = [
                self.c.all(
                    (
                        self.facts.condition(side.when, env)[0],
                        *(self.c.any(verdict[one] for one in meant(result, ladder)) for result in side.results),
                    )
                )
                for side in (claim.when, claim.then)
            ]
            yield self.c.all((here, sides[0], -sides[1]))

    def beside(self) -> Any:
        """That the best verdict is given although a finding holds that counts, if only one that is replaced."""
        best = self.kb.verdict.cases[-1].verdict
        counting = [case.severity for case in self.kb.verdict.cases if case.severity is not None]

        def counts(rule: Rule, subject: Subject) -> Any:
            true, _ = self.facts.outcome(rule, subject)
            grades = self.facts.severity[rule.code, subject]
            return self.c.all((true, self.c.any(grades.get(name, FALSE) for name in counting)))

        found = [self.facts.some_of(rule, partial(counts, rule)) for rule in self.kb.rules if rule.kind == "finding"]
        return self.c.all((self.verdict(self.facts, self.strict)[best], self.c.any(found)))
