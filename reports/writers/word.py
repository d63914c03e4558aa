"""Blocks as a Word document that an office can restyle: heading styles, table header rows, alt texts, Japanese fonts.

What is folded on a page stands here only where everything is wanted, as on paper. Needs python-docx.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from .blocks import Block, Fold, Group, Heading, Item, Paragraph, Picture, Report, Row, Table, Words, lines_of, pieces
from .file import PAGE_MARKER
from .markup import cleaned
from .screen import GLYPHS

_LATIN, _JAPANESE = "Arial", "Yu Gothic"
_SIZE, _SMALL = 9.5, 8.5
_TONES = {"blocker": "A4161F", "major": "A4161F", "minor": "7F4C00", "met": "1B6B34", "unknown": "4B49B6"}
_SOFT = "565B66"
_WIDTH = 180
"""Millimetres between the margins of A4."""


def as_word(report: Report) -> bytes:
    """Return a report as a Word document; the same bytes for the same report are not promised."""
    return _Writer(report).bytes()


class _Writer:
    """One document in the making."""

    def __init__(self, report: Report) -> None:
        from docx import Document

        self.report = report
        self.document: Any = Document()

    def bytes(self) -> bytes:
        report, properties = self.report, self.document.core_properties
        properties.title, properties.author, properties.language = cleaned(report.title), "advise", report.language
        self._page()
        self._words(self._paragraph(), (report.kind, *report.about), soft=True)
        self.document.add_heading(cleaned(report.title), 1)
        self._blocks(report.blocks)
        stream = io.BytesIO()
        self.document.save(stream)
        with zipfile.ZipFile(stream, "a") as whole:
            whole.comment = PAGE_MARKER.encode()
        return stream.getvalue()

    def _page(self) -> None:
        """Set paper, margins and the fonts of both scripts."""
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt, RGBColor

        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(15)
        section.top_margin = section.bottom_margin = Mm(14)
        sizes = {"Normal": _SIZE, "Heading 1": 15, "Heading 2": 11.5, "Heading 3": 10, "List Bullet": _SIZE}
        for name, size in sizes.items():
            style = self.document.styles[name]
            style.font.name, style.font.size = _LATIN, Pt(size)
            style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _JAPANESE)
            fonts = style.element.rPr.rFonts
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            if name.startswith("Heading"):
                style.font.color.rgb = RGBColor(0x1B, 0x1D, 0x21)
            style.paragraph_format.space_before = Pt(8 if name == "Heading 2" else 0)
            style.paragraph_format.space_after = Pt(2)

    def _blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                self.document.add_heading(cleaned(block.text), block.level)
                if block.note:
                    self._words(self._paragraph(), block.note, soft=True)
            elif isinstance(block, Paragraph):
                self._words(self._paragraph(), block.text, soft=block.soft, strong=block.strong)
            elif isinstance(block, Item):
                self._item(block)
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Picture):
                self._blocks(block.instead)
            elif isinstance(block, Group) and block.kind != "legend":
                self._blocks(block.blocks)
            elif self.report.audit and isinstance(block, Fold):
                self.document.add_heading(cleaned(block.title), 3)
                self._blocks(block.blocks)

    def _item(self, item: Item) -> None:
        if item.text:
            paragraph = self.document.add_paragraph(style="List Bullet")
            self._sign(paragraph, item.sign, item.word)
            self._words(paragraph, item.text)
        for label, texts in item.rows:
            for place, text in enumerate(texts):
                told: Words = (label, *pieces(text)) if place == 0 and label else text
                self._words(self._paragraph(), told, soft=True)

    def _table(self, table: Table) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Mm

        made = self.document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
        properties = made._tbl.tblPr
        for name, text in (("w:tblCaption", table.title), ("w:tblDescription", table.title)):
            element = OxmlElement(name)
            element.set(qn("w:val"), cleaned(text))
            properties.append(element)
        for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
            self._words(cell.paragraphs[0], head, soft=True)
        header = OxmlElement("w:tblHeader")
        made.rows[0]._tr.get_or_add_trPr().append(header)
        for row in table.rows:
            self._row(made.add_row(), row)
        widths = table.widths or tuple(100 // len(table.heads) for _ in table.heads)
        made.autofit = False
        for row in made.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(_WIDTH * width / sum(widths))
        self._paragraph()
        if self.report.audit:
            self._blocks([row.more for row in table.rows if row.more is not None])

    def _row(self, made: Any, row: Row) -> None:
        from docx.oxml import OxmlElement

        made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, words in zip(made.cells, row.cells, strict=True):
            for place, line in enumerate(lines_of(words)):
                paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                self._words(paragraph, line)

    def _paragraph(self) -> Any:
        return self.document.add_paragraph()

    def _sign(self, paragraph: Any, sign: str | None, word: str) -> None:
        if sign is not None:
            self._run(paragraph, f"{GLYPHS[sign]} {word}".strip() + " ", strong=True, tone=_TONES.get(sign))

    def _words(self, paragraph: Any, words: Words, *, soft: bool = False, strong: bool = False) -> None:
        several = [one for one in pieces(words) if one.text]
        for place, one in enumerate(several):
            gap = "" if place == len(several) - 1 else " "
            if one.kind == "sign":
                self._sign_run(paragraph, one.of, one.text + gap)
            else:
                quiet = soft or one.kind in ("soft", "ref", "code", "blank")
                self._run(paragraph, one.text + gap, strong=strong or one.kind == "strong", quiet=quiet)

    def _sign_run(self, paragraph: Any, sign: str, text: str) -> None:
        self._run(paragraph, f"{GLYPHS[sign]} {text}", strong=sign in ("blocker", "major"), tone=_TONES.get(sign))

    def _run(
        self, paragraph: Any, text: str, *, strong: bool = False, quiet: bool = False, tone: str | None = None
    ) -> None:
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(f"{cleaned(text)}{' ' if text.endswith(' ') else ''}")
        run.bold = strong
        if quiet:
            run.font.size = Pt(_SMALL)
        color = tone or (_SOFT if quiet else None)
        if color is not None:
            run.font.color.rgb = RGBColor.from_string(color)
