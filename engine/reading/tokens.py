"""The tokens of a text that should be JSON, with what people write instead of JSON recognised and reported.

Used only for text that the JSON parser of the standard library refused. It knows characters and words; what may follow
what is `document_syntax`'s business. Everything is linear in the text, and a token is always at least one character.
"""

from __future__ import annotations

import json
import re
from typing import Literal, NamedTuple, Protocol, TypeAlias

from ..problems.problem import excerpt
from .limits import out_of_range
from .places import plain_strings

_REGULAR = re.compile(
    r'"[^"\n\r]*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.+-])|(?:true|false|null)(?!\w)|[\[\]{},:]'
)
_BLANK = re.compile(r"[ \t\n\r]*")
_ODD_BLANK = re.compile(r"[^\S \t\n\r]+|[\ufeff\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069]+")
_COMMENT = re.compile(r"//[^\n\r]*|#[^\n\r]*|/\*[\s\S]*?(?:\*/|\Z)")
_LINE_REST = re.compile(r"[^\n\r]*")
_MARKS = {
    "：": ":", "︰": ":", "∶": ":", "=": ":", "＝": ":",
    "，": ",", "、": ",", "､": ",", ";": ",", "；": ",",
    "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]",
}  # fmt: skip
_QUOTES = {
    **dict.fromkeys("“”„‟＂〝〞〟", '“”„‟＂〝〞〟"'),
    **dict.fromkeys("「」｢｣", "」｣"),
    **dict.fromkeys("『』", "』"),
    **dict.fromkeys("«»", "«»"),
    **dict.fromkeys("'‘’‚‛＇`", "'‘’‚‛＇`"),
}
_DELIMITERS = re.escape('"[]{},:' + "".join(_MARKS) + "".join(_QUOTES))
_WORD = re.compile(rf"[^\s{_DELIMITERS}]+(?: +[^\s{_DELIMITERS}]+){{0,9}}")
_QUOTED_INSTEAD = re.compile(rf"[{''.join(_QUOTES)}](?=\s*[:：,，、\]}}])".replace("'", ""))
_STARTS_ENTRY = re.compile(r'\s*(?:["\[\]{}]|\Z)')
_BEFORE_COLON = re.compile(r"\s*[:：=]")
_NUMBER_LIKE = re.compile(r"[-+.]*[0-9]")
_NOT_A_NUMBER = re.compile(r"[-+]?(?:nan|inf|infinity)", re.IGNORECASE)
_INSTEAD = {"true": "true", "false": "false", "null": "null", "none": "null", "nil": "null", "undefined": "null"}
_LONGEST_QUOTED = 2000  # a text in other quotes is looked for so far, not through megabytes again and again
_CONTROL = re.compile(r"[\x00-\x1f]")
_BAD_ESCAPE = re.compile(r'\\(?!["/bfnrt]|u[0-9a-fA-F]{4})(?:u[0-9a-fA-F]{0,4}|.?)')
_HALF = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


Expected: TypeAlias = Literal["key", "colon", "value", "mark"]
"""What may come next; a mark is a comma, a closing bracket, or the end."""


class Token(NamedTuple):
    """A stretch of the text.

    Attributes:
        kind: `text`, `scalar` (number, true, false, null), one of `[ ] { } , :`, `end`, or `broken`: so damaged that
            the rest of the entry was skipped.
        start, end: Offsets.
        name: For a text, what it says; for others, how to quote it.
    """

    kind: str
    start: int
    end: int
    name: str = ""


class ReportProblem(Protocol):
    """Takes one problem: its code, its offsets, and what to quote."""

    def __call__(self, code: str, start: int, end: int, **quoted: object) -> None:
        """Take it."""


class Tokens:
    """Reads one token after the other.

    Attributes:
        stopped: Nothing that follows can be understood; the tokens have ended early.
    """

    def __init__(self, text: str, report: ReportProblem) -> None:
        self.stopped = False
        self._text = text
        self._plain = plain_strings(text)
        self._report = report
        self._next = 0

    def read(self, expected: Expected) -> Token:
        """Return the next token; `end` again and again after the last.

        What is expected decides what is said about a word without quotes.
        """
        token = None
        while token is None:
            start = self._after_blanks(self._next)
            regular = _REGULAR.match(self._plain, start)
            if regular:
                token = self._regular(regular[0][0], start, regular.end())
            elif start >= len(self._text) or self.stopped:
                return Token("end", len(self._text), len(self._text))
            else:
                token = self._irregular(start, expected)
        self._next = token.end
        return token

    def _after_blanks(self, start: int) -> int:
        found = _BLANK.match(self._text, start)
        return found.end() if found else start

    def _regular(self, first: str, start: int, end: int) -> Token:
        if first == '"':
            return self._quoted(start, end)
        if first in "[]{},:":
            return Token(first, start, end, first)
        found = self._text[start:end]
        if first in "-0123456789" and out_of_range(found):
            self._report("P132", start, end, found=excerpt(found, 24))
        return Token("scalar", start, end, excerpt(found))

    def _quoted(self, start: int, end: int) -> Token:
        behind = _WORD.match(self._text, end)
        if behind and not _COMMENT.match(self._text, end):
            instead = _QUOTED_INSTEAD.search(self._text, start + 1, end)
            if instead is None:
                return self._stray_quote(start, end)
            end = instead.end()
            self._report("P115", instead.start(), end, found=instead[0])
            return Token("text", start, end, self._text[start + 1 : end - 1])
        return Token("text", start, end, self._said(start, end))

    def _stray_quote(self, start: int, end: int) -> Token:
        """Skip the rest of the line but for the brackets that close what is open."""
        self._report("P126", end - 1, end, found=excerpt(self._text[start:end], 24))
        rest = _LINE_REST.match(self._text, end)
        line_end = rest.end() if rest else end
        return Token("broken", start, end + len(self._text[end:line_end].rstrip(" \t,]}")))

    def _said(self, start: int, end: int) -> str:
        """Return what a text in double quotes says, and report what may not stand in it."""
        raw = self._text[start + 1 : end - 1]
        control = _CONTROL.search(raw)
        if control:
            self._control(control[0], start + 1 + control.start())
        if "\\" not in raw:
            return raw
        aligned = raw.replace("\\\\", "__")
        for code, pattern in (("P122", _BAD_ESCAPE), ("P123", _HALF)):
            bad = pattern.search(aligned)
            if bad:
                self._report(code, start + 1 + bad.start(), start + 1 + bad.end(), found=bad[0])
        try:
            said = json.loads(f'"{raw}"', strict=False)
        except ValueError:
            return raw
        return str(said)

    def _control(self, character: str, offset: int) -> None:
        name = {"en": "tab", "ja": "タブ"} if character == "\t" else {"en": "control character", "ja": "制御文字"}
        instead = "\\t" if character == "\t" else f"\\u{ord(character):04x}"
        self._report("P121", offset, offset + 1, kind=name, instead=instead)

    def _irregular(self, start: int, expected: Expected) -> Token | None:
        """Return the token that was meant, or None when what stands here was reported and means nothing."""
        first = self._text[start]
        skipped = _COMMENT.match(self._text, start) or _ODD_BLANK.match(self._text, start)
        if skipped:
            code = "P117" if first in "/#" else "P116"
            self._report(code, start, skipped.end(), found=f"U+{ord(first):04X}")
            self._next = skipped.end()
            return None
        if first == '"':
            return self._unterminated(start)
        if first in _MARKS:
            mark = ":" if first in ";；" and expected == "colon" else _MARKS[first]
            self._report("P114", start, start + 1, found=first, needed=mark)
            return Token(mark, start, start + 1, first)
        if first in _QUOTES:
            return self._quoted_otherwise(start, _QUOTES[first])
        return self._word(start, expected)

    def _unterminated(self, start: int) -> Token:
        line = _LINE_REST.match(self._text, start)
        end = line.end() if line else start + 1
        self._report("P120", start, end)
        # Go on only where the next line begins like an entry: otherwise the text goes on there.
        self.stopped = not _STARTS_ENTRY.match(self._text, end)
        return Token("broken", start, start + len(self._text[start:end].rstrip(" \t,")))

    def _quoted_otherwise(self, start: int, closing: str) -> Token:
        first = self._text[start]
        close = re.compile(rf"[{re.escape(closing)}](?=\s*(?:[:：,，、；;\]}}｝］]|[\n\r]|\Z))|[\n\r]|\Z")
        found = close.search(self._text, start + 1, start + 1 + _LONGEST_QUOTED)
        end = found.end() if found and found[0] not in ("", "\n", "\r") else start + 1
        if end == start + 1:
            word = _WORD.match(self._text, end)
            end = word.end() if word else end
        self._report("P115", start, end, found=first)
        return Token("text", start, end, self._text[start + 1 : max(start + 1, end - 1)])

    def _word(self, start: int, expected: Expected) -> Token | None:
        from unicodedata import normalize

        as_key = expected == "key"
        match = _WORD.match(self._text, start)
        end = match.end() if match else start + 1
        word = self._text[start:end]
        if self._text.startswith('"', end):
            end += 1  # only the opening quote is missing
        found = excerpt(word)
        folded = normalize("NFKC", found)
        if expected == "mark" and _BEFORE_COLON.match(self._text, end):
            as_key = True
        elif expected == "mark" or (as_key and not any(character.isalnum() for character in found)):
            self._report("P127", start, end, found=found)
            self._next = end
            return None
        if _NUMBER_LIKE.match(folded):
            self._report("P125", start, end, found=found)
            return Token("broken" if as_key else "scalar", start, end, found)
        if as_key:
            self._report("P118", start, end, found=found)
        elif _NOT_A_NUMBER.fullmatch(folded):
            self._report("P124", start, end, found=found)
        else:
            self._report("P119", start, end, found=found, instead=_INSTEAD.get(folded.lower(), f'"{found}"'))
        return Token("text" if as_key else "scalar", start, end, word)
