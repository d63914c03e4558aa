"""The domain's own sentences: from `features/phrases.yaml` to the facts that each states.

A sentence may have slots: `"{id}"` takes one quoted name, `{*ids}` one or more (`"a", "b" and "c"`), `{kind}` the label of
an allowed value in words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..knowledge.model import KnowledgeBase
from ..problems.problem import Place, Problem, ProblemsError
from ..reading.source import read_yaml
from . import words
from .names import fact_at
from .saying import SentenceError

if TYPE_CHECKING:
    from .scene import Scene

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


def read_phrases(path: Path) -> tuple[Phrase, ...]:
    """Read all sentences of a file.

    Raises:
        ProblemsError: It cannot be read, or a sentence states nothing.
    """
    shown = path.as_posix()
    problems: list[Problem] = []
    try:
        node = read_yaml(path.read_text(encoding="utf-8-sig"), shown, problems.append)
    except (OSError, UnicodeDecodeError) as error:
        raise ProblemsError(
            [_problem(Place(shown, 1, 1), f"cannot be read: {error}", f"読めません: {error}")]
        ) from None
    if node is None or problems:
        raise ProblemsError(problems or [_problem(Place(shown, 1, 1), "cannot be read", "読めません")])
    if not isinstance(node.value, dict):
        raise ProblemsError([_problem(node.place, "a sentence states facts by their paths", "文ごとに事実を並べます")])
    found = []
    for text, stated in node.value.items():
        facts = stated.plain()
        if isinstance(facts, dict) and all(_sound(value) for value in facts.values()):
            found.append(Phrase(text, re.compile(_pattern(text)), facts))
        else:
            problems.append(_problem(stated.place, f"'{text}' states no facts", f"「{text}」は事実を述べていません"))
    if problems:
        raise ProblemsError(problems)
    return tuple(found)


def _sound(value: Any) -> bool:
    return not isinstance(value, dict) or set(value) == {"adds"}


def _problem(place: Place, en: str, ja: str) -> Problem:
    cure = {
        "en": "Below a sentence stand the paths of facts, each with its value.",
        "ja": "文の下に、事実のパスと値を書きます。",
    }
    return Problem("S002", {"en": en, "ja": ja}, cure, place)


def _pattern(text: str) -> str:
    pattern, at = "", 0
    for slot in _SLOT.finditer(text):
        pattern += re.escape(text[at : slot.start()])
        if slot["name"]:
            pattern += f'"(?P<{slot["name"]}>[^"]+)"'
        elif slot["names"]:
            pattern += f"(?P<{slot['names']}>{_NAMES})"
        else:
            pattern += rf"(?P<{slot['word']}>[^\W\d_][\w -]*)"
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
    for name, labels in fact.values.items():
        if given in (name, name.replace("_", " "), *labels.values()):
            return name
    label, allowed = words.label(fact), [name.replace("_", " ") for name in fact.values]
    raise SentenceError(
        f"'{given}' is no {label['en']}; it can be: {', '.join(allowed)}",
        f"「{given}」は{label['ja']}にありません。使える値：{'、'.join(allowed)}",
    )
