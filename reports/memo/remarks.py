"""What may follow if nothing changes, beside what is in place and under way, and what chances of success come to.

Chances are those of a list's elements, one each: how many succeed on average. They count successes, never money.
Besides, the road map: the parts of the way in their order, what each of them still asks for, and what comes next.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.assess.model import Finding
from ...engine.knowledge.model import SEVERITIES
from ...engine.knowledge.presentation import Chances, Stop
from ..texts import enumerate_words, filled
from ..words.names import Reading
from ..words.verdict import actions, next_steps
from ..writers.blocks import Block, Group, Heading, Item, Paragraph, Row, Span, Table
from .actions import reference, together
from .opening import ahead_words
from .stated import bracketed, which

_PREDICTIONS, _STRENGTHS = 3, 8
_NAMED = 4


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
    parts = [part for part in reading.kb.presentation.memo if isinstance(part, Chances)]
    chances = [(part, text) for part in parts for text in chance_words(reading, part)]
    if groups:
        yield Heading(reading.say("memo.strengths"), name="strengths")
    for group in groups[:_STRENGTHS]:
        yield Item((reading.text(group.finding.title), reference(reading, group.members[0])))
    if len(groups) > _STRENGTHS:
        yield Paragraph(reading.say("memo.predictions.more", n=len(groups) - _STRENGTHS), soft=True)
    for number, (part, text) in enumerate(chances):
        if number == 0:
            # Ideas alone are no strength.
            yield Heading(reading.text(part.texts["title"]), name="chances")
        yield Item(text)


def chance_words(reading: Reading, part: Chances) -> Iterator[str]:
    """Yield what the elements are, and what is to be expected of them; nothing where there are none."""
    names = [_named(reading, part, member.id) for member in reading.assessment.elements.get(part.list, ())]
    if names:
        title = reading.text(part.texts["element"])
        yield reading.say("labelled", label=title, text=enumerate_words(names, reading.language, _NAMED))
        yield from _expected(reading, part)


def chance_table(reading: Reading, part: Chances) -> Table | None:
    """Return every element with its chance; None where there is none."""
    members = reading.assessment.elements.get(part.list, ())
    rows = []
    for member in members:
        subject = f"{part.list}/{member.id}"
        chance, running = reading.value(part.chance, subject), reading.value(part.running, subject)
        figure = reading.say("unknown") if chance is None else percentage(chance)
        rows.append(
            Row(
                (
                    reading.text(member.label),
                    figure,
                    reading.say("unknown" if running is None else "yes" if running else "no"),
                )
            )
        )
    if not rows:
        return None
    heads = tuple(reading.text(part.texts[key]) for key in ("element", "chance", "running"))
    return Table(reading.text(part.texts["title"]), heads, tuple(rows))


def _named(reading: Reading, part: Chances, name: str) -> str:
    """Return an element with its chance, and that it does not count yet where it does not; with its name alone else."""
    subject = f"{part.list}/{name}"
    chance, running = reading.value(part.chance, subject), reading.value(part.running, subject)
    notes = [] if chance is None else [percentage(chance)]
    notes += [reading.text(part.texts["not_running"])] if running is False else []
    label = reading.text(reading.members[subject].label)
    return (
        reading.say("subject.noted", subject=label, note=enumerate_words(notes, reading.language)) if notes else label
    )


def percentage(chance: float) -> str:
    """Write a chance of success: `12%`, `0.5%`.

    >>> percentage(0.05), percentage(0.123), percentage(1)
    ('5%', '12.3%', '100%')
    """
    return f"{round(chance * 100, 2):.4g}%"


def _expected(reading: Reading, part: Chances) -> Iterator[str]:
    """Yield what the chances of the elements come to, where a rule adds up what is known of them."""
    beside = part.list.rpartition(".")[0]
    for name, added in reading.assessment.sums.items():
        if name.rpartition(".")[0] == beside and added.known:
            text = "expected" if added.known == added.meant else "expected_least"
            values = {"n": added.meant, "known": added.known, "sum": f"{added.total:.4g}"}
            yield filled(reading.text(part.texts[text]), values)
            yield reading.text(part.texts["note"])


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
    due = [
        one
        for one in reading.assessment.trace
        if (rule := reading.kb.rule(one.code)).area in stop.areas
        and rule.kind == "finding"
        and rule.asks
        and not rule.comes_later(phase)
    ]
    unknown = {one.code for one in due if one.outcome == "cannot_tell"}
    if unknown:
        yield Span(reading.say("road.open", n=len(unknown)), "sign", "unknown")
    elif due and not set(found) - {"info"}:
        told = len({one.code for one in due})
        rules = [rule for rule in reading.kb.rules if rule.area in stop.areas and rule.kind == "finding" and rule.asks]
        key = "road.checked.part" if any(rule.comes_later(phase) for rule in rules) else "road.checked"
        yield Span(reading.say(key, n=told), "sign", "met")
    later = sum(finding.area in stop.areas for finding in next_steps(reading.assessment, reading.kb))
    if later:
        yield Span(reading.say("road.upcoming", n=later), "soft")


def _coming(reading: Reading, finding: Finding) -> str:
    """Return as what a finding will count, and from which phase on."""
    due = reading.kb.rule(finding.code).due
    phase = reading.teller.value(due.fact, due.phase) if due is not None else ""
    return reading.say("memo.upcoming.as", severity=reading.teller.severity(finding.severity), phase=phase)


def upcoming_blocks(reading: Reading) -> Iterator[Block]:
    """Yield what comes next on the way, and what to do about what is not due yet and will be, in the order of the road map."""
    groups = together(reading, next_steps(reading.assessment, reading.kb))
    ahead = ahead_words(reading)
    if not groups and not ahead:
        return
    yield Heading(reading.say("memo.upcoming"), note=reading.say("memo.upcoming.note"), name="upcoming")
    if ahead:
        yield Item((ahead,))
    for group in groups[:_UPCOMING]:
        title = Span(
            reading.text(group.finding.title).rstrip("。. ") + bracketed(which, reading, group.members), "soft"
        )
        advice = reading.teller.advice_to(group.finding.advice, [one.subject for one in group.members])
        yield Item((advice, title, Span(_coming(reading, group.finding), "soft"), reference(reading, group.members[0])))
    if len(groups) > _UPCOMING:
        yield Paragraph(reading.say("memo.predictions.more", n=len(groups) - _UPCOMING), soft=True)
