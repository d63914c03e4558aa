"""Thousands of projects: read, judged and put into tables, part by part.

What is plainly right is judged in columns as it stands. Everything else goes through the reader of one project: what that
understands is judged with the others, what it refuses is told with its problems, and stops none of the others.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from msgspec.structs import replace

from ..assess import assess
from ..compiled import CompiledKnowledgeBase
from ..problems.problem import Problem, ProblemsError
from ..project.memory import WorkingMemory
from ..project.outline import outline_of
from ..project.project import Project, read_project
from ..reading.document import read_document
from .arrays import Mask, Numbers
from .batch import Batch, rows_of_memories
from .judge import judge
from .lines import BLOCK, FEW, LineBlock, LinesRead, block_of, blocks, id_of, read, record_batch
from .parquet import batches_of
from .plain import odd
from .plan import Plan
from .provenance import bare
from .schema import TEXT, document_schema, typed
from .tables import SCHEMAS, rows_of, tables_of

BATCH = 20_000
"""About how many projects are judged at a time."""

JudgedTables = Mapping[str, pa.Table]
Names = npt.NDArray[np.str_]


class Refused(NamedTuple):
    """A project that cannot be judged.

    Attributes:
        id: What it is called.
        problems: What is wrong with it; places are within the project.
    """

    id: str
    problems: Sequence[Problem]


class JudgedPart(NamedTuple):
    """Some projects, judged.

    Attributes:
        tables: The tables that `tables.SCHEMAS` describes, in the order in which the projects came.
        refused: The projects that cannot be judged.
    """

    tables: JudgedTables
    refused: Sequence[Refused]


class Portfolio:
    """Judges many projects by one knowledge base.

    Attributes:
        plan: The knowledge base as it is judged by.
        schema: The columns of projects, as `schema.document_schema` describes them.
    """

    def __init__(self, kb: CompiledKnowledgeBase, today: str | None = None) -> None:
        """Prepare to judge.

        Args:
            kb: The knowledge base.
            today: The date of the review, which only decisions in a project ask for; the calendar's when left out.

        Raises:
            NotExpressibleError: Something in it cannot be judged in columns.
        """
        self.plan = Plan(kb)
        self.kb = kb
        self.today = today
        self.schema = document_schema(kb.vocabulary)
        self._named = self.schema.append(pa.field("id", TEXT))

    def lines(self, file: BinaryIO, size: int = BLOCK) -> Iterator[JudgedPart]:
        """Judge the projects of an NDJSON file, one a line.

        Each is called by the key `id` at its top, without one by the number of its line. Whether two are called the same
        is not looked at.

        Args:
            file: The file, opened for bytes.
            size: Bytes that are read at a time.
        """
        for block in blocks(file, size, again=True):
            yield from self._block(block, block.numbers.astype(str), is_called=True)

    def documents(self, documents: Sequence[bytes] | pa.Array, ids: Sequence[str]) -> JudgedPart:
        """Judge projects that are texts of JSON, each called by its id; a key `id` at the top of one says nothing more."""
        block = block_of(documents if isinstance(documents, pa.Array) else pa.array(documents, pa.large_binary()))
        return _ordered(list(self._block(block, np.array(ids, np.str_))), ids)

    def _block(self, block: LineBlock, names: Names, *, is_called: bool = False) -> Iterator[JudgedPart]:
        """Judge lines, each called by its name, or where `is_called` by the id that it gives itself."""
        found = read(block, self._named, FEW)
        calls = _calls(block, found, names) if is_called else {}
        typed_rows = found.rows.drop_columns(["id"])
        parts = []
        # Parts alike: some rows that a block has too many would take nearly as long as a whole part.
        size = ceil(typed_rows.num_rows / max(1, round(typed_rows.num_rows / BATCH)))
        for start in range(0, typed_rows.num_rows, size or 1):
            rows, places = typed_rows.slice(start, size), found.places[start : start + size]
            batch = Batch(record_batch(rows), self.kb.vocabulary)
            others = odd(self.plan, batch)
            ids = pa.array(names[places])
            parts.append(self._judged(batch, ids, others, lambda row, places=places: block.line(places[row])))  # type: ignore[misc]
        if len(found.others):
            parts += self._others(block, found.others, names)
        ordered = [_ordered(parts, names)] if len(found.others) else parts
        yield from [_called(one, calls) for one in ordered] if calls else ordered

    def _others(self, block: LineBlock, places: Numbers, names: Names) -> Iterator[JudgedPart]:
        """Judge the lines that are not plainly right: without provenance where that is all, or else one by one."""
        root = outline_of(self.kb)
        lines = [(place, bare(block.line(place), root)) for place in places]
        again = [(place, line) for place, line in lines if line is not None]
        alone = [place for place, line in lines if line is None]
        if again:
            found = read(block_of(pa.array([line for _, line in again], pa.large_binary())), self.schema)
            alone += [again[place][0] for place in found.others]
            there = np.array([place for place, _ in again])[found.places]
            batch = Batch(record_batch(found.rows), self.kb.vocabulary)
            yield self._judged(batch, pa.array(names[there]), odd(self.plan, batch), lambda row: block.line(there[row]))
        if alone:
            yield self.one_by_one((names[place], block.line(place)) for place in alone)

    def parquet(self, path: str | os.PathLike[str], id_column: str | None = None) -> Iterator[JudgedPart]:
        """Judge the projects of a Parquet file, one a row, its columns nested as a project document is.

        Args:
            path: The file.
            id_column: The column with what each project is called; the number of its row when left out.

        Raises:
            OSError: It cannot be read.
        """
        first = 1
        for rows in batches_of(Path(path), BATCH):
            ids = pa.array(np.arange(first, first + rows.num_rows)).cast(TEXT)
            if id_column is not None:
                ids = rows.column(id_column).cast(pa.string())
                rows = rows.select([name for name in rows.schema.names if name != id_column])
            first += rows.num_rows
            yield self.rows(rows, ids)

    def rows(self, rows: pa.RecordBatch, ids: pa.Array) -> JudgedPart:
        """Judge the projects of a table, one a row.

        Args:
            rows: Documents, as `schema` describes them; columns and fields may be missing. Where the types are others,
                each row is read as a project of its own.
            ids: What each project is called.
        """
        columns = typed(rows, self.schema)
        if columns is None:
            named = ((name, document) for name, document in zip(ids.to_pylist(), rows.to_pylist(), strict=True))
            return self.one_by_one(named)
        batch = Batch(columns, self.kb.vocabulary)
        others = odd(self.plan, batch)
        return self._judged(batch, ids, others, lambda row: columns.slice(row, 1).to_pylist()[0])

    def _judged(self, batch: Batch, ids: pa.Array, others: Mask, source: Callable[[int], Any]) -> JudgedPart:
        """Judge a batch, the marked projects one by one."""
        if not others.any():
            return JudgedPart(judge(self.plan, batch, ids), ())
        tables = judge(self.plan, batch, ids, others)
        places = np.flatnonzero(others).tolist()
        named = ((ids[place].as_py(), source(place)) for place in places)
        return _ordered([JudgedPart(tables, ()), self.one_by_one(named)], ids)

    def one_by_one(self, sources: Iterable[tuple[str, Any]]) -> JudgedPart:
        """Judge projects that the reader of one project must read.

        Args:
            sources: What each is called, and the bytes or the data that `read_project` takes.
        """
        refused: list[Refused] = []
        projects: list[tuple[str, Project]] = []
        for name, source in sources:
            try:
                projects.append((name, read_project(_bare(source), self.kb)))
            except ProblemsError as error:
                refused.append(Refused(name, error.problems))
        return JudgedPart(self.projects(projects), refused)

    def projects(self, projects: Iterable[tuple[str, Project]]) -> JudgedTables:
        """Judge projects that were read; each comes with what it is called.

        A decision about a finding can leave it out of the verdict; projects with some are assessed one by one.
        """
        names: list[str] = []
        memories: list[WorkingMemory] = []
        decided: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
        order = []
        for name, project in projects:
            order.append(name)
            if not project.responses:
                names.append(name)
                memories.append(project.memory)
                continue
            assessment = assess(project, self.kb, today=self.today, interpreter="evaluate")
            for table, rows in rows_of(assessment, name, self.kb).items():
                decided[table] += rows
        rows = rows_of_memories(memories, self.kb.vocabulary, self.schema)
        found = [JudgedPart(judge(self.plan, Batch(rows, self.kb.vocabulary), pa.array(names, pa.string())), ())]
        if decided["projects"]:
            found.append(JudgedPart(tables_of(decided), ()))
        return _ordered(found, order).tables


def _calls(block: LineBlock, found: LinesRead, names: Names) -> dict[str, str]:
    """Return what lines call their projects, by the names that they have so far; those that call them nothing are left out."""
    column = found.rows.column("id")
    if column.null_count == len(column) and not len(found.others):
        return {}
    there = column.to_pylist() if column.null_count < len(column) else [None] * len(column)
    said = [*zip(found.places, there, strict=True), *((place, id_of(block.line(place))) for place in found.others)]
    return {names[place]: name.strip() for place, name in said if name is not None and name.strip()}


def _called(part: JudgedPart, calls: Mapping[str, str]) -> JudgedPart:
    """Return a part with its projects called otherwise; two may be called the same."""
    tables = {}
    for name, table in part.tables.items():
        key = "id" if name == "projects" else "project"
        at, column = table.schema.get_field_index(key), table.column(key).combine_chunks()
        if pa.types.is_dictionary(column.type):
            words: dict[str, int] = {}
            places = [words.setdefault(calls.get(one, one), len(words)) for one in column.dictionary.to_pylist()]
            own: Numbers = np.array(places, np.int32)
            column = pa.DictionaryArray.from_arrays(own[np.asarray(column.indices)], pa.array([*words], pa.string()))
        else:
            column = pa.array([calls.get(one, one) for one in column.to_pylist()], column.type)
        tables[name] = table.set_column(at, table.schema.field(at), column)
    return JudgedPart(tables, [Refused(calls.get(one.id, one.id), one.problems) for one in part.refused])


def _bare(source: Any) -> Any:
    """Return what is read of a project; of bytes without what it is called.

    Raises:
        ProblemsError: They are no document.
    """
    if not isinstance(source, bytes) or id_of(source) is None:
        return source
    document = read_document(source)
    return replace(document, data={key: value for key, value in document.data.items() if key != "id"})


def _ordered(parts: Sequence[JudgedPart], names: Any) -> JudgedPart:
    """Return parts as one, their rows in the order of the projects' names."""
    refused = [one for part in parts for one in part.refused]
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return JudgedPart(tables_of({}), ())
    order = pa.array(names, pa.string())
    tables = {}
    for name in SCHEMAS:
        table = pa.concat_tables([part.tables[name] for part in parts]).unify_dictionaries().combine_chunks()
        places = pc.index_in(table.column("id" if name == "projects" else "project"), order)
        tables[name] = table.take(pa.array(np.argsort(places.to_numpy(), kind="stable")))
    return JudgedPart(tables, refused)


_TODAY = "2026-01-01"


class Together:
    """A rule base whose projects are judged both ways."""

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        """Take the rules."""
        self.kb, self.plan = kb, Plan(kb)
        self.schema = document_schema(kb.vocabulary)

    def differing(self, documents: Sequence[dict[str, Any]]) -> list[list[str]]:
        """Return in what each project differs, one line for each row that only one of the ways has."""
        batch = Batch(pa.RecordBatch.from_pylist(list(documents), self.schema), self.kb.vocabulary)
        strange = odd(self.plan, batch)
        names = [str(place) for place in range(len(documents))]
        lines: list[set[str]] = [set() for _ in documents]
        for table, rows in judge(self.plan, batch, pa.array(names), strange).items():
            for row in rows.to_pylist():
                place = int(row["id"] if table == "projects" else row["project"])
                lines[place].add(f"{table} {row}")
        for place, document in enumerate(documents):
            if not strange[place]:
                assessment = assess(
                    copy.deepcopy(document), self.kb, today=_TODAY, interpreter="evaluate", asking=False
                )
                for table, several in rows_of(assessment, names[place], self.kb).items():
                    lines[place] ^= {f"{table} {row}" for row in several}
        return [sorted(one) for one in lines]
