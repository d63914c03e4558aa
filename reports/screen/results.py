"""The tables of results: a row for each project, finding, missing answer and error, with columns that stay as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

from ...engine.knowledge.model import KnowledgeBase
from ..words.names import Teller
from .entry import Trouble
from .judging import Judged
from .tally import obstacles, waits

Cell: TypeAlias = "str | int | None"
Row: TypeAlias = "tuple[Cell, ...]"

COLUMNS: dict[str, tuple[str, ...]] = {
    "projects": (
        "id", "name", "phase", "verdict", "worst", "best", "due", "told", "blockers", "majors", "minors", "infos",
        "upcoming", "predictions", "strengths", "cannot_tell", "missing", "place", "standing", "obstacles", "waits",
        "first", "first_subject", "file", "row", "rules", "day",
    ),
    "findings": ("project", "code", "subject", "severity", "kind", "title"),
    "unknown": ("project", "fact", "subject", "level", "label"),
    "errors": ("file", "row", "column", "head", "project", "value", "code", "problem", "cure"),
}  # fmt: skip
"""The columns of each table, in their order. They are public: see docs/screen.md. New ones come behind."""
COUNTS: dict[str, tuple[str, str | None]] = {
    "blockers": ("finding", "blocker"), "majors": ("finding", "major"), "minors": ("finding", "minor"),
    "infos": ("finding", "info"), "upcoming": ("upcoming", None), "predictions": ("prediction", None),
    "strengths": ("strength", None),
}  # fmt: skip
"""The columns that count findings: of which kind, and of which severity (None: of any)."""
NUMBERS = {*COUNTS, "due", "told", "cannot_tell", "missing", "obstacles", "waits", "row"}
"""The columns that hold whole numbers; all others hold texts."""


class Rows:
    """Makes rows of results.

    Attributes:
        language: In which titles, labels, problems and cures are told.
    """

    def __init__(self, kb: KnowledgeBase, language: str, day: str) -> None:
        """Keep what all rows share."""
        self.kb, self.language, self.day = kb, language, day
        self.teller = Teller(kb, language)

    def of(self, judged: Judged) -> Iterator[tuple[str, Row]]:
        """Yield the rows of one project, each with its table."""
        entry, brief = judged.entry, judged.brief
        yield "projects", self.project(judged)
        teller = Teller(self.kb, self.language, {name: {"en": one, "ja": one} for name, one in brief.labels.items()})
        for one in brief.findings:
            yield "findings", (
                entry.id, one.code, one.subject, one.severity, one.kind, teller.title(one.code, one.subject),
            )  # fmt: skip
        for address, level in brief.pressing.items():
            label = teller.fact(address.fact, address.subject)
            yield "unknown", (entry.id, address.fact, address.subject, level, label)

    def project(self, judged: Judged) -> Row:
        """Return the row of a project."""
        entry, brief = judged.entry, judged.brief
        found = Counter((one.kind, one.severity) for one in brief.findings)
        counts = [
            sum(number for (is_kind, weight), number in found.items() if is_kind == kind and severity in (None, weight))
            for kind, severity in COUNTS.values()
        ]
        first = next((one for one in brief.findings if one.kind == "finding"), None)
        return (
            entry.id, brief.name, brief.phase, brief.verdict, *brief.verdict_range, brief.coverage.due, brief.coverage.told,
            *counts, brief.cannot_tell, len(brief.missing), brief.place, brief.standing, len(obstacles(brief)),
            len(waits(brief)), first.code if first else None, first.subject if first else None, entry.file, entry.row,
            self.kb.version, self.day,
        )  # fmt: skip

    def error(self, trouble: Trouble) -> Row:
        """Return the row of an error."""
        problem = trouble.problem
        cure = problem.cure[self.language] if problem.cure is not None else None
        return (
            trouble.file, trouble.row, trouble.column, trouble.head, trouble.id, trouble.value, problem.code,
            problem.message[self.language], cure,
        )  # fmt: skip


def as_object(table: str, row: Row) -> dict[str, Any]:
    """Return a row with the names of its columns."""
    return dict(zip(COLUMNS[table], row, strict=True))
