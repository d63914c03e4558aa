"""Which rules and which derived facts the scenarios pin down: read from what their sentences expect, not from tags.

A rule needs scenarios in which its finding is found, is not found, cannot be told yet while a fact is asked for, and is
upcoming where it counts only from some phase on. A derived fact needs scenarios through all its values, and one in which it is undetermined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.language.tree import facts_of
from advise.engine.scenarios.gherkin import Scenario
from advise.engine.scenarios.run import lacking
from advise.engine.scenarios.saying import concept_named, members_of
from advise.engine.scenarios.then import Expectation, read


def uncovered_rules(kb: KnowledgeBase, scenarios: Iterable[Scenario]) -> list[str]:
    """Return, for each rule, the kinds of scenario that it lacks, as lines to read."""
    return [
        f"{code} has no scenario in which it is {kind}".replace("is cannot", "cannot")
        for code, kinds in lacking(kb, scenarios).items()
        for kind in kinds
    ]


def uncovered_concepts(kb: KnowledgeBase, scenarios: Iterable[Scenario]) -> list[str]:
    """Return, for each derived fact, the values that no scenario reaches, as lines to read."""
    seen: dict[str, set[str]] = defaultdict(set)
    for _, expectations in _expectations(scenarios):
        for one in expectations:
            if one.what == "undetermined":
                seen[concept_named(one.name, kb).fact].add("undetermined")
            elif one.what == "derived":
                concept, value = concept_named(one.name, kb).fact, one.value or ""
                listed = {item.strip() for item in value.split(",")} <= set(members_of(concept, kb))
                seen[concept].add(_listing_value(concept, kb) if listed else value)
    return [
        f"{path} is never {value}"
        for path, concept in kb.vocabulary.concepts.items()
        for value in [*concept.values, "undetermined"]
        if not concept.working and value not in seen[path]
    ]


def unmentioned_tags(kb: KnowledgeBase, scenarios: Iterable[Scenario]) -> list[str]:
    """Return the tags of which no scenario below them says anything: neither the code nor a derived fact that it rests on."""
    concepts = {
        rule.code: {fact.path for fact in facts_of(rule.when) if fact.path in kb.vocabulary.concepts}
        for rule in kb.rules
    }
    tagged: set[tuple[str, str]] = set()
    mentioned: set[tuple[str, str]] = set()
    for scenario, expectations in _expectations(scenarios):
        names: set[str] = set()
        for one in expectations:
            names |= {one.name, *one.values}
            if one.what in ("derived", "undetermined"):
                names.add(concept_named(one.name, kb).fact)
        for tag in scenario.tags:
            tagged.add((scenario.file, tag))
            if names & {tag, *concepts.get(tag, ())}:
                mentioned.add((scenario.file, tag))
    return sorted(f"{feature}: no scenario under @{tag} says anything about it" for feature, tag in tagged - mentioned)


def _expectations(scenarios: Iterable[Scenario]) -> Iterator[tuple[Scenario, list[Expectation]]]:
    """Yield what each case expects, with its scenario."""
    for scenario in scenarios:
        for case in scenario.cases:
            yield scenario, [read(text) for text in case.sentences("then")]


def _listing_value(concept: str, kb: KnowledgeBase) -> str:
    lines = next(derivation.lines for derivation in kb.derivations if derivation.concept == concept)
    return next(line.value for line in lines if line.members is not None)
