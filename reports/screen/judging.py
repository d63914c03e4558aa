"""Projects that came in are judged: many at a time where that can be done, each by itself otherwise. The answers are the same."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ...engine.assess.run import Brief, brief
from ...engine.compiled import CompiledKnowledgeBase
from ...engine.problems.problem import ProblemsError
from ...engine.project.project import Project
from ...engine.writing import write_whole
from ..writers.file import refusal
from .entry import Arrival, Entry, EntryTrouble
from .intake import Intake
from .results import COLUMNS, ResultRow, RowMaker, arrow_schemas, as_object
from .tally import Judged

if TYPE_CHECKING:
    from ...engine.columnar.screening import Screening
    from ...engine.columnar.tables import ArrowTable


class KeptPart(Struct, frozen=True):
    """Some projects in the order in which they came in, and what was found of them."""

    ids: list[str]
    content: list[bytes]


class KeptParts:
    """The parts of one run.

    Attributes:
        folder: Where they are, beside the results.
    """

    def __init__(self, output: Path, inputs: Sequence[Path], rules: str, day: str, *, resume: bool) -> None:
        """Find the parts of an earlier run, or begin anew.

        Args:
            output: The results.
            inputs: What is judged.
            rules: What judges: the versions of rules and program, the values of parameters.
            day: The date of the review.
            resume: Whether to go on where an earlier run stopped.
        """
        self.folder = output.with_name(f".{output.name}.parts")
        told = [f"{path}:{found.st_size}:{found.st_mtime_ns}" for path in inputs for found in _stats(path)]
        self._key = sha256("\n".join([*told, rules, day]).encode("utf-8", "surrogatepass")).hexdigest()
        self._number = 0
        if not resume or self._read_key() != self._key:
            self.drop()

    def earlier(self) -> Iterator[KeptPart]:
        """Yield the parts; one that is not whole ends them."""
        for number in range(1_000_000):
            try:
                part = msgspec.msgpack.decode((self.folder / f"{number}.part").read_bytes(), type=KeptPart)
            except (OSError, msgspec.MsgspecError):
                self._number = number
                return
            yield part

    def keep(self, part: KeptPart) -> None:
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


def _stats(path: Path) -> list[os.stat_result]:
    with suppress(OSError):
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        return [one.stat() for one in files if one.is_file()]
    return []


BATCH = 500
_FEW = 20
"""So few projects are judged before the packages for columns are loaded."""
_PACKAGES = ("numpy", "pyarrow")


class JudgedBlock(Struct):
    """Some projects that came in one after the other, and what was found of them.

    Attributes:
        size: How many came in.
        judged: Those that could be judged.
        entries: Returns the entry of each of these.
        tables: Their rows, as they are or as Arrow's tables.
    """

    size: int
    judged: Sequence[Judged]
    entry: Callable[[int], Entry]
    tables: Mapping[str, Sequence[ResultRow] | ArrowTable]


def each(found: Sequence[ResultRow] | ArrowTable) -> Iterable[ResultRow]:
    """Return rows that may be a table of Arrow's, one by one."""
    if isinstance(found, list):
        return found
    from ...engine.columnar.store import rows_of

    return rows_of(found)


def blocks(
    intake: Intake,
    kb: CompiledKnowledgeBase,
    rows: RowMaker,
    troubles: list[EntryTrouble],
    parts: KeptParts | None = None,
) -> Iterator[JudgedBlock]:
    """Yield the projects that came in, with what is found of those that can be judged, in their order.

    Args:
        intake: The projects.
        kb: The knowledge base.
        rows: Makes the rows of results.
        troubles: Takes what is wrong with the others.
        parts: Keeps what was judged; what it has from an earlier run is not judged again.
    """
    many = _many(kb, rows.day) if intake.total > _FEW else None
    earlier = parts.earlier() if parts is not None else iter(())
    if many is None:
        yield from _one_by_one(intake.entries(), kb, rows, troubles, parts, earlier)
    else:
        yield from _at_once(intake.arrivals(many.schema), many, rows, troubles, parts, earlier)


def _many(kb: CompiledKnowledgeBase, day: str) -> Screening | None:
    """Return what judges in columns; None where a package is missing, or the knowledge base cannot be judged that way."""
    if any(importlib.util.find_spec(name) is None for name in _PACKAGES):
        return None
    from ...engine.columnar.arrays import keep_freed_memory
    from ...engine.columnar.plan import NotExpressibleError
    from ...engine.columnar.screening import Screening

    keep_freed_memory()
    try:
        return Screening(kb, day)
    except NotExpressibleError:
        return None


def _one_by_one(
    entries: Iterator[Entry],
    kb: CompiledKnowledgeBase,
    rows: RowMaker,
    troubles: list[EntryTrouble],
    parts: KeptParts | None,
    earlier: Iterator[KeptPart],
) -> Iterator[JudgedBlock]:
    while batch := list(islice(entries, BATCH)):
        before = next(earlier, None)
        found: list[Brief | None] = [None] * len(batch)
        if before is not None and before.ids == [entry.id for entry in batch]:
            found = msgspec.msgpack.decode(before.content[0], type=list[Brief | None])
        for at, entry in enumerate(batch):
            if found[at] is None:
                project, wrong = entry.read(kb)
                troubles.extend(wrong)
                found[at] = brief(project, kb, rows.day) if project is not None else None
        if parts is not None and before is None:
            content = msgspec.msgpack.encode(found)
            parts.keep(KeptPart([entry.id for entry in batch], [content]))
        there = [(entry, one) for entry, one in zip(batch, found, strict=True) if one is not None]
        told = [rows.of(entry, one) for entry, one in there]
        tables = {name: [row for _, of in told for row in of[name]] for name in COLUMNS if name != "errors"}
        yield JudgedBlock(len(batch), [one for one, _ in told], [entry for entry, _ in there].__getitem__, tables)


def _at_once(
    arrivals: Iterator[Arrival],
    many: Screening,
    rows: RowMaker,
    troubles: list[EntryTrouble],
    parts: KeptParts | None,
    earlier: Iterator[KeptPart],
) -> Iterator[JudgedBlock]:
    from ...engine.columnar.screened import told
    from ...engine.columnar.screening import packed, unpacked
    from ...engine.columnar.store import rows_of

    schemas = arrow_schemas()
    for arrival in arrivals:

        def read(place: int, arrival: Arrival = arrival) -> Project | None:
            project, wrong = arrival.entry(place).read(many.kb)
            troubles.extend(wrong)
            return project

        before = next(earlier, None)
        if before is not None and before.ids == arrival.ids:
            screened = unpacked(before.content)
            for place in sorted({*range(len(arrival))} - {*screened.projects.column("at").to_pylist()}):
                read(place)
        else:
            screened = many.judged(arrival, read)
        if parts is not None and before is None:
            parts.keep(KeptPart(arrival.ids, packed(screened)))
        about = {
            "id": arrival.ids, "file": arrival.files, "row": arrival.numbers, "rules": rows.kb.version, "day": rows.day,
        }  # fmt: skip
        found = told(screened, about, schemas, rows.titled, rows.called)
        judged = [
            Judged(as_object("projects", row), stops, waits, label)
            for row, stops, waits, label in zip(
                rows_of(found.tables["projects"]), found.stops, found.waits, found.labels, strict=True
            )
        ]
        entries = partial(_entry, arrival, found.places)
        yield JudgedBlock(len(arrival), judged, entries, found.tables)


def _entry(arrival: Arrival, places: Sequence[int], at: int) -> Entry:
    return arrival.entry(places[at])
