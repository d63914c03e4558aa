"""The changes of a rule base against its scenarios: how many are noticed, and what becomes of each that is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from random import Random

from msgspec import Struct

from ..knowledge.model import KnowledgeBase
from ..scenarios.gherkin import read_features
from ..scenarios.home import Home
from ..verify.difference import edits
from .cases import prepared
from .mutants import Mutant, mutants
from .survivors import Judge, Survivor
from .trial import Trial


class Score(Struct, frozen=True):
    """How many changes the scenarios notice.

    Attributes:
        survivors: Those that no case notices, and what becomes of them.
        unread: The cases that say nothing, since their sentences cannot be meant.
    """

    total: int
    of_kind: Mapping[str, int]
    survivors: tuple[Survivor, ...]
    cases: int
    unread: int

    @property
    def equal(self) -> int:
        """How many are proved to change nothing that is concluded."""
        return sum(one.fate == "equal" for one in self.survivors)

    @property
    def killed(self) -> int:
        """How many are noticed."""
        return self.total - len(self.survivors)

    @property
    def percent(self) -> float:
        """The share of the changes not proved equal that is noticed, from 0 to 100; 100 where there are none."""
        counted = self.total - self.equal
        return 100.0 if not counted else 100 * self.killed / counted


def edited(old: KnowledgeBase, new: KnowledgeBase) -> list[str]:
    """Return what `only` of `score` names of a rule base: all that does not mean what it meant in an older one."""
    told = {"rule": "{}", "derivation": "{}", "parameter": "${}", "verdict": "verdict"}
    found = [one for one in edits(old, new) if one.part in told and one.how in ("added", "changed")]
    return [told[one.part].format(one.name) for one in found]


def score(
    home: Home,
    only: Collection[str] | None = None,
    *,
    elements: int = 3,
    seconds: float = 5.0,
    sample: int | None = None,
) -> Score:
    """Change a rule base in one place after the other, and run the cases that could notice.

    Args:
        home: The rule base with its scenarios.
        only: The codes, derived facts and `$parameters` that are changed, `verdict` for the policy; None for all.
        elements: The most elements of each list for a proof that a change is none.
        seconds: The most time for one question.
        sample: How many changes are made, taken at random, always the same ones; None for all.

    Raises:
        ProblemsError: A feature file, the sentences or the exemplary project cannot be read.
    """
    cases = list(prepared(home))
    every = sum(len(one.cases) for feature in read_features(home.features) for one in feature.scenarios)
    trial = Trial(home, cases)
    made: list[Mutant] = list(mutants(home.kb, only))
    if sample is not None and sample < len(made):
        made = Random(sample).sample(made, sample)  # noqa: S311
    unnoticed = [mutant for mutant in made if not trial.notices(mutant)]
    judge = Judge(home, elements, seconds) if unnoticed else None
    survivors = tuple(judge.judge(mutant) for mutant in unnoticed) if judge is not None else ()
    return Score(len(made), Counter(mutant.kind for mutant in made), survivors, len(cases), every - len(cases))
