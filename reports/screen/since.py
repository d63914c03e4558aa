"""An earlier run: where each project stood then, and what has changed since."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from ...engine.problems.problem import ProblemsError, excerpt
from ...engine.reading.encoding import lines_of, name_of, opened, within_limit
from ..texts.screen import NAMES
from ..texts.screen_faults import fault, unreadable
from .results import COLUMNS
from .sinks import unguarded
from .table import tables
from .tally import STANDINGS
from .words import ScreenNames

ENDS = (".csv", ".ndjson", ".xlsx", ".parquet", ".duckdb")
_NEEDED = ("id", "standing", "day")
_READ = {"projects": (*_NEEDED, "rules"), "errors": ("project", "problem")}


class Earlier(Struct, frozen=True):
    """What an earlier run found.

    Attributes:
        day: When it was made.
        standings: Where each project stood, by its id.
        rules: The version of the rules; blank where it is not told.
        unread: The ids of projects that could not be read, where its errors are still there.
    """

    day: str
    standings: Mapping[str, str]
    rules: str = ""
    unread: frozenset[str] = frozenset()

    def change(self, name: str, standing: str) -> int | None:
        """Return whether a project stands better (1), worse (-1) or as before (0); None where it was not there."""
        before = self.standings.get(name)
        if before is None:
            return None
        now, then = STANDINGS.index(standing), STANDINGS.index(before)
        return (now > then) - (now < then)

    def counts(self) -> Counter[str]:
        """Return how many stood where."""
        return Counter(self.standings.values())


def earlier(path: Path, words: ScreenNames) -> Earlier:
    """Read the results of an earlier run: the table of its projects.

    Args:
        path: A file of one of `ENDS` that `advise screen` wrote.
        words: In which words a workbook may tell them; both languages are known.

    Raises:
        ProblemsError: It cannot be read, or holds no such results.
    """
    standings: dict[str, str] = {}
    day = rules = ""
    for row in _rows(path, words, "projects"):
        if not set(_NEEDED) <= row.keys() or row["standing"] not in STANDINGS:
            raise ProblemsError([fault("T121", path=path.name)])
        name, day = str(row["id"]), max(day, str(row["day"] or ""))
        if name in standings:
            raise ProblemsError([fault("T123", path=path.name, id=excerpt(name))])
        standings[name] = row["standing"]
        rules = str(row.get("rules") or "")
    if not standings:
        raise ProblemsError([fault("T121", path=path.name)])
    beside = path if path.suffix.lower() in (".xlsx", ".duckdb") else path.with_suffix(f".errors{path.suffix}")
    errors = _rows(beside, words, "errors") if beside.exists() else ()
    return Earlier(day, standings, rules, frozenset(str(row["project"]) for row in errors if row.get("project")))


def _rows(path: Path, words: ScreenNames, table: str) -> Iterator[dict[str, Any]]:
    kind = path.suffix.lower()
    if kind in (".parquet", ".duckdb"):
        return _stored(path, table, is_base=kind == ".duckdb")
    return _lines(path) if kind == ".ndjson" else _table(path, words, table)


def _stored(path: Path, table: str, *, is_base: bool) -> Iterator[dict[str, Any]]:
    """Yield the rows of what programs read."""
    from ...engine.columnar import parquet, store

    try:
        opened(path).close()
        yield from store.rows_in(path, table, _READ[table]) if is_base else parquet.documents(path, _READ[table])
    except store.BROKEN as error:
        if isinstance(error, OSError) and error.errno:
            raise unreadable(path, error) from error
        raise ProblemsError([fault("T121", path=name_of(path.name))]) from error


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with opened(path) as file:
            for number, line in enumerate(lines_of(file), 1):
                if line.strip():
                    row = json.loads(within_limit(line.rstrip(b"\r\n"), f"{path.name}:{number}"))
                    yield row if isinstance(row, dict) else {}
    except (OSError, ValueError, RecursionError) as error:
        raise ProblemsError([fault("T121", path=path.name)]) from error


def _table(path: Path, words: ScreenNames, name: str) -> Iterator[dict[str, Any]]:
    heads = {one: one for one in COLUMNS[name]}
    heads.update({text: one for one in COLUMNS[name] if one in NAMES for text in NAMES[one].values()})
    needed = {*_READ[name]} - {"rules"}
    told = {text: one for one in STANDINGS for text in (one, *words.told(one))}
    for table in tables(path, lambda row: len(heads.keys() & set(row))):
        columns = {heads[cell]: at for at, cell in enumerate(table.rows[0] if table.rows else ()) if cell in heads}
        if not needed <= columns.keys():
            continue
        for row in table.rows[1:]:
            found = {one: row[at] for one, at in columns.items() if at < len(row)}
            if any(cell not in ("", None) for cell in row):
                for one in found.keys() & {"id", "project"}:
                    text = str(found[one])
                    found[one] = unguarded(text) if table.is_text else text
                yield {**found, "standing": told.get(str(found.get("standing")), "")}
        return
