"""HTML and Markdown: templates and how they are filled in, and what is done to a text that stands in them as it is.

A cold start would spend half of its time on compiling templates, so building the package and setting up a checkout call
`precompile`. What was compiled is used only while the templates and Jinja are still those that it was compiled from;
otherwise they are compiled anew in memory, so that nothing can be stale.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
COMPILED = TEMPLATES / "compiled"
"""Made by `precompile`; not part of the source."""

_KEY = "key"
_HTML = ("memo.html.j2", "_finding.html.j2", "_pictures.html.j2", "_audit.html.j2", "style.css")
_MARKDOWN = ("memo.md.j2",)
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&!])")
_START = re.compile(r"^([-+=]|\d+(?=[.)]))")
_TICKS = re.compile("`+")
_LINES = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")

# Compiled when first used: most texts are printable as they are.
_UNWRITABLE = "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_TURNING = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"


@cache
def html_environment() -> Environment:
    """Return where the HTML templates are found and how they are filled in: escaped, and nothing may be missing."""
    from jinja2 import Environment, StrictUndefined

    return Environment(
        loader=loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def markdown_environment() -> Environment:
    """Return where the Markdown template is found and how it is filled in: every value escaped, none may be missing."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    def escape_value(value: Any) -> Any:
        return Markup(escape(value)) if isinstance(value, str) and not isinstance(value, Markup) else value  # noqa: S704

    def code(value: str) -> Markup:
        return Markup(code_span(value).replace("|", "\\|"))  # noqa: S704

    found = Environment(
        loader=loader(),
        autoescape=True,
        finalize=escape_value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["code"] = code
    return found


def cleaned(data: Any) -> Any:
    r"""Return plain data whose texts can be written and shown: no control characters, no lone surrogates, one line each.

    Marks that turn the writing direction are taken out as well: a name must not reorder what stands around it.

    >>> cleaned({"name": "two\nlines\u202e"})
    {'name': 'two lines'}
    """
    if isinstance(data, str):
        line = " ".join(data.split())
        return line if line.isprintable() else re.sub(_UNWRITABLE, "\ufffd", re.sub(_TURNING, "", line))
    if isinstance(data, dict):
        return {key: cleaned(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [cleaned(item) for item in data]
    return data


def escape(text: str) -> str:
    r"""Return a text that Markdown shows as it is: no mark-up, no HTML, on one line.

    >>> escape("1. <b>*bold*</b>")
    '1\\. \\<b\\>\\*bold\\*\\</b\\>'
    """
    escaped = _SPECIAL.sub(r"\\\1", _LINES.sub(" ", text))
    return _START.sub(lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], escaped)


def code_span(text: str) -> str:
    """Return a text as a code span, whatever backticks it holds.

    >>> code_span("a`b")
    '``a`b``'
    """
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(text)), default=0))
    room = " " if text.startswith("`") or text.endswith("`") or not text.strip() else ""
    return f"{fence}{room}{text}{room}{fence}"


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
