"""Elements that rules cannot tell apart: the same is known of them, and nothing names one of them.

Exchanging two of them leaves a project as it is but for their ids, so that whatever is found out about one holds for the
other. A list of a thousand organisations of which nobody knows more than the id is, to the rules, one organisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from ..evaluate import Evaluator
from ..knowledge.model import KnowledgeBase
from ..project.address import Address, source_and_id
from ..project.memory import Element, Key, Value, WorkingMemory
from ..project.outline import made_once

T = TypeVar("T")


class Alike:
    """The elements of one working memory, each with the first of those that it is like."""

    def __init__(self, memory: WorkingMemory, evaluator: Evaluator, named: Iterable[str] = ()) -> None:
        """Find out which elements are alike; those that something besides the project has `named` are like no other."""
        self._evaluator = evaluator
        self._first: dict[str, dict[str, str]] = {}
        self._firsts: set[str] = set()
        lists = evaluator.kb.vocabulary.stated_lists
        if any(len(memory.elements.get(path, ())) > 1 for path in lists):
            names = {*named, *evaluator.dependencies.constants, *_names(memory)}
            for path in lists:
                found = self._of_list(path, memory.elements.get(path, ()), names)
                if found:
                    self._first[path] = found
                    self._firsts |= {f"{path}/{name}" for name in found.values()}

    def __bool__(self) -> bool:
        """Whether any elements are alike."""
        return bool(self._first)

    def _of_list(self, path: str, elements: Iterable[Element], names: set[str]) -> dict[str, str]:
        """Return, for each element of a list that is like an earlier one, that one."""
        unread = self._evaluator.dependencies.unread[path]
        first: dict[frozenset[tuple[str, Value]], str] = {}
        found: dict[str, str] = {}
        for element in elements:
            name = str(element["id"])
            if name not in names:
                known = frozenset(item for item in element.items() if item[0] != "id" and item[0] not in unread)
                if first.setdefault(known, name) != name:
                    found[name] = first[known]
        return found

    def first(self, path: str, name: str) -> str:
        """Return the id of the first element of a list that one is like."""
        return self._first.get(path, {}).get(name, name)

    def first_like(self, subject: str | None) -> str | None:
        """Return the subject of the first element that one is like."""
        path, name = source_and_id(subject or "")
        first = self._first.get(path, {}).get(name)
        return subject if first is None else f"{path}/{first}"

    def stands_for_others(self, subject: str | None) -> bool:
        """Tell whether an element is the first of several that are alike."""
        return subject in self._firsts

    def exchange(self, subject: str | None) -> Exchange | None:
        """Return the exchange of an element with the first that it is like; None where it is the first itself."""
        path, name = source_and_id(subject or "")
        first = self._first.get(path, {}).get(name)
        return None if first is None else Exchange(self._evaluator, path, name, first)


class Exchange:
    """Two elements of one list that are taken for one another."""

    def __init__(self, evaluator: Evaluator, path: str, one: str, other: str) -> None:
        self._evaluator = evaluator
        self._path = path
        self._names = {one: other, other: one}

    def address(self, key: Address) -> Address:
        """Return the address of the same fact of the other element."""
        path, name = source_and_id(key.subject or "")
        return Address(key.fact, f"{path}/{self._names.get(name, name)}") if path == self._path else key

    def addresses(self, facts: frozenset[Address]) -> frozenset[Address]:
        """Return the addresses of the same facts, those of each element as the other's."""
        stated = made_once(self._evaluator.kb, _stated)[self._path]
        one, other = ([Address(fact, f"{self._path}/{name}") for fact in stated] for name in self._names)
        pairs = [pair for pair in zip(one, other, strict=True) if (pair[0] in facts) is not (pair[1] in facts)]
        return facts.symmetric_difference(chain.from_iterable(pairs)) if pairs else facts

    def value(self, fact: str, value: Value) -> Value:
        """Return the same value of a fact, in which each element stands for the other."""
        definition = self._evaluator.kb.vocabulary.facts.get(fact)
        if definition is None or definition.target != self._path or not isinstance(value, frozenset):
            return value
        return frozenset(self._names.get(name, name) for name in value)

    def keyed(self, found: Mapping[Key, T]) -> Mapping[Key, T]:
        """Return what was found by rule and element, for the other element."""
        by_code = self._evaluator.by_code
        exchanged: dict[Key, T] = {}
        for (code, name), one in found.items():
            loop = by_code[code].rule.loop
            own = name is not None and loop is not None and loop.source == self._path
            exchanged[code, self._names.get(name, name) if own and name is not None else name] = one
        return exchanged


def alike_in(memory: WorkingMemory, evaluator: Evaluator) -> Alike:
    """Return which elements of a working memory are alike, found out once for each memory."""
    found = memory.kept.get(Alike)
    if not isinstance(found, Alike):
        found = memory.kept[Alike] = Alike(memory, evaluator)
    return found


def _stated(kb: KnowledgeBase) -> Mapping[str, list[str]]:
    """Return for each list the facts of its elements."""
    facts = kb.vocabulary.facts.values()
    return {path: [one.path for one in facts if one.source == path] for path in kb.vocabulary.lists}


def _names(memory: WorkingMemory) -> Iterator[str]:
    """Yield every text that stands in a project besides the ids of its elements: any of them may be meant as one."""
    elements = (element for elements in memory.elements.values() for element in elements)
    stated = (value for element in elements for attribute, value in element.items() if attribute != "id")
    for value in chain(memory.project.values(), stated):
        if isinstance(value, str):
            yield value
        elif isinstance(value, (frozenset, tuple)):
            yield from value
