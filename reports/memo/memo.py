"""The memo as blocks: what stands in it, and in which order. Page one decides, the rest informs.

It chooses, orders and words what an assessment holds; it judges nothing. It begins with this project: what weighs most in
it, what is in place, what is open. What only some ask for is folded: evidence, the appendix.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...engine.assess.ledger import LedgerRow, rows
from ...engine.knowledge.presentation import Chain, Ledger, LedgerColumn
from ...engine.problems.problem import LANGUAGES
from ..texts import article_named, joined
from ..words.names import Reading, base_name, project_name, write_date
from ..words.verdict import actions, reached
from ..writers.blocks import Block, Fold, Group, Heading, Item, Paragraph, Report, Row, Span, Table, Words
from .actions import action_blocks, decided_words, decision_blocks, overdue_words, reference
from .audit import audit_block, figures_words, notes_words
from .chain import chain_blocks
from .least import least_blocks
from .opening import opening, phase_words
from .questions import question_blocks
from .remarks import remark_blocks, road_blocks, upcoming_blocks

if TYPE_CHECKING:
    from ...engine.compare.difference import Difference, FindingChange


def memo(reading: Reading, *, audit: bool = False) -> Report:
    """Return the memo of a project; with `audit`, what is folded is to be printed, too.

    Raises:
        ValueError: The language is not one of the product's.
    """
    assessment, kb, language = reading.assessment, reading.kb, reading.language
    if language not in LANGUAGES:
        raise ValueError(f"there is no memo in {language!r}; choose one of {', '.join(LANGUAGES)}")
    return Report(
        title=" ".join(project_name(assessment.name, assessment.file, kb, language).split()),
        kind=reading.say("memo.kind"),
        language=language,
        blocks=tuple(_blocks(reading)),
        version=assessment.product_version,
        about=tuple(_about(reading)),
        named=bool(assessment.name) or kb.presentation.project.name is None,
        audit=audit,
    )


def _blocks(reading: Reading) -> Iterator[Block]:
    assessment = reading.assessment
    verdict = reached(assessment, reading.kb, reading.language)
    heading = Heading(reading.say("labelled", label=reading.say("verdict"), text=verdict), name="verdict")
    yield Group(f"verdict {assessment.verdict}", (heading, *opening(reading)))
    if reading.since is not None:
        yield from _since_blocks(reading, reading.since)
    remarks = (overdue_words(reading), decided_words(reading), figures_words(reading), notes_words(reading))
    yield from (Paragraph(text, soft=True) for text in remarks if text)
    yield from road_blocks(reading)
    yield from action_blocks(reading)
    yield from least_blocks(reading)
    yield from remark_blocks(reading)
    yield from question_blocks(reading)
    yield from upcoming_blocks(reading)
    for part in reading.kb.presentation.memo:
        if isinstance(part, Ledger):
            yield from _ledger_blocks(reading, part)
        elif isinstance(part, Chain):
            yield from chain_blocks(reading, part)
    yield from decision_blocks(reading)
    yield audit_block(reading)
    written = reading.say(
        "memo.foot.written",
        rules=assessment.knowledge_version,
        file=base_name(assessment.file) or reading.say("audit.object"),
        version=assessment.product_version,
    )
    foot = (article_named(reading.kb, reading.language), reading.say("memo.foot"), written)
    yield Group("foot", tuple(Paragraph(text, soft=True) for text in foot if text))


def _about(reading: Reading) -> Iterator[str]:
    """Yield what the project is known by besides its name, when this was written, and what is only assumed."""
    phase = phase_words(reading)
    if phase:
        yield reading.say("phase", phase=phase)
    place = reading.value(reading.kb.presentation.project.place or "")
    if place:
        yield str(place)
    yield write_date(reading.assessment.today, reading.language)
    if reading.assumed:
        yield reading.say("memo.what_if", assumed=", ".join(reading.assumed))


_FATES = ("does_not_hold", "cannot_tell", "waived", "replaced")


def _since_blocks(reading: Reading, difference: Difference) -> Iterator[Block]:
    """Yield the changes since an earlier assessment: one line, and each of them folded behind it."""
    language, say = reading.language, reading.say
    old, new = (reading.teller.verdict(one.verdict, settled=one.settled) for one in (difference.old, difference.new))
    if difference.is_of_two:
        first, second = difference.old.project.name, difference.new.project.name
        told = [say("two"), say("verdict.two", first=first, second=second, old=old, new=new)]
        yield Paragraph(joined(told, language, "space"), soft=True)
        return
    key = "since.verdict.same" if old == new else "since.verdict.other"
    findings = [change for change in difference.findings if change.finding.kind == "finding"]
    groups = (
        ("since.due", [change for change in findings if change.due]),
        ("since.came", [change for change in findings if change.old is None]),
        ("since.went", [change for change in findings if change.new is None]),
        ("since.severity", [one for one in findings if None not in (one.old, one.new) and not one.due]),
    )
    counted = [say(name, n=len(changes)) for name, changes in groups if changes]
    parts = [say(f"part.{part}") for part in difference.parts]
    told = [
        say("labelled", label=say("since.title", date=write_date(difference.old.today, language)), text=""),
        say(key, old=old, new=new),
        say("sentence", text=reading.teller.join(counted)) if counted else say("since.nothing"),
        say("since.parts", parts=reading.teller.join(parts)) if parts else "",
    ]
    yield Paragraph(" ".join(text.strip() for text in told if text), soft=True)
    if findings:
        items = tuple(
            _item(reading, change, say(name, n=len(changes))) for name, changes in groups for change in changes
        )
        yield Fold(say("since.see"), items, name="since")


def _item(reading: Reading, change: FindingChange, group: str) -> Item:
    noted = change.finding
    severity = change.new or change.old or noted.severity
    shown = [
        finding
        for finding in reading.assessment.findings
        if (finding.code, finding.subject) == noted.key and change.new is not None
    ]
    code = reference(reading, shown[0]) if shown else Span(noted.code, "ref")
    words = (
        Span(group, "soft"),
        noted.title.get(reading.language, noted.code),
        Span(_remark(reading, change), "soft"),
        code,
    )
    told = tuple(one for one in words if isinstance(one, str) or one.text)
    return Item(told, sign=severity, word=reading.teller.severity(severity))


def _remark(reading: Reading, change: FindingChange) -> str:
    """Return what became of a finding that went, or its severity before."""
    if change.old is not None and change.new is not None and change.old != change.new:
        return reading.say("since.was", severity=reading.teller.severity(change.old))
    return reading.say(f"since.fate.{change.fate}") if change.new is None and change.fate in _FATES else ""


def _ledger_blocks(reading: Reading, part: Ledger) -> Iterator[Block]:
    """Yield the table and the note below it; nothing where nobody has said anything about any member."""
    members = rows(part, reading.assessment, reading.kb)
    if all(not one.known and one.looked is None for one in members):
        return
    title = reading.text(part.texts["title"])
    columns = [reading.text(column.title) for column in part.columns]
    heads = (*(reading.text(part.texts[key]) for key in ("member", "state")), *columns, reading.text(part.texts["gap"]))
    ticks = [len(column.ticks) for column in part.columns]
    widths = (15, 28, *(36 * (n + 1) // (sum(ticks) + len(ticks)) for n in ticks), 21)
    yield Heading(title, name=part.family)
    yield Table(
        title, heads, tuple(_row(reading, part, one) for one in members), kind="ledger", widths=widths, cards=True
    )
    yield Paragraph(reading.text(part.texts["note"]), soft=True)


def _row(reading: Reading, part: Ledger, one: LedgerRow) -> Row:
    name = reading.teller.subject(f"{part.family}/{one.member}")
    centre = [Span(f"★ {reading.text(part.texts['centre'])}", "soft")] if one.centre else []
    ticks = (_ticks(reading, column, f"{part.family}/{one.member}") for column in part.columns)
    return Row(((Span(name, "strong"), *centre), _state(reading, part, one), *ticks, _gap(reading, part, one)))


def _state(reading: Reading, part: Ledger, one: LedgerRow) -> Words:
    concept = reading.kb.vocabulary.concepts[part.state]
    steps = list(concept.values)
    last = len(steps) - 1
    if one.state is None:
        word = (
            reading.text(part.texts["looked"])
            if one.looked is False and "looked" in part.texts
            else reading.say("unknown")
        )
        return (Span(word, "level", f"?/{last}"),)
    word = reading.text(concept.values[one.state]) if one.state in concept.values else one.state
    level = f"{last - steps.index(one.state)}/{last}" if one.state in steps else f"?/{last}"
    note = [Span(reading.text(part.texts["best"]), "soft")] if one.best_open and "best" in part.texts else []
    return (Span(word, "level", level), *note)


def _ticks(reading: Reading, column: LedgerColumn, subject: str) -> Words:
    values = [reading.value(tick.fact, subject) for tick in column.ticks]
    if all(value is None for value in values):
        return (Span(reading.say("unknown"), "sign", "unknown"),)
    told = []
    for tick, value in zip(column.ticks, values, strict=True):
        kind = "unknown" if value is None else "met" if value else "none"
        word = reading.say("unknown") if value is None else reading.text(tick.yes if value else tick.no)
        label = f"{reading.text(tick.label)} " if tick.label is not None else ""
        told.append(Span(f"{label}{word}", "sign", kind))
    return tuple(told)


def _gap(reading: Reading, part: Ledger, one: LedgerRow) -> Words:
    """Return how a gap is filled: the plan, that there is none (with the finding about it), or that it is unknown."""
    if one.plan:
        return reading.teller.value(part.plan, list(one.plan))
    if one.gap == "none":
        return (Span(reading.text(part.texts["no_gap"]), "sign", "none"),)
    if one.gap == "unknown":
        return (Span(reading.say("unknown"), "sign", "unknown"),)
    subject = f"{part.family}/{one.member}"
    found = [
        finding
        for finding in actions(reading.assessment)
        if finding.subject == subject and any(evidence.fact == part.plan for evidence in finding.evidence)
    ]
    sign = Span(reading.text(part.texts["no_plan"]), "sign", found[0].severity if found else "major")
    return (sign, *(reference(reading, finding) for finding in found[:1]))
