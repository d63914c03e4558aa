"""One rule base over a symbolic project, and the two kinds of claims about it: that something can be, or that it never is.

No project is shown before the reference interpreter has concluded about it what the circuit says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import ceil, floor
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct

from ..assess.completions import Reach
from ..assess.model import Assessment
from ..assess.run import assess
from ..assess.verdict import could_stop, verdict_of
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import KnowledgeBase, Texts, constant
from ..language.tree import Condition, Quantifier, walk
from ..problems.problem import Place
from ..project.data import PlainData
from ..project.memory import Conclusions, WorkingMemory
from ..project.project import read_project
from .outcomes import OutcomeKey, Outcomes, SymbolicVerdict
from .solver import Solved, Solving, is_bounded, least_model
from .space import SymbolicSpace, stands_for_all
from .view import SymbolicView, document_of

ClaimStatus: TypeAlias = Literal["proved", "refuted", "not_settled"]
OPPOSITE: dict[ClaimStatus, ClaimStatus] = {"proved": "refuted", "refuted": "proved", "not_settled": "not_settled"}
"""What became of a claim when that became of its opposite."""
Claim: TypeAlias = Literal[
    "rule_occurs", "rule_seen", "severity_occurs", "value_occurs", "condition_decides", "not_implied", "replaces_decides",
    "verdict_occurs", "best_is_clean", "fact_read", "adverse_matters", "advice_possible", "better_not_worse", "certain_stays",
    "own", "exception_needed",
]  # fmt: skip
Seen: TypeAlias = Callable[[Conclusions], bool]
"""Tells whether conclusions show what a project is an example of."""
T = TypeVar("T")
MOST_ELEMENTS = 3
"""Elements of each list, where nobody asks for more and no rule counts more."""
LARGEST = 12
"""The most elements that are looked at."""


class ClaimResult(Struct, frozen=True):
    """What became of a claim.

    Attributes:
        claim: What is claimed, as `docs/rule-language.md` lists it.
        about: The rule, fact or verdict, and the severity, value or other rule; of a claim of the user's, what it says.
        outcome: Whether it is proved, refuted for lists of up to so many elements, or not settled in time.
        project: The smallest project found that shows it: of a claim that something can be, that it is so; of a rule that
            implies another one, that both hold; of a claim that something never is, that it is. None where no project can
            show anything.
        because: Why a claim does not hold: the conditions that exclude one another, or that say already what could be left
            out; the rules that come in place of another one, or with an answer that clears it.
        place: Where in the rules what it is about stands.
        reason: Why a refuted claim need not hold, where the folder `claims` says so.
        says: What a claim of the user's says.
    """

    claim: Claim
    about: tuple[str, ...]
    outcome: ClaimStatus
    project: PlainData | None = None
    because: tuple[str, ...] = ()
    place: Place | None = None
    reason: Texts | None = None
    says: Texts | None = None


def counted(kb: KnowledgeBase, conditions: Iterable[Condition]) -> int:
    """Return up to how many elements of a list conditions count; below, what they say may look as if it never were so."""
    found = [0]
    for node in (node for condition in conditions for node in walk(condition)):
        if isinstance(node, Quantifier) and node.kind == "count":
            bound = float(constant(node.bound, kb))
            found.append(ceil(bound) if node.operator in (">=", "<") else floor(bound) + 1)
    return max(found)


def enough(*kbs: KnowledgeBase) -> int:
    """Return how many elements of each list are looked at where nobody says, within limits.

    They are as many as the rules count, and one for each value of a parameter that rules run over.
    """
    values = (len(listed.members) for kb in kbs for path, listed in kb.vocabulary.lists.items() if path[0] == "$")
    return min(LARGEST, max(MOST_ELEMENTS, *(counted(kb, kb.conditions()) for kb in kbs), *values))


def is_sought(assessment: Assessment, memory: WorkingMemory, kb: CompiledKnowledgeBase) -> bool:
    """Tell whether a verdict is not the one that the bounds give, which are all that a circuit has of what could still come.

    Either completions were sought one by one and none is as bad as the worst bound, or all are worse than what is found.
    """
    severities = [one.severity for one in assessment.findings if one.kind == "finding"]
    waits = bool(assessment.missing) or could_stop(Reach(kb, memory).bounds[0], kb)
    return assessment.verdict != verdict_of(severities, waits, kb)


class Unconfirmed(RuntimeError):
    """The interpreter concludes about a project what the circuit does not; a fault of this program."""


class Questions:
    """Questions about a symbolic project: whether a literal can be true, shown by a project that is confirmed.

    Attributes:
        solving: What was settled.
    """

    def __init__(self, space: SymbolicSpace, seconds: float, before: Solved | None = None) -> None:
        """Take the project, the most time for one question, and what need not be asked again."""
        self.space, self.seconds, self.solving = space, seconds, Solving(before or Solved())
        self.c, self.here = space.c, space.here
        self._assessed: list[tuple[Assessment, WorkingMemory, CompiledKnowledgeBase]] = []

    def assessed(self, document: PlainData, kb: CompiledKnowledgeBase) -> Assessment:
        """Review a project that is to confirm something."""
        project = read_project(document, kb)
        found = assess(project, kb, interpreter="evaluate", asking=False)
        self._assessed.append((found, project.memory, kb))
        return found

    def settle(
        self, goal: int, views: Iterable[SymbolicView], confirm: Callable[..., T | None], what: str
    ) -> tuple[ClaimStatus, T | None]:
        """Return whether a literal can be true, and what a project confirms in which it is.

        Args:
            goal: The literal.
            views: Who reads the project.
            confirm: Returns what the project confirms, given as each of them reads it; None where it confirms nothing.
            what: What is asked.
        """
        try:
            true = least_model(self.c, goal, self.seconds, self.solving)
        except TimeoutError:
            return "not_settled", None
        if true is None:
            return "refuted", None
        documents = [document_of(view, true) for view in views]
        self._assessed.clear()
        found = confirm(*documents)
        if found is None:
            if is_bounded(self.c, goal) or any(is_sought(*one) for one in self._assessed):
                return "not_settled", None  # a sum, or what could still come, is only bounded: a project may miss it
            raise Unconfirmed(f"{what}: {documents[0]}")
        return "proved", found


class Asking(Questions):
    """What is concluded of a symbolic project by one rule base.

    Attributes:
        strict: What no completion of the unknown facts changes.
        first: The node with which verdicts begin.
    """

    def __init__(
        self,
        kb: CompiledKnowledgeBase,
        elements: int = MOST_ELEMENTS,
        seconds: float = 5.0,
        before: Solved | None = None,
    ) -> None:
        """Take the rule base.

        Args:
            kb: The rule base.
            elements: The most elements of each list that are looked at.
            seconds: The most time for one question.
            before: What need not be asked again.
        """
        super().__init__(SymbolicSpace((kb,), elements), seconds, before)
        self.kb, self.elements = kb, elements
        self.view = SymbolicView(self.space, kb)
        self.facts, self.strict = Outcomes(self.view), Outcomes(self.view, strict=True)
        self.first = len(self.c.fanin)
        self.verdicts = SymbolicVerdict(self.facts, self.strict)
        self.shown: dict[str, list[Conclusions]] = {}
        concepts = {one.concept for one in kb.derivations if counted(kb, one.conditions) > elements}
        self._beyond = {one.concept for one in kb.derivations if kb.behind(one.conditions) & concepts} | concepts
        for rule in kb.rules:
            if counted(kb, rule.judged_by) > elements or kb.behind(rule.judged_by) & concepts:
                self._beyond.add(rule.code)

    def can(self, claim: Claim, about: tuple[str, ...], goal: int, seen: Seen) -> ClaimResult:
        """Return whether a literal can be true, with the project that shows it."""
        return self.can_in(claim, about, goal, lambda document: seen(self._concluded(document, about)))

    def can_in(self, claim: Claim, about: tuple[str, ...], goal: int, seen: Callable[[PlainData], bool]) -> ClaimResult:
        """Return whether a literal can be true, with the project that shows it.

        Args:
            claim: The claim that it can.
            about: What it is about.
            goal: The literal.
            seen: Confirms the project; it may state more in it.
        """
        outcome, document = self._settle(claim, about, goal, seen)
        if outcome == "refuted" and self._beyond & {*about}:
            outcome = "not_settled"  # more elements are counted than are looked at
        return ClaimResult(claim, about, outcome, document)

    def never(
        self,
        claim: Claim,
        about: tuple[str, ...],
        goal: int,
        seen: Callable[[PlainData], bool],
        wider: int | None = None,
    ) -> ClaimResult:
        """Return whether a literal is never true, else with a project in which it is; as `can_in` takes it.

        A literal that is true wherever that one is (`wider`) may be settled sooner.
        """
        outcome: ClaimStatus
        outcome, document = "refuted", None
        if wider is None or not self._is_never(wider):
            outcome, document = self._settle(claim, about, goal, seen)
        return ClaimResult(claim, about, OPPOSITE[outcome], document)

    def clashing(self, parts: Mapping[str, int], *also: int) -> tuple[str, ...]:
        """Return the names of literals that are never true together, beside others; none of them can be left out.

        There are none where all can be true.
        """
        if not self._is_never(self.c.all((*parts.values(), *also))):
            return ()
        kept = dict(parts)
        for name in parts:
            others = {one: literal for one, literal in kept.items() if one != name}
            if self._is_never(self.c.all((*others.values(), *also))):
                kept = others
        return tuple(kept)

    def _is_never(self, goal: int) -> bool:
        try:
            return least_model(self.c, goal, self.seconds, self.solving) is None
        except TimeoutError:
            return False

    def _settle(
        self, claim: Claim, about: tuple[str, ...], goal: int, seen: Callable[[PlainData], bool]
    ) -> tuple[ClaimStatus, PlainData | None]:
        def confirm(document: PlainData) -> PlainData | None:
            return document if seen(document) else None

        return self.settle(goal, (self.view,), confirm, " ".join((claim, *about)))

    def _concluded(self, document: PlainData, about: tuple[str, ...]) -> Conclusions:
        found = self.kb.evaluator.run(read_project(document, self.kb).memory)
        if about and about[0] not in self.kb.vocabulary.concepts:
            self.shown.setdefault(about[0], []).append(found)
        return found

    def keys(self, code: str) -> list[OutcomeKey]:
        """Return what a rule is about; the first element of a list stands for all, because they are alike."""
        return [key for key in self.facts.outcomes if key[0] == code and stands_for_all(key[1])]
