"""A chain of lists, each referring to the one before: what is linked, what is broken, what is unknown.

It draws the stated references. What is broken is concluded by the rules; the codes of the findings stand at the breaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from ...engine.assess.model import Finding
from ...engine.knowledge.presentation import Chain, Link
from ..texts import filled
from ..words.names import Reading
from ..words.verdict import actions
from ..writers.blocks import Block, Heading, Item, Paragraph, Picture, Span
from .actions import reference
from .chain_layout import Box, Connector, draw

LinkState = Literal["linked", "broken", "unknown"]
_AREA = "area"
_BREAKS_SHOWN = 3


def chain_blocks(reading: Reading, part: Chain) -> Iterator[Block]:
    """Yield the picture, and the broken links in words; nothing where there is nothing to draw."""
    if not any(reading.assessment.elements.get(link.list) for link in part.links):
        return
    chain = _Chain(reading, part)
    chain.follow()
    title, unknown = reading.text(part.texts["title"]), sum(line.line == "unknown" for line in chain.lines)
    alt = filled(reading.text(part.texts["alt"]), {"n": len(chain.breaks), "unknown": unknown})
    heads = [reading.text(part.origin.texts["head"]), *(reading.text(link.texts["head"]) for link in part.links)]
    drawn = draw(heads, chain.columns, chain.lines, lambda n: reading.say("map.more", n=n))
    yield Heading(title, name="chain")
    yield Picture("chain", title, alt, drawn, tuple(chain.told()))
    for text, findings in chain.breaks[:_BREAKS_SHOWN]:
        severity = findings[0].severity if findings else "info"  # told by another finding, or later
        codes = (reference(reading, finding) for finding in findings)
        yield Item((text, *codes), severity, reading.teller.severity(severity))
    if len(chain.breaks) > _BREAKS_SHOWN:
        yield Paragraph(reading.say("map.more", n=len(chain.breaks) - _BREAKS_SHOWN), soft=True)


class _Chain(Struct):
    """What is collected while the references are followed."""

    reading: Reading
    part: Chain
    columns: list[list[Box]] = field(default_factory=list)
    lines: list[Connector] = field(default_factory=list)
    breaks: list[tuple[str, list[Finding]]] = field(default_factory=list)
    leads: dict[str, list[str]] = field(default_factory=dict)

    def follow(self) -> None:
        """Follow every reference from the first list to the last."""
        part = self.part
        self.columns = [[Box(_AREA, self.origin_words(), self.origin_line())], *([] for _ in part.links)]
        self.place()
        for column, (link, before) in enumerate(zip(part.links, (None, *part.links), strict=False), 1):
            for subject in self.subjects(link.list):
                if before is None:
                    self.rests_on_origin(subject)
                else:
                    self.refers(link, before, subject, column)
        for column, (link, following) in enumerate(zip(part.links, part.links[1:], strict=False), 2):
            self.unserved(link, following, column)
        for column, link in enumerate(part.links, 1):
            if not self.columns[column]:
                stated = link.list in self.reading.assessment.elements
                self.gap(column, "silent", self.reading.say("none" if stated else "map.nothing"), "unknown")

    def told(self) -> Iterator[Item]:
        """Yield every element with what it leads back to."""
        for link in self.part.links:
            for subject in self.subjects(link.list):
                leads = self.reading.teller.join(self.leads[subject])
                yield Item(
                    (
                        Span(self.text(link.texts["head"]), "soft"),
                        self.reading.say("map.leads", name=self.name(subject), leads=leads),
                    )
                )

    def text(self, texts: dict[str, str] | object, **values: str) -> str:
        return filled(self.reading.text(texts), values)  # type: ignore[arg-type]

    def name(self, subject: str) -> str:
        return self.reading.text(self.reading.members[subject].label)

    def subjects(self, path: str) -> list[str]:
        return [f"{path}/{member.id}" for member in self.reading.assessment.elements.get(path, ())]

    def derived(self, subject: str, link: Link) -> object:
        """Return the derived state of an element."""
        return self.reading.derived(f"{subject}.{link.state.rpartition('.')[2]}") if link.state else None

    def origin_words(self) -> str:
        texts = self.part.origin.texts
        return self.reading.say("labelled", label=self.text(texts["name"]), text=self.text_of_origin())

    def text_of_origin(self) -> str:
        origin, reading = self.part.origin, self.reading
        agreed, defined = reading.derived(origin.agreed), reading.value(origin.defined)
        if defined is False:
            return self.text(origin.texts["undefined"])
        if agreed is not None:
            return self.text(origin.texts["agreed" if agreed == "yes" else "not_agreed"])
        return self.text(origin.texts["defined"]) if defined else reading.say("unknown")

    def origin_line(self) -> LinkState:
        origin, reading = self.part.origin, self.reading
        agreed = reading.derived(origin.agreed)
        if reading.value(origin.defined) is False or agreed == "no":
            return "broken"
        return "linked" if agreed == "yes" else "unknown"

    def place(self) -> None:
        """Put the elements into their columns, each near to what it leads back to, so that few lines cross."""
        rank: dict[str, int] = {}
        for column, (link, before) in enumerate(zip(self.part.links, (None, *self.part.links), strict=False), 1):
            subjects = self.subjects(link.list)
            if before is not None and link.refs is not None:
                near = {one: self.first(link.refs, before.list, one, rank) for one in subjects}
                subjects.sort(key=near.__getitem__)
            rank = {subject: index for index, subject in enumerate(subjects)}
            for subject in subjects:
                lost = self.derived(subject, link) in link.broken
                self.columns[column].append(Box(subject, self.name(subject), "broken" if lost else "linked"))

    def first(self, refs: str, above: str, subject: str, rank: dict[str, int]) -> int:
        targets = self.reading.value(refs, subject) or ()
        return min((rank[key] for target in targets if (key := f"{above}/{target}") in rank), default=len(rank))

    def rests_on_origin(self, subject: str) -> None:
        """Link an element to the origin; nothing is known to lead there before both sides have agreed on it."""
        origin = self.part.origin
        value, agreed = self.reading.value(origin.reached, subject), self.origin_line() == "linked"
        self.lines.append(
            Connector(_AREA, subject, "broken" if value is False else "linked" if value and agreed else "unknown")
        )
        if value is None:
            told = self.reading.say("unknown")
        elif value and not agreed:
            told = self.origin_words()
        else:
            told = self.text(origin.texts["name" if value else "outside"])
        self.leads[subject] = [told]
        if value is False:
            self.broken(self.text(origin.texts["break"], name=self.name(subject)), subject, (origin.reached,))

    def refers(self, link: Link, before: Link, subject: str, column: int) -> None:
        """Follow the references of an element to the list before its own."""
        assert link.refs is not None
        targets = self.reading.value(link.refs, subject)
        if targets is None:
            unknown = self.reading.say("unknown")
            self.lines.append(Connector(self.gap(column - 1, "unknown", unknown, "unknown"), subject, "unknown"))
            self.leads[subject] = [unknown]
        elif not targets:
            none = self.text(before.texts["none"])
            self.lines.append(Connector(self.gap(column - 1, "none", none, "broken"), subject, "broken"))
            self.leads[subject] = [none]
            self.broken(self.text(link.texts["alone"], name=self.name(subject)), subject, (link.refs,))
        else:
            self.leads[subject] = [self.refer(link, subject, f"{before.list}/{target}", column) for target in targets]
        if targets and self.derived(subject, link) == link.lost:
            facts = (link.refs, before.refs or self.part.origin.reached)
            self.broken(self.text(link.texts["lost"], name=self.name(subject)), subject, facts)

    def refer(self, link: Link, subject: str, target: str, column: int) -> str:
        if target in self.reading.members:
            self.lines.append(Connector(target, subject, "linked"))
            return self.name(target)
        name = target.partition("/")[2]
        words = self.reading.say("map.dangling", id=name)
        self.lines.append(Connector(self.gap(column - 1, f"dangling/{name}", words, "broken"), subject, "broken"))
        told = self.reading.say("map.break.dangling", name=self.name(subject), id=name)
        self.broken(told, subject, (link.refs or "",))
        return words

    def unserved(self, link: Link, following: Link, column: int) -> None:
        """Note the elements that a finding says nothing below leads back to; all of them where the list is empty."""
        empty = self.reading.assessment.elements.get(following.list) == ()
        for subject in self.subjects(link.list):
            facts = (following.list, following.refs or "")
            if empty or self.findings(subject, facts):
                box = self.gap(column, "none", self.text(following.texts["none"]), "broken")
                self.lines.append(Connector(subject, box, "broken"))
                self.broken(self.text(link.texts["unserved"], name=self.name(subject)), subject, facts)

    def gap(self, column: int, key: str, words: str, line: LinkState) -> str:
        """Return the box that stands for something missing in a column, made when first needed."""
        name = f"gap/{column}/{key}"
        if all(box.key != name for box in self.columns[column]):
            self.columns[column].append(Box(name, words, line))
        return name

    def broken(self, text: str, subject: str, facts: tuple[str, ...]) -> None:
        """Note a break with the findings about it."""
        self.breaks.append((text, self.findings(subject, facts)))

    def findings(self, subject: str, facts: tuple[str, ...]) -> list[Finding]:
        """Return the findings about an element that rest on one of some facts."""
        return [
            finding
            for finding in actions(self.reading.assessment)
            if finding.subject == subject and any(evidence.fact in facts for evidence in finding.evidence)
        ]
