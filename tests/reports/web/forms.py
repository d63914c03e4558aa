"""The form of a page as a browser keeps it: what it would send, and what can be chosen on it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from .serving import Browser


class Form(HTMLParser):
    """The first form of a page that has a field of a name."""

    def __init__(self, page: str, having: str) -> None:
        """Read it."""
        super().__init__()
        self.address = ""
        self.sent: list[tuple[str, str]] = []
        self.offered: set[tuple[str, str | None]] = set()
        self._having, self._done, self._inside = having, False, False
        self._select: str | None = None
        self._area: list[str] | None = None
        self.feed(page)
        assert self._done, f"no form has {having}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a control."""
        found = dict(attrs)
        name, value = found.get("name") or "", found.get("value") or ""
        if tag == "form" and not self._done:
            self._inside, self.address, self.sent, self.offered = True, found.get("action") or "", [], set()
        if not self._inside:
            return
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select is not None:
            self.offered.add((self._select, value))
            if "selected" in found:
                self.sent.append((self._select, value))
        elif tag == "textarea":
            self._select, self._area = name, []
        elif tag == "input" and found.get("type") in ("radio", "checkbox"):
            self.offered.add((name, value))
            if "checked" in found:
                self.sent.append((name, value))
        elif tag == "button" and name:
            self.offered.add((name, value))
        elif tag == "input" and name:
            self.offered.add((name, None))
            self.sent.append((name, value))

    def handle_endtag(self, tag: str) -> None:
        """End a control, or the form."""
        if tag == "textarea" and self._area is not None and self._select is not None:
            self.offered.add((self._select, None))
            self.sent.append((self._select, "".join(self._area).removeprefix("\n")))
        if tag in ("select", "textarea"):
            if tag == "select" and self._select is not None and not any(one == self._select for one, _ in self.sent):
                self.sent.append((self._select, ""))
            self._select = self._area = None
        if tag == "form" and self._inside:
            self._inside = False
            self._done = self._done or any(name == self._having for name, _ in self.offered)

    def handle_data(self, data: str) -> None:
        """Keep what stands in a text area."""
        if self._area is not None:
            self._area.append(data)

    def set(self, name: str, *values: str) -> Form:
        """Choose or type; only what the page offers."""
        for value in values:
            assert (name, value) in self.offered or (name, None) in self.offered, f"{name} offers no {value}"
        self.sent = [pair for pair in self.sent if pair[0] != name] + [(name, value) for value in values]
        return self

    def values(self, name: str) -> list[str]:
        """Return what would be sent under a name."""
        return [value for one, value in self.sent if one == name]

    def send(self, browser: Browser, address: str = "") -> Any:
        """Send it."""
        fields: dict[str, list[str]] = {}
        for name, value in self.sent:
            fields.setdefault(name, []).append(value)
        return browser.post(address or self.address, data=fields)
