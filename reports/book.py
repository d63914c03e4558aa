"""The policy book: a static site that shows the knowledge base to people who do not program.

By section of the article, each statement with its rules; each rule with its sentence, its condition in words, whose
judgement its severity is, its parameters, what replaces it, and its scenarios as prose. Made from the knowledge base
and the feature files, never written by hand. The pages need no network; searching needs the one script they carry.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..engine.explain.scenarios import Scenario, scenarios_of
from ..engine.knowledge.model import KnowledgeBase, ParameterDefinition, Rule, Statement
from ..engine.knowledge.words import in_words
from ..engine.language.tree import Comparison, Condition, Parameter, Quantifier, walk
from .book_messages import say

LANGUAGES = ("en", "ja")
SECTIONS = (
    "要約", "I", "II", "II.1", "II.2", "III.1", "III.2", "III.2(1)", "III.2(2)", "III.2(3)", "III.2(4)", "III.2(5)",
    "III.2(6)", "III.3", "IV", "IV.1", "IV.2", "IV.3", "IV.4", "V",
)  # fmt: skip
"""The sections of the article in its order; any other section of a ledger comes after them."""

Results = Mapping[tuple[str, str], bool]
"""Whether each scenario passed when it was last run, by feature file and scenario name."""


def write_book(
    kb: KnowledgeBase, folder: Path, results: Results | None = None, features: Path | None = None
) -> list[Path]:
    """Write the site, one folder a language, and return the files.

    Args:
        kb: The knowledge base.
        folder: Where to write; existing pages of the book are replaced.
        results: Results of the last test run, if there are any.
        features: The folder with the feature files; the ones that come with the product when left out.
    """
    from .html import environment

    written = []
    for language in LANGUAGES:
        for name, template, view in _pages(kb, language, results or {}, features):
            path = folder / language / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = environment().get_template(template).render(**view, language=language, say=_speaker(language))
            path.write_text(text, encoding="utf-8")
            written.append(path)
    index = folder / "index.html"
    index.write_text(_front(), encoding="utf-8")
    return [*written, index]


def _front() -> str:
    links = "".join(
        f'<li><a href="{language}/index.html" lang="{language}">{say("title", language)}</a></li>'
        for language in LANGUAGES
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>advise</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
        f"<body><main><h1>advise</h1><ul>{links}</ul></main></body></html>\n"
    )


def _pages(
    kb: KnowledgeBase, language: str, results: Results, features: Path | None
) -> list[tuple[str, str, dict[str, Any]]]:
    pages: list[tuple[str, str, dict[str, Any]]] = [
        ("index.html", "book_index.html.j2", {**_index(kb, language), "search": _search_index(kb, language)})
    ]
    for rule in kb.rules:
        found = scenarios_of(rule.code, features) if features is not None else scenarios_of(rule.code)
        view = rule_view(rule, kb, language, found, results)
        pages.append((f"{rule.code}.html", "book_rule.html.j2", {"rule": view, "version": kb.version}))
    return pages


def _index(kb: KnowledgeBase, language: str) -> dict[str, Any]:
    sections: dict[str, list[Statement]] = {}
    for statement in kb.statements.values():
        sections.setdefault(statement.section, []).append(statement)
    names = [*(name for name in SECTIONS if name in sections), *(name for name in sections if name not in SECTIONS)]
    return {
        "version": kb.version,
        "counts": {
            status: sum(one.status == status for one in kb.statements.values())
            for status in ("encoded", "evidence", "context")
        },
        "sections": [
            {"name": name, "statements": [_statement(one, kb, language) for one in sections[name]]} for name in names
        ],
        "areas": [
            {
                "title": area.title[language],
                "rules": [_listed(rule, kb, language) for rule in kb.rules if rule.area == area.name],
            }
            for area in kb.areas.values()
        ],
    }


def _statement(statement: Statement, kb: KnowledgeBase, language: str) -> dict[str, Any]:
    titles = {rule.code: title_of(rule, kb, language) for rule in kb.rules}
    return {
        "number": statement.number,
        "text": statement.text[language],
        "status": statement.status,
        "reason": statement.reason[language] if statement.reason is not None else "",
        "rules": [{"code": code, "title": titles[code]} for code in statement.rules if code in titles],
    }


def _listed(rule: Rule, kb: KnowledgeBase, language: str) -> dict[str, str]:
    return {"code": rule.code, "title": title_of(rule, kb, language), "severity": severity_in_words(rule, kb, language)}


def title_of(rule: Rule, kb: KnowledgeBase, language: str) -> str:
    """Return a rule's title with a word for its subject in place of a name."""
    if rule.loop is None:
        return rule.title[language]
    label = kb.vocabulary.lists[rule.loop.source].element_label.get(language, rule.loop.variable)
    return rule.title[language].replace("{subject}", f"({label})")


def severity_in_words(rule: Rule, kb: KnowledgeBase, language: str) -> str:
    """Return the severities that a rule can have, worst first."""
    labels = kb.verdict.severity_labels
    return " / ".join(labels.get(case.severity, {}).get(language, case.severity) for case in rule.severities)


def rule_view(
    rule: Rule, kb: KnowledgeBase, language: str, scenarios: tuple[Scenario, ...], results: Results
) -> dict[str, Any]:
    """Return what the page of a rule shows."""
    conditions: list[Condition] = [rule.when, *(case.when for case in rule.severities if case.when is not None)]
    concepts = _concepts(conditions, kb)
    for concept in concepts:
        derivation = next(one for one in kb.derivations if one.concept == concept)
        conditions.extend(line.when for line in derivation.lines)
    replaced_by = [other.code for other in kb.rules if rule.code in other.replaces]
    return {
        "code": rule.code,
        "name": rule.name,
        "title": title_of(rule, kb, language),
        "kind": say(f"kind.{rule.kind}", language),
        "when": in_words(rule.when, kb, language),
        "concepts": [_concept(name, kb, language) for name in concepts],
        "severities": [_severity(case.severity, case.when, kb, language) for case in rule.severities],
        "severity_note": rule.severity_note[language] if rule.severity_note is not None else "",
        "advice": rule.advice[language].replace("{subject}", "..."),
        "owner": [say(f"owner.{owner}", language) for owner in rule.owner],
        "section": rule.source.section,
        "ours": rule.source.ours,
        "statements": [
            {"number": number, "text": kb.statements[number].text[language]}
            for number in rule.source.statements
            if number in kb.statements
        ],
        "parameters": [_parameter(one, language) for one in _parameters(conditions, kb)],
        "replaces": list(rule.replaces),
        "replaced_by": replaced_by,
        "causes": list(rule.causes),
        "scenarios": [_scenario(one, results, language) for one in scenarios],
    }


def _severity(severity: str, when: Condition | None, kb: KnowledgeBase, language: str) -> dict[str, str]:
    label = kb.verdict.severity_labels.get(severity, {}).get(language, severity)
    return {"label": label, "when": "" if when is None else in_words(when, kb, language)}


def _concepts(conditions: list[Condition], kb: KnowledgeBase) -> list[str]:
    """Return the derived facts that a rule rests on, the nearest first."""
    found: list[str] = []
    waiting = list(conditions)
    while waiting:
        for node in walk(waiting.pop(0)):
            if (
                isinstance(node, Comparison)
                and node.left.path in kb.vocabulary.concepts
                and node.left.path not in found
            ):
                found.append(node.left.path)
                derivation = next(one for one in kb.derivations if one.concept == node.left.path)
                waiting.extend(line.when for line in derivation.lines)
    return found


def _concept(name: str, kb: KnowledgeBase, language: str) -> dict[str, Any]:
    definition = kb.vocabulary.concepts[name]
    derivation = next(one for one in kb.derivations if one.concept == name)
    return {
        "label": definition.label[language],
        "lines": [
            {
                "value": definition.values[line.value].get(language, line.value),
                "when": in_words(line.when, kb, language),
            }
            for line in derivation.lines
        ],
    }


def _parameters(conditions: list[Condition], kb: KnowledgeBase) -> list[ParameterDefinition]:
    names: list[str] = []
    for condition in conditions:
        for node in walk(condition):
            right = node.right if isinstance(node, Comparison) else node.bound if isinstance(node, Quantifier) else None
            if isinstance(right, Parameter) and right.name not in names:
                names.append(right.name)
    return [kb.parameters[name] for name in names]


def _parameter(parameter: ParameterDefinition, language: str) -> dict[str, Any]:
    value = parameter.value
    return {
        "name": parameter.name,
        "label": parameter.label[language],
        "value": " - ".join(f"{part:,g}" if isinstance(part, float) else str(part) for part in value)
        if isinstance(value, tuple) and parameter.band
        else ", ".join(map(str, value))
        if isinstance(value, tuple)
        else f"{value:g}",
        "whose": say("ours", language) if parameter.ours else say("article", language, section=parameter.source or ""),
        "note": parameter.note[language] if parameter.note is not None else "",
    }


def _scenario(scenario: Scenario, results: Results, language: str) -> dict[str, Any]:
    passed = results.get((scenario.file, scenario.name))
    state = "scenario.unrun" if passed is None else "scenario.passed" if passed else "scenario.failed"
    return {"name": scenario.name, "steps": list(scenario.steps), "state": say(state, language), "file": scenario.file}


def _search_index(kb: KnowledgeBase, language: str) -> str:
    """Return what the search looks through, as JSON that is safe inside a script element."""
    entries = [
        {
            "href": f"{rule.code}.html",
            "title": f"{rule.code} {title_of(rule, kb, language)}",
            "text": rule.advice[language],
        }
        for rule in kb.rules
    ]
    entries += [
        {"href": f"#{one.number}", "title": one.number, "text": one.text[language]} for one in kb.statements.values()
    ]
    return (
        json.dumps(entries, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    )


def _speaker(language: str) -> Any:
    return lambda key, **values: say(key, language, **values)
