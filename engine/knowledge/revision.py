"""A knowledge base as a revision of git has it: nothing is checked out."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from msgspec.structs import replace

from ..problems.problem import Place, Problem, ProblemsError, excerpt, problem_of
from .check import read_knowledge_base
from .files import OTHERS
from .model import KnowledgeBase


def load_revision(revision: str, folder: Path) -> KnowledgeBase:
    """Load and check what a folder was at a revision, as git names it (`HEAD~1`); the folder need not be there now.

    Raises:
        ProblemsError: There is no such revision or folder, git is not there, or the knowledge base has problems.
    """
    there = next(one for one in (folder.absolute(), *folder.absolute().parents) if one.is_dir())
    top = Path(_git(there, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    inside = folder.resolve().relative_to(top.resolve()).as_posix()
    shown = f"{revision}:{inside}"
    name = excerpt(revision)
    commit = _named(
        top, f"{revision}^{{commit}}",
        f"there is no folder and no revision '{name}'", f"「{name}」というフォルダーもリビジョンもありません",
    )  # fmt: skip
    if inside != ".":
        _named(
            top,
            f"{commit}:{inside}",
            f"there is no folder '{inside}' in {name}",
            f"{name} にフォルダー「{inside}」はありません",
        )
    contents: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(_git(top, "archive", "--format=tar", commit, "--", inside))) as archive:
        for member in archive.getmembers():
            name = Path(member.name).relative_to(inside).as_posix()
            data = archive.extractfile(member) if member.isfile() else None
            hidden = any(part.startswith(".") for part in name.split("/"))
            if data is not None and name.endswith(".yaml") and not hidden and name.partition("/")[0] not in OTHERS:
                contents[name] = data.read()
    return replace(read_knowledge_base(contents, (), "", shown, {}), folder=str(folder))


def _named(top: Path, what: str, en: str, ja: str) -> str:
    """Return what git knows by a name; where it knows nothing by it, the problem is told."""
    try:
        return _git(top, "rev-parse", "--verify", "--end-of-options", what).decode().strip()
    except ProblemsError:
        raise ProblemsError([_problem(en, ja)]) from None


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True)  # noqa: S603, S607
    except FileNotFoundError:
        raise ProblemsError([_problem("git was not found", "git が見つかりません")]) from None
    except subprocess.CalledProcessError as error:
        told = excerpt(error.stderr.decode(errors="replace").strip().partition("\n")[0])
        raise ProblemsError(
            [_problem(f"git says: {told}", f"git の応答：{told}", Place(folder.as_posix(), 1, 1))]
        ) from None
    return done.stdout


def _problem(en: str, ja: str, place: Place | None = None) -> Problem:
    cure = (
        "Name a folder with rules, a revision such as HEAD~1, or both as HEAD~1:rules.",
        "規則のフォルダー、HEAD~1 のようなリビジョン、または HEAD~1:rules のように両方を指定してください。",
    )
    return problem_of("K004", place, en, ja, *cure)
