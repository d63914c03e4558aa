"""Templates compiled ahead of time, because a cold start would spend half of its time on compiling them.

Building the package and setting up a checkout call `precompile`. What was compiled is used only while the templates and
Jinja are still those that it was compiled from; otherwise they are compiled anew in memory, so that nothing can be stale.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import BaseLoader

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
COMPILED = TEMPLATES / "compiled"
"""Made by `precompile`; not part of the source."""

_KEY = "key"
_HTML = ("memo.html.j2", "_finding.html.j2", "_pictures.html.j2", "_audit.html.j2", "style.css")
_MARKDOWN = ("memo.md.j2",)


def loader(folder: Path = COMPILED) -> BaseLoader:
    """Return what finds templates: those compiled ahead of time, or the sources where there are none that fit."""
    from jinja2 import ChoiceLoader, FileSystemLoader, ModuleLoader

    sources = FileSystemLoader(TEMPLATES)
    try:
        fits = (folder / _KEY).read_text(encoding="utf-8") == _key()
    except OSError:
        fits = False
    return ChoiceLoader([ModuleLoader(folder), sources]) if fits else sources


def precompile(folder: Path = COMPILED) -> None:
    """Compile the templates of the memo into a folder, which is made anew."""
    from jinja2 import FileSystemLoader

    from .markup import html_environment, markdown_environment

    shutil.rmtree(folder, ignore_errors=True)
    for environment, names in ((html_environment(), _HTML), (markdown_environment(), _MARKDOWN)):
        sources = environment.overlay(loader=FileSystemLoader(TEMPLATES))
        sources.compile_templates(folder, zip=None, ignore_errors=False, filter_func=names.__contains__)
    (folder / _KEY).write_text(_key(), encoding="utf-8")


def _key() -> str:
    """Return what compiled templates depend on: their sources and the version of Jinja."""
    from jinja2 import __version__

    digest = hashlib.sha256(__version__.encode())
    for name in (*_HTML, *_MARKDOWN):
        digest.update(f"\0{name}\0".encode() + (TEMPLATES / name).read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    precompile()
