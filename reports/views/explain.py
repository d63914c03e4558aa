"""What `advise explain` says about a rule, a derived fact or a statement of the article, with or without a project."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ...engine.compiled import CompiledKnowledgeBase
from ...engine.explain import RuleExplanation, explain
from ...engine.explain.fact import DerivedAt, DerivedExplanation, explain_derived, named_derived
from ...engine.explain.tree import values_in_words
from ...engine.knowledge.model import ConceptDefinition, Derivation, Due, KnowledgeBase, Rule, Source, Statement
from ...engine.knowledge.words import in_words, quoted, value_in_words
from ...engine.project.project import Project
from ...engine.scenarios.home import scenarios_of
from ..texts import say, section_name
from ..texts.misuse import Misuse
from ..words.conditions import Part, outline
from ..words.names import Teller, without_subject
from ..writers.layout import clean, wrapped
from ..writers.screen import Screen
from ..writers.text import as_text
from .fact import reader_blocks
from .rules import find_rule
from .subject import chosen_subject, one_subject
from .tree import Told, told_lines

_OUTCOMES = {True: "rule.holds", False: "rule.does_not_hold", None: "rule.cannot_tell"}


def explained(
    word: str,
    project: Project | None,
    kb: CompiledKnowledgeBase,
    language: str,
    screen: Screen,
    subject: str | None = None,
) -> str | None:
    """Return the explanation of a rule, a derived fact or a statement; None when there is nothing of that name.

    Raises:
        Misuse: No such subject can be meant.
    """
    rule = find_rule(word, kb)
    if isinstance(rule, Rule):
        return _folded(_rule_text(word, rule, _Asked(project, kb, language, screen), subject), screen)
    derived = named_derived(word, kb)
    if derived is not None:
        return _derived_text(word, derived, _Asked(project, kb, language, screen), subject)
    if word.upper() not in kb.statements:
        return None
    no_subject(word, subject)
    return _folded(_statement(kb.statements[word.upper()], language), screen)


class _Asked(Struct, frozen=True):
    """For what project, and how, something is to be explained."""

    project: Project | None
    kb: CompiledKnowledgeBase
    language: str
    screen: Screen

    @property
    def teller(self) -> Teller:
        return Teller.naming(self.kb, self.language, {} if self.project is None else self.project.names)


def no_subject(word: str, subject: str | None) -> None:
    """Raise Misuse where a subject is named of a statement, which is about none."""
    if subject is not None:
        raise Misuse("subject.statement", word=word)


def rule_told(
    word: str, rule: Rule, project: Project | None, kb: CompiledKnowledgeBase, subject: str | None, *, full: bool
) -> tuple[RuleExplanation, ...]:
    """Return a rule on the subjects of a project that are meant; nothing without a project.

    Raises:
        Misuse: No such subject can be meant.
    """
    if subject is not None:
        subject = chosen_subject(word, rule.loop.source if rule.loop is not None else None, subject, project)
    if project is None:
        return ()
    return explain(rule.code, project, kb, full=full, subject=subject)


def derived_told(
    word: str,
    named: tuple[Derivation, str | None],
    project: Project | None,
    kb: CompiledKnowledgeBase,
    subject: str | None,
    *,
    full: bool,
) -> DerivedExplanation:
    """Return a derived fact with what rests on it, and its value for the subjects of a project that are meant.

    Raises:
        Misuse: No such subject can be meant.
    """
    derivation, own = named
    source = derivation.loop.source if derivation.loop is not None else None
    subject = one_subject(word, source, own, subject, project)
    return explain_derived(derivation, kb, project, subject=subject, full=full)


def _rule_text(word: str, rule: Rule, asked: _Asked, subject: str | None) -> str:
    told = rule_told(word, rule, asked.project, asked.kb, subject, full=asked.screen.full)
    if asked.project is None:
        return _rule_described(rule, asked.kb, asked.language)
    text = _rule_described(rule, asked.kb, asked.language, scenarios=asked.screen.full)
    return _rule_at(told, asked.teller, asked.screen) + "\n" + text


def _derived_text(word: str, named: tuple[Derivation, str | None], asked: _Asked, subject: str | None) -> str:
    screen, teller = asked.screen, asked.teller
    explained = derived_told(word, named, asked.project, asked.kb, subject, full=screen.full)
    places = [*_derived_at(explained, teller, screen), ""] if asked.project is not None else []
    text = _folded("\n".join([*places, *_derived_described(explained, teller)]) + "\n", screen)
    return f"{text}\n{as_text(reader_blocks(explained.readers, teller, full=screen.full), screen)}"


def _rule_described(rule: Rule, kb: KnowledgeBase, language: str, *, scenarios: bool = True) -> str:
    """Return what a rule says: condition in words, severity, advice, source with the statements' texts, scenarios."""
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
        lines.append(
            _row("rule.due", say("rule.due.from", language, phase=phase_label(rule.due, kb, language)), language)
        )
    lines.append(_row("rule.advice", rule.advice[language].replace("{subject}", "..."), language))
    owners = [kb.owners.get(owner, {}).get(language, owner) for owner in rule.owner]
    lines.append(_row("rule.owner", ", ".join(owners), language))
    lines += _source_lines(rule.source, kb, language)
    if rule.replaces:
        lines.append(_row("rule.replaces", ", ".join(rule.replaces), language))
    lines.append(_row("rule.file", f"{rule.name}.yaml", language))
    named = scenarios_of(rule.code, kb) if scenarios else ()
    if named:
        lines.append(_row("rule.scenarios", "", language).rstrip())
        lines.extend(f"    {scenario.name} ({scenario.file}:{scenario.line})" for scenario in named)
    return "\n".join(lines) + "\n"


def phase_label(due: Due, kb: KnowledgeBase, language: str) -> str:
    """Return what the phase is called from which on a rule counts."""
    return kb.vocabulary.facts[due.fact].values[due.phase][language]


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


def _rule_at(explanations: Iterable[RuleExplanation], teller: Teller, screen: Screen) -> str:
    """Return the explanations of one rule as indented text; a finding is told for each subject, else what is alike once."""
    language = teller.language
    every = []
    for one in explanations:
        outcome = say("rule.upcoming" if one.upcoming else _OUTCOMES[one.truth], language)
        tail = say("rule.replaced", language, code=one.replaced_by) if one.replaced_by is not None else ""
        head = f"{one.rule.code} {outcome}"
        told = Told(one.truth, one.subject, one.subject_label, head, (one.tree,), tail, alone=one.truth is True)
        every.append(told)
    return "\n".join(told_lines(every, teller, screen) or [say("rule.nothing", language)]) + "\n"


def _derived_at(explained: DerivedExplanation, teller: Teller, screen: Screen) -> list[str]:
    """Return why a derived fact of a project has its value, for each subject, as lines."""
    language = teller.language
    if explained.missing_list is not None:
        return [say("missing_list", language, list=teller.fact(explained.missing_list))]
    concept = teller.kb.vocabulary.concepts[explained.derivation.concept]
    every = [_told(place, concept, language) for place in explained.places]
    return told_lines(every, teller, screen) or [say("derived.nothing", language)]


def _told(place: DerivedAt, concept: ConceptDefinition, language: str) -> Told:
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
    return Told(tree.truth, place.subject, place.subject_label, head, tree.children, more=more)


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
        lines.append("  " + say("derived.if", language, value=value_in_words(line.value, concept, language)))
        lines += _outlined(outline(line.when, teller.kb, language), 2)
    lines += _source_lines(derivation.source, teller.kb, language)
    lines.append(_row("rule.file", f"{derivation.name}.yaml", language))
    if explained.follow:
        named = [f"{one.label[language]} [{one.path}]" for one in explained.follow]
        lines.append(_row("derived.follow", teller.join(named), language))
    return lines


def _outlined(part: Part, depth: int) -> list[str]:
    below = [line for inner in part.parts for line in _outlined(inner, depth + 1)]
    return [f"{'  ' * depth}{part.words}", *below]


def _statement(statement: Statement, language: str) -> str:
    section = section_name(statement.section, language)
    section = say("finding.guidance.paper", language, section=section)
    lines = [f"{statement.number} ({section})", f"  {statement.text[language]}"]
    lines.append(f"  {say(f'coverage.{statement.status}', language)}: {', '.join(statement.rules)}".rstrip(": "))
    if statement.reason is not None:
        lines.append(f"  {statement.reason[language]}")
    return "\n".join(lines) + "\n"


def _folded(text: str, screen: Screen) -> str:
    """Return a text whose lines fit the screen; what belongs to a line is indented further."""
    lines: list[str] = []
    for line in text.splitlines():
        words = line.lstrip(" ")
        indent = " " * (len(line) - len(words))
        first, *rest = wrapped(clean(words), max(20, screen.columns - len(indent) - 4))
        lines += [indent + first, *(f"{indent}    {one}" for one in rest)]
    return "\n".join(lines) + "\n"


def _row(key: str, text: str, language: str) -> str:
    return f"  {say(key, language)}: {text}"
