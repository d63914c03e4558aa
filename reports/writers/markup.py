"""Blocks as an HTML page that needs nothing else (no script, no network, no font of its own), and as Markdown.

Both are Jinja templates that know every block and no report. Every text is cleaned and escaped where it is filled in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from .blocks import Block, Group, Heading, Item, Paragraph, Report, lines_of, pieces, plain
from .display import GLYPHS
from .file import PAGE_MARKER

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


class Run(Struct, frozen=True):
    """A block, or items that follow each other and make one list."""

    block: Block | None = None
    items: tuple[Item, ...] = ()


def as_html(report: Report) -> str:
    """Return a report as an HTML page; the same page for the same report, byte for byte."""
    body, foot = body_and_foot(report)
    template = taught("html").get_template("page.html.j2")
    return template.render(report=report, body=body, foot=foot, marker=PAGE_MARKER)


def as_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown (CommonMark with tables), whatever their texts hold."""
    text = taught("markdown").get_template("page.md.j2").render(body=tuple(blocks))
    return f"{PAGE_MARKER}\n\n" + re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def whole(report: Report) -> tuple[Block, ...]:
    """Return the blocks of a report with its title before them, for writers that have no other place for it."""
    about = (report.kind, *report.about)
    return (Heading(report.title, 1), Paragraph(" / ".join(about), soft=True), *report.blocks)


def body_and_foot(report: Report) -> tuple[list[Block], list[Block]]:
    """Return the blocks of a report without those at its foot, and these."""
    body: list[Block] = []
    foot: list[Block] = []
    for one in report.blocks:
        if isinstance(one, Group) and one.kind == "foot":
            foot += one.blocks
        else:
            body.append(one)
    return body, foot


def taught(form: str) -> Environment:
    """Return the templates' environment with what they ask of blocks."""
    environment = html_environment() if form == "html" else markdown_environment()
    environment.filters.update(
        glyph=GLYPHS.__getitem__, isolated=isolated, kind=kind, lines_of=lines_of, pieces=pieces, runs=runs, words=plain
    )
    return environment


def kind(block: Block) -> str:
    """Return what a template calls a block."""
    return type(block).__name__


def runs(blocks: Sequence[Block]) -> Iterator[Run]:
    """Yield blocks, those items together that make one list."""
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, Item):
            items.append(block)
            continue
        if items:
            yield Run(items=tuple(items))
            items = []
        yield Run(block=block)
    if items:
        yield Run(items=tuple(items))


def isolated(text: str) -> Any:
    """Return a text that keeps to itself: one that is written from the right must not reorder what stands around it."""
    from markupsafe import Markup, escape

    shown = escape(cleaned(text))
    if any(unicodedata.bidirectional(one) in ("R", "AL") for one in text):
        return Markup("<bdi>{}</bdi>").format(shown)
    return shown
