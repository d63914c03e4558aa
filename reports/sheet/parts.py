"""The parts of a workbook, which are XML: gone through tag by tag, and where a cell is meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any
from xml.parsers import expat

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
CELLS = ("table-cell", "covered-table-cell")
"""The tags of a cell in an .ods file."""


class Odd(Exception):
    """No spreadsheet program writes it so."""


def cell_at(name: str) -> tuple[int, int]:
    """Return the row and the column of a cell, counted from 0.

    Raises:
        Odd: It is called as no cell is.

    >>> cell_at("D7"), cell_at("AB1")
    ((6, 3), (0, 27))
    """
    found = _CELL.fullmatch(name)
    if found is None:
        raise Odd
    return int(found[2]) - 1, column_at(found[1])


@lru_cache(maxsize=2_048)
def column_at(letters: str) -> int:
    """Return the column that is called so, counted from 0."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1


def letters(column: int) -> str:
    """Return what a column is called.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    found, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


class OdsCells:
    """Goes through the tables of an .ods file; whoever extends it sees where a cell is.

    Attributes:
        table: What the table is called.
        row, column: Where the cell is, counted from 0.
        rows, times: How many rows and cells it stands for.
    """

    def __init__(self) -> None:
        """Begin before the first table."""
        self.table = ""
        self.row, self.rows, self.column, self.times = 0, 1, 0, 1

    def start(self, tag: str, of: dict[str, str]) -> None:
        """Go on to a table, a row, a cell; what is in it is told."""
        told = {bare(key): value for key, value in of.items()}
        if tag == "table":
            self.table, self.row = told.get("name", ""), 0
        elif tag == "table-row":
            self.rows, self.column = int(told.get("number-rows-repeated", 1)), 0
        elif tag in CELLS:
            self.times = int(told.get("number-columns-repeated", 1))
        self.opened(tag, told)

    def opened(self, tag: str, told: dict[str, str], /) -> None:
        """See a tag with its attributes, without their prefixes."""

    def text(self, data: str) -> None:
        """See a text."""

    def closed(self, tag: str) -> None:
        """See the end of a tag."""

    def end(self, tag: str) -> None:
        """Go on behind a row or a cell."""
        self.closed(tag)
        if tag == "table-row":
            self.row += self.rows
            self.rows = 1
        elif tag in CELLS:
            self.column += self.times
            self.times = 1


def walk(
    part: bytes,
    start: Callable[[str, dict[str, str]], None] | None = None,
    text: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    """Go through an XML part, tags without their prefixes."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    if start is not None:
        parser.StartElementHandler = lambda tag, of: start(bare(tag) if ":" in tag else tag, of)
    parser.EndElementHandler = (lambda tag: end(bare(tag))) if end is not None else None
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.Parse(part, True)


def _no_doctype(*_: Any) -> None:
    raise Odd


def bare(name: str) -> str:
    """Return a name without its prefix.

    >>> bare("table:name")
    'name'
    """
    return name.rpartition(":")[2]


def worksheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the part of each worksheet of an .xlsx file, by name."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def related(tag: str, of: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[of["Id"]] = of["Target"]

    def listed(tag: str, of: dict[str, str]) -> None:
        if tag == "sheet":
            sheets[of["name"]] = next((value for key, value in of.items() if bare(key) == "id"), "")

    walk(parts["xl/_rels/workbook.xml.rels"], related)
    walk(parts["xl/workbook.xml"], listed)
    targets = {number: target.lstrip("/") for number, target in targets.items()}
    return {
        name: targets[number] if targets[number] in parts else f"xl/{targets[number]}"
        for name, number in sheets.items()
    }


def related(parts: Mapping[str, bytes], place: str) -> dict[str, list[str]]:
    """Return the parts that belong to a part, by what they are (`comments`, `drawing`)."""
    at = PurePosixPath(place)
    found: dict[str, list[str]] = {}

    def relation(tag: str, of: dict[str, str]) -> None:
        if tag == "Relationship" and of.get("TargetMode") != "External":
            target = of["Target"]
            whole = PurePosixPath(target.lstrip("/")) if target.startswith("/") else at.parent / target
            way: list[str] = []
            for step in whole.parts:
                way = way[:-1] if step == ".." else [*way, step]
            if "/".join(way) in parts:
                found.setdefault(of["Type"].rpartition("/")[2], []).append("/".join(way))

    walk(parts.get(f"{at.parent}/_rels/{at.name}.rels", b"<none/>"), relation)
    return found
