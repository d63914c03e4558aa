"""From a batch of projects to the tables that `tables` describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from ..knowledge.model import SEVERITIES, Derivation
from ..language.tree import All, Quantifier
from ..project.address import subject_of
from .arrays import Mask, Numbers, Rows
from .batch import Batch
from .conclusions import Conclusions
from .plan import Plan
from .tables import COUNTS, SCHEMAS, TEXT, WORD
from .verdicts import VERDICTS, Verdicts
from .views import View

_KINDS = ("finding", "upcoming", "prediction", "strength")


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


class _Part(NamedTuple):
    """Rows of one table that have most in common: the subjects are the elements of one list, or there is one for all.

    Attributes:
        words: What all of them say, by column.
        subject: The place of the subject of each in the pool of subjects; -1 for none.
        project: The project of each.
    """

    words: tuple[int | npt.NDArray[Any], ...]
    subject: Rows | int
    project: Rows


class _Tables:
    """Makes the tables of one batch."""

    def __init__(self, plan: Plan, batch: Batch, ids: pa.Array, skipped: Mask | None) -> None:
        self.plan = plan
        self.kb = plan.kb
        self.batch = batch
        self.ids = ids
        self.kept = np.ones(batch.size, np.bool_) if skipped is None else ~skipped
        self.conclusions = Conclusions(plan, batch)
        self.verdicts = Verdicts(self.conclusions)
        self._pool: list[pa.Array] = []
        self._pooled = 0
        self._places: dict[tuple[str, str | None], int] = {}
        self.codes = [rule.code for rule in self.kb.rules]
        self.number = {code: place for place, code in enumerate(self.codes)}

    def all(self) -> dict[str, pa.Table]:
        """Return all tables."""
        severities, kinds = pa.array(SEVERITIES), pa.array(_KINDS)
        findings = self._sorted(list(self._findings()), 3)
        untold = self._sorted(list(self._untold()), 1)
        facts, missing = self._missing()
        concepts, values, derived = self._derived()
        codes = pa.array(self.codes)
        made: dict[str, dict[str, Any]] = {
            "projects": self._projects(findings, untold, missing),
            "findings": self._long(findings, code=codes, severity=severities, kind=kinds),
            "cannot_tell": self._long(untold, code=codes),
            "missing": self._long(missing, fact=pa.array(facts, TEXT)),
            "derived": self._long(derived, fact=pa.array(concepts, TEXT), value=pa.array(values, TEXT)),
        }
        return {
            name: pa.table([columns[field.name] for field in SCHEMAS[name]], SCHEMAS[name])
            for name, columns in made.items()
        }

    def _subject(self, source: str, member: str | None) -> int:
        """Return where the subjects of a list, or of one member of a family, begin in the pool."""
        key = source, member
        found = self._places.get(key)
        if found is None:
            one = pa.array([subject_of(source, {"id": member})], TEXT) if member else self.batch.listed(source).subjects
            found = self._places[key] = self._pooled
            self._pool.append(one)
            self._pooled += len(one)
        return found

    def _part(self, mask: Mask, source: str | None, member: str | None, *words: int | npt.NDArray[Any]) -> _Part | None:
        """Return the marked rows of projects, of a member or of a list's elements, without the projects that are skipped."""
        listed = source is not None and member is None
        project = self.batch.listed(source or "").project if listed else None
        rows = np.flatnonzero(mask & (self.kept if project is None else self.kept[project]))
        if not len(rows):
            return None
        subject: Rows | int = -1 if source is None else self._subject(source, member)
        return _Part(
            tuple(word[rows] if isinstance(word, np.ndarray) else word for word in words),
            subject + rows if listed else subject,
            rows if project is None else project[rows],
        )

    def _findings(self) -> Iterator[_Part]:
        for one, silenced in zip(self.conclusions.outcomes, self.verdicts.silenced, strict=True):
            holds = one.truths.holds if silenced is None else one.truths.holds & ~silenced
            upcoming, kind = one.grades >= len(SEVERITIES), _KINDS.index(one.rule.kind)
            kinds = np.where(upcoming, _KINDS.index("upcoming"), kind)
            source = None if one.rule.loop is None else one.rule.loop.source
            part = self._part(
                holds, source, one.member, self.number[one.rule.code], one.grades % len(SEVERITIES), kinds
            )
            if part is not None:
                yield part

    def _untold(self) -> Iterator[_Part]:
        for one in self.conclusions.outcomes:
            source = None if one.rule.loop is None else one.rule.loop.source
            parts = [self._part(one.truths.unknown, source, one.member, self.number[one.rule.code])]
            if one.listed is not None:
                stated = self.batch.listed(one.listed).stated
                parts.append(self._part(~stated, None, None, self.number[one.rule.code]))
            yield from (part for part in parts if part is not None)
        for rule in self.kb.rules:
            if rule.loop is not None and self.plan.members(rule.loop.source) == ():
                part = self._part(np.ones(self.batch.size, np.bool_), None, None, self.number[rule.code])
                yield from () if part is None else (part,)

    def _missing(self) -> tuple[list[str], _Part]:
        facts: dict[str, int] = {}
        parts = []
        for one in self.verdicts.missing:
            definition = self.kb.vocabulary.facts.get(one.fact)
            source = None if definition is None or (one.member is None and one.listed is None) else definition.source
            parts.append(self._part(one.where, source, one.member, facts.setdefault(one.fact, len(facts))))
        return list(facts), self._sorted([part for part in parts if part is not None], 1)

    def _derived(self) -> tuple[list[str], list[str], _Part]:
        """Return the derived facts that are known, no working concepts; of one that stands for ids, each id."""
        concepts: dict[str, int] = {}
        values: dict[str, int] = {}
        parts = []
        for derivation in self.kb.derivations:
            if self.kb.vocabulary.concepts[derivation.concept].working:
                continue
            concept = concepts.setdefault(derivation.concept, len(concepts))
            source = None if derivation.loop is None else derivation.loop.source
            for member in (None,) if derivation.loop is None else self.plan.members(derivation.loop.source) or (None,):
                if source is not None and self.plan.members(source) == ():
                    continue
                state = self.conclusions.conditions.states[derivation.concept, member, False]
                for value, truths in state.values.items():
                    for shown, holds in self._shown(derivation, value, truths.holds):
                        parts.append(
                            self._part(holds, source, member, concept, values.setdefault(shown, len(values)))
                            if isinstance(shown, str)
                            else self._of_elements(shown, holds, concept, values)
                        )
        return list(concepts), list(values), self._sorted([part for part in parts if part is not None], 2)

    def _shown(self, derivation: Derivation, value: str, holds: Mask) -> Iterator[tuple[str | Quantifier, Mask]]:
        """Yield what a value is shown as: itself, or the ids that it stands for."""
        line = next(one for one in derivation.lines if one.value == value)
        if line.members is None:
            yield value, holds
            return
        node = line.when.children[0]
        assert isinstance(node, Quantifier)
        members = self.plan.members(node.source)
        if members is None:
            yield node, holds
            return
        projects = self.conclusions.conditions.views.projects
        for member in members:
            view = View(projects, {}, {node.variable: (node.source, member)})
            yield member, holds & self._meant(node.where, view)

    def _meant(self, where: All, view: View) -> Mask:
        return self.conclusions.conditions.truths(where, view).holds

    def _of_elements(self, node: Quantifier, holds: Mask, concept: int, values: dict[str, int]) -> _Part | None:
        """Return the ids of the elements of a list that a value stands for."""
        listed = self.batch.listed(node.source)
        axis = self.conclusions.conditions.views.elements(node.source, node.variable)
        meant = self._meant(node.where, View(axis, {node.variable: node.source}, {}))
        rows = np.flatnonzero(meant & holds[listed.project] & self.kept[listed.project])
        shown = [values.setdefault(name, len(values)) for name in listed.ids.take(pa.array(rows)).to_pylist()]
        return _Part((concept, np.array(shown, np.intp)), -1, listed.project[rows]) if shown else None

    def _sorted(self, parts: Sequence[_Part], width: int) -> _Part:
        """Return parts as one, in the order of the projects; `width` words each."""
        sizes = [len(part.project) for part in parts]
        project = np.concatenate([np.zeros(0, np.intp), *(part.project for part in parts)])
        few = self.batch.size <= np.iinfo(np.int16).max
        order = np.argsort(project.astype(np.int16) if few else project, kind="stable")

        def column(values: Sequence[int | npt.NDArray[Any]], of: type[np.generic]) -> npt.NDArray[Any]:
            each = [
                value.astype(of) if isinstance(value, np.ndarray) else np.full(size, value, of)
                for value, size in zip(values, sizes, strict=True)
            ]
            found: npt.NDArray[Any] = np.concatenate([np.zeros(0, of), *each])[order]
            return found

        words = tuple(column([part.words[place] for part in parts], np.int32) for place in range(width))
        return _Part(words, column([part.subject for part in parts], np.int64), project[order])

    def _long(self, part: _Part, **words: pa.Array) -> dict[str, Any]:
        """Return the columns of a long table: the project, the subject, and words of which there are few."""
        found: dict[str, Any] = {"project": self.ids.take(pa.array(part.project))}
        assert isinstance(part.subject, np.ndarray)
        if self._pool:
            places = pa.array(part.subject, mask=part.subject < 0)
            found["subject"] = pa.concat_arrays(self._pool).take(places)
        else:
            found["subject"] = pa.nulls(len(part.project), TEXT)
        for (name, known), places in zip(words.items(), part.words, strict=True):
            made = pa.DictionaryArray.from_arrays(pa.array(places), known)
            found[name] = made.cast(TEXT) if name == "value" else made
        return found

    def _projects(self, findings: _Part, untold: _Part, missing: _Part) -> dict[str, Any]:
        """Return the columns of the table of projects."""
        size, kept = self.batch.size, np.flatnonzero(self.kept)

        def counted(part: _Part, among: Mask | None = None) -> Numbers:
            return np.bincount(part.project if among is None else part.project[among], minlength=size)

        _, severity, kind = findings.words
        found: dict[str, Any] = {
            "id": self.ids,
            "name": self._text(self.kb.presentation.project.name),
            "phase": self._text(self.kb.presentation.project.phase).dictionary_encode(),
            "verdict": _words(self.verdicts.verdict, VERDICTS),
            "worst": _words(self.verdicts.worst, VERDICTS),
            "best": _words(self.verdicts.best, VERDICTS),
            "due": pa.array(self.verdicts.due.astype(np.int32)),
            "told": pa.array(self.verdicts.told.astype(np.int32)),
            "cannot_tell": pa.array(counted(untold).astype(np.int32)),
            "missing": pa.array(counted(missing).astype(np.int32)),
        }
        for name, (of_kind, of_severity) in COUNTS.items():
            among: Mask = np.equal(kind, _KINDS.index(of_kind))
            if of_severity is not None:
                among &= np.equal(severity, SEVERITIES.index(of_severity))
            found[name] = pa.array(counted(findings, among).astype(np.int32))
        if len(kept) == size:
            return found
        return {name: column.take(pa.array(kept)) for name, column in found.items()}

    def _text(self, path: str | None) -> pa.Array:
        """Return a text or word of the projects."""
        array = None if path is None else self.batch.array(path)
        return pa.nulls(self.batch.size, TEXT) if array is None else array.cast(TEXT)


def _words(places: npt.NDArray[Any], words: Sequence[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), pa.array(words)).cast(WORD)
