"""What the columns and values of a table that already exists mean: written by people, and proposed for them to look through."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from ...engine.interview.answers import Misread, cleaned, plain
from ...engine.knowledge.model import FactDefinition, KnowledgeBase
from ...engine.problems.problem import Problem, ProblemsError, excerpt, nearest
from ...engine.reading.document import read_yaml_data
from ...engine.reading.encoding import decode, name_of, read_bytes
from ...engine.reading.places import Places, pointer_of
from ..sheet.cells import as_text
from ..texts import say
from ..texts.screen_faults import fault
from .fields import Field, folded, head, sheets
from .head import Headed
from .likeness import Likeness
from .rows import said
from .table import TEXTS, WORKBOOKS

MAPPED = (*TEXTS, *WORKBOOKS)
"""How the names of tables end that have words of their own."""
_MOST_VALUES = 40
_LOOKED_AT = 5_000
"""Rows whose values are looked at for a proposal."""
_DONE = re.compile("^(?!未).*(済|済み|完了)$")
"""What says that something is done; 未 and what begins with it stays open: it may mean no, or that nobody has looked."""


class Meaning(Struct, frozen=True):
    """What the columns and values of a table mean.

    Attributes:
        columns: The name of the fact, by the head of a column.
        values: The JSON value, by the key of a fact and what a cell says; None where that says nothing.
    """

    columns: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, Any]] = field(default_factory=dict)


def read_mapping(path: Path, kb: KnowledgeBase) -> Meaning:
    """Read a mapping.

    Args:
        path: A YAML file: `columns:` with the fact for each head, `values:` with the value for each text, by fact.
        kb: The knowledge base.

    Raises:
        ProblemsError: It cannot be read, or names what there is not; all problems are in it.
    """
    try:
        content = read_bytes(path)
    except ProblemsError as error:
        if not path.exists():
            raise ProblemsError([fault("T137", path=name_of(path))]) from error
        raise
    text, _ = decode(content, path.name)
    data, places = read_yaml_data(text, f"{path.stem}.yaml")
    reader = _Reader(kb, places)
    found = Meaning(reader.columns(data.get("columns")), reader.values(data.get("values")))
    for key in data.keys() - {"columns", "values"}:
        reader.wrong("T131", places.key(pointer_of(key)), key=key)
    if reader.problems:
        raise ProblemsError(reader.problems)
    return found


class _Reader:
    def __init__(self, kb: KnowledgeBase, places: Places) -> None:
        self.kb, self.places = kb, places
        self.problems: list[Problem] = []
        self.fields = {one.key: one for sheet in sheets(kb) for one in sheet.fields}

    def wrong(self, code: str, place: Any, **values: Any) -> None:
        problem = fault(code, **values)
        self.problems.append(Problem(problem.code, problem.message, problem.cure, place))

    def _mapping(self, data: Any, *way: str) -> dict[str, Any]:
        if data is None:
            return {}
        if not isinstance(data, dict):
            self.wrong("T132", self.places.of(pointer_of(*way)), key=way[-1])
            return {}
        return data

    def columns(self, data: Any) -> dict[str, str]:
        found = self._mapping(data, "columns")
        self._apart(found, folded, "columns")
        return {
            name: key
            for name, key in found.items()
            if self._field(key, self.places.of(pointer_of("columns", name))) is not None
        }

    def _apart(self, names: Iterable[str], form: Callable[[str], str], *way: str) -> None:
        """Tell of names that are one where a table is read."""
        seen: dict[str, str] = {}
        for name in names:
            other = seen.setdefault(form(name), name)
            if other != name:
                place = self.places.key(pointer_of(*way, name))
                self.wrong("T136", place, key=excerpt(name), other=excerpt(other))

    def values(self, data: Any) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for key, texts in self._mapping(data, "values").items():
            one = self._field(key, self.places.key(pointer_of("values", key)))
            if one is None:
                continue
            if one.fact is None:
                self.wrong("T134", self.places.key(pointer_of("values", key)), key=key)
                continue
            meant = self._mapping(texts, "values", key)
            self._apart(meant, plain, "values", key)
            for text, value in meant.items():
                place = self.places.of(pointer_of("values", key, text))
                found.setdefault(key, {})[text] = self._value(one.fact, value, place)
        return found

    def _field(self, key: Any, place: Any) -> Field | None:
        found = self.fields.get(key) if isinstance(key, str) else None
        if found is None:
            close = nearest(str(key), self.fields) or self.kb.presentation.project.phase or next(iter(self.fields))
            self.wrong("T133", place, key=str(key), close=close)
        return found

    def _value(self, fact: FactDefinition, value: Any, place: Any) -> Any:
        if value is None:
            return None
        text = "\n".join(map(str, value)) or "0" if isinstance(value, list) else as_text(value)
        answer = said(fact, text, self.kb)
        if answer is None or isinstance(answer, Misread):
            allowed = ", ".join(fact.values) or fact.type
            self.wrong("T135", place, value=excerpt(text), fact=fact.path, allowed=allowed)
            return None
        return answer.value


# A proposal


def proposal(tables: Sequence[Headed], kb: KnowledgeBase, language: str, name: str) -> str:
    """Return a mapping for tables, to be looked through: columns that are known stand in it, likely ones as a comment.

    Args:
        tables: The tables; also those of which no column is known.
        kb: The knowledge base.
        language: In which it is explained.
        name: What the tables are called.
    """
    lines = [f"# {line}" for line in say("screen.propose", language, name=name).split("\n")]
    lines.append("columns:")
    found: dict[str, tuple[Field, Counter[str]]] = {}
    told: set[str] = set()
    known = {one.key for headed in tables for one in headed.columns.values()}
    for headed in tables:
        taken, likeness = {field.key for field in headed.columns.values()}, Likeness(headed.sheet, kb)
        for column, text in headed.heads.items():
            if not text:
                continue
            own, close = headed.columns.get(column), likeness.most_like(text, taken)
            lines += [_column(text, own, close, kb, language)] if folded(text) not in told else []
            told.add(folded(text))
            one = own or close
            if one is not None:
                found.setdefault(one.key, (one, Counter()))[1].update(_texts(headed, column))
    lines.append("values:")
    for one, texts in found.values():
        lines += _values(one, texts, kb, language, counts=one.key in known)
    return "\n".join(lines) + "\n"


def _column(text: str, known: Field | None, close: Field | None, kb: KnowledgeBase, language: str) -> str:
    """Return a line for a column: what it is known as, as a comment what it may be."""
    one = known or close
    if one is None:
        return f"  # {_quoted(text)}: ?"
    return f"  {'' if known else '# '}{_quoted(text)}: {one.key}    # {head(one, kb, language)}"


def _texts(headed: Headed, column: int) -> Iterator[str]:
    """Yield what stands in a column, cell by cell."""
    for row in headed.table.rows[headed.first : headed.first + _LOOKED_AT]:
        if column < len(row) and row[column] not in ("", None):
            yield cleaned(as_text(row[column]))


def _values(one: Field, texts: Mapping[str, int], kb: KnowledgeBase, language: str, *, counts: bool) -> Iterator[str]:
    """Yield the texts of a column, the most frequent first: what each is understood as, or likely to mean, or that it is open.

    Of what is chosen all texts are told, of all else those that are no answers.

    Args:
        one: What the column stands for, or may stand for.
        texts: What stands in it, and how often.
        kb: The knowledge base.
        language: In which it is explained.
        counts: Whether the column is known: then what is understood stands without a sign.
    """
    fact = one.fact
    if fact is None or fact.type in ("refs", "text", "texts"):
        return
    distinct = dict(reversed([(plain(text), text) for text, _ in Counter(texts).most_common() if text]))
    understood, open_ = [], []
    for text in list(reversed(distinct.values()))[:_MOST_VALUES]:
        answer = said(fact, text, kb)
        if isinstance(answer, Misread):
            open_.append(f"{json.dumps(text, ensure_ascii=False)}: {_likely(text, fact) or '?'}")
        elif fact.type in ("bool", "enum"):
            value = None if answer is None else answer.value
            understood.append(
                f"{json.dumps(text, ensure_ascii=False)}: {value if isinstance(value, str) else json.dumps(value)}"
            )
    if not understood and not open_:
        return
    is_read = counts and bool(understood)
    yield f"  {'' if is_read else '# '}{one.key}:    # {_answers(fact, language)}"
    yield from (f"    {line}" if counts else f"  #   {line}" for line in understood)
    yield from (f"    # {line}" if is_read else f"  #   {line}" for line in open_)


def _answers(fact: FactDefinition, language: str) -> str:
    if fact.type == "bool":
        return "true, false, null"
    if fact.values:
        return ", ".join(f"{value} ({label[language]})" for value, label in fact.values.items())
    return say("sheet.unit.number", language)


def _likely(text: str, fact: FactDefinition) -> str | None:
    """Return the value whose name or label is most like a text; of what is done, that it is so."""
    if fact.type == "bool":
        return "true" if _DONE.search(text) else None
    words = {plain(word): value for value, label in fact.values.items() for word in (value, *label.values())}
    inside = [value for word, value in words.items() if len(word) > 1 and (word in plain(text) or plain(text) in word)]
    return inside[0] if len(set(inside)) == 1 else words.get(nearest(plain(text), words) or "")


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
