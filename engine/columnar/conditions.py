"""Conditions over a batch: the tree of a condition judged for all projects at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from ..evaluate.conditions import Join
from ..knowledge.model import Loop, constant
from ..language.tree import NEGATED, All, Comparison, Condition, Fact, Not, Quantifier
from ..language.tree import Any as AnyOf
from .aggregates import Items, aggregate
from .arrays import Mask, Numbers, Rows, Segments, Truths, always, both, distinct, either, opposite, taken
from .batch import Facts, Listed
from .columns import Column, SetColumn
from .comparisons import Comparisons
from .plan import Plan
from .views import Axis, View, Views, paired, pairs, place


def fitting(join: Join, listed: Listed, view: View, comparisons: Comparisons) -> tuple[Axis, Segments] | None:
    """Return the pairs of a row of a view and an element of a list that a join does not rule out.

    Args:
        join: What ties the elements to what is bound around them.
        listed: The list.
        view: What is bound around them; its rows are elements.
        comparisons: Gives the facts.

    Returns:
        The axis of these pairs and which of them belong to which row; None where the facts are no texts.
    """
    project = place(view, None)
    assert project is not None
    own = listed.fact(join.own.attribute, join.own.path)
    other = comparisons.operand(join.other, view)
    if other.column is None or not (_of_texts(own) and _of_texts(other.column)):
        return None
    rows = np.arange(view.axis.size)
    places = rows if other.rows is None else other.rows
    left, left_codes, left_open = _entries(other.column, rows, places)
    right, right_codes, right_open = _entries(own, np.arange(listed.parts.rows), None)
    size = len(comparisons.batch.codes)
    outer, element = _matches(project[left] * size + left_codes, listed.project[right] * size + right_codes)
    found = [(left[outer], right[element])]
    if left_open is not None:
        found.append(_with_all(rows[left_open], project, listed, None))
    if right_open is not None:
        found.append(_with_all(rows if left_open is None else rows[~left_open], project, listed, right_open))
    pairs = distinct(np.concatenate([one * np.int64(max(1, listed.parts.rows)) + other for one, other in found]))
    outer, element = np.divmod(pairs, max(1, listed.parts.rows))
    sizes: Numbers = np.bincount(outer, minlength=view.axis.size).astype(np.int64)
    return paired(view, join.node.variable, outer, element), Segments(sizes)


def _of_texts(column: Column | SetColumn) -> bool:
    return isinstance(column, SetColumn) or column.values.dtype == np.int32


def _entries(column: Column | SetColumn, rows: Rows, places: Rows | None) -> tuple[Rows, npt.NDArray[Any], Mask | None]:
    """Return the rows with the codes that they have, one entry for each code, and where more may be had than is known."""
    codes = column.codes if isinstance(column, SetColumn) else column.values
    open_ = None if column.known is None else ~column.known
    if isinstance(column, SetColumn) and column.whole is not None:
        open_ = ~column.whole if open_ is None else open_ | ~column.whole
    if isinstance(column, Column):
        if places is not None:
            codes, open_ = codes[places], None if open_ is None else open_[places]
        return (rows, codes, None) if open_ is None else (rows[~open_], codes[~open_], open_)
    if places is None:
        return column.parts.owner, codes, open_
    inner = Segments(column.parts.sizes[places])
    entry = np.arange(inner.rows) - inner.starts[:-1][inner.owner] + column.parts.starts[:-1][places[inner.owner]]
    return rows[inner.owner], codes[entry], None if open_ is None else open_[places]


def _matches(left: Rows, right: Rows) -> tuple[Rows, Rows]:
    """Return each place in the left keys with each place in the right ones where the same key stands."""
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    first = np.searchsorted(ordered, left, "left")
    segments = Segments(np.searchsorted(ordered, left, "right") - first)
    inside = np.arange(segments.rows) - segments.starts[:-1][segments.owner]
    return segments.owner, order[first[segments.owner] + inside]


def _with_all(rows: Rows, project: Rows, listed: Listed, among: Mask | None) -> tuple[Rows, Rows]:
    """Return rows with all elements of their project, or with those that are marked."""
    if among is None:
        sizes, starts, elements = listed.parts.sizes, listed.parts.starts, None
    else:
        sizes = listed.parts.total(among)
        starts, elements = Segments(sizes).starts, np.flatnonzero(among)
    of = project[rows]
    segments = Segments(sizes[of])
    place_ = np.arange(segments.rows) - segments.starts[:-1][segments.owner] + starts[:-1][of[segments.owner]]
    return rows[segments.owner], place_ if elements is None else elements[place_]


class BatchState:
    """A derived fact of many subjects.

    Attributes:
        values: For each value that it can have, whether it has it, in the rows of its subjects.
        decided: Where it has a value.
        open: Where another value is still possible.
    """

    def __init__(self, lines: Iterable[tuple[str, Truths]], size: int, strict: bool) -> None:
        """Work it out as `memory.derive` does: the first line that is certain wins, unknown ones before it stay open.

        Args:
            lines: The value and the truths of each line of its derivation.
            size: How many rows there are.
            strict: Leave the value open as long as another one is.
        """
        never: Mask = np.zeros(size, np.bool_)
        decided, open_ = never, never
        values: dict[str, tuple[Mask, Mask]] = {}
        for value, truths in lines:
            has, may = values.get(value, (never, never))
            values[value] = has | (truths.holds & ~decided), may | ~(truths.fails | decided)
            decided = decided | truths.holds
        for has, may in values.values():
            open_ = open_ | (may & ~has)
        certain = decided & ~open_ if strict else decided
        self.values = {value: Truths(has & certain, ~may) for value, (has, may) in values.items()}
        self.decided = certain
        self.open = open_


class BatchConditions:
    """Judges the conditions of a plan over some projects; what was judged is kept."""

    def __init__(self, plan: Plan, batch: Facts) -> None:
        """Take a batch, and the conditions that are asked of it."""
        self.plan = plan
        self.batch = batch
        self.views = Views(batch)
        self.comparisons = Comparisons(plan, batch)
        self._states: dict[tuple[str, str | None, bool], BatchState] = {}
        self._pairs: dict[tuple[Hashable, ...], tuple[Axis, Segments]] = {}
        self._kept: dict[tuple[int, Axis, tuple[tuple[str, str], ...], bool], Truths] = {}

    def truths(self, node: Condition, view: View, strict: bool = False) -> Truths:
        """Return the truths of a condition in the rows of a view; `strict` as in `Comparisons.truths`."""
        info = self.plan.of(node)
        home = self.views.home(view, info.free)
        members = tuple(sorted([(name, member) for name, (_, member) in home.members.items()])) if home.members else ()
        key = info.number, home.axis, members, strict and info.strict
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._truths(node, home, strict and info.strict)
        return self.views.brought(found, home, view)

    def bound(self, loop: Loop | None, member: str | None) -> View:
        """Return what a rule or a derivation is about: the projects, one member of a family, or the elements of a list."""
        if loop is None:
            return View(self.views.projects, {}, {})
        if member is not None:
            return View(self.views.projects, {}, {loop.variable: (loop.source, member)})
        return View(self.views.elements(loop.source, loop.variable), {loop.variable: loop.source}, {})

    def state(self, concept: str, member: str | None, strict: bool = False) -> BatchState:
        """Return a derived fact.

        Args:
            concept: Its name.
            member: The member that it is about, where it is about a family.
            strict: Count only what no completion can change.
        """
        key = concept, member, strict and concept in self.plan.strict
        found = self._states.get(key)
        if found is None:
            derivation = self.plan.kb.by_concept[concept]
            view = self.bound(derivation.loop, member)
            lines = [(line.value, self.truths(line.when, view, key[2])) for line in derivation.lines]
            found = self._states[key] = BatchState(lines, view.axis.size, key[2])
        return found

    def _truths(self, node: Condition, view: View, strict: bool) -> Truths:
        if isinstance(node, Comparison):
            if node.left.path in self.plan.kb.vocabulary.concepts:
                return self._derived(node, view, strict)
            return self.comparisons.truths(node, view, strict)
        if isinstance(node, Not):
            return opposite(self.truths(node.child, view, strict))
        if isinstance(node, (All, AnyOf)):
            if not node.children:
                return always(isinstance(node, All), view.axis.size)
            parts = (self.truths(child, view, strict) for child in node.children)
            return both(parts) if isinstance(node, All) else either(parts)
        return self._quantifier(node, view, strict)

    def _derived(self, node: Comparison, view: View, strict: bool) -> Truths:
        """Compare a derived fact, which can have a value while another one is still open."""
        positive = NEGATED.get(node.operator)
        state, fact = self._state(node.left, view, strict), node.left
        of_list = fact.variable is not None and fact.variable in view.lists
        rows = place(view, fact.variable if of_list else None)
        found = taken(self._of_state(state, positive or node.operator, node, strict), rows)
        return found if positive is None else opposite(found)

    def _state(self, fact: Fact, view: View, strict: bool) -> BatchState:
        member = fact.member
        if fact.variable is not None and fact.variable in view.members:
            member = view.members[fact.variable][1]
        return self.state(fact.path, member, strict)

    def _of_state(self, state: BatchState, word: str, node: Comparison, strict: bool) -> Truths:
        if word == "is known":
            return Truths(state.decided, ~(state.decided | state.open) if strict else ~state.decided)
        wanted = constant(node.right, self.plan.kb)
        never = always(False, len(state.decided))
        if word == "in":
            return either([state.values.get(value, never) for value in wanted])
        found = state.values.get(wanted, never)
        return Truths(~found.fails, found.fails) if word == "may be" and not strict else found

    def _quantifier(self, node: Quantifier, view: View, strict: bool) -> Truths:
        members = self.plan.members(node.source)
        if members is not None:
            return self._over_members(node, members, view, strict)
        listed = self.batch.listed(node.source)
        project = place(view, None)
        stated = listed.stated if project is None else listed.stated[project]
        closed = listed.closed if project is None else listed.closed[project]
        axis, segments = self._elements(node, listed, view)
        inner = View(axis, {**view.lists, node.variable: node.source}, view.members)
        if node.kind in ("some", "none", "every"):
            one = self._meant(node, inner, strict)
            some = Truths(segments.any(one.holds), closed & ~segments.any(~one.fails))
            return some if node.kind == "some" else opposite(some)
        sizes = listed.parts.sizes if project is None else listed.parts.sizes[project]
        items = Items(self.truths(node.where, inner, strict), *self._measure(node, inner), segments)
        found = aggregate(node, items, closed, sizes, self.plan.kb)
        return Truths(found.holds & stated, found.fails & stated)

    def _elements(self, node: Quantifier, listed: Listed, view: View) -> tuple[Axis, Segments]:
        """Return the elements that a quantifier runs over for each row, those that cannot be meant left out."""
        if not view.lists:
            return self.views.elements(node.source, node.variable), listed.parts
        join = self.plan.of(node).join
        tied = None if join is None else (join.own, join.other, view.members.get(join.other.variable or ""))
        key = node.source, node.variable, view.axis, tied
        if key not in self._pairs:
            found = None if join is None else fitting(join, listed, view, self.comparisons)
            self._pairs[key] = pairs(view, node.variable, listed) if found is None else found
        return self._pairs[key]

    def _meant(self, node: Quantifier, view: View, strict: bool) -> Truths:
        """Return the truths of what some, none or every is asked about: a witness, or an element that breaks it."""
        where = self.truths(node.where, view, strict)
        return where if node.body is None else both((where, opposite(self.truths(node.body, view, strict))))

    def _measure(self, node: Quantifier, view: View) -> tuple[Mask | None, npt.NDArray[Any] | None]:
        if node.measure is None:
            return None, None
        one = self.comparisons.operand(node.measure, view)
        return one.known, self.comparisons.values(one)

    def _over_members(self, node: Quantifier, members: tuple[str, ...], view: View, strict: bool) -> Truths:
        """Judge a quantifier over a family, whose members are the same for every project."""
        if not members:
            return always(None, view.axis.size)  # the set parameter is empty: there is no such list
        views = [
            View(view.axis, view.lists, {**view.members, node.variable: (node.source, member)}) for member in members
        ]
        if node.kind in ("some", "none", "every"):
            some = either([self._meant(node, one, strict) for one in views])
            return some if node.kind == "some" else opposite(some)
        size = view.axis.size
        truths = [self.truths(node.where, one, strict) for one in views]
        measures = [self._measure(node, one) for one in views]
        # One row a member, those of one row of the view side by side.
        items = Items(
            Truths(_side_by_side([one.holds for one in truths]), _side_by_side([one.fails for one in truths])),
            None
            if node.measure is None
            else _side_by_side([np.ones(size, np.bool_) if known is None else known for known, _ in measures]),
            None if node.measure is None else _side_by_side([values for _, values in measures if values is not None]),
            Segments(np.full(size, len(members), np.int64)),
        )
        return aggregate(node, items, np.ones(size, np.bool_), np.full(size, len(members), np.int64), self.plan.kb)


def _side_by_side(arrays: list[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    return np.stack(arrays, axis=1).ravel()
