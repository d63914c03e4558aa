"""Every derived fact, rule and grade of a knowledge base over a symbolic project, and its verdict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ..knowledge.model import (
    SEVERITIES,
    Derivation,
    FactDefinition,
    Grade,
    Loop,
    Rule,
    Severity,
    Verdict,
    is_upcoming,
    severity_of,
)
from ..language.tree import All
from .aggregates import TF
from .circuit import FALSE, TRUE
from .conditions import Env, SymbolicConditions, SymbolicState
from .space import Subject
from .view import SymbolicView

OutcomeKey: TypeAlias = "tuple[str, Subject]"


class Outcomes(SymbolicConditions):
    """What is concluded, as literals."""

    def __init__(self, view: SymbolicView, *, strict: bool = False) -> None:
        super().__init__(view, strict=strict)
        for derivation in self.kb.derivations:
            self._derivation(derivation)
        self.outcomes: dict[OutcomeKey, TF] = {}
        self.severity: dict[OutcomeKey, dict[Grade, int]] = {}
        self.possible: dict[OutcomeKey, dict[Grade, int]] = {}
        for rule in self.kb.rules:
            for env, subject, here in self.each(rule.loop):
                true, false = self.condition(rule.when, env)
                key = rule.code, subject
                self.outcomes[key] = self.c.all((here, true)), self.c.all((here, false))
                self._severities(rule, key, env)
        self._silence()
        self.findings = [key for key in self.outcomes if self.kb.rule(key[0]).kind == "finding"]

    def each(self, loop: Loop | None) -> list[tuple[Env, Subject, int]]:
        """Return what a loop runs over: the bindings, the subject, and that it is there."""
        if loop is None:
            return [({}, None, TRUE)]
        return [({loop.variable: subject}, subject, here) for subject, here in self.view.subjects(loop.source)]

    def _severities(self, rule: Rule, key: OutcomeKey, env: Env) -> None:
        c = self.c
        found: dict[Grade, int] = {}
        possible: dict[Grade, int] = {}
        before = TRUE
        for case in rule.grades:
            true, false = (TRUE, FALSE) if case.when is None else self.condition(case.when, env)
            chosen = c.all((before, true))
            found[case.grade] = c.any((found.get(case.grade, FALSE), chosen))
            possible[case.grade] = c.any((possible.get(case.grade, FALSE), c.all((before, -false))))
            before = c.all((before, -true))
        last = rule.grades[-1].grade
        found[last] = c.any((found[last], before))
        self.severity[key], self.possible[key] = found, possible

    def _derivation(self, derivation: Derivation) -> None:
        for env, subject, _ in self.each(derivation.loop):
            lines = [(line.value, self.condition(line.when, env)) for line in derivation.lines]
            self.derived[derivation.concept, subject] = self.derive(lines)

    def derive(self, lines: list[tuple[str, TF]]) -> SymbolicState:
        """Return the state of a derived fact; the first certain line wins, unknown lines before it stay open."""
        c = self.c
        has: dict[str, int] = {}
        undecided: dict[str, int] = {}
        before = TRUE
        for value, (true, false) in lines:
            has[value] = c.any((has.get(value, FALSE), c.all((before, true))))
            undecided[value] = c.any((undecided.get(value, FALSE), c.all((before, -true, -false))))
            before = c.all((before, -true))
        open_ = {value: c.all((literal, -has[value])) for value, literal in undecided.items()}
        known = c.any(has.values())
        if self.strict:
            some = c.any(open_.values())
            open_ = {value: c.any((literal, c.all((some, has[value])))) for value, literal in open_.items()}
            has = {value: c.all((literal, -some)) for value, literal in has.items()}
            known = c.any(has.values())
        return SymbolicState(has, open_, known)

    def coming(self, key: OutcomeKey) -> int:
        """Return the literal that what holds is still to come."""
        return self.c.any(literal for grade, literal in self.severity[key].items() if is_upcoming(grade))

    def rivals(self, code: str, subject: Subject) -> list[OutcomeKey]:
        """Return the outcomes that would silence a rule about a subject."""
        rule = self.kb.rule(code)
        found: list[OutcomeKey] = []
        for winner in self.kb.silencers.get(code, ()):
            if winner.loop is None:
                found.append((winner.code, None))
            elif rule.loop is not None and rule.loop.source == winner.loop.source:
                found.append((winner.code, subject))
        return found

    def _silence(self) -> None:
        """Let what is due silence what is due, and what is still to come what is still to come."""
        c = self.c
        self.silenced: dict[OutcomeKey, int] = {}
        self.visible: dict[OutcomeKey, int] = {}
        for key, (true, _) in self.outcomes.items():
            coming = self.coming(key)
            winners = [
                c.all((self.outcomes[rival][0], c.same(self.coming(rival), coming))) for rival in self.rivals(*key)
            ]
            self.silenced[key] = c.any(winners)
            self.visible[key] = c.all((true, -self.silenced[key]))


class SymbolicVerdict:
    """What the verdict is, as literals.

    Attributes:
        verdict: Each verdict; exactly one of them is true.
        found: For each severity, that a finding that counts has it.
        missing: That a fact is not known without which there is no verdict.
        worst: The worst verdict that some completion could give.
    """

    def __init__(self, facts: Outcomes, strict: Outcomes) -> None:
        """Take what is concluded of a project, as it is and by what no completion changes."""
        self.facts, self.strict, self.c, self.kb = facts, strict, facts.c, facts.kb
        c, cases = self.c, self.kb.verdict.cases
        self.found = {one: c.any(self._counted(one)) for one in SEVERITIES}
        self.missing = self._missing()
        self.worst = self._ladder(self._possible(), FALSE)
        before = [case.verdict for case in cases[: next((n for n, case in enumerate(cases) if case.missing), 0)]]
        could_stop = c.any(literal for verdict, literal in self.worst.items() if verdict in before)
        self.verdict = self._ladder(self.found, c.any((self.missing, could_stop)))

    def _ladder(self, present: Mapping[Severity, int], missing: int) -> dict[Verdict, int]:
        c, before = self.c, TRUE
        found: dict[Verdict, int] = {}
        for case in self.kb.verdict.cases:
            here = TRUE if case.severity is None and not case.missing else FALSE
            if case.severity is not None:
                here = present[case.severity]
            if case.missing:
                here = c.any((here, missing))
            found[case.verdict] = c.any((found.get(case.verdict, FALSE), c.all((before, here))))
            before = c.all((before, -here))
        found["proceed"] = c.any((found.get("proceed", FALSE), before))
        return found

    def _counted(self, severity: Severity) -> list[int]:
        facts = self.facts
        return [self.c.all((facts.visible[key], facts.severity[key].get(severity, FALSE))) for key in facts.findings]

    def _missing(self) -> int:
        found = []
        for must in self.kb.verdict.must_know:
            wanted = TRUE if must.when is None else self.facts.condition(must.when, {})[0]
            found.append(self.c.all((wanted, self._unknown(must.fact))))
        return self.c.any(found)

    def _unknown(self, path: str) -> int:
        c, view = self.c, self.facts.view
        definition = self.kb.vocabulary.facts.get(path)
        source = path if definition is None else definition.source
        if definition is None:
            return -view.space.stated[path]
        if source is None:
            return -self._known(definition, None)
        lacking = [c.all((here, -self._known(definition, subject))) for subject, here in view.subjects(source)]
        return c.any((-view.space.stated[source], *lacking))

    def _known(self, definition: FactDefinition, subject: object) -> int:
        sym = self.facts.view.facts[definition.path, subject]
        return sym.whole if definition.open else sym.known

    def _possible(self) -> dict[Severity, int]:
        """For each severity, that some completion may have a finding of it."""
        c, strict, kb = self.c, self.strict, self.kb
        found: dict[Severity, list[int]] = {severity: [] for severity in SEVERITIES}
        for key in self.facts.findings:
            true, false = strict.outcomes[key]
            here = self.facts.view.space.here(key[1])
            counts = c.all((here, -false, -c.all((true, self._is_replaced(key)))))
            for grade, literal in strict.possible[key].items():
                if not is_upcoming(grade):
                    found[severity_of(grade)].append(c.all((counts, literal)))
        for rule in kb.rules:
            if rule.kind == "finding" and rule.loop is not None:
                coming = c.all((-self.facts.view.closed[rule.loop.source], -self._comes_later(rule)))
                for case in rule.severities:
                    found[case.severity].append(coming)
        return {severity: c.any(literals) for severity, literals in found.items()}

    def _comes_later(self, rule: Rule) -> int:
        """That a rule is known not to count before a later phase."""
        later = rule.due is not None and rule.due.later
        return self.facts.condition(All((later,)), {})[0] if later else FALSE

    def _is_replaced(self, key: OutcomeKey) -> int:
        c, strict = self.c, self.strict
        found = []
        for rival in strict.rivals(*key):
            same_time = TRUE if self.kb.rule(rival[0]).due == self.kb.rule(key[0]).due else FALSE
            both = [(grade, one) for which in (key, rival) for grade, one in strict.possible[which].items()]
            coming = c.any(one for grade, one in both if is_upcoming(grade))
            now = c.any(one for grade, one in both if not is_upcoming(grade))
            found.append(c.all((strict.outcomes[rival][0], c.any((same_time, -coming, -now)))))
        return c.any(found)
