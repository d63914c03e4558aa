"""How many real projects a change of the rules concerns: each reviewed by the rules before and after."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from ..assess.model import Assessment
from ..assess.run import assess
from ..compiled import CompiledKnowledgeBase
from ..problems.problem import Problem, ProblemsError
from ..project.folder import project_files
from ..reading.document import read_document


class Moved(Struct, frozen=True):
    """A project that is not told the same by both.

    Attributes:
        before: What the old rules say; None where they cannot read it.
        after: What the new rules say; None where they cannot read it.
        problem: Why it cannot be read by one of them.
    """

    file: str
    before: Assessment | None
    after: Assessment | None
    problem: Problem | None = None


class Portfolio(Struct, frozen=True):
    """What a change does to real projects.

    Attributes:
        unread: Those that neither can read, with the first reason.
    """

    total: int
    moved: tuple[Moved, ...]
    unread: tuple[tuple[str, Problem], ...]


def over_portfolio(folder: Path, old: CompiledKnowledgeBase, new: CompiledKnowledgeBase, today: str) -> Portfolio:
    """Review each project of a folder and its subfolders by both rule bases."""
    files, _ = project_files(folder)
    moved: list[Moved] = []
    unread: list[tuple[str, Problem]] = []
    for path in files:
        before, after = (_read(path, kb, today) for kb in (old, new))
        if isinstance(before, Problem):
            if isinstance(after, Problem):
                unread.append((path.as_posix(), after))
            else:
                moved.append(Moved(path.as_posix(), None, after, before))
        elif isinstance(after, Problem):
            moved.append(Moved(path.as_posix(), before, None, after))
        elif told(before) != told(after):
            moved.append(Moved(path.as_posix(), before, after))
    return Portfolio(len(files), tuple(moved), tuple(unread))


def told(assessment: Assessment) -> tuple[str, Mapping[tuple[str, str | None], tuple[str, str]]]:
    """Return what counts as told: the verdict, and each finding with its kind and severity."""
    found = {(one.code, one.subject): (one.kind, one.severity) for one in assessment.findings}
    return assessment.verdict, found


def _read(path: Path, kb: CompiledKnowledgeBase, today: str) -> Assessment | Problem:
    try:
        return assess(read_document(path), kb, today=today, interpreter="evaluate")
    except ProblemsError as error:
        return error.problems[0]
