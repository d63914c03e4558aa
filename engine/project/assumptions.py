"""What-if: a project with some facts assumed, for one run; the file stays as it is.

An assumption is written `fact=value`: `commitment.declared=true`, `organisations/city.champion_willing=true`,
`top.dialogue_with=[municipality]`, `kpis/K1.goals=[G1]`, `organisations/bank.kind=financial_institution` (a new element),
`organisations/bank=` (without that element), `commitment.by=` (unknown). An open set is assumed as a whole: what it then
does not name is not in it, unless it is assumed as well that it is not complete.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from ..knowledge.model import KnowledgeBase
from ..language.completeness import completeness
from ..problems.problem import Place, Problem, ProblemsError, did_you_mean, nearest, problem_of
from ..reading.document import Document
from .address import Address, is_element, read_address, source_and_id, subject_of
from .data import elements_of, put, subjects_in, value_at, way_to, way_to_elements
from .ids import meant
from .project import Assumption, Project, read_project
from .values import value_of_text

_POINTER = re.compile(r" \(/\S*\)$")
_NAMED = 6
"""Ids that are named."""

_CHANGING = re.compile(r"([^+\-]*[^+\-\s])\s*[+\-]")
_COUNTED = re.compile(r"(.+?)\[\d+\](?:\.(.*))?")


def with_assumptions(source: Document | Mapping[str, Any], assumptions: Sequence[str], kb: KnowledgeBase) -> Project:
    """Read a document, or plain data, with facts assumed, each as `fact=value`.

    Raises:
        ProblemsError: An assumption cannot be understood, or the project with it is not valid.
    """
    document = source if isinstance(source, Document) else None
    stated: Mapping[str, Any] = document.data if document is not None else source  # type: ignore[assignment]
    problems: list[Problem] = []
    understood: list[Assumption] = []
    there = subjects_in(stated, kb.vocabulary)
    for written in assumptions:
        found = _read(written, stated, there, kb)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            understood.append(found)
    problems += _twice(one for one in understood if not is_element(one.address, kb.vocabulary))
    problems += _missing(stated, understood, kb)
    if problems:
        raise ProblemsError(problems)
    data, assumed = _changed(stated, understood, kb)
    try:
        project = read_project(data, kb)
    except ProblemsError as error:
        if document is not None:
            read_project(document, kb)  # what is wrong with the document itself is told with its lines
        raise ProblemsError(_placed(error.problems, stated, understood, kb)) from None
    project.tell().document = document
    if document is not None:
        _point_back(project, stated, kb)
    project.assumptions = tuple(understood)
    return _marked(project, assumed)


def added_elements(project: Project) -> tuple[str, ...]:
    """Return the elements of a project that were assumed and that its document does not have, as subjects."""
    added = {subject for fact, subject in project.assumed if fact.endswith("[].id")}
    return tuple(subject for subject in project.elements if subject in added)


def _read(written: str, stated: Mapping[str, Any], there: Collection[str], kb: KnowledgeBase) -> Assumption | Problem:
    """Return what an assumption means, or why it cannot be understood.

    An id may hold equals signs of its own; where that leaves several ways to read it, it is about what is there.
    """
    readings = []
    at = written.find("=")
    while at >= 0:
        address = read_address(written[:at].strip(), kb.vocabulary, there)
        if address is not None and address.subject is not None:
            address = Address(address.fact, meant(address.subject, there))
        value = value_of_text(written[at + 1 :].strip())
        if address is not None and (_is_fact(address, kb) or (value is None and is_element(address, kb.vocabulary))):
            readings.append(Assumption(written, address, value))
        at = written.find("=", at + 1)
    if readings:
        return next((one for one in readings if one.address.subject in there), readings[0])
    name = written.partition("=")[0].strip()
    address = read_address(name, kb.vocabulary, there)
    if address is not None and _is_fact(address, kb):
        return _without_value(written, name)
    source = max((path for path in kb.vocabulary.lists if name.startswith(path)), key=len, default="")
    ids = _ids(stated, source, kb) if source else ()
    return _not_understood(written, name, address, kb, source, ids or ())


def _is_fact(address: Address, kb: KnowledgeBase) -> bool:
    """Tell whether something can be assumed under this address: a fact of one subject, a list, or a name."""
    fact, subject = address
    if subject is not None:
        return fact in kb.vocabulary.facts or address.attribute == "name"
    listed, definition = kb.vocabulary.lists.get(fact), kb.vocabulary.facts.get(fact)
    return definition.source is None if definition is not None else listed is not None and not listed.members


def _twice(understood: Iterable[Assumption]) -> list[Problem]:
    """Return what is assumed of one fact more than once: which of them is meant is not guessed."""
    found = []
    first: dict[Address, str] = {}
    for one in understood:
        before = first.get(one.address)
        first[one.address] = one.written
        if before is not None:
            message = (
                f"'{before}' and '{one.written}' are about the same",
                f"「{before}」と「{one.written}」は同じ事実についてのものです",
            )
            cure = "Assume one of them.", "仮定するのはどちらか一つにしてください。"
            found.append(problem_of("P220", _place_of(one.written), *message, *cure))
    return found


def _missing(stated: Mapping[str, Any], understood: Sequence[Assumption], kb: KnowledgeBase) -> list[Problem]:
    """Return what would be left out or unknown and is not there, the assumptions before it made."""
    found = []
    for number, one in enumerate(understood):
        if one.address.subject is None or one.value is not None:
            continue
        source, name = source_and_id(one.address.subject)
        data, _ = _changed(stated, understood[:number], kb)
        ids = _ids(data, source, kb)
        if ids is not None and name not in ids:
            found.append(_not_there(one.written, source, name, ids))
    return found


def _ids(data: Mapping[str, Any], path: str, kb: KnowledgeBase) -> tuple[str, ...] | None:
    """Return the ids of a list's or family's elements; None where something else stands in place of a list."""
    members = kb.vocabulary.lists[path].members
    if members:
        return tuple(members)
    elements = elements_of(path, data)
    if elements is None and value_at(way_to_elements(path, data), data) is not None:
        return None
    return tuple(str(item["id"]) for item in elements or () if isinstance(item, dict) and "id" in item)


def _changed(
    stated: Mapping[str, Any], understood: Sequence[Assumption], kb: KnowledgeBase
) -> tuple[dict[str, Any], set[Address]]:
    """Return the data with what is assumed, and what that is; an address without a fact is all of its subject."""
    data: dict[str, Any] = copy.deepcopy(dict(stated))
    assumed: set[Address] = set()
    own = {one.address for one in understood}
    for one in understood:
        assumed |= _apply(data, one.address, one.value, kb)
        definition = kb.vocabulary.facts.get(one.address.fact)
        closing = Address(completeness(one.address.fact))
        if definition is not None and definition.open and closing not in own:
            assumed |= _apply(data, closing, None if one.value is None else True, kb)
    return data, assumed


def _apply(data: dict[str, Any], address: Address, value: Any, kb: KnowledgeBase) -> set[Address]:
    """Change the data; what has the wrong shape is left alone, because reading the project will report it."""
    way = way_to(address, data, kb.vocabulary)
    if way is not None and not is_element(address, kb.vocabulary):
        put(value, way, data)
        return {address}
    source, name = source_and_id(address.subject or "")
    to_list = way_to_elements(source, data)
    elements = [] if value_at(to_list, data) is None else elements_of(source, data)
    if elements is None or (way is None and value is None):
        return set()
    if way is not None:
        del elements[int(way[-1])]
    else:
        put([*elements, {"id": name, address.attribute: value}], to_list, data)
    return {Address("", address.subject), Address(source)}


def _placed(
    problems: Sequence[Problem], stated: Mapping[str, Any], understood: Sequence[Assumption], kb: KnowledgeBase
) -> list[Problem]:
    """Say of each problem which assumption brings it: the last one with which it came."""
    blamed: dict[str, Place] = {}
    before = _messages(stated, kb)
    for number, one in enumerate(understood, start=1):
        now = _messages(_changed(stated, understood[:number], kb)[0], kb)
        blamed |= dict.fromkeys(now - before, _place_of(one.written))
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
    keys = {*project.stated, *(Address(f"{source_and_id(subject)[0]}[].id", subject) for subject in there)}
    project.assumed = frozenset(key for key in keys if key in assumed or (key[1] is not None and key[1] in elements))
    return project


def _point_back(project: Project, data: Mapping[str, Any], kb: KnowledgeBase) -> None:
    """Point to where elements stand in the document; leaving one out has moved those behind it."""
    for path, listed in kb.vocabulary.lists.items():
        before = None if listed.members else elements_of(path, data)
        if before is None or (path, None) not in project.stated:
            continue
        base = project.stated[Address(path)].pointer
        index = {item.get("id"): number for number, item in enumerate(before) if isinstance(item, dict)}
        moved = {
            subject_of(path, name): (f"{base}/{now}", f"{base}/{index[name]}")
            for now, name in enumerate(project.stated[Address(path)].value)
            if index.get(name, now) != now
        }
        for key, fact in project.stated.items():
            if key[1] in moved:
                now_at, stood_at = moved[key[1]]
                project.stated[key] = replace(fact, pointer=stood_at + fact.pointer.removeprefix(now_at))
        for subject, (_, stood_at) in moved.items():
            project.elements[subject] = stood_at


# What is said of an assumption that cannot be understood


def _place_of(written: str) -> Place:
    """Return the place of an assumption: the option that it was given with."""
    return Place("--set", 1, 1, len(written), written)


def _not_understood(
    written: str, name: str, address: Address | None, kb: KnowledgeBase, source: str, ids: Sequence[str]
) -> Problem:
    """Return the problem that an assumption sets no fact."""
    leaves_out = address is not None and is_element(address, kb.vocabulary)
    derived = address is not None and address.fact in kb.vocabulary.concepts
    message = f"'{written}' does not set a fact", f"「{written}」では事実を仮定できません"
    if name in kb.vocabulary.facts:
        message = f"'{written}' does not say of which one", f"「{written}」では、どれのことか分かりません"
    elif name and not leaves_out and not derived:
        message = f"unknown fact '{name}'", f"「{name}」という事実はありません"
    cure = _cure(name, kb, source, ids, leaves_out=leaves_out, derived=derived)
    return problem_of("P220", _place_of(written), *message, *cure)


def _without_value(written: str, name: str) -> Problem:
    """Return the problem that an assumption names a fact and nothing else."""
    return problem_of(
        "P220",
        _place_of(written),
        f"'{written}' has no value",
        f"「{written}」に値がありません",
        f"Write '{name}=' with the value behind it; with nothing behind it the fact is unknown.",
        f"'{name}=' に続けて値を書いてください。値を書かなければ「未確認」と仮定します。",
    )


def _not_there(written: str, source: str, name: str, ids: Sequence[str]) -> Problem:
    """Return the problem that an assumption takes something from an element that is not there."""
    there = f"There are: {_some(ids, 'en')}.", f"あるのは {_some(ids, 'ja')} です。"
    if not ids:
        there = f"The list '{source}' has no elements.", f"一覧 '{source}' には何もありません。"
    cure = did_you_mean(name, ids, *there, mark=f"'{source}/{{}}'")
    message = f"there is no '{source}/{name}'", f"'{source}/{name}' はありません"
    return problem_of("P220", _place_of(written), *message, *cure)


def _cure(
    name: str, kb: KnowledgeBase, source: str, ids: Sequence[str], *, leaves_out: bool, derived: bool
) -> tuple[str, str]:
    if derived:
        return (
            f"'{name}' follows from other facts; assume those.",
            f"'{name}' はほかの事実から導かれます。もとの事実を仮定してください。",
        )
    if leaves_out:
        return (
            f"Write '{name}=' to leave it out, or '{name}.' with the name of a fact behind it.",
            f"除くなら '{name}=' と書き、そうでなければ '{name}.' に続けて事実の名前を書きます。",
        )
    if name in kb.vocabulary.facts:
        return _of_which(name.replace("[].", "/ID.", 1).replace(".*.", "/ID.", 1), ids)
    counted = _COUNTED.fullmatch(name)
    if counted is not None and counted[1] in kb.vocabulary.lists:
        return _of_which(f"{counted[1]}/ID.{counted[2] or ''}".removesuffix("."), ids)
    changing = _CHANGING.fullmatch(name)
    if changing is not None and changing[1] in kb.vocabulary.lists:
        return (
            f"'{changing[1]}/ID.name=' with an id and a name adds one, '{changing[1]}/ID=' leaves one out.",
            f"加えるなら '{changing[1]}/ID.name=' に続けて名称を、除くなら '{changing[1]}/ID=' と書きます（ID は id）。",
        )
    if changing is not None and changing[1] in kb.vocabulary.facts:
        return (
            f"Write the whole value: '{changing[1]}=' with all of it behind it.",
            f"'{changing[1]}=' に続けて、値の全体を書いてください。",
        )
    facts = kb.vocabulary.facts.values()
    whole = [fact.path for fact in facts if fact.source is None or "[]" in name or "*" in name]
    close = _nearest_within(name, source, ids, kb) or nearest(name, [*whole, *kb.vocabulary.lists])
    if close and close != name:
        return f"Did you mean '{close}'?", f"'{close}' のことですか。"
    known = next((fact.path for fact in facts if fact.type == "bool" and fact.source is None), "fact")
    return (
        f"Write fact=value, such as {known}=true; `advise schema` lists all facts.",
        f"{known}=true のように「事実=値」で書きます。すべての事実は advise schema で分かります。",
    )


def _nearest_within(name: str, source: str, ids: Sequence[str], kb: KnowledgeBase) -> str | None:
    """Return the fact of an element that was probably meant, as it is typed."""
    element, dot, attribute = name[len(source) + 1 :].rpartition(".")
    if not source or not dot:
        return None
    facts = {fact.attribute: fact.path for fact in kb.vocabulary.facts.values() if fact.source == source}
    close, known = nearest(element, ids), nearest(attribute, facts)
    return str(Address(facts[known], subject_of(source, close))) if close and known else None


def _of_which(one: str, ids: Sequence[str]) -> tuple[str, str]:
    """Return how an element is named."""
    en = f"Write '{one}=', with its id for ID" + (f": {_some(ids, 'en')}." if ids else ".")
    named = f"（{_some(ids, 'ja')}）" if ids else ""
    return en, f"ID のところに id{named}を入れて '{one}=' のように書きます。"


def _some(ids: Sequence[str], language: str) -> str:
    named = (", " if language == "en" else "、").join(ids[:_NAMED])
    rest = len(ids) - _NAMED
    if rest <= 0:
        return named
    return f"{named} and {rest} more" if language == "en" else f"{named} ほか{rest}件"
