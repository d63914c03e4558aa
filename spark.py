"""The same judgement on Spark: `screen` runs it on the batches of a data frame, wherever Spark runs them.

It needs `advise[spark]`, and advise on every machine that works for Spark.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .engine.columnar.portfolio import Portfolio
    from .engine.compiled import CompiledKnowledgeBase


def screen(
    projects: Any,
    kb: CompiledKnowledgeBase,
    *,
    id_column: str = "id",
    line_column: str | None = None,
    today: str | None = None,
) -> Any:
    """Judge the projects of a data frame, one a row.

    Args:
        projects: A `pyspark.sql.DataFrame`, of a Spark session or of Spark Connect: a column with what each project is
            called, and its facts, nested as a project document is, or as one text of JSON.
        kb: The knowledge base; it is sent to where the rows are.
        id_column: The column with what each project is called.
        line_column: The column with the text of each project (`spark.read.text` calls it `value`); None for nested columns.
        today: The date of the review (`2026-11-22`), which decisions in a project ask for; the calendar's when left out.

    Returns:
        A data frame with a row for each project: the verdict, coverage and counts, lists of `findings`, `cannot_tell`,
        `missing` and `derived`, and the `problems` of a project that cannot be judged and so has no verdict.
    """
    from .engine.columnar.nested import spark_schema

    return projects.mapInArrow(_judging(kb, id_column, line_column, today), spark_schema())


def _judging(
    kb: CompiledKnowledgeBase, id_column: str, line_column: str | None, today: str | None
) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """Return the function that Spark sends to where the rows are."""
    written = pickle.dumps(kb)

    def judge(batches: Iterable[Any]) -> Iterator[Any]:
        from .engine.columnar.nested import judged

        return judged(_portfolio(written, today), batches, id_column, line_column)

    return judge


@lru_cache(maxsize=1)
def _portfolio(written: bytes, today: str | None) -> Portfolio:
    """Return what judges by a knowledge base; a Python worker of Spark keeps it from one task to the next."""
    from .engine.columnar.portfolio import Portfolio

    return Portfolio(pickle.loads(written), today)  # noqa: S301 - what Spark sends is its own
