"""Projects come out of the rows of a table as the reader of one project reads them."""

from __future__ import annotations

import pyarrow as pa

from advise.engine.columnar.batch import Batch, memories_of, rows_of_memories
from advise.engine.columnar.schema import document_schema
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.project import read_project

from .agreement import projects


def test_rows_are_what_the_reader_of_one_project_makes_of_them(kb: CompiledKnowledgeBase) -> None:
    rows = rows_of_memories(projects(3, 300, kb), kb.vocabulary, document_schema(kb.vocabulary))
    assert memories_of(Batch(rows, kb.vocabulary)) == [read_project(one, kb).memory for one in rows.to_pylist()]


def test_of_columns_that_are_not_there_nothing_is_known(kb: CompiledKnowledgeBase) -> None:
    rows = pa.RecordBatch.from_pylist([{"lang": "ja"}, {"lang": "en"}])
    assert memories_of(Batch(rows, kb.vocabulary)) == [read_project({}, kb).memory] * 2
