"""Documents in which nothing is odd: what is known of a project, straight from the bytes, without saying where it stands.

A program that judges one project after the other needs what is known and seldom where it is written. In doubt nothing is
known here, and the reader that explains (`engine.project.project`) reads the document: never is a document taken that it
refuses, nor in another meaning. What it says of places, names and notes is then made when somebody asks for it.

What a document may hold is a type, made of the vocabulary, that msgspec checks while it decodes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, TypeAlias, TypedDict

from msgspec import Meta, Struct, field, json

from ..knowledge.model import FactDefinition, KnowledgeBase
from ..language.completeness import completeness
from ..problems.texts import LANGUAGES
from ..reading.limits import LARGEST, LARGEST_INTEGER
from .address import source_and_id
from .ids import one_form
from .memory import Element, Value, WorkingMemory
from .outline import LARGEST_LIST, Outline, closed_in, made_once, outline_of
from .values import LARGEST_NUMBER, LONGEST_ID, LONGEST_TEXT, PROVENANCE, is_blank, set_as_named

_KEY = rb'"[ \t\r\n]*:'
_Type: TypeAlias = Any
"""What msgspec takes as the type of a value."""
_SETTINGS: Mapping[str, _Type] = {
    "$schema": str | None,
    "lang": Literal[LANGUAGES] | None,
    "responses": None,
    "asked": None,
}
"""What may stand at the top and is no fact; decisions are for the reader that explains."""


_DAY: _Type = Annotated[
    str, Meta(pattern=r"^([1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|[1-9]\d{3}-(0[13-9]|1[0-2])-(29|30))$")
]
"""A day that there is, of most; what else may be one is looked at by the reader that explains."""


class _OddError(Exception):
    """There is something that only the reader that explains can judge."""


def known_in(content: bytes, kb: KnowledgeBase) -> tuple[WorkingMemory, str | None] | None:
    """Return what a JSON document says of a project, and its language; None where anything in it is odd.

    >>> from advise import load_rules
    >>> memory, language = known_in(b'{"commitment": {"declared": false}, "lang": "ja"}', load_rules())
    >>> memory.project, language
    ({'commitment.declared': False}, 'ja')
    >>> known_in(b'{"commitment": {"declared": "no"}}', load_rules())
    """
    if len(content) > LARGEST:
        return None
    form = made_once(kb, _Form)
    try:
        data = form.decode(content)
        # Keys of a value that says where it comes from are not counted where they are written otherwise: it is left.
        reading = _Reading(form, b"null" in content or b'"value"' in content)
        reading.group(data, form.root)
    except (_OddError, ValueError, KeyError, RecursionError):
        return None
    # A key that is there twice is one key here, and one that nobody knows is none.
    if reading.keys != content.count(b":") and reading.keys != len(re.findall(_KEY, content)):
        return None
    return reading.whole(), data.get("lang")


class _Node(Struct):
    """An object of a document.

    Attributes:
        sourced: The keys of values that may say where they come from.
        names: Under which name the project knows a fact; the others are known under their key, of the element that this is.
        texts: Those of which more has to be looked at than their type, and what looks at it.
        below: The keys of what is no fact: a group of facts or the elements of a list.
        listed: The list whose elements these are, or of which this is one that is always there.
        index: Which one it is then.
    """

    sourced: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    texts: list[tuple[str, Callable[[Any], None]]] = field(default_factory=list)
    below: dict[str, _Node] = field(default_factory=dict)
    listed: str = ""
    index: int = 0


class _Form:
    """What documents look like, made once for each knowledge base.

    Attributes:
        words: What they are written in.
        root: What may stand at the top.
        decode: Returns the data of a document whose values are of the right types, without the keys that nobody knows.
        families: Each list whose members are always the same, with them.
        open: The facts whose values need not all be named.
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        words = kb.vocabulary
        self.words = words
        self.families = {path: tuple(listed.members) for path, listed in words.lists.items() if listed.members}
        self.open = [fact for fact in words.facts.values() if fact.open]
        self._told: dict[_Type, _Type] = {}
        self.root = _Node()
        self.decode = json.Decoder(self._object(outline_of(kb), self.root, _SETTINGS)).decode

    def _object(self, outline: Outline, node: _Node, more: Mapping[str, _Type]) -> _Type:
        """Return the type of an object, and note in the node what is to be done with it."""
        types = dict(more)
        for key, child in outline.children.items():
            if child.fact is not None:
                types[key] = self._fact(key, child.fact, node)
                continue
            below = node.below[key] = _Node()
            if child.listed is not None and child.element is not None:
                below.listed = child.listed.path
                element = self._object(child.element, below, {"id": str, "name": str | None})
                node.sourced.add(key)
                types[key] = self._sourced(Annotated[list[element], Meta(max_length=LARGEST_LIST)])  # type: ignore[valid-type]
                continue
            if child.subject is not None:
                below.listed, member = source_and_id(child.subject)
                below.index = self.families[below.listed].index(member)
            types[key] = self._object(child, below, {}) | None
        return _some(types)

    def _fact(self, key: str, fact: FactDefinition, node: _Node) -> _Type:
        """Return the type of a fact, and note the fact in the node of its object."""
        node.sourced.add(key)
        if fact.source is None:
            node.names[key] = fact.path
        if fact.type in _LOOKED_AT:
            node.texts.append((key, _LOOKED_AT[fact.type]))
        return self._sourced(_type_of(fact))

    def _sourced(self, bare: _Type) -> _Type:
        """Return the type of a value that may say where it comes from; alike ones have one."""
        if bare not in self._told:
            told = _some({"value": bare | None, **dict.fromkeys(PROVENANCE, str | None), "as_of": _DAY | None})
            told.__required_keys__ = frozenset(("value",))
            self._told[bare] = bare | None | told
        return self._told[bare]


def _some(types: Mapping[str, _Type]) -> _Type:
    """Return the type of an object that may have some keys."""
    return TypedDict("_Object", types, total=False)  # type: ignore[operator]


def _type_of(fact: FactDefinition) -> _Type:
    if fact.type == "bool":
        return bool
    if fact.type in ("number", "int"):
        low = -LARGEST_NUMBER if fact.minimum is None else fact.minimum
        high = LARGEST_NUMBER if fact.maximum is None else fact.maximum
        step = 1.0 if fact.type == "int" else None
        # The largest integer is left out: larger ones are rounded to it.
        within = Meta(ge=max(low, 1.0 - LARGEST_INTEGER), le=min(high, LARGEST_INTEGER - 1.0), multiple_of=step)
        return Annotated[float, within]
    if fact.type in ("enum", "set"):
        word = Literal[tuple(fact.values)] if fact.values else None
        return word if fact.type == "enum" else frozenset[word]  # type: ignore[valid-type]
    text = Annotated[str, Meta(max_length=LONGEST_TEXT)]
    return {"text": text, "texts": tuple[text, ...], "refs": frozenset[text]}[fact.type]


def _text(value: str) -> None:
    if not value.isalnum() and is_blank(value):
        raise _OddError


def _id(value: str) -> None:
    if (not value.isalnum() and is_blank(value)) or (not value.isascii() and one_form(value) != value):
        raise _OddError


def _each(look: Callable[[str], None]) -> Callable[[Any], None]:
    def looked_at(values: Any) -> None:
        for one in values:
            look(one)

    return looked_at


_LOOKED_AT: Mapping[str, Callable[[Any], None]] = {"text": _text, "texts": _each(_text), "refs": _each(_id)}


class _Reading:
    """Takes what is known from the data of one document.

    Attributes:
        memory: What is known by now.
        keys: How many keys there were.
        wrapped: Whether a value may be null or an object that says where it comes from.
    """

    def __init__(self, form: _Form, wrapped: bool) -> None:
        families: dict[str, list[Element]] = {
            path: [{"id": one} for one in members] for path, members in form.families.items()
        }
        self.form = form
        self.wrapped = wrapped
        self.memory = WorkingMemory({}, families)
        self.keys = 0

    def group(self, data: dict[str, Any], node: _Node) -> None:
        """Take the facts of a group and of what stands in it."""
        self.keys += len(data)
        data = self._bare(data, node)
        own = self.memory.elements[node.listed][node.index] if node.listed else None
        if own is not None and not node.names:
            own.update(data)
            return
        project, names, below = self.memory.project, node.names, node.below
        for key, value in data.items():
            name = names.get(key)
            if name is not None:
                if name in project:  # `complete` can be written with a brace for each dot, or with dots
                    raise _OddError
                project[name] = value
            elif type(value) is list:
                self._list(value, below[key])
            elif type(value) is dict:
                self.group(value, below[key])
            elif own is not None:
                own[key] = value

    def _bare(self, data: dict[str, Any], node: _Node) -> dict[str, Any]:
        """Return an object without what is not known, and facts without what is said about where they come from."""
        if self.wrapped:
            bare = {}
            for key, value in data.items():
                if type(value) is dict and key in node.sourced:
                    self.keys += len(value)
                    value = value["value"]
                if value is not None:
                    bare[key] = value
            data = bare
        for key, look in node.texts:
            if key in data:
                look(data[key])
        return data

    def _list(self, data: list[dict[str, Any]], node: _Node) -> None:
        elements: list[Element] = []
        for one in data:
            self.keys += len(one)
            element = self._bare(one, node)
            name = element["id"]
            _id(name)
            if len(name) > LONGEST_ID:
                raise _OddError
            element.pop("name", None)
            elements.append(element)
        if len({one["id"] for one in elements}) != len(elements):
            raise _OddError
        self.memory.elements[node.listed] = elements

    def whole(self) -> WorkingMemory:
        """Return what is known, when all was taken."""
        memory = self.memory
        known: dict[str, Value] = memory.project
        memory.closed = closed_in(memory, self.form.words)
        for fact in self.form.open:
            if fact.path in known:
                known[fact.path] = set_as_named(known[fact.path], known.get(completeness(fact.path)), fact)
        return memory
