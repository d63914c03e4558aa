"""Typical projects in any number: random documents from the vocabulary, about 5.6 kB each, the same in every run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from advise.engine.knowledge.model import FactDefinition, Vocabulary

_SIZES = {"organisations": 7, "goals": 4, "kpis": 8, "themes": 6, "portfolio.seeds": 12, "stage_gate.gates": 4}
_ELSE = 5
"""The most elements of a list that is not named above."""
_NUMBERS: Sequence[float] = (0, 0.5, 1, 1.5, 2, 2.5, 3, 6, 7, 12)
_SHARES: Sequence[float] = (0, 0.05, 0.05, 0.1, 0.25, 0.5, 0.6, 0.9, 1)
_PEOPLE: Sequence[int] = (0, 1, 2, 3, 49_999, 50_000, 120_000, 200_000, 200_001, 800_000)


def documents(number: int, vocabulary: Vocabulary, times: int = 1, seed: str = "a") -> Iterator[dict[str, Any]]:
    """Yield projects as plain data.

    Args:
        number: How many.
        vocabulary: The facts that they state.
        times: By how much their lists are longer than usual.
        seed: Projects of another seed are others.
    """
    for place in range(number):
        yield _Maker(Random(f"{seed}/{place}"), vocabulary, times).document()  # noqa: S311 - the same in every run


def lines(number: int, vocabulary: Vocabulary, times: int = 1) -> Iterator[bytes]:
    """Yield projects as lines of NDJSON."""
    for one in documents(number, vocabulary, times):
        yield json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class _Maker:
    """Makes one project."""

    def __init__(self, random: Random, vocabulary: Vocabulary, times: int) -> None:
        self.random = random
        self.vocabulary = vocabulary
        self.known = random.choice((0.2, 0.5, 0.9, 0.95, 1.0))
        self.ids: dict[str, list[str]] = {}
        for path, listed in vocabulary.lists.items():
            if listed.complete != "fixed" and random.random() < self.known + 0.1:
                most = times * random.randint(0, _SIZES.get(path, _ELSE))
                self.ids[path] = [f"{listed.element[0]}{place + 1}" for place in range(most)]

    def document(self) -> dict[str, Any]:
        found: dict[str, Any] = {"lang": "ja"} if self.random.random() < 0.5 else {}
        by_source: dict[str | None, list[FactDefinition]] = {}
        for fact in self.vocabulary.facts.values():
            by_source.setdefault(fact.source, []).append(fact)
        for fact in by_source.get(None, ()):
            head, _, path = fact.path.partition(".")
            if head == "complete":
                if self.random.random() < 0.6:
                    found.setdefault(head, {})[path] = self.random.random() < 0.7
            elif self.random.random() < self.known:
                _put(found, fact.path, self._value(fact))
        for path, listed in self.vocabulary.lists.items():
            if path in self.ids:
                _put(found, path, [self._element(name, by_source.get(path, ())) for name in self.ids[path]])
            elif listed.members and not path.startswith("$"):
                _put(found, path, {member: self._facts(by_source.get(path, ())) for member in listed.members})
        return found

    def _element(self, name: str, facts: Sequence[FactDefinition]) -> dict[str, Any]:
        return {"id": name, "name": f"名前 {name}", **self._facts(facts)}

    def _facts(self, facts: Sequence[FactDefinition]) -> Mapping[str, Any]:
        return {fact.attribute: self._value(fact) for fact in facts if self.random.random() < self.known}

    def _value(self, fact: FactDefinition) -> Any:
        random = self.random
        if fact.type == "bool":
            return random.random() < 0.5
        if fact.type == "enum":
            return random.choice(list(fact.values))
        if fact.type == "set":
            return [value for value in fact.values if random.random() < 0.3]
        if fact.type == "refs":
            pool = self.ids.get(fact.target or "", [])
            named = random.sample(pool, min(random.choice((0, 1, 1, 1, 2, 2, 3)), len(pool)))
            return [*named, "ghost"] if random.random() < 0.05 else named
        if fact.type == "text":
            return random.choice(("Wakayama", "一般名称", 'elder care "data"\\'))
        if fact.type == "texts":
            return ["text one", "二つ目"][: random.choice((0, 1, 1, 2))]
        if fact.type == "int":
            return random.choice(_PEOPLE) if "population" in fact.path else random.randint(0, 5)
        return random.choice(_SHARES if fact.maximum == 1.0 else _NUMBERS)


def _put(document: dict[str, Any], path: str, value: Any) -> None:
    *way, name = path.split(".")
    for part in way:
        document = document.setdefault(part, {})
    document[name] = value
