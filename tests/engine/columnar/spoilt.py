"""Project documents with something odd in them, as lines of NDJSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from advise.engine.knowledge.model import Vocabulary
from advise.engine.project.data import document_of

from .. import generated

VALUES: list[Any] = [
    True, False, 0, 1, -1, 0.5, 1.5, 1e16, 1e300, 12345678901234567890, "", " ", "x", "yes", "true", "municipality", None,
    [], ["x"], ["municipality"], [None], [1], [["a"]], {}, {"value": True}, {"value": None}, {"value": "x", "source": "s"},
    {"value": True, "zzz": 1}, {"a": 1}, "a" * 10_001, ["a" * 10_001], "\u3000", "\x1c", "コ\u3099", "〜", "～", ["～"], "g1",
    {"value": ["municipality"], "by": "x"}, {"value": {"value": True}}, {"value": True, "source": 1}, {"value": "\ud83d"},
    [{"finding": "COM-01", "response": "accepted", "reason": "r", "by": "b", "on": "2026-01-01"}],
]  # fmt: skip
KEYS = ("responses", "asked", "lang", "$schema", "complete", "organisations", "capitals")


def line(seed: int, words: Vocabulary) -> bytes:
    """Return a project that is right, or wrong in what it says or in how it is written."""
    random = Random(seed)
    document = document_of(generated.project(random, words), words)
    if random.random() < 0.4:
        document = with_provenance(random, document)
    for _ in range(random.choice((0, 1, 1, 2))):
        _spoil(random, document)
    found = json.dumps(document, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
    written = (
        lambda: found[: random.randint(1, len(found))], lambda: found.replace(b"true", b"True", 1),
        lambda: found.replace(b"true", b"NaN", 1), lambda: found[:-1] + b',"lang":"ja","lang":"en"}',
        lambda: b" " + found, lambda: found + b"\r", lambda: found + found, lambda: found.replace(b"a", b"\xff", 1),
        lambda: found.replace(b"true", b"1e400", 1), lambda: found.replace(b"[", b"[1e400,", 1),
        lambda: b"", lambda: found.replace(b'"lang"', b'"l\\u0061ng"', 1),
    )  # fmt: skip
    return random.choice(written)() if random.random() < 0.15 else found


def with_provenance(random: Random, data: Any) -> Any:
    """Return data in which many values say where they come from."""
    if isinstance(data, dict):
        return {key: _wrapped(random, key, value) for key, value in data.items()}
    return [with_provenance(random, one) for one in data] if isinstance(data, list) else data


def _wrapped(random: Random, key: str, value: Any) -> Any:
    inner = with_provenance(random, value)
    if key == "id" or isinstance(value, dict) or random.random() < 0.5:
        return inner
    return {"value": inner, **random.choice(({}, {"source": "MOU, art. 3"}, {"as_of": "2026-04-01", "by": None}))}


def _spoil(random: Random, document: dict[str, Any]) -> None:
    *way, last = random.choice(list(_places(document)) or [("zzz",)])
    at: Any = document
    for part in way:
        at = at[part]
    kind = random.random()
    if kind < 0.6:
        at[last] = random.choice(VALUES)
    elif kind < 0.7:
        at.pop(last, None) if isinstance(at, dict) else at.pop(last)
    elif kind < 0.8 and isinstance(at, dict):
        at[random.choice(("zzz", "id", "value", "Declared", "name"))] = random.choice(VALUES)
    elif kind < 0.9 and isinstance(at, list) and at:
        at.append(at[0])
    else:
        document[random.choice(KEYS)] = random.choice(VALUES)


def _places(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*way, key)
        yield from _places(value, (*way, key))
