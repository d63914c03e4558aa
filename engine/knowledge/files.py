"""The files that a knowledge base consists of: which there are, and what is in them.

What they say is read elsewhere (`reading`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..problems.problem import Place, Problem, ProblemsError

_LARGEST = 1_000_000
"""Bytes of one rule file; a larger one is refused."""


def find(root: Path) -> tuple[list[str], list[str]]:
    """Return the names of the YAML files below a folder, in order, and of those not read: they do not end in .yaml.

    Hidden files and scenarios are no rules.

    Raises:
        OSError: A folder cannot be listed.
    """
    found: list[str] = []
    waiting = [("", str(root))]
    while waiting:
        prefix, folder = waiting.pop()
        for entry in _listed(folder):
            name = prefix + entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if name != "features":
                    waiting.append((f"{name}/", entry.path))
                if not entry.name.endswith(".yaml"):
                    continue
            if entry.name.endswith("ml") and ".y" in entry.name[-5:]:
                found.append(name)
    found.sort()
    return [name for name in found if name.endswith(".yaml")], [name for name in found if not name.endswith(".yaml")]


def read(root: Path, names: Iterable[str], shown: str) -> dict[str, bytes]:
    """Return the contents of files by name.

    Raises:
        ProblemsError: Some cannot be read, or there are none.
    """
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in names:
        path = root / name
        try:
            if path.stat().st_size > _LARGEST:
                raise OSError(f"larger than {_LARGEST} bytes")
            found[name] = path.read_bytes()
        except OSError as error:
            problems.append(unreadable(f"{shown}/{name}", error))
    if problems:
        raise ProblemsError(problems)
    if not found:
        raise ProblemsError([_no_rules(shown)])
    return found


def version_of(contents: Mapping[str, bytes]) -> str:
    """Return the version of a knowledge base: 12 hex digits of a SHA-256 over names and contents."""
    parts = []
    for name, data in sorted(contents.items()):
        parts += [f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"), data]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:12]


def unreadable(name: str, error: OSError | UnicodeDecodeError) -> Problem:
    """Return the problem of a file that cannot be read."""
    from ..problems.problem import system_reason

    reasons = system_reason(error)
    return Problem(
        "K002",
        {"en": f"cannot be read: {reasons['en']}", "ja": f"読めません: {reasons['ja']}"},
        {"en": "Save it as UTF-8.", "ja": "文字コードをUTF-8にして保存してください。"}
        if isinstance(error, UnicodeDecodeError)
        else {"en": "Check the name and the permissions.", "ja": "名前と権限を確かめてください。"},
        Place(name, 1, 1),
    )


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _no_rules(shown: str) -> Problem:
    return Problem(
        "K001",
        {"en": f"there are no rules in {shown}", "ja": f"{shown} に規則がありません"},
        {"en": "Name the folder that holds areas.yaml.", "ja": "areas.yaml のあるフォルダを指定してください。"},
    )
