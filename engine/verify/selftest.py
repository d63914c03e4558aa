"""The interpreters of the rules hold one another to their conclusions, on projects that are drawn in the rules' vocabulary."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct

from ..compiled import CompiledKnowledgeBase, compare
from ..problems.problem import ProblemsError
from ..project.data import document_of
from ..project.drawn import Pools, drawn
from ..project.memory import Conclusions, WorkingMemory
from ..project.project import read_project
from .space import Space

if TYPE_CHECKING:
    from ..columnar.portfolio import Together

_TOGETHER = 50
"""Projects that are judged in columns at once."""
Document: TypeAlias = "dict[str, Any]"
Differing: TypeAlias = Callable[[Document], list[str]]
"""Tells in what an interpreter differs from the reference about a project."""


class Found(Struct, frozen=True):
    """A project about which an interpreter concludes something else: a bug of this program.

    Attributes:
        project: The project, with nothing in it that can be left out.
    """

    interpreter: str
    lines: tuple[str, ...]
    project: Document


class SelfTest(Struct, frozen=True):
    """What the interpreters concluded.

    Attributes:
        interpreters: Those that took part besides the reference interpreter.
        found: At most one project for each interpreter.
    """

    interpreters: tuple[str, ...]
    projects: int
    found: tuple[Found, ...]


def selftest(kb: CompiledKnowledgeBase, seconds: float, seed: int = 0, most: int | None = None) -> SelfTest:
    """Draw projects for some seconds, at most so many, and let every interpreter conclude about each.

    The same seed draws the same projects.
    """
    ends = monotonic() + seconds
    single, together = _interpreters(kb)
    found: dict[str, Found] = {}
    number, waiting = 0, list[Document]()
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


def _documents(kb: CompiledKnowledgeBase, seed: int) -> Iterator[Document]:
    random, space = Random(seed), Space((kb,), 1)  # noqa: S311
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
        def differing(document: Document) -> list[str]:
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


def _columns(together: dict[str, Together], documents: Sequence[Document], found: dict[str, Found]) -> None:
    for name, interpreter in together.items():
        if name in found or not documents:
            continue
        for document, lines in zip(documents, interpreter.differing(documents), strict=True):
            if lines:
                found[name] = _report(name, lambda one: interpreter.differing([one])[0], document)  # noqa: B023
                break


def _report(name: str, differing: Differing, document: Document) -> Found:
    """Leave out of a project all without which the interpreters still differ."""
    smaller: Document | None = document
    while smaller is not None:
        document = smaller
        smaller = next((one for one in _less(document) if _differs(differing, one)), None)
    return Found(name, tuple(differing(document)), document)


def _differs(differing: Differing, document: Document) -> bool:
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
