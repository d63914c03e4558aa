"""HTML and Markdown: templates and how they are filled in, and what is done to a text that stands in them as it is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
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
    from markupsafe import Markup

    def clean_value(value: Any) -> Any:
        return cleaned(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    return _environment("html", finalize=clean_value)


@cache
def markdown_environment() -> Environment:
    """Return where the Markdown template is found and how it is filled in: every value escaped, none may be missing."""
    from markupsafe import Markup

    def escape_value(value: Any) -> Any:
        return Markup(escape(cleaned(value))) if isinstance(value, str) and not isinstance(value, Markup) else value  # noqa: S704

    def code(value: str) -> Markup:
        return Markup(code_span(cleaned(value)).replace("|", "\\|"))  # noqa: S704

    found = _environment("markdown", finalize=escape_value)
    found.filters["code"] = code
    return found


def _environment(name: str, **options: Any) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from .bytecode import TemplateBytecode

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=TemplateBytecode(TEMPLATES, name),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **options,
    )


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
