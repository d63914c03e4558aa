"""Where many projects stand, one page for all: what is found of each file, and the page of what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from .screen import NO_PROJECT
from .session import Session

if TYPE_CHECKING:
    from ...engine.compiled import CompiledKnowledgeBase
    from ..screen.entry import EntryTrouble
    from ..screen.tally import Judged


class FileStanding(Struct, frozen=True):
    """What was found of the project in a file.

    Attributes:
        judged: Where it stands; None where it could not be judged.
        troubles: Why not.
    """

    judged: Judged | None
    troubles: tuple[EntryTrouble, ...]

    @property
    def is_none(self) -> bool:
        """Whether it is none: advise wrote the file itself."""
        return any(one.problem.code in NO_PROJECT for one in self.troubles[:1])


def standings(session: Session, kb: CompiledKnowledgeBase, paths: Sequence[Path]) -> dict[Path, FileStanding]:
    """Judge the projects of some files, as `screen` does."""
    from ...engine.project.ids import one_form
    from ...engine.reading.encoding import name_of
    from ..screen.intake import Intake
    from ..screen.judging import blocks
    from ..screen.results import RowMaker

    if not paths:
        return {}
    first = {one_form(path.stem): path for path in reversed(paths)}
    alone = [path for path in paths if first[one_form(path.stem)] == path]  # who has another one's id is judged, too
    intake, rows = Intake(kb), RowMaker(kb, session.language, session.day)
    troubles: list[EntryTrouble] = []
    intake.look(alone)
    judged = {one.cells["file"]: one for block in blocks(intake, kb, rows, troubles) for one in block.judged}
    wrong: dict[str, tuple[EntryTrouble, ...]] = {}
    for one in (*troubles, *intake.troubles):
        wrong[one.file] = *wrong.get(one.file, ()), one
    found = {path: FileStanding(judged.get(name_of(path.name)), wrong.get(name_of(path.name), ())) for path in alone}
    return found | standings(session, kb, [path for path in paths if path not in found])


def board_of(
    session: Session, kb: CompiledKnowledgeBase, found: Sequence[FileStanding], memo: Callable[[str], str], back: str
) -> str:
    """Return the page that sums projects up; nothing is written.

    Args:
        session: The session.
        kb: The knowledge base by which they were judged.
        found: What was found of them; of two with one id the first is told.
        memo: Where the memo of a project is, by the name of its file without the end.
        back: Where the page leads back to.
    """
    from ...engine.project.ids import one_form
    from ..screen.board import Board
    from ..screen.tally import Tally
    from ..screen.words import ScreenNames

    page, tally = Board(None, ScreenNames(kb, session.language, session.day), None, memo), Tally()
    told: set[str] = set()
    for one in found:
        name = one_form(one.judged.cells["id"]) if one.judged is not None else ""
        if one.judged is None or name in told:
            tally.unreadable += not one.is_none
            continue
        told.add(name)
        page.add(one.judged)
        tally.add(one.judged)
    return page.page(tally, back)
