"""Projects side by side: a page, text, Markdown, and the machine form, all from one view.

What stands beside what was decided in `engine.compare.sides`; here it is put into words, in those of the knowledge base
where it has some. No score and no rank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeAlias

from ...engine.assess.ledger import Row as Member
from ...engine.assess.model import SCHEMA_VERSION
from ...engine.compare.sides import Candidate, Comparison
from ...engine.knowledge.model import KnowledgeBase
from ...engine.project.address import source_and_id
from ...engine.whatif.changes import Change, as_assumption, as_json
from ..texts import enumerate_words, filled, joined, say
from ..words.names import Teller, base_name, labels_of, without_subject, write_date
from ..words.verdict import missing_facts
from ..writers.blocks import Block, Group, Heading, Item, Paragraph, Report, Row, Span, Table, Words
from ..writers.layout import as_argument
from ..writers.markup import cleaned
from ..writers.screen import GLYPHS, Screen

Say: TypeAlias = "Callable[..., str]"
"""Says a text by its key, in the language of the report and the words of the knowledge base."""

_MANY = 2
_NEXT = 2
"""Things to do next, beyond which no question is told."""
_TINTS = 4


def comparison_view(comparison: Comparison, kb: KnowledgeBase, language: str) -> dict[str, Any]:
    """Return everything that a comparison shows, in one language and in reading order."""
    view: dict[str, Any] = cleaned(_View(comparison, kb, language).view())
    return view


def comparison_report(comparison: Comparison, kb: KnowledgeBase, language: str) -> Report:
    """Return the comparison as blocks."""
    view, speak = comparison_view(comparison, kb, language), partial(_say, language=language, kb=kb)
    return Report(view["title"], speak("kind"), language, tuple(_blocks(view, speak)), view["version"])


def comparison_html(comparison: Comparison, kb: KnowledgeBase, language: str) -> str:
    """Return the comparison as a page that needs nothing else."""
    from ..writers.page import as_html

    return as_html(comparison_report(comparison, kb, language))


def comparison_text(comparison: Comparison, kb: KnowledgeBase, language: str, screen: Screen) -> str:
    """Return the comparison as text for a terminal; its tables where they fit, else a list of their rows."""
    from ..writers.text import as_text

    report = comparison_report(comparison, kb, language)
    return as_text((Heading(report.title, 1), *report.blocks), screen)


def comparison_markdown(comparison: Comparison, kb: KnowledgeBase, language: str) -> str:
    """Return the comparison as Markdown with tables."""
    from ..writers.page import as_markdown

    report = comparison_report(comparison, kb, language)
    return as_markdown((Heading(report.title, 1), *report.blocks))


def comparison_document(comparison: Comparison, kb: KnowledgeBase) -> dict[str, Any]:
    """Return the machine form of a comparison; what the knowledge base compares is named as its vocabulary names it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "comparison",
        "candidates": [_candidate(one, kb) for one in comparison.candidates],
        "other_findings": [{"code": code, "outcomes": list(outcomes)} for code, outcomes in comparison.others],
    }


def _candidate(one: Candidate, kb: KnowledgeBase) -> dict[str, Any]:
    assessment, compared = one.assessment, kb.presentation.comparison
    ledger = kb.presentation.ledger(compared.family)
    size = {} if compared.size is None else {compared.size.rpartition(".")[2]: one.size}
    found: dict[str, Any] = {
        "name": one.name,
        **size,
        "file": assessment.file,
        "sha256": assessment.sha256,
        "rules_version": assessment.knowledge_version,
        "today": assessment.today,
    }
    if ledger is not None:
        best = next(iter(kb.vocabulary.concepts[ledger.state].values))
        found["comparable"] = one.comparable
        found[ledger.family] = {
            row.member: {
                "state": _state(row),
                f"{best}_unknown": row.best_open,
                "gap": row.gap,
                "plan": list(row.plan or ()),
                "centre": row.centre,
                "codes": list(row.codes),
            }
            for row in one.rows
        }
        found[best] = [row.member for row in one.best]
        found["gaps_without_plan"] = [row.member for row in one.unplanned]
        found["not_assessed"] = [row.member for row in one.unassessed]
    found["next"] = [{"code": finding.code, "subjects": list(one.subjects[finding.code])} for finding in one.actions]
    return found


def _state(row: Member) -> str:
    """Return the state of a member; `not_assessed` where the project says so, `unknown` where it says nothing."""
    return row.state or ("not_assessed" if row.looked is False else "unknown")


class _View:
    """One comparison in one language."""

    def __init__(self, comparison: Comparison, kb: KnowledgeBase, language: str) -> None:
        self.comparison = comparison
        self.candidates = comparison.candidates
        self.kb = kb
        self.language = language
        self.teller = Teller(kb, language)
        self.names = _distinct([one.name for one in self.candidates], self.candidates)
        self.ledger = kb.presentation.ledger(kb.presentation.comparison.family)
        self.states = list(kb.vocabulary.concepts[self.ledger.state].values) if self.ledger is not None else []

    def view(self) -> dict[str, Any]:
        first = self.candidates[0].assessment
        both = list(zip(self.names, self.candidates, strict=True))
        return {
            "language": self.language,
            "title": self._say("title", n=len(self.candidates)),
            "headline": self._headline(),
            "sentences": [self._sentence(name, one) for name, one in both if self.ledger is not None or self._differ()],
            "no_rank": self._say("no_rank"),
            "member": self._say("member"),
            "legend": self._say("legend") if self.ledger is not None else "",
            "places": [self._place(name, one) for name, one in both],
            "rows": [self._row(index) for index in range(len(self.candidates[0].rows))],
            "footer": self._footer(),
            "others": [self._other(code, outcomes) for code, outcomes in self.comparison.others],
            "others_note": self._say("others.note") if "others.note" in self.kb.presentation.comparison.texts else "",
            "trials": list(self._trials()),
            "differing_rules": len(set(self.comparison.rules)) > 1,
            "foot": self._say("foot", rules=first.knowledge_version, date=write_date(first.today, self.language)),
            "version": first.product_version,
        }

    def _say(self, key: str, **values: object) -> str:
        return _say(key, self.language, self.kb, **values)

    def _members(self, told: Sequence[Member]) -> str:
        if len(told) > _MANY and len(told) == len(self.candidates[0].rows):
            return self._say("all", n=len(told))
        return self.teller.join([self._say("one", name=self._name(row.member)) for row in told])

    def _name(self, member: str) -> str:
        return self.teller.subject(f"{self.kb.presentation.comparison.family}/{member}")

    def _headline(self) -> str:
        if self.ledger is None:
            verdict = self.teller.verdict(self.candidates[0].assessment.verdict)
            return self._say("head.differ") if self._differ() else self._say("head.same", verdict=verdict)
        good = [
            name
            for name, one in zip(self.names, self.candidates, strict=True)
            if one.comparable and one.best and all(row.gap in ("none", "planned") for row in one.rows)
        ]
        if good:
            return self._say("head.good", places=self.teller.join(good))
        return self._say("head.open" if any(one.comparable for one in self.candidates) else "head.none")

    def _differ(self) -> bool:
        return len({one.assessment.verdict for one in self.candidates}) > 1

    def _sentence(self, name: str, one: Candidate) -> str:
        if self.ledger is None:
            return self._say("verdict.of", place=name, verdict=self.teller.verdict(one.assessment.verdict))
        if not one.comparable:
            return self._say("unassessed", place=name, members=self._members(one.unassessed))
        best = self._say("best.none")
        if one.best:
            best = self._say("best.some", members=self._members(one.best))
        elif any(row.best_open for row in one.rows):
            best = self._say("best.open")
        gaps = self._say("gaps.none")
        for gap in ("unplanned", "unknown", "planned"):
            told = [row for row in one.rows if row.gap == gap]
            if told:
                gaps = self._say(f"gaps.{gap}", members=self._members(told))
                break
        return self._say("place", place=name, best=best, gaps=gaps)

    def _place(self, name: str, one: Candidate) -> dict[str, Any]:
        size = f"{int(one.size):,}" if isinstance(one.size, (int, float)) else ""
        return {
            "name": name,
            "note": self._say("size", n=size) if size else "",
            "file": base_name(one.assessment.file),
        }

    def _row(self, index: int) -> dict[str, Any]:
        member = self.candidates[0].rows[index].member
        return {
            "name": self._name(member),
            "note": self._say("late") if member == self.kb.presentation.comparison.late else "",
            "cells": [self._cell(one.rows[index]) for one in self.candidates],
        }

    def _cell(self, row: Member) -> dict[str, Any]:
        assert self.ledger is not None
        state = self._word(row)
        notes = []
        if row.best_open:
            notes.append(self._say("best_open"))
        if row.gap == "unplanned":
            notes.append(self._say("unplanned"))
        elif row.gap == "planned":
            notes.append(self.teller.value(self.ledger.plan, list(row.plan or ())))
        elif row.gap == "unknown" and row.missing:
            notes.append(self._say("plan_unknown"))
        if row.centre:
            notes.append(self._say("centre"))
        told = joined(notes, self.language)
        return {
            "state": _state(row),
            "tint": self._tint(row),
            "word": state,
            "notes": told,
            "text": self._say("cell", state=state, notes=told) if notes else state,
            "glyph": "" if row.known else GLYPHS["unknown"],
            "mark": "major" if row.gap == "unplanned" else "centre" if row.centre else "",
            "unplanned": row.gap == "unplanned",
            "unknown": not row.known,
            "codes": list(row.codes),
        }

    def _word(self, row: Member) -> str:
        if row.state is not None and self.ledger is not None:
            concept = self.kb.vocabulary.concepts[self.ledger.state]
            return concept.values[row.state][self.language] if row.state in concept.values else row.state
        return self._say("not_looked" if row.looked is False else "state.unknown")

    def _tint(self, row: Member) -> str:
        """Return how dark a cell is: the better the state, the darker; `open` where it is not known."""
        if row.state not in self.states:
            return "open"
        steps = len(self.states) - 1
        return str(round((steps - self.states.index(row.state)) * (_TINTS - 1) / max(steps, 1)))

    def _footer(self) -> list[dict[str, Any]]:
        def counted(told: Sequence[Member], *, more: bool = False) -> str:
            """Say how many; `more` when there may be others, so that nothing found is not told as none."""
            if not told:
                return self._say("zero.open" if more else "zero")
            names = [self._name(row.member) for row in told]
            key = "counted.open" if more else "counted"
            return self._say(key, n=len(told), members=self.teller.join(names))

        def best(one: Candidate) -> str:
            more = bool(one.unassessed) or any(row.best_open for row in one.rows)
            return counted(one.best, more=more)

        def unplanned(one: Candidate) -> str:
            return counted(one.unplanned, more=any(row.gap == "unknown" for row in one.rows))

        def comparable(one: Candidate) -> str:
            return self._say(f"comparable.{'yes' if one.comparable else 'no'}")

        rows: list[tuple[str, list[list[str]]]] = [
            ("verdict", [[self.teller.verdict(one.assessment.verdict)] for one in self.candidates]),
        ]
        if self.ledger is not None:
            rows += [
                ("best", [[best(one)] for one in self.candidates]),
                ("unplanned", [[unplanned(one)] for one in self.candidates]),
                ("unassessed", [[counted(one.unassessed)] for one in self.candidates]),
                ("comparable", [[comparable(one)] for one in self.candidates]),
            ]
        rows.append(("next", [self._next(one) for one in self.candidates]))
        return [{"key": key, "label": self._say(f"row.{key}"), "cells": cells} for key, cells in rows]

    def _next(self, one: Candidate) -> list[str]:
        parts = []
        labels = Teller(self.kb, self.language, labels_of(one.assessment.elements))
        for finding in one.actions:
            advice = finding.advice[self.language]
            subjects = one.subjects[finding.code]
            if subjects:
                advice = self._say("next.about", subjects=labels.subjects(subjects), advice=advice)
            parts.append(self._say("next.coded", advice=advice, code=finding.code))
        missing = missing_facts(one.assessment, self.kb, self.language)
        if missing:
            parts.append(self._say("next.missing", facts=self.teller.join(missing)))
        told = {fact for fact, _ in one.assessment.missing}
        asked = [question for question in one.asked if question.fact not in told]
        if asked and len(parts) < _NEXT:
            text = self._say("next.ask", question=asked[0].text[self.language])
            named = labels.subjects([question.subject for question in asked if question.subject is not None])
            parts.append(self._say("next.about", subjects=named, advice=text))
        return parts or [self._say("next.none")]

    def _other(self, code: str, outcomes: Sequence[str]) -> dict[str, Any]:
        rule = self.kb.rule(code)
        severity = rule.severities[0].severity
        return {
            "code": code,
            "title": without_subject(rule.title[self.language], rule, self.kb, self.language),
            "severity": severity,
            "word": self.teller.severity(severity),
            "glyph": GLYPHS[severity],
            "cells": [{"word": self._say(f"outcome.{one}"), "kind": one} for one in outcomes],
        }

    def _trials(self) -> Iterator[dict[str, str]]:
        for name, one in zip(self.names, self.candidates, strict=True):
            if one.trial is None:
                continue
            (fact, subject), value = one.trial.fact, one.trial.value
            change = Change(fact, subject, value, 0)
            codes = list(dict.fromkeys(reported.code for reported in one.trial.cleared))
            yield {
                "text": self._say(
                    "trial" if codes else "trial.nothing",
                    place=name,
                    member=self._say("one", name=self._name(source_and_id(subject or "")[1])),
                    value=self.teller.value(fact, as_json(value)),
                    **({"codes": enumerate_words(codes, self.language)} if codes else {}),
                ),
                "set": f"--set {as_argument(as_assumption(change, self.kb))}",
            }


def _distinct(names: Sequence[str], candidates: Sequence[Candidate]) -> list[str]:
    """Return names of which no two are alike: variants of one city get the file's name, or a number."""
    found = []
    for number, (name, one) in enumerate(zip(names, candidates, strict=True), 1):
        alike = names.count(name) > 1
        found.append(f"{name} ({base_name(one.assessment.file) or number})" if alike else name)
    return [f"{name} [{number}]" if found.count(name) > 1 else name for number, name in enumerate(found, 1)]


def _blocks(view: dict[str, Any], speak: Say) -> Iterator[Block]:
    opening: list[Block] = [Heading(view["headline"]), *(Item(sentence) for sentence in view["sentences"])]
    opening.append(Paragraph(view["no_rank"], soft=True))
    if view["differing_rules"]:
        opening.append(Paragraph(speak("rules.differ"), strong=True))
    yield Group("verdict", tuple(opening))
    places = tuple(place["name"] for place in view["places"])
    if view["rows"]:
        yield Heading(speak("matrix"))
        noted = (
            speak("place.noted", place=one["name"], note=one["note"]) if one["note"] else one["name"]
            for one in view["places"]
        )
        rows = tuple(_state_row(row) for row in view["rows"])
        yield Table(speak("matrix"), (view["member"], *noted), rows, kind="sides")
        yield Group("legend", (Paragraph(view["legend"], soft=True),))
    sums = tuple(Row((row["label"], *(list(parts) for parts in row["cells"]))) for row in view["footer"])
    yield Heading(speak("sums"))
    yield Table(speak("sums"), (speak("point"), *places), sums, kind="sides")
    yield Heading(speak("others"))
    if view["others"]:
        yield from [Paragraph(view["others_note"], soft=True)] if view["others_note"] else []
        yield Table(
            speak("others"), (speak("finding"), *places), tuple(map(_other_row, view["others"])), kind="sides findings"
        )
    else:
        yield Paragraph(speak("others.none"))
    if view["trials"]:
        yield Heading(speak("trials"))
        for trial in view["trials"]:
            yield Paragraph(trial["text"])
            yield Paragraph(trial["set"], code=True)
    yield Group("foot", (Paragraph(view["foot"], soft=True),))


def _state_row(row: dict[str, Any]) -> Row:
    """Return a row of the matrix: each state in words, darker the better it is."""
    cells: list[Words] = []
    tones = [""]
    for cell in row["cells"]:
        words = Span(cell["word"], "sign", "unknown") if cell["glyph"] else Span(cell["word"], "strong")
        notes = Span(cell["notes"], "sign", cell["mark"]) if cell["mark"] else Span(cell["notes"])
        cells.append((words, notes) if cell["notes"] else (words,))
        tones.append(f"tint s-{cell['tint']}" + (" unplanned" if cell["unplanned"] else ""))
    name = (row["name"], *([Span(row["note"], "soft")] if row["note"] else []))
    return Row((name, *cells), tuple(tones))


def _other_row(other: dict[str, Any]) -> Row:
    title = (Span(other["word"], "sign", other["severity"]), other["title"], Span(other["code"], "ref"))
    tones = ("", *(f"outcome {cell['kind']}" for cell in other["cells"]))
    return Row((title, *(cell["word"] for cell in other["cells"])), tones)


def _say(key: str, language: str, kb: KnowledgeBase, **values: object) -> str:
    """Return a text of the comparison: in the knowledge base's own words, else in general ones."""
    own = kb.presentation.comparison.texts.get(key)
    return say(f"compare.{key}", language, **values) if own is None else filled(own[language], values)
