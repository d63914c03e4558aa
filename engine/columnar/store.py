"""Tables of results as Parquet files and as a DuckDB file, and projects out of Parquet files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from .columns import words_of
from .parquet import batches_of
from .schema import WORD, typed

BATCH, MANY = 5_000, 10_000
"""Rows that are read at a time as plain data, and in columns."""

BROKEN = (OSError, pa.ArrowException, duckdb.Error)
"""What is raised where a file cannot be read or written."""


def schema_of(columns: Sequence[str], numbers: Collection[str], texts: Collection[str] = ()) -> pa.Schema:
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
        while rows := found.fetchmany(MANY):
            yield from (dict(zip(columns, row, strict=True)) for row in rows)


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


def batches(path: Path, columns: Sequence[str], schema: pa.Schema) -> Iterator[tuple[pa.RecordBatch, list[Any]]]:
    """Yield the rows of a Parquet file as documents, with what the column `id` says of each.

    Args:
        path: The file, of which `is_nested` tells that it can be read so.
        columns: The columns that count.
        schema: Of documents.
    """
    kept = [name for name in columns if name != "id"]
    for rows in batches_of(path, MANY, list(columns)):
        names = rows.column("id").to_pylist() if "id" in columns else [None] * rows.num_rows
        documents_ = typed(rows.select(kept), schema)
        assert documents_ is not None
        yield documents_, names


def plain_document(rows: pa.RecordBatch, place: int) -> dict[str, Any]:
    """Return one row as plain data, without what is null."""
    found: dict[str, Any] = without_nulls(rows.slice(place, 1).to_pylist()[0])
    return found


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
