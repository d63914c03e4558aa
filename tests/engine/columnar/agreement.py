"""Many random projects judged in columns and one by one: `python -m tests.engine.columnar.agreement --help`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

import pyarrow as pa

import advise
from advise.engine.assess import assess
from advise.engine.columnar.batch import Batch
from advise.engine.columnar.judge import judge
from advise.engine.columnar.memories import document_of
from advise.engine.columnar.one import rows_of
from advise.engine.columnar.plan import Plan
from advise.engine.columnar.tables import SCHEMAS, tables_of
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.memory import WorkingMemory

from .. import generated
from .bases import with_verdicts
from .documents import rows

TODAY = "2026-01-01"


def differences(memories: Sequence[WorkingMemory], plan: Plan) -> list[tuple[str, ...]]:
    """Return the rows that only one of the two ways has, each with its table and the way."""
    kb = plan.kb
    ids = pa.array([str(number) for number in range(len(memories))])
    in_columns = judge(plan, Batch(rows(memories, kb.vocabulary), kb.vocabulary), ids)
    documents = [document_of(memory, kb.vocabulary) for memory in memories]
    expected = assessed(documents, kb)
    found = []
    for table in SCHEMAS:
        left, right = (_lines(one[table]) for one in (in_columns, expected))
        found += [(table, "columns", *line) for line in (left - right).elements()]
        found += [(table, "one by one", *line) for line in (right - left).elements()]
    return found


def assessed(documents: Iterable[Any], kb: CompiledKnowledgeBase) -> dict[str, pa.Table]:
    """Return the tables that the projects give when they are assessed one by one."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    for number, one in enumerate(documents):
        assessment = assess(one, kb, interpreter="evaluate", today=TODAY)
        for name, lines in rows_of(assessment, str(number), kb).items():
            found[name] += lines
    return tables_of(found)


def _lines(table: pa.Table) -> Counter[tuple[str, ...]]:
    return Counter(tuple(str(value) for value in row.values()) for row in table.to_pylist())


def projects(seed: int, number: int, kb: CompiledKnowledgeBase) -> list[WorkingMemory]:
    """Return random projects; what is known of each differs, and the order of its elements."""
    random = Random(seed)
    found = [generated.project(random, kb.vocabulary) for _ in range(number)]
    for memory in found:
        memory.project.pop("complete.parts", None)  # whether the list is complete is said by the memory itself
    return found


def main() -> None:
    """Compare, and end with 1 when something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shipped", type=int, default=0, help="projects of the shipped rules")
    parser.add_argument("--bases", type=int, default=0, help="random rule bases, with 10 projects each")
    parser.add_argument("--seed", type=int, default=0, help="the first random number")
    options = parser.parse_args()
    differing = 0
    plan = Plan(advise.load_rules())
    for start in range(0, options.shipped, 1000):
        size = min(1000, options.shipped - start)
        differing += _told(f"shipped rules, from {start}", projects(options.seed + start, size, plan.kb), plan)
    for seed in range(options.seed, options.seed + options.bases):
        random = Random(seed)
        plan = Plan(with_verdicts(random, random.randint(1, 3)))
        differing += _told(f"base {seed}", projects(seed, 10, plan.kb), plan)
    print(f"{options.shipped + 10 * options.bases} projects, {differing} differ")  # noqa: T201
    sys.exit(differing > 0)


def _told(what: str, memories: Sequence[WorkingMemory], plan: Plan) -> int:
    found = differences(memories, plan)
    for line in found[:5]:
        print(what, *line)  # noqa: T201
    return len({line[2] for line in found})


if __name__ == "__main__":
    main()
