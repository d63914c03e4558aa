"""A text in every language of the product, and how its values are filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Texts: TypeAlias = Mapping[str, str]
"""One text in every language of the product: `{"en": ..., "ja": ...}`."""

LANGUAGES = ("en", "ja")
"""The languages of the product."""

_WITHIN = (("「」", "『』"), ("（）", "〔〕"), ("“”", "‘’"))
"""Signs around a text, and those that stand for them within themselves."""


def in_language(language: str, values: Mapping[str, object]) -> dict[str, object]:
    """Return values with each text in every language as it is in one of them."""
    return {
        name: value[language] if isinstance(value, dict) and language in value else value
        for name, value in values.items()
    }


class _Number(float):
    """A number that also chooses between two words: `{n:one|several}`; a whole one is written without a point."""

    def __format__(self, spec: str) -> str:
        if "|" in spec:
            return spec.split("|", 1)[float(self) != 1.0]
        return format(int(self) if self.is_integer() else float(self), spec)


def filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its values filled in, as `str.format` does it; `{n:point|points}` chooses a word.

    >>> filled("{n} {n:point|points} of {whole}", {"n": 1, "whole": "two"})
    '1 point of two'
    """
    numbers = {
        name: _Number(value)
        for name, value in values.items()
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    }
    return nested(text.format_map({**values, **numbers}))


def one_of(name: str, number: int, many: int) -> Texts:
    """Return what one of several things of the same name is called; a name that is there once is enough.

    >>> one_of("Kobo", 2, 2)["en"], one_of("Kobo", 1, 1)["en"]
    ('Kobo (number 2 of 2)', 'Kobo')
    """
    if many == 1:
        return dict.fromkeys(LANGUAGES, name)
    return {"en": f"{name} (number {number} of {many})", "ja": f"{name}（{many}件のうち{number}件目）"}


def nested(text: str) -> str:
    """Return a text with its quotation marks and brackets as they stand in each other: 『』 within 「」, 〔〕 within （）, ‘’ within “”.

    >>> nested("「町の「ゆい」」の担い手"), nested("「ゆい」と「むすび」")
    ('「町の『ゆい』」の担い手', '「ゆい」と「むすび」')
    >>> nested("“The goal “Safety” has no KPI”")
    '“The goal ‘Safety’ has no KPI”'
    >>> nested("表明した人（社長（CEO））"), nested("港（みなと）と丘（おか）")
    ('表明した人（社長〔CEO〕）', '港（みなと）と丘（おか）')
    """
    for outer, inner in _WITHIN:
        if text.count(outer[0]) > 1:
            text = _within(text, outer, inner)
    return text


def _within(text: str, outer: str, inner: str) -> str:
    told, depth = [], 0
    for sign in text:
        if sign == outer[0]:
            told.append(inner[0] if depth else sign)
            depth += 1
        elif sign == outer[1] and depth:
            depth -= 1
            told.append(inner[1] if depth else sign)
        else:
            told.append(sign)
    return "".join(told) if depth == 0 else text
