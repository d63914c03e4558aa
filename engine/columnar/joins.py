"""Joins: the pairs of elements that can have to do with one another, found by their ids and not by trying all.

`kpi.goals has goal.id` rules out almost every KPI for a goal, and an element that is ruled out contributes nothing to a
quantifier. Only ids and words are looked up; what is not known on either side pairs with everything of its project.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ..evaluate.conditions import Join
from .arrays import Mask, Numbers, Rows, Segments
from .batch import Listed
from .columns import Column, SetColumn
from .comparisons import Comparisons
from .views import Axis, View, paired, place


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
    pairs = np.unique(np.concatenate([one * np.int64(max(1, listed.parts.rows)) + other for one, other in found]))
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
