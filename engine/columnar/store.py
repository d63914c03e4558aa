"""Tables of results as Parquet files and as a DuckDB file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from . import parquet
from .columns import words_of
from .schema import WORD

_MANY = 10_000
"""Rows that are read at a time."""

BROKEN = (*parquet.BROKEN, duckdb.Error)
"""What is raised where a file cannot be read or written."""


def schema_of(columns: Sequence[str], numbers: Collection[str], texts: Collection[str]) -> pa.Schema:
    """Return the types of columns.

    Args:
        columns: The columns.
        numbers: Those of them that hold whole numbers; all others hold texts.
        texts: Those whose texts are seldom said twice.
    """
    kinds = {**dict.fromkeys(numbers, pa.int64()), **dict.fromkeys(texts, pa.string())}
    return pa.schema([(name, kinds.get(name, WORD)) for name in columns])


def rows_of(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    """Return a table as rows."""
    return zip(*map(_values, table.columns), strict=True) if table.num_rows else iter(())


def _values(column: pa.ChunkedArray) -> list[Any]:
    if not pa.types.is_dictionary(column.type):
        found: list[Any] = column.to_pylist()
        return found
    words, places = words_of(column)
    return list(map([*words, None].__getitem__, places.tolist()))


class ParquetTable:
    """Writes tables to a Parquet file."""

    def __init__(self, file: BinaryIO, schema: pa.Schema, about: Mapping[str, str]) -> None:
        """Begin to write.

        Args:
            file: Where.
            schema: The columns.
            about: What the file says of itself.
        """
        self._writer = pq.ParquetWriter(file, schema.with_metadata(dict(about)), compression="zstd")

    def take(self, table: pa.Table) -> None:
        """Write rows."""
        self._writer.write_table(table.replace_schema_metadata(self._writer.schema.metadata))

    def close(self) -> None:
        """Write what is left."""
        self._writer.close()

    def drop(self) -> None:
        """Write nothing more."""
        with suppress(*BROKEN, ValueError):
            self._writer.close()


def says(path: Path, key: str) -> str | None:
    """Return what a Parquet file says of itself; None where it is none or says nothing."""
    try:
        found = (pq.read_schema(path).metadata or {}).get(key.encode())
    except BROKEN:
        return None
    return None if found is None else found.decode()


class Database:
    """Writes tables into a DuckDB file."""

    def __init__(self, path: Path, schemas: Mapping[str, pa.Schema], views: str) -> None:
        """Begin to write.

        Args:
            path: A file that is not there yet.
            schemas: The columns of each table.
            views: SQL that makes views of the tables.
        """
        self._path = path
        self._base = duckdb.connect(str(path))
        for name, schema in schemas.items():
            columns = ", ".join(f'"{one.name}" {"BIGINT" if one.type == pa.int64() else "VARCHAR"}' for one in schema)
            self._base.execute(f"CREATE TABLE {name} ({columns})")
        self._base.execute(views)

    def take(self, name: str, table: pa.Table) -> None:
        """Write rows of a table."""
        self._base.register("rows_to_write", table)
        self._base.execute(f"INSERT INTO {name} SELECT * FROM rows_to_write")  # noqa: S608  # a name of ours
        self._base.unregister("rows_to_write")

    def close(self) -> None:
        """Write what is left."""
        self._base.execute("CHECKPOINT")  # closing would keep to itself that it cannot be written
        self._base.close()

    def drop(self) -> None:
        """Write nothing more, and leave nothing beside the file."""
        self._base.close()
        with suppress(OSError):
            self._path.with_name(f"{self._path.name}.wal").unlink()


def has_tables(path: Path, tables: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a DuckDB file holds tables with these columns first, as an earlier run wrote them."""
    try:
        with duckdb.connect(str(path), read_only=True) as base:
            for name, columns in tables.items():
                found = [one[0] for one in base.execute(f'DESCRIBE "{name}"').fetchall()]
                if found[: len(columns)] != list(columns):
                    return False
    except BROKEN:
        return False
    return True


def rows_in(path: Path, table: str, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table of a DuckDB file as plain data; of a file that somebody else made nothing reaches beyond it.

    Raises:
        duckdb.Error: It is none, or has no such table or column.
    """
    names = ", ".join(f'"{one}"' for one in columns)
    with duckdb.connect(str(path), read_only=True, config={"enable_external_access": "false"}) as base:
        found = base.execute(f'SELECT {names} FROM "{table}"')  # noqa: S608  # names of ours
        while rows := found.fetchmany(_MANY):
            yield from (dict(zip(columns, row, strict=True)) for row in rows)
