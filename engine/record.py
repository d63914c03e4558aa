"""The machine form of records: their attributes as plain JSON data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct


def picked(record: object, names: str) -> dict[str, Any]:
    """Return attributes of a record as plain JSON data.

    Args:
        record: Any object.
        names: The attributes in the order of the form, with blanks between them.

    >>> picked(slice(1, (2, 3), {"en": "a"}), "stop step")
    {'stop': [2, 3], 'step': {'en': 'a'}}
    """
    return {name: plain(getattr(record, name)) for name in names.split()}


def plain(value: Any) -> Any:
    """Return a value as JSON has it: tuples as lists, mappings, records and named tuples as objects, sets in order."""
    if isinstance(value, Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(one) for name, one in value._asdict().items()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def texts_in(data: Any) -> Iterator[str]:
    """Yield every text of plain JSON data, in its order; names of attributes are none.

    >>> list(texts_in({"a": "one", "b": ["two", {"c": "three", "d": 4}]}))
    ['one', 'two', 'three']
    """
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for one in data.values() if isinstance(data, dict) else data:
            yield from texts_in(one)
