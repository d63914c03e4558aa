"""Tables of results for programs: Parquet files, one for each table, and a DuckDB file with views of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...engine.columnar.store import BROKEN, Database, ParquetTable, has_tables, says, schema_of
from ...engine.columnar.tables import table_of
from ...engine.problems.problem import ProblemsError
from ..writers.file import refusal
from ..writers.markup import TEMPLATES
from .judging import Block
from .places import Place, begins
from .results import COLUMNS, NUMBERS, TEXTS, Row
from .sinks import targets
from .tally import Tally

_MARK = "advise screen"
_SCHEMAS = {name: schema_of(columns, NUMBERS, TEXTS) for name, columns in COLUMNS.items()}
VIEWS = TEMPLATES / "views.sql"
"""The views that every DuckDB file has; written beside it as well."""


class Parquet:
    """A Parquet file for each table."""

    def __init__(self, path: Path) -> None:
        """Begin to write.

        Raises:
            ProblemsError: They cannot be written there.
        """
        self.errors: list[Row] = []
        self.places: dict[str, Place] = {}
        self.tables: dict[str, ParquetTable] = {}
        try:
            for table, target in zip(COLUMNS, targets(path), strict=True):
                place = self.places[table] = Place(target, lambda found: says(found, _MARK) is not None)
                self.tables[table] = ParquetTable(place.file, _SCHEMAS[table], {_MARK: table})
        except ProblemsError:
            self.drop()
            raise

    def take(self, block: Block) -> None:
        """Write the rows of projects."""
        for table, rows in block.tables.items():
            self._write(table, rows)

    def error(self, row: Row) -> None:
        """Keep an error until the end."""
        self.errors.append(row)

    def _write(self, table: str, rows: Any) -> None:
        try:
            self.tables[table].take(_as_table(table, rows))
        except OSError as error:
            raise ProblemsError([refusal(self.places[table].target, error)]) from error

    def close(self, tally: Tally) -> list[Place]:  # noqa: ARG002
        """Return the files."""
        self._write("errors", self.errors)
        for table, place in self.places.items():
            try:
                self.tables[table].close()
            except OSError as error:
                raise ProblemsError([refusal(place.target, error)]) from error
            place.whole()
        return list(self.places.values())

    def drop(self) -> None:
        """Leave nothing."""
        for table in self.tables.values():
            table.drop()
        for place in self.places.values():
            place.drop()


class Duck:
    """A DuckDB file with all tables and the views of them, and the views as a file of SQL."""

    def __init__(self, path: Path) -> None:
        """Begin to write.

        Raises:
            ProblemsError: They cannot be written there.
        """
        self.errors: list[Row] = []
        views = VIEWS.read_text(encoding="utf-8")
        base, sql = targets(path)
        self.places = [Place(base, lambda found: has_tables(found, COLUMNS))]
        try:
            self.places.append(Place(sql, begins(views.partition("\n")[0].encode())))
            self.places[1].write(views.encode())
            self.places[0].file.close()
            self.places[0].path.unlink()
            self.base = Database(self.places[0].path, _SCHEMAS, views)
        except BaseException:
            self.drop()
            raise

    def take(self, block: Block) -> None:
        """Write the rows of projects."""
        for table, rows in block.tables.items():
            self._write(table, rows)

    def error(self, row: Row) -> None:
        """Keep an error until the end."""
        self.errors.append(row)

    def _write(self, table: str, rows: Any) -> None:
        try:
            self.base.take(table, _as_table(table, rows))
        except BROKEN as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> ProblemsError:
        return ProblemsError(
            [refusal(self.places[0].target, error if isinstance(error, OSError) else OSError(str(error)))]
        )

    def close(self, tally: Tally) -> list[Place]:  # noqa: ARG002
        """Return the files."""
        self._write("errors", self.errors)
        try:
            self.base.close()
        except BROKEN as error:
            raise self._refused(error) from error
        self.places[1].whole()
        return self.places

    def drop(self) -> None:
        """Leave nothing."""
        if hasattr(self, "base"):
            self.base.drop()
        for place in self.places:
            place.drop()


def _as_table(table: str, rows: Any) -> Any:
    """Return rows as a table; one of a block may be one already."""
    return table_of(rows, _SCHEMAS[table]) if isinstance(rows, list) else rows
