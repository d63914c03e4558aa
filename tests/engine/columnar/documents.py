"""Working memories as rows of a table, and what is concluded of the rows as conclusions about each."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
from msgspec.structs import replace

from advise.engine.columnar.arrays import Truths
from advise.engine.columnar.batch import Batch, rows_of_memories
from advise.engine.columnar.conclusions import BatchConclusions
from advise.engine.columnar.plan import Plan
from advise.engine.columnar.schema import document_schema
from advise.engine.knowledge.model import GRADES, FactDefinition, Vocabulary
from advise.engine.project.memory import Conclusions, Derived, WorkingMemory


def rows(memories: Sequence[WorkingMemory], words: Vocabulary) -> pa.RecordBatch:
    """Return working memories as rows of a table."""
    closing = {
        f"complete.{path}": FactDefinition(f"complete.{path}", "bool", {}, {}, {}, attribute=f"complete.{path}")
        for path, listed in words.lists.items()
        if listed.complete == "declared"
    }
    schema = document_schema(replace(words, facts={**words.facts, **closing}))
    return rows_of_memories(memories, words, schema)


def concluded(plan: Plan, memories: Sequence[WorkingMemory], *, strict: bool = False) -> list[Conclusions]:
    """Return what is concluded of each project, in the form in which `evaluate` concludes it."""
    batch = Batch(rows(memories, plan.kb.vocabulary), plan.kb.vocabulary)
    found = BatchConclusions(plan, batch)
    each = [Conclusions() for _ in memories]
    for one in found.outcomes:
        names, projects = _subjects(one.listed, one.member, batch)
        truths = one.strict if strict else one.truths
        for row, (name, project) in enumerate(zip(names, projects, strict=True)):
            key = one.rule.code, name
            truth = each[project].outcomes[key] = _truth(truths, row)
            if truth is True:
                each[project].severities[key] = GRADES[one.grades[row]]
            if strict and truth is not False:
                each[project].possible[key] = frozenset(
                    grade for place, grade in enumerate(GRADES) if one.possible[row] >> place & 1
                )
        if one.listed is not None:
            for project, stated in enumerate(batch.listed(one.listed).stated):
                if not stated:
                    each[project].outcomes[one.rule.code, None] = None
    for derivation in plan.kb.derivations:
        source = None if derivation.loop is None else derivation.loop.source
        listed = source if source is not None and plan.members(source) is None else None
        for member in (plan.members(source) if source is not None else None) or (None,):
            state = found.conditions.state(derivation.concept, member, strict)
            names, projects = _subjects(listed, member, batch)
            for row, (name, project) in enumerate(zip(names, projects, strict=True)):
                each[project].derived[derivation.concept, name] = Derived(
                    next((value for value, truths in state.values.items() if _truth(truths, row) is True), None),
                    frozenset(value for value, truths in state.values.items() if _truth(truths, row) is None),
                )
    return each


def _truth(truths: Truths, row: int) -> bool | None:
    return True if truths.holds[row] else False if truths.fails[row] else None


def _subjects(listed: str | None, member: str | None, batch: Batch) -> tuple[Sequence[str | None], Sequence[int]]:
    if listed is None:
        return [member] * batch.size, range(batch.size)
    return batch.listed(listed).ids.to_pylist(), batch.listed(listed).project.tolist()
