"""Completions of many projects at a time: which verdicts they show to be within reach.

What a verdict waits for is sought project by project (`engine.assess.completions`), which takes a hundred times as long as
judging one in columns. Most searches end with the completion that one would think of first: all that is unknown is as good,
or as bad, as it can be. So these are judged for all projects first, and only those are sought for which they do not do.
"""

from __future__ import annotations

from itertools import count
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ..assess.completions import LADDER, Reach
from ..assess.space import NEW_ELEMENT
from ..knowledge.model import FactDefinition, ListDefinition, Vocabulary
from ..project.memory import Value
from ..project.project import read_project
from .arrays import Mask, Numbers, Rows, Segments
from .batch import Batch, Listed
from .columns import Column, SetColumn, filled
from .conclusions import Conclusions
from .guesses import Guess
from .plan import Plan
from .verdicts import VERDICTS, Verdicts

_FEW = 20
"""Projects that are not worth a batch of their own."""
_IN_VAIN = 8
"""Guesses that did for no other project, after which no more are made of a batch."""
_WANTED = np.array(
    [max(place, VERDICTS.index(LADDER[1])) if place else place for place in range(len(VERDICTS))], np.int8
)
"""For each verdict the worst one of a complete project that leaves it as it is."""


def settle(plan: Plan, batch: Batch, verdicts: Verdicts, kept: Mask | None = None) -> None:
    """Make the verdicts and their bounds those that searches among the completions of each project give.

    A bound stays where a completion reaches it. A verdict to proceed or to revise stays where a completion gives no worse
    one, and one that waits for answers where not every completion stops the project; no search makes one to hold worse.

    Args:
        plan: The knowledge base.
        batch: The projects.
        verdicts: What is told of them by their findings and bounds; it is changed.
        kept: The projects that matter; None for all.
    """
    search = _Search(plan, batch, verdicts, kept)
    for guess in plan.guesses.all:
        search.guess(guess)
    in_vain = 0
    while len(places := search.open()):
        reach = search.seek(int(places[0]))
        for guess in plan.guesses.learnt(reach) if in_vain < _IN_VAIN else ():
            if search.guess(guess):
                plan.guesses.keep(guess)
            else:
                in_vain += 1


class _Search:
    """Where the completions of a batch are known to lead."""

    def __init__(self, plan: Plan, batch: Batch, verdicts: Verdicts, kept: Mask | None) -> None:
        self.plan, self.batch, self.verdicts = plan, batch, verdicts
        self.kept = np.ones(batch.size, np.bool_) if kept is None else kept
        self.wanted = _WANTED[verdicts.verdict]
        self.low: Mask = verdicts.worst == verdicts.best
        self.high: Mask = verdicts.worst >= self.wanted

    def open(self) -> Rows:
        """Return the projects of which it is not known."""
        return np.flatnonzero(~(self.low & self.high) & self.kept)

    def guess(self, guess: Guess) -> bool:
        """Judge a completion of the projects of which it is not known, and tell whether it is known of more then."""
        verdicts, wanted = self.verdicts, self.wanted
        known = self.high if guess.upward else self.low
        places = np.flatnonzero(~known & (verdicts.best >= wanted) & self.kept)
        if len(places) < _FEW:
            return False
        rows = self.batch.rows.take(pa.array(places))
        then = Verdicts(Conclusions(self.plan, _Guessed(rows, self.batch.vocabulary, guess)))
        self.low[places] |= then.best <= verdicts.worst[places]
        self.high[places] |= then.worst >= wanted[places]
        return bool(known[places].any())

    def seek(self, place: int) -> Reach:
        """Search among the completions of one project, and keep what they say of its verdict."""
        verdicts, kb = self.verdicts, self.plan.kb
        bounds = VERDICTS[verdicts.worst[place]], VERDICTS[verdicts.best[place]]
        reach = Reach(kb, read_project(self.batch.rows.slice(place, 1).to_pylist()[0], kb).memory, bounds=bounds)
        reach.take(
            down=VERDICTS[verdicts.worst[place]] if self.low[place] else None,
            up=VERDICTS[self.wanted[place]] if self.high[place] else None,
        )
        known, guarded = (VERDICTS[one[place]] for one in (verdicts.known, verdicts.guarded))
        verdicts.verdict[place] = VERDICTS.index(reach.judged(known, guarded).verdict)
        ends = reach.range(look=False)
        verdicts.worst[place], verdicts.best[place] = VERDICTS.index(ends.worst), VERDICTS.index(ends.best)
        self.low[place] = self.high[place] = True
        return reach


class _Guessed(Batch):
    """A batch in which every fact is known: what no project states is what is guessed."""

    def __init__(self, rows: pa.RecordBatch, vocabulary: Vocabulary, guess: Guess) -> None:
        super().__init__(rows, vocabulary)
        self.guess = guess
        self._whole_columns: dict[str, Column | SetColumn] = {}

    def fact(self, path: str, of: str | None = None) -> Column | SetColumn:
        found = self._whole_columns.get(path)
        if found is None:
            fact = self.vocabulary.facts[of or path]
            value = True if path.startswith("complete.") else self.guess.values.get(path, self.guess.values[fact.path])
            column = super().fact(path, of)
            if isinstance(column, SetColumn):
                project = np.arange(self.size)
                found = self.filled_set(column, fact, value, project)
                found.whole = ~self._is_said_open(path) if fact.open else None
            else:
                found = self.filled(column, value)
            self._whole_columns[path] = found
        return found

    def _is_said_open(self, path: str) -> Mask:
        """Tell of each project whether it says that something is missing in a list or a set."""
        said = self._said(f"complete.{path}")
        return np.zeros(self.size, np.bool_) if said is None else ~filled(said, True)

    def listed(self, source: str) -> Listed:
        found = self._lists.get(source)
        if found is None:
            found = self._lists[source] = _GuessedList(self.vocabulary.lists[source], self, self._is_said_open(source))
        return found

    def filled(self, column: Column, value: Value) -> Column:
        """Return a column with a value where it is not known."""
        if column.known is None:
            return column
        plain: Any = self.codes.of(value) if isinstance(value, str) else value
        values = np.where(column.known, column.values, np.array(plain, column.values.dtype))
        return Column(None, values, (*column.words, value) if isinstance(value, str) else column.words)

    def filled_set(self, column: SetColumn, fact: FactDefinition, value: Value, project: Rows) -> SetColumn:
        """Return a column of sets with a set where it is not known; ids name all elements of their list, or none."""
        if column.known is None:
            return SetColumn(None, column.parts, column.values, self.codes)
        unknown = ~column.known
        if fact.type == "refs":
            target = self.listed(fact.target or "")
            more, ids = target.parts, target.ids if self.guess.upward else target.ids.slice(0, 0)
            sizes = np.where(unknown, more.sizes[project], 0) if self.guess.upward else np.zeros(len(project), np.int64)
            starts = more.starts[:-1][project]
        else:
            assert isinstance(value, (frozenset, tuple))
            ids = pa.array(sorted(value), pa.string())
            sizes, starts = np.where(unknown, len(ids), 0), np.zeros(len(project), np.int64)
        parts, places = _longer(column.parts, sizes, starts + len(column.values))
        return SetColumn(None, parts, pa.concat_arrays([column.values, ids]).take(pa.array(places)), self.codes)


class _GuessedList(Listed):
    """A list to which elements were added, and that is whole unless the project says that it is not."""

    def __init__(self, source: ListDefinition, batch: _Guessed, is_said_open: Mask) -> None:
        super().__init__(source, batch)
        self._guessed, self._path = batch, source.path
        more = batch.guess.new.get(source.path)
        self._new: Mask = np.zeros(self.parts.rows, np.bool_)
        if more is not None:
            old = self.parts.rows
            growing = (~self.closed & ~is_said_open).astype(np.int64)
            self.parts, places = _longer(self.parts, growing, np.full(len(growing), old))
            self._new = places == old
            there = pa.array(places, mask=self._new)
            self._fields = {name: array.take(there) for name, array in self._fields.items()}
            taken = set(pc.unique(self.ids).to_pylist())
            names = (f"{NEW_ELEMENT}{number or ''}" for number in count())
            self._fields["id"] = self.ids.fill_null(next(one for one in names if one not in taken))
        self.stated = np.ones(batch.size, np.bool_)
        self.closed = self.stated if source.complete == "stated" else ~is_said_open

    def fact(self, attribute: str, path: str) -> Column | SetColumn:
        column = super().fact(attribute, path)
        if attribute == "id" or column.known is None:
            return column
        batch, fact = self._guessed, self._guessed.vocabulary.facts[path]
        value = batch.guess.values[path]
        if isinstance(column, SetColumn):
            found: Column | SetColumn = batch.filled_set(column, fact, value, self.project)
        else:
            own = batch.guess.new.get(self._path, {}).get(attribute)
            if own is not None:
                of_new = batch.filled(Column(column.known | ~self._new, column.values, column.words), own)
                column = Column(column.known | self._new, of_new.values, of_new.words)
            found = batch.filled(column, value)
        self._columns[attribute] = found
        return found


def _longer(parts: Segments, more: Numbers, starts: Numbers) -> tuple[Segments, Numbers]:
    """Return segments with more rows at the end of each, and for every row which one it was.

    Args:
        parts: The segments.
        more: How many rows each gets.
        starts: The first of the rows that each gets; the others follow it.
    """
    longer = Segments(parts.sizes + more)
    inside = np.arange(longer.rows) - longer.starts[:-1][longer.owner]
    old = parts.sizes[longer.owner]
    places: Numbers = np.where(
        inside < old, parts.starts[:-1][longer.owner] + inside, starts[longer.owner] + inside - old
    )
    return longer, places
