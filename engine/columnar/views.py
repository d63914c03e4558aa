"""What the rows of an array are while a condition is judged: projects, elements of a list, or pairs of elements.

A condition is judged on the fewest rows that matter to it: one about the project once for each project, one about an element
once for each element, however many pairs it then takes part in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from .arrays import Numbers, Rows, Segments, Truths, taken
from .batch import Facts, Listed


class Axis:
    """What the rows of arrays are.

    Attributes:
        size: How many rows there are.
        project: The project of each row; None where the rows are the projects.
        at: For each bound variable, the place of its element among all elements of its list; None where the rows are the
            elements of this list.
    """

    def __init__(self, size: int, project: Rows | None, at: Mapping[str, Rows | None]) -> None:
        """Describe rows."""
        self.size = size
        self.project = project
        self.at = at


class View(NamedTuple):
    """What is bound to each variable while a condition is judged.

    Attributes:
        axis: The rows.
        lists: The list whose elements a variable is bound to, for those that the axis knows.
        members: The member of a family or of a set parameter that a variable is bound to in every row, with what it is of.
    """

    axis: Axis
    lists: Mapping[str, str]
    members: Mapping[str, tuple[str, str]]


class Views:
    """The axes of one batch, each made once."""

    def __init__(self, batch: Facts) -> None:
        """Take a batch, whose projects are the first axis."""
        self.batch = batch
        self.projects = Axis(batch.size, None, {})
        self._elements: dict[tuple[str, str], Axis] = {}

    def elements(self, source: str, variable: str) -> Axis:
        """Return the axis of the elements of a list, bound to a variable."""
        found = self._elements.get((source, variable))
        if found is None:
            listed = self.batch.listed(source)
            found = self._elements[source, variable] = Axis(listed.parts.rows, listed.project, {variable: None})
        return found

    def home(self, view: View, free: frozenset[str]) -> View:
        """Return the view with the fewest rows in which some variables are bound as in another one."""
        if not view.members and free.issuperset(view.lists):
            return view
        lists = {name: source for name, source in view.lists.items() if name in free}
        members = {name: member for name, member in view.members.items() if name in free}
        if len(lists) == len(view.lists):
            return View(view.axis, view.lists, members)
        if not lists:
            return View(self.projects, lists, members)
        if len(lists) == 1:
            ((variable, source),) = lists.items()
            return View(self.elements(source, variable), lists, members)
        return View(view.axis, view.lists, members)

    def brought(self, truths: Truths, home: View, view: View) -> Truths:
        """Return truths of the rows of a home for the rows of the view that it is the home of."""
        if home.axis is view.axis:
            return truths
        return taken(truths, view.axis.at[next(iter(home.lists))] if home.lists else view.axis.project)


def place(view: View, variable: str | None) -> Rows | None:
    """Return the row of the project, or of the element bound to a variable, for each row; None for each row as it is."""
    return view.axis.project if variable is None else view.axis.at[variable]


def pairs(view: View, variable: str, listed: Listed) -> tuple[Axis, Segments]:
    """Return the axis of all elements of a list for each row of a view, and which pairs belong to which row."""
    project = place(view, None)
    assert project is not None
    segments = Segments(listed.parts.sizes[project])
    inside: Numbers = np.arange(segments.rows) - segments.starts[:-1][segments.owner]
    element = inside + listed.parts.starts[:-1][project[segments.owner]]
    return paired(view, variable, segments.owner, element), segments


def paired(view: View, variable: str, outer: Rows, element: Rows) -> Axis:
    """Return the axis of some pairs of a row of a view and an element of a list."""
    project = view.axis.project
    at: dict[str, Rows | None] = {name: outer if rows is None else rows[outer] for name, rows in view.axis.at.items()}
    return Axis(len(outer), outer if project is None else project[outer], {**at, variable: element})
