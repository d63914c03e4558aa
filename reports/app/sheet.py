"""What `advise sheet` does: from a project to a workbook of questions, and from a workbook to answers in the project."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..texts import enumerate_words, joined, say
from ..texts.misuse import Misuse
from ..writers.console import columns, err
from ..writers.layout import as_argument, clean, installing, on_lines, wrapped
from .commands import account
from .refusal import refusing
from .session import Session, fits_standard, is_standard, write

if TYPE_CHECKING:
    from ...engine.reading.edited_file import EditedFile
    from ..sheet.make import Made
    from ..sheet.merge import AnswerChange
    from ..sheet.read import SheetRead

EXTRA, _PACKAGES = "office", ("xlsxwriter", "python_calamine")
_END = ".questions.xlsx"
_NAMED = 8
"""Pages that are named; the rest is counted."""
_LISTED = 12
"""Answers that are told one by one."""
_INDENT = "    "


def make_sheet(
    session: Session, path: str, output: str | None, whom: str | None, by: str | None, *, everything: bool
) -> str:
    """Write the open questions into a workbook, beside the project unless named; return what is to be said of it.

    Raises:
        Refusal: The project or the rules are not valid, or the workbook was not written.
        Misuse: Nobody is called so, the name of the workbook does not end so, or a package is missing.
    """
    need_office()
    target = output or (Path(path).with_suffix("").name + _END if path == "-" else str(Path(path).with_suffix(_END)))
    if target != "-" and Path(target).suffix.lower() != ".xlsx":
        raise Misuse("sheet.format", path=target)
    fits_standard(target, binary=True)
    made, language = sheet_of(session, path, whom, by or account(), everything=everything), session.language
    if made is None:
        return _beside(target, say("made.nothing", language, whom=whom or say("everybody", language)))
    write(target, made.content)
    if is_standard(target):
        return ""
    sheets = enumerate_words([clean(name) for name in made.names], language, _NAMED)
    told = say("made.file", language, path=target, n=made.count, sheets=sheets)
    after = say("made.next", language, path=as_argument(target), project=as_argument(path))
    return f"{told}\n{after}\n"


def read_sheet(
    session: Session, sheet: str, path: str, *, by: str | None, prefer: str | None, dry_run: bool, renamed: bool = False
) -> str:
    """Write the answers of a workbook that came back into a project, and return what that changed.

    Where the project was changed since, `prefer` decides which answer counts: that of the `file` or of the `sheet`.

    Raises:
        Refusal: The project, the rules or the workbook are not valid, or nobody has decided which answer counts.
        Misuse: A package is missing.
    """
    from ...engine.reading.edited_file import save

    file, found = answers_in(session, sheet, path, by=by, prefer=prefer, renamed=renamed)
    language, changes = session.language, found.merged.changes
    if changes and not dry_run:
        with refusing("output"):
            save(file, found.merged.edits)
    for note in found.notes:
        err(note[language])
    lines = change_lines(changes, language, columns())
    lines += [
        say("kept", language, cell=one.place, fact=one.fact, old=one.old, new=one.new) for one in found.merged.kept
    ]
    end = "sheet.none" if not changes else "tried" if dry_run else "sheet.written"
    lines.append(say(end, language, n=len(changes), path=path))
    if changes and not dry_run:
        lines.append(say("sheet.next", language, path=as_argument(path)))
    return on_lines(lines)


def change_lines(changes: Sequence[AnswerChange], language: str, width: int) -> list[str]:
    """Return what answers change: a line for each as long as that is a screen, else those of a page together that say the same.

    Args:
        changes: What they change, in the order of the sheet.
        language: In which it is told.
        width: Of a line, in columns.
    """
    alike: dict[object, list[AnswerChange]] = {}
    for one in changes:
        key = (one.place.rpartition("!")[0], one.old, one.new) if len(changes) > _LISTED else one.place
        alike.setdefault(key, []).append(one)
    lines = []
    for several in alike.values():
        first = several[0]
        if len(several) == 1:
            lines.append(say("sheet.change", language, cell=first.place, fact=first.fact, old=first.old, new=first.new))
            continue
        names = joined([f"{one.place.rpartition('!')[2]} {one.fact}" for one in several], language, "semicolon")
        told = say("sheet.changes", language, sheet=first.place.rpartition("!")[0], n=len(several), old=first.old,
                   new=first.new, names=names)  # fmt: skip
        head, *rest = wrapped(clean(told), width - len(_INDENT))
        lines += [head, *(_INDENT + line for line in rest)]
    return lines


def sheet_of(session: Session, path: str, whom: str | None, by: str | None, *, everything: bool = False) -> Made | None:
    """Return the workbook of the questions that are open in a project; None where there is none.

    Raises:
        Refusal: The project or the rules are not valid.
        Misuse: Nobody is called so, or a package is missing.
    """
    need_office()
    from ...engine.assess import assess
    from ..sheet.make import make

    project, kb = session.project(path)
    assessment = assess(project, kb, today=session.today, interpreter="evaluate")
    return make(project, assessment, kb, session.language, whom=whom, by=by, everything=everything, day=session.day)


def answers_in(
    session: Session,
    sheet: str,
    path: str,
    *,
    by: str | None,
    prefer: str | None,
    renamed: bool,
    called: str = "",
) -> tuple[EditedFile, SheetRead]:
    """Return a project's file, and what a workbook that came back would change in it; nothing is written.

    What is wrong with the workbook is told of it as it is `called`; by the name of its file when left out.

    Raises:
        Refusal: The project, the rules or the workbook are not valid, or nobody has decided which answer counts.
        Misuse: A package is missing.
    """
    need_office()
    from ...engine.project.project import read_project
    from ...engine.reading.edited_file import open_file
    from ..sheet.read import read

    with refusing("project"):
        file = open_file(path)
        session.stated = file.document.data.get("lang")
        kb = session.knowledge(path)
        project = read_project(file.document, kb)
    with refusing("sheet"):
        day = session.day
        found = read(
            Path(sheet),
            file,
            project,
            kb,
            session.language,
            on=day,
            by=by,
            prefer=prefer,
            renamed=renamed,
            called=called,
        )
    return file, found


def _beside(target: str, text: str) -> str:
    """Return what is to be printed of it; where that would stand in the workbook it is a hint."""
    if not is_standard(target):
        return f"{text}\n"
    err(text)
    return ""


def need_office() -> None:
    """Tell what to install where a package is missing.

    Raises:
        Misuse: One is.
    """
    if any(importlib.util.find_spec(name) is None for name in _PACKAGES):
        raise Misuse("memo.extra", kind="xlsx", install=installing(EXTRA))
