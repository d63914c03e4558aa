"""Guessed completions save searches; that they say the same is what `test_agreement` compares."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from advise.engine.assess.completions import Reach
from advise.engine.columnar.batch import Batch
from advise.engine.columnar.columns import Column, SetColumn
from advise.engine.columnar.completions import _Completed, settle
from advise.engine.columnar.conclusions import BatchConclusions
from advise.engine.columnar.plan import Guess, Plan
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


def test_each_element_gets_the_first_guess_that_does_and_lists_that_may_grow_new_elements(
    kb: CompiledKnowledgeBase,
) -> None:
    stated = [
        {"organisations": [{"id": "a"}, {"id": "b", "involved": True}], "selection": {"reasons": ["subsidy"]}},
        {"organisations": [{"id": "c"}], "complete": {"organisations": True, "selection": {"reasons": False}}},
    ]
    batch = Batch(pa.RecordBatch.from_pylist(stated, document_schema(kb.vocabulary)), kb.vocabulary)
    plain = Plan(kb).guesses.all[1]
    values = {**plain.values, "organisations[].kind": "municipality", "organisations[].involved": False}
    new = {"organisations": [{"kind": "nation"}, {"kind": "other"}]}
    both = _Completed(batch, np.array([0, 1]), [plain, Guess(True, values, new)])

    def kinds(facts: _Completed) -> list[str]:
        column = facts.listed("organisations").fact("kind", "organisations[].kind")
        assert isinstance(column, Column)
        assert column.known is None
        return [batch.codes.things[code] for code in column.values]

    first, second, more = "own_company", "municipality", ["nation", "other"]
    assert kinds(both) == [first, first, first, second, second, *more, second]
    assert both.listed("organisations").parts.sizes.tolist() == [2, 1, 4, 1]
    ids = both.listed("organisations").fact("id", "organisations[].id")
    assert isinstance(ids, Column)
    assert [batch.codes.things[code] for code in ids.values] == ["a", "b", "c", "a", "b", "new", "new2", "c"]
    # The first does for b, the second for a, neither for c; of new elements nothing is taken from another guess.
    good = np.array([False, True, False, True, False, True, True, False])
    mixed = both.mixed(np.array([True, True]), {"organisations": good})
    assert kinds(mixed) == [second, first, first, second, first, *more, first]
    assert kinds(both.mixed(np.array([True, False]), {"organisations": good})) == [second, first, second, first, *more]
    # What is named of a set that may hold more stays.
    reasons = both.fact("selection.reasons")
    assert isinstance(reasons, SetColumn)
    assert reasons.has("subsidy").all()
    assert reasons.parts.sizes.min() == len(kb.vocabulary.facts["selection.reasons"].values)
