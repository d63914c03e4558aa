"""Blocks as a Word document that an office can restyle: every look is a style with a name, tables have heads and alt texts.

With a template its styles, margins, headers and footers are used, and only styles that it lacks are added. What is folded
on a page stands here only where everything is wanted, as on paper. Needs python-docx.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...engine.problems.problem import ProblemsError
from ...engine.reading.encoding import opened
from .blocks import Block, Fold, Group, Heading, Item, Paragraph, Picture, Report, Row, Table, Words, lines_of, pieces
from .display import GLYPHS
from .file import PAGE_MARKER, output_problem
from .markup import cleaned

_LATIN, _JAPANESE = "Arial", "Yu Gothic"
_SIZE, _SMALL = 9.5, 8.5
_SIZES = {"Normal": _SIZE, "Heading 1": 15, "Heading 2": 11.5, "Heading 3": 10, "List Bullet": _SIZE}
_SIGNS = {"blocker": "A4161F", "major": "A4161F", "minor": "7F4C00", "met": "1B6B34", "unknown": "4B49B6"}
_SOFT, _STRONG, _SIGN = "Memo Soft", "Memo Strong", "Memo {}"
_TABLE, _VERDICT, _BLANK = "Memo Table", "Memo Verdict", "Memo Blank"
_INK, _SOFT_INK, _LINE = "1B1D21", "565B66", "C6C9D0"
_WIDTH, _HEIGHT, _SIDE, _TOP = 210, 297, 15, 14
"""Millimetres of A4 and its margins."""
_TITLE = 255
"""Characters that the properties of a document take of its title; on the page it stands in full."""


def as_word(report: Report, template: Path | None = None) -> bytes:
    """Return a report as a Word document; the same bytes for the same report are not promised.

    Args:
        report: What it says.
        template: A document of the office (.docx) whose styles, margins, headers and footers are used; its text is not.

    Raises:
        ProblemsError: The template cannot be read, or is no such document.
    """
    return _Writer(report, template).bytes()


def _opened(template: Path | None) -> Any:
    """Return an empty document, or that of an office without its text."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    if template is None:
        return Document()
    try:
        with opened(template) as file:
            document = Document(file)
    except (PackageNotFoundError, OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ProblemsError([output_problem("O111", template, "")]) from error
    body = document.element.body
    for element in [one for one in body if not one.tag.endswith("}sectPr")]:
        body.remove(element)
    return document


class _Styles:
    """The styles that a report is written with; those that a document has already stay as they are."""

    def __init__(self, document: Any, *, own: bool) -> None:
        """Add what is missing.

        Args:
            document: The document.
            own: Whether the document is an office's, whose looks are kept.
        """
        from docx.enum.style import WD_STYLE_TYPE

        self.styles = document.styles
        self.there = {style.name for style in self.styles}
        if not own:
            self._base()
        for name in (one for one in _SIZES if one not in self.there):
            added = self.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            added.base_style = self.styles["Normal"] if name != "Normal" else None
            self._look(added, _SIZES[name], bold=name.startswith("Heading"))
        self._character(_SOFT, _SOFT_INK, size=_SMALL)
        self._character(_STRONG, None, bold=True)
        for sign, color in _SIGNS.items():
            self._character(_SIGN.format(sign.capitalize()), color)
        for name, sides, width in (
            (_VERDICT, ("top", "left", "bottom", "right"), 10),
            (_BLANK, ("bottom",), 4),
        ):
            if name not in self.there:
                ruled = self.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
                ruled.base_style = self.styles["Normal"]
                ruled.element.get_or_add_pPr().append(_borders("w:pBdr", sides, _INK, width, 4))
        if _TABLE not in self.there:
            self._table(self.styles.add_style(_TABLE, WD_STYLE_TYPE.TABLE))

    def _base(self) -> None:
        """Set sizes, fonts and languages of the styles that every document has."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        for name, size in _SIZES.items():
            style = self.styles[name]
            self._look(style, size)
            if name.startswith("Heading"):
                style.font.color.rgb = RGBColor.from_string(_INK)
            style.paragraph_format.space_before = Pt(8 if name == "Heading 2" else 0)
            style.paragraph_format.space_after = Pt(2)
            style.paragraph_format.line_spacing = 1.0
        spoken = OxmlElement("w:lang")
        # That of Latin letters in a Japanese memo, too: were they said to be Japanese, LibreOffice would break a code anywhere.
        spoken.set(qn("w:val"), "en-GB")
        spoken.set(qn("w:eastAsia"), "ja-JP")
        properties = self.styles["Normal"].element.get_or_add_rPr()
        for one in properties.findall(qn("w:lang")):
            properties.remove(one)
        properties.append(spoken)

    def _look(self, style: Any, size: float, *, bold: bool | None = None) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt

        style.font.name, style.font.size = _LATIN, Pt(size)
        if bold is not None:
            style.font.bold = bold
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), _JAPANESE)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)

    def _character(self, name: str, color: str | None, *, size: float | None = None, bold: bool = False) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt, RGBColor

        if name in self.there:
            return
        font = self.styles.add_style(name, WD_STYLE_TYPE.CHARACTER).font
        font.bold = bold or None
        if size is not None:
            font.size = Pt(size)
        if color is not None:
            font.color.rgb = RGBColor.from_string(color)

    def _table(self, style: Any) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        properties = OxmlElement("w:tblPr")
        properties.append(_borders("w:tblBorders", ("top", "bottom", "insideH"), _LINE, 4, 0))
        margins = OxmlElement("w:tblCellMar")
        for side, width in (("top", 40), ("left", 60), ("bottom", 40), ("right", 60)):
            margin = OxmlElement(f"w:{side}")
            margin.set(qn("w:w"), str(width))
            margin.set(qn("w:type"), "dxa")
            margins.append(margin)
        properties.append(margins)
        style.element.append(properties)


def _borders(tag: str, sides: Sequence[str], color: str, eighths: int, space: int) -> Any:
    """Return lines along some sides: so many eighths of a point wide, so many points away."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement(tag)
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", eighths), ("space", space), ("color", color)):
            line.set(qn(f"w:{key}"), str(value))
        borders.append(line)
    return borders


class _Writer:
    """One document in the making."""

    def __init__(self, report: Report, template: Path | None) -> None:
        self.report = report
        self.document: Any = _opened(template)
        _Styles(self.document, own=template is not None)
        section = self.document.sections[0]
        if template is None:
            self._page(section)
        sides = section.page_width - section.left_margin - section.right_margin
        self.width = sides if sides > 0 else section.page_width
        self.framed = False
        self._ids: dict[str, str | None] = {}

    def bytes(self) -> bytes:
        report, properties = self.report, self.document.core_properties
        properties.title, properties.author, properties.language = (
            cleaned(report.title)[:_TITLE],
            "advise",
            report.language,
        )
        self._words(self._paragraph(), (report.kind, *report.about), soft=True)
        self.document.add_heading(cleaned(report.title), 1)
        self._blocks(report.blocks)
        stream = io.BytesIO()
        self.document.save(stream)
        with zipfile.ZipFile(stream, "a") as whole:
            whole.comment = PAGE_MARKER.encode()
        return stream.getvalue()

    def _page(self, section: Any) -> None:
        """Set paper and margins, and number the pages."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm

        section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
        section.left_margin = section.right_margin = Mm(_SIDE)
        section.top_margin = section.bottom_margin = Mm(_TOP)
        section.header_distance = section.footer_distance = Mm(_TOP / 2)
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for field in ("PAGE", "NUMPAGES"):
            run = foot.add_run(" / " if field == "NUMPAGES" else "", _SOFT)
            run._r.addnext(_field(field))

    def _blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                self._heading(block)
            elif isinstance(block, Paragraph):
                self._words(self._paragraph(), block.text, soft=block.soft, strong=block.strong)
            elif isinstance(block, Item):
                self._item(block)
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Picture):
                self._blocks(block.instead)
            elif isinstance(block, Group) and block.kind != "legend":
                self.framed = block.kind.startswith("verdict")
                self._blocks(block.blocks)
                self.framed = False
            elif self.report.audit and isinstance(block, Fold):
                self.document.add_heading(cleaned(block.title), 3)
                self._blocks(block.blocks)

    def _heading(self, heading: Heading) -> None:
        made = self.document.add_heading(cleaned(heading.text), heading.level)
        if self.framed:  # the frame of the paragraphs below goes around their heading, too
            frame = self.document.styles[_VERDICT].element.pPr
            borders = None if frame is None else frame.find(_qn("w:pBdr"))
            if borders is not None:
                from copy import deepcopy

                made._p.get_or_add_pPr().append(deepcopy(borders))
        if heading.note:
            note = self._paragraph()
            note.paragraph_format.keep_with_next = True
            self._words(note, heading.note, soft=True)

    def _item(self, item: Item) -> None:
        if item.text:
            paragraph = self._styled("List Bullet")
            if item.sign is not None:
                self._sign(paragraph, item.sign, f"{item.word} ")
            self._words(paragraph, item.text)
        for label, texts in item.rows:
            for place, text in enumerate(texts):
                told: Words = (label, *pieces(text)) if place == 0 and label else text
                self._words(self._paragraph(), told, soft=True)

    def _table(self, table: Table) -> None:
        from docx.oxml import OxmlElement

        made = self.document.add_table(rows=1, cols=len(table.heads), style=_TABLE)
        properties = made._tbl.tblPr
        for name, text in (("w:tblCaption", table.title), ("w:tblDescription", table.title)):
            element = OxmlElement(name)
            element.set(_qn("w:val"), cleaned(text))
            properties.append(element)
        for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            self._words(cell.paragraphs[0], head, soft=True)
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in table.rows:
            self._row(made.add_row(), row)
        widths = table.widths or tuple(100 // len(table.heads) for _ in table.heads)
        made.autofit = False
        for place, width in enumerate(widths):
            wide = int(self.width * width / sum(widths))
            made.columns[place].width = wide
            for cell in made.columns[place].cells:
                cell.width = wide
        self._words(self._paragraph(), "", soft=True)
        if self.report.audit:
            self._blocks([row.more for row in table.rows if row.more is not None])

    def _row(self, made: Any, row: Row) -> None:
        from docx.oxml import OxmlElement

        made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, words in zip(made.cells, row.cells, strict=True):
            for place, line in enumerate(lines_of(words)):
                paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                if any(one.kind == "blank" for one in pieces(line)):  # room to write on
                    paragraph.style = self.document.styles[_BLANK]
                self._words(paragraph, line)

    def _paragraph(self) -> Any:
        return self._styled(_VERDICT) if self.framed else self.document.add_paragraph()

    def _styled(self, style: str) -> Any:
        from docx.enum.style import WD_STYLE_TYPE

        paragraph = self.document.add_paragraph()
        paragraph._p.style = self._id(style, WD_STYLE_TYPE.PARAGRAPH)
        return paragraph

    def _id(self, style: str, kind: Any) -> str | None:
        """Return the id of a style, None for the usual one; python-docx goes through all styles whenever it is asked for one."""
        if style not in self._ids:
            self._ids[style] = self.document.part.get_style_id(style, kind)
        return self._ids[style]

    def _words(self, paragraph: Any, words: Words, *, soft: bool = False, strong: bool = False) -> None:
        several = [one for one in pieces(words) if one.text]
        for place, one in enumerate(several):
            gap = "" if place == len(several) - 1 else " "
            if one.kind == "sign":
                self._sign(paragraph, one.of, one.text + gap)
            else:
                quiet = soft or one.kind in ("soft", "ref", "code", "blank")
                bold = strong or one.kind == "strong"
                self._run(paragraph, one.text + gap, _STRONG if bold else _SOFT if quiet else None)

    def _sign(self, paragraph: Any, sign: str, text: str) -> None:
        style = _SIGN.format(sign.capitalize()) if sign in _SIGNS else None
        self._run(paragraph, f"{GLYPHS[sign]} {text}", style)

    def _run(self, paragraph: Any, text: str, style: str | None) -> None:
        from docx.enum.style import WD_STYLE_TYPE

        run = paragraph.add_run(f"{cleaned(text)}{' ' if text.endswith(' ') else ''}")
        if style is not None:
            run._r.style = self._id(style, WD_STYLE_TYPE.CHARACTER)


def _field(name: str) -> Any:
    """Return a field that Word fills in, such as the number of the page."""
    from docx.oxml import OxmlElement

    field = OxmlElement("w:fldSimple")
    field.set(_qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    return field


def _qn(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))
