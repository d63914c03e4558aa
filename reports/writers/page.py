"""Blocks as an HTML page that needs nothing else (no script, no network, no font of its own), and as Markdown.

Both are Jinja templates that know every block and no report. Every text is cleaned and escaped where it is filled in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from .blocks import Block, Group, Heading, Item, Paragraph, Report, lines_of, pieces, plain
from .display import GLYPHS
from .file import PAGE_MARKER
from .markup import html_environment, markdown_environment

if TYPE_CHECKING:
    from jinja2 import Environment


class Run(Struct, frozen=True):
    """A block, or items that follow each other and make one list."""

    block: Block | None = None
    items: tuple[Item, ...] = ()


def as_html(report: Report) -> str:
    """Return a report as an HTML page; the same page for the same report, byte for byte."""
    body = [one for one in report.blocks if not _is_foot(one)]
    foot = [block for one in report.blocks if isinstance(one, Group) and _is_foot(one) for block in one.blocks]
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


def _is_foot(block: Block) -> bool:
    return isinstance(block, Group) and block.kind == "foot"


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

    from .markup import cleaned

    shown = escape(cleaned(text))
    if any(unicodedata.bidirectional(one) in ("R", "AL") for one in text):
        return Markup("<bdi>{}</bdi>").format(shown)
    return shown
