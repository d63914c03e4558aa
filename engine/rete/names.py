"""Names in the engine's world: of attributes, of kinds of durable facts, of aliases.

The engine knows names by a 32-bit hash only and takes two with the same hash for one, and reads a dot as nesting. Names
like that are refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .stated import InexpressibleError

TYPE = "~"
"""The attribute that holds the kind of a durable fact."""
INDEX = "@"
"""The attribute that holds the place of an element in its list."""
PROJECT = ""
"""The variable of the one durable fact that stands for the project itself; also the source of its attributes."""
PROJECT_KIND = "~project"
UNKNOWN = "?"
"""What an attribute holds, or its mark, that is unknown."""


def mark_of_unknown(name: str) -> str:
    """Return the attribute that holds `UNKNOWN` where a number is unknown.

    >>> mark_of_unknown("a1")
    'a1?'
    """
    return f"{name}?"


def denied_kind(relation: str) -> str:
    """Return the kind of the durable facts of which there is to be none where a relation does not hold.

    >>> denied_kind("r1")
    'no r1'
    """
    return f"no {relation}"


def demand_distinct(names: Iterable[str]) -> None:
    """Raise when the engine would take two names for one, or could not read one."""
    seen: dict[int, str] = {}
    for name in set(names):
        if seen.setdefault(_hash(name), name) != name:
            raise InexpressibleError(f"the rule engine cannot tell the names '{seen[_hash(name)]}' and '{name}' apart")
        if "." in name or name.startswith("$"):
            raise InexpressibleError(f"the rule engine would misread the name '{name}'")


@lru_cache(maxsize=4096)
def _hash(name: str) -> int:
    """Return the FNV-1a hash that the engine computes."""
    result = 2166136261
    for byte in name.encode():
        result = (result ^ byte) * 16777619 & 0xFFFFFFFF
    return result
