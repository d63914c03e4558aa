"""What people decided about findings: accepted, postponed, not applicable; and which of these decisions no longer stand."""

from __future__ import annotations

from typing import Any

from ...engine.assess.model import Finding, Waiver
from ...engine.knowledge.model import SEVERITIES
from ..texts.common import enumerate_words
from ..words.names import Reading, anchor, subject_name, write_date
from ..writers.screen import GLYPHS


def waivers_view(reading: Reading) -> list[dict[str, Any]]:
    """Return one entry a decision, in the order of the project file."""
    return [_waiver(reading, waiver) for waiver in reading.assessment.waivers]


def sorted_view(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    """Return the decisions that stand, those whose findings are back, and those about which there is nothing to find."""
    found: dict[str, list[dict[str, Any]]] = {"applied": [], "ended": [], "unused": []}
    for waiver, view in zip(reading.assessment.waivers, waivers_view(reading), strict=True):
        found[waiver.status if waiver.status in found else "ended"].append(view)
    return found if reading.assessment.waivers else {}


def decided_view(reading: Reading) -> str:
    """Return what decisions leave out of the verdict, as a line under it; empty when nothing is."""
    applied = [waiver for waiver in reading.assessment.waivers if waiver.status == "applied"]
    severities = [finding.severity for waiver in applied for finding in waiver.findings if finding.kind == "finding"]
    words = [
        reading.say("memo.decided.count", n=severities.count(severity), severity=reading.teller.severity(severity))
        for severity in SEVERITIES
        if severity in severities
    ]
    return reading.say("memo.decided", counts=enumerate_words(words, reading.language)) if words else ""


def back_words(reading: Reading, finding: Finding) -> str:
    """Return which decision about a finding no longer stands, and why; empty when there is none."""
    for waiver in reading.assessment.waivers:
        if waiver.status in ("lapsed", "facts_changed") and finding in waiver.findings:
            view = _waiver(reading, waiver)
            return reading.say("finding.back", decision=view["decision"], by=view["by"], status=view["status"])
    return ""


def _waiver(reading: Reading, waiver: Waiver) -> dict[str, Any]:
    response = waiver.response
    rules = {rule.code: rule for rule in reading.kb.rules}
    finding = waiver.findings[0] if waiver.findings else None
    title = reading.text(finding.title) if finding else ""
    if not title and response.finding in rules and rules[response.finding].loop is None:
        title = reading.text(rules[response.finding].title)
    more = len(waiver.findings) - 1
    kind = reading.say(f"waiver.{response.response}")
    until = response.until and reading.say("waiver.until", date=write_date(response.until, reading.language))
    shown = finding is not None and finding in reading.assessment.findings
    return {
        "code": response.finding,
        "severity": finding.severity if finding else "",
        "glyph": GLYPHS[finding.severity] if finding else "",
        "word": reading.teller.severity(finding.severity) if finding else "",
        "anchor": anchor(reading, finding) if finding is not None and shown else "",
        "title": title,
        "subject": (subject_name(reading, finding) if finding else "") or response.subject or "",
        "more": reading.say("finding.evidence.more", n=more) if more > 0 else "",
        "decision": f"{kind}{until}" if until else kind,
        "reason": response.reason,
        "by": reading.say("waiver.by", by=response.by, date=write_date(response.on, reading.language)),
        "status": "" if waiver.status == "applied" else reading.say(f"waiver.{waiver.status}"),
        "rests_on": response.rests_on or "",
        "fingerprint": finding.fingerprint if finding else "",
    }
