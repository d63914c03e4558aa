"""Many projects screened in columns: what `advise screen` tells of them, in the order in which they came in.

What is plainly right is judged as it stands. Everything else is read as one project is, and then judged like the others, or
by itself where decisions are made about it. Which answers a verdict waits for is worked out project by project.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from ..assess.model import COUNTS, counts_of
from ..assess.questions import RoadMap, counted, rank
from ..assess.run import Brief, brief, pressing
from ..compiled import CompiledKnowledgeBase
from ..project.address import subject_of
from ..project.data import document_of, value_at
from ..project.project import Project
from .arrays import Mask, Numbers
from .batch import Batch, memories_of
from .columns import filled, numbers_in, words_of
from .judge import judge
from .lines import LineBlock, blocks, read, record_batch
from .plain import odd
from .plan import Plan
from .schema import TEXT, WORD, document_schema
from .tables import NUMBER, table_of

_BAD = (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError)
_FEW = 16
"""Documents of which one has a value of another kind, and which are no longer halved to find it; of lines half as many."""
BYTES = 16 << 20
"""Bytes of lines that are judged at a time."""
_ORDER, _SUBJECTS = 14, 26
"""Bits for where a finding comes by its code, and for its subject."""
_AT = ("at", pa.int64())
_PROJECTS = pa.schema(
    [
        _AT, *((name, TEXT) for name in ("name", "place")),
        *((name, WORD) for name in ("phase", "verdict", "worst", "best")),
        *((name, NUMBER) for name in ("due", "told", *COUNTS, "cannot_tell", "missing")),
        ("either", WORD),
    ]
)  # fmt: skip
_FINDINGS = pa.schema([_AT, *((name, WORD) for name in ("code", "subject", "severity", "kind", "label"))])
_UNKNOWN = pa.schema([_AT, *((name, WORD) for name in ("fact", "subject", "level", "label"))])
Integers = npt.NDArray[np.integer[Any]]


class Arrived(Protocol):
    """Some projects as they come in."""

    @property
    def rows(self) -> pa.RecordBatch:
        """Those of them that Arrow could read, as documents."""

    @property
    def places(self) -> Sequence[int]:
        """The place of each of these among the projects."""

    @property
    def barred(self) -> Collection[int]:
        """The places of projects that are refused whatever they say."""

    def __len__(self) -> int:
        """Return how many projects there are."""


def rows_of_lines(
    file: BinaryIO, schema: pa.Schema
) -> Iterator[tuple[LineBlock, pa.RecordBatch, Sequence[int], list[Any]]]:
    """Yield the lines of an NDJSON file in blocks: those that Arrow can read as documents, their places, and their ids."""
    named = schema.append(pa.field("id", TEXT))
    for block in blocks(file, BYTES):
        found = read(block, named, _FEW // 2)
        whole = record_batch(found.rows.drop_columns(["id"]))
        yield block, whole, found.places.tolist(), found.rows.column("id").to_pylist()


def rows_of_documents(
    documents: Sequence[Mapping[str, Any] | None], schema: pa.Schema, first: int = 0
) -> tuple[pa.RecordBatch, list[int]]:
    """Return plain data as rows, with the place of each; what has a value of another kind is left out, and what is None.

    Yes and no must be no numbers: Arrow would take them for some.
    """
    there = [place for place, one in enumerate(documents, first) if one is not None]
    try:
        return pa.RecordBatch.from_pylist([dict(one) for one in documents if one is not None], schema), there
    except _BAD:
        if len(documents) <= _FEW:
            return pa.RecordBatch.from_pylist([], schema), []
        half = len(documents) // 2
        parts = [
            rows_of_documents(some, schema, start)
            for some, start in ((documents[:half], first), (documents[half:], first + half))
        ]
        return pa.concat_batches([rows for rows, _ in parts]), [place for _, places in parts for place in places]


class Screened(NamedTuple):
    """What is found of some projects, a row for each thing that is found; `at` is the place of its project.

    Attributes:
        projects: What is told of each, in their order, without those that are refused.
        findings: Their findings, in reading order.
        unknown: The facts that a verdict waits for.
    """

    projects: pa.Table
    findings: pa.Table
    unknown: pa.Table


class Screening:
    """Judges projects by one knowledge base.

    Attributes:
        schema: The columns of projects.
    """

    def __init__(self, kb: CompiledKnowledgeBase, day: str) -> None:
        """Prepare to judge.

        Args:
            kb: The knowledge base.
            day: The date of the review.

        Raises:
            NotExpressibleError: Something in the knowledge base cannot be judged in columns.
        """
        self.kb, self.day, self.plan = kb, day, Plan(kb)
        self.schema = document_schema(kb.vocabulary)
        self._maps: dict[str | None, RoadMap] = {}

    def judged(self, arrived: Arrived, read: Callable[[int], Project | None]) -> Screened:
        """Judge some projects.

        Args:
            arrived: The projects.
            read: Reads the one at a place as one project is read; None where it is refused.
        """
        batch, places = Batch(arrived.rows, self.kb.vocabulary), np.array(arrived.places, np.int64)
        others = odd(self.plan, batch) | np.isin(places, list(arrived.barred))
        left = np.setdiff1d(np.arange(len(arrived)), places[~others])
        known = [(place, project) for place in left.tolist() if (project := read(place)) is not None]
        parts = [self._in_columns(batch, places, others)]
        plain = {place: project for place, project in known if not project.responses}
        if plain:
            documents = [_document(project, self.kb) for project in plain.values()]
            rows = pa.RecordBatch.from_pylist(documents, self.schema)
            parts.append(self._in_columns(Batch(rows, self.kb.vocabulary), np.array(list(plain)), None))
        decided = [(place, brief(project, self.kb, self.day)) for place, project in known if project.responses]
        if decided:
            parts.append(_of_briefs(decided))
        return parts[0] if len(parts) == 1 else Screened(*(_ordered(tables) for tables in zip(*parts, strict=True)))

    def _in_columns(self, batch: Batch, places: Numbers, skipped: Mask | None) -> Screened:
        ids = pa.array(np.arange(batch.size).astype(str))
        tables = judge(self.plan, batch, ids, skipped, ("projects", "findings"))
        rows = numbers_in(tables["projects"].column("id"))
        at = places[rows]
        path = self.kb.presentation.project.place
        column = None if path is None else batch.array(path)
        place = pa.nulls(len(rows), TEXT) if column is None else column.cast(TEXT).take(pa.array(rows))
        told = {name: tables["projects"].column(name) for name in _PROJECTS.names if name not in ("at", "place")}
        table = pa.table([{**told, "at": pa.array(at), "place": place}[name] for name in _PROJECTS.names], _PROJECTS)
        return Screened(table, self._findings(tables, batch, places), self._unknown(table, rows, batch))

    def _findings(self, tables: Mapping[str, pa.Table], batch: Batch, places: Numbers) -> pa.Table:
        """Return the findings in reading order, with what their subjects are called."""
        table = tables["findings"].combine_chunks()
        project = numbers_in(table.column("project"))
        phase = np.zeros(batch.size, np.int64)
        phases, told = words_of(tables["projects"].column("phase"))
        phase[numbers_in(tables["projects"].column("id"))] = told + 1
        (codes, code), (severities, severity), (kinds, kind), (subjects, subject) = (
            words_of(table.column(name)) for name in ("code", "severity", "kind", "subject")
        )
        sizes = (len(phases) + 1, len(kinds), len(severities), len(codes))
        combined = np.ravel_multi_index((phase[project], kind, severity, code), sizes) if len(code) else code
        present = np.flatnonzero(np.bincount(combined, minlength=1))
        ranks = []
        for one in present.tolist() if len(code) else ():
            a, b, c, d = np.unravel_index(one, sizes)
            of = self._road_map(([None, *phases])[a])
            ranks.append((rank(self.kb, of, kinds[b], severities[c], codes[d], None), one))  # type: ignore[arg-type]
        order = np.zeros(int(np.prod(sizes)) + 1, np.int64)
        order[[one for _, one in sorted(ranks)]] = np.arange(len(ranks))
        by_count = np.zeros(len(subjects) + 1, np.int64)
        by_count[sorted(range(len(subjects)), key=lambda one: counted(subjects[one]))] = np.arange(1, len(subjects) + 1)
        by_count[-1] = 0  # of none
        key = ((project << _ORDER) + order[combined] << _SUBJECTS) + by_count[subject]
        sorted_ = np.argsort(key, kind="stable")
        label = _names_of(batch, project, pa.array(subject, mask=subject < 0), subjects)
        columns = {name: table.column(name) for name in ("code", "subject", "severity", "kind")}
        columns |= {"at": pa.array(places[project]), "label": label}
        return pa.table([columns[name] for name in _FINDINGS.names], _FINDINGS).take(pa.array(sorted_))

    def _road_map(self, phase: str | None) -> RoadMap:
        if phase not in self._maps:
            self._maps[phase] = RoadMap(self.kb.areas.values(), phase)
        return self._maps[phase]

    def _unknown(self, told: pa.Table, rows: Integers, batch: Batch) -> pa.Table:
        """Return the facts that a verdict waits for, of the projects that have none yet."""
        waiting = np.flatnonzero(pc.equal(told.column("verdict").cast(TEXT), "insufficient_information"))
        memories = memories_of(Batch(batch.rows.take(pa.array(rows[waiting])), batch.vocabulary))
        found = [
            (place, address.fact, address.subject, level, None)
            for place, memory in zip(waiting.tolist(), memories, strict=True)
            for address, level in pressing(Project(memory), self.kb).items()
        ]
        table = table_of(found, _UNKNOWN)
        place = table.column("at").to_numpy()
        subjects, subject = words_of(table.column("subject"))
        label = _names_of(batch, rows[place], pa.array(subject, mask=subject < 0), subjects)
        columns = {"at": told.column("at").take(pa.array(place)), "label": label}
        return pa.table([columns.get(name, table.column(name)) for name in _UNKNOWN.names], _UNKNOWN)


def _names_of(batch: Batch, project: Integers, subject: pa.Array, subjects: Sequence[str]) -> pa.Array:
    """Return what each project of a batch calls an element of a list, null where it is not called otherwise than by its id.

    Args:
        batch: The projects.
        project: The project of each row.
        subject: The place of its subject.
        subjects: The subjects.
    """
    keys: list[Integers] = [np.zeros(0, np.int64)]
    called = [pa.array([], TEXT)]
    known = pa.array(subjects, TEXT)
    for path in batch.vocabulary.stated_lists:
        if batch.array(path) is None:
            continue
        listed = batch.listed(path)
        names = listed.array("name")
        if names is not None and listed.parts.rows:
            place = filled(pc.index_in(listed.subjects, known), -1).astype(np.int64)
            names = pc.utf8_trim_whitespace(names.cast(TEXT))
            there = np.flatnonzero((place >= 0) & filled(pc.greater(pc.utf8_length(names), 0), False))
            keys.append(listed.project[there] * (len(subjects) + 1) + place[there])
            called.append(names.take(pa.array(there)))
    every = np.concatenate(keys)
    words = pa.concat_arrays(called).dictionary_encode()
    wanted = project * (len(subjects) + 1) + filled(subject, len(subjects))
    order = np.argsort(every, kind="stable")
    at = np.minimum(np.searchsorted(every[order], wanted), max(0, len(every) - 1))
    if not len(every):
        return pa.nulls(len(wanted), WORD)
    found = order[at]
    return words.take(pa.array(found, mask=every[found] != wanted))


def packed(found: Screened) -> list[bytes]:
    """Return what was found as bytes."""
    return [_ipc(table) for table in found]


def _ipc(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    whole: bytes = sink.getvalue().to_pybytes()
    return whole


def unpacked(content: Sequence[bytes]) -> Screened:
    """Return what was found, from bytes."""
    return Screened(*(pa.ipc.open_stream(one).read_all().unify_dictionaries() for one in content))


def _document(project: Project, kb: CompiledKnowledgeBase) -> dict[str, Any]:
    """Return what is known of a project as a document, with what its elements are called."""
    document = document_of(project.memory, kb.vocabulary)
    for path in kb.vocabulary.stated_lists:
        for element in value_at(tuple(path.split(".")), document) or ():
            name = project.names.get(subject_of(path, element["id"]))
            if name is not None:
                element["name"] = name
    return document


def _of_briefs(briefs: Sequence[tuple[int, Brief]]) -> Screened:
    """Return what is found of projects that were judged one by one."""
    projects = []
    findings: list[tuple[Any, ...]] = []
    unknown: list[tuple[Any, ...]] = []
    for at, one in briefs:
        counts = counts_of(one.findings).values()
        told = one.coverage.due, one.coverage.told, *counts, one.cannot_tell, len(one.missing)
        projects.append((at, one.name, one.place, one.phase, one.verdict, *one.verdict_range, *told, one.either))
        for two in one.findings:
            findings.append((at, two.code, two.subject, two.severity, two.kind, one.labels.get(two.subject or "")))
        for address, level in one.pressing:
            unknown.append((at, *address, level, one.labels.get(address.subject or "")))
    return Screened(table_of(projects, _PROJECTS), table_of(findings, _FINDINGS), table_of(unknown, _UNKNOWN))


def _ordered(tables: Iterable[pa.Table]) -> pa.Table:
    """Return tables as one, in the order of the projects."""
    table = pa.concat_tables(tables).unify_dictionaries().combine_chunks()
    return table.take(pa.array(np.argsort(table.column("at").to_numpy(), kind="stable")))
