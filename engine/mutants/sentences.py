"""A scenario as a feature file has it: what is stated of a project, and what one rule base says of it and not another."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..assess.model import Assessment, Finding
from ..knowledge.model import KnowledgeBase
from ..problems.problem import Texts
from ..scenarios.then import Expectation, What, written

Told = tuple[str, str | None]
"""A code and its subject."""


def scenario(title: Texts, document: Mapping[str, Any], said: list[str], kb: KnowledgeBase) -> str:
    """Return a scenario.

    Args:
        title: What it is called in each language.
        document: The project.
        said: What is expected.
        kb: The vocabulary of the project.
    """
    lines = [f"  Scenario: {title['en']}", f"    {title['ja']}", ""]
    steps = list(_given(document, kb))
    keyword = "Given"
    for text, rows in steps or [("a project about which nothing is known", None)]:
        lines.append(f"    {keyword} {text}")
        lines += [f"      | {' | '.join(row)} |" for row in rows or ()]
        keyword = "And"
    lines.append("    When the project is reviewed")
    lines += [f"    {'And' if place else 'Then'} {text}" for place, text in enumerate(said)]
    return "\n".join(lines) + "\n"


def differing(one: Assessment, other: Assessment) -> list[str]:
    """Return the sentences that hold of one assessment and not of the other."""
    said = [*_findings(one, other), *_derived(one, other)]
    if one.verdict != other.verdict:
        said.append(Expectation("verdict", "", value=one.verdict))
    if one.verdict_range != other.verdict_range and not said:
        said.append(Expectation("range", one.verdict_range[0], value=one.verdict_range[1]))
    return [written(expected, "en") for expected in said or _questions(one, other)]


def _findings(one: Assessment, other: Assessment) -> Iterator[Expectation]:
    here, there = _by_key(one), _by_key(other)
    outcomes = {(out.code, out.subject): (out.outcome, out.replaced_by) for out in other.trace}
    for out in one.trace:
        key = out.code, out.subject
        left, right = here.get(key), there.get(key)
        if _told(left) == _told(right) and outcomes.get(key, ("", None))[0] == out.outcome:
            if left is not None and right is not None and left.causes != right.causes:
                lost = [code for code in left.causes if code not in right.causes]
                yield from (Expectation("follows", out.code, values=(code,)) for code in lost)
        elif left is not None:
            yield Expectation("upcoming" if left.kind == "upcoming" else "found", *key, left.severity)
        elif out.replaced_by is not None:
            yield Expectation("replaced", *key, out.replaced_by)
        else:
            yield Expectation("cannot be told" if out.outcome == "cannot_tell" else "not found", *key)


def _by_key(assessment: Assessment) -> dict[Told, Finding]:
    return {(one.code, one.subject): one for one in assessment.findings}


def _told(finding: Finding | None) -> tuple[str, str] | None:
    return None if finding is None else ("upcoming" if finding.kind == "upcoming" else "", finding.severity)


def _derived(one: Assessment, other: Assessment) -> Iterator[Expectation]:
    for name, value in one.derived.items():
        if value != other.derived.get(name):
            shown = ", ".join(value) if isinstance(value, list) else value
            yield Expectation("undetermined" if value is None else "derived", name, value=shown)


def _questions(one: Assessment, other: Assessment) -> Iterator[Expectation]:
    here, there = ({(ask.fact, ask.subject) for ask in which.questions} for which in (one, other))
    what: What
    for wanted, what in ((here - there, "asked"), (there - here, "not asked")):
        for fact, subject in sorted(wanted, key=str)[:1]:
            yield Expectation(what, fact, subject)


def _given(document: Mapping[str, Any], kb: KnowledgeBase) -> Iterator[tuple[str, list[list[str]] | None]]:
    lists = kb.vocabulary.lists
    for path, value in _flat(document):
        head, _, rest = path.partition(".")
        if path in lists and value:
            flat = [dict(_flat(element)) for element in value]
            columns = list(dict.fromkeys(column for element in flat for column in element))
            rows = [[_cell(element[column]) if column in element else "" for column in columns] for element in flat]
            yield f"the {path.rpartition('.')[2]}:", [columns, *rows]
        elif head in lists and lists[head].members and path not in kb.vocabulary.facts:
            member, _, attribute = rest.partition(".")
            yield f'"{head}/{member}.{attribute}" is {_value(value)}', None
        else:
            yield f'"{path}" is {_value(value)}', None


def _flat(node: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cell(value: object) -> str:
    return value if isinstance(value, str) else _value(value)
