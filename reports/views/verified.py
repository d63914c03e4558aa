"""What was proved of the rules, as text and as data."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from ...engine.assess.model import SCHEMA_VERSION
from ...engine.knowledge.model import KnowledgeBase
from ...engine.record import picked
from ...engine.verify.asking import Answer
from ..texts import say
from ..writers.blocks import as_json
from ..writers.layout import clean

MARKER = '{\n "$schema": "./advise.schema.json#rules-verify"'
"""Begins every project that shows what was found."""


def verified_text(answers: Sequence[Answer], kb: KnowledgeBase, elements: int, language: str) -> str:
    """Return what was refuted or not settled, and how many claims were proved, as people read it."""
    lines = []
    argued = []
    for answer in answers:
        if answer.outcome == "refuted" and answer.reason is None:
            lines.append(_told(answer, language))
            if answer.project is not None:
                lines.append(
                    say("claim.project", language, project=clean(json.dumps(answer.project, ensure_ascii=False)))
                )
        elif answer.reason is not None:
            argued += [
                "  " + _told(answer, language),
                say("claim.reason", language, reason=clean(answer.reason[language])),
            ]
    if argued:
        lines += [say("claim.argued", language), *argued]
    unsettled = [answer for answer in answers if answer.outcome == "not_settled"]
    if unsettled:
        lines.append(say("claim.not_settled", language))
        lines += [say("claim.open", language, claim=one.claim, about=" ".join(one.about)) for one in unsettled]
    return (
        "\n".join([*lines, say("claim.sum", language, elements=elements, version=kb.version, **_counts(answers))])
        + "\n"
    )


def verified_document(answers: Sequence[Answer], kb: KnowledgeBase, elements: int) -> dict[str, Any]:
    """Return how many claims were proved, and each one that was not, in the machine form."""
    counts = _counts(answers)
    return {
        "schema_version": SCHEMA_VERSION,
        "rules_version": kb.version,
        "elements": elements,
        "claims": counts["n"],
        "proved": counts["proved"],
        "answers": [picked(one, "claim about outcome project reason") for one in answers if one.outcome != "proved"],
    }


def verified_sarif(answers: Sequence[Answer], kb: KnowledgeBase, language: str) -> dict[str, Any]:
    """Return each claim that is refuted or not settled as SARIF 2.1.0, which platforms show beside the files of the rules."""
    results = []
    for answer in answers:
        if answer.outcome == "proved":
            continue
        places = [rule.place for rule in kb.rules if rule.code in answer.about and rule.place is not None]
        places += [one.place for one in kb.derivations if one.concept in answer.about and one.place is not None]
        result: dict[str, Any] = {
            "ruleId": answer.claim,
            "level": "error" if answer.outcome == "refuted" else "note",
            "message": {"text": _told(answer, language)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": place.file},
                        "region": {"startLine": place.line, "startColumn": place.column},
                    }
                }
                for place in places[:1]
            ],
            "properties": {"about": list(answer.about), "outcome": answer.outcome, "project": answer.project},
        }
        if answer.reason is not None:
            result["suppressions"] = [{"kind": "external", "justification": answer.reason[language]}]
        results.append(result)
    rules = [{"id": name} for name in sorted({answer.claim for answer in answers})]
    driver = {"name": "advise rules verify", "version": kb.version, "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
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
    if answer.says is not None:
        about = (answer.says[language],)
    if answer.claim == "verdict_occurs" and len(about) > 1:
        return say("claim.verdict_occurs.in", language, one=clean(about[0]), other=clean(about[1]))
    return say(f"claim.{answer.claim}", language, **dict(zip(("one", "other"), map(clean, about), strict=False)))
