"""From a model of the circuit to a project document."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from ..project.data import put
from .space import Space, Sym
from .view import View

SOME_TEXT, GONE = "x", "gone"
"""A text of which it only matters that it is one, and the id of what is not listed."""


def document_of(view: View, true: Callable[[int], bool]) -> dict[str, Any]:
    """Return the project of a model, in which literals are true or not, as a knowledge base reads it."""
    document: dict[str, Any] = {}
    elements: dict[tuple[str, int], dict[str, Any]] = {}
    space = view.space
    for path, listed in view.kb.vocabulary.lists.items():
        if listed.complete == "fixed" or not true(space.stated[path]):
            continue
        there = [place for place in range(space.k[path]) if true(space.present[path, place])]
        elements |= {(path, place): {"id": _id(space, path, place, true)} for place in there}
        put([elements[path, place] for place in there], tuple(path.split(".")), document)
    for (path, subject), sym in view.facts.items():
        if not true(sym.known):
            continue
        value = _value(space, sym, true)
        if path.startswith("complete."):
            put(value, ("complete", path.removeprefix("complete.")), document)
        elif subject is None:
            put(value, tuple(path.split(".")), document)
        elif isinstance(subject[1], int):
            put(value, tuple(sym.fact.attribute.split(".")), elements[subject])
        else:
            put(value, (*subject[0].split("."), subject[1], *sym.fact.attribute.split(".")), document)
    return document


def _id(space: Space, path: str, place: int, true: Callable[[int], bool]) -> str:
    named = (name for name, literal in space.ids[path, place].items() if true(literal))
    return next(named, f"{space.vocabulary.lists[path].element}{place + 1}")


def _value(space: Space, sym: Sym, true: Callable[[int], bool]) -> object:
    kind = sym.fact.type
    if kind in ("bool", "enum", "text"):
        return next(value for value, literal in sym.values.items() if true(literal))
    if kind in ("int", "number"):
        value = next(inside for (_, _, inside), one in zip(sym.regions, sym.at, strict=True) if true(one))
        return int(value) if kind == "int" else value
    if kind == "texts":
        return [] if true(sym.empty) else [SOME_TEXT]
    chosen = [value for value, literal in sym.values.items() if true(literal)]
    if kind == "set":
        return chosen
    ids = [_id(space, sym.fact.target or "", place, true) for place in chosen]
    return [*ids, GONE] if true(sym.ghost) else ids


def with_choice(document: dict[str, Any], sym: Sym, choice: object) -> dict[str, Any] | None:
    """Return a project with a value of a fact, or (None) without it; None where there is not what the fact is about.

    Of a number, the choice is the place of its region.
    """
    found = copy.deepcopy(document)
    path, subject = sym.fact.path, sym.subject
    node: Any = found
    if subject is None:
        way = path.split(".")
    elif isinstance(subject[1], int):
        for part in subject[0].split("."):
            node = node.get(part) if isinstance(node, dict) else None
        if not isinstance(node, list) or subject[1] >= len(node):
            return None
        node, way = node[subject[1]], [sym.fact.attribute]
    else:
        way = [*subject[0].split("."), subject[1], *sym.fact.attribute.split(".")]
    for part in way[:-1]:
        node = node.setdefault(part, {})
    if choice is None:
        node.pop(way[-1], None)
    elif sym.at and isinstance(choice, int):
        inside = sym.regions[choice][2]
        node[way[-1]] = int(inside) if sym.fact.type == "int" else inside
    else:
        node[way[-1]] = choice
    return found
