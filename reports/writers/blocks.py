"""What reports are made of: headings, sentences, items, tables and a few more blocks. Every report is a column of them.

A report says what it has to say in these, once; each writer (`text`, `page`, `word`, `pdf`) shows them in its own way.
Nothing here knows what a block says, and no block knows how it is shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from .display import GLYPHS

SpanKind: TypeAlias = Literal["plain", "strong", "soft", "code", "ref", "sign", "level", "blank"]


class Span(Struct, frozen=True):
    """A piece of a sentence.

    Attributes:
        kind: `ref` is a code or a place that is told last and small, `sign` a word with its sign before it, `level` a word
            with so many of some steps before it, `blank` room to write on, which only paper has.
        of: Of a `ref` the name of the block that it leads to, of a `sign` its name (`major`), of a `level` its `2/3`.
    """

    text: str
    kind: SpanKind = "plain"
    of: str = ""


Words: TypeAlias = "str | tuple[str | Span, ...]"
"""A sentence: a text, or pieces that follow each other with a blank between them."""


class Heading(Struct, frozen=True):
    """A title above blocks; level 1 is the report's own. The note stands beside it, small."""

    text: str
    level: int = 2
    note: str = ""
    name: str = ""


class Paragraph(Struct, frozen=True):
    """Sentences; `code` marks a line to be typed, which is never broken, `soft` what is told by the way."""

    text: Words
    code: bool = False
    strong: bool = False
    soft: bool = False


class Item(Struct, frozen=True):
    """One of several things, with labelled lines below it.

    Attributes:
        sign: A name of a sign (`major`, `unknown`, `point`), None for none.
        word: What the sign means, said beside it.
        number: Its number in a sequence.
        rows: Labels with their lines; an empty label continues the one before.
        name: What refers to it.
    """

    text: Words
    sign: str | None = None
    word: str = ""
    number: int | None = None
    rows: tuple[tuple[str, tuple[Words, ...]], ...] = ()
    name: str = ""


class Row(Struct, frozen=True):
    """A row of a table.

    Attributes:
        cells: What stands in it: a sentence, or several below each other. The first one names the row.
        tones: How each cell is to look (`tint-2`), where it matters.
        name: What refers to it.
        more: What is told about it when it is asked for.
    """

    cells: tuple[Words | list[Words], ...]
    tones: tuple[str, ...] = ()
    name: str = ""
    more: Fold | None = None


class Table(Struct, frozen=True):
    """Rows under heads.

    Attributes:
        title: What it is called by those who cannot see it.
        kind: What it is like (`actions`), for those who lay it out; columns are as wide as `widths` says, in parts.
        cards: Whether each row becomes a card where it is narrow; it scrolls sideways otherwise.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    kind: str = ""
    widths: tuple[int, ...] = ()
    cards: bool = False


class Fold(Struct, frozen=True):
    """What is told when it is asked for, and on paper only where everything is wanted."""

    title: str
    blocks: tuple[Block, ...]
    name: str = ""


class Group(Struct, frozen=True):
    """Blocks that stand together: the `verdict` in its frame, the `steps` beside each other, a `pair`, the `foot`.

    A `legend` tells what colours mean; where there are none it is left out.
    """

    kind: str
    blocks: tuple[Block, ...]


class Picture(Struct, frozen=True):
    """A drawing (`chain`, `chances`): its places as numbers, and the same as blocks for those who cannot see it.

    Attributes:
        alt: What it shows, in a sentence.
    """

    kind: str
    title: str
    alt: str
    drawn: dict[str, object]
    instead: tuple[Block, ...]


Block: TypeAlias = "Heading | Paragraph | Item | Table | Fold | Group | Picture"


class Report(Struct, frozen=True):
    """A whole report.

    Attributes:
        kind: What it is, such as a memo; `about` are the facts beside that.
        named: Whether the title is the project's own name.
        audit: Whether everything is wanted, on paper as well.
    """

    title: str
    kind: str
    language: str
    blocks: tuple[Block, ...]
    version: str = ""
    about: tuple[str, ...] = ()
    named: bool = True
    audit: bool = False

    @property
    def headed(self) -> tuple[Block, ...]:
        """The blocks with the title above them, for writers that have no other place for it."""
        return (Heading(self.title, 1), *self.blocks)


def pieces(words: Words) -> tuple[Span, ...]:
    """Return the pieces of a sentence."""
    several = (words,) if isinstance(words, str) else words
    return tuple(Span(one) if isinstance(one, str) else one for one in several)


def plain(words: Words, *, signs: bool = True) -> str:
    """Return a sentence as mere text.

    >>> plain((Span("blocker", "sign", "blocker"), "Nobody has declared it", Span("COM-01", "ref")))
    '■ blocker Nobody has declared it COM-01'
    """
    told = []
    for piece in pieces(words):
        sign = f"{GLYPHS[piece.of]} " if signs and piece.kind == "sign" else ""
        told.append(f"{sign}{piece.text}")
    return " ".join(one for one in told if one)


def lines_of(cell: Words | list[Words]) -> Sequence[Words]:
    """Return the sentences of a cell."""
    return cell if isinstance(cell, list) else (cell,)


def inside(block: Block) -> tuple[Block, ...]:
    """Return the blocks that a block holds."""
    if isinstance(block, Table):
        return tuple(row.more for row in block.rows if row.more is not None)
    if isinstance(block, Picture):
        return block.instead
    return block.blocks if isinstance(block, (Fold, Group)) else ()


def every(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks and all that they hold, in reading order."""
    for block in blocks:
        yield block
        yield from every(inside(block))


def as_json(document: object) -> str:
    """Return a machine form as text; what cannot be written as UTF-8, and what a screen would obey, is escaped."""
    from ...engine.reading.encoding import escaped

    return escaped(json.dumps(document, ensure_ascii=False, indent=1), "utf-8") + "\n"
