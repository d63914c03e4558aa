"""What stands in a workbook that came back where no answer is read: nothing that somebody wrote is dropped without a word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from ...engine.problems.problem import LANGUAGES, Texts, excerpt
from ..texts import enumerate_words, say, say_both
from .parts import OdsCells, letters, related, walk, worksheets

_TOLD = 8
"""Places on a page that are told; the rest is counted."""
_SHAPES = ("frame", "custom-shape", "rect", "ellipse", "line", "polygon", "path", "caption")
_TAGS = "|".join(_SHAPES).encode()
_CLOSED = re.compile(rb"<draw:(?:%s)\b[^>]*/>" % _TAGS)
_INNERMOST = re.compile(rb"<draw:(%s)\b(?:(?!<draw:(?:%s)\b).)*?</draw:\1>" % (_TAGS, _TAGS), re.DOTALL)


class Beside(Struct, frozen=True):
    """Something that is not read.

    Attributes:
        kind: What it is: a cell, a comment on one, a text in a drawing, a picture.
        page: The worksheet.
        cell: Where it is (`D7`); empty where nothing says so.
        text: What it says.
    """

    kind: Literal["cell", "comment", "box", "picture"]
    page: str
    cell: str
    text: str


def notes_on(found: Sequence[Beside]) -> list[Texts]:
    """Return what is to be told of it: a sentence for each page and kind."""
    notes = []
    ordered = sorted(found, key=lambda one: (one.page, one.kind))
    for (page, kind), several in groupby(ordered, key=lambda one: (one.page, one.kind)):
        places = list(several)
        words = {
            language: enumerate_words([_words(one, language) for one in places], language, _TOLD)
            for language in LANGUAGES
        }
        notes.append(say_both(f"beside.{kind}", page=page, places=words))
    return notes


def _words(one: Beside, language: str) -> str:
    text = excerpt(" / ".join(one.text.splitlines()), 80)
    return f"{one.cell} {say('answer.quoted', language, value=text) if text else ''}".strip()


def drawn(parts: Mapping[str, bytes]) -> list[Beside]:
    """Return the comments, the texts in drawings and the pictures of a workbook."""
    if "xl/workbook.xml" not in parts:
        tables = _OdsDrawn()
        walk(parts["content.xml"], tables.start, tables.text, tables.end)
        return tables.found
    found: list[Beside] = []
    for name, place in worksheets(parts).items():
        there = related(parts, place)
        threads = [one for part in there.get("threadedComment", ()) for one in _comments(name, parts[part])]
        threaded = {one.cell for one in threads}
        comments = [one for part in there.get("comments", ()) for one in _comments(name, parts[part])]
        found += [*threads, *(one for one in comments if one.cell not in threaded)]
        found += [one for part in there.get("drawing", ()) for one in _drawings(name, parts[part])]
    return found


def undrawn(content: bytes) -> bytes:
    """Return the content of an .ods file without its drawings: a reader takes their names and texts for that of the cell.

    >>> undrawn(b"<p>a</p><draw:frame x='1'><draw:image/><title>scan.png</title></draw:frame>")
    b'<p>a</p>'
    """
    content, n = _CLOSED.sub(b"", content), 1
    while n:
        content, n = _INNERMOST.subn(b"", content)
    return content


def _comments(page: str, part: bytes) -> list[Beside]:
    """Return the comments of a worksheet of an .xlsx file, or what was said in answer to each other."""
    found: list[Beside] = []
    cell, text, is_said = "", "", False

    def start(tag: str, of: dict[str, str]) -> None:
        nonlocal cell, text, is_said
        if tag in ("comment", "threadedComment"):
            cell, text = of.get("ref", ""), ""
        is_said = tag in ("t", "text")

    def read(data: str) -> None:
        nonlocal text
        text += data if is_said else ""

    def end(tag: str) -> None:
        nonlocal is_said
        is_said = False
        if tag in ("comment", "threadedComment") and text.strip():
            found.append(Beside("comment", page, cell, text.strip()))

    walk(part, start, read, end)
    return found


def _drawings(page: str, part: bytes) -> list[Beside]:
    """Return the texts and the pictures in the drawings of a worksheet of an .xlsx file."""
    found: list[Beside] = []
    inside, at, text, is_picture = "", {"row": "", "col": ""}, "", False

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal inside, at, text, is_picture
        if tag.endswith("Anchor"):
            at, text, is_picture = {"row": "", "col": ""}, "", False
        is_picture |= tag == "pic"
        inside = tag

    def read(data: str) -> None:
        nonlocal text
        if inside == "t":
            text += data
        elif inside in at:
            at[inside] = at[inside] or data.strip()

    def end(tag: str) -> None:
        nonlocal inside, text
        inside = ""
        if tag == "p":
            text += "\n"
        elif tag.endswith("Anchor") and (text.strip() or is_picture):
            cell = _cell(int(at["row"]), int(at["col"])) if at["col"] and at["row"] else ""
            found.append(Beside("box" if text.strip() else "picture", page, cell, text.strip()))

    walk(part, start, read, end)
    return found


def _cell(row: int, column: int) -> str:
    return f"{letters(column)}{row + 1}"


class _OdsDrawn(OdsCells):
    """Collects the comments, the texts in drawings and the pictures of an .ods file."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Beside] = []
        self._inside: list[str] = []
        self._in_cell = False
        self._paragraphs = 0
        self._text = ""
        self._is_picture = False

    def opened(self, tag: str, _: dict[str, str]) -> None:
        """Enter a comment, a drawing, or a paragraph of one."""
        if tag == "annotation" or tag in _SHAPES:
            if not self._inside:
                self._text, self._is_picture = "", False
            self._inside.append(tag)
        elif tag == "table-row":
            self._in_cell = True
        self._is_picture |= tag == "image"
        self._paragraphs += tag == "p"

    def text(self, data: str) -> None:
        """Take in what it says."""
        if self._inside and self._paragraphs:
            self._text += data

    def closed(self, tag: str) -> None:
        """Leave a comment, a drawing, or a paragraph of one."""
        self._paragraphs -= tag == "p"
        if tag == "table":
            self._in_cell = False
        if not self._inside:
            return
        if tag == "p":
            self._text += "\n"
        elif tag == self._inside[-1] and self._inside.pop() and not self._inside:
            cell, said = _cell(self.row, self.column) if self._in_cell else "", self._text.strip()
            if said or self._is_picture:
                self.found.append(
                    Beside("comment" if tag == "annotation" else "box" if said else "picture", self.table, cell, said)
                )
