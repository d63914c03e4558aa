"""Problems: defects in rules or input, each with its place and a cure, and how they are shown.

Data and its text form only. What is a defect is decided where files are read; nothing here opens a file or ends the
program. A finding about a project is not a problem: it is advice.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from ..alike import alike
from .texts import LANGUAGES as LANGUAGES
from .texts import Texts as Texts
from .texts import filled, in_language

SHOWN = 20
"""How many problems are shown in full; the rest is counted."""

_PLACES = 4
"""How many places of the same problem are named."""

_WINDOW = 100
"""Columns of a source line that are shown; a longer line is cut around the place."""

_BEFORE = 40
"""Columns kept in front of the place when a line is cut."""

_TAB = 4
_LONGEST_MESSAGE = 600
_LONGEST_NAME = 200
_WORDS = {
    "error": {"en": "error", "ja": "エラー"},
    "cure": {"en": "help", "ja": "対処"},
}


_JAPANESE = {
    errno.ENOENT: "ファイルがありません",
    errno.EACCES: "権限がありません",
    errno.EPERM: "権限がありません",
    errno.EISDIR: "ファイルではなくフォルダーです",
    errno.ENOTDIR: "途中の名前がフォルダーではありません",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.ELOOP: "リンクが循環しています",
    errno.ENODEV: "ファイルではなく、装置またはパイプです",
    errno.EIO: "装置の読み書きで誤りが起きました",
    errno.EROFS: "書き込めない場所です",
    errno.ENOSPC: "空き容量がありません",
    errno.EMFILE: "開いているファイルが多すぎます",
    errno.ENFILE: "開いているファイルが多すぎます",
    errno.EBUSY: "ほかで使われています",
    errno.ETIMEDOUT: "応答がありません",
    errno.EINVAL: "この名前や場所は使えません",
    errno.EFBIG: "大きすぎます",
    errno.ENODEV: "ファイルではなく、装置またはパイプです",
    errno.EBADF: "閉じられています",
    errno.EPIPE: "読む相手がいなくなりました",
}


class Place(Struct, frozen=True):
    """A stretch of one line of a file.

    Attributes:
        file: The file's name as the user gave it.
        line: One-based line.
        column: One-based column, counted in characters.
        length: How many characters belong to it; what runs beyond the line is not marked.
        text: The whole source line without its end; empty when there is no text to show.
    """

    file: str
    line: int
    column: int
    length: int = 1
    text: str = ""

    def __str__(self) -> str:
        """Return `file:line:column`, which editors and terminals make clickable."""
        return f"{self.file}:{self.line}:{self.column}"


class Placed(Struct, frozen=True, eq=False):
    """Something that was read in a file: where it stands, its `place`, takes no part in equality."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _but_the_place(self) == _but_the_place(other)

    def __ne__(self, other: object) -> bool:
        return not self == other  # a struct has a `!=` of its own, which knows nothing of this `==`

    def __hash__(self) -> int:
        return hash(_but_the_place(self))


def _but_the_place(record: Struct) -> tuple[Any, ...]:
    return tuple([getattr(record, name) for name in record.__struct_fields__ if name != "place"])


class Problem(Struct, frozen=True):
    """One defect.

    Attributes:
        code: Stable name to look up (`P111`).
        message: What is wrong: a lower-case statement in one line that quotes what the author wrote.
        cure: What to do about it: one sentence.
        place: Where; None when it is about a whole file or about none.
        note: What else helps to see it: allowed values, where the first of two stands.
    """

    code: str
    message: Texts
    cure: Texts | None = None
    place: Place | None = None
    note: Texts | None = None


MessageRow: TypeAlias = "tuple[str, str, str, str]"
"""What is wrong and what to do about it, each in English and Japanese; a cure without words is none."""


def problem_of(
    code: str, place: Place | None, en: str, ja: str, cure_en: str = "", cure_ja: str = "", *, note: Texts | None = None
) -> Problem:
    """Return a problem from its texts; a cure without words is none."""
    return Problem(code, {"en": en, "ja": ja}, {"en": cure_en, "ja": cure_ja} if cure_en else None, place, note)


def tabled(
    table: Mapping[str, MessageRow],
    code: str,
    place: Place | None = None,
    note: Texts | None = None,
    /,
    **values: object,
) -> Problem:
    """Return a problem from a table by its code.

    What the texts quote comes by name; of a text in every language its own language is taken.

    >>> tabled({"P1": ("{n} {n:line|lines}", "{n}行", "", "")}, "P1", n=2)
    Problem(code='P1', message={'en': '2 lines', 'ja': '2行'}, cure=None, place=None, note=None)
    """
    en, ja = (in_language(language, values) for language in LANGUAGES)
    texts = [filled(text, own) for text, own in zip(table[code], (en, ja, en, ja), strict=True)]
    return problem_of(code, place, *texts, note=note)


class ProblemsError(Exception):
    """Reading was refused; `problems` says all that is wrong, in the order of the text.

    Attributes:
        problems: At least one problem.
        language: The language that the refused document asks for, `en` or `ja`; None when it names none.
    """

    language: str | None = None

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(render_all(self.problems, "en"))

    def __reduce__(self) -> tuple[object, ...]:
        """Say how to make it again: a worker process sends it as it is."""
        return type(self), (self.problems,), {"language": self.language}


def render(problem: Problem, lang: str, encoding: str = "utf-8", also: Sequence[Place] = ()) -> str:
    """Show one problem with the line it stands in and carets under the place.

    Carets are aligned by display width: full-width characters count as two columns. Control characters and what
    `encoding` cannot write are shown by name (`<U+0000>`): printing never fails, and input never moves the cursor.

    >>> print(render(Problem("P1", {"en": "odd value"}, None, Place("a.json", 2, 5, 3, ' "x":123')), "en"))
    error[P1]: odd value
      --> a.json:2:5
       |
     2 |  "x":123
       |     ^^^
    """
    lines = [f"{_WORDS['error'][lang]}[{problem.code}]: {_line(problem.message[lang], encoding)}"]
    margin = ""
    if problem.place is not None:
        margin = " " * len(str(problem.place.line))
        lines.append(f" {margin}--> {_line(str(problem.place), encoding)}")
        if problem.place.text:
            shown, blank, carets = _marked(problem.place, encoding)
            lines.append(f" {margin} |")
            lines.append(f" {problem.place.line} | {shown}".rstrip())
            lines.append(f" {margin} | {' ' * blank}{'^' * carets}")
    if also:
        lines.append(f" {margin} = {_line(_also(also, lang), encoding)}")
    if problem.note is not None:
        lines.append(f" {margin} = {_line(problem.note[lang], encoding)}")
    if problem.cure is not None:
        lines.append(f"{_WORDS['cure'][lang]}: {_line(problem.cure[lang], encoding)}")
    return "\n".join(lines)


UNDECIDED: Texts = {"en": "Nothing was decided.", "ja": "判定はしていません。"}
"""What problems mean where a project was to be judged."""


def render_all(
    problems: Iterable[Problem],
    lang: str,
    encoding: str = "utf-8",
    ended: Texts = UNDECIDED,
) -> str:
    """Show the first problems, then how many there are and what that means; wrong at several places is told once.

    >>> print(render_all([Problem("P1", {"en": "no"}), Problem("P1", {"en": "nor this"})], "en"))
    error[P1]: no
    <BLANKLINE>
    error[P1]: nor this
    <BLANKLINE>
    2 problems. Nothing was decided.
    """
    groups = alike(problems, lambda one: one.place and repr((one.code, one.message, one.cure, one.note)))
    shown = [
        render(first, lang, encoding, [one.place for one in others if one.place is not None])
        for first, *others in groups[:SHOWN]
    ]
    return "\n\n".join([*shown, _count(sum(map(len, groups)), sum(map(len, groups[:SHOWN])), lang, ended)])


def _also(places: Sequence[Place], lang: str) -> str:
    """Say where else the same is wrong: the first places by name, then how many more."""
    shown = [str(place) for place in places[:_PLACES]]
    if len({place.file for place in places}) == 1:
        shown[1:] = [f"{place.line}:{place.column}" for place in places[1:_PLACES]]
    named = ("、" if lang == "ja" else ", ").join(shown)
    more = len(places) - _PLACES
    if lang == "ja":
        return f"同じ問題: {named}" + (f" ほか{more}か所" if more > 0 else "")
    return f"the same at {named}" + (f" and {more} more" if more > 0 else "")


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name that was probably meant, or None when nothing is close.

    Case, full-width letters, `-` or blanks for `_`, and leading zeros do not count as differences.

    >>> nearest("Champion-Willing", ["champion_named", "champion_willing"]), nearest("com-2", ["COM-02", "COM-12"])
    ('champion_willing', 'COM-02')
    """
    from difflib import get_close_matches

    if not name or len(name) > _LONGEST_NAME:
        return None
    by_folded = {_folded(known): known for known in sorted(set(names), reverse=True)}
    folded = _folded(name)
    if folded in by_folded:
        return by_folded[folded]
    close = get_close_matches(folded, by_folded, n=1, cutoff=0.7)
    return by_folded[close[0]] if close else None


def did_you_mean(name: str, names: Iterable[str], en: str = "", ja: str = "", mark: str = "'{}'") -> tuple[str, str]:
    """Return a cure in English and Japanese: the name that was probably meant, else the one given.

    >>> did_you_mean("com-2", ["COM-02"]), did_you_mean("x", ["COM-02"], "Write a code.", "コードを書いてください。")
    (("Did you mean 'COM-02'?", "'COM-02' のことですか。"), ('Write a code.', 'コードを書いてください。'))
    """
    close = nearest(name, names)
    quoted = mark.format(close)
    return (en, ja) if close is None else (f"Did you mean {quoted}?", f"{quoted} のことですか。")


def excerpt(text: str, limit: int = 40) -> str:
    """Return the start of a text that an author wrote, short enough to quote in a message.

    >>> excerpt("a very long name indeed", limit=10)
    'a very ...'
    """
    return text if len(text) <= limit else text[: max(0, limit - 3)] + "..."


def _count(total: int, shown: int, lang: str, ended: Texts) -> str:
    if lang == "ja":
        part = "" if shown == total else f"(表示は{shown}件)"
        return f"問題は{total}件です{part}。{ended[lang]}"
    part = "" if shown == total else f", {shown} of them shown"
    return f"{total} {'problem' if total == 1 else 'problems'}{part}. {ended[lang]}"


def _folded(name: str) -> str:
    import re
    import unicodedata

    folded = unicodedata.normalize("NFKC", name).casefold().replace("-", "_").replace(" ", "_")
    return re.sub(r"(?<!\d)0+(?=\d)", "", folded)


def _line(text: str, encoding: str) -> str:
    return "".join(shown for shown, _ in _cells(excerpt(text, _LONGEST_MESSAGE), encoding))


def _cells(text: str, encoding: str) -> list[tuple[str, int]]:
    """Return for each character what is shown for it and how many columns that takes."""
    import unicodedata

    cells: list[tuple[str, int]] = []
    column = 0
    for character in text:
        if " " <= character <= "~":
            shown, width = character, 1
        elif character == "\t":
            width = _TAB - column % _TAB
            shown = " " * width
        elif _hidden(character, unicodedata.category(character)) or not _writable(character, encoding):
            shown = f"<U+{ord(character):04X}>"
            width = len(shown)
        elif unicodedata.category(character) in ("Mn", "Me"):
            shown, width = character, 0
        else:
            shown, width = character, 2 if unicodedata.east_asian_width(character) in "WF" else 1
        cells.append((shown, width))
        column += width
    return cells


def _hidden(character: str, category: str) -> bool:
    """Tell whether a character shows nothing, or looks like a blank, or moves the cursor, or turns the writing direction."""
    return category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or (category == "Zs" and character not in " \u3000")


def _writable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _marked(place: Place, encoding: str) -> tuple[str, int, int]:
    """Return the part of the line to show, the columns in front of the carets, and the number of carets."""
    start = max(0, min(place.column - 1, len(place.text)))
    first, last = max(0, start - _WINDOW), min(len(place.text), start + 2 * _WINDOW)
    cells = _cells(place.text[first:last], encoding)
    widths = [width for _, width in cells]
    mark = start - first
    left, right = 0, len(cells)
    if first > 0 or last < len(place.text) or sum(widths) > _WINDOW:
        left = _cut(widths, mark, max(_BEFORE, _WINDOW - sum(widths[mark:])))
        right = _fit(widths, left, _WINDOW)
    head = "..." if first + left > 0 else ""
    tail = "..." if first + right < len(place.text) else ""
    shown = head + "".join(text for text, _ in cells[left:right]) + tail
    end = min(mark + max(1, place.length), right)
    return shown, len(head) + sum(widths[left:mark]), max(1, sum(widths[mark:end]))


def _cut(widths: Sequence[int], mark: int, room: int) -> int:
    """Return the first cell to show so that at most `room` columns stand in front of the mark."""
    left = mark
    while left > 0 and widths[left - 1] <= room:
        left -= 1
        room -= widths[left]
    return left


def _fit(widths: Sequence[int], left: int, room: int) -> int:
    """Return the end of the cells that fit into `room` columns; at least one cell."""
    right = left
    while right < len(widths) and widths[right] <= room:
        room -= widths[right]
        right += 1
    return max(right, left + 1) if left < len(widths) else right


def system_reason(error: OSError | ValueError) -> Texts:
    """Return why the operating system refuses a file; in English where there is no Japanese for it.

    >>> system_reason(FileNotFoundError(2, "No such file or directory"))["ja"]
    'ファイルがありません'
    """
    if isinstance(error, UnicodeDecodeError):
        return {"en": "not UTF-8", "ja": "文字コードがUTF-8ではありません"}
    english = str(getattr(error, "strerror", None) or error)
    return {"en": english, "ja": _JAPANESE.get(getattr(error, "errno", None) or 0, english)}
