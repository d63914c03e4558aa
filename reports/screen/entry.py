"""One project among many as it comes in: what its row or its file says, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from ...engine.knowledge.model import KnowledgeBase
from ...engine.problems.problem import Problem, ProblemsError
from ...engine.project.project import Project, read_project
from ...engine.reading.document import Document, read_document
from ...engine.reading.encoding import name_of, opened
from ..texts.screen_faults import fault

if TYPE_CHECKING:
    from ...engine.columnar.tables import ArrowRows, ArrowSchema


def place_of(file: str, row: int | None) -> str:
    """Return where a project stands, in one word: its file, and the row where it has no file of its own."""
    return file if row is None else f"{file}:{row}"


class EntryTrouble(Struct, frozen=True):
    """What is wrong with one project, and where.

    Attributes:
        file: The file, and the worksheet in it.
        row: The row of a table, the line of a file; None for a whole file.
        column: The letters of a column, or the column in a line.
        head: What stands above the column.
        id: The project, as far as it is known.
        value: What stands there.
        problem: What is wrong, and what to do.
    """

    file: str
    problem: Problem
    row: int | None = None
    column: str = ""
    head: str = ""
    id: str = ""
    value: str = ""


class Entry(Struct, frozen=True):
    """A project that came in.

    Attributes:
        id: What it is called in all results.
        file, row: Where it stands; no row where it has a file of its own.
        data: Its facts: the line or the document that holds them, or plain data; None where they could not be read.
        plain: Whether plain data has no keys but those of the vocabulary.
        troubles: Why it cannot be judged.
        named: The letters and the head of the column with what it is called, of a row.
    """

    id: str
    file: str
    row: int | None = None
    data: dict[str, Any] | Document | bytes | None = None
    troubles: tuple[EntryTrouble, ...] = ()
    plain: bool = True
    named: tuple[str, str] = ("", "")

    @property
    def place(self) -> str:
        """Where it stands, in one word."""
        return place_of(self.file, self.row)

    def read(self, kb: KnowledgeBase) -> tuple[Project | None, tuple[EntryTrouble, ...]]:
        """Return the project, or why there is none."""
        if self.troubles or self.data is None:
            return None, self.troubles
        try:
            return read_project(self.document(self.data) if isinstance(self.data, bytes) else self.data, kb), ()
        except ProblemsError as error:
            return None, tuple(placed(one, self) for one in error.problems)

    def document(self, line: bytes) -> Document:
        """Return a line as a document, without what it is called.

        Raises:
            ProblemsError: It is none.
        """
        document = read_document(line, self.place)
        return replace(document, data={key: value for key, value in document.data.items() if key != "id"})


def placed(problem: Problem, entry: Entry) -> EntryTrouble:
    """Return what is wrong with an entry, with its row and column."""
    where = problem.place
    row = entry.row if entry.row is not None or where is None else where.line
    column = str(where.column) if where is not None else ""
    value = where.text[where.column - 1 : where.column - 1 + where.length] if where is not None else ""
    return EntryTrouble(entry.file, problem, row, column, "", entry.id, value)


def refused(entry: Entry, *problems: Problem) -> Entry:
    """Return an entry that cannot be judged, for reasons beside what it says itself."""
    return replace(entry, data=None, troubles=(*entry.troubles, *(placed(one, entry) for one in problems)))


def twice(entry: Entry, first: str) -> Entry:
    """Return an entry that cannot be judged, as what it is called stands at another place before."""
    found = refused(entry, fault("T110", id=entry.id, first=first))
    *others, last = found.troubles
    column, head = entry.named
    last = replace(last, column=column, head=head, value=entry.id if column else "")
    return replace(found, troubles=(*others, last))


_MANY = 2_000
"""Entries that are judged at a time."""


class Arrival:
    """Some projects.

    Attributes:
        rows: Those that can be judged as they stand, and perhaps others.
        places: The place of each of these rows among all of them.
        ids, files, numbers: What each project is called, and where it stands.
        barred: Those that are refused whatever they say.
    """

    def __init__(
        self,
        entry: Callable[[int], Entry],
        about: Iterable[tuple[str, str, int | None]],
        rows: ArrowRows,
        places: Sequence[int],
    ) -> None:
        """Take projects.

        Args:
            entry: The entry at a place.
            about: What each is called, its file and its row.
            rows: Those that are rows.
            places: Their places.
        """
        self.ids, self.files, self.numbers = map(list, zip(*about, strict=True))
        self.rows, self.places = rows, places
        self.barred: dict[int, Entry] = {}
        self._entry = entry

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.ids)

    def entry(self, place: int) -> Entry:
        """Return a project as an entry."""
        return self.barred.get(place) or self._entry(place)


def of_entries(entries: Iterator[Entry], schema: ArrowSchema) -> Iterator[Arrival]:
    """Yield entries some at a time; plain data becomes rows."""
    from ...engine.columnar.screening import rows_of_documents

    while some := list(islice(entries, _MANY)):
        plain = [one.data if one.plain and isinstance(one.data, dict) and not one.troubles else None for one in some]
        rows, places = rows_of_documents(plain, schema)
        yield Arrival(some.__getitem__, ((one.id, one.file, one.row) for one in some), rows, places)


def of_parquet(path: Path, names: Sequence[str], schema: ArrowSchema) -> Iterator[Arrival]:
    """Yield the projects of a file whose columns are nested as a project's file is."""
    from ...engine.columnar import parquet

    first, file = 1, name_of(path.name)
    for rows, ids in parquet.batches(path, names, schema):

        def entry(place: int, rows: ArrowRows = rows, first: int = first, ids: Sequence[Any] = ids) -> Entry:
            number = first + place
            return Entry(called(ids[place], path, number), file, number, parquet.plain_document(rows, place))

        about = [(called(one, path, first + place), file, first + place) for place, one in enumerate(ids)]
        first += rows.num_rows
        yield Arrival(entry, about, rows, range(rows.num_rows))


def called(name: Any, path: Path, number: int) -> str:
    """Return what a row of a file is called."""
    told = "" if name is None else str(name).strip()
    return told or f"{name_of(path.stem)}-{number}"


def of_lines(path: Path, schema: ArrowSchema, line: Callable[[Path, int, bytes], Entry | None]) -> Iterator[Arrival]:
    """Yield the projects of a file with one on each line.

    Args:
        path: The file.
        schema: The columns of documents.
        line: Reads a line by its number; None where nothing stands in it.
    """
    from ...engine.columnar.screening import rows_of_lines

    called_file = name_of(path.name)
    with opened(path) as file:
        for block, rows, read, ids in rows_of_lines(file, schema):
            numbers = block.numbers.tolist()
            names = dict(zip(read, ids, strict=True))
            others = {
                place: line(path, numbers[place], block.line(place))
                for place in range(len(numbers))
                if place not in names
            }
            there = [place for place in range(len(numbers)) if place in names or others[place] is not None]
            at = {place: new for new, place in enumerate(there)}

            def entry(
                new: int, block: Any = block, numbers: Sequence[int] = numbers, there: Sequence[int] = there,
                others: Any = others,
            ) -> Entry:  # fmt: skip
                place = there[new]
                found = others.get(place) or line(path, numbers[place], block.line(place))
                assert found is not None
                return found

            about = []
            for place in there:
                found = others.get(place)
                name = found.id if found is not None else called(names[place], path, numbers[place])
                about.append((name, called_file, numbers[place]))
            arrival = Arrival(entry, about, rows, [at[place] for place in read])
            for place in read:
                if names[place] is not None and not names[place].strip():
                    arrival.barred[at[place]] = refused(entry(at[place]), fault("T117", row=numbers[place]))
            if there:
                yield arrival
