"""The tables of many projects as Parquet files: one for each, written part by part."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet as pq

from .portfolio import Part, Refused
from .tables import SCHEMAS

_PAGE = 8 << 20
"""Bytes of a page: a part of a table is a few pages."""


def write_parquet(parts: Iterable[Part], folder: str | os.PathLike[str]) -> list[Refused]:
    """Write the tables of all parts into a folder, as `projects.parquet`, `findings.parquet` and so on.

    Args:
        parts: What was judged; one at a time is held in memory.
        folder: Where; it is there, and files of these names in it are replaced.

    Returns:
        The projects that could not be judged.

    Raises:
        OSError: A file cannot be written.
    """
    refused: list[Refused] = []
    # Of words that come again and again the least and the greatest would say nothing about a part of a file.
    writers = {
        name: pq.ParquetWriter(
            Path(folder) / f"{name}.parquet",
            schema,
            write_statistics=["id"] if name == "projects" else False,
            data_page_size=_PAGE,
        )
        for name, schema in SCHEMAS.items()
    }
    try:
        for part in parts:
            refused += part.refused
            for name, table in part.tables.items():
                writers[name].write_table(table)
    finally:
        for writer in writers.values():
            writer.close()
    return refused
