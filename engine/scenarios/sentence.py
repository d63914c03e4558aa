"""Sentences of feature files in both languages: one pattern for each, by which a sentence is read and written.

A pattern is a sentence with slots: `"{name}"` takes what stands in quotes, `{*names}` one name or more, each in quotes,
`{kind}` words. In Japanese a quote is `「{name}」`, and a blank may be left out. General sentences and the domain's own are
such patterns; in a general one, what stands in `[...]` may be left out, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

_SLOT = re.compile(r"""["「]\{(?P<name>\w+)\}["」]|\{\*(?P<names>\w+)\}|\{(?P<words>\w+)\}|(?P<blank> )""")
_TAKEN = {
    "name": re.compile(r'"[^"]+"|「[^」]+」'),
    "names": re.compile(r'"[^"]+"(?:(?:, | and |[、と] *)"[^"]+")*|「[^」]+」(?:[、と ]*「[^」]+」)*'),
    "words": re.compile(r"[^\W\d_][\w -]*|<[^<>]+>"),
    "blank": re.compile(" *"),
}
"""What may stand in each kind of slot; in an outline, the name of a column."""
_LONGEST = 1_000
"""Characters of a text that may be a sentence with several slots of words."""


class Slot(Struct, frozen=True):
    """A slot of a pattern.

    Attributes:
        name: What it is called; a blank that may be left out is called nothing.
        kind: `name`, `names`, `words` or `blank`.
        text: How it is written.
        takes: What may stand in it.
    """

    name: str
    kind: str
    text: str
    takes: re.Pattern[str]


class Pattern:
    """A sentence in one language.

    Attributes:
        slots: Its slots in order, without blanks.
    """

    def __init__(self, text: str, takes: Mapping[str, re.Pattern[str]]) -> None:
        """Part a text into literal texts and slots, in turn; `takes` says what some slots of words take."""
        self._parts: list[tuple[str, Slot | None]] = []
        at = 0
        for found in _SLOT.finditer(text):
            kind = found.lastgroup or ""
            if kind != "blank" or not text.isascii():
                name = found[kind].strip()
                slot = Slot(name, kind, found[0], takes.get(name, _TAKEN[kind]) if kind == "words" else _TAKEN[kind])
                self._parts.append((text[at : found.start()], slot))
                at = found.end()
        self._parts.append((text[at:], None))
        self.slots = [slot for _, slot in self._parts if slot is not None and slot.name]

    def read(self, text: str) -> dict[str, str] | None:
        """Return what stands in the slots when a text is this sentence, None when it is not.

        Each slot takes all that it can. It is tried at each place once, however many slots there are.
        """
        if not (text.startswith(self._parts[0][0]) and text.endswith(self._parts[-1][0])):
            return None
        if len(text) > _LONGEST and sum(slot.takes is _TAKEN["words"] for slot in self.slots) > 1:
            return None
        found = self._from(0, 0, text, set())
        return None if found is None else dict(found)

    def _from(self, part: int, at: int, text: str, failed: set[tuple[int, int]]) -> list[tuple[str, str]] | None:
        """Return what stands in the slots from a part on that begins at a place."""
        literal, slot = self._parts[part]
        if (part, at) in failed or not text.startswith(literal, at):
            return None
        begin = at + len(literal)
        if slot is None:
            return [] if begin == len(text) else None
        for end in _ends(slot, text, begin, self._parts[part + 1][0]):
            later = self._from(part + 1, end, text, failed)
            if later is not None:
                taken = text[begin:end]
                own = [(slot.name, taken[1:-1] if slot.kind == "name" else taken)] if slot.name else []
                return own + later
        failed.add((part, at))
        return None

    def write(self, values: Mapping[str, str], language: str) -> str:
        """Return the sentence with its slots filled, as `read` returns them."""
        return "".join(literal + _filled(slot, values, language) for literal, slot in self._parts)


def _ends(slot: Slot, text: str, begin: int, following: str) -> Iterator[int]:
    """Yield where a slot that begins at a place may end, the last one first."""
    found = slot.takes.match(text, begin)
    if found is None:
        return
    end = found.end()
    if slot.kind == "name":
        yield end
        return
    while end >= begin and (end := text.rfind(following, begin, end + len(following))) >= begin:
        if slot.kind != "names" or slot.takes.fullmatch(text, begin, end):
            yield end
        end -= 1


def _filled(slot: Slot | None, values: Mapping[str, str], language: str) -> str:
    if slot is None:
        return ""
    if slot.kind == "names":
        return several(names_in(values[slot.name]), language)
    return slot.text.replace(f"{{{slot.name}}}", values[slot.name]) if slot.name else slot.text


class Sentence(Struct, frozen=True):
    """A sentence in each language that it is written in.

    Attributes:
        texts: How it is written, with its slots.
        patterns: For each language, what it may be: with and without what may be left out, the longest first.
    """

    texts: Mapping[str, str]
    patterns: Mapping[str, Sequence[Pattern]]

    def read(self, text: str) -> dict[str, str] | None:
        """Return what stands in the slots when a text is this sentence in some language, None when it is not."""
        for patterns in self.patterns.values():
            for pattern in patterns:
                if (found := pattern.read(text)) is not None:
                    return found
        return None

    def write(self, values: Mapping[str, str], language: str) -> str | None:
        """Return the sentence with its slots filled, as `read` returns them; None where it is not written in a language."""
        for pattern in self.patterns.get(language, ()):
            if {slot.name for slot in pattern.slots} <= values.keys():
                return pattern.write(values, language)
        return None


def own_sentence(texts: Mapping[str, str]) -> Sentence:
    """Return a sentence of the domain: all of it must stand there."""
    return Sentence(texts, {language: (Pattern(text, {}),) for language, text in texts.items()})


_ONE_WORD, _NO_BLANK = re.compile(r"\w+|<[^<>]+>"), re.compile(r"\S+")
_GENERAL = {
    "value": re.compile(r".+"),
    **dict.fromkeys(("day", "until", "on"), _NO_BLANK),
    **dict.fromkeys(("elements", "element", "member"), _ONE_WORD),
}


def general_sentence(en: str, ja: str) -> Sentence:
    """Return a sentence that every knowledge base understands: what stands in `[...]` may be left out."""
    texts = {"en": en, "ja": ja}
    return Sentence(
        texts, {language: [Pattern(one, _GENERAL) for one in variants(text)] for language, text in texts.items()}
    )


def variants(text: str) -> Iterable[str]:
    """Return a text with and without what stands in brackets.

    >>> list(variants("is found[ for {it}][ now]"))
    ['is found for {it} now', 'is found for {it}', 'is found now', 'is found']
    """
    before, bracket, rest = text.partition("[")
    kept, _, after = rest.partition("]")
    return [before + one + other for one in (kept, "") for other in variants(after)] if bracket else [text]


def names_in(text: str) -> list[str]:
    """Return the names that stand in quotes.

    >>> names_in('"a", "b" and "c"'), names_in("「a」、「b」")
    (['a', 'b', 'c'], ['a', 'b'])
    """
    return re.findall(r'["「]([^"」]+)["」]', text)


def several(names: Sequence[str], language: str) -> str:
    """Return names in quotes, one after the other.

    >>> several(["a", "b", "c"], "en"), several(["a", "b"], "ja")
    ('"a", "b" and "c"', '「a」、「b」')
    """
    if language == "ja":
        return "、".join(f"「{name}」" for name in names)
    *first, last = [f'"{name}"' for name in names]
    return f"{', '.join(first)} and {last}" if first else last
