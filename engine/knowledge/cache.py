"""The cache of checked knowledge bases: the nodes of all files as one JSON file, keyed by content and code version.

JSON and not pickle: a file in a cache folder is never executed. A cache that cannot be read or written is no
problem; the base is then read from its YAML files.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ..language.problem import Place
from ..language.source import Node

_FORMAT = 2
SHIPPED = Path(__file__).resolve().parents[2] / "rules" / "compiled.json"
"""The cache of the shipped knowledge base, built with the package."""


def folder() -> Path:
    """Return the folder for caches: `ADVISE_CACHE`, else the user's cache folder of the platform.

    Raises:
        RuntimeError: The user has no home folder.
    """
    chosen = os.environ.get("ADVISE_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "advise" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "advise"


def code_version() -> str:
    """Return what the cache depends on besides the rules: the product's version and this format's."""
    from ..._version import __version__

    return f"{__version__}-{_FORMAT}"


def read(version: str, names: Collection[str], shown: str) -> dict[str, Node] | None:
    """Return the nodes of the base with this version, or None when it is not cached.

    Args:
        version: The version of the knowledge base.
        names: The files that it consists of.
        shown: What its folder is called in places.
    """
    for path in _paths(version):
        try:
            stored = json.loads(path.read_bytes())
            if stored["key"] == [version, code_version()] and stored["files"].keys() == set(names):
                return {name: _load(f"{shown}/{name}", entry) for name, entry in stored["files"].items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            continue
    return None


def _paths(version: str) -> list[Path]:
    try:
        return [SHIPPED, folder() / f"{version}-{code_version()}.json"]
    except RuntimeError:
        return [SHIPPED]


def write(version: str, nodes: Mapping[str, Node]) -> None:
    """Store the nodes of a checked base; a folder that cannot be written to is left alone."""
    path = _paths(version)[-1]
    if path == SHIPPED:
        return
    stored = {"key": [version, code_version()], "files": {name: _dump(node) for name, node in nodes.items()}}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".write-")
    except OSError:
        return
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(stored, file, ensure_ascii=False, separators=(",", ":"))
        Path(temporary).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()


def _dump(node: Node) -> list[Any]:
    value: Any = node.value
    if isinstance(value, list):
        value = [_dump(item) for item in value]
    elif isinstance(value, dict):
        value = {key: [*_dump(item), node.keys[key].line, node.keys[key].column] for key, item in value.items()}
    return [node.place.line, node.place.column, node.place.length, value]


def _load(file: str, stored: list[Any]) -> Node:
    line, column, length, value = stored
    keys: dict[str, Place] = {}
    if isinstance(value, list):
        value = [_load(file, item) for item in value]
    elif isinstance(value, dict):
        keys = {key: Place(file, item[4], item[5], len(key)) for key, item in value.items()}
        value = {key: _load(file, item[:4]) for key, item in value.items()}
    return Node(value, Place(file, line, column, length), keys)
