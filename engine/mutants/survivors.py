"""What becomes of a change that no case notices: it is proved to be none, or a scenario is written that notices it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct

from ..assess.run import assess
from ..problems.problem import ProblemsError
from ..scenarios.gherkin import parse_feature
from ..scenarios.home import Home
from ..verify.difference import Compared
from ..verify.solver import least_model
from ..verify.witness import document_of
from .cases import ChangedHome, fails, prepare
from .mutants import Mutant
from .sentences import differing, scenario

Fate = Literal["killed", "equal", "survived", "not_settled"]
_INTO = {"en": " becomes ", "ja": " を変えて "}
_TODAY = "2026-01-01"
"""No rule reads it."""


class Survivor(Struct, frozen=True):
    """A change that no case notices.

    Attributes:
        fate: `equal` where it is proved that nothing concluded of any project differs.
        project: A smallest project that shows the difference, where one was found.
        scenario: A scenario that holds and notices the change, ready to paste.
    """

    mutant: Mutant
    fate: Fate
    project: dict[str, Any] | None = None
    scenario: str | None = None


class Judge:
    """The prover of a rule base, which looks at changes of it."""

    def __init__(self, home: Home, elements: int, seconds: float) -> None:
        """Take the scenarios of a rule base.

        Args:
            home: The scenarios.
            elements: The most elements of each list that are looked at.
            seconds: The most time for one question.
        """
        self.home, self.kb = home, home.kb
        self.elements, self.seconds = elements, seconds
        self.base = Compared(home.kb, home.kb, elements, seconds)

    def judge(self, mutant: Mutant) -> Survivor:
        """Return what becomes of a change that no case notices."""
        changed = ChangedHome(self.home, mutant)
        fresh = mutant.parameter is not None or "number" in mutant.kind
        compared = Compared(self.kb, changed.kb, self.elements, self.seconds, None if fresh else self.base)
        shown = None
        try:
            for document in self._projects(mutant, compared):
                shown = shown or document
                found = self._scenario(mutant, changed, document)
                if found is not None:
                    return Survivor(mutant, "survived", document, found)
            if shown is None and mutant.kind != "cause left out" and compared.is_equal():
                return Survivor(mutant, "equal")
        except TimeoutError:
            return Survivor(mutant, "not_settled", shown)
        return Survivor(mutant, "survived", shown)

    def _projects(self, mutant: Mutant, compared: Compared) -> Iterator[dict[str, Any]]:
        """Yield projects that may show a change."""
        if mutant.rule is not None and mutant.kind == "cause left out":
            facts, c = compared.facts[0], compared.c
            (lost,) = set(self.kb.rule(mutant.where).causes) - set(mutant.rule.causes)
            both = (
                c.any(facts.visible[key] for key in facts.outcomes if key[0] == code) for code in (mutant.where, lost)
            )
            true = least_model(c, c.all(both), self.seconds)
            if true is not None:
                yield document_of(compared.views[0], true)
            return
        unsettled = False
        for one in compared.meanings():
            if one.project is None:
                unsettled = True
            elif one.aspect != "value" or not self.kb.vocabulary.concepts[one.name].working:
                yield one.project
        if unsettled:
            raise TimeoutError

    def _scenario(self, mutant: Mutant, changed: ChangedHome, document: dict[str, Any]) -> str | None:
        """Return a scenario about a project that holds, and that does not hold after the change."""
        try:
            sides = [
                assess(copy.deepcopy(document), kb, today=_TODAY, interpreter="evaluate")
                for kb in (self.kb, changed.kb)
            ]
        except ProblemsError:
            return None
        said = differing(*sides)
        if not said:
            return None
        what = {language: re.sub(r"[|<>#]", " ", text.replace(" -> ", _INTO[language])).replace("  ", " ")
                for language, text in mutant.what.items()}  # fmt: skip
        title = {
            "en": f"{mutant.where} would change: {what['en']}",
            "ja": f"{mutant.where} の変更に気づく：{what['ja']}",
        }
        text = scenario(title, document, said, self.kb)
        (found,) = parse_feature(f"Feature: one\n{text}", "one.feature").scenarios
        case = prepare(self.home, found.cases[0])
        if case is None or fails(case, self.home, case.expected) or not fails(case, changed, case.expected):
            return None
        return text
