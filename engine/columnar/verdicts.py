"""The verdict of each project of a batch: what is replaced, what must be known, what could still come, coverage.

The same as `engine.assess.verdict` says of one project without waivers; a project with responses is for the reader of one.
Severities and grades of a project are bits of one number, the lowest for the worst.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..assess.verdict import could_stop, verdict_of
from ..knowledge.model import GRADES, SEVERITIES, FactDefinition, KnowledgeBase, Rule, Severity, Verdict
from .arrays import Mask, Numbers
from .columns import SetColumn
from .conclusions import Conclusions, Outcome
from .views import View

VERDICTS: tuple[Verdict, ...] = ("hold", "insufficient_information", "revise", "proceed")
_FIRST_COMING = len(SEVERITIES)
"""The place of the first grade that is still to come."""
_NOW, _COMING = np.uint8(0x0F), np.uint8(0xF0)
_ALL = np.uint8(0xFF)
_SEVERITY = np.array([1 << place if place < _FIRST_COMING else 0 for place in range(len(GRADES))], np.uint8)
"""The bit of the severity of each grade; none of one that is still to come."""
_MILDEST = np.array([0, *(1 << (one.bit_length() - 1) if one <= _NOW else 0 for one in range(1, 256))], np.uint8)
"""For each set of grades the bit of the mildest; none where one is still to come, which is milder than all."""
Bits = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.int8]


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


class Verdicts:
    """What is told of each project of a batch.

    Attributes:
        silenced: For each outcome, where another finding replaces it.
        missing: The facts that a verdict needs and that are not known.
        verdict, worst, best: Places in `VERDICTS`, one for each project.
        known, guarded: The verdict by the findings and by what must be known, and where something must still be known.
        due, told: How many rules count, and of how many it is known whether they hold.
    """

    def __init__(self, conclusions: Conclusions) -> None:
        """Work it out."""
        self._conclusions = conclusions
        self._kb: KnowledgeBase = conclusions.plan.kb
        self._batch = conclusions.batch
        self._by_rule: Mapping[tuple[str, str | None], Outcome] = {
            (one.rule.code, one.member): one for one in conclusions.outcomes
        }
        self.silenced = [self._silenced(one) for one in conclusions.outcomes]
        self.missing = tuple(self._missing())
        severities, possible, certain = self._severities(), *self._bounds()
        lacking = np.zeros(self._batch.size, np.bool_)
        for one in self.missing:
            lacking |= self._of_projects(one.where, one.listed)
        table = [verdict_of(_named(bits), False, self._kb) for bits in range(16)]
        waits = np.array([could_stop(verdict, self._kb) for verdict in table])
        without, lacked = _places(table), _places([verdict_of(_named(bits), True, self._kb) for bits in range(16)])
        self.worst: Codes = without[possible]
        self.best: Codes = without[certain]
        self.guarded: Codes = lacked[severities]
        self.known: Codes = np.where(lacking, self.guarded, without[severities])
        self.verdict: Codes = np.where(waits[possible], self.guarded, self.known)
        self.due, self.told = self._coverage()

    def _of_projects(self, mask: Mask, listed: str | None) -> Mask:
        """Tell of each project whether one of its rows is marked."""
        return mask if listed is None else self._batch.listed(listed).parts.any(mask)

    def _joined(self, bits: Bits, one: Outcome) -> Bits:
        """Return for each project the bits of all its rows."""
        return bits if one.listed is None else self._batch.listed(one.listed).parts.bits(bits)

    def _rivals(self, one: Outcome) -> Iterator[tuple[Outcome, npt.NDArray[np.intp] | None]]:
        """Yield the outcomes that would replace one, each with its row for each row of the one; None for the same rows."""
        for winner in self._kb.silencers.get(one.rule.code, ()):
            if winner.loop is None:
                rows = None if one.listed is None else self._batch.listed(one.listed).project
                yield self._by_rule[winner.code, None], rows
            elif one.rule.loop is not None and one.rule.loop.source == winner.loop.source:
                rival = self._by_rule.get((winner.code, one.member))
                if rival is not None:
                    yield rival, None

    def _silenced(self, one: Outcome) -> Mask | None:
        """Return where a finding is replaced: what is due by what is due, what is to come by what is to come."""
        found: Mask | None = None
        for rival, rows in self._rivals(one):
            holds, coming = rival.truths.holds, rival.grades >= _FIRST_COMING
            if rows is not None:
                holds, coming = holds[rows], coming[rows]
            replaced = one.truths.holds & holds & (coming == (one.grades >= _FIRST_COMING))
            found = replaced if found is None else found | replaced
        return found

    def _severities(self) -> Bits:
        """Return the severities of the findings that remain, of those that count."""
        found = np.zeros(self._batch.size, np.uint8)
        for one, silenced in zip(self._conclusions.outcomes, self.silenced, strict=True):
            if one.rule.kind == "finding":
                holds = one.truths.holds if silenced is None else one.truths.holds & ~silenced
                found |= self._joined(holds * _SEVERITY[one.grades], one)
        return found

    def _bounds(self) -> tuple[Bits, Bits]:
        """Return the severities that some completion of the unknown facts could give, and those that each one gives."""
        possible, certain = np.zeros(self._batch.size, np.uint8), np.zeros(self._batch.size, np.uint8)
        open_ = {id(one): self._open(one) for one in self._conclusions.outcomes}
        for one in self._conclusions.outcomes:
            if one.rule.kind != "finding":
                continue
            counts = ~one.strict.fails & ~self._surely_replaced(one)
            possible |= self._joined(counts * (one.possible & _NOW), one)
            sure = one.strict.holds & counts
            for rival, rows in self._rivals(one):
                may_be = open_[id(rival)]
                sure = sure & ~(may_be if rows is None else may_be[rows])
            certain |= self._joined(sure * _MILDEST[one.possible], one)
        return possible | self._of_new_elements(), certain

    def _open(self, one: Outcome) -> Mask:
        """Tell where it is open whether something is due: so that it may replace another finding, or not."""
        undecided = (one.possible & _NOW != 0) & (one.possible & _COMING != 0)
        grades = np.where(one.possible == 0, _ALL, one.possible)
        found: Mask = ~one.strict.fails & (one.strict.unknown | undecided) & (grades & _NOW != 0)
        return found

    def _surely_replaced(self, one: Outcome) -> Mask:
        """Tell where another finding replaces this one in every completion."""
        found = np.zeros(len(one.possible), np.bool_)
        for rival, rows in self._rivals(one):
            holds, others = rival.strict.holds, rival.possible
            if rows is not None:
                holds, others = holds[rows], others[rows]
            grades = one.possible | others
            alike = rival.rule.due == one.rule.due or (grades & _NOW != 0) != (grades & _COMING != 0)
            found |= one.strict.holds & holds & alike
        return found

    def _of_new_elements(self) -> Bits:
        """Return the severities that elements could bring which may still be added to a list, by rules that count by then."""
        found = np.zeros(self._batch.size, np.uint8)
        for rule in self._kb.rules:
            if rule.kind != "finding" or rule.loop is None:
                continue
            if self._kb.vocabulary.lists[rule.loop.source].complete == "fixed":
                continue
            bits = np.uint8(sum({1 << SEVERITIES.index(case.severity) for case in rule.severities}))
            found |= bits * ~(self._batch.listed(rule.loop.source).closed | self._comes_later(rule))
        return found

    def _missing(self) -> Iterator[Missing]:
        """Yield the facts that a verdict needs and that are not known; of elements that are not stated, their list."""
        conditions = self._conclusions.conditions
        projects = View(conditions.views.projects, {}, {})
        for must in self._kb.verdict.must_know:
            asked: Mask = np.ones(self._batch.size, np.bool_)
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
            listed = self._batch.listed(source)
            yield Missing(source, None, None, asked & ~listed.stated)
            if definition is not None:
                known = listed.fact(definition.attribute, must.fact).known
                if known is not None:
                    yield Missing(must.fact, None, source, asked[listed.project] & ~known)

    def _unknown(self, path: str, of: str) -> Mask:
        """Tell of each project where a fact is not known as a whole."""
        column = self._batch.fact(path, of)
        found: Mask = np.zeros(self._batch.size, np.bool_) if column.known is None else ~column.known
        if isinstance(column, SetColumn) and column.whole is not None:
            found = found | ~column.whole
        return found

    def _coverage(self) -> tuple[Numbers, Numbers]:
        """Return how many rules count, and of how many of them it is known whether they hold about every subject."""
        due, told = np.zeros(self._batch.size, np.int64), np.zeros(self._batch.size, np.int64)
        for rule, outcomes in self._by_rules():
            if rule.kind != "finding" or not rule.asks:
                continue
            counts = ~self._comes_later(rule)
            known: Mask = np.ones(self._batch.size, np.bool_)
            if rule.loop is not None and self._conclusions.plan.members(rule.loop.source) is None:
                known = self._batch.listed(rule.loop.source).stated
            elif not outcomes:
                known = ~known  # a set parameter without members: nothing can be told
            for one in outcomes:
                known = known & ~self._of_projects(one.truths.unknown, one.listed)
            due += counts
            told += counts & known
        return due, told

    def _by_rules(self) -> Iterable[tuple[Rule, list[Outcome]]]:
        found: dict[str, tuple[Rule, list[Outcome]]] = {rule.code: (rule, []) for rule in self._kb.rules}
        for one in self._conclusions.outcomes:
            found[one.rule.code][1].append(one)
        return found.values()

    def _comes_later(self, rule: Rule) -> Mask:
        """Tell of which projects it is known that a rule counts only in a later phase."""
        never = np.zeros(self._batch.size, np.bool_)
        phase = self._kb.verdict.phase
        if rule.due is None or phase is None or not rule.due.earlier:
            return never
        definition: FactDefinition = self._kb.vocabulary.facts[phase]
        column = self._batch.fact(phase, definition.path)
        assert not isinstance(column, SetColumn)
        codes = [self._batch.codes.of(one) for one in rule.due.earlier]
        found = np.isin(column.values, codes)
        return found if column.known is None else found & column.known


def _named(bits: int) -> list[Severity]:
    return [severity for place, severity in enumerate(SEVERITIES) if bits >> place & 1]


def _places(verdicts: Iterable[Verdict]) -> Codes:
    return np.array([VERDICTS.index(one) for one in verdicts], np.int8)


assert len(GRADES) == 2 * _FIRST_COMING  # they fit into one byte
