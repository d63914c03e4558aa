"""Responses: what people decided about findings - accepted, postponed, not applicable - as the project file says it.

Each needs a reason, a name and a date. Whether a response still stands is decided when a project is assessed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from .values import is_blank

RESPONSES = ("accepted", "postponed", "not_applicable")
REQUIRED = ("finding", "response", "reason", "by", "on")
OPTIONAL = ("subject", "until", "rests_on")

Complain = Callable[[str, str, dict[str, Any]], None]
"""Reports a problem: code, pointer, details."""


class Response(Struct, frozen=True):
    """A decision about a finding.

    Attributes:
        finding: The finding's code.
        response: accepted, postponed, or not_applicable.
        reason, by, on: Why, who, and on which day.
        subject: The subject it is about; None for a finding about the project, or for every subject of the code.
        until: The last day that a postponement holds.
        rests_on: The finding's fingerprint when it was decided; a changed one brings the finding back.
        pointer: Where it stands in the document.
    """

    finding: str
    response: str
    reason: str
    by: str
    on: str
    pointer: str
    subject: str | None = None
    until: str | None = None
    rests_on: str | None = None


def read_responses(data: Any, codes: frozenset[str], complain: Complain) -> tuple[Response, ...]:
    """Read the `responses` of a project document.

    Args:
        data: The JSON value, None when there are none.
        codes: The codes of all rules.
        complain: Called with each problem.
    """
    if data is None:
        return ()
    if not isinstance(data, list):
        complain("P203", "/responses", {"path": "responses"})
        return ()
    found = []
    for index, item in enumerate(data):
        pointer = f"/responses/{index}"
        if not isinstance(item, dict):
            complain("P202", pointer, {"path": f"responses[{index}]"})
        elif _sound(item, pointer, codes, complain):
            found.append(Response(pointer=pointer, **{key: item[key] for key in (*REQUIRED, *OPTIONAL) if key in item}))
    return tuple(found)


def _sound(item: dict[str, Any], pointer: str, codes: frozenset[str], complain: Complain) -> bool:
    sound = True

    def wrong(code: str, key: str, **details: Any) -> None:
        nonlocal sound
        sound = False
        complain(code, f"{pointer}/{key}" if key in item else pointer, {"path": f"responses.{key}", **details})

    for key in item:
        if key not in (*REQUIRED, *OPTIONAL):
            wrong("P230", key, value=key, allowed=[*REQUIRED, *OPTIONAL])
    missing = [key for key in REQUIRED if item.get(key) is None]
    if missing:
        wrong("P231", missing[0] if len(missing) == 1 else "", value='", "'.join(missing))
    for key in (*REQUIRED, *OPTIONAL):
        if item.get(key) is not None and not is_text(item[key]):
            wrong("P234" if isinstance(item[key], str) else "P207", key)
    _sensible({key: value for key, value in item.items() if is_text(value)}, item.get("until"), codes, wrong)
    return sound


def _sensible(texts: dict[str, str], until: Any, codes: frozenset[str], wrong: Callable[..., None]) -> None:
    """Report what those parts of a response that are texts do not say, alone or together."""
    for key, allowed in (("finding", sorted(codes)), ("response", list(RESPONSES))):
        if key in texts and texts[key] not in allowed:
            wrong("P206", key, value=texts[key], allowed=allowed)
    is_told = until is None or "until" in texts
    if is_told and "response" in texts and (texts["response"] == "postponed") != (until is not None):
        wrong("P232", "until")
    for key in ("on", "until"):
        if key in texts and not is_date(texts[key]):
            wrong("P233", key, value=texts[key])


def is_text(value: Any) -> bool:
    """Tell whether a part of a record is a text that says something."""
    return isinstance(value, str) and not is_blank(value)


def is_date(text: str) -> bool:
    """Tell whether a text is a date as documents write it (`2026-12-31`)."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
