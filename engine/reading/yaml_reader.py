"""YAML with places: every value knows where it stands, whatever the file is about.

PyYAML's `safe_load` reads `NO` as false and keeps the last of two equal keys; this reader builds its nodes from the
parser's events, so that nothing is executed, expanded or guessed. Scalars follow YAML 1.2: only true, false, null and
numbers are special, and only when written plain. Anchors, aliases, tags and second documents are refused.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from ..problems.problem import Place, Problem, Texts, excerpt
from .faults import document_problem
from .limits import DEEPEST_YAML, MOST_PROBLEMS, out_of_range
from .places import Lines, PlacedMember, Places

YamlScalar: TypeAlias = "bool | int | float | str | None"
_Stretch: TypeAlias = "tuple[int, int]"

_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
_LONGEST_NUMBER = 40
_WORDS: dict[str, YamlScalar] = {"true": True, "false": False, "null": None, "~": None, "": None}
_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALF = re.compile("[\ud800-\udfff]")
_TOO_DEEP = "nesting depth"
"""What libyaml says from its version 0.2.6 on, before this reader has seen how deep it is."""

_REASONS: tuple[tuple[str, Texts], ...] = (
    (
        "mapping values",
        {
            "en": "a second ': ' in one entry, or an indentation that fits nothing",
            "ja": "1つの項目に「: 」が2つあるか、字下げが合いません",
        },
    ),
    (
        "cannot start any token",
        {
            "en": "a tab, or a text that begins with a special character",
            "ja": "タブか、記号で始まる引用符なしの文字列があります",
        },
    ),
    ("end of stream", {"en": "a quote is not closed", "ja": "引用符が閉じられていません"}),
    (
        "',' or",
        {"en": "a bracket is not closed, or a comma is missing", "ja": "括弧が閉じられていないか、カンマがありません"},
    ),
    ("escape", {"en": "an escape that means nothing", "ja": "意味のない \\ があります"}),
    (
        "<document start>",
        {"en": "something follows the end of the document", "ja": "文書の終わりの後にまだ何かあります"},
    ),
    ("", {"en": "the indentation or the punctuation fits nothing", "ja": "字下げか記号の使い方が合いません"}),
)
"""Why a text is no YAML, by a part of what the parser says in its own terms."""


class Node(Struct, frozen=True):
    """A value of a file.

    Attributes:
        value: A scalar, a list of nodes, or a dict from key to node.
        lines: The text that it stands in.
        start, end: The offsets of what is written for it.
        key: The offsets of its key; None for an element of a list.
    """

    value: YamlScalar | list[Node] | dict[str, Node]
    lines: Lines
    start: int
    end: int
    key: _Stretch | None = None

    @property
    def place(self) -> Place:
        """Where it starts; for a text in quotes, where what stands in them does."""
        return self._place(self.start, self.end)

    def key_place(self, key: str) -> Place:
        """Return where a key of this mapping stands; the mapping's own place when it has no such key."""
        found = self.value.get(key) if isinstance(self.value, dict) else None
        return self.place if found is None or found.key is None else self._place(*found.key)

    def named(self) -> Node:
        """Return the same value with the place of its key: that is the line which names it."""
        return self if self.key is None else Node(self.value, self.lines, *self.key, self.key)

    def plain(self) -> Any:
        """Return the value without places."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value

    def places(self) -> Places:
        """Return the places of all that is in it, by JSON pointer."""

        def find(parts: Sequence[str]) -> PlacedMember | None:
            node: Node | None = self
            for part in parts:
                inside = node.value if node is not None else None
                if isinstance(inside, dict):
                    node = inside.get(part)
                elif (
                    isinstance(inside, list) and part.isdecimal() and part == str(int(part)) and int(part) < len(inside)
                ):
                    node = inside[int(part)]
                else:
                    return None
            return None if node is None else PlacedMember("", node.key, node.start, node.end)

        return Places(self.lines, find)

    def _place(self, start: int, end: int) -> Place:
        written = self.lines.text[start:end]
        if "\n" in written or "\r" in written:
            end = start + 1
        elif len(written) > 1 and written[0] in "'\"":
            return self.lines.place(start + 1, end - 1)
        return self.lines.place(start, end)


def scalar(text: str) -> YamlScalar:
    """Read a plain scalar as YAML 1.2 does.

    >>> scalar("no"), scalar("true"), scalar("0.05"), scalar("2022-01-01")
    ('no', True, 0.05, '2022-01-01')
    """
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text):
        number = float(text) if re.search(r"[.eE]", text) else int(text)
        return number if math.isfinite(number) else text
    return text


def read_yaml(text: str, file: str, report: Callable[[Problem], None]) -> Node | None:
    r"""Read one YAML document into nodes with places; reading goes on after a problem where that makes sense.

    Returns:
        The root, or None when nothing is there or, which was reported, reading could not go on.

    >>> root = read_yaml("project: {phase: idea}\nfield: {agreed: no}", "project.yaml", print)
    >>> root.plain(), str(root.places().key("/field/agreed"))
    ({'project': {'phase': 'idea'}, 'field': {'agreed': 'no'}}, 'project.yaml:2:9')
    """
    import yaml

    reader = _Reader(Lines(text, file), report)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        unprintable = _UNPRINTABLE.search(text)
        if unprintable is not None:
            reader.control(unprintable.start())
            return None
        return reader.document(yaml.parse(text, Loader=loader))
    except yaml.YAMLError as error:
        reader.not_yaml(error)
    except _Refused:
        pass
    return None


class _Refused(Exception):
    """Reading cannot go on; the problem was reported."""


class _Reader:
    """Builds nodes from parser events."""

    def __init__(self, lines: Lines, report: Callable[[Problem], None]) -> None:
        self._lines = lines
        self._report = report
        self._reported = 0

    def document(self, events: Iterator[Any]) -> Node | None:
        """Read the one document of a stream."""
        root: Node | None = None
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent" and root is not None:
                self._wrong("P145", event, last=True)
            elif kind in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent", "AliasEvent"):
                root = self._node(event, events, 0, None)
        # What holds comments only has no document, or one with an empty scalar.
        return None if root is not None and root.value is None and root.start == root.end else root

    def control(self, offset: int) -> None:
        """Report a character that no text has."""
        code = ord(self._lines.text[offset])
        place = self._lines.place(offset, offset + 1)
        kind = {"en": f"control character (U+{code:04X})", "ja": f"制御文字(U+{code:04X})"}
        self._report(document_problem("P121", place, kind=kind, instead=f'"\\x{code:02x}"'))

    def not_yaml(self, error: Any) -> None:
        """Report what the parser refused."""
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        offset = min(mark.index, len(self._lines.text)) if mark else 0
        place = self._lines.place(offset, offset + 1)
        said = str(getattr(error, "problem", None) or "")
        if _TOO_DEEP in said:
            self._report(document_problem("P133", place, limit=DEEPEST_YAML))
            return
        reason = next(texts for part, texts in _REASONS if part in said)
        self._report(document_problem("P141", place, reason=reason))

    def _node(self, event: Any, events: Iterator[Any], depth: int, key: _Stretch | None) -> Node:
        """Read the value that begins with an event."""
        kind = type(event).__name__
        self._refuse_marks(event, kind)
        value: Any
        if kind == "ScalarEvent":
            value = self._scalar(event)
        elif kind == "AliasEvent":
            value = None
        elif depth == DEEPEST_YAML:
            self._wrong("P133", event, last=True, limit=DEEPEST_YAML)
        elif kind == "SequenceStartEvent":
            value = []
            for item in events:
                if type(item).__name__ == "SequenceEndEvent":
                    break
                value.append(self._node(item, events, depth + 1, None))
        else:
            value = self._entries(events, depth + 1)
        return Node(value, self._lines, event.start_mark.index, event.end_mark.index, key)

    def _entries(self, events: Iterator[Any], depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for event in events:
            kind = type(event).__name__
            if kind == "MappingEndEvent":
                break
            self._refuse_marks(event, kind)
            if kind != "ScalarEvent" or (not event.style and not event.value):
                self._wrong("P144", event, last=True)
            key = str(event.value)
            if _HALF.search(key):
                self._wrong("P144", event)
            if key in found:
                self._duplicate(key, event, found[key])
            node = self._node(next(events), events, depth, (event.start_mark.index, event.end_mark.index))
            found.setdefault(key, node)
        return found

    def _refuse_marks(self, event: Any, kind: str) -> None:
        if event.anchor is not None:
            self._wrong("P142", event, found=("*" if kind == "AliasEvent" else "&") + excerpt(event.anchor))
        if kind != "AliasEvent" and event.tag is not None:
            written = self._lines.text[event.start_mark.index : event.end_mark.index]
            self._wrong("P143", event, found=excerpt(written.split(maxsplit=1)[0]))

    def _scalar(self, event: Any) -> YamlScalar:
        text: str = event.value
        half = _HALF.search(text)
        if half:  # libyaml refuses it by itself, PyYAML's own parser does not
            self._wrong("P123", event, found=f"\\u{ord(half[0]):04x}")
        if event.style:
            return text
        if _NUMBER.fullmatch(text) and out_of_range(text.removeprefix("+")):
            self._wrong("P132", event, found=excerpt(text, 24))
        return scalar(text)

    def _duplicate(self, key: str, event: Any, first: Node) -> None:
        assert first.key is not None
        place = self._lines.place(first.key[0])
        note = {
            "en": f"it is first given on line {place.line}, column {place.column}",
            "ja": f"最初は{place.line}行目の{place.column}文字目にあります",
        }
        self._wrong("P131", event, note, key=excerpt(key))

    def _wrong(self, code: str, event: Any, note: Texts | None = None, *, last: bool = False, **quoted: object) -> None:
        """Report a problem; the last one, or one of too many, ends reading."""
        place = self._lines.place(event.start_mark.index, event.end_mark.index)
        self._report(document_problem(code, place, note, **quoted))
        self._reported += 1
        if last or self._reported == MOST_PROBLEMS:
            raise _Refused
