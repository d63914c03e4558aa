"""What is typed as an answer to several questions at once: numbers, and what is said of them.

`1 3` says yes to the first and the third; `1 3 n 2 u` yes to these, no to the second, and of all others that it is not
known. Full-width digits and the Japanese words count as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from ...engine.interview.answers import (
    Answer,
    Choice,
    Misread,
    chosen,
    cleaned,
    declining,
    numbering,
    plain,
    read_answer,
    yes_or_no,
)
from ...engine.interview.walk import Walk
from ...engine.knowledge.plan import Bundle
from ...engine.problems.problem import ProblemsError
from ...engine.reading.encoding import decode
from .prompts import Prompt

KEYS = {
    "u": "unknown", "l": "later", "あとで": "later", "後で": "later", "x": "not_applicable",
}  # fmt: skip
"""Answers that are none, by what is typed for them besides the words for them."""

_NONE = {"0", "none", "なし"}
_ALL = {"all", "すべて", "全部", "全て"}
_TOKEN = re.compile(r"\d+\s*[-~]\s*\d+|\d+|[^\s\d,、;・/]+")


def answers_to(prompt: Prompt, text: str, walk: Walk) -> Mapping[str, Answer] | Misread:
    """Return the answer to each question that a line answers, by the question's id.

    There is none where none of a list holds: then it is still to be said what is with each of them; and where names are
    left as they are. Of a bundle those elements are left out whose questions are to be answered one by one.
    """
    if prompt.form == "which":
        told = read_which(text, prompt.numbers, is_rest=prompt.is_rest)
        if isinstance(told, Misread):
            return told
        rows = dict(zip(prompt.numbers, prompt.rows, strict=True))
        return {cell.id: answer for number, answer in told.items() for cell in rows[number]}
    return _in_turn(prompt, text, walk) if prompt.form == "each" else _alone(prompt, text, walk)


def _in_turn(prompt: Prompt, text: str, walk: Walk) -> Mapping[str, Answer] | Misread:
    """Return the answers about several elements."""
    cell, bundle = prompt.cell, prompt.bundle
    several = cell.definition is not None and cell.definition.type in ("set", "refs")

    def read(part: str) -> Answer | Misread:
        if bundle is not None:
            return _option(bundle, part)
        return read_answer(cell.address, part, walk.project, walk.kb, sourced=True)

    told = read_each(text, len(prompt.rows), read, several=several)
    if isinstance(told, Misread):
        return told
    found: dict[str, Answer] = {}
    for row, answer in zip(prompt.rows, told, strict=True):
        if bundle is None or answer.kind != "value":
            found |= {one.id: answer for one in row}
        else:
            values = bundle.options[answer.value].values
            found |= {one.id: Answer("value", value) for one, value in zip(row, values, strict=False)}
    return found


def _option(bundle: Bundle, text: str) -> Answer | Misread:
    """Return the place of an option of a bundle."""
    options = [Choice(place, option.label) for place, option in enumerate(bundle.options)]
    found = chosen(text, numbering(options))
    return Misread("choice", {"last": len(bundle.options)}) if found is None else Answer("value", found.value)


def _alone(prompt: Prompt, text: str, walk: Walk) -> Mapping[str, Answer] | Misread:
    """Return the answer to a single question; `a` alone asks for a name, which is typed on the next line."""
    cell = prompt.cell
    free = cell.definition is None or cell.definition.type in ("text", "texts")
    whom = asked_whom(text)
    if whom is not None and (not whom or not free):
        found: Answer | Misread = Answer("ask", whom=whom)
    else:
        found = declined(text) or read_answer(cell.address, text, walk.project, walk.kb, sourced=True)
    if isinstance(found, Misread):
        return found
    if prompt.form == "new" or (prompt.form == "names" and cell.value is not None):
        if found.kind in ("unknown", "later"):
            return {}  # what is not named yet is asked for again; nothing else can be said of it
        if found.kind not in ("add", "enough") or (cell.new and found.kind == "enough"):
            return Misread("name")
    return {cell.id: found}


def as_typed(line: str, codec: str) -> str | None:
    """Return a line as it was typed where its bytes are no text in the input's encoding; None where they are none at all."""
    if line.isprintable() or not re.search("[\ud800-\udfff]", line):
        return line
    with suppress(UnicodeError, ProblemsError):
        return decode(line.encode(codec, "surrogateescape"), "<stdin>")[0]
    return None


def declined(text: str) -> Answer | None:
    """Return the answer that is none which a text gives to one question; `a` is not among them, since it needs a name.

    >>> declined("ｕ").kind, declined("あとで").kind, declined("Uji")
    ('unknown', 'later', None)
    """
    kind = KEYS.get(plain(text)) or declining(text)
    return None if kind is None else Answer(kind)  # type: ignore[arg-type]


def asked_whom(text: str) -> str | None:
    """Return who is named behind `a`, empty for nobody; None when a text begins otherwise.

    >>> asked_whom("a Sato"), asked_whom("ａ"), asked_whom("all")
    ('Sato', '', None)
    """
    found = re.fullmatch(r"\s*[aAａＡ](?:\s+(.*))?\s*", text, re.DOTALL)
    return None if found is None else cleaned(found[1] or "")


def read_which(text: str, numbers: Sequence[int], *, is_rest: bool) -> dict[int, Answer] | Misread:
    """Return what is said of each number; those of which nothing is said are left out.

    Args:
        text: What was typed; behind a `#` stands where it comes from, behind `a` who knows what is not named before.
        numbers: The numbers that there are.
        is_rest: Whether numbers alone say nothing, because what holds was named before.

    >>> {number: answer.value for number, answer in read_which("１ 3 n", [1, 2, 3], is_rest=False).items()}
    {1: True, 3: True, 2: False}
    """
    text, _, source = cleaned(text.replace("＃", "#")).partition("#")
    head, whom = _with_name(text)
    found: dict[int, Answer] = {}
    marked: Answer | None = None if is_rest else _valued(True, source)
    named = False
    for token in _TOKEN.findall(plain(head)):
        said = _said(token, source)
        if said is not None:
            marked, named = said, False
            continue
        several = _numbers(token)
        if token in _ALL and marked is not None:
            several = [number for number in numbers if number not in found]
        if token in _NONE and not is_rest:
            several, named = [], True
        if several is None or marked is None or not set(several) <= set(numbers):
            return Misread("rest" if is_rest else "which", {"last": max(numbers)})
        named = named or bool(several)
        found |= dict.fromkeys(several, marked)
    if whom is not None:
        marked, named = Answer("ask", whom=whom), False
    if not named and marked is not None and (head.strip() or whom is not None):
        found |= dict.fromkeys([number for number in numbers if number not in found], marked)
        return found
    return found if named else Misread("blank")


def read_each(
    text: str, count: int, read: Callable[[str], Answer | Misread], *, several: bool = False
) -> list[Answer] | Misread:
    """Return one answer for each of several elements, in their order; one behind `all` is for all of them.

    Args:
        text: What was typed, with blanks or commas between the answers.
        count: How many elements there are.
        read: Reads one answer.
        several: Whether one answer can be several values; then semicolons stand between the answers.
    """
    whom = asked_whom(text)
    none = declined(text)
    if whom is not None or none is not None:
        return [none or Answer("ask", whom=whom)] * count
    between = r"[;；/／]" if several else r"[\s,、;；/／]+"
    typed = cleaned(text).replace("　", " ")
    parts = [part.strip() for part in re.split(between, typed) if part.strip()]
    if not parts:
        return Misread("blank")
    first, _, others = typed.partition(" ")
    if plain(first) in _ALL and others:
        parts = [others.strip()] * count
    if len(parts) != count:
        return Misread("each", {"n": count})
    found = [declined(part) or read(part) for part in parts]
    wrong = next((one for one in found if isinstance(one, Misread)), None)
    return wrong if wrong is not None else [one for one in found if isinstance(one, Answer)]


def _with_name(text: str) -> tuple[str, str | None]:
    """Take who is said to know off the end of a text."""
    found = re.fullmatch(r"(.*?(?:^|[\s\d,、]))[aAａＡ](?:\s+(\S.*))?\s*", text, re.DOTALL)
    return (text, None) if found is None else (found[1], cleaned(found[2] or ""))


def _said(token: str, source: str) -> Answer | None:
    said = yes_or_no(token)
    if said is not None and token not in _NONE:
        return _valued(said, source)
    return Answer("unknown") if token.startswith("?") else declined(token)


def _valued(value: bool, source: str) -> Answer:
    return Answer("value", value, source=source.strip() or None)


def _numbers(token: str) -> list[int] | None:
    """Return the numbers that a token names; None when it is no number."""
    span = re.fullmatch(r"(\d{1,4})\s*[-~]\s*(\d{1,4})", token)
    if span is not None:
        return list(range(int(span[1]), int(span[2]) + 1))
    return [int(token)] if re.fullmatch(r"\d{1,4}", token) else None
