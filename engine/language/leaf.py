"""The text of one comparison, taken apart: left side, operator word, right side; and a condition written on one line.

Only the shape is decided here. What the words mean (which fact, which value) is resolved against the vocabulary by
`engine.knowledge.resolve`.
"""

from __future__ import annotations

import re

from msgspec import Struct

from ..reading.yaml_reader import scalar
from .tree import All, Any, Comparison, Condition, Fact, Not, Parameter, Right, Scalar

_PATH = r"\$?[A-Za-z_][\w]*(?:\[\])?(?:\.(?:\*|[A-Za-z_]\w*(?:\[\])?))*"
_LEAF = re.compile(
    rf"(?P<left>{_PATH})\s+"
    r"(?P<operator>is not|is|not in|in|not within|within|has|lacks|may be|cannot be|>=|<=|>|<)\s+"
    r"(?P<right>\S.*)"
)
_ITEM = re.compile(r"\s*(?:\"[^\"]*\"|'[^']*'|[^,])+")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_TEST = re.compile(r"\s*(?P<operator>>=|<=|>|<|is)\s+(?P<right>\S+)\s*")


class Word(Struct, frozen=True):
    """A word on the right side that still has to be resolved: a value, a fact, or a `$parameter`.

    Attributes:
        text: The word, without quotes.
        offset: Characters from the start of the leaf to the word.
        quoted: Whether it stood in quotes and so can only be a value.
    """

    text: str
    offset: int
    quoted: bool = False


class RawComparison(Struct, frozen=True):
    """A comparison as written.

    Attributes:
        left: The text of the left side.
        operator: The operator as written (`is not`, `>=`).
        right: Numbers and booleans as such, everything else as words; a tuple for a list in brackets.
        right_offset: Characters from the start of the leaf to the right side.
    """

    left: str
    operator: str
    right: Scalar | Word | tuple[Scalar | Word, ...]
    right_offset: int


def parse_leaf(text: str) -> RawComparison | None:
    """Take a comparison apart; None when it does not have the shape `fact operator value`.

    >>> parse_leaf("city.population >= 50000").operator
    '>='
    >>> parse_leaf("a.b and c") is None
    True
    """
    match = _LEAF.fullmatch(text.rstrip())
    if match is None:
        return None
    right = _right(match["right"], match.start("right"))
    if right is None:
        return None
    return RawComparison(match["left"], match["operator"], right, match.start("right"))


def parse_test(text: str) -> RawComparison | None:
    """Take the test of an aggregate apart (`>= 2`, `< $limit`); its left side is empty."""
    match = _TEST.fullmatch(text)
    if match is None:
        return None
    right = _right(match["right"], match.start("right"))
    return None if right is None else RawComparison("", match["operator"], right, match.start("right"))


def _right(text: str, offset: int) -> Scalar | Word | tuple[Scalar | Word, ...] | None:
    if text.startswith("[") and text.endswith("]"):
        items: list[Scalar | Word] = []
        for match in _ITEM.finditer(text, 1, len(text) - 1):
            word = match.group().strip()
            if word:
                start = offset + match.start() + len(match.group()) - len(match.group().lstrip())
                items.append(_single(word, start))
        return tuple(items)
    if _QUOTED.fullmatch(text):
        return _single(text, offset)
    if re.search(r"[\s\[\]\"']", text):
        return None
    return _single(text, offset)


def _single(word: str, offset: int) -> Scalar | Word:
    if _QUOTED.fullmatch(word):
        return Word(word[1:-1], offset + 1, quoted=True)
    value = scalar(word)
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return float(value)
    return Word(word, offset)


def written(node: Condition) -> str:
    """Return a condition on one line.

    >>> written(Comparison(Fact("top.visited", attribute="top.visited"), "is", False))
    'top.visited is false'
    """
    if isinstance(node, Comparison):
        return f"{_written_fact(node.left)} {node.operator} {_written_right(node.right)}".strip()
    if isinstance(node, Not):
        return f"not: [{written(node.child)}]"
    if isinstance(node, (All, Any)):
        head = "all" if isinstance(node, All) else "any"
        return f"{head}: [{'; '.join(map(written, node.children))}]"
    over = f"{node.variable}.{node.measure.attribute}" if node.measure is not None else node.variable
    parts = [f"{node.kind}: {over}"]
    if node.where.children:
        parts.append(f"where: [{'; '.join(map(written, node.where.children))}]")
    if node.body is not None:
        parts.append(f"is: [{'; '.join(map(written, node.body.children))}]")
    if node.operator is not None:
        parts.append(f"is: {node.operator} {_written_right(node.bound)}")
    return ", ".join(parts)


def _written_fact(fact: Fact) -> str:
    if fact.variable is not None:
        return fact.variable if fact.attribute == "id" else f"{fact.variable}.{fact.attribute}"
    return fact.path if fact.member is None else fact.path.replace("*", fact.member)


def _written_right(right: Right) -> str:
    if right is None:
        return ""
    if isinstance(right, Fact):
        return _written_fact(right)
    if isinstance(right, Parameter):
        return f"${right.name}" + (f".{right.part}" if right.part else "")
    if isinstance(right, tuple):
        return f"[{', '.join(map(_written_right, right))}]"
    if isinstance(right, bool):
        return str(right).lower()
    return f"{right:g}" if isinstance(right, float) else str(right)
