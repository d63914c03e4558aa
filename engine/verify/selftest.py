"""The interpreters of the rules hold one another to their conclusions, on projects that are drawn in the rules' vocabulary."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct, field

from ..compiled import CompiledKnowledgeBase, compare
from ..knowledge.model import FactDefinition, Vocabulary
from ..language.completeness import completeness
from ..problems.problem import ProblemsError
from ..project.data import PlainData, document_of
from ..project.memory import Conclusions, Element, WorkingMemory
from ..project.project import read_project
from ..project.values import set_as_named
from .space import SymbolicSpace

if TYPE_CHECKING:
    from ..columnar.portfolio import Together

_TOGETHER = 50
"""Projects that are judged in columns at once."""
Differing: TypeAlias = Callable[[PlainData], list[str]]
"""Tells in what an interpreter differs from the reference about a project."""


class DifferingProject(Struct, frozen=True):
    """A project about which an interpreter concludes something else: a bug of this program.

    Attributes:
        project: The project, with nothing in it that can be left out.
    """

    interpreter: str
    lines: tuple[str, ...]
    project: PlainData


class SelfTest(Struct, frozen=True):
    """What the interpreters concluded.

    Attributes:
        interpreters: Those that took part besides the reference interpreter.
        found: At most one project for each interpreter.
    """

    interpreters: tuple[str, ...]
    projects: int
    found: tuple[DifferingProject, ...]


def selftest(kb: CompiledKnowledgeBase, seconds: float, seed: int = 0, most: int | None = None) -> SelfTest:
    """Draw projects for some seconds, at most so many, and let every interpreter conclude about each.

    The same seed draws the same projects.
    """
    ends = monotonic() + seconds
    single, together = _interpreters(kb)
    found: dict[str, DifferingProject] = {}
    number, waiting = 0, list[PlainData]()
    for document in _documents(kb, seed):
        if number == most or (monotonic() >= ends and number):
            break
        number += 1
        waiting.append(document)
        for name, differing in single.items():
            if name not in found and differing(document):
                found[name] = _report(name, differing, document)
        if len(waiting) == _TOGETHER:
            _columns(together, waiting, found)
            waiting.clear()
    _columns(together, waiting, found)
    return SelfTest((*single, *together), number, tuple(found.values()))


def _documents(kb: CompiledKnowledgeBase, seed: int) -> Iterator[PlainData]:
    random, space = Random(seed), SymbolicSpace((kb,), 1)  # noqa: S311
    texts = sorted({text for several in space.texts.values() for text in several} | {"a", "b"})
    pools = Pools(texts=texts, numbers={path: tuple(points) for path, points in space.points.items()})
    while True:
        document = document_of(drawn(random, kb.vocabulary, pools), kb.vocabulary)
        try:
            read_project(copy.deepcopy(document), kb)
        except ProblemsError:  # a number between two thresholds that the fact does not allow
            continue
        yield document


def _interpreters(kb: CompiledKnowledgeBase) -> tuple[dict[str, Differing], dict[str, Together]]:
    from ..rete.native import TooManyMatches, is_there

    def concluded(run: Callable[[WorkingMemory], Conclusions]) -> Differing:
        def differing(document: PlainData) -> list[str]:
            memory = read_project(copy.deepcopy(document), kb).memory
            try:
                other = run(memory)
            except TooManyMatches:
                return []
            return compare(kb.evaluator.run_in(memory)[0], other)

        return differing

    def shuffled(memory: WorkingMemory) -> Conclusions:
        elements = {path: several[::-1] for path, several in memory.elements.items()}
        other = WorkingMemory(dict(reversed(memory.project.items())), elements, memory.closed)
        return kb.evaluator.run_in(other)[0]

    single = {"order": concluded(shuffled)}
    if is_there():
        single["rete"] = concluded(kb.rete.run)
    if not (find_spec("pyarrow") and find_spec("numpy")):
        return single, {}
    from ..columnar.portfolio import Together

    return single, {"columns": Together(kb)}


def _columns(together: dict[str, Together], documents: Sequence[PlainData], found: dict[str, DifferingProject]) -> None:
    for name, interpreter in together.items():
        if name in found or not documents:
            continue
        for document, lines in zip(documents, interpreter.differing(documents), strict=True):
            if lines:
                found[name] = _report(name, lambda one: interpreter.differing([one])[0], document)  # noqa: B023
                break


def _report(name: str, differing: Differing, document: PlainData) -> DifferingProject:
    """Leave out of a project all without which the interpreters still differ."""
    smaller: PlainData | None = document
    while smaller is not None:
        document = smaller
        smaller = next((one for one in _less(document) if _differs(differing, one)), None)
    return DifferingProject(name, tuple(differing(document)), document)


def _differs(differing: Differing, document: PlainData) -> bool:
    try:
        return bool(differing(document))
    except ProblemsError:
        return False


def _less(node: Any) -> Iterator[Any]:
    """Yield what is left of a project without one of its parts, the largest parts first."""
    if isinstance(node, dict):
        for key in node:
            if key != "id":
                yield {name: value for name, value in node.items() if name != key}
        for key, value in node.items():
            for less in _less(value):
                yield {**node, key: less}
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield node[:place] + node[place + 1 :]
            for less in _less(value):
                yield [*node[:place], less, *node[place + 1 :]]


# Drawing: the random numbers are the caller's; some facts stay unknown, elements stand in any order

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
    for fact in words.facts.values():
        owners: list[Any] = [None] if fact.source is None else list(memory.elements.get(fact.source, ()))
        for owner in owners:
            if random.random() < known and (owner is None or belongs(fact, owner)):
                target, name = (memory.project, fact.path) if owner is None else (owner, fact.attribute)
                target[name] = drawn_value(random, fact, memory, pools)
    # Where it may be said whether a list is complete, it is closed by what is said: yes, no, or nothing.
    told = {path for path in memory.elements if completeness(path) in words.facts}
    closed = (closed - told) | {path for path in told if memory.project.get(completeness(path)) is True}
    memory.closed = frozenset(closed)
    for path, fact in words.facts.items():
        if fact.open and path in memory.project:
            memory.project[path] = set_as_named(memory.project[path], memory.project.get(completeness(path)), fact)
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
