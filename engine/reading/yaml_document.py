"""A project document written in YAML: the same data and places as from JSON.

Built from PyYAML's events without its constructors, so that nothing is executed, expanded or guessed: scalars follow
YAML 1.2 (`no` and `on` are texts), and anchors, aliases, tags and second documents are refused. Nothing recurses.
"""

from __future__ import annotations

import re
from typing import Any

from ..problems.problem import Place, Problem, ProblemsError, excerpt
from .faults import document_problem
from .limits import DEEPEST, LARGEST_YAML, MOST_PROBLEMS
from .positions import Lines
from .source import scalar
from .tokens import out_of_range
from .yaml_reasons import DEEP, reason_of

_ABSENT = -1
_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALF = re.compile("[\ud800-\udfff]")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")


class YamlPositions:
    """The places of all values and keys of a YAML document, by JSON pointer."""

    __slots__ = ("_spans", "lines")

    def __init__(self, lines: Lines, spans: dict[str, tuple[int, int, int, int]]) -> None:
        self.lines = lines
        self._spans = spans

    def of(self, pointer: str) -> Place:
        """Return the place of the value at a pointer; raise KeyError when there is none."""
        start, end, _, _ = self._spans[pointer]
        return self.lines.place(start, end)

    def key(self, pointer: str) -> Place:
        """Return the place of the key of the value at a pointer; an element of a list has its own place."""
        start, end, key_start, key_end = self._spans[pointer]
        return self.lines.place(key_start, key_end) if key_start != _ABSENT else self.lines.place(start, end)

    def nearest(self, pointer: str) -> Place:
        """Return the place of the value at a pointer or, when it is not there, of the innermost one around it."""
        while pointer and pointer not in self._spans:
            pointer = pointer.rpartition("/")[0]
        return self.of(pointer)


def read_yaml_data(text: str, name: str) -> tuple[dict[str, Any], YamlPositions]:
    r"""Return the object that a YAML text holds, and the places in it.

    Raises:
        ProblemsError: The text is not YAML, or YAML that a project document does not allow.

    >>> read_yaml_data("project: {phase: idea}\nfield: {agreed: no}", "project.yaml")[0]
    {'project': {'phase': 'idea'}, 'field': {'agreed': 'no'}}
    """
    if len(text) > LARGEST_YAML:
        raise ProblemsError([document_problem("P107", name=name, limit=LARGEST_YAML // 1024 // 1024)])
    building = _Building(text, name)
    building.run()
    if building.problems:
        raise ProblemsError(building.problems)
    return building.root, YamlPositions(building.lines, building.spans)


class _Open:
    """A list or mapping that is not complete yet."""

    __slots__ = ("data", "key", "pointer")

    def __init__(self, data: dict[str, Any] | list[Any], pointer: str) -> None:
        self.data = data
        self.pointer = pointer
        self.key: tuple[str, int, int] | None = None


class _Building:
    """One reading of one text: the data so far and the containers that are open."""

    def __init__(self, text: str, name: str) -> None:
        self.problems: list[Problem] = []
        self.lines = Lines(text, name)
        self.spans: dict[str, tuple[int, int, int, int]] = {}
        self.root: Any = None
        self._stack: list[_Open] = []
        self._documents = 0
        self._done = False

    def run(self) -> None:
        """Read all events, or up to where the text is not YAML any more."""
        import yaml

        unprintable = _UNPRINTABLE.search(self.lines.text)
        if unprintable:
            self._control(unprintable.start())
            return
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(self.lines.text, Loader=loader):
                self._event(event)
                if self._done or len(self.problems) >= MOST_PROBLEMS:
                    return
        except yaml.YAMLError as error:
            self._not_yaml(error)
            return
        if self._documents == 0:
            self.problems.append(document_problem("P106", name=self.lines.file))
        elif not isinstance(self.root, dict) and not self.problems:
            kind = ("a list", "リスト") if isinstance(self.root, list) else ("a single value", "1つの値")
            self._report("P134", *self.spans[""][:2], kind_en=kind[0], kind_ja=kind[1])

    def _event(self, event: Any) -> None:
        import yaml

        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._report("P145", start, end)
                self._done = True
            return
        if isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
            return
        if not isinstance(event, yaml.NodeEvent):
            return
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._report("P142", start, end, found=sign + excerpt(event.anchor))
        if getattr(event, "tag", None) is not None:
            self._report("P143", start, end, found=excerpt(self.lines.text[start:end].split(maxsplit=1)[0]))
        if self._expects_key():
            self._key(event, start, end)
        elif isinstance(event, yaml.MappingStartEvent):
            self._container({}, start, end)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._container([], start, end)
        else:
            self._add(self._scalar(event, start, end), start, end)

    def _expects_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].data, dict) and self._stack[-1].key is None

    def _key(self, event: Any, start: int, end: int) -> None:
        import yaml

        top = self._stack[-1]
        if not isinstance(event, yaml.ScalarEvent) or (not event.style and not event.value):
            self._report("P144", start, end)
            self._done = True
            return
        key = str(event.value)
        if _HALF.search(key):
            self._report("P144", start, end)
        if isinstance(top.data, dict) and key in top.data:
            first = self.lines.place(self.spans[_below(top.pointer, key)][2])
            note = {
                "en": f"it is first given on line {first.line}, column {first.column}",
                "ja": f"最初は{first.line}行目の{first.column}文字目にあります",
            }
            place = self.lines.place(start, end)
            self.problems.append(document_problem("P131", place, note, key=excerpt(key)))
        top.key = (key, start, end)

    def _scalar(self, event: Any, start: int, end: int) -> Any:
        text = getattr(event, "value", "")
        half = _HALF.search(text)
        if half:  # libyaml refuses it by itself, PyYAML's own parser does not
            self._report("P123", start, end, found=f"\\u{ord(half[0]):04x}")
        if getattr(event, "style", None):
            return text
        if _NUMBER.fullmatch(text) and out_of_range(text.removeprefix("+")):
            self._report("P132", start, end, found=excerpt(text, 24))
            return None
        return scalar(text)

    def _container(self, data: dict[str, Any] | list[Any], start: int, end: int) -> None:
        if len(self._stack) == DEEPEST:
            self._report("P133", start, end, limit=DEEPEST)
            self._done = True
            return
        self._stack.append(_Open(data, self._add(data, start, end)))

    def _add(self, data: Any, start: int, end: int) -> str:
        """Put a value where it belongs and return its pointer."""
        pointer, key_start, key_end = "", _ABSENT, _ABSENT
        if not self._stack:
            self.root = data
        else:
            top = self._stack[-1]
            if isinstance(top.data, list):
                pointer = f"{top.pointer}/{len(top.data)}"
                top.data.append(data)
            elif top.key is not None:
                key, key_start, key_end = top.key
                pointer = _below(top.pointer, key)
                top.data[key] = data
                top.key = None
        self.spans[pointer] = (start, end, key_start, key_end)
        return pointer

    def _report(self, code: str, start: int, end: int, **quoted: object) -> None:
        self.problems.append(document_problem(code, self.lines.place(start, end), None, **quoted))

    def _control(self, offset: int) -> None:
        code = f"U+{ord(self.lines.text[offset]):04X}"
        kind = {"en": f"control character ({code})", "ja": f"制御文字({code})"}
        instead = f'"\\x{ord(self.lines.text[offset]):02x}"'
        self._report("P121", offset, offset + 1, kind_en=kind["en"], kind_ja=kind["ja"], instead=instead)

    def _not_yaml(self, error: Any) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = reason_of(str(getattr(error, "problem", None) or ""))
        offset = min(mark.index, len(self.lines.text)) if mark else 0
        if reason is DEEP:
            self._report("P133", offset, offset + 1, limit=DEEPEST)
            return
        self._report("P141", offset, offset + 1, reason_en=reason["en"], reason_ja=reason["ja"])


def _below(pointer: str, key: str) -> str:
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
