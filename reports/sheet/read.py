"""A sheet read: whether it is this project's, what it answers, and what that changes in the file."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ...engine.compiled import CompiledKnowledgeBase
from ...engine.problems.problem import ProblemsError, Texts
from ...engine.project.address import Address
from ...engine.project.project import Project
from ...engine.reading.edited_file import EditedFile
from ..texts import say_both
from ..texts.sheet import fault
from ..words.names import Teller, base_name
from .beside import notes_on
from .cells import Returned, returned
from .merge import Merged, merged
from .replies import replies
from .rows import names_of

OTHER = "S108"
"""The problem of a sheet that is about another project, or about this one under another name."""


class SheetRead(Struct, frozen=True):
    """What a sheet brought.

    Attributes:
        merged: What is written, and what it changes.
        notes: What else is to be told, in both languages.
    """

    merged: Merged
    notes: tuple[Texts, ...]


def read(
    path: Path,
    file: EditedFile,
    project: Project,
    kb: CompiledKnowledgeBase,
    language: str,
    *,
    on: str,
    by: str | None = None,
    prefer: str | None = None,
    renamed: bool = False,
    called: str = "",
) -> SheetRead:
    """Read a sheet that came back; nothing is written.

    Args:
        path: The workbook.
        file: The project's file.
        project: What it says.
        kb: The knowledge base.
        language: `en` or `ja`.
        on: The day.
        by: Who answered; what the sheet says when left out.
        prefer: Where the file was changed since the sheet was made: `file`, `sheet`, or None to be asked.
        renamed: Whether the sheet is about this project whatever it was called then.
        called: What people call the workbook; the name of its file when left out.

    Raises:
        ProblemsError: The workbook, or a cell of it, cannot be taken; all that is wrong.
    """
    sheet = returned(path, called)
    if not renamed:
        _of_this_project(sheet, file, project, kb)
    found = replies(sheet, project, kb)
    if found.problems:
        raise ProblemsError(found.problems)
    names = {
        f"{source}/{one['id']}": name
        for source, elements in project.memory.elements.items()
        if not kb.vocabulary.lists[source].members
        for one, name in zip(elements, names_of(source, project), strict=True)
    }
    teller = Teller.naming(kb, language, names)
    put = merged(found.replies, file, project, kb, teller, by=by, on=on, prefer=prefer)
    if put.conflicts:
        raise ProblemsError(put.conflicts)
    notes = [*found.notes, *notes_on(sheet.beside)]
    if by is None and any(row.by for row in sheet.rows):
        unsigned = dict.fromkeys(one.place.rpartition("!")[0] for one in found.replies if not one.by)
        notes += [say_both("unsigned", page=page) for page in unsigned]
    if sheet.meta.get("rules") != kb.version:
        values = {"old": sheet.meta.get("rules"), "new": kb.version}
        notes.insert(0, say_both("rules", **values))
    return SheetRead(put, tuple(notes))


def _of_this_project(sheet: Returned, file: EditedFile, project: Project, kb: CompiledKnowledgeBase) -> None:
    """Refuse the sheet of another project: the same file, else the same name, else a file of the same name."""
    meta = sheet.meta
    if meta.get("sha256") == file.document.sha256:
        return
    fact = kb.presentation.project.name
    stated = project.stated.get(Address(fact)) if fact is not None else None
    here, there = ("" if stated is None else str(stated.value)), meta.get("project", "")
    # It may have got its name since the sheet was made, or have none.
    same_file = base_name(str(file.path)) == meta.get("file")
    is_same = here.split() == there.split() if here and there else same_file
    if not is_same:
        named = there or meta.get("file", "")
        raise ProblemsError([fault(OTHER, path=sheet.name, sheet=named, project=here or base_name(str(file.path)))])
