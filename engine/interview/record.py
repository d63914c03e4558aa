"""What an answer writes into the project document: the value in its place, or an entry under `asked`.

A value that is replaced takes its provenance with it, because the new one does not come from there. Edits of what was asked
are for a `Pen`, which makes of all of them what the document gets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import KnowledgeBase
from ..language.completeness import completeness
from ..project.address import Address, source_and_id
from ..project.data import value_at, way_to, way_to_elements
from ..project.project import Project, read_project
from ..project.values import is_wrapped
from ..reading.document import read_document
from ..reading.edited_file import GONE, Edit, EditedFile, edited
from ..reading.places import pointer_of
from .answers import Answer

_LONGEST_ID = 40


def edits(key: Address, answer: Answer, project: Project, kb: KnowledgeBase, by: str | None, on: str) -> list[Edit]:
    """Return the edits that record an answer.

    Args:
        key: The fact that was asked for, or a list's path.
        answer: The answer.
        project: The project as its document stands.
        kb: The knowledge base.
        by: Who answered.
        on: The day, as `2026-11-22`.
    """
    if answer.kind == "add":
        return _new_elements(key, answer.value, project, {})
    if answer.kind == "enough":
        found: list[Edit] = [] if key in project.stated else [(_elements(key.fact, project), [])]
        if completeness(key[0]) in kb.vocabulary.facts and not project.memory.elements.get(key[0]):
            found.append(_complete(key.fact, project, kb))
        return found + _not_asked(key, project)
    if answer.kind == "value":
        found = [_value(key, answer, project, kb, by, on), *_not_asked(key, project)]
        definition = kb.vocabulary.facts.get(key.fact)
        # Who is asked for everything and answers has named everything.
        return [*found, _complete(key.fact, project, kb)] if definition is not None and definition.open else found
    found = []
    if key in project.stated and project.is_whole(key) and key[0] in kb.vocabulary.facts:
        found.append((_pointer(key, project, kb), None))
    entry = {
        "fact": key[0], "subject": key[1], "answer": answer.kind, "whom": answer.whom, "by": by, "on": on,
        "remark": answer.source,
    }  # fmt: skip
    return [*found, *_asked(key, entry, project)]


def _complete(path: str, project: Project, kb: KnowledgeBase) -> Edit:
    return _pointer(Address(completeness(path)), project, kb), True


def removal(subject: str, project: Project, kb: KnowledgeBase) -> list[Edit]:
    """Return the edits that take an element out of its list, with what was asked about it and what refers to it.

    Args:
        subject: The element (`organisations/city`).
        project: The project as its document stands.
        kb: Says which facts refer to the list.
    """
    name = source_and_id(subject)[1]
    found: list[Edit] = []
    for key in referring(subject, project, kb):
        stated = project.stated[key]
        found.append((stated.pointer, [other for other in stated.value if other != name]))
    found += [(asked.pointer, GONE) for asked in project.asked if asked.subject == subject]
    return [*found, (project.elements[subject], GONE)]


def referring(subject: str, project: Project, kb: KnowledgeBase) -> list[Address]:
    """Return the facts of others that refer to an element (`organisations/city`)."""
    source, name = source_and_id(subject)
    targets = {fact.path for fact in kb.vocabulary.facts.values() if fact.target == source}
    return [
        key
        for key, stated in project.stated.items()
        if key.fact in targets and name in stated.value and key.subject != subject
    ]


def new_id(name: str, taken: set[str]) -> str:
    """Return an id made from a name, unlike all that are taken.

    >>> new_id("City of Kakū (city hall)", set()), new_id("架空市", {"架空市"})
    ('city-of-kakū-city-hall', '架空市-2')
    """
    word = (
        re.sub(r"[\W_]+", "-", unicodedata.normalize("NFKC", name).casefold()).strip("-")[:_LONGEST_ID].strip("-")
        or "x"
    )
    found, number = word, 1
    while found in taken:
        number += 1
        found = f"{word}-{number}"
    return found


def named_elements(
    key: Address, facts: Mapping[str, bool | str], names: Sequence[str], project: Project, kb: KnowledgeBase
) -> list[Edit]:
    """Return the edits that add elements which have some facts; where there is one already, the first name becomes its own.

    Args:
        key: The list, with the element as subject once there is one.
        facts: The facts that new ones have.
        names: What they are called.
        project: The project as its document stands.
        kb: Says what the facts of an element are called in it.
    """
    found: list[Edit] = []
    if key.subject is not None:
        first, *others = names
        there = {name for subject, name in project.names.items() if source_and_id(subject)[0] == key.fact}
        names = [one for one in others if one not in there]
        if project.names.get(key.subject) != first:
            found.append((f"{project.elements[key.subject]}/name", first))
    new = {kb.vocabulary.facts[fact].attribute: value for fact, value in facts.items()}
    return [*found, *_new_elements(Address(key.fact), names, project, new)]


def _new_elements(key: Address, names: Iterable[str], project: Project, facts: Mapping[str, bool | str]) -> list[Edit]:
    taken = {str(element["id"]) for element in project.memory.elements.get(key.fact, ())}
    new = []
    for name in names:
        new.append({"id": new_id(name, taken), "name": name, **facts})
        taken.add(str(new[-1]["id"]))
    if not new:
        return []
    pointer = _elements(key.fact, project)
    if Address(key.fact) not in project.stated:
        return [(pointer, new), *_not_asked(key, project)]
    return [*((f"{pointer}/-", element) for element in new), *_not_asked(key, project)]


def _value(key: Address, answer: Answer, project: Project, kb: KnowledgeBase, by: str | None, on: str) -> Edit:
    pointer = _pointer(key, project, kb)
    stated = project.stated.get(key)
    if answer.source is not None:
        value = {"value": answer.value, "source": answer.source, "as_of": on, "by": by}
        return pointer, {name: part for name, part in value.items() if part is not None}
    if stated is not None and _same(stated.value, answer.value):
        return stated.pointer, stated.value
    if stated is None and is_wrapped(value_at(way_to(key, _data(project), kb.vocabulary) or (), _data(project))):
        return f"{pointer}/value", answer.value
    return pointer, answer.value


def _same(left: Any, right: Any) -> bool:
    return type(left) is type(right) and left == right


def _asked(key: Address, entry: dict[str, Any], project: Project) -> list[Edit]:
    kept = {name: value for name, value in entry.items() if value is not None}
    for asked in project.asked:
        if asked.key == key:
            return [(asked.pointer, kept)]
    return [("/asked/-", kept)]


def _not_asked(key: Address, project: Project) -> list[Edit]:
    """Return the edits that take away what was asked about a fact: it has an answer now."""
    return [(asked.pointer, GONE) for asked in project.asked if asked.key == key]


def _pointer(address: Address, project: Project, kb: KnowledgeBase) -> str:
    """Return the JSON pointer of a fact or an element, whether the document has it or not."""
    way = way_to(address, _data(project), kb.vocabulary)
    assert way is not None, address
    return pointer_of(*way)


def _elements(source: str, project: Project) -> str:
    return pointer_of(*way_to_elements(source, _data(project)))


def _data(project: Project) -> dict[str, Any]:
    return project.document.data if project.document is not None else {}


_ASKED = "/asked"


class Pen:
    """Collects edits.

    A value stands where it stands whatever other values are written, so the document is read again only after edits
    that move something, which are those of lists. What was asked is written last, whatever the number of answers.
    """

    def __init__(self, file: EditedFile, project: Project, kb: CompiledKnowledgeBase) -> None:
        """Start on a project as its file says it."""
        self.kb = kb
        self._edits: list[Edit] = []
        self._asked: list[Edit] = []
        self._project, self._moved = project, False
        self._content, self._name, self._written = file.content, file.document.name, 0
        there = file.document.data.get("asked")
        self._there = len(there) if isinstance(there, list) else None

    @property
    def project(self) -> Project:
        """The project as the edits leave it, as far as where things stand depends on it; what was asked is as it was."""
        if self._moved:
            self._content = edited(self._content, self._edits[self._written :], self._name)
            self._project = read_project(read_document(self._content, self._name), self.kb)
            self._written, self._moved = len(self._edits), False
        return self._project

    @property
    def edits(self) -> list[Edit]:
        """What was written, in its order."""
        gone = {pointer for pointer, value in self._asked if value is GONE}
        new = [value for pointer, value in self._asked if pointer == f"{_ASKED}/-"]
        kept = [one for one in self._asked if one[1] is not GONE and one[0] != f"{_ASKED}/-" and one[0] not in gone]
        if self._there is None:
            return [*self._edits, *([(_ASKED, new)] if new else [])]
        if gone and len(gone) == self._there and not new:
            return [*self._edits, (_ASKED, GONE)]
        last_first: Any = sorted(gone, key=lambda pointer: -int(pointer.rpartition("/")[2]))
        return [*self._edits, *kept, *((one, GONE) for one in last_first), *((f"{_ASKED}/-", one) for one in new)]

    def write(self, new: Sequence[Edit]) -> None:
        """Take edits in."""
        values = [one for one in new if not one[0].startswith(f"{_ASKED}/")]
        self._asked += [one for one in new if one[0].startswith(f"{_ASKED}/")]
        self._edits += values
        lists = self.kb.vocabulary.lists.values()
        self._moved |= any(pointer.endswith("/-") or value is GONE for pointer, value in values)
        self._moved |= any(pointer == pointer_of(*one.path.split(".")) for pointer, _ in values for one in lists)
