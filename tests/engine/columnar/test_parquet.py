"""Rows come out of a Parquet file in their order and whole, however it keeps its texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from advise.engine.columnar.parquet import batches_of

ROWS = [{"at": at, "of": [{"id": f"element {at}-{one}"} for one in range(at % 3)]} for at in range(1_000)]


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"use_dictionary": False},
        {"row_group_size": 7},
        {"row_group_size": 300},
        {"dictionary_pagesize_limit": 500, "data_page_size": 500, "write_batch_size": 50},
    ],
    ids=["as usual", "without dictionaries", "in many groups", "in a few groups", "with dictionaries that ended early"],
)
def test_rows_come_out_as_they_went_in(written: dict[str, Any], tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "rows.parquet", **written)
    batches = list(batches_of(tmp_path / "rows.parquet", 200))
    assert [row for rows in batches for row in rows.to_pylist()] == ROWS
    assert max(rows.num_rows for rows in batches) <= 200
    some = batches_of(tmp_path / "rows.parquet", 200, ["at"])
    assert [row for rows in some for row in rows.to_pylist()] == [{"at": row["at"]} for row in ROWS]
