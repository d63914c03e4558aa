"""Text for terminals: how wide it is, where it may break, and what may be sent to a screen at all.

Widths are counted so that nothing overflows whatever the terminal's font does: characters whose width is ambiguous
count as two columns. Nothing here knows what a text says.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_NO_START = frozenset("、。，．・：；！？」』）］｝〉》】〕”’々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;!?)]}%")
"""Characters that do not begin a line (the usual ones of Japanese typesetting)."""

_NO_END = frozenset("「『（［｛〈《【〔“‘([{")
"""Characters that do not end a line."""

_INSTEAD = {
    "\u2014": "-", "\u2013": "-", "\u2212": "-", "\u2022": "・", "\u00b7": "・", "\u2265": ">=", "\u2264": "<=",
    "\u00a5": "\\", "\u2713": "o", "\u2717": "x", "\u301c": "\uff5e", "\u2016": "||", "\u00e9": "e", "\u00fc": "u",
}  # fmt: skip
"""What is written for a character that the stream's encoding does not have."""


def character_width(character: str) -> int:
    """Return how many columns a character takes at most."""
    if " " <= character <= "~":
        return 1
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def width(text: str) -> int:
    """Return how many columns a text takes at most.

    >>> width("KPI"), width("指標"), width("■")
    (3, 4, 2)
    """
    return len(text) if text.isascii() else sum(map(character_width, text))


def padded(text: str, columns: int) -> str:
    """Return a text with blanks behind it, so that it takes so many columns."""
    return text + " " * (columns - width(text))


def clean(text: str) -> str:
    r"""Return a text of unknown origin on one line, without anything that moves the cursor or hides.

    >>> clean("two\nlines, \x1b[31mred")
    'two lines, <U+001B>[31mred'
    """
    if text.replace("\u3000", "").isprintable():
        return text
    return "".join(_shown(character) for character in text)


def shown(text: str, allowed: Sequence[str] = ()) -> str:
    r"""Return a text of several lines as `clean` returns each of them.

    Args:
        text: The text.
        allowed: What stays as it is, such as our own colours.

    >>> shown("two\nlines, \x1b[31mred \x1b[8mhidden", ["\x1b[31m"])
    'two\nlines, \x1b[31mred <U+001B>[8mhidden'
    """
    parts = re.split(f"({'|'.join(map(re.escape, allowed))})", text) if allowed else [text]
    return "".join(part if part in allowed else "\n".join(map(clean, part.split("\n"))) for part in parts)


def on_lines(lines: Iterable[str]) -> str:
    """Return texts of unknown origin, each on a line of its own."""
    return "".join(f"{clean(line)}\n" for line in lines)


def file_name(text: str) -> str:
    r"""Return the name of a file on one line, with every sign that cannot be seen by its number.

    >>> print(file_name("harbour\n● forged.json"), file_name("港湾.json"))
    harbour<U+000A>● forged.json 港湾.json
    """
    if text.replace("\u3000", "").isprintable():
        return text
    return "".join(one if one.isprintable() or one == "\u3000" else f"<U+{ord(one):04X}>" for one in text)


def installing(extras: str) -> str:
    """Return the command that adds extras to the installation that runs: elsewhere the name `advise` may be another's."""
    return f"{as_argument(sys.executable)} -m pip install 'advise[{extras}]'"


def as_argument(text: str) -> str:
    r"""Return a text as a shell takes it, in quotation marks where it needs them; on one line, and without unseen signs.

    >>> print(as_argument("事業.json"), as_argument("my plan.json"), as_argument("two\nlines.json"))
    事業.json 'my plan.json' $'two\nlines.json'
    """
    if all(character.isalnum() or character in "_-./:\\@%+=," for character in text) and text:
        return text
    if not text.replace("\u3000", "").isprintable():
        return "$'" + "".join(map(_in_shell, text)) + "'"
    from shlex import quote

    return quote(text)


def _in_shell(character: str) -> str:
    """Return a character as it stands between $' and '."""
    if character in "'\\":
        return f"\\{character}"
    if character.isprintable() or character == "\u3000":
        return character
    return character.encode("unicode_escape").decode("ascii")


def encodable(text: str, encoding: str) -> str:
    r"""Return a text that the encoding can write: look-alikes where there are any, `?` where there are none.

    >>> encodable("1 \u2013 2 \u2265 \U0001f7e2", "cp932")
    '1 - 2 >= ?'
    """
    try:
        text.encode(encoding)
    except LookupError:
        return text
    except UnicodeEncodeError:
        return "".join(_written(character, encoding) for character in text)
    return text


def wrapped(text: str, columns: int) -> list[str]:
    """Return the lines of a text, none wider than `columns` unless a single word is.

    Japanese breaks between any two characters, except where typesetting forbids it; other text at blanks.

    >>> wrapped("市長と会って、議題を決める。", 12)
    ['市長と会っ', 'て、議題を決', 'める。']
    """
    if width(text) <= columns:
        return [text.rstrip(" ")]
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text):
        size = width(piece.rstrip(" "))
        if line and used + size > columns:
            lines.append(line.rstrip(" "))
            line, used = "", 0
            piece = piece.lstrip(" ")
        line += piece
        used += width(piece)
    return [*lines, line.rstrip(" ")] if line.strip() or not lines else lines


def hanging(text: str, columns: int, first: str = "", further: str | None = None) -> list[str]:
    """Return the lines of a text with `first` in front of the first one, and `further` (`first` where left out) of the others."""
    further = first if further is None else further
    head, *rest = wrapped(clean(text), max(20, columns - max(len(first), len(further))))
    return [first + head, *(further + line for line in rest)]


def _pieces(text: str) -> Iterator[str]:
    """Cut a text where a line may end."""
    piece = ""
    for before, after in zip(text, [*text[1:], ""], strict=False):
        piece += before
        if after == "" or _may_break(before, after):
            yield piece
            piece = ""


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NO_START or before in _NO_END:
        return False
    return before == " " or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return not character.isascii() and unicodedata.east_asian_width(character) in "WF"


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\n\r\t\u2028\u2029":
        return " "
    if category in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return f"<U+{ord(character):04X}>"
    return " " if category == "Zs" and character != "\u3000" else character


def _written(character: str, encoding: str) -> str:
    candidates = (character, _INSTEAD.get(character, ""), unicodedata.normalize("NFKC", character))
    return next((text for text in candidates if text and text.encode(encoding, "ignore").decode(encoding) == text), "?")
