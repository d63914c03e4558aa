"""Questions: the unknown facts that stand in the way of an outcome, the most consequential first.

A fact that no undecided rule and no demand of the verdict waits for is never asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..knowledge.model import SEVERITIES, KnowledgeBase, Rule, Severity, Texts
from ..project.address import Address
from ..project.decisions import Asked
from .model import Question

_RANK: dict[Severity, int] = {severity: rank for rank, severity in enumerate(SEVERITIES)}


_DIGITS = 9


def worst_severity(rule: Rule) -> Severity:
    """Return the worst severity that a rule can report."""
    return min((case.severity for case in rule.severities), key=_RANK.__getitem__)


def rank_questions(
    waiting: Iterable[tuple[Rule, Severity, set[Address]]],
    missing: Iterable[Address],
    deciding: Iterable[Address],
    kb: KnowledgeBase,
    labels: Mapping[str, Texts],
    asked: Mapping[Address, Asked],
) -> tuple[Question, ...]:
    """Return the questions, ranked: must-know first, then by worst severity, step of the article, and reach.

    Args:
        waiting: Each undecided rule, the worst severity it could have, and the unknown facts in its way.
        missing: The must-know facts that are not known.
        deciding: The unknown facts that decide whether a verdict needs another one.
        kb: Gives texts, areas and severities.
        labels: What people call each subject.
        asked: What was asked before and not answered with a value.
    """
    rules: dict[Address, dict[str, tuple[Severity, Rule]]] = defaultdict(dict)
    for rule, severity, facts in waiting:
        for key in facts:
            before = rules[key].get(rule.code)
            if before is None or _RANK[severity] < _RANK[before[0]]:
                rules[key][rule.code] = severity, rule
    must = set(missing)
    for key in (*must, *deciding):
        rules.setdefault(key, {})
    questions = [
        _question(key, list(found.values()), key in must, kb, labels, asked.get(key)) for key, found in rules.items()
    ]
    return tuple(sorted(questions, key=_order))


def _question(
    key: Address,
    rules: list[tuple[Severity, Rule]],
    must: bool,
    kb: KnowledgeBase,
    labels: Mapping[str, Texts],
    asked: Asked | None,
) -> Question:
    fact, subject = key
    listed = kb.vocabulary.lists.get(fact)
    definition = kb.vocabulary.facts.get(fact)
    text = listed.question if listed is not None else definition.question if definition is not None else None
    label = listed.label if listed is not None else definition.label if definition is not None else {}
    ranked = sorted(rules, key=lambda pair: (_RANK[pair[0]], pair[1].code))
    steps = [area.step for _, rule in rules if (area := kb.areas.get(rule.area)) is not None and area.step is not None]
    return Question(
        fact=fact,
        subject=subject,
        subject_label=labels.get(subject) if subject is not None else None,
        text=text or {"en": fact, "ja": fact},
        label=label,
        help=definition.help if definition is not None else None,
        codes=tuple(rule.code for _, rule in ranked),
        severity=ranked[0][0] if ranked else "info",
        must_know=must,
        step=min(steps, default=None),
        asked=asked,
    )


def _order(question: Question) -> tuple[bool, int, int, int, str, str]:
    return (
        not question.must_know,
        _RANK[question.severity],
        question.step or 9,
        -len(question.codes),
        question.fact,
        counted(question.subject or ""),
    )


def counted(name: str) -> str:
    """Return a text that sorts as people count.

    >>> sorted(["seeds/s10", "seeds/s2", "seeds/s1"], key=counted)
    ['seeds/s1', 'seeds/s2', 'seeds/s10']
    """
    if not any(map(str.isdigit, name)):
        return name  # and no expression is compiled for it
    return re.sub(r"\d+", lambda number: number[0].zfill(_DIGITS), name)
