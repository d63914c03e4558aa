"""Which kinds of scenario a rule lacks: read from what sentences expect, not from tags.

A rule needs scenarios in which its finding is found, is not found, cannot be told yet while a fact is asked for, and is
upcoming where it counts only from some phase on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..knowledge.model import KnowledgeBase, Rule
from .gherkin import Scenario
from .then import read

KINDS = ("found", "not found", "cannot be told and something is asked", "upcoming")


def lacking(kb: KnowledgeBase, scenarios: Iterable[Scenario]) -> dict[str, tuple[str, ...]]:
    """Return the kinds of scenario that rules lack, by code; a rule that lacks none is left out."""
    seen: dict[str, set[str]] = defaultdict(set)
    cases = (case for scenario in scenarios for case in scenario.cases)
    for expectations in ([read(text) for text in case.sentences("then")] for case in cases):
        asked = any(one.what == "asked" for one in expectations)
        for one in expectations:
            if one.what in ("found", "not found", "upcoming"):
                seen[one.name].add(one.what)
            elif one.what == "replaced":
                seen[one.name] |= {"found", "upcoming"}
            elif one.what == "cannot be told" and asked:
                seen[one.name].add(KINDS[2])
            elif one.what == "only new":
                for code in one.values:
                    seen[code].add("found")
    found = {
        rule.code: tuple(kind for kind in KINDS if kind not in seen[rule.code] and _needs(rule, kind))
        for rule in kb.rules
    }
    return {code: kinds for code, kinds in found.items() if kinds}


def _needs(rule: Rule, kind: str) -> bool:
    if kind == "upcoming":
        return rule.due is not None and bool(rule.due.earlier)
    return rule.asks or kind != KINDS[2]
