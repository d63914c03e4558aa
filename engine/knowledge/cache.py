"""The cache of checked knowledge bases: the nodes of all files as one JSON file, keyed by content and code version.

JSON and not pickle: a file in a cache folder is never executed. A cache that cannot be read or written is no
problem; the base is then read from its YAML files.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..language.problem import Place
from ..language.source import Node

_FORMAT = 1
SHIPPED = Path(__file__).resolve().parents[2] / "rules" / "compiled.json"
"""The cache of the shipped knowledge base, built with the package."""


def folder() -> Path:
    """Return the folder for caches: `ADVISE_CACHE`, else the user's cache folder of the platform."""
    chosen = os.environ.get("ADVISE_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "advise" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "advise"


def code_version() -> str:
    """Return what the cache depends on besides the rules: the product's version and this format's."""
    from ... import __version__

    return f"{__version__}-{_FORMAT}"


def read(version: str) -> dict[str, Node] | None:
    """Return the nodes of the base with this version, or None when it is not cached."""
    for path in (SHIPPED, folder() / f"{version}-{code_version()}.json"):
        try:
            stored = json.loads(path.read_bytes())
            if stored["key"] == [version, code_version()]:
                return {name: _load(name, entry) for name, entry in stored["files"].items()}
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            continue
    return None


def write(version: str, nodes: Mapping[str, Node], path: Path | None = None) -> None:
    """Store the nodes of a checked base; a folder that cannot be written to is left alone."""
    path = path or folder() / f"{version}-{code_version()}.json"
    stored = {"key": [version, code_version()], "files": {name: _dump(node) for name, node in nodes.items()}}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".write-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(stored, file, ensure_ascii=False, separators=(",", ":"))
        Path(temporary).replace(path)
    except OSError:
        return


def _dump(node: Node) -> list[Any]:
    value: Any = node.value
    if isinstance(value, list):
        value = [_dump(item) for item in value]
    elif isinstance(value, dict):
        value = {key: _dump(item) for key, item in value.items()}
    return [node.place.line, node.place.column, node.place.length, value]


def _load(file: str, stored: list[Any]) -> Node:
    line, column, length, value = stored
    if isinstance(value, list):
        value = [_load(file, item) for item in value]
    elif isinstance(value, dict):
        value = {key: _load(file, item) for key, item in value.items()}
    return Node(value, Place(f"rules/{file}" if "/" in file else file, line, column, length))
