"""A project as plain data: where a fact stands in it, stating it there, and all that a working memory knows stated."""

from __future__ import annotations

from typing import Any, TypeAlias

from ..knowledge.model import Vocabulary
from ..record import plain
from .address import Address, source_and_id, subject_of
from .memory import WorkingMemory
from .values import is_wrapped

PlainData: TypeAlias = "dict[str, Any]"
"""A project as a document states it."""
KeyPath: TypeAlias = "tuple[str | int, ...]"
"""The keys and indexes that lead to a value; `pointer_of(*way)` is its JSON pointer."""


def way_to(address: Address, data: Any, vocabulary: Vocabulary) -> KeyPath | None:
    """Return the way to a fact or an element in a project's data; None when its element is not there.

    It leads to a value that says where it comes from as a whole, and through the value of such a list.
    """
    fact, subject = address
    if subject is None:
        head, dot, path = fact.partition(".")
        parts = tuple(fact.split("."))
        return (head, path) if dot and head == "complete" and value_at(parts, data) is None else parts
    source, name = source_and_id(subject)
    if vocabulary.lists[source].members:
        return (*source.split("."), name, address.attribute)
    for index, item in enumerate(elements_of(source, data) or ()):
        if isinstance(item, dict) and item.get("id") == name:
            return (*way_to_elements(source, data), index, *([address.attribute] if address.attribute else ()))
    return None


def way_to_elements(source: str, data: Any) -> KeyPath:
    """Return the way to the elements of a list, which may say where it comes from."""
    way = tuple(source.split("."))
    return (*way, "value") if is_wrapped(value_at(way, data)) else way


def elements_of(source: str, data: Any) -> list[Any] | None:
    """Return the elements of a list as they are stated, None where there is no list."""
    found = value_at(way_to_elements(source, data), data)
    return found if isinstance(found, list) else None


def subjects_in(data: Any, vocabulary: Vocabulary) -> set[str]:
    """Return the elements that are stated in lists, as subjects."""
    stated = ((path, item) for path in vocabulary.stated_lists for item in elements_of(path, data) or ())
    return {subject_of(path, item["id"]) for path, item in stated if isinstance(item, dict) and "id" in item}


def value_at(way: KeyPath, data: Any) -> Any:
    """Return the value at the end of a way, None where it leads nowhere."""
    for part in way:
        if isinstance(part, int):
            data = data[part] if isinstance(data, list) and part < len(data) else None
        else:
            data = data.get(part) if isinstance(data, dict) else None
    return data


def put(value: Any, way: KeyPath, data: Any) -> None:
    """Put a value at the end of a way; what is missing on the way, or null, becomes an object.

    Data of the wrong shape is left alone: reading the project reports it.

    >>> data = {"a": [{"b": 1}]}
    >>> put(2, ("a", 0, "b"), data), put(3, ("c", "d"), data), put(4, ("c", "d", "e"), data), data
    (None, None, None, {'a': [{'b': 2}], 'c': {'d': 3}})
    """
    *before, last = way
    for part in before:
        if isinstance(data, dict):
            there = data.get(part)
            if there is None:
                there = data[part] = {}
            data = there
        else:
            data = value_at((part,), data)
    if isinstance(data, dict):
        data[last] = value


def document_of(memory: WorkingMemory, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return a document that a working memory could have been read from."""
    found: dict[str, Any] = {}
    for path, value in memory.project.items():
        head, _, rest = path.partition(".")
        put(plain(value), (head, rest) if head == "complete" else tuple(path.split(".")), found)
    for path, elements in memory.elements.items():
        listed = vocabulary.lists[path]
        way = tuple(path.split("."))
        if not listed.is_stated:
            for element in elements if not path.startswith("$") else ():
                for name, value in element.items():
                    if name != "id":
                        put(plain(value), (*way, str(element["id"]), name), found)
            continue
        put([{name: plain(value) for name, value in one.items()} for one in elements], way, found)
        if path in memory.closed and listed.complete == "declared":
            put(True, ("complete", path), found)
    return found
