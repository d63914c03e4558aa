"""The project files of a folder; what advise itself wrote there is none of them."""

from __future__ import annotations

import re
from pathlib import Path

from ..reading.encoding import opened
from .schema import is_schema

ENDS = (".json", ".yaml", ".yml")
"""How the names of project files end."""
_HEAD = 500
_RESULT = rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema_version"\s*:'
"""How every result of advise in its machine form begins."""


def project_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the project files of a folder and its subfolders, and the results of advise that lie there, both in order.

    What is hidden, and schemas, are left out.
    """
    files: list[Path] = []
    results: list[Path] = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path.suffix.lower() not in ENDS or not path.is_file():
            continue
        head = head_of(path)
        if re.match(_RESULT, head):
            results.append(path)
        elif not is_schema(head):
            files.append(path)
    return files, results


def head_of(path: Path) -> bytes:
    """Return how a .json file begins; nothing of any other, and of one that cannot be read: reading it tells why."""
    try:
        if path.suffix.lower() != ".json":
            return b""
        with opened(path) as file:
            return file.read(_HEAD)
    except (OSError, ValueError):
        return b""
