"""The machine form of explanations: a rule, a derived fact or a statement, and for a project the trees behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...engine.assess.model import SCHEMA_VERSION, evidence_to_dict, source_to_dict
from ...engine.compiled import CompiledKnowledgeBase
from ...engine.explain import RuleExplanation
from ...engine.explain.fact import DerivedAt, DerivedExplanation, named_derived
from ...engine.explain.tree import Explanation
from ...engine.knowledge.model import KnowledgeBase, Rule
from ...engine.knowledge.words import in_words
from ...engine.language.tree import Condition
from ...engine.problems.problem import LANGUAGES
from ...engine.project.project import Project
from ...engine.record import picked
from ...engine.scenarios.home import scenarios_of
from .explain import derived_told, no_subject, rule_told
from .fact import readers_to_list
from .rules import find_rule, statement_to_dict


def explained_document(
    word: str, project: Project | None, kb: CompiledKnowledgeBase, *, full: bool = False, subject: str | None = None
) -> dict[str, Any] | None:
    """Return the explanation of a rule, a derived fact or a statement as plain JSON data; None when there is none.

    In full, trees have every part, not only what decided.

    Raises:
        Misuse: No such subject can be meant.
    """
    rule, derived = find_rule(word, kb), named_derived(word, kb)
    if isinstance(rule, Rule):
        found = _rule(rule, rule_told(word, rule, project, kb, subject, full=full), kb)
    elif derived is not None:
        found = _derived(derived_told(word, derived, project, kb, subject, full=full), kb)
    elif word.upper() in kb.statements:
        no_subject(word, subject)
        return {"schema_version": SCHEMA_VERSION, "kind": "statement", **statement_to_dict(kb.statements[word.upper()])}
    else:
        return None
    if project is None:
        for name in ("missing_list", "places"):
            found.pop(name, None)
    return found


def _rule(rule: Rule, told: Sequence[RuleExplanation], kb: KnowledgeBase) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "rule",
        "code": rule.code,
        "reports": rule.kind,
        "area": rule.area,
        "rule": rule.name,
        **picked(rule, "title advice owner"),
        "condition": _words(rule.when, kb),
        "severities": [
            {"severity": case.severity, "condition": None if case.when is None else _words(case.when, kb)}
            for case in rule.severities
        ],
        **picked(rule, "severity_note"),
        "due": None if rule.due is None else picked(rule.due, "fact phase"),
        "source": source_to_dict(rule.source),
        **picked(rule, "replaces"),
        "scenarios": [picked(one, "name file line") for one in scenarios_of(rule.code, kb)],
        "places": [
            {
                **picked(one, "subject subject_label"),
                "outcome": {True: "holds", False: "does_not_hold", None: "cannot_tell"}[one.truth],
                **picked(one, "upcoming replaced_by"),
                "tree": _tree(one.tree),
            }
            for one in told
        ],
    }


def _derived(explained: DerivedExplanation, kb: KnowledgeBase) -> dict[str, Any]:
    derivation = explained.derivation
    concept = kb.vocabulary.concepts[derivation.concept]
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "derived",
        "fact": concept.path,
        "rule": derivation.name,
        **picked(concept, "label values"),
        "lines": [{"value": line.value, "condition": _words(line.when, kb)} for line in derivation.lines],
        "source": source_to_dict(derivation.source),
        "follow": [one.path for one in explained.follow],
        "rules": readers_to_list(explained.readers),
        "missing_list": explained.missing_list,
        "places": [_derived_at(place, list(concept.values)) for place in explained.places],
    }


def _derived_at(place: DerivedAt, order: Sequence[str]) -> dict[str, Any]:
    return {
        **picked(place, "subject subject_label"),
        "value": place.state.value,
        "possible": sorted(place.state.open, key=order.index),
        "tree": _tree(place.tree),
    }


def _tree(part: Explanation) -> dict[str, Any]:
    return {
        **picked(part, "part words truth"),
        "facts": [evidence_to_dict(one) for one in part.facts],
        "unknown": [{"fact": fact, "subject": subject} for fact, subject in part.unknown],
        "children": [_tree(child) for child in part.children],
        "same": [_tree(other) for other in part.same],
    }


def _words(condition: Condition, kb: KnowledgeBase) -> dict[str, str]:
    return {language: in_words(condition, kb, language) for language in LANGUAGES}
