"""A document that a working memory could have been read from."""

from __future__ import annotations

from typing import Any

from ..knowledge.model import Vocabulary
from .data import put
from .memory import WorkingMemory


def document_of(memory: WorkingMemory, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return a document that a working memory could have been read from."""
    found: dict[str, Any] = {}
    for path, value in memory.project.items():
        head, _, rest = path.partition(".")
        put(_plain(value), (head, rest) if head == "complete" else tuple(path.split(".")), found)
    for path, elements in memory.elements.items():
        listed = vocabulary.lists[path]
        way = tuple(path.split("."))
        if listed.complete == "fixed":
            for element in elements if not path.startswith("$") else ():
                for name, value in element.items():
                    if name != "id":
                        put(_plain(value), (*way, str(element["id"]), name), found)
            continue
        put([{name: _plain(value) for name, value in one.items()} for one in elements], way, found)
        if listed.complete == "declared":
            put(path in memory.closed, ("complete", path), found)
    return found


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else list(value) if isinstance(value, tuple) else value
