"""What was judged so far is kept in whole parts beside the results, so that a run that was stopped can go on.

The parts of a run are taken up again only by one over the same files with the same rules on the same day.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from ...engine.assess.model import Level
from ...engine.assess.run import Brief
from ...engine.problems.problem import ProblemsError
from ...engine.project.address import Address
from ...engine.writing import write_whole
from ..writers.file import refusal


class Part(Struct, frozen=True):
    """Some projects in the order in which they came in, and what was found of them."""

    ids: list[str]
    content: list[bytes]


class Kept(Struct, frozen=True):
    """What became of one project that was judged by itself: what was found, or None where it could not be judged."""

    brief: Brief | None
    pressing: list[tuple[str, str | None, Level]] = []


class Parts:
    """The parts of one run.

    Attributes:
        folder: Where they are, beside the results.
    """

    def __init__(self, output: Path, inputs: Sequence[Path], rules: str, day: str, *, resume: bool) -> None:
        """Find the parts of an earlier run, or begin anew.

        Args:
            output: The results.
            inputs: What is judged.
            rules: The version of the rules.
            day: The date of the review.
            resume: Whether to go on where an earlier run stopped.
        """
        self.folder = output.with_name(f".{output.name}.parts")
        told = [f"{path}:{found.st_size}:{found.st_mtime_ns}" for path in inputs for found in _stats(path)]
        self._key = sha256("\n".join([*told, rules, day]).encode("utf-8", "surrogatepass")).hexdigest()
        self._number = 0
        if not resume or self._read_key() != self._key:
            self.drop()

    def earlier(self) -> Iterator[Part]:
        """Yield the parts; one that is not whole ends them."""
        for number in range(1_000_000):
            try:
                part = msgspec.msgpack.decode((self.folder / f"{number}.part").read_bytes(), type=Part)
            except (OSError, msgspec.MsgspecError):
                self._number = number
                return
            yield part

    def keep(self, part: Part) -> None:
        """Keep a part.

        Raises:
            ProblemsError: It cannot be written.
        """
        try:
            if not self._number:
                self.folder.mkdir(exist_ok=True)
                write_whole(self.folder / "key", self._key.encode())
            write_whole(self.folder / f"{self._number}.part", msgspec.msgpack.encode(part))
        except OSError as error:
            raise ProblemsError([refusal(self.folder, error)]) from error
        self._number += 1

    def drop(self) -> None:
        """Leave nothing."""
        with suppress(FileNotFoundError):
            shutil.rmtree(self.folder)

    def _read_key(self) -> str:
        try:
            return (self.folder / "key").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""


def kept(brief: Brief | None) -> Kept:
    """Return what became of a project as it is kept."""
    if brief is None:
        return Kept(None)
    pressing = [(address.fact, address.subject, level) for address, level in brief.pressing.items()]
    return Kept(msgspec.structs.replace(brief, pressing={}), pressing)


def brief_of(one: Kept) -> Brief | None:
    """Return what was found of a project."""
    if one.brief is None:
        return None
    pressing = {Address(fact, subject): level for fact, subject, level in one.pressing}
    return msgspec.structs.replace(one.brief, pressing=pressing)


def _stats(path: Path) -> list[os.stat_result]:
    with suppress(OSError):
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        return [one.stat() for one in files if one.is_file()]
    return []
