"""What is alike is told once: things in groups of the same likeness, for every report and every search that does so."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")


def alike(things: Iterable[T], likeness: Callable[[T], Hashable]) -> list[list[T]]:
    """Return things in groups, each group standing where its first thing stood.

    Args:
        things: What is grouped, in order.
        likeness: What things of a group have in common; None for a thing that stays by itself.

    >>> alike(["ab", "c", "de", "f", ""], lambda word: len(word) or None)
    [['ab', 'de'], ['c', 'f'], ['']]
    """
    groups: dict[Hashable, list[T]] = {}
    for number, thing in enumerate(things):
        like = likeness(thing)
        groups.setdefault((number,) if like is None else (like, "alike"), []).append(thing)
    return list(groups.values())
