"""The verdict in words: its label, what could still change it, and the line of counts.

It explains the verdict that the assessment carries and never makes one. The memo and the terminal summary share it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...engine.alike import alike
from ...engine.assess.model import Assessment, Finding
from ...engine.knowledge.model import SEVERITIES, KnowledgeBase
from ...engine.project.address import source_and_id
from ..texts import say
from .names import Teller

_FACTS_NAMED = 3


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
    """Return what the facts are called that a verdict waits for, each fact once, whatever the number of subjects.

    These are the must-know facts that are missing; where none is, those with which the project could still have to stop.
    """
    missing: Sequence[tuple[str, str | None]] = assessment.missing
    if not missing and assessment.verdict == "insufficient_information":
        stopping = [one for one in assessment.questions if one.level == "may_stop"]
        missing = [(one.fact, one.subject) for one in stopping if not one.fact.startswith("complete.")]
    groups = alike(missing, lambda one: one[0])
    return [_missing_fact(same[0][0], [subject or "" for _, subject in same], kb, language) for same in groups]


def _missing_fact(fact: str, subjects: Sequence[str], kb: KnowledgeBase, language: str) -> str:
    definition = kb.vocabulary.facts.get(fact)
    if definition is None:
        return Teller(kb, language).fact(fact)
    listed = kb.vocabulary.lists.get(definition.source or "")
    if listed is None:
        return definition.label[language]
    member = listed.members.get(source_and_id(subjects[0])[1])
    about = member if member is not None and len(subjects) == 1 else listed.label
    return say("fact_of", language, fact=definition.label[language], subject=about[language])
