"""Blocks as lines for a terminal: only signs that every Japanese console has, and colour only doubles a sign and a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .blocks import Block, Fold, Group, Heading, Item, Paragraph, Picture, Row, Table, Words, lines_of, pieces
from .display import Display
from .layout import clean, hanging, padded, width

_INDENT = "    "
_BETWEEN = 2


def as_text(blocks: Iterable[Block], display: Display) -> str:
    """Return blocks as lines for a terminal."""
    shown = list(_opened(blocks, display))
    labels = [clean(label) for block in shown if isinstance(block, Item) for label, _ in block.rows]
    columns = max(map(width, labels), default=0) + _BETWEEN
    lines: list[str] = []
    for block, before in zip(shown, [None, *shown], strict=False):
        listed = _is_short(block) and before is not None and _is_short(before)
        if before is not None and not listed:
            close = isinstance(before, Heading) and not isinstance(block, Heading)
            same = isinstance(before, Paragraph) and isinstance(block, Paragraph)
            lines += [] if close or same else [""]
        lines += _lines(block, display, columns)
    text = "\n".join(lines) + "\n"
    return text.replace("→", "->") if display.ascii else text


def _is_short(block: Block) -> bool:
    """Tell whether a block is an item that stands close to others: nothing below it has a label."""
    return isinstance(block, Item) and not any(label for label, _ in block.rows)


def _opened(blocks: Iterable[Block], display: Display) -> Iterator[Heading | Paragraph | Item | Table]:
    """Yield blocks with all that others hold; of a table that is too wide for the screen, its rows as items."""
    for block in blocks:
        if isinstance(block, Fold):
            yield from (Heading(block.title, 3), *_opened(block.blocks, display))
        elif isinstance(block, Group) and block.kind != "legend":
            yield from _opened(block.blocks, display)
        elif isinstance(block, Picture):
            yield from _opened(block.instead, display)
        elif isinstance(block, Table) and not _aligned(block, display):
            yield from (_as_item(block, row, display) for row in block.rows)
        elif not isinstance(block, Group):
            yield block


def _as_item(table: Table, row: Row, display: Display) -> Item:
    """Return a row of a table that does not fit: what names it, and its other cells below that."""
    named, *others = row.cells
    rows = tuple((head, tuple(lines_of(cell))) for head, cell in zip(table.heads[1:], others, strict=True))
    return Item(_plain(lines_of(named)[0], display), rows=rows)


def _lines(block: Heading | Paragraph | Item | Table, display: Display, columns: int) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from (display.paint("bold", line) for line in hanging(block.text, display.columns))
    elif isinstance(block, Paragraph):
        text = _plain(block.text, display)
        if block.code:
            yield _INDENT + clean(text)
            return
        lines = _signed(block.text, hanging(text, display.columns), display)
        yield from (display.paint("bold", line) for line in lines) if block.strong else lines
    elif isinstance(block, Table):
        yield from _aligned(block, display)
    else:
        yield from _item(block, display, columns)


def _item(item: Item, display: Display, columns: int) -> Iterator[str]:
    sign = "" if item.sign is None else display.sign(item.sign)
    number = "" if item.number is None else f"{item.number}. "
    word = "" if display.ascii or not item.word else f"{item.word} "
    plain = f"{number}{sign}{' ' if sign else ''}{word}"
    first, *rest = hanging(plain + _plain(item.text, display), display.columns, "", _INDENT)
    yield first.replace(sign, display.paint(item.sign or "", sign), 1) if sign else first
    yield from rest
    columns = columns if any(label for label, _ in item.rows) else 0
    indent = _INDENT + " " * columns
    for label, texts in ((clean(label), texts) for label, texts in item.rows):
        lines = [line for text in texts for line in hanging(_plain(text, display), display.columns, indent)]
        if lines:
            yield _INDENT + padded(label, columns) + lines[0].removeprefix(indent)
            yield from lines[1:]


def _signed(words: Words, lines: list[str], display: Display) -> list[str]:
    """Return lines with the signs of a sentence in their colours."""
    for name in {one.of for one in pieces(words) if one.kind == "sign"}:
        lines = [line.replace(display.sign(name), display.paint(name, display.sign(name))) for line in lines]
    return lines


def _aligned(table: Table, display: Display) -> list[str]:
    """Return a table as aligned lines of words alone; nothing where it does not fit."""
    rows = [
        [" / ".join(_plain(words, display) for words in lines_of(cell)) for cell in row.cells] for row in table.rows
    ]
    lines = [[clean(text) for text in line] for line in (table.heads, *rows)]
    columns = [max(width(line[index]) for line in lines) + _BETWEEN for index in range(len(table.heads))]
    if sum(columns) > display.columns:
        return []
    return ["".join(map(padded, line, columns)).rstrip() for line in lines]


def _plain(words: Words, display: Display) -> str:
    """Return a sentence as the screen can show it."""
    told = [f"{display.sign(one.of)} {one.text}" if one.kind == "sign" else one.text for one in pieces(words)]
    return " ".join(one for one in told if one)
