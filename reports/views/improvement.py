"""The smallest change as steps that people take: as blocks, and the machine form.

What is least was decided in `engine.whatif`; here it is only told, with how certain that is.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from ...engine.assess import assess
from ...engine.assess.model import SCHEMA_VERSION, Assessment
from ...engine.assess.run import brief
from ...engine.compiled import CompiledKnowledgeBase
from ...engine.knowledge.model import SEVERITIES, VERDICTS, KnowledgeBase, Verdict
from ...engine.problems.problem import ProblemsError
from ...engine.project.address import Address, source_and_id
from ...engine.project.assumptions import with_assumptions
from ...engine.project.memory import Value
from ...engine.project.project import Project
from ...engine.record import picked, plain
from ...engine.whatif.changes import ADD, DROP, FIND_OUT, MOST_NEW, WEIGHTS, Change, as_assumption, as_json, is_new
from ...engine.whatif.effects import Reported, WhatIf
from ...engine.whatif.improve import Improvement, improve
from ...engine.whatif.improvement import ImprovementStep, Way, advising, ways
from ...engine.whatif.outlook import answers_that_do
from ..texts import enumerate_words, joined, rest_counted, say
from ..words.answers import bound_words, leading_words
from ..words.names import Teller, labels_of, project_name
from ..words.verdict import actions, checked_words, reached, waiting_words
from ..writers.blocks import Heading, Item, Paragraph, Report
from ..writers.layout import as_argument

TargetVerdict = Literal["revise", "proceed"]
_OTHERS_SHOWN = 4
_FINDINGS_SHOWN = 4


class Improved(Struct, frozen=True):
    """A project, what it takes to improve it, and the same as steps.

    Attributes:
        commands: Whether `--set` can say the changes of every way, so that a command to try them can be shown.
        answers: For each fact of the first way, the answers that lead to what is wanted.
    """

    assessment: Assessment
    improvement: Improvement
    ways: tuple[Way, ...]
    commands: bool = True
    answers: Mapping[Address, tuple[Value, ...]] = field(default_factory=dict)


def improved(project: Project, kb: CompiledKnowledgeBase, wanted: TargetVerdict | None, today: str | None) -> Improved:
    """Review a project and find the least change for a verdict, the next better one unless another is wanted."""
    assessment = assess(project, kb, today=today, asking=False)
    what_if = WhatIf(kb, project.memory, assessment.waived)
    found = improve(what_if, wanted)
    reached = ways(what_if, found)
    tried = {way: _tried(way, found.wanted, project, kb, assessment.today) for way in reached}
    kept = tuple(way for way in reached if tried[way] is not False)
    if reached and not kept:
        found = replace(found, effort=None, sets=(), exhaustive=False)
    answers = answers_that_do(kept[0], found.wanted, what_if) if kept else {}
    if kept and kept[0].waits:  # told in the order in which it is asked
        assessment = assess(project, kb, today=today)
    return Improved(assessment, found, kept, all(tried[way] for way in kept), answers)


def _tried(way: Way, wanted: Verdict, project: Project, kb: CompiledKnowledgeBase, today: str) -> bool | None:
    """Tell whether a review of the document with the changes gives the verdict; None when it cannot be reviewed so.

    A response to a finding may lapse when the facts change that the finding rests on: then the way leads elsewhere.
    """
    if project.document is None or project.assumed:
        return None
    try:
        assumed = with_assumptions(project.document, [as_assumption(change, kb) for change in way.changes], kb)
    except ProblemsError:
        return None
    reviewed = brief(assumed, kb, today)
    # By what is then known: answers that are still missing may keep the verdict itself open, and that is told.
    is_open = reviewed.verdict == "insufficient_information" and not reviewed.missing
    return is_open or VERDICTS.index(reviewed.verdict) >= VERDICTS.index(wanted)


def improvement_report(found: Improved, kb: KnowledgeBase, language: str) -> Report:
    """Return the least change as blocks."""
    name = project_name(found.assessment.name, found.assessment.file, kb, language)
    return Report(say("improve.title", language, name=name), "", language, tuple(_Report(found, kb, language).blocks()))


def improvement_document(found: Improved, kb: KnowledgeBase) -> dict[str, Any]:
    """Return the machine form of the least change."""
    improvement = found.improvement
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "improvement",
        "project": picked(found.assessment, "name file sha256"),
        "verdict": found.assessment.verdict,
        "coverage": picked(found.assessment.coverage, "due told"),
        "wanted": improvement.wanted,
        "reached": improvement.effort is not None,
        **picked(improvement, "effort exhaustive at_least"),
        "trials": improvement.runs,
        "method": "branch and bound",
        "weights": {**WEIGHTS, "find_out": FIND_OUT, "add": ADD, "give_up": DROP},
        "in_the_way": plain(improvement.fixed),
        "ways": [
            {
                **picked(way, "verdict worst"),
                "set": [as_assumption(change, kb) for change in way.changes],
                "steps": [_step(step, kb) for step in way.steps],
                "left": plain(way.left),
                "waits": [{**picked(address, "fact subject"), "level": level} for address, level in way.waits],
            }
            for way in found.ways
        ],
        "rules_version": found.assessment.knowledge_version,
        "product_version": found.assessment.product_version,
    }


def _step(step: ImprovementStep, kb: KnowledgeBase) -> dict[str, Any]:
    return {
        "changes": [
            {
                **picked(change, "fact subject"),
                "from": as_json(now),
                "to": as_json(change.value),
                "unknown": change.found_out,
                "effort": change.effort,
                "set": as_assumption(change, kb),
            }
            for change, now in zip(step.changes, step.now, strict=True)
        ],
        **picked(step, "clears eases prevents"),
        "reopens": [],
        **picked(step, "must_know owner step effort"),
    }


class _Report:
    """One report in the making."""

    def __init__(self, found: Improved, kb: KnowledgeBase, language: str) -> None:
        self.found = found
        self.kb = kb
        self.language = language
        self.teller = Teller(kb, language, labels_of(found.assessment.elements))

    def blocks(self) -> Iterator[Heading | Paragraph | Item]:
        """Yield the report."""
        yield Paragraph(self._head(), strong=True)
        yield Paragraph(checked_words(self.found.assessment, self.kb, self.language), soft=True)
        if not self.found.ways:
            yield from self._nothing()
            return
        first, *others = self.found.ways
        yield from self._stays(first)
        told: set[str] = set()
        places: dict[str, int] = {}
        for number, step in enumerate(first.steps, 1):
            yield self._item(step, number, told, places)
        yield Heading(self.teller.say("after"))
        yield Paragraph(self._left(first))
        if others:
            yield Heading(self.teller.say("improve.others"))
            yield from (self._other(first, other) for other in others[:_OTHERS_SHOWN])
        yield from self._certainty()
        if self.found.commands:
            yield Paragraph(self.teller.say("try"))
            yield Paragraph(self._command(first), code=True)

    def _head(self) -> str:
        improvement, now = self.found.improvement, reached(self.found.assessment, self.teller.kb, self.language)
        wanted = self.teller.verdict(improvement.wanted)
        if improvement.effort == 0:
            is_open = VERDICTS.index(self.found.assessment.verdict) < VERDICTS.index(improvement.wanted)
            return self.teller.say("reached.open" if is_open else "reached", now=now, wanted=wanted)
        if not self.found.ways:
            key = "improve.none" if improvement.exhaustive else "improve.none.limit"
            return self.teller.say(key, now=now, wanted=wanted)
        first = self.found.ways[0]
        then = self.teller.verdict(first.verdict, settled=first.verdict == first.worst)
        is_open = first.verdict != first.known
        key = "head.open" if is_open else "head" if first.verdict == improvement.wanted else "head.better"
        facts = waiting_words(first, self.found.assessment.questions, self.teller) if is_open else ""
        told = {"n": len(first.steps), "effort": improvement.effort, "facts": facts}
        return self.teller.say(key, now=now, then=then, wanted=wanted, **told)

    def _stays(self, way: Way) -> Iterator[Paragraph]:
        """Yield that no step is about what a memo begins with, and why, where that is so."""
        about = {(one.code, one.subject) for step in way.steps for one in (*step.clears, *step.eases)}
        for one in actions(self.found.assessment)[:1]:
            if one.severity in SEVERITIES[:2] and (one.code, one.subject) not in about:
                title = self.teller.title(one.code, one.subject).rstrip("。. ")
                wanted = self.teller.verdict(self.found.improvement.wanted)
                yield Paragraph(self.teller.say("improve.stays", title=title, code=one.code, wanted=wanted))

    def _nothing(self) -> Iterator[Heading | Paragraph | Item]:
        improvement = self.found.improvement
        if improvement.effort == 0:
            return
        if improvement.fixed:
            yield Heading(self.teller.say("fixed"))
            yield from (self._finding(one) for one in improvement.fixed)
        yield Heading(self.teller.say("certain"))
        yield Paragraph(self.teller.say("considered", n=MOST_NEW))

    def _finding(self, one: Reported) -> Item:
        return Item(
            f"{one.code} {self.teller.title(one.code, one.subject)}", one.severity, self.teller.severity(one.severity)
        )

    def _subject(self, subject: str) -> str:
        path, name = source_and_id(subject)
        listed = self.kb.vocabulary.lists.get(path)
        if listed is None or listed.members or subject in self.teller.labels:
            return self.teller.subject(subject)
        return self.teller.say("new_element", element=listed.element_label[self.language], id=name)

    def _item(self, step: ImprovementStep, number: int, told: set[str], places: dict[str, int]) -> Item:
        """Return a step: what the rules advise whose findings it clears, and in small what changes in the file.

        The codes of its advice are added to those that were told, and in which step its advice was first given.
        """
        rows: list[tuple[str, tuple[str, ...]]] = []
        first = step.changes[0]
        changed = {change.key for change in step.changes if not change.found_out}
        open_ = [change for change in step.changes if change.found_out and change.fact in self.kb.vocabulary.facts]
        unknown = [change for change in open_ if not self._comes_with(change, changed)]
        if not is_new(first):
            rows.append(("row.counts", self._answers(unknown)))
        if len(step.changes) > 1 and is_new(first):
            said = [self._said(change, None) for change in step.changes[1:]]
            rows.append(("row.said", tuple(said)))
        rows.append(("row.who", (self._who(step),)))
        rows.append(("row.clears", self._listed(step.clears)))
        rows.append(("row.eases", self._listed(step.eases)))
        rows.append(("row.prevents", self._listed(step.prevents)))
        if step.must_know:
            rows.append(("row.why", (self.teller.say("must_know"),)))
        parts = [self._what(part, chosen=self._comes_with(part.changes[0], changed)) for part in step.parts]
        advice, what = self._advice(step, told), tuple(parts)
        if advice:
            rows.insert(0, ("row.change", what))
            before = places.setdefault(advice, number)
            advice = advice if before == number else self.teller.say("action.same", n=before)
        shown = tuple((self.teller.say(label), texts) for label, texts in rows if texts)
        return Item(advice or self.teller.join(what), None, "", number, shown)

    def _answers(self, unknown: Sequence[Change]) -> tuple[str, ...]:
        """Return with which answers a step leads there; where they are not all alike, those of each fact."""
        told: dict[str, dict[str, None]] = {}
        for change in unknown:
            told.setdefault(self._answer(change), {})[self.teller.fact(change.fact)] = None
        if len(told) == 1:
            return tuple(told)
        return tuple(
            self.teller.say("labelled", label=enumerate_words(list(facts), self.language), text=text)
            for text, facts in told.items()
        )

    def _answer(self, change: Change) -> str:
        """Return with which answer a change that finds something out leads there."""
        then = leading_words(change, self.found.answers.get(change.key, ()), self.teller)
        if not then and change.fact == self.kb.verdict.phase:
            tried = self.teller.value(change.fact, as_json(change.value))
            return self.teller.say("improve.answer.phase", then=tried)
        fixed = self.kb.vocabulary.facts[change.fact].effort == "fixed"
        key = "improve.answer.any" if not then else "improve.answer.fixed" if fixed else "improve.answer"
        return self.teller.say(key, then=then)

    def _advice(self, step: ImprovementStep, told: set[str]) -> str:
        """Return the advice of the gravest finding that a step is told by, and no step before it; empty where there is none."""
        graded = advising(step, self.kb)
        new = graded if is_new(step.changes[0]) else [one for one in graded if one.code not in told]
        told |= {one.code for one in graded}
        if not new:
            return ""
        advice = {self.teller.language: self.teller.advice(new[0].code, new[0].subject)}
        return self.teller.advice_to(advice, [one.subject for one in new if one.code == new[0].code])

    def _listed(self, found: Sequence[Reported]) -> tuple[str, ...]:
        """Return findings as lines; what may follow from them is only counted, and so are many."""
        findings = [one for one in found if self.kb.rule(one.code).kind == "finding"]
        predictions = len(found) - len(findings)
        lines = [
            f"{one.code} {self.teller.title(one.code, one.subject)} ({self.teller.severity(one.severity)})"
            for one in findings[:_FINDINGS_SHOWN]
        ]
        lines += rest_counted(findings, _FINDINGS_SHOWN, self.language)
        if predictions:
            lines.append(self.teller.say("predictions" if findings else "effect.predictions", n=predictions))
        return tuple(lines)

    def _who(self, step: ImprovementStep) -> str:
        return self.teller.acting(step.owner, [change.subject for change in step.changes]) or self.teller.say("nobody")

    def _comes_with(self, change: Change, changed: Container[Address]) -> bool:
        """Tell whether a fact is only asked after one that is changed: then it is not found out, but chosen with it."""
        before = self.kb.plan.after.get(change.fact)
        return change.found_out and before is not None and change.key.beside(before, self.kb.vocabulary) in changed

    def _what(self, step: ImprovementStep, *, chosen: bool = False) -> str:
        first = step.changes[0]
        text = self._said(first, step.now[0], chosen=chosen)
        subjects = self._subjects([change.subject for change in step.changes if change.subject is not None])
        if first.fact in self.kb.vocabulary.lists or not subjects:
            return text
        return self.teller.say("about", text=text, subjects=subjects)

    def _subjects(self, subjects: Sequence[str]) -> str:
        new = [one for one in subjects if self._subject(one) != self.teller.subject(one)]
        return self.teller.join([self._subject(one) for one in subjects]) if new else self.teller.subjects(subjects)

    def _said(self, change: Change, now: Value | None, *, chosen: bool = False) -> str:
        """Return a change as people say it; `chosen` where an unknown value is not found out, but comes with a change."""
        if change.fact in self.kb.vocabulary.lists:
            element = self._subject(change.subject or "")
            if change.value is None:
                label = self.kb.vocabulary.lists[change.fact].element_label[self.language]
                return self.teller.say("give_up", element=f"{label} {element}")
            return self.teller.say("add", element=element)
        definition = self.kb.vocabulary.facts[change.fact]
        label, then = definition.label[self.language], self._then(change)
        if now is not None or chosen:
            before = self.teller.say("unknown") if now is None else self._value(change.key, now)
            return self.teller.say("least.step", fact=label, now=before, then=then)
        if change.subject in {None, *self.teller.labels} or (
            definition.source and self.kb.vocabulary.lists[definition.source].members
        ):
            return self.teller.say("find_out", question=definition.question[self.language])
        return self.teller.say("labelled", label=label, text=then)

    def _then(self, change: Change) -> str:
        """Return the value that is asked for."""
        if change.value in ("-", ("-",)):
            return self.teller.say("some_text")
        return bound_words(change.fact, as_json(change.value), self.teller)

    def _value(self, key: Address, value: Value | None) -> str:
        return self.teller.say("some_text") if value in ("-", ("-",)) else self.teller.value(key[0], as_json(value))

    def _left(self, way: Way) -> str:
        severities = [one.severity for one in way.left if self.kb.rule(one.code).kind == "finding"]
        parts = [
            self.teller.say("count", n=severities.count(severity), word=self.teller.severity(severity))
            for severity in SEVERITIES
            if severity in severities
        ]
        text = self.teller.say("after.count", parts=self.teller.join(parts)) if parts else self.teller.say("after.none")
        if way.worst == way.verdict:
            return text
        return (
            text
            + say("joint.space", self.language)
            + self.teller.say("after.open", worst=self.teller.verdict(way.worst))
        )

    def _other(self, first: Way, other: Way) -> Item:
        instead = [self._what(step) for step in other.steps if not _among(step, first.steps)]
        dropped = [self._what(step) for step in first.steps if not _among(step, other.steps)]
        rows = ((self.teller.say("other.not"), tuple(dropped)),)
        return Item(self.teller.say("improve.other", text=joined(instead, self.language, "slash")), rows=rows)

    def _certainty(self) -> Iterator[Heading | Paragraph]:
        improvement = self.found.improvement
        yield Heading(self.teller.say("certain"))
        key = "certain.proved" if improvement.exhaustive else "certain.limit"
        yield Paragraph(self.teller.say(key, least=improvement.at_least))
        yield Paragraph(self.teller.say("considered", n=MOST_NEW))
        yield Paragraph(self.teller.say("weights", **WEIGHTS, find_out=FIND_OUT, add=ADD, drop=DROP))
        new = {change.subject for change in self.found.ways[0].changes if is_new(change)}
        if any(change.found_out and change.subject not in new for change in self.found.ways[0].changes):
            yield Paragraph(self.teller.say("answers"))
        yield Paragraph(self.teller.say("promise"))

    def _command(self, way: Way) -> str:
        sets = " ".join(f"--set {as_argument(as_assumption(change, self.kb))}" for change in way.changes)
        file = self.found.assessment.file or "project.json"
        return f"advise check {as_argument(file)} --no-memo {sets}"


def _among(step: ImprovementStep, steps: Sequence[ImprovementStep]) -> bool:
    return any(step.changes == other.changes for other in steps)
