"""The summary of an assessment for a terminal: the verdict, what to do about it, and what to find out first.

A pure function of the assessment. It uses only signs that every Japanese console has, and colour only doubles a sign
and a word. What is printed around it, such as where the memo was written, is `cli`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...engine.assess.model import Assessment, Evidence, Finding, Question
from ...engine.knowledge.model import SEVERITIES, KnowledgeBase
from ...engine.problems.problem import excerpt
from ...engine.project.address import Address
from ..texts.terminal import say
from ..words.names import citation, place_of, project_name, read
from ..words.verdict import actions, count, verdict_label, verdict_sentences
from ..writers.layout import as_argument, clean, width, wrapped
from ..writers.screen import Screen

if TYPE_CHECKING:
    from ...engine.whatif.outlook import Outlook, Prospect

FINDINGS_SHOWN = 5
"""Findings shown with everything; the other blockers and major points get one line each."""

QUESTIONS_SHOWN = 3
NEEDED_SHOWN = 6
"""Questions shown; more of them when a verdict needs their answers."""

_EVIDENCE_SHOWN = 3
_CODES_SHOWN = 3
_SUBJECTS_SHOWN = 6
_VALUE_LENGTH = 60
_INDENT = "    "


def summary(
    assessment: Assessment,
    kb: KnowledgeBase,
    language: str,
    screen: Screen,
    assumed: Sequence[str] = (),
    outlook: Outlook | None = None,
) -> str:
    """Return the summary of an assessment.

    Args:
        assessment: What to show.
        kb: Gives the labels.
        language: `en` or `ja`.
        screen: How to show it.
        assumed: The assumptions of a what-if, as the user wrote them.
        outlook: What answers would change, and the least that leads to a better verdict; left out without it.
    """
    return "\n".join(_Summary(assessment, kb, language, screen, outlook).lines(assumed)) + "\n"


class _Summary:
    """One summary in the making."""

    def __init__(
        self, assessment: Assessment, kb: KnowledgeBase, language: str, screen: Screen, outlook: Outlook | None
    ) -> None:
        self.assessment = assessment
        self.outlook = outlook
        self.kb = kb
        self.language = language
        self.screen = screen
        self.reading = read(assessment, kb, language)
        self.label_columns = max(width(self._say(key)) for key in ("do", "why", "paper", "condition", "back")) + 2

    def lines(self, assumed: Sequence[str]) -> list[str]:
        """Return all lines."""
        lines = self._head(assumed)
        if self.screen.quiet:
            return lines
        lines += self._least()
        findings = actions(self.assessment)
        shown, named, folded = self._split(findings)
        for finding in shown:
            lines += ["", *self._finding(finding)]
        lines += [""] if named else []
        for finding in named:
            lines += self._title(finding.severity, f"{finding.code} {finding.title[self.language]}")
        if self.screen.full:
            lines += self._others("memo.predictions", self.assessment.predictions)
            lines += self._others("memo.strengths", self.assessment.strengths)
            lines += self._waivers()
        else:
            lines += self._folded(folded, separate=not named)
        return lines + self._questions()

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def _head(self, assumed: Sequence[str]) -> list[str]:
        assessment = self.assessment
        parts = [project_name(assessment.name, assessment.file, self.kb, self.language)]
        project = self.kb.presentation.project
        phase = self.kb.vocabulary.facts.get(project.phase or "")
        phases = phase.values if phase is not None else {}
        if assessment.phase is not None and assessment.phase in phases:
            parts.append(self._say("phase", phase=phases[assessment.phase][self.language]))
        place = assessment.facts.get(Address(project.place or ""))
        parts += [str(place.value)] if place is not None else []
        lines = self._wrap("  ".join(parts), "", "")
        lines += [line for text in assumed for line in self._wrap(f"{self._say('assumed')}  {text}", "", _INDENT)]
        label = verdict_label(assessment.verdict, self.kb, self.language)
        lines.append(f"{self._say('verdict')}  {self.screen.paint('bold', label)}")
        if not self.screen.quiet:
            for sentence in verdict_sentences(assessment, self.kb, self.language):
                lines += self._wrap(sentence, _INDENT, _INDENT)
        lines += self._counts()
        return lines + [line for text in self._remarks() for line in self._wrap(text, "", _INDENT)]

    def _remarks(self) -> list[str]:
        """Return what people decided that shows in the counts, figures of their own, and what is told of the file."""
        assessment = self.assessment
        noted = [note.message[self.language] for note in assessment.notes]
        if not assessment.waivers and not any(parameter.reason for parameter in assessment.parameters):
            return noted
        from .audit import figures_view
        from .decisions import decided_view

        return [text for text in (decided_view(self.reading), figures_view(self.reading), *noted) if text]

    def _counts(self) -> list[str]:
        counts = count(self.assessment, self.kb)
        lines, used = [""], 0
        for name in ("blocker", "major", "minor", "met", "unknown"):
            word = self._say(name) if name in ("met", "unknown") else self._severity(name)
            number = getattr(counts, name)
            plain = self.screen.sign(name)
            painted = self._sign(name) if number else plain
            words = f" {number}" if self.screen.ascii else f" {word} {number}"
            gap = "   " if lines[-1] else ""
            if used + len(gap) + width(plain + words) > self.screen.columns:
                lines, used, gap = [*lines, ""], 0, ""
            lines[-1] += gap + painted + words
            used += len(gap) + width(plain + words)
        return lines

    def _severity(self, name: str) -> str:
        return self.kb.verdict.severity_labels[name][self.language]

    def _sign(self, name: str) -> str:
        return self.screen.paint(name, self.screen.sign(name))

    def _split(self, findings: Sequence[Finding]) -> tuple[Sequence[Finding], Sequence[Finding], Sequence[Finding]]:
        """Return what is shown with everything, what gets a line, and what is only counted; the same is told once."""
        if self.screen.full or not findings:
            return findings, [], []
        from .alike import together

        pressing = [finding for finding in findings if finding.severity in ("blocker", "major")]
        pressing = [group.finding for group in together(self.reading, pressing)]
        rest = [finding for finding in findings if finding.severity not in ("blocker", "major")]
        return pressing[:FINDINGS_SHOWN], pressing[FINDINGS_SHOWN:], rest

    def _title(self, sign: str, text: str) -> list[str]:
        words = "" if self.screen.ascii or sign not in SEVERITIES else f"{self._severity(sign)} "
        plain = self.screen.sign(sign)
        first, *rest = self._wrap(f"{plain} {words}{text}", "", _INDENT)
        return [self._sign(sign) + first.removeprefix(plain), *rest]

    def _finding(self, finding: Finding) -> list[str]:
        from .decisions import back_words

        owners = self._say("owners", owners=self.reading.owners(finding))
        lines = self._title(finding.severity, f"{finding.code} {finding.title[self.language]}")
        back = back_words(self.reading, finding)
        lines += self._labelled("back", [back]) if back else []
        lines += self._labelled("do", [finding.advice[self.language] + owners])
        lines += self._labelled("why", self._evidence(finding.evidence))
        lines += self._labelled("paper", [self._source(finding)])
        if self.screen.full:
            from .why import why_lines, why_view

            lines += self._labelled("condition", why_lines(why_view(self.reading, [finding])))
            if finding.severity_note is not None:
                lines += self._labelled("severity_note", [finding.severity_note[self.language]])
        return lines

    def _evidence(self, evidence: Sequence[Evidence]) -> list[str]:
        if not evidence:
            return [self._say("finding.evidence.none")]
        limit = len(evidence) if self.screen.full else _EVIDENCE_SHOWN
        lines = [self._fact(one) for one in evidence[:limit]]
        if len(evidence) > limit:
            lines.append(self._say("finding.evidence.more", n=len(evidence) - limit))
        return lines

    def _fact(self, evidence: Evidence) -> str:
        value = excerpt(json.dumps(evidence.value, ensure_ascii=False), _VALUE_LENGTH)
        text = f"{place_of(evidence)}  {evidence.address} = {value}".strip()
        if self.screen.full and evidence.source:
            text += f"  ({self._say('finding.evidence.source', source=evidence.source)})"
        return text

    def _source(self, finding: Finding) -> str:
        return citation(self.reading, finding.source) or self._say("finding.guidance.ours")

    def _folded(self, findings: Sequence[Finding], *, separate: bool) -> list[str]:
        numbers = {name: sum(finding.severity == name for finding in findings) for name in ("minor", "info")}
        numbers |= {name: len(getattr(self.assessment, name)) for name in ("predictions", "strengths")}
        statuses = [waiver.status for waiver in self.assessment.waivers]
        numbers |= {"waivers": statuses.count("applied"), "unused": statuses.count("unused")}
        parts = [self._say(f"folded.{name}", n=number) for name, number in numbers.items() if number]
        if not parts:
            return []
        sign = "minor" if numbers["minor"] else "info"
        comma = "、" if self.language == "ja" else ", "
        words = comma.join(parts)
        words = self._say("folded", parts=words) if self.screen.hints else words
        return ["", f"{self._sign(sign)} {words}"] if separate else [f"{self._sign(sign)} {words}"]

    def _others(self, heading: str, findings: Sequence[Finding]) -> list[str]:
        lines = ["", self.screen.paint("bold", self._say(heading))] if findings else []
        for finding in findings:
            sign = "met" if finding.kind == "strength" else "info"
            lines += self._title_without_word(sign, f"{finding.code} {finding.title[self.language]}")
            if finding.causes:
                lines += self._labelled("causes", [", ".join(finding.causes)])
            lines += self._labelled("do", [finding.advice[self.language]])
            lines += self._labelled("why", self._evidence(finding.evidence))
            lines += self._labelled("paper", [self._source(finding)])
        return lines

    def _waivers(self) -> list[str]:
        from .decisions import waivers_view

        waivers = waivers_view(self.reading)
        lines = ["", self.screen.paint("bold", self._say("memo.waivers"))] if waivers else []
        for waiver in waivers:
            lines += self._title_without_word("none", f"{waiver['code']} {waiver['title'] or waiver['subject']}")
            words = self._say("waived", **{name: waiver[name] for name in ("decision", "by", "reason")})
            lines += [line for text in (words, waiver["status"]) if text for line in self._wrap(text, _INDENT, _INDENT)]
        return lines

    def _title_without_word(self, sign: str, text: str) -> list[str]:
        plain = self.screen.sign(sign)
        return self._wrap(f"{plain} {text}", "", _INDENT)

    def _least(self) -> list[str]:
        """Return the least that leads to a better verdict."""
        if self.outlook is None or self.outlook.improvement.effort == 0:
            return []
        from .least import least_rows

        title, rows = least_rows(self.reading, self.outlook, full=self.screen.full)
        if not rows:
            return []
        sign = "[LEAST]" if self.screen.ascii else "→"
        columns = max(width(self._say(label)) for label, _ in rows) + 2
        lines = ["", *self._wrap(f"{sign} {title}", "", _INDENT)]
        for label, texts in rows:
            lines += self._labelled(label, texts, columns)
        return lines

    def _grouped(self) -> list[tuple[list[Question], list[Prospect]]]:
        """Return the questions in their order, those that are asked as one together."""
        from .questions import asked_together, foreseen_together

        if self.outlook is None:
            return [(same, []) for same in asked_together(self.assessment.questions)]
        return [([one.question for one in same], same) for same in foreseen_together(self.outlook)]

    def _questions(self) -> list[str]:
        if not self.assessment.questions:
            return []
        grouped = self._grouped()
        needed = sum(group[0].must_know for group, _ in grouped)
        shown = grouped if self.screen.full else grouped[: max(QUESTIONS_SHOWN, min(needed, NEEDED_SHOWN))]
        if not shown:
            return []
        heading = self._say("all_questions" if self.screen.full else "first_questions")
        lines = ["", f"{self._sign('unknown')} {heading}"]
        for group, prospects in shown:
            lines += self._question(group, prospects)
        if not self.screen.hints:
            return lines
        unseen = self.outlook.unseen if self.outlook is not None else ()
        left = len(grouped) - len(shown) + len({one.together for one in unseen})
        words = [self._say("more_questions", n=left)] if left else []
        if self.screen.full and self.outlook is not None and self.outlook.later:
            words = [self._say("memo.questions.later", n=len(self.outlook.later))]
        words += (
            [self._say("answer", file=as_argument(self.assessment.file))]
            if self.assessment.file not in (None, "<stdin>")
            else []
        )
        return lines + (self._wrap("  ".join(words), _INDENT, _INDENT) if words else [])

    def _question(self, group: Sequence[Question], prospects: Sequence[Prospect]) -> list[str]:
        from .questions import asked_lines, members, path_of, question_text

        first = group[0]
        text = question_text(self.reading, group)
        about = members(self.reading, group, None if self.screen.full else _SUBJECTS_SHOWN)
        text = self._say("about", text=text, subjects=about) if about else text
        lines = self._wrap(text, _INDENT, _INDENT)
        reasons = [path_of(group)]
        reasons += [self._say("must")] if first.must_know else []
        if prospects and self.outlook is not None:
            from .questions import answer_lines

            for line in answer_lines(self.reading, self.outlook, prospects, full=self.screen.full):
                lines += self._wrap(line, _INDENT * 2, _INDENT * 2)
        elif first.codes:
            codes = ", ".join(first.codes[:_CODES_SHOWN])
            codes += f" (+{len(first.codes) - _CODES_SHOWN})" if len(first.codes) > _CODES_SHOWN else ""
            reasons.append(self._say("decides", codes=codes, severity=self._severity(first.severity)))
        for line in (*asked_lines(self.reading, group), "  ".join(reasons)):
            lines += self._wrap(line, _INDENT * 2, _INDENT * 2)
        return lines

    def _labelled(self, label: str, texts: Iterable[str], columns: int | None = None) -> list[str]:
        """Return texts as a block behind a label; every text starts on a line of its own."""
        lines: list[str] = []
        word = self._say(label)
        columns = columns or self.label_columns
        indent = _INDENT + " " * columns
        for text in texts:
            lines += self._wrap(text, indent, indent)
        head = _INDENT + word + " " * (columns - width(word))
        return [head + lines[0].removeprefix(indent), *lines[1:]]

    def _wrap(self, text: str, first: str, rest: str) -> list[str]:
        lines = wrapped(clean(text), max(20, self.screen.columns - len(rest)))
        return [first + lines[0], *(rest + line for line in lines[1:])]
