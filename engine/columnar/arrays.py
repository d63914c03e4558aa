"""Truths of many rows at once, and what is said of rows that belong together.

A truth is a pair of boolean arrays, one element a row: where it holds, and where it fails; where neither is so, it cannot
be told. Kleene's tables are then plain conjunctions and disjunctions. Arrays that were handed out are never written to.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Mask: TypeAlias = "npt.NDArray[np.bool_]"
Rows: TypeAlias = "npt.NDArray[np.intp]"
"""Numbers of rows."""
Numbers: TypeAlias = "npt.NDArray[np.int64]"
Floats: TypeAlias = "npt.NDArray[np.float64]"
BitWords: TypeAlias = "npt.NDArray[np.uint64]"
_LONGEST = 57
"""Rows of a segment whose marks fit into a number that begins at any bit of a byte."""
_KEPT = {-1: 256 << 20, -3: 32 << 20}
"""What `mallopt` is told: bytes that may lie free at the end (M_TRIM_THRESHOLD), and arrays that come from there (M_MMAP_THRESHOLD)."""


def keep_freed_memory() -> None:
    """Let this process keep memory that arrays no longer need for the next ones; nothing happens where C's library cannot.

    Each batch makes and drops the same arrays. To give their memory back and have it cleared again takes a sixth of the time.
    """
    with suppress(AttributeError, OSError, TypeError):  # no such function, or no such library
        for parameter, value in _KEPT.items():
            ctypes.CDLL(None).mallopt(parameter, value)


class Truths(NamedTuple):
    """What is true of each row.

    Attributes:
        holds: Where it is true.
        fails: Where it is false; never where it is true.
    """

    holds: Mask
    fails: Mask

    @property
    def unknown(self) -> Mask:
        """Where it cannot be told."""
        return ~(self.holds | self.fails)


def always(truth: bool | None, size: int) -> Truths:
    """Return the same truth for so many rows."""
    none = np.zeros(size, np.bool_)
    every = none if truth is None else np.ones(size, np.bool_)
    return Truths(every, none) if truth is True else Truths(none, every)


def opposite(truths: Truths) -> Truths:
    """Negate; what cannot be told stays so."""
    return Truths(truths.fails, truths.holds)


def both(parts: Iterable[Truths]) -> Truths:
    """Return the conjunction of at least one truth: one that fails settles it."""
    (holds, fails), *others = parts
    for part in others:
        holds, fails = holds & part.holds, fails | part.fails
    return Truths(holds, fails)


def either(parts: Iterable[Truths]) -> Truths:
    """Return the disjunction of at least one truth: one that holds settles it."""
    return opposite(both(opposite(part) for part in parts))


def where_known(test: Mask, *known: Mask | None) -> Truths:
    """Return the truths of a test of values that are known in some rows only; None stands for all rows."""
    told = [one for one in known if one is not None]
    if not told:
        return Truths(test, ~test)
    seen = told[0] if len(told) == 1 else np.logical_and.reduce(told)
    return Truths(test & seen, seen & ~test)


def taken(truths: Truths, rows: Rows | None) -> Truths:
    """Return the truths of these rows, which may name one several times; None stands for each row as it is."""
    return truths if rows is None else Truths(truths.holds[rows], truths.fails[rows])


def chosen(mask: Mask, value: np.uint8, others: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return one value where the mask is set and the others elsewhere; `numpy.where` takes eight times as long."""
    return others ^ ((others ^ value) & -mask.view(np.uint8))


def distinct(numbers: Numbers) -> Numbers:
    """Return each number once, in order; by sorting them, which are nearly in order here."""
    found = np.sort(numbers, kind="stable")
    once: Numbers = found[np.concatenate([np.ones(min(1, len(found)), np.bool_), found[1:] != found[:-1]])]
    return once


class Segments:
    """Rows that belong together, side by side: the elements of each project, the pairs of each element.

    Attributes:
        sizes: How many rows each segment has.
        starts: Where each begins, and at last where the rows end; one longer than there are segments.
    """

    def __init__(self, sizes: Numbers) -> None:
        """Take the number of rows of each segment."""
        self.sizes = sizes
        self.starts: Numbers = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])

    @cached_property
    def owner(self) -> Rows:
        """The segment of each row."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    @cached_property
    def longest(self) -> int:
        """The number of rows of the longest segment."""
        return int(self.sizes.max(initial=0))

    @property
    def rows(self) -> int:
        """The number of rows of all segments."""
        return int(self.starts[-1])

    @cached_property
    def _windows(self) -> tuple[Rows, BitWords, BitWords]:
        """Of each segment the byte in which its first bit stands, the place of that, and ones for its rows."""
        starts = self.starts[:-1]
        return starts >> 3, (starts & 7).astype(np.uint64), ((1 << self.sizes) - 1).astype(np.uint64)

    def _marked(self, mask: Mask) -> BitWords | None:
        """Return the marks of each segment as the bits of a number; None where one is too long for that."""
        if self.longest > _LONGEST:
            return None
        byte, first, ones = self._windows
        bits = np.packbits(mask, bitorder="little")
        bits = np.concatenate([bits, np.zeros(8, np.uint8)])
        # The number that begins at each byte; a number is eight bytes, and begins within the first.
        found: BitWords = np.ndarray(len(bits) - 7, "<u8", bits, strides=(1,)).copy().take(byte)
        found >>= first
        found &= ones
        return found

    def any(self, mask: Mask) -> Mask:
        """Tell of each segment whether one of its rows is marked."""
        if not mask.any():
            return np.zeros(len(self.sizes), np.bool_)
        marked = self._marked(mask)
        found: Mask = self.total(mask) > 0 if marked is None else marked != 0
        return found

    def bits(self, values: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
        """Return for each segment the bits of all its rows."""
        found = np.zeros(len(self.sizes), np.uint8)
        for bit in (np.uint8(1 << place) for place in range(8)):
            found |= self.any((values & bit) != 0) * bit
        return found

    def total(self, values: Mask | Numbers) -> Numbers:
        """Add up the rows of each segment; of a mask, count those that are marked."""
        marked = self._marked(values.view(np.bool_)) if values.dtype == np.bool_ else None
        if marked is not None:
            return np.bitwise_count(marked).astype(np.int64)
        running = np.zeros(self.rows + 1, np.int64)
        np.cumsum(values, out=running[1:])
        at = running[self.starts]
        found: Numbers = at[1:] - at[:-1]
        return found

    def least(self, values: Floats) -> Floats:
        """Return the least value of each segment; infinity where it has no row."""
        found = np.full(len(self.sizes), np.inf)
        if self.rows:
            there = self.sizes > 0
            found[there] = np.minimum.reduceat(values, self.starts[:-1][there])
        return found
