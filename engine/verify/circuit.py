"""A boolean circuit: and-nodes and inputs, each made once. Literals are whole numbers; 1 is true, a minus negates."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

TRUE, FALSE = 1, -1


class Circuit:
    """And-nodes and inputs, and the clauses that hold in every project."""

    def __init__(self) -> None:
        self.fanin: list[tuple[int, ...] | None] = [None, None]  # node 0 unused, node 1 = true
        self.names: dict[int, object] = {}
        self.decided: dict[int, int] = {}  # of each input that stands for a sum, that the numbers' regions decide it
        self._known: dict[tuple[int, ...], int] = {}
        self._clauses_of: dict[int, list[int]] | None = None
        self.clauses: list[tuple[int, ...]] = []  # clauses that hold in every project
        self._digests: list[bytes] = [b"", b""]

    def input(self, name: object) -> int:
        """Add an input."""
        self.fanin.append(None)
        node = len(self.fanin) - 1
        self.names[node] = name
        return node

    def all(self, literals: Iterable[int]) -> int:
        """Return the literal that all of them are true."""
        found: set[int] = set()
        for literal in literals:
            if literal == FALSE or -literal in found:
                return FALSE
            if literal != TRUE:
                found.add(literal)
        if not found:
            return TRUE
        if len(found) == 1:
            return found.pop()
        key = tuple(sorted(found))
        node = self._known.get(key)
        if node is None:
            self.fanin.append(key)
            node = self._known[key] = len(self.fanin) - 1
        return node

    def any(self, literals: Iterable[int]) -> int:
        """Return the literal that one of them is true."""
        return -self.all([-literal for literal in literals])

    def same(self, a: int, b: int) -> int:
        """Return the literal that both are alike."""
        if a == b:
            return TRUE
        if a == -b:
            return FALSE
        return self.all((-self.all((a, -b)), -self.all((b, -a))))

    def differ(self, one: Mapping[Any, int], other: Mapping[Any, int]) -> int:
        """Return the literal that two sets of literals are not alike; one that is not there is false."""
        return self.any(-self.same(one.get(key, FALSE), other.get(key, FALSE)) for key in {**one, **other})

    def choose(self, c: int, a: int, b: int) -> int:
        """Return the one where a condition is true, else the other."""
        return self.any((self.all((c, a)), self.all((-c, b))))

    def require(self, *clause: int) -> None:
        """Let a clause hold in every project."""
        if TRUE in clause or any(-one in clause for one in clause):
            return
        self._clauses_of = None
        self.clauses.append(tuple(one for one in dict.fromkeys(clause) if one != FALSE))

    def at_most_one(self, literals: list[int]) -> None:
        """Let no two of them be true."""
        for place, one in enumerate(literals):
            for other in literals[:place]:
                self.require(-one, -other)

    def count_at_least(self, literals: list[int], n: int) -> int:
        """At least n of the literals."""
        if n <= 0:
            return TRUE
        if n > len(literals):
            return FALSE
        row = [TRUE] + [FALSE] * n
        for literal in literals:
            row = [TRUE] + [self.any((row[i], self.all((row[i - 1], literal)))) for i in range(1, n + 1)]
        return row[n]

    def cone(self, roots: Iterable[int]) -> set[int]:
        """Return all nodes that some are made of."""
        seen: set[int] = set()
        waiting = [abs(one) for one in roots]
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            fanin = self.fanin[node]
            if fanin is not None:
                waiting.extend(abs(one) for one in fanin)
        return seen

    def digest(self, literal: int) -> bytes:
        """Return in 20 bytes what a literal is made of, from the names of inputs on: the same in every circuit that has it.

        Whatever a node is made of comes before it in their order.
        """
        made = self._digests
        for node in range(len(made), abs(literal) + 1):
            fanin = self.fanin[node]
            parts = [repr(self.names[node]).encode()] if fanin is None else sorted(map(self.digest, fanin))
            depth = 0 if fanin is None else 1 + max(int.from_bytes(made[abs(one)][:3], "big") for one in fanin)
            made.append(depth.to_bytes(3, "big") + blake2b(b"".join(parts), digest_size=16).digest())
        return made[abs(literal)] + (b"-" if literal < 0 else b"+")

    def truth(self, stated: Collection[int]) -> Callable[[int], bool]:
        """Return what tells whether a literal is true where these inputs are, and no other one."""
        values = {TRUE: True, **dict.fromkeys(stated, True)}

        def true(literal: int) -> bool:
            waiting = [abs(literal)]
            while waiting:
                fanin = self.fanin[waiting[-1]] if waiting[-1] not in values else ()
                lacking = [abs(one) for one in fanin or () if abs(one) not in values]
                if lacking:
                    waiting += lacking
                    continue
                node = waiting.pop()
                if node not in values:
                    values[node] = fanin is not None and all(values[abs(one)] is (one > 0) for one in fanin)
            return values[abs(literal)] is (literal > 0)

        return true

    def clauses_of(self) -> dict[int, list[int]]:
        """Return the places of the clauses that speak of each node."""
        if self._clauses_of is None:
            self._clauses_of = {}
            for place, clause in enumerate(self.clauses):
                for literal in clause:
                    self._clauses_of.setdefault(abs(literal), []).append(place)
        return self._clauses_of


class Free:
    """Inputs that stand for what a verdict is made of besides a fact, so that a proof does not rest on it."""

    def __init__(self, c: Circuit, first: int) -> None:
        """Take the circuit, in which verdicts begin with a node."""
        self.c, self.first = c, first
        self._inputs: dict[int, int] = {}

    def __call__(self, literal: int) -> int:
        """Return the input that stands for a part of a verdict; any other literal as it is."""
        node = abs(literal)
        if node < self.first or self.c.fanin[node] is None:
            return literal
        if node not in self._inputs:
            self._inputs[node] = self.c.input(("free", len(self._inputs)))
        return self._inputs[node] if literal > 0 else -self._inputs[node]


class Cofactor:
    """Literals with some inputs decided."""

    def __init__(self, c: Circuit, above: Sequence[int], decided: Mapping[int, int], free: Free | None) -> None:
        """Decide inputs; new nodes are added to the circuit.

        Args:
            c: The circuit.
            above: Every node that is made of one of the inputs, in order.
            decided: What each of them is.
            free: What to put for the parts of verdicts that are made of none of them.
        """
        new = self._new = dict(decided)
        self._touched = {*above, *decided}
        for node in above:
            parts: tuple[list[int], list[int]] = [], []
            for one in c.fanin[node] or ():
                parts[abs(one) in self._touched].append(one)
            others = c.all(parts[0])
            if free is not None and node >= free.first:
                others = free(others)
            changed = c.all((others, *map(self, parts[1])))
            if changed != node:
                new[node] = changed

    def __call__(self, literal: int) -> int:
        """Return a literal under the decision."""
        found = self._new.get(abs(literal), abs(literal))
        return found if literal > 0 else -found

    def touches(self, literal: int) -> bool:
        """Tell whether a literal is made of one of the inputs."""
        return abs(literal) in self._touched
