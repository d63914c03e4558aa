"""From a batch of projects to the tables that `tables` describes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from ..assess.model import COUNTS
from ..knowledge.model import FOUND_KINDS, GRADES, SEVERITIES, VERDICTS, Derivation
from ..language.tree import Quantifier
from ..project.address import subject_of
from .arrays import Mask, Numbers, Rows
from .batch import Batch
from .columns import Codes, Column
from .completions import settle
from .conclusions import BatchConclusions, BatchOutcome
from .plan import Plan
from .schema import TEXT
from .tables import SCHEMAS
from .verdicts import Verdicts
from .views import View

_KIND, _SAID = 2, 4
"""What a finding says is one number: its code, two bits for its severity, two for its kind."""
_SAID_BY_GRADE = [
    np.array(
        [(place % 4) << _KIND | (1 if place >= len(SEVERITIES) else kind) for place in range(len(GRADES))], np.int64
    )
    for kind in range(len(FOUND_KINDS))
]
_SUBJECT_BITS = 32
"""What a row of a long table says is one number: its word, and its subject."""
Int32s = npt.NDArray[np.int32]


def judge(
    plan: Plan, batch: Batch, ids: pa.Array, skipped: Mask | None = None, names: Sequence[str] = tuple(SCHEMAS)
) -> dict[str, pa.Table]:
    """Judge a batch of projects.

    Args:
        plan: The knowledge base.
        batch: The projects; each must be plain, as `plain.odd` tells.
        ids: What each project is called in the tables, as texts.
        skipped: Projects that are left out of the tables.
        names: The tables that are wanted.

    Returns:
        The tables by their name, as `tables.SCHEMAS` describes them.
    """
    return _Tables(plan, batch, ids, skipped).all(names)


class _Part(NamedTuple):
    """Rows of a long table, in the order of their projects.

    Attributes:
        project: The project of each.
        said: What each says, or what all say.
        times: How many rows each project has; None where none has more than one.
    """

    project: Rows
    said: int | Numbers
    times: Numbers | None


class _Rows:
    """The rows of a long table, in the order of the projects, and of the parts within one of them.

    Attributes:
        times: How many rows each project has.
        word: What each row says.
        subject: The place of what it is about.
    """

    def __init__(self, parts: Iterable[_Part], size: int) -> None:
        there = list(parts)
        every = np.concatenate([np.zeros(0, np.intp), *(part.project for part in there)])
        self.times: Numbers = np.bincount(every, minlength=size)
        # Each part is in order as it is, so that its rows have their places without being compared.
        next_ = np.cumsum(self.times) - self.times
        found = np.empty(int(self.times.sum()), "<i8")
        for project, said, times in there:
            at = next_.take(project, mode="clip")
            if times is None:
                next_[project] = at + 1
            else:
                at += np.arange(len(project)) - (np.cumsum(times) - times).take(project, mode="clip")
                next_ += times
            found[at] = said
        halves = found.view("<i4").reshape(-1, 2)
        self.subject: Int32s = halves[:, 0].copy()
        self.word: Int32s = halves[:, 1].copy()

    @cached_property
    def project(self) -> Int32s:
        """The project of each row."""
        return np.repeat(np.arange(len(self.times), dtype=np.int32), self.times)


class _Tables:
    """Makes the tables of one batch."""

    def __init__(self, plan: Plan, batch: Batch, ids: pa.Array, skipped: Mask | None) -> None:
        self.plan = plan
        self.kb = plan.kb
        self.batch = batch
        self.ids = ids
        self.kept = None if skipped is None else ~skipped
        self.conclusions = BatchConclusions(plan, batch)
        self.verdicts = Verdicts(self.conclusions)
        settle(plan, batch, self.verdicts, self.kept)
        self.subjects = Codes()
        self.subjects.of(None)
        self._of_elements: dict[str, Numbers] = {}
        self.codes, self.facts, self.told = Codes(), Codes(), Codes()

    def all(self, names: Sequence[str]) -> dict[str, pa.Table]:
        """Return tables."""
        size = self.batch.size
        rows = {
            "findings": _Rows(self._findings(), size),
            "cannot_tell": _Rows(self._untold(), size),
            "missing": _Rows(self._missing(self.facts), size),
        }
        if "derived" in names:
            rows["derived"] = _Rows(self._derived(self.told), size)
        return {
            name: self._table(name, self._projects(rows) if name == "projects" else self._long(name, rows[name]))
            for name in names
        }

    def _table(self, name: str, columns: Mapping[str, Any]) -> pa.Table:
        return pa.table([columns[field.name] for field in SCHEMAS[name]], SCHEMAS[name])

    def _long(self, name: str, rows: _Rows) -> dict[str, pa.Array]:
        """Return the columns of a long table."""
        word, subject = rows.word, rows.subject
        columns = {
            "project": pa.DictionaryArray.from_arrays(pa.array(rows.project), self.ids, safe=False),
            "subject": pa.DictionaryArray.from_arrays(
                pa.array(subject - np.int32(1), mask=subject == 0), pa.array(self.subjects.things[1:], TEXT), safe=False
            ),
        }
        if name == "findings":
            columns["code"] = _words(word >> _SAID, self.codes.things)
            columns["severity"] = _words(word >> _KIND & 3, SEVERITIES)
            columns["kind"] = _words(word & 3, FOUND_KINDS)
        elif name == "cannot_tell":
            columns["code"] = _words(word, self.codes.things)
        elif name == "missing":
            columns["fact"] = _words(word, self.facts.things)
        else:
            for place, column in enumerate(("fact", "value")):
                pool = Codes()
                meant = np.array([pool.of(thing[place]) for thing in self.told.things], np.int32)
                columns[column] = _words(meant[word], pool.things)
        return columns

    def _subject(self, source: str | None, member: str | None) -> int | Numbers:
        """Return the place of the subject of each row: one for all, or one for each element of a list."""
        if source is None:
            return 0
        if member is not None:
            return self.subjects.of(subject_of(source, member))
        found = self._of_elements.get(source)
        if found is None:
            ids = self.batch.listed(source).fact("id", "")
            assert isinstance(ids, Column)
            places = np.zeros(max(1, len(self.batch.codes)), np.int64)
            for word in ids.words:
                places[self.batch.codes.of(word)] = self.subjects.of(subject_of(source, word))
            found = self._of_elements[source] = places[ids.values]
        return found

    def _part(self, mask: Mask, source: str | None, member: str | None, word: int | Callable[[Rows], Numbers]) -> _Part:
        """Return the marked rows of projects, of a member or of a list's elements, without the projects that are skipped."""
        project = self.batch.listed(source).project if source is not None and member is None else None
        if self.kept is not None:
            mask = mask & (self.kept if project is None else self.kept[project])
        rows = np.flatnonzero(mask)
        subject = self._subject(source, member)
        said = (word if isinstance(word, int) else word(rows)) << _SUBJECT_BITS
        said = said | (subject[rows] if isinstance(subject, np.ndarray) else subject)
        if project is None:
            return _Part(rows, said, None)
        return _Part(project[rows], said, np.bincount(project[rows], minlength=self.batch.size))

    def _findings(self) -> Iterator[_Part]:
        for one, silenced in zip(self.conclusions.outcomes, self.verdicts.silenced, strict=True):
            holds = one.truths.holds if silenced is None else one.truths.holds & ~silenced
            yield self._part(holds, one.rule.over, one.member, self._said(one))

    def _said(self, one: BatchOutcome) -> Callable[[Rows], Numbers]:
        """Return what tells of some rows of an outcome what is found there."""
        by_grade = _SAID_BY_GRADE[FOUND_KINDS.index(one.rule.kind)] + (self.codes.of(one.rule.code) << _SAID)
        return lambda rows: by_grade[one.grades[rows]]

    def _untold(self) -> Iterator[_Part]:
        for one in self.conclusions.outcomes:
            code = self.codes.of(one.rule.code)
            yield self._part(one.truths.unknown, one.rule.over, one.member, code)
            if one.listed is not None:
                yield self._part(~self.batch.listed(one.listed).told, None, None, code)
        for rule in self.kb.rules:
            if rule.loop is not None and self.plan.members(rule.loop.source) == ():
                every = np.ones(self.batch.size, np.bool_)
                yield self._part(every, None, None, self.codes.of(rule.code))

    def _missing(self, facts: Codes) -> Iterator[_Part]:
        for one in self.verdicts.missing:
            definition = self.kb.vocabulary.facts.get(one.fact)
            source = None if definition is None or (one.member is None and one.listed is None) else definition.source
            yield self._part(one.where, source, one.member, facts.of(one.fact))

    def _derived(self, told: Codes) -> Iterator[_Part]:
        """Yield the derived facts that are known, no working concepts; of one that stands for ids, each id."""
        for derivation in self.kb.derivations:
            if self.kb.vocabulary.concepts[derivation.concept].working:
                continue
            concept, source = derivation.concept, derivation.over
            for member in self.plan.subjects(derivation.loop):
                state = self.conclusions.conditions.state(concept, member)
                for value, truths in state.values.items():
                    node = _listed(derivation, value)
                    if node is None:
                        yield self._part(truths.holds, source, member, told.of((concept, value)))
                    else:
                        yield from self._ids(node, truths.holds, concept, told)

    def _ids(self, node: Quantifier, holds: Mask, concept: str, told: Codes) -> Iterator[_Part]:
        """Yield the ids of the elements or members that a value stands for, where it holds."""
        judge, views = self.conclusions.conditions.truths, self.conclusions.conditions.views
        members = self.plan.members(node.source)
        for member in members or ():
            view = View(views.projects, {}, {node.variable: (node.source, member)})
            yield self._part(holds & judge(node.where, view).holds, None, None, told.of((concept, member)))
        if members is None:
            listed = self.batch.listed(node.source)
            axis = views.elements(node.source, node.variable)
            meant = judge(node.where, View(axis, {node.variable: node.source}, {})).holds & holds[listed.project]
            shown = np.array([told.of((concept, one)) for one in listed.ids.to_pylist()], np.int64)
            rows = self._part(meant, node.source, None, shown.__getitem__)
            yield rows._replace(said=rows.said >> _SUBJECT_BITS << _SUBJECT_BITS)  # the fact is the project's

    def _projects(self, rows: Mapping[str, _Rows]) -> dict[str, Any]:
        """Return the columns of the table of projects."""
        size, verdicts = self.batch.size, self.verdicts
        findings = rows["findings"]
        said = (findings.project << _SAID) + (findings.word & ((1 << _SAID) - 1))
        by_kind = np.bincount(said, minlength=size << _SAID).reshape(size, 4, 4).astype(np.int32)
        found: dict[str, Any] = {
            "id": self.ids,
            "name": self._text(self.kb.presentation.project.name),
            "phase": self._text(self.kb.presentation.project.phase).dictionary_encode(),
            "verdict": _words(verdicts.verdict, VERDICTS),
            "worst": _words(verdicts.worst, VERDICTS),
            "best": _words(verdicts.best, VERDICTS),
            "due": pa.array(verdicts.due.astype(np.int32)),
            "told": pa.array(verdicts.told.astype(np.int32)),
            "cannot_tell": pa.array(rows["cannot_tell"].times.astype(np.int32)),
            "missing": pa.array(rows["missing"].times.astype(np.int32)),
            "either": pa.array(verdicts.either, TEXT).dictionary_encode(),
        }
        for name, (of_kind, of_severity) in COUNTS.items():
            of = by_kind[:, :, FOUND_KINDS.index(of_kind)]
            counts = of.sum(1, np.int32) if of_severity is None else of[:, SEVERITIES.index(of_severity)].copy()
            found[name] = pa.array(counts)
        if self.kept is None:
            return found
        kept = pa.array(np.flatnonzero(self.kept))
        return {name: column.take(kept) for name, column in found.items()}

    def _text(self, path: str | None) -> pa.Array:
        """Return a text or word of the projects."""
        array = None if path is None else self.batch.array(path)
        return pa.nulls(self.batch.size, TEXT) if array is None else array.cast(TEXT)


def _listed(derivation: Derivation, value: str) -> Quantifier | None:
    """Return what lists the ids that a value of a derived fact stands for; None where it is a mere value."""
    line = next(one for one in derivation.lines if one.value == value)
    node = line.when.children[0] if line.members is not None else None
    assert node is None or isinstance(node, Quantifier)
    return node


def _words(places: npt.NDArray[Any], words: Sequence[str]) -> pa.Array:
    # None of them is beyond the words: looking at each again is left out.
    return pa.DictionaryArray.from_arrays(
        pa.array(places.astype(np.int32, copy=False)), pa.array(words, TEXT), safe=False
    )
