"""Trees of conditions as indented lines: marks, sentences, values with their lines; what is the same is told once.

The marks are the ones of the terminal summary, all of them in CP932: ● holds, － does not hold, ？ cannot be told.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec import Struct

from ...engine.assess.model import Evidence
from ...engine.explain.tree import Explanation, likeness
from ...engine.language.truth import Truth
from ...engine.problems.problem import Texts
from ..words.names import Teller, place_of
from ..writers.screen import Screen

_MARKS: dict[Truth, str] = {True: "●", False: "－", None: "？"}
_ASCII: dict[Truth, str] = {True: "[x]", False: "[ ]", None: "[?]"}
_TEXTS: dict[str, Texts] = {
    "fact": {"en": "{fact}: {value}", "ja": "{fact}：{value}"},
    "unknown": {"en": "not known: {fact}  [{name}]", "ja": "分かっていない事実：{fact}  [{name}]"},
    "source": {"en": "source: {source}", "ja": "出典: {source}"},
    "all": {"en": "all of these", "ja": "次のすべて"},
    "any": {"en": "at least one of these", "ja": "次のどれか一つ以上"},
    "not": {"en": "not this", "ja": "次のことはない"},
    "because": {"en": "{words}, because", "ja": "{words}。次のことから"},
    "line": {"en": "{value} because", "ja": "{value} となる条件"},
    "line.if": {"en": "{value} if", "ja": "{value} となる条件"},
    "open": {"en": "{value}, depending on", "ja": "{value} のどれになるかは次の事実によります"},
    "same": {"en": "{head}, for the same reason: {names}", "ja": "{head}。理由は上と同じです：{names}"},
    "same.element": {"en": "for the same reason: {names}", "ja": "上と同じ理由：{names}"},
    "also": {"en": "also: {names}", "ja": "ほかに：{names}"},
    "alone": {
        "en": "one by one: --full; one alone: --subject {subject}",
        "ja": "一つずつ見るには --full、一つだけ見るには --subject {subject}",
    },
}


class Told(Struct, frozen=True):
    """What is told about one subject: a head, and below it a tree.

    Attributes:
        head: What it is and how it ended.
        tail: What else the head says, about this subject alone.
        trees: The tree, or several below each other.
        alone: Whether it is never told together with others.
    """

    truth: Truth
    subject: str | None
    label: Texts | None
    head: str
    trees: tuple[Explanation, ...]
    tail: str = ""
    more: str = ""
    alone: bool = False

    def name(self, language: str) -> str:
        """Return what the subject is called, and how it is named on the command line; nothing for the project."""
        return "" if self.subject is None or self.label is None else f"{self.label[language]} ({self.subject})"


def told_lines(every: Sequence[Told], teller: Teller, screen: Screen) -> list[str]:
    """Return what is told about several subjects as lines; those that are alike are told once unless all is shown.

    Args:
        every: The subjects in order.
        teller: Names facts, values and elements in a language.
        screen: How it is shown.
    """
    alike: dict[Hashable, list[Told]] = {}
    for number, told in enumerate(every):
        key: Hashable = number
        if not (screen.full or told.alone):
            below = tuple(likeness(tree, told.subject) for tree in told.trees)
            key = (told.truth, told.head, told.more, told.tail, below)
        alike.setdefault(key, []).append(told)
    lines: list[str] = []
    for first, *others in alike.values():
        lines += _told(first, others, teller, screen)
    repeated = next((others[0].subject for _, *others in alike.values() if others), None)
    if repeated is not None:
        lines.append(_TEXTS["alone"][teller.language].format(subject=repeated))
    return lines


def _told(first: Told, others: Sequence[Told], teller: Teller, screen: Screen) -> list[str]:
    language = teller.language
    marks = _ASCII if screen.ascii else _MARKS
    head = "  ".join(filter(None, (first.head + first.more, first.name(language), first.tail)))
    lines = [f"{marks[first.truth]} {head}"]
    for tree in first.trees:
        for part in _opened([tree]):
            lines += tree_lines(part, 1, teller, marks)
    if others:
        names = teller.join([other.name(language) for other in others])
        lines.append(f"{marks[first.truth]} {_TEXTS['same'][language].format(head=first.head, names=names)}")
    return lines


def tree_lines(node: Explanation, depth: int, teller: Teller, marks: dict[Truth, str]) -> list[str]:
    """Return a tree as lines, each level indented further."""
    indent = "  " * depth
    language = teller.language
    children, words = node.children, _words(node, language)
    if node.part == "derived" and len(children) == 1 and children[0].part == "line" and children[0].truth is True:
        children, words = children[0].children, _TEXTS["because"][language].format(words=words)
    lines = [f"{indent}{marks[node.truth]} {words}"]
    lines.extend(f"{indent}    {_fact(fact, teller)}" for fact in node.facts)
    for address in node.unknown:
        told = {"fact": teller.fact(*address), "name": str(address)}
        lines.append(f"{indent}    {_TEXTS['unknown'][language].format(**told)}")
    for child in _opened(children) if node.part in ("derived", "line", "element") else children:
        lines.extend(tree_lines(child, depth + 1, teller, marks))
    if node.same:
        names = teller.join([other.words[language] for other in node.same])
        key = "same.element" if node.truth is None else "also"
        lines.append(f"{indent}{marks[node.truth]} {_TEXTS[key][language].format(names=names)}")
    return lines


def _opened(parts: Sequence[Explanation]) -> Sequence[Explanation]:
    """Return the parts of a group that is all there is and says only that all of them must hold."""
    return parts[0].children if len(parts) == 1 and parts[0].part == "all" and parts[0].children else parts


def _words(node: Explanation, language: str) -> str:
    words = node.words.get(language, "")
    if node.part in ("all", "any", "not"):
        return _TEXTS[node.part][language]
    if node.part in ("line", "open"):
        key = "line.if" if node.part == "line" and not node.truth else node.part
        return _TEXTS[key][language].format(value=words)
    return words


def _fact(fact: Evidence, teller: Teller) -> str:
    """Return a known fact: where it stands, what it is in words, and who says so."""
    told = {"fact": teller.fact(fact.fact, fact.subject), "value": teller.value(fact.fact, fact.value)}
    words = _TEXTS["fact"][teller.language].format(**told)
    source = f"  ({_TEXTS['source'][teller.language].format(source=fact.source)})" if fact.source else ""
    return f"{place_of(fact)}  {words}{source}".strip()
