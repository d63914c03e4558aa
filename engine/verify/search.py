"""A smallest project in which something is so, or none: a question to the solver about the cone of one literal."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from .circuit import FALSE, TRUE, Circuit
from .solver import Solver, cone_clauses


def least_model(c: Circuit, goal: int, seconds: float) -> Callable[[int], bool] | None:
    """Return a project in which a literal is true and of which no known fact can be left out; None where there is none.

    Args:
        c: The circuit.
        goal: The literal.
        seconds: The most time that it may take.

    Returns:
        Tells whether a literal is true in that project.

    Raises:
        TimeoutError: It is not settled in time.
    """
    sums = _sums(c, goal)
    found = _least(c, c.all((goal, *(c.decided[one] for one in sums))), seconds) if sums else None
    return _least(c, goal, seconds) if found is None else found


def _least(c: Circuit, goal: int, seconds: float) -> Callable[[int], bool] | None:
    if goal == FALSE:
        return None
    ends = monotonic() + seconds
    clauses, number = cone_clauses(c, goal)
    solver = Solver(clauses, len(number))
    wanted = number[abs(goal)] if goal > 0 else -number[abs(goal)]
    if not solver.solve([wanted], seconds):
        return None
    inputs = [number[node] for node in number if node > 1 and c.fanin[node] is None]
    stated = [one for one in inputs if solver.val(one) > 0]
    left_out = [-one for one in inputs if solver.val(one) < 0]
    for one in tuple(stated):
        if one not in stated:
            continue
        solver.cancel(0)
        if solver.solve([wanted, *left_out, -one], max(ends - monotonic(), 0.1)):
            left_out += [-other for other in stated if solver.val(other) < 0]
            stated = [other for other in stated if solver.val(other) > 0]
    solver.cancel(0)
    solver.solve([wanted, *left_out], max(ends - monotonic(), 0.1))
    values: dict[int, bool] = {}

    def true(literal: int) -> bool:
        node = abs(literal)
        if node not in values:
            fanin = c.fanin[node]
            if node in number:
                values[node] = solver.val(number[node]) > 0
            elif fanin is None:
                values[node] = node == TRUE
            else:
                values[node] = all(true(one) for one in fanin)
        return values[node] is (literal > 0)

    return true


def is_bounded(c: Circuit, goal: int) -> bool:
    """Tell whether a sum decides: it is only bounded, so that a project that the solver finds may miss it."""
    return bool(_sums(c, goal))


def _sums(c: Circuit, goal: int) -> list[int]:
    return [node for node in c.cone([goal]) if node in c.decided]
