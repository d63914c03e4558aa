"""What is said of findings that nearly apply: which are alike, what they are called, what would have to be so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...engine.whatif.changes import as_json
from ...engine.whatif.nearly import Nearly
from ..texts.fact import say
from .telling import Teller


def together(found: Sequence[Nearly]) -> list[list[Nearly]]:
    """Return findings in their order, the same one about several subjects as one where the same would bring it."""
    groups: dict[tuple[Any, ...], list[Nearly]] = {}
    for one in found:
        own = all(change.subject in (None, one.subject) for change in one.changes)
        changes = tuple((change.fact, change.value) for change in one.changes) if own else one.subject
        groups.setdefault((one.rule.code, one.severity, one.now, changes), []).append(one)
    return list(groups.values())


def would(one: Nearly, teller: Teller, *, alone: bool = True) -> list[str]:
    """Return what would have to be so, one line a fact; for several findings together the facts' subjects are left out."""
    lines = []
    for change, now in zip(one.changes, one.now, strict=True):
        fact = teller.fact(change.fact, change.subject if alone else None)
        then = _value(change.fact, as_json(change.value), teller)
        if now is None:
            lines.append(say("would.unknown", teller.language, fact=fact, then=then))
        else:
            before = _value(change.fact, as_json(now), teller)
            lines.append(say("would.change", teller.language, fact=fact, now=before, then=then))
    return lines


def named(same: Sequence[Nearly], teller: Teller) -> str:
    """Return the title of findings alike, with the subjects that they are about."""
    return teller.titles(same[0].rule.code, [one.subject for one in same if one.subject is not None])


def _value(fact: str, value: Any, teller: Teller) -> str:
    if value == "-" or value == ["-"]:
        return say("answer.written", teller.language)
    return teller.value(fact, value)
