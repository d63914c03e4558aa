"""Tables that an office keeps, as rows of cells: the worksheets of .xlsx and .ods files, and .csv files.

Which delimiter and which encoding a .csv file has is found out; nothing is known here about facts.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct

from ...engine.problems.problem import ProblemsError
from ...engine.reading.encoding import decode, name_of, opened
from ..sheet.cells import place
from ..sheet.guard import Limits, checked
from ..texts.screen_faults import fault, unreadable

WORKBOOKS, TEXTS = (".xlsx", ".ods"), (".csv", ".tsv", ".txt")
LIMITS = Limits(unpacked=512 * 2**20, rows=1_048_576, columns=2_000, cells=20_000_000, text=512 * 2**20)
LARGEST_TEXT = 512 * 2**20
"""Bytes of a .csv file."""
_DELIMITERS = ",;\t"
_HEAD = 10
"""Rows among which the head of a table is looked for."""
_LOOKED_AT = 2**20


class MergedCells:
    """Which cells of a worksheet are merged."""

    def __init__(self, ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]] = ()) -> None:
        """Keep them, each by its first and its last cell."""
        self._by_column: dict[int, list[tuple[int, int, int]]] = {}
        for (top, left), (bottom, right) in sorted(ranges):
            for column in range(left, min(right, LIMITS.columns) + 1):
                self._by_column.setdefault(column, []).append((top, bottom, left))

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._by_column)

    def first(self, row: int, column: int) -> tuple[int, int] | None:
        """Return the first of the cells that a cell is merged with; None where it is that one, or not merged.

        >>> merged = MergedCells([((1, 2), (3, 3))])
        >>> merged.first(1, 2), merged.first(3, 3), merged.first(4, 2)
        (None, (1, 2), None)
        """
        ranges = self._by_column.get(column, [])
        at = bisect_right(ranges, (row, LIMITS.rows, LIMITS.columns)) - 1
        if at < 0 or ranges[at][1] < row:
            return None
        top, _, left = ranges[at]
        return None if (top, left) == (row, column) else (top, left)


class InputTable(Struct, frozen=True):
    """A table.

    Attributes:
        file: The name of its file.
        name: The worksheet; of a .csv file the file's name without its end.
        rows: Its rows from the first one, each the cells as they are read.
        formulas: Where formulas stand: row and column, counted from 0.
        merged: Which cells are merged: only the first of them holds anything.
        crossed: Which cells are crossed out, wholly or in part.
    """

    file: str
    name: str
    rows: Sequence[Sequence[Any]]
    formulas: frozenset[tuple[int, int]] = frozenset()
    merged: MergedCells = MergedCells()
    crossed: frozenset[tuple[int, int]] = frozenset()

    @property
    def is_text(self) -> bool:
        """Whether it is a file of its own."""
        return Path(self.file).suffix.lower() not in WORKBOOKS

    @property
    def is_delimited(self) -> bool:
        """Whether signs stand between its cells, and so one too many may."""
        return Path(self.file).suffix.lower() in TEXTS

    @property
    def _is_columns(self) -> bool:
        """Whether its columns have names of their own, and so no row of it is the head."""
        return Path(self.file).suffix.lower() == ".parquet"

    @property
    def where(self) -> str:
        """Where it is: its file, and the worksheet in it."""
        return self.file if self.is_text else f"{self.file} {self.name}"

    def number(self, row: int) -> int:
        """Return the number by which people find a row, the first of them being 1."""
        return row if self._is_columns else row + 1

    def place(self, row: int, column: int) -> str:
        """Return where a cell is, as spreadsheet programs show it; in a file with named columns by the name."""
        if self._is_columns:
            return f"{self.file}!{self.rows[0][column]}:{self.number(row)}"
        return place(self.file if self.is_text else self.name, row, column)

    def cited(self, row: int, column: int) -> str:
        """Return where a cell is, with the file."""
        return self.place(row, column) if self.is_text else f"{self.file} {self.place(row, column)}"


def tables(path: Path, is_head: Callable[[Sequence[str]], int]) -> list[InputTable]:
    """Read the tables of a file.

    Args:
        path: The file.
        is_head: How many cells of a row are heads of columns that are known; it tells which delimiter is meant.

    Raises:
        ProblemsError: It cannot be read.
    """
    return _worksheets(path) if path.suffix.lower() in WORKBOOKS else [_text_table(path, is_head)]


def _worksheets(path: Path) -> list[InputTable]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        found = checked(path, LIMITS)
    except ProblemsError as error:
        if [one.code for one in error.problems] != ["S105"]:
            raise
        most = {"columns": LIMITS.columns, "rows": LIMITS.rows, "cells": LIMITS.cells}
        raise ProblemsError([fault("T129", path=name_of(path.name), **most)]) from error
    tables = []
    crossed: dict[str, set[tuple[int, int]]] = {}
    for sheet_name, row, column in found.crossed:
        crossed.setdefault(sheet_name, set()).add((row, column))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(found.content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            merged = MergedCells(sheet.merged_cell_ranges or found.merged.get(name) or ())
            rows = sheet.to_python(skip_empty_area=False)
            formulas, struck = (frozenset(one.get(name, ())) for one in (found.formulas, crossed))
            tables.append(InputTable(name_of(path.name), name, rows, formulas, merged, struck))
    except CalamineError as error:
        raise ProblemsError([fault("T102", path=name_of(path.name))]) from error
    return tables


def _text_table(path: Path, is_head: Callable[[Sequence[str]], int]) -> InputTable:
    try:
        with opened(path) as file:
            content = file.read(LARGEST_TEXT + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if len(content) > LARGEST_TEXT:
        raise ProblemsError([fault("T103", path=name_of(path.name))])
    text, _ = decode(content, name_of(path.name))
    csv.field_size_limit(LARGEST_TEXT)  # one for the whole process: before anything is looked at
    counts = {one: _known(text[:_LOOKED_AT], one, is_head) for one in _DELIMITERS}
    delimiter = max(counts, key=counts.__getitem__)
    return InputTable(name_of(path.name), name_of(path.stem), _rows(text, delimiter, name_of(path.name)))


def _known(text: str, delimiter: str, is_head: Callable[[Sequence[str]], int]) -> int:
    """Return how many known heads the best row has with a delimiter."""
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _HEAD))
    except csv.Error:
        return 0
    return max(map(is_head, rows), default=0)


def _rows(text: str, delimiter: str, name: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    started = 1
    try:
        for row in reader:
            if len(row) > LIMITS.columns:
                raise ProblemsError([fault("T105", path=name, line=started, n=len(row), most=LIMITS.columns)])
            rows.append(row)
            started = reader.line_num + 1
    except csv.Error as error:
        raise ProblemsError([fault("T104", path=name, line=started, reason=str(error))]) from error
    return rows
