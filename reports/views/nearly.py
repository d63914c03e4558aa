"""Findings that nearly apply, as text and as the machine form. None of them is a finding, and it is said so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...engine.assess.model import SCHEMA_VERSION
from ...engine.knowledge.model import KnowledgeBase
from ...engine.project.project import Project
from ...engine.record import picked
from ...engine.whatif.changes import as_assumption
from ...engine.whatif.nearly import FARTHEST, Nearly
from ..texts import say
from ..words.answers import near_title, near_together, would
from ..words.names import Teller
from ..writers.blocks import Heading, Item, Paragraph
from ..writers.screen import Screen
from ..writers.text import as_text

SHOWN = 10


def nearly_text(found: Sequence[Nearly], project: Project, kb: KnowledgeBase, language: str, screen: Screen) -> str:
    """Return findings that nearly apply as text: the nearest ones, all of them in full."""
    return as_text(_blocks(found, Teller.naming(kb, language, project.names), screen.full), screen)


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
        **picked(one, "subject severity"),
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
    groups = near_together(found)
    shown = groups if full else groups[:SHOWN]
    for same in shown:
        one = same[0]
        rows = ((say("row.would", language), tuple(would(one, teller, alone=len(same) == 1))),)
        yield Item(
            f"{one.rule.code} {near_title(same, teller)}", one.severity, teller.severity(one.severity), rows=rows
        )
    if len(groups) > len(shown):
        yield Paragraph(say("more", language, n=sum(map(len, groups[len(shown) :]))))
    yield Paragraph(say("would.limit", language, n=FARTHEST))
