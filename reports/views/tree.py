"""Trees of conditions as indented lines: marks, sentences, values with their lines; what is the same is told once.

The marks are the ones of the terminal summary, all of them in CP932: ● holds, － does not hold, ？ cannot be told.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec import Struct

from ...engine.alike import alike
from ...engine.assess.model import Evidence
from ...engine.explain.tree import Explanation, likeness
from ...engine.language.truth import Truth
from ...engine.problems.problem import Texts
from ..texts import say
from ..words.names import Teller, place_of
from ..writers.display import Display

_MARKS: dict[Truth, str] = {True: "●", False: "－", None: "？"}
_ASCII: dict[Truth, str] = {True: "[x]", False: "[ ]", None: "[?]"}
_GROUPS = {"all": "condition.all", "any": "condition.any", "not": "tree.not"}


class ToldSubject(Struct, frozen=True):
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


def told_lines(every: Sequence[ToldSubject], teller: Teller, display: Display) -> list[str]:
    """Return what is told about several subjects as lines; those that are alike are told once unless all is shown."""

    def like(told: ToldSubject) -> Hashable:
        if display.full or told.alone:
            return None
        return told.truth, told.head, told.more, told.tail, *(likeness(tree, told.subject) for tree in told.trees)

    groups = alike(every, like)
    lines = [line for first, *others in groups for line in _told(first, others, teller, display)]
    repeated = next((others[0].subject for _, *others in groups if others), None)
    if repeated is not None:
        lines.append(teller.say("tree.alone", subject=repeated))
    return lines


def _told(first: ToldSubject, others: Sequence[ToldSubject], teller: Teller, display: Display) -> list[str]:
    language = teller.language
    marks = _ASCII if display.ascii else _MARKS
    head = "  ".join(filter(None, (first.head + first.more, first.name(language), first.tail)))
    lines = [f"{marks[first.truth]} {head}"]
    for tree in first.trees:
        for part in _opened([tree]):
            lines += tree_lines(part, 1, teller, marks)
    if others:
        names = teller.join([other.name(language) for other in others])
        lines.append(f"{marks[first.truth]} " + say("tree.same", language, head=first.head, names=names))
    return lines


def tree_lines(node: Explanation, depth: int, teller: Teller, marks: dict[Truth, str]) -> list[str]:
    """Return a tree as lines, each level indented further."""
    indent = "  " * depth
    language = teller.language
    children, words = node.children, _words(node, language)
    if node.part == "derived" and len(children) == 1 and children[0].part == "line" and children[0].truth is True:
        children, words = children[0].children, say("tree.because", language, words=words)
    lines = [f"{indent}{marks[node.truth]} {words}"]
    lines.extend(f"{indent}    {_fact(fact, teller)}" for fact in node.facts)
    for address in node.unknown:
        told = {"fact": teller.fact(*address), "name": str(address)}
        lines.append(f"{indent}    " + say("tree.unknown", language, **told))
    for child in _opened(children) if node.part in ("derived", "line", "element") else children:
        lines.extend(tree_lines(child, depth + 1, teller, marks))
    if node.same:
        names = teller.join([other.words[language] for other in node.same])
        key = "tree.same.element" if node.truth is None else "tree.also"
        lines.append(f"{indent}{marks[node.truth]} {say(key, language, names=names)}")
    return lines


def _opened(parts: Sequence[Explanation]) -> Sequence[Explanation]:
    """Return the parts of a group that is all there is and says only that all of them must hold."""
    return parts[0].children if len(parts) == 1 and parts[0].part == "all" and parts[0].children else parts


def _words(node: Explanation, language: str) -> str:
    words = node.words.get(language, "")
    if node.part in _GROUPS:
        return say(_GROUPS[node.part], language)
    if node.part == "open":
        return say("tree.open", language, value=words)
    if node.part == "line":
        return say("tree.line" if node.truth else "tree.line.if", language, value=words)
    return words


def _fact(fact: Evidence, teller: Teller) -> str:
    """Return a known fact: where it stands, what it is in words, and who says so."""
    told = {"fact": teller.fact(fact.fact, fact.subject), "value": teller.value(fact.fact, fact.value)}
    words = teller.say("tree.fact", **told)
    source = teller.say("tree.source", source=fact.source) if fact.source else ""
    source = f"  ({source})" if source else ""
    return f"{place_of(fact)}  {words}{source}".strip()
