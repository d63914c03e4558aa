"""Every rule base that differs from another one in one place: in a condition, a value, a severity, a parameter, a policy."""

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
from ..language.leaf import written
from ..language.tree import (
    COMPLEMENTS,
    All,
    Any,
    Comparison,
    Condition,
    Fact,
    Not,
    Operator,
    Parameter,
    Quantifier,
    below,
)
from ..problems.problem import LANGUAGES, Texts

Mutation = tuple[str, Texts, Condition]
"""The kind of a change, what it is, and the condition after it."""
C = TypeVar("C", bound=Condition)

_EDGE: dict[str, Operator] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_UNKNOWN: dict[str, Operator] = {"is": "may be", "is not": "cannot be", "may be": "is", "cannot be": "is not"}
_SINGLE = ("is", "is not", "may be", "cannot be", "has", "lacks")


def becomes(before: str, after: str) -> Texts:
    """Return what a change is that puts one thing in place of another."""
    return dict.fromkeys(LANGUAGES, f"{before} -> {after}")


def left_out(shown: str) -> Texts:
    """Return what a change is that leaves something out."""
    return {"en": f"without {shown}", "ja": f"{shown} を外す"}


def in_place(after: str, before: str) -> Texts:
    """Return what a change is that has another word for the same thing."""
    return {"en": f"{after} in place of {before}", "ja": f"{before} を {after} に"}


class Changes:
    """The changes of conditions over the vocabulary of a rule base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Find which facts could be mistaken for one another: of one type, with the same values, beside each other."""
        self.kb = kb
        self._alike: dict[tuple[object, ...], list[FactDefinition]] = {}
        for fact in kb.vocabulary.facts.values():
            self._alike.setdefault(_kind(fact), []).append(fact)

    def of(self, node: Condition) -> Iterator[Mutation]:
        """Yield each condition that differs from this one in one place."""
        if isinstance(node, (All, Any)):
            yield from self._several(node)
        elif isinstance(node, Not):
            shown = written(node.child)
            yield "not left out", {"en": f"`{shown}` without not", "ja": f"`{shown}` の not を外す"}, node.child
        else:
            for kind, other in self._leaf(node) if isinstance(node, Comparison) else self._quantifier(node):
                yield kind, becomes(f"`{written(node)}`", f"`{written(other)}`"), other
        for part, put in below(node):
            for kind, what, changed in self.of(part):
                whole = put(changed)
                if whole is not None:
                    yield kind, what, whole

    def within(self, node: All) -> Iterator[tuple[str, Texts, All]]:
        """Yield each change of a list of conditions that leaves it one."""
        for kind, what, changed in self.of(node):
            yield kind, what, changed if isinstance(changed, All) else All((changed,), node.place)

    def _several(self, node: All | Any) -> Iterator[Mutation]:
        if len(node.children) < 2:
            return
        for place, child in enumerate(node.children):
            rest = node.children[:place] + node.children[place + 1 :]
            yield "condition left out", left_out(f"`{written(child)}`"), replace(node, children=rest)
        shown = "; ".join(map(written, node.children))
        before, after = ("all", "any") if isinstance(node, All) else ("any", "all")
        what = {"en": f"{after} in place of {before} of `{shown}`", "ja": f"`{shown}` の {before} を {after} に"}
        yield "all/any", what, (Any if isinstance(node, All) else All)(node.children, node.place)

    def _leaf(self, node: Comparison) -> Iterator[tuple[str, Comparison]]:
        yield "negated", replace(node, operator=COMPLEMENTS[node.operator])
        definition = self.kb.vocabulary.definition(node.left.path)
        values = tuple(definition.values) if definition is not None else ()
        right = node.right
        if node.operator in _EDGE:
            yield "boundary", replace(node, operator=_EDGE[node.operator])
        if isinstance(right, float):
            whole = isinstance(definition, FactDefinition) and definition.type == "int"
            for step in (-1.0, 1.0) if whole else (-0.01, 0.01):
                yield "number", replace(node, right=right + step)
        yield from self._values(node, values)
        exact = isinstance(right, (Fact, Parameter, float)) or node.left.attribute == "id"
        if node.operator in _UNKNOWN and not exact:
            yield "unknown counts", replace(node, operator=_UNKNOWN[node.operator])
        if isinstance(definition, FactDefinition) and node.left.member is None and definition.type != "refs":
            alike = self._alike[_kind(definition)]
            other = alike[(alike.index(definition) + 1) % len(alike)]
            if other is not definition:
                yield "other fact", replace(node, left=replace(node.left, path=other.path, attribute=other.attribute))

    @staticmethod
    def _values(node: Comparison, values: tuple[str, ...]) -> Iterator[tuple[str, Comparison]]:
        right = node.right
        if isinstance(right, str) and node.operator in _SINGLE:
            for value in values:
                if value != right:
                    yield "value", replace(node, right=value)
        if isinstance(right, tuple):
            for one in right if len(right) > 1 else ():
                yield "value left out", replace(node, right=tuple(value for value in right if value != one))
            for value in values:
                if value not in right:
                    yield "value added", replace(node, right=(*right, value))

    def _quantifier(self, node: Quantifier) -> Iterator[tuple[str, Quantifier]]:
        if node.kind == "some":
            yield "quantifier", replace(node, kind="none")
            if node.where.children:
                yield "quantifier", replace(node, kind="every", where=All((), node.where.place), body=node.where)
        elif node.kind == "none":
            yield "quantifier", replace(node, kind="some")
        elif node.kind == "every":
            both = All((*node.where.children, *(node.body.children if node.body is not None else ())))
            yield "quantifier", replace(node, kind="some", where=both, body=None)
            yield "quantifier", replace(node, kind="none", where=both, body=None)
        else:
            yield from self._aggregates(node)
        if len(node.where.children) == 1:
            yield "condition left out", replace(node, where=All((), node.where.place))

    def _aggregates(self, node: Quantifier) -> Iterator[tuple[str, Quantifier]]:
        if node.operator is not None:
            yield "negated", replace(node, operator=COMPLEMENTS[node.operator])
            if node.operator in _EDGE:
                yield "boundary", replace(node, operator=_EDGE[node.operator])
        if isinstance(node.bound, float):
            for step in (-1.0, 1.0):
                yield "number", replace(node, bound=node.bound + step)
        if node.kind in ("min", "max"):
            yield "quantifier", replace(node, kind="max" if node.kind == "min" else "min")


def _kind(fact: FactDefinition) -> tuple[object, ...]:
    return fact.type, fact.source, tuple(fact.values), fact.path.rpartition(".")[0]


KB = TypeVar("KB", bound=KnowledgeBase)
_NEVER = Any(())
_KINDS = {
    "all/any": "all と any", "boundary": "境目", "cases swapped": "判定の順序", "cause left out": "原因の削除",
    "condition left out": "条件の削除", "derived value": "導かれる値", "due": "指摘する段階", "line left out": "行の削除",
    "lines swapped": "行の順序", "must-know": "判定に必要な事実", "must-know always": "必要とする条件の削除",
    "must-know left out": "判定に必要な事実の削除", "negated": "否定", "not left out": "not の削除", "number": "数値",
    "other fact": "別の事実", "parameter": "目安の値", "quantifier": "some・every・none", "replaces left out": "置き換えの削除",
    "rule left out": "規則の削除", "severity": "重要度", "severity left out": "重要度の場合分けの削除",
    "unknown counts": "未確認の扱い", "value": "値", "value added": "値の追加", "value left out": "値の削除",
}  # fmt: skip
"""Each kind of change in Japanese."""


class Mutant(Struct, frozen=True):
    """One change.

    Attributes:
        where: The code, derived fact or `$parameter` that is changed; `verdict` for the policy.
        kind: What is changed, as the machine form calls it.
        what: The change, as a rule file would have it.
        rule, derivation, parameter, policy: What is changed of these, after the change.
    """

    where: str
    kind: str
    what: Texts
    rule: Rule | None = None
    derivation: Derivation | None = None
    parameter: ParameterDefinition | None = None
    policy: VerdictPolicy | None = None

    def kind_in(self, language: str) -> str:
        """Return what is changed in a language."""
        return self.kind if language == "en" else "：".join(_KINDS[one] for one in self.kind.split(": "))

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


def mutants(kb: KnowledgeBase, only: Collection[str] | None = None) -> Iterator[Mutant]:
    """Yield every change of a rule base, or of some codes, derived facts and `$parameters` only; `verdict` is the policy."""
    changes = Changes(kb)
    for rule in kb.rules:
        if only is None or rule.code in only:
            for kind, what, changed in _of_rule(rule, changes, kb):
                yield Mutant(rule.code, kind, what, rule=changed)
    for derivation in kb.derivations:
        if only is None or derivation.concept in only:
            yield from _of_derivation(derivation, changes, kb)
    for name, parameter in kb.parameters_used.items():
        if only is None or f"${name}" in only:
            for what, value in _values(parameter):
                yield Mutant(f"${name}", "parameter", what, parameter=replace(parameter, value=value))
    if only is None or "verdict" in only:
        yield from _of_policy(kb.verdict, changes)


def _of_rule(rule: Rule, changes: Changes, kb: KnowledgeBase) -> Iterator[tuple[str, Texts, Rule]]:
    for kind, what, when in changes.within(rule.when):
        yield kind, what, replace(rule, when=when)
    never = {"en": "never holds", "ja": "決して成り立たない"}
    yield "rule left out", never, replace(rule, when=replace(rule.when, children=(_NEVER,)))
    yield from _severities(rule, changes)
    for code in rule.replaces:
        told = {"en": f"does not replace {code}", "ja": f"{code} を置き換えない"}
        yield "replaces left out", told, replace(rule, replaces=tuple(one for one in rule.replaces if one != code))
    for code in rule.causes:
        told = {"en": f"is not told as following from {code}", "ja": f"{code} から生じるものと示さない"}
        yield "cause left out", told, replace(rule, causes=tuple(one for one in rule.causes if one != code))
    for due in _dues(rule, kb):
        en, ja = ([one.phase if one is not None else word for one in (due, rule.due)] for word in ("always", "最初"))
        told = {"en": f"due {en[0]} in place of {en[1]}", "ja": f"指摘するのは {ja[1]} からではなく {ja[0]} から"}
        yield "due", told, replace(rule, due=due)


def _severities(rule: Rule, changes: Changes) -> Iterator[tuple[str, Texts, Rule]]:
    cases = rule.severities
    for place, case in enumerate(cases):
        at = SEVERITIES.index(case.severity)
        for severity in SEVERITIES[max(at - 1, 0) : at + 2] if rule.kind == "finding" else ():
            if severity != case.severity:
                changed = (*cases[:place], replace(case, severity=severity), *cases[place + 1 :])
                yield "severity", in_place(severity, case.severity), replace(rule, severities=changed)
        if case.when is not None:
            left = cases[:place] + cases[place + 1 :]
            yield "severity left out", left_out(case.severity), replace(rule, severities=left)
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

    def made(kind: str, what: Texts, place: int, *changed: object) -> Mutant:
        found = replace(derivation, lines=(*lines[:place], *changed, *lines[place + len(changed) :]))
        return Mutant(derivation.concept, kind, what, derivation=found)

    for place, line in enumerate(lines):
        for kind, what, when in changes.within(line.when):
            yield made(kind, _of(line.value, what), place, replace(line, when=when))
        for value in values:
            if value != line.value:
                yield made("derived value", in_place(value, line.value), place, replace(line, value=value))
        never = replace(line, when=replace(line.when, children=(_NEVER,)), members=None)
        told = {"en": f"never {line.value} by line {place + 1}", "ja": f"{place + 1}行目では {line.value} にならない"}
        yield made("line left out", told, place, never)
        if place:
            before = lines[place - 1]
            yield made("lines swapped", _before(line.value, before.value), place - 1, line, before)


def _values(parameter: ParameterDefinition) -> Iterator[tuple[Texts, tuple[str | int | float, ...] | float]]:
    value = parameter.value
    if isinstance(value, tuple):
        for place, one in enumerate(value):
            if isinstance(one, (int, float)):
                for step in (-1, 1):
                    yield becomes(f"{one:g}", f"{one + step:g}"), (*value[:place], one + step, *value[place + 1 :])
            elif len(value) > 1:
                yield left_out(one), (*value[:place], *value[place + 1 :])
        return
    step_ = 1.0 if value == int(value) and value > 1 else 0.01
    for change in (-step_, step_):
        yield becomes(f"{value:g}", f"{value + change:g}"), value + change


def _of(part: str, what: Texts) -> Texts:
    return {language: f"{part}: {text}" for language, text in what.items()}


def _before(one: str, other: str) -> Texts:
    return {"en": f"{one} before {other}", "ja": f"{other} の前に {one}"}


def _of_policy(policy: VerdictPolicy, changes: Changes) -> Iterator[Mutant]:
    def made(kind: str, what: Texts, place: int, *changed: MustKnow) -> Mutant:
        known = (*policy.must_know[:place], *changed, *policy.must_know[place + 1 :])
        return Mutant("verdict", kind, what, policy=replace(policy, must_know=known))

    for place, must in enumerate(policy.must_know):
        fact = dict.fromkeys(LANGUAGES, must.fact)
        yield made("must-know left out", fact, place)
        if must.when is not None:
            yield made("must-know always", fact, place, replace(must, when=None))
            for kind, what, when in changes.within(must.when):
                yield made(f"must-know: {kind}", _of(must.fact, what), place, replace(must, when=when))
    for place in range(1, len(policy.cases)):
        one, other = policy.cases[place - 1 : place + 1]
        cases = (*policy.cases[: place - 1], other, one, *policy.cases[place + 1 :])
        swapped = _before(other.verdict, one.verdict)
        yield Mutant("verdict", "cases swapped", swapped, policy=replace(policy, cases=cases))
