"""An earlier run: where each project stood then, and what has changed since."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from ...engine.problems.problem import ProblemsError
from ..texts.screen import NAMES, fault
from .results import COLUMNS
from .table import tables
from .tally import STANDINGS
from .words import Words

ENDS = (".csv", ".ndjson", ".xlsx")
_NEEDED = ("id", "standing", "day")


class Earlier(Struct, frozen=True):
    """What an earlier run found.

    Attributes:
        day: When it was made.
        standings: Where each project stood, by its id.
    """

    day: str
    standings: Mapping[str, str]

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


def earlier(path: Path, words: Words) -> Earlier:
    """Read the results of an earlier run: the table of its projects.

    Args:
        path: A .csv, .ndjson or .xlsx file that `advise screen` wrote.
        words: In which words a workbook may tell them; both languages are known.

    Raises:
        ProblemsError: It cannot be read, or holds no such results.
    """
    rows = list(_lines(path) if path.suffix.lower() == ".ndjson" else _table(path, words))
    standings = {str(row["id"]): str(row["standing"]) for row in rows}
    if not rows or not set(standings.values()) <= set(STANDINGS):
        raise ProblemsError([fault("T121", path=path.name)])
    return Earlier(max(str(row.get("day") or "") for row in rows), standings)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                if not isinstance(row, dict) or not set(_NEEDED) <= row.keys():
                    raise ProblemsError([fault("T121", path=path.name)])
                yield row
    except (OSError, ValueError) as error:
        raise ProblemsError([fault("T121", path=path.name)]) from error


def _table(path: Path, words: Words) -> Iterator[dict[str, Any]]:
    heads = {name: name for name in COLUMNS["projects"]}
    heads.update({text: name for name in COLUMNS["projects"] if name in NAMES for text in NAMES[name].values()})
    told = {text: one for one in STANDINGS for text in (one, *words.told(one))}
    for table in tables(path, lambda row: len(heads.keys() & set(row))):
        columns = {heads[cell]: at for at, cell in enumerate(table.rows[0] if table.rows else ()) if cell in heads}
        if not {"id", "standing"} <= columns.keys():
            continue
        for row in table.rows[1:]:
            found = {name: row[at] for name, at in columns.items() if at < len(row)}
            yield {**found, "id": str(found["id"]).removeprefix("'"), "standing": told.get(str(found["standing"]), "")}
        return
    raise ProblemsError([fault("T121", path=path.name)])
