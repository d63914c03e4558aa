"""The memo as an HTML page that needs nothing else (no script, no network, no font of its own), and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from ...engine.assess.model import Assessment
from ...engine.knowledge.model import KnowledgeBase
from ..texts.common import say
from ..writers.file import PAGE_MARKER
from ..writers.markup import html_environment, markdown_environment
from .view import memo_view

if TYPE_CHECKING:
    from jinja2 import Environment

    from ...engine.compare.difference import Difference
    from ...engine.whatif.outlook import Outlook


def render_html(
    assessment: Assessment,
    kb: KnowledgeBase,
    language: str,
    outlook: Outlook | None = None,
    since: Difference | None = None,
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
    return _filled(html_environment(), "memo.html.j2", view)


def render_markdown(
    assessment: Assessment,
    kb: KnowledgeBase,
    language: str,
    outlook: Outlook | None = None,
    since: Difference | None = None,
    assumed: Sequence[str] = (),
) -> str:
    """Return the memo as Markdown (CommonMark with tables); the same text for the same input.

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
    return _filled(markdown_environment(), "memo.md.j2", view)


def _filled(environment: Environment, name: str, view: dict[str, Any]) -> str:
    speak = partial(say, language=view["language"])
    return environment.get_template(name).render(**view, marker=PAGE_MARKER, say=speak)
