"""A record behaves like the dataclass of the standard library that it is declared as."""

from __future__ import annotations

import copy
import dataclasses
import math
import pickle
from typing import Any

import pytest

from advise.engine import records


@records.dataclass(frozen=True, slots=True)
class Point:
    """A record at the top of a module, as they all are."""

    x: float
    y: float = 0.0
    tags: list[str] = records.field(default_factory=list)
    place: str | None = records.field(default=None, compare=False)


def declared(dataclass: Any, field: Any) -> Any:
    """Declare the same class with either library."""

    @dataclass(frozen=True, slots=True)
    class Thing:
        name: str
        size: float
        unit: str = "m"
        parts: dict[str, int] = field(default_factory=dict)
        note: str | None = field(default=None, compare=False)
        secret: int = field(default=7, repr=False)

        def double(self) -> float:
            return 2 * self.size

    return Thing


THEIRS = declared(dataclasses.dataclass, dataclasses.field)
MINE = declared(records.dataclass, records.field)
ARGUMENTS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("a", 1.0), {}),
    (("a",), {"size": 2.0}),
    ((), {"name": "a", "size": 1.0, "unit": "km"}),
    (("a", 1.0, "km", {"b": 1}, "n", 9), {}),
    (("a", math.nan), {"note": "x"}),
]
WRONG: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((), {}),
    (("a",), {}),
    (("a", 1.0), {"name": "b"}),
    (("a", 1.0), {"colour": "red"}),
    (("a", 1.0, "km", {}, "n", 9, 10), {}),
]


@pytest.mark.parametrize("rounds", [1, 3 * records._FEW])
@pytest.mark.parametrize(("args", "kwargs"), ARGUMENTS)
def test_instances_look_and_compare_like_dataclasses(args: Any, kwargs: Any, rounds: int) -> None:
    kind = declared(records.dataclass, records.field)
    for _ in range(rounds):
        one, other, theirs = kind(*args, **kwargs), kind(*args, **kwargs), THEIRS(*args, **kwargs)
        assert repr(one) == repr(theirs)
        assert one == other
        assert one != theirs
        assert one != kind("z", 0.0)
        assert one.double() == theirs.double() or math.isnan(theirs.double())
        assert dataclasses.asdict(one) == dataclasses.asdict(theirs)
        assert dataclasses.replace(one, size=3.0) == kind(*args[:1], **{**named(args, kwargs), "size": 3.0})


def named(args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """Return arguments after the first by name."""
    names = ("name", "size", "unit", "parts", "note", "secret")
    return {**dict(zip(names[1:], args[1:], strict=False)), **kwargs}


@pytest.mark.parametrize("rounds", [0, 3 * records._FEW])
@pytest.mark.parametrize(("args", "kwargs"), WRONG)
def test_wrong_arguments_are_refused_in_the_same_words(args: Any, kwargs: Any, rounds: int) -> None:
    kind = declared(records.dataclass, records.field)
    for _ in range(rounds):
        kind("a", 1.0)
    with pytest.raises(TypeError) as expected:
        THEIRS(*args, **kwargs)
    with pytest.raises(TypeError) as found:
        kind(*args, **kwargs)
    assert str(found.value) == str(expected.value)


def test_what_is_not_compared_makes_no_difference() -> None:
    assert Point(1.0, place="a") == Point(1.0, place="b")
    assert MINE("a", 1.0, parts=3, note="x") == MINE("a", 1.0, parts=3)
    assert hash(MINE("a", 1.0, parts=3, note="x")) == hash(MINE("a", 1.0, parts=3))


def test_defaults_are_made_for_each_instance() -> None:
    one, other = Point(1.0), Point(1.0)
    one.tags.append("a")
    assert other.tags == []


def test_a_frozen_record_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Point(1.0).x = 2.0  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del Point(1.0).x
    with pytest.raises(AttributeError):
        object.__setattr__(Point(1.0), "z", 2.0)


def test_a_record_that_is_not_frozen_can_be_changed_and_has_no_hash() -> None:
    @records.dataclass(slots=True)
    class Box:
        size: int = 0

    box = Box()
    box.size = 3
    assert box == Box(3)
    with pytest.raises(TypeError):
        hash(box)


def test_records_without_slots_and_without_equality() -> None:
    @records.dataclass(frozen=True, eq=False)
    class Whole:
        name: str
        items: list[int] = records.field(default_factory=list)

    one = Whole("a")
    assert one != Whole("a")
    assert hash(one) != hash(Whole("a"))
    assert (one.name, one.items) == ("a", [])
    assert vars(one) == {"name": "a", "items": []}


def test_what_is_to_be_done_after_init_is_done() -> None:
    @records.dataclass(slots=True)
    class Sum:
        parts: list[int]
        total: int = records.field(init=False)

        def __post_init__(self) -> None:
            self.total = sum(self.parts)

    for _ in range(3 * records._FEW):
        assert Sum([1, 2]).total == 3
        assert Sum(parts=[1, 2]).total == 3
    with pytest.raises(TypeError):
        Sum([1], total=4)  # type: ignore[call-arg]


def test_records_are_copied_pickled_and_matched() -> None:
    point = Point(1.0, 2.0, ["a"], "p")
    assert copy.deepcopy(point) == point
    assert copy.deepcopy(point).tags is not point.tags
    assert pickle.loads(pickle.dumps(point)) == point
    match point:
        case Point(x, y):
            assert (x, y) == (1.0, 2.0)


def test_the_standard_library_finds_the_fields() -> None:
    assert dataclasses.is_dataclass(Point)
    assert [field.name for field in dataclasses.fields(Point)] == ["x", "y", "tags", "place"]
    assert [field.compare for field in dataclasses.fields(Point)] == [True, True, True, False]


@pytest.mark.parametrize("replace", [records.replace, dataclasses.replace])
def test_a_copy_has_some_fields_changed(replace: Any) -> None:
    point = Point(1.0, 2.0, ["a"], "p")
    moved = replace(point, x=3.0)
    assert (moved.x, moved.y, moved.tags, moved.place, point.x) == (3.0, 2.0, ["a"], "p", 1.0)
    with pytest.raises(TypeError, match="colour"):
        replace(point, colour="red")
