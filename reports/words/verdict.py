"""The verdict in words: its label, what could still change it, and the line of counts.

It explains the verdict that the assessment carries and never makes one. The memo and the terminal summary share it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...engine.alike import alike
from ...engine.assess.model import Assessment, Coverage, Finding
from ...engine.knowledge.model import SEVERITIES, KnowledgeBase
from ..texts import say
from .names import Teller, labels_of

_SUBJECTS_NAMED = 2


def count(assessment: Assessment) -> dict[str, int]:
    """Count what the line under the verdict shows: findings by severity."""
    severities = [finding.severity for finding in actions(assessment)]
    return {one: severities.count(one) for one in SEVERITIES}


def actions(assessment: Assessment) -> list[Finding]:
    """Return what is to be put right: the findings that are neither predictions nor strengths, in reading order."""
    return [finding for finding in assessment.findings if finding.kind == "finding"]


def next_steps(assessment: Assessment, kb: KnowledgeBase) -> list[Finding]:
    """Return what becomes due in a later phase and can be prepared: what is upcoming, without what may follow from it."""
    return [finding for finding in assessment.upcoming if kb.rule(finding.code).kind == "finding"]


def reached(assessment: Assessment, kb: KnowledgeBase, language: str) -> str:
    """Return what the verdict on a project is called; it may be called otherwise while an answer could make it worse."""
    settled = assessment.verdict == assessment.verdict_range[0]
    return Teller(kb, language).verdict(assessment.verdict, settled=settled)


def checked_words(coverage: Coverage, language: str) -> str:
    """Return how many of the points that count in the phase could be checked."""
    key = "coverage.all" if coverage.due == coverage.told else "coverage"
    return say(key, language, due=coverage.due, told=coverage.told)


def open_words(assessment: Assessment, kb: KnowledgeBase, language: str) -> str:
    """Tell which verdicts the answers that are missing could lead to; empty where they cannot matter."""
    if assessment.verdict == "hold":
        return ""  # what stops the project stops it, whatever else becomes known
    worst, best = map(Teller(kb, language).verdict, assessment.verdict_range)
    if worst != best:
        exact = all(assessment.range_exact)
        return say("verdict.open" if exact else "verdict.open.most", language, worst=worst, best=best)
    settled = assessment.verdict == assessment.verdict_range[0] and assessment.questions
    return say("verdict.stays", language) if settled else ""


def missing_facts(assessment: Assessment, kb: KnowledgeBase, language: str) -> list[str]:
    """Return what the facts are called that a verdict waits for, each question once, by its first fact, whatever the number of subjects.

    These are the must-know facts that are missing; where none is, those with which the project could still have to stop, but
    what is asked only after another one of them.
    """
    missing: Sequence[tuple[str, str | None]] = assessment.missing
    if not missing and assessment.verdict == "insufficient_information":
        stopping = [one for one in assessment.questions if one.level == "may_stop"]
        asked, after = {one.address for one in stopping}, kb.plan.after
        first = [
            one
            for one in stopping
            if not (one.fact in after and one.address.beside(after[one.fact], kb.vocabulary) in asked)
        ]
        missing = [(one.fact, one.subject) for one in first or stopping]
    teller = Teller(kb, language, labels_of(assessment.elements))
    groups = alike(
        missing, lambda one: grid.name if one[1] and (grid := kb.presentation.grid(one[0])) is not None else one[0]
    )
    return [_missing_fact([one for one in same if one[0] == same[0][0]], teller) for same in groups]


def _missing_fact(same: Sequence[tuple[str, str | None]], teller: Teller) -> str:
    fact, subjects = same[0][0], [subject for _, subject in same if subject is not None]
    if not subjects or fact not in teller.kb.vocabulary.facts:
        return teller.fact(fact)
    return teller.say("subject.noted", subject=teller.fact(fact), note=teller.subjects(subjects, _SUBJECTS_NAMED))
