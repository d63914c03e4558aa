"""YAML with places: every value of a rule file knows its line and column.

PyYAML's `safe_load` reads `NO` as false and keeps the last of two equal keys; this reader builds its nodes from the
parser's events. Scalars follow YAML 1.2: only true, false, null and numbers are special, and only when written plain.
Anchors, aliases, tags and second documents are refused: a rule file needs none of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from msgspec import Struct, field

from ..problems.problem import Place, Problem, Texts, excerpt
from .yaml_reasons import DEEP, reason_of

Scalar: TypeAlias = "bool | int | float | str | None"

DEEPEST = 40
"""How deep lists and mappings may be nested."""

_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
_LONGEST_NUMBER = 40
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}


class Node(Struct, frozen=True):
    """A value of a rule file.

    Attributes:
        value: A scalar, a list of nodes, or a dict from key to node.
        place: Where it starts; for a text in quotes, behind the quote.
        keys: For a mapping, where each key stands.
    """

    value: Scalar | list[Node] | dict[str, Node]
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)

    def plain(self) -> Any:
        """Return the value without places."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value


_SECOND: Texts = {"en": "a second document begins here", "ja": "ここから2つ目の文書が始まります"}
_ANCHOR: Texts = {
    "en": "anchors and aliases are not used in rule files",
    "ja": "規則のファイルではアンカーとエイリアスを使いません",
}
_TAG: Texts = {"en": "tags are not used in rule files", "ja": "規則のファイルではタグを使いません"}
_KEY: Texts = {"en": "a key must be a single word", "ja": "キーは1つの語で書きます"}


def scalar(text: str) -> Scalar:
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
    """Read one YAML document into nodes with places.

    Args:
        text: The document.
        file: Its name, for places.
        report: Called with each problem; reading goes on where that makes sense.

    Returns:
        The root node, or None when the text is not YAML or empty.
    """
    import yaml

    reader = _Reader(file, text.splitlines(), report)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = reader.document(yaml.parse(text, Loader=loader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        detail = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).splitlines()[0]
        report(
            _not_yaml(
                reason_of(str(detail)), reader.place(mark) if mark else reader.at(getattr(error, "position", 0), text)
            )
        )
        return None
    except _Refused:
        return None
    if root is None:
        report(_empty(Place(file, 1, 1)))
    return root


class _Refused(Exception):
    """Reading cannot go on; the problem was reported."""


class _Reader(Struct, frozen=True):
    """Builds nodes from parser events."""

    file: str
    lines: list[str]
    report: Callable[[Problem], None]

    def place(self, mark: Any, length: int = 1, skip: int = 0) -> Place:
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return Place(self.file, mark.line + 1, mark.column + 1 + skip, max(1, length), line)

    def at(self, position: int, text: str) -> Place:
        """Return the place of a character that stands between lines."""
        line = text.count("\n", 0, position)
        column = position - (text.rfind("\n", 0, position) + 1)
        return Place(self.file, line + 1, column + 1, 1, self.lines[line] if line < len(self.lines) else "")

    def document(self, events: Iterator[Any]) -> Node | None:
        """Read the one document of a stream."""
        root: Node | None = None
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent" and root is not None:
                self.report(_not_yaml(_SECOND, self.place(event.start_mark)))
                raise _Refused
            if kind in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent", "AliasEvent"):
                root = self.node(event, events, 0)
        # A file of comments only has one empty scalar, or none at all.
        return None if root is not None and root.value is None else root

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        """Read the value that begins with an event."""
        kind = type(event).__name__
        self._plain_only(event, kind)
        if kind == "AliasEvent":
            return Node(None, self.place(event.start_mark))
        if kind == "ScalarEvent":
            return self._scalar(event)
        if depth >= DEEPEST:
            self.report(_not_yaml(DEEP, self.place(event.start_mark)))
            raise _Refused
        if kind == "SequenceStartEvent":
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth)

    def _plain_only(self, event: Any, kind: str) -> None:
        if kind == "AliasEvent" or event.anchor is not None:
            self.report(_not_yaml(_ANCHOR, self.place(event.start_mark)))
        elif event.tag is not None:
            self.report(_not_yaml(_TAG, self.place(event.start_mark)))

    def _scalar(self, event: Any) -> Node:
        quoted = 1 if event.style in ("'", '"') else 0
        same_line = event.end_mark.line == event.start_mark.line
        length = event.end_mark.column - event.start_mark.column - 2 * quoted if same_line else 1
        value = event.value if event.style else scalar(event.value)
        return Node(value, self.place(event.start_mark, length, quoted))

    def _sequence(self, start: Any, events: Iterator[Any], depth: int) -> Node:
        found: list[Node] = []
        for event in events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            found.append(self.node(event, events, depth + 1))
        return Node(found, self.place(start.start_mark))

    def _mapping(self, start: Any, events: Iterator[Any], depth: int) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for event in events:
            kind = type(event).__name__
            if kind == "MappingEndEvent":
                break
            if kind != "ScalarEvent":
                self.report(_not_yaml(_KEY, self.place(event.start_mark)))
                raise _Refused
            self._plain_only(event, kind)
            key = str(event.value)
            where = self.place(event.start_mark, len(key), 1 if event.style in ("'", '"') else 0)
            value = self.node(next(events), events, depth + 1)
            if key in keys:
                self.report(_duplicate(key, where, keys[key]))
            else:
                keys[key], values[key] = where, value
        return Node(values, self.place(start.start_mark), keys)


def _not_yaml(detail: Texts, place: Place) -> Problem:
    return Problem(
        "K101",
        {"en": f"this is not readable as YAML: {detail['en']}", "ja": f"YAMLとして読めません: {detail['ja']}"},
        {
            "en": "Check the indentation (spaces, no tabs) and put quotes around texts with ': ' or '#' in them.",
            "ja": "字下げ(タブではなく空白)を確かめ、「: 」や「#」を含む文は引用符で囲んでください。",
        },
        place,
    )


def _empty(place: Place) -> Problem:
    return Problem(
        "K113",
        {"en": "the file is empty", "ja": "ファイルが空です"},
        {"en": "Write what belongs in it, or remove the file.", "ja": "内容を書くか、ファイルを消してください。"},
        place,
    )


def _duplicate(key: str, place: Place, first: Place) -> Problem:
    key = excerpt(key)
    return Problem(
        "K102",
        {
            "en": f"the key '{key}' is already given on line {first.line}",
            "ja": f"キー '{key}' は {first.line} 行目にもあります",
        },
        {"en": "Keep one of the two.", "ja": "どちらか一方を残してください。"},
        place,
    )
