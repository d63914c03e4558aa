"""A row for each member of a family: its state, what was looked into, and how a gap is filled. No score, no total."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.assess.ledger import Row as Member
from ...engine.assess.ledger import rows
from ...engine.knowledge.presentation import Column, Ledger
from ..words.names import Reading
from ..words.verdict import actions
from ..writers.blocks import Block, Heading, Paragraph, Row, Span, Table, Words
from .actions import reference


def ledger_blocks(reading: Reading, part: Ledger) -> Iterator[Block]:
    """Yield the table and the note below it; nothing where nobody has said anything about any member."""
    members = rows(part, reading.assessment, reading.kb)
    if all(not one.known and one.looked is None for one in members):
        return
    title = reading.text(part.texts["title"])
    columns = [reading.text(column.title) for column in part.columns]
    heads = (*(reading.text(part.texts[key]) for key in ("member", "state")), *columns, reading.text(part.texts["gap"]))
    ticks = [len(column.ticks) for column in part.columns]
    widths = (15, 28, *(36 * (n + 1) // (sum(ticks) + len(ticks)) for n in ticks), 21)
    yield Heading(title, name=part.family)
    yield Table(
        title, heads, tuple(_row(reading, part, one) for one in members), kind="ledger", widths=widths, cards=True
    )
    yield Paragraph(reading.text(part.texts["note"]), soft=True)


def _row(reading: Reading, part: Ledger, one: Member) -> Row:
    name = reading.teller.subject(f"{part.family}/{one.member}")
    centre = [Span(f"★ {reading.text(part.texts['centre'])}", "soft")] if one.centre else []
    ticks = (_ticks(reading, column, f"{part.family}/{one.member}") for column in part.columns)
    return Row(((Span(name, "strong"), *centre), _state(reading, part, one), *ticks, _gap(reading, part, one)))


def _state(reading: Reading, part: Ledger, one: Member) -> Words:
    concept = reading.kb.vocabulary.concepts[part.state]
    steps = list(concept.values)
    last = len(steps) - 1
    if one.state is None:
        word = (
            reading.text(part.texts["looked"])
            if one.looked is False and "looked" in part.texts
            else reading.say("unknown")
        )
        return (Span(word, "level", f"?/{last}"),)
    word = reading.text(concept.values[one.state]) if one.state in concept.values else one.state
    level = f"{last - steps.index(one.state)}/{last}" if one.state in steps else f"?/{last}"
    note = [Span(reading.text(part.texts["best"]), "soft")] if one.best_open and "best" in part.texts else []
    return (Span(word, "level", level), *note)


def _ticks(reading: Reading, column: Column, subject: str) -> Words:
    values = [reading.value(tick.fact, subject) for tick in column.ticks]
    if all(value is None for value in values):
        return (Span(reading.say("unknown"), "sign", "unknown"),)
    told = []
    for tick, value in zip(column.ticks, values, strict=True):
        kind = "unknown" if value is None else "met" if value else "none"
        word = reading.say("unknown") if value is None else reading.text(tick.yes if value else tick.no)
        label = f"{reading.text(tick.label)} " if tick.label is not None else ""
        told.append(Span(f"{label}{word}", "sign", kind))
    return tuple(told)


def _gap(reading: Reading, part: Ledger, one: Member) -> Words:
    """Return how a gap is filled: the plan, that there is none (with the finding about it), or that it is unknown."""
    if one.plan:
        return reading.teller.value(part.plan, list(one.plan))
    if one.gap == "none":
        return (Span(reading.text(part.texts["no_gap"]), "sign", "none"),)
    if one.gap == "unknown":
        return (Span(reading.say("unknown"), "sign", "unknown"),)
    subject = f"{part.family}/{one.member}"
    found = [
        finding
        for finding in actions(reading.assessment)
        if finding.subject == subject and any(evidence.fact == part.plan for evidence in finding.evidence)
    ]
    sign = Span(reading.text(part.texts["no_plan"]), "sign", found[0].severity if found else "major")
    return (sign, *(reference(reading, finding) for finding in found[:1]))
