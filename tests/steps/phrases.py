"""The domain's own sentences: from `features/phrases.yaml` to the facts that each states.

A sentence may have slots: `"{id}"` takes one quoted name, `{*ids}` one or more (`"a", "b" and "c"`), `{kind}` the label of
an allowed value in words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.language.problem import Problem
from advise.engine.language.source import read_yaml

from .scene import Scene, SentenceError, fact_at

PHRASES = Path(__file__).resolve().parents[2] / "features" / "phrases.yaml"
_SLOT = re.compile(r'"\{(?P<name>\w+)\}"|\{\*(?P<names>\w+)\}|\{(?P<word>\w+)\}')
_NAMES = r'"[^"]+"(?:, "[^"]+")*(?: and "[^"]+")?'


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence and what it states: values by path, `listed` for an element without facts, `adds` for one of several."""

    text: str
    pattern: re.Pattern[str]
    facts: Mapping[str, Any]

    def apply(self, scene: Scene, found: re.Match[str], _table: object = None) -> None:
        """State in a scene what the sentence says."""
        slots: dict[str, Any] = {name: _slot(text) for name, text in found.groupdict().items()}
        for path, value in self.facts.items():
            for filled in _paths(path, slots):
                if value == "listed":
                    scene.state(filled, None, listing=True)
                elif isinstance(value, dict):
                    scene.add(filled, _value(value["adds"], filled, slots, scene.kb))
                else:
                    scene.state(filled, _value(value, filled, slots, scene.kb), listing=True)


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """Return all phrases."""
    problems: list[Problem] = []
    node = read_yaml(PHRASES.read_text(encoding="utf-8"), PHRASES.name, problems.append)
    if node is None or problems:
        raise SentenceError(f"{PHRASES.name} cannot be read: {problems}")
    found = []
    for text, facts in node.plain().items():
        if not isinstance(facts, dict):
            raise SentenceError(f"{PHRASES.name}: '{text}' states no facts")
        found.append(Phrase(text, re.compile(_pattern(text)), facts))
    return tuple(found)


def _pattern(text: str) -> str:
    pattern, at = "", 0
    for slot in _SLOT.finditer(text):
        pattern += re.escape(text[at : slot.start()])
        if slot["name"]:
            pattern += f'"(?P<{slot["name"]}>[^"]+)"'
        elif slot["names"]:
            pattern += f"(?P<{slot['names']}>{_NAMES})"
        else:
            pattern += f"(?P<{slot['word']}>[A-Za-z][A-Za-z -]*)"
        at = slot.end()
    return pattern + re.escape(text[at:])


def _slot(text: str) -> str | list[str]:
    return re.findall(r'"([^"]+)"', text) if text.startswith('"') else text


def _paths(path: str, slots: Mapping[str, Any]) -> list[str]:
    """Fill the slots of a path; a slot with several names gives several paths."""
    several = re.search(r"\{\*(\w+)\}", path)
    if several is not None:
        return [path.replace(several[0], name) for name in slots[several[1]]]
    return [re.sub(r"\{(\w+)\}", lambda slot: str(slots[slot[1]]), path)]


def _value(value: Any, path: str, slots: Mapping[str, Any], kb: KnowledgeBase) -> Any:
    slot = re.fullmatch(r"\{\*?(\w+)\}", value) if isinstance(value, str) else None
    if slot is None:
        return value
    given = slots[slot[1]]
    fact = fact_at(path, kb)
    if isinstance(given, list) or fact is None or not fact.values:
        return given
    for name, label in fact.values.items():
        if given in (name, name.replace("_", " "), label["en"]):
            return name
    raise SentenceError(f"'{given}' is no {fact.label['en']}; it can be: " + ", ".join(fact.values).replace("_", " "))
