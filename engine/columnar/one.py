"""From the assessment of one project to its rows in the tables: what columns cannot judge comes into them this way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..assess.model import Assessment
from ..knowledge.model import KnowledgeBase
from ..project.address import Address, subject_of
from .tables import COUNTS


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
    counts = {
        column: sum(one["kind"] == kind and severity in (None, one["severity"]) for one in findings)
        for column, (kind, severity) in COUNTS.items()
    }
    worst, best = assessment.verdict_range
    project = {
        "id": name, "name": assessment.name, "phase": assessment.phase, "verdict": assessment.verdict,
        "worst": worst, "best": best, "due": assessment.coverage.due, "told": assessment.coverage.told,
        **counts, "cannot_tell": len(untold), "missing": len(missing),
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
    return [subject_of(source, {"id": one}) for one in members]
