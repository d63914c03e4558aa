"""Parquet files of projects: rows in batches, texts as the dictionaries that such a file mostly keeps them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


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
