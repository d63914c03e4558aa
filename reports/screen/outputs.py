"""The forms in which results are written, by the end of a file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .board import Board
from .since import Earlier
from .sinks import Book, Files, Sink
from .words import Words

ENDS = (".csv", ".ndjson", ".xlsx", ".html", ".parquet", ".duckdb")


def sink(path: Path, words: Words, earlier: Earlier | None, memos: Callable[[str], str] | None) -> Sink:
    """Begin to write results.

    Args:
        path: Where; the end of the name says in which form.
        words: What things are called.
        earlier: An earlier run.
        memos: Where the memo of a project is, as seen from the page.

    Raises:
        ProblemsError: They cannot be written there.
    """
    end = path.suffix.lower()
    if end in (".parquet", ".duckdb"):
        from .stores import Duck, Parquet

        return Parquet(path) if end == ".parquet" else Duck(path)
    if end == ".html":
        return Board(path, words, earlier, memos)
    return Book(path, words) if end == ".xlsx" else Files(path, is_csv=end == ".csv")
