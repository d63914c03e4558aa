"""Which projects of a batch are plainly right, so that they can be judged as they stand.

The others (a word that the vocabulary does not have, a number out of range, an id twice or spelled in another way, a blank
text) are for the reader of one project, which either understands them or says what is wrong and where. In doubt a project is
for that reader: never is one taken here that it refuses, nor in another meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ..knowledge.model import FactDefinition
from ..language.completeness import is_completeness
from ..problems.texts import LANGUAGES
from ..project.ids import one_form
from ..project.outline import LARGEST_LIST
from ..project.values import LARGEST_NUMBER, LONGEST_ID, LONGEST_TEXT, is_blank
from .arrays import Mask, Rows
from .batch import Batch, ListInBatch
from .columns import Column, SetColumn, encode, filled
from .plan import Plan
from .schema import TEXT

_BLANK = r"^[\p{Cc}\p{Cf}\p{Z}]*$"
_MOST_KEYS = 40_000_000


def odd(plan: Plan, batch: Batch) -> Mask:
    """Tell of each project whether the reader of one project must judge it.

    Args:
        plan: The knowledge base.
        batch: Projects whose columns have the types of `schema.document_schema`; also facts that no rule reads are looked at.
    """
    found = np.zeros(batch.size, np.bool_)
    for wrong, project in _Odd(plan, batch).everything():
        found[wrong if project is None else project[wrong]] = True
    return found


class _Odd:
    """Looks for what is odd; each mask is of projects, or of rows that the second array gives the project of."""

    def __init__(self, plan: Plan, batch: Batch) -> None:
        self.plan = plan
        self.batch = batch

    def everything(self) -> Iterator[tuple[Mask, Rows | None]]:
        language = self.batch.array("lang")
        if language is not None:
            yield ~filled(pc.is_in(language.cast(TEXT), pa.array([*LANGUAGES, None])), True), None
        for fact in self.plan.kb.vocabulary.facts.values():
            for wrong, project in self._fact(fact):
                if wrong is not None:
                    yield wrong, project
        for path in self.plan.kb.vocabulary.lists:
            if self.plan.members(path) is None:
                listed = self.batch.listed(path)
                yield listed.parts.sizes > LARGEST_LIST, None
                if listed.parts.rows:
                    for wrong in self._ids(listed):
                        yield wrong, listed.project

    def _fact(self, fact: FactDefinition) -> Iterator[tuple[Mask | None, Rows | None]]:
        if is_completeness(fact.path):
            yield self.batch.said_twice(fact.path), None
        if fact.type == "bool":
            return
        if fact.source is None:
            if self.batch.array(fact.path) is not None:
                yield self._column(fact, self.batch.fact(fact.path), fact.path), None
            return
        members = self.plan.members(fact.source)
        for member in members or ():
            path = f"{fact.source}.{member}.{fact.attribute}"
            if self.batch.array(path) is not None:
                yield self._column(fact, self.batch.fact(path, fact.path), path), None
        if members is None:
            listed = self.batch.listed(fact.source)
            if listed.array(fact.attribute) is not None:
                yield self._column(fact, listed.fact(fact.attribute, fact.path), None, listed), listed.project

    def _column(
        self, fact: FactDefinition, column: Column | SetColumn, path: str | None, listed: ListInBatch | None = None
    ) -> Mask | None:
        """Tell of each row of a column whether its value is odd; None where none is."""
        if fact.type == "text":
            array = self.batch.array(path or "") if listed is None else listed.array(fact.attribute)
            return _odd_texts(array)
        if isinstance(column, SetColumn):
            wrong = self._parts(fact, column)
            return None if wrong is None else column.parts.any(wrong)
        if fact.type == "enum":
            wrong = self._of_words(column, lambda word: word not in fact.values)
        else:
            low = -LARGEST_NUMBER if fact.minimum is None else fact.minimum
            high = LARGEST_NUMBER if fact.maximum is None else fact.maximum
            wrong = ~((column.values >= low) & (column.values <= high))
            if fact.type == "int":
                wrong |= column.values != np.floor(column.values)
        return wrong if wrong is None or column.known is None else wrong & column.known

    def _of_words(self, column: Column | SetColumn, is_odd: Callable[[str], bool]) -> Mask | None:
        """Tell where one of some words stands; each word is looked at once."""
        codes, words = column.coded if isinstance(column, SetColumn) else (column.values, column.words)
        wrong = [word for word in words if is_odd(word)]
        return self.batch.codes.among(codes, wrong) if wrong else None

    def _parts(self, fact: FactDefinition, column: SetColumn) -> Mask | None:
        """Tell of each value of a set, of ids or of texts whether it is odd."""
        missing = column.values.null_count > 0
        if fact.type == "texts":
            wrong = _odd_texts(column.values)
        else:
            wrong = self._of_words(column, (lambda word: word not in fact.values) if fact.type == "set" else _is_odd_id)
        if not missing:
            return wrong
        lost = filled(pc.is_null(column.values), True)
        return lost if wrong is None else lost | wrong

    def _ids(self, listed: ListInBatch) -> Iterator[Mask]:
        """Yield which elements of a list are odd."""
        column = listed.fact("id", "")
        assert isinstance(column, Column)
        if column.known is not None:
            yield ~column.known
        wrong = self._of_words(column, lambda word: _is_odd_id(word) or len(word) > LONGEST_ID)
        if wrong is not None:
            yield wrong
        size = max(1, len(self.batch.codes))
        keys = listed.project * size + column.values
        if self.batch.size * size <= _MOST_KEYS:
            there = np.zeros(self.batch.size * size, np.bool_)
            there[keys] = True
            if np.count_nonzero(there) == len(keys):
                return
        _, place, times = np.unique(keys, return_inverse=True, return_counts=True)
        yield times[place] > 1


def _odd_texts(array: pa.Array) -> Mask | None:
    """Tell which texts are blank or too long; None where none is."""
    texts = encode(array)
    blank = filled(pc.match_substring_regex(texts.dictionary, _BLANK), False)
    wrong: Mask = blank | filled(pc.greater(pc.utf8_length(texts.dictionary), LONGEST_TEXT), False)
    return np.append(wrong, False)[filled(texts.indices, -1)] if wrong.any() else None


def _is_odd_id(word: str) -> bool:
    """Tell whether a text is no id, or one that is spelled in another way than ids are compared."""
    return is_blank(word) or len(word) > LONGEST_TEXT or one_form(word) != word
