"""Candidate cities side by side: a page, text, Markdown, and the machine form, all from one view.

What stands beside what was decided in `engine.explain.comparison`; here it is put into words. No score and no rank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from ...engine.assess.model import SCHEMA_VERSION
from ...engine.compare.sides import FAMILY, Candidate, Cell, Comparison
from ...engine.knowledge.model import KnowledgeBase
from ...engine.project.address import source_and_id
from ...engine.whatif.changes import Change, as_assumption, as_json
from ..texts.cities import say
from ..texts.common import enumerate_words
from ..words.names import Teller, base_name, labels_of, without_subject, write_date
from ..words.verdict import missing_facts
from ..writers.blocks import Heading, Item, Paragraph, as_markdown, as_text
from ..writers.file import PAGE_MARKER
from ..writers.layout import as_argument, width
from ..writers.markup import cleaned, escape, html_environment
from ..writers.screen import GLYPHS, Screen

_MANY = 2
_NEXT = 2
"""Things to do next, beyond which no question is told."""
_LATE = "cultural"
"""The capital that grows later (III.2(6))."""


def comparison_view(comparison: Comparison, kb: KnowledgeBase, language: str) -> dict[str, Any]:
    """Return everything that a comparison shows, in one language and in reading order."""
    view: dict[str, Any] = cleaned(_View(comparison, kb, language).view())
    return view


def comparison_html(comparison: Comparison, kb: KnowledgeBase, language: str) -> str:
    """Return the comparison as a page that needs nothing else."""
    view = comparison_view(comparison, kb, language)
    return (
        html_environment()
        .get_template("compare.html.j2")
        .render(**view, marker=PAGE_MARKER, say=partial(say, language=language))
    )


def comparison_text(comparison: Comparison, kb: KnowledgeBase, language: str, screen: Screen) -> str:
    """Return the comparison as text for a terminal; the matrix where it fits, else a list for each capital."""
    view = comparison_view(comparison, kb, language)
    matrix = _matrix(view, screen)
    if not matrix:
        blocks = [*_opening(view, language), *_list(view), *_sums(view), *_others(view, language)]
        return as_text(blocks, screen)
    opening = as_text([*_opening(view, language), Heading(say("matrix", language))], screen)
    return opening + "\n".join(matrix) + "\n\n" + as_text([*_sums(view), *_others(view, language)], screen)


def comparison_markdown(comparison: Comparison, kb: KnowledgeBase, language: str) -> str:
    """Return the comparison as Markdown with tables."""
    view = comparison_view(comparison, kb, language)
    matrix = _table(
        [say("capitals.head", language), *(city["name"] for city in view["cities"])],
        [[row["name"], *(cell["text"] for cell in row["cells"])] for row in view["rows"]]
        + [[row["label"], *(" / ".join(parts) for parts in row["cells"])] for row in view["footer"]],
    )
    opening = as_markdown([*_opening(view, language), Heading(say("matrix", language))])
    closing = as_markdown(_others(view, language)).split("\n", 1)[1]
    return f"{opening}\n{matrix}\n{closing}"


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """Return the machine form of a comparison."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "comparison",
        "candidates": [_candidate(one) for one in comparison.candidates],
        "other_findings": [{"code": code, "outcomes": list(outcomes)} for code, outcomes in comparison.others],
    }


def _candidate(one: Candidate) -> dict[str, Any]:
    assessment = one.assessment
    return {
        "name": one.name,
        "population": one.population,
        "file": assessment.file,
        "sha256": assessment.sha256,
        "rules_version": assessment.knowledge_version,
        "today": assessment.today,
        "comparable": one.comparable,
        "capitals": {
            cell.member: {
                "state": cell.state,
                "outstanding_unknown": cell.outstanding_open,
                "gap": cell.gap,
                "plan": list(cell.plan),
                "centre": cell.centre,
                "codes": list(cell.codes),
            }
            for cell in one.cells
        },
        "outstanding": [cell.member for cell in one.outstanding],
        "gaps_without_plan": [cell.member for cell in one.unplanned],
        "not_assessed": [cell.member for cell in one.unassessed],
        "next": [{"code": finding.code, "subjects": list(one.subjects[finding.code])} for finding in one.actions],
    }


class _View:
    """One comparison in one language."""

    def __init__(self, comparison: Comparison, kb: KnowledgeBase, language: str) -> None:
        self.comparison = comparison
        self.candidates = comparison.candidates
        self.kb = kb
        self.language = language
        self.teller = Teller(kb, language)
        self.names = _distinct([one.name for one in self.candidates], self.candidates)

    def view(self) -> dict[str, Any]:
        first = self.candidates[0].assessment
        return {
            "language": self.language,
            "title": self._say("title", n=len(self.candidates)),
            "headline": self._headline(),
            "sentences": [self._sentence(name, one) for name, one in zip(self.names, self.candidates, strict=True)],
            "no_rank": self._say("no_rank"),
            "cities": [self._city(name, one) for name, one in zip(self.names, self.candidates, strict=True)],
            "rows": [self._row(index) for index in range(len(self.candidates[0].cells))],
            "footer": self._footer(),
            "others": [self._other(code, outcomes) for code, outcomes in self.comparison.others],
            "trials": list(self._trials()),
            "differing_rules": len(set(self.comparison.rules)) > 1,
            "foot": self._say("foot", rules=first.knowledge_version, date=write_date(first.today, self.language)),
            "version": first.product_version,
        }

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def _capitals(self, cells: Sequence[Cell]) -> str:
        if len(cells) > _MANY and len(cells) == len(self.candidates[0].cells):
            return self._say("capitals.all", n=len(cells))
        return self.teller.join([self._capital(cell.member) for cell in cells])

    def _capital(self, member: str) -> str:
        return self._say("capital", name=self.teller.subject(f"{FAMILY}/{member}"))

    def _headline(self) -> str:
        good = [
            name
            for name, one in zip(self.names, self.candidates, strict=True)
            if one.comparable and one.outstanding and all(cell.gap in ("none", "planned") for cell in one.cells)
        ]
        if good:
            return self._say("head.good", cities=self.teller.join(good))
        return self._say("head.open" if any(one.comparable for one in self.candidates) else "head.none")

    def _sentence(self, name: str, one: Candidate) -> str:
        if not one.comparable:
            return self._say("city.unassessed", city=name, capitals=self._capitals(one.unassessed))
        outstanding = self._say("outstanding.none")
        if one.outstanding:
            outstanding = self._say("outstanding.some", capitals=self._capitals(one.outstanding))
        elif any(cell.outstanding_open for cell in one.cells):
            outstanding = self._say("outstanding.open")
        gaps = self._say("gaps.none")
        for gap in ("unplanned", "unknown", "planned"):
            cells = [cell for cell in one.cells if cell.gap == gap]
            if cells:
                gaps = self._say(f"gaps.{gap}", capitals=self._capitals(cells))
                break
        return self._say("city", city=name, outstanding=outstanding, gaps=gaps)

    def _city(self, name: str, one: Candidate) -> dict[str, Any]:
        population = f"{int(one.population):,}" if isinstance(one.population, (int, float)) else ""
        return {
            "name": name,
            "note": self._say("population", n=population) if population else "",
            "file": base_name(one.assessment.file),
        }

    def _row(self, index: int) -> dict[str, Any]:
        member = self.candidates[0].cells[index].member
        return {
            "name": self.teller.subject(f"{FAMILY}/{member}"),
            "note": self._say("later") if member == _LATE else "",
            "cells": [self._cell(one.cells[index]) for one in self.candidates],
        }

    def _cell(self, cell: Cell) -> dict[str, Any]:
        state = self._say(f"state.{cell.state}")
        notes = []
        if cell.outstanding_open:
            notes.append(self._say("outstanding_open"))
        if cell.gap == "unplanned":
            notes.append(self._say("unplanned"))
        elif cell.gap == "planned":
            notes.append(self.teller.value(f"{FAMILY}.*.complement", list(cell.plan)))
        elif cell.gap == "unknown" and cell.state in ("absent", "thin"):
            notes.append(self._say("plan_unknown"))
        if cell.centre:
            notes.append(self._say("centre"))
        comma = "、" if self.language == "ja" else ", "
        unknown = cell.state in ("not_assessed", "unknown")
        return {
            "state": cell.state,
            "word": state,
            "notes": comma.join(notes),
            "text": self._say("cell", state=state, notes=comma.join(notes)) if notes else state,
            "glyph": GLYPHS["unknown"] if unknown else "",
            "mark": GLYPHS["major"] if cell.gap == "unplanned" else GLYPHS["centre"] if cell.centre else "",
            "unplanned": cell.gap == "unplanned",
            "unknown": unknown,
            "codes": list(cell.codes),
        }

    def _footer(self) -> list[dict[str, Any]]:
        def counted(cells: Sequence[Cell], *, more: bool = False) -> str:
            """Say how many; `more` when there may be others, so that nothing found is not told as none."""
            if not cells:
                return self._say("zero.open" if more else "zero")
            names = [self.teller.subject(f"{FAMILY}/{cell.member}") for cell in cells]
            key = "counted.open" if more else "counted"
            return self._say(key, n=len(cells), capitals=self.teller.join(names))

        def outstanding(one: Candidate) -> str:
            more = bool(one.unassessed) or any(cell.outstanding_open for cell in one.cells)
            return counted(one.outstanding, more=more)

        def unplanned(one: Candidate) -> str:
            return counted(one.unplanned, more=any(cell.gap == "unknown" for cell in one.cells))

        def comparable(one: Candidate) -> str:
            return self._say(f"comparable.{'yes' if one.comparable else 'no'}")

        rows: list[tuple[str, list[list[str]]]] = [
            ("verdict", [[self.teller.verdict(one.assessment.verdict)] for one in self.candidates]),
            ("outstanding", [[outstanding(one)] for one in self.candidates]),
            ("unplanned", [[unplanned(one)] for one in self.candidates]),
            ("unassessed", [[counted(one.unassessed)] for one in self.candidates]),
            ("comparable", [[comparable(one)] for one in self.candidates]),
            ("next", [self._next(one) for one in self.candidates]),
        ]
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
                    city=name,
                    capital=self._capital(source_and_id(subject or "")[1]),
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


def _opening(view: dict[str, Any], language: str) -> Iterator[Heading | Paragraph | Item]:
    yield Heading(f"{say('kind', language)}: {view['title']}" if language == "en" else view["title"], 1)
    yield Paragraph(view["headline"], strong=True)
    yield from (Paragraph(sentence) for sentence in view["sentences"])
    yield Paragraph(view["no_rank"])
    if view["differing_rules"]:
        yield Paragraph(say("rules.differ", language), strong=True)


def _list(view: dict[str, Any]) -> Iterator[Heading | Paragraph | Item]:
    for row in view["rows"]:
        cells = tuple((city["name"], (cell["text"],)) for city, cell in zip(view["cities"], row["cells"], strict=True))
        yield Item(row["name"], rows=cells)


def _sums(view: dict[str, Any]) -> Iterator[Heading | Paragraph | Item]:
    for row in view["footer"]:
        cells = tuple((city["name"], tuple(parts)) for city, parts in zip(view["cities"], row["cells"], strict=True))
        yield Item(row["label"], rows=cells)


def _others(view: dict[str, Any], language: str) -> Iterator[Heading | Paragraph | Item]:
    yield Heading(say("others", language))
    if not view["others"]:
        yield Paragraph(say("others.none", language))
    else:
        yield Paragraph(say("others.note", language))
    for other in view["others"]:
        cells = tuple(
            (city["name"], (cell["word"],)) for city, cell in zip(view["cities"], other["cells"], strict=True)
        )
        yield Item(f"{other['code']} {other['title']}", other["severity"], other["word"], rows=cells)
    if view["trials"]:
        yield Heading(say("trials", language))
        for trial in view["trials"]:
            yield Paragraph(trial["text"])
            yield Paragraph(trial["set"], code=True)
    yield Paragraph(view["foot"])


def _matrix(view: dict[str, Any], screen: Screen) -> list[str]:
    """Return the matrix as aligned lines of words alone; nothing where it does not fit."""
    head = ["", *(city["name"] for city in view["cities"])]
    lines = [head, *([row["name"], *(cell["text"] for cell in row["cells"])] for row in view["rows"])]
    columns = [max(width(line[index]) for line in lines) + 2 for index in range(len(head))]
    if sum(columns) > screen.columns:
        return []
    return [
        "".join(text + " " * (column - width(text)) for text, column in zip(line, columns, strict=True)).rstrip()
        for line in lines
    ]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(text if text == "---" else escape(text) for text in line) + " |" for line in lines
    )
