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
from advise.engine.account import Accounts
from advise.engine.assess import assess
from advise.engine.assess.completions import Reach
from advise.engine.assess.findings import Drafter
from advise.engine.assess.model import COUNTS, named_together
from advise.engine.assess.verdict import missing_facts, replaced, verdict_of
from advise.engine.columnar.batch import Batch
from advise.engine.columnar.judge import judge
from advise.engine.columnar.plan import Plan
from advise.engine.columnar.tables import SCHEMAS, rows_of, tables_of
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.knowledge.model import is_upcoming, severity_of
from advise.engine.project.address import read_address, subject_of_outcome
from advise.engine.project.data import document_of
from advise.engine.project.memory import WorkingMemory
from advise.engine.project.project import Project, read_project

from .. import generated
from .bases import with_verdicts
from .documents import rows

TODAY = "2026-01-01"


def differences(memories: Sequence[WorkingMemory], plan: Plan, *, quickly: bool = False) -> list[tuple[str, ...]]:
    """Return the rows that only one of the two ways has, each with its table and the way.

    Args:
        memories: What is known of each project.
        plan: The rules.
        quickly: Compare with what is concluded, not with a whole assessment that asks and explains, too.
    """
    kb = plan.kb
    ids = pa.array([str(number) for number in range(len(memories))])
    in_columns = judge(plan, Batch(rows(memories, kb.vocabulary), kb.vocabulary), ids)
    documents = [document_of(memory, kb.vocabulary) for memory in memories]
    read = (read_project(one, kb).memory for one in documents) if quickly else ()
    expected = concluded(read, kb) if quickly else assessed(documents, kb)
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


def concluded(memories: Iterable[WorkingMemory], kb: CompiledKnowledgeBase) -> dict[str, pa.Table]:
    """Return the tables that the reference interpreter gives, with what `engine.assess` makes of its conclusions."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    for number, memory in enumerate(memories):
        for name, lines in _rows(memory, str(number), kb).items():
            found[name] += lines
    return tables_of(found)


def _rows(memory: WorkingMemory, name: str, kb: CompiledKnowledgeBase) -> dict[str, list[dict[str, Any]]]:
    conclusions, after = kb.evaluator.run_in(memory)
    accounts = Accounts(kb.evaluator, after)
    drafter = Drafter(kb, Project(memory), accounts)
    silenced = replaced(conclusions, kb)
    findings: list[dict[str, Any]] = [
        {"code": key[0], "subject": subject_of_outcome(key, kb), "severity": severity_of(grade),
         "kind": "upcoming" if is_upcoming(grade) else kb.rule(key[0]).kind}
        for key, grade in conclusions.severities.items() if key not in silenced
    ]  # fmt: skip
    untold = [
        {"code": one.code, "subject": one.subject}
        for one in drafter.trace(conclusions, silenced)
        if one.outcome == "cannot_tell"
    ]
    missing = [{"fact": one.fact, "subject": one.subject} for one in missing_facts(kb, after)]
    derived = []
    for fact, value in drafter.derived(conclusions).items():
        address = read_address(fact, kb.vocabulary)
        assert address is not None
        for one in value if isinstance(value, list) else [value]:
            derived.append({"fact": address.fact, "subject": address.subject, "value": one})
    reach = Reach(kb, memory)
    counted = [one["severity"] for one in findings if one["kind"] == "finding"]
    judged = reach.judged(*(verdict_of(counted, lacking, kb) for lacking in (bool(missing), True)))
    ends = reach.range(look=False)
    covered = drafter.coverage(conclusions)
    known = kb.presentation.project
    project = {
        "id": name, "name": memory.project.get(known.name or ""), "phase": memory.project.get(known.phase or ""),
        "verdict": judged.verdict, "worst": ends.worst, "best": ends.best,
        "either": None if judged.either is None else named_together(code for code, _ in judged.either.outcomes),
        "due": covered.due, "told": covered.told, "cannot_tell": len(untold), "missing": len(missing),
        **{
            column: sum(one["kind"] == kind and severity in (None, one["severity"]) for one in findings)
            for column, (kind, severity) in COUNTS.items()
        },
    }  # fmt: skip
    long = {"findings": findings, "cannot_tell": untold, "missing": missing, "derived": derived}
    return {
        "projects": [project],
        **{table: [{"project": name, **row} for row in part] for table, part in long.items()},
    }


def _lines(table: pa.Table) -> Counter[tuple[str, ...]]:
    return Counter(tuple(str(value) for value in row.values()) for row in table.to_pylist())


def projects(seed: int, number: int, kb: CompiledKnowledgeBase) -> list[WorkingMemory]:
    """Return random projects; what is known of each differs, and the order of its elements."""
    random = Random(seed)
    found = [generated.project(random, kb.vocabulary) for _ in range(number)]
    for memory in found:
        memory.project.pop("complete.parts", None)  # whether the list is complete is said by the memory itself
    return found


def typical(seed: int, number: int, kb: CompiledKnowledgeBase) -> list[WorkingMemory]:
    """Return projects as the benchmarks make them, some hundred facts in each."""
    from benchmarks.projects import documents  # from the folder in which this is run

    return [read_project(one, kb).memory for one in documents(number, kb.vocabulary, seed=f"agreement {seed}")]


def main() -> None:
    """Compare, and end with 1 when something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shipped", type=int, default=0, help="projects of the shipped rules")
    parser.add_argument("--typical", type=int, default=0, help="typical ones of them, as they are measured with")
    parser.add_argument("--bases", type=int, default=0, help="random rule bases, with 10 projects each")
    parser.add_argument("--seed", type=int, default=0, help="the first random number")
    options = parser.parse_args()
    differing = 0
    plan = Plan(advise.load_rules())
    for start in range(0, options.shipped, 1000):
        size = min(1000, options.shipped - start)
        differing += _told(f"shipped rules, from {start}", projects(options.seed + start, size, plan.kb), plan, True)
    for start in range(0, options.typical, 1000):
        size = min(1000, options.typical - start)
        memories = typical(options.seed + start, size, plan.kb)
        differing += _told(f"typical projects, from {start}", memories, plan, True)
    for seed in range(options.seed, options.seed + options.bases):
        random = Random(seed)
        plan = Plan(with_verdicts(random, random.randint(1, 3)))
        differing += _told(f"base {seed}", projects(seed, 10, plan.kb), plan, False)
    print(f"{options.shipped + options.typical + 10 * options.bases} projects, {differing} differ")  # noqa: T201
    sys.exit(differing > 0)


def _told(what: str, memories: Sequence[WorkingMemory], plan: Plan, quickly: bool) -> int:
    found = differences(memories, plan, quickly=quickly)
    for line in found[:5]:
        print(what, *line)  # noqa: T201
    return len({line[2] for line in found})


if __name__ == "__main__":
    main()
