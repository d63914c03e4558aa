"""Completions of many projects at a time: which verdicts they show to be within reach.

What a verdict waits for is sought project by project (`engine.assess.completions`), which takes a hundred times as long as
judging one in columns. Most searches end with the completion that one would think of first: all that is unknown is as good,
or as bad, as it can be. So these are judged for all projects first, and only those are sought for which they do not do.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

import numpy as np
import pyarrow as pa

from ..assess.completions import LADDER, Reach, grave_for
from ..assess.model import named_together
from ..assess.space import new_names
from ..knowledge.model import VERDICTS, FactDefinition, ListDefinition, Severity
from ..language.completeness import is_completeness
from ..project.memory import Value, WorkingMemory
from .arrays import Mask, Numbers, Rows, Segments
from .batch import Batch, Facts, Listed, memories_of
from .bounds import Bounds, bits_of
from .columns import Column, SetColumn
from .conclusions import BatchConclusions
from .plan import Guess, Plan
from .verdicts import Verdicts

_FIRST = 2
"""Guesses that are made one after the other, since each does for many projects; the others are made together."""
_FEW = 8
"""Projects that are sought one by one sooner than they are judged together."""
_READ = 128
"""Projects that are read at a time to be sought."""
_IN_VAIN = 2
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
    first, others = plan.guesses.all[:_FIRST], plan.guesses.all[_FIRST:]
    did = [(search.guess([guess])[0], guess) for guess in first]
    for upward in (False, True):
        several = [guess for guess in others if guess.upward is upward]
        did += zip(search.guess(several), several, strict=True)
    in_vain = 0
    while len(places := search.open()):
        reach = search.seek(int(places[0]))
        for guess in plan.guesses.learnt(reach) if in_vain < _IN_VAIN else ():
            several = [one for one in plan.guesses.all if one.upward is guess.upward]
            if any(times := search.guess([*several, guess])):
                plan.guesses.keep(guess)
                did.append((times[-1], guess))
            else:
                in_vain += 1
    plan.guesses.prefer(did)


class _Search:
    """Where the completions of a batch are known to lead."""

    def __init__(self, plan: Plan, batch: Batch, verdicts: Verdicts, kept: Mask | None) -> None:
        self.plan, self.batch, self.verdicts = plan, batch, verdicts
        self.kept = np.ones(batch.size, np.bool_) if kept is None else kept
        self.wanted = _WANTED[verdicts.verdict]
        self.low: Mask = verdicts.worst == verdicts.best
        self.high: Mask = verdicts.worst >= self.wanted
        self._memories: dict[int, WorkingMemory] = {}

    def open(self) -> Rows:
        """Return the projects of which it is not known."""
        return np.flatnonzero(~(self.low & self.high) & self.kept)

    def guess(self, guesses: Sequence[Guess]) -> list[int]:
        """Judge completions of the projects of which it is not known, all of them upward or none.

        Returns:
            For how many projects each was the first that did.
        """
        times = np.zeros(len(guesses), np.int64)
        if not guesses:
            return []
        upward = guesses[0].upward
        known, ends = (self.high, self.wanted) if upward else (self.low, self.verdicts.worst)
        open_ = ~known & (self.verdicts.best >= self.wanted) & self.kept
        for end in LADDER:
            here = open_ & (ends == VERDICTS.index(end))
            places = np.flatnonzero(here)
            if len(places) < _FEW:
                continue
            grave = grave_for(end, self.plan.kb, worse=upward)
            able = grave, self.verdicts.codes(grave, here)
            completed = _Completed(self.batch, places, guesses)
            does, elements = self._reaches(*able, completed)
            known[places] = done = np.logical_or.reduce(does)
            times += _first(does)
            left = np.logical_not(done)
            if upward and len(guesses) > 1 and np.count_nonzero(left) >= _FEW:
                does, _ = self._reaches(*able, completed.mixed(left, elements))
                known[places[left]] = does.any(axis=0)
                times += _first(does)
        found: list[int] = times.tolist()
        return found

    def _reaches(
        self, grave: frozenset[Severity], codes: Container[str], facts: _Completed
    ) -> tuple[Mask, Mapping[str, Mask]]:
        """Tell for each guess and project whether nothing grave is found by some rules, or something is for certain.

        And for each guess and element of a list, whether nothing so grave is found of it.
        """
        bounds, bits = Bounds(BatchConclusions(self.plan, facts, codes)), bits_of(grave)
        shape = len(facts.guesses), -1
        if not facts.upward:
            certain: Mask = bounds.certain & bits != 0
            return certain.reshape(shape), {}
        possible: Mask = bounds.possible & bits == 0
        return possible.reshape(shape), {path: found & bits == 0 for path, found in bounds.of_elements.items()}

    def seek(self, place: int) -> Reach:
        """Search among the completions of one project, and keep what they say of its verdict."""
        verdicts, kb = self.verdicts, self.plan.kb
        bounds = VERDICTS[verdicts.worst[place]], VERDICTS[verdicts.best[place]]
        reach = Reach(kb, self._memory(place), bounds=bounds)
        reach.take(
            down=VERDICTS[verdicts.worst[place]] if self.low[place] else None,
            up=VERDICTS[self.wanted[place]] if self.high[place] else None,
        )
        known, guarded = (VERDICTS[one[place]] for one in (verdicts.known, verdicts.guarded))
        judged = reach.judged(known, guarded)
        verdicts.verdict[place] = VERDICTS.index(judged.verdict)
        if judged.either is not None:
            verdicts.either[place] = named_together(code for code, _ in judged.either.outcomes)
        ends = reach.range(look=False)
        verdicts.worst[place], verdicts.best[place] = VERDICTS.index(ends.worst), VERDICTS.index(ends.best)
        self.low[place] = self.high[place] = True
        return reach

    def _memory(self, place: int) -> WorkingMemory:
        """Return what is known of a project that is sought; several are read at a time."""
        if place not in self._memories:
            places = self.open()[:_READ]
            batch = Batch(self.batch.rows.take(pa.array(places)), self.batch.vocabulary)
            self._memories = dict(zip(places.tolist(), memories_of(batch), strict=True))
        return self._memories[place]


class _Completed(Facts):
    """Some projects of a batch in which every fact is known: what none of them states is what is guessed.

    With several guesses each project is there once for each, all projects with the first guess before those with the second.

    Attributes:
        guesses: What is guessed, all of it upward or none.
        places: The place of each project in the batch.
        which: The guess of each project.
        mix: For the elements of some lists, without those that are new, a guess of their own.
    """

    def __init__(
        self, batch: Batch, places: Rows, guesses: Sequence[Guess], mix: Mapping[str, Rows] | None = None
    ) -> None:
        super().__init__(len(places) * len(guesses), batch.vocabulary, batch.codes)
        self.batch, self.guesses, self.upward, self.mix = batch, guesses, guesses[0].upward, mix or {}
        self.places = np.tile(places, len(guesses))
        self.which = np.repeat(np.arange(len(guesses)), len(places))
        self._columns: dict[str, Column | SetColumn] = {}
        self._lists: dict[str, _CompletedList] = {}

    def mixed(self, left: Mask, good: Mapping[str, Mask]) -> _Completed:
        """Return some of the projects with the first guess for each element with which nothing grave is found of it.

        Args:
            left: Which projects.
            good: For the elements of some lists, whether nothing grave is found of each.
        """
        number = len(self.guesses)
        mix = {}
        for path, found in good.items():
            listed = self.listed(path)
            of_one = listed.is_stated.reshape(-1)
            table = found[of_one].reshape(number, -1)
            owner = listed.project[of_one][: table.shape[1]]
            table = table[:, left[owner]]
            # Each keeps its own guess where that does.
            mix[path] = np.where(table, np.arange(number)[:, None], table.argmax(axis=0)).ravel()
        return _Completed(self.batch, self.places[: len(left)][left], self.guesses, mix)

    def fact(self, path: str, of: str | None = None) -> Column | SetColumn:
        found = self._columns.get(path)
        if found is None:
            fact = self.vocabulary.facts[of or path]
            values: list[Value] = [True] * len(self.guesses)
            if not is_completeness(path):
                values = [one.values.get(path, one.values[fact.path]) for one in self.guesses]
            column, project = self.batch.fact(path, of), np.arange(self.size)
            found = self._columns[path] = self.completed(column, self.places, fact, (values, self.which), project)
        return found

    def listed(self, source: str) -> _CompletedList:
        found = self._lists.get(source)
        if found is None:
            found = self._lists[source] = _CompletedList(self.vocabulary.lists[source], self)
        return found

    def completed(
        self,
        column: Column | SetColumn,
        rows: Rows,
        fact: FactDefinition,
        guessed: tuple[Sequence[Value], Rows],
        project: Rows,
    ) -> Column | SetColumn:
        """Return some rows of a column with a value where it is not known.

        Args:
            column: The column.
            rows: Which rows; -1 stands for one that is not in it.
            fact: The fact.
            guessed: Values, and which of them is that of each row.
            project: The project of each row.
        """
        known: Mask = rows >= 0
        if known.any() and column.known is not None:
            known &= column.known.take(rows, mode="clip")
        if isinstance(column, SetColumn):
            return self._completed_set(column, np.where(known, rows, -1), fact, guessed, project)
        plain = [self.codes.of(value) if isinstance(value, str) else value for value in guessed[0]]
        values = np.array(plain, column.values.dtype).take(guessed[1])
        if known.any():
            values = np.where(known, column.values.take(rows, mode="clip"), values)
        return Column(None, values)

    def _completed_set(
        self,
        column: SetColumn,
        rows: Rows,
        fact: FactDefinition,
        guessed: tuple[Sequence[Value], Rows],
        project: Rows,
    ) -> SetColumn:
        """Return sets with a set where they are not known; ids name all elements of their list, or none.

        What is named of a set that may hold more stays, and upward the set is added to it.
        """
        unknown: Mask = rows < 0
        if self.upward and column.whole is not None:
            unknown = unknown | ~column.whole[rows]
        if fact.type == "refs":
            target = self.listed(fact.target or "")
            ids = target.fact("id", f"{fact.target}[].id")
            assert isinstance(ids, Column)
            codes, sizes, starts = ids.values, target.parts.sizes[project], target.parts.starts[:-1][project]
            sizes = sizes * (unknown & self.upward)
        else:
            sets = [
                [self.codes.of(one) for one in sorted(value)]
                for value in guessed[0]
                if isinstance(value, (frozenset, tuple))
            ]
            codes = np.array([one for several in sets for one in several], np.int32)
            each = Segments(np.array([len(one) for one in sets], np.int64))
            sizes, starts = each.sizes[guessed[1]] * unknown, each.starts[:-1][guessed[1]]
        own = np.zeros(column.parts.rows, np.int32) if fact.type == "texts" else column.codes
        old, places = _taken(column.parts, rows)
        parts, at = _longer(old, sizes, starts + old.rows)
        return SetColumn(None, parts, np.concatenate([own[places], codes])[at], self.codes)


class _CompletedList(Listed):
    """A list that is whole, to which elements were added.

    Attributes:
        is_stated: Of each element, whether it was there before.
    """

    def __init__(self, source: ListDefinition, facts: _Completed) -> None:
        self._facts, self._path = facts, source.path
        self._base = facts.batch.listed(source.path)
        parts, self._rows = _taken(self._base.parts, facts.places)
        more = np.array([len(guess.new.get(source.path, ())) for guess in facts.guesses])
        self._more = int(more.max())
        if self._more:
            growing = more[facts.which] * ~self._base.closed[facts.places]
            parts, at = _longer(parts, growing, np.full(len(growing), parts.rows))
            self._rows = np.append(self._rows, -1 - np.arange(self._more))[at]
        every = np.ones(facts.size, np.bool_)
        super().__init__(every, every, parts)
        self.is_stated: Mask = self._rows >= 0
        self._which = facts.which[self.project]
        if source.path in facts.mix:
            self._which[self.is_stated] = facts.mix[source.path]
        self._columns: dict[str, Column | SetColumn] = {}

    def fact(self, attribute: str, path: str) -> Column | SetColumn:
        found = self._columns.get(attribute)
        if found is None:
            base = self._base.fact(attribute, path)
            found = self._columns[attribute] = self._ids(base) if attribute == "id" else self._completed(base, path)
        return found

    def _ids(self, base: Column | SetColumn) -> Column:
        assert isinstance(base, Column)
        names = new_names(self._more, set(base.words))
        new = np.array([self._facts.codes.of(one) for one in names], np.int32)
        return Column(None, np.append(base.values, new[::-1])[self._rows])

    def _completed(self, base: Column | SetColumn, path: str) -> Column | SetColumn:
        facts, guesses = self._facts, self._facts.guesses
        fact = facts.vocabulary.facts[path]
        values = [one.values[path] for one in guesses]
        # Behind those for elements that are there come those for the first that is new, then for the second.
        for number in range(self._more):
            new = [[*one.new.get(self._path, ()), *({},) * self._more][number] for one in guesses]
            values += [own.get(fact.attribute, one.values[path]) for own, one in zip(new, guesses, strict=True)]
        which = self._which + len(guesses) * np.maximum(-self._rows, 0)
        return facts.completed(base, self._rows, fact, (values, which), self.project)


def _first(does: Mask) -> Numbers:
    """Return of how many projects each guess is the first that does."""
    found: Numbers = np.bincount(does.argmax(axis=0)[does.any(axis=0)], minlength=len(does))
    return found


def _taken(parts: Segments, rows: Rows) -> tuple[Segments, Rows]:
    """Return some of the segments, and the row of each of their rows; -1 stands for a segment without any."""
    if not len(parts.sizes):
        return Segments(np.zeros(len(rows), np.int64)), np.zeros(0, np.int64)
    found = Segments(np.where(rows < 0, 0, parts.sizes[rows]))
    return found, np.arange(found.rows) + (parts.starts[:-1][rows] - found.starts[:-1])[found.owner]


def _longer(parts: Segments, more: Numbers, starts: Numbers) -> tuple[Segments, Numbers]:
    """Return segments with more rows at the end of each, and for every row which one it was.

    Args:
        parts: The segments.
        more: How many rows each gets.
        starts: The first of the rows that each gets; the others follow it.
    """
    if not more.any():
        return parts, np.arange(parts.rows)
    longer = Segments(parts.sizes + more)
    inside = np.arange(longer.rows) - longer.starts[:-1][longer.owner]
    old = parts.sizes[longer.owner]
    places: Numbers = np.where(
        inside < old, parts.starts[:-1][longer.owner] + inside, starts[longer.owner] + inside - old
    )
    return longer, places
