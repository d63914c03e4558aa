"""What is concluded of a batch: derived facts, and for each rule and subject the outcome with its grade.

The same as `engine.evaluate.Evaluator` concludes of each project, twice: as things stand, and strictly, when only that
counts which no completion of the unknown facts can change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from ..knowledge.model import GRADES, Derivation, GradeCase, Loop, Rule
from .arrays import Mask, Truths
from .batch import Batch
from .conditions import Conditions, State
from .plan import Plan
from .views import View

Grades = npt.NDArray[np.int8]
"""The place of a grade in `GRADES`."""
Possible = npt.NDArray[np.uint8]
"""A bit for each grade, the lowest for the first of `GRADES`."""


class Outcome:
    """What is concluded of one rule about many subjects: the projects, one member of a family, or the elements of a list.

    Attributes:
        rule: The rule.
        member: The member that it is about; None for projects and elements.
        listed: The list whose elements the rows are; None where they are the projects.
        truths: Whether it holds of each.
        grades: The grade of each that holds.
        strict: Whether it holds whatever becomes known.
        possible: The grades that each could have that may hold.
    """

    def __init__(
        self,
        rule: Rule,
        member: str | None,
        listed: str | None,
        truths: Truths,
        grades: Grades,
        strict: Truths,
        possible: Possible,
    ) -> None:
        """Take what was concluded."""
        self.rule = rule
        self.member = member
        self.listed = listed
        self.truths = truths
        self.grades = grades
        self.strict = strict
        self.possible = possible


class Conclusions:
    """What is concluded of a batch.

    Attributes:
        batch: The projects.
        conditions: The conditions as they were judged, with the derived facts.
        outcomes: Every rule, in the order of the knowledge base, with an outcome for each member of a family.
    """

    def __init__(self, plan: Plan, batch: Batch) -> None:
        """Conclude what can be concluded.

        Args:
            plan: The knowledge base.
            batch: The projects.
        """
        self.plan = plan
        self.batch = batch
        self.conditions = Conditions(plan, batch)
        for derivation in plan.kb.derivations:
            for member, view in self.views(derivation.loop):
                self._derive(derivation, member, view)
        self.outcomes = [one for rule in plan.kb.rules for one in self._outcomes(rule)]

    def views(self, loop: Loop | None) -> Iterator[tuple[str | None, View]]:
        """Yield what a rule or a derivation runs over: the projects, each member of a family, or the elements of a list."""
        views = self.conditions.views
        if loop is None:
            yield None, View(views.projects, {}, {})
            return
        members = self.plan.members(loop.source)
        if members is None:
            yield None, View(views.elements(loop.source, loop.variable), {loop.variable: loop.source}, {})
        for member in members or ():
            yield member, View(views.projects, {}, {loop.variable: (loop.source, member)})

    def _derive(self, derivation: Derivation, member: str | None, view: View) -> None:
        states, size = self.conditions.states, view.axis.size
        for strict in (False, True):
            if strict and derivation.concept not in self.plan.strict:
                states[derivation.concept, member, True] = states[derivation.concept, member, False]
                continue
            lines = ((line.value, self.conditions.truths(line.when, view, strict)) for line in derivation.lines)
            states[derivation.concept, member, strict] = State(lines, size, strict)

    def _outcomes(self, rule: Rule) -> Iterator[Outcome]:
        judge = self.conditions.truths
        listed = rule.loop.source if rule.loop is not None and self.plan.members(rule.loop.source) is None else None
        for member, view in self.views(rule.loop):
            truths, strict = judge(rule.when, view), judge(rule.when, view, strict=True)
            cases = self.plan.grades[rule.code]
            grades, possible = self._grades(cases, view), self._possible(cases, view)
            yield Outcome(rule, member, listed, truths, grades, strict, possible)

    def _grades(self, cases: Sequence[GradeCase], view: View) -> Grades:
        """Return the first grade whose condition is certain; the last where none is."""
        found = np.full(view.axis.size, GRADES.index(cases[-1].grade), np.int8)
        for case in reversed(cases):
            if case.when is None:
                found.fill(GRADES.index(case.grade))
            else:
                holds = self.conditions.truths(case.when, view).holds
                np.copyto(found, np.int8(GRADES.index(case.grade)), where=holds)
        return found

    def _possible(self, cases: Sequence[GradeCase], view: View) -> Possible:
        """Return the grades that are not ruled out: up to the first whose condition is certain."""
        found: Possible = np.zeros(view.axis.size, np.uint8)
        waiting: Mask = np.ones(view.axis.size, np.bool_)
        for case in cases:
            bit = np.uint8(1 << GRADES.index(case.grade))
            if case.when is None:
                return found | waiting * bit
            truths = self.conditions.truths(case.when, view, strict=True)
            found |= (waiting & ~truths.fails) * bit
            waiting = waiting & ~truths.holds
        return found
