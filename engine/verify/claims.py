"""What is asked about every possible project of a rule base, and what became of each question.

A claim that something can happen is proved by a project, and refuted when no project up to the bound does it; a claim that
something never happens is refuted by a project.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import permutations
from pathlib import Path

from msgspec.structs import replace

from ..compiled import CompiledKnowledgeBase
from ..knowledge import kept
from ..knowledge.model import Grade, Rule, Verdict, severity_of
from ..language.leaf import written
from ..problems.problem import Place
from ..project.memory import Conclusions
from ..project.project import read_project
from .asking import MOST_ELEMENTS, OPPOSITE, Answer, Asking, Document, Seen, Settled
from .circuit import FALSE, TRUE
from .leaves import leaf_claims
from .own import declared, own_claims
from .solver import Solved
from .values import value_claims


def proved(kb: CompiledKnowledgeBase, elements: int, seconds: float) -> list[Answer]:
    """Return what became of every claim; nothing is asked again that was settled before and rests on the same.

    Raises:
        ProblemsError: The folder `claims` of the rule base is not as it should be.
    """
    key = f"{Path(kb.folder).resolve()} {elements}"
    prover = Prover(kb, elements, seconds, kept.read("proofs", key, Solved))
    answers = list(prover.answers())
    kept.write("proofs", key, prover.solving.now)
    return answers


class Prover(Asking):
    """All questions about one rule base."""

    def __init__(
        self,
        kb: CompiledKnowledgeBase,
        elements: int = MOST_ELEMENTS,
        seconds: float = 5.0,
        before: Solved | None = None,
    ) -> None:
        """Take the rule base; `Asking` says what the others are.

        Raises:
            ProblemsError: The folder `claims` of the rule base is not as it should be.
        """
        super().__init__(kb, elements, seconds, before)
        self.declared = declared(kb)

    def answers(self) -> Iterator[Answer]:
        """Yield what became of every claim, rule by rule; one that need not hold has the reason."""
        settled: dict[tuple[str, ...], Settled] = {}
        excepted = {(one.claim, *one.about): one for one in self.declared.exceptions}
        kb = self.kb
        places: dict[str, Place | None] = {
            **{rule.code: rule.place for rule in kb.rules},
            **{one.concept: one.place for one in kb.derivations},
            **{path: fact.place for path, fact in kb.vocabulary.facts.items()},
            **{case.verdict: Place(f"{kb.folder}/verdict.yaml", 1, 1) for case in kb.verdict.cases},
        }
        for answer in self._standard():
            key = (answer.claim, *answer.about)
            if key in excepted:
                settled[key] = answer.outcome
            reason = excepted[key].reason if answer.outcome == "refuted" and key in excepted else None
            yield replace(answer, reason=reason, place=answer.place or places.get(answer.about[0]))
        for key, one in excepted.items():
            yield Answer("exception_needed", key, OPPOSITE[settled.get(key, "proved")], place=one.place)

    def _standard(self) -> Iterator[Answer]:
        for rule in self.kb.rules:
            yield from self._occurs(rule)
        for path in self.kb.vocabulary.concepts:
            yield from self._values(path)
        yield from leaf_claims(self)
        yield from self._implied()
        yield from verdict_claims(self)
        yield from value_claims(self)
        yield from own_claims(self, self.declared.claims)

    def _occurs(self, rule: Rule) -> Iterator[Answer]:
        code = rule.code
        keys = self.keys(code)
        holds = self.c.any(self.facts.outcomes[key][0] for key in keys)
        answer = self.can("rule_occurs", (code,), holds, partial(_holds, code=code))
        if answer.outcome == "refuted":
            env, _, here = next(iter(self.facts.each(rule.loop)), ({}, None, FALSE))
            parts = {written(part): self.facts.condition(part, env)[0] for part in rule.when.children}
            yield replace(answer, because=self.clashing(parts, here))
            return
        yield answer
        rivals = self.kb.silencers.get(code, ())
        if rivals:
            seen = self.c.any(self.facts.visible[key] for key in keys)
            found = self.can("rule_seen", (code,), seen, partial(_holds, code=code))
            yield self._shown(found, answer.project, tuple(winner.code for winner in rivals))
        for other in rule.replaces:
            yield self._replaces(rule, other)
        severities = dict.fromkeys(case.severity for case in rule.severities)
        for severity in severities if len(severities) > 1 else ():
            grades = [case.grade for case in rule.grades if severity_of(case.grade) == severity]
            graded = self.c.any(
                self.c.all((self.facts.outcomes[key][0], self.facts.severity[key][grade]))
                for key in keys
                for grade in grades
            )
            found = self.can("severity_occurs", (code, severity), graded, _graded(code, grades))
            yield self._shown(found, answer.project)

    def _replaces(self, rule: Rule, other: str) -> Answer:
        """Claim that a rule can hold where one that it replaces may hold, too, or is still asked about."""
        outcomes = self.facts.outcomes
        both = self.c.any(
            self.c.all((outcomes[winner][0], self.here(key[1]), -outcomes[key][1]))
            for key in self.keys(other)
            for winner in self.facts.rivals(*key)
            if winner[0] == rule.code
        )

        def seen(found: Conclusions) -> bool:
            held = {subject for (code, subject), truth in found.outcomes.items() if code == rule.code and truth is True}
            return any(
                code == other and truth is not False and (None in held or subject in held)
                for (code, subject), truth in found.outcomes.items()
            )

        return self.can("replaces_decides", (rule.code, other), both, seen)

    def _shown(self, answer: Answer, project: Document | None, because: tuple[str, ...] = ()) -> Answer:
        """Return an answer; where nothing shows what is claimed, with a project of the rule and why it does not."""
        return replace(answer, project=project, because=because) if answer.outcome == "refuted" else answer

    def _values(self, path: str) -> Iterator[Answer]:
        for value in self.kb.vocabulary.concepts[path].values:
            has = self.c.any(
                self.c.all((self.here(key[1]), state.has.get(value, FALSE)))
                for key, state in self.facts.derived.items()
                if key[0] == path
            )
            answer = self.can("value_occurs", (path, value), has, _valued(path, value))
            yield replace(answer, because=self._never_derived(path, value)) if answer.outcome == "refuted" else answer

    def _never_derived(self, path: str, value: str) -> tuple[str, ...]:
        """Return the conditions of a line of a derived fact that no project meets where no earlier line holds."""
        derivation = next((one for one in self.kb.derivations if one.concept == path), None)
        lines = [line.value for line in derivation.lines] if derivation is not None else []
        if derivation is None or lines.count(value) != 1:
            return ()
        env, subject, here = next(iter(self.facts.each(derivation.loop)), ({}, None, FALSE))
        state, line = self.facts.derived[path, subject], derivation.lines[lines.index(value)]
        parts = {written(part): self.facts.condition(part, env)[0] for part in line.when.children}
        earlier = dict.fromkeys(lines[: lines.index(value)])
        return self.clashing(parts | {f"{path} is not {one}": -state.has[one] for one in earlier}, here)

    def _implied(self) -> Iterator[Answer]:
        """Ask of every two rules of one kind about the same subject; projects that were shown by now spare most questions."""
        known = [_holding(found) for several in self.shown.values() for found in several]
        alive = [rule for rule in self.kb.rules if rule.code in self.shown]
        for rule, other in permutations(alive, 2):
            if (
                rule.kind != other.kind
                or _source(rule) != _source(other)
                or other.code in rule.replaces
                or rule.code in other.replaces
            ):
                continue
            if other.code in rule.causes or rule.code in other.causes:
                continue
            pairs = [((rule.code, key[1]), (other.code, key[1])) for key in self.keys(rule.code)]
            if any(found.get(rule.code, _NONE) - found.get(other.code, _NONE) for found in known):
                yield Answer("not_implied", (rule.code, other.code), "proved")
                continue
            alone = self.c.any(
                self.c.all((self.facts.outcomes[one][0], -self.facts.outcomes[two][0])) for one, two in pairs
            )
            answer = self.can(
                "not_implied",
                (rule.code, other.code),
                alone,
                partial(_parts, code=rule.code, other=other.code),
            )
            if answer.outcome == "refuted":
                both = self.c.any(self.facts.outcomes[one][0] for one, _ in pairs)
                shown = self.can("rule_occurs", (), both, partial(_holds, code=other.code))
                answer = Answer(answer.claim, answer.about, "refuted", shown.project)
            elif answer.outcome == "proved":
                known += map(_holding, self.shown[rule.code][-1:])
            yield answer


def _source(rule: Rule) -> str | None:
    return rule.loop.source if rule.loop is not None else None


def _holds(found: Conclusions, code: str) -> bool:
    return any(truth is True for key, truth in found.outcomes.items() if key[0] == code)


_NONE: frozenset[str | None] = frozenset()


def _holding(found: Conclusions) -> dict[str, set[str | None]]:
    """Return of which subjects each rule holds."""
    holding: dict[str, set[str | None]] = {}
    for (code, subject), truth in found.outcomes.items():
        if truth is True:
            holding.setdefault(code, set()).add(subject)
    return holding


def _parts(found: Conclusions, code: str, other: str) -> bool:
    """Tell whether the first rule holds of a subject of which the second one does not."""
    holding = _holding(found)
    return bool(holding.get(code, _NONE) - holding.get(other, _NONE))


def _graded(code: str, grades: Collection[Grade]) -> Seen:
    return lambda found: any(key[0] == code and grade in grades for key, grade in found.severities.items())


def _valued(path: str, value: str) -> Seen:
    return lambda found: any(key[0] == path and state.value == value for key, state in found.derived.items())


def verdict_claims(asking: Asking) -> Iterator[Answer]:
    """Yield what became of the claims about the verdict; none where the rules have no ladder of verdicts."""
    kb, c = asking.kb, asking.c
    if not kb.verdict.cases:
        return
    verdicts = dict.fromkeys(case.verdict for case in kb.verdict.cases)
    for verdict in verdicts:
        yield _verdict_occurs(asking, verdict)
    best = kb.verdict.cases[-1].verdict
    phase = asking.view.facts.get((kb.verdict.phase or "", None))
    for value, literal in phase.values.items() if phase is not None else ():
        yield _verdict_occurs(asking, best, str(value), literal)
    counting = [case.severity for case in kb.verdict.cases if case.severity is not None]
    found = c.any(
        c.all((asking.outcome(key), asking.facts.severity[key].get(severity, FALSE)))
        for key in asking.facts.outcomes
        if kb.rule(key[0]).kind == "finding"
        for severity in counting
    )

    def beside(document: Document) -> bool:
        graded = kb.evaluator.run(read_project(document, kb).memory).severities
        held = any(grade in counting and kb.rule(key[0]).kind == "finding" for key, grade in graded.items())
        return held and _given(asking, best)(document)

    yield asking.never("best_is_clean", (best,), c.all((asking.verdicts.verdict[best], found)), beside)


def _verdict_occurs(asking: Asking, verdict: Verdict, name: str | None = None, where: int = TRUE) -> Answer:
    """Claim that a verdict can be given, where a literal is true; first that a project shows it, then that a sure one does."""
    about = (verdict,) if name is None else (verdict, name)
    goal = asking.c.all((asking.verdicts.verdict[verdict], where))
    found = asking.can_in("verdict_occurs", about, goal, _given(asking, verdict))
    if found.outcome == "not_settled":
        sure = asking.c.all((goal, asking.verdicts.worst[verdict]))
        found = max(
            found,
            asking.can_in("verdict_occurs", about, sure, _given(asking, verdict)),
            key=lambda one: one.outcome == "proved",
        )
    return found


def _given(asking: Asking, verdict: str) -> Callable[[Document], bool]:
    """Return what tells whether a project is given a verdict."""
    return lambda document: asking.assessed(document).verdict == verdict
