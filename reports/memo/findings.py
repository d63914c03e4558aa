"""Findings, predictions and strengths as the memo shows them: conclusion, action, who, when, evidence, guidance, why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...engine.assess.model import Evidence, Finding
from ...engine.knowledge.model import Source
from ..texts.common import section_name
from ..words.names import (
    Reading,
    anchor,
    citation,
    fact_label,
    place_of,
    subject_mark,
    value_code,
    value_word,
)
from ..words.verdict import actions
from ..writers.screen import GLYPHS
from .alike import Group, together
from .decisions import back_words

FIRST = 5
"""How many actions stand on the first page; more than that and nobody starts."""

_GUIDANCE_SHOWN = 2
_EVIDENCE_SHOWN = 6
_POINTERS_SHOWN = 3
_URGENT = ("blocker", "major")


def first_view(reading: Reading) -> dict[str, Any]:
    """Return what to put right: at most five findings, the rest of them, and after them minor points and notes."""
    found = actions(reading.assessment)
    urgent = together(reading, [finding for finding in found if finding.severity in _URGENT])
    lesser = together(reading, [finding for finding in found if finding.severity not in _URGENT])
    return {
        "shown": [finding_view(reading, group) for group in urgent[:FIRST]],
        "none": "" if urgent else reading.say("memo.first.none"),
        "rest": [finding_view(reading, group) for group in urgent[FIRST:]],
        "rest_title": reading.say("memo.first.more", n=_number(urgent[FIRST:])),
        "lesser": [finding_view(reading, group) for group in lesser],
        "lesser_title": reading.say("memo.first.lesser", n=_number(lesser)),
        "lesser_open": not urgent,
    }


def _number(groups: Sequence[Group]) -> int:
    return sum(len(group.members) for group in groups)


def finding_view(reading: Reading, group: Group) -> dict[str, Any]:
    """Return one finding, or several that are told together, in its frame."""
    from .why import why_view

    finding, (first, *others) = group.finding, group.members
    shown = _EVIDENCE_SHOWN * (2 if others else 1)
    return {
        "anchor": anchor(reading, first),
        "anchors": [anchor(reading, one) for one in others],
        "code": finding.code,
        "severity": finding.severity,
        "glyph": GLYPHS[finding.severity],
        "word": reading.teller.severity(finding.severity),
        "title": reading.text(finding.title),
        "subject": subject_mark(reading, group.members),
        "action": reading.text(finding.advice),
        "who": reading.owners(finding),
        "evidence": [evidence_view(reading, evidence) for evidence in finding.evidence[:shown]],
        "evidence_more": more(reading, len(finding.evidence) - shown),
        "guidance": guidance_view(reading, finding.source),
        "why": why_view(reading, group.members),
        "back": back_words(reading, first),
        "note": reading.text(finding.severity_note) if finding.severity_note else "",
    }


def predictions_view(reading: Reading) -> list[dict[str, Any]]:
    """Return what may follow, with the findings that it comes from."""
    by_code: dict[str, Finding] = {}
    for finding in actions(reading.assessment):
        by_code.setdefault(finding.code, finding)
    return [
        {
            **_remark(reading, finding),
            "causes": [
                {
                    "code": code,
                    "anchor": anchor(reading, by_code[code]) if code in by_code else "",
                    "title": reading.text(by_code[code].title) if code in by_code else "",
                }
                for code in finding.causes
            ],
        }
        for finding in reading.assessment.predictions
    ]


def strengths_view(reading: Reading) -> list[dict[str, Any]]:
    """Return what is met and told as such, with where it stands."""
    return [_remark(reading, finding) for finding in reading.assessment.strengths]


def evidence_view(reading: Reading, evidence: Evidence) -> dict[str, str]:
    """Return one piece of evidence: place, path, value as written, and both in words."""
    provenance = [
        reading.say("finding.evidence.source", source=evidence.source) if evidence.source else "",
        reading.say("finding.evidence.as_of", date=evidence.as_of) if evidence.as_of else "",
        reading.say("finding.evidence.by", by=evidence.by) if evidence.by else "",
    ]
    comma = "、" if reading.language == "ja" else ", "
    return {
        "place": place_of(evidence),
        "path": str(evidence.address),
        "value": value_code(evidence.value),
        "label": fact_label(reading, evidence.fact),
        "word": value_word(reading, evidence.fact, evidence.value, evidence.subject),
        "provenance": comma.join(part for part in provenance if part),
    }


def guidance_view(reading: Reading, source: Source) -> dict[str, Any]:
    """Return what a rule cites: two statements in our words, those of its own section first, and the other numbers."""
    known = [reading.kb.statements[number] for number in source.statements if number in reading.kb.statements]
    known.sort(key=lambda statement: statement.section != source.section)
    return {
        "ours": reading.say("finding.guidance.ours") if source.ours else "",
        "section": reading.say("finding.guidance.paper", section=section_name(source.section, reading.language))
        if source.section
        else "",
        "citation": citation(reading, source),
        "statements": [
            {
                "number": statement.number,
                "section": reading.say(
                    "finding.guidance.paper", section=section_name(statement.section, reading.language)
                ),
                "text": reading.text(statement.text),
            }
            for statement in known[:_GUIDANCE_SHOWN]
        ],
        "also": [statement.number for statement in known[_GUIDANCE_SHOWN:]],
    }


def more(reading: Reading, n: int) -> str:
    """Return `and 3 more`, or nothing when there is nothing more."""
    return reading.say("finding.evidence.more", n=n) if n > 0 else ""


def _remark(reading: Reading, finding: Finding) -> dict[str, Any]:
    return {
        "anchor": anchor(reading, finding),
        "code": finding.code,
        "title": reading.text(finding.title),
        "subject": subject_mark(reading, [finding]),
        "advice": reading.text(finding.advice),
        "guidance": guidance_view(reading, finding.source),
        "evidence": [evidence_view(reading, evidence) for evidence in finding.evidence[:_POINTERS_SHOWN]],
        "evidence_more": more(reading, len(finding.evidence) - _POINTERS_SHOWN),
    }
