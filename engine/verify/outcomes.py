"""Every derived fact, rule and grade of a knowledge base over a symbolic project."""

from __future__ import annotations

from typing import TypeAlias

from ..knowledge.model import Derivation, Grade, Loop, Rule, is_upcoming
from .aggregates import TF
from .circuit import FALSE, TRUE
from .conditions import Conditions, Env, State
from .space import Subject
from .view import View

Key: TypeAlias = "tuple[str, Subject]"


class Outcomes(Conditions):
    """What is concluded, as literals."""

    def __init__(self, view: View, *, strict: bool = False) -> None:
        """Conclude about a project."""
        super().__init__(view, strict=strict)
        for derivation in self.kb.derivations:
            self._derivation(derivation)
        self.outcomes: dict[Key, TF] = {}
        self.severity: dict[Key, dict[Grade, int]] = {}
        self.possible: dict[Key, dict[Grade, int]] = {}
        for rule in self.kb.rules:
            for env, subject, here in self.each(rule.loop):
                true, false = self.condition(rule.when, env)
                key = rule.code, subject
                self.outcomes[key] = self.c.all((here, true)), self.c.all((here, false))
                self._severities(rule, key, env)
        self._silence()

    def each(self, loop: Loop | None) -> list[tuple[Env, Subject, int]]:
        """Return what a loop runs over: the bindings, the subject, and that it is there."""
        if loop is None:
            return [({}, None, TRUE)]
        return [({loop.variable: subject}, subject, here) for subject, here in self.view.subjects(loop.source)]

    def _severities(self, rule: Rule, key: Key, env: Env) -> None:
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
            self.derived[derivation.concept, subject] = self._state(lines)

    def _state(self, lines: list[tuple[str, TF]]) -> State:
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
        return State(has, open_, known)

    def coming(self, key: Key) -> int:
        """Return the literal that what holds is still to come."""
        return self.c.any(literal for grade, literal in self.severity[key].items() if is_upcoming(grade))

    def rivals(self, code: str, subject: Subject) -> list[Key]:
        """Return the outcomes that would silence a rule about a subject."""
        rule = self.kb.rule(code)
        found: list[Key] = []
        for winner in self.kb.rules:
            if code in winner.replaces and winner.loop is None:
                found.append((winner.code, None))
            elif code in winner.replaces and rule.loop is not None and rule.loop.source == winner.loop.source:  # type: ignore[union-attr]
                found.append((winner.code, subject))
        return found

    def _silence(self) -> None:
        """Let what is due silence what is due, and what is still to come what is still to come."""
        c = self.c
        self.silenced: dict[Key, int] = {}
        self.visible: dict[Key, int] = {}
        for key, (true, _) in self.outcomes.items():
            coming = self.coming(key)
            winners = [
                c.all((self.outcomes[rival][0], c.same(self.coming(rival), coming))) for rival in self.rivals(*key)
            ]
            self.silenced[key] = c.any(winners)
            self.visible[key] = c.all((true, -self.silenced[key]))
