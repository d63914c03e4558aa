"""Why a condition holds, as plain data: its parts as far as they decided, derived facts opened one level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ..evaluate import Evaluator
from ..language.tree import All, Any, Comparison, Condition, Not, Quantifier
from ..project.memory import Key
from .account import Account, Accounts, GroupAccount, LeafAccount, ListAccount

Parts: TypeAlias = "list[tuple[Condition, list[Account]]]"
"""Parts of a condition, each with its accounts for all that the condition is told of."""


class Why(Struct, frozen=True):
    """A part of a condition that holds.

    Attributes:
        node: The part; of the values that a derived fact is compared with, only those that it has.
        parts: The parts of a conjunction; of a disjunction those that hold; what a statement about a list says of an
            element; the conditions that give a derived fact the value that it has.
        place: Where it stands among all parts of what it belongs to.
    """

    node: Condition
    parts: tuple[Why, ...] = ()
    place: int = 0


class Whys(Mapping[tuple[str, str | None], Why]):
    """Why findings hold, by code and subject; told when somebody asks for it, because few runs do."""

    def __init__(self, accounts: Accounts, keys: Mapping[tuple[str, str | None], Key]) -> None:
        """Tell why the outcomes of a run hold, by code and subject."""
        self._accounts = accounts
        self._keys = keys

    def __getitem__(self, finding: tuple[str, str | None]) -> Why:
        account = self._accounts.of_outcome(self._keys[finding])
        assert account is not None
        return _Reader(self._accounts.evaluator).tell(0, account.node, [account])

    def __iter__(self) -> Iterator[tuple[str, str | None]]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __reduce__(self) -> tuple[object, ...]:
        return dict, (dict(self),)  # another process gets what it holds


def together(whys: Sequence[Why]) -> Why:
    """Return why a condition holds for several subjects: with what decided for any of them."""
    first, *others = whys
    if not others:
        return first
    places: dict[int, list[Why]] = {}
    for part in (part for one in whys for part in one.parts):
        places.setdefault(part.place, []).append(part)
    parts = tuple([together(places[place]) for place in sorted(places)])
    return Why(_together([one.node for one in whys]), parts, first.place)


class _Reader:
    """Tells a condition by its accounts for all elements that decided.

    Without any account it is told as a whole: what no element is like, and what is not so.
    """

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator

    def tell(self, place: int, node: Condition, accounts: list[Account], *, inside: bool = False) -> Why:
        """Tell a part; what gives a derived fact its value opens no other one."""
        parts: Parts = []
        if isinstance(node, (All, Any)):
            parts = _columns(node, accounts)
        elif isinstance(node, Not):
            parts = [(node.child, [])]
        elif isinstance(node, Quantifier):
            parts = _of_element(node, accounts)
        else:
            node, parts = self._comparison(node, accounts)
            parts, inside = [] if inside else parts, True
        holding = [(child, [one for one in row if one.truth is True]) for child, row in parts]
        whole = not any(row for _, row in holding)
        told = [self.tell(at, *one, inside=inside) for at, one in enumerate(holding) if whole or one[1]]
        return Why(node, tuple(told), place)

    def _comparison(self, node: Comparison, accounts: list[Account]) -> tuple[Comparison, Parts]:
        """Return a comparison with the values that decided, and the conditions of a derived fact for those values."""
        compiled = self.evaluator.by_concept.get(node.left.path)
        if compiled is None or node.operator not in ("is", "in"):
            return node, []
        asked = node.right if isinstance(node.right, tuple) else (node.right,)
        read = [one for account in accounts if isinstance(account, LeafAccount) for _, _, one in account.reads()]
        derived = [one for one in read if one is not None]
        had = tuple(value for value in asked if any(one.state.value == value for one in derived))
        if had and isinstance(node.right, tuple):
            node = replace(node, right=had)
        certain = [(len(one.lines()), one.lines()[-1][1]) for one in derived]
        lines = enumerate(compiled.derivation.lines, 1)
        return node, [
            (line.when, [one for at, one in certain if at == number]) for number, line in lines if line.value in asked
        ]


def _columns(group: All | Any, accounts: Iterable[Account]) -> Parts:
    rows = [account.parts() for account in accounts if isinstance(account, GroupAccount)]
    return [(child, [row[at] for row in rows]) for at, child in enumerate(group.children)]


def _of_element(node: Quantifier, accounts: Iterable[Account]) -> Parts:
    """Return what a statement says of an element: of those that are there as it is, otherwise as a whole."""
    if node.kind == "every" and not node.where.children and node.body is not None:
        return _columns(node.body, ())
    if node.kind not in ("some", "none"):
        return []
    listed = [account for account in accounts if isinstance(account, ListAccount) and node.kind == "some"]
    return _columns(node.where, [one.parts[0] for account in listed for one in account.decided()])


def _together(nodes: Sequence[Condition]) -> Condition:
    """Return one condition for what differs only in the values that decided."""
    first = nodes[0]
    if not isinstance(first, Comparison) or not isinstance(first.right, tuple):
        return first
    rights = [node.right for node in nodes if isinstance(node, Comparison) and isinstance(node.right, tuple)]
    return replace(first, right=tuple(dict.fromkeys(value for right in rights for value in right)))
