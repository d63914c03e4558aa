"""Tables of results as Parquet files and as a DuckDB file, and projects out of Parquet files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from .schema import typed

BATCH = 5_000
"""Rows that are read or written at a time."""

BROKEN = (OSError, pa.ArrowException, duckdb.Error)
"""What is raised where a file cannot be read or written."""


class Buffer:
    """Rows of one table, until there are enough to be written."""

    def __init__(self, columns: Sequence[str], numbers: Collection[str]) -> None:
        """Begin without rows.

        Args:
            columns: The columns.
            numbers: Those of them that hold whole numbers; all others hold texts.
        """
        self.schema = pa.schema([(name, pa.int64() if name in numbers else pa.string()) for name in columns])
        self.rows: list[Sequence[Any]] = []

    def taken(self) -> pa.Table:
        """Return the rows, and begin anew."""
        columns = list(zip(*self.rows, strict=True)) or [()] * len(self.schema)
        self.rows = []
        arrays = [pa.array(one, field.type) for one, field in zip(columns, self.schema, strict=True)]
        return pa.Table.from_arrays(arrays, schema=self.schema)


class ParquetTable:
    """Writes rows to a Parquet file."""

    def __init__(
        self, file: BinaryIO, columns: Sequence[str], numbers: Collection[str], about: Mapping[str, str]
    ) -> None:
        """Begin to write.

        Args:
            file: Where.
            columns: The columns.
            numbers: Those of them that hold whole numbers.
            about: What the file says of itself.
        """
        self._buffer = Buffer(columns, numbers)
        self._writer = pq.ParquetWriter(file, self._buffer.schema.with_metadata(dict(about)), compression="zstd")

    def take(self, row: Sequence[Any]) -> None:
        """Take a row."""
        self._buffer.rows.append(row)
        if len(self._buffer.rows) == BATCH:
            self._writer.write_table(self._buffer.taken())

    def close(self) -> None:
        """Write what is left."""
        self._writer.write_table(self._buffer.taken())
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

    def __init__(self, path: Path, tables: Mapping[str, Sequence[str]], numbers: Collection[str], views: str) -> None:
        """Begin to write.

        Args:
            path: A file that is not there yet.
            tables: The columns of each table.
            numbers: The columns that hold whole numbers.
            views: SQL that makes views of the tables.
        """
        self._base = duckdb.connect(str(path))
        self._buffers = {name: Buffer(columns, numbers) for name, columns in tables.items()}
        for name, buffer in self._buffers.items():
            columns = ", ".join(
                f'"{one.name}" {"BIGINT" if one.type == pa.int64() else "VARCHAR"}' for one in buffer.schema
            )
            self._base.execute(f"CREATE TABLE {name} ({columns})")
        self._base.execute(views)

    def take(self, table: str, row: Sequence[Any]) -> None:
        """Take a row of a table."""
        buffer = self._buffers[table]
        buffer.rows.append(row)
        if len(buffer.rows) == BATCH:
            self._write(table)

    def _write(self, table: str) -> None:
        self._base.register("rows_to_write", self._buffers[table].taken())
        self._base.execute(f"INSERT INTO {table} SELECT * FROM rows_to_write")  # noqa: S608  # a name of ours
        self._base.unregister("rows_to_write")

    def close(self) -> None:
        """Write what is left."""
        for table in self._buffers:
            self._write(table)
        self._base.close()

    def drop(self) -> None:
        """Write nothing more."""
        self._base.close()


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


def asked(path: Path, question: str) -> list[tuple[Any, ...]]:
    """Return the rows that a DuckDB file answers a question with."""
    with duckdb.connect(str(path), read_only=True) as base:
        return base.execute(question).fetchall()


# Projects


def columns_of(path: Path) -> list[str]:
    """Return the columns of a Parquet file.

    Raises:
        OSError: It cannot be read.
        ArrowException: It is none, or broken.
    """
    names: list[str] = pq.read_schema(path).names
    return names


def size_of(path: Path) -> int:
    """Return how many rows a Parquet file has."""
    found: int = pq.read_metadata(path).num_rows
    return found


def is_nested(path: Path, schema: pa.Schema, left_out: Collection[str]) -> bool:
    """Tell whether the columns of a Parquet file are those of project documents, and have their types.

    Args:
        path: The file.
        schema: Of documents, as `document_schema` makes it.
        left_out: Columns that are not looked at.
    """
    found = pq.read_schema(path)
    kept = pa.schema([field for field in found if field.name not in left_out])
    return typed(pa.RecordBatch.from_pylist([], kept), schema) is not None


def documents(path: Path, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a Parquet file as plain data, without what is null."""
    for rows in pq.ParquetFile(path).iter_batches(BATCH, columns=list(columns)):
        for row in rows.to_pylist():
            yield {name: without_nulls(value) for name, value in row.items() if value is not None}


def without_nulls(data: Any) -> Any:
    """Return plain data without keys that have no value.

    >>> without_nulls({"a": None, "b": [{"c": None, "d": 1}], "e": {"f": None}})
    {'b': [{'d': 1}], 'e': {}}
    """
    if isinstance(data, dict):
        return {key: without_nulls(value) for key, value in data.items() if value is not None}
    return [without_nulls(one) for one in data] if isinstance(data, list) else data
