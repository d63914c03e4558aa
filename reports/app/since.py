"""What is different since an earlier assessment, as the command line names it: a project file or a saved assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .session import Session, refusing

if TYPE_CHECKING:
    from ...engine.compare.difference import Side
    from ...engine.compare.editions import Edition
    from ...engine.knowledge.model import KnowledgeBase
    from ...engine.reading.document import Document
    from ..views.difference import Told


def changes_since(session: Session, path: str) -> Told | None:
    """Return what is different from the earlier assessment that `--since` names; None without one.

    Args:
        session: What the options say.
        path: The project as it is now.

    Raises:
        Refusal: A file or the rules are not valid.
    """
    if session.since is None:
        return None
    from copy import copy

    return told_between(copy(session), session, session.since, path)


def told_between(before: Session, session: Session, old: str, new: str) -> Told:
    """Return what is different between two projects or saved assessments.

    Args:
        before: What the options say of the older side.
        session: What they say of the newer one.
        old: A project file or a saved assessment.
        new: The same.

    Raises:
        Refusal: A file or the rules are not valid.
    """
    from ...engine.assess import assess
    from ...engine.compare.difference import difference, saved_difference
    from ...engine.compare.editions import edition_of, is_saved
    from ..views.difference import Told
    from ..words.telling import labels_of

    documents = [_document(path) for path in (old, new)]
    sides: list[Side | None] = []
    editions: list[Edition | None] = []
    bases: list[KnowledgeBase] = []
    for own, path, document in zip((before, session), (old, new), documents, strict=True):
        if is_saved(document.data):
            sides.append(None)
            with refusing("project"):
                editions.append(edition_of(document.data, document.places.of("")))
            bases.append(own.knowledge())
        else:
            read = _side(own, path)
            sides.append(read)
            editions.append(None)
            bases.append(read.kb)
    first, last = sides
    kb = bases[-1]
    labels = {}
    for side in sides:
        if side is not None:
            labels.update(labels_of(assess(side.project, side.kb, today=side.today, interpreter="evaluate").elements))
    if first is not None and last is not None:
        return Told(difference(first, last), kb, labels)
    whole = [
        edition or edition_of(assess(side.project, side.kb, today=side.today).to_dict())  # type: ignore[union-attr]
        for edition, side in zip(editions, sides, strict=True)
    ]
    return Told(saved_difference(whole[0], whole[1]), kb, labels)


def _document(path: str) -> Document:
    from ...engine.reading.document import read_document

    with refusing("project"):
        return read_document(path)


def _side(session: Session, path: str) -> Side:
    from ...engine.compare.difference import Side

    project, kb = session.project(path)
    return Side(project, kb, session.day)
