"""Values of facts: from what was typed to JSON, and from JSON to what interpreters compare, each type checked first.

And days, as people write them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from ..knowledge.model import FactDefinition
from ..knowledge.vocabulary import range_in_words
from .memory import OpenSet, Value

ISO = r"^\d{4}-\d{2}-\d{2}$"
"""How documents write a day, for schemas."""

SPOKEN = (
    r"^\s*(([0-9０-９]{4}[/／])[0-9０-９]{1,2}[/／][0-9０-９]{1,2}"
    r"|((西暦\s*)?[0-9０-９]{4}|(令和|平成|[RHＲＨ])\s*([0-9０-９]{1,2}|元))\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日"
    r"(\s*[(（].{1,3}[)）])?)\s*$"
)
"""How else a day is written that is understood, for schemas."""

_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988}
_PARTS = r"(?P<era>令和|平成|[RH])?\D*?(?P<year>\d+|元)[年/](?P<month>\d+)[月/](?P<day>\d+)"


def is_date(text: str) -> bool:
    """Tell whether a text is a date as documents write it (`2026-12-31`)."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def day_of(text: str) -> str | None:
    """Return the day that a text means, as documents write it; None where it means none.

    >>> day_of("2026-11-30"), day_of("令和８年11月30日（月）"), day_of("2026/11/3"), day_of("令和元年5月1日")
    ('2026-11-30', '2026-11-30', '2026-11-03', '2019-05-01')
    >>> day_of("11月末"), day_of("2026-02-30"), day_of("20261130")
    (None, None, None)
    """
    if is_date(text):
        return text
    if re.match(SPOKEN, text) is None:
        return None
    found = re.search(_PARTS, re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    if found is None:
        return None
    year = 1 if found["year"] == "元" else int(found["year"])
    try:
        return date(year + _ERAS.get(found["era"] or "", 0), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def is_no_day(text: str) -> bool:
    """Tell whether a text is written as a day is, and means none; what says when in other words is right.

    >>> is_no_day("2026-99-01"), is_no_day("令和8年2月30日"), is_no_day("2026-11-30"), is_no_day("spring 2026")
    (True, True, False, False)
    """
    return day_of(text) is None and re.match(f"{ISO}|{SPOKEN}", text) is not None


PROVENANCE = ("source", "as_of", "by")
LONGEST_TEXT = 10_000
"""Characters of one text."""
LARGEST_NUMBER = 1e15
"""How far from 0 a number may be that has no limit of its own."""
LONGEST_ID = 200
"""Characters of the id of an element."""
_NUMBER = r"-?(0|[1-9]\d*)(\.\d+)?"

Trouble = tuple[str, str, dict[str, Any]]
"""Problem code, pointer below the value, details for the message."""


def is_wrapped(data: Any) -> bool:
    """Tell whether a value is given together with where it comes from.

    >>> is_wrapped({"value": True, "source": "MOU, art. 3"})
    True
    """
    return isinstance(data, dict) and "value" in data


def value_of_text(text: str) -> Any:
    """Return the JSON value that a text behind `fact=` means; a word is itself, nothing is unknown."""
    if not text:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        number = unicodedata.normalize("NFKC", text)
        if number != text and re.fullmatch(_NUMBER, number):
            return json.loads(number)
        if text.startswith("[") and text.endswith("]"):
            return [item.strip() for item in text[1:-1].split(",") if item.strip()]
        return text


def is_blank(text: Any) -> bool:
    """Tell whether a text says nothing: blanks and signs that nobody sees, as empty cells of a table leave them.

    >>> is_blank("\u3000\u200b"), is_blank("-"), is_blank(None)
    (True, False, False)
    """
    if not isinstance(text, str):
        return False
    if text.isprintable():  # whatever is neither a sign nor a blank is told apart only where there is something of it
        return not text or text.isspace()
    unseen = ("Cc", "Cf", "Zl", "Zp", "Zs")
    return not text.strip() or all(unicodedata.category(one) in unseen for one in text)


def without_blanks(data: Any) -> Any:
    """Return a list without its blank texts; anything else as it is."""
    return [item for item in data if not is_blank(item)] if isinstance(data, list) else data


def says_the_same(left: Any, right: Any) -> bool:
    """Tell whether two JSON values of a fact say the same; the order of a list says nothing.

    >>> says_the_same(["b", "a"], ["a", "b"]), says_the_same(True, 1), says_the_same(2, 2.0)
    (True, False, True)
    """
    if isinstance(left, list) and isinstance(right, list):
        return sorted(map(str, left)) == sorted(map(str, right))
    return isinstance(left, bool) == isinstance(right, bool) and bool(left == right)


def convert(fact: FactDefinition, data: Any) -> tuple[Value | None, list[Trouble]]:
    """Convert a JSON value of a fact, which is not null: the value and no problems, or None and the problems."""
    return _CONVERTERS[fact.type](fact, data)


def set_as_named(named: Value, complete: Value | None, fact: FactDefinition) -> Value:
    """Return what is known of an open set.

    It is a whole set when the project says so, when it names every value, and when it names none: who writes an empty
    set says outright that there is none. Where the project says that something is missing, that holds.
    """
    assert isinstance(named, frozenset)
    whole = complete is True or len(named) == len(fact.values) or (not named and complete is None)
    return frozenset(named) if whole else OpenSet(named)


def _bool(_: FactDefinition, data: Any) -> tuple[Value | None, list[Trouble]]:
    if isinstance(data, bool):
        return data, []
    return None, [("P211", "", {"value": data})]


def _enum(fact: FactDefinition, data: Any) -> tuple[Value | None, list[Trouble]]:
    if isinstance(data, str) and data in fact.values:
        return data, []
    return None, [("P206", "", {"value": data, "labels": fact.values})]


def _number(fact: FactDefinition, data: Any) -> tuple[Value | None, list[Trouble]]:
    if isinstance(data, bool) or not isinstance(data, (int, float)):
        return None, [("P212", "", {"value": data})]
    low = fact.minimum if fact.minimum is not None else -LARGEST_NUMBER
    high = fact.maximum if fact.maximum is not None else LARGEST_NUMBER
    if not low <= data <= high:
        beyond = abs(data) > LARGEST_NUMBER or data != data
        told = range_in_words(low, high) if beyond else range_in_words(fact.minimum, fact.maximum)
        return None, [("P214", "", {"value": data, "range": told})]
    if fact.type == "int" and data != int(data):
        return None, [("P213", "", {"value": data})]
    return float(data), []


def _text(_: FactDefinition, data: Any) -> tuple[Value | None, list[Trouble]]:
    if not isinstance(data, str):
        return None, [("P207", "", {"value": data})]
    if len(data) > LONGEST_TEXT:
        return None, [("P215", "", {"limit": LONGEST_TEXT})]
    return (None, []) if is_blank(data) else (data, [])


def _listed(fact: FactDefinition, data: Any) -> tuple[Value | None, list[Trouble]]:
    if not isinstance(data, list):
        return None, [("P216", "", {"value": data})]
    troubles: list[Trouble] = []
    for index, item in enumerate(data):
        if is_blank(item) and fact.type != "set":
            continue
        if fact.type == "set" and not (isinstance(item, str) and item in fact.values):
            troubles.append(("P206", f"/{index}", {"value": item, "labels": fact.values}))
        elif not isinstance(item, str):
            troubles.append(("P207", f"/{index}", {"value": item}))
        elif len(item) > LONGEST_TEXT:
            troubles.append(("P215", f"/{index}", {"limit": LONGEST_TEXT}))
    said = without_blanks(data)
    if troubles or (data and not said):
        return None, troubles  # a list of blanks does not even say that there are none
    return (tuple(said) if fact.type == "texts" else frozenset(said)), []


_CONVERTERS: dict[str, Callable[[FactDefinition, Any], tuple[Value | None, list[Trouble]]]] = {
    "bool": _bool, "enum": _enum, "number": _number, "int": _number, "text": _text,
    "set": _listed, "refs": _listed, "texts": _listed,
}  # fmt: skip
