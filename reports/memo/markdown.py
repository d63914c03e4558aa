"""The memo as Markdown, for mail, wikis and reviews of changes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from ...engine.assess.model import Assessment
from ...engine.knowledge.model import KnowledgeBase
from ..writers.precompiled import loader
from .view import memo_view
from .write import MARKER, speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from ...engine.whatif.outlook import Outlook
    from ..views.difference import Told

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&!])")
_START = re.compile(r"^([-+=]|\d+(?=[.)]))")
_TICKS = re.compile("`+")
_LINES = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")


def render_markdown(
    assessment: Assessment,
    kb: KnowledgeBase,
    language: str,
    outlook: Outlook | None = None,
    since: Told | None = None,
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
    return environment().get_template("memo.md.j2").render(**view, marker=MARKER, say=speaker(language))


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


@cache
def environment() -> Environment:
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
