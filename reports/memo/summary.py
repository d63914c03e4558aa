"""The summary of an assessment for a terminal: the memo's blocks, shorter. The verdict, what to do, what to ask first.

What is printed around it, such as where the memo was written, is `cli`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...engine.assess.model import Evidence, Finding, Question
from ...engine.knowledge.model import SEVERITIES
from ...engine.problems.problem import excerpt
from ..texts import say
from ..words.names import Reading, citation, place_of, project_name
from ..words.verdict import count, next_steps, reached
from ..writers.blocks import Block, Heading, Item, Paragraph, Span, Words
from ..writers.display import Display
from ..writers.layout import as_argument
from ..writers.text import as_text
from .actions import (
    FIRST,
    FindingGroup,
    back_words,
    decided_words,
    decision_blocks,
    either_items,
    listed,
    overdue_words,
    plan_of,
    plan_words,
    together,
    why_lines,
)
from .audit import figures_words, notes_words
from .least import least_rows
from .opening import coverage_words, opening, phase_words, short_opening
from .questions import (
    answer_lines,
    answerable_first,
    asked_lines,
    grouped,
    members,
    needed_words,
    path_of,
    question_text,
    whom,
)
from .stated import bracketed, which

if TYPE_CHECKING:
    from ...engine.whatif.outlook import Prospect

ACTIONS_SHOWN = 3
"""Findings that are told with what to do; others up to `FIRST` by their title."""

QUESTIONS_SHOWN = 3
NEEDED_SHOWN = 6
"""Questions shown; more of them when a verdict needs their answers."""

_CODES_SHOWN = 3
_SUBJECTS_SHOWN = 6
_VALUE_LENGTH = 60


def summary(reading: Reading, display: Display) -> str:
    """Return the summary of an assessment, as it is shown on a screen."""
    return as_text(_Summary(reading, display).blocks(), display)


class _Summary:
    """One summary in the making."""

    def __init__(self, reading: Reading, display: Display) -> None:
        self.reading = reading
        self.assessment = reading.assessment
        self.screen = display
        self.outlook = reading.outlook

    def blocks(self) -> Iterator[Block]:
        """Yield everything in reading order."""
        yield from self._head()
        if self.screen.quiet:
            return
        yield from self._least()
        found = listed(self.reading)
        groups = [FindingGroup(one, (one,)) for one in found] if self.screen.full else together(self.reading, found)
        urgent = [group for group in groups if group.finding.severity in ("blocker", "major") or self.screen.full]
        if not urgent and self.assessment.verdict == "proceed":
            urgent = [group for group in groups if group.finding.severity == "minor"]
        yield from either_items(self.reading)
        if self.screen.full:
            yield from map(self._finding, urgent)
            yield from self._others("memo.upcoming", next_steps(self.assessment, self.reading.kb))
            yield from self._others("memo.predictions", self.assessment.predictions)
            yield from self._others("memo.strengths", self.assessment.strengths)
            yield from decision_blocks(self.reading)
            yield from self._questions()
            return
        told: set[str] = set()
        yield from (self._action(group, told) for group in urgent[:ACTIONS_SHOWN])
        yield from map(self._title, urgent[ACTIONS_SHOWN:FIRST])
        yield from self._folded([one for group in groups if group not in urgent[:FIRST] for one in group.members])
        yield from self._short_questions()

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.reading.language, **values)

    def _head(self) -> Iterator[Block]:
        reading, assessment = self.reading, self.assessment
        name = project_name(assessment.name, assessment.file, reading.kb, reading.language)
        phase = phase_words(reading)
        place = reading.value(reading.kb.presentation.project.place or "")
        about = [self._say("phase", phase=phase) if phase else "", str(place) if place else ""]
        yield Paragraph("  ".join(filter(None, [name, *about])))
        yield from (Paragraph(f"{self._say('assumed')}  {text}") for text in reading.assumed)
        label = reached(assessment, reading.kb, reading.language)
        counts = count(assessment)
        words = {name: reading.teller.severity(name) for name in ("blocker", "major", "minor")}
        signs = (
            Span(f"{'' if self.screen.ascii else f'{word} '}{counts[name]}  ", "sign", name)
            for name, word in words.items()
        )
        yield Paragraph((f"{self._say('verdict')}  {label}  ", *signs), strong=True)
        if self.screen.quiet:
            yield Paragraph(coverage_words(reading))
        else:
            yield from opening(reading) if self.screen.full else short_opening(reading)
        remarks = (overdue_words(reading), decided_words(reading), figures_words(reading), notes_words(reading))
        yield from (Paragraph(text) for text in remarks if text)

    def _title(self, group: FindingGroup) -> Item:
        finding = group.finding
        word = self.reading.teller.severity(finding.severity)
        title = self.reading.text(finding.title) + bracketed(which, self.reading, group.members)
        return Item((title, Span(finding.code, "ref")), finding.severity, word)

    def _action(self, group: FindingGroup, told: set[str]) -> Item:
        """Return a finding in short: what is wrong, what to do unless it was told already, who and by when."""
        title, reading, planned = self._title(group), self.reading, self._planned(group)
        planned = self._say("labelled", label=self._say("plan"), text=planned) if planned else ""
        advice = reading.text(group.finding.advice)
        do = self._say("action.same.above") if advice in told else advice
        do += self._say("owners", owners=reading.owners(group.finding))
        told.add(advice)
        lines = filter(None, (back_words(reading, group.members[0]), do, planned))
        return Item(title.text, title.sign, title.word, rows=(("", tuple(lines)),))

    def _finding(self, group: FindingGroup) -> Item:
        """Return a finding with everything: what to do and who, what it rests on, what it cites and why."""
        finding, reading = group.finding, self.reading
        owners = self._say("owners", owners=reading.owners(finding))
        back = back_words(reading, group.members[0])
        rows: list[tuple[str, tuple[Words, ...]]] = [(self._say("back"), (back,))] if back else []
        rows.append((self._say("do"), (reading.text(finding.advice) + owners,)))
        planned = self._planned(group)
        if planned:
            rows.append((self._say("plan"), (planned,)))
        rows += self._grounds(finding)
        rows.append((self._say("condition"), why_lines(reading, group)))
        if finding.severity_note is not None:
            rows.append((self._say("severity_note"), (reading.text(finding.severity_note),)))
        title = self._title(group)
        return Item(title.text, title.sign, title.word, rows=tuple(rows))

    def _planned(self, group: FindingGroup) -> str:
        """Return who puts a finding right by when, and whether that is over; empty where nobody is named."""
        plan = plan_of(self.reading, group.members[0])
        if plan is None:
            return ""
        late = self._say("plan.overdue") if plan.status == "overdue" else ""
        return "  ".join(filter(None, (*plan_words(self.reading, plan), late)))

    def _grounds(self, finding: Finding) -> tuple[tuple[str, tuple[Words, ...]], tuple[str, tuple[Words, ...]]]:
        """Return the facts that a finding rests on, as the file has them, and what it cites."""
        facts = [self._fact(one) for one in finding.evidence] or [self._say("finding.evidence.none")]
        source = citation(self.reading, finding.source) or self._say("finding.guidance.ours")
        return (self._say("why"), tuple(facts)), (self._say("paper"), (source,))

    def _fact(self, evidence: Evidence) -> str:
        value = excerpt(json.dumps(evidence.value, ensure_ascii=False), _VALUE_LENGTH)
        text = f"{place_of(evidence)}  {evidence.address} = {value}".strip()
        return text + (f"  ({self._say('finding.evidence.source', source=evidence.source)})" if evidence.source else "")

    def _others(self, heading: str, findings: Sequence[Finding]) -> Iterator[Block]:
        if findings:
            yield Heading(self._say(heading))
        for finding in findings:
            causes = [(self._say("causes"), (", ".join(finding.causes),))] if finding.causes else []
            rows = (*causes, (self._say("do"), (self.reading.text(finding.advice),)), *self._grounds(finding))
            sign = "met" if finding.kind == "strength" else "info"
            yield Item((self.reading.text(finding.title), Span(finding.code, "ref")), sign, rows=rows)

    def _folded(self, rest: Sequence[Finding]) -> Iterator[Block]:
        """Yield how much there is besides, and how to see it."""
        numbers: dict[str, int] = {name: sum(finding.severity == name for finding in rest) for name in SEVERITIES}
        numbers |= {"upcoming": len(next_steps(self.assessment, self.reading.kb))}
        numbers |= {name: len(getattr(self.assessment, name)) for name in ("predictions", "strengths")}
        statuses = [waiver.status for waiver in self.assessment.waivers]
        numbers |= {"waivers": statuses.count("applied"), "unused": statuses.count("unused")}
        parts = [self._say(f"folded.{name}", n=number) for name, number in numbers.items() if number]
        if parts:
            words = self.reading.teller.join(parts)
            yield Item(
                self._say("folded", parts=words) if self.screen.hints else words,
                next((name for name in SEVERITIES if numbers[name]), "info"),
            )

    def _least(self) -> Iterator[Block]:
        title, rows = least_rows(self.reading, full=self.screen.full)
        if rows:
            yield Item(title, "least", rows=tuple((self._say(label), tuple(texts)) for label, texts in rows))

    def _questions(self) -> Iterator[Block]:
        groups = grouped(self.reading)
        if groups:
            yield Heading(self._say("least.find_out"))
            yield from (self._question(group, prospects) for group, prospects in groups)
            later = self.outlook.later if self.outlook is not None else ()
            yield from self._answer(self._say("memo.questions.later", n=len(later)) if later else "")

    def _short_questions(self) -> Iterator[Block]:
        """Yield what to ask first and whom, and how many of all open questions that are."""
        groups = [group for group, _ in answerable_first(self.reading, grouped(self.reading))]
        needed = sum(group[0].must_know for group in groups)
        shown = groups[: max(QUESTIONS_SHOWN, min(needed, NEEDED_SHOWN))]
        if shown:
            several, every = sum(map(len, shown)), len(self.assessment.questions)
            title = "questions.first" if several < every else "questions.all"
            yield Heading(self._say(title, shown=len(shown), n=every))
            yield from map(self._short_question, shown)
            yield from self._answer(self._say("questions.rest") if several < every else "")

    def _answer(self, before: str) -> Iterator[Block]:
        """Yield how to answer, where there is a file to answer in."""
        file = self.assessment.file
        answer = self._say("answer", file=as_argument(file)) if file is not None and file != "<stdin>" else ""
        told = "  ".join(filter(None, (before, answer)))
        if told and self.screen.hints:
            yield Item(told)

    def _short_question(self, group: Sequence[Question]) -> Item:
        reading = self.reading
        text, about, who = question_text(reading, group), members(reading, group, _SUBJECTS_SHOWN), whom(reading, group)
        text = self._say("about", text=text, subjects=about) if about and about != who else text
        must = needed_words(reading, group)
        said = reading.say("labelled", label=reading.say("question.whom"), text=who)
        return Item("  ".join(filter(None, (text, said, must))), "unknown")

    def _question(self, group: Sequence[Question], prospects: Sequence[Prospect]) -> Item:
        first, reading = group[0], self.reading
        about = members(reading, group, None)
        text = question_text(reading, group)
        reasons = [path_of(reading, group), *filter(None, [needed_words(reading, group)])]
        lines = [reading.say("labelled", label=reading.say("question.whom"), text=whom(reading, group))]
        if prospects:
            lines += answer_lines(reading, prospects, full=True)
        elif first.codes:
            codes = ", ".join(first.codes[:_CODES_SHOWN])
            codes += f" (+{len(first.codes) - _CODES_SHOWN})" if len(first.codes) > _CODES_SHOWN else ""
            reasons.append(self._say("decides", codes=codes, severity=reading.teller.severity(first.severity)))
        lines += [*asked_lines(reading, group), "  ".join(reasons)]
        text = self._say("about", text=text, subjects=about) if about else text
        return Item(text, "unknown", rows=(("", tuple(lines)),))
