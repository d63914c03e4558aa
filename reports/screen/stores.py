"""Tables of results for programs: Parquet files, one for each table, and a DuckDB file with views of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...engine.columnar.store import BROKEN, Database, ParquetTable, has_tables, says
from ...engine.problems.problem import ProblemsError
from ..writers.file import refusal
from ..writers.markup import TEMPLATES
from .judging import Judged
from .places import Place, begins
from .results import COLUMNS, NUMBERS, Row
from .sinks import targets
from .tally import Tally

_MARK = "advise screen"
VIEWS = TEMPLATES / "views.sql"
"""The views that every DuckDB file has; written beside it as well."""


class Parquet:
    """A Parquet file for each table."""

    is_tables = True

    def __init__(self, path: Path) -> None:
        """Begin to write.

        Raises:
            ProblemsError: They cannot be written there.
        """
        self.places: dict[str, Place] = {}
        self.tables: dict[str, ParquetTable] = {}
        try:
            for table, target in zip(COLUMNS, targets(path), strict=True):
                place = self.places[table] = Place(target, lambda found: says(found, _MARK) is not None)
                self.tables[table] = ParquetTable(place.file, COLUMNS[table], NUMBERS, {_MARK: table})
        except ProblemsError:
            self.drop()
            raise

    def take(self, judged: Judged, rows: Sequence[tuple[str, Row]]) -> None:  # noqa: ARG002
        """Write the rows of a project."""
        for table, row in rows:
            self._write(table, row)

    def error(self, row: Row) -> None:
        """Write an error."""
        self._write("errors", row)

    def _write(self, table: str, row: Row) -> None:
        try:
            self.tables[table].take(row)
        except OSError as error:
            raise ProblemsError([refusal(self.places[table].target, error)]) from error

    def close(self, tally: Tally) -> list[Place]:  # noqa: ARG002
        """Return the files."""
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

    is_tables = True

    def __init__(self, path: Path) -> None:
        """Begin to write.

        Raises:
            ProblemsError: They cannot be written there.
        """
        views = VIEWS.read_text(encoding="utf-8")
        base, sql = targets(path)
        self.places = [Place(base, lambda found: has_tables(found, COLUMNS))]
        try:
            self.places.append(Place(sql, begins(views.partition("\n")[0].encode())))
            self.places[1].write(views.encode())
            self.places[0].file.close()
            self.places[0].path.unlink()
            self.base = Database(self.places[0].path, COLUMNS, NUMBERS, views)
        except BaseException:
            self.drop()
            raise

    def take(self, judged: Judged, rows: Sequence[tuple[str, Row]]) -> None:  # noqa: ARG002
        """Write the rows of a project."""
        for table, row in rows:
            self._write(table, row)

    def error(self, row: Row) -> None:
        """Write an error."""
        self._write("errors", row)

    def _write(self, table: str, row: Row) -> None:
        try:
            self.base.take(table, row)
        except BROKEN as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> ProblemsError:
        return ProblemsError(
            [refusal(self.places[0].target, error if isinstance(error, OSError) else OSError(str(error)))]
        )

    def close(self, tally: Tally) -> list[Place]:  # noqa: ARG002
        """Return the files."""
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
