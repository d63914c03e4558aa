"""How something is displayed: what fits on a line, the signs that stand beside words, and the colours that double them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

GLYPHS: Mapping[str, str] = {
    "blocker": "■", "major": "▲", "minor": "◆", "info": "※", "met": "●", "unknown": "？", "none": "－", "centre": "★",
    "point": "※", "least": "→",
}  # fmt: skip
"""Signs that stand beside a word, never alone; all are in CP932 and in every Japanese font."""

_COLORS = {"blocker": "31", "major": "33", "minor": "36", "unknown": "35", "met": "32", "bold": "1"}
_PLAIN = "\x1b[0m"
COLORS = (_PLAIN, *(f"\x1b[{number}m" for number in _COLORS.values()))
"""What colours the signs, and what ends that."""


class Display(Struct, frozen=True):
    """How something is to be shown.

    Attributes:
        columns: What fits on a line.
        color: Whether to colour the signs.
        ascii: Whether to write `[MAJOR]` and the like in place of the signs.
        full: Whether to show everything.
        quiet: Whether to show the verdict and the counts only.
        hints: Whether to name the options and commands that show more.
    """

    columns: int = 92
    color: bool = False
    ascii: bool = False
    full: bool = False
    quiet: bool = False
    hints: bool = True

    def sign(self, name: str) -> str:
        """Return the sign of a severity or another name, without its colour."""
        if not self.ascii:
            return GLYPHS[name]
        return "-" if name == "point" else f"[{name.upper()}]"

    def paint(self, name: str, text: str) -> str:
        """Return a text in the colour of a severity or another name."""
        color = _COLORS.get(name)
        return f"\x1b[{color}m{text}{_PLAIN}" if self.color and color else text
