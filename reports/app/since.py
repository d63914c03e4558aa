"""What is different from an earlier review: of a project, for `advise diff`, and since the last memo.

Each side is a project file or a saved assessment. What made the difference is found out in `engine.compare`.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from ...engine.project.address import source_and_id
from .refusal import refusing
from .session import Session

if TYPE_CHECKING:
    from ...engine.compare.difference import Difference
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
    from ...engine.compare.difference import Side, difference, saved_difference
    from ...engine.compare.editions import Edition, edition_of, is_saved
    from ..words.names import Teller

    documents = [_document(path) for path in (old, new)]
    sides: list[Side | Edition] = []
    names: dict[str, str] = {}
    for own, path, document in zip((before, session), (old, new), documents, strict=True):
        if is_saved(document.data):
            with refusing("project"):
                sides.append(edition_of(document.data, document.places.of("")))
            kb = own.knowledge()
        else:
            project, kb = own.project(path)
            sides.append(Side(project, kb, own.day))
            names |= {one: project.names.get(one, source_and_id(one)[1]) for one in project.elements}
    teller = Teller.naming(kb, session.language, names)
    first, last = sides
    if isinstance(first, Side) and isinstance(last, Side):
        return difference(first, last), teller
    whole = [
        one if isinstance(one, Edition) else edition_of(assess(one.project, one.kb, today=one.today).to_dict())
        for one in sides
    ]
    return saved_difference(*whole), teller


def _document(path: str) -> Document:
    from ...engine.reading.document import read_document

    with refusing("project"):
        return read_document(path)
