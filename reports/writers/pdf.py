"""Blocks as a PDF: tagged for those who listen to it, and nothing silently left out where a font has no sign for it.

What is folded on a page stands here only where everything is wanted, as on paper. Needs typst and fonttools.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from .blocks import Block, Group, Heading, Item, Paragraph, Picture, Report, Span, Table, Words, lines_of, pieces
from .display import GLYPHS
from .file import PAGE_MARKER
from .markup import cleaned

_FONTS = {
    "en": ("Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans", "Noto Sans CJK JP", "Noto Sans JP"),
    "ja": ("Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans", "MS Gothic"),
}
_BETWEEN = " · "
"""What stands between the facts in the head."""

_TOGETHER = 8
"""Rows of a table that no page break parts."""

_TONES = {"blocker": "red", "major": "red", "minor": "brown", "met": "green", "unknown": "violet"}
_PREAMBLE = """
#set page(paper: "a4", margin: (x: 15mm, top: 13mm, bottom: 14mm), numbering: "1 / 1", number-align: right)
#set par(leading: .55em, spacing: .6em)
#set list(indent: 0pt, body-indent: .4em, spacing: .55em)
#let red = rgb("#a4161f")
#let brown = rgb("#7f4c00")
#let green = rgb("#1b6b34")
#let violet = rgb("#4b49b6")
#let line-color = rgb("#c6c9d0")
#let soft(body) = text(size: 8pt, fill: rgb("#565b66"), body)
#let room = box(width: 92%, height: 10pt, stroke: (bottom: .5pt + rgb("#767c88")))
#show heading.where(level: 1): it => block(below: .5em, text(size: 15pt, it.body))
#show heading.where(level: 2): it => block(above: 1.3em, below: .5em, sticky: true, text(size: 11pt, it.body))
#show heading.where(level: 3): it => block(above: .9em, below: .4em, sticky: true, text(size: 9pt, it.body))
#show table: set text(size: 8.5pt)
#set table(stroke: (x, y) => (bottom: .5pt + line-color), inset: (x: 3pt, y: 3pt), align: left + top)
#set table.cell(breakable: false)
#let steps(..cells) = grid(
  columns: (1fr,) * cells.pos().len(), gutter: 4pt, inset: 4pt, stroke: .5pt + line-color,
  ..cells.pos().map(cell => text(size: 8pt, cell)),
)
"""


def as_pdf(report: Report) -> bytes:
    """Return a report as a PDF.

    What no font of this computer can draw is written as its code point (`<U+1F469>`).
    """
    import typst

    found: bytes = typst.compile(source_of(report).encode("utf-8"), format="pdf", pdf_standards=["ua-1"])
    return found.rstrip(b"\n") + f"\n%{PAGE_MARKER}\n".encode()


def source_of(report: Report) -> str:
    """Return a report as typst reads it."""
    told = json.dumps([report.title, report.kind, _plain(report.about), _plain(report.blocks)], ensure_ascii=False)
    kept = drawable(told + "".join(GLYPHS.values()) + _BETWEEN)
    return "\n".join(_Writer(report, kept).lines())


BROUGHT = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) | frozenset("“”‘’–—…■▲◆●★※→")
"""Letters of the Latin script and signs that the fonts have which typst brings itself, on a computer without any."""


def drawable(text: str) -> frozenset[str]:
    """Return the characters of a text that some font of this computer has, or one that typst brings."""
    wanted = set(text)
    found = wanted & BROUGHT
    for path, index in _font_files():
        if wanted <= found:
            break
        found |= {one for one in wanted - found if ord(one) in _signs(path, index)}
    return frozenset(found)


@cache
def _font_files() -> tuple[tuple[str, int], ...]:
    """Return the files of the fonts that typst finds, those that are asked for first."""
    import typst

    asked = [*_FONTS["ja"], *_FONTS["en"]]
    fonts = [font for font in typst.Fonts().fonts() if font.path]
    fonts.sort(key=lambda font: asked.index(font.family) if font.family in asked else len(asked))
    return tuple(dict.fromkeys((str(font.path), int(font.index)) for font in fonts))


@cache
def _signs(path: str, index: int) -> frozenset[int]:
    """Return the code points that a font has."""
    from fontTools.ttLib import TTFont

    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def _plain(data: Any) -> Any:
    import msgspec

    return msgspec.to_builtins(data, builtin_types=(), enc_hook=str)


class _Writer:
    """One document in the making."""

    def __init__(self, report: Report, drawn: frozenset[str]) -> None:
        self.report = report
        self.drawn = drawn

    def lines(self) -> Iterator[str]:
        report = self.report
        families = ", ".join(f'"{name}"' for name in _FONTS[report.language])
        yield f"#set document(title: {self.string(report.title)}, author: {self.string('advise')})"
        yield f'#set text(font: ({families}), size: 9pt, lang: "{report.language}")'
        yield _PREAMBLE
        yield f"#soft[{self.text(_BETWEEN.join((report.kind, *report.about)))}]"
        yield f"#heading(level: 1)[{self.text(report.title)}]"
        yield from self.blocks(report.blocks)

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Heading):
                note = f" #soft[{self.text(block.note)}]" if block.note else ""
                yield f"#heading(level: {block.level})[{self.text(block.text)}{note}]"
            elif isinstance(block, Paragraph):
                words = self.words(block.text)
                yield f"#par[{f'#soft[{words}]' if block.soft else f'#strong[{words}]' if block.strong else words}]"
            elif isinstance(block, Item):
                yield from self.item(block)
            elif isinstance(block, Table):
                yield from self.table(block)
            elif isinstance(block, Picture):
                yield from self.blocks(block.instead)
            elif isinstance(block, Group):
                yield from self.group(block)
            elif self.report.audit:
                yield f"#heading(level: 3)[{self.text(block.title)}]"
                yield from self.blocks(block.blocks)

    def group(self, group: Group) -> Iterator[str]:
        inside = "\n".join(self.blocks(group.blocks))
        if group.kind.startswith("verdict"):
            color = "red" if group.kind.endswith("hold") else "black"
            look = f"#show heading: set text(fill: {color})"
            yield f"#block(width: 100%, stroke: 1.2pt + {color}, radius: 3pt, inset: 7pt, below: .8em)[{look}\n{inside}]"
        elif group.kind == "steps":
            yield f"#steps({', '.join(f'[{self.step(one)}]' for one in group.blocks)})"
        elif group.kind == "pair":
            cells = ", ".join("[" + "\n".join(self.blocks((one,))) + "]" for one in group.blocks)
            yield f"#block(above: 1.3em, grid(columns: (1fr,) * {len(group.blocks)}, gutter: 14pt, {cells}))"
        elif group.kind != "legend":
            yield inside

    def step(self, block: Block) -> str:
        """Return a step of the way with each of its pieces on a line of its own."""
        if isinstance(block, Item):
            return "".join(f"#par[{self.piece(one)}]" for one in pieces(block.text) if one.text)
        return "\n".join(self.blocks((block,)))

    def item(self, item: Item) -> Iterator[str]:
        sign = "" if item.sign is None else f"{self.piece(Span(item.word, 'sign', item.sign))} "
        if item.text:
            yield f"#par[{sign}{self.words(item.text)}]"
        for label, texts in item.rows:
            for place, text in enumerate(texts):
                told: Words = (label, *pieces(text)) if label and not place else text
                yield f"#par[#soft[{self.words(told)}]]"

    def table(self, table: Table) -> Iterator[str]:
        widths = table.widths or (1,) * len(table.heads)
        yield f"#block(breakable: {'true' if len(table.rows) > _TOGETHER else 'false'})[#table("
        yield f"columns: ({', '.join(f'{width}fr' for width in widths)},),"
        yield f"table.header({', '.join(f'soft[{self.text(head)}]' for head in table.heads)}),"
        for row in table.rows:
            cells = []
            for cell in row.cells:
                lines = "".join(f"#par[{self.words(line)}]" for line in lines_of(cell))
                cells.append(f"[{lines}]")
            yield f"{', '.join(cells)},"
        yield ")]"
        if self.report.audit:
            yield from self.blocks([row.more for row in table.rows if row.more is not None])

    def words(self, words: Words) -> str:
        """Return a sentence; its pieces stand apart by a blank."""
        return " ".join(self.piece(one) for one in pieces(words) if one.text or one.kind == "blank")

    def piece(self, one: Span) -> str:
        text = self.text(one.text)
        if one.kind == "sign":
            text = f"{self.text(GLYPHS[one.of])} {text}" if text else self.text(GLYPHS[one.of])
            return f"#text(fill: {_TONES[one.of]})[{text}]" if one.of in _TONES else text
        if one.kind == "blank":
            return f"#soft[{text}] #room"
        if one.kind == "strong":
            return f"#strong[{text}]"
        return f"#soft[{text}]" if one.kind in ("soft", "ref", "code") else text

    def text(self, text: str) -> str:
        return f"#{self.string(text)}" if text else ""

    def string(self, text: str) -> str:
        """Return a text as typst reads it, whatever it holds."""
        shown = "".join(self.shown(one) for one in cleaned(text))
        return '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def shown(self, character: str) -> str:
        if character in self.drawn or unicodedata.category(character) in ("Mn", "Cf", "Zs"):
            return character
        return f"<U+{ord(character):04X}>"
