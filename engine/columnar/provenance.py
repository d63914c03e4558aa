"""Lines whose values say where they come from, with these values alone, so that they can be judged with the others.

No rule reads where a value comes from. A line is taken only where nothing else is odd about it; in doubt it is left to the
reader of one project, as in `plain`.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

import msgspec

from ..knowledge.model import FactDefinition
from ..project.outline import Outline
from ..project.values import PROVENANCE, is_no_day, is_wrapped

_SETTINGS = ("$schema", "lang")
_HALF_CHARACTER = b"\\ud"


class _OddError(ValueError):
    """There is something that only the reader of one project can judge."""


def bare(line: bytes, root: Outline) -> bytes | None:
    """Return a line without what it is called, and what it says about where its values come from.

    None where it must be read by itself.

    Args:
        line: A project as a line of JSON.
        root: What may stand in a document.

    >>> from advise.engine.project.outline import Outline
    >>> from advise.engine.knowledge.model import FactDefinition
    >>> root = Outline({"signed": Outline(fact=FactDefinition("signed", "bool", {}, {}, {}))})
    >>> bare(b'{"signed": {"value": true, "source": "MOU, art. 3"}}', root)
    b'{"signed":true}'
    """
    if _HALF_CHARACTER in line.lower():
        return None
    try:
        data = json.loads(line.decode(), object_pairs_hook=_object, parse_constant=_refuse)
        settings = {key: data.pop(key) for key in _SETTINGS if key in data} if isinstance(data, dict) else {}
        if isinstance(data, dict) and type(data.get("id")) in (str, int):
            del data["id"]
        if not _are_texts(settings):
            return None
        return msgspec.json.encode(settings | _facts(data, root))
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _OddError("a key is there twice")
    return found


def _refuse(constant: str) -> None:
    raise _OddError(constant)


def _facts(data: Any, node: Outline) -> dict[str, Any]:
    """Return the facts of an object and of what stands in it."""
    if not isinstance(data, dict):
        raise _OddError("no object")
    found: dict[str, Any] = {}
    for key, value in data.items():
        child = node.children.get(key)
        if child is None:
            raise _OddError("no fact")
        if child.fact is not None:
            found[key] = _typed(_value(value), child.fact)
        elif child.listed is not None:
            listed = _value(value)
            found[key] = [_element(one, child) for one in listed] if isinstance(listed, list) else listed
        elif value is not None:
            found[key] = _facts(value, child)
    return found


def _element(data: Any, node: Outline) -> dict[str, Any]:
    if not isinstance(data, dict) or node.element is None:
        raise _OddError("no element")
    named = {key: data[key] if key == "id" else _value(data[key]) for key in ("id", "name") if key in data}
    if not _are_texts(named):
        raise _OddError("no name")
    return named | _facts({key: value for key, value in data.items() if key not in named}, node.element)


def _are_texts(named: dict[str, Any]) -> bool:
    return all(one is None or isinstance(one, str) for one in named.values())


def _value(data: Any) -> Any:
    if is_wrapped(data):
        for key, text in data.items():
            if key != "value" and (key not in PROVENANCE or not (text is None or isinstance(text, str))):
                raise _OddError("no provenance")
            if key == "as_of" and text is not None and is_no_day(text):
                raise _OddError("no day")
        data = data["value"]
    return data


def _typed(value: Any, fact: FactDefinition) -> Any:
    """Return a value that Arrow's reader takes for one of the fact."""
    if value is None:
        return None
    if fact.type in ("set", "refs", "texts"):
        fits = isinstance(value, list) and all(one is None or isinstance(one, str) for one in value)
    elif fact.type in ("number", "int"):
        # A number that cannot be held would be written as if nothing were known.
        fits = isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)
    else:
        fits = isinstance(value, bool if fact.type == "bool" else str)
    if not fits:
        raise _OddError("no value")
    return value
