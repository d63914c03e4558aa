"""Every rule base that differs from another one in one place: a leaf, a value, a severity, a line, a parameter, a policy."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ..knowledge.model import (
    SEVERITIES,
    Derivation,
    Due,
    FactDefinition,
    KnowledgeBase,
    MustKnow,
    ParameterDefinition,
    Rule,
    VerdictPolicy,
)
from ..language.tree import Any
from ..problems.problem import Place
from .conditions import Changes

KB = TypeVar("KB", bound=KnowledgeBase)
_NEVER = Any(())


class Mutant(Struct, frozen=True):
    """One change.

    Attributes:
        where: The code, derived fact or `$parameter` that is changed; `verdict` for the policy.
        what: The change, as a rule file would have it.
        rule, derivation, parameter, policy: What is changed of these, after the change.
    """

    where: str
    kind: str
    what: str
    rule: Rule | None = None
    derivation: Derivation | None = None
    parameter: ParameterDefinition | None = None
    policy: VerdictPolicy | None = None
    place: Place | None = None

    def of(self, kb: KB) -> KB:
        """Return a rule base with this change: the one that it was made for, or that with other parameters."""
        if self.rule is not None:
            return replace(kb, rules=tuple(self.rule if one.code == self.where else one for one in kb.rules))
        if self.derivation is not None:
            lines = tuple(self.derivation if one.concept == self.where else one for one in kb.derivations)
            return replace(kb, derivations=lines)
        if self.policy is not None:
            return replace(kb, verdict=self.policy)
        assert self.parameter is not None
        if kb.parameters[self.parameter.name].reason is not None:
            return kb  # a scenario or a profile sets it
        parameters = {**kb.parameters, self.parameter.name: self.parameter}
        words, looped = kb.vocabulary, f"${self.parameter.name}"
        if looped in words.lists and isinstance(self.parameter.value, tuple):
            listed = words.lists[looped]
            members = {name: label for name, label in listed.members.items() if name in self.parameter.value}
            words = replace(words, lists={**words.lists, looped: replace(listed, members=members)})
        return replace(kb, parameters=parameters, vocabulary=words)


def mutants(kb: KnowledgeBase, only: Collection[str] = ()) -> Iterator[Mutant]:
    """Yield every change of a rule base, or of some codes, derived facts and `$parameters` only."""
    changes = Changes(kb)
    for rule in kb.rules:
        if not only or rule.code in only:
            yield from _of_rule(rule, changes, kb)
    for derivation in kb.derivations:
        if not only or derivation.concept in only:
            yield from _of_derivation(derivation, changes, kb)
    for name, parameter in kb.parameters_used.items():
        if not only or f"${name}" in only:
            for what, value in _values(parameter):
                yield Mutant(
                    f"${name}", "parameter", what, parameter=replace(parameter, value=value), place=parameter.place
                )
    if not only or "verdict" in only:
        yield from _of_policy(kb.verdict, changes)


def _of_rule(rule: Rule, changes: Changes, kb: KnowledgeBase) -> Iterator[Mutant]:
    for kind, what, changed in _rules(rule, changes, kb):
        yield Mutant(rule.code, kind, what, rule=changed, place=rule.place)


def _rules(rule: Rule, changes: Changes, kb: KnowledgeBase) -> Iterator[tuple[str, str, Rule]]:
    for kind, what, when in changes.within(rule.when):
        yield kind, what, replace(rule, when=when)
    yield "rule left out", "never holds", replace(rule, when=replace(rule.when, children=(_NEVER,)))
    yield from _severities(rule, changes)
    for code in rule.replaces:
        left = tuple(one for one in rule.replaces if one != code)
        yield "replaces left out", f"does not replace {code}", replace(rule, replaces=left)
    for code in rule.causes:
        left = tuple(one for one in rule.causes if one != code)
        yield "cause left out", f"is not told as following from {code}", replace(rule, causes=left)
    for due in _dues(rule, kb):
        phases = [one.phase if one is not None else "always" for one in (due, rule.due)]
        yield "due", f"due {phases[0]} in place of {phases[1]}", replace(rule, due=due)


def _severities(rule: Rule, changes: Changes) -> Iterator[tuple[str, str, Rule]]:
    cases = rule.severities
    for place, case in enumerate(cases):
        at = SEVERITIES.index(case.severity)
        for severity in SEVERITIES[max(at - 1, 0) : at + 2] if rule.kind == "finding" else ():
            if severity != case.severity:
                changed = (*cases[:place], replace(case, severity=severity), *cases[place + 1 :])
                yield "severity", f"{severity} in place of {case.severity}", replace(rule, severities=changed)
        if case.when is not None:
            left = cases[:place] + cases[place + 1 :]
            yield "severity left out", f"without {case.severity}", replace(rule, severities=left)
            for kind, what, when in changes.within(case.when):
                changed = (*cases[:place], replace(case, when=when), *cases[place + 1 :])
                yield f"severity: {kind}", what, replace(rule, severities=changed)


def _dues(rule: Rule, kb: KnowledgeBase) -> Iterator[Due | None]:
    phase = kb.vocabulary.facts.get(kb.verdict.phase or "")
    if rule.due is None or not isinstance(phase, FactDefinition):
        return
    phases = tuple(phase.values)
    at = phases.index(rule.due.phase)
    yield None
    for place in (at - 1, at + 1):
        if 0 < place < len(phases):
            yield Due(phases[place], rule.due.fact, phases[:place])


def _of_derivation(derivation: Derivation, changes: Changes, kb: KnowledgeBase) -> Iterator[Mutant]:
    lines = derivation.lines
    values = kb.vocabulary.concepts[derivation.concept].values

    def made(kind: str, what: str, place: int, *changed: object) -> Mutant:
        found = replace(derivation, lines=(*lines[:place], *changed, *lines[place + len(changed) :]))
        return Mutant(derivation.concept, kind, what, derivation=found, place=derivation.place)

    for place, line in enumerate(lines):
        for kind, what, when in changes.within(line.when):
            yield made(kind, f"{line.value}: {what}", place, replace(line, when=when))
        for value in values:
            if value != line.value:
                yield made("derived value", f"{value} in place of {line.value}", place, replace(line, value=value))
        never = replace(line, when=replace(line.when, children=(_NEVER,)), members=None)
        yield made("line left out", f"never {line.value} by line {place + 1}", place, never)
        if place:
            before = lines[place - 1]
            yield made("lines swapped", f"{line.value} before {before.value}", place - 1, line, before)


def _values(parameter: ParameterDefinition) -> Iterator[tuple[str, tuple[str | int | float, ...] | float]]:
    value = parameter.value
    if isinstance(value, tuple):
        for place, one in enumerate(value):
            if isinstance(one, (int, float)):
                for step in (-1, 1):
                    yield f"{one:g} -> {one + step:g}", (*value[:place], one + step, *value[place + 1 :])
            elif len(value) > 1:
                yield f"without {one}", (*value[:place], *value[place + 1 :])
        return
    step_ = 1.0 if value == int(value) and value > 1 else 0.01
    for change in (-step_, step_):
        yield f"{value:g} -> {value + change:g}", value + change


def _of_policy(policy: VerdictPolicy, changes: Changes) -> Iterator[Mutant]:
    def made(kind: str, what: str, place: int, *changed: MustKnow) -> Mutant:
        known = (*policy.must_know[:place], *changed, *policy.must_know[place + 1 :])
        return Mutant("verdict", kind, what, policy=replace(policy, must_know=known))

    for place, must in enumerate(policy.must_know):
        yield made("must-know left out", must.fact, place)
        if must.when is not None:
            yield made("must-know always", must.fact, place, replace(must, when=None))
            for kind, what, when in changes.within(must.when):
                yield made(f"must-know: {kind}", f"{must.fact}: {what}", place, replace(must, when=when))
    for place in range(1, len(policy.cases)):
        one, other = policy.cases[place - 1 : place + 1]
        cases = (*policy.cases[: place - 1], other, one, *policy.cases[place + 1 :])
        what = f"{other.verdict} before {one.verdict}"
        yield Mutant("verdict", "cases swapped", what, policy=replace(policy, cases=cases))
