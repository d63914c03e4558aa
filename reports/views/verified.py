"""What was proved of the rules, as text and as data."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from ...engine.assess.model import SCHEMA_VERSION
from ...engine.knowledge.model import KnowledgeBase, Texts
from ...engine.verify.claims import Answer
from ..texts.common import filled
from ..writers.blocks import as_json
from ..writers.layout import clean

MARKER = '{\n "$schema": "./advise.schema.json#rules-verify"'
"""Begins every project that shows what was found."""

_TEXTS: dict[str, Texts] = {
    "rule_occurs": {"en": "{0} can never hold.", "ja": "{0} は決して成り立ちません。"},
    "rule_seen": {
        "en": "{0} is never told: wherever it holds, another rule replaces it.",
        "ja": "{0} は決して示されません。成り立つときは必ず別の規則に置き換わります。",
    },
    "severity_occurs": {"en": "{0} never has the severity {1}.", "ja": "{0} の重大さが {1} になることはありません。"},
    "value_occurs": {"en": "{0} never has the value {1}.", "ja": "{0} の値が {1} になることはありません。"},
    "not_implied": {
        "en": "Wherever {0} holds, {1} holds too, and neither replaces the other.",
        "ja": "{0} が成り立つときは必ず {1} も成り立ちますが、どちらも他方を置き換えません。",
    },
    "exception_needed": {
        "en": "The exception {0} excuses nothing: its claim holds, or there is none of it.",
        "ja": "例外 {0} は要りません。その主張は成り立つか、そのような主張がありません。",
    },
    "project": {"en": "    for example {project}", "ja": "    例：{project}"},
    "argued": {"en": "Excepted, with a reason:", "ja": "理由のある例外："},
    "reason": {"en": "    because: {reason}", "ja": "    理由：{reason}"},
    "not_settled": {"en": "Not settled:", "ja": "決まらなかったもの："},
    "open": {"en": "  {claim}: {about}", "ja": "  {claim}：{about}"},
    "sum": {
        "en": "{n} {n:claim|claims} about lists of up to {elements}: {proved} proved, {refuted} refuted, {argued} excepted, "
        "{open} not settled (rules {version})",
        "ja": "要素{elements}個までの一覧について{n}件を調べました。証明{proved}件、反証{refuted}件、例外{argued}件、未決{open}件 (規則集 {version})",
    },
}


def verified_text(answers: Sequence[Answer], kb: KnowledgeBase, elements: int, language: str) -> str:
    """Return what was refuted or not settled, and how many claims were proved, as people read it."""
    lines = []
    argued = []
    for answer in answers:
        if answer.outcome == "refuted" and answer.reason is None:
            lines.append(_told(answer, language))
            if answer.project is not None:
                lines.append(_say("project", language, project=clean(json.dumps(answer.project, ensure_ascii=False))))
        elif answer.reason is not None:
            argued += ["  " + _told(answer, language), _say("reason", language, reason=clean(answer.reason[language]))]
    if argued:
        lines += [_say("argued", language), *argued]
    unsettled = [answer for answer in answers if answer.outcome == "not_settled"]
    if unsettled:
        lines.append(_say("not_settled", language))
        lines += [_say("open", language, claim=one.claim, about=" ".join(one.about)) for one in unsettled]
    return "\n".join([*lines, _say("sum", language, elements=elements, version=kb.version, **_counts(answers))]) + "\n"


def verified_document(answers: Sequence[Answer], kb: KnowledgeBase, elements: int) -> dict[str, Any]:
    """Return how many claims were proved, and each one that was not, in the machine form."""
    counts = _counts(answers)
    return {
        "schema_version": SCHEMA_VERSION,
        "rules_version": kb.version,
        "elements": elements,
        "claims": counts["n"],
        "proved": counts["proved"],
        "answers": [
            {
                "claim": one.claim,
                "about": list(one.about),
                "outcome": one.outcome,
                "project": one.project,
                "reason": one.reason,
            }
            for one in answers
            if one.outcome != "proved"
        ],
    }


def shown_projects(answers: Sequence[Answer]) -> dict[str, str]:
    """Return the projects that show what was found, as texts of files by their names; no two names are alike.

    >>> [*shown_projects([Answer("value_occurs", ("a.*", "b/c"), "refuted", {}), Answer("value_occurs", ("A._", "B_c"), "refuted", {})])]
    ['value_occurs-a._-b_c.json', 'value_occurs-A._-B_c-2.json']
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for answer in answers:
        if answer.outcome == "proved" or answer.project is None:
            continue
        word = re.sub(r'[\x00-\x1f<>:"/\\|?*]', "_", "-".join((answer.claim, *answer.about)))
        name, number = word, 1
        while name.casefold() in taken:
            number += 1
            name = f"{word}-{number}"
        taken.add(name.casefold())
        found[f"{name}.json"] = as_json({"$schema": "./advise.schema.json#rules-verify", **answer.project})
    return found


def _counts(answers: Sequence[Answer]) -> dict[str, int]:
    outcomes = [answer.outcome if answer.reason is None else "argued" for answer in answers]
    return {
        "n": len(answers),
        "proved": outcomes.count("proved"),
        "refuted": outcomes.count("refuted"),
        "argued": outcomes.count("argued"),
        "open": outcomes.count("not_settled"),
    }


def _told(answer: Answer, language: str) -> str:
    about = (" ".join(answer.about),) if answer.claim == "exception_needed" else answer.about
    text = _TEXTS[answer.claim][language]
    for place, one in enumerate(about):
        text = text.replace(f"{{{place}}}", clean(one))
    return text


def _say(key: str, language: str, **values: object) -> str:
    return filled(_TEXTS[key][language], values)
