"""Some rules of a small foreign policy as somebody would write them in Python: from the bytes of a project to outcomes.

They are of the lending library in `tests/knowledge_bases/library`, without its aggregates and derived facts. The values are
three, as in `hand_written`; a project is taken as it stands, and what may be wrong with it is not looked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from advise.engine.knowledge.model import Grade
from advise.engine.language.truth import Truth
from advise.engine.project.memory import Key

from .hand_written import both, either

CODES = frozenset(("LEN-01", "LEN-02", "LEN-03", "LEN-04", "ROO-01", "ROO-03", "STO-04", "STO-05"))
_ROOMS = ("adults", "children", "quiet")
_NONE: dict[str, Any] = {}


def outcomes(content: bytes) -> tuple[dict[Key, Truth], dict[Key, Grade]]:
    """Return the outcome of each rule for each of its subjects, and the severity of each that holds."""
    data = msgspec.json.decode(content)
    library, rooms = data.get("library", _NONE), data.get("rooms", _NONE)
    books, branches = data.get("books"), data.get("branches")
    stage, days = library.get("stage"), library.get("loan_days")
    found: dict[Key, Truth] = {
        ("LEN-01", None): both(_no(_is(stage, "planned")), _is(library.get("open"), False)),
        ("LEN-04", None): None if days is None else days < 7 or days > 28,
    }
    found["LEN-02", None] = None if branches is None else all(one.get("lends") is False for one in branches)
    children = rooms.get("children", _NONE)
    seats = children.get("seats")
    found["ROO-03", None] = both(_is(children.get("toys"), False), None if seats is None else seats > 0)
    for room in _ROOMS:
        found["ROO-01", room] = _is(rooms.get(room, _NONE).get("heated"), False)
    if branches is None:
        found["LEN-03", None] = None
    for one in branches or ():
        shelf = one.get("books")
        planned = both(_is(stage, "planned"), one.get("main_room") is None)
        found["LEN-03", one["id"]] = both(None if shelf is None else not shelf, _no(planned))
    whole = data.get("complete", _NONE).get("books") is True
    if books is None:
        found["STO-04", None] = found["STO-05", None] = None
    for book in books or ():
        found["STO-04", book["id"]] = both(_in_no_branch(book["id"], branches), _no(_is(book.get("kind"), "atlas")))
        found["STO-05", book["id"]] = both(_same(book.get("keeper"), library.get("head")), _alike(book, books, whole))
    main = {one.get("main_room") for one in branches or ()}
    grave: dict[Key, Grade] = {}
    for key, truth in found.items():
        if truth:
            grave[key] = _severity(key, stage, main)
    return found, grave


def _severity(key: Key, stage: str | None, main: set[str | None]) -> Grade:
    if key[0] == "LEN-01" or (key[0] == "LEN-02" and stage == "running"):
        return "blocker"
    if key[0] in ("LEN-02", "LEN-03") or (key[0] == "ROO-01" and key[1] in main):
        return "major"
    return "info" if key[0] == "STO-05" else "minor"


def _is(value: object, wanted: object) -> Truth:
    return None if value is None else value == wanted


def _same(value: object, other: object) -> Truth:
    return None if value is None or other is None else value == other


def _no(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _in_no_branch(book: str, branches: Iterable[dict[str, Any]] | None) -> Truth:
    if branches is None:
        return None
    shelves = [one.get("books") for one in branches]
    return _no(either(*(None if shelf is None else book in shelf for shelf in shelves)))


def _alike(book: dict[str, Any], books: Iterable[dict[str, Any]], whole: bool) -> Truth:
    truths: list[Truth] = [False if whole else None]
    for other in books:
        if other["id"] != book["id"]:
            more, copies = other.get("copies"), book.get("copies")
            alike = both(_same(other.get("kind"), book.get("kind")), _same(other.get("keeper"), book.get("keeper")))
            truths.append(both(alike, None if more is None or copies is None else more >= copies))
    return either(*truths)
