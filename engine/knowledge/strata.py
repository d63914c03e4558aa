"""What derives what: the order in which derivations run, computed and never written.

A derivation reads concepts; those must be settled before it. A circle has no order and is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..language.tree import facts_of
from .model import ConceptDefinition, Derivation
from .shape import Report


def strata(
    derivations: Iterable[Derivation], concepts: Mapping[str, ConceptDefinition], report: Report
) -> tuple[Derivation, ...]:
    """Return the derivations so that each reads only concepts of earlier ones; reports circles."""
    by_concept: dict[str, Derivation] = {}
    for derivation in derivations:
        if derivation.concept in by_concept:
            report.say("K407", derivation.place, f"'{derivation.concept}' is derived in two files",
                       f"'{derivation.concept}' が2つのファイルで導かれています")  # fmt: skip
        by_concept[derivation.concept] = derivation
    for concept, definition in concepts.items():
        if concept not in by_concept:
            report.say("K408", definition.place, f"the concept '{concept}' is declared, but no rule derives it",
                       f"概念 '{concept}' を導く規則がありません",
                       f"Write a file with `derives: {concept}`, or remove the concept.",
                       f"`derives: {concept}` のファイルを書くか、概念を消してください。")  # fmt: skip
    reads = {concept: reads_of(derivation) & by_concept.keys() for concept, derivation in by_concept.items()}
    return tuple(by_concept[concept] for concept in _ordered(reads, by_concept, report))


def reads_of(derivation: Derivation) -> set[str]:
    """Return the paths that a derivation reads."""
    return {fact.path for line in derivation.lines for fact in facts_of(line.when)}


def _ordered(reads: Mapping[str, set[str]], by_concept: Mapping[str, Derivation], report: Report) -> list[str]:
    ordered: list[str] = []
    waiting = sorted(reads)
    while waiting:
        ready = [concept for concept in waiting if reads[concept] <= set(ordered)]
        if not ready:
            members = _circle(waiting[0], reads, waiting)
            circle = ", ".join(members)
            report.say("K409", by_concept[members[0]].place, f"these concepts are derived from one another in a circle: {circle}",
                       f"次の概念が互いに依存しています: {circle}",
                       "Remove one of the references.", "どれか一つの参照を外してください。")  # fmt: skip
            break
        ordered.extend(ready)
        waiting = [concept for concept in waiting if concept not in ready]
    return ordered


def _circle(start: str, reads: Mapping[str, set[str]], waiting: Iterable[str]) -> list[str]:
    """Return the concepts of one circle, found by going from each to one that it reads and that waits too."""
    left = set(waiting)
    way = [start]
    while True:
        following = min(reads[way[-1]] & left)
        if following in way:
            return way[way.index(following) :]
        way.append(following)
