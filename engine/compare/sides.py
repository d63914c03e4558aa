"""Projects side by side: what was found about each, and the states of the members of one family in words.

There is no score, no rank and no order but the one given. A project of which a state is unknown is not worse, it cannot be
compared yet. Which family and which findings are compared is said by the knowledge base (`presentation`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from ..alike import alike
from ..assess.ledger import LedgerRow, rows
from ..assess.model import Assessment, Evidence, Finding, Question
from ..knowledge.model import SEVERITIES, Severity
from ..knowledge.presentation import Ledger
from ..project.address import Address
from ..project.memory import Value
from ..whatif.effects import Reported, WhatIf
from .difference import Side

_ACTIONS = 3


class Trial(Struct, frozen=True):
    """What would go if one fact of a city were otherwise, as `--set` says it."""

    fact: Address
    value: Value
    cleared: tuple[Reported, ...]


class Candidate(Struct, frozen=True):
    """One project.

    Attributes:
        name: The name of its place, else its own, else the file's.
        size: The fact that is told beside the name, None where it is unknown.
        rows: The members of the family that is compared.
        actions: What to do next: its findings that the comparison is about, the gravest first, each code once.
        subjects: For each of those codes, the subjects it was found for.
        asked: The question that matters most, for each member of which something is unknown.
    """

    name: str
    size: float | None
    rows: tuple[LedgerRow, ...]
    actions: tuple[Finding, ...]
    subjects: dict[str, tuple[str, ...]]
    asked: tuple[Question, ...]
    trial: Trial | None
    assessment: Assessment

    @property
    def best(self) -> tuple[LedgerRow, ...]:
        """The members that are in the best state."""
        return tuple(row for row in self.rows if row.best)

    @property
    def unplanned(self) -> tuple[LedgerRow, ...]:
        """The gaps without a plan."""
        return tuple(row for row in self.rows if row.gap == "unplanned")

    @property
    def unassessed(self) -> tuple[LedgerRow, ...]:
        """The members of which the state is not known."""
        return tuple(row for row in self.rows if not row.known)

    @property
    def comparable(self) -> bool:
        """Whether the state of every member is known."""
        return not self.unassessed


class CandidateComparison(Struct, frozen=True):
    """Candidates in the order given.

    Attributes:
        others: Findings that the comparison is not about, or that are not all told as actions, and that are not the same
            for all: each code with its outcome for each: found, upcoming, does_not_hold, cannot_tell, replaced, or waived.
        rules: The version of the rules of each.
    """

    candidates: tuple[Candidate, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]
    rules: tuple[str, ...]


def comparison(reviewed: Sequence[Side]) -> CandidateComparison:
    """Put projects side by side, in the order in which they are shown."""
    candidates = tuple(_candidate(one) for one in reviewed)
    about = {area for one in reviewed for area in one.kb.presentation.comparison.areas}
    codes = {
        rule.code for one in reviewed for rule in one.kb.rules if rule.kind == "finding" and rule.area not in about
    }
    found = []
    for code in codes:
        outcomes = tuple(_outcome(one.assessment, code) for one in reviewed)
        if {"found", "upcoming"}.intersection(outcomes) and len(set(outcomes)) > 1:
            found.append((code, outcomes))
    found.sort(key=lambda one: (SEVERITIES.index(worst_found(one[0], candidates)), one[0]))
    return CandidateComparison(candidates, tuple(found), tuple(one.kb.version for one in reviewed))


def worst_found(code: str, candidates: Iterable[Candidate]) -> Severity:
    """Return the worst severity with which any of several candidates has a finding, or will have it; one of them does."""
    findings = [one for each in candidates for one in each.assessment.findings if one.code == code]
    found = [one.severity for one in findings if one.kind != "upcoming"] or [one.severity for one in findings]
    return min(found, key=SEVERITIES.index)


def _candidate(one: Side) -> Candidate:
    assessment, shown = one.assessment, one.kb.presentation
    facts = assessment.facts
    about = [finding for finding in assessment.findings if _is_about(finding, shown.comparison.areas)]
    groups = alike(about, attrgetter("code"))
    ledger = shown.ledger(shown.comparison.family)
    told = rows(ledger, assessment, one.kb) if ledger is not None else ()
    size = facts.get(Address(shown.comparison.size)) if shown.comparison.size is not None else None
    return Candidate(
        name=_name(assessment, facts, shown.project.place),
        size=size.value if size is not None else None,
        rows=told,
        actions=tuple(first for first, *_ in groups[:_ACTIONS]),
        subjects={same[0].code: tuple(one.subject for one in same if one.subject is not None) for same in groups},
        asked=_asked(assessment, ledger, told) if ledger is not None else (),
        trial=_trial(one, ledger, told) if ledger is not None else None,
        assessment=assessment,
    )


def _is_about(finding: Finding, areas: Collection[str]) -> bool:
    told = finding.kind == "finding" and finding.severity in ("blocker", "major", "minor")
    return told and (not areas or finding.area in areas)


def _name(assessment: Assessment, facts: Mapping[Address, Evidence], place: str | None) -> str:
    stated = facts.get(Address(place)) if place is not None else None
    name = stated.value if stated is not None else assessment.name
    file = (assessment.file or "").replace("\\", "/").rpartition("/")[2]
    return str(name or file or "?")


def _asked(assessment: Assessment, ledger: Ledger, told: Sequence[LedgerRow]) -> tuple[Question, ...]:
    """Return what to find out first about the members: one question, about each that it is open for."""
    open_ = {
        f"{ledger.family}/{row.member}"
        for row in told
        if row.gap == "unknown" or (not row.known and row.looked is not False)
    }
    about = [question for question in assessment.questions if question.subject in open_]
    return tuple(question for question in about if question.fact == about[0].fact)


def _trial(one: Side, ledger: Ledger, told: Sequence[LedgerRow]) -> Trial | None:
    """Return a plan for the first gap that has none, with what it would clear."""
    gap = next((row for row in told if row.gap == "unplanned"), None)
    definition = one.kb.vocabulary.facts[ledger.plan]
    if gap is None or not definition.values:
        return None
    key = Address(definition.path, f"{ledger.family}/{gap.member}")
    value = frozenset(list(definition.values)[:1])
    what_if = WhatIf(one.kb, one.project.memory, one.assessment.waived)
    cleared = [what_if.reported(*found) for found in what_if.shift(key, value).went.items()]
    return Trial(key, value, tuple(sorted(cleared, key=lambda reported: (reported.code, reported.subject or ""))))


def _outcome(assessment: Assessment, code: str) -> str:
    kinds = {finding.kind for finding in assessment.findings if finding.code == code}
    if kinds:
        return "upcoming" if kinds == {"upcoming"} else "found"
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
