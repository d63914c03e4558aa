"""Where the values of a JSON document stand: from JSON pointers (RFC 6901) to places.

Built only when a place is asked for, for text that has already been read as JSON; it does not judge the text. What is
in a list or an object is looked up once, when needed: the parser of the standard library tells where each value ends,
so that only the way to what is asked for is gone step by step. The time is linear in the text, for each level of it,
and there are few (`limits.DEEPEST`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import TypeAlias

from ..problems.problem import Place

_BETWEEN = " \t\r\n:,"
_READER = json.JSONDecoder()
_Value: TypeAlias = "tuple[int, int, tuple[int, int] | None]"
"""Where a value starts and ends, and where its key does; an element of a list has none."""


class Lines:
    """The lines of a text, to turn offsets into places. Lines end with LF, CR LF or CR."""

    __slots__ = ("_last", "_starts", "file", "text")

    def __init__(self, text: str, file: str = "") -> None:
        self.text = text
        self.file = file
        self._starts: list[int] = []
        self._last: tuple[int, str] = (0, "")

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
        from bisect import bisect_right

        return bisect_right(self._line_starts(), offset)

    def _line_starts(self) -> list[int]:
        if not self._starts:
            lines = self.text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
            self._starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
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

    __slots__ = ("_children", "_root", "lines")

    def __init__(self, text: str, file: str = "") -> None:
        self.lines = Lines(text, file)
        self._root: _Value | None = None
        self._children: dict[int, dict[str, _Value]] = {}

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
        start, end, key = self._known(pointer)
        return self.lines.place(start, end) if key is None else self.lines.place(*key)

    def nearest(self, pointer: str) -> Place:
        """Return the place of the value at a pointer or, when it is not there, of the innermost one around it.

        >>> str(Positions('{"top": {}}', "a.json").nearest("/top/visited_site"))
        'a.json:1:9'
        """
        value = self._find(pointer)
        while value is None and pointer:
            pointer = pointer.rpartition("/")[0]
            value = self._find(pointer)
        return self._place(value) if value is not None else self.lines.place(0)

    def _place(self, value: _Value) -> Place:
        start, end, _ = value
        return self.lines.place(start, end)

    def _known(self, pointer: str) -> _Value:
        value = self._find(pointer)
        if value is None:
            raise KeyError(pointer)
        return value

    def _find(self, pointer: str) -> _Value | None:
        if pointer and not pointer.startswith("/"):
            return None
        if self._root is None:
            start = self._next(0)
            self._root = start, self._end(start), None
        value: _Value | None = self._root
        for raw in pointer.split("/")[1:]:
            if value is None:
                break
            start = value[0]
            if start not in self._children:
                self._children[start] = dict(self._listed(start))
            value = self._children[start].get(raw.replace("~1", "/").replace("~0", "~"))
        return value

    def _listed(self, start: int) -> Iterator[tuple[str, _Value]]:
        """Yield the values in the one that starts at an offset, by key or number."""
        text = self.lines.text
        if text[start] not in "[{":
            return
        at, count = self._next(start + 1), 0
        while text[at] not in "]}":
            name, key = str(count), None
            if text[start] == "{":
                name, end = _READER.raw_decode(text, at)
                key = at, end
                at = self._next(end)
            end = self._end(at)
            yield name, (at, end, key)
            at, count = self._next(end), count + 1

    def _end(self, start: int) -> int:
        """Return the end of the value that starts at an offset."""
        end: int = _READER.raw_decode(self.lines.text, start)[1]
        return end

    def _next(self, start: int) -> int:
        """Return where the next key, value or bracket begins, from the end of one on."""
        text = self.lines.text
        while start < len(text) and text[start] in _BETWEEN:
            start += 1
        return start


def plain_strings(text: str) -> str:
    r"""Return the text with escaped backslashes and quotes blanked out, at the same length.

    Each `"` that is left starts or ends a string, so strings can be found without looking at escapes.

    >>> plain_strings(r'{"a\"b": "c\\"}')
    '{"a__b": "c__"}'
    """
    if "\\" not in text:
        return text
    return text.replace("\\\\", "__").replace('\\"', "__")
