"""What is asked about every possible project of a rule base, and what became of each question.

A claim that something can happen is proved by a project, and refuted when no project up to the bound does it. No project
is shown before the reference interpreter has concluded about it what the circuit says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import permutations
from typing import Any, Literal, TypeAlias, get_args

from msgspec import Struct
from msgspec.structs import replace

from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import Grade, Rule, Texts, severity_of
from ..project.memory import Conclusions
from ..project.project import read_project
from .circuit import FALSE, TRUE
from .declared import declared
from .outcomes import Key, Outcomes
from .search import is_bounded, least_model
from .space import Space, Subject
from .view import View
from .witness import document_of

Settled: TypeAlias = Literal["proved", "refuted", "not_settled"]
Claim: TypeAlias = Literal[
    "rule_occurs", "rule_seen", "severity_occurs", "value_occurs", "not_implied", "exception_needed"
]
Seen: TypeAlias = Callable[[Conclusions], bool]
"""Tells whether conclusions show what a project is an example of."""
_OF_EXCEPTION: dict[Settled, Settled] = {"proved": "refuted", "refuted": "proved", "not_settled": "not_settled"}
MOST_ELEMENTS = 3
"""Elements of each list, where nobody asks for more."""


class Answer(Struct, frozen=True):
    """What became of a claim.

    Attributes:
        claim: What is claimed: that a rule, a severity of it, or a value of a derived fact can occur, that a rule is not
            always replaced, that a rule does not imply another one on the same subject, or that an exception from a claim
            is needed.
        about: The rule or derived fact, and the severity, value or other rule.
        outcome: Whether it is proved, refuted for lists of up to so many elements, or not settled in time.
        project: The smallest project found that shows it: of a proved claim, that it is so; of a rule that implies
            another one, that both hold. None where no project can show anything.
        reason: Why a refuted claim need not hold, where the folder `claims` says so.
    """

    claim: Claim
    about: tuple[str, ...]
    outcome: Settled
    project: dict[str, Any] | None = None
    reason: Texts | None = None


class Unconfirmed(RuntimeError):
    """The interpreter concludes about a project what the circuit does not; a fault of this program."""


class Prover:
    """All questions about one rule base."""

    def __init__(self, kb: CompiledKnowledgeBase, elements: int = MOST_ELEMENTS, seconds: float = 5.0) -> None:
        """Take the rule base.

        Args:
            kb: The rule base.
            elements: The most elements of each list that are looked at.
            seconds: The most time for one question.

        Raises:
            ProblemsError: The folder `claims` of the rule base is not as it should be.
        """
        self.kb, self.elements, self.seconds = kb, elements, seconds
        self.space = Space((kb,), elements)
        self.view = View(self.space, kb)
        self.facts = Outcomes(self.view)
        self.c = self.space.c
        self.exceptions = declared(kb, get_args(Claim)).exceptions
        self._shown: dict[str, list[Conclusions]] = {}

    def answers(self) -> Iterator[Answer]:
        """Yield what became of every claim, rule by rule; one that need not hold has the reason."""
        settled: dict[tuple[str, ...], Settled] = {}
        reasons = {(one.claim, *one.about): one.reason for one in self.exceptions}
        for answer in self._standard():
            key = (answer.claim, *answer.about)
            if key in reasons:
                settled[key] = answer.outcome
            yield replace(answer, reason=reasons[key]) if answer.outcome == "refuted" and key in reasons else answer
        for key in reasons:
            outcome = settled.get(key, "proved")
            yield Answer("exception_needed", key, _OF_EXCEPTION[outcome])

    def _standard(self) -> Iterator[Answer]:
        for rule in self.kb.rules:
            yield from self._occurs(rule)
        for path in self.kb.vocabulary.concepts:
            yield from self._values(path)
        yield from self._implied()

    def _occurs(self, rule: Rule) -> Iterator[Answer]:
        code = rule.code
        keys = self._keys(code)
        holds = self.c.any(self.facts.outcomes[key][0] for key in keys)
        answer = self._can("rule_occurs", (code,), holds, partial(_holds, code=code))
        yield answer
        if answer.outcome == "refuted":
            return
        if any(code in winner.replaces for winner in self.kb.rules):
            seen = self.c.any(self.facts.visible[key] for key in keys)
            yield self._can("rule_seen", (code,), seen, partial(_holds, code=code))
        severities = dict.fromkeys(case.severity for case in rule.severities)
        for severity in severities if len(severities) > 1 else ():
            grades = [case.grade for case in rule.grades if severity_of(case.grade) == severity]
            graded = self.c.any(
                self.c.all((self.facts.outcomes[key][0], self.facts.severity[key][grade]))
                for key in keys
                for grade in grades
            )
            yield self._can("severity_occurs", (code, severity), graded, _graded(code, grades))

    def _values(self, path: str) -> Iterator[Answer]:
        for value in self.kb.vocabulary.concepts[path].values:
            has = self.c.any(
                self.c.all((self._here(key[1]), state.has.get(value, FALSE)))
                for key, state in self.facts.derived.items()
                if key[0] == path
            )
            yield self._can(
                "value_occurs",
                (path, value),
                has,
                _valued(path, value),
            )

    def _implied(self) -> Iterator[Answer]:
        """Ask of every two rules of one kind about the same subject; projects that were shown by now spare most questions."""
        known = [found for several in self._shown.values() for found in several]
        alive = [rule for rule in self.kb.rules if rule.code in self._shown]
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
            pairs = [((rule.code, key[1]), (other.code, key[1])) for key in self._keys(rule.code)]
            if any(_parts(found, rule.code, other.code) for found in known):
                yield Answer("not_implied", (rule.code, other.code), "proved")
                continue
            alone = self.c.any(
                self.c.all((self.facts.outcomes[one][0], -self.facts.outcomes[two][0])) for one, two in pairs
            )
            answer = self._can(
                "not_implied",
                (rule.code, other.code),
                alone,
                partial(_parts, code=rule.code, other=other.code),
            )
            if answer.outcome == "refuted":
                both = self.c.any(self.facts.outcomes[one][0] for one, _ in pairs)
                shown = self._can("rule_occurs", (), both, partial(_holds, code=other.code))
                answer = Answer(answer.claim, answer.about, "refuted", shown.project)
            elif answer.outcome == "proved":
                known += self._shown[rule.code][-1:]
            yield answer

    def _can(self, claim: Claim, about: tuple[str, ...], goal: int, seen: Seen) -> Answer:
        """Return whether a literal can be true, with the project that shows it."""
        try:
            document = self._project(goal)
        except TimeoutError:
            return Answer(claim, about, "not_settled")
        if document is None:
            return Answer(claim, about, "refuted")
        found = self.kb.evaluator.run(read_project(document, self.kb).memory)
        if not seen(found):
            if is_bounded(self.c, goal):
                return Answer(claim, about, "not_settled")  # sums are only bounded: a project may miss the bound
            raise Unconfirmed(f"{claim} {' '.join(about)}: {document}")
        if about and about[0] not in self.kb.vocabulary.concepts:
            self._shown.setdefault(about[0], []).append(found)
        return Answer(claim, about, "proved", document)

    def _project(self, goal: int) -> dict[str, Any] | None:
        """Return a smallest project in which a literal is true: no known fact of it can be left out."""
        true = least_model(self.c, goal, self.seconds)
        return None if true is None else document_of(self.view, true)

    def _keys(self, code: str) -> list[Key]:
        """Return what a rule is about; the first element of a list stands for all, because they are alike."""
        return [
            key
            for key in self.facts.outcomes
            if key[0] == code and (key[1] is None or not isinstance(key[1][1], int) or key[1][1] == 0)
        ]

    def _here(self, subject: Subject) -> int:
        return TRUE if subject is None or not isinstance(subject[1], int) else self.space.present[subject]


def _source(rule: Rule) -> str | None:
    return rule.loop.source if rule.loop is not None else None


def _holds(found: Conclusions, code: str) -> bool:
    return any(truth is True for key, truth in found.outcomes.items() if key[0] == code)


def _parts(found: Conclusions, code: str, other: str) -> bool:
    """Tell whether the first rule holds of a subject of which the second one does not."""
    return any(
        truth is True and found.outcomes[other, key[1]] is not True
        for key, truth in found.outcomes.items()
        if key[0] == code
    )


def _graded(code: str, grades: Collection[Grade]) -> Seen:
    return lambda found: any(key[0] == code and grade in grades for key, grade in found.severities.items())


def _valued(path: str, value: str) -> Seen:
    return lambda found: any(key[0] == path and state.value == value for key, state in found.derived.items())
