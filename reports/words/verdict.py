"""The verdict in words: its label, the two sentences under it, and the line of counts.

It explains the verdict that the assessment carries and never makes one. The memo and the terminal summary share it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...engine.assess.model import Assessment, Finding
from ...engine.knowledge.model import KnowledgeBase
from ...engine.project.address import source_and_id
from ..texts.common import enumerate_words, say

_FACTS_NAMED = 3


class Counts(Struct, frozen=True):
    """How many findings of each severity remain, how many outcomes are met, how many facts are asked for.

    Attributes:
        met: Outcomes of rules of kind `finding` that do not hold.
        unknown: Questions.
    """

    blocker: int
    major: int
    minor: int
    info: int
    met: int
    unknown: int


def count(assessment: Assessment, kb: KnowledgeBase) -> Counts:
    """Count what the line under the verdict shows."""
    severities = [finding.severity for finding in actions(assessment)]
    judged = {rule.code for rule in kb.rules if rule.kind == "finding"}
    return Counts(
        blocker=severities.count("blocker"),
        major=severities.count("major"),
        minor=severities.count("minor"),
        info=severities.count("info"),
        met=sum(outcome.outcome == "does_not_hold" and outcome.code in judged for outcome in assessment.trace),
        unknown=len(assessment.questions),
    )


def actions(assessment: Assessment) -> list[Finding]:
    """Return what is to be put right: the findings that are neither predictions nor strengths, in reading order."""
    return [finding for finding in assessment.findings if finding.kind == "finding"]


def verdict_label(verdict: str, kb: KnowledgeBase, language: str) -> str:
    """Return what a verdict is called."""
    return kb.verdict.verdict_labels[verdict][language]


def verdict_sentences(assessment: Assessment, kb: KnowledgeBase, language: str) -> tuple[str, str]:
    """Return the two sentences under the verdict: what decides it, and how much could be checked with what may follow."""
    if assessment.verdict == "insufficient_information":
        decides = _insufficient(assessment, kb, language)
    elif assessment.verdict == "proceed":
        decides = _proceed(assessment, language)
    else:
        decides = _decided_by_findings(assessment, language)
    return (
        decides,
        f"{coverage(assessment, language)}{'' if language == 'ja' else ' '}{_open(assessment, kb, language)}".strip(),
    )


def coverage(assessment: Assessment, language: str) -> str:
    """Tell how many of the points that count in the project's phase could be checked."""
    due, told = assessment.coverage.due, assessment.coverage.told
    return say("coverage.whole" if told == due else "coverage", language, due=due, told=told)


def _open(assessment: Assessment, kb: KnowledgeBase, language: str) -> str:
    """Tell which verdicts the answers that are missing could lead to; empty where nothing is missing."""
    worst, best = (verdict_label(verdict, kb, language) for verdict in assessment.verdict_range)
    if assessment.verdict == "hold":
        return ""  # what stops the project stops it, whatever else becomes known
    if worst == best:
        settled = assessment.verdict == assessment.verdict_range[0] and assessment.questions
        return say("verdict.stays", language) if settled else ""
    return say("verdict.open", language, worst=worst, best=best)


def missing_facts(assessment: Assessment, kb: KnowledgeBase, language: str) -> list[str]:
    """Return what the must-know facts that are missing are called, each fact once, whatever the number of subjects."""
    subjects: dict[str, list[str]] = {}
    for fact, subject in assessment.missing:
        subjects.setdefault(fact, []).append(subject or "")
    return [_missing_fact(fact, found, kb, language) for fact, found in subjects.items()]


def _missing_fact(fact: str, subjects: Sequence[str], kb: KnowledgeBase, language: str) -> str:
    definition = kb.vocabulary.facts.get(fact)
    if definition is None:
        return fact
    listed = kb.vocabulary.lists.get(definition.source or "")
    if listed is None:
        return definition.label[language]
    member = listed.members.get(source_and_id(subjects[0])[1])
    about = member if member is not None and len(subjects) == 1 else listed.label
    return say("fact_of", language, fact=definition.label[language], subject=about[language])


def _decided_by_findings(assessment: Assessment, language: str) -> str:
    """Explain a verdict that findings brought about (hold by blockers, revise by major points)."""
    severity = "blocker" if assessment.verdict == "hold" else "major"
    deciding = [finding for finding in actions(assessment) if finding.severity == severity]
    return say(
        f"verdict.{assessment.verdict}.decides",
        language,
        n=len(deciding),
        first=say("verdict.first", language) if len(deciding) > 1 else "",
        title=_clause(_first(deciding, assessment).title[language]) if deciding else "",
        code=deciding[0].code if deciding else "",
    )


def _first(findings: Sequence[Finding], assessment: Assessment) -> Finding:
    """Return the first finding; of one rule about several subjects, the one whose subject the project names first."""
    subjects = [f"{path}/{member.id}" for path, members in assessment.elements.items() for member in members]
    places = {subject: place for place, subject in enumerate(subjects)}
    same = [finding for finding in findings if finding.code == findings[0].code]
    return min(same, key=lambda finding: places.get(finding.subject or "", -1))


def _insufficient(assessment: Assessment, kb: KnowledgeBase, language: str) -> str:
    majors = sum(finding.severity == "major" for finding in actions(assessment))
    also = say("verdict.insufficient.majors", language, n=majors) if majors else ""
    missing = missing_facts(assessment, kb, language)
    if not missing:
        return say("verdict.insufficient.open", language, majors=also)
    named = _named(missing, language)
    return say("verdict.insufficient.decides", language, n=len(missing), facts=named, majors=also)


def _proceed(assessment: Assessment, language: str) -> str:
    minors = sum(finding.severity == "minor" for finding in actions(assessment))
    return say("verdict.proceed.minor" if minors else "verdict.proceed.decides", language, n=minors)


def _named(facts: Sequence[str], language: str) -> str:
    return enumerate_words(facts, language, shown=_FACTS_NAMED)


def _clause(title: str) -> str:
    """Return a title that can stand inside a sentence: without its own full stop."""
    return title.rstrip("。. ")
