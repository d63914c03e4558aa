"""What people decided about findings: accepted, postponed, not applicable; and which of these decisions no longer stand."""

from __future__ import annotations

from ..engine.assess.waivers import Waiver
from .dates import write_date
from .memo_findings import subject_name
from .words import Reading


def waivers_view(reading: Reading) -> list[dict[str, str]]:
    """Return one entry a decision, in the order of the project file."""
    return [_waiver(reading, waiver) for waiver in reading.assessment.waivers]


def _waiver(reading: Reading, waiver: Waiver) -> dict[str, str]:
    response = waiver.response
    rules = {rule.code: rule for rule in reading.kb.rules}
    finding = waiver.findings[0] if waiver.findings else None
    title = reading.text(finding.title) if finding else ""
    if not title and response.finding in rules and rules[response.finding].loop is None:
        title = reading.text(rules[response.finding].title)
    more = len(waiver.findings) - 1
    kind = reading.say(f"waiver.{response.response}")
    until = response.until and reading.say("waiver.until", date=write_date(response.until, reading.language))
    return {
        "code": response.finding,
        "title": title,
        "subject": (subject_name(reading, finding) if finding else "") or response.subject or "",
        "more": reading.say("finding.evidence.more", n=more) if more > 0 else "",
        "decision": f"{kind}{until}" if until else kind,
        "reason": response.reason,
        "by": reading.say("waiver.by", by=response.by, date=write_date(response.on, reading.language)),
        "status": "" if waiver.status == "applied" else reading.say(f"waiver.{waiver.status}"),
    }
