"""The machine form of records: their attributes as plain JSON data; and what is told only when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct

K = TypeVar("K")
V = TypeVar("V")


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


class Later(Mapping[K, V]):
    """What is told of each of some keys when somebody asks for it, because few do."""

    def __init__(self, keys: Collection[K], tell: Callable[[K], V]) -> None:
        """Take the keys, and what tells of one of them."""
        self._keys = keys
        self._tell = tell

    def __getitem__(self, key: K) -> V:
        if key not in self._keys:
            raise KeyError(key)
        return self._tell(key)

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __reduce__(self) -> tuple[object, ...]:
        return dict, (dict(self),)  # another process gets what it holds
