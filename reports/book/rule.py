"""What the page of a rule shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ...engine.knowledge.model import Derivation, KnowledgeBase, Rule, SeverityCase
from ...engine.language.tree import Comparison
from ...engine.scenarios.gherkin import Scenario, Step
from ...engine.scenarios.home import Home
from ...engine.scenarios.run import LastResults, in_language
from ..texts import joined, say
from ..words.conditions import outline
from ..words.names import without_subject
from .index import conditions_behind, listed, parameter_view, parameters_of, title_of


def rule_view(
    rule: Rule, kb: KnowledgeBase, language: str, scenarios: Sequence[Scenario], results: LastResults | None, home: Home
) -> dict[str, Any]:
    """Return what the page of a rule shows."""
    area = kb.areas.get(rule.area)
    section = rule.source.section
    owners = [kb.owners.get(owner, {}).get(language, owner) for owner in rule.owner]
    return {
        "version": kb.version,
        "code": rule.code,
        "file": f"{rule.name}.yaml",
        "title": title_of(rule, kb, language),
        "kind": say(f"book.kind.{rule.kind}", language),
        "area": {"name": rule.area, "title": rule.area if area is None else area.title[language]},
        "each": _each(rule, kb, language),
        "asks": rule.asks,
        "when": outline(rule.when, kb, language),
        "concepts": [_concept(one, kb, language) for one in concepts_of(rule, kb)],
        "severities": [_severity(case, kb, language) for case in rule.severities],
        "severity_note": rule.severity_note[language] if rule.severity_note is not None else "",
        "graded": rule.kind == "finding",
        "due": ""
        if rule.due is None
        else say("book.due", language, phase=kb.vocabulary.facts[rule.due.fact].values[rule.due.phase][language]),
        "inferred": rule.source.inferred,
        "advice": without_subject(rule.advice[language], rule, kb, language),
        "owner": say("owner", language, names=joined(owners, language)),
        "section": "" if section is None else say("section", language, name=section),
        "ours": rule.source.ours,
        "statements": [
            {"number": number, "text": kb.statements[number].text[language]}
            for number in rule.source.statements
            if number in kb.statements
        ],
        "since": say("book.since.first", language)
        if rule.since is None
        else say("book.since", language, day=rule.since),
        "parameters": [parameter_view(one, kb, language) for one in parameters_of(rule, kb)],
        "relations": _relations(rule, kb, language),
        "scenarios": [_scenario(one, results, language, home) for one in scenarios],
    }


def concepts_of(rule: Rule, kb: KnowledgeBase) -> list[Derivation]:
    """Return the derivations that a rule rests on, the nearest first."""
    derivations = {one.concept: one for one in kb.derivations}
    read = dict.fromkeys(node.left.path for node in conditions_behind(rule, kb) if isinstance(node, Comparison))
    return [derivations[path] for path in read if path in derivations]


def _each(rule: Rule, kb: KnowledgeBase, language: str) -> str:
    if rule.loop is None:
        return ""
    listed_ = kb.vocabulary.lists[rule.loop.source]
    if listed_.members:
        names = joined([label.get(language, name) for name, label in listed_.members.items()], language)
        return say("each.of", language, values=names)
    return say("each", language, element=listed_.element_label.get(language, rule.loop.variable))


def _severity(case: SeverityCase, kb: KnowledgeBase, language: str) -> dict[str, Any]:
    return {
        "name": case.severity,
        "label": kb.verdict.severity_labels[case.severity][language],
        "when": None if case.when is None else outline(case.when, kb, language),
    }


def _concept(derivation: Derivation, kb: KnowledgeBase, language: str) -> dict[str, Any]:
    definition = kb.vocabulary.concepts[derivation.concept]
    return {
        "name": derivation.concept,
        "label": definition.label[language],
        "lines": [
            {
                "value": definition.values[line.value].get(language, line.value),
                "when": outline(line.when, kb, language),
            }
            for line in derivation.lines
        ],
    }


def _relations(rule: Rule, kb: KnowledgeBase, language: str) -> list[dict[str, Any]]:
    related = {
        "replaces": rule.replaces,
        "replaced_by": tuple(other.code for other in kb.rules if rule.code in other.replaces),
        "book.causes": rule.causes,
        "caused": tuple(other.code for other in kb.rules if rule.code in other.causes),
    }
    rules = {other.code: other for other in kb.rules}
    return [
        {
            "words": say(key, language),
            "rules": [listed(rules[code], kb, language) for code in codes if code in rules],
        }
        for key, codes in related.items()
        if codes
    ]


def _scenario(scenario: Scenario, results: LastResults | None, language: str, home: Home) -> dict[str, Any]:
    passed = None if results is None else results.of(scenario.file, scenario.line)
    state = "unrun" if passed is None else "passed" if passed else "failed"
    on = "" if results is None else results.on
    name = scenario.called(language)
    steps = [_steps((*scenario.background, *scenario.steps), scenario, language, home)]
    examples = scenario.examples
    if any(step["language"] != language for step in steps[0]):  # a column may stand for a part of a sentence
        steps, examples = [_steps(case.steps, scenario, language, home) for case in scenario.cases], ()
    return {
        "name": name,
        "language": scenario.language if name == scenario.name else language,
        "steps": steps,
        "examples": examples,
        "state": say(f"scenario.{state}", language, on=on),
        "mark": state,
        "file": f"{scenario.file}:{scenario.line}",
    }


def _steps(steps: Iterable[Step], scenario: Scenario, language: str, home: Home) -> list[dict[str, Any]]:
    told = [(step, in_language(step, scenario.language, language, home)) for step in steps]
    return [
        {
            "language": scenario.language if said is step else language,
            "keyword": said.keyword,
            "text": said.text,
            "table": said.table,
            "docstring": said.docstring,
        }
        for step, said in told
    ]
