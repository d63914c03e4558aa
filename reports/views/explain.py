"""What `advise explain` says of a rule, a fact, a derived fact or a statement, with or without a project, as text and as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from ...engine.assess.model import SCHEMA_VERSION, evidence_to_dict, source_to_dict
from ...engine.compiled import CompiledKnowledgeBase
from ...engine.explain.fact import (
    DerivedAt,
    DerivedExplanation,
    FactExplanation,
    explain_derived,
    explain_fact,
    named_derived,
    named_fact,
)
from ...engine.explain.tree import Explanation, RuleExplanation, explain, values_in_words
from ...engine.knowledge.model import ConceptDefinition, KnowledgeBase, Rule, Source, Statement
from ...engine.knowledge.words import in_words, quoted, value_in_words
from ...engine.language.tree import Condition
from ...engine.problems.problem import LANGUAGES
from ...engine.project.address import Address
from ...engine.project.project import Project
from ...engine.record import picked
from ...engine.scenarios.home import scenarios_of
from ..texts import say, section_name
from ..texts.misuse import Misuse
from ..words.conditions import lines_of, outline
from ..words.names import Teller, without_subject
from ..writers.display import Display
from ..writers.layout import hanging
from ..writers.text import as_text
from .fact import fact_document, fact_report, reader_blocks, readers_to_list
from .rules import chosen_subject, find_rule, nothing_for, one_subject, statement_to_dict
from .tree import ToldSubject, told_lines

_OUTCOMES = {True: "rule.holds", False: "rule.does_not_hold", None: "rule.cannot_tell"}


class RuleTold(Struct, frozen=True):
    """A rule, and how it ends on the subjects of a project that are meant; nothing without a project."""

    rule: Rule
    places: tuple[RuleExplanation, ...]


AnyExplanation: TypeAlias = RuleTold | FactExplanation | DerivedExplanation | Statement


def meant(
    word: str, project: Project | None, kb: CompiledKnowledgeBase, subject: str | None, *, full: bool, today: str | None
) -> AnyExplanation:
    """Return the rule, fact, derived fact or statement that a word asks for.

    Of a project it is told for each subject, or for the one that is named beside the word.

    Raises:
        Misuse: There is nothing of that name, or no such subject can be meant.
    """
    key, rule, derived = named_fact(word, kb), find_rule(word, kb), named_derived(word, kb)
    if key is not None:
        definition = kb.vocabulary.facts.get(key.fact)
        only = one_subject(word, definition.source if definition else None, key.subject, subject, project)
        return explain_fact(Address(key.fact, only), kb, project, today=today or "")
    if isinstance(rule, Rule):
        if subject is not None:
            subject = chosen_subject(word, rule.over, subject, project)
        return RuleTold(rule, () if project is None else explain(rule.code, project, kb, full=full, subject=subject))
    if derived is not None:
        derivation, own = derived
        subject = one_subject(word, derivation.over, own, subject, project)
        return explain_derived(derivation, kb, project, subject=subject, full=full)
    statement = kb.statements.get(word.upper())
    if statement is None:
        raise nothing_for(word, kb)
    if subject is not None:
        raise Misuse("subject.statement", word=word)
    return statement


def explained(
    word: str,
    project: Project | None,
    kb: CompiledKnowledgeBase,
    language: str,
    display: Display,
    subject: str | None = None,
    today: str | None = None,
) -> str:
    """Return the explanation of a rule, a fact, a derived fact or a statement.

    Raises:
        Misuse: There is nothing of that name, or no such subject can be meant.
    """
    found = meant(word, project, kb, subject, full=display.full, today=today)
    if isinstance(found, Statement):
        return _folded(_statement(found, language), display)
    teller = Teller.naming(kb, language, {} if project is None else project.names)
    if isinstance(found, FactExplanation):
        return as_text(fact_report(found, teller, full=display.full).headed, display)
    if isinstance(found, RuleTold):
        lines = [] if project is None else [*_rule_at(found.places, teller, display), ""]
        lines += _rule_described(found.rule, kb, language, scenarios=project is None or display.full)
        return _folded(lines, display)
    places = [] if project is None else [*_derived_at(found, teller, display), ""]
    text = _folded([*places, *_derived_described(found, teller)], display)
    return f"{text}\n{as_text(reader_blocks(found.readers, teller, full=display.full), display)}"


def explained_document(
    word: str,
    project: Project | None,
    kb: CompiledKnowledgeBase,
    *,
    full: bool = False,
    subject: str | None = None,
    today: str | None = None,
) -> dict[str, Any]:
    """Return the explanation of a rule, a fact, a derived fact or a statement as plain JSON data.

    In full, trees have every part, not only what decided.

    Raises:
        Misuse: There is nothing of that name, or no such subject can be meant.
    """
    told = meant(word, project, kb, subject, full=full, today=today)
    if isinstance(told, Statement):
        return {"schema_version": SCHEMA_VERSION, "kind": "statement", **statement_to_dict(told)}
    if isinstance(told, FactExplanation):
        return fact_document(told)
    found = _rule_data(told, kb) if isinstance(told, RuleTold) else _derived_data(told, kb)
    if project is None:
        for name in ("missing_list", "places"):
            found.pop(name, None)
    return found


def _rule_described(rule: Rule, kb: KnowledgeBase, language: str, *, scenarios: bool) -> list[str]:
    """Return what a rule says as lines: condition in words, severity, advice, source with the statements' texts, scenarios."""
    severities = []
    for case in rule.severities:
        label = kb.verdict.severity_labels[case.severity][language]
        severities.append(label if case.when is None else f"{label} ({in_words(case.when, kb, language)})")
    lines = [
        f"{rule.code} {without_subject(rule.title[language], rule, kb, language)}",
        _row("rule.when", in_words(rule.when, kb, language), language),
        _row("rule.severity", " / ".join(severities), language),
    ]
    if rule.severity_note is not None:
        lines.append(f"    {rule.severity_note[language]}")
    if rule.due is not None:
        phase = kb.vocabulary.facts[rule.due.fact].values[rule.due.phase][language]
        lines.append(_row("rule.due", say("rule.due.from", language, phase=phase), language))
    lines.append(_row("do", rule.advice[language].replace("{subject}", "..."), language))
    owners = [kb.owners.get(owner, {}).get(language, owner) for owner in rule.owner]
    lines.append(_row("row.who", ", ".join(owners), language))
    lines += _source_lines(rule.source, kb, language)
    if rule.replaces:
        lines.append(_row("rule.replaces", ", ".join(rule.replaces), language))
    lines.append(_row("rule.file", f"{rule.name}.yaml", language))
    named = scenarios_of(rule.code, kb) if scenarios else ()
    if named:
        lines.append(_row("rule.scenarios", "", language).rstrip())
        lines.extend(f"    {scenario.called(language)} ({scenario.file}:{scenario.line})" for scenario in named)
    return lines


def _source_lines(source: Source, kb: KnowledgeBase, language: str) -> list[str]:
    """Return what a rule or a derivation cites: the section of the article, and its statements with their texts."""
    if source.ours:
        return [_row("rule.paper", say("rule.ours", language), language)]
    lines = [_row("rule.paper", section_name(source.section or "", language), language)]
    if source.inferred:
        lines.append(f"    {say('rule.inferred', language)}")
    for number in source.statements:
        statement = kb.statements.get(number)
        if statement is not None:
            lines.append(f"    {number} ({section_name(statement.section, language)}) {statement.text[language]}")
    return lines


def _rule_at(explanations: Iterable[RuleExplanation], teller: Teller, display: Display) -> list[str]:
    """Return the explanations of one rule as indented lines; a finding is told for each subject, else what is alike once."""
    language = teller.language
    every = []
    for one in explanations:
        outcome = say("rule.upcoming" if one.upcoming else _OUTCOMES[one.truth], language)
        tail = say("rule.replaced", language, code=one.replaced_by) if one.replaced_by is not None else ""
        head = f"{one.rule.code} {outcome}"
        told = ToldSubject(one.truth, one.subject, one.subject_label, head, (one.tree,), tail, alone=one.truth is True)
        every.append(told)
    return told_lines(every, teller, display) or [say("rule.nothing", language)]


def _derived_at(explained: DerivedExplanation, teller: Teller, display: Display) -> list[str]:
    """Return why a derived fact of a project has its value, for each subject, as lines."""
    language = teller.language
    if explained.missing_list is not None:
        return [say("missing_list", language, list=teller.fact(explained.missing_list))]
    concept = teller.kb.vocabulary.concepts[explained.derivation.concept]
    every = [_told(place, concept, language) for place in explained.places]
    return told_lines(every, teller, display) or [say("derived.nothing", language)]


def _told(place: DerivedAt, concept: ConceptDefinition, language: str) -> ToldSubject:
    state, tree = place.state, place.tree
    still = sorted(state.open, key=list(concept.values).index)
    head, more = tree.words[language], ""
    if still:
        values = values_in_words(still, concept, language)
        if state.value is not None:
            more = say("derived.may_turn", language, values=values)
        else:
            head = say("derived.open", language, label=quoted(concept.label[language], language))
            more = say("derived.possible" if len(still) > 1 else "derived.or_nothing", language, values=values)
    return ToldSubject(tree.truth, place.subject, place.subject_label, head, tree.children, more=more)


def _derived_described(explained: DerivedExplanation, teller: Teller) -> list[str]:
    """Return what a derived fact follows from: its values, the conditions of each in words, and what they cite."""
    language, derivation = teller.language, explained.derivation
    concept = teller.kb.vocabulary.concepts[derivation.concept]
    labels = [
        label[language] if label[language] == value else f"{value} ({label[language]})"
        for value, label in concept.values.items()
    ]
    lines = [
        f"{derivation.concept}  {concept.label[language]}",
        _row("derived.values", teller.join(labels), language),
        "  " + say("derived.follows", language),
    ]
    for line in derivation.lines:
        lines.append("  " + say("tree.line.if", language, value=value_in_words(line.value, concept, language)))
        lines += lines_of([outline(line.when, teller.kb, language)], "  ", 2)
    lines += _source_lines(derivation.source, teller.kb, language)
    lines.append(_row("rule.file", f"{derivation.name}.yaml", language))
    if explained.follow:
        named = [f"{one.label[language]} [{one.path}]" for one in explained.follow]
        lines.append(_row("derived.follow", teller.join(named), language))
    return lines


def _statement(statement: Statement, language: str) -> list[str]:
    section = section_name(statement.section, language)
    section = say("finding.guidance.paper", language, section=section)
    lines = [f"{statement.number} ({section})", f"  {statement.text[language]}"]
    lines.append(f"  {say(f'coverage.{statement.status}', language)}: {', '.join(statement.rules)}".rstrip(": "))
    if statement.reason is not None:
        lines.append(f"  {statement.reason[language]}")
    return lines


def _folded(told: Iterable[str], display: Display) -> str:
    """Return lines as a text that fits the screen; what belongs to a line is indented further, and no name begins one."""
    lines: list[str] = []
    for line in told:
        words = line.lstrip(" ")
        indent = " " * (len(line) - len(words))
        lines += hanging(words, display.columns, indent, f"{indent}    ")
    return "\n".join(lines) + "\n"


def _row(key: str, text: str, language: str) -> str:
    return f"  {say(key, language)}: {text}"


def _rule_data(told: RuleTold, kb: KnowledgeBase) -> dict[str, Any]:
    rule = told.rule
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
            for one in told.places
        ],
    }


def _derived_data(explained: DerivedExplanation, kb: KnowledgeBase) -> dict[str, Any]:
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
        "places": [_place_data(place, list(concept.values)) for place in explained.places],
    }


def _place_data(place: DerivedAt, order: Sequence[str]) -> dict[str, Any]:
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
        **picked(part, "unknown"),
        "children": [_tree(child) for child in part.children],
        "same": [_tree(other) for other in part.same],
    }


def _words(condition: Condition, kb: KnowledgeBase) -> dict[str, str]:
    return {language: in_words(condition, kb, language) for language in LANGUAGES}
