"""Whether projects that are judged in columns get exactly what they get one by one."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from ..assess.run import assess
from ..compiled import CompiledKnowledgeBase
from .batch import Batch
from .judge import judge
from .one import rows_of
from .plain import odd
from .plan import Plan
from .schema import document_schema

_TODAY = "2026-01-01"


class Together:
    """A rule base whose projects are judged both ways."""

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        """Take the rules."""
        self.kb, self.plan = kb, Plan(kb)
        self.schema = document_schema(kb.vocabulary)

    def differing(self, documents: Sequence[dict[str, Any]]) -> list[list[str]]:
        """Return in what each project differs, one line for each row that only one of the ways has."""
        batch = Batch(pa.RecordBatch.from_pylist(list(documents), self.schema), self.kb.vocabulary)
        strange = odd(self.plan, batch)
        names = [str(place) for place in range(len(documents))]
        lines: list[set[str]] = [set() for _ in documents]
        for table, rows in judge(self.plan, batch, pa.array(names), strange).items():
            for row in rows.to_pylist():
                place = int(row["id"] if table == "projects" else row["project"])
                lines[place].add(f"{table} {row}")
        for place, document in enumerate(documents):
            if not strange[place]:
                assessment = assess(
                    copy.deepcopy(document), self.kb, today=_TODAY, interpreter="evaluate", asking=False
                )
                for table, several in rows_of(assessment, names[place], self.kb).items():
                    lines[place] ^= {f"{table} {row}" for row in several}
        return [sorted(one) for one in lines]
