"""The one subject that somebody asks about, as the command line names it: is there such a one, and what is near it?"""

from __future__ import annotations

from ...engine.problems.problem import nearest
from ...engine.project.address import source_and_id, subject_of
from ...engine.project.ids import meant
from ...engine.project.project import Project
from ..texts.misuse import Misuse

_NAMED = 6
"""Subjects that are named where none is near."""


def chosen_subject(word: str, source: str | None, written: str, project: Project | None) -> str:
    """Return the subject of a list that is meant: `organisations/city`, `capitals.human`, or its id alone.

    Raises:
        Misuse: No one can be meant.
    """
    if source is None:
        raise Misuse("subject.project", word=word)
    if project is None:
        raise Misuse("subject.no_project", word=word, written=written)
    if source not in project.memory.elements:
        raise Misuse("subject.no_list", list=source)
    there = [subject_of(source, element) for element in project.memory.elements[source]]
    for name in (written, f"{source}/{written}", written.replace(f"{source}.", f"{source}/", 1)):
        if (subject := meant(name, there)) in there:
            return subject
    by_id = {source_and_id(subject)[1]: subject for subject in there}
    close = nearest(written.removeprefix(f"{source}.").removeprefix(f"{source}/"), by_id)
    if close is not None:
        raise Misuse("subject.close", written=written, close=by_id[close])
    if not there:
        raise Misuse("subject.empty", written=written, list=source)
    named, left = ", ".join(there[:_NAMED]), len(there) - _NAMED
    if left > 0:
        raise Misuse("subject.none.more", written=written, there=named, n=left)
    raise Misuse("subject.none", written=written, there=named)


def one_subject(
    word: str, source: str | None, own: str | None, written: str | None, project: Project | None
) -> str | None:
    """Return the only subject of a fact that is meant, by the fact's own name or beside it; None for all.

    Where the project does not state the list, or there is none, a subject that the word names is kept.

    Raises:
        Misuse: No one can be meant.
    """
    if own is not None and written is not None:
        raise Misuse("subject.named", word=word)
    if written is not None:
        return chosen_subject(word, source, written, project)
    if own is None or project is None or source not in project.memory.elements:
        return own
    return chosen_subject(word, source, own, project)
