"""What-if: a project with some facts assumed, for one run; the file stays as it is.

An assumption is written `fact=value`: `commitment.declared=true`, `organisations/city.champion_willing=true`,
`top.dialogue_with=[municipality]`, `kpis/K1.goals=[G1]`, `organisations/bank.kind=financial_institution` (a new element),
`organisations/bank=` (without that element), `commitment.by=` (unknown).
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ..knowledge.model import KnowledgeBase
from ..problems.problem import Place, Problem, ProblemsError
from ..reading.document import Document
from .address import Address
from .assumption_names import Target, halves, value_of_text
from .assumption_problems import not_there, not_understood, place_of, without_value
from .project import Project, read_project
from .values import is_wrapped

_POINTER = re.compile(r" \(/\S*\)$")
_Located: TypeAlias = "tuple[str, str | None, str, Any]"


class Assumption(Struct, frozen=True):
    """What one `fact=value` means.

    Attributes:
        written: As it was written.
        fact: The fact's name in the vocabulary; a list's path where an element is left out.
        subject: The element that it is about, None for the project.
        value: The JSON value; None where the fact is unknown or the element left out.
    """

    written: str
    fact: str
    subject: str | None
    value: Any


def assumptions_of(assumptions: Sequence[str], kb: KnowledgeBase) -> tuple[Assumption, ...]:
    """Return what assumptions mean, in their order.

    Args:
        assumptions: Each `fact=value`, as `with_assumptions` takes them; one that it does not take is left out.
        kb: The knowledge base.
    """
    found = []
    for written in assumptions:
        target, _, _, text = halves(written, kb, None)
        if target is not None:
            found.append(Assumption(written, *_key(*target, kb), value_of_text(text)))
    return tuple(found)


def added_elements(project: Project) -> tuple[str, ...]:
    """Return the elements of a project that were assumed and that its document does not have, as subjects."""
    added = {subject for fact, subject in project.assumed if fact.endswith("[].id")}
    return tuple(subject for subject in project.elements if subject in added)


def with_assumptions(source: Document | Mapping[str, Any], assumptions: Sequence[str], kb: KnowledgeBase) -> Project:
    """Read a project with facts assumed.

    Args:
        source: The document or the plain data.
        assumptions: Each `fact=value` as described above.
        kb: The knowledge base.

    Raises:
        ProblemsError: An assumption cannot be understood, or the project with it is not valid.
    """
    document = source if isinstance(source, Document) else None
    stated: Mapping[str, Any] = document.data if document is not None else source  # type: ignore[assignment]
    problems: list[Problem] = []
    located: list[_Located] = []
    understood: list[str] = []
    there = _subjects(stated, kb)
    for written in assumptions:
        target, name, equals, text = halves(written, kb, there)
        value = value_of_text(text)
        if not equals or target is None or (not target[2] and value is not None):
            problems.append(_problem(written, name, target, stated, kb))
        else:
            located.append((*target, value))
            understood.append(written)
    problems += _missing(stated, understood, located, kb)
    if problems:
        raise ProblemsError(problems)
    data, assumed = _changed(stated, located, kb)
    try:
        project = read_project(data, kb)
    except ProblemsError as error:
        if document is not None:
            read_project(document, kb)  # what is wrong with the document itself is told with its lines
        raise ProblemsError(_placed(error.problems, stated, assumptions, located, kb)) from None
    project.document = document
    if document is not None:
        _point_back(project, stated, kb)
    return _marked(project, assumed)


def _problem(written: str, name: str, target: Target | None, stated: Mapping[str, Any], kb: KnowledgeBase) -> Problem:
    """Return why an assumption cannot be understood."""
    if target is not None and target[2]:
        return without_value(written, name)
    source = max((path for path in kb.vocabulary.lists if name.startswith(path)), key=len, default="")
    ids = _ids(stated, source, kb) if source else ()
    return not_understood(written, name, kb, ids or (), leaves_out=target is not None)


def _missing(
    stated: Mapping[str, Any], written: Sequence[str], located: Sequence[_Located], kb: KnowledgeBase
) -> list[Problem]:
    """Return what would be left out or unknown and is not there, the assumptions before it made."""
    found = []
    for number, (source, element, _, value) in enumerate(located):
        if element is None or value is not None:
            continue
        data, _ = _changed(stated, located[:number], kb)
        ids = _ids(data, source, kb)
        if ids is not None and element not in ids:
            found.append(not_there(written[number], source, element, ids))
    return found


def _ids(data: Mapping[str, Any], path: str, kb: KnowledgeBase) -> tuple[str, ...] | None:
    """Return the ids of a list's or family's elements; None where something else stands in place of a list."""
    members = kb.vocabulary.lists[path].members
    if members:
        return tuple(members)
    elements = _elements(data, path)
    if elements is None and _at_path(data, path) is not None:
        return None
    return tuple(str(item["id"]) for item in elements or () if isinstance(item, dict) and "id" in item)


def _changed(
    stated: Mapping[str, Any], located: Sequence[_Located], kb: KnowledgeBase
) -> tuple[dict[str, Any], set[Address]]:
    """Return the data with what is assumed, and what that is."""
    data: dict[str, Any] = copy.deepcopy(dict(stated))
    assumed: set[Address] = set()
    for one in located:
        assumed |= _apply(data, *one, kb)
    return data, assumed


def _placed(
    problems: Sequence[Problem],
    stated: Mapping[str, Any],
    assumptions: Sequence[str],
    located: Sequence[_Located],
    kb: KnowledgeBase,
) -> list[Problem]:
    """Say of each problem which assumption brings it: the last one with which it came."""
    blamed: dict[str, Place] = {}
    before = _messages(stated, kb)
    for number, written in enumerate(assumptions, start=1):
        now = _messages(_changed(stated, located[:number], kb)[0], kb)
        blamed |= dict.fromkeys(now - before, place_of(written))
        before = now
    return [_at(one, blamed[one.message["en"]]) if one.message["en"] in blamed else one for one in problems]


def _messages(data: Mapping[str, Any], kb: KnowledgeBase) -> set[str]:
    try:
        read_project(data, kb)
    except ProblemsError as error:
        return {problem.message["en"] for problem in error.problems}
    return set()


def _at(problem: Problem, place: Place) -> Problem:
    """Put a problem to the assumption that it comes from, in place of the pointer into the data."""
    message = {language: _POINTER.sub("", text) for language, text in problem.message.items()}
    return replace(problem, message=message, place=place)


def _marked(project: Project, assumed: set[Address]) -> Project:
    elements = {subject for fact, subject in assumed if not fact}
    there = [subject for subject in project.elements if subject in elements]
    keys = {*project.stated, *(Address(f"{subject.partition('/')[0]}[].id", subject) for subject in there)}
    project.assumed = frozenset(key for key in keys if key in assumed or (key[1] is not None and key[1] in elements))
    return project


def _point_back(project: Project, data: Mapping[str, Any], kb: KnowledgeBase) -> None:
    """Point to where elements stand in the document; leaving one out has moved those behind it."""
    for path, listed in kb.vocabulary.lists.items():
        before = None if listed.members or path.startswith("$") else _elements(data, path)
        if before is None or (path, None) not in project.stated:
            continue
        base = project.stated[Address(path)].pointer
        index = {item.get("id"): number for number, item in enumerate(before) if isinstance(item, dict)}
        moved = {
            f"{path}/{name}": (f"{base}/{now}", f"{base}/{index[name]}")
            for now, name in enumerate(project.stated[Address(path)].value)
            if index.get(name, now) != now
        }
        for key, fact in project.stated.items():
            if key[1] in moved:
                now_at, stood_at = moved[key[1]]
                project.stated[key] = replace(fact, pointer=stood_at + fact.pointer.removeprefix(now_at))
        for subject, (_, stood_at) in moved.items():
            project.elements[subject] = stood_at


def _subjects(data: Mapping[str, Any], kb: KnowledgeBase) -> set[str]:
    """Return the elements of a project as subjects."""
    lists = [path for path, listed in kb.vocabulary.lists.items() if not listed.members]
    return {
        f"{path}/{item.get('id')}" for path in lists for item in _elements(data, path) or () if isinstance(item, dict)
    }


def _elements(data: Mapping[str, Any], path: str) -> list[Any] | None:
    found = _at_path(data, path)
    return found if isinstance(found, list) else None


def _at_path(data: Mapping[str, Any], path: str) -> Any:
    found: Any = data
    for part in path.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found["value"] if is_wrapped(found) else found


def _key(source: str, element: str | None, attribute: str, kb: KnowledgeBase) -> Address:
    """Return a fact as the vocabulary names it, and its subject."""
    if element is None:
        return Address(attribute)
    joint = ".*." if kb.vocabulary.lists[source].members else "[]."
    return Address(f"{source}{joint}{attribute}" if attribute else source, f"{source}/{element}")


def _apply(
    data: dict[str, Any], source: str, element: str | None, attribute: str, value: Any, kb: KnowledgeBase
) -> set[Address]:
    """Change the data; what has the wrong shape is left alone, because reading the project will report it."""
    if element is None:
        if attribute.startswith("complete."):
            _object(data, ["complete"])[attribute.removeprefix("complete.")] = value
        else:
            *way, last = attribute.split(".")
            _object(data, way)[last] = value
        return {Address(attribute)}
    subject = f"{source}/{element}"
    if kb.vocabulary.lists[source].members:
        _object(data, [*source.split("."), element])[attribute] = value
        return {Address(f"{source}.*.{attribute}", subject)}
    *way, last = source.split(".")
    holder, part = _object(data, way), last
    if is_wrapped(holder.get(last)):
        holder, part = holder[last], "value"
    return _change(holder, part, source, element, attribute, value)


def _change(holder: dict[str, Any], part: str, source: str, element: str, attribute: str, value: Any) -> set[Address]:
    """Change one element of the list that `holder` has as its `part`: its fact, or whether it is there at all."""
    subject = f"{source}/{element}"
    elements = [] if holder.get(part) is None else holder[part]
    if not isinstance(elements, list):
        return set()
    found = next((item for item in elements if isinstance(item, dict) and item.get("id") == element), None)
    if not attribute:
        if found is None:
            return set()
        holder[part] = [item for item in elements if item is not found]
        return {Address("", subject), Address(source)}
    if found is not None:
        found[attribute] = value
        return {Address(f"{source}[].{attribute}", subject)}
    if value is None:
        return set()
    holder[part] = [*elements, {"id": element, attribute: value}]
    return {Address("", subject), Address(source)}


def _object(data: dict[str, Any], way: Sequence[str]) -> dict[str, Any]:
    for part in way:
        if data.get(part) is None:
            data[part] = {}
        inner = data[part]
        data = inner if isinstance(inner, dict) else {}
    return data
