"""The one subject that somebody asks about, as the command line names it: is there such a one, and what is near it?"""

from __future__ import annotations

from ..engine.evaluate.support import subject_of
from ..engine.facts.project import Project
from ..engine.language.problem import nearest

_NAMED = 6
"""Subjects that are named where none is near."""


class WrongSubject(Exception):
    """There is no such subject, or none is to be named; the message says what to write instead."""


def chosen_subject(word: str, source: str | None, written: str, project: Project | None) -> str:
    """Return the subject that is meant.

    Args:
        word: What is to be explained, as it was written.
        source: The list that it is about; None for the project as a whole.
        written: The subject as it was written: `organisations/city`, `capitals.human`, or its id alone.
        project: The project.

    Raises:
        WrongSubject: No one can be meant.
    """
    if source is None:
        raise WrongSubject(f"'{word}' is about the project as a whole; leave --subject out")
    if project is None:
        raise WrongSubject(f"--subject needs a project: advise explain {word} PROJECT --subject {written}")
    if source not in project.memory.elements:
        raise WrongSubject(f"the project does not state the list '{source}' yet")
    there = [subject_of(source, element) for element in project.memory.elements[source]]
    for name in (written, f"{source}/{written}", written.replace(f"{source}.", f"{source}/", 1)):
        if name in there:
            return name
    by_id = {subject.rpartition("/")[2]: subject for subject in there}
    close = nearest(written.removeprefix(f"{source}.").rpartition("/")[2], by_id)
    if close is not None:
        raise WrongSubject(f"there is no '{written}'. Did you mean '{by_id[close]}'?")
    if not there:
        raise WrongSubject(f"there is no '{written}': the list '{source}' is empty")
    more = f" and {len(there) - _NAMED} more" if len(there) > _NAMED else ""
    raise WrongSubject(f"there is no '{written}' among {', '.join(there[:_NAMED])}{more}")


def one_subject(
    word: str, source: str | None, own: str | None, written: str | None, project: Project | None
) -> str | None:
    """Return the only subject of a fact that is meant, by the fact's own name or beside it; None for all.

    Args:
        word: What is to be explained, as it was written.
        source: The list that it is about; None for the project as a whole.
        own: The subject that the word names itself.
        written: The subject that is named beside it.
        project: The project; where it does not state the list, or there is none, a subject that the word names is kept.

    Raises:
        WrongSubject: No one can be meant.
    """
    if own is not None and written is not None:
        raise WrongSubject(f"'{word}' names its subject already; leave --subject out")
    if written is not None:
        return chosen_subject(word, source, written, project)
    if own is None or project is None or source not in project.memory.elements:
        return own
    return chosen_subject(word, source, own, project)
