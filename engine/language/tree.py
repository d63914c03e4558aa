"""The condition tree: what the text of a rule's ``when`` means, before anything interprets it.

Nodes are plain immutable data. Each knows its place in the rule file, which takes no part in equality. Interpreters
(`engine.evaluate`, `engine.rete`) compile these nodes; nothing here knows how.
"""

# No `from __future__ import annotations`: msgspec would compile each of them at every start.

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ..problems.problem import Place, Placed
from .completeness import completeness

Scalar: TypeAlias = bool | int | float | str

Operator: TypeAlias = Literal[
    "is", "is not", "in", "not in", "<", "<=", ">", ">=",
    "has", "lacks", "within", "not within",
    "is empty", "is not empty", "is incomplete", "is complete", "is dangling", "is not dangling",
    "is known", "is unknown", "may be", "cannot be",
]  # fmt: skip

NEGATED: dict[Operator, Operator] = {
    "is not": "is", "not in": "in", "lacks": "has", "not within": "within", "is not empty": "is empty",
    "is complete": "is incomplete", "is not dangling": "is dangling", "is unknown": "is known", "cannot be": "may be",
}  # fmt: skip
"""The operators that are the negation of another one, with that one."""
COMPLEMENTS: dict[Operator, Operator] = {
    **NEGATED, **{left: right for right, left in NEGATED.items()}, "<": ">=", ">=": "<", ">": "<=", "<=": ">"
}  # fmt: skip
"""Every operator with the one that holds where it does not."""
MIRRORED: dict[Operator, Operator] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "is": "is", "is not": "is not"}
"""Every operator of numbers with the one that holds of their negatives where it does of them."""

SETTLED_BY_NAMED: Mapping[str, bool] = {"has": True, "within": False, "is empty": False, "is incomplete": False}
"""What is said of sets, with the truth that no further value of an open set could change."""

ABOUT_KNOWLEDGE: frozenset[Operator] = frozenset({"is known", "is unknown", "may be", "cannot be"})
"""Operators that ask what is known; they are never unknown themselves."""
ABOUT_REFERENCES: frozenset[Operator] = frozenset({"is dangling", "is not dangling"})
"""Operators that look for what is referred to in its list."""


class Fact(Struct, frozen=True, tag=True):
    """A fact that a comparison reads.

    Attributes:
        path: The fact's name in the vocabulary (`organisations[].kind`, `capitals.*.gap`, `$key_early_kinds`).
        variable: The bound variable whose element is meant, or None for a fact of the project.
        member: The member of a family that is named outright (`economic` in `capitals.economic.gap`).
        attribute: The part after the list or family (`kind`), `id` for the element itself; the whole path for a
            fact of the project.
    """

    path: str
    variable: str | None = None
    member: str | None = None
    attribute: str = ""


class Parameter(Struct, frozen=True, tag=True):
    """A named quantity on the right side of a comparison: `$name`, or `$name.low` of a band."""

    name: str
    part: str | None = None


Right: TypeAlias = Scalar | tuple[Scalar, ...] | Fact | Parameter | None


class Comparison(Placed, frozen=True, tag=True):
    """One leaf: a fact, an operator, and what it is compared with (None where the operator needs nothing)."""

    left: Fact
    operator: Operator
    right: Right
    place: Place | None = None


class All(Placed, frozen=True, tag=True):
    """Every child must hold; without children it holds."""

    children: "tuple[Condition, ...]"
    place: Place | None = None


class Any(Placed, frozen=True, tag=True):
    """At least one child must hold."""

    children: "tuple[Condition, ...]"
    place: Place | None = None


class Not(Placed, frozen=True, tag=True):
    """The child must not hold."""

    child: "Condition"
    place: Place | None = None


AggregateKind: TypeAlias = Literal["count", "sum", "min", "max", "share"]
QuantifierKind: TypeAlias = Literal["some", "none", "every", "count", "sum", "min", "max", "share"]


class Quantifier(Placed, frozen=True, tag=True):
    """A statement about the elements of a list or family.

    Attributes:
        kind: some, none, every; or an aggregate: count, sum, min, max, share.
        source: The list or family (`organisations`, `capitals`).
        variable: The name that the element has inside `where` and `body`.
        where: Which elements are meant; an empty `All` means all of them.
        body: What `every` demands of each; None for the other kinds.
        measure: The numeric fact that sum, min and max run over; None for the others.
        operator: The test of an aggregate (`>=`), None for some, none, every.
        bound: The right side of that test.
    """

    kind: QuantifierKind
    source: str
    variable: str
    where: All
    body: All | None = None
    measure: Fact | None = None
    operator: Operator | None = None
    bound: Right = None
    place: Place | None = None


Condition: TypeAlias = Comparison | All | Any | Not | Quantifier


def walk(node: Condition) -> Iterator[Condition]:
    """Yield a condition and everything below it, depth first."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Comparison):
            continue
        if isinstance(node, (All, Any)):
            waiting += reversed(node.children)
        elif isinstance(node, Not):
            waiting.append(node.child)
        elif isinstance(node, Quantifier):
            waiting += (node.where,) if node.body is None else (node.body, node.where)


def below(node: Condition) -> "Iterator[tuple[Condition, Callable[[Condition], Condition | None]]]":
    """Yield each condition right below another one, and what puts some other one there; nothing where only `all` fits."""
    if isinstance(node, (All, Any)):
        for place, child in enumerate(node.children):
            before, after = node.children[:place], node.children[place + 1 :]
            yield child, lambda new, b=before, a=after: replace(node, children=(*b, new, *a))  # type: ignore[misc]
    elif isinstance(node, Not):
        yield node.child, lambda new: replace(node, child=new)
    elif isinstance(node, Quantifier):
        yield node.where, lambda new: replace(node, where=new) if isinstance(new, All) else None
        if node.body is not None:
            yield node.body, lambda new: replace(node, body=new) if isinstance(new, All) else None


def facts_of(node: Condition) -> Iterator[Fact]:
    """Yield every fact that a condition reads, right sides and measures included."""
    return (fact for part in walk(node) for fact in read_by(part))


def read_by(node: Condition) -> tuple[Fact, ...]:
    """Return the facts that one node reads itself, right side and measure included."""
    if isinstance(node, Comparison):
        return (node.left, node.right) if isinstance(node.right, Fact) else (node.left,)
    if isinstance(node, Quantifier):
        return tuple(fact for fact in (node.measure, node.bound) if isinstance(fact, Fact))
    return ()


def read_in(conditions: Iterable[Condition]) -> set[str]:
    """Return the facts, derived facts and lists that conditions read."""
    found: set[str] = set()
    for condition in conditions:
        found |= {fact.path for fact in facts_of(condition)}
        for node in walk(condition):
            if isinstance(node, Quantifier):
                found |= {node.source, completeness(node.source)}
    return found
