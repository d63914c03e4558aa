"""The road map: the parts of the way in their order, what each of them still asks for, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.knowledge.model import SEVERITIES
from ...engine.knowledge.presentation import Stop
from ..words.names import Reading
from ..words.verdict import actions
from ..writers.blocks import Block, Group, Heading, Item, Paragraph, Span
from .actions import reference
from .alike import together

_UPCOMING = 6


def road_blocks(reading: Reading) -> Iterator[Block]:
    """Yield the road map; nothing where the knowledge base has none."""
    stops = reading.kb.presentation.road
    if stops:
        items = tuple(Item((Span(reading.text(stop.title), "strong"), *standing(reading, stop))) for stop in stops)
        yield Group("steps", items)


def standing(reading: Reading, stop: Stop) -> Iterator[Span]:
    """Yield what is to be put right in a part of the way, and how many points are open; that it is in order otherwise."""
    found = [finding.severity for finding in actions(reading.assessment) if finding.area in stop.areas]
    phase = reading.value(reading.kb.verdict.phase or "")
    for severity in SEVERITIES[:-1]:
        if severity in found:
            word = reading.teller.severity(severity)
            yield Span(reading.say("road.count", word=word, n=found.count(severity)), "sign", severity)
    outcomes = [
        one.outcome
        for one in reading.assessment.trace
        if (rule := reading.kb.rule(one.code)).area in stop.areas
        and rule.kind == "finding"
        and not rule.comes_later(phase)
    ]
    unknown = outcomes.count("cannot_tell")
    if unknown:
        yield Span(reading.say("road.open", n=unknown), "sign", "unknown")
    elif outcomes and not set(found) - {"info"}:
        yield Span(reading.say("road.checked"), "sign", "met")
    later = sum(finding.area in stop.areas for finding in reading.assessment.upcoming)
    if later:
        yield Span(reading.say("road.upcoming", n=later), "soft")


def upcoming_blocks(reading: Reading) -> Iterator[Block]:
    """Yield what is not due yet and will be, in the order of the road map; nothing where nothing is."""
    groups = together(reading, reading.assessment.upcoming)
    if not groups:
        return
    yield Heading(reading.say("memo.upcoming"), note=reading.say("memo.upcoming.note"), name="upcoming")
    for group in groups[:_UPCOMING]:
        yield Item((reading.text(group.finding.title), reference(reading, group.members[0])))
    if len(groups) > _UPCOMING:
        yield Paragraph(reading.say("memo.predictions.more", n=len(groups) - _UPCOMING), soft=True)
