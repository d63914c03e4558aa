"""Waivers: findings that a named person accepted, postponed or marked as not applicable, and whether that still stands.

A plan leaves its finding where it is: somebody is to put it right, and when the day is over and it is still there, that is told.

A waiver lapses on the day after its postponement, and it no longer stands when the facts that the finding rested on
have changed. Then the finding is back among the others, and the memo says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from ..knowledge.model import KnowledgeBase
from ..project.address import Address, subject_of
from ..project.decisions import Response
from ..project.memory import Key
from .model import Assessment, Finding, Waiver, WaiverStatus, about


def waived_keys(waivers: Iterable[Waiver], today: str, kb: KnowledgeBase) -> dict[Key, bool]:
    """Return what waivers leave out, by code and element; without an element, every finding of the code.

    A decision that was made before there is such a finding counts, too: it will be applied to one that comes.

    Args:
        waivers: The responses and what became of them.
        today: The date of the review, `2026-11-22`.
        kb: Says what each rule is about; a response about something else is applied to nothing that comes.

    Returns:
        True for each that stands whatever else becomes known, False for one that rests on facts.
    """
    found: dict[Key, bool] = {}
    for one in waivers:
        response = one.response
        if one.status == "applied" or (one.status == "unused" and _awaits(response, today)):
            key = _key(response, kb)
            if key is not None:
                found[key] = found.get(key, False) or response.rests_on is None
    return {key: stands or found.get((key[0], None), False) for key, stands in found.items()}


def _key(response: Response, kb: KnowledgeBase) -> Key | None:
    """Return the code and element that a response is about; None where no rule is ever about such a subject."""
    code, subject = response.finding, response.subject
    if code in kb.given_up:
        return None
    loop = kb.rule(code).loop
    if subject is None:
        return code, None
    before = subject_of(loop.source, "") if loop is not None else None
    return None if before is None or not subject.startswith(before) else (code, subject.removeprefix(before))


def _awaits(response: Response, today: str) -> bool:
    """Tell whether a response will be applied to a finding that comes; one that rests on facts needs them first."""
    return not response.is_plan and response.rests_on is None and not _is_over(response, today)


def _is_over(response: Response, today: str) -> bool:
    return response.until is not None and response.until < today


def decided_about(assessment: Assessment, key: Address) -> list[Finding]:
    """Return the findings that a decision is about, by code and subject: also those that decisions leave out."""
    left_out = (one for waiver in assessment.waivers if waiver.status == "applied" for one in waiver.findings)
    return list({one.subject: one for one in about((*assessment.findings, *left_out), *key)}.values())


def fingerprint_of(findings: Sequence[Finding]) -> str | None:
    """Return eight hex digits that change when a fact behind one of some findings does, or when there are others; None for none."""
    told = sorted(one.fingerprint for one in findings)
    return sha256("".join(told).encode()).hexdigest()[:8] if told[1:] else told[0] if told else None


def apply_responses(
    findings: Iterable[Finding], responses: Sequence[Response], today: str
) -> tuple[tuple[Finding, ...], tuple[Waiver, ...]]:
    """Return the findings that remain on a day, and the waivers."""
    findings = tuple(findings)
    decided = [None if one.is_plan else _waiver(one, findings, today) for one in responses]
    left_out = {id(one) for waiver in decided if waiver and waiver.status == "applied" for one in waiver.findings}
    remaining = tuple(finding for finding in findings if id(finding) not in left_out)
    return remaining, tuple(
        waiver or _waiver(response, remaining, today) for waiver, response in zip(decided, responses, strict=True)
    )


def _waiver(response: Response, findings: tuple[Finding, ...], today: str) -> Waiver:
    meant = tuple(about(findings, response.finding, response.subject))
    status: WaiverStatus = "applied"
    if not meant:
        status = "unused"
    elif response.is_plan:
        status = "overdue" if _is_over(response, today) else "planned"
    elif _is_over(response, today):
        status = "lapsed"
    elif response.rests_on not in (None, fingerprint_of(meant)):
        status = "facts_changed"
    return Waiver(response, status, meant)
