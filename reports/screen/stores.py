"""Tables of results for programs: Parquet files, one for each table, and a DuckDB file with views of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...engine.columnar.store import BROKEN, Database, ParquetTable, has_tables, says
from ...engine.columnar.tables import ArrowTable, table_of
from ...engine.problems.problem import ProblemsError
from ..writers.file import system_error
from ..writers.markup import TEMPLATES
from .places import OutputFile, begins
from .results import COLUMNS, ResultRow, arrow_schemas
from .sinks import TableWriter, targets
from .tally import Tally

_MARK = "advise screen"
VIEWS = TEMPLATES / "views.sql"
"""The views that every DuckDB file has; written beside it as well."""


class Parquet(TableWriter):
    """A Parquet file for each table."""

    def __init__(self, path: Path) -> None:
        """Begin to write.

        Raises:
            ProblemsError: They cannot be written there.
        """
        self.places = []
        self.tables: dict[str, tuple[ParquetTable, OutputFile]] = {}
        try:
            for table, target in zip(COLUMNS, targets(path), strict=True):
                self.places.append(OutputFile(target, lambda found: says(found, _MARK) is not None))
                written = ParquetTable(self.places[-1].file, arrow_schemas()[table], {_MARK: table})
                self.tables[table] = written, self.places[-1]
        except ProblemsError:
            self.drop()
            raise

    def write(self, table: str, rows: Sequence[ResultRow] | ArrowTable) -> None:
        """Write rows of a table."""
        written, place = self.tables[table]
        try:
            written.take(_as_table(table, rows))
        except OSError as error:
            raise place.refused(error) from error

    def close(self, tally: Tally, errors: Sequence[ResultRow]) -> list[OutputFile]:  # noqa: ARG002
        """Return the files."""
        self.write("errors", errors)
        for table, place in self.tables.values():
            try:
                table.close()
            except OSError as error:
                raise place.refused(error) from error
            place.whole()
        return self.places

    def drop(self) -> None:
        """Leave nothing."""
        for table, _ in self.tables.values():
            table.drop()
        super().drop()


class Duck(TableWriter):
    """A DuckDB file with all tables and the views of them, and the views as a file of SQL."""

    def __init__(self, path: Path) -> None:
        """Begin to write.

        Raises:
            ProblemsError: They cannot be written there.
        """
        views = VIEWS.read_text(encoding="utf-8")
        base, sql = targets(path)
        self.places = [OutputFile(base, lambda found: has_tables(found, COLUMNS))]
        try:
            self.places.append(OutputFile(sql, begins(views.partition("\n")[0].encode())))
            self.places[1].write(views.encode())
            self.places[0].file.close()
            self.places[0].path.unlink()
            self.base = Database(self.places[0].path, arrow_schemas(), views)
        except BaseException:
            self.drop()
            raise

    def write(self, table: str, rows: Sequence[ResultRow] | ArrowTable) -> None:
        """Write rows of a table."""
        try:
            self.base.take(table, _as_table(table, rows))
        except BROKEN as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> ProblemsError:
        return self.places[0].refused(error if isinstance(error, OSError) else system_error(str(error)))

    def close(self, tally: Tally, errors: Sequence[ResultRow]) -> list[OutputFile]:  # noqa: ARG002
        """Return the files."""
        self.write("errors", errors)
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
        super().drop()


def _as_table(table: str, rows: Sequence[ResultRow] | ArrowTable) -> Any:
    """Return rows as a table; one of a block may be one already."""
    return table_of(rows, arrow_schemas()[table]) if isinstance(rows, list) else rows
