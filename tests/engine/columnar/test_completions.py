"""Guessed completions save searches; that they say the same is what `test_agreement` compares."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from advise.engine.assess.completions import Reach
from advise.engine.columnar.batch import Batch
from advise.engine.columnar.completions import settle
from advise.engine.columnar.conclusions import BatchConclusions
from advise.engine.columnar.plan import Plan
from advise.engine.columnar.schema import document_schema
from advise.engine.columnar.verdicts import Verdicts
from advise.engine.compiled import CompiledKnowledgeBase

from .test_screening import documents


def test_few_projects_are_left_to_be_searched(kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    plan, rows = Plan(kb), pa.RecordBatch.from_pylist(documents(80), document_schema(kb.vocabulary))

    def settled(few: int) -> tuple[int, list[list[int]]]:
        sought = []

        def seen(*given: Any, **more: Any) -> Reach:
            sought.append(given)
            return Reach(*given, **more)

        monkeypatch.setattr("advise.engine.columnar.completions._FEW", few)
        monkeypatch.setattr("advise.engine.columnar.completions.Reach", seen)
        batch = Batch(rows, kb.vocabulary)
        verdicts = Verdicts(BatchConclusions(plan, batch))
        settle(plan, batch, verdicts)
        return len(sought), [one.tolist() for one in (verdicts.verdict, verdicts.worst, verdicts.best)]

    many, one_by_one = settled(1_000)
    few, guessed = settled(1)
    assert guessed == one_by_one
    assert few < many / 5
