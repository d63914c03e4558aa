"""What people said in place of a fact: decisions about findings, and answers that are no values, each with its day.

A finding is accepted, postponed or not applicable, for a reason and by somebody, or somebody is to put it right by a day;
whether that still stands is decided when a project is assessed. A fact that was asked and not
answered with a value stays unknown for every rule; what the answer changes is whether it is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from ..reading.edited_file import GONE, Edit
from .address import Address
from .values import day_of, is_blank

RESPONSES = ("accepted", "postponed", "not_applicable", "planned")
ANSWERS = ("unknown", "later", "ask", "not_applicable")
_OF_RESPONSE = ("finding", "response", "reason", "by", "on")
_OF_PLAN = _OF_RESPONSE[:2]
_BESIDE = ("subject", "who", "until", "rests_on")
PARTS: Mapping[str, tuple[str, ...]] = {
    "planned": ("who", "until", "reason"),
    "accepted": ("reason",),
    "postponed": ("until", "reason"),
    "not_applicable": ("reason",),
}
"""What each response says beside who decided it; of a plan one of the first two is enough, of all others none is missing."""

_OF_ANSWER = ("fact", "answer", "on")

Complain = Callable[[str, str, dict[str, Any]], None]
"""Reports a problem, or something to be told: code, pointer, details."""


class Response(Struct, frozen=True):
    """A decision about a finding.

    Attributes:
        reason, by, on: Why, who decided it, and on which day; a plan need not say so.
        subject: The subject it is about; None for a finding about the project, or for every subject of the code.
        who: Of a plan, who is to put it right.
        until: The last day that a postponement holds, or by which day it is to be put right.
        rests_on: The finding's fingerprint when it was decided; a changed one brings the finding back.
        pointer: Where it stands in the document.
    """

    finding: str
    response: str
    pointer: str
    reason: str | None = None
    by: str | None = None
    on: str | None = None
    subject: str | None = None
    who: str | None = None
    until: str | None = None
    rests_on: str | None = None

    @property
    def is_plan(self) -> bool:
        """Whether the finding stays and somebody is to put it right."""
        return self.response == "planned"


class Asked(Struct, frozen=True):
    """An answer that is no value.

    Attributes:
        fact: The fact that was asked; a list's path for the list itself.
        answer: unknown, later, ask (someone else knows), or not_applicable.
        pointer: Where it stands in the document.
        subject: The element it is about, None for the project.
        whom: For `ask`, who is said to know.
        by: Who answered.
        remark: What was said besides.
    """

    fact: str
    answer: str
    on: str
    pointer: str
    subject: str | None = None
    whom: str | None = None
    by: str | None = None
    remark: str | None = None

    @property
    def key(self) -> Address:
        """The fact's name and subject."""
        return Address(self.fact, self.subject)


def read_responses(data: Any, codes: frozenset[str], complain: Complain, note: Complain) -> tuple[Response, ...]:
    """Read the `responses` of a project document, which name codes of rules or such as were given up."""
    found = []
    for entry in _entries("responses", data, complain, (*_OF_RESPONSE, *_BESIDE), "P230"):
        is_plan = entry.item.get("response") == "planned"
        missing = [key for key in (_OF_PLAN if is_plan else _OF_RESPONSE) if entry.item.get(key) is None]
        if missing:
            entry.wrong("P231", missing[0] if len(missing) == 1 else "", value='", "'.join(missing))
        entry.refuse_no_texts("P234")
        texts = {key: value for key, value in entry.item.items() if is_text(value)}
        for key, allowed in (("finding", sorted(codes)), ("response", list(RESPONSES))):
            if key in texts and texts[key] not in allowed:
                entry.wrong("P206", key, value=texts[key], allowed=allowed)
        until, who = entry.item.get("until"), entry.item.get("who")
        if is_plan:
            if until is None and who is None:
                entry.wrong("P235", "")
            if entry.item.get("rests_on") is not None:
                entry.wrong("P236", "rests_on", value="rests_on")
        elif (until is None or "until" in texts) and "response" in texts:
            if (texts["response"] == "postponed") != (until is not None):
                entry.wrong("P232", "until")
            if who is not None:
                entry.wrong("P236", "who", value="who")
        days: dict[str, Any] = {key: entry.day(key, texts[key], note) for key in ("on", "until") if key in texts}
        if entry.sound:
            found.append(Response(pointer=entry.pointer, **{**entry.stated, **days}))
    return tuple(found)


def lacking(response: str, given: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return what is missing of a response, by name; both, where a plan says neither who nor until when.

    >>> lacking("postponed", {"reason": "after the election", "by": "Mori"})
    ('until',)
    >>> lacking("planned", {"reason": "obvious"}), lacking("planned", {"who": "Sato"})
    (('who', 'until'), ())
    """
    needed = (*PARTS[response], "by") if response != "planned" else ("who", "until")
    missing = tuple(name for name in needed if is_blank(given.get(name) or ""))
    return missing if response != "planned" or missing == needed else ()


def entry_of(
    key: Address, response: str, given: Mapping[str, str | None], on: str, rests_on: str | None
) -> dict[str, str]:
    """Return a response as documents have it, without what does not belong to it.

    Args:
        key: The code of the finding, and what it is about.
        response: What was decided.
        given: `who`, `until`, `reason`, `by`.
        on: The day.
        rests_on: The fingerprint of what is found by now; a plan does not rest on it.
    """
    texts = {"subject": key.subject, **{name: given.get(name) for name in (*PARTS[response], "by")}, "on": on}
    texts["rests_on"] = rests_on if response != "planned" else None
    return {"finding": key.fact, "response": response, **{name: text for name, text in texts.items() if text}}


def response_edits(entry: Mapping[str, Any] | None, key: Address, responses: Sequence[Response]) -> list[Edit]:
    """Return the edits that write a response in place of what a document says of the finding; None takes that out."""
    said = [one.pointer for one in responses if (one.finding, one.subject) == key]
    kept = said[-1:] if entry is not None else []
    if len(said) == len(responses) and said and not kept:
        return [("/responses", GONE)]
    found: list[Edit] = [(pointer, GONE) for pointer in reversed(said) if pointer not in kept]
    if entry is None:
        return found
    # Those that are taken out stand before the one that is kept.
    place = f"/responses/{int(kept[0].rpartition('/')[2]) - len(found)}" if kept else "/responses/-"
    return [*found, (place, dict(entry)) if responses else ("/responses", [dict(entry)])]


def decided_last(responses: Sequence[Response]) -> str:
    """Return who decided last, as far as a document says so."""
    return next((one.by for one in reversed(responses) if one.by), "")


def read_asked(data: Any, facts: Mapping[str, Any], complain: Complain, note: Complain) -> tuple[Asked, ...]:
    """Read the `asked` of a project document, about facts and lists; the last answer to a question counts."""
    found: dict[Address, Asked] = {}
    for entry in _entries("asked", data, complain, (*_OF_ANSWER, "subject", "whom", "by", "remark"), "P240"):
        for key in _OF_ANSWER:
            if entry.item.get(key) is None:
                entry.wrong("P241", key, value=key)
        entry.refuse_no_texts("P207")
        if not entry.sound:
            continue
        asked = Asked(pointer=entry.pointer, **{**entry.stated, "on": entry.day("on", entry.item["on"], note)})
        if asked.fact not in facts:
            entry.wrong("P201", "fact", value=asked.fact, word=asked.fact, siblings=list(facts), names=[])
        if asked.answer not in ANSWERS:
            entry.wrong("P206", "answer", value=asked.answer, allowed=list(ANSWERS))
        if (asked.answer == "ask") != (asked.whom is not None):
            entry.wrong("P242", "whom")
        if entry.sound:
            found[asked.key] = asked
    return tuple(found.values())


def is_text(value: Any) -> bool:
    """Tell whether a part of a record is a text that says something."""
    return isinstance(value, str) and not is_blank(value)


class _Entry:
    """One entry of `responses` or `asked`, and whether it is sound."""

    def __init__(self, item: dict[str, Any], name: str, pointer: str, keys: Sequence[str], complain: Complain) -> None:
        self.item = item
        self.pointer = pointer
        self.sound = True
        self._name = name
        self._keys = keys
        self._complain = complain

    @property
    def stated(self) -> dict[str, Any]:
        """What the entry says, without what is null."""
        return {key: self.item[key] for key in self._keys if self.item.get(key) is not None}

    def day(self, key: str, text: str, note: Complain) -> str:
        """Return the day that a text means; reports what is none, and notes what was written otherwise."""
        found = day_of(text)
        if found is None:
            self.wrong("P233", key, value=text)
        elif found != text:
            note("P266", f"{self.pointer}/{key}", {"value": text, "other": found})
        return found or text

    def wrong(self, code: str, key: str, **details: Any) -> None:
        """Report a problem of one of its keys."""
        self.sound = False
        pointer = f"{self.pointer}/{key}" if key in self.item else self.pointer
        self._complain(code, pointer, {"path": f"{self._name}.{key}", **details})

    def refuse_others(self, code: str) -> None:
        """Report keys that do not belong there."""
        for key in self.item:
            if key not in self._keys:
                self.wrong(code, key, value=key, allowed=list(self._keys))

    def refuse_no_texts(self, blank: str) -> None:
        """Report what is no text, and with a code of its own what is a blank one."""
        for key in self._keys:
            if self.item.get(key) is not None and not is_text(self.item[key]):
                self.wrong(blank if isinstance(self.item[key], str) else "P207", key)


def _entries(name: str, data: Any, complain: Complain, keys: Sequence[str], code: str) -> Iterator[_Entry]:
    """Yield the entries of a list of records; reports what is none, and keys that are not among those there may be."""
    if data is not None and not isinstance(data, list):
        complain("P203", f"/{name}", {"path": name})
        return
    for index, item in enumerate(data or ()):
        if not isinstance(item, dict):
            complain("P202", f"/{name}/{index}", {"path": f"{name}[{index}]"})
            continue
        entry = _Entry(item, name, f"/{name}/{index}", keys, complain)
        entry.refuse_others(code)
        yield entry
