"""From a batch of projects to the tables that `tables` describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from ..knowledge.model import GRADES, SEVERITIES, Derivation
from ..language.tree import Quantifier
from ..project.address import subject_of
from .arrays import Mask, Numbers, Rows
from .batch import Batch
from .columns import Column
from .conclusions import Conclusions
from .plan import Plan
from .tables import COUNTS, SCHEMAS, TEXT
from .verdicts import VERDICTS, Verdicts
from .views import View

_KINDS = ("finding", "upcoming", "prediction", "strength")
_KIND, _SAID = 2, 4
"""A finding is one number: its code, two bits for its severity, two for its kind."""
_SAID_BY_GRADE = [
    np.array(
        [(place % 4) << _KIND | (1 if place >= len(SEVERITIES) else kind) for place in range(len(GRADES))], np.int64
    )
    for kind in range(len(_KINDS))
]
_VALUE = 24
_LAST_VALUE = (1 << _VALUE) - 1
"""A derived fact with its value is one number: its fact, and 24 bits for its value."""
_BITS = 63


def judge(plan: Plan, batch: Batch, ids: pa.Array, skipped: Mask | None = None) -> dict[str, pa.Table]:
    """Judge a batch of projects.

    Args:
        plan: The knowledge base.
        batch: The projects; each must be plain, as `plain.odd` tells.
        ids: What each project is called in the tables, as texts.
        skipped: Projects that are left out of the tables.

    Returns:
        The tables by their name, as `tables.SCHEMAS` describes them.
    """
    return _Tables(plan, batch, ids, skipped).all()


class _Rows(NamedTuple):
    """Rows of a long table, in the order of the projects.

    Attributes:
        project: The project of each.
        word: What each says: a number that the table gives a meaning.
        subject: The place of its subject in the pool of subjects; 0 for none.
    """

    project: Rows
    word: Numbers
    subject: Numbers


class _Pool:
    """Texts that rows name by their places; the first stands for none."""

    def __init__(self) -> None:
        self.texts: list[str | None] = [None]
        self._places: dict[str, int] = {}

    def place(self, text: str) -> int:
        """Return the place of a text."""
        found = self._places.get(text)
        if found is None:
            found = self._places[text] = len(self.texts)
            self.texts.append(text)
        return found

    def words(self, places: Numbers) -> pa.Array:
        """Return the texts at some places."""
        indices = pa.array((places - 1).astype(np.int32), mask=places == 0)
        return pa.DictionaryArray.from_arrays(indices, pa.array(self.texts[1:], TEXT))


class _Tables:
    """Makes the tables of one batch."""

    def __init__(self, plan: Plan, batch: Batch, ids: pa.Array, skipped: Mask | None) -> None:
        self.plan = plan
        self.kb = plan.kb
        self.batch = batch
        self.ids = ids
        self.kept = None if skipped is None else ~skipped
        self.conclusions = Conclusions(plan, batch)
        self.verdicts = Verdicts(self.conclusions)
        self.subjects = _Pool()
        self._of_elements: dict[str, Numbers] = {}
        self.codes = _Pool()

    def all(self) -> dict[str, pa.Table]:
        """Return all tables."""
        findings, untold = self._sorted(self._findings()), self._sorted(self._untold())
        facts, values = _Pool(), _Pool()
        missing, derived = self._sorted(self._missing(facts)), self._sorted(self._derived(facts, values))
        made: dict[str, dict[str, Any]] = {
            "projects": self._projects(findings, untold, missing),
            "findings": {
                "code": self.codes.words(findings.word >> _SAID),
                "severity": _words(findings.word >> _KIND & 3, SEVERITIES),
                "kind": _words(findings.word & 3, _KINDS),
            },
            "cannot_tell": {"code": self.codes.words(untold.word)},
            "missing": {"fact": facts.words(missing.word)},
            "derived": {"fact": facts.words(derived.word >> _VALUE), "value": values.words(derived.word & _LAST_VALUE)},
        }
        for name, rows in (("findings", findings), ("cannot_tell", untold), ("missing", missing), ("derived", derived)):
            project = pa.DictionaryArray.from_arrays(pa.array(rows.project.astype(np.int32)), self.ids)
            made[name] |= {"project": project, "subject": self.subjects.words(rows.subject)}
        return {
            name: pa.table([columns[field.name] for field in SCHEMAS[name]], SCHEMAS[name])
            for name, columns in made.items()
        }

    def _subject(self, source: str | None, member: str | None) -> int | Numbers:
        """Return the place of the subject of each row: one for all, or one for each element of a list."""
        if source is None:
            return 0
        if member is not None:
            return self.subjects.place(subject_of(source, {"id": member}))
        found = self._of_elements.get(source)
        if found is None:
            ids = self.batch.listed(source).fact("id", "")
            assert isinstance(ids, Column)
            places = np.zeros(max(1, len(self.batch.codes)), np.int64)
            for word in ids.words:
                places[self.batch.codes.of(word)] = self.subjects.place(subject_of(source, {"id": word}))
            found = self._of_elements[source] = places[ids.values]
        return found

    def _part(self, mask: Mask, source: str | None, member: str | None, word: int | Numbers) -> _Rows:
        """Return the marked rows of projects, of a member or of a list's elements, without the projects that are skipped."""
        project = self.batch.listed(source).project if source is not None and member is None else None
        if self.kept is not None:
            mask = mask & (self.kept if project is None else self.kept[project])
        rows = np.flatnonzero(mask)
        words = word[rows] if isinstance(word, np.ndarray) else np.full(len(rows), word, np.int64)
        subject = self._subject(source, member) if len(rows) else 0
        subjects = subject[rows] if isinstance(subject, np.ndarray) else np.full(len(rows), subject, np.int64)
        return _Rows(rows if project is None else project[rows], words, subjects)

    def _sorted(self, parts: Iterable[_Rows]) -> _Rows:
        """Return parts as one, in the order of the projects, and of words within one of them."""
        found = list(parts)
        if not found:
            none = np.zeros(0, np.int64)
            return _Rows(none, none, none)
        project, word, subject = (np.concatenate(columns) for columns in zip(*found, strict=True))
        bits = [int(column.max(initial=0)).bit_length() for column in (word, subject)]
        if sum(bits) + self.batch.size.bit_length() > _BITS:
            order = np.lexsort((subject, word, project))
            return _Rows(project[order], word[order], subject[order])
        keys = np.sort((project << sum(bits)) | (word << bits[1]) | subject)
        return _Rows(keys >> sum(bits), (keys >> bits[1]) & ((1 << bits[0]) - 1), keys & ((1 << bits[1]) - 1))

    def _findings(self) -> Iterator[_Rows]:
        for one, silenced in zip(self.conclusions.outcomes, self.verdicts.silenced, strict=True):
            holds = one.truths.holds if silenced is None else one.truths.holds & ~silenced
            said = _SAID_BY_GRADE[_KINDS.index(one.rule.kind)][one.grades]
            source = None if one.rule.loop is None else one.rule.loop.source
            yield self._part(holds, source, one.member, (self.codes.place(one.rule.code) << _SAID) + said)

    def _untold(self) -> Iterator[_Rows]:
        for one in self.conclusions.outcomes:
            source, code = None if one.rule.loop is None else one.rule.loop.source, self.codes.place(one.rule.code)
            yield self._part(one.truths.unknown, source, one.member, code)
            if one.listed is not None:
                yield self._part(~self.batch.listed(one.listed).stated, None, None, code)
        for rule in self.kb.rules:
            if rule.loop is not None and self.plan.members(rule.loop.source) == ():
                every = np.ones(self.batch.size, np.bool_)
                yield self._part(every, None, None, self.codes.place(rule.code))

    def _missing(self, facts: _Pool) -> Iterator[_Rows]:
        for one in self.verdicts.missing:
            definition = self.kb.vocabulary.facts.get(one.fact)
            source = None if definition is None or (one.member is None and one.listed is None) else definition.source
            yield self._part(one.where, source, one.member, facts.place(one.fact))

    def _derived(self, facts: _Pool, values: _Pool) -> Iterator[_Rows]:
        """Yield the derived facts that are known, no working concepts; of one that stands for ids, each id."""
        for derivation in self.kb.derivations:
            if self.kb.vocabulary.concepts[derivation.concept].working:
                continue
            concept = facts.place(derivation.concept) << _VALUE
            source = None if derivation.loop is None else derivation.loop.source
            members = None if source is None else self.plan.members(source)
            for member in (None,) if members is None else members:
                state = self.conclusions.conditions.states[derivation.concept, member, False]
                for value, truths in state.values.items():
                    node = _listed(derivation, value)
                    if node is None:
                        yield self._part(truths.holds, source, member, concept + values.place(value))
                    else:
                        yield from self._ids(node, truths.holds, concept, values)

    def _ids(self, node: Quantifier, holds: Mask, concept: int, values: _Pool) -> Iterator[_Rows]:
        """Yield the ids of the elements or members that a value stands for, where it holds."""
        judge, views = self.conclusions.conditions.truths, self.conclusions.conditions.views
        for member in self.plan.members(node.source) or ():
            view = View(views.projects, {}, {node.variable: (node.source, member)})
            yield self._part(holds & judge(node.where, view).holds, None, None, concept + values.place(member))
        if self.plan.members(node.source) is None:
            listed = self.batch.listed(node.source)
            axis = views.elements(node.source, node.variable)
            meant = judge(node.where, View(axis, {node.variable: node.source}, {})).holds & holds[listed.project]
            shown = np.array([values.place(one) for one in listed.ids.fill_null("").to_pylist()], np.int64)
            found = self._part(meant, node.source, None, concept + shown)
            yield found._replace(subject=np.zeros(len(found.project), np.int64))

    def _projects(self, findings: _Rows, untold: _Rows, missing: _Rows) -> dict[str, Any]:
        """Return the columns of the table of projects."""
        size, verdicts = self.batch.size, self.verdicts

        def counted(project: Rows) -> pa.Array:
            return pa.array(np.bincount(project, minlength=size).astype(np.int32))

        severity, kind = findings.word >> _KIND & 3, findings.word & 3
        found: dict[str, Any] = {
            "id": self.ids,
            "name": self._text(self.kb.presentation.project.name),
            "phase": self._text(self.kb.presentation.project.phase).dictionary_encode(),
            "verdict": _words(verdicts.verdict, VERDICTS),
            "worst": _words(verdicts.worst, VERDICTS),
            "best": _words(verdicts.best, VERDICTS),
            "due": pa.array(verdicts.due.astype(np.int32)),
            "told": pa.array(verdicts.told.astype(np.int32)),
            "cannot_tell": counted(untold.project),
            "missing": counted(missing.project),
        }
        for name, (of_kind, of_severity) in COUNTS.items():
            among: Mask = np.equal(kind, _KINDS.index(of_kind))
            if of_severity is not None:
                among &= np.equal(severity, SEVERITIES.index(of_severity))
            found[name] = counted(findings.project[among])
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
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), pa.array(words, TEXT))
