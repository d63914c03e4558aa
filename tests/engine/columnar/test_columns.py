"""Arrow arrays as NumPy arrays, from wherever in memory they begin."""

from __future__ import annotations

import pyarrow as pa
import pytest

from advise.engine.columnar.columns import Codes, filled, validity, values_of

TRUTHS = [True, None, False, True, True, None, False, True, True, None, True, False]


@pytest.mark.parametrize("first", range(len(TRUTHS) + 1))
def test_a_part_of_an_array_has_its_own_values(first: int) -> None:
    numbers = [None if one is None else place / 2 for place, one in enumerate(TRUTHS)]
    truths, doubles = pa.array(TRUTHS).slice(first), pa.array(numbers, pa.float64()).slice(first)
    known = validity(truths)
    expected = [one is not None for one in TRUTHS[first:]]
    assert (expected if known is None else known.tolist()) == expected
    assert filled(truths, False).tolist() == [one is True for one in TRUTHS[first:]]
    assert filled(doubles, -1).tolist() == [-1 if one is None else one for one in numbers[first:]]
    assert values_of(doubles)[expected].tolist() == [one for one in numbers[first:] if one is not None]


def test_nothing_has_no_values() -> None:
    assert values_of(pa.nulls(0, pa.bool_())).tolist() == values_of(pa.array([], pa.float64())).tolist() == []


def test_of_a_dictionary_that_is_longer_than_its_rows_only_what_is_there_has_a_code() -> None:
    codes = Codes()
    words = pa.array(["a", None, "b"])
    many = pa.DictionaryArray.from_arrays(pa.array([1, None, 0], pa.int32()), pa.array(["b", "a", *map(str, range(9))]))
    plain, _ = codes.all(words)
    found, there = codes.all(many)
    assert (found[[0, 2]].tolist(), sorted(there)) == (plain[[0, 2]].tolist(), ["a", "b"])
    assert len(codes) == 2
