"""Findings that nearly apply, as text and as the machine form. None of them is a finding, and it is said so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..engine.assess.model import SCHEMA_VERSION
from ..engine.facts.project import Project
from ..engine.knowledge.model import KnowledgeBase
from ..engine.whatif.changes import as_assumption, as_json
from ..engine.whatif.nearly import FARTHEST, Nearly
from .blocks import Heading, Item, Paragraph, as_text
from .fact_messages import say
from .messages import enumerate_words
from .telling import Teller
from .terminal import Screen

SHOWN = 10
_SUBJECTS_SHOWN = 4


def nearly_text(found: Sequence[Nearly], project: Project, kb: KnowledgeBase, language: str, screen: Screen) -> str:
    """Return findings that nearly apply as text: the nearest ones, all of them in full."""
    names = {subject: dict.fromkeys(("en", "ja"), name) for subject, name in project.names.items()}
    return as_text(_blocks(found, Teller(kb, language, names), screen.full), screen)


def together(found: Sequence[Nearly]) -> list[list[Nearly]]:
    """Return findings in their order, the same one about several subjects as one where the same would bring it."""
    groups: dict[tuple[Any, ...], list[Nearly]] = {}
    for one in found:
        own = all(change.subject in (None, one.subject) for change in one.changes)
        changes = tuple((change.fact, change.value) for change in one.changes) if own else one.subject
        groups.setdefault((one.rule.code, one.severity, one.now, changes), []).append(one)
    return list(groups.values())


def would(one: Nearly, teller: Teller, *, alone: bool = True) -> list[str]:
    """Return what would have to be so, one line a fact; for several findings together the facts' subjects are left out."""
    lines = []
    for change, now in zip(one.changes, one.now, strict=True):
        fact = teller.fact(change.fact, change.subject if alone else None)
        then = _value(change.fact, as_json(change.value), teller)
        if now is None:
            lines.append(say("would.unknown", teller.language, fact=fact, then=then))
        else:
            before = _value(change.fact, as_json(now), teller)
            lines.append(say("would.change", teller.language, fact=fact, now=before, then=then))
    return lines


def named(same: Sequence[Nearly], teller: Teller) -> str:
    """Return the title of findings alike, with the subjects that they are about."""
    subjects = [teller.subject(one.subject) for one in same if one.subject is not None]
    told = enumerate_words(subjects, teller.language, shown=_SUBJECTS_SHOWN)
    return same[0].rule.title[teller.language].replace("{subject}", told)


def nearly_document(found: Sequence[Nearly], kb: KnowledgeBase) -> dict[str, Any]:
    """Return the machine form of findings that nearly apply."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "nearly",
        "farthest": FARTHEST,
        "findings": [nearly_finding(one, kb) for one in found],
    }


def nearly_finding(one: Nearly, kb: KnowledgeBase) -> dict[str, Any]:
    """Return a finding that nearly applies as plain JSON data."""
    return {
        "code": one.rule.code,
        "subject": one.subject,
        "severity": one.severity,
        "outcome": "cannot_tell" if one.truth is None else "does_not_hold",
        "distance": one.distance,
        "set": [as_assumption(change, kb) for change in one.changes],
    }


def _blocks(found: Sequence[Nearly], teller: Teller, full: bool) -> Iterator[Heading | Paragraph | Item]:
    language = teller.language
    yield Heading(say("nearly", language), 1)
    if not found:
        yield Paragraph(say("nearly.none", language, n=FARTHEST))
        return
    yield Paragraph(say("nearly.note", language))
    groups = together(found)
    shown = groups if full else groups[:SHOWN]
    for same in shown:
        one = same[0]
        rows = ((say("row.would", language), tuple(would(one, teller, alone=len(same) == 1))),)
        yield Item(f"{one.rule.code} {named(same, teller)}", one.severity, teller.severity(one.severity), rows=rows)
    if len(groups) > len(shown):
        yield Paragraph(say("more", language, n=sum(map(len, groups[len(shown) :]))))
    yield Paragraph(say("would.limit", language, n=FARTHEST))


def _value(fact: str, value: Any, teller: Teller) -> str:
    if value == "-" or value == ["-"]:
        return say("answer.written", teller.language)
    return teller.value(fact, value)
