"""Sentences of feature files in both languages: one pattern for each, by which a sentence is read and written.

A pattern is a sentence with slots: `"{name}"` takes what stands in quotes, `{*names}` one name or more, each in quotes,
`{day}` a word or a value; what stands in `[...]` may be left out. In Japanese a quote is `「{name}」`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from ..problems.problem import Texts

_PART = re.compile(r"""["「]\{(?P<quoted>\w+)\}["」]|\{\*(?P<several>\w+)\}|\{(?P<bare>\w+)\}|(?P<bracket>[\[\]])| """)
_BARE = {"value": r".+", "day": r"\S+", "until": r"\S+", "on": r"\S+"}
"""What a slot without quotes takes; every other one takes a word."""
_WORD = r"\w+|<[^<>]+>"


class Sentence(Struct, frozen=True):
    """A sentence.

    Attributes:
        patterns: Its pattern in each language, with the same slots.
    """

    patterns: Texts

    def read(self, text: str) -> dict[str, str] | None:
        """Return what stands in the slots when a text is this sentence in some language, None when it is not."""
        for pattern in self.patterns.values():
            found = _compiled(pattern).fullmatch(text)
            if found is not None:
                return {name: value for name, value in found.groupdict().items() if value is not None}
        return None

    def write(self, slots: Mapping[str, str], language: str) -> str:
        """Return the sentence with its slots filled, as `read` returns them."""
        pattern = re.sub(
            r"\[(.*?)\]", lambda part: part[1] if _slots(part[1]) <= {*slots} else "", self.patterns[language]
        )

        def filled(part: re.Match[str]) -> str:
            name = part["quoted"] or part["several"] or part["bare"]
            if name is None:
                return part[0]
            if part["several"]:
                return several(names_in(slots[name]), language)
            return part[0].replace(f"{{{name}}}", slots[name])

        return _PART.sub(filled, pattern)


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


def _slots(pattern: str) -> set[str]:
    return {part["quoted"] or part["several"] or part["bare"] for part in _PART.finditer(pattern)} - {None}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    written, at = "", 0
    japanese = not pattern.isascii()
    for part in _PART.finditer(pattern):
        written += re.escape(pattern[at : part.start()])
        at = part.end()
        if part["quoted"]:
            quoted = f"(?P<{part['quoted']}>"
            written += f'[「"]{quoted}[^」"]+)[」"]' if japanese else f'"{quoted}[^"]+)"'
        elif part["several"]:
            one, more = ('[「"][^」"]+[」"]', "[、と ]*") if japanese else ('"[^"]+"', "(?:, | and )")
            written += f"(?P<{part['several']}>{one}(?:{more}{one})*)"
        elif part["bare"]:
            written += f"(?P<{part['bare']}>{_BARE.get(part['bare'], _WORD)})"
        elif part["bracket"]:
            written += "(?:" if part[0] == "[" else ")?"
        else:
            written += " *" if japanese else " "
    return re.compile(written + re.escape(pattern[at:]))
