"""Which cells of a workbook are crossed out: what stands there is still there, but nobody says it any more.

In an .xlsx file that is the font of a cell or of a part of its text; in an .ods file a style of the cell, of its row or column
where it has none, or of a part of its text.
"""

from __future__ import annotations

from collections.abc import Mapping

from .parts import CELLS, OdsCells, bare, cell_at, walk, worksheets

CellAt = tuple[str, int, int]
"""A worksheet, a row and a column, counted from 0."""


def crossed_out(parts: Mapping[str, bytes]) -> set[CellAt]:
    """Return the cells of a workbook, of which these are the parts, in which all or some of a text is crossed out."""
    if "xl/workbook.xml" not in parts:
        return _of_ods(parts)
    styles = _styles(parts.get("xl/styles.xml", b""))
    texts = _texts(parts.get("xl/sharedStrings.xml", b""))
    return {
        (name, *cell_at(cell))
        for name, place in worksheets(parts).items()
        if styles or texts or b"strike" in parts[place]
        for cell in _cells(parts[place], styles, texts)
    }


def _cells(part: bytes, styles: set[str], texts: set[str]) -> set[str]:
    """Return the cells of a worksheet that have one of some styles, one of some shared texts, or a text of their own crossed out."""
    found: set[str] = set()
    cell, shares, value = "", False, ""

    def start(tag: str, of: dict[str, str]) -> None:
        nonlocal cell, shares, value
        value = ""
        if tag == "c":
            cell, shares = of.get("r", ""), of.get("t") == "s"
            if of.get("s") in styles:
                found.add(cell)
        elif tag == "strike" and cell and _is_on(of):
            found.add(cell)

    def text(data: str) -> None:
        nonlocal value
        value += data

    def end(tag: str) -> None:
        nonlocal cell
        if tag == "v" and shares and value in texts:
            found.add(cell)
        elif tag == "c":
            cell = ""

    walk(part, start, text, end)
    return found


def _styles(part: bytes) -> set[str]:
    """Return the numbers of the styles of cells whose font is crossed out."""
    if b"strike" not in part:
        return set()
    inside, fonts, styles = "", [], []

    def start(tag: str, of: dict[str, str]) -> None:
        nonlocal inside
        if tag in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            inside = tag
        elif tag == "font" and inside == "fonts":
            fonts.append(False)
        elif tag == "strike" and inside == "fonts":
            fonts[-1] = _is_on(of)
        elif tag == "xf" and inside == "cellXfs":
            styles.append(int(of.get("fontId", "0")))

    walk(part, start)
    return {str(number) for number, font in enumerate(styles) if font < len(fonts) and fonts[font]}


def _texts(part: bytes) -> set[str]:
    """Return the numbers of the shared texts of which a part is crossed out."""
    if b"strike" not in part:
        return set()
    found, number = set(), -1

    def start(tag: str, of: dict[str, str]) -> None:
        nonlocal number
        if tag == "si":
            number += 1
        elif tag == "strike" and _is_on(of):
            found.add(str(number))

    walk(part, start)
    return found


def _is_on(of: dict[str, str]) -> bool:
    return of.get("val", "1") not in ("0", "false")


def _of_ods(parts: Mapping[str, bytes]) -> set[CellAt]:
    """Return the cells of an .ods file that are crossed out."""
    styles = [parts[one] for one in ("styles.xml", "content.xml") if b"line-through" in parts.get(one, b"")]
    if not styles:
        return set()
    cells = _OdsCrossed(_ods_styles([parts[one] for one in ("styles.xml", "content.xml") if one in parts]))
    walk(parts["content.xml"], cells.start, None, cells.end)
    return cells.found


def _ods_styles(parts: list[bytes]) -> set[tuple[str, str]]:
    """Return the styles, by family and name, that cross out; a style says so itself or is like another one."""
    says: dict[tuple[str, str], bool] = {}
    like: dict[tuple[str, str], tuple[str, str]] = {}
    style = "", ""

    def start(tag: str, of: dict[str, str]) -> None:
        nonlocal style
        told = {bare(key): value for key, value in of.items()}
        if tag == "style":
            family = told.get("family", "")
            style = family, told.get("name", "")
            like[style] = family, told.get("parent-style-name", "")
        elif tag == "text-properties":
            lines = [told[one] for one in ("text-line-through-style", "text-line-through-type") if one in told]
            if lines:
                says[style] = "none" not in lines

    for part in parts:
        walk(part, start)
    found = set()
    for one in like:
        way = [one]
        while way[-1] not in says and like.get(way[-1], one) not in way:
            way.append(like[way[-1]])
        if says.get(way[-1]):
            found.add(one)
    return found


class _OdsCrossed(OdsCells):
    """Collects the cells of an .ods file that are crossed out."""

    def __init__(self, styles: set[tuple[str, str]]) -> None:
        super().__init__()
        self.found: set[CellAt] = set()
        self._styles = styles
        self._columns: list[tuple[int, str]] = []
        self._of_row = ""
        self._is_filled = False

    def opened(self, tag: str, told: dict[str, str]) -> None:
        """See the styles of columns, rows, cells and parts of texts."""
        style, default = told.get("style-name", ""), told.get("default-cell-style-name", "")
        if tag == "table":
            self._columns = []
        elif tag == "table-column":
            before = self._columns[-1][0] if self._columns else 0
            self._columns.append((before + int(told.get("number-columns-repeated", 1)), default))
        elif tag == "table-row":
            self._of_row = default
        elif tag in CELLS:
            self._is_filled = "value-type" in told
            of_column = next((name for end, name in self._columns if self.column < end), "")
            self._mark("table-cell", style or self._of_row or of_column)
        elif tag in ("span", "p"):
            self._mark("text" if tag == "span" else "paragraph", style)

    def closed(self, tag: str) -> None:
        """Leave a cell."""
        self._is_filled = self._is_filled and tag not in CELLS

    def _mark(self, family: str, style: str) -> None:
        if self._is_filled and (family, style) in self._styles:
            rows, columns = range(self.row, self.row + self.rows), range(self.column, self.column + self.times)
            self.found |= {(self.table, row, column) for row in rows for column in columns}
