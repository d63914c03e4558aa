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
    """Numbers of things that rows name by them, in the order in which the things came: of the texts of one batch."""

    def __init__(self) -> None:
        self._codes: dict[Any, int] = {}

    def __len__(self) -> int:
        return len(self._codes)

    @property
    def things(self) -> list[Any]:
        """The things, each at the place that is its code."""
        return list(self._codes)

    def of(self, thing: Any) -> int:
        """Return the code of a thing."""
        return self._codes.setdefault(thing, len(self._codes))

    def among(self, codes: npt.NDArray[np.int32], texts: Iterable[str]) -> Mask:
        """Tell of each code whether it is that of one of some texts."""
        wanted = [self.of(one) for one in texts]
        table = np.zeros(len(self._codes), np.bool_)
        table[wanted] = True
        found: Mask = table[codes] if len(codes) else np.zeros(0, np.bool_)
        return found

    def all(self, array: pa.Array) -> tuple[npt.NDArray[np.int32], list[str]]:
        """Return the code of each text of an Arrow array, of a null that of some text or 0; and the texts, each once."""
        encoded = encode(array)
        words: list[str] = encoded.dictionary.to_pylist()
        if not words:
            return np.zeros(len(array), np.int32), words
        meant = np.fromiter((self.of(word) for word in words), np.int32, len(words))
        found: npt.NDArray[np.int32] = meant.take(values_of(encoded.indices), mode="clip")
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


def encode(array: pa.Array) -> pa.DictionaryArray:
    """Return texts as a dictionary's, which may have words that are not there, but few."""
    if isinstance(array, pa.DictionaryArray) and len(array.dictionary) > len(array):
        array = array.dictionary_decode()
    return array.dictionary_encode()


def validity(array: pa.Array) -> Mask | None:
    """Return where an Arrow array has a value; None where it has one everywhere."""
    if not array.null_count:
        return None
    return _bits(array.buffers()[0], array)


def values_of(array: pa.Array) -> npt.NDArray[Any]:
    """Return the truths, whole numbers or doubles of an Arrow array as they lie in memory: where it is null, any."""
    there = array.buffers()[1]
    if pa.types.is_boolean(array.type):
        return _bits(there, array)
    kind = np.dtype(str(array.type))
    return np.frombuffer(there or b"", kind, len(array), kind.itemsize * array.offset if there else 0)


def _bits(buffer: pa.Buffer | None, array: pa.Array) -> Mask:
    """Return the bits of an array, of which Arrow keeps eight in a byte."""
    first = array.offset >> 3
    there = np.frombuffer(buffer or b"", np.uint8)[first : (array.offset + len(array) + 7) >> 3]
    found: Mask = np.unpackbits(there, bitorder="little").view(np.bool_)
    return found[array.offset & 7 :][: len(array)]


def filled(array: pa.Array, value: float) -> npt.NDArray[Any]:
    """Return the numbers or truths of an Arrow array with another one in the place of null."""
    found, known = values_of(array), validity(array)
    return found if known is None else np.where(known, found, found.dtype.type(value))


def words_of(column: pa.ChunkedArray) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Return the words of a column, and which of them stands in each row; -1 where none does."""
    array = (
        column.combine_chunks().dictionary_encode()
        if not isinstance(column.type, pa.DictionaryType)
        else column.combine_chunks()
    )
    return array.dictionary.to_pylist(), filled(array.indices, -1).astype(np.int64)


def numbers_in(column: pa.ChunkedArray) -> npt.NDArray[np.integer[Any]]:
    """Return the numbers that a column holds as texts."""
    array = column.combine_chunks()
    if pa.types.is_dictionary(array.type):
        words, places = words_of(column)
        return np.array(words or ["0"]).astype(np.int64)[places]
    return np.asarray(array).astype(str).astype(np.int64) if len(array) else np.zeros(0, np.int64)


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
    if kind in ("bool", "number", "int"):
        return Column(known, values_of(array))
    return Column(known, *codes.all(array))
