"""What is screened: folders of project files, project files, lines of NDJSON and tables become one stream of projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ...engine.knowledge.model import SETTINGS, KnowledgeBase
from ...engine.problems.problem import LANGUAGES, Problem, ProblemsError, Texts, excerpt
from ...engine.project.folder import ENDS as PROJECTS
from ...engine.project.folder import project_files
from ...engine.project.ids import one_form
from ...engine.project.outline import outline
from ...engine.reading.document import read_document
from ...engine.reading.encoding import lines_of, name_of, opened, within_limit
from ..texts import joined, say, say_both
from ..texts.screen import NAMES
from ..texts.screen_faults import fault, unreadable
from .entry import Arrival, Entry, EntryTrouble, called, of_entries, of_lines, of_parquet, place_of, refused, twice
from .head import MOST_COLUMNS, Headed, Heads, left_out
from .mapping import Meaning
from .rows import RowReader, filled, sums
from .table import TEXTS, WORKBOOKS, InputTable, tables

if TYPE_CHECKING:
    from ...engine.columnar.tables import ArrowSchema

LINES = (".ndjson", ".jsonl")
PARQUET = ".parquet"
ENDS = (*PROJECTS, *LINES, *TEXTS, *WORKBOOKS, PARQUET)
"""How the names of files end that can be screened."""
_TOLD = 8
"""Files that are named."""
_JUDGED = ("standing", "obstacles", "waits")
"""Columns that no table of projects has before they were judged."""


class Intake:
    """The projects of several files.

    Attributes:
        notes: What is to be told about files, and no reason to refuse a project.
        troubles: What is wrong with whole files.
        total: How many projects there are; known when the files were looked through.
        lost: How many projects of broken files cannot even be named one by one.
    """

    def __init__(self, kb: KnowledgeBase, meaning: Meaning | None = None, *, cited: bool = False) -> None:
        """Begin with nothing.

        Args:
            kb: The knowledge base.
            meaning: What columns and values of tables mean.
            cited: Whether each value is to say in which cell it stands.
        """
        meaning = meaning or Meaning()
        self.kb = kb
        self.heads = Heads(kb, meaning.columns)
        self.rows = RowReader(kb, meaning.values, cited=cited)
        self.notes: list[Texts] = []
        self.troubles: list[EntryTrouble] = []
        self.total = self.lost = 0
        self._tables: list[Headed] = []
        self._files: list[tuple[Path, Entry]] = []
        self._lines: list[Path] = []
        self._nested: list[tuple[Path, list[str]]] = []

    def look(self, paths: Sequence[Path]) -> None:
        """Look through files and folders, and read the tables among them."""
        for path in paths:
            try:
                self._look(path)
            except ProblemsError as error:
                self.troubles += [_of_file(name_of(path.name), one) for one in error.problems]
        for headed in self._tables:
            self.notes += self.heads.notes(headed)
            self.notes += [_sum(headed, row) for row in sums(headed)]
            if headed.sheet.source is not None:
                self.rows.take(headed)
        self._tables = [one for one in self._tables if one.sheet.source is None]
        self.total += sum(1 for one in self._tables for _ in filled(one))

    def _look(self, path: Path) -> None:
        if path.is_dir():
            files, results = project_files(path)
            if results:
                names = [name_of(one.relative_to(path)) for one in results]
                self.notes.append(_results(name_of(path), names))
            if not files:
                raise ProblemsError([fault("T106", path=name_of(path))])
            inside = [(one, one.relative_to(path)) for one in files]
            self._files += [
                (one, Entry(name_of(way.with_suffix("").as_posix()), name_of(way.as_posix()))) for one, way in inside
            ]
            self.total += len(files)
        elif path.suffix.lower() in PROJECTS:
            self._files.append((path, Entry(name_of(path.stem), name_of(path.name))))
            self.total += 1
        elif path.suffix.lower() in LINES:
            try:
                with opened(path) as file:
                    if b"\0" in file.read(10):  # UTF-16, or packed: its lines are none, and none of them is told
                        raise ProblemsError([fault("T138", path=name_of(path.name))])
                    file.seek(0)
                    self.total += sum(1 for number, line in enumerate(lines_of(file), 1) if _content(line, number))
            except (OSError, ValueError) as error:
                raise unreadable(path, error) from error
            self._lines.append(path)
        elif path.suffix.lower() == PARQUET:
            self._look_at_parquet(path)
        else:
            self._take(tables(path, self.heads.count), path)

    def _look_at_parquet(self, path: Path) -> None:
        from ...engine.columnar import parquet

        try:
            opened(path).close()
            names = parquet.columns_of(path)
            if len(names) > MOST_COLUMNS:
                raise ProblemsError([fault("T127", path=name_of(path.name), n=len(names), most=MOST_COLUMNS)])
            roots = outline(self.kb.vocabulary).children.keys()
            if roots & set(names):
                others = [name for name in names if name not in roots and name not in ("id", *SETTINGS)]
                if others:
                    self.notes.append(left_out(name_of(path.name), [("", name) for name in others]))
                self._nested.append((path, [name for name in names if name not in others]))
                self.total += parquet.size_of(path)
                return
            rows = [
                [names, *([_as_cell(row.get(name, "")) for name in names] for row in parquet.documents(path, names))]
            ]
        except parquet.BROKEN as error:
            if isinstance(error, OSError) and error.errno:
                raise unreadable(path, error) from error
            raise ProblemsError([fault("T122", path=name_of(path.name))]) from error
        self._take([InputTable(name_of(path.name), name_of(path.stem), one) for one in rows], path)

    def _take(self, found: Sequence[InputTable], path: Path) -> None:
        found = [one for one in found if not _is_ours(one.name)]
        if any(_holds_results(one) for one in found):
            raise ProblemsError([fault("T124", path=name_of(path.name))])
        headed = [self.heads.of(one) for one in found]
        if not any(headed):
            table = max(found, key=lambda one: len(one.rows), default=None)
            first = next((row for row in table.rows if any(row)), []) if table is not None else []
            raise ProblemsError([fault("T107" if first else "T108", path=name_of(path.name), head=_quoted(first))])
        least = min(2, max(len(one.columns) for one in headed if one is not None))
        for table, one in zip(found, headed, strict=True):
            if one is not None and len(one.columns) >= least:  # a word or two may stand in any note
                self._tables.append(one)
            elif any(any(row) for row in table.rows):
                self.notes.append(say_both("screen.note.sheet", file=table.file, sheet=table.name))

    def unread(self, paths: Sequence[Path]) -> list[Headed]:
        """Return the tables of files for which a mapping is to be proposed, known or not.

        Raises:
            ProblemsError: A file cannot be read, or there is no table.
        """
        found = []
        for path in paths:
            for table in tables(path, self.heads.count):
                headed = self.heads.of(table) or self.heads.assumed(table)
                if headed is not None and not _is_ours(table.name):
                    found.append(headed)
        if not found:
            raise ProblemsError([fault("T108", path=name_of(paths[0].name))])
        return found

    def entries(self) -> Iterator[Entry]:
        """Yield the projects; one whose id was there before is refused, and so is what belongs to none."""
        seen: dict[str, str] = {}
        for entry in self._entries():
            place = entry.place
            first = seen.setdefault(one_form(entry.id), place)
            yield entry if first is place else twice(entry, first)
        self.troubles += self.rows.left()

    def arrivals(self, schema: ArrowSchema) -> Iterator[Arrival]:
        """Yield the projects some at a time, as rows with the columns of a schema where they can be read so."""
        seen: dict[str, str] = {}
        for arrival in self._arrivals(schema):
            for place, (name, file, row) in enumerate(zip(arrival.ids, arrival.files, arrival.numbers, strict=True)):
                where = place_of(file, row)
                first = seen.setdefault(one_form(name), where)
                if first is not where:
                    arrival.barred[place] = twice(arrival.entry(place), first)
            yield arrival
        self.troubles += self.rows.left()

    def _arrivals(self, schema: ArrowSchema) -> Iterator[Arrival]:
        from ...engine.columnar import parquet

        yield from of_entries((_from_file(path, entry) for path, entry in self._files), schema)
        for path in self._lines:
            yield from of_lines(path, schema, _from_line)
        for path, names in self._nested:
            if not parquet.is_nested(path, schema, ("id",)):
                yield from of_entries(self._from_parquet(path, names), schema)
                continue
            number = 0
            try:
                for arrival in of_parquet(path, names, schema):
                    number += len(arrival)
                    yield arrival
            except parquet.BROKEN:  # its head is whole, and what comes then is not
                yield from of_entries(iter([self._broken(path, number)]), schema)
        for headed in self._tables:
            yield from of_entries(self.rows.projects(headed), schema)

    def _entries(self) -> Iterator[Entry]:
        for path, entry in self._files:
            yield _from_file(path, entry)
        for path in self._lines:
            with opened(path) as file:
                found = (_from_line(path, number, line) for number, line in enumerate(lines_of(file), 1))
                yield from (entry for entry in found if entry is not None)
        for path, names in self._nested:
            yield from self._from_parquet(path, names)
        for headed in self._tables:
            yield from self.rows.projects(headed)

    def _from_parquet(self, path: Path, names: Sequence[str]) -> Iterator[Entry]:
        """Yield the projects of a file with one in each row, its columns nested as a project's file is."""
        from ...engine.columnar import parquet

        number = 0
        try:
            for number, row in enumerate(parquet.documents(path, names), 1):
                yield Entry(called(row.pop("id", None), path, number), name_of(path.name), number, row, plain=False)
        except parquet.BROKEN:
            yield self._broken(path, number)

    def _broken(self, path: Path, read: int) -> Entry:
        """Return what stands for the rows of a file that breaks off where so many were read."""
        from ...engine.columnar import parquet

        rest = max(1, parquet.size_of(path) - read)
        self.lost += rest - 1
        entry = Entry(f"{name_of(path.stem)}-{read + 1}", name_of(path.name), read + 1)
        return refused(entry, fault("T128", path=entry.file, row=read + 1, n=rest))


def _from_file(path: Path, entry: Entry) -> Entry:
    try:
        return replace(entry, data=read_document(path))
    except ProblemsError as error:
        return refused(entry, *error.problems)


class _Named(Struct):
    """What a line calls its project."""

    id: Any = None


def _from_line(path: Path, number: int, line: bytes) -> Entry | None:
    """Return the project on a line, None where there is none; a key `id` at its top is what it is called."""
    content = _content(line, number)
    if not content:
        return None
    entry = Entry(f"{name_of(path.stem)}-{number}", name_of(path.name), number, content)
    try:
        within_limit(line.rstrip(b"\r\n"), entry.place)
    except ProblemsError as error:
        return refused(entry, *error.problems)
    try:
        name = msgspec.json.decode(content, type=_Named).id
    except msgspec.MsgspecError:
        try:
            name = read_document(content, entry.place).data.get("id")
        except ProblemsError as error:
            return refused(entry, *error.problems)
    if name is None:
        return entry
    if isinstance(name, bool) or not isinstance(name, (str, int)) or not str(name).strip():
        return refused(entry, fault("T117", row=number))
    return replace(entry, id=str(name).strip())


def _content(line: bytes, number: int) -> bytes:
    return line.strip(b"\xef\xbb\xbf \t\r\n" if number == 1 else b" \t\r\n")


def _of_file(name: str, problem: Problem) -> EntryTrouble:
    place = problem.place
    return EntryTrouble(
        name, problem, None if place is None else place.line, "" if place is None else str(place.column)
    )


def _quoted(row: Sequence[Any]) -> str:
    return excerpt(" | ".join(str(cell) for cell in row[:10] if cell not in ("", None)), 120)


def _is_ours(sheet: str) -> bool:
    """Tell whether a worksheet of the table to fill in holds no projects."""
    return sheet.startswith("_") or sheet in (say("start", "en"), say("start", "ja"))


def _holds_results(table: InputTable) -> bool:
    """Tell whether a table is one of projects that were judged."""
    head = set(map(str, table.rows[0])) if table.rows else set()
    told = [{NAMES[column][language] for column in _JUDGED} for language in LANGUAGES]
    return any(names <= head for names in ({*_JUDGED}, *told))


def _as_cell(value: Any) -> Any:
    """Return a value of a column as a cell holds it: several answers on lines of their own, 0 for none."""
    return "\n".join(map(str, value)) or "0" if isinstance(value, list) else value


def _sum(headed: Headed, row: int) -> Texts:
    """Return what is told of a row that sums others up."""
    column = headed.id_column
    assert column is not None
    text = excerpt(str(headed.table.rows[row][column]))
    return say_both("screen.note.sum", cell=headed.table.place(row, column), text=text)


def _results(folder: str, names: Sequence[str]) -> Texts:
    """Return what is told of the results of advise in a folder."""
    told = {language: joined(map(excerpt, names[:_TOLD]), language) for language in LANGUAGES}
    return say_both("screen.note.results", folder=folder, n=len(names), names=told)
