"""Documents in which nothing is odd: what is known of a project, straight from the bytes, without saying where it stands.

A program that judges one project after the other needs what is known and seldom where it is written. In doubt nothing is
known here, and the reader that explains (`engine.project.project`) reads the document: never is a document taken that it
refuses, nor in another meaning. What it says of places, names and notes is then made when somebody asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec

from ..knowledge.model import SETTINGS, FactDefinition, KnowledgeBase
from ..problems.texts import LANGUAGES
from ..reading.limits import LARGEST, LARGEST_INTEGER
from .address import source_and_id
from .ids import one_form
from .memory import Element, Value, WorkingMemory
from .outline import LARGEST_LIST, Outline, closed_in, made_once, outline_of
from .values import LARGEST_NUMBER, LONGEST_ID, LONGEST_TEXT, PROVENANCE, is_blank, set_as_named

_KEY = rb'"[ \t\r\n]*:'
_Take: TypeAlias = "Callable[[Any, Any], Value]"
"""Returns a value as it is known, or says that it is odd; the second is what it must be."""
_Node: TypeAlias = "dict[str, tuple[_Take | None, str, bool, Any]]"
"""By each key what takes its value, under which name that is known, whether the project knows it, and what it must be."""
_decode = msgspec.json.Decoder().decode


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
    if len(content) > LARGEST or b"\\ud" in content or b"\\uD" in content:
        return None
    try:
        data = _decode(content)
        if type(data) is not dict:
            return None
        form = made_once(kb, _Form)
        reading = _Reading(form)
        reading.object(data, form.root, reading.memory.project)
    except (_OddError, ValueError, KeyError, RecursionError):
        return None
    # A key that is there twice is one key here.
    if reading.keys != content.count(b":") and reading.keys != len(re.findall(_KEY, content)):
        return None
    language = data.get("lang")
    return (reading.whole(), language) if language in (*LANGUAGES, None) else None


class _Form:
    """What documents look like, made once for each knowledge base.

    Attributes:
        words: What they are written in.
        root: What may stand at the top.
        families: Each list whose members are always the same, with them.
        open: The facts whose values need not all be named.
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        words = kb.vocabulary
        self.words = words
        self.families = {path: tuple(listed.members) for path, listed in words.lists.items() if listed.members}
        self.open = [fact for fact in words.facts.values() if fact.open]
        self.root = {**self._node(outline_of(kb)), **_settings(*SETTINGS)}

    def _node(self, node: Outline) -> _Node:
        return {key: self._of(child) for key, child in node.children.items()}

    def _of(self, node: Outline) -> tuple[_Take | None, str, bool, Any]:
        if node.fact is not None:
            fact = node.fact
            of_project = fact.source is None
            return _TAKES[fact.type], fact.path if of_project else fact.attribute, of_project, _allowed(fact)
        if node.listed is not None and node.element is not None:
            return None, node.listed.path, True, {**self._node(node.element), **_settings("id", "name")}
        place = None
        if node.subject is not None:
            source, member = source_and_id(node.subject)
            place = source, self.families[source].index(member)
        return None, "", False, (self._node(node), place)


def _settings(*names: str) -> _Node:
    """Return keys whose values are no facts."""
    return {name: (None, name, False, None) for name in names}


def _allowed(fact: FactDefinition) -> Any:
    """Return what a value of a fact must be: one of some words, or between two numbers."""
    if fact.type in ("number", "int"):
        low = -LARGEST_NUMBER if fact.minimum is None else fact.minimum
        high = LARGEST_NUMBER if fact.maximum is None else fact.maximum
        return max(low, -LARGEST_INTEGER), min(high, LARGEST_INTEGER)
    return frozenset(fact.values)


def _bool(value: Any, _: Any) -> Value:
    if value is not True and value is not False:
        raise _OddError
    return value is True


def _word(value: Any, allowed: Any) -> Value:
    if type(value) is not str or value not in allowed:
        raise _OddError
    return value


def _number(value: Any, allowed: Any) -> Value:
    if (type(value) is not int and type(value) is not float) or not allowed[0] <= value <= allowed[1]:
        raise _OddError
    return float(value)


def _whole(value: Any, allowed: Any) -> Value:
    found = _number(value, allowed)
    if found != int(value):
        raise _OddError
    return found


def _text(value: Any, _: Any) -> str:
    if type(value) is not str or len(value) > LONGEST_TEXT or not (value.isalnum() or not is_blank(value)):
        raise _OddError
    return value


def _id(value: Any, _: Any) -> str:
    found = _text(value, None)
    if not found.isascii() and one_form(found) != found:
        raise _OddError
    return found


def _several(value: Any, take: Callable[[Any, Any], Any], allowed: Any) -> list[Any]:
    if type(value) is not list:
        raise _OddError
    return [take(one, allowed) for one in value]


_TAKES: Mapping[str, _Take] = {
    "bool": _bool, "enum": _word, "number": _number, "int": _whole, "text": _text,
    "texts": lambda value, _: tuple(_several(value, _text, None)),
    "set": lambda value, allowed: frozenset(_several(value, _word, allowed)),
    "refs": lambda value, _: frozenset(_several(value, _id, None)),
}  # fmt: skip


class _Reading:
    """Takes what is known from the data of one document.

    Attributes:
        memory: What is known by now.
        keys: How many keys there were.
    """

    def __init__(self, form: _Form) -> None:
        families = {path: [{"id": one} for one in members] for path, members in form.families.items()}
        self.form = form
        self.memory = WorkingMemory({}, families)  # type: ignore[arg-type]
        self.keys = 0

    def object(self, data: Mapping[str, Any], node: _Node, known: dict[str, Value]) -> None:
        """Take the facts of an object and of what stands in it."""
        self.keys += len(data)
        project = self.memory.project
        for key, value in data.items():
            take, name, of_project, allowed = node[key]  # whatever is odd, an error says so
            if value is None:
                continue
            if take is None:
                self._below(name, value, allowed, known)
                continue
            if type(value) is dict:
                value = self._bare(value)
                if value is None:
                    continue
            if not of_project:
                known[name] = take(value, allowed)
            elif name in project:  # `complete` can be written with a brace for each dot, or with dots
                raise _OddError
            else:
                project[name] = take(value, allowed)

    def _below(self, name: str, value: Any, allowed: Any, known: dict[str, Value]) -> None:
        """Take what stands below a key that is no fact's."""
        if type(allowed) is tuple:
            if type(value) is not dict:
                raise _OddError
            below, place = allowed
            self.object(value, below, known if place is None else self.memory.elements[place[0]][place[1]])
            return
        if type(value) is dict:
            value = self._bare(value)
        if allowed is not None:
            if value is not None:
                self._list(value, name, allowed)
        elif type(value) is not str or name in ("responses", "asked"):  # decisions are for the reader that explains
            raise _OddError

    def _bare(self, data: dict[str, Any]) -> Any:
        """Return a value without what it says about where it comes from."""
        if "value" not in data:
            raise _OddError
        self.keys += len(data)
        for key, text in data.items():
            if key != "value" and (key not in PROVENANCE or not (text is None or type(text) is str)):
                raise _OddError
        return data["value"]

    def _list(self, value: Any, path: str, node: _Node) -> None:
        if type(value) is not list or len(value) > LARGEST_LIST:
            raise _OddError
        elements: list[Element] = []
        for one in value:
            if type(one) is not dict:
                raise _OddError
            name = _id(one.get("id"), None)
            element: Element = {"id": name}
            self.object(one, node, element)
            elements.append(element)
            if len(name) > LONGEST_ID:
                raise _OddError
        if len({one["id"] for one in elements}) != len(elements):
            raise _OddError
        self.memory.elements[path] = elements

    def whole(self) -> WorkingMemory:
        """Return what is known, when all was taken."""
        memory = self.memory
        known = memory.project
        memory.closed = closed_in(memory, self.form.words)
        for fact in self.form.open:
            if fact.path in known:
                known[fact.path] = set_as_named(known[fact.path], known.get(f"complete.{fact.path}"), fact)
        return memory
