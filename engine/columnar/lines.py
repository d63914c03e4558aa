"""NDJSON: blocks of lines, a project each, read by Arrow with the schema of the vocabulary.

Arrow's reader takes what has exactly the types of the schema, no key twice and no other key. A line that it refuses, or that
does not begin and end as an object does, is left to the reader of one project, which understands it or says what is wrong.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pj
from msgspec import Struct

from ..reading.encoding import lines_of
from ..reading.limits import LARGEST
from .arrays import Mask, Numbers

BLOCK = 128 << 20
"""Bytes that are read at a time; then the line that has begun is read to its end."""
_PIECE, _PARSED = 1 << 20, 16 << 20
"""Bytes that are read and parsed in one go: memory for more would not be used again, and clearing it takes long."""
FEW = 128
"""Lines that are no longer halved to find those that are refused: reading a few takes about as long as reading one."""
_OPENS, _CLOSES, _RETURN = b"{}\r"


class LineBlock(NamedTuple):
    """Whole lines of a file.

    Attributes:
        content: Their bytes.
        starts, ends: Where each line begins and ends, its line end left out; empty lines are no lines.
        numbers: The number of each in the file; the first line of a file is 1.
    """

    content: bytes | memoryview
    starts: Numbers
    ends: Numbers
    numbers: Numbers

    def line(self, place: int) -> bytes:
        """Return one line."""
        return bytes(self.content[self.starts[place] : self.ends[place]])


class LinesRead(NamedTuple):
    """What was read of a block.

    Attributes:
        rows: The lines that are typed as the schema says, as a table.
        places: The place of each of them in the block.
        others: The places of the other lines.
    """

    rows: pa.Table
    places: Numbers
    others: Numbers


def blocks(file: BinaryIO, size: int = BLOCK, *, again: bool = False) -> Iterator[LineBlock]:
    """Yield the lines of a file in blocks of about so many bytes.

    Args:
        file: The file.
        size: How many bytes.
        again: Whether a block may be written over when the next one is asked for.
    """
    first, room = 1, bytearray()
    while piece := file.read(min(size, _PIECE)):
        is_new = not (room and again)
        room = bytearray() if is_new else room
        end = 0
        while piece:
            room[end : end + len(piece)] = piece
            end += len(piece)
            piece = file.read(min(size - end, _PIECE)) if end < size else b""
        rest = next(lines_of(file), b"")
        if is_new:
            room += rest + bytes(_PIECE)  # the last line of the next block may be longer
        elif end + len(rest) <= len(room):
            room[end : end + len(rest)] = rest
        else:
            room = room[:end] + rest
        end += len(rest)
        start = len(codecs.BOM_UTF8) if first == 1 and room.startswith(codecs.BOM_UTF8, 0, end) else 0
        if end > start:
            block, lines = _block(room, start, end, first)
            first += lines
            yield block


def _block(room: bytearray, start: int, end: int, first: int) -> tuple[LineBlock, int]:
    found = []
    at = start - 1
    while (at := room.find(b"\n", at + 1, end)) >= 0:
        found.append(at)
    if not room.endswith(b"\n", start, end):
        found.append(end)
    breaks: Numbers = np.array(found, np.int64)
    starts = np.concatenate([np.array([start], np.int64), breaks[:-1] + 1])
    signs = np.frombuffer(room, np.uint8)
    ends = breaks - ((breaks > starts) & (signs[np.maximum(breaks - 1, 0)] == _RETURN))
    there = ends > starts
    numbers = first + np.flatnonzero(there)
    return LineBlock(memoryview(room)[:end], starts[there], ends[there], numbers), len(breaks)


def block_of(documents: pa.Array) -> LineBlock:
    """Return texts as the lines of a block; where one has line ends of its own, it is one line nevertheless.

    Args:
        documents: Texts or bytes; null stands for an empty one.
    """
    whole = documents.cast(pa.binary()) if pa.types.is_string(documents.type) else documents
    nothing, end = (pa.scalar(one, pa.large_binary()) for one in (b"", b"\n"))
    ended = pc.binary_join_element_wise(whole.cast(pa.large_binary()), nothing, end, null_handling="replace")
    _, offsets, content = ended.buffers()
    breaks: Numbers = np.frombuffer(offsets, np.int64)[ended.offset : ended.offset + len(ended) + 1]
    return LineBlock(memoryview(content or b""), breaks[:-1], breaks[1:] - 1, np.arange(1, len(ended) + 1))


class _LineId(Struct):
    id: str | int | None = None


def id_of(line: bytes) -> str | None:
    """Return what the key `id` at the top of a line calls its project, None where it calls it nothing.

    >>> id_of(b'{"id": 7}'), id_of(b'{"id": true}'), id_of(b"{}"), id_of(b"{")
    ('7', None, None, None)
    """
    try:
        found = msgspec.json.decode(line, type=_LineId).id
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return None if found is None else str(found)


def read(block: LineBlock, schema: pa.Schema, few: int = 1) -> LinesRead:
    """Read the lines of a block.

    Args:
        block: The lines.
        schema: Of documents, as `schema.document_schema` makes it.
        few: Of so many lines among which one is refused, all are left to others.
    """
    signs = np.frombuffer(block.content, np.uint8)
    regular: Mask = (block.ends > block.starts) & (signs[block.starts] == _OPENS) & (signs[block.ends - 1] == _CLOSES)
    regular &= block.ends - block.starts <= LARGEST
    places = np.flatnonzero(regular)
    if len(places) == len(block.starts):
        table = _table(block.content[block.starts[0] :] if len(places) else b"", len(places), schema)
        if table is not None:
            return LinesRead(table, places, np.zeros(0, np.int64))
    tables: list[pa.Table] = []
    taken = list(_taken(block, places, schema, tables, few))
    rows = pa.concat_tables(tables) if tables else schema.empty_table()
    found = np.concatenate([np.zeros(0, np.int64), *taken])
    return LinesRead(rows, found, np.setdiff1d(np.arange(len(block.starts)), found))


def _taken(block: LineBlock, places: Numbers, schema: pa.Schema, tables: list[pa.Table], few: int) -> Iterator[Numbers]:
    """Yield the places of lines that are taken, whose table is added: halves, until few stand with what is refused."""
    if not len(places):
        return
    table = _table(b"\n".join(block.line(place) for place in places), len(places), schema)
    if table is not None:
        tables.append(table)
        yield places
    elif len(places) > few:
        for part in np.array_split(places, 2):
            yield from _taken(block, part, schema, tables, few)


def _table(content: bytes | memoryview, lines: int, schema: pa.Schema) -> pa.Table | None:
    """Return lines as a table, None when one of them is refused."""
    if not lines:
        return schema.empty_table()
    try:
        found = pj.read_json(
            pa.BufferReader(content),
            read_options=pj.ReadOptions(use_threads=False, block_size=_PARSED),
            parse_options=pj.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
        )
        found.validate(full=True)  # that texts are UTF-8
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return None
    return found if found.num_rows == lines else None


def record_batch(table: pa.Table) -> pa.RecordBatch:
    """Return a table as one batch."""
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], table.schema)
