"""What one request keeps for the next ones: the last few of something, by what they are known by."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Hashable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from ...engine.reading.encoding import opened

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """The last few of something.

    Example:
        >>> notes = Recent(2)
        >>> notes.put("a", 1), notes.put("b", 2), notes.get("a"), notes.put("c", 3), notes.get("b")
        (1, 2, 1, 3, None)
    """

    def __init__(self, most: int) -> None:
        """Keep so many of them."""
        self._most = most
        self._held: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable) -> Value | None:
        """Return what is kept under a key, and keep it longer; None where nothing is."""
        if key not in self._held:
            return None
        self._held.move_to_end(key)
        return self._held[key]

    def put(self, key: Hashable, value: Value) -> Value:
        """Keep something, and return it."""
        self._held[key] = value
        self._held.move_to_end(key)
        while len(self._held) > self._most:
            self._held.popitem(last=False)
        return value

    def numbered(self, value: Value) -> str:
        """Keep something under a number that nobody guesses, and return that."""
        number = secrets.token_hex(8)
        self.put(number, value)
        return number

    def drop(self, key: Hashable) -> None:
        """Keep it no longer."""
        self._held.pop(key, None)


def contents(path: Path) -> str:
    """Return what tells the contents of a file from all others; of one that cannot be read, nothing."""
    with suppress(OSError), opened(path) as file:
        return sha256(file.read()).hexdigest()
    return ""
