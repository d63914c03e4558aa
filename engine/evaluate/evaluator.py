"""The reference interpreter: runs compiled derivations and rules over one project's working memory.

Small and plain on purpose: what it concludes is what the rule language means. Explanations, questions and what-if
are built on its compiled conditions.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from functools import cached_property

from msgspec import Struct

from ..knowledge.model import Derivation, Grade, KnowledgeBase, Loop, Rule
from ..language.tree import read_in
from ..language.truth import Truth
from ..project.memory import Conclusions, Derived, Element, Key, WorkingMemory, derive
from .comparisons import Bindings
from .conditions import Compiled, Shared, compile_condition
from .dependencies import Dependencies, Reads
from .ties import Ties


class CompiledRule(Struct, frozen=True):
    """A rule with its compiled conditions; `severities` has None where a severity needs no condition."""

    rule: Rule
    when: Compiled
    severities: tuple[tuple[Grade, Compiled | None], ...]

    @property
    def loop(self) -> Loop | None:
        """What it runs over."""
        return self.rule.loop

    @property
    def conditions(self) -> tuple[Compiled, ...]:
        """All of its conditions."""
        return (self.when, *[one for _, one in self.severities if one is not None])


class CompiledDerivation(Struct, frozen=True):
    """A derivation with its compiled lines."""

    derivation: Derivation
    attribute: str
    lines: tuple[tuple[str, Compiled], ...]

    @property
    def loop(self) -> Loop | None:
        """What it runs over."""
        return self.derivation.loop

    @property
    def conditions(self) -> tuple[Compiled, ...]:
        """All of its conditions."""
        return tuple([line for _, line in self.lines])


class Reached(Struct, frozen=True):
    """What some facts can reach, in the order of running, with what it reads."""

    derivations: tuple[tuple[CompiledDerivation, Reads], ...]
    rules: tuple[tuple[CompiledRule, Reads], ...]


class Evaluator:
    """Evaluates a knowledge base. What one run concludes never depends on another; threads may share an evaluator.

    Its closures define what everything means. Many projects get the same conclusions in columns (`engine.columnar`).
    """

    def __init__(self, kb: KnowledgeBase, *, strict: bool = False, like: Evaluator | None = None) -> None:
        """Compile all rules and derivations of the knowledge base.

        Args:
            kb: The knowledge base.
            strict: Conclude only what no completion of the unknown facts can change: nothing provisional counts.
            like: An evaluator of the same knowledge base, or of one that differs in a rule; what strictness does not touch
                is taken from it, and all that did not change where it is as strict.
        """
        self.kb = kb
        self.strict = strict
        shared: Shared = {}
        if like is not None:
            alike = like.strict == strict
            shared = {key: compiled for key, compiled in like._shared.items() if alike or not compiled.lenient}
        self._shared: Shared = shared
        known = {} if like is None else like.by_code
        self.rules = tuple([self._compiled(rule, known.get(rule.code)) for rule in kb.rules])
        self.derivations = tuple(
            CompiledDerivation(
                derivation,
                kb.vocabulary.concepts[derivation.concept].attribute,
                tuple((line.value, compile_condition(line.when, kb, strict, shared)) for line in derivation.lines),
            )
            for derivation in kb.derivations
        )
        loops = [one.derivation.loop for one in self.derivations]
        self._written = frozenset([loop.source for loop in loops if loop is not None])
        self.by_code: dict[str, CompiledRule] = {one.rule.code: one for one in self.rules}
        self.by_concept = {compiled.derivation.concept: compiled for compiled in self.derivations}
        self._reached: dict[frozenset[str], Reached] = {}
        self._parts: dict[frozenset[str], Evaluator] = {}
        self._ties: dict[int, Ties] = {}

    def _compiled(self, rule: Rule, known: CompiledRule | None) -> CompiledRule:
        """Compile a rule, or take it as another evaluator knows it where nothing of it is compiled differently here."""
        kb, strict, shared = self.kb, self.strict, self._shared
        if (
            known is not None
            and known.rule is rule
            and all(shared.get(id(one.node)) is one for one in known.conditions)
        ):
            return known
        return CompiledRule(
            rule,
            compile_condition(rule.when, kb, strict, shared),
            tuple(
                (case.grade, None if case.when is None else compile_condition(case.when, kb, strict, shared))
                for case in rule.grades
            ),
        )

    @cached_property
    def dependencies(self) -> Dependencies:
        """What depends on which fact."""
        return Dependencies(self.kb)

    def ties(self, compiled: CompiledRule | CompiledDerivation) -> Ties:
        """Return what a rule or derivation that runs over a list reads through joins; found out once."""
        found = self._ties.get(id(compiled))
        if found is None:
            assert compiled.loop is not None
            found = self._ties[id(compiled)] = Ties(compiled.conditions, compiled.loop)
        return found

    def reached(self, facts: frozenset[str]) -> Reached:
        """Return what some facts can reach; kept for single ones, because what-if tries one after the other."""
        found = self._reached.get(facts)
        if found is None:
            index = self.dependencies
            concepts = {concept for fact in facts for concept in index.reached(fact)[0]}
            codes = {code for fact in facts for code in index.reached(fact)[1]}
            found = Reached(
                tuple([(one, index.of_concept[name]) for name, one in self.by_concept.items() if name in concepts]),
                tuple([(one, index.of_rule[code]) for code, one in self.by_code.items() if code in codes]),
            )
            if len(facts) == 1:
                self._reached[facts] = found
        return found

    def run(self, memory: WorkingMemory) -> Conclusions:
        """Conclude what can be concluded about a project; the memory is not modified."""
        return self.run_in(memory)[0]

    def run_in(self, memory: WorkingMemory) -> tuple[Conclusions, WorkingMemory]:
        """Conclude as `run` does, and return besides it the working memory with the derived facts in it."""
        memory = _copy(memory, self._written)
        found = Conclusions()
        for derivation in self.derivations:
            self._derive(derivation, memory, found)
        for compiled in self.rules:
            self._apply(compiled, memory, found)
        memory.again = {}
        return found, memory

    def of(self, codes: Iterable[str]) -> Evaluator:
        """Return an evaluator of some rules only, and of what is derived for them, for questions and for what the verdict must know.

        What depends on which fact (`dependencies`) it tells of all rules.
        """
        wanted = frozenset(codes)
        found = self._parts.get(wanted)
        if found is None:
            found = copy(self)
            found.rules = tuple([one for one in self.rules if one.rule.code in wanted])
            found.derivations = self._derived_for(found.rules)
            found.by_code = {one.rule.code: one for one in found.rules}
            found.by_concept = {one.derivation.concept: one for one in found.derivations}
            found.dependencies = self.dependencies
            found._reached, found._parts = {}, {}
            self._parts[wanted] = found
        return found

    def _derived_for(self, rules: Iterable[CompiledRule]) -> tuple[CompiledDerivation, ...]:
        conditions = [one for part in rules for one in part.rule.judged_by]
        conditions += [must.when for must in self.kb.verdict.must_know if must.when is not None]
        wanted = read_in(conditions) | {gate.fact for gate in self.kb.plan.gates.values()}
        found = []
        for compiled in reversed(self.derivations):
            if compiled.derivation.concept in wanted:
                found.append(compiled)
                wanted |= read_in(line.when for line in compiled.derivation.lines)
        return tuple(reversed(found))

    def _derive(self, compiled: CompiledDerivation, memory: WorkingMemory, found: Conclusions) -> None:
        concept, loop = compiled.derivation.concept, compiled.derivation.loop
        if loop is None:
            memory.project[concept] = found.derived[concept, None] = self._state(compiled, memory, {})
            return
        for element in memory.elements.get(loop.source, ()):
            state = self._state(compiled, memory, {loop.variable: element})
            element[compiled.attribute] = found.derived[concept, _id(element)] = state

    def _state(self, compiled: CompiledDerivation, memory: WorkingMemory, bound: Bindings) -> Derived:
        return derive(((value, line.truth(memory, bound)) for value, line in compiled.lines), self.strict)

    def alone(self, code: str, memory: WorkingMemory) -> Conclusions:
        """Return what one rule concludes in a working memory with the derived facts in it."""
        found = Conclusions()
        self._apply(self.by_code[code], memory, found)
        return found

    def _apply(self, compiled: CompiledRule, memory: WorkingMemory, found: Conclusions) -> None:
        code, loop, holds = compiled.rule.code, compiled.rule.loop, compiled.when.truth
        if loop is None:
            truth = found.outcomes[code, None] = holds(memory, {})
            if truth is True or self.strict:
                self.weigh(compiled, memory, {}, (code, None), truth, found)
            return
        elements, outcomes, variable, strict = (
            memory.elements.get(loop.source),
            found.outcomes,
            loop.variable,
            self.strict,
        )
        if elements is None:
            outcomes[code, None] = None
            return
        for element in elements:
            bound, key = {variable: element}, (code, _id(element))
            truth = outcomes[key] = holds(memory, bound)
            if truth is True or strict:
                self.weigh(compiled, memory, bound, key, truth, found)

    def weigh(
        self,
        compiled: CompiledRule,
        memory: WorkingMemory,
        bound: Bindings,
        key: Key,
        truth: Truth,
        found: Conclusions,
    ) -> None:
        """Conclude the severity of a finding; in a strict run, every one that it could have."""
        if truth is True:
            found.severities[key] = severity(compiled, memory, bound)
        if self.strict and truth is not False:
            found.possible[key] = frozenset(possible_severities(compiled, memory, bound))


def severity(compiled: CompiledRule, memory: WorkingMemory, bound: Bindings) -> Grade:
    """Return the first severity whose condition is certain."""
    for found, condition in compiled.severities:
        if condition is None or condition.truth(memory, bound) is True:
            return found
    return compiled.severities[-1][0]


def possible_severities(compiled: CompiledRule, memory: WorkingMemory, bound: Bindings) -> list[Grade]:
    """Return the severities that are not ruled out: up to the first whose condition is certain."""
    found: list[Grade] = []
    for candidate, condition in compiled.severities:
        truth = True if condition is None else condition.truth(memory, bound)
        if truth is not False:
            found.append(candidate)
        if truth is True:
            break
    return found


def _copy(memory: WorkingMemory, written: Iterable[str]) -> WorkingMemory:
    """Return a memory that facts can be added to: to the project, and to the elements of the lists that are written to."""
    copied = {path: [dict(one) for one in memory.elements[path]] for path in written if path in memory.elements}
    return WorkingMemory(dict(memory.project), {**memory.elements, **copied}, memory.closed, memory.indexes)


def _id(element: Element) -> str:
    return str(element["id"])
