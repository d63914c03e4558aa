"""The memo as one HTML page that needs nothing else: no script, no network, no font of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from ...engine.assess.model import Assessment
from ...engine.knowledge.model import KnowledgeBase
from ..texts.common import say
from ..writers.precompiled import loader
from .view import memo_view

if TYPE_CHECKING:
    from jinja2 import Environment

    from ...engine.whatif.outlook import Outlook
    from ..views.difference import Told

MARKER = "<!-- written by advise -->"
"""Stands in the first line of every memo; a file without it is somebody else's and is not overwritten."""


def render_html(
    assessment: Assessment,
    kb: KnowledgeBase,
    language: str,
    outlook: Outlook | None = None,
    since: Told | None = None,
    assumed: Sequence[str] = (),
) -> str:
    """Return the memo as an HTML page; the same page for the same input, byte for byte.

    Args:
        assessment: What one run returned.
        kb: The knowledge base of that run.
        language: `en` or `ja`.
        outlook: What answers would change, and the least that leads to a better verdict; left out without it.
        since: What is different from an earlier assessment.
        assumed: What `--set` assumes, as it was written.

    Raises:
        ValueError: The language is not one of the product's.
    """
    view = memo_view(assessment, kb, language, outlook, since, assumed)
    return environment().get_template("memo.html.j2").render(**view, marker=MARKER, say=speaker(language))


def speaker(language: str) -> Callable[..., str]:
    """Return `say` in one language, as templates call it."""

    def speak(key: str, **values: object) -> str:
        return say(key, language, **values)

    return speak


@cache
def environment() -> Environment:
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
