"""Lines that Gherkin takes for prose although they were meant to be run: they would drop out of a scenario unnoticed.

Whatever stands between a heading and its first sentence and begins with no keyword is a description. So is a sentence
whose keyword is written with a colon, in capitals or in another language, and everything below a heading that ends in a
full-width colon.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ..problems.texts import LANGUAGES, Texts

_HEADINGS = ("feature", "background", "rule", "scenario", "scenario_outline")
_SENTENCES = ("given", "when", "then", "and", "but")
_COLONS = (":", "\N{FULLWIDTH COLON}")


class Meant(NamedTuple):
    """What a line was probably meant as.

    Attributes:
        what: `given`, `scenario` and so on.
        word: The keyword as it is written in some language.
    """

    what: str
    word: str
    cure: Texts


def swallowed(node: Mapping[str, Any], what: str, lines: Sequence[str], language: str) -> Iterator[tuple[int, Meant]]:
    """Yield the lines of a description that were meant to be run, by their numbers."""
    number = node["location"]["line"]
    found: list[tuple[int, Meant]] = []
    described = list(filter(str.strip, node["description"].split("\n")))
    for one, after in zip(described, [*described[1:], ""], strict=False):
        while lines[number].strip() != one.strip():
            number += 1
        number += 1
        meant = meant_as(one, language)
        if meant is None and after:  # a word that heads what is done is a heading; in prose it only begins a sentence
            following = meant_as(after, language)
            steps = following is not None and following.what not in _HEADINGS
            meant = meant_as(one, language, bare=True) if steps else None
        if meant is not None:
            found.append((number, meant))
    if what in ("feature", "rule"):
        # Prose begins with such words as well; a heading, or a condition with what follows from it, is no prose.
        headings = [one for one in found if one[1].what in _HEADINGS]
        whole = {meant.what for _, meant in found} >= {"then"} and any(m.what in ("given", "when") for _, m in found)
        found = headings or (found[:1] if whole else [])
    yield from found


def meant_as(line: str, language: str, *, bare: bool = False) -> Meant | None:
    """Return what a line that is no keyword line was probably meant as, None for prose.

    With `bare`, a heading may be without its colon.

    >>> meant_as("GIVEN a plan", "en").cure["en"]
    "Write 'Given'."
    >>> meant_as("A plan is given.", "en") is None
    True
    """
    text = line.strip()
    for own, what, keyword in _keywords(language):
        if not text.casefold().startswith(keyword.casefold()):
            continue
        rest = text[len(keyword) :]
        colon = rest.lstrip().startswith(_COLONS)
        parted = colon or not rest or rest[0].isspace() or not keyword.isascii()
        if colon or (parted and (bare or what not in _HEADINGS)):
            return Meant(what, keyword, _cure(what, keyword, own, language, colon))
    return None


def _cure(what: str, keyword: str, own: bool, language: str, colon: bool) -> Texts:
    heading = what in _HEADINGS
    if not own:
        word = next(one for known, other, one in _keywords(language) if known and other == what) + ":" * heading
        return {
            "en": f"The language of this file is '{language}': write '{word}', or name another language in its first line.",
            "ja": f"このファイルの言語は {language} です。「{word}」と書くか、最初の行で別の言語を指定してください。",
        }
    if heading and not colon:
        return {
            "en": f"Put a colon behind it: '{keyword}:'.",
            "ja": f"後ろにコロンを付けて、「{keyword}:」と書いてください。",
        }
    if heading:
        return {
            "en": f"Write '{keyword}:' with a half-width colon.",
            "ja": f"「{keyword}:」と、半角のコロンで書いてください。",
        }
    return {
        "en": f"Write '{keyword}'" + (" without a colon." if colon else "."),
        "ja": f"「{keyword}」と" + ("コロンなしで" if colon else "") + "書いてください。",
    }


@lru_cache(maxsize=8)
def _keywords(language: str) -> tuple[tuple[bool, str, str], ...]:
    """Return the keywords of a language, of English and of Japanese, those of the language first and long ones first.

    Each comes with whether it is one of the language, and what it stands for.
    """
    from gherkin.dialect import Dialect

    found: dict[str, tuple[bool, str, str]] = {}
    for name in dict.fromkeys((language, *LANGUAGES)):
        dialect = Dialect.for_name(name)
        for what in (*_HEADINGS, *_SENTENCES):
            for keyword in getattr(dialect, f"{what}_keywords"):
                word = keyword.strip()
                if word != "*":
                    found.setdefault(word, (name == language, what, word))
    return tuple(sorted(found.values(), key=lambda one: (not one[0], -len(one[2]))))
