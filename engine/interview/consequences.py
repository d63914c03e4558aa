"""Why a question is asked: what each answer would raise, clear or rule out, told by the rules themselves."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..knowledge.model import SEVERITIES, Verdict
from ..language.truth import Truth
from ..project.address import Address
from ..project.memory import Key, Value
from ..whatif.effects import Reported, WhatIf


class Consequence(Struct, frozen=True):
    """What some answers to a question have in common.

    Attributes:
        values: The answers; for a list, the number of elements (0 or 1).
        verdict: The verdict with one of them, when it differs from the present one.
        added: Findings that would come, worst first.
        cleared: Findings that would go.
        ruled_out: Findings that could still come, and no longer could.
        settled: How many outcomes would be settled.
    """

    values: tuple[Value, ...]
    verdict: Verdict | None
    added: tuple[Reported, ...]
    cleared: tuple[Reported, ...]
    ruled_out: tuple[Reported, ...]
    settled: int

    @property
    def worst(self) -> int:
        """The rank of the worst finding that comes or goes; lower is worse."""
        return min((SEVERITIES.index(one.severity) for one in (*self.added, *self.cleared)), default=len(SEVERITIES))


def consequences(what: WhatIf, key: Address) -> tuple[Consequence, ...]:
    """Return what the answers to a question would change, the most consequential first.

    Args:
        what: The project as it stands.
        key: The fact that is asked for; nothing is returned for one that is known.
    """
    unknown = what.unknowns().get(key)
    if unknown is None:
        return ()
    grouped: dict[tuple[object, ...], tuple[list[Value], int]] = {}
    for effect, told in what.told(unknown):
        verdict = effect.verdict if effect.verdict != what.now.verdict else None
        signature = (verdict, effect.added, effect.cleared, _ruled_out(what, told))
        grouped.setdefault(signature, ([], effect.settled))[0].append(effect.value)
    found = [
        Consequence(tuple(values), verdict, added, cleared, ruled_out, settled)  # type: ignore[arg-type]
        for (verdict, added, cleared, ruled_out), (values, settled) in grouped.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.verdict is None, one.worst, -one.settled)))


def _ruled_out(what: WhatIf, told: Mapping[Key, Truth]) -> tuple[Reported, ...]:
    found = []
    for key, truth in told.items():
        rule = what.kb.evaluator.by_code[key[0]].rule
        possible = what.possible(key)  # nothing where it is not due yet
        if truth is False and rule.kind != "strength" and possible:
            found.append(what.reported(key, min(possible, key=SEVERITIES.index)))
    return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.code, one.subject or "")))
