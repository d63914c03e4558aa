"""Projects side by side: a page, text, Markdown, and the machine form, all from one view.

What stands beside what was decided in `engine.compare.sides`; here it is put into words, in those of the knowledge base
where it has some. No score and no rank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeAlias

from ...engine.assess.ledger import Row
from ...engine.assess.model import SCHEMA_VERSION
from ...engine.compare.sides import Candidate, Comparison
from ...engine.knowledge.model import KnowledgeBase
from ...engine.project.address import source_and_id
from ...engine.whatif.changes import Change, as_assumption, as_json
from ..texts.common import enumerate_words
from ..texts.comparison import say
from ..words.names import Teller, base_name, labels_of, without_subject, write_date
from ..words.verdict import missing_facts
from ..writers.blocks import Heading, Item, Paragraph, as_markdown, as_text
from ..writers.file import PAGE_MARKER
from ..writers.layout import as_argument, width
from ..writers.markup import cleaned, escape, html_environment
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


def comparison_html(comparison: Comparison, kb: KnowledgeBase, language: str) -> str:
    """Return the comparison as a page that needs nothing else."""
    view, speak = comparison_view(comparison, kb, language), partial(say, language=language, kb=kb)
    return html_environment().get_template("compare.html.j2").render(**view, marker=PAGE_MARKER, say=speak)


def comparison_text(comparison: Comparison, kb: KnowledgeBase, language: str, screen: Screen) -> str:
    """Return the comparison as text for a terminal; the matrix where it fits, else a list for each of its rows."""
    view, speak = comparison_view(comparison, kb, language), partial(say, language=language, kb=kb)
    matrix = _matrix(view, screen) if view["rows"] else []
    if not matrix:
        return as_text([*_opening(view, speak), *_list(view), *_sums(view), *_others(view, speak)], screen)
    opening = as_text([*_opening(view, speak), Heading(speak("matrix"))], screen)
    return opening + "\n".join(matrix) + "\n\n" + as_text([*_sums(view), *_others(view, speak)], screen)


def comparison_markdown(comparison: Comparison, kb: KnowledgeBase, language: str) -> str:
    """Return the comparison as Markdown with tables."""
    view, speak = comparison_view(comparison, kb, language), partial(say, language=language, kb=kb)
    matrix = _table(
        [view["member"], *(place["name"] for place in view["places"])],
        [[row["name"], *(cell["text"] for cell in row["cells"])] for row in view["rows"]]
        + [[row["label"], *(" / ".join(parts) for parts in row["cells"])] for row in view["footer"]],
    )
    opening = as_markdown([*_opening(view, speak), Heading(speak("matrix"))])
    closing = as_markdown(_others(view, speak)).split("\n", 1)[1]
    return f"{opening}\n{matrix}\n{closing}"


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


def _state(row: Row) -> str:
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
        return say(key, self.language, self.kb, **values)

    def _members(self, told: Sequence[Row]) -> str:
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

    def _cell(self, row: Row) -> dict[str, Any]:
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
        comma = "、" if self.language == "ja" else ", "
        return {
            "state": _state(row),
            "tint": self._tint(row),
            "word": state,
            "notes": comma.join(notes),
            "text": self._say("cell", state=state, notes=comma.join(notes)) if notes else state,
            "glyph": "" if row.known else GLYPHS["unknown"],
            "mark": GLYPHS["major"] if row.gap == "unplanned" else GLYPHS["centre"] if row.centre else "",
            "unplanned": row.gap == "unplanned",
            "unknown": not row.known,
            "codes": list(row.codes),
        }

    def _word(self, row: Row) -> str:
        if row.state is not None and self.ledger is not None:
            concept = self.kb.vocabulary.concepts[self.ledger.state]
            return concept.values[row.state][self.language] if row.state in concept.values else row.state
        return self._say("not_looked" if row.looked is False else "state.unknown")

    def _tint(self, row: Row) -> str:
        """Return how dark a cell is: the better the state, the darker; `open` where it is not known."""
        if row.state not in self.states:
            return "open"
        steps = len(self.states) - 1
        return str(round((steps - self.states.index(row.state)) * (_TINTS - 1) / max(steps, 1)))

    def _footer(self) -> list[dict[str, Any]]:
        def counted(told: Sequence[Row], *, more: bool = False) -> str:
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


def _opening(view: dict[str, Any], speak: Say) -> Iterator[Heading | Paragraph | Item]:
    yield Heading(f"{speak('kind')}: {view['title']}" if view["language"] == "en" else view["title"], 1)
    yield Paragraph(view["headline"], strong=True)
    yield from (Paragraph(sentence) for sentence in view["sentences"])
    yield Paragraph(view["no_rank"])
    if view["differing_rules"]:
        yield Paragraph(speak("rules.differ"), strong=True)


def _list(view: dict[str, Any]) -> Iterator[Heading | Paragraph | Item]:
    for row in view["rows"]:
        cells = tuple(
            (place["name"], (cell["text"],)) for place, cell in zip(view["places"], row["cells"], strict=True)
        )
        yield Item(row["name"], rows=cells)


def _sums(view: dict[str, Any]) -> Iterator[Heading | Paragraph | Item]:
    for row in view["footer"]:
        cells = tuple((place["name"], tuple(parts)) for place, parts in zip(view["places"], row["cells"], strict=True))
        yield Item(row["label"], rows=cells)


def _others(view: dict[str, Any], speak: Say) -> Iterator[Heading | Paragraph | Item]:
    yield Heading(speak("others"))
    if not view["others"]:
        yield Paragraph(speak("others.none"))
    else:
        yield from [Paragraph(view["others_note"])] if view["others_note"] else []
    for other in view["others"]:
        cells = tuple(
            (place["name"], (cell["word"],)) for place, cell in zip(view["places"], other["cells"], strict=True)
        )
        yield Item(f"{other['code']} {other['title']}", other["severity"], other["word"], rows=cells)
    if view["trials"]:
        yield Heading(speak("trials"))
        for trial in view["trials"]:
            yield Paragraph(trial["text"])
            yield Paragraph(trial["set"], code=True)
    yield Paragraph(view["foot"])


def _matrix(view: dict[str, Any], screen: Screen) -> list[str]:
    """Return the matrix as aligned lines of words alone; nothing where it does not fit."""
    head = ["", *(place["name"] for place in view["places"])]
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
