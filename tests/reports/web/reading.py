"""What a page shows to whoever answers it: not what is folded, nor what none of the answers brings up, nor what stands beside."""

from __future__ import annotations

from collections.abc import Collection
from html.parser import HTMLParser

_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "path", "wbr"))
_BESIDE = frozenset(("aside", "datalist", "nav", "footer", "header", "script", "style", "textarea", "title"))


class Reading(HTMLParser):
    """The pieces of text of a page.

    Attributes:
        pieces: What is to be read, in the order of the page; without blanks at the ends, none empty.
    """

    def __init__(self, page: str, chosen: Collection[tuple[str, str]] = ()) -> None:
        """Read a page as it looks with what is `chosen` on it: names of fields and values."""
        super().__init__()
        self.pieces: list[str] = []
        self._chosen = chosen
        self._unseen: list[bool] = []  # of the elements around, the innermost last
        self._tags: list[str] = []
        self._opened: list[set[str]] = []  # the follow-ups that answers bring up, for the parts around
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        found = {name: value or "" for name, value in attrs}
        classes = found.get("class", "").split()
        name = found.get("name", "")
        if tag == "select":
            self._select = name
        if self._opened and (name or self._select, found.get("value", "")) in self._chosen:
            self._opened[-1] |= {one[1:] for one in classes if one[0] == "o" and one[1:].isdecimal()}
        if tag in _VOID:
            return
        around = self._unseen[-1] if self._unseen else False
        folded = bool(self._tags) and self._tags[-1] == "details" and tag != "summary"
        shut = "follow" in classes and not any(one[1:] in self._opened[-1] for one in classes if one[0] == "f")
        unseen = tag in _BESIDE or folded or shut or not {"vh", "whom", "skip"}.isdisjoint(classes)
        self._tags.append("details" if tag == "details" and "open" not in found else tag)
        if "gated" in classes:
            self._opened.append(set())
            self._tags[-1] = "gated"
        self._unseen.append(around or unseen)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in _VOID or not self._tags:
            return
        if tag == "select":
            self._select = ""
        if self._tags.pop() == "gated":
            self._opened.pop()
        self._unseen.pop()

    def handle_data(self, data: str) -> None:
        """Keep what can be seen."""
        told = " ".join(data.split())
        if told and self._tags and not self._unseen[-1] and self._tags[-1] != "details":
            self.pieces.append(told)
