"""Draws the first page of a memo as the pictures that the documentation shows: `make docs`.

The pictures are only drawn where the extra `pdf` is installed, and anew only when they are asked for: fonts and with them bytes
differ from computer to computer.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typst

import advise
from advise.engine.project.project import read_project
from advise.engine.whatif.outlook import outlook
from advise.reports.memo.memo import memo
from advise.reports.words.names import Reading
from advise.reports.writers.pdf import source_of

ROOT = Path(__file__).resolve().parents[1]
PICTURES = {
    "docs/memo.png": ("examples/harvest.json", "en"),
    "docs/ja/memo.png": ("docs/ja/出荷予測.json", "ja"),
}
"""The pictures, each with the project and the language."""

TODAY, RESOLUTION, HEIGHT = "2026-11-22", 84, 165
"""The day of the review, pixels an inch, and millimetres of the sheet that are shown."""


def draw(project: str, language: str) -> bytes:
    """Return the first page of a project's memo as a PNG."""
    kb = advise.load_rules()
    assessment = advise.assess(str(ROOT / project), kb, today=TODAY)
    report = memo(Reading(assessment, kb, language, outlook(assessment, read_project(str(ROOT / project), kb), kb)))
    source = (
        source_of(report)
        .replace('paper: "a4"', f"width: 210mm, height: {HEIGHT}mm")
        .replace('numbering: "1 / 1"', "numbering: none")
    )
    pages: Any = typst.compile(source.encode("utf-8"), format="png", ppi=RESOLUTION)
    first: bytes = pages[0] if isinstance(pages, list) else pages
    return first


if __name__ == "__main__":
    for name, (project, language) in PICTURES.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(draw(project, language))
        sys.stdout.write(f"{name} {path.stat().st_size // 1000} kB\n")
