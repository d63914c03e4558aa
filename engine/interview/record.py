"""What an answer writes into the project document: the value in its place, or an entry under `asked`.

A value that is replaced takes its provenance with it, because the new one does not come from there.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from ..knowledge.model import KnowledgeBase
from ..project.address import Address
from ..project.project import Project
from ..project.values import is_wrapped
from ..reading.edited_file import GONE, Edit
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
        return _added(key, answer.value, project, on, by)
    if answer.kind == "enough":
        found: list[Edit] = [] if key in project.stated else [(_list_pointer(key[0], project), [])]
        if f"complete.{key[0]}" in kb.vocabulary.facts and not project.memory.elements.get(key[0]):
            found.append((pointer_of("complete", key[0]), True))
        return found + _not_asked(key, project)
    if answer.kind == "value":
        return [_value(key, answer, project, kb, by, on), *_not_asked(key, project)]
    found = []
    if key in project.stated and key[0] in kb.vocabulary.facts:
        found.append((pointer_of_fact(key, project, kb), None))
    entry = {"fact": key[0], "subject": key[1], "answer": answer.kind, "whom": answer.whom, "by": by, "on": on}
    return [*found, *_asked(key, entry, project)]


def removal(subject: str, project: Project, kb: KnowledgeBase) -> list[Edit]:
    """Return the edits that take an element out of its list, with what was asked about it and what refers to it.

    Args:
        subject: The element (`organisations/city`).
        project: The project as its document stands.
        kb: Says which facts refer to the list.
    """
    source, _, name = subject.partition("/")
    found: list[Edit] = []
    for (fact, owner), stated in project.stated.items():
        definition = kb.vocabulary.facts.get(fact)
        if definition is not None and definition.target == source and name in stated.value and owner != subject:
            found.append((stated.pointer, [other for other in stated.value if other != name]))
    gone = [asked.pointer for asked in project.asked if asked.subject == subject]
    if gone and len(gone) == len(project.asked):
        found.append(("/asked", GONE))
    else:
        found += [(pointer, GONE) for pointer in sorted(gone, key=lambda one: -int(one.rpartition("/")[2]))]
    index = [str(element["id"]) for element in project.memory.elements[source]].index(name)
    return [*found, (f"{project.stated[Address(source)].pointer}/{index}", GONE)]


def pointer_of_fact(key: Address, project: Project, kb: KnowledgeBase) -> str:
    """Return the JSON pointer of a fact's value, whether the document has it or not; without the `value` of a wrapped one."""
    fact, subject = key
    stated = project.stated.get(key)
    if stated is not None:
        data = _at(project, stated.pointer.removesuffix("/value"))
        wrapped = stated.pointer.endswith("/value") and is_wrapped(data)
        return stated.pointer.removesuffix("/value") if wrapped else stated.pointer
    definition = kb.vocabulary.facts[fact]
    if fact.startswith("complete."):
        return pointer_of("complete", fact.removeprefix("complete."))
    if definition.source is None or subject is None:
        return pointer_of(*fact.split("."))
    source, _, name = subject.partition("/")
    if kb.vocabulary.lists[source].members:
        return pointer_of(*source.split("."), name, *definition.attribute.split("."))
    index = [str(element["id"]) for element in project.memory.elements[source]].index(name)
    return _list_pointer(source, project) + pointer_of(index, *definition.attribute.split("."))


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


def _added(key: Address, name: str, project: Project, on: str, by: str | None) -> list[Edit]:
    source = key[0]
    taken = {str(element["id"]) for element in project.memory.elements.get(source, ())}
    element = {"id": new_id(name, taken), "name": name}
    pointer = _list_pointer(source, project)
    if key not in project.stated:
        found: list[Edit] = [(pointer, [element])]
    else:
        found = [(f"{pointer}/-", element)]
    if any(asked.key == key and asked.answer == "later" for asked in project.asked):
        return found
    # Until the person says that there is no further one, the list is not finished.
    return [*found, *_asked(key, {"fact": source, "answer": "later", "by": by, "on": on}, project)]


def _value(key: Address, answer: Answer, project: Project, kb: KnowledgeBase, by: str | None, on: str) -> Edit:
    pointer = pointer_of_fact(key, project, kb)
    stated = project.stated.get(key)
    if answer.source is not None:
        value = {"value": answer.value, "source": answer.source, "as_of": on, "by": by}
        return pointer, {name: part for name, part in value.items() if part is not None}
    if stated is not None and _same(stated.value, answer.value):
        return stated.pointer, stated.value
    if stated is None and is_wrapped(_at(project, pointer)):
        return f"{pointer}/value", answer.value
    return pointer, answer.value


def _same(left: Any, right: Any) -> bool:
    return type(left) is type(right) and left == right


def _asked(key: Address, entry: dict[str, Any], project: Project) -> list[Edit]:
    kept = {name: value for name, value in entry.items() if value is not None}
    for asked in project.asked:
        if asked.key == key:
            return [(asked.pointer, kept)]
    return [("/asked/-", kept)] if isinstance(_at(project, "/asked"), list) else [("/asked", [kept])]


def _not_asked(key: Address, project: Project) -> list[Edit]:
    """Return the edits that take away what was asked about a fact: it has an answer now."""
    found = [asked.pointer for asked in project.asked if asked.key == key]
    if found and len(found) == len(_at(project, "/asked")):
        return [("/asked", GONE)]
    return [(pointer, GONE) for pointer in found]


def _list_pointer(source: str, project: Project) -> str:
    stated = project.stated.get(Address(source))
    if stated is not None:
        return stated.pointer
    pointer = pointer_of(*source.split("."))
    return f"{pointer}/value" if is_wrapped(_at(project, pointer)) else pointer


def _at(project: Project, pointer: str) -> Any:
    """Return the document's value at a pointer, None when there is none."""
    data: Any = project.document.data if project.document is not None else {}
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(data, dict):
            data = data.get(name)
        elif isinstance(data, list) and name.isdigit() and int(name) < len(data):
            data = data[int(name)]
        else:
            return None
    return data
