"""One row a project, with all that is told of it in lists: for engines that run a function over batches of a table.

Spark (`mapInArrow`), Ray Data and Dask hand a function some rows and take rows back; the order and the batches are theirs. A
project that cannot be judged is a row, too, with its problems and no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from ..problems.problem import Problem
from .columns import numbers_in
from .portfolio import BATCH, JudgedPart, Portfolio
from .tables import PROJECTS, SCHEMAS

_LONG = ("findings", "cannot_tell", "missing", "derived")
_PROBLEMS = pa.list_(pa.struct([(name, pa.string()) for name in ("code", "en", "ja", "cure_en", "cure_ja", "place")]))


def _plain(one: pa.DataType) -> pa.DataType:
    return one.value_type if pa.types.is_dictionary(one) else one


def _of(name: str) -> pa.DataType:
    """Return what stands in the list of one long table."""
    return pa.struct([(field.name, _plain(field.type)) for field in SCHEMAS[name] if field.name != "project"])


ROWS = pa.schema(
    [
        *((field.name, _plain(field.type)) for field in PROJECTS if field.name not in ("cannot_tell", "missing")),
        *((name, pa.list_(_of(name))) for name in _LONG),
        ("problems", _PROBLEMS),
    ]
)
"""The columns of `projects`, then each other table as a list, then what is wrong with a project that was not judged.

`cannot_tell` and `missing` are the lists; their lengths are the counts."""


def spark_schema() -> str:
    """Return `ROWS` as Spark writes it."""
    return ", ".join(f"`{field.name}` {_spark_type(field.type)}" for field in ROWS)


def _spark_type(one: pa.DataType) -> str:
    if pa.types.is_list(one):
        return f"ARRAY<{_spark_type(one.value_type)}>"
    if pa.types.is_struct(one):
        return "STRUCT<{}>".format(", ".join(f"`{field.name}`: {_spark_type(field.type)}" for field in one))
    return {"string": "STRING", "int32": "INT"}[str(one)]


def judged(
    portfolio: Portfolio, batches: Iterable[pa.RecordBatch], id_column: str, line_column: str | None = None
) -> Iterator[pa.RecordBatch]:
    """Judge batches of a table, and yield a row for each project as `ROWS` describes it.

    Args:
        portfolio: The knowledge base.
        batches: Rows of any number.
        id_column: The column with what each project is called.
        line_column: The column with the project as a line of JSON; without one, the other columns are its facts, nested
            as a project document is.
    """
    for rows in batches:
        for start in range(0, rows.num_rows, BATCH):
            part = rows.slice(start, BATCH)
            ids = part.column(id_column).cast(pa.string())
            # Ids may be there twice; while the rows are judged each has its place for a name.
            places = pa.array(np.arange(part.num_rows).astype(str))
            if line_column is None:
                facts = part.select([name for name in part.schema.names if name != id_column])
                yield from _rows(portfolio.rows(facts, places), ids)
            else:
                yield from _rows(portfolio.documents(part.column(line_column), places.to_pylist()), ids)


def _rows(part: JudgedPart, ids: pa.Array) -> Iterator[pa.RecordBatch]:
    """Yield a part as rows: those that were judged, then those that were refused."""
    projects = part.tables["projects"]
    columns = {
        name: projects.column(name).combine_chunks().cast(_plain(projects.schema.field(name).type))
        for name in projects.schema.names
    }
    places = columns["id"].cast(pa.int64())
    columns["id"] = ids.take(places)
    for name in _LONG:
        columns[name] = _lists(part.tables[name], np.asarray(places), len(ids))
    columns["problems"] = pa.nulls(projects.num_rows, _PROBLEMS)
    yield pa.RecordBatch.from_arrays([columns[name] for name in ROWS.names], schema=ROWS)
    refused = [{"id": ids[int(one.id)].as_py(), "problems": list(map(_problem, one.problems))} for one in part.refused]
    if refused:
        yield pa.RecordBatch.from_pylist(refused, ROWS)


def _lists(table: pa.Table, places: npt.NDArray[np.int64], size: int) -> pa.Array:
    """Return for the project at each place the list of its rows, which stand side by side in the order of the projects."""
    sizes = np.bincount(numbers_in(table.column("project")), minlength=size)[places]
    offsets = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)]).astype(np.int32)
    fields = [field for field in table.schema if field.name != "project"]
    values = [table.column(field.name).combine_chunks().cast(_plain(field.type)) for field in fields]
    return pa.ListArray.from_arrays(
        pa.array(offsets), pa.StructArray.from_arrays(values, [field.name for field in fields])
    )


def _problem(problem: Problem) -> dict[str, str | None]:
    cure = problem.cure or {}
    return {
        "code": problem.code, "en": problem.message["en"], "ja": problem.message["ja"],
        "cure_en": cure.get("en"), "cure_ja": cure.get("ja"),
        "place": None if problem.place is None else str(problem.place),
    }  # fmt: skip
