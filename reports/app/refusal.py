"""Why there is no result: the problems, as people read them and as programs do, and the exit code that they mean."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..writers.console import INPUT, RULES, encoding

if TYPE_CHECKING:
    from ...engine.problems.problem import Problem


_ENDED: dict[str, dict[str, str]] = {
    "one_of_several": {"en": "This project was not reviewed.", "ja": "この事業は判定していません。"},
    "rules": {
        "en": "The rules were checked; until this is put right, nothing is decided with them.",
        "ja": "規則を点検しました。直るまで、この規則では何も判定しません。",
    },
    "new_rule": {"en": "No rule was begun.", "ja": "規則のファイルは作っていません。"},
    "scenarios": {
        "en": "The scenarios were read; none of them was run.",
        "ja": "シナリオを読みました。まだどれも実行していません。",
    },
}
"""What problems mean, by what was refused; for a project alone, that nothing was decided."""


class Refusal(Exception):
    """There is no result: the problems, what kind they are, and the exit code they mean.

    Attributes:
        kind: `project`, `rules`, `new_rule`, `scenarios`, `output` or `sheet`.
        stated: The language that a project asks for which could not be read.
    """

    def __init__(self, problems: Sequence[Problem], kind: str, stated: str | None = None) -> None:
        super().__init__(kind)
        self.stated = stated
        self.problems = problems
        self.kind = kind
        self.exit_code = RULES if kind in ("rules", "new_rule") else INPUT

    def text(self, language: str, *, one_of_several: bool = False) -> str:
        """Return the problems as people read them, of a project alone or of one of several."""
        from ...engine.problems.problem import SHOWN, UNDECIDED, render, render_all
        from ..texts import say

        if self.kind == "sheet":
            shown = [render(problem, language, encoding(sys.stderr)) for problem in self.problems[:SHOWN]]
            part = say("problems.shown", language, n=SHOWN) if len(self.problems) > SHOWN else ""
            return "\n\n".join([*shown, say("problems", language, n=len(self.problems), shown=part)])
        if self.kind == "output":
            return "\n\n".join(render(problem, language, encoding(sys.stderr)) for problem in self.problems)
        ended = _ENDED.get("one_of_several" if one_of_several and self.kind == "project" else self.kind, UNDECIDED)
        return render_all(self.problems, language, encoding=encoding(sys.stderr), ended=ended)


@contextmanager
def refusing(kind: str) -> Iterator[None]:
    """Turn problems into a refusal of this kind."""
    try:
        yield
    except Exception as error:
        from ...engine.problems.problem import ProblemsError  # where all is well, nobody has to know it

        if not isinstance(error, ProblemsError):
            raise
        raise Refusal(error.problems, kind, error.language) from error


def refused(refusal: Refusal, language: str) -> dict[str, Any]:
    """Return the machine form of a refusal."""
    message = refusal.problems[0].message[language] if refusal.problems else refusal.kind
    return error_document(refusal.kind, refusal.exit_code, message, refusal.problems, language)


def error_document(
    kind: str, exit_code: int, message: str, problems: Sequence[Problem], language: str
) -> dict[str, Any]:
    """Return the machine form of a failure: of `usage`, `project`, `rules`, `output`, `sheet`, `bug` or `interrupted`."""
    return {
        "schema_version": 1,
        "error": {
            "kind": kind,
            "exit_code": exit_code,
            "message": message,
            "problems": [_problem(problem, language) for problem in problems],
        },
    }


def _problem(problem: Problem, language: str) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code,
        "message": problem.message[language],
        "cure": problem.cure[language] if problem.cure is not None else None,
        "note": problem.note[language] if problem.note is not None else None,
        "file": place.file if place is not None else None,
        "line": place.line if place is not None else None,
        "column": place.column if place is not None else None,
    }
