"""What changed since the last memo: the verdict, the findings that came and went, and what made the difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..texts.difference import say as say_difference
from ..words.names import Reading, anchor, write_date
from ..writers.screen import GLYPHS

if TYPE_CHECKING:
    from ...engine.compare.difference import Difference, FindingChange


def since_view(reading: Reading, difference: Difference) -> dict[str, Any]:
    """Return the changes since an earlier assessment.

    Args:
        reading: What is told now.
        difference: The difference between the earlier assessment and this one.
    """
    language = reading.language
    old, new = difference.old.verdict, difference.new.verdict
    label = reading.teller.verdict
    key = "since.verdict.same" if old == new else "since.verdict.other"
    findings = [change for change in difference.findings if change.finding.kind == "finding"]
    groups = (
        ("since.came", [change for change in findings if change.old is None]),
        ("since.went", [change for change in findings if change.new is None]),
        ("since.severity", [change for change in findings if None not in (change.old, change.new)]),
    )
    parts = [say_difference(f"part.{part}", language) for part in difference.parts]
    return {
        "title": reading.say("since.title", date=write_date(difference.old.today, language)),
        "verdict": reading.say(key, old=label(old), new=label(new)),
        "groups": [
            {"title": reading.say(name, n=len(changes)), "findings": [_finding(reading, one) for one in changes]}
            for name, changes in groups
            if changes
        ],
        "nothing": "" if findings else reading.say("since.nothing"),
        "parts": reading.say("since.parts", parts=reading.teller.join(parts)) if parts else "",
    }


def _finding(reading: Reading, change: FindingChange) -> dict[str, Any]:
    noted = change.finding
    severity = change.new or change.old or noted.severity
    shown = [
        finding
        for finding in reading.assessment.findings
        if (finding.code, finding.subject) == noted.key and change.new is not None
    ]
    return {
        "code": noted.code,
        "severity": severity,
        "glyph": GLYPHS[severity],
        "word": reading.teller.severity(severity),
        "title": noted.title.get(reading.language, noted.code),
        "anchor": anchor(reading, shown[0]) if shown else "",
        "remark": _remark(reading, change),
    }


def _remark(reading: Reading, change: FindingChange) -> str:
    """Return what became of a finding that went, or its severity before."""
    if change.old is not None and change.new is not None:
        return reading.say("since.was", severity=reading.teller.severity(change.old))
    known: Sequence[str] = ("does_not_hold", "cannot_tell", "waived", "replaced")
    return reading.say(f"since.fate.{change.fate}") if change.new is None and change.fate in known else ""
