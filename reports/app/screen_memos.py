"""The memos of projects that are screened: each as `advise memo` writes it, in a folder of their own."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ...engine.problems.problem import ProblemsError
from ...engine.project.ids import one_form
from ..writers.file import refusal
from .refusal import refusing
from .session import Session

if TYPE_CHECKING:
    from ...engine.compiled import CompiledKnowledgeBase
    from ..screen.entry import Entry

_LONGEST = 80
"""Characters of the name of a memo's file."""


class Memos:
    """Writes the memo of each project, as `advise memo` does.

    Attributes:
        folder: Where.
        left: What the named projects are called whose memos are not written yet.
        written: How many memos are.
    """

    def __init__(self, session: Session, kb: CompiledKnowledgeBase, folder: Path, only: Sequence[str]) -> None:
        """Begin with none; `only` names the projects, where not all are meant."""
        self.session, self.kb, self.folder = session, kb, folder
        self._only = frozenset(map(one_form, only)) or None
        self.left = set(self._only or ())
        self.written = 0
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()

    def name(self, project: str) -> str:
        """Return the name of the file with a project's memo; no two projects have the same."""
        if project not in self._names:
            told = re.sub(r"[^\w.-]+", "-", project).strip(".-")[:_LONGEST] or "memo"
            names = itertools.chain([told], (f"{told}-{number}" for number in itertools.count(2)))
            found = next(one for one in names if one.casefold() not in self._taken)
            self._taken.add(found.casefold())
            self._names[project] = f"{found}.memo.html"
        return self._names[project]

    def seen_from(self, page: Path) -> Callable[[str], str]:
        """Return what tells where the memo of a project is, as seen from a page."""
        way = os.path.relpath(self.folder, page.parent).replace(os.sep, "/")
        return lambda project: quote(f"{way}/{self.name(project)}") if self._is_meant(project) else ""

    def _is_meant(self, project: str) -> bool:
        return self._only is None or one_form(project) in self._only

    def write(self, entry: Entry) -> None:
        """Write the memo of a project that was judged, if it is meant.

        Raises:
            Refusal: It was not written.
        """
        from ...engine.assess import assess
        from ...engine.whatif.outlook import outlook
        from ..words.names import Reading
        from .review import write_memo

        if not self._is_meant(entry.id):
            return
        self.left.discard(one_form(entry.id))
        project, _ = entry.read(self.kb)
        assert project is not None
        assessment = assess(project, self.kb, today=self.session.today)
        ahead = outlook(assessment, project, self.kb)
        with refusing("output"):
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ProblemsError([refusal(self.folder, error, "--memos")]) from error
        reading = Reading(assessment, self.kb, self.session.language, ahead)
        write_memo(self.folder / self.name(entry.id), reading, "--memos")
        self.written += 1
