"""Whether a circuit can be true: a small solver that learns a clause from each conflict."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from time import process_time

from .circuit import FALSE, TRUE, Circuit


class Solver:
    """Clauses of the cone of one question; false first, so that models state little."""

    def __init__(self, clauses: list[list[int]], many: int) -> None:
        """Take the clauses over this many variables."""
        self.n = many
        self.value = [0] * (many + 1)
        self.level = [0] * (many + 1)
        self.reason: list[list[int] | None] = [None] * (many + 1)
        self.watch: dict[int, list[list[int]]] = {}
        self.activity = [0.0] * (many + 1)
        self.bump = 1.0
        self.trail: list[int] = []
        self.limits: list[int] = []
        self.head = 0
        self.ok = True
        self.conflicts = 0
        self.phase = [-1] * (many + 1)
        self.heap = [(0.0, v) for v in range(1, many + 1)]
        for clause in clauses:
            self.add(clause)

    def add(self, clause: list[int]) -> None:
        """Add a clause."""
        clause = list(dict.fromkeys(clause))
        if len(clause) == 1:
            if self.val(clause[0]) < 0:
                self.ok = False
            elif self.val(clause[0]) == 0:
                self.assign(clause[0], None)
            return
        for lit in clause[:2]:
            self.watch.setdefault(-lit, []).append(clause)

    def val(self, lit: int) -> int:
        """Return 1 where a literal is true, -1 where it is false, 0 where nothing is decided."""
        v = self.value[abs(lit)]
        return v if lit > 0 else -v

    def assign(self, lit: int, reason: list[int] | None) -> None:
        """Let a literal be true."""
        v = abs(lit)
        self.value[v] = 1 if lit > 0 else -1
        self.level[v] = len(self.limits)
        self.reason[v] = reason
        self.trail.append(lit)

    def propagate(self) -> list[int] | None:
        """Draw all consequences; return the clause that is broken, if one is."""
        value = self.value
        while self.head < len(self.trail):
            lit = self.trail[self.head]
            self.head += 1
            watching = self.watch.get(lit)
            if not watching:
                continue
            kept = []
            for i, clause in enumerate(watching):
                if clause[0] == -lit:
                    clause[0], clause[1] = clause[1], clause[0]
                first = clause[0]
                v = value[first] if first > 0 else -value[-first]
                if v > 0:
                    kept.append(clause)
                    continue
                for k in range(2, len(clause)):
                    other = clause[k]
                    if (value[other] if other > 0 else -value[-other]) >= 0:
                        clause[1], clause[k] = other, clause[1]
                        self.watch.setdefault(-other, []).append(clause)
                        break
                else:
                    kept.append(clause)
                    if v < 0:
                        kept.extend(watching[i + 1 :])
                        self.watch[lit] = kept
                        return clause
                    self.assign(first, clause)
            self.watch[lit] = kept
        return None

    def analyse(self, conflict: list[int]) -> tuple[list[int], int]:
        """Return the clause that a conflict teaches, and how far to go back."""
        seen: set[int] = set()
        learnt = [0]
        count = 0
        lit = 0
        index = len(self.trail)
        here = len(self.limits)
        clause = conflict
        while True:
            for q in clause:
                if q == lit:
                    continue
                v = abs(q)
                if v not in seen and self.level[v] > 0:
                    seen.add(v)
                    self.activity[v] += self.bump
                    heapq.heappush(self.heap, (-self.activity[v], v))
                    if self.level[v] == here:
                        count += 1
                    else:
                        learnt.append(q)
            while True:
                index -= 1
                lit = self.trail[index]
                if abs(lit) in seen:
                    break
            count -= 1
            if count == 0:
                break
            reason = self.reason[abs(lit)]
            assert reason is not None
            clause = reason
        learnt[0] = -lit
        back = 0
        if len(learnt) > 1:
            place = max(range(1, len(learnt)), key=lambda i: self.level[abs(learnt[i])])
            learnt[1], learnt[place] = learnt[place], learnt[1]
            back = self.level[abs(learnt[1])]
        self.bump *= 1.05
        return learnt, back

    def cancel(self, level: int) -> None:
        """Take back what was decided after a level."""
        if len(self.limits) > level:
            for lit in self.trail[self.limits[level] :]:
                self.value[abs(lit)] = 0
                heapq.heappush(self.heap, (-self.activity[abs(lit)], abs(lit)))
            del self.trail[self.limits[level] :]
            del self.limits[level:]
            self.head = len(self.trail)

    def solve(self, assumptions: list[int], seconds: float) -> bool:  # noqa: C901
        """Tell whether all clauses can be true with what is assumed; raises TimeoutError when the time is over."""
        if not self.ok:
            return False
        end = process_time() + seconds
        while True:
            conflict = self.propagate()
            if conflict is not None:
                self.conflicts += 1
                if not self.limits:
                    return False
                learnt, back = self.analyse(conflict)
                self.cancel(back)
                if len(learnt) > 1:
                    for lit in learnt[:2]:
                        self.watch.setdefault(-lit, []).append(learnt)
                    self.assign(learnt[0], learnt)
                else:
                    if self.val(learnt[0]) < 0:
                        return False
                    if self.val(learnt[0]) == 0:
                        self.assign(learnt[0], None)
                if self.conflicts % 256 == 0 and process_time() > end:
                    raise TimeoutError
                continue
            decision = 0
            for lit in assumptions:
                v = self.val(lit)
                if v < 0:
                    return False
                if v == 0:
                    decision = lit
                    break
            if not decision:
                best = 0
                while self.heap:
                    best = heapq.heappop(self.heap)[1]
                    if self.value[best] == 0:
                        break
                    best = 0
                if not best:
                    return True
                decision = best * self.phase[best]
            self.limits.append(len(self.trail))
            self.assign(decision, None)


def cone_clauses(c: Circuit, goal: int) -> tuple[list[list[int]], dict[int, int]]:
    """Return the clauses that matter for a goal, and the number that each node has in them."""
    cone = c.cone([goal]) | {1}
    by = c.clauses_of()
    used: set[int] = set()
    waiting = list(cone)
    while waiting:
        for place in by.get(waiting.pop(), ()):
            clause = c.clauses[place]
            # A clause is met by leaving unknown an input that nothing else is about.
            if place in used or any(one < 0 and -one not in cone and c.fanin[-one] is None for one in clause):
                continue
            used.add(place)
            fresh = c.cone(clause) - cone
            cone |= fresh
            waiting.extend(fresh)
    number = {node: place + 1 for place, node in enumerate(sorted(cone))}

    def numbered(literal: int) -> int:
        return number[abs(literal)] if literal > 0 else -number[abs(literal)]

    clauses = [[number[1]]]
    for node in cone:
        fanin = c.fanin[node]
        if fanin is not None:
            clauses += [[-number[node], numbered(one)] for one in fanin]
            clauses.append([number[node], *(-numbered(one) for one in fanin)])
    return clauses + [[numbered(one) for one in c.clauses[place]] for place in used], number


def least_model(c: Circuit, goal: int, seconds: float) -> Callable[[int], bool] | None:
    """Return what tells whether a literal is true in a project in which the goal is true; None where there is none.

    No known fact can be left out of that project.

    Raises:
        TimeoutError: It is not settled in time.
    """
    sums = _sums(c, goal)
    found = _least(c, c.all((goal, *(c.decided[one] for one in sums))), seconds) if sums else None
    return _least(c, goal, seconds) if found is None else found


def _least(c: Circuit, goal: int, seconds: float) -> Callable[[int], bool] | None:
    if goal == FALSE:
        return None
    ends = process_time() + seconds
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
        if solver.solve([wanted, *left_out, -one], max(ends - process_time(), 0.1)):
            left_out += [-other for other in stated if solver.val(other) < 0]
            stated = [other for other in stated if solver.val(other) > 0]
    solver.cancel(0)
    solver.solve([wanted, *left_out], max(ends - process_time(), 0.1))
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
