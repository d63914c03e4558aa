"""What may follow if nothing changes, beside what is in place and under way."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.knowledge.presentation import Chances
from ..texts import enumerate_words
from ..words.names import Reading
from ..writers.blocks import Block, Group, Heading, Item, Paragraph, Span
from .actions import reference
from .alike import together
from .chances import chance_words

_PREDICTIONS, _STRENGTHS = 3, 3


def remark_blocks(reading: Reading) -> Iterator[Block]:
    """Yield both beside each other; what there is nothing of is left out."""
    sides = [Group("side", side) for side in (tuple(_predictions(reading)), tuple(_strengths(reading))) if side]
    if sides:
        yield Group("pair" if len(sides) > 1 else "single", tuple(sides))


def _predictions(reading: Reading) -> Iterator[Block]:
    found = reading.assessment.predictions
    if not found:
        return
    yield Heading(reading.say("memo.predictions"), name="predictions")
    for finding in found[:_PREDICTIONS]:
        codes = reading.say("memo.predictions.causes", codes=enumerate_words(finding.causes, reading.language))
        yield Item((reading.text(finding.title), *([Span(codes, "ref")] if finding.causes else [])))
    more = len(found) - _PREDICTIONS
    note = [reading.say("memo.predictions.note"), reading.say("memo.predictions.more", n=more) if more > 0 else ""]
    yield Paragraph(" ".join(filter(None, note)), soft=True)


def _strengths(reading: Reading) -> Iterator[Block]:
    groups = together(reading, reading.assessment.strengths)
    chances = [
        text
        for part in reading.kb.presentation.memo
        if isinstance(part, Chances)
        for text in chance_words(reading, part)
    ]
    if not groups and not chances:
        return
    yield Heading(reading.say("memo.strengths"), name="strengths")
    for group in groups[:_STRENGTHS]:
        yield Item((reading.text(group.finding.title), reference(reading, group.members[0])))
    if len(groups) > _STRENGTHS:
        yield Paragraph(reading.say("memo.predictions.more", n=len(groups) - _STRENGTHS), soft=True)
    for text in chances:
        yield Item(text)
