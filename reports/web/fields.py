"""A question as a form has it: what can be chosen or typed, what the project says by now, and what was sent for it.

Every field carries, besides what a person answers, what it held when the page was made. Only what differs from that is an
answer: who did not touch a field has said nothing about it, whatever somebody else wrote there meanwhile.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from msgspec import Struct
from starlette.datastructures import FormData

from ...engine.interview.answers import (
    Answer,
    Misread,
    checked_answer,
    choices,
    names_in,
    names_nothing,
    read_answer,
    unquoted,
)
from ...engine.interview.page import Cell
from ...engine.interview.walk import Walk
from ..writers.markup import cleaned

FieldForm = Literal["choice", "several", "line", "lines", "names", "name"]
"""One of some options; any of them; a text or a number; texts; the names of a list's new elements; the name of one."""

NONE, WHOLE = "?none", "?whole"
"""What stands for an empty set or list, and for a set of which all is named."""

_DECLINED = ("unknown", "later", "ask", "not_applicable")
_FORMS: dict[str, FieldForm] = {
    "bool": "choice",
    "enum": "choice",
    "set": "several",
    "refs": "several",
    "texts": "lines",
}
_LONGEST_NAME = 200


class FieldState(Struct, frozen=True, array_like=True):
    """What a field holds, in texts as a browser sends them back: without doubled blanks and unseen characters.

    Attributes:
        values: What is chosen, or what is typed, line by line.
        declined: The answer that is no value; empty where there is none.
        whom: Who is said to know.
        source: Where the value comes from.
    """

    values: tuple[str, ...] = ()
    declined: str = ""
    whom: str = ""
    source: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is answered."""
        return not self.values and not self.declined

    def says(self, other: FieldState) -> bool:
        """Tell whether another one answers the same, wherever that comes from."""
        return (sorted(self.values), self.declined, self.whom) == (sorted(other.values), other.declined, other.whom)


class FormField(Struct, frozen=True):
    """A question of a form.

    Attributes:
        options: What can be chosen: the value as it is sent, and what it is called.
        state: What it holds: what was sent where that was no answer, else what the project says.
        was: What the project says, as it travels with the form.
        wrong: Why what was sent is no answer; empty where it is one.
        is_partial: Whether the project names some of a set and does not say that these are all.
    """

    cell: Cell
    form: FieldForm
    options: tuple[tuple[str, str], ...]
    state: FieldState
    was: str
    wrong: str = ""
    is_partial: bool = False

    @property
    def id(self) -> str:
        """What it is answered by."""
        return self.cell.id


def field(cell: Cell, walk: Walk, language: str, sent: FieldState | None = None, wrong: str = "") -> FormField:
    """Return the field of a question; where what was sent is no answer, with that and why it is none."""
    held = held_by(cell)
    options = tuple((_sent(one.value), one.label[language]) for one in choices(cell.address, walk.project, walk.kb))
    was = json.dumps([list(held.values), held.declined, held.whom, held.source])
    return FormField(cell, form_of(cell), options, sent or held, was, wrong, _is_partial(cell, walk))


def form_of(cell: Cell) -> FieldForm:
    """Return how a question is answered."""
    if cell.definition is None:
        return "name" if cell.is_name else "names"
    return _FORMS.get(cell.definition.type, "line")


def held_by(cell: Cell) -> FieldState:
    """Return what the project says about a question."""
    asked, value, form = cell.asked, cell.value, form_of(cell)
    if value is None or (form == "names" and value):  # names stand beside their list, only new ones are typed
        answer, whom = (asked.answer, cleaned(asked.whom or "")) if asked is not None else ("", "")
        return FieldState((), answer, whom, cleaned(cell.source or ""))
    values = value if isinstance(value, (list, tuple)) else [value]
    return FieldState(tuple(map(_sent, values)) or (NONE,), source=cleaned(cell.source or ""))


def packed(text: str) -> FieldState | None:
    """Return what a field held when its page was made; None where that cannot be read."""
    try:
        values, declined, whom, source = json.loads(text)
        return FieldState(
            tuple(map(cleaned, map(str, values))), str(declined), cleaned(str(whom)), cleaned(str(source))
        )
    except (ValueError, TypeError):
        return None


def sent_for(cell: Cell, name: str, form: FormData) -> FieldState:
    """Return what was sent for a question.

    Args:
        cell: The question.
        name: Its id, as the form has it.
        form: What was sent.
    """
    texts = [text for text in (*form.getlist(f"a:{name}"), *form.getlist(f"d:{name}")) if isinstance(text, str)]
    if form_of(cell) == "lines":
        texts = [line for text in texts for line in text.splitlines()]
    values = tuple(text for text in map(cleaned, texts) if text)
    declined = next((one for one in _DECLINED if f"?{one}" in values), "")
    kept = tuple(one for one in values if one.removeprefix("?") not in _DECLINED)
    if NONE in kept and len(kept) > 1:
        kept = tuple(one for one in kept if one != NONE)
    whom, source = (cleaned(str(form.get(f"{part}:{name}", ""))) for part in ("w", "s"))
    return FieldState(kept, declined, whom if declined == "ask" else "", source)


def answer(cell: Cell, was: FieldState, now: FieldState, walk: Walk, whom: str) -> Answer | Misread | None:
    """Return what was answered to a question; None where nothing was.

    Args:
        cell: The question.
        was: What its field held.
        now: What was sent.
        walk: Where the interview stands.
        whom: Who knows, where somebody else is to be asked and nobody was named.
    """
    new_values = sorted(now.values) != sorted(was.values)
    source = now.source if now.source != was.source else ""
    if now.values and (new_values or (source and not now.declined)):
        return _value(cell, now.values, source, walk)
    if now.declined and (now.declined, now.whom) != (was.declined, was.whom):
        known = (now.whom or whom) if now.declined == "ask" else None
        return Misread("whom") if known == "" else Answer(now.declined, whom=known)  # type: ignore[arg-type]
    if not new_values:
        return None
    has_none = form_of(cell) in ("several", "lines", "names")
    return Misread("nameless" if cell.is_name else "emptied" if has_none else "emptied.one")


def _value(cell: Cell, values: tuple[str, ...], source: str, walk: Walk) -> Answer | Misread:
    form = form_of(cell)
    if form in ("name", "names"):
        return _names(values, form, is_whole=cell.address.subject is not None)
    fact = cell.definition
    assert fact is not None, cell.id
    if form in ("choice", "several"):
        options = {cleaned(_sent(one.value)): one.value for one in choices(cell.address, walk.project, walk.kb)}
        found = [options.get(one) for one in values if one not in (NONE, WHOLE)]
        if None in found or (form == "choice" and len(found) != 1):
            return Misread("gone")
        value: Any = found if form == "several" else found[0]
    elif fact.type in ("int", "number"):
        return _sourced(read_answer(cell.address, values[0].replace("#", ""), walk.project, walk.kb), source)
    else:
        texts = [one for one in values if one != NONE]
        if len(texts) == 1 and names_nothing(texts[0]):
            return Misread("nothing", {"typed": texts[0]})
        value = [unquoted(one) for one in texts] if form == "lines" else unquoted(values[0])
    return checked_answer(fact, value, source)


def _names(values: tuple[str, ...], form: FieldForm, *, is_whole: bool) -> Answer | Misread:
    if form == "names" and values == (NONE,):
        return Answer("enough")
    names = list(values) if is_whole else names_in("\n".join(values))
    nothing = next(filter(names_nothing, names), None)
    if nothing is not None:
        return Misread("nothing", {"typed": nothing})
    return (
        Misread("long")
        if any(len(one) > _LONGEST_NAME for one in names)
        else Answer("add", [unquoted(one) for one in names])
    )


def _sourced(found: Answer | Misread, source: str) -> Answer | Misread:
    return found if isinstance(found, Misread) else Answer("value", found.value, source=source or None)


def _sent(value: Any) -> str:
    """Return a value as a form sends it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return str(cleaned(str(value)))


def _is_partial(cell: Cell, walk: Walk) -> bool:
    return cell.definition is not None and bool(cell.value) and not walk.project.is_whole(cell.address)
