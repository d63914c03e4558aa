"""What is certain of a count, a share, an extreme or a sum, as literals: `engine.language.aggregate` over a circuit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from operator import le, lt
from typing import Any, TypeAlias

from .circuit import FALSE, TRUE
from .space import Sym, frac
from .view import SymbolicView

TF: TypeAlias = "tuple[int, int]"
"""That it certainly holds, and that it certainly does not."""


class Aggregates:
    """The aggregates over one symbolic project."""

    def __init__(self, view: SymbolicView) -> None:
        self.view, self.space, self.c = view, view.space, view.c

    def _compared(self, low_ge: int, low_gt: int, high_ge: int, high_gt: int, operator: str) -> TF:
        """Compare the interval from low to high with a bound, given whether each end is at or above it."""
        c = self.c
        if operator == ">=":
            return low_ge, -high_ge
        if operator == ">":
            return low_gt, -high_gt
        if operator == "<":
            return -high_ge, low_ge
        if operator == "<=":
            return -high_gt, low_gt
        true, false = c.all((low_ge, -low_gt, high_ge, -high_gt)), c.any((low_gt, -high_ge))
        return (true, false) if operator == "is" else (false, true)

    def _count(self, items: Sequence[Any], closed: int, bound: Fraction) -> tuple[int, int, int, int]:
        c = self.c
        certain = [c.all((here, t)) for here, (t, _), _, _ in items]
        possible = [c.all((here, -f)) for here, (_, f), _, _ in items]
        ge, gt = math.ceil(bound), math.floor(bound) + 1
        return (
            c.count_at_least(certain, ge),
            c.count_at_least(certain, gt),
            c.any((-closed, c.count_at_least(possible, ge))),
            c.any((-closed, c.count_at_least(possible, gt))),
        )

    def _share(self, items: Sequence[Any], stated: int, closed: int, operator: str, bound: Fraction) -> TF:
        c = self.c
        present = [here for here, _, _, _ in items]
        true, false = [], [c.all((stated, closed, *(-one for one in present)))]
        for n in range(1, len(items) + 1):
            exactly = c.all((stated, closed, c.count_at_least(present, n), -c.count_at_least(present, n + 1)))
            t, f = self._compared(*self._count(items, TRUE, bound * n), operator)
            true.append(c.all((exactly, t)))
            false.append(c.all((exactly, f)))
        return c.any(true), c.any(false)

    def _extreme(
        self,
        kind: str,
        items: Sequence[Any],
        stated: int,
        closed: int,
        operator: str,
        low: float,
        high: float,
        bound: float,
    ) -> TF:
        """The least or greatest measure."""
        c = self.c
        certain = [c.all((here, t)) for here, t, _, _ in items]
        possible = [c.all((here, -t, -f)) for here, t, f, _ in items]
        some_certain = c.any(certain)
        none_at_all = c.all((closed, *(-one for one in (*certain, *possible))))

        def every(pairs: Sequence[tuple[int, int]]) -> int:
            return c.all(c.any((-there, value)) for there, value in pairs)

        def some(pairs: Sequence[tuple[int, int]]) -> int:
            return c.any(c.all((there, value)) for there, value in pairs)

        whole, part = (every, some) if kind == "min" else (some, every)
        ends = []
        for is_wide, limit in ((kind == "min", low), (kind == "max", high)):
            for reached in (partial(le, bound), partial(lt, bound)):
                beyond = TRUE if reached(limit) else FALSE
                values = [c.any((*sym.where(reached), c.all((-sym.known, beyond)))) for _, _, _, sym in items]
                sure = list(zip(certain, values, strict=True))
                maybe = [*zip(possible, values, strict=True), (-closed, beyond)]
                ends.append(whole([*sure, *maybe]) if is_wide else c.choose(some_certain, whole(sure), part(maybe)))
        t, f = self._compared(ends[0], ends[1], ends[2], ends[3], operator)
        return c.all((stated, some_certain, t)), c.all((stated, c.any((f, none_at_all))))

    def _sum(
        self, items: Sequence[Any], closed: int, low: float, high: float, bound: float
    ) -> tuple[int, int, int, int]:
        """Both ends of the sum against the bound, as literals that the solver's arithmetic defines."""
        c = self.c
        least: list[list[tuple[int, Sym | None, float]]] = []
        most: list[list[tuple[int, Sym | None, float]]] = []
        for here, t, f, sym in items:
            sure, maybe = c.all((here, t)), c.all((here, -t, -f))
            nothing = -c.any((sure, maybe))
            negative = c.any(sym.where(lambda value: value < 0))
            positive = c.all((sym.known, -negative))
            for end, limit, moved, kept in ((least, low, negative, positive), (most, high, positive, negative)):
                end.append(
                    [
                        (nothing, None, 0.0),
                        (c.all((sure, sym.known)), sym, 0.0),
                        (c.all((sure, -sym.known)), None, limit),
                        (c.all((maybe, moved)), sym, 0.0),
                        (c.all((maybe, kept)), None, 0.0),
                        (c.all((maybe, -sym.known)), None, min(limit, 0) if end is least else max(limit, 0)),
                    ]
                )
        least.append([(closed, None, 0.0), (-closed, None, 0.0 if low >= 0 else -math.inf)])
        most.append([(closed, None, 0.0), (-closed, None, 0.0 if high <= 0 else math.inf)])
        at_least, above, at_most, beyond = (
            self._atom(end, word, bound) for end in (least, most) for word in (">=", ">")
        )
        return at_least, above, at_most, beyond

    def _atom(self, items: list[list[tuple[int, Sym | None, float]]], operator: str, bound: float) -> int:
        c = self.c
        infinite = c.any(guard for cases in items for guard, _, number in cases if number == math.inf)
        minus = c.any(guard for cases in items for guard, _, number in cases if number == -math.inf)
        finite = [[(g, s, n) for g, s, n in cases if g != FALSE and not math.isinf(n)] for cases in items]
        key = ("sum", tuple(tuple((g, id(s) if s else 0, n) for g, s, n in cases) for cases in finite), operator, bound)
        known = self.space.atoms
        if key not in known:
            told = [
                [(c.digest(g), s.fact.path if s else "", s.subject if s else "", n) for g, s, n in one]
                for one in finite
            ]
            free = c.input(("sum", told, operator, bound))
            yes, no = self._forced(finite, operator, bound)
            known[key] = c.any((yes, c.all((free, -no))))
            c.decided[free] = c.any((yes, no))
        return c.any((infinite, c.all((-minus, known[key]))))

    def _forced(self, items: Sequence[Any], operator: str, bound: float) -> tuple[int, int]:
        """That the regions of the numbers force the test, and that they rule it out; in between it stays free."""
        c = self.c
        states: dict[tuple[Fraction, Fraction, bool], int] = {(Fraction(0), Fraction(0), False): TRUE}
        for cases in items:
            options = []
            for guard, sym, number in cases:
                if sym is None:
                    options.append((guard, frac(number), frac(number), False))
                else:
                    options += [
                        (c.all((guard, here)), frac(a), frac(b), a < b and sym.fact.type == "number")
                        for (a, b), here in ((sym.regions[value], one) for value, one in sym.values.items())
                    ]
            following: dict[tuple[Fraction, Fraction, bool], list[int]] = {}
            for (low, high, inner), here in states.items():
                for guard, a, b, open_ in options:
                    following.setdefault((low + a, high + b, inner or open_), []).append(c.all((here, guard)))
            states = {key: c.any(found) for key, found in following.items()}
            if len(states) > 400:
                return FALSE, FALSE
        limit = frac(bound)
        yes, no = [], []
        for (low, high, inner), here in states.items():
            if low > limit or (low == limit and (operator == ">=" or inner)):
                yes.append(here)
            elif high < limit or (high == limit and (operator == ">" or inner)):
                no.append(here)
        return c.any(yes), c.any(no)
