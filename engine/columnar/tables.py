"""The tables that many projects are judged into: what programs, spreadsheets and dashboards read.

Column names, types and words are public: they are never changed, new columns may come behind. Each table is long and flat,
and `project` is the name under which a project stands in `projects.id`. What is said again and again (codes, verdicts, subjects)
is a dictionary of texts. The order of rows is the order of projects; within one of them that of the rules.

| table | a row for | columns |
|---|---|---|
| `projects` | each project that was judged | `id`, `name`, `phase`, `verdict`, `worst`, `best`, `due`, `told`, counts, `either` |
| `findings` | each finding that remains after replacement | `project`, `code`, `subject`, `severity`, `kind` |
| `cannot_tell` | each outcome that cannot be told | `project`, `code`, `subject` |
| `missing` | each fact that is unknown and that a verdict needs | `project`, `fact`, `subject` |
| `derived` | each derived fact that is known; of one that stands for ids, each id | `project`, `fact`, `subject`, `value` |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import pyarrow as pa

from ..assess.model import COUNTS, Assessment, counts_of, named_together
from ..knowledge.model import KnowledgeBase
from ..project.address import Address, subject_of
from .schema import TEXT, WORD

ArrowTable: TypeAlias = pa.Table
ArrowRows: TypeAlias = pa.RecordBatch
ArrowSchema: TypeAlias = pa.Schema
NUMBER = pa.int32()

PROJECTS = pa.schema(
    [
        ("id", TEXT),  # the project's name among all: as its file, line or row says
        ("name", TEXT),  # what the project calls itself; null where it does not say
        ("phase", WORD),  # null where it is unknown
        ("verdict", WORD),  # hold, insufficient_information, revise, proceed
        ("worst", WORD),  # the worst verdict that some completion of the unknown facts could give
        ("best", WORD),
        ("due", NUMBER),  # coverage: how many rules count in this phase
        ("told", NUMBER),  # of how many of them it is known whether they hold
        *((name, NUMBER) for name in COUNTS),
        ("cannot_tell", NUMBER),  # rows of the table `cannot_tell`
        ("missing", NUMBER),  # rows of the table `missing`
        ("either", WORD),  # `COM-01/COM-02`: one of them holds whatever the answer is; else null
    ]
)
_SUBJECT = pa.field("subject", WORD)  # `organisations/city`, `capitals/human`, `municipality`; null for the project


def _words(*names: str) -> list[pa.Field]:
    """Return columns that are never null, which takes less to write."""
    return [pa.field(name, WORD, nullable=False) for name in names]


FINDINGS = pa.schema(
    [
        *_words("project", "code"),
        _SUBJECT,
        *_words("severity"),  # blocker, major, minor, info; of what is upcoming the one that it will have
        *_words("kind"),  # finding, upcoming, prediction, strength
    ]
)
CANNOT_TELL = pa.schema([*_words("project", "code"), _SUBJECT])
MISSING = pa.schema([*_words("project", "fact"), _SUBJECT])
DERIVED = pa.schema([*_words("project", "fact"), _SUBJECT, *_words("value")])

SCHEMAS: Mapping[str, pa.Schema] = {
    "projects": PROJECTS, "findings": FINDINGS, "cannot_tell": CANNOT_TELL, "missing": MISSING, "derived": DERIVED,
}  # fmt: skip
"""The columns of each table, by its name."""


def tables_of(rows: Mapping[str, Iterable[Mapping[str, object]]]) -> dict[str, pa.Table]:
    """Return the tables with these rows.

    Args:
        rows: The rows of each table by its name, each by column; a table or a column that is left out is empty or null.
    """
    return {name: pa.Table.from_pylist(list(rows.get(name, ())), schema) for name, schema in SCHEMAS.items()}


def table_of(rows: Iterable[Sequence[Any]], schema: pa.Schema) -> pa.Table:
    """Return rows as a table."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([pa.array(one, field.type) for one, field in zip(columns, schema, strict=True)], schema)


def rows_of(assessment: Assessment, name: str, kb: KnowledgeBase) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of one project, by table.

    Args:
        assessment: Its assessment; findings that a decision leaves out are no rows.
        name: What the project is called in the tables.
        kb: The knowledge base that it was assessed with.
    """
    findings = [
        {"code": one.code, "subject": one.subject, "severity": one.severity, "kind": one.kind}
        for one in assessment.findings
    ]
    untold = [{"code": one.code, "subject": one.subject} for one in assessment.trace if one.outcome == "cannot_tell"]
    missing = [{"fact": one.fact, "subject": one.subject} for one in assessment.missing]
    worst, best = assessment.verdict_range
    project = {
        "id": name, "name": assessment.name, "phase": assessment.phase, "verdict": assessment.verdict,
        "worst": worst, "best": best, "due": assessment.coverage.due, "told": assessment.coverage.told,
        **counts_of(assessment.findings), "cannot_tell": len(untold), "missing": len(missing),
        "either": named_together(code for code, _, _ in assessment.either.findings) if assessment.either else None,
    }  # fmt: skip
    long = {"findings": findings, "cannot_tell": untold, "missing": missing, "derived": list(_derived(assessment, kb))}
    named = {table: [{"project": name, **row} for row in found] for table, found in long.items()}
    return {"projects": [project], **named}


def _derived(assessment: Assessment, kb: KnowledgeBase) -> Iterator[dict[str, Any]]:
    for concept, definition in kb.vocabulary.concepts.items():
        for subject in _subjects(definition.source, assessment, kb):
            value = assessment.derived.get(str(Address(concept, subject)))
            for one in value if isinstance(value, list) else () if value is None else (value,):
                yield {"fact": concept, "subject": subject, "value": one}


def _subjects(source: str | None, assessment: Assessment, kb: KnowledgeBase) -> list[str | None]:
    """Return whom facts of a list can be about."""
    if source is None:
        return [None]
    members = kb.vocabulary.lists[source].members or [one.id for one in assessment.elements.get(source, ())]
    return [subject_of(source, one) for one in members]
