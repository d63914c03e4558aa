"""What was asked and not answered with a value: unknown, later, ask someone else, not applicable - with who and when.

A fact that stands here stays unknown for every rule. What it changes is whether it is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from .address import Address
from .responses import Complain, is_date, is_text

ANSWERS = ("unknown", "later", "ask", "not_applicable")
REQUIRED = ("fact", "answer", "on")
OPTIONAL = ("subject", "whom", "by")


class Asked(Struct, frozen=True):
    """An answer that is no value.

    Attributes:
        fact: The fact that was asked; a list's path for the list itself.
        answer: unknown, later, ask (someone else knows), or not_applicable.
        on: The day it was given.
        pointer: Where it stands in the document.
        subject: The element it is about, None for the project.
        whom: For `ask`, who is said to know.
        by: Who gave the answer.
    """

    fact: str
    answer: str
    on: str
    pointer: str
    subject: str | None = None
    whom: str | None = None
    by: str | None = None

    @property
    def key(self) -> Address:
        """The fact's name and subject."""
        return Address(self.fact, self.subject)


def read_asked(data: Any, facts: Mapping[str, Any], complain: Complain) -> tuple[Asked, ...]:
    """Read the `asked` of a project document.

    Args:
        data: The JSON value, None when there is none.
        facts: The names that can be asked: facts and lists.
        complain: Called with each problem.
    """
    if data is None:
        return ()
    if not isinstance(data, list):
        complain("P203", "/asked", {"path": "asked"})
        return ()
    found: dict[Address, Asked] = {}
    for index, item in enumerate(data):
        pointer = f"/asked/{index}"
        if not isinstance(item, dict):
            complain("P202", pointer, {"path": f"asked[{index}]"})
        elif _sound(item, pointer, facts, complain):
            known = {key: item[key] for key in (*REQUIRED, *OPTIONAL) if item.get(key) is not None}
            asked = Asked(pointer=pointer, **known)
            found[asked.key] = asked
    return tuple(found.values())


def _sound(item: dict[str, Any], pointer: str, facts: Mapping[str, Any], complain: Complain) -> bool:
    sound = True

    def wrong(code: str, key: str, **details: Any) -> None:
        nonlocal sound
        sound = False
        complain(code, f"{pointer}/{key}" if key in item else pointer, {"path": f"asked.{key}", **details})

    for key in item:
        if key not in (*REQUIRED, *OPTIONAL):
            wrong("P240", key, value=key, allowed=[*REQUIRED, *OPTIONAL])
    for key in REQUIRED:
        if item.get(key) is None:
            wrong("P241", key, value=key)
    for key in (*REQUIRED, *OPTIONAL):
        value = item.get(key)
        if value is not None and not is_text(value):
            wrong("P207", key)
    return sound and _sensible(item, facts, wrong)


def _sensible(item: dict[str, Any], facts: Mapping[str, Any], wrong: Callable[..., None]) -> bool:
    """Tell whether the parts of an entry, each of them a text, say something together."""
    known = item["fact"] in facts and item["answer"] in ANSWERS
    if item["fact"] not in facts:
        wrong("P201", "fact", value=item["fact"], word=item["fact"], siblings=list(facts), names=[])
    if item["answer"] not in ANSWERS:
        wrong("P206", "answer", value=item["answer"], allowed=list(ANSWERS))
    if (item["answer"] == "ask") != (item.get("whom") is not None):
        wrong("P242", "whom")
        known = False
    if not is_date(item["on"]):
        wrong("P233", "on", value=item["on"])
        known = False
    return known
