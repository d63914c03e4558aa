"""The explanation of a fact: its question, where the project has it, what follows from each value, its rules.

What follows was found by trying; here it is only told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ...engine.alike import alike
from ...engine.assess.model import SCHEMA_VERSION, evidence_to_dict
from ...engine.explain.fact import FactAt, FactExplanation, Reader
from ...engine.project.address import Address
from ...engine.record import picked
from ...engine.whatif.changes import as_json
from ...engine.whatif.effects import Effect, Reported
from ..texts import say
from ..words.answers import Consequence, answer_words, consequences_of, effect_words
from ..words.names import Teller, place_of, value_code, without_subject
from ..writers.blocks import Heading, Item, Paragraph, Report
from ..writers.layout import as_argument

_SHOWN = 6
"""Elements that are named, and tried one by one."""

_READERS_SHOWN = 8
"""Rules that a fact can reach and that are named."""


def fact_report(explained: FactExplanation, teller: Teller, *, full: bool) -> Report:
    """Return the explanation of a fact as blocks, all of it or what is read first."""
    title = f"{explained.fact}  {teller.fact(explained.fact)}"
    return Report(title, "", teller.language, tuple(_Report(explained, teller, full).blocks()))


class _Report:
    """One explanation in the making."""

    def __init__(self, explained: FactExplanation, teller: Teller, full: bool) -> None:
        self.explained = explained
        self.teller = teller
        self.kb = teller.kb
        self.language = teller.language
        self.full = full

    def blocks(self) -> Iterator[Heading | Paragraph | Item]:
        """Yield the explanation."""
        fact = self.explained.fact
        definition = self.kb.vocabulary.facts.get(fact)
        listed = self.kb.vocabulary.lists.get(fact)
        question = definition.question if definition is not None else listed.question if listed is not None else None
        if question is not None:
            yield Paragraph(question[self.language])
        if definition is not None and definition.help is not None:
            yield Paragraph(definition.help[self.language])
        if definition is not None and definition.values:
            labels = [f"{value} ({label[self.language]})" for value, label in definition.values.items()]
            yield Paragraph(self.teller.say("labelled", label=self.teller.say("values"), text=self.teller.join(labels)))
        if self.explained.verdict is not None:
            yield from self._project()
        yield from reader_blocks(self.explained.readers, self.teller, full=self.full)

    def _project(self) -> Iterator[Heading | Paragraph | Item]:
        explained = self.explained
        if explained.missing_list is not None:
            yield Paragraph(self.teller.say("missing_list", list=self.teller.fact(explained.missing_list)))
            return
        if not explained.places:
            yield Paragraph(self.teller.say("no_subject"))
            return
        yield Heading(self.teller.say("follows"))
        for places in alike(explained.places, _likeness):
            yield self._place(places)
        if explained.fact in self.kb.vocabulary.lists and not explained.places[0].effects:
            yield Paragraph(self.teller.say("no_effects.list"))

    def _place(self, places: Sequence[FactAt]) -> Item:
        """Return where a fact stands; unknown ones of which the same follows stand together."""
        fact, at = self.explained.fact, places[0]
        stated = at.stated
        value = self.teller.value(fact, None if stated is None else stated.value)
        rows: list[tuple[str, tuple[str, ...]]] = []
        if stated is not None:
            rows.append((self.teller.say("row.place"), (f"{place_of(stated)}  {value_code(stated.value)}".strip(),)))
            if stated.source:
                rows.append((self.teller.say("row.source"), (stated.source,)))
        else:
            names = ["--set " + as_argument(f"{Address(fact, one.subject)}=...") for one in places]
            shown = names if self.full else names[:_SHOWN]
            more = [self.teller.say("more", n=len(names) - len(shown))] if len(shown) < len(names) else []
            rows.append((self.teller.say("row.code"), (*shown, *more)))
        label = self.teller.say("row.if")
        for text in self._effects(at):
            rows.append((label, (text,)))
            label = ""
        subjects = [one.subject for one in places if one.subject is not None]
        name = self.teller.subjects(subjects, None if self.full else _SHOWN) or self.teller.say("project")
        sign = "unknown" if stated is None else None
        return Item(self.teller.say("labelled", label=name, text=value), sign, rows=tuple(rows))

    def _effects(self, at: FactAt) -> list[str]:
        """Return what each value would change: the present one first, equal ones together."""
        verdict = self.explained.verdict or ""
        others: Sequence[Effect] = [effect for effect in at.effects if effect.value != at.current]
        every = [effect.value for effect in others]
        lines = []
        for consequence in consequences_of(others, verdict):
            answer = answer_words(consequence.values, every, self.explained.fact, self.teller, consequence.added)
            lines.append(self.teller.say("labelled", label=answer, text=self._effect(consequence)))
        return lines

    def _effect(self, consequence: Consequence) -> str:
        if consequence.changes:
            return effect_words(consequence, self.teller)
        return (
            self.teller.say("no_effect.settled", n=consequence.settled)
            if consequence.settled
            else self.teller.say("no_effect")
        )


def _likeness(at: FactAt) -> tuple[Any, ...]:
    if at.stated is not None:
        return (at.subject,)
    return tuple(
        (effect.value, effect.verdict, _codes(effect.added), _codes(effect.cleared), effect.settled)
        for effect in at.effects
    )


def _codes(found: Sequence[Reported]) -> tuple[tuple[str, str], ...]:
    return tuple((one.code, one.severity) for one in found)


def fact_document(explained: FactExplanation) -> dict[str, Any]:
    """Return the machine form of the explanation of a fact."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "fact",
        **picked(explained, "fact verdict missing_list"),
        "places": [
            {
                "subject": place.subject,
                "stated": None if place.stated is None else evidence_to_dict(place.stated),
                "effects": [
                    {"value": as_json(effect.value), **picked(effect, "verdict added cleared settled")}
                    for effect in place.effects
                ],
            }
            for place in explained.places
        ],
        "rules": readers_to_list(explained.readers),
    }


def reader_blocks(readers: Sequence[Reader], teller: Teller, *, full: bool) -> Iterator[Heading | Paragraph | Item]:
    """Yield the rules that a fact can reach; in full, all of them and what lies between."""
    own = [reader for reader in readers if not reader.through]
    through = [reader for reader in readers if reader.through]
    if not readers:
        yield Paragraph(teller.say("readers.none"))
    for key, chosen in (("readers", own), ("readers.through", through)):
        if not chosen:
            continue
        yield Heading(teller.say(key, n=len(chosen)))
        shown = len(chosen) if full else _READERS_SHOWN
        yield from (_reader(reader, teller, full=full) for reader in chosen[:shown])
        if len(chosen) > shown:
            yield Paragraph(teller.say("more", n=len(chosen) - shown))


def _reader(reader: Reader, teller: Teller, *, full: bool) -> Item:
    rule, kb, language = reader.rule, teller.kb, teller.language
    title = without_subject(rule.title[language], rule, kb, language)
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if reader.through and full:
        labels = [kb.vocabulary.concepts[one].label[language] for one in reader.through]
        rows = ((say("row.through", language), (teller.join(labels),)),)
    return Item(f"{rule.code} {title}", reader.severity, teller.severity(reader.severity), rows=rows)


def readers_to_list(readers: Iterable[Reader]) -> list[dict[str, Any]]:
    """Return the rules that a fact can reach as plain JSON data."""
    return [{"code": one.rule.code, "severity": one.severity, "through": list(one.through)} for one in readers]
