"""The changes of a rule base against its scenarios: how many are noticed, and what becomes of each that is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from ..assess.verdict import missing_facts, undecided_demands
from ..compiled import CompiledKnowledgeBase
from ..evaluate import Evaluator
from ..evaluate.conditions import bindings
from ..knowledge.model import Derivation, KnowledgeBase, Rule
from ..language.completeness import completeness
from ..language.tree import Condition, Parameter, Quantifier, walk
from ..project.memory import Conclusions, WorkingMemory, derive
from ..scenarios.gherkin import read_features
from ..scenarios.home import Home
from ..verify.difference import edits
from .cases import ChangedHome, Prepared, fails, prepared
from .mutants import Mutant, mutants
from .survivors import Judge, Survivor


class ChangeReach(Struct, frozen=True):
    """What a change can touch: rules, derived facts, and the facts that may be asked otherwise.

    Attributes:
        counts: Whether it can touch a verdict.
    """

    codes: frozenset[str]
    concepts: frozenset[str]
    facts: frozenset[str]
    counts: bool


class MutationTrial:
    """The cases of a rule base, which are held against changes of it."""

    def __init__(self, home: Home, cases: Sequence[Prepared]) -> None:
        self.home, self.kb, self.cases = home, home.kb, cases
        self._held: dict[int, bool] = {}
        self._of_rule = {rule.code: self._cone(rule.judged_by) for rule in self.kb.rules}
        self._of_concept = {one.concept: self._cone(one.conditions) for one in self.kb.derivations}

    def notices(self, mutant: Mutant) -> bool:
        """Tell whether a case does not hold after a change."""
        reach = self.reach(mutant)
        home = ChangedHome(self.home, mutant)
        for case in self._spoken(reach):
            expected = [
                one for one in case.expected if one.what not in ("asked", "not asked") or one.name in reach.facts
            ]
            if self._differs(case, home, reach) and fails(case, home, expected) and self._holds(case):
                return True
        return False

    def _holds(self, case: Prepared) -> bool:
        """Tell whether a case holds without a change: one that does not notices nothing."""
        if id(case) not in self._held:
            self._held[id(case)] = not fails(case, self.home, case.expected)
        return self._held[id(case)]

    def reach(self, mutant: Mutant) -> ChangeReach:
        """Return what a change can touch."""
        kb = self.kb
        codes: set[str] = set()
        concepts: set[str] = set()
        facts: set[str] = set()
        if mutant.rule is not None:
            codes, facts = {mutant.where}, self._cone(mutant.rule.judged_by) | self._of_rule[mutant.where]
            facts |= {name for code in kb.rule(mutant.where).replaces for name in self._of_rule[code]}
        elif mutant.derivation is not None:
            concepts = {mutant.where}
            facts = self._cone(mutant.derivation.conditions) | self._of_concept[mutant.where]
        elif mutant.parameter is not None:
            name = mutant.parameter.name
            concepts = {one.concept for one in kb.derivations if _uses(name, one.conditions, one)}
            codes = {rule.code for rule in kb.rules if _uses(name, rule.judged_by, rule)}
            facts = {*kb.vocabulary.facts, *kb.vocabulary.lists}
        else:
            facts = {*kb.vocabulary.facts, *kb.vocabulary.lists}
        concepts |= {one for one, names in self._of_concept.items() if names & concepts}
        codes |= {code for code, names in self._of_rule.items() if names & concepts}
        codes |= {rule.code for rule in kb.rules if codes & {*rule.causes, *rule.replaces}}
        codes |= {other for code in codes for other in kb.rule(code).replaces}
        kinds = {kb.rule(code).kind for code in codes} | ({mutant.rule.kind} if mutant.rule is not None else set())
        return ChangeReach(
            frozenset(codes), frozenset(concepts), frozenset(facts), "finding" in kinds or mutant.policy is not None
        )

    def _spoken(self, reach: ChangeReach) -> list[Prepared]:
        """Return the cases with a sentence about what a change can touch, those that name it first."""
        found: list[tuple[bool, int, Prepared]] = []
        for case in self.cases:
            direct = bool(case.codes & reach.codes or case.concepts & reach.concepts)
            if direct or case.asked & reach.facts or (case.verdict and reach.counts):
                found.append((not direct, len(found), case))
        return [case for _, _, case in sorted(found, key=lambda one: one[:2])]

    def _differs(self, case: Prepared, home: ChangedHome, reach: ChangeReach) -> bool:
        """Tell whether a change may be noticed in a case's project."""
        mutant, kb = home.mutant, home.with_parameters(case.scene.parameters)
        if mutant.rule is not None:
            return self._rule_differs(case, mutant.rule, kb, reach)
        if mutant.derivation is not None:
            return self._derivation_differs(case, mutant.derivation, kb, reach)
        if mutant.policy is not None:
            memory = case.lenient[1]
            demands = [
                (missing_facts(one, memory), len(undecided_demands(one, memory)), one.verdict.cases)
                for one in (kb, case.scene.kb)
            ]
            return demands[0] != demands[1]
        if kb.vocabulary is not case.scene.kb.vocabulary:
            return True
        memory = case.project.memory
        return bool(case.asked) or any(
            evaluator.run_in(memory)[0] != before
            for evaluator, before in ((kb.evaluator, case.lenient[0]), (kb.strict, case.strict[0]))
        )

    def _rule_differs(self, case: Prepared, rule: Rule, kb: CompiledKnowledgeBase, reach: ChangeReach) -> bool:
        old = self.kb.rule(rule.code)
        truths = {
            truth
            for found, _ in (case.lenient, case.strict)
            for (code, _), truth in found.outcomes.items()
            if code == rule.code
        }
        if case.asked & reach.facts and (None in truths or len(rule.severities) > 1):
            return True
        if old.when is rule.when and old.severities is rule.severities and old.due == rule.due:
            return truths != {False}
        if any(one.what == "rests" and one.name == rule.code for one in case.expected):
            return True
        return _concludes(case.lenient, rule.code, kb.evaluator) or _concludes(case.strict, rule.code, kb.strict)

    def _derivation_differs(
        self, case: Prepared, new: Derivation, kb: CompiledKnowledgeBase, reach: ChangeReach
    ) -> bool:
        if any(one.what == "rests" and one.name in reach.codes for one in case.expected):
            return True
        asked = bool(case.asked & reach.facts)
        for (before, memory), evaluator in ((case.lenient, kb.evaluator), (case.strict, kb.strict)):
            compiled = evaluator.by_concept[new.concept]
            for bound, name in bindings(new.loop, memory):
                lines = ((value, line.truth(memory, bound)) for value, line in compiled.lines)
                state = derive(lines, evaluator.strict)
                if state != before.derived[new.concept, name] or (asked and (state.value is None or state.open)):
                    return True
        return False

    def _cone(self, conditions: Iterable[Condition]) -> set[str]:
        """Return the facts that conditions read, through derived facts, too, with what says that nothing is missing."""
        facts, found = self.kb.vocabulary.facts, self.kb.behind(conditions)
        for name in [name for name in found if name in facts]:
            target = facts[name].target
            found |= {completeness(name)} if target is None else {target, completeness(target)}
        return found


def _concludes(run: tuple[Conclusions, WorkingMemory], code: str, evaluator: Evaluator) -> bool:
    """Tell whether something else is concluded of a rule than before."""
    before, memory = run
    return before.of((code,)) != replace(evaluator.alone(code, memory), derived=before.derived)


def _uses(name: str, conditions: Iterable[Condition], one: Rule | Derivation) -> bool:
    looped = one.loop is not None and one.loop.source == f"${name}"
    return looped or any(
        (isinstance(right, Parameter) and right.name == name)
        or (isinstance(node, Quantifier) and node.source == f"${name}")
        for condition in conditions
        for node in walk(condition)
        for right in (getattr(node, "right", None), getattr(node, "bound", None))
    )


class Score(Struct, frozen=True):
    """How many changes the scenarios notice.

    Attributes:
        survivors: Those that no case notices, and what becomes of them.
        unread: The cases that say nothing, since their sentences cannot be meant.
    """

    total: int
    of_kind: Mapping[str, int]
    survivors: tuple[Survivor, ...]
    cases: int
    unread: int

    @property
    def equal(self) -> int:
        """How many are proved to change nothing that is concluded."""
        return sum(one.fate == "equal" for one in self.survivors)

    @property
    def killed(self) -> int:
        """How many are noticed."""
        return self.total - len(self.survivors)

    @property
    def percent(self) -> float:
        """The share of the changes not proved equal that is noticed, from 0 to 100; 100 where there are none."""
        counted = self.total - self.equal
        return 100.0 if not counted else 100 * self.killed / counted


def edited(old: KnowledgeBase, new: KnowledgeBase) -> list[str]:
    """Return what `only` of `score` names of a rule base: all that does not mean what it meant in an older one."""
    told = {"rule": "{}", "derivation": "{}", "parameter": "${}", "verdict": "verdict"}
    found = [one for one in edits(old, new) if one.part in told and one.how in ("added", "changed")]
    return [told[one.part].format(one.name) for one in found]


def score(
    home: Home,
    only: Collection[str] | None = None,
    *,
    elements: int = 3,
    seconds: float = 5.0,
    sample: int | None = None,
) -> Score:
    """Change a rule base in one place after the other, and run the cases that could notice.

    Args:
        home: The rule base with its scenarios.
        only: The codes, derived facts and `$parameters` that are changed, `verdict` for the policy; None for all.
        elements: The most elements of each list for a proof that a change is none.
        seconds: The most time for one question.
        sample: How many changes are made, taken at random, always the same ones; None for all.

    Raises:
        ProblemsError: A feature file, the sentences or the exemplary project cannot be read.
    """
    cases = list(prepared(home))
    every = sum(len(one.cases) for feature in read_features(home.features) for one in feature.scenarios)
    trial = MutationTrial(home, cases)
    made: list[Mutant] = list(mutants(home.kb, only))
    if sample is not None and sample < len(made):
        made = Random(sample).sample(made, sample)  # noqa: S311
    unnoticed = [mutant for mutant in made if not trial.notices(mutant)]
    judge = Judge(home, elements, seconds) if unnoticed else None
    survivors = tuple(judge.judge(mutant) for mutant in unnoticed) if judge is not None else ()
    return Score(len(made), Counter(mutant.kind for mutant in made), survivors, len(cases), every - len(cases))
