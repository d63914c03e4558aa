"""The answers of a sheet put into the project file: what changes, what both sides changed, and the edits that write it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...engine.compiled import CompiledKnowledgeBase
from ...engine.interview.answers import Answer
from ...engine.interview.record import Pen, edits
from ...engine.problems.problem import Problem
from ...engine.project.decisions import Asked
from ...engine.project.project import Project
from ...engine.project.values import says_the_same
from ...engine.reading.edited_file import Edit, EditedFile
from ..texts import say
from ..texts.sheet import fault
from ..words.answers import declined_words
from ..words.names import Teller
from .replies import Reply
from .rows import kept


class AnswerChange(Struct, frozen=True):
    """What one answer changes.

    Attributes:
        place: Where it stands in the sheet.
        fact: What it is about, in words.
        old, new: What the file said, and what it says then, in words.
    """

    place: str
    fact: str
    old: str
    new: str


class Merged(Struct):
    """A sheet put into a project.

    Attributes:
        edits: What is written.
        changes: What that changes.
        kept: Answers of the sheet that were left out, because the file has another by now.
        conflicts: Where the file has another answer by now, and nobody has decided.
    """

    edits: list[Edit]
    changes: list[AnswerChange]
    kept: list[AnswerChange]
    conflicts: list[Problem]


def merged(
    replies: Sequence[Reply],
    file: EditedFile,
    project: Project,
    kb: CompiledKnowledgeBase,
    teller: Teller,
    *,
    by: str | None,
    on: str,
    prefer: str | None,
) -> Merged:
    """Put the answers of a sheet into a project.

    Args:
        replies: The answers.
        file: The project's file.
        project: What it says.
        kb: The knowledge base.
        teller: Names facts and values.
        by: Who answered; who signed when left out.
        on: The day.
        prefer: Where the file was changed as well: `file` or `sheet`; None if nobody has decided.
    """
    pen = Pen(file, project, kb)
    found = Merged([], [], [], [])
    for reply in replies:
        change = _change(reply, project, teller)
        if _has(reply, project):
            continue
        if _differs(reply, project) and prefer != "sheet":
            if prefer == "file":
                found.kept.append(change)
            else:
                told = {"cell": reply.place, "fact": change.fact, "old": change.old, "new": change.new}
                found.conflicts.append(fault("S120", **told))
            continue
        for answer in reply.answers:
            pen.write(edits(reply.key, answer, pen.project, kb, by or reply.by or None, on))
        found.changes.append(change)
    found.edits = pen.edits
    return found


def _differs(reply: Reply, project: Project) -> bool:
    """Tell whether the file has got another answer since the sheet was made; names are added to any list."""
    stated = project.stated.get(reply.key)
    now = None if stated is None else kept(stated.value)
    if any(answer.kind in ("add", "enough") for answer in reply.answers):
        return False
    return (now is None) != (reply.was.value is None) or not says_the_same(now, reply.was.value)


def _has(reply: Reply, project: Project) -> bool:
    """Tell whether the file has an answer already, and where it comes from."""
    stated = project.stated.get(reply.key)
    asked = next((one for one in project.asked if one.key == reply.key), None)
    for answer in reply.answers:
        if answer.kind == "value":
            if stated is None or not says_the_same(stated.value, answer.value):
                return False
            if answer.source != stated.source and _is_remark(reply, answer):
                return False
        elif answer.kind == "enough":
            if reply.key not in project.stated or asked is not None:
                return False
        elif answer.kind == "add" or asked is None or not _is_said(answer, asked):
            return False
    return True


def _is_said(answer: Answer, asked: Asked) -> bool:
    """Tell whether an answer that is no value is there already; without a remark it leaves the one that is there."""
    said = (answer.kind, answer.whom, answer.source or asked.remark)
    return said == (asked.answer, asked.whom, asked.remark)


def _is_remark(reply: Reply, answer: Answer) -> bool:
    """Tell whether a source was written by a person, and is not the place in the sheet."""
    return not (answer.source or "").endswith(reply.place)


def _change(reply: Reply, project: Project, teller: Teller) -> AnswerChange:
    language = teller.language
    stated = project.stated.get(reply.key)
    asked = next((one for one in project.asked if one.key == reply.key), None)
    old = say("sheet.open", language)
    if stated is not None:
        old = teller.value(reply.key.fact, stated.value)
    elif asked is not None:
        old = declined_words(asked.answer, asked.whom, language)
    words = [_word(answer, reply, teller) for answer in reply.answers]
    return AnswerChange(reply.place, teller.fact(*reply.key), old, teller.join(words))


def _word(answer: Answer, reply: Reply, teller: Teller) -> str:
    if answer.kind == "value":
        return teller.value(reply.key.fact, answer.value)
    if answer.kind == "add":
        return say("added", teller.language, name=teller.join(answer.value))
    if answer.kind == "enough":
        return say("whole", teller.language)
    return declined_words(answer.kind, answer.whom, teller.language)
