"""The files that a knowledge base consists of: which there are, and what is in them.

What they say is read elsewhere (`reading`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..problems.problem import Place, Problem, ProblemsError, problem_of, system_reason
from ..reading.encoding import content_of
from ..reading.limits import LARGEST_SOURCE

OTHERS = ("features", "claims")
"""Folders beside the rules that decide no assessment: scenarios, and claims about the rules."""


def find(root: Path) -> tuple[list[str], list[str]]:
    """Return the names of the YAML files below a folder, in order, and what of them is not read.

    Not read is what does not end in .yaml, and what lies in a folder that is a link; that one ends in a slash. Hidden
    files, scenarios and claims are no rules.

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
                if name not in OTHERS:
                    waiting.append((f"{name}/", entry.path))
                if not entry.name.endswith(".yaml"):
                    continue
            elif (
                entry.is_symlink() and name not in OTHERS and entry.is_dir() and any(map(_is_yaml, _listed(entry.path)))
            ):
                found.append(f"{name}/")
            if _is_yaml(entry):
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
        try:
            found[name] = content_of(f"{root}/{name}", LARGEST_SOURCE)
        except OSError as error:
            problems.append(unreadable(f"{shown}/{name}", error))
    if problems:
        raise ProblemsError(problems)
    if not found:
        message = f"there are no rules in {shown}", f"{shown} に規則がありません"
        cure = "Name the folder that holds areas.yaml.", "areas.yaml のあるフォルダを指定してください。"
        raise ProblemsError([problem_of("K001", None, *message, *cure)])
    return found


def not_read(name: str, shown: str) -> Problem:
    """Return the problem that a file, or a folder that is a link, is not read, as `find` names it."""
    place = Place(f"{shown}/{name}", 1, 1)
    if name.endswith("/"):
        message = "this folder is not read: it is a link", "リンクのフォルダーは読まれません"
        cure = "Put the folder itself in its place.", "フォルダーそのものを置いてください。"
    else:
        message = "this file is not read: its name does not end in .yaml", "名前が .yaml で終わらないので読まれません"
        cure = "Rename it.", "名前を変えてください。"
    return problem_of("K115", place, *message, *cure)


def profile_in(folder: Path) -> str | None:
    """Return the profile that lies in a folder, under its name or one that people write for it.

    Raises:
        ProblemsError: There are several.
    """
    named = [folder / f"advise.{end}" for end in ("yaml", "yml", "YAML", "YML")]
    # A folder that may not be searched has none: what is to be done in it tells why.
    there = {os.path.realpath(path): str(path) for path in reversed(named) if os.path.isfile(path)}  # noqa: PTH113
    if len(there) > 1:
        paths = [f"'{path}'" for path in sorted(there.values())]
        message = f"{' and '.join(paths)} are both profiles", f"{'と'.join(paths)} はどちらもプロファイルです"
        cure = "Keep one of them there, or name it with --profile.", "1つだけを残すか、--profile で指定してください。"
        raise ProblemsError([problem_of("K317", None, *message, *cure)])
    return next(iter(there.values()), None)


def version_of(contents: Mapping[str, bytes]) -> str:
    """Return the version of a knowledge base: 12 hex digits of a SHA-256 over names and contents."""
    parts = []
    for name, data in sorted(contents.items()):
        parts += [f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"), data]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:12]


def unreadable(name: str, error: OSError | UnicodeDecodeError) -> Problem:
    """Return the problem of a file that cannot be read."""
    reasons = system_reason(error)
    cure = "Check the name and the permissions.", "名前と権限を確かめてください。"
    if isinstance(error, UnicodeDecodeError):
        cure = "Save it as UTF-8.", "文字コードをUTF-8にして保存してください。"
    message = f"cannot be read: {reasons['en']}", f"読めません: {reasons['ja']}"
    return problem_of("K002", Place(name, 1, 1), *message, *cure)


def _is_yaml(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith((".yaml", ".yml"))


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return []
