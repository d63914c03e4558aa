"""Whether a circuit can be true: a small solver that learns a clause from each conflict."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from time import process_time

from msgspec import Struct

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


class Query:
    """A goal with the clauses that matter for it, in an order that depends on nothing else.

    Attributes:
        nodes: All nodes that matter, inputs first.
        inputs: The inputs among them.
        key: What the question rests on; the same in every circuit that has it.
    """

    def __init__(self, c: Circuit, goal: int) -> None:
        self.c, self.goal = c, goal
        cone = c.cone([goal]) | {TRUE}
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
        self.inputs = sorted(node for node in cone if c.fanin[node] is None and node != TRUE)
        made = sorted((node for node in cone if c.fanin[node] is not None), key=c.digest)
        self.nodes = [TRUE, *self.inputs, *made]
        self._used = used
        held = sorted(b"".join(sorted(map(c.digest, c.clauses[place]))) for place in used)
        told = [c.digest(goal), *map(c.digest, self.inputs), *held]
        self.key = blake2b(b"".join(told), digest_size=16).hexdigest()

    def is_model(self, places: Sequence[int]) -> bool:
        """Tell whether the goal is true in a project where these inputs are, given by their places."""
        if not all(0 <= place < len(self.inputs) for place in places):
            return False
        true = self.c.truth([self.inputs[place] for place in places])
        return true(self.goal) and all(any(map(true, self.c.clauses[place])) for place in self._used)

    def least(self, seconds: float) -> list[int] | None:
        """Return the inputs that are true where the goal is, of which none can be left out; None where it never is.

        Raises:
            TimeoutError: It is not settled in time.
        """
        ends = process_time() + seconds
        number = {node: place for place, node in enumerate(self.nodes, 1)}
        solver = Solver(self._clauses(number), len(number))
        wanted = number[abs(self.goal)] if self.goal > 0 else -number[abs(self.goal)]
        if not solver.solve([wanted], seconds):
            return None
        inputs = [number[node] for node in self.inputs]
        stated = [one for one in inputs if solver.val(one) > 0]
        left_out = [-one for one in inputs if solver.val(one) < 0]
        for one in tuple(stated):
            if one not in stated:
                continue
            solver.cancel(0)
            if solver.solve([wanted, *left_out, -one], max(ends - process_time(), 0.1)):
                left_out += [-other for other in stated if solver.val(other) < 0]
                stated = [other for other in stated if solver.val(other) > 0]
        return [self.nodes[one - 1] for one in stated]

    def _clauses(self, number: Mapping[int, int]) -> list[list[int]]:
        c = self.c

        def numbered(literals: Iterable[int]) -> list[int]:
            return sorted((number[abs(one)] if one > 0 else -number[abs(one)] for one in literals), key=abs)

        clauses = [[1]]
        for node in self.nodes:
            fanin = c.fanin[node]
            if fanin is not None:
                parts = numbered(fanin)
                clauses += [[-number[node], one] for one in parts]
                clauses.append([number[node], *(-one for one in parts)])
        return clauses + sorted(numbered(c.clauses[place]) for place in self._used)


class Solved(Struct):
    """Questions that were settled, by what they rest on.

    Attributes:
        models: Of each, the places of the inputs that are true in its least model; None where it has none.
    """

    models: dict[str, tuple[int, ...] | None] = {}


class Solving:
    """Settles questions, and knows those that were settled before.

    Attributes:
        now: What was settled or found again.
        asked: How many questions were not known.
    """

    def __init__(self, before: Solved) -> None:
        """Take what need not be asked again."""
        self.before, self.now, self.asked = before, Solved(), 0

    def least(self, question: Query, seconds: float) -> list[int] | None:
        """Return the same as `Query.least`."""
        places = self.before.models.get(question.key, ())
        if places is not None and not question.is_model(places):
            self.asked += 1
            stated = question.least(seconds)
            at = {node: place for place, node in enumerate(question.inputs)}
            places = None if stated is None else tuple(at[node] for node in stated)
        self.now.models[question.key] = places
        return None if places is None else [question.inputs[place] for place in places]


def least_model(c: Circuit, goal: int, seconds: float, solving: Solving | None = None) -> Callable[[int], bool] | None:
    """Return what tells whether a literal is true in a project in which the goal is true; None where there is none.

    No known fact can be left out of that project.

    Raises:
        TimeoutError: It is not settled in time.
    """
    solving = solving or Solving(Solved())
    sums = _sums(c, goal)
    decided = [c.all((goal, *(c.decided[one] for one in sums)))] if sums else []  # else they are only bounded
    for one in (*decided, goal):
        stated = solving.least(Query(c, one), seconds) if one != FALSE else None
        if stated is not None:
            return c.truth(stated)
    return None


def is_bounded(c: Circuit, goal: int) -> bool:
    """Tell whether a sum decides: it is only bounded, so that a project that the solver finds may miss it."""
    return bool(_sums(c, goal))


def _sums(c: Circuit, goal: int) -> list[int]:
    return [node for node in sorted(c.cone([goal])) if node in c.decided]
