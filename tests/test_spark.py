"""The same judgement on Spark, where it is installed: `pip install 'advise[spark]'`, and a Java 17."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from advise import spark
from advise.engine.columnar.portfolio import Portfolio
from advise.engine.compiled import CompiledKnowledgeBase

from .engine.columnar.agreement import TODAY, projects

sql = pytest.importorskip("pyspark.sql")


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """Start Spark on this machine; a task that fails is tried again."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    found = sql.SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
    yield found
    found.stop()


@pytest.fixture(scope="module")
def texts(kb: CompiledKnowledgeBase) -> list[str]:
    from advise.engine.columnar.batch import document_of

    documents = [document_of(one, kb.vocabulary) for one in projects(9, 60, kb)]
    return [*map(json.dumps, documents), '{"commitment": {"declared": "yes"}}']


def frame(session: Any, texts: list[str]) -> Any:
    named = [(str(number), text) for number, text in enumerate(texts)]
    return session.createDataFrame(named, "id STRING, value STRING").repartition(3)


def test_spark_says_what_one_machine_says(session: Any, texts: list[str], kb: CompiledKnowledgeBase) -> None:
    rows = spark.screen(frame(session, texts), kb, line_column="value", today=TODAY).collect()
    part = Portfolio(kb, TODAY).documents([one.encode() for one in texts], [str(one) for one in range(len(texts))])
    verdicts = {row["id"]: row["verdict"] for row in part.tables["projects"].to_pylist()}
    assert {row.id: row.verdict for row in rows} == {**verdicts, **{one.id: None for one in part.refused}}
    findings = sorted((row.id, one.code, one.subject or "", one.severity) for row in rows for one in row.findings or ())
    assert findings == sorted(
        (row["project"], row["code"], row["subject"] or "", row["severity"])
        for row in part.tables["findings"].to_pylist()
    )


def test_facts_may_be_columns(session: Any, tmp_path: Path, texts: list[str], kb: CompiledKnowledgeBase) -> None:
    (tmp_path / "p.ndjson").write_text('{"id":"a","commitment":{"declared":false}}\n{"id":"b"}\n', encoding="utf-8")
    rows = spark.screen(session.read.json(str(tmp_path / "p.ndjson")), kb, today=TODAY).collect()
    assert {row.id: row.verdict for row in rows} == {"a": "hold", "b": "insufficient_information"}


def test_a_worker_that_dies_loses_no_project(session: Any, texts: list[str], kb: CompiledKnowledgeBase) -> None:
    def deadly(batches: Iterable[Any]) -> Iterator[Any]:
        from pyspark import TaskContext

        context = TaskContext.get()
        if context is None or context.attemptNumber() == 0:
            os._exit(1)
        yield from batches

    dying = frame(session, texts).mapInArrow(deadly, "id STRING, value STRING")
    rows = spark.screen(dying, kb, line_column="value", today=TODAY).collect()
    assert sorted(int(row.id) for row in rows) == list(range(len(texts)))
