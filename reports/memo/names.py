"""What the memo calls a finding: its place in the page and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from ...engine.assess.model import Finding
from ..texts.common import enumerate_words
from ..words.names import Reading

_NAMED = 6
"""Subjects that are named; the rest is counted."""


def anchor(reading: Reading, finding: Finding) -> str:
    """Return the name of a finding's place in the memo: its number in the assessment, since subjects may hold anything."""
    return f"finding-{reading.assessment.findings.index(finding) + 1}"


def subject_name(reading: Reading, finding: Finding) -> str:
    """Return what a finding is about: `goal: Safety at home`; empty when it is about the project."""
    if finding.subject is None or finding.subject_label is None:
        return ""
    label = reading.text(finding.subject_label)
    listed = reading.kb.vocabulary.lists.get(finding.subject.partition("/")[0])
    return label if listed is None else reading.say("labelled", label=reading.text(listed.element_label), text=label)


def subject_mark(reading: Reading, findings: Sequence[Finding]) -> str:
    """Return what findings are about in few words, beside a title that names it: `goal g2`, `capital human, network`."""
    first = findings[0]
    if first.subject is None:
        return ""
    path, _, _ = first.subject.partition("/")
    listed = reading.kb.vocabulary.lists.get(path)
    if listed is None:
        names = [reading.text(finding.subject_label) if finding.subject_label else "" for finding in findings]
        return enumerate_words(names, reading.language, _NAMED)
    members = [(finding.subject or "").partition("/")[2] for finding in findings]
    names = [reading.text(listed.members[name]) if listed.members else name for name in members]
    return f"{reading.text(listed.element_label)} {enumerate_words(names, reading.language, _NAMED)}"
