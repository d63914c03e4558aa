"""What changed since the last memo: the verdict, the findings that came and went, and what made the difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..words.names import Reading, write_date
from ..writers.blocks import Block, Fold, Item, Paragraph, Span
from .actions import reference

if TYPE_CHECKING:
    from ...engine.compare.difference import Difference, FindingChange

_FATES = ("does_not_hold", "cannot_tell", "waived", "replaced")


def since_blocks(reading: Reading, difference: Difference) -> Iterator[Block]:
    """Yield the changes since an earlier assessment: one line, and each of them folded behind it."""
    language, say, label = reading.language, reading.say, reading.teller.verdict
    old, new = difference.old.verdict, difference.new.verdict
    key = "since.verdict.same" if old == new else "since.verdict.other"
    findings = [change for change in difference.findings if change.finding.kind == "finding"]
    groups = (
        ("since.due", [change for change in findings if change.due]),
        ("since.came", [change for change in findings if change.old is None]),
        ("since.went", [change for change in findings if change.new is None]),
        ("since.severity", [one for one in findings if None not in (one.old, one.new) and not one.due]),
    )
    counted = [say(name, n=len(changes)) for name, changes in groups if changes]
    parts = [say(f"part.{part}") for part in difference.parts]
    told = [
        say("labelled", label=say("since.title", date=write_date(difference.old.today, language)), text=""),
        say(key, old=label(old), new=label(new)),
        say("sentence", text=reading.teller.join(counted)) if counted else say("since.nothing"),
        say("since.parts", parts=reading.teller.join(parts)) if parts else "",
    ]
    yield Paragraph(" ".join(text.strip() for text in told if text), soft=True)
    if findings:
        items = tuple(
            _item(reading, change, say(name, n=len(changes))) for name, changes in groups for change in changes
        )
        yield Fold(say("since.see"), items, name="since")


def _item(reading: Reading, change: FindingChange, group: str) -> Item:
    noted = change.finding
    severity = change.new or change.old or noted.severity
    shown = [
        finding
        for finding in reading.assessment.findings
        if (finding.code, finding.subject) == noted.key and change.new is not None
    ]
    code = reference(reading, shown[0]) if shown else Span(noted.code, "ref")
    words = (
        Span(group, "soft"),
        noted.title.get(reading.language, noted.code),
        Span(_remark(reading, change), "soft"),
        code,
    )
    told = tuple(one for one in words if isinstance(one, str) or one.text)
    return Item(told, sign=severity, word=reading.teller.severity(severity))


def _remark(reading: Reading, change: FindingChange) -> str:
    """Return what became of a finding that went, or its severity before."""
    if change.old is not None and change.new is not None and change.old != change.new:
        return reading.say("since.was", severity=reading.teller.severity(change.old))
    return reading.say(f"since.fate.{change.fate}") if change.new is None and change.fate in _FATES else ""
