"""Where values stand in a text: from offsets and JSON pointers (RFC 6901) to places, and the members of JSON text.

Nothing is looked up before a place is asked for, and the text is not judged: it has been read already. What is in a
JSON list or object is found with the parser of the standard library, which tells where each value ends, so that only
the way to what is asked for is gone step by step. The time is linear in the text, for each level of it, and there are
few (`limits.DEEPEST`).
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ..problems.problem import Place

_BLANK = re.compile(r"[ \t\r\n]*")
_READER = json.JSONDecoder()


class Lines:
    """The lines of a text, to turn offsets into places. Lines end with LF, CR LF or CR."""

    __slots__ = ("_last", "_starts", "file", "text")

    def __init__(self, text: str, file: str = "") -> None:
        self.text = text
        self.file = file
        self._starts: list[int] = []
        self._last: tuple[int, int, str] = (0, 0, "")

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of `text[start:end]`, as far as it lies on its first line.

        Offsets are counted in characters; it is one character where there is no end.
        """
        line = self.line(start)
        if self._last[0] != line:
            # Kept, because one long line may hold all the places that are asked for.
            starts = self._starts
            first, behind = starts[line - 1], starts[line] if line < len(starts) else len(self.text)
            self._last = line, first, self.text[first:behind].rstrip("\r\n")
        _, first, text = self._last
        length = 1 if end is None else min(end - start, len(text) - start + first)
        return Place(self.file, line, start - first + 1, max(1, length), text)

    def line(self, offset: int) -> int:
        """Return the one-based line of an offset."""
        if not self._starts:
            lines = self.text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
            self._starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
        return bisect_right(self._starts, offset)


class PlacedMember(NamedTuple):
    """A value in a text, by offsets; an element of a list has no key, and its number as its name."""

    name: str
    key: tuple[int, int] | None
    start: int
    end: int

    @property
    def begin(self) -> int:
        """Where it begins, with its key."""
        return self.start if self.key is None else self.key[0]


class Places:
    """The places of all values and keys of one document, by JSON pointer.

    Example:
        >>> places = json_places('{"project": {"phase": "idea"}}', "project.json")
        >>> str(places.of("/project/phase")), str(places.key("/project/phase"))
        ('project.json:1:23', 'project.json:1:14')
    """

    __slots__ = ("_find", "_lines")

    def __init__(self, lines: Lines, find: Callable[[Sequence[str]], PlacedMember | None]) -> None:
        """Take the text, and what finds a value in it by the keys and numbers that lead there."""
        self._lines = lines
        self._find = find

    def of(self, pointer: str) -> Place:
        """Return the place of the value at a pointer.

        Raises:
            KeyError: There is no such value.

        >>> json_places('[1, [20]]').of("/1/0").length
        2
        """
        value = self._known(pointer)
        return self._lines.place(value.start, value.end)

    def key(self, pointer: str) -> Place:
        """Return the place of the key of the value at a pointer; an element of a list has none, so its own place.

        Raises:
            KeyError: There is no such value.
        """
        value = self._known(pointer)
        return self._lines.place(*(value.key or (value.start, value.end)))

    def nearest(self, pointer: str) -> Place:
        """Return the place of the value at a pointer or, when it is not there, of the innermost one around it.

        >>> str(json_places('{"top": {}}', "a.json").nearest("/top/visited_site"))
        'a.json:1:9'
        """
        value = self._value(pointer)
        while value is None:
            pointer = pointer.rpartition("/")[0]
            value = self._value(pointer)
        return self._lines.place(value.start, value.end)

    def _known(self, pointer: str) -> PlacedMember:
        value = self._value(pointer)
        if value is None:
            raise KeyError(pointer)
        return value

    def _value(self, pointer: str) -> PlacedMember | None:
        return None if pointer and not pointer.startswith("/") else self._find(parts_of(pointer))


def json_places(text: str, file: str = "") -> Places:
    """Return the places in a text that was read as JSON."""
    root = PlacedMember("", None, after_blanks(text, 0), len(text.rstrip(" \t\r\n")))
    # What was met on the way to a member is kept, and where the way ended.
    known: dict[int, tuple[dict[str, PlacedMember], Iterator[PlacedMember]]] = {}

    def find(parts: Sequence[str]) -> PlacedMember | None:
        value = root
        for part in parts:
            met, ahead = known.setdefault(value.start, ({}, members(text, value.start)))
            while part not in met and (member := next(ahead, None)) is not None:
                met[member.name] = member
            if part not in met:
                return None
            value = met[part]
        return value

    return Places(Lines(text, file), find)


def members(text: str, at: int) -> Iterator[PlacedMember]:
    """Yield the members of the JSON value that starts at an offset; a single value has none."""
    if text[at] not in "{[":
        return
    is_object = text[at] == "{"
    at, count = after_blanks(text, at + 1), 0
    while text[at] not in "}]":
        name, key = str(count), None
        if is_object:
            name, end = _READER.raw_decode(text, at)
            key = at, end
            at = after_blanks(text, after_blanks(text, end) + 1)
        end = end_of(text, at)
        yield PlacedMember(name, key, at, end)
        at, count = after_blanks(text, end), count + 1
        if text[at] == ",":
            at = after_blanks(text, at + 1)


def end_of(text: str, start: int) -> int:
    """Return the end of the JSON value that starts at an offset."""
    end: int = _READER.raw_decode(text, start)[1]
    return end


def after_blanks(text: str, at: int) -> int:
    """Return the offset of what follows the blanks at an offset."""
    return _BLANK.match(text, at).end()  # type: ignore[union-attr]


def pointer_of(*parts: str | int) -> str:
    """Return the JSON pointer of names and indexes, escaped.

    >>> pointer_of("complete", "portfolio.seeds"), pointer_of("a/b", 0)
    ('/complete/portfolio.seeds', '/a~1b/0')
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def parts_of(pointer: str) -> list[str]:
    """Return the names and indexes of a JSON pointer.

    >>> parts_of("/a~1b/0")
    ['a/b', '0']
    """
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def plain_strings(text: str) -> str:
    r"""Return the text with escaped backslashes and quotes blanked out, at the same length.

    Each `"` that is left starts or ends a string, so strings can be found without looking at escapes.

    >>> plain_strings(r'{"a\"b": "c\\"}')
    '{"a__b": "c__"}'
    """
    if "\\" not in text:
        return text
    return text.replace("\\\\", "__").replace('\\"', "__")
