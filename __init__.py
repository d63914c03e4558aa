"""Advice on digital projects in regional cities: rules, the engine that evaluates them, and the memo.

>>> import advise
>>> kb = advise.load_rules()
>>> advise.assess({"commitment": {"declared": False}}, kb, interpreter="evaluate").verdict
'hold'
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from ._version import __version__

if TYPE_CHECKING:
    from datetime import date

    from .engine.assess.model import Assessment
    from .engine.knowledge.model import KnowledgeBase

__all__ = ["__version__", "assess", "load_rules"]


def load_rules(
    path: str | os.PathLike[str] | None = None, *, profile: str | os.PathLike[str] | None = None
) -> KnowledgeBase:
    """Load a knowledge base.

    Args:
        path: The folder with the rules; None for those that come with the product.
        profile: A file that overrides parameters, each with a reason.

    Raises:
        advise.engine.language.problem.ProblemsError: The rules or the profile are not valid.
    """
    from .engine.knowledge import load_knowledge_base

    kb = load_knowledge_base(path)
    if profile is None:
        return kb
    from .engine.knowledge.profile import load_profile

    return load_knowledge_base(path, overrides=load_profile(profile, kb))


def assess(
    project: str | os.PathLike[str] | bytes | Mapping[str, Any],
    kb: KnowledgeBase,
    *,
    today: str | date | None = None,
    interpreter: Literal["both", "rete", "evaluate"] = "both",
) -> Assessment:
    """Review one project; unknown facts are simply absent from it.

    Args:
        project: A path, `-` for standard input, the bytes of a document, or the project as a dict.
        kb: The knowledge base.
        today: The date of the review; the calendar's when left out.
        interpreter: `both` runs both interpreters and compares what they conclude.

    Raises:
        advise.engine.language.problem.ProblemsError: The project cannot be read or is not valid.
        advise.engine.assess.Disagreement: The interpreters conclude differently, which is a bug of this product.
    """
    from .engine.assess import assess as run

    return run(project, kb, today=today, interpreter=interpreter)
