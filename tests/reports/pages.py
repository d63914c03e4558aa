"""Reads a page as tests need it: its elements in order, and the text that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"col", "meta", "link", "input", "br", "path", "rect", "circle"}


@dataclass(eq=False)
class Element:
    """An element with its attributes, its children and all text below it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text on one line."""
        return " ".join("".join(self.pieces).split())

    def walk(self) -> Iterator[Element]:
        """Yield everything below, in document order."""
        for child in self.children:
            yield child
            yield from child.walk()

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a kind with these attributes (`class_` holds one of its words)."""
        return [
            element
            for element in self.walk()
            if element.tag == tag
            and all(value in element.attributes.get(name.rstrip("_"), "").split() for name, value in attributes.items())
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.pieces.append(data)


def read_page(page: str) -> Element:
    """Return a page as a tree; every element that is opened must be closed."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], "an element is not closed"
    return reader.root
