"""How many changes of the rules the scenarios notice, as text, as data and as scenarios to paste."""

from __future__ import annotations

import json
from typing import Any

from ...engine.assess.model import SCHEMA_VERSION
from ...engine.knowledge.model import KnowledgeBase
from ...engine.mutants.run import Score
from ...engine.mutants.survivors import Survivor
from ..texts import say
from ..writers.layout import clean

HEAD = "Feature: What no scenario says yet\n"
"""Begins the file with the scenarios that would notice what none does."""


def score_text(score: Score, kb: KnowledgeBase, language: str) -> str:
    """Return the score and every change that no case notices, with the scenario that would."""
    lines: list[str] = []
    for fate, key in (("survived", "changed.left"), ("not_settled", "changed.open")):
        found = [one for one in score.survivors if one.fate == fate]
        if found:
            lines.append(say(key, language))
        for one in found:
            lines += _one(one, language)
    return "\n".join([*lines, _sum(score, kb, language)]) + "\n"


def score_document(score: Score, kb: KnowledgeBase) -> dict[str, Any]:
    """Return the machine form."""
    return {
        "schema_version": SCHEMA_VERSION,
        "rules_version": kb.version,
        "changes": score.total,
        "noticed": score.killed,
        "equal": score.equal,
        "percent": round(score.percent, 1),
        "cases": score.cases,
        "kinds": dict(score.of_kind),
        "survivors": [
            {
                "where": one.mutant.where,
                "kind": one.mutant.kind,
                "what": one.mutant.what,
                "outcome": one.fate,
                "project": one.project,
                "scenario": one.scenario,
            }
            for one in score.survivors
        ],
    }


def missing_scenarios(score: Score) -> str:
    """Return a feature file with the scenarios that would notice what none does, each once."""
    told = dict.fromkeys(one.scenario for one in score.survivors if one.scenario is not None)
    return "\n".join([HEAD, *told])


def _sum(score: Score, kb: KnowledgeBase, language: str) -> str:
    fates = [one.fate for one in score.survivors]
    return say(
        "changed.sum",
        language,
        total=score.total,
        cases=score.cases,
        killed=score.killed,
        equal=score.equal,
        left=fates.count("survived"),
        open=fates.count("not_settled"),
        percent=f"{score.percent:.1f}",
        version=kb.version,
    )


def _one(one: Survivor, language: str) -> list[str]:
    change = one.mutant
    lines = [say("changed.one", language, where=change.where, kind=change.kind, what=clean(change.what))]
    if one.scenario is not None:
        lines += [f"  {clean(line)}" for line in one.scenario.rstrip("\n").split("\n")]
    elif one.project is not None:
        lines.append(say("changed.project", language, project=clean(json.dumps(one.project, ensure_ascii=False))))
        lines.append(say("changed.none", language))
    return lines
