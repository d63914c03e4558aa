"""The appendix: what was read, by which rules and figures, what came out of every rule, and how to get it again."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...engine.assess.model import Finding
from ...engine.knowledge.model import ParameterDefinition
from ..texts.common import enumerate_words, section_name
from ..words.names import Reading, anchor, base_name, place_of, subject_name, write_date
from ..words.verdict import verdict_label
from ..writers.screen import GLYPHS


def audit_view(reading: Reading) -> dict[str, Any]:
    """Return the audit trail."""
    assessment = reading.assessment
    return {
        "run": [{"label": label, "value": value, "code": code} for label, value, code in _run(reading) if value],
        "parameters": [_parameter(reading, parameter) for parameter in assessment.parameters],
        "findings": [_row(reading, finding) for finding in assessment.findings]
        + [_row(reading, finding, waived=True) for finding in _left_out(reading)],
        "replaced": [
            reading.say("audit.replaced.by", code=outcome.code, by=outcome.replaced_by)
            for outcome in assessment.trace
            if outcome.outcome == "holds" and outcome.replaced_by
        ],
        "cited": _cited(reading),
    }


def notes_view(reading: Reading) -> str:
    """Return what is told about the project's file; empty when nothing is."""
    space = "" if reading.language == "ja" else " "
    return space.join(reading.text(note.message) for note in reading.assessment.notes)


def figures_view(reading: Reading) -> str:
    """Return the parameters that a profile overrides, with their reasons; empty when none is."""
    figures = [
        reading.say("memo.figure", label=view["label"], value=view["value"], reason=parameter.reason)
        for parameter in reading.assessment.parameters
        if parameter.reason and (view := _parameter(reading, parameter))
    ]
    return reading.say("memo.figures", figures=enumerate_words(figures, reading.language)) if figures else ""


def _run(reading: Reading) -> list[tuple[str, str, bool]]:
    """Return what there is to say about the run: label, value, and whether it is typed as it stands."""
    assessment, say = reading.assessment, reading.say
    worst, best = (verdict_label(verdict, reading.kb, reading.language) for verdict in assessment.verdict_range)
    between = say("audit.range.value", worst=worst, best=best) if worst != best else worst
    return [
        (say("audit.input"), base_name(assessment.file) or say("audit.object"), bool(assessment.file)),
        (say("audit.sha256"), assessment.sha256 or "", True),
        (say("audit.date"), write_date(assessment.today, reading.language), False),
        (say("audit.rules"), assessment.knowledge_version, True),
        (say("audit.product"), assessment.product_version, True),
        (say("audit.interpreters"), ", ".join(assessment.interpreters), True),
        (say("audit.outcomes"), _outcomes(reading), False),
        (say("audit.range"), between, False),
        (say("audit.command"), _command(reading), True),
    ]


def _outcomes(reading: Reading) -> str:
    trace = reading.assessment.trace
    counted = Counter(outcome.outcome for outcome in trace)
    return reading.say(
        "audit.outcomes.value",
        total=len(trace),
        rules=len({outcome.code for outcome in trace}),
        holds=counted["holds"],
        replaced=sum(outcome.outcome == "holds" and outcome.replaced_by is not None for outcome in trace),
        not_holds=counted["does_not_hold"],
        unknown=counted["cannot_tell"],
    )


def _command(reading: Reading) -> str:
    """Return the command that writes this memo again; nothing for a project that was no file."""
    name = base_name(reading.assessment.file)
    if not name:
        return ""
    words = ["advise", name, "--lang", reading.language, "--today", reading.assessment.today]
    words += [word for one in reading.assumed for word in ("--set", one)]
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    if word.isascii() and word.replace("-", "").replace(".", "").replace("_", "").isalnum():
        return word
    from shlex import quote

    return quote(word)


def _parameter(reading: Reading, parameter: ParameterDefinition) -> dict[str, Any]:
    value = parameter.value
    dash = " - " if parameter.band else ", "
    written = dash.join(_figure(item) for item in value) if isinstance(value, tuple) else _figure(value)
    whose = reading.say("finding.guidance.paper", section=parameter.source) if parameter.source else ""
    if parameter.ours:
        whose = reading.say("audit.ours")
    since = reading.say("audit.since", date=parameter.since) if parameter.since else ""
    comma = "、" if reading.language == "ja" else ", "
    return {
        "name": parameter.name,
        "label": reading.text(parameter.label),
        "value": written,
        "ours": parameter.ours,
        "source": comma.join(part for part in (whose, since) if part),
        "reason": reading.say("audit.overridden", reason=parameter.reason) if parameter.reason else "",
    }


def _figure(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:,.10g}"


def _left_out(reading: Reading) -> list[Finding]:
    """Return the findings that decisions leave out."""
    applied = [waiver for waiver in reading.assessment.waivers if waiver.status == "applied"]
    return [finding for waiver in applied for finding in waiver.findings]


def _row(reading: Reading, finding: Finding, *, waived: bool = False) -> dict[str, Any]:
    return {
        "anchor": "" if waived else anchor(reading, finding),
        "code": finding.code,
        "kind": reading.say("audit.waived" if waived else f"kind.{finding.kind}"),
        "fingerprint": finding.fingerprint,
        "severity": finding.severity,
        "glyph": GLYPHS[finding.severity],
        "word": reading.teller.severity(finding.severity),
        "subject": subject_name(reading, finding) or reading.say("audit.project"),
        "rule": finding.rule,
        "statements": list(finding.source.statements),
        "ours": finding.source.ours,
        "places": [place_of(evidence) for evidence in finding.evidence[:1] if evidence.line is not None],
    }


def _cited(reading: Reading) -> list[dict[str, str]]:
    """Return every statement that a finding cites, in the order of the article."""
    cited = [*reading.assessment.findings, *_left_out(reading)]
    numbers = {number for finding in cited for number in finding.source.statements}
    return [
        {
            "number": number,
            "section": section_name(reading.kb.statements[number].section, reading.language),
            "text": reading.text(reading.kb.statements[number].text),
        }
        for number in reading.kb.statements
        if number in numbers
    ]
