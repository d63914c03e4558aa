"""Edits of the text of a JSON document: one value is set, added or taken out, and everything else stays as it is.

Order, indentation, line ends, keys that nobody knows and odd spacing are the user's and are not touched. What is new is
written in the style of the text around it. Nothing here reads or writes files; see `edited_file`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from msgspec import Struct

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
_LONGEST_LINE = 100
"""Characters up to which a list of single values is written on one line."""


class Splice(Struct, frozen=True):
    """A piece of text that is replaced: `text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


class _Member(Struct, frozen=True):
    """A value in a container, by offsets; a list's element has its index as its name."""

    name: str
    begin: int
    start: int
    end: int


class _Style(Struct, frozen=True):
    """How a text is laid out: its line end ("" when all of it is on one line), one step of indentation, the colon."""

    line_end: str
    step: str
    colon: str


def set_value(text: str, pointer: str, value: Any) -> Splice:
    """Return the splice that gives the value at a pointer.

    Args:
        text: A JSON text.
        pointer: A JSON pointer (RFC 6901). What is missing on the way, or null, becomes an object; `-` as its last
            part appends to a list.
        value: Plain JSON data.

    Raises:
        KeyError: The way leads through a value that is neither an object nor a list, or to no place in a list.

    >>> text = '{"top": {"visited_site": true}}'
    >>> apply(text, [set_value(text, "/top/own_role_identified", False)])
    '{"top": {"visited_site": true, "own_role_identified": false}}'
    """
    style = _style(text)
    at = _BLANK.match(text).end()  # type: ignore[union-attr]
    parts = _parts(pointer)
    for position, part in enumerate(parts):
        rest = parts[position + 1 :]
        if text[at] not in "{[":
            if text[at : at + 4] != "null":
                raise KeyError(pointer)
            return Splice(at, at + 4, _written(_nested(parts[position:], value), style, _indent(text, at)))
        members = list(_members(text, at))
        found = next((member for member in members if member.name == part), None)
        if found is None:
            if text[at] == "[" and part not in ("-", str(len(members))):
                raise KeyError(pointer)
            return _added(text, at, members, None if text[at] == "[" else part, _nested(rest, value), style)
        if not rest:
            return Splice(found.start, found.end, _written(value, style, _indent(text, found.begin)))
        at = found.start
    return Splice(at, _DECODER.raw_decode(text, at)[1], _written(value, style, ""))


def remove(text: str, pointer: str) -> Splice:
    """Return the splice that takes the value at a pointer out, with its key and one comma.

    Raises:
        KeyError: There is no such value.

    >>> text = '{"a": 1, "b": 2}'
    >>> apply(text, [remove(text, "/a")]), apply(text, [remove(text, "/b")])
    ('{"b": 2}', '{"a": 1}')
    """
    at = _BLANK.match(text).end()  # type: ignore[union-attr]
    parts = _parts(pointer)
    for position, part in enumerate(parts):
        members = list(_members(text, at)) if text[at] in "{[" else []
        index = next((index for index, member in enumerate(members) if member.name == part), None)
        if index is None:
            raise KeyError(pointer)
        if position == len(parts) - 1:
            return _taken_out(text, at, members, index)
        at = members[index].start
    raise KeyError(pointer)


def apply(text: str, splices: Sequence[Splice]) -> str:
    """Return the text with splices made; they must not overlap."""
    for splice in sorted(splices, key=lambda one: one.start, reverse=True):
        text = text[: splice.start] + splice.new + text[splice.end :]
    return text


def pointer_of(*parts: str | int) -> str:
    """Return the JSON pointer of names and indexes, escaped.

    >>> pointer_of("complete", "portfolio.seeds"), pointer_of("a/b", 0)
    ('/complete/portfolio.seeds', '/a~1b/0')
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def _parts(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def _nested(parts: Sequence[str], value: Any) -> Any:
    for part in reversed(parts):
        value = [value] if part == "-" else {part: value}
    return value


def _members(text: str, at: int) -> Iterator[_Member]:
    """Yield the members of the container that starts at an offset."""
    is_object = text[at] == "{"
    at = _skip(text, at + 1)
    index = 0
    while text[at] not in "}]":
        begin, name = at, str(index)
        if is_object:
            name, at = scanstring(text, at + 1)
            at = _skip(text, _skip(text, at) + 1)
        end = _DECODER.raw_decode(text, at)[1]
        yield _Member(name, begin, at, end)
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)
        index += 1


def _skip(text: str, at: int) -> int:
    return _BLANK.match(text, at).end()  # type: ignore[union-attr]


def _closing(text: str, at: int, members: Sequence[_Member]) -> int:
    """Return the offset of the bracket that closes a container."""
    return _skip(text, members[-1].end if members else at + 1)


def _added(text: str, at: int, members: Sequence[_Member], name: str | None, value: Any, style: _Style) -> Splice:
    """Return the splice that adds a member behind the last one of a container."""
    closing = _closing(text, at, members)
    if members:
        last = members[-1]
        gap = text[_skip(text, members[-2].end) + 1 : last.begin] if len(members) > 1 else text[at + 1 : last.begin]
        if len(members) == 1 and not _breaks(gap):
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


def _taken_out(text: str, at: int, members: Sequence[_Member], index: int) -> Splice:
    if len(members) == 1:
        return Splice(at + 1, _closing(text, at, members), "")
    if index + 1 < len(members):
        return Splice(members[index].begin, members[index + 1].begin, "")
    return Splice(members[index - 1].end, members[index].end, "")


def _style(text: str) -> _Style:
    """Return the style of a text, judged by what begins it; most writers keep to one."""
    ends = re.search(r"\r\n|\n|\r", text.strip())
    line_end = ends[0] if ends is not None else ""
    indents = [found[1] for found in re.finditer(r"[\r\n]([ \t]+)[^ \t\r\n]", text)]
    colon = re.search(r'"[ \t]*(:[ \t]*)', text)
    spaced = colon is None or colon[1] != ":"
    return _Style(line_end, min(indents, key=len, default="  "), ": " if spaced else ":")


def _indent(text: str, at: int) -> str:
    """Return the indentation of the line that an offset stands on."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    found = re.compile(r"[ \t]*").match(text, start)
    assert found is not None
    return found[0]


def _breaks(gap: str) -> bool:
    return "\n" in gap or "\r" in gap


def _colon(text: str, member: _Member, style: _Style) -> str:
    """Return the colon as a neighbour has it, unless that is aligned or spans lines."""
    if text[member.begin] != '"' or member.begin == member.start:
        return style.colon
    _, end = scanstring(text, member.begin + 1)
    colon = text[end : member.start]
    return colon if colon in (":", ": ", " : ", " :") else style.colon


def _key(name: str, colon: str) -> str:
    return json.dumps(name, ensure_ascii=False) + colon


def _written(value: Any, style: _Style, indent: str, *, inline: bool = False) -> str:
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
