"""What thousands of projects cost in columns, beside a bare read of the same file, and how that grows.

Processor time of all threads is measured, and the results are written as Parquet.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from msgspec.structs import replace

from advise.engine.columnar.lines import blocks, read
from advise.engine.columnar.portfolio import BATCH, JudgedPart, Portfolio
from advise.engine.columnar.tables import SCHEMAS
from advise.engine.compiled import CompiledKnowledgeBase, compiled

from .bases import with_only, with_rules
from .hand_written import CODES
from .hand_written_sql import COLUMNS, query
from .measure import Figure, ratio
from .projects import lines

TODAY = "2026-01-01"
_PAGE = 8 << 20
"""Bytes of a page: a part of a table is a few pages."""


def figures(kb: CompiledKnowledgeBase, rounds: int, number: int) -> list[Figure]:
    """Measure reading and judging.

    Args:
        kb: The knowledge base.
        rounds: How often each figure and its peer are measured, in turn.
        number: How many projects.
    """
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        usual, longer, nested = here / "usual.ndjson", here / "longer.ndjson", here / "usual.parquet"
        for path, times in ((usual, 1), (longer, 2)):
            path.write_bytes(b"".join(lines(number, kb.vocabulary, times)))
        once, twice = (Portfolio(compiled(with_rules(times, kb)), TODAY) for times in (1, 2))
        table = _written(usual, nested, once)
        few = with_only(CODES, kb)
        few = replace(few, verdict=replace(few.verdict, must_know=()))
        some = Portfolio(compiled(few), TODAY)
        columns = {field.name: _ddl(field.type) for field in once.schema}
        found = _in_turn(
            [
                lambda: _bare_lines(usual, columns),
                lambda: _judged(_lines(once, usual), here),
                lambda: _bare_parquet(nested),
                lambda: _judged(once.parquet(nested), here),
                lambda: _judged([one.rows(rows, ids) for one, rows, ids in _batches(table, once)], None),
                lambda: _judged([one.rows(rows, ids) for one, rows, ids in _batches(table, twice)], None),
                lambda: _judged(_lines(twice, usual), here),
                lambda: _judged(_lines(once, longer), here),
                lambda: _judged(_lines(some, usual), here),
                lambda: _by_sql(usual, here),
            ],
            rounds,
        )
    bare, ndjson, bare_parquet, parquet, judged, doubled, ndjson_doubled, long, thirty, by_sql = found
    size = usual_size(kb)

    def figure(what: str, times: list[float], peer: str, other: list[float], budget: float | None) -> Figure:
        grown = ratio(times, other)
        each, beside = (f"{1e6 * median(one) / number:.1f} us" for one in (times, other))
        met = None if budget is None else grown <= budget
        return Figure(what, each, f"{peer} {beside}", grown, f"{budget:g}x" if budget is not None else "", met)

    return [
        figure(f"NDJSON, {number} projects of {size} kB, a project", ndjson, "DuckDB's bare read", bare, 2),
        figure("Parquet, the same", parquet, "pyarrow's bare read", bare_parquet, 4),
        figure(f"judged only, {len(kb.rules)} rules", judged, "pyarrow's bare read", bare_parquet, None),
        figure(f"judged only, {2 * len(kb.rules)} rules", doubled, f"{len(kb.rules)} rules", judged, None),
        figure(f"NDJSON, {2 * len(kb.rules)} rules", ndjson_doubled, f"{len(kb.rules)} rules", ndjson, 1.9),
        figure("NDJSON, lists twice as long", long, "as long as usual", ndjson, 2.2),
        figure(f"NDJSON, {len(CODES)} rules", thirty, "the same rules in SQL by hand, DuckDB", by_sql, 0.7),
    ]


def usual_size(kb: CompiledKnowledgeBase) -> str:
    """Return how large a project is on average, in kB."""
    some = list(lines(200, kb.vocabulary))
    return f"{sum(map(len, some)) / len(some) / 1000:.1f}"


def _in_turn(calls: Iterable[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Call functions in turn and return the processor time of each call in seconds, a list for each function."""
    calls = list(calls)
    found: list[list[float]] = [[] for _ in calls]
    for number in range(rounds + 1):
        for times, call in zip(found, calls, strict=True):
            start = time.process_time()
            call()
            if number:
                times.append(time.process_time() - start)
    return found


def _written(path: Path, nested: Path, portfolio: Portfolio) -> pa.Table:
    """Write the projects of an NDJSON file as Parquet with nested columns; return them."""
    with path.open("rb") as file:
        table = pa.concat_tables([read(block, portfolio.schema).rows for block in blocks(file)]).combine_chunks()
    pq.write_table(table, nested, row_group_size=BATCH)
    return table


def _batches(table: pa.Table, portfolio: Portfolio) -> Iterable[tuple[Portfolio, pa.RecordBatch, pa.Array]]:
    for rows in table.to_batches(BATCH):
        yield portfolio, rows, pa.array([str(number) for number in range(rows.num_rows)])


def _lines(portfolio: Portfolio, path: Path) -> Iterable[JudgedPart]:
    with path.open("rb") as file:
        yield from portfolio.lines(file)


def _judged(parts: Iterable[JudgedPart], folder: Path | None) -> None:
    """Go through parts, and write their tables as Parquet where there is a folder."""
    # Of words that come again and again the least and the greatest would say nothing about a part of a file.
    writers = {}
    for name, schema in SCHEMAS.items() if folder is not None else ():
        told = ["id"] if name == "projects" else False
        place = Path(folder or "", f"{name}.parquet")
        writers[name] = pq.ParquetWriter(place, schema, write_statistics=told, data_page_size=_PAGE)
    for part in parts:
        if part.refused:
            raise AssertionError(f"projects are refused: {part.refused[0]}")
        for name, writer in writers.items():
            writer.write_table(part.tables[name])
    for writer in writers.values():
        writer.close()


def _bare_lines(path: Path, columns: dict[str, str]) -> int:
    """Read all columns of an NDJSON file with DuckDB; return how many rows there were."""
    with duckdb.connect() as connection:
        found = connection.execute(
            "SELECT * FROM read_json(?, format = 'newline_delimited', columns = ?, maximum_object_size = 20000000)",
            [str(path), columns],
        )
        return sum(rows.num_rows for rows in found.to_arrow_reader(BATCH))


def _by_sql(path: Path, folder: Path) -> None:
    """Judge an NDJSON file by the rules that are written in SQL, and write what they say as Parquet."""
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query()}) TO '{folder / 'by_sql.parquet'}' (FORMAT parquet)", [str(path), COLUMNS])


def _bare_parquet(path: Path) -> int:
    """Read all columns of a Parquet file with pyarrow; return how many rows there were."""
    return sum(rows.num_rows for rows in pq.ParquetFile(path).iter_batches(BATCH))


def _ddl(one: pa.DataType) -> str:
    """Return an Arrow type as DuckDB writes it."""
    if pa.types.is_struct(one):
        return "STRUCT({})".format(", ".join(f'"{field.name}" {_ddl(field.type)}' for field in one))
    if pa.types.is_list(one):
        return f"{_ddl(one.value_type)}[]"
    return {"bool": "BOOLEAN", "double": "DOUBLE", "string": "VARCHAR"}[str(one)]
