"""A workbook is looked through before anything reads it: what it unpacks to, and what is no answer is refused.

It came by mail, and from outside. Nothing is unpacked beyond a limit, no document type is followed, and what the reader
gets is packed anew from what was looked at, so that no header can promise less than there is.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any
from xml.parsers import expat

from msgspec import Struct

from ...engine.problems.problem import Problem, ProblemsError, system_reason
from ...engine.reading.encoding import name_of, opened
from ..texts.sheet import fault
from .beside import Beside, drawn, undrawn
from .crossed import CellAt, crossed_out
from .parts import CELLS, Odd, OdsCells, cell_at, column_at, walk, worksheets

LARGEST = 64 * 2**20
"""Bytes that a file, and all that is in it unpacked, may have."""
MOST_PARTS = 5_000
LARGEST_SHEET = 60_000, 100
"""Rows and columns of a worksheet."""
LARGEST_TEXT = 64 * 2**20
"""Characters in all cells; a text that many cells share is counted for each."""

_OLD = b"\xd0\xcf\x11\xe0"
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*>(?=<(?:v|is)>)')
"""A cell that holds a value or a text, as programs write it."""


_ERROR = re.compile(rb'(<(?:\w+:)?c\s[^>]*?\bt=["\'])e(?=["\'])')
_ODS_ERROR = re.compile(rb' office:string-value=""(?=[^>]*:value-type="error")')
"""What lets a reader take an error for a blank: in a cell of an .xlsx file, and of an .ods file."""


class Checked(Struct, frozen=True):
    """A workbook that may be read.

    Attributes:
        content: What it holds, packed anew; errors are the texts that programs show for them.
        formulas: Where formulas stand, by worksheet: row and column, counted from 0.
        merged: Of an .ods file, the cells that are merged, by worksheet: the first and the last one.
        crossed: The cells in which all or some of a text is crossed out.
        drawn: Comments, texts in drawings, and pictures.
    """

    content: bytes
    formulas: dict[str, set[tuple[int, int]]]
    merged: dict[str, list[tuple[tuple[int, int], tuple[int, int]]]]
    crossed: set[CellAt]
    drawn: list[Beside]


class Limits(Struct, frozen=True):
    """How much a workbook may hold.

    Attributes:
        unpacked: Bytes of the file, and of all that is in it.
        rows, columns: Of a worksheet.
        cells: From the first one of a worksheet to the last, empty ones too: a reader has room for each.
        text: Characters in all cells.
    """

    unpacked: int = LARGEST
    rows: int = LARGEST_SHEET[0]
    columns: int = LARGEST_SHEET[1]
    cells: int = LARGEST_SHEET[0] * LARGEST_SHEET[1]
    text: int = LARGEST_TEXT


USUAL = Limits()


def checked(path: Path, limits: Limits = USUAL, called: str = "") -> Checked:
    """Look a workbook through.

    Args:
        path: The workbook.
        limits: How much it may hold.
        called: What people call it; the name of its file when left out.

    Raises:
        ProblemsError: It cannot be read, or is not to be.
    """
    name = called or name_of(path.name or path)
    try:
        with opened(path) as file:
            content = file.read(limits.unpacked + 1)
    except (OSError, ValueError) as error:
        raise _refused("S101", name, reason=system_reason(error)) from error
    if content.startswith(_OLD):
        raise _refused("S103", name)
    if len(content) > limits.unpacked:
        raise _refused("S105", name)
    try:
        parts = _parts(content, name, limits.unpacked)
        table = _ods(parts, limits) if "xl/workbook.xml" not in parts and "content.xml" in parts else None
        formulas = _xlsx(parts, limits) if "xl/workbook.xml" in parts else table.formulas if table is not None else None
        crossed, beside = (crossed_out(parts), drawn(parts)) if formulas is not None else (set(), [])
        if table is not None:
            parts["content.xml"] = undrawn(parts["content.xml"])
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise _refused("S106" if content.startswith(b"PK") else "S102", name) from error
    except (expat.ExpatError, Odd, ValueError, LookupError) as error:
        raise _refused("S106", name) from error
    except _TooLarge as error:
        raise _refused("S105", name) from error
    if formulas is None:
        raise _refused("S102", name)
    return Checked(_packed(parts), formulas, table.merged if table is not None else {}, crossed, beside)


def _parts(content: bytes, name: str, most: int) -> dict[str, bytes]:
    """Unpack all parts, as far as the limit goes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > most:
            raise _TooLarge
        if any(one.flag_bits & 1 for one in entries):
            raise _refused("S103", name)
        parts = {one.filename: archive.read(one) for one in entries}
    is_basic = any(one.startswith("Basic/") for one in parts)
    types = parts.get("[Content_Types].xml", b"")
    if is_basic or b"macroEnabled" in types or any(PurePosixPath(one).name == "vbaProject.bin" for one in parts):
        raise _refused("S104", name)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise _refused("S103", name)
    return parts


def _packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def _xlsx(parts: dict[str, bytes], limits: Limits) -> dict[str, set[tuple[int, int]]]:
    """Look through the worksheets of an .xlsx file; return where formulas stand."""
    shared = _shared(parts.get("xl/sharedStrings.xml", b"<sst/>"))
    total = 0
    found = {}
    longest = max(shared, default=0)
    for name, place in worksheets(parts).items():
        worksheet = _Worksheet(shared, limits)
        part = parts[place] = _ERROR.sub(rb"\1str", parts[place])
        if _is_plain(part, limits):
            worksheet.sharing = part.count(b't="s"')
            walk(part)
        else:
            walk(part, worksheet.start)
        most = len(part) + worksheet.sharing * longest
        if total + most > limits.text:  # whether it is too much is to be counted
            worksheet = _Worksheet(shared, limits)
            walk(part, worksheet.start, worksheet.text, worksheet.end)
            most = worksheet.length
        total += most
        if total > limits.text:
            raise _TooLarge
        found[name] = worksheet.formulas
    return found


def _is_plain(part: bytes, limits: Limits) -> bool:
    """Tell whether a worksheet has no formulas, and all its cells stand where they may; in doubt it has not."""
    begin, end = part.find(b"<sheetData"), part.rfind(b"</sheetData>")
    prefixed = begin < 0 or part.count(b":", begin, end) != part.count(b' spans="', begin, end)
    if prefixed or b"!" in part or b"\0" in part or b"<f" in part:  # comments, other encodings, formulas
        return False
    cells = _PLAIN_CELL.findall(part)
    if len(cells) != part.count(b"<v") + part.count(b"<is"):
        return False
    if not cells:
        return True
    letters, numbers = map(set, zip(*cells, strict=True))
    wide, tall = 1 + max(column_at(one.decode()) for one in letters), max(map(int, numbers))
    return wide <= limits.columns and tall <= limits.rows and wide * tall <= limits.cells


class _Worksheet:
    """One worksheet of an .xlsx file while it is looked through."""

    def __init__(self, shared: list[int], limits: Limits) -> None:
        self.shared, self.limits = shared, limits
        self.formulas: set[tuple[int, int]] = set()
        self.tall = self.wide = 0
        self.length = 0
        self.sharing = 0
        self._at = ""
        self._is_shared = False
        self._inside = ""
        self._value = ""

    def start(self, tag: str, of: dict[str, str]) -> None:
        """Take note of a cell, and of what is in it."""
        self._inside, self._value = tag, ""
        if tag == "c":
            self._at = of.get("r", "")
            self._is_shared = of.get("t") == "s"
        elif tag in ("v", "is", "f"):
            row, column = cell_at(self._at)
            if row >= self.limits.rows or column >= self.limits.columns:
                raise _TooLarge
            self.tall, self.wide = max(self.tall, row + 1), max(self.wide, column + 1)
            if self.tall * self.wide > self.limits.cells:
                raise _TooLarge
            if tag == "f":
                self.formulas.add((row, column))
            self.sharing += self._is_shared

    def text(self, data: str) -> None:
        """Count what stands in a cell."""
        if self._inside == "v":
            self._value += data
        self.length += len(data)

    def end(self, tag: str) -> None:
        """Count a text that cells share."""
        if tag == "v" and self._is_shared:
            self.length += self.shared[int(self._value)]
        self._inside = ""


def _shared(part: bytes) -> list[int]:
    """Return how long each of the texts is that cells share."""
    lengths: list[int] = []

    def start(tag: str, _: dict[str, str]) -> None:
        if tag == "si":
            lengths.append(0)

    def text(data: str) -> None:
        if lengths:
            lengths[-1] += len(data)

    walk(part, start, text)
    return lengths


def _ods(parts: dict[str, bytes], limits: Limits) -> _Table:
    """Look through the tables of an .ods file; return what is to be known of them."""
    table = _Table(limits)
    walk(parts["content.xml"], table.start, table.text, table.end)
    parts["content.xml"] = _ODS_ERROR.sub(b"", parts["content.xml"])
    return table


class _Table(OdsCells):
    """The tables of an .ods file while they are looked through; what is repeated is counted as often."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self.limits = limits
        self.formulas: dict[str, set[tuple[int, int]]] = {}
        self.merged: dict[str, list[tuple[tuple[int, int], tuple[int, int]]]] = {}
        self.length = 0
        self._tall = self._wide = 0

    def opened(self, tag: str, told: dict[str, str]) -> None:
        """Take note of a table and of a cell."""
        if tag == "table":
            self._tall = self._wide = 0
            self.formulas[self.table] = set()
            self.merged[self.table] = []
        elif tag in CELLS:
            tall, wide = (int(told.get(f"number-{one}-spanned", 1)) for one in ("rows", "columns"))
            if tall > 1 or wide > 1:
                last = self.row + tall, self.column + wide
                if last[0] > self.limits.rows or last[1] > self.limits.columns:
                    raise _TooLarge
                self.merged[self.table].append(((self.row, self.column), (last[0] - 1, last[1] - 1)))
            if "value-type" in told or "formula" in told:
                last = self.row + self.rows, self.column + self.times
                self._tall, self._wide = max(self._tall, last[0]), max(self._wide, last[1])
                if (
                    last[0] > self.limits.rows
                    or last[1] > self.limits.columns
                    or self._tall * self._wide > self.limits.cells
                ):
                    raise _TooLarge
                if "formula" in told:
                    self.formulas[self.table].add((self.row, self.column))

    def text(self, data: str) -> None:
        """Count what stands in a cell."""
        self.length += len(data) * self.times * self.rows
        if self.length > self.limits.text * 4:  # an empty row of any length holds the blanks between its tags
            raise _TooLarge


def _refused(code: str, path: str, **values: Any) -> ProblemsError:
    problem: Problem = fault(code, path=path, **values)
    return ProblemsError([problem])


class _TooLarge(Exception):
    """There is more than a sheet of questions holds."""
