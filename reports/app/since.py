"""What is different from an earlier review: of a project, for `advise diff`, and since the last memo.

Each side is a project file or a saved assessment. What made the difference is found out in `engine.compare`.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from .refusal import refusing
from .session import Session

if TYPE_CHECKING:
    from ...engine.compare.difference import Difference, Side
    from ...engine.compare.editions import Edition
    from ...engine.knowledge.model import KnowledgeBase
    from ...engine.reading.document import Document
    from ..words.names import Teller


def changes_since(session: Session, path: str) -> Difference | None:
    """Return what is different from the earlier assessment that `--since` names; None without one.

    Raises:
        Refusal: A file or the rules are not valid.
    """
    if session.since is None:
        return None
    return difference_between(copy.copy(session), session, session.since, path)[0]


def difference_between(before: Session, session: Session, old: str, new: str) -> tuple[Difference, Teller]:
    """Return the difference between two project files or saved assessments, and what names its findings and facts.

    Raises:
        Refusal: A file or the rules are not valid.
    """
    from ...engine.assess import assess
    from ...engine.compare.difference import difference, saved_difference
    from ...engine.compare.editions import edition_of, is_saved
    from ..words.names import Teller, labels_of

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
        return difference(first, last), Teller(kb, session.language, labels)
    whole = [
        edition or edition_of(assess(side.project, side.kb, today=side.today).to_dict())  # type: ignore[union-attr]
        for edition, side in zip(editions, sides, strict=True)
    ]
    return saved_difference(whole[0], whole[1]), Teller(kb, session.language, labels)


def _document(path: str) -> Document:
    from ...engine.reading.document import read_document

    with refusing("project"):
        return read_document(path)


def _side(session: Session, path: str) -> Side:
    from ...engine.compare.difference import Side

    project, kb = session.project(path)
    return Side(project, kb, session.day)
