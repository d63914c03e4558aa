"""Why a sheet was not taken in, for people."""

from __future__ import annotations

from collections.abc import Sequence

from ...engine.problems.problem import SHOWN, Problem, render
from ..texts import say


def told(problems: Sequence[Problem], language: str, encoding: str) -> str:
    """Return the first problems, each with its cure, how many there are, and that nothing was written.

    Args:
        problems: What is wrong.
        language: `en` or `ja`.
        encoding: Of the stream it goes to.
    """
    shown = [render(problem, language, encoding) for problem in problems[:SHOWN]]
    part = say("problems.shown", language, n=SHOWN) if len(problems) > SHOWN else ""
    return "\n\n".join([*shown, say("problems", language, n=len(problems), shown=part)])
