"""What the pages of the policy book show: the first one statements by section, rules by area, parameters, results; others a rule.

And what its search looks through; the browser does that (`templates/book_search.js`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...engine.knowledge.model import (
    STATUSES,
    Derivation,
    KnowledgeBase,
    ParameterDefinition,
    Rule,
    SeverityCase,
    Statement,
)
from ...engine.language.tree import Comparison, Condition, Parameter, Quantifier, walk
from ...engine.problems.problem import Texts
from ...engine.record import plain, texts_in
from ...engine.scenarios.gherkin import Scenario, Step
from ...engine.scenarios.home import Home
from ...engine.scenarios.run import LastResults, in_language
from ..texts import article_named, joined, say
from ..words.conditions import outline
from ..words.names import without_subject


def index_view(
    kb: KnowledgeBase, language: str, scenarios: Sequence[Scenario], results: LastResults | None
) -> dict[str, Any]:
    """Return what the first page shows."""
    counts = {state: sum(one.status == state for one in kb.statements.values()) for state in STATUSES}
    rules = {rule.code: listed(rule, kb, language) for rule in kb.rules}
    return {
        "version": kb.version,
        "article": article_named(kb, language),
        "coverage": say("book.coverage", language, n=len(kb.statements), **counts),
        "results": results_in_words(scenarios, results, language),
        "sections": [
            {
                "name": name,
                "japanese": not name.isascii(),
                "statements": [
                    _statement(one, rules, language) for one in kb.statements.values() if one.section == name
                ],
            }
            for name in sections(kb)
        ],
        "areas": [
            {
                "name": area.name,
                "title": area.title[language],
                "rules": [rules[rule.code] for rule in kb.rules if rule.area == area.name],
            }
            for area in kb.areas.values()
        ],
        "parameters": [
            {**parameter_view(one, kb, language), "rules": _users(one.name, kb)} for one in kb.parameters.values()
        ],
    }


def sections(kb: KnowledgeBase) -> list[str]:
    """Return the sections of the source, in the order of the ledger."""
    return list(dict.fromkeys(statement.section for statement in kb.statements.values()))


def results_in_words(scenarios: Sequence[Scenario], results: LastResults | None, language: str) -> str:
    """Say how many scenarios there are and how they ended."""
    ended = [results.of(one.file, one.line) for one in scenarios] if results is not None else []
    if results is None or not any(state is not None for state in ended):
        return say("results.none", language, n=len(scenarios))
    passed, failed = ended.count(True), ended.count(False)
    return say("results", language, n=len(scenarios), on=results.on, passed=passed, failed=failed)


def title_of(rule: Rule, kb: KnowledgeBase, language: str) -> str:
    """Return a rule's title with a word for its subject in place of a name."""
    return without_subject(rule.title[language], rule, kb, language)


def listed(rule: Rule, kb: KnowledgeBase, language: str) -> dict[str, str]:
    """Return a rule as lists show it."""
    severities = [kb.verdict.severity_labels[case.severity][language] for case in rule.severities]
    words = " / ".join(severities) if rule.kind == "finding" else say(f"book.kind.{rule.kind}", language)
    return {"code": rule.code, "title": title_of(rule, kb, language), "severity": words}


def parameter_view(parameter: ParameterDefinition, kb: KnowledgeBase, language: str) -> dict[str, Any]:
    """Return a parameter as pages show it."""
    value = parameter.value
    if isinstance(value, tuple):
        labels = _value_labels(parameter.name, kb)
        joint = " - " if parameter.band else say("joint.values", language)
        words = joint.join(
            labels.get(part, {}).get(language, part) if isinstance(part, str) else f"{part:,g}" for part in value
        )
    else:
        words = f"{value:,g}"
    whose = "ours" if parameter.ours or parameter.source is None else "theirs"
    return {
        "name": parameter.name,
        "label": parameter.label[language],
        "value": words,
        "whose": say(whose, language, section=parameter.source),
        "since": "" if parameter.since is None else say("book.since", language, day=parameter.since),
        "note": parameter.note[language] if parameter.note is not None else "",
    }


def _value_labels(name: str, kb: KnowledgeBase) -> Mapping[str, Texts]:
    """Return what the values of a parameter are called: as those of the fact that it is compared with."""
    for condition in kb.conditions():
        for node in walk(condition):
            if isinstance(node, Comparison) and isinstance(node.right, Parameter) and node.right.name == name:
                definition = kb.vocabulary.definition(node.left.path)
                if definition is not None and definition.values:
                    return definition.values
    listed_ = kb.vocabulary.lists.get(f"${name}")
    return {} if listed_ is None else listed_.members


def parameters_of(rule: Rule, kb: KnowledgeBase) -> list[ParameterDefinition]:
    """Return the parameters that decide about a rule, also through the conclusions it rests on."""
    names: list[str] = []
    if rule.loop is not None and rule.loop.source.startswith("$"):
        names.append(rule.loop.source[1:])
    for node in conditions_behind(rule, kb):
        right = node.right if isinstance(node, Comparison) else node.bound if isinstance(node, Quantifier) else None
        names += [right.name] if isinstance(right, Parameter) else []
    return [kb.parameters[name] for name in dict.fromkeys(names) if name in kb.parameters]


def conditions_behind(rule: Rule, kb: KnowledgeBase) -> Iterator[Condition]:
    """Yield every part of a rule's conditions and of those of the derived facts that it rests on, the nearest first."""
    waiting, seen = [*rule.conditions], set[str]()
    while waiting:
        for node in walk(waiting.pop(0)):
            yield node
            if isinstance(node, Comparison) and node.left.path not in seen:
                seen.add(node.left.path)
                waiting += kb.by_concept[node.left.path].conditions if node.left.path in kb.by_concept else ()


def _users(name: str, kb: KnowledgeBase) -> list[str]:
    return [rule.code for rule in kb.rules if any(one.name == name for one in parameters_of(rule, kb))]


def _statement(statement: Statement, rules: dict[str, dict[str, str]], language: str) -> dict[str, Any]:
    return {
        "number": statement.number,
        "text": statement.text[language],
        "status": statement.status,
        "reason": statement.reason[language] if statement.reason is not None else "",
        "rules": [rules[code] for code in statement.rules if code in rules],
    }


def search_index(kb: KnowledgeBase, language: str, views: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the entries as JSON: address, title, the text shown with it, and more text in which it is found."""
    entries = [
        [
            f"{rule.code}.html",
            f"{rule.code} {title_of(rule, kb, language)}",
            without_subject(rule.advice[language], rule, kb, language),
            " ".join(dict.fromkeys((rule.name, *texts_in(plain(views[rule.code]))))),
        ]
        for rule in kb.rules
    ]
    entries += [[f"#{one.number}", one.number, one.text[language], ""] for one in kb.statements.values()]
    entries += [
        [f"#parameter-{one.name}", one.label[language], one.note[language] if one.note is not None else "", one.name]
        for one in kb.parameters.values()
    ]
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


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
    read = dict.fromkeys(node.left.path for node in conditions_behind(rule, kb) if isinstance(node, Comparison))
    return [kb.by_concept[path] for path in read if path in kb.by_concept]


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
    return [
        {
            "words": say(key, language),
            "rules": [listed(kb.rule(code), kb, language) for code in codes if code in kb.by_code],
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
