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

# Not relative: test runners import this file by itself when the checkout's name is not a Python name.
from advise._version import __version__

if TYPE_CHECKING:
    from datetime import date

    from .engine.assess.model import Assessment
    from .engine.compiled import CompiledKnowledgeBase, Disagreement
    from .engine.problems.problem import ProblemsError

__all__ = ["Disagreement", "ProblemsError", "__version__", "assess", "load_rules"]


def __getattr__(name: str) -> Any:
    """Import what `assess` and `load_rules` raise when it is first asked for; a start stays light."""
    if name == "ProblemsError":
        from .engine.problems.problem import ProblemsError

        return ProblemsError
    if name == "Disagreement":
        from .engine.compiled import Disagreement

        return Disagreement
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load_rules(
    path: str | os.PathLike[str] | None = None,
    *,
    profile: str | os.PathLike[str] | None = None,
    use_cache: bool = True,
) -> CompiledKnowledgeBase:
    """Load a knowledge base; what is compiled from it stays with it, so that many projects are reviewed fast.

    Args:
        path: The folder with the rules; None for those that come with the product.
        profile: A file that overrides parameters, each with a reason.
        use_cache: Whether rules that were read and checked before may be taken from the cache.

    Raises:
        advise.ProblemsError: The rules or the profile are not valid.
    """
    from .engine.compiled import compiled
    from .engine.knowledge import load_knowledge_base

    kb = load_knowledge_base(path, use_cache=use_cache)
    if profile is None:
        return compiled(kb)
    from .engine.knowledge.profile import load_profile

    return compiled(load_knowledge_base(path, overrides=load_profile(profile, kb), use_cache=use_cache))


def assess(
    project: str | os.PathLike[str] | bytes | Mapping[str, Any],
    kb: CompiledKnowledgeBase,
    *,
    today: str | date | None = None,
    interpreter: Literal["both", "rete", "evaluate"] = "both",
) -> Assessment:
    """Review one project; unknown facts are simply absent from it.

    Args:
        project: A path, `-` for standard input, the bytes of a document, or the project as a dict.
        kb: The knowledge base.
        today: The date of the review; the calendar's when left out.
        interpreter: `both` runs both interpreters and compares what they conclude; where durable-rules is not installed,
            and for a project with very many elements that could belong together, the reference interpreter runs alone,
            and the assessment says so.

    Raises:
        advise.ProblemsError: The project cannot be read or is not valid.
        advise.Disagreement: The interpreters conclude differently, which is a bug of this product.
        ValueError: `today` is no date.
    """
    from .engine.assess import assess as run

    return run(project, kb, today=today, interpreter=interpreter)
