"""Comparisons over columns: the meaning of every operator, as `engine.evaluate.comparisons` defines it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ..knowledge.model import constant
from ..language.tree import NEGATED, SETTLED_BY_NAMED, Comparison, Fact
from .arrays import Mask, Rows, Truths, always, opposite, taken, where_known
from .batch import Facts
from .columns import Column, SetColumn
from .plan import Plan
from .views import View, place

_ORDER: dict[str, Callable[[Any, Any], Any]] = {
    "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal,
}  # fmt: skip


class Operand(NamedTuple):
    """One side of a comparison.

    Attributes:
        column: The fact; None for what is the same in every row.
        value: What is the same in every row, where there is no column.
        rows: The row of the column for each row of the view; None for each as it is.
    """

    column: Column | SetColumn | None
    value: Any = None
    rows: Rows | None = None

    @property
    def known(self) -> Mask | None:
        """Where it is known; None where it is everywhere."""
        known = None if self.column is None else self.column.known
        return known if known is None or self.rows is None else known[self.rows]


class Comparisons:
    """Compares the facts of one batch."""

    def __init__(self, plan: Plan, batch: Facts) -> None:
        """Take a batch, and the conditions that are asked of it."""
        self.plan = plan
        self.kb = plan.kb
        self.batch = batch

    def operand(self, fact: Fact, view: View) -> Operand:
        """Return the values of a stated fact, or of an element's id, in the rows of a view."""
        if fact.variable is not None and fact.variable in view.members:
            source, member = view.members[fact.variable]
            if fact.attribute == "id":
                return Operand(None, member)
            return Operand(self.batch.fact(f"{source}.{member}.{fact.attribute}", fact.path), rows=place(view, None))
        if fact.variable is not None:
            column = self.batch.listed(view.lists[fact.variable]).fact(fact.attribute, fact.path)
            return Operand(column, rows=place(view, fact.variable))
        if fact.member is not None:
            path = f"{fact.path.partition('.*.')[0]}.{fact.member}.{fact.attribute}"
            return Operand(self.batch.fact(path, fact.path), rows=place(view, None))
        return Operand(self.batch.fact(fact.path), rows=place(view, None))

    def truths(self, node: Comparison, view: View, strict: bool) -> Truths:
        """Return the truths of a comparison of stated facts.

        Args:
            node: The comparison.
            view: What is bound.
            strict: Judge for every completion of what is unknown.
        """
        positive = NEGATED.get(node.operator)
        if positive is not None:
            return opposite(self._positive(node, positive, view, strict))
        return self._positive(node, node.operator, view, strict)

    def _positive(self, node: Comparison, word: str, view: View, strict: bool) -> Truths:
        left = self.operand(node.left, view)
        size = view.axis.size
        if word == "is known":
            return self._known(left, size, strict)
        if word == "is dangling":
            return self._dangling(node, left, view, strict)
        right = (
            self.operand(node.right, view)
            if isinstance(node.right, Fact)
            else Operand(None, constant(node.right, self.kb))
        )
        if isinstance(left.column, SetColumn):
            return self._of_set(node, word, left, right, size)
        if left.column is None and right.column is None:
            return always(left.value in right.value if word == "in" else bool(left.value == right.value), size)
        if word == "in":
            tests = [np.equal(self.values(left), self.values(Operand(None, value))) for value in right.value]
            return where_known(np.logical_or.reduce(tests), left.known)
        if word in ("is", "may be"):
            found = where_known(np.equal(self.values(left), self.values(right)), left.known, right.known)
            return Truths(~found.fails, found.fails) if word == "may be" and not strict else found
        return where_known(_ORDER[word](self.values(left), self.values(right)), left.known, right.known)

    def _known(self, one: Operand, size: int, strict: bool) -> Truths:
        column = one.column
        known = np.ones(size, np.bool_) if one.known is None else one.known
        if isinstance(column, SetColumn) and column.whole is not None:
            whole = column.whole if one.rows is None else column.whole[one.rows]
            known = known & whole
        return Truths(known, np.zeros(size, np.bool_) if strict else ~known)

    def values(self, one: Operand) -> Any:
        """Return values to be compared: an array, or a number, truth or code for every row."""
        if one.column is None:
            return self.batch.codes.of(one.value) if isinstance(one.value, str) else one.value
        assert isinstance(one.column, Column)
        return one.column.values if one.rows is None else one.column.values[one.rows]

    def _of_set(self, node: Comparison, word: str, left: Operand, right: Operand, size: int) -> Truths:
        column = left.column
        assert isinstance(column, SetColumn)
        if word == "has" and right.column is not None:
            test = self._has(column, left, right, size)
            found = where_known(test, left.known, right.known)
        else:
            test = self._test(node, word, column, right.value)
            found = where_known(test if left.rows is None else test[left.rows], left.known)
        if column.whole is None:
            return found
        whole = column.whole if left.rows is None else column.whole[left.rows]
        if SETTLED_BY_NAMED[word]:
            return Truths(found.holds, found.fails & whole)
        return Truths(found.holds & whole, found.fails)

    def _test(self, node: Comparison, word: str, column: SetColumn, wanted: Any) -> Mask:
        """Test the values that are named, in the rows of the column."""
        if word == "has":
            return column.has(wanted)
        if word == "is empty":
            found: Mask = column.parts.sizes == 0
            return found
        if word == "within":
            return ~column.parts.any(~self.batch.codes.among(column.codes, wanted))
        declared = self.kb.vocabulary.facts[node.left.path].values
        whole: Mask = np.logical_and.reduce([column.has(one) for one in declared])
        return ~whole

    def _has(self, column: SetColumn, left: Operand, right: Operand, size: int) -> Mask:
        """Tell of each row whether its set has its value of another fact."""
        rows = np.arange(size) if left.rows is None else left.rows
        values, _ = self.values(right), column.codes  # both give out codes
        return among(rows * len(self.batch.codes) + values, column.keys(len(self.batch.codes)))

    def _dangling(self, node: Comparison, left: Operand, view: View, strict: bool) -> Truths:
        column = left.column
        assert isinstance(column, SetColumn)
        target = self.kb.vocabulary.facts[node.left.path].target or ""
        lost, stated, closed = self._lost(node.left, column, target, view)
        missing, empty = column.parts.any(lost), column.parts.sizes == 0
        holds = ~empty & stated & missing
        fails = empty | (stated & ~missing)
        found = Truths(holds & closed, fails) if strict else Truths(holds, fails)
        if column.known is not None:
            found = Truths(found.holds & column.known, found.fails & column.known)
        return taken(found, left.rows)

    def _lost(self, fact: Fact, column: SetColumn, target: str, view: View) -> tuple[Mask, Mask, Mask]:
        """Return which ids name nothing that is there, and of each row of a column whether the list is stated, and closed."""
        rows = len(column.parts.sizes)
        members = self.plan.members(target)
        if members is not None:
            there = np.full(rows, bool(members), np.bool_)
            return ~self.batch.codes.among(column.codes, members), there, there
        listed = self.batch.listed(target)
        ids = listed.fact("id", f"{target}[].id")
        assert isinstance(ids, Column)
        of_list = fact.variable is not None and fact.variable in view.lists
        project = self.batch.listed(view.lists[fact.variable or ""]).project if of_list else np.arange(rows)
        codes = column.codes
        size = len(self.batch.codes)
        named = project[column.parts.owner] * size + codes
        found = among(named, listed.project * size + ids.values)
        return ~found, listed.stated[project], listed.closed[project]


def among(keys: npt.NDArray[Any], there: npt.NDArray[Any]) -> Mask:
    """Tell of each key whether it is among others."""
    if not len(there):
        return np.zeros(len(keys), np.bool_)
    most = int(there.max()) + 1
    if most <= 40_000_000:
        table = np.zeros(most, np.bool_)
        table[there] = True
        found: Mask = table[np.minimum(keys, most - 1)] & (keys < most)
        return found
    return np.isin(keys, there)
