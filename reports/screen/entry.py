"""One project among many as it comes in: what its row or its file says, or why it cannot be read."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ...engine.knowledge.model import KnowledgeBase
from ...engine.problems.problem import Problem, ProblemsError
from ...engine.project.project import Project, read_project
from ...engine.reading.document import Document, read_document


class Trouble(Struct, frozen=True):
    """What is wrong with one project, and where.

    Attributes:
        file: The file, and the worksheet in it.
        row: The row of a table, the line of a file; None for a whole file.
        column: The letters of a column, or the column in a line.
        head: What stands above the column.
        id: The project, as far as it is known.
        value: What stands there.
        problem: What is wrong, and what to do.
    """

    file: str
    problem: Problem
    row: int | None = None
    column: str = ""
    head: str = ""
    id: str = ""
    value: str = ""


class Entry(Struct, frozen=True):
    """A project that came in.

    Attributes:
        id: What it is called in all results.
        file, row: Where it stands; no row where it has a file of its own.
        data: Its facts: the line or the document that holds them, or plain data; None where they could not be read.
        plain: Whether plain data has no keys but those of the vocabulary.
        troubles: Why it cannot be judged.
    """

    id: str
    file: str
    row: int | None = None
    data: dict[str, Any] | Document | bytes | None = None
    troubles: tuple[Trouble, ...] = ()
    plain: bool = True

    @property
    def place(self) -> str:
        """Where it stands, in one word."""
        return self.file if self.row is None else f"{self.file}:{self.row}"

    def read(self, kb: KnowledgeBase) -> tuple[Project | None, tuple[Trouble, ...]]:
        """Return the project, or why there is none."""
        if self.troubles or self.data is None:
            return None, self.troubles
        try:
            return read_project(self.document(self.data) if isinstance(self.data, bytes) else self.data, kb), ()
        except ProblemsError as error:
            return None, tuple(placed(one, self) for one in error.problems)

    def document(self, line: bytes) -> Document:
        """Return a line as a document, without what it is called.

        Raises:
            ProblemsError: It is none.
        """
        document = read_document(line, self.place)
        return replace(document, data={key: value for key, value in document.data.items() if key != "id"})


def placed(problem: Problem, entry: Entry) -> Trouble:
    """Return what is wrong with an entry, with its row and column."""
    where = problem.place
    row = entry.row if entry.row is not None or where is None else where.line
    column = str(where.column) if where is not None else ""
    value = where.text[where.column - 1 : where.column - 1 + where.length] if where is not None else ""
    return Trouble(entry.file, problem, row, column, "", entry.id, value)


def refused(entry: Entry, *problems: Problem) -> Entry:
    """Return an entry that cannot be judged, for reasons beside what it says itself."""
    return replace(entry, data=None, troubles=(*entry.troubles, *(placed(one, entry) for one in problems)))
