"""The road map: the parts of the way in their order, and what each of them still asks for."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.knowledge.model import SEVERITIES
from ...engine.knowledge.presentation import Stop
from ..words.names import Reading
from ..words.verdict import actions
from ..writers.blocks import Block, Group, Item, Span


def road_blocks(reading: Reading) -> Iterator[Block]:
    """Yield the road map; nothing where the knowledge base has none."""
    stops = reading.kb.presentation.road
    if stops:
        items = tuple(Item((Span(reading.text(stop.title), "strong"), *standing(reading, stop))) for stop in stops)
        yield Group("steps", items)


def standing(reading: Reading, stop: Stop) -> Iterator[Span]:
    """Yield what is to be put right in a part of the way, and how many points are open; that it is in order otherwise."""
    found = [finding.severity for finding in actions(reading.assessment) if finding.area in stop.areas]
    for severity in SEVERITIES[:-1]:
        if severity in found:
            word = reading.teller.severity(severity)
            yield Span(reading.say("road.count", word=word, n=found.count(severity)), "sign", severity)
    outcomes = [
        one.outcome
        for one in reading.assessment.trace
        if (rule := reading.kb.rule(one.code)).area in stop.areas and rule.kind == "finding"
    ]
    unknown = outcomes.count("cannot_tell")
    if unknown:
        yield Span(reading.say("road.open", n=unknown), "sign", "unknown")
    elif not set(found) - {"info"}:
        yield Span(reading.say("road.checked"), "sign", "met")
