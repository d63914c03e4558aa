"""Findings that nearly apply, as the memo shows them: grave ones that a single known fact keeps away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..words.names import Reading, severity_word
from .least import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...engine.whatif.nearly import Nearly
    from ...engine.whatif.outlook import Outlook


def near_view(reading: Reading, outlook: Outlook | None) -> dict[str, Any]:
    """Return the nearest findings, those alike about several subjects as one; empty when none is near."""
    if outlook is None or not outlook.near:
        return {}
    from ...engine.whatif.outlook import NEAR
    from ..words.nearly import together

    groups = together(outlook.near)
    return {
        "title": reading.say("memo.near", n=len(groups)),
        "note": reading.say("memo.near.note"),
        "shown": [_row(same, reading) for same in groups],
        "more": reading.say("memo.near.more") if len(groups) >= NEAR else "",
    }


def _row(same: Sequence[Nearly], reading: Reading) -> dict[str, str]:
    """Return what would have to change, and what it would bring."""
    from ..words.nearly import named, would

    one, teller = same[0], reading.teller
    severity = severity_word(reading, one.severity)
    finding = reading.say("effect.finding.titled", title=named(same, teller), code=one.rule.code, severity=severity)
    return {
        "change": capitalised(would(one, teller, alone=len(same) == 1)[0]),
        "brings": reading.say("sentence", text=reading.say("effect.added", findings=finding, n=1)),
    }
