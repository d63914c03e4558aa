"""Answers as edits of a project file: each is made for the document as those before it leave it."""

from __future__ import annotations

from collections.abc import Sequence

from ..compiled import CompiledKnowledgeBase
from ..project.project import Project, read_project
from ..reading.document import read_document
from ..reading.edited_file import Edit, EditedFile, edited
from ..reading.places import pointer_of


class Pen:
    """Collects edits.

    A value stands where it stands whatever other values are written, so the document is read again only after edits
    that move something: elements of a list, and what was asked.

    Attributes:
        edits: What was written, in its order.
    """

    def __init__(self, file: EditedFile, project: Project, kb: CompiledKnowledgeBase) -> None:
        """Start on a project as its file says it."""
        self.kb, self.edits = kb, list[Edit]()
        self._project, self._moved = project, False
        self._content, self._name, self._written = file.content, file.document.name, 0

    @property
    def project(self) -> Project:
        """The project as the edits leave it, as far as where things stand depends on it."""
        if self._moved:
            self._content = edited(self._content, self.edits[self._written :], self._name)
            self._project = read_project(read_document(self._content, self._name), self.kb)
            self._written, self._moved = len(self.edits), False
        return self._project

    def write(self, new: Sequence[Edit]) -> None:
        """Take edits in."""
        self.edits += new
        lists = self.kb.vocabulary.lists.values()
        self._moved |= any(pointer.startswith("/asked") or pointer.endswith("/-") for pointer, _ in new)
        self._moved |= any(pointer == pointer_of(*one.path.split(".")) for pointer, _ in new for one in lists)
