"""The verdict of each project of a batch: what is replaced, what must be known, what could still come, coverage.

The same as `engine.assess.verdict` says of one project without waivers; a project with responses is for the reader of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..assess.verdict import could_stop, verdict_of
from ..knowledge.model import SEVERITIES, VERDICTS, Severity, Verdict
from .arrays import Mask, Numbers
from .bounds import FIRST_COMING, NOW, Bits, Bounds, Joined
from .columns import SetColumn
from .conclusions import BatchConclusions, BatchOutcome
from .views import View

Int8s = npt.NDArray[np.int8]


class Missing(NamedTuple):
    """A fact that a verdict needs, where it is not known.

    Attributes:
        fact: Its name, or that of the list that is not stated.
        member: The member of a family that it belongs to, None for none.
        listed: The list whose elements the rows are; None where they are the projects.
        where: In which rows it is missing.
    """

    fact: str
    member: str | None
    listed: str | None
    where: Mask


class Verdicts(Bounds):
    """What is told of each project of a batch.

    Attributes:
        silenced: For each outcome, where another finding replaces it.
        missing: The facts that a verdict needs and that are not known.
        verdict, worst, best: Places in `VERDICTS`, one for each project.
        known, guarded: The verdict by the findings and by what must be known, and where something must still be known.
        either: Of some projects, what makes the verdict worse than what is found, as `named_together` calls it.
        due, told: How many rules count, and of how many it is known whether they hold.
    """

    def __init__(self, conclusions: BatchConclusions) -> None:
        """Work it out."""
        super().__init__(conclusions)
        self.silenced = [self._silenced(one) for one in conclusions.outcomes]
        self.missing = tuple(self._missing())
        severities = self._severities()
        lacking = np.zeros(self._facts.size, np.bool_)
        for one in self.missing:
            lacking |= self._of_projects(one.where, one.listed)
        table = [verdict_of(_named(bits), False, self._kb) for bits in range(16)]
        waits = np.array([could_stop(verdict, self._kb) for verdict in table])
        without, lacked = _places(table), _places([verdict_of(_named(bits), True, self._kb) for bits in range(16)])
        self.worst: Int8s = without[self.possible]
        self.best: Int8s = without[self.certain]
        self.guarded: Int8s = lacked[severities]
        self.known: Int8s = np.where(lacking, self.guarded, without[severities])
        self.verdict: Int8s = np.where(waits[self.possible], self.guarded, self.known)
        self.either = np.full(self._facts.size, None, np.object_)
        self.due, self.told = self._coverage()

    def _of_projects(self, mask: Mask, listed: str | None) -> Mask:
        """Tell of each project whether one of its rows is marked."""
        return mask if listed is None else self._facts.listed(listed).parts.any(mask)

    def _silenced(self, one: BatchOutcome) -> Mask | None:
        """Return where a finding is replaced: what is due by what is due, what is to come by what is to come."""
        found: Mask | None = None
        for rival, rows in self.rivals(one):
            holds, coming = rival.truths.holds, rival.grades >= FIRST_COMING
            if rows is not None:
                holds, coming = holds[rows], coming[rows]
            replaced = one.truths.holds & holds & (coming == (one.grades >= FIRST_COMING))
            found = replaced if found is None else found | replaced
        return found

    def _severities(self) -> Bits:
        """Return the severities of the findings that remain, of those that count."""
        found = Joined(self._facts)
        for one, silenced in zip(self._conclusions.outcomes, self.silenced, strict=True):
            if one.rule.kind == "finding":
                holds = one.truths.holds if silenced is None else one.truths.holds & ~silenced
                found.add(holds * (np.uint8(1) << one.grades & NOW), one)
        return found.of_projects()

    def _missing(self) -> Iterator[Missing]:
        """Yield the facts that a verdict needs and that are not known; of elements that are not stated, their list."""
        conditions = self._conclusions.conditions
        projects = View(conditions.views.projects, {}, {})
        for must in self._kb.verdict.must_know:
            asked: Mask = np.ones(self._facts.size, np.bool_)
            if must.when is not None:
                asked = conditions.truths(must.when, projects).holds
            definition = self._kb.vocabulary.facts.get(must.fact)
            source = must.fact if definition is None else definition.source
            if source is None:
                assert definition is not None
                yield Missing(must.fact, None, None, asked & self._unknown(must.fact, must.fact))
                continue
            members = self._conclusions.plan.members(source)
            if members == ():
                yield Missing(source, None, None, asked)
            for member in members or ():
                if definition is not None:
                    path = f"{source}.{member}.{definition.attribute}"
                    yield Missing(must.fact, member, None, asked & self._unknown(path, must.fact))
            if members is not None:
                continue
            listed = self._facts.listed(source)
            yield Missing(source, None, None, asked & ~listed.stated)
            if definition is not None:
                known = listed.fact(definition.attribute, must.fact).known
                if known is not None:
                    yield Missing(must.fact, None, source, asked[listed.project] & ~known)

    def _unknown(self, path: str, of: str) -> Mask:
        """Tell of each project where a fact is not known as a whole."""
        column = self._facts.fact(path, of)
        found: Mask = np.zeros(self._facts.size, np.bool_) if column.known is None else ~column.known
        if isinstance(column, SetColumn) and column.whole is not None:
            found = found | ~column.whole
        return found

    def _coverage(self) -> tuple[Numbers, Numbers]:
        """Return how many rules count, and of how many of them it is known whether they hold about every subject."""
        due, told = np.zeros(self._facts.size, np.int64), np.zeros(self._facts.size, np.int64)
        found: dict[str, list[BatchOutcome]] = {rule.code: [] for rule in self._kb.rules}
        for one in self._conclusions.outcomes:
            found[one.rule.code].append(one)
        for rule in self._kb.rules:
            outcomes = found[rule.code]
            if rule.kind != "finding" or not rule.asks:
                continue
            counts = ~self.comes_later(rule)
            known: Mask = np.ones(self._facts.size, np.bool_)
            if rule.loop is not None and self._conclusions.plan.members(rule.loop.source) is None:
                known = self._facts.listed(rule.loop.source).told
            elif not outcomes:
                known = ~known  # a set parameter without members: nothing can be told
            for one in outcomes:
                known = known & ~self._of_projects(one.truths.unknown, one.listed)
            due += counts
            told += counts & known
        return due, told


def _named(bits: int) -> list[Severity]:
    return [severity for place, severity in enumerate(SEVERITIES) if bits >> place & 1]


def _places(verdicts: Iterable[Verdict]) -> Int8s:
    return np.array([VERDICTS.index(one) for one in verdicts], np.int8)
