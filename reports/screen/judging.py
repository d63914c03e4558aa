"""Projects that came in are judged: many at a time where that can be done, each by itself otherwise. The answers are the same."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from ...engine.assess.brief import Brief, brief
from ...engine.compiled import CompiledKnowledgeBase
from .entry import Entry, Trouble
from .parts import Parts, brief_of, kept

if TYPE_CHECKING:
    from ...engine.columnar.briefs import Briefs

BATCH = 500
_FEW = 20
"""So few projects are judged before the packages for columns are loaded."""
_PACKAGES = ("numpy", "pyarrow")


class Judged(Struct, frozen=True):
    """A project that came in, and what was found of it."""

    entry: Entry
    brief: Brief


def judged(
    entries: Iterator[Entry],
    kb: CompiledKnowledgeBase,
    day: str,
    troubles: list[Trouble],
    total: int,
    parts: Parts | None = None,
) -> Iterator[Judged]:
    """Yield the projects that can be judged, with what is found of each, in their order.

    Args:
        entries: The projects.
        kb: The knowledge base.
        day: The date of the review.
        troubles: Takes what is wrong with the others.
        total: How many there are about.
        parts: Keeps what was judged; what it has from an earlier run is not judged again.
    """
    many = _many(kb) if total > _FEW else None
    earlier = parts.earlier() if parts is not None else iter(())
    while batch := list(islice(entries, BATCH)):
        before = {one.id: one for one in islice(earlier, len(batch))}
        found: list[Brief | None] = [None] * len(batch)
        if before.keys() == {entry.id for entry in batch}:
            found = [brief_of(before[entry.id]) for entry in batch]
        elif many is not None:
            found = _at_once(batch, many)
        for at, entry in enumerate(batch):
            short = found[at]
            if short is None:
                project, wrong = entry.read(kb)
                troubles.extend(wrong)
                short = found[at] = brief(project, kb, day) if project is not None else None
            if short is not None:
                yield Judged(entry, short)
        if parts is not None and not before:
            parts.keep([kept(entry.id, one) for entry, one in zip(batch, found, strict=True)])


def _many(kb: CompiledKnowledgeBase) -> Briefs | None:
    """Return what judges batches; None where a package is missing, or the knowledge base cannot be judged that way."""
    if any(importlib.util.find_spec(name) is None for name in _PACKAGES):
        return None
    from ...engine.columnar.briefs import Briefs
    from ...engine.columnar.plan import NotExpressibleError

    try:
        return Briefs(kb)
    except NotExpressibleError:
        return None


def _at_once(batch: Sequence[Entry], many: Briefs) -> list[Brief | None]:
    found: list[Brief | None] = [None] * len(batch)
    lines = [at for at, entry in enumerate(batch) if isinstance(entry.data, bytes)]
    rows = [at for at, entry in enumerate(batch) if entry.plain and isinstance(entry.data, dict)]
    for places, briefs in (
        (lines, many.of_lines([batch[at].data for at in lines])),  # type: ignore[misc]
        (rows, many.of_documents([batch[at].data for at in rows])),  # type: ignore[misc]
    ):
        for at, short in zip(places, briefs, strict=True):
            found[at] = short
    return found
