"""Between which severities the findings of each project stay, whatever becomes known, and what replaces what.

Severities and grades of a project are bits of one number, the lowest for the worst.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ..assess.completions import finding
from ..knowledge.model import GRADES, SEVERITIES, KnowledgeBase, Rule, Severity
from .arrays import Mask, Rows, chosen
from .batch import Facts
from .columns import SetColumn
from .conclusions import BatchConclusions, BatchOutcome

FIRST_COMING = len(SEVERITIES)
"""The place of the first grade that is still to come."""
NOW, _COMING = np.uint8(0x0F), np.uint8(0xF0)
"""The bits of what is due, those of what is still to come."""
_ALL = np.uint8(0xFF)
Bits = npt.NDArray[np.uint8]


class Bounds:
    """What completions of the unknown facts could change of each project's findings, worked out when it is asked for."""

    def __init__(self, conclusions: BatchConclusions) -> None:
        """Take what is concluded of the projects."""
        self._conclusions = conclusions
        self._kb: KnowledgeBase = conclusions.plan.kb
        self._facts = conclusions.facts
        self._by_rule: Mapping[tuple[str, str | None], BatchOutcome] = {
            (one.rule.code, one.member): one for one in conclusions.outcomes
        }
        self._later: dict[tuple[str, ...], Mask] = {}
        self._open: dict[int, Mask] = {}

    @cached_property
    def _counted(self) -> list[tuple[BatchOutcome, Mask]]:
        """The outcomes of findings, with where each is neither ruled out nor surely replaced."""
        found = []
        for one in self._conclusions.outcomes:
            if one.rule.kind == "finding":
                counts = ~one.strict.fails
                if one.rule.code in self._kb.silencers:
                    counts &= ~self._surely_replaced(one)
                found.append((one, counts))
        return found

    @cached_property
    def _possible(self) -> Joined:
        found = Joined(self._facts)
        for one, counts in self._counted:
            found.add(counts * (one.possible & NOW), one)
        return found

    @cached_property
    def possible(self) -> Bits:
        """The severities that some completion could give."""
        return self._possible.of_projects() | self._of_new_elements()

    @property
    def of_elements(self) -> Mapping[str, Bits]:
        """For each list about whose elements there are rules, what is possible of each element."""
        return self._possible.of_elements()

    @cached_property
    def certain(self) -> Bits:
        """The severities that each completion gives."""
        found = Joined(self._facts)
        for one, counts in self._counted:
            sure = one.strict.holds & counts
            for rival, rows in self.rivals(one):
                if id(rival) not in self._open:
                    self._open[id(rival)] = _open(rival)
                may_be = self._open[id(rival)]
                sure = sure & ~(may_be if rows is None else may_be[rows])
            found.add(sure * _mildest(one.possible), one)
        return found.of_projects()

    def rivals(self, one: BatchOutcome) -> Iterator[tuple[BatchOutcome, npt.NDArray[np.intp] | None]]:
        """Yield the outcomes that would replace one, each with its row for each row of the one; None for the same rows."""
        loop = one.rule.loop
        for winner in self._kb.silencers.get(one.rule.code, ()):
            alone = winner.loop is None
            if winner.loop is not None and (loop is None or loop.source != winner.loop.source):
                continue
            rival = self._by_rule.get((winner.code, None if alone else one.member))
            if rival is not None:
                rows = self._facts.listed(one.listed).project if alone and one.listed is not None else None
                yield rival, rows

    def _surely_replaced(self, one: BatchOutcome) -> Mask:
        """Tell where another finding replaces this one in every completion."""
        found = np.zeros(len(one.possible), np.bool_)
        for rival, rows in self.rivals(one):
            holds, others = rival.strict.holds, rival.possible
            if rows is not None:
                holds, others = holds[rows], others[rows]
            grades = one.possible | others
            alike = rival.rule.due == one.rule.due or (grades & NOW != 0) != (grades & _COMING != 0)
            found |= one.strict.holds & holds & alike
        return found

    def codes(self, grave: frozenset[Severity], projects: Mask) -> set[str]:
        """Return the codes of the rules by which a completion of some projects could find something so grave.

        And of those that may replace them.
        """
        bits, able = bits_of(grave), finding(grave, self._kb)
        found = {rule.code for rule, brings, open_ in self._coming() if brings & bits and (open_ & projects).any()}
        rows: dict[str | None, Rows] = {None: np.flatnonzero(projects)}
        for one, counts in self._counted:
            if one.rule.code in able and one.rule.code not in found:
                if one.listed not in rows:
                    rows[one.listed] = np.flatnonzero(projects[self._facts.listed(one.listed or "").project])
                there = rows[one.listed]
                if (counts[there] & (one.possible[there] & bits != 0)).any():
                    found.add(one.rule.code)
        return found | {winner.code for code in found for winner in self._kb.silencers.get(code, ())}

    def _of_new_elements(self) -> Bits:
        """Return the severities that elements could bring which may still be added to a list, by rules that count by then."""
        found = np.zeros(self._facts.size, np.uint8)
        for _, bits, open_ in self._coming():
            found |= bits * open_
        return found

    def _coming(self) -> Iterator[tuple[Rule, np.uint8, Mask]]:
        """Yield the rules about elements of a list with their severities, and where some may be added that they count for."""
        for rule in self._conclusions.rules:
            if rule.kind != "finding" or rule.loop is None:
                continue
            if not self._kb.vocabulary.lists[rule.loop.source].is_stated:
                continue
            open_ = ~self._facts.listed(rule.loop.source).closed
            if open_.any():
                yield rule, bits_of(case.severity for case in rule.severities), open_ & ~self.comes_later(rule)

    def comes_later(self, rule: Rule) -> Mask:
        """Tell of which projects it is known that a rule counts only in a later phase."""
        earlier = () if rule.due is None or self._kb.verdict.phase is None else tuple(rule.due.earlier)
        found = self._later.get(earlier)
        if found is None:
            found = np.zeros(self._facts.size, np.bool_)
            if earlier:
                column = self._facts.fact(self._kb.verdict.phase or "")
                assert not isinstance(column, SetColumn)
                found = self._facts.codes.among(column.values, earlier)
                found = found if column.known is None else found & column.known
            self._later[earlier] = found
        return found


class Joined:
    """The bits of outcomes, those about elements of a list put together before they are told of its projects."""

    def __init__(self, facts: Facts) -> None:
        """Begin without any."""
        self._facts = facts
        self._bits: dict[str | None, Bits] = {}

    def add(self, bits: Bits, one: BatchOutcome) -> None:
        """Add the bits of each row of an outcome."""
        found = self._bits.get(one.listed)
        self._bits[one.listed] = bits if found is None else found | bits

    def of_elements(self) -> dict[str, Bits]:
        """Return for each list the bits of each element."""
        return {listed: bits for listed, bits in self._bits.items() if listed is not None}

    def of_projects(self) -> Bits:
        """Return for each project the bits of all its rows."""
        found: Bits = np.zeros(self._facts.size, np.uint8)
        for listed, bits in self._bits.items():
            found |= bits if listed is None else self._facts.listed(listed).parts.bits(bits)
        return found


def bits_of(severities: Iterable[Severity]) -> np.uint8:
    """Return severities as bits."""
    found: np.uint8 = np.uint8(sum({1 << SEVERITIES.index(one) for one in severities}))
    return found


def _mildest(grades: Bits) -> Bits:
    """Return of each set of grades the bit of the mildest; none where one is still to come, which is milder than all."""
    lower = grades | grades >> np.uint8(1)
    lower |= lower >> np.uint8(2)
    found: Bits = (lower ^ lower >> np.uint8(1)) * (grades <= NOW)
    return found


def _open(one: BatchOutcome) -> Mask:
    """Tell where it is open whether something is due: so that it may replace another finding, or not."""
    undecided = (one.possible & NOW != 0) & (one.possible & _COMING != 0)
    grades = chosen(one.possible == 0, _ALL, one.possible)
    found: Mask = ~one.strict.fails & (one.strict.unknown | undecided) & (grades & NOW != 0)
    return found


assert len(GRADES) == 2 * FIRST_COMING  # they fit into one byte
