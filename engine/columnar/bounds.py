"""Between which severities the findings of each project stay, whatever becomes known, and what replaces what.

Severities and grades of a project are bits of one number, the lowest for the worst.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from ..knowledge.model import GRADES, SEVERITIES, KnowledgeBase, Rule
from .arrays import Mask
from .columns import SetColumn
from .conclusions import Conclusions, Outcome

FIRST_COMING = len(SEVERITIES)
"""The place of the first grade that is still to come."""
_NOW, _COMING = np.uint8(0x0F), np.uint8(0xF0)
_ALL = np.uint8(0xFF)
_MILDEST = np.array([0, *(1 << (one.bit_length() - 1) if one <= _NOW else 0 for one in range(1, 256))], np.uint8)
"""For each set of grades the bit of the mildest; none where one is still to come, which is milder than all."""
Bits = npt.NDArray[np.uint8]


class Bounds:
    """What completions of the unknown facts could change of each project's findings.

    Attributes:
        possible: The severities that some completion could give.
        certain: Those that each one gives.
    """

    def __init__(self, conclusions: Conclusions) -> None:
        """Work it out."""
        self._conclusions = conclusions
        self._kb: KnowledgeBase = conclusions.plan.kb
        self._facts = conclusions.facts
        self._by_rule: Mapping[tuple[str, str | None], Outcome] = {
            (one.rule.code, one.member): one for one in conclusions.outcomes
        }
        self._later: dict[tuple[str, ...], Mask] = {}
        self.possible: Bits = np.zeros(self._facts.size, np.uint8)
        self.certain: Bits = np.zeros(self._facts.size, np.uint8)
        open_: dict[int, Mask] = {}
        for one in conclusions.outcomes:
            if one.rule.kind != "finding":
                continue
            counts = ~one.strict.fails & ~self._surely_replaced(one)
            self.possible |= self._joined(counts * (one.possible & _NOW), one)
            sure = one.strict.holds & counts
            for rival, rows in self.rivals(one):
                if id(rival) not in open_:
                    open_[id(rival)] = _open(rival)
                may_be = open_[id(rival)]
                sure = sure & ~(may_be if rows is None else may_be[rows])
            self.certain |= self._joined(sure * _MILDEST[one.possible], one)
        self.possible |= self._of_new_elements()

    def _joined(self, bits: Bits, one: Outcome) -> Bits:
        """Return for each project the bits of all its rows."""
        return bits if one.listed is None else self._facts.listed(one.listed).parts.bits(bits)

    def rivals(self, one: Outcome) -> Iterator[tuple[Outcome, npt.NDArray[np.intp] | None]]:
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

    def _surely_replaced(self, one: Outcome) -> Mask:
        """Tell where another finding replaces this one in every completion."""
        found = np.zeros(len(one.possible), np.bool_)
        for rival, rows in self.rivals(one):
            holds, others = rival.strict.holds, rival.possible
            if rows is not None:
                holds, others = holds[rows], others[rows]
            grades = one.possible | others
            alike = rival.rule.due == one.rule.due or (grades & _NOW != 0) != (grades & _COMING != 0)
            found |= one.strict.holds & holds & alike
        return found

    def _of_new_elements(self) -> Bits:
        """Return the severities that elements could bring which may still be added to a list, by rules that count by then."""
        found = np.zeros(self._facts.size, np.uint8)
        for rule in self._conclusions.rules:
            if rule.kind != "finding" or rule.loop is None:
                continue
            if self._kb.vocabulary.lists[rule.loop.source].complete == "fixed":
                continue
            open_ = ~self._facts.listed(rule.loop.source).closed
            if open_.any():
                bits = np.uint8(sum({1 << SEVERITIES.index(case.severity) for case in rule.severities}))
                found |= bits * (open_ & ~self.comes_later(rule))
        return found

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


def _open(one: Outcome) -> Mask:
    """Tell where it is open whether something is due: so that it may replace another finding, or not."""
    undecided = (one.possible & _NOW != 0) & (one.possible & _COMING != 0)
    grades = np.where(one.possible == 0, _ALL, one.possible)
    found: Mask = ~one.strict.fails & (one.strict.unknown | undecided) & (grades & _NOW != 0)
    return found


assert len(GRADES) == 2 * FIRST_COMING  # they fit into one byte
