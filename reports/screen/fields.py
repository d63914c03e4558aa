"""The columns of a table of projects: which fact each stands for, by the name of the fact, its label or its question."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from ...engine.knowledge.model import FactDefinition, KnowledgeBase
from ...engine.problems.texts import LANGUAGES
from ...engine.project.address import Address
from ...engine.project.data import KeyPath, way_to
from ..texts import say
from ..texts.screen import HEADS
from ..words.names import Teller

Role = Literal["fact", "names", "id", "element", "name"]
"""A fact; the names of a list's elements; the id of the project; the id of an element; its name."""

_IDS = (
    "id", "no", "no.", "番号", "案件番号", "事業番号", "整理番号", "受付番号", "申請番号", "project", "project id",
    "project no.", "application id", "application no.",
)  # fmt: skip
_NAMES = (
    "name",
    "title",
    "project name",
    "project title",
    "名前",
    "名称",
    "事業名",
    "案件名",
    "件名",
    "プロジェクト名",
)
_PLACES = ("city name", "town", "town name", "市名", "市町村名", "都市名", "自治体名")
_PHASES = {"project phase", "stage", "project stage", "フェーズ", "ステージ", "事業段階", "事業の段階", "現在の段階"}
_MARKS = str.maketrans("", "", "*※　 \t\r\n")


class Field(Struct, frozen=True):
    """What a column holds.

    Attributes:
        key: The name of the fact as `--set` takes it; `organisations[].kind` of a list's elements.
        way: Where its value goes in a project's data, or in an element.
    """

    role: Role
    key: str
    way: KeyPath = ()
    fact: FactDefinition | None = None
    address: Address | None = None


class Sheet(Struct, frozen=True):
    """A table that can be filled in: that of the projects, or of the elements of one list.

    Attributes:
        source: The list; None for the projects.
        fields: Its columns, in order.
        names: The column that each spelling of a head means.
    """

    source: str | None
    fields: tuple[Field, ...]
    names: Mapping[str, Field]


def folded(text: str) -> str:
    """Return a head as heads are compared: without blanks and marks, in one width and case.

    >>> folded("事業の　段階 *"), folded("Project.Phase")
    ('事業の段階', 'project.phase')
    """
    return unicodedata.normalize("NFKC", text).translate(_MARKS).casefold()


def sheets(kb: KnowledgeBase) -> list[Sheet]:
    """Return the tables of a knowledge base: that of the projects first, then one for each list."""
    vocabulary = kb.vocabulary
    own = [Field("id", "id"), *_project_fields(kb)]
    found = [_sheet(None, own, kb)]
    for path, listed in vocabulary.lists.items():
        if path.startswith("$") or listed.members:
            continue
        facts = [one for one in vocabulary.facts.values() if one.source == path]
        fields = [Field("id", "project"), Field("element", "id", ("id",)), Field("name", "name", ("name",))]
        fields += [Field("fact", one.path, (one.attribute,), one) for one in facts]
        found.append(_sheet(path, fields, kb))
    return found


def _project_fields(kb: KnowledgeBase) -> Iterator[Field]:
    vocabulary = kb.vocabulary
    for fact in vocabulary.facts.values():
        listed = vocabulary.lists.get(fact.source or "")
        addresses = [Address(fact.path)] if listed is None else []
        if listed is not None and listed.members:
            addresses = [Address(fact.path, f"{listed.path}/{member}") for member in listed.members]
        for address in addresses:
            way = way_to(address, {}, vocabulary)
            if way is not None:
                yield Field("fact", str(address), way, fact, address)
    for path, listed in vocabulary.lists.items():
        if not path.startswith("$") and not listed.members:
            yield Field("names", path, tuple(path.split(".")), None, Address(path))


def _sheet(source: str | None, fields: Sequence[Field], kb: KnowledgeBase) -> Sheet:
    names: dict[str, Field] = {}
    double: set[str] = set()
    for field in fields:
        for spelling in dict.fromkeys(map(folded, spellings(field, kb))):
            double |= {spelling} & names.keys()
            names.setdefault(spelling, field)
    exact = {folded(field.key): field for field in fields}
    return Sheet(source, tuple(fields), {**{name: one for name, one in names.items() if name not in double}, **exact})


def spellings(field: Field, kb: KnowledgeBase) -> Iterator[str]:
    """Yield what the head of a column may say."""
    yield field.key
    for language in LANGUAGES:
        yield head(field, kb, language)
        if field.fact is not None and (field.address is None or field.address.subject is None):
            yield field.fact.question[language]
    if field.role == "names":
        yield from kb.vocabulary.lists[field.key].label.values()
    if field.role == "id":
        yield from _IDS if field.key == "id" else _IDS[1:]
    if field.fact is not None and field.address is None:
        yield field.fact.attribute
    if field.address is not None and field.address.subject is not None:
        yield field.key.replace("/", ".", 1)
    if field.key == kb.presentation.project.name:
        yield from _NAMES
    if field.key == kb.presentation.project.place:
        yield from _PLACES
    if field.key == kb.presentation.project.phase:
        yield from _PHASES


def head(field: Field, kb: KnowledgeBase, language: str) -> str:
    """Return what the head of a column says in a language."""
    if field.role in HEADS:
        return HEADS[field.role][language]
    if field.role == "names":
        return say("screen.head.names", language, list=kb.vocabulary.lists[field.key].label[language])
    if field.address is None:
        return kb.vocabulary.facts[field.key].label[language]
    return Teller(kb, language).fact(field.address.fact, field.address.subject)
