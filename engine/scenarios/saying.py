"""What is told about a sentence that fails, in both languages: either it cannot be meant, or it is not so.

What such a message calls things, and in few words what an assessment says instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..assess.model import Assessment, Finding, Outcome
from ..knowledge.model import FactDefinition, ListDefinition
from ..problems.problem import Texts, nearest

_FEW = 10
"""As many names as a message lists when none of them is near."""

_TRUTHS: dict[str, Texts] = {
    "holds": {"en": "holds", "ja": "当てはまります"},
    "does_not_hold": {"en": "does not hold", "ja": "当てはまりません"},
    "cannot_tell": {"en": "cannot be told", "ja": "まだ分かりません"},
}

FACT: Texts = {"en": "fact", "ja": "事実"}
LIST: Texts = {"en": "list", "ja": "一覧"}
PARAMETER: Texts = {"en": "parameter", "ja": "目安"}
CODE: Texts = {"en": "finding code", "ja": "指摘のコード"}
SEVERITY: Texts = {"en": "severity", "ja": "重要度"}
VERDICT: Texts = {"en": "verdict", "ja": "判定"}
UPCOMING: Texts = {
    "en": "it is upcoming: not due in this phase",
    "ja": "まだこの段階の指摘ではありません（今後の指摘です）",
}
DUE: Texts = {"en": "it is due in this phase, not upcoming", "ja": "今後ではなく、この段階の指摘です"}


class _SayingError(AssertionError):
    """A failing sentence; `texts` says why."""

    def __init__(self, en: str, ja: str) -> None:
        super().__init__(en)
        self.texts: Texts = {"en": en, "ja": ja}

    def __reduce__(self) -> tuple[object, ...]:
        """Say how to make it again: a worker process sends it as it is."""
        return type(self), (self.texts["en"], self.texts["ja"])


class SentenceError(_SayingError):
    """A sentence of a scenario that says something which cannot be meant."""


class UnmetError(_SayingError):
    """A sentence of a scenario that can be meant and is not so."""


def hold(holds: Any, en: str, ja: str) -> None:
    """Fail when something that a scenario expects is not so, and say what is so instead."""
    if not holds:
        raise UnmetError(en, ja)


def known(name: str, names: Iterable[str], what: Texts) -> str:
    """Return a name that is among the known ones; fail with the nearest one otherwise."""
    among = list(names)
    if name not in among:
        meant = nearest_of(name, among)
        raise SentenceError(
            f"there is no {what['en']} '{name}'{meant['en']}", f"{what['ja']}「{name}」はありません{meant['ja']}"
        )
    return name


def nearest_of(name: str, names: Iterable[str]) -> Texts:
    """Return what follows a complaint: the name that was probably meant, or the names there are when they are few."""
    among = list(names)
    close = nearest(name, among)
    if close:
        return {"en": f"; did you mean '{close}'?", "ja": f"。「{close}」のことですか"}
    if 0 < len(among) <= _FEW:
        return {"en": f"; there is: {', '.join(among)}", "ja": f"。あるもの：{'、'.join(among)}"}
    return {"en": "", "ja": ""}


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


def element(listed: ListDefinition) -> Texts:
    """Name an element of a list; in English by the name that rules give it, which scenarios use, too."""
    return {"en": listed.element, "ja": listed.element_label.get("ja", listed.element)}


def element_there(listed: ListDefinition) -> Texts:
    """Name an element of a list that a scenario is to have."""
    return {"en": f"{listed.element} in the scenario named", "ja": f"シナリオに{element(listed)['ja']}"}


def fact_of(source: str) -> Texts:
    """Name a fact of a list's elements."""
    return {"en": f"fact of {source}", "ja": f"{source} の事実"}


def concept_of(source: str) -> Texts:
    """Name a derived fact of a list's elements."""
    return {"en": f"concept of {source}", "ja": f"{source} の導かれる事実"}


def value_of(path: str) -> Texts:
    """Name a value of a fact, a derived fact or a parameter."""
    return {"en": f"value of {path}", "ja": f"{path} の値"}


def cause_of(code: str) -> Texts:
    """Name a finding that a prediction follows from."""
    return {"en": f"cause of {code}", "ja": f"{code} のもとになる指摘"}


def label(fact: FactDefinition) -> Texts:
    """Name a fact by its label."""
    return {"en": fact.label.get("en", fact.path), "ja": fact.label.get("ja", fact.path)}
