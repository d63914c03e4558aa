"""Edits of the text of a JSON document: one value is set, added or taken out, and everything else stays as it is.

Order, indentation, line ends, keys that nobody knows and odd spacing are the user's and are not touched. What is new is
written in the style of the text around it. Nothing here reads or writes files; see `edited_file`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from .places import PlacedMember, after_blanks, end_of, members, parts_of

_LONGEST_LINE = 100
"""Characters up to which a list of single values is written on one line."""


class Splice(Struct, frozen=True):
    """A piece of text that is replaced: `text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


class Style(Struct, frozen=True):
    """How a text is laid out: its line end ("" when all of it is on one line), one step of indentation, the colon."""

    line_end: str
    step: str
    colon: str


def set_value(text: str, pointer: str, value: Any, style: Style | None = None) -> Splice:
    """Return the splice that gives the value at a JSON pointer (RFC 6901).

    What is missing on the way, or null, becomes an object; `-` as its last part appends to a list. The style of the text
    (`style_of`) is looked for in it when left out.

    Raises:
        KeyError: The way leads through a value that is neither an object nor a list, or to no place in a list.

    >>> text = '{"top": {"visited_site": true}}'
    >>> apply(text, [set_value(text, "/top/own_role_identified", False)])
    '{"top": {"visited_site": true, "own_role_identified": false}}'
    """
    style = style or style_of(text)
    at = after_blanks(text, 0)
    parts = parts_of(pointer)
    for position, part in enumerate(parts):
        rest = parts[position + 1 :]
        if text[at] not in "{[":
            if text[at : at + 4] != "null":
                raise KeyError(pointer)
            return Splice(at, at + 4, _written(_nested(parts[position:], value), style, _indent(text, at)))
        inside: list[PlacedMember] = []
        found = _member(text, at, part, inside)
        if found is None:
            if text[at] == "[" and part not in ("-", str(len(inside))):
                raise KeyError(pointer)
            return _added(text, at, inside, None if text[at] == "[" else part, _nested(rest, value), style)
        if not rest:
            return Splice(found.start, found.end, _written(value, style, _indent(text, found.begin)))
        at = found.start
    return Splice(at, end_of(text, at), _written(value, style, ""))


def remove(text: str, pointer: str) -> Splice:
    """Return the splice that takes the value at a pointer out, with its key and one comma.

    Raises:
        KeyError: There is no such value.

    >>> text = '{"a": 1, "b": 2}'
    >>> apply(text, [remove(text, "/a")]), apply(text, [remove(text, "/b")])
    ('{"b": 2}', '{"a": 1}')
    """
    at = after_blanks(text, 0)
    parts = parts_of(pointer)
    for position, part in enumerate(parts):
        inside = list(members(text, at))
        index = next((index for index, member in enumerate(inside) if member.name == part), None)
        if index is None:
            raise KeyError(pointer)
        if position == len(parts) - 1:
            return _taken_out(text, at, inside, index)
        at = inside[index].start
    raise KeyError(pointer)


def apply(text: str, splices: Sequence[Splice]) -> str:
    """Return the text with splices made; they must not overlap."""
    for splice in sorted(splices, key=lambda one: one.start, reverse=True):
        text = text[: splice.start] + splice.new + text[splice.end :]
    return text


def _member(text: str, at: int, name: str, before: list[PlacedMember]) -> PlacedMember | None:
    """Return the member of a name; those before it, of none all of them, are added to a list."""
    for member in members(text, at):
        if member.name == name:
            return member
        before.append(member)
    return None


def _nested(parts: Sequence[str], value: Any) -> Any:
    for part in reversed(parts):
        value = [value] if part == "-" else {part: value}
    return value


def _closing(text: str, at: int, inside: Sequence[PlacedMember]) -> int:
    """Return the offset of the bracket that closes a container."""
    return after_blanks(text, inside[-1].end if inside else at + 1)


def _added(text: str, at: int, inside: Sequence[PlacedMember], name: str | None, value: Any, style: Style) -> Splice:
    """Return the splice that adds a member behind the last one of a container."""
    closing = _closing(text, at, inside)
    if inside:
        last = inside[-1]
        gap = (
            text[after_blanks(text, inside[-2].end) + 1 : last.begin] if len(inside) > 1 else text[at + 1 : last.begin]
        )
        if len(inside) == 1 and not _breaks(gap):
            # One member on the line of its bracket; a container that spans lines gets the next one on a line of its own.
            gap = " " if style.colon.endswith(" ") else ""
        inner = _indent(text, last.begin) if _breaks(gap) else _indent(text, at)
        key = "" if name is None else _key(name, _colon(text, last, style))
        return Splice(last.end, last.end, "," + gap + key + _written(value, style, inner, inline=not _breaks(gap)))
    key = "" if name is None else _key(name, style.colon)
    if not style.line_end:
        return Splice(at + 1, closing, key + _written(value, style, ""))
    outer = _indent(text, at)
    inner = outer + style.step
    new = style.line_end + inner + key + _written(value, style, inner) + style.line_end + outer
    return Splice(at + 1, closing, new)


def _taken_out(text: str, at: int, inside: Sequence[PlacedMember], index: int) -> Splice:
    if len(inside) == 1:
        return Splice(at + 1, _closing(text, at, inside), "")
    if index + 1 < len(inside):
        return Splice(inside[index].begin, inside[index + 1].begin, "")
    return Splice(inside[index - 1].end, inside[index].end, "")


def style_of(text: str) -> Style:
    """Return the style of a text, judged by what begins it; most writers keep to one."""
    ends = re.search(r"\r\n|\n|\r", text.strip())
    line_end = ends[0] if ends is not None else ""
    indents = [found[1] for found in re.finditer(r"[\r\n]([ \t]+)[^ \t\r\n]", text)]
    colon = re.search(r'"[ \t]*(:[ \t]*)', text)
    spaced = colon is None or colon[1] != ":"
    return Style(line_end, min(indents, key=len, default="  "), ": " if spaced else ":")


def _indent(text: str, at: int) -> str:
    """Return the indentation of the line that an offset stands on."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    found = re.compile(r"[ \t]*").match(text, start)
    assert found is not None
    return found[0]


def _breaks(gap: str) -> bool:
    return "\n" in gap or "\r" in gap


def _colon(text: str, member: PlacedMember, style: Style) -> str:
    """Return the colon as a neighbour has it, unless that is aligned or spans lines."""
    if member.key is None:
        return style.colon
    colon = text[member.key[1] : member.start]
    return colon if colon in (":", ": ", " : ", " :") else style.colon


def _key(name: str, colon: str) -> str:
    return json.dumps(name, ensure_ascii=False) + colon


def _written(value: Any, style: Style, indent: str, *, inline: bool = False) -> str:
    """Return a value as JSON: objects over several lines, lists of single values on one where they fit."""
    comma = "," if style.colon == ":" else ", "
    flat = json.dumps(value, ensure_ascii=False, separators=(comma, ": " if comma == ", " else ":"))
    if inline or not style.line_end or not value or not isinstance(value, (dict, list)):
        return flat
    single = isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value)
    if single and len(flat) <= _LONGEST_LINE:
        return flat
    inner = indent + style.step
    items = (
        [_key(str(name), style.colon) + _written(item, style, inner) for name, item in value.items()]
        if isinstance(value, dict)
        else [_written(item, style, inner) for item in value]
    )
    brackets = "{}" if isinstance(value, dict) else "[]"
    between = style.line_end + inner
    return f"{brackets[0]}{between}{(',' + between).join(items)}{style.line_end}{indent}{brackets[1]}"
