"""Which cells of a workbook are crossed out: what stands there is still there, but nobody says it any more."""

from __future__ import annotations

import io
import zipfile

from .guard import walk, worksheets


def crossed_out(content: bytes) -> set[tuple[str, str]]:
    """Return the cells of an .xlsx file that was looked through in which all or some of a text is crossed out.

    Args:
        content: The file as `checked` packs it.

    Returns:
        The worksheet and the cell (`D7`) of each; none of an .ods file.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    styles = _styles(parts.get("xl/styles.xml", b""))
    texts = _texts(parts.get("xl/sharedStrings.xml", b""))
    if not styles and not texts:
        return set()
    return {(name, cell) for name, place in worksheets(parts).items() for cell in _cells(parts[place], styles, texts)}


def _cells(part: bytes, styles: set[str], texts: set[str]) -> set[str]:
    """Return the cells of a worksheet that have one of some styles, or one of some shared texts."""
    found: set[str] = set()
    cell, shares, value = "", False, ""

    def start(tag: str, of: dict[str, str]) -> None:
        nonlocal cell, shares, value
        value = ""
        if tag == "c":
            cell, shares = of.get("r", ""), of.get("t") == "s"
            if of.get("s") in styles:
                found.add(cell)

    def text(data: str) -> None:
        nonlocal value
        value += data

    def end(tag: str) -> None:
        if tag == "v" and shares and value in texts:
            found.add(cell)

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
