"""Facts as columns: from Arrow arrays to NumPy arrays that can be compared.

Texts, words and ids become whole numbers, their codes, which mean something within one batch only: the same text has the
same code in whatever column it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from .arrays import Mask, Numbers, Segments


class Codes:
    """The codes of the texts of one batch."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._codes)

    def of(self, text: str) -> int:
        """Return the code of a text."""
        return self._codes.setdefault(text, len(self._codes))

    def among(self, codes: npt.NDArray[np.int32], texts: Iterable[str]) -> Mask:
        """Tell of each code whether it is that of one of some texts."""
        wanted = [self.of(one) for one in texts]
        table = np.zeros(len(self._codes), np.bool_)
        table[wanted] = True
        found: Mask = table[codes] if len(codes) else np.zeros(0, np.bool_)
        return found

    def all(self, array: pa.Array) -> tuple[npt.NDArray[np.int32], list[str]]:
        """Return the code of each text of an Arrow array, of a null that of some text or 0; and the texts, each once."""
        encoded = pc.dictionary_encode(array)
        words: list[str] = encoded.dictionary.to_pylist()
        if not words:
            return np.zeros(len(array), np.int32), words
        meant = np.fromiter((self.of(word) for word in words), np.int32, len(words))
        found: npt.NDArray[np.int32] = meant[filled(encoded.indices, 0)]
        return found, words


class Column(NamedTuple):
    """A fact with one value: codes (int32), numbers (float64) or truths (bool).

    Attributes:
        known: Where it is known; None where it is known in every row.
        values: The value of each row, whatever it is where it is not known.
        words: Of texts and words: those that there are.
    """

    known: Mask | None
    values: npt.NDArray[Any]
    words: Sequence[str] = ()


class SetColumn:
    """A fact with any number of values: a set, ids, texts.

    Attributes:
        known: Where it is known at least in part; None where it is in every row.
        whole: Where no value can be missing; None where that is so in every row. Of an open set only.
        parts: Which values belong to which row.
    """

    def __init__(self, known: Mask | None, parts: Segments, values: pa.Array, codes: Codes) -> None:
        """Take the values of all rows one behind the other, or their codes; rows that are not known have none."""
        self.known = known
        self.whole: Mask | None = None
        self.parts = parts
        self.values = values
        self._all_codes = codes

    @cached_property
    def coded(self) -> tuple[npt.NDArray[np.int32], list[str]]:
        """The code of each value, and the values, each once, where they were not given as codes."""
        return (self.values, []) if isinstance(self.values, np.ndarray) else self._all_codes.all(self.values)

    @property
    def codes(self) -> npt.NDArray[np.int32]:
        """The code of each value."""
        return self.coded[0]

    def has(self, word: str) -> Mask:
        """Tell of each row whether a value is named in it."""
        return self.parts.any(self.codes == self._all_codes.of(word))

    def keys(self, size: int) -> Numbers:
        """Return a number for each value, which is the same only for the same value in the same row.

        Args:
            size: How many codes there are.
        """
        return self.parts.owner * size + self.codes


def validity(array: pa.Array) -> Mask | None:
    """Return where an Arrow array has a value; None where it has one everywhere."""
    if not array.null_count:
        return None
    found: Mask = pc.is_valid(array).to_numpy(zero_copy_only=False)
    return found


def filled(array: pa.Array, value: object) -> npt.NDArray[Any]:
    """Return an Arrow array with another value in the place of null."""
    found: npt.NDArray[Any] = (pc.fill_null(array, value) if array.null_count else array).to_numpy(zero_copy_only=False)
    return found


def words_of(column: pa.ChunkedArray) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Return the words of a column, and which of them stands in each row; -1 where none does."""
    array = (
        column.combine_chunks().dictionary_encode()
        if not isinstance(column.type, pa.DictionaryType)
        else column.combine_chunks()
    )
    return array.dictionary.to_pylist(), filled(array.indices, -1).astype(np.int64)


def parts_of(array: pa.Array) -> tuple[Mask | None, Segments, pa.Array]:
    """Take an Arrow array of lists apart: where there is one, how many values each has, and the values of all."""
    sizes = filled(pc.list_value_length(array), 0).astype(np.int64)
    return validity(array), Segments(sizes), array.flatten()


def column_of(array: pa.Array, kind: str, codes: Codes) -> Column | SetColumn:
    """Return a fact of some type as a column.

    Args:
        array: Its values, of the type that `schema.arrow_type` gives.
        kind: The type of the fact.
        codes: The codes of the batch.
    """
    if kind in ("set", "refs", "texts"):
        return SetColumn(*parts_of(array), codes)
    known = validity(array)
    if kind == "bool":
        return Column(known, filled(array, False))
    if kind in ("number", "int"):
        return Column(known, filled(array, 0.0))
    return Column(known, *codes.all(array))
