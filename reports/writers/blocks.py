"""A report as a few plain blocks, and these as lines for a terminal or as Markdown.

For reports that are a column of headings, sentences and items. What they say is their own work; nothing here knows it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from .layout import clean, width, wrapped
from .screen import GLYPHS, Screen

_INDENT = "    "


class Heading(Struct, frozen=True):
    """A title above blocks; level 1 is the report's own."""

    text: str
    level: int = 2


class Paragraph(Struct, frozen=True):
    """Sentences; `code` marks a line to be typed, which is never broken."""

    text: str
    code: bool = False
    strong: bool = False


class Item(Struct, frozen=True):
    """One of several things, with labelled lines below it.

    Attributes:
        sign: A name of a sign (`major`, `unknown`, `point`), None for none.
        word: What the sign means, said beside it.
        number: Its number in a sequence.
        rows: Labels with their lines; an empty label continues the one before.
    """

    text: str
    sign: str | None = None
    word: str = ""
    number: int | None = None
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()


def as_text(blocks: Iterable[Heading | Paragraph | Item], screen: Screen) -> str:
    """Return blocks as lines for a terminal."""
    blocks = list(blocks)
    labels = [label for block in blocks if isinstance(block, Item) for label, _ in block.rows]
    columns = max(map(width, labels), default=0) + 2
    lines: list[str] = []
    for block, before in zip(blocks, [None, *blocks], strict=False):
        if before is not None and not (isinstance(block, Item) and isinstance(before, Item) and not block.rows):
            close = isinstance(before, Heading) and not isinstance(block, Heading)
            same = isinstance(before, Paragraph) and isinstance(block, Paragraph)
            lines += [] if close or same else [""]
        lines += _lines(block, screen, columns)
    text = "\n".join(lines) + "\n"
    return text.replace("→", "->") if screen.ascii else text


def as_markdown(blocks: Iterable[Heading | Paragraph | Item]) -> str:
    """Return blocks as Markdown, whatever their texts hold."""
    from .file import PAGE_MARKER
    from .markup import code_span, escape

    parts = [PAGE_MARKER]
    for block in blocks:
        if isinstance(block, Heading):
            parts.append(f"\n{'#' * block.level} {escape(clean(block.text))}\n")
        elif isinstance(block, Paragraph):
            text = code_span(clean(block.text)) if block.code else escape(clean(block.text))
            parts.append(f"\n**{text}**\n" if block.strong else f"\n{text}\n")
        else:
            start = "- " if block.number is None else f"{block.number}. "
            sign = "" if block.sign is None else f"{GLYPHS[block.sign]} {block.word} ".replace("  ", " ")
            text = escape(clean(block.text))
            parts.append(f"{start}{sign}**{text}**" if block.rows else f"{start}{sign}{text}")
            for label, texts in block.rows:
                told = " / ".join(escape(clean(text)) for text in texts)
                parts.append(
                    " " * len(start) + f"- {escape(label)}: {told}" if label else " " * len(start) + f"- {told}"
                )
    return "\n".join(parts).replace("\n\n\n", "\n\n").rstrip("\n") + "\n"


def _lines(block: Heading | Paragraph | Item, screen: Screen, columns: int) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from (screen.paint("bold", line) for line in _wrap(block.text, "", "", screen))
    elif isinstance(block, Paragraph):
        if block.code:
            yield _INDENT + clean(block.text)
            return
        lines = _wrap(block.text, "", "", screen)
        yield from (screen.paint("bold", line) for line in lines) if block.strong else lines
    else:
        yield from _item(block, screen, columns)


def _item(item: Item, screen: Screen, columns: int) -> Iterator[str]:
    sign = "" if item.sign is None else screen.sign(item.sign)
    number = "" if item.number is None else f"{item.number}. "
    word = "" if screen.ascii or not item.word else f"{item.word} "
    plain = f"{number}{sign}{' ' if sign else ''}{word}"
    first, *rest = _wrap(plain + item.text, "", _INDENT, screen)
    yield first.replace(sign, screen.paint(item.sign or "", sign), 1) if sign else first
    yield from rest
    indent = _INDENT + " " * columns
    for label, texts in item.rows:
        lines = [line for text in texts for line in _wrap(text, indent, indent, screen)]
        if lines:
            yield _INDENT + label + " " * (columns - width(label)) + lines[0].removeprefix(indent)
            yield from lines[1:]


def _wrap(text: str, first: str, rest: str, screen: Screen) -> list[str]:
    lines: Sequence[str] = wrapped(clean(text), max(20, screen.columns - max(len(first), len(rest))))
    return [first + lines[0], *(rest + line for line in lines[1:])]


def as_json(document: object) -> str:
    """Return a machine form as text; what cannot be written as UTF-8, and what a screen would obey, is escaped."""
    from ...engine.reading.encoding import escaped

    return escaped(json.dumps(document, ensure_ascii=False, indent=1), "utf-8") + "\n"
