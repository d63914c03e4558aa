"""Findings of one rule about several subjects, told once: one conclusion, one action, all of whom it concerns.

An assessment lists a finding for every subject. People act on them together, and a list of nine organisations that
need the same would hide what else there is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...engine.account import together as whys_together
from ...engine.alike import alike
from ...engine.assess.model import Evidence, Finding
from ..words.conditions import marked, outline_of_why
from ..words.names import Reading
from ..words.verdict import actions
from .decisions import back_words, plan_of

_NAMED = 8
"""Subjects that are named as those who act; the rest is counted."""


class Group(Struct, frozen=True):
    """Findings that are told together.

    Attributes:
        finding: What is told: the finding, or one that stands for all of them, with all their evidence, in the language
            of the reading.
        members: The findings, as the project has their subjects.
    """

    finding: Finding
    members: tuple[Finding, ...]


def together(reading: Reading, findings: Iterable[Finding]) -> list[Group]:
    """Return findings, those of one rule and one severity as one; what a decision was about stays by itself."""

    def likeness(finding: Finding) -> Hashable:
        plan = plan_of(reading, finding)
        alone = finding.subject is None or back_words(reading, finding) or (plan and plan.response.subject)
        return finding.code, finding.severity, finding.subject if alone else ""

    return [_group(reading, found) for found in alike(findings, likeness)]


def listed(reading: Reading) -> list[Finding]:
    """Return the findings that are listed to be put right: all but those that the head of every report tells."""
    return [one for one in actions(reading.assessment) if one.code not in reading.kb.presentation.head]


def why_lines(reading: Reading, group: Group) -> tuple[str, ...]:
    """Return why findings that are told together are there: their rule's condition, as far as it decided for any of them."""
    whys = [reading.assessment.whys[finding.code, finding.subject] for finding in group.members]
    return tuple(marked(outline_of_why(whys_together(whys), reading.kb, reading.language)))


def _group(reading: Reading, findings: Sequence[Finding]) -> Group:
    if len(findings) == 1:
        return Group(findings[0], tuple(findings))
    by_subject = {finding.subject or "": finding for finding in findings}
    subjects = reading.teller.in_order(list(by_subject))
    members = tuple(by_subject[subject] for subject in subjects)
    evidence: dict[tuple[str, str | None, str], Evidence] = {}
    for finding in members:
        evidence.update({(one.fact, one.subject, one.pointer): one for one in finding.evidence})
    merged = replace(
        members[0],
        title={reading.language: reading.teller.titles(members[0].code, subjects)},
        subject_label={reading.language: reading.teller.subjects(subjects, _NAMED)},
        evidence=tuple(evidence.values()),
    )
    return Group(merged, members)
