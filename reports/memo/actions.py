"""What to put right, as a table that pastes into minutes: what to do and why, who, by when; the evidence folded behind it.

An assessment lists a finding for every subject. People act on them together, and a list of nine organisations that need
the same would hide what else there is: findings of one rule about several subjects are told once. And what people decided
about findings: accepted, postponed, not applicable, planned; and what no longer stands or is overdue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...engine.account import together as whys_together
from ...engine.alike import alike
from ...engine.assess.model import Evidence, Finding, Waiver
from ...engine.knowledge.model import SEVERITIES, Source
from ..texts import enumerate_words, joined, section_name
from ..words.conditions import lines_of, outline_of_why
from ..words.names import Reading, anchor, place_of, subject_name, write_date
from ..words.verdict import actions
from ..writers.blocks import Block, Fold, Heading, Item, Paragraph, Row, Span, Table, Words
from .stated import bracketed, which

_NAMED = 8
"""Subjects that are named as those who act; the rest is counted."""


class FindingGroup(Struct, frozen=True):
    """Findings that are told together.

    Attributes:
        finding: What is told: the finding, or one that stands for all of them, with all their evidence, in the language
            of the reading.
        members: The findings, as the project has their subjects.
    """

    finding: Finding
    members: tuple[Finding, ...]


def together(reading: Reading, findings: Iterable[Finding]) -> list[FindingGroup]:
    """Return findings, those of one rule and one severity as one; what a decision was about stays by itself."""

    def likeness(finding: Finding) -> Hashable:
        plan = plan_of(reading, finding)
        alone = finding.subject is None or back_words(reading, finding) or (plan and plan.response.subject)
        return finding.code, finding.severity, finding.subject if alone else ""

    return [_group(reading, found) for found in alike(findings, likeness)]


def listed(reading: Reading) -> list[Finding]:
    """Return the findings that are listed to be put right: all but those that the head of every report tells."""
    return [one for one in actions(reading.assessment) if one.code not in reading.kb.presentation.head]


def why_lines(reading: Reading, group: FindingGroup) -> tuple[str, ...]:
    """Return why findings that are told together are there: their rule's condition, as far as it decided for any of them."""
    whys = [reading.assessment.whys[finding.code, finding.subject] for finding in group.members]
    return tuple(lines_of(outline_of_why(whys_together(whys), reading.kb, reading.language)))


def _group(reading: Reading, findings: Sequence[Finding]) -> FindingGroup:
    if len(findings) == 1:
        return FindingGroup(findings[0], tuple(findings))
    by_subject = {finding.subject or "": finding for finding in findings}
    subjects = reading.teller.in_order(list(by_subject))
    members = tuple(by_subject[subject] for subject in subjects)
    evidence: dict[tuple[str, str | None, str], Evidence] = {}
    for finding in members:
        evidence.update({(one.fact, one.subject, one.pointer): one for one in finding.evidence})
    merged = replace(
        members[0],
        title={reading.language: reading.teller.titles(members[0].code, subjects)},
        subject_label={reading.language: reading.teller.subjects(subjects, _NAMED)},
        evidence=tuple(evidence.values()),
    )
    return FindingGroup(merged, members)


FIRST = 5
"""How many actions stand on the first page; more than that and nobody starts."""

_TITLES = 6
_GUIDANCE_SHOWN = 2
_EVIDENCE_SHOWN = 6
_URGENT = ("blocker", "major")


def action_blocks(reading: Reading) -> Iterator[Block]:
    """Yield what to put right: at most five findings as a table, the titles of others, and these in full, folded."""
    yield Heading(reading.say("memo.first"), name="first")
    found = together(reading, listed(reading))
    urgent = [group for group in found if group.finding.severity in _URGENT]
    first = urgent[:FIRST]
    yield from either_items(reading)
    if first:
        yield action_table(reading, first, reading.say("memo.first"))
    elif reading.assessment.either is None:
        yield Paragraph(reading.say("memo.first.none"))
    rest = [group for group in found if group not in first]
    if rest:
        title = reading.say("memo.first.rest" if first else "memo.first.rest.only", n=len(rest))
        yield Paragraph(_titles(reading, rest, "memo.first.titles" if first else "memo.first.titles.only"), soft=True)
        yield Fold(title, (action_table(reading, rest, title, len(first) + 1),), name="rest")


def either_items(reading: Reading) -> Iterator[Item]:
    """Yield what to do where one of several findings holds, whatever a missing answer is: each with when it is the one."""
    either = reading.assessment.either
    for code, subject, severity in either.findings if either is not None else ():
        told = (
            Span(reading.teller.advice(code, subject), "strong"),
            Span(reading.say("memo.first.either", title=reading.teller.title(code, subject).rstrip("。. ")), "soft"),
            Span(code, "ref"),
        )
        yield Item(told, severity, reading.teller.severity(severity))


def action_table(reading: Reading, groups: Sequence[FindingGroup], title: str, number: int = 1) -> Table:
    """Return findings as a table, numbered from the given number on."""
    heads = tuple(reading.say(key) for key in ("finding.severity", "action.what", "finding.who", "finding.when"))
    told: dict[str, int] = {}
    rows = []
    for place, group in enumerate(groups, number):
        advice = reading.teller.advice_to(group.finding.advice, [one.subject for one in group.members])
        first = told.setdefault(advice, place)
        rows.append(_row(reading, group, place, advice if first == place else reading.say("action.same", n=first)))
    return Table(title, heads, tuple(rows), kind="actions", widths=(11, 54, 22, 13), cards=True)


def _row(reading: Reading, group: FindingGroup, number: int, advice: str) -> Row:
    finding = group.finding
    title = reading.text(finding.title)
    sign = Span(reading.teller.severity(finding.severity), "sign", finding.severity)
    who, when = _planned(reading, group.members[0])
    back = back_words(reading, group.members[0])
    return Row(
        cells=(
            (Span(str(number), "strong"), sign),
            [
                (Span(advice, "strong"),),
                (Span(title + bracketed(which, reading, group.members), "soft"), reference(reading, group.members[0])),
                *([(Span(reading.say("labelled", label=reading.say("finding.decision"), text=back), "soft"),)] if back else []),
            ],
            [reading.owners(finding), who],
            when,
        ),
        name=anchor(reading, group.members[0]),
        more=Fold(reading.say("finding.more", n=number), (Item("", rows=tuple(_more(reading, group))),)),
    )  # fmt: skip


def _planned(reading: Reading, finding: Finding) -> tuple[Words, Words | list[Words]]:
    """Return who puts a finding right, and by when, as the file says; else room to write it on."""
    plan = plan_of(reading, finding)
    blank = Span(reading.say("not_given"), "blank")
    if plan is None:
        return (Span("", "blank"),), (blank,)
    until = plan.response.until
    when: list[Words] = [write_date(until, reading.language) if until else (blank,)]
    if plan.status == "overdue":
        when.append((Span(reading.say("plan.overdue"), "sign", "major"),))
    who = plan.response.who
    return (Span(who, "strong") if who else Span("", "blank"),), when


def _more(reading: Reading, group: FindingGroup) -> Iterator[tuple[str, tuple[Words, ...]]]:
    """Yield what a finding rests on, what it cites, and why its rule holds."""
    finding, say = group.finding, reading.say
    shown = _EVIDENCE_SHOWN * (2 if len(group.members) > 1 else 1)
    yield say("finding.evidence"), evidence_lines(reading, finding.evidence, shown)
    yield say("finding.guidance"), guidance_lines(reading, finding.source)
    yield say("finding.why"), why_lines(reading, group)
    if finding.severity_note is not None:
        yield say("finding.severity"), (reading.text(finding.severity_note),)


def _titles(reading: Reading, groups: Sequence[FindingGroup], counted: str) -> Words:
    """Return the titles of findings on one line behind how many they are, the rest of them counted."""
    told: list[str | Span] = [reading.say(counted, n=len(groups))]
    for group in groups[:_TITLES]:
        finding = group.finding
        told.append(Span(reading.text(finding.title).rstrip("。. "), "sign", finding.severity))
        told.append(reference(reading, group.members[0]))
    if len(groups) > _TITLES:
        told.append(reading.say("finding.evidence.more", n=len(groups) - _TITLES))
    return tuple(told)


def reference(reading: Reading, finding: Finding) -> Span:
    """Return the code of a finding, which leads to what the appendix has about it."""
    return Span(finding.code, "ref", f"row-{anchor(reading, finding)}")


def evidence_lines(reading: Reading, evidence: Sequence[Evidence], shown: int) -> tuple[Words, ...]:
    """Return the facts that a finding rests on in words, once each, with its place, small; the rest is counted."""
    if not evidence:
        return (reading.say("finding.evidence.none"),)
    several = {fact for fact, number in Counter(one.fact for one in evidence).items() if number > 1}
    lines: dict[str, Words] = {}
    for one in evidence:
        text, *place = _evidence(reading, one, of_several=one.fact in several)
        lines.setdefault(str(text), (text, *place))
    told = list(lines.values())[:shown]
    if len(lines) > shown:
        told.append(reading.say("finding.evidence.more", n=len(lines) - shown))
    return tuple(told)


def _evidence(reading: Reading, evidence: Evidence, *, of_several: bool) -> tuple[str | Span, ...]:
    """Return a fact with its place; where one fact is told `of_several` elements, of which this is."""
    provenance = [
        reading.say("finding.evidence.source", source=evidence.source) if evidence.source else "",
        reading.say("finding.evidence.as_of", date=evidence.as_of) if evidence.as_of else "",
        reading.say("finding.evidence.by", by=evidence.by) if evidence.by else "",
    ]
    named = evidence.subject if evidence.fact.endswith("[].id") else None  # its id says less than its name
    value = reading.teller.value(evidence.fact, evidence.value) if named is None else reading.teller.subject(named)
    label = reading.teller.fact(evidence.fact)
    if of_several and named is None and evidence.subject is not None:
        label = reading.say("subject.noted", subject=label, note=reading.teller.subject(evidence.subject))
    text = reading.say("labelled", label=label, text=value)
    told = (Span(joined(filter(None, provenance), reading.language), "soft"), Span(place_of(evidence), "ref"))
    return (text, *(one for one in told if one.text))


def guidance_lines(reading: Reading, source: Source) -> tuple[Words, ...]:
    """Return what a rule cites: two statements in our words, those of its own section first, and the other numbers."""
    known = [reading.kb.statements[number] for number in source.statements if number in reading.kb.statements]
    known.sort(key=lambda statement: statement.section != source.section)
    told: list[Words] = [reading.say("finding.guidance.ours")] if source.ours else []
    for statement in known[:_GUIDANCE_SHOWN]:
        section = reading.say("finding.guidance.paper", section=section_name(statement.section, reading.language))
        told.append((reading.text(statement.text), Span(section, "ref"), statement_reference(statement.number)))
    also = [statement_reference(statement.number) for statement in known[_GUIDANCE_SHOWN:]]
    if also:
        told.append((Span(reading.say("finding.guidance.also"), "soft"), *also))
    if source.inferred:
        told.append((Span(reading.say("rule.inferred"), "soft"),))
    return tuple(told)


def statement_reference(number: str) -> Span:
    """Return the number of a statement, which leads to it in the appendix."""
    return Span(number, "ref", number)


def decision_blocks(reading: Reading) -> Iterator[Block]:
    """Yield every decision, in the order of the project file, with who made it, why, and whether it still stands.

    What is planned stands with the action that it is about; here it is only told where there is no such finding any more.
    """
    waivers = [waiver for waiver in reading.assessment.waivers if waiver.status not in ("planned", "overdue")]
    if waivers:
        yield Heading(reading.say("memo.waivers"), name="waivers")
        yield from (_item(reading, waiver) for waiver in waivers)


def decided_words(reading: Reading) -> str:
    """Return what decisions leave out of the verdict, as a line under it; empty when nothing is."""
    applied = [waiver for waiver in reading.assessment.waivers if waiver.status == "applied"]
    severities = [finding.severity for waiver in applied for finding in waiver.findings if finding.kind == "finding"]
    words = [
        reading.say("memo.decided.count", n=severities.count(severity), severity=reading.teller.severity(severity))
        for severity in SEVERITIES
        if severity in severities
    ]
    return reading.say("memo.decided", counts=enumerate_words(words, reading.language)) if words else ""


def overdue_words(reading: Reading) -> str:
    """Return which plans are over their day while their finding is still there; empty when there is none."""
    overdue = [waiver for waiver in reading.assessment.waivers if waiver.status == "overdue"]
    told = [
        reading.say(
            "memo.overdue.one", code=one.response.finding, plan=" ".join(filter(None, plan_words(reading, one)))
        )
        for one in overdue
    ]
    return reading.say("memo.overdue", n=len(told), plans=reading.teller.join(told)) if told else ""


def plan_of(reading: Reading, finding: Finding) -> Waiver | None:
    """Return the plan for a finding, one about its own subject before one about all of its code; the last one counts."""
    found = [
        waiver
        for waiver in reading.assessment.waivers
        if waiver.status in ("planned", "overdue") and finding in waiver.findings
    ]
    return max(found, key=lambda waiver: waiver.response.subject is not None, default=None)


def plan_words(reading: Reading, plan: Waiver) -> tuple[str, str]:
    """Return who is to put a finding right and by when, each empty where the file does not say so."""
    until = plan.response.until
    day = reading.say("plan.until", date=write_date(until, reading.language)) if until else ""
    return plan.response.who or "", day


def back_words(reading: Reading, finding: Finding) -> str:
    """Return which decision about a finding no longer stands, and why; empty when there is none."""
    for waiver in reading.assessment.waivers:
        if waiver.status in ("lapsed", "facts_changed") and finding in waiver.findings:
            return reading.say(
                "finding.back",
                decision=_decision(reading, waiver),
                by=_by(reading, waiver),
                status=_status(reading, waiver),
            )
    return ""


def decision_words(reading: Reading, waiver: Waiver) -> tuple[str, str]:
    """Return what was decided, by whom and why, and whether it still stands; empty where there is nothing to say of that."""
    status = _status(reading, waiver) or (reading.say("waiver.rests_on") if waiver.response.rests_on else "")
    if waiver.response.is_plan:
        return reading.say("waiver.planned", plan=" ".join(filter(None, plan_words(reading, waiver)))), status
    return (
        reading.say(
            "waiver.told", decision=_decision(reading, waiver), by=_by(reading, waiver), reason=waiver.response.reason
        ),
        status,
    )


def rule_title(reading: Reading, code: str) -> str:
    """Return what a code is about where nothing is found; empty where its rule is gone, or would have to name something."""
    rule = next((rule for rule in reading.kb.rules if rule.code == code), None)
    return reading.text(rule.title) if rule is not None and rule.loop is None else ""


def _item(reading: Reading, waiver: Waiver) -> Item:
    finding = waiver.findings[0] if waiver.findings else None
    about = (subject_name(reading, finding) if finding else "") or waiver.response.subject or ""
    more = len(waiver.findings) - 1
    told, status = decision_words(reading, waiver)
    words = [
        Span(reading.text(finding.title) if finding else rule_title(reading, waiver.response.finding), "strong"),
        Span(about, "soft"),
        Span(reading.say("finding.evidence.more", n=more) if more > 0 else "", "soft"),
        Span(told),
        Span(status, "soft"),
        Span(waiver.response.finding, "ref"),
    ]
    severity = finding.severity if finding else None
    word = reading.teller.severity(severity) if severity else ""
    return Item(tuple(one for one in words if one.text), sign=severity, word=word)


def _decision(reading: Reading, waiver: Waiver) -> str:
    response = waiver.response
    kind = reading.say(f"waiver.{response.response}")
    return kind + (
        reading.say("waiver.until", date=write_date(response.until, reading.language)) if response.until else ""
    )


def _by(reading: Reading, waiver: Waiver) -> str:
    return reading.say("waiver.by", by=waiver.response.by, date=write_date(waiver.response.on or "", reading.language))


def _status(reading: Reading, waiver: Waiver) -> str:
    gone = reading.kb.given_up.get(waiver.response.finding)
    if gone is not None:
        return reading.say("waiver.given_up", now=gone.now)
    if waiver.status == "overdue":
        return reading.say("plan.overdue")
    return "" if waiver.status in ("applied", "planned") else reading.say(f"waiver.{waiver.status}")
