"""What was found of many projects as tables of results, and what a page tells of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from ..knowledge.model import SEVERITIES
from .columns import words_of
from .screening import Integers, Screened

Label = Callable[[str, str | None, str | None], str]
"""What a finding or a fact is called, by its code or name, its subject, and what the project calls that."""


class ScreenedTables(NamedTuple):
    """What is found of some projects, in their order.

    Attributes:
        places: The place of each that was judged.
        tables: The rows of `projects`, `findings` and `unknown`.
        stops: The codes of what stops each project.
        waits: The facts that a verdict on it waits for.
        labels: What the subject of its first finding is called, where that is not its id.
    """

    places: Sequence[int]
    tables: Mapping[str, pa.Table]
    stops: Sequence[Sequence[str]]
    waits: Sequence[Sequence[str]]
    labels: Sequence[str | None]


def told(
    found: Screened,
    about: Mapping[str, Sequence[Any] | Any],
    schemas: Mapping[str, pa.Schema],
    title: Label,
    fact: Label,
) -> ScreenedTables:
    """Return what was found as results.

    Args:
        found: What was found.
        about: Columns of `projects` that say where each project stands: a value for each place, or one for all.
        schemas: The columns of the tables.
        title: What a finding is called.
        fact: What a fact is called.
    """
    at = found.projects.column("at").to_numpy()
    ids = pa.array(about["id"], pa.string())
    rows, unknown = found.findings.combine_chunks(), found.unknown.combine_chunks()
    owner, waiting = (np.searchsorted(at, one.column("at").to_numpy()) for one in (rows, unknown))
    finding = _marked(rows, "kind", "finding")
    stops = _listed(owner, rows, "code", finding & _marked(rows, "severity", SEVERITIES[0]), len(at))
    waits = _listed(waiting, unknown, "fact", np.ones(len(waiting), np.bool_), len(at))
    either = found.projects.column("either").to_pylist()
    _, first = np.unique(owner[finding], return_index=True)
    heads = np.full(len(at), -1)
    heads[owner[finding][first]] = np.flatnonzero(finding)[first]
    there = pa.array(heads, mask=(heads < 0) | np.array([one is not None for one in either], np.bool_))
    verdict, worst = (found.projects.column(name).cast(pa.string()).to_numpy() for name in ("verdict", "worst"))
    stops = [
        [one] if one is not None and of == "hold" else stop
        for one, of, stop in zip(either, verdict, stops, strict=True)
    ]
    columns: dict[str, Any] = {
        **{name: found.projects.column(name) for name in found.projects.schema.names},
        **{name: _placed(one, at) for name, one in about.items()},
        "standing": pa.array(np.where((verdict == "proceed") & (worst != "proceed"), "open", verdict)),
        "obstacles": pa.array(list(map(len, stops))),
        "waits": pa.array(list(map(len, waits))),
        "first": rows.column("code").take(there),
        "first_subject": rows.column("subject").take(there),
    }
    named = {"project": pa.DictionaryArray.from_arrays(rows.column("at").combine_chunks().cast(pa.int32()), ids)}
    asked = {"project": pa.DictionaryArray.from_arrays(unknown.column("at").combine_chunks().cast(pa.int32()), ids)}
    tables = {
        "projects": columns,
        "findings": {**_columns(rows), **named, "title": _called(rows, "code", title)},
        "unknown": {**_columns(unknown), **asked, "label": _called(unknown, "fact", fact)},
    }
    return ScreenedTables(
        at.tolist(),
        {
            name: pa.table([of[field.name].cast(field.type) for field in schemas[name]], schemas[name])
            for name, of in tables.items()
        },
        stops,
        waits,
        rows.column("label").take(there).to_pylist(),
    )


def _columns(table: pa.Table) -> dict[str, pa.ChunkedArray]:
    return {name: table.column(name) for name in table.schema.names}


def _placed(one: Sequence[Any] | Any, at: Integers) -> pa.Array:
    if isinstance(one, list):
        return pa.array(one).take(pa.array(at))
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(len(at), np.int32)), pa.array([one]))


def _marked(table: pa.Table, column: str, word: str) -> Any:
    """Tell in which rows a word stands."""
    words, places = words_of(table.column(column))
    return places == words.index(word) if word in words else np.zeros(len(places), np.bool_)


def _listed(owner: Integers, table: pa.Table, column: str, mask: Any, size: int) -> list[list[str]]:
    """Return for each project the words of the marked rows, each once."""
    words, places = words_of(table.column(column))
    of, word = owner[mask], places[mask]
    _, first = np.unique(of * max(1, len(words)) + word, return_index=True)
    first.sort()
    found: list[list[str]] = [[] for _ in range(size)]
    for project, place in zip(of[first].tolist(), word[first].tolist(), strict=True):
        found[project].append(words[place])
    return found


def _called(table: pa.Table, column: str, label: Label) -> pa.Array:
    """Return what each row is called; the same is called once."""
    (names, name), (subjects, subject), (labels, own) = (
        words_of(table.column(one)) for one in (column, "subject", "label")
    )
    key = (name * (len(subjects) + 1) + subject + 1) * (len(labels) + 1) + own + 1
    keys, places = np.unique(key, return_inverse=True)
    found = []
    for one in keys.tolist():
        rest, third = divmod(one, len(labels) + 1)
        first, second = divmod(rest, len(subjects) + 1)
        found.append(label(names[first], [None, *subjects][second], [None, *labels][third]))
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), pa.array(found, pa.string()))
