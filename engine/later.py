"""A mapping whose values are made when somebody asks for them: most runs ask for few."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Later(Mapping[K, V]):
    """A mapping with known keys; each value is made once.

    >>> squares = Later([2, 3], lambda number: number**2)
    >>> squares[3], 4 in squares, dict(squares)
    (9, False, {2: 4, 3: 9})
    """

    __slots__ = ("_found", "_keys", "_make")

    def __init__(self, keys: Collection[K], make: Callable[[K], V]) -> None:
        self._keys = keys
        self._make = make
        self._found: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._found:
            if key not in self._keys:
                raise KeyError(key)
            self._found[key] = self._make(key)
        return self._found[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __reduce__(self) -> tuple[object, ...]:
        """Send it as what it holds: how its values are made stays here."""
        return dict, (dict(self),)

    def __repr__(self) -> str:
        return f"Later({dict(self)!r})"
