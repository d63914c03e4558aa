"""What is concluded of projects: for each rule and subject the outcome with its grade, worked out when it is asked for.

The same as `engine.evaluate.Evaluator` concludes of each project, twice: as things stand, and strictly, when only that
counts which no completion of the unknown facts can change.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ..knowledge.model import GRADES, Rule
from .arrays import Mask, Truths, chosen
from .batch import Facts
from .conditions import BatchConditions
from .plan import Plan
from .views import View

Grades = npt.NDArray[np.uint8]
"""The place of a grade in `GRADES`."""
Possible = npt.NDArray[np.uint8]
"""A bit for each grade, the lowest for the first of `GRADES`."""


class BatchOutcome:
    """What is concluded of one rule about many subjects: the projects, one member of a family, or the elements of a list.

    Attributes:
        rule: The rule.
        member: The member that it is about; None for projects and elements.
        listed: The list whose elements the rows are; None where they are the projects.
    """

    def __init__(self, rule: Rule, member: str | None, conditions: BatchConditions) -> None:
        """Take what it is to be concluded of."""
        self.rule = rule
        self.member = member
        self.listed = None if member is not None else rule.over
        self._conditions = conditions
        self._cases = conditions.plan.grades[rule.code]

    @cached_property
    def _view(self) -> View:
        return self._conditions.bound(self.rule.loop, self.member)

    @cached_property
    def truths(self) -> Truths:
        """Whether it holds of each."""
        return self._conditions.truths(self.rule.when, self._view)

    @cached_property
    def strict(self) -> Truths:
        """Whether it holds of each whatever becomes known."""
        return self._conditions.truths(self.rule.when, self._view, strict=True)

    @cached_property
    def grades(self) -> Grades:
        """The grade of each that holds: the first whose condition is certain, the last where none is."""
        found: Grades = np.full(self._view.axis.size, GRADES.index(self._cases[-1].grade), np.uint8)
        for case in reversed(self._cases):
            grade = np.uint8(GRADES.index(case.grade))
            if case.when is None:
                found = np.full(self._view.axis.size, grade)
            else:
                found = chosen(self._conditions.truths(case.when, self._view).holds, grade, found)
        return found

    @cached_property
    def possible(self) -> Possible:
        """The grades that each could have that may hold: up to the first whose condition is certain."""
        found: Possible = np.zeros(self._view.axis.size, np.uint8)
        waiting: Mask = np.ones(self._view.axis.size, np.bool_)
        for case in self._cases:
            bit = np.uint8(1 << GRADES.index(case.grade))
            if case.when is None:
                found |= waiting * bit
                return found
            truths = self._conditions.truths(case.when, self._view, strict=True)
            found |= (waiting & ~truths.fails) * bit
            waiting = waiting & ~truths.holds
        return found


class BatchConclusions:
    """What is concluded of some projects.

    Attributes:
        facts: What is known of them.
        conditions: The conditions as they are judged, with the derived facts.
        rules: The rules that matter.
        outcomes: Each of them, in the order of the knowledge base, with an outcome for each member of a family.
    """

    def __init__(self, plan: Plan, facts: Facts, codes: Container[str] | None = None) -> None:
        """Prepare to conclude.

        Args:
            plan: The knowledge base.
            facts: The projects.
            codes: The codes of the rules that matter; None for all.
        """
        self.plan = plan
        self.facts = facts
        self.conditions = BatchConditions(plan, facts)
        self.rules = [rule for rule in plan.kb.rules if codes is None or rule.code in codes]
        self.outcomes = [
            BatchOutcome(rule, member, self.conditions) for rule in self.rules for member in plan.subjects(rule.loop)
        ]
