"""Formulas of another solver (z3) in place of the literals of a circuit: what is said of any element of a list, and what a sum comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import z3

from advise.engine.verify.circuit import FALSE, TRUE, Circuit


@dataclass(eq=False, frozen=True)
class Element:
    """Any element of a list."""

    term: Any


class Term:
    """A literal that is a formula."""

    def __init__(self, formula: Any, opposite: Term | None = None) -> None:
        self.formula, self._opposite = formula, opposite

    def __neg__(self) -> Term:
        if self._opposite is None:
            self._opposite = Term(z3.Not(self.formula), self)
        return self._opposite


def formula(literal: Any) -> Any:
    return literal.formula if isinstance(literal, Term) else z3.BoolVal(literal > 0)


class Formulas(Circuit):
    """A circuit whose literals are formulas, and what holds of every project."""

    def __init__(self) -> None:
        super().__init__()
        self.axioms: list[Any] = []
        self.about: list[Any] | None = []
        """The elements that are spoken of; None where it was said before."""

    def input(self, name: Any) -> Any:
        _, path, subject, part = name
        element = subject[1] if subject is not None and isinstance(subject[1], Element) else None
        if element is None:
            return Term(z3.Bool(f"{path} {subject} {part}"))
        return Term(z3.Function(f"{path} {part}", element.term.sort(), z3.BoolSort())(element.term))

    def all(self, literals: Iterable[Any]) -> Any:
        return _joined(literals, FALSE, z3.And)

    def any(self, literals: Iterable[Any]) -> Any:
        return _joined(literals, TRUE, z3.Or)

    def require(self, *clause: Any) -> None:
        if self.about is not None:
            told = z3.Or(*map(formula, clause))
            self.axioms.append(z3.ForAll(self.about, told) if self.about else told)


def _joined(literals: Iterable[Any], settles: int, join: Callable[..., Any]) -> Any:
    found = [one for one in literals if isinstance(one, Term) or one == settles]
    if any(isinstance(one, int) for one in found):
        return settles
    if len(found) < 2:
        return found[0] if found else -settles
    return Term(join([one.formula for one in found]))


@dataclass(eq=False, frozen=True)
class Sum:
    """An end of what a sum comes to over the elements of a list, each of which adds a number from zero on."""

    total: Any
    element: Any
    part: Any

    def axioms(self) -> list[Any]:
        some_part = z3.Exists([self.element], self.part > 0)
        most = z3.ForAll([self.element], self.part <= self.total)
        return [self.total >= 0, most, z3.Implies(self.total > 0, some_part)]

    def at_most(self, other: Sum) -> Any:
        """Return the formula that nothing comes to more than what adds as much for every element."""
        part = z3.substitute(other.part, (other.element, self.element))
        return z3.Implies(z3.ForAll([self.element], self.part <= part), self.total <= other.total)


class Related(dict[Any, Any]):
    """What an element refers to: a literal for any other element."""

    def __init__(self, relation: Callable[[Any], Any]) -> None:
        super().__init__()
        self.relation = relation

    def get(self, one: Any, default: Any = None) -> Any:
        return Term(self.relation(one.term)) if isinstance(one, Element) else default
