"""YAML with places: every value of a rule file knows its line and column.

PyYAML's `safe_load` reads `NO` as false and keeps the last of two equal keys; this reader composes the node tree
itself. Scalars follow YAML 1.2: only true, false, null and numbers are special, and only when written plain.
Anchors, aliases, tags and second documents are refused: a rule file needs none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from .problem import Place, Problem

Scalar: TypeAlias = "bool | int | float | str | None"

_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a rule file.

    Attributes:
        value: A scalar, a list of nodes, or a dict from key to node.
        place: Where it starts.
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


def scalar(text: str) -> Scalar:
    """Read a plain scalar as YAML 1.2 does.

    >>> scalar("no"), scalar("true"), scalar("0.05"), scalar("2022-01-01")
    ('no', True, 0.05, '2022-01-01')
    """
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        return float(text) if re.search(r"[.eE]", text) else int(text)
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

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = text.splitlines()

    def place(mark: Any, length: int = 1) -> Place:
        line = lines[mark.line] if mark.line < len(lines) else ""
        return Place(file, mark.line + 1, mark.column + 1, max(1, length), line)

    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        report(_not_yaml(str(getattr(error, "problem", None) or error), place(mark) if mark else Place(file, 1, 1)))
        return None
    except RecursionError:
        report(_not_yaml("nested too deeply", Place(file, 1, 1)))
        return None
    if root is None:
        report(_not_yaml("the file is empty", Place(file, 1, 1)))
        return None
    seen: set[int] = set()

    def convert(node: Any) -> Node:
        start = place(node.start_mark, node.end_mark.column - node.start_mark.column
                      if node.end_mark.line == node.start_mark.line else 1)  # fmt: skip
        if not isinstance(node, yaml.ScalarNode):
            if id(node) in seen:
                report(_not_yaml("anchors and aliases are not used in rule files", start))
                return Node(None, start)
            seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return Node(scalar(node.value) if not node.style else node.value, start)
        if isinstance(node, yaml.SequenceNode):
            return Node([convert(item) for item in node.value], start)
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            where = place(key_node.start_mark, len(key))
            if key in values:
                report(_duplicate(key, where, keys[key]))
                continue
            keys[key] = where
            values[key] = convert(value_node)
        return Node(values, start, keys)

    return convert(root)


def _not_yaml(detail: str, place: Place) -> Problem:
    return Problem(
        "K101",
        {"en": f"this is not readable as YAML: {detail}", "ja": f"YAMLとして読めません: {detail}"},
        {
            "en": "Check the indentation (spaces, no tabs) and put quotes around texts with ': ' or '#' in them.",
            "ja": "字下げ(タブではなく空白)を確かめ、「: 」や「#」を含む文は引用符で囲んでください。",
        },
        place,
    )


def _duplicate(key: str, place: Place, first: Place) -> Problem:
    return Problem(
        "K102",
        {
            "en": f"the key '{key}' is already given on line {first.line}",
            "ja": f"キー '{key}' は {first.line} 行目にもあります",
        },
        {"en": "Keep one of the two.", "ja": "どちらか一方を残してください。"},
        place,
    )
