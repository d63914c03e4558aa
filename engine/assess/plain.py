"""The machine form of an assessment (`--format json`), schema version 1.

What stands here is public: names are never changed, new ones may be added. See `docs/machine-form.md`.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..knowledge.model import Source
from ..project.asked import Asked
from .model import SCHEMA_VERSION, Assessment, Evidence, Finding, Question
from .waivers import Waiver, fingerprint


def to_dict(assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as plain JSON data."""
    return {
        "schema_version": SCHEMA_VERSION,
        "verdict": assessment.verdict,
        "verdict_range": list(assessment.verdict_range),
        "project": {
            "name": assessment.name,
            "phase": assessment.phase,
            "file": assessment.file,
            "sha256": assessment.sha256,
        },
        "findings": [_finding(finding) for finding in assessment.findings],
        "predictions": [_finding(finding) for finding in assessment.predictions],
        "strengths": [_finding(finding) for finding in assessment.strengths],
        "questions": [_question(question) for question in assessment.questions],
        "missing": [{"fact": fact, "subject": subject} for fact, subject in assessment.missing],
        "derived": dict(assessment.derived),
        "parameters": [_parameter(parameter) for parameter in assessment.parameters],
        "waivers": [_waiver(waiver) for waiver in assessment.waivers],
        "trace": [asdict(outcome) for outcome in assessment.trace],
        "today": assessment.today,
        "rules_version": assessment.knowledge_version,
        "product_version": assessment.product_version,
        "interpreters": list(assessment.interpreters),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "kind": finding.kind,
        "severity": finding.severity,
        "subject": finding.subject,
        "subject_label": None if finding.subject_label is None else dict(finding.subject_label),
        "area": finding.area,
        "rule": finding.rule,
        "title": dict(finding.title),
        "advice": dict(finding.advice),
        "owner": list(finding.owner),
        "source": source_to_dict(finding.source),
        "why": dict(finding.why),
        "evidence": [evidence_to_dict(evidence) for evidence in finding.evidence],
        "causes": list(finding.causes),
        "fingerprint": fingerprint(finding),
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    response = waiver.response
    return {
        "code": response.finding,
        "subject": response.subject,
        "response": response.response,
        "status": waiver.status,
        "reason": response.reason,
        "by": response.by,
        "on": response.on,
        "until": response.until,
        "findings": [_finding(finding) for finding in waiver.findings],
    }


def _named(finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "subject": finding.subject}


def source_to_dict(source: Source) -> dict[str, Any]:
    """Return what a finding or a rule cites as plain JSON data."""
    return {"section": source.section, "statements": list(source.statements), "ours": source.ours}


def evidence_to_dict(evidence: Evidence) -> dict[str, Any]:
    """Return a fact with its place as plain JSON data; what is not known of it is left out."""
    return {
        name: value for name, value in asdict(evidence).items() if value is not None or name in ("subject", "value")
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "fact": question.fact,
        "subject": question.subject,
        "text": dict(question.text),
        "codes": list(question.codes),
        "severity": question.severity,
        "must_know": question.must_know,
        **({"asked": _asked(question.asked)} if question.asked is not None else {}),
    }


def _asked(asked: Asked) -> dict[str, Any]:
    told = {"answer": asked.answer, "whom": asked.whom, "by": asked.by, "on": asked.on}
    return {name: value for name, value in told.items() if value is not None}


def _parameter(parameter: Any) -> dict[str, Any]:
    value = list(parameter.value) if isinstance(parameter.value, tuple) else parameter.value
    return {
        "name": parameter.name,
        "value": value,
        "since": parameter.since,
        "ours": parameter.ours,
        "source": parameter.source,
        "reason": parameter.reason,
    }
