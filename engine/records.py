"""Dataclasses that a cold start can afford.

`dataclass`, `field` and `replace` mean here what they mean in the standard library, and type checkers take them for those. The
standard library compiles six methods for every class when its module is imported, which would be a third of a cold
start. Here the methods are closures over the fields, and `__init__` is compiled only for a class that turns out to have
many instances. What nobody needed is left out: inherited fields, ordering, `kw_only`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:

    def dataclass(cls: Any = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:
        """Make a class a dataclass, as `dataclasses.dataclass` does."""
        return (lambda cls: _made(cls, frozen, slots, eq)) if cls is None else _made(cls, frozen, slots, eq)

    def field(
        *, default: Any = ..., default_factory: Any = ..., init: bool = True, repr: bool = True, compare: bool = True
    ) -> Any:
        """Say more about a field than its type and default, as `dataclasses.field` does."""
        return _Field(default, default_factory, init, repr, compare)

    def replace(record: Any, /, **changes: Any) -> Any:
        """Return a copy of a record with some fields changed, as `dataclasses.replace` does."""
        return type(record)(**{name: getattr(record, name) for name in record.__match_args__} | changes)


_FEW = 10
"""Instances that are made without a compiled `__init__`; compiling takes as long as making some twenty."""
_SET = object.__setattr__


class _Field:
    """What is known of a field; `...` stands for no default."""

    __slots__ = ("compare", "default", "factory", "init", "repr")

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
        standard = [
            (
                name,
                object,
                dataclasses.field(
                    default=missing if entry.default is ... else entry.default,
                    default_factory=missing if entry.factory is ... else entry.factory,
                    init=entry.init,
                    repr=entry.repr,
                    compare=entry.compare,
                ),
            )
            for name, entry in owner.__record_fields__.items()
        ]
        made: Any = dataclasses.make_dataclass(owner.__name__, standard, kw_only=True)
        found: dict[str, Any] = made.__dataclass_fields__
        owner.__dataclass_fields__ = found
        return found


_STANDARD_FIELDS = _StandardFields()


def _made(cls: type, frozen: bool, slots: bool, eq: bool) -> type:
    body = dict(cls.__dict__)
    fields: dict[str, _Field] = {}
    for name in body.get("__annotations__", ()):
        value = body.pop(name, ...)
        fields[name] = value if isinstance(value, _Field) else _Field(value, ..., True, True, True)
    body["__record_fields__"] = fields
    body["__dataclass_fields__"] = _STANDARD_FIELDS
    body["__match_args__"] = tuple([name for name, entry in fields.items() if entry.init])
    body["__record_made__"] = [0]
    body["__init__"] = _init
    body.setdefault("__repr__", _repr)
    if eq:
        values = _values([name for name, entry in fields.items() if entry.compare])
        body.setdefault("__eq__", _equality(values))
        body.setdefault("__hash__", _hash_of(values) if frozen else None)
    if frozen:
        body["__setattr__"] = body["__delattr__"] = _refuse
    if slots:
        body["__slots__"] = tuple(fields)
        body["__getstate__"] = _getstate
        body["__setstate__"] = _setstate
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _init(self: Any, *args: Any, **kwargs: Any) -> None:
    """Set the fields one by one, as long as there are few instances and nothing is wrong with the arguments."""
    cls = type(self)
    cls.__record_made__[0] += 1
    values = dict(zip(cls.__match_args__, args, strict=False))
    values.update(kwargs)
    given = len(args) + len(kwargs)
    if cls.__record_made__[0] > _FEW or len(values) != given:
        _init_for_good(self, args, kwargs)
        return
    for name, entry in cls.__record_fields__.items():
        if name in values:
            _SET(self, name, values[name])
            given -= entry.init
        elif entry.factory is not ...:
            _SET(self, name, entry.factory())
        elif entry.default is not ...:
            _SET(self, name, entry.default)
        elif entry.init:
            given = -1
    if given:
        _init_for_good(self, args, kwargs)
    elif hasattr(cls, "__post_init__"):
        self.__post_init__()


def _init_for_good(record: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Compile the class's own `__init__`, which also knows what to say when an argument is wrong, and call it."""
    cls = type(record)
    cls.__init__ = _compiled_init(cls)
    cls.__init__(record, *args, **kwargs)


def _compiled_init(cls: Any) -> Any:
    """Compile the `__init__` that the fields call for; nothing but names of fields gets into its text."""
    parameters, lines = ["self"], []
    names: dict[str, Any] = {"_set": _SET, "_missing": ...}
    fields: dict[str, _Field] = cls.__record_fields__
    for name, entry in fields.items():
        if not entry.init and entry.default is ... and entry.factory is ...:
            continue
        default, value = "", name
        if entry.factory is not ...:
            names[f"_make_{name}"] = entry.factory
            default, value = "_missing", f"_make_{name}()"
        elif entry.default is not ...:
            names[f"_default_{name}"] = entry.default
            default, value = f"_default_{name}", f"_default_{name}"
        if entry.init:
            parameters.append(f"{name}={default}" if default else name)
            value = f"{value} if {name} is _missing else {name}" if entry.factory is not ... else name
        if "__slots__" in cls.__dict__:
            names[f"_set_{name}"] = cls.__dict__[name].__set__
            lines.append(f" _set_{name}(self, {value})")
        else:
            lines.append(f" _set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join([*lines, " return"]), names)  # noqa: S102
    made = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    return made


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
    shown = [f"{name}={getattr(self, name)!r}" for name, entry in self.__record_fields__.items() if entry.repr]
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse(_self: object, name: str, *_value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__slots__]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        _SET(self, name, value)
