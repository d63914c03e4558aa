"""Projects that are drawn at random in the vocabulary of a rule base: some facts unknown, elements in any order.

The random numbers are the caller's. Values lie where rules can tell them apart, if the caller says where that is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from msgspec import Struct, field

from ..knowledge.model import FactDefinition, Vocabulary
from .memory import Element, WorkingMemory
from .values import set_as_named

_KNOWN = (0.2, 0.5, 0.9, 1.0)
_NUMBERS = {"number": (0.05, 0.25, 0.5, 1.0, 2.0), "int": (1.0, 2.0)}


class Pools(Struct, frozen=True):
    """What is drawn from.

    Attributes:
        ids: The ids of the elements of a list; else the name of an element with a number.
        texts: What free texts say.
        numbers: Numbers of facts, by path, besides those near the ends of what is allowed.
    """

    ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    texts: Sequence[str] = ("a", "b", '市"\\\n')
    numbers: Mapping[str, Sequence[float]] = field(default_factory=dict)


def drawn(random: Random, words: Vocabulary, pools: Pools | None = None) -> WorkingMemory:
    """Return a project in a vocabulary."""
    pools = pools or Pools()
    known = random.choice(_KNOWN)
    memory = WorkingMemory()
    closed = set()
    for path, listed in words.lists.items():
        if listed.members:
            memory.elements[path] = [{"id": name} for name in listed.members]
        elif random.random() < known:
            pool = list(pools.ids.get(path) or [f"{listed.element}{number}" for number in range(4)])
            memory.elements[path] = [{"id": name} for name in random.sample(pool, random.randint(0, len(pool)))]
        if path in memory.elements and (listed.complete != "declared" or random.random() < 0.5):
            closed.add(path)
    memory.closed = frozenset(closed)
    for fact in words.facts.values():
        owners: list[Any] = [None] if fact.source is None else list(memory.elements.get(fact.source, ()))
        for owner in owners:
            if random.random() < known and (owner is None or belongs(fact, owner)):
                target, name = (memory.project, fact.path) if owner is None else (owner, fact.attribute)
                target[name] = drawn_value(random, fact, memory, pools)
    for path, fact in words.facts.items():
        if fact.open and path in memory.project:
            memory.project[path] = set_as_named(memory.project[path], memory.project.get(f"complete.{path}"), fact)
    return memory


def drawn_value(random: Random, fact: FactDefinition, memory: WorkingMemory, pools: Pools | None = None) -> Any:
    """Return a value that a fact of a project may have; references may be to nothing."""
    pools = pools or Pools()
    if fact.type == "bool":
        return random.random() < 0.5
    if fact.type == "enum":
        return random.choice(list(fact.values))
    if fact.type == "set":
        share = random.choice([0.0, 0.3, 0.7, 1.0])
        return frozenset(value for value in fact.values if random.random() < share)
    if fact.type == "text":
        return random.choice(pools.texts)
    if fact.type == "texts":
        return tuple("x" * random.randint(0, 2))
    if fact.type == "refs":
        pool = [str(element["id"]) for element in memory.elements.get(fact.target or "", ())] + ["ghost"]
        return frozenset(random.sample(pool, random.randint(0, min(3, len(pool)))))
    low = 0.0 if fact.minimum is None else fact.minimum
    high = low + 20 if fact.maximum is None else fact.maximum
    near = pools.numbers.get(fact.path, ())
    values = [low, high, *_NUMBERS[fact.type], low + 1 if fact.type == "int" else high, *near]
    return float(random.choice([value for value in values if low <= value <= high]))


def belongs(fact: FactDefinition, element: Element) -> bool:
    """Tell whether a fact that one member alone has is about this one."""
    shared = "[]." in fact.path or ".*." in fact.path
    return shared or fact.path == f"{fact.source}.{element['id']}.{fact.attribute}"
