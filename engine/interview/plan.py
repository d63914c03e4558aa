"""The plan of an interview: the knowledge base's own, or one made from its areas; and what each fact is asked for.

Both depend on the knowledge base only, whatever the project.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import SEVERITIES, KnowledgeBase, Rule
from ..knowledge.plan import PagePlan, PlannedPage, PlannedQuestion
from ..language.completeness import completeness
from ..project.address import Address

Weight = Literal["needed", "core", "fine", "record"]
"""What a fact is asked for: a verdict needs it; something grave depends on it, or it says what is talked about; something
minor depends on it; no rule reads it. Only the first two are asked for; the others are offered."""

_GRAVE = SEVERITIES[:2]


class Questionnaire:
    """What all interviews by one knowledge base have in common; each part is made on first use."""

    def __init__(self, kb: CompiledKnowledgeBase) -> None:
        self.kb = kb

    @cached_property
    def plan(self) -> PagePlan:
        """The pages in their order: those of the knowledge base, else one for each area."""
        return self.kb.plan if self.kb.plan.pages else _planned(self)

    @cached_property
    def weights(self) -> Mapping[str, Weight]:
        """What each fact and list can be asked for at most, by its name."""
        vocabulary = self.kb.vocabulary
        must = {must.fact for must in self.kb.verdict.must_know}
        always = set(self.kb.plan.first)
        found: dict[str, Weight] = {}
        for path in (*vocabulary.lists, *vocabulary.facts):
            rules = self.rules(path)
            grave = any(rule.kind == "finding" and rule.worst in _GRAVE for rule in rules)
            found[path] = (
                "needed" if path in must else "core" if grave or path in always else "fine" if rules else "record"
            )
        return found

    def rules(self, path: str) -> list[Rule]:
        """Return the rules that a fact reaches, input checks aside."""
        rules = (self.kb.rule(code) for code in sorted(self.kb.evaluator.dependencies.reached(path)[1]))
        return [rule for rule in rules if not rule.source.ours]


def _planned(questionnaire: Questionnaire) -> PagePlan:
    """Return a plan with one page for each area: what its gravest rules read, lists before the facts of their elements."""
    kb = questionnaire.kb
    pages: dict[str, list[str]] = {area: [] for area in kb.areas}
    must = {one.fact for one in kb.verdict.must_know}
    for path in _in_order(kb):
        found = questionnaire.rules(path)
        area = _area(found, kb.areas)
        if area is None and path in must:
            area = next(iter(pages), None)
        if area is not None:
            pages[area].append(path)
    return PagePlan(
        tuple(
            PlannedPage(area, kb.areas[area].title, None, tuple(map(PlannedQuestion, facts)), kb.areas[area].step)
            for area, facts in pages.items()
            if facts
        )
    )


def _in_order(kb: CompiledKnowledgeBase) -> Iterable[str]:
    """Yield every fact and list: those of the project as they are declared, then each list with the facts of its elements."""
    vocabulary = kb.vocabulary
    closing = {completeness(path) for path in (*vocabulary.lists, *vocabulary.facts)}
    yield from (fact.path for fact in vocabulary.facts.values() if fact.source is None and fact.path not in closing)
    for path, listed in vocabulary.lists.items():
        if path.startswith("$"):
            continue
        if not listed.members:
            yield path
            if completeness(path) in vocabulary.facts:
                yield completeness(path)
        yield from (fact.path for fact in vocabulary.facts.values() if fact.source == path)


def _area(rules: Iterable[Rule], areas: Iterable[str]) -> str | None:
    """Return the area of the gravest of some rules; findings count before others, the first area among equals."""
    order = list(areas)
    known = [rule for rule in rules if rule.area in order]
    ranked = sorted(known, key=lambda one: (one.kind != "finding", SEVERITIES.index(one.worst), order.index(one.area)))
    return ranked[0].area if ranked else None


def element_of(address: Address, kb: KnowledgeBase) -> str | None:
    """Return the element that a question is about: its subject, or the member that its fact is named after.

    A fact of one member alone (`capitals.human.digital_engineers`) has no subject of its own.
    """
    if address.subject is not None:
        return address.subject
    first, *rest = address.fact.split(".")
    listed = kb.vocabulary.lists.get(first)
    return f"{first}/{rest[0]}" if listed is not None and len(rest) > 1 and rest[0] in listed.members else None
