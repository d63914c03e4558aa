"""The tables of results: a row for each project, finding, missing answer and error, with columns that stay as they are."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from ...engine.assess.model import COUNTS, counts_of
from ...engine.assess.run import Brief
from ...engine.knowledge.model import KnowledgeBase
from ..words.names import Teller
from .entry import Entry, EntryTrouble
from .tally import Judged, obstacles, waits

CellValue: TypeAlias = "str | int | None"
ResultRow: TypeAlias = "tuple[CellValue, ...]"

COLUMNS: dict[str, tuple[str, ...]] = {
    "projects": (
        "id", "name", "phase", "verdict", "worst", "best", "due", "told", "blockers", "majors", "minors", "infos",
        "upcoming", "predictions", "strengths", "cannot_tell", "missing", "place", "standing", "obstacles", "waits",
        "first", "first_subject", "file", "row", "rules", "day", "either",
    ),
    "findings": ("project", "code", "subject", "severity", "kind", "title"),
    "unknown": ("project", "fact", "subject", "level", "label"),
    "errors": ("file", "row", "column", "head", "project", "value", "code", "problem", "cure"),
}  # fmt: skip
"""The columns of each table, in their order. They are public: see docs/screen.md. New ones come behind."""
NUMBERS = {*COUNTS, "due", "told", "cannot_tell", "missing", "obstacles", "waits", "row"}
"""The columns that hold whole numbers; all others hold texts."""
TEXTS = {"id", "name", "value", "problem", "cure"}
"""The columns whose texts are seldom said twice."""


class RowMaker:
    """Makes rows of results.

    Attributes:
        language: In which titles, labels, problems and cures are told.
    """

    def __init__(self, kb: KnowledgeBase, language: str, day: str) -> None:
        """Keep what all rows share."""
        self.kb, self.language, self.day = kb, language, day
        self.teller = Teller(kb, language)

    def titled(self, code: str, subject: str | None, label: str | None) -> str:
        """Return the title of a finding about a subject, which the project may call by a label."""
        return self._calling(subject, label).title(code, subject)

    def called(self, fact: str, subject: str | None, label: str | None) -> str:
        """Return what a fact of a subject is called."""
        return self._calling(subject, label).fact(fact, subject)

    def _calling(self, subject: str | None, label: str | None) -> Teller:
        return self.teller if label is None else Teller.naming(self.kb, self.language, {subject or "": label})

    def of(self, entry: Entry, brief: Brief) -> tuple[Judged, dict[str, list[ResultRow]]]:
        """Return one project, and its rows."""
        stops, facts = obstacles(brief), waits(brief)
        found = (one for one in brief.findings if one.kind == "finding")
        first = next(found, None) if brief.either is None else None
        row: ResultRow = (
            entry.id, brief.name, brief.phase, brief.verdict, *brief.verdict_range, brief.coverage.due, brief.coverage.told,
            *counts_of(brief.findings).values(), brief.cannot_tell, len(brief.missing), brief.place, brief.standing, len(stops), len(facts),
            first.code if first else None, first.subject if first else None, entry.file, entry.row, self.kb.version, self.day,
            brief.either,
        )  # fmt: skip
        findings: list[ResultRow] = [
            (entry.id, one.code, one.subject, one.severity, one.kind,
             self.titled(one.code, one.subject, brief.labels.get(one.subject or "")))
            for one in brief.findings
        ]  # fmt: skip
        unknown: list[ResultRow] = [
            (entry.id, *address, level, self.called(*address, brief.labels.get(address.subject or "")))
            for address, level in brief.pressing
        ]
        label = brief.labels.get(first.subject or "") if first is not None else None
        return Judged(as_object("projects", row), stops, facts, label), {
            "projects": [row], "findings": findings, "unknown": unknown,
        }  # fmt: skip

    def error(self, trouble: EntryTrouble) -> ResultRow:
        """Return the row of an error."""
        problem = trouble.problem
        cure = problem.cure[self.language] if problem.cure is not None else None
        return (
            trouble.file, trouble.row, trouble.column, trouble.head, trouble.id, trouble.value, problem.code,
            problem.message[self.language], cure,
        )  # fmt: skip


@cache
def arrow_schemas() -> dict[str, Any]:
    """Return the columns of each table with their types, as `engine.columnar` takes them."""
    from ...engine.columnar.store import schema_of

    return {name: schema_of(columns, NUMBERS, TEXTS) for name, columns in COLUMNS.items()}


def as_object(table: str, row: ResultRow) -> dict[str, Any]:
    """Return a row with the names of its columns."""
    return dict(zip(COLUMNS[table], row, strict=True))
