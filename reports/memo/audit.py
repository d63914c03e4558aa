"""The appendix: what was read, by which rules and figures, what came out of every rule, and how to get it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...engine.assess.model import Finding
from ...engine.knowledge.model import ParameterDefinition
from ...engine.knowledge.presentation import Chances
from ..texts import enumerate_words, joined, rest_counted, section_name
from ..words.names import Reading, anchor, base_name, place_of, subject_name, value_code, write_date
from ..writers.blocks import Block, Fold, Heading, Item, Paragraph, Row, Span, Table, Words
from ..writers.layout import as_argument
from .actions import statement_reference
from .remarks import chance_table

_FACTS_SHOWN = 6


def audit_block(reading: Reading) -> Fold:
    """Return the appendix: every finding, the figures used, the statements cited, and how to get it again."""
    say, assessment = reading.say, reading.assessment
    blocks: list[Block] = [Heading(say("audit.findings"), 3)]
    found = [*assessment.findings, *_left_out(reading)]
    if found:
        heads = tuple(say(f"audit.{key}") for key in ("finding", "rests_on", "cites", "fingerprint"))
        rows = tuple(
            _row(reading, finding, waived=number >= len(assessment.findings)) for number, finding in enumerate(found)
        )
        blocks.append(Table(say("audit.findings"), heads, rows, kind="all", widths=(38, 34, 16, 12)))
        blocks.append(Paragraph(say("audit.fingerprint.note"), soft=True))
    else:
        blocks.append(Paragraph(say("audit.findings.none")))
    replaced = [
        say("audit.replaced.by", code=outcome.code, by=outcome.replaced_by)
        for outcome in assessment.trace
        if outcome.outcome == "holds" and outcome.replaced_by
    ]
    if replaced:
        blocks.append(Paragraph(say("audit.replaced", codes=enumerate_words(replaced, reading.language)), soft=True))
    for part in reading.kb.presentation.memo:
        table = chance_table(reading, part) if isinstance(part, Chances) else None
        blocks += [Heading(table.title, 3), table] if table is not None else []
    blocks.append(Heading(say("audit.parameters"), 3))
    figures = [_figure_item(reading, parameter) for parameter in assessment.parameters]
    blocks += figures or [Paragraph(say("audit.parameters.none"))]
    cited = list(_cited(reading))
    blocks += [Heading(say("audit.cited"), 3), *cited] if cited else []
    blocks.append(Heading(say("audit.run"), 3))
    blocks += [
        Item(
            (say("labelled", label=label, text="" if code else value).strip(), *([Span(value, "code")] if code else []))
        )
        for label, value, code in _run(reading)
        if value
    ]
    return Fold(say("memo.audit"), tuple(blocks), name="audit")


def notes_words(reading: Reading) -> str:
    """Return what is told about the project's file; empty when nothing is."""
    return joined((reading.text(note.message) for note in reading.assessment.notes), reading.language, "space")


def figures_words(reading: Reading) -> str:
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
    worst, best = map(reading.teller.verdict, assessment.verdict_range)
    between = say("audit.range.value", worst=worst, best=best) if worst != best else worst
    between = between if all(assessment.range_exact) else say("audit.range.bound", between=between)
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
    return " ".join(map(as_argument, words))


def _parameter(reading: Reading, parameter: ParameterDefinition) -> dict[str, str]:
    value = parameter.value
    dash = " - " if parameter.band else ", "
    written = dash.join(_figure(item) for item in value) if isinstance(value, tuple) else _figure(value)
    whose = reading.say("finding.guidance.paper", section=parameter.source) if parameter.source else ""
    if parameter.ours:
        whose = reading.say("audit.ours")
    since = reading.say("audit.since", date=parameter.since) if parameter.since else ""
    return {
        "name": parameter.name,
        "label": reading.text(parameter.label),
        "value": written,
        "source": joined(filter(None, (whose, since)), reading.language),
        "reason": reading.say("audit.overridden", reason=parameter.reason) if parameter.reason else "",
    }


def _figure(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:,.10g}"


def _left_out(reading: Reading) -> list[Finding]:
    """Return the findings that decisions leave out."""
    applied = [waiver for waiver in reading.assessment.waivers if waiver.status == "applied"]
    return [finding for waiver in applied for finding in waiver.findings]


def _row(reading: Reading, finding: Finding, *, waived: bool = False) -> Row:
    """Return everything about a finding: also what it rests on as the file has it, and by which rule it was found."""
    kind = reading.say("audit.waived" if waived else f"kind.{finding.kind}")
    about = subject_name(reading, finding)
    sign = Span(reading.teller.severity(finding.severity), "sign", finding.severity)
    told = [sign, Span(reading.text(finding.title), "strong"), Span(about, "soft"), Span(finding.code, "ref")]
    facts: list[Words] = [
        (Span(f"{one.address} = {value_code(one.value)}", "code"), Span(place_of(one), "ref"))
        for one in finding.evidence[:_FACTS_SHOWN]
    ]
    facts += rest_counted(finding.evidence, _FACTS_SHOWN, reading.language)
    numbers = [statement_reference(number) for number in finding.source.statements if number in reading.kb.statements]
    return Row(
        cells=(
            [
                tuple(one for one in told if one.text),
                reading.text(finding.advice),
                (Span(kind, "soft"), Span(finding.rule, "code")),
            ],
            facts or [reading.say("finding.evidence.none")],
            tuple(numbers) or reading.say("audit.ours"),
            (Span(finding.fingerprint, "code"),),
        ),
        name="" if waived else f"row-{anchor(reading, finding)}",
    )


def _figure_item(reading: Reading, parameter: ParameterDefinition) -> Item:
    view = _parameter(reading, parameter)
    text = reading.say("labelled", label=view["label"], text=view["value"])
    told = [Span(text), Span(view["name"], "code"), Span(view["source"], "soft"), Span(view["reason"], "soft")]
    return Item(tuple(one for one in told if one.text))


def _cited(reading: Reading) -> Iterator[Item]:
    """Yield every statement that a finding cites, in the order of the article."""
    cited = [*reading.assessment.findings, *_left_out(reading)]
    numbers = {number for finding in cited for number in finding.source.statements}
    for number, statement in reading.kb.statements.items():
        if number in numbers:
            section = section_name(statement.section, reading.language)
            words = (Span(number, "strong"), reading.text(statement.text), Span(section, "soft"))
            yield Item(words, name=number)
