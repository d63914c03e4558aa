"""Findings of one rule about several subjects, told once: one conclusion, one action, all of whom it concerns.

An assessment lists a finding for every subject. People act on them together, and a list of nine organisations that
need the same would hide what else there is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from ..engine.assess.model import Evidence, Finding
from ..engine.language.records import dataclass, replace
from .memo_waivers import back_words
from .messages import enumerate_words, say
from .words import Reading

_IN_TITLE, _IN_OWNERS = 3, 8
"""Subjects that are named; the rest is counted."""

LANGUAGES = ("en", "ja")


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that are told together.

    Attributes:
        finding: What is told: the finding, or one that stands for all of them, with all their evidence.
        members: The findings, in reading order.
    """

    finding: Finding
    members: tuple[Finding, ...]


def together(reading: Reading, findings: Iterable[Finding]) -> list[Group]:
    """Return findings, those of one rule and one severity as one; what a decision was about stays by itself.

    Args:
        reading: What is told.
        findings: In reading order; a group stands where its first finding stood, its members as the project has them.
    """
    groups: dict[Hashable, list[Finding]] = {}
    for finding in findings:
        alone = finding.subject is None or back_words(reading, finding)
        groups.setdefault((finding.code, finding.severity, finding.subject if alone else ""), []).append(finding)
    return [_group(reading, found) for found in groups.values()]


def _group(reading: Reading, findings: Sequence[Finding]) -> Group:
    if len(findings) == 1:
        return Group(findings[0], tuple(findings))
    by_subject = {finding.subject or "": finding for finding in findings}
    members = tuple(by_subject[subject] for subject in reading.teller.in_order(list(by_subject)))
    evidence: dict[tuple[str, str | None, str], Evidence] = {}
    for finding in members:
        evidence.update({(one.fact, one.subject, one.pointer): one for one in finding.evidence})
    title = {language: _title(members, language) for language in LANGUAGES}
    label = {language: enumerate_words(_names(members, language), language, _IN_OWNERS) for language in LANGUAGES}
    merged = replace(members[0], title=title, subject_label=label, evidence=tuple(evidence.values()))
    return Group(merged, members)


def _title(findings: Sequence[Finding], language: str) -> str:
    """Return the title about the first subject, with the others behind it."""
    others = enumerate_words(_names(findings[1:], language), language, _IN_TITLE)
    return say("likewise", language, title=findings[0].title[language], subjects=others)


def _names(findings: Sequence[Finding], language: str) -> list[str]:
    return [(finding.subject_label or {}).get(language, finding.subject or "") for finding in findings]
