"""Projects out of Parquet files: rows in batches, texts as the dictionaries that such a file mostly keeps them in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from .schema import typed

PLAIN, MANY = 5_000, 10_000
"""Rows that are read at a time as plain data, and in columns."""
BROKEN = (OSError, pa.ArrowException)
"""What is raised where a file cannot be read or written."""


def batches_of(path: Path, size: int, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a file, so many at a time or fewer.

    Args:
        path: The file.
        size: How many.
        columns: The columns that count; None for all.

    Raises:
        OSError: It cannot be read.
        ArrowException: It is none, or broken.
    """
    with pq.ParquetFile(path) as file:
        groups = file.num_row_groups
        texts = [one.path for one in map(file.schema.column, range(len(file.schema))) if _is_text(one)]
        if groups > 1 and file.metadata.num_rows < groups * size // 2:
            yield from file.iter_batches(size, columns=columns)
            return
    # A batch has one dictionary for each column, and each group of rows has its own.
    with pq.ParquetFile(path, read_dictionary=texts) as file:
        for group in range(groups):
            yield from file.iter_batches(size, row_groups=[group], columns=columns)


def _is_text(column: pq.ColumnSchema) -> bool:
    return bool(column.logical_type.type == "STRING")


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
    for rows in pq.ParquetFile(path).iter_batches(PLAIN, columns=list(columns)):
        for row in rows.to_pylist():
            yield without_nulls(row)


def without_nulls(data: Any) -> Any:
    """Return plain data without keys that have no value.

    >>> without_nulls({"a": None, "b": [{"c": None, "d": 1}], "e": {"f": None}})
    {'b': [{'d': 1}], 'e': {}}
    """
    if isinstance(data, dict):
        return {key: without_nulls(value) for key, value in data.items() if value is not None}
    return [without_nulls(one) for one in data] if isinstance(data, list) else data
