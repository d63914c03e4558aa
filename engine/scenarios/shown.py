"""What an assessment says, in the few words in which a failing scenario tells it."""

from __future__ import annotations

from collections.abc import Iterable

from ..assess.model import Assessment, Finding, Outcome
from ..problems.problem import Texts

_TRUTHS: dict[str, Texts] = {
    "holds": {"en": "holds", "ja": "当てはまります"},
    "does_not_hold": {"en": "does not hold", "ja": "当てはまりません"},
    "cannot_tell": {"en": "cannot be told", "ja": "まだ分かりません"},
}


def findings_of(assessment: Assessment, code: str, subject: str | None) -> list[Finding]:
    """Return the findings of a code, about one subject or about any."""
    return [one for one in assessment.findings if one.code == code and subject in (None, one.subject)]


def told(code: str, outcomes: Iterable[Outcome]) -> dict[str, str]:
    """Say what became of a rule, for every subject."""
    found = list(outcomes)
    if not found:
        return {"en": f"{code} was never reviewed", "ja": f"{code} の対象になるものがありません"}
    en = [
        _TRUTHS[one.outcome]["en"]
        + (f" for {one.subject}" if one.subject else "")
        + (f", but is replaced by {one.replaced_by}" if one.replaced_by else "")
        for one in found
    ]
    ja = [
        (f"{one.subject} については" if one.subject else "")
        + _TRUTHS[one.outcome]["ja"]
        + (f"（代わりに {one.replaced_by} を示します）" if one.replaced_by else "")
        for one in found
    ]
    return {"en": f"{code} " + "; ".join(en), "ja": f"{code} は" + "。".join(ja)}


def shown(findings: Iterable[Finding]) -> str:
    """List findings by code, subject and severity."""
    named = [one.code + (f" for {one.subject}" if one.subject else "") + f" ({one.severity})" for one in findings]
    return ", ".join(named) or "-"


def codes_of(findings: Iterable[Finding]) -> str:
    """List the codes of findings."""
    return ", ".join(sorted({finding.code for finding in findings}))


def path_of(fact: str, subject: str | None) -> str:
    """Return a fact's path as a scenario writes it."""
    if subject is None:
        return fact
    return f"{subject}.{fact.rpartition('.')[2]}"
