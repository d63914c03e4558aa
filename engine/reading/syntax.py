"""Why a text is not JSON: all the places, with what is wrong at each.

A reading that goes on after every mistake it can see through. Used only for text that the JSON parser of the standard
library refused; it gives problems, never data. Nothing recurses.
"""

from __future__ import annotations

from collections.abc import Callable

from ..problems.problem import Problem, Texts, excerpt
from .faults import document_problem
from .limits import DEEPEST, MOST_PROBLEMS
from .places import Lines
from .tokens import Expected, Token, Tokens

_YAML_NAME = {
    "en": "if this is YAML, give it a name that ends with .yaml",
    "ja": "YAML形式であれば、ファイル名の終わりを .yaml にしてください",
}
_CLOSE = {"{": "}", "[": "]"}


def find_syntax_problems(text: str, name: str) -> list[Problem]:
    """Return all problems in the JSON of a text, in the order of their places.

    >>> [(p.code, str(p.place)) for p in find_syntax_problems('{“a”: [1, 2,], "b": NaN}', "x.json")]
    [('P115', 'x.json:1:2'), ('P111', 'x.json:1:12'), ('P124', 'x.json:1:21')]
    """
    scan = _Scan(text, name)
    scan.run()
    return [problem for _, problem in sorted(scan.found, key=lambda found: found[0])]


class _Open:
    """A container that is not closed yet."""

    __slots__ = ("key", "keys", "kind", "start")

    def __init__(self, kind: str, start: int) -> None:
        self.kind = kind
        self.start = start
        self.key = ""
        self.keys: dict[str, int] = {}


class _Scan:
    """One reading of one text: a stack of open containers and what is expected next."""

    def __init__(self, text: str, name: str) -> None:
        self.found: list[tuple[int, Problem]] = []
        self._lines = Lines(text, name)
        self._tokens = Tokens(text, self._report)
        self._stack: list[_Open] = []
        self._expect: Callable[[Token], None] = self._root
        self._comma = -1
        self._behind = 0
        self._done = False

    def run(self) -> None:
        """Read to the end, or to where nothing can be understood any more."""
        while not self._done and len(self.found) < MOST_PROBLEMS:
            token = self._tokens.read(self._expected())
            if token.kind == "end":
                self._end(token)
                return
            self._expect(token)
            if token.kind != ",":
                self._comma = -1
            self._behind = token.end

    def _expected(self) -> Expected:
        if self._expect == self._key:
            return "key"
        if self._expect == self._colon:
            return "colon"
        return "value" if self._expect in (self._value, self._root) else "mark"

    def _report(self, code: str, start: int, end: int, **quoted: object) -> None:
        self._report_with(None, code, start, end, **quoted)

    def _report_with(self, note: Texts | None, code: str, start: int, end: int, **quoted: object) -> None:
        if len(self.found) < MOST_PROBLEMS and not self._done:
            self.found.append((start, document_problem(code, self._lines.place(start, end), note, **quoted)))

    def _root(self, token: Token) -> None:
        if token.kind in "{[":
            if token.kind == "[":
                self._not_an_object(token, {"en": "a list", "ja": "リスト"})
            self._open(token)
        elif token.kind in ("text", "scalar") and not self.found:
            self._not_an_object(token, {"en": "a single value", "ja": "1つの値"})
            self._after_value()
        else:
            self.found.clear()
            note = _YAML_NAME if self._lines.text[token.end : token.end + 1] == ":" else None
            self._report_with(note, "P110", token.start, token.end, found=self._quote(token))
            self._done = True

    def _not_an_object(self, token: Token, kind: Texts) -> None:
        self._report("P134", token.start, token.end, kind=kind)

    def _value(self, token: Token) -> None:
        """Expect a value: behind a colon, or in a list."""
        if token.kind in ("text", "scalar", "broken"):
            self._after_value()
        elif token.kind in "{[":
            self._open(token)
        elif self._stack[-1].kind == "{":
            if token.kind == ":":
                self._unexpected(token)
            else:
                self._report("P128", self._behind - 1, self._behind, key=self._stack[-1].key)
                self._comma_or_close(token)
        elif token.kind in "]}":
            self._close(token)
        else:
            self._unexpected(token)

    def _key(self, token: Token) -> None:
        """Expect a key, or the end of the object."""
        top = self._stack[-1]
        if token.kind == "text":
            first = top.keys.setdefault(token.name, token.start)
            if first != token.start:
                self._duplicate(token, first)
            top.key = excerpt(token.name)
            self._expect = self._colon
        elif token.kind == "broken":
            self._after_value()
        elif token.kind == "scalar":
            self._report("P118", token.start, token.end, found=token.name)
            top.key = token.name
            self._expect = self._colon
        elif token.kind in "{[":
            self._unexpected(token)
            self._open(token)
        elif token.kind in "}]":
            self._close(token)
        else:
            self._unexpected(token)
            if token.kind == ":":
                self._expect = self._value

    def _colon(self, token: Token) -> None:
        if token.kind == ":":
            self._expect = self._value
        elif token.kind in ",}]":
            self._report("P113", self._behind - 1, self._behind, key=self._stack[-1].key)
            self._comma_or_close(token)
        else:
            self._report("P113", self._behind - 1, self._behind, key=self._stack[-1].key)
            self._value(token)

    def _comma_or_close(self, token: Token) -> None:
        if token.kind == ",":
            self._comma = token.start
            self._expect = self._key if self._stack[-1].kind == "{" else self._value
        elif token.kind in "}]":
            self._close(token)
        elif token.kind == ":":
            self._unexpected(token)
            self._expect = self._value
        else:
            self._report("P112", self._behind, self._behind + 1, found=self._quote(token))
            (self._key if self._stack[-1].kind == "{" else self._value)(token)

    def _nothing(self, token: Token) -> None:
        self._report("P135", token.start, token.end)
        self._done = True

    def _end(self, token: Token) -> None:
        if self._stack and not self._tokens.stopped:
            closing = "".join(_CLOSE[opened.kind] for opened in reversed(self._stack))
            innermost = self._stack[-1]
            self._report("P129", innermost.start, innermost.start + 1, open=innermost.kind, close=closing)
        elif self._expect == self._root and not self.found:
            self._report("P106", token.start, token.end, name=self._lines.file)

    def _open(self, token: Token) -> None:
        if len(self._stack) == DEEPEST:
            self._report("P133", token.start, token.end, limit=DEEPEST)
            self._done = True
            return
        self._stack.append(_Open(token.kind, token.start))
        self._expect = self._key if token.kind == "{" else self._value

    def _close(self, token: Token) -> None:
        if self._comma >= 0:
            self._report("P111", self._comma, self._comma + 1, close=token.kind)
        if _CLOSE[self._stack[-1].kind] != token.kind:
            self._close_another(token)
        self._stack.pop()
        self._after_value()

    def _close_another(self, token: Token) -> None:
        """Report a closing bracket that is not the innermost one's; leave on top what it is taken to close."""
        top = self._stack[-1]
        if all(opened.kind == top.kind for opened in self._stack):
            line, needed = self._lines.line(top.start), _CLOSE[top.kind]
            self._report("P130", token.start, token.end, found=token.kind, open=top.kind, line=line, needed=needed)
            return
        while _CLOSE[self._stack[-1].kind] != token.kind:
            unclosed = self._stack.pop()
            self._report("P129", unclosed.start, unclosed.start + 1, open=unclosed.kind, close=_CLOSE[unclosed.kind])

    def _after_value(self) -> None:
        self._expect = self._comma_or_close if self._stack else self._nothing

    def _unexpected(self, token: Token) -> None:
        self._report("P127", token.start, token.end, found=self._quote(token))

    def _duplicate(self, token: Token, first: int) -> None:
        place = self._lines.place(first)
        note = {
            "en": f"it is first given on line {place.line}, column {place.column}",
            "ja": f"最初は{place.line}行目の{place.column}文字目にあります",
        }
        self._report_with(note, "P131", token.start, token.end, key=excerpt(token.name))

    def _quote(self, token: Token) -> str:
        return self._lines.text[token.start : min(token.end, token.start + 24)]
