"""Ids that are written in several ways: what differs only in how characters are encoded is one id.

The same text can be composed or decomposed, and Windows encodes the wave dash and its like differently from everybody
else. Ids that only look alike, as in another case or width, stay apart. Both is told.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Protocol

from msgspec.structs import replace

from ..knowledge.model import Vocabulary
from ..language.completeness import completeness
from .address import Address, subject_of
from .memory import Value
from .stated import Project

_WINDOWS = str.maketrans("～∥－￠￡￢―", "〜‖−¢£¬—")


def one_form(text: str) -> str:
    r"""Return an id or a subject in the one form in which they are compared.

    >>> one_form("コ\u3099ール 4～6月") == one_form("ゴール 4〜6月"), one_form("A") == one_form("a")
    (True, False)
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_WINDOWS)


def meant(subject: str, subjects: Iterable[str]) -> str:
    """Return the subject that is meant by one that was typed, as its element spells it."""
    form = one_form(subject)
    return next((one for one in subjects if one_form(one) == form), subject)


class Note(Protocol):
    """Takes what is to be told: a code, where it is, and what to quote."""

    def __call__(self, code: str, pointer: str, **details: object) -> None:
        """Take it."""


def unify(project: Project, vocabulary: Vocabulary, note: Note) -> None:
    """Spell every id of facts, responses and answers as its element spells it; what is odd about ids and lists is noted."""
    ids = _lists(project, vocabulary, note)
    for key, stated in project.stated.items():
        if not isinstance(stated.value, list):
            continue
        fact = vocabulary.facts.get(key.fact)
        known = ids.get(fact.target or "") if fact is not None else None
        if fact is None or known is None:
            continue
        meant = [known.spelled(one) or one for one in stated.value]
        for written, one in zip(stated.value, meant, strict=True):
            if written != one:
                note("P261", stated.pointer, value=written, other=one)
            elif known.spelled(one) is None and (other := known.like(one)):
                note("P263", stated.pointer, value=one, other=other, path=fact.target)
        if meant != stated.value:
            project.stated[key] = replace(stated, value=meant)
            _holder(project, key)[fact.path if key.subject is None else fact.attribute] = frozenset(meant)
    subjects = {one_form(subject): subject for subject in project.elements}
    project.responses = tuple(
        replace(one, subject=subjects.get(one_form(one.subject or ""), one.subject)) for one in project.responses
    )
    project.asked = tuple(
        replace(one, subject=subjects.get(one_form(one.subject or ""), one.subject)) for one in project.asked
    )


class _Ids:
    """The ids of one list, to find out which one is meant."""

    def __init__(self, ids: Iterable[str]) -> None:
        """Take the ids as they are written where the elements stand."""
        self._spelled: dict[str, str] = {}
        self._alike: dict[str, list[str]] = {}
        for one in ids:
            self._spelled.setdefault(one_form(one), one)
            self._alike.setdefault(_folded(one), []).append(one)

    def spelled(self, text: str) -> str | None:
        """Return the id that a text is, as its element spells it; None when there is no such element."""
        return self._spelled.get(one_form(text))

    def like(self, text: str) -> str | None:
        """Return another id that looks like a text."""
        return next((one for one in self._alike.get(_folded(text), ()) if one_form(one) != one_form(text)), None)

    def alike(self) -> list[tuple[str, str]]:
        """Return pairs of ids that look alike."""
        return [(first, other) for first, *others in self._alike.values() for other in others]


def _folded(text: str) -> str:
    return "".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold().split())


def _lists(project: Project, vocabulary: Vocabulary, note: Note) -> dict[str, _Ids]:
    """Return the ids of each list that is there."""
    memory = project.memory
    found: dict[str, _Ids] = {}
    for path, listed in vocabulary.lists.items():
        if path not in memory.elements:
            if memory.project.get(completeness(path)) is True:
                note("P264", project.stated[Address(completeness(path))].pointer, path=path)
        elif listed.is_stated:
            found[path] = _Ids(str(element["id"]) for element in memory.elements[path])
            for one, other in found[path].alike():
                note("P262", project.elements[f"{path}/{other}"] + "/id", value=one, other=other)
    return found


def _holder(project: Project, key: Address) -> dict[str, Value]:
    """Return where a stated fact is kept in working memory."""
    if key.subject is None:
        return project.memory.project
    lists = project.memory.elements.items()
    return next(one for path, elements in lists for one in elements if subject_of(path, one["id"]) == key.subject)
