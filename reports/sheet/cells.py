"""What stands in a workbook that came back: each row of the pages of questions, and who answered it. Nothing is judged here."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from python_calamine import CalamineError, CalamineWorkbook

from ...engine.interview.answers import cleaned
from ...engine.problems.problem import Problem, ProblemsError, excerpt
from ..texts.sheet import COLUMNS, fault
from .beside import Beside
from .crossed import CellAt
from .guard import checked
from .parts import letters
from .rows import Was, mark
from .workbook import FORMAT, INPUTS, LISTS, META, START

_HEADS = {label: key for key, labels in COLUMNS.items() for label in labels.values()}
_NEEDED = ("question", "about", "answer", "whom", "source", "id", "was")
_HEAD_ROWS = 10
_HEADS_OF_A_PAGE = 3
"""From how many of our heads on a worksheet is a page of questions, whatever it is called."""


class Filled(Struct, frozen=True):
    """A row that came back.

    Attributes:
        id: What it asks; empty where nothing says so.
        was: What it held when the sheet was made; None where nothing says so.
        texts: What stands in it, by column.
        places: Where that is (`質問!D7`), by column.
        formulas: The columns in which a formula stands.
        crossed: The columns in which something is crossed out.
        by: Who answered; empty where nobody signed.
    """

    id: str
    was: Was | None
    texts: Mapping[str, str]
    places: Mapping[str, str]
    formulas: frozenset[str]
    crossed: frozenset[str]
    by: str


class Returned(Struct, frozen=True):
    """A sheet that came back.

    Attributes:
        name: What people call it.
        meta: What it is for.
        rows: Its rows, in the order in which they stand now.
        beside: What somebody wrote where no answer is read.
    """

    name: str
    meta: Mapping[str, str]
    rows: Sequence[Filled]
    beside: Sequence[Beside]


def returned(path: Path, called: str = "") -> Returned:
    """Read a sheet that came back; `called` as people call it, by the name of its file when left out.

    Raises:
        ProblemsError: It is not to be read, is no sheet of ours, or a page of it has lost a column.
    """
    called = called or path.name
    found = checked(path, called=called)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(found.content))
        sheets = {name: book.get_sheet_by_name(name) for name in book.sheet_names}
        tables = {name: sheet.to_python(skip_empty_area=False) for name, sheet in sheets.items()}
        merged = {name: sheet.merged_cell_ranges or found.merged.get(name) or () for name, sheet in sheets.items()}
    except CalamineError as error:
        raise ProblemsError([fault("S106", path=called)]) from error
    meta = {str(row[0]): as_text(row[1]) for row in tables.get(META, ()) if len(row) > 1}
    if "format" not in meta:
        raise ProblemsError([fault("S107", path=called)])
    if meta["format"] != FORMAT:
        raise ProblemsError([fault("S109", path=called)])
    signed = [row for table in tables.values() for row in table if len(row) > 3 and row[2] == "who"]
    by = {as_text(row[3]): cleaned(as_text(row[1])) for row in signed}
    rows: list[Filled] = []
    problems: list[Problem] = []
    beside = [one for one in found.drawn if one.page not in (META, LISTS)]
    for name, table in tables.items():
        at, columns = _head(table)
        formulas = found.formulas.get(name, set())
        if name not in by and len(columns) < _HEADS_OF_A_PAGE:
            beside += _on_another_page(name, table, formulas, meta) if name not in (META, LISTS) else ()
            continue
        lost = [key for key in _NEEDED if key not in columns]
        problems += [fault("S125", cell=place(name, at, list(COLUMNS).index(key)), head=COLUMNS[key]) for key in lost]
        joined = _joined_answers(table, at, columns, merged[name])
        problems += [fault("S128", cell=place(name, *one), text=excerpt(text)) for one, text in joined]
        if not lost:
            rows += _rows(name, table, at, columns, formulas, found.crossed, by)
            beside += _beside_answers(name, table, at, columns, formulas)
    if problems:
        raise ProblemsError(problems)
    return Returned(called, meta, rows, beside)


def as_text(value: Any) -> str:
    """Return what a cell holds as somebody would type it.

    >>> as_text(12.0), as_text(0.05), as_text(True), as_text(date(2027, 3, 31))
    ('12', '0.05', 'true', '2027-03-31')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return format(Decimal(repr(value)).normalize(), "f") if value == value and abs(value) < 1e300 else str(value)
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def place(sheet: str, row: int, column: int) -> str:
    """Return where a cell is, as spreadsheet programs show it.

    >>> place("質問", 6, 27)
    '質問!AB7'
    """
    return f"{sheet}!{letters(column)}{row + 1}"


def _head(table: Sequence[Sequence[Any]]) -> tuple[int, dict[str, int]]:
    """Return the row that has the most of our heads, and where they stand in it by now."""
    heads = [
        {_HEADS[text]: column for column, cell in enumerate(row) if (text := as_text(cell).strip()) in _HEADS}
        for row in table[:_HEAD_ROWS]
    ]
    return max(enumerate(heads), key=lambda head: len(head[1]), default=(0, {}))


def _joined_answers(
    table: Sequence[Sequence[Any]], at: int, columns: Mapping[str, int], merged: Sequence[Any]
) -> list[tuple[tuple[int, int], str]]:
    """Return what stands in a cell to be filled in that was merged with those of other rows: whose answer it is nobody can tell."""
    filled_in = {columns[key] for key in INPUTS if key in columns}
    found = []
    for (top, left), (bottom, _) in merged:
        text = as_text(table[top][left]).strip() if top < len(table) and left < len(table[top]) else ""
        if text and at < top < bottom and left in filled_in:
            found.append(((top, left), text))
    return found


def _rows(
    name: str,
    table: Sequence[Sequence[Any]],
    at: int,
    columns: Mapping[str, int],
    formulas: set[tuple[int, int]],
    crossed: set[CellAt],
    by: Mapping[str, str],
) -> list[Filled]:
    """Return the rows below a head; one that repeats it is none.

    A page that was renamed is signed by the one who signed the page of its rows, or the only page.
    """
    found = []
    alone = next(iter(by.values())) if len(by) == 1 else ""
    for number, row in enumerate(table[at + 1 :], at + 1):
        texts = {key: as_text(row[column]) if column < len(row) else "" for key, column in columns.items()}
        if _HEADS.get(texts["id"].strip()) == "id":
            continue
        was = _was(texts["was"])
        page = name if name in by or was is None else was.page
        found.append(
            Filled(
                texts["id"].strip() if "@" in texts["id"] else "",
                was,
                {**dict.fromkeys(COLUMNS, ""), **texts},
                {key: place(name, number, column) for key, column in columns.items()},
                frozenset(key for key, column in columns.items() if (number, column) in formulas),
                frozenset(key for key, column in columns.items() if (name, number, column) in crossed),
                by.get(page, alone),
            )
        )
    return found


def _on_another_page(
    name: str, table: Sequence[Sequence[Any]], formulas: set[tuple[int, int]], meta: Mapping[str, str]
) -> Iterator[Beside]:
    """Yield what stands on a page without questions; of the first one what did not stand there when it was made."""
    is_first = any(len(row) > 2 and row[2] == "made" for row in table)
    if is_first and START not in meta:
        return
    marks = meta[START].split() if is_first else ()
    for (row, column), text in _texts(table, formulas):
        is_signature = is_first and column == 1 and table[row][2:3] == ["who"]
        if not is_signature and mark(text) not in marks:
            yield Beside("cell", name, f"{letters(column)}{row + 1}", text)


def _beside_answers(
    name: str, table: Sequence[Sequence[Any]], at: int, columns: Mapping[str, int], formulas: set[tuple[int, int]]
) -> Iterator[Beside]:
    """Yield what stands on a page of questions but is no answer, and did not stand there when the sheet was made."""
    keys = {column: key for key, column in columns.items()}
    for (row, column), text in _texts(table, formulas):
        key, cells = keys.get(column), table[row]
        id_, was = (as_text(cells[columns[one]]) if columns[one] < len(cells) else "" for one in ("id", "was"))
        if key is not None and (row == at or _HEADS.get(id_.strip()) == "id" or key in (*INPUTS, "id", "was")):
            continue
        held = _was(was)
        known = held.cells if held is not None else {}
        is_ours = bool(id_) and (not known or known.get(key or "") == mark(text))
        if key is None or not (is_ours or (key == "number" and text.isdecimal())):
            yield Beside("cell", name, f"{letters(column)}{row + 1}", text)


def _texts(table: Sequence[Sequence[Any]], formulas: set[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield what people may have written, with its place; what they compute is theirs."""
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            text = as_text(cell).strip()
            if text and (row, column) not in formulas:
                yield (row, column), text


def _was(text: str) -> Was | None:
    try:
        return msgspec.json.decode(text, type=Was)
    except msgspec.MsgspecError:
        return None
