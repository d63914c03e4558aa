"""Tables of results as files: .csv and .ndjson with a file for each table, and .xlsx with a worksheet for each."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ...engine.problems.problem import ProblemsError
from ..texts import say
from ..texts.screen_faults import fault
from ..words.names import write_date
from ..writers.markup import cleaned
from .judging import JudgedBlock, each
from .places import OutputFile, begins
from .results import COLUMNS, NUMBERS, ResultRow, as_object
from .tally import STANDINGS, Tally
from .words import ScreenNames

if TYPE_CHECKING:
    from ...engine.columnar.tables import ArrowTable

_MOST_ROWS = 1_048_575
"""Rows of a worksheet below its head."""
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")
"""How texts begin that a spreadsheet program would take for formulas; and an apostrophe, so that it is known whose it is."""
_FONT = {"ja": "Yu Gothic", "en": "Calibri"}
_HEAD = "#E7EDF3"
_WIDTHS = {
    "id": 16, "project": 16, "name": 34, "place": 16, "phase": 14, "standing": 26, "verdict": 20, "worst": 18, "best": 18, "code": 10,
    "subject": 24, "kind": 14, "severity": 10, "title": 70, "fact": 34, "level": 22, "label": 60, "problem": 60,
    "cure": 60, "value": 24, "head": 34, "file": 28, "first": 10, "first_subject": 24, "either": 16, "rules": 14, "day": 12,
}  # fmt: skip


_SHOWN = {
    **COLUMNS,
    "projects": (
        "id", "name", "place", "phase", "standing", "blockers", "majors", "minors", "told", "due", "obstacles", "waits",
        "first", "first_subject", "either", "worst", "best", "file", "row", "day", "rules",
    ),
}  # fmt: skip
"""The columns of a worksheet, in the order in which people read them."""
_EXACT = ("id", "project")
"""Columns that tie the tables of a run, and two runs, together; what people read elsewhere hides nothing."""


class Sink(Protocol):
    """Takes what is found of projects, and makes files of it."""

    def take(self, block: JudgedBlock) -> None:
        """Take some projects."""

    def close(self, tally: Tally, errors: Sequence[ResultRow]) -> list[OutputFile]:
        """Take the errors, and return what was written, to be put in its place.

        Raises:
            ProblemsError: It could not be written.
        """

    def drop(self) -> None:
        """Leave nothing."""


def targets(path: Path) -> list[Path]:
    """Return the files that go with a name: one for each table, that of the projects under the name itself.

    >>> [one.name for one in targets(Path("call.csv"))]
    ['call.csv', 'call.findings.csv', 'call.unknown.csv', 'call.errors.csv']
    """
    if path.suffix.lower() == ".duckdb":
        return [path, path.with_suffix(".views.sql")]
    if path.suffix.lower() not in (".csv", ".ndjson", ".parquet"):
        return [path]
    return [path if table == "projects" else path.with_suffix(f".{table}{path.suffix}") for table in COLUMNS]


class TableWriter:
    """What writes tables: each row as it comes.

    Attributes:
        places: The files that are written.
    """

    places: list[OutputFile]

    def take(self, block: JudgedBlock) -> None:
        """Write the rows of projects."""
        for table, rows in block.tables.items():
            self.write(table, rows)

    def write(self, table: str, rows: Sequence[ResultRow] | ArrowTable) -> None:
        """Write rows of a table.

        Raises:
            ProblemsError: They cannot be written.
        """
        raise NotImplementedError

    def drop(self) -> None:
        """Leave nothing."""
        for place in self.places:
            place.drop()


class Files(TableWriter):
    """A file for each table. In .csv files texts that a spreadsheet program would take for formulas get an apostrophe."""

    def __init__(self, path: Path, *, is_csv: bool) -> None:
        """Begin to write.

        Raises:
            ProblemsError: They cannot be written there.
        """
        self.is_csv = is_csv
        self.places = []
        try:
            for columns, target in zip(COLUMNS.values(), targets(path), strict=True):
                head = _lines([columns]) if is_csv else json.dumps({columns[0]: ""})[:-3]
                begin = (b"\xef\xbb\xbf" if is_csv else b"") + head.encode()
                self.places.append(OutputFile(target, begins(begin)))
                if is_csv:
                    self.places[-1].write(begin)
        except ProblemsError:
            self.drop()
            raise

    def write(self, table: str, rows: Sequence[ResultRow] | ArrowTable) -> None:
        """Write rows of a table."""
        text = _lines(each(rows)) if self.is_csv else _objects(table, each(rows))
        self.places[[*COLUMNS].index(table)].write(text.encode("utf-8", "replace"))

    def close(self, tally: Tally, errors: Sequence[ResultRow]) -> list[OutputFile]:  # noqa: ARG002
        """Return the files."""
        self.write("errors", errors)
        for place in self.places:
            place.whole()
        return self.places


def _lines(rows: Iterable[Sequence[Any]]) -> str:
    lines = io.StringIO()
    cells = ([f"'{one}" if isinstance(one, str) and one.startswith(_GUARDED) else one for one in row] for row in rows)
    csv.writer(lines, lineterminator="\r\n").writerows(cells)
    return lines.getvalue()


def unguarded(text: str) -> str:
    """Return a text of a .csv file of results as it was before it got an apostrophe.

    >>> unguarded("'=A1"), unguarded("''tis"), unguarded("R1")
    ('=A1', "'tis", 'R1')
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(_GUARDED) else text


def _objects(table: str, rows: Iterable[ResultRow]) -> str:
    form = ", ".join(f'"{name}": %s' for name in COLUMNS[table])
    told = lru_cache(100_000)(partial(json.dumps, ensure_ascii=False))  # words come again and again
    return "".join(f"{{{form % tuple(map(told, row))}}}\n" for row in rows)


class Book(TableWriter):
    """A worksheet for each table, in words, and before them one that counts."""

    def __init__(self, path: Path, words: ScreenNames) -> None:
        """Begin to write.

        Raises:
            ProblemsError: It cannot be written there.
        """
        from xlsxwriter import Workbook

        self.words, self.language = words, words.language
        self.places = [OutputFile(path, is_workbook)]
        try:
            self._meanwhile = tempfile.TemporaryDirectory(prefix="advise-", ignore_cleanup_errors=True)
        except OSError as error:
            super().drop()
            raise self.places[0].refused(error) from error
        options = {"constant_memory": True, "strings_to_formulas": False, "tmpdir": self._meanwhile.name}
        self.book = Workbook(str(self.places[0].path), options)
        self.book.set_properties({"title": say("screen.title", self.language), "author": "advise screen"})
        self.book.formats[0].set_font_name(_FONT[self.language])
        base = {"font_name": _FONT[self.language], "valign": "top"}
        self.head = self.book.add_format({**base, "bold": True, "bg_color": _HEAD, "border": 1, "text_wrap": True})
        self.plain = self.book.add_format(base)
        self.wrapped = self.book.add_format({**base, "text_wrap": True})
        self.large = self.book.add_format({**base, "bold": True, "font_size": 15})
        self.bold = self.book.add_format({**base, "bold": True})
        self.summary = self.book.add_worksheet(say("screen.sheet.summary", self.language))
        self.sheets = {table: self._table(table) for table in COLUMNS}
        self.rows = dict.fromkeys(COLUMNS, 0)

    def _table(self, table: str) -> Any:
        sheet = self.book.add_worksheet(say(f"screen.sheet.{table}", self.language))
        for column, name in enumerate(_SHOWN[table]):
            sheet.set_column(column, column, _WIDTHS.get(name, 9))
            sheet.write_string(0, column, self.words.head(name), self.head)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def write(self, table: str, rows: Sequence[ResultRow] | ArrowTable) -> None:
        """Write rows of a table."""
        try:
            for row in each(rows):
                self.rows[table] += 1
                if self.rows[table] > _MOST_ROWS:
                    raise ProblemsError([fault("T119", path=self.places[0].target, most=_MOST_ROWS)])
                self._row(table, self.rows[table], row)
        except OSError as error:
            raise self.places[0].refused(error) from error

    def _row(self, table: str, number: int, row: ResultRow) -> None:
        cells, sheet = as_object(table, row), self.sheets[table]
        for column, name in enumerate(_SHOWN[table]):
            cell = cells[name]
            if isinstance(cell, int) and name in NUMBERS:
                sheet.write_number(number, column, cell, self.plain)
            elif cell is not None and cell != "":
                form = self.wrapped if _WIDTHS.get(name, 9) >= 60 else self.plain
                told = self.words.cell(name, str(cell))
                sheet.write_string(number, column, told if name in _EXACT else cleaned(told), form)

    def close(self, tally: Tally, errors: Sequence[ResultRow]) -> list[OutputFile]:
        """Count, and write the file."""
        from xlsxwriter.exceptions import FileCreateError

        self.write("errors", errors)
        for table, sheet in self.sheets.items():
            sheet.autofilter(0, 0, max(1, self.rows[table]), len(_SHOWN[table]) - 1)
        self._count(tally)
        try:
            self.book.close()
        except (OSError, FileCreateError) as error:
            cause = error if isinstance(error, OSError) else error.__cause__ or error.__context__
            raise self.places[0].refused(cause if isinstance(cause, OSError) else OSError(str(error))) from error
        self.places[0].whole()
        self._meanwhile.cleanup()
        return self.places

    def drop(self) -> None:
        """Leave nothing, nor what was written meanwhile."""
        for sheet in self.book.worksheets():
            with suppress(OSError):
                sheet.row_data_fh.close()
        self._meanwhile.cleanup()
        super().drop()

    def _count(self, tally: Tally) -> None:
        sheet, words, row = self.summary, self.words, 0
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, 80)
        sheet.set_column(1, 2, 16)
        sheet.set_row(0, 28)

        def line(*cells: str | int, form: Any = self.plain) -> None:
            nonlocal row
            for column, cell in enumerate(cells):
                write = sheet.write_string if isinstance(cell, str) else sheet.write_number
                write(row, column, cell, form if isinstance(cell, str) else self.plain)
            row += 1

        line(say("screen.title.n", self.language, n=tally.projects), form=self.large)
        rules = {"day": write_date(words.day, self.language), "rules": words.kb.version, "n": tally.unreadable}
        line(say("screen.made", self.language, **rules))
        for sentence in words.lever(tally):
            line(sentence, form=self.wrapped)
        row += 1
        line(words.head("standing"), words.head("projects"), form=self.head)
        for standing in STANDINGS:
            line(words.standing(standing), tally.standings[standing])
        line(say("screen.sum", self.language), tally.projects, form=self.bold)
        for title, alone, shares, name in (
            ("screen.held.head", "screen.held.alone", tally.held_back(), lambda code: f"{words.title(code)} {code}"),
            ("screen.settles.head", "screen.settles.alone", tally.unknown(), words.fact),
        ):
            if shares:
                row += 1
                line(say(title, self.language), words.head("projects"), say(alone, self.language), form=self.head)
                for share in shares:
                    line(name(share.name), share.projects, share.alone, form=self.wrapped)


def is_workbook(path: Path) -> bool:
    """Tell whether a file is a workbook of results."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as book:
            return b">advise screen<" in book.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError, OSError):
        return False
