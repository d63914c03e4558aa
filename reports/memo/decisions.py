"""What people decided about findings: accepted, postponed, not applicable, planned; and what no longer stands or is overdue."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.assess.model import Finding, Waiver
from ...engine.knowledge.model import SEVERITIES
from ..texts import enumerate_words
from ..words.names import Reading, subject_name, write_date
from ..writers.blocks import Block, Heading, Item, Span


def decision_blocks(reading: Reading) -> Iterator[Block]:
    """Yield every decision, in the order of the project file, with who made it, why, and whether it still stands.

    What is planned stands with the action that it is about; here it is only told where there is no such finding any more.
    """
    waivers = [waiver for waiver in reading.assessment.waivers if waiver.status not in ("planned", "overdue")]
    if waivers:
        yield Heading(reading.say("memo.waivers"), name="waivers")
        yield from (_item(reading, waiver) for waiver in waivers)


def decided_words(reading: Reading) -> str:
    """Return what decisions leave out of the verdict, as a line under it; empty when nothing is."""
    applied = [waiver for waiver in reading.assessment.waivers if waiver.status == "applied"]
    severities = [finding.severity for waiver in applied for finding in waiver.findings if finding.kind == "finding"]
    words = [
        reading.say("memo.decided.count", n=severities.count(severity), severity=reading.teller.severity(severity))
        for severity in SEVERITIES
        if severity in severities
    ]
    return reading.say("memo.decided", counts=enumerate_words(words, reading.language)) if words else ""


def overdue_words(reading: Reading) -> str:
    """Return which plans are over their day while their finding is still there; empty when there is none."""
    overdue = [waiver for waiver in reading.assessment.waivers if waiver.status == "overdue"]
    told = [
        reading.say(
            "memo.overdue.one", code=one.response.finding, plan=" ".join(filter(None, plan_words(reading, one)))
        )
        for one in overdue
    ]
    return reading.say("memo.overdue", n=len(told), plans=reading.teller.join(told)) if told else ""


def plan_of(reading: Reading, finding: Finding) -> Waiver | None:
    """Return the plan for a finding, one about its own subject before one about all of its code; the last one counts."""
    found = [
        waiver
        for waiver in reading.assessment.waivers
        if waiver.status in ("planned", "overdue") and finding in waiver.findings
    ]
    return max(found, key=lambda waiver: waiver.response.subject is not None, default=None)


def plan_words(reading: Reading, plan: Waiver) -> tuple[str, str]:
    """Return who is to put a finding right and by when, each empty where the file does not say so."""
    until = plan.response.until
    day = reading.say("plan.until", date=write_date(until, reading.language)) if until else ""
    return plan.response.who or "", day


def back_words(reading: Reading, finding: Finding) -> str:
    """Return which decision about a finding no longer stands, and why; empty when there is none."""
    for waiver in reading.assessment.waivers:
        if waiver.status in ("lapsed", "facts_changed") and finding in waiver.findings:
            return reading.say(
                "finding.back",
                decision=_decision(reading, waiver),
                by=_by(reading, waiver),
                status=_status(reading, waiver),
            )
    return ""


def decision_words(reading: Reading, waiver: Waiver) -> tuple[str, str]:
    """Return what was decided, by whom and why, and whether it still stands; empty where there is nothing to say of that."""
    status = _status(reading, waiver) or (reading.say("waiver.rests_on") if waiver.response.rests_on else "")
    if waiver.response.is_plan:
        return reading.say("waiver.planned", plan=" ".join(filter(None, plan_words(reading, waiver)))), status
    return (
        reading.say(
            "waiver.told", decision=_decision(reading, waiver), by=_by(reading, waiver), reason=waiver.response.reason
        ),
        status,
    )


def rule_title(reading: Reading, code: str) -> str:
    """Return what a code is about where nothing is found; empty where its rule is gone, or would have to name something."""
    rule = next((rule for rule in reading.kb.rules if rule.code == code), None)
    return reading.text(rule.title) if rule is not None and rule.loop is None else ""


def _item(reading: Reading, waiver: Waiver) -> Item:
    finding = waiver.findings[0] if waiver.findings else None
    about = (subject_name(reading, finding) if finding else "") or waiver.response.subject or ""
    more = len(waiver.findings) - 1
    told, status = decision_words(reading, waiver)
    words = [
        Span(reading.text(finding.title) if finding else rule_title(reading, waiver.response.finding), "strong"),
        Span(about, "soft"),
        Span(reading.say("finding.evidence.more", n=more) if more > 0 else "", "soft"),
        Span(told),
        Span(status, "soft"),
        Span(waiver.response.finding, "ref"),
    ]
    severity = finding.severity if finding else None
    word = reading.teller.severity(severity) if severity else ""
    return Item(tuple(one for one in words if one.text), sign=severity, word=word)


def _decision(reading: Reading, waiver: Waiver) -> str:
    response = waiver.response
    kind = reading.say(f"waiver.{response.response}")
    return kind + (
        reading.say("waiver.until", date=write_date(response.until, reading.language)) if response.until else ""
    )


def _by(reading: Reading, waiver: Waiver) -> str:
    return reading.say("waiver.by", by=waiver.response.by, date=write_date(waiver.response.on or "", reading.language))


def _status(reading: Reading, waiver: Waiver) -> str:
    gone = reading.kb.given_up.get(waiver.response.finding)
    if gone is not None:
        return reading.say("waiver.given_up", now=gone.now)
    if waiver.status == "overdue":
        return reading.say("plan.overdue")
    return "" if waiver.status in ("applied", "planned") else reading.say(f"waiver.{waiver.status}")
