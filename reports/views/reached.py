"""The rules that a fact can reach, as blocks: those that read it themselves, and those that it reaches through others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ...engine.explain.fact import Reader
from ..texts.fact import say
from ..words.names import Teller, without_subject
from ..writers.blocks import Heading, Item, Paragraph

_SHOWN = 8


def reader_blocks(readers: Sequence[Reader], teller: Teller, *, full: bool) -> Iterator[Heading | Paragraph | Item]:
    """Yield the rules that a fact can reach.

    Args:
        readers: The rules.
        teller: Names rules and derived facts in a language.
        full: Whether all of them are named, and what lies between.
    """
    own = [reader for reader in readers if not reader.through]
    through = [reader for reader in readers if reader.through]
    if not readers:
        yield Paragraph(say("readers.none", teller.language))
    for key, chosen in (("readers", own), ("readers.through", through)):
        if not chosen:
            continue
        yield Heading(say(key, teller.language, n=len(chosen)))
        shown = len(chosen) if full else _SHOWN
        yield from (_item(reader, teller, full=full) for reader in chosen[:shown])
        if len(chosen) > shown:
            yield Paragraph(say("more", teller.language, n=len(chosen) - shown))


def _item(reader: Reader, teller: Teller, *, full: bool) -> Item:
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
