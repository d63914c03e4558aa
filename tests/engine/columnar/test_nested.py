"""One row a project, for engines that run a function over batches of a table."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
import pytest

from advise.engine.columnar.batch import document_of
from advise.engine.columnar.nested import ROWS, judged, spark_schema
from advise.engine.columnar.portfolio import Portfolio
from advise.engine.compiled import CompiledKnowledgeBase

from .agreement import TODAY, projects
from .spoilt import line


@pytest.fixture(scope="module")
def portfolio(kb: CompiledKnowledgeBase) -> Portfolio:
    return Portfolio(kb, TODAY)


def of_texts(texts: list[str | None], portfolio: Portfolio, ids: list[str] | None = None) -> list[dict[str, Any]]:
    names = ids or [f"p{number}" for number in range(len(texts))]
    batch = pa.RecordBatch.from_arrays([pa.array(names), pa.array(texts, pa.string())], ["id", "value"])
    found = list(judged(portfolio, [batch], "id", "value"))
    assert all(one.schema == ROWS for one in found)
    return [row for one in found for row in one.to_pylist()]


def test_a_row_has_what_the_tables_have(portfolio: Portfolio) -> None:
    documents = [json.dumps(document_of(one, portfolio.kb.vocabulary)) for one in projects(7, 30, portfolio.kb)]
    names = [str(number) for number in range(30)]
    tables = portfolio.documents([one.encode() for one in documents], names).tables
    rows = of_texts(documents, portfolio, names)  # type: ignore[arg-type]
    for name in ("findings", "cannot_tell", "missing", "derived"):
        long = [{"project": row["id"], **one} for row in rows for one in row[name]]
        assert long == tables[name].to_pylist()
    counts = ("cannot_tell", "missing")
    assert [
        {key: row[key] for key in row if key in ROWS.names and key not in counts}
        for row in tables["projects"].to_pylist()
    ] == [{key: row[key] for key in tables["projects"].column_names if key not in counts} for row in rows]


def test_facts_in_columns_and_as_text_are_judged_alike(portfolio: Portfolio) -> None:
    documents = [document_of(one, portfolio.kb.vocabulary) for one in projects(8, 20, portfolio.kb)]
    rows = pa.RecordBatch.from_pylist(documents, portfolio.schema)
    ids = pa.array([f"p{number}" for number in range(20)])
    batch = pa.RecordBatch.from_arrays([*rows.columns, ids], [*rows.schema.names, "id"])
    in_columns = [row for one in judged(portfolio, [batch], "id") for row in one.to_pylist()]
    assert in_columns == of_texts([json.dumps(one) for one in documents], portfolio)


def test_every_project_is_one_row_whatever_is_wrong_with_it(portfolio: Portfolio) -> None:
    texts = [line(seed, portfolio.kb.vocabulary).decode("utf-8", "replace") for seed in range(40)]
    rows = of_texts([*texts, None, "{\n}", "{}"], portfolio)
    assert sorted(row["id"] for row in rows) == sorted(f"p{number}" for number in range(43))
    assert all((row["verdict"] is None) == bool(row["problems"]) for row in rows)
    by_id = {row["id"]: row for row in rows}
    assert by_id["p41"]["verdict"] == by_id["p42"]["verdict"] is not None
    assert by_id["p40"]["problems"][0]["cure_en"]


def test_two_projects_of_one_name_are_two_rows(portfolio: Portfolio) -> None:
    texts: list[str | None] = ['{"commitment":{"declared":false}}', "{}", '{"commitment":{"declared":"no"}}']
    rows = of_texts(texts, portfolio, ["same", "same", "same"])
    assert [row["verdict"] for row in rows] == ["hold", "insufficient_information", None]
    assert [one["code"] for one in rows[0]["findings"]].count("COM-01") == 1
    assert "COM-01" not in [one["code"] for one in rows[1]["findings"]]


def test_no_rows_give_no_rows(portfolio: Portfolio) -> None:
    assert of_texts([], portfolio) == []


def test_the_schema_is_written_as_spark_writes_it() -> None:
    written = spark_schema()
    assert written.startswith("`id` STRING, `name` STRING, `phase` STRING, `verdict` STRING")
    assert "`missing` ARRAY<STRUCT<`fact`: STRING, `subject`: STRING>>" in written
