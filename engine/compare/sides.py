"""Candidate cities side by side: the state of each capital in words, gaps and plans, what is not assessed yet.

There is no score, no rank and no order but the one given: the article sets no standard of sufficiency for any capital
(III.2), and a missing one alone never speaks against a city (III.3). A city of which a capital is unknown or not
assessed is not worse, it cannot be compared yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from ..assess.model import Assessment, Evidence, Finding, Question
from ..assess.waivers import waived_keys
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import SEVERITIES
from ..project.address import Address
from ..project.memory import Value
from ..project.project import Project
from ..whatif.effects import Reported, WhatIf

FAMILY = "capitals"
AREAS = ("field_selection", "capitals")
"""The areas whose findings are about the choice of a city."""
_ACTIONS = 3

State = Literal["absent", "thin", "present", "outstanding", "not_assessed", "unknown"]
Gap = Literal["none", "planned", "unplanned", "unknown"]


class Cell(Struct, frozen=True):
    """One capital of one city.

    Attributes:
        state: Its level; not_assessed where the project says so, unknown where it says nothing.
        outstanding_open: Whether it is open if the capital is outstanding.
        gap: Whether something is missing, and whether there is a plan for it.
        plan: How the gap is filled.
        centre: Whether the activity is built around this capital.
        evidence: The stated fact that the state rests on.
        codes: The findings about it.
    """

    member: str
    state: State
    outstanding_open: bool
    gap: Gap
    plan: tuple[str, ...]
    centre: bool
    evidence: Evidence | None
    codes: tuple[str, ...]


class Trial(Struct, frozen=True):
    """What would go if one fact of a city were otherwise, as `--set` says it."""

    fact: Address
    value: Value
    cleared: tuple[Reported, ...]


class Candidate(Struct, frozen=True):
    """One city.

    Attributes:
        name: The city's name as stated, else the project's, else the file's.
        actions: What to do next about the choice of the city: its findings, the gravest first, each code once.
        subjects: For each of those codes, the subjects it was found for.
        asked: The question about it that matters most, for each capital of which something is unknown.
        trial: One change to try.
    """

    name: str
    population: int | None
    cells: tuple[Cell, ...]
    actions: tuple[Finding, ...]
    subjects: dict[str, tuple[str, ...]]
    asked: tuple[Question, ...]
    trial: Trial | None
    assessment: Assessment

    def of_state(self, *states: State) -> tuple[Cell, ...]:
        """Return the capitals that are in one of these states."""
        return tuple(cell for cell in self.cells if cell.state in states)

    @property
    def outstanding(self) -> tuple[Cell, ...]:
        """The outstanding capitals."""
        return self.of_state("outstanding")

    @property
    def unplanned(self) -> tuple[Cell, ...]:
        """The gaps without a plan."""
        return tuple(cell for cell in self.cells if cell.gap == "unplanned")

    @property
    def unassessed(self) -> tuple[Cell, ...]:
        """The capitals of which the state is not known."""
        return self.of_state("not_assessed", "unknown")

    @property
    def comparable(self) -> bool:
        """Whether the state of every capital is known."""
        return not self.unassessed


class Comparison(Struct, frozen=True):
    """Candidates in the order given.

    Attributes:
        others: Findings that are not about the choice of the city and not the same for all: each code with its outcome
            for each city: found, does_not_hold, cannot_tell, replaced, or waived.
        rules: The version of the rules of each city.
    """

    candidates: tuple[Candidate, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]
    rules: tuple[str, ...]


class Reviewed(Struct, frozen=True):
    """A project, the rules it was assessed with, and the assessment."""

    project: Project
    kb: CompiledKnowledgeBase
    assessment: Assessment


def comparison(reviewed: Sequence[Reviewed]) -> Comparison:
    """Put the candidates side by side.

    Args:
        reviewed: What is compared, in the order in which it is shown.
    """
    candidates = tuple(_candidate(one) for one in reviewed)
    codes = {
        rule.code for one in reviewed for rule in one.kb.rules if rule.kind == "finding" and rule.area not in AREAS
    }
    severity = {rule.code: rule.severities[0].severity for one in reviewed for rule in one.kb.rules}
    rows = []
    for code in sorted(codes, key=lambda code: (SEVERITIES.index(severity[code]), code)):
        outcomes = tuple(_outcome(one.assessment, code) for one in reviewed)
        if "found" in outcomes and len(set(outcomes)) > 1:
            rows.append((code, outcomes))
    return Comparison(candidates, tuple(rows), tuple(one.kb.version for one in reviewed))


def _candidate(one: Reviewed) -> Candidate:
    assessment = one.assessment
    facts = assessment.facts
    about = [
        finding
        for finding in assessment.findings
        if finding.kind == "finding" and finding.area in AREAS and finding.severity in ("blocker", "major", "minor")
    ]
    first: dict[str, Finding] = {}
    for finding in about:
        first.setdefault(finding.code, finding)
    subjects = {
        code: tuple(finding.subject for finding in about if finding.code == code and finding.subject is not None)
        for code in first
    }
    family = one.kb.vocabulary.lists.get(FAMILY)
    cells = tuple(_cell(member, assessment, facts) for member in (family.members if family is not None else ()))
    population = facts.get(Address("city.population"))
    return Candidate(
        _name(assessment, facts),
        population.value if population is not None else None,
        cells,
        tuple(first.values())[:_ACTIONS],
        subjects,
        _asked(assessment, cells),
        _trial(one, cells),
        assessment,
    )


def _name(assessment: Assessment, facts: Mapping[Address, Evidence]) -> str:
    stated = facts.get(Address("city.name"))
    name = stated.value if stated is not None else assessment.name
    file = (assessment.file or "").replace("\\", "/").rpartition("/")[2]
    return str(name or file or "?")


def _cell(member: str, assessment: Assessment, facts: Mapping[Address, Evidence]) -> Cell:
    subject = f"{FAMILY}/{member}"

    def stated(attribute: str) -> Evidence | None:
        return facts.get(Address(f"{FAMILY}.*.{attribute}", subject))

    strength, assessed, plan = stated("strength"), stated("assessed"), stated("complement")
    level = assessment.derived.get(f"{subject}.level")
    state: Any = level or (strength.value if strength is not None else None)
    if state is None:
        state = "not_assessed" if assessed is not None and assessed.value is False else "unknown"
    rests_on = stated("rivals_metropolis") if level == "outstanding" else strength or assessed
    centre = facts.get(Address("activity.centred_on_capital"))
    codes = tuple(one.code for one in assessment.findings if one.subject == subject and one.kind == "finding")
    return Cell(
        member,
        state,
        level is None and strength is not None,
        _gap(assessment.derived.get(f"{subject}.gap"), plan),
        tuple(plan.value) if plan is not None and plan.value else (),
        centre is not None and centre.value == member,
        rests_on,
        codes,
    )


def _gap(gap: str | None, plan: Evidence | None) -> Gap:
    if gap == "no":
        return "none"
    if gap is None or plan is None:
        return "unknown"
    return "planned" if plan.value else "unplanned"


def _asked(assessment: Assessment, cells: Sequence[Cell]) -> tuple[Question, ...]:
    """Return what to find out first about the capitals: one question, about each that it is open for."""
    open_ = {f"{FAMILY}/{cell.member}" for cell in cells if cell.state == "unknown" or cell.gap == "unknown"}
    about = [question for question in assessment.questions if question.subject in open_]
    return tuple(question for question in about if question.fact == about[0].fact)


def _trial(one: Reviewed, cells: Sequence[Cell]) -> Trial | None:
    """Return a plan for the first gap that has none, with what it would clear."""
    gap = next((cell for cell in cells if cell.gap == "unplanned"), None)
    definition = one.kb.vocabulary.facts.get(f"{FAMILY}.*.complement")
    if gap is None or definition is None or not definition.values:
        return None
    key = Address(definition.path, f"{FAMILY}/{gap.member}")
    value = frozenset(list(definition.values)[:1])
    waived = waived_keys(one.assessment.waivers, one.assessment.today, one.kb)
    what_if = WhatIf(one.kb, one.project.memory, waived)
    then = what_if.after({key: value})
    cleared = [
        what_if.reported(found, severity)
        for found, severity in what_if.now.remaining.items()
        if found not in then.remaining
    ]
    return Trial(key, value, tuple(sorted(cleared, key=lambda reported: (reported.code, reported.subject or ""))))


def _outcome(assessment: Assessment, code: str) -> str:
    if any(finding.code == code for finding in assessment.findings):
        return "found"
    if any(
        waiver.status == "applied" and waiver.response.finding == code and waiver.findings
        for waiver in assessment.waivers
    ):
        return "waived"
    outcomes = {outcome.outcome for outcome in assessment.trace if outcome.code == code and outcome.replaced_by is None}
    replaced = any(outcome.code == code and outcome.replaced_by is not None for outcome in assessment.trace)
    if "cannot_tell" in outcomes:
        return "cannot_tell"
    return "replaced" if replaced else "does_not_hold"
