"""Dataclasses that a cold start can afford.

`dataclass` and `field` mean here what they mean in the standard library, and type checkers take them for those. The
standard library compiles six methods for every class when its module is imported, which would be a third of a cold
start; here the methods of all classes are closures over their fields, and nothing is compiled. What nobody needed is
left out: inherited fields, ordering, `kw_only`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
else:

    def dataclass(cls: Any = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:
        """Make a class a dataclass, as `dataclasses.dataclass` does."""
        return (lambda cls: _made(cls, frozen, slots, eq)) if cls is None else _made(cls, frozen, slots, eq)

    def field(
        *, default: Any = ..., default_factory: Any = ..., init: bool = True, repr: bool = True, compare: bool = True
    ) -> Any:
        """Say more about a field than its type and default, as `dataclasses.field` does."""
        return _Field(default, default_factory, init, repr, compare)


class _Field:
    """What is known of a field; `...` stands for no default."""

    __slots__ = ("compare", "default", "factory", "init", "name", "repr", "set")

    def __init__(self, default: Any, factory: Any, init: bool, repr_: bool, compare: bool) -> None:
        self.default = default
        self.factory = factory
        self.init = init
        self.repr = repr_
        self.compare = compare


class _StandardFields:
    """Gives `replace`, `fields` and `asdict` of the standard library what they look for, made when one of them asks."""

    def __get__(self, _instance: object, owner: Any) -> dict[str, Any]:
        import dataclasses

        missing: Any = dataclasses.MISSING
        made: Any = dataclasses.make_dataclass(
            owner.__name__,
            [
                (
                    entry.name,
                    object,
                    dataclasses.field(
                        default=missing if entry.default is ... else entry.default,
                        default_factory=missing if entry.factory is ... else entry.factory,
                        init=entry.init,
                        repr=entry.repr,
                        compare=entry.compare,
                    ),
                )
                for entry in owner.__record_fields__
            ],
            kw_only=True,
        )
        owner.__dataclass_fields__ = made.__dataclass_fields__
        found: dict[str, Any] = made.__dataclass_fields__
        return found


_STANDARD_FIELDS = _StandardFields()


def _made(cls: type, frozen: bool, slots: bool, eq: bool) -> type:
    body = dict(cls.__dict__)
    fields: list[_Field] = []
    for name in body.get("__annotations__", ()):
        value = body.pop(name, ...)
        entry = value if isinstance(value, _Field) else _Field(value, ..., True, True, True)
        entry.name = name
        fields.append(entry)
    names = [entry.name for entry in fields]
    body["__record_fields__"] = fields
    body["__dataclass_fields__"] = _STANDARD_FIELDS
    body["__match_args__"] = tuple([entry.name for entry in fields if entry.init])
    body.setdefault("__repr__", _repr)
    if eq:
        values = _values([entry.name for entry in fields if entry.compare])
        body.setdefault("__eq__", _equality(values))
        body.setdefault("__hash__", _hash_of(values) if frozen else None)
    if frozen:
        body["__setattr__"] = body["__delattr__"] = _refuse
    if slots:
        body["__slots__"] = tuple(names)
        body["__getstate__"] = _getstate
        body["__setstate__"] = _setstate
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    for entry in fields:
        entry.set = made.__dict__[entry.name].__set__ if slots else _setter(entry.name)
    made.__init__ = _initializer(made.__qualname__, fields, body.get("__post_init__"))  # type: ignore[misc]
    return made


def _setter(name: str) -> Callable[[object, Any], None]:
    return lambda record, value: object.__setattr__(record, name, value)


def _initializer(name: str, fields: Sequence[_Field], after: Callable[[Any], None] | None) -> Callable[..., None]:
    """Return the `__init__` of a class; values by position are the quick way."""
    given = [entry for entry in fields if entry.init]
    setters = [entry.set for entry in given]
    count = len(setters) if len(given) == len(fields) else -1

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        for set_value, value in zip(setters, args):
            set_value(self, value)
        if kwargs or len(args) != count:
            if len(args) > len(given):
                raise TypeError(f"{name}() takes {len(given)} values but {len(args)} were given")
            _complete(self, name, fields, given[: len(args)], kwargs)
        if after is not None:
            after(self)

    return __init__


def _complete(
    record: object, name: str, fields: Sequence[_Field], done: Sequence[_Field], kwargs: dict[str, Any]
) -> None:
    """Set the fields that were not given by position: by name, or by default."""
    missing = []
    for entry in fields:
        if entry in done:
            continue
        if entry.init and entry.name in kwargs:
            entry.set(record, kwargs.pop(entry.name))
        elif entry.default is not ...:
            entry.set(record, entry.default)
        elif entry.factory is not ...:
            entry.set(record, entry.factory())
        elif entry.init:
            missing.append(entry.name)
    if missing:
        raise TypeError(f"{name}() lacks values for: {', '.join(missing)}")
    if kwargs:
        raise TypeError(f"{name}() cannot take: {', '.join(kwargs)}")


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads the fields that count, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])


def _equality(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, Any], Any]:
    def __eq__(self: Any, other: Any) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash_of(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _repr(self: Any) -> str:
    shown = [f"{entry.name}={getattr(self, entry.name)!r}" for entry in self.__record_fields__ if entry.repr]
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse(_self: object, name: str, *_value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__slots__]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)
