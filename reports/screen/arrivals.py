"""Projects as they come in, some at a time: as rows for columns where they can be read so, each as an entry where not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...engine.reading.encoding import name_of, opened
from ..texts.screen import fault
from .entry import Entry, refused

if TYPE_CHECKING:
    from ...engine.columnar.tables import Rows, Schema

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
        rows: Rows,
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


def of_entries(entries: Iterator[Entry], schema: Schema) -> Iterator[Arrival]:
    """Yield entries some at a time; plain data becomes rows."""
    from ...engine.columnar.screening import rows_of_documents

    while some := list(islice(entries, _MANY)):
        plain = [one.data if one.plain and isinstance(one.data, dict) and not one.troubles else None for one in some]
        rows, places = rows_of_documents(plain, schema)
        yield Arrival(some.__getitem__, ((one.id, one.file, one.row) for one in some), rows, places)


def of_parquet(path: Path, names: Sequence[str], schema: Schema) -> Iterator[Arrival]:
    """Yield the projects of a file whose columns are nested as a project's file is."""
    from ...engine.columnar import store

    first, file = 1, name_of(path.name)
    for rows, ids in store.batches(path, names, schema):

        def entry(place: int, rows: Rows = rows, first: int = first, ids: Sequence[Any] = ids) -> Entry:
            number = first + place
            return Entry(called(ids[place], path, number), file, number, store.plain_document(rows, place))

        about = [(called(one, path, first + place), file, first + place) for place, one in enumerate(ids)]
        first += rows.num_rows
        yield Arrival(entry, about, rows, range(rows.num_rows))


def called(name: Any, path: Path, number: int) -> str:
    """Return what a row of a file is called."""
    told = "" if name is None else str(name).strip()
    return told or f"{name_of(path.stem)}-{number}"


def of_lines(path: Path, schema: Schema, line: Callable[[Path, int, bytes], Entry | None]) -> Iterator[Arrival]:
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
