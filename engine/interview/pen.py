"""Answers as edits of a project file: each is made for the document as those before it leave it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..compiled import CompiledKnowledgeBase
from ..project.project import Project, read_project
from ..reading.document import read_document
from ..reading.edited_file import GONE, Edit, EditedFile, edited
from ..reading.places import pointer_of

_ASKED = "/asked"


class Pen:
    """Collects edits.

    A value stands where it stands whatever other values are written, so the document is read again only after edits
    that move something, which are those of lists. What was asked is written last, whatever the number of answers.
    """

    def __init__(self, file: EditedFile, project: Project, kb: CompiledKnowledgeBase) -> None:
        """Start on a project as its file says it."""
        self.kb = kb
        self._edits: list[Edit] = []
        self._asked: list[Edit] = []
        self._project, self._moved = project, False
        self._content, self._name, self._written = file.content, file.document.name, 0
        there = file.document.data.get("asked")
        self._there = len(there) if isinstance(there, list) else None

    @property
    def project(self) -> Project:
        """The project as the edits leave it, as far as where things stand depends on it; what was asked is as it was."""
        if self._moved:
            self._content = edited(self._content, self._edits[self._written :], self._name)
            self._project = read_project(read_document(self._content, self._name), self.kb)
            self._written, self._moved = len(self._edits), False
        return self._project

    @property
    def edits(self) -> list[Edit]:
        """What was written, in its order."""
        gone = {pointer for pointer, value in self._asked if value is GONE}
        new = [value for pointer, value in self._asked if pointer == f"{_ASKED}/-"]
        kept = [one for one in self._asked if one[1] is not GONE and one[0] != f"{_ASKED}/-" and one[0] not in gone]
        if self._there is None:
            return [*self._edits, *([(_ASKED, new)] if new else [])]
        if gone and len(gone) == self._there and not new:
            return [*self._edits, (_ASKED, GONE)]
        last_first: Any = sorted(gone, key=lambda pointer: -int(pointer.rpartition("/")[2]))
        return [*self._edits, *kept, *((one, GONE) for one in last_first), *((f"{_ASKED}/-", one) for one in new)]

    def write(self, new: Sequence[Edit]) -> None:
        """Take edits in."""
        values = [one for one in new if not one[0].startswith(f"{_ASKED}/")]
        self._asked += [one for one in new if one[0].startswith(f"{_ASKED}/")]
        self._edits += values
        lists = self.kb.vocabulary.lists.values()
        self._moved |= any(pointer.endswith("/-") or value is GONE for pointer, value in values)
        self._moved |= any(pointer == pointer_of(*one.path.split(".")) for pointer, _ in values for one in lists)
