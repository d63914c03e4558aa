"""What is wrong in tables, as the tests of them look at it."""

from __future__ import annotations

from pathlib import Path

from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.screen.entry import EntryTrouble
from advise.reports.screen.intake import Intake


def screened(kb: CompiledKnowledgeBase, *paths: Path) -> tuple[list[str], list[EntryTrouble], Intake]:
    """Return the projects that can be judged, and all that is wrong."""
    intake = Intake(kb)
    intake.look(list(paths))
    good: list[str] = []
    bad: list[EntryTrouble] = []
    for entry in intake.entries():
        project, wrong = entry.read(kb)
        good += [entry.id] if project is not None else []
        bad += wrong
    return good, [*bad, *intake.troubles], intake


def only(troubles: list[EntryTrouble]) -> EntryTrouble:
    """Return what is wrong, which is one thing, with a cure."""
    [trouble] = troubles
    assert trouble.problem.cure is not None
    assert all(trouble.problem.cure.values())
    return trouble
