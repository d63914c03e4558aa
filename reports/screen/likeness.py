"""Which column a head is most like that none is called by: by the letters in a row that it has in common with few others.

Heads are compared as texts are found by: each is a bag of groups of letters, rare groups weigh more than frequent ones
(TF-IDF), and two are alike as far as their bags point the same way (cosine). What is alike may still be something else: the
months since a declaration are no declaration, nor is who made it. So what a name is about has to be in the head.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator

from msgspec import Struct

from ...engine.knowledge.model import KnowledgeBase
from .fields import Field, Sheet, folded, head, spellings

_ALIKE = 0.3
"""How alike a head has to be to what a column may be called: of 172 heads that people might write, 67 were found and 17 mistaken."""
_NEAR = 0.06
"""Of columns that are as like as this, the one that the vocabulary names first."""
_LETTERS = 4
_WORDS = re.compile("[a-z0-9]+|[^\x00-\x7f]+")
_KANJI = re.compile("[一-鿿]")
_RUNS = re.compile("[一-鿿々]+|[ァ-ヶー]+|[a-z0-9]+")
_BETWEEN = re.compile("[前後]|から|まで|before|after|since|until")
"""What says that a time before or after something is meant, or between two things."""
_ENDS = "者先日額数率費年"
"""What makes another thing of a Japanese word: who does it, when, and how much of it."""
_BEHIND = re.compile(
    r"\b(?:of|for|in|to|since|with|by|from|that|which|whose|who|before|after|about|against|until|on)\b|[,(]"
)
"""What stands behind what an English name is about."""
_STEM = 0.7


class _Spelling(Struct, frozen=True):
    """What a column may be called.

    Attributes:
        field: The column.
        text: What it may be called.
        about: What its label in that language is about, in words of which one is enough; empty where that need not be said.
        bag: The groups of letters of the text with their weights.
    """

    field: Field
    text: str
    about: tuple[str, ...]
    bag: dict[str, float]


class Likeness:
    """What the columns of a table may be called, to be compared with heads."""

    def __init__(self, sheet: Sheet, kb: KnowledgeBase) -> None:
        """Take the columns and their spellings apart."""
        named = [
            (field, text, Counter(_groups(folded(text))))
            for field in sheet.fields
            if field.role != "id"
            for text in dict.fromkeys(map(_plain, spellings(field, kb)))
            if sheet.names.get(folded(text)) is field
        ]
        spread = Counter(group for *_, groups in named for group in groups)
        self.rarest = math.log(len(named) or 1)
        self.weights = {group: self.rarest - math.log(n) for group, n in spread.items()}
        self.named = [
            _Spelling(field, text, _about(field, kb, text), bag)
            for field, text, groups in named
            if _length(bag := self._bag(groups))
        ]

    def _bag(self, groups: Collection[str]) -> dict[str, float]:
        return {group: self.weights.get(group, self.rarest) for group in groups}

    def most_like(self, head: str, known: Collection[str]) -> Field | None:
        """Return the column that a head is most like, but those with the keys given; None where it is like none."""
        bag = self._bag(Counter(_groups(folded(head))))
        length, text = _length(bag), _plain(head)
        found: dict[str, tuple[float, Field]] = {}
        for one in self.named:
            key, common = one.field.key, bag.keys() & one.bag.keys()
            alike = sum(bag[group] * one.bag[group] for group in common) / (length * _length(one.bag) or 1)
            if alike >= _ALIKE and alike > found.get(key, (0,))[0] and key not in known and _may_mean(text, one):
                found[key] = alike, one.field
        best = max((alike for alike, _ in found.values()), default=0.0)
        return next((one for alike, one in found.values() if alike >= best - _NEAR), None)


def _may_mean(head: str, name: _Spelling) -> bool:
    """Tell whether a head that is like a name may mean it: what makes another thing of one of them is in both."""
    if not set(_BETWEEN.findall(name.text)) <= set(_BETWEEN.findall(head)):
        return False
    if head[-1:] in _ENDS and head[-1] not in name.text:
        return False
    words = _RUNS.findall(head)
    if name.text.isascii() and not any(_is_word(one, word) for one in _RUNS.findall(name.text) for word in words):
        return False
    return not name.about or any(
        any(_is_word(one, word) for word in words) if head.isascii() else _share(one, head) for one in name.about
    )


def _about(field: Field, kb: KnowledgeBase, text: str) -> tuple[str, ...]:
    """Return what a column is about; of what is so or not, nothing: "how things stand" goes without saying.

    A Japanese label ends with it, an English one has it before the first preposition.
    """
    if field.fact is None or field.fact.type == "bool":
        return ()
    label = _plain(head(field, kb, "en" if text.isascii() else "ja"))
    parts = (
        [_BEHIND.split(one)[0] or one.split()[0] for one in label.split(" or ")]
        if label.isascii()
        else label.split("・")
    )
    return tuple(runs[-1] for part in parts if (runs := _RUNS.findall(part)))


def _share(one: str, other: str) -> bool:
    """Tell whether two Japanese texts have two letters in a row in common, or an end that says what they are."""
    ends = one[-1] in _ENDS and one[-1] == other[-1]
    return ends or any(one[start : start + 2] in other for start in range(max(1, len(one) - 1)))


def _is_word(one: str, other: str) -> bool:
    """Tell whether two English words are forms of one.

    >>> _is_word("visit", "visited"), _is_word("contained", "contact"), _is_word("applied", "applicant")
    (True, False, False)
    """
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= max(min(3, len(one)), _STEM * max(len(one), len(other)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _groups(text: str) -> Iterator[str]:
    """Yield the groups of letters of a head: four of a word of Latin letters, two of Japanese ones, and each kanji."""
    for word in _WORDS.findall(text):
        size = _LETTERS if word.isascii() else 2
        yield from (word[start : start + size] for start in range(max(1, len(word) - size + 1)))
        yield from _KANJI.findall(word)


def _length(bag: dict[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in bag.values()))
