"""Where the values of a JSON document stand: from JSON pointers (RFC 6901) to places.

Built only when a place is asked for, for text that has already been read as JSON; it does not judge the text. One pass
over the tokens notes where each value starts and ends; a container's children are looked up once, when needed. Nothing
recurses, and the time is linear in the text.
"""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_right

from ..language.problem import Place

# Compiled when first used: most runs ask for no place.
_LINE_END = r"\r\n|\n|\r"
_MARKS_AND_VALUES = r'"[^"]*"|[\[\]{}]|[^\s,:\[\]{}"]+'
_ABSENT = -1


class Lines:
    """The lines of a text, to turn offsets into places. Lines end with LF, CR LF or CR."""

    __slots__ = ("_last", "_starts", "file", "text")

    def __init__(self, text: str, file: str = "") -> None:
        self.text = text
        self.file = file
        self._starts: array[int] | None = None
        self._last: tuple[int, str] = (_ABSENT, "")

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of `text[start:end]`, as far as it lies on its first line.

        Args:
            start: Offset in characters.
            end: Offset behind the last character; one character when left out.
        """
        line = self.line(start)
        text = self._line_text(line)
        column = start - self._line_starts()[line - 1]
        length = 1 if end is None else min(end - start, len(text) - column)
        return Place(self.file, line, column + 1, max(1, length), text)

    def line(self, offset: int) -> int:
        """Return the one-based line of an offset."""
        return bisect_right(self._line_starts(), offset)

    def _line_starts(self) -> array[int]:
        if self._starts is None:
            self._starts = array("L", [0])
            self._starts.extend(match.end() for match in re.finditer(_LINE_END, self.text))
        return self._starts

    def _line_text(self, line: int) -> str:
        # Kept, because one long line may hold all the places that are asked for.
        if self._last[0] != line:
            starts = self._line_starts()
            end = starts[line] if line < len(starts) else len(self.text)
            self._last = (line, self.text[starts[line - 1] : end].rstrip("\r\n"))
        return self._last[1]


class Positions:
    """The places of all values and keys of one JSON text.

    Example:
        >>> places = Positions('{"project": {"phase": "idea"}}', "project.json")
        >>> str(places.of("/project/phase")), str(places.key("/project/phase"))
        ('project.json:1:23', 'project.json:1:14')
    """

    __slots__ = ("_behind", "_children", "_ends", "_keys", "_starts", "lines")

    def __init__(self, text: str, file: str = "") -> None:
        self.lines = Lines(text, file)
        # One entry a value, in the order of the text: where it starts and ends, where its key starts, and the number
        # of the first value behind it and all that is in it.
        self._starts = array("l")
        self._ends = array("l")
        self._keys = array("l")
        self._behind = array("l")
        self._children: dict[int, dict[str, int] | list[int]] = {}

    def of(self, pointer: str) -> Place:
        """Return the place of the value at a pointer.

        Raises:
            KeyError: There is no such value.

        >>> Positions('[1, [20]]').of("/1/0").length
        2
        """
        return self._place(self._known(pointer))

    def key(self, pointer: str) -> Place:
        """Return the place of the key of the value at a pointer; an element of a list has none, so its own place.

        Raises:
            KeyError: There is no such value.
        """
        value = self._known(pointer)
        start = self._keys[value]
        if start == _ABSENT:
            return self._place(value)
        return self.lines.place(start, start + len(self._string(start)))

    def nearest(self, pointer: str) -> Place:
        """Return the place of the value at a pointer or, when it is not there, of the innermost one around it.

        >>> str(Positions('{"top": {}}', "a.json").nearest("/top/visited_site"))
        'a.json:1:9'
        """
        value = self._find(pointer)
        while value == _ABSENT and pointer:
            pointer = pointer.rpartition("/")[0]
            value = self._find(pointer)
        return self._place(value) if value != _ABSENT else self.lines.place(0)

    def _place(self, value: int) -> Place:
        return self.lines.place(self._starts[value], self._ends[value])

    def _known(self, pointer: str) -> int:
        value = self._find(pointer)
        if value == _ABSENT:
            raise KeyError(pointer)
        return value

    def _find(self, pointer: str) -> int:
        if pointer and not pointer.startswith("/"):
            return _ABSENT
        if not self._starts:
            self._index()
        value = 0 if self._starts else _ABSENT
        for raw in pointer.split("/")[1:]:
            value = self._child(value, raw.replace("~1", "/").replace("~0", "~"))
            if value == _ABSENT:
                return _ABSENT
        return value

    def _child(self, parent: int, name: str) -> int:
        if parent not in self._children:
            self._children[parent] = self._list_children(parent)
        children = self._children[parent]
        if isinstance(children, dict):
            return children.get(name, _ABSENT)
        if not re.fullmatch(r"0|[1-9][0-9]{0,9}", name) or int(name) >= len(children):
            return _ABSENT
        return children[int(name)]

    def _list_children(self, parent: int) -> dict[str, int] | list[int]:
        found: list[int] = []
        child = parent + 1
        while child < self._behind[parent]:
            found.append(child)
            child = self._behind[child]
        if self.lines.text[self._starts[parent]] != "{":
            return found
        return {json.loads(self._string(self._keys[child])): child for child in found}

    def _string(self, start: int) -> str:
        """Return the string literal that starts at an offset."""
        text = self.lines.text
        end = text.index('"', start + 1)
        while _escaped(text, end):
            end = text.index('"', end + 1)
        return text[start : end + 1]

    def _index(self) -> None:
        starts, ends, keys, behind = self._starts, self._ends, self._keys, self._behind
        open_values: list[int] = []
        in_object = False
        key = _ABSENT
        for match in re.finditer(_MARKS_AND_VALUES, plain_strings(self.lines.text)):
            start, end = match.span()
            mark = match[0][0]
            if mark in "]}":
                closed = open_values.pop()
                ends[closed] = end
                behind[closed] = len(starts)
                in_object = bool(open_values) and self.lines.text[starts[open_values[-1]]] == "{"
                key = _ABSENT
                continue
            if in_object and key == _ABSENT:
                key = start
                continue
            starts.append(start)
            ends.append(end)
            keys.append(key)
            behind.append(len(starts))
            key = _ABSENT
            if mark in "[{":
                open_values.append(len(starts) - 1)
                in_object = mark == "{"


def plain_strings(text: str) -> str:
    r"""Return the text with escaped backslashes and quotes blanked out, at the same length.

    Each `"` that is left starts or ends a string, so strings can be found without looking at escapes.

    >>> plain_strings(r'{"a\"b": "c\\"}')
    '{"a__b": "c__"}'
    """
    if "\\" not in text:
        return text
    return text.replace("\\\\", "__").replace('\\"', "__")


def _escaped(text: str, offset: int) -> bool:
    """Tell whether an odd number of backslashes stands in front of an offset."""
    before = offset
    while text[before - 1] == "\\":
        before -= 1
    return (offset - before) % 2 == 1
