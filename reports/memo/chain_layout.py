"""Where the boxes and lines of the chain stand in the picture: numbers only, in the units of its own coordinates."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

WIDTH = 720
ROWS = 12
"""Boxes that are drawn in one column; the rest is one box that counts them."""

_COLUMN, _GAP, _HEAD = 150, 40, 26
_PADDING, _BETWEEN = 7, 12
LINE, EM = 16, 12.5
"""Height of a line of text, and width of a full-width character."""

_LINES = 3
_SEVERITY = {"linked": 0, "unknown": 1, "broken": 2}
_JOINERS = "\u200d\ufe0e\ufe0f"


class Box(Struct, frozen=True):
    """A box of the picture.

    Attributes:
        key: Its name, which links refer to.
        text: What stands in it.
        line: How its border is drawn: linked, broken or unknown.
    """

    key: str
    text: str
    line: str


class Connector(Struct, frozen=True):
    """A line from a box to one in the column to its right."""

    left: str
    right: str
    line: str


def draw(
    heads: Sequence[str], columns: Sequence[Sequence[Box]], links: Sequence[Connector], count_more: Callable[[int], str]
) -> dict[str, Any]:
    """Place everything: boxes in their columns from top to bottom, and the lines between them.

    Returns:
        Width and height, the lines as SVG paths, the boxes, and the texts.
    """
    drawn, stands_for = _shortened(columns, count_more)
    wrapped = [[(box, wrap(box.text, (_COLUMN - 2 * _PADDING) / EM)) for box in column] for column in drawn]
    heights = [sum(_height(lines) + _BETWEEN for _, lines in column) - _BETWEEN for column in wrapped]
    tallest = max(heights)
    boxes: list[dict[str, Any]] = []
    middle: dict[str, tuple[int, int]] = {}
    for index, column in enumerate(wrapped):
        x, y = index * (_COLUMN + _GAP) + 1, _HEAD + (tallest - heights[index]) // 2
        for box, lines in column:
            height = _height(lines)
            boxes.append(_box(box, lines, x, y, height))
            middle[box.key] = (x, y + height // 2)
            y += height + _BETWEEN
    texts = [
        {"kind": "col", "x": index * (_COLUMN + _GAP) + 1, "y": 14, "text": text} for index, text in enumerate(heads)
    ]
    texts += [{"kind": f"text {drawing['line']}", **text} for drawing in boxes for text in drawing["texts"]]
    return {
        "width": WIDTH + 2,
        "height": _HEAD + tallest + 2,
        "paths": _paths(links, stands_for, middle),
        "boxes": [{"kind": f"box {drawing['line']}", **drawing} for drawing in boxes],
        "texts": texts,
    }


def wrap(text: str, width: float) -> list[str]:
    """Break a text into at most three lines; what does not fit ends in an ellipsis.

    Args:
        text: One line of any script.
        width: The room in ems; a full-width character takes one, others a little more than half.

    >>> wrap("Lighter load for carers", 8)
    ['Lighter load', 'for carers']
    """
    lines, line, used = [], "", 0.0
    for character in text:
        size = _size(character)
        if used + size > width and line and not _sticks(line, character):
            line, rest = _break(line, character)
            lines.append(line.strip())
            line, used = rest, sum(map(_size, rest))
        line += character
        used += size
    lines.append(line.strip())
    if len(lines) <= _LINES:
        return lines
    last = lines[_LINES - 1]
    return [*lines[: _LINES - 1], last[: max(1, len(last) - 1)] + "…"]


def _break(line: str, following: str) -> tuple[str, str]:
    """Break a full line before its last word, if that leaves a good part of it."""
    cut = line.rfind(" ") + 1
    if following == " " or _size(line[-1]) == 1.0 or cut < len(line) / 3:
        return line, ""
    return line[:cut], line[cut:]


def _size(character: str) -> float:
    if unicodedata.combining(character) or character in _JOINERS:
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.68 if character.isupper() or character in "mwMW%@" else 0.56


def _sticks(line: str, character: str) -> bool:
    """Tell whether a character may not begin a line: closing marks, and what combines with the one before it."""
    return (
        bool(unicodedata.combining(character))
        or character in _JOINERS
        or line.endswith("\u200d")
        or 0x1F3FB <= ord(character) <= 0x1F3FF
        or character in "、。，．」』）)]ー・ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
    )


def _height(lines: Sequence[str]) -> int:
    return 2 * _PADDING + LINE * len(lines)


def _box(box: Box, lines: Sequence[str], x: int, y: int, height: int) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "width": _COLUMN,
        "height": height,
        "line": box.line,
        "title": box.text,
        "texts": [
            {"x": x + _PADDING, "y": y + _PADDING + 12 + LINE * row, "text": line} for row, line in enumerate(lines)
        ],
    }


def _shortened(
    columns: Sequence[Sequence[Box]], count_more: Callable[[int], str]
) -> tuple[list[list[Box]], dict[str, str]]:
    """Return the columns as drawn, and for each box that is not drawn the one that stands for it."""
    drawn: list[list[Box]] = []
    stands_for: dict[str, str] = {}
    for index, column in enumerate(columns):
        gaps = [box for box in column if box.key.startswith("gap/")]
        boxes = [box for box in column if not box.key.startswith("gap/")]
        kept, left = (boxes, []) if len(column) <= ROWS else (boxes[:ROWS], boxes[ROWS:])
        if len(gaps) > ROWS:
            gaps, more = gaps[:ROWS], gaps[ROWS:]
            left = [*left, *more]
        key = f"more/{index}"
        stands_for.update(dict.fromkeys((box.key for box in left), key))
        drawn.append([*kept, *([Box(key, count_more(len(left)), "linked")] if left else []), *gaps])
    return drawn, stands_for


def _paths(
    links: Sequence[Connector], stands_for: dict[str, str], middle: dict[str, tuple[int, int]]
) -> list[dict[str, str]]:
    """Return the lines as curves, each pair of boxes joined once, the worst line of them on top."""
    joined: dict[tuple[str, str], str] = {}
    for link in links:
        pair = stands_for.get(link.left, link.left), stands_for.get(link.right, link.right)
        if _SEVERITY[link.line] >= _SEVERITY[joined.get(pair, "linked")]:
            joined[pair] = link.line
    found = []
    for (left, right), line in sorted(joined.items(), key=lambda item: _SEVERITY[item[1]]):
        (x1, y1), (x2, y2) = middle[left], middle[right]
        x1 += _COLUMN
        half = (x2 - x1) // 2
        found.append(
            {"kind": f"link {line}", "line": line, "d": f"M{x1} {y1}C{x1 + half} {y1} {x2 - half} {y2} {x2} {y2}"}
        )
    return found
