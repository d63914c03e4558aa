"""What `advise explain` says about a rule, a derived fact or a statement of the article, with or without a project."""

from __future__ import annotations

from msgspec import Struct

from ...engine.compiled import CompiledKnowledgeBase
from ...engine.explain import RuleExplanation, explain
from ...engine.explain.derived import DerivedExplanation, explain_derived, named_derived
from ...engine.knowledge.model import Derivation, Rule, Statement
from ...engine.project.project import Project
from ..texts.common import section_name
from ..texts.misuse import Misuse
from ..texts.terminal import say
from ..words.names import Teller
from ..writers.layout import clean, wrapped
from ..writers.screen import Screen
from .derived import description_lines, place_lines, readers_text
from .rule import describe_rule, render_explanations
from .rules import find_rule
from .subject import chosen_subject, one_subject


def explained(
    word: str,
    project: Project | None,
    kb: CompiledKnowledgeBase,
    language: str,
    screen: Screen,
    subject: str | None = None,
) -> str | None:
    """Return the explanation of a rule, a derived fact or a statement; None when there is nothing of that name.

    Args:
        word: What the user asked for.
        project: The project for which a rule or a derived fact is to be explained.
        kb: The knowledge base.
        language: `en` or `ja`.
        screen: Where it is shown.
        subject: The only subject that is meant, as it was written.

    Raises:
        Misuse: No such subject can be meant.
    """
    rule = find_rule(word, kb)
    if isinstance(rule, Rule):
        return _folded(_rule(word, rule, _Asked(project, kb, language, screen), subject), screen)
    derived = named_derived(word, kb)
    if derived is not None:
        return _derived(word, derived, _Asked(project, kb, language, screen), subject)
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
        names = self.project.names.items() if self.project is not None else ()
        return Teller(self.kb, self.language, {subject: dict.fromkeys(("en", "ja"), name) for subject, name in names})


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


def _rule(word: str, rule: Rule, asked: _Asked, subject: str | None) -> str:
    told = rule_told(word, rule, asked.project, asked.kb, subject, full=asked.screen.full)
    if asked.project is None:
        return describe_rule(rule, asked.kb, asked.language)
    text = describe_rule(rule, asked.kb, asked.language, scenarios=asked.screen.full)
    return render_explanations(told, asked.teller, asked.screen) + "\n" + text


def _derived(word: str, named: tuple[Derivation, str | None], asked: _Asked, subject: str | None) -> str:
    screen, teller = asked.screen, asked.teller
    explained = derived_told(word, named, asked.project, asked.kb, subject, full=screen.full)
    places = [*place_lines(explained, teller, screen), ""] if asked.project is not None else []
    text = _folded("\n".join([*places, *description_lines(explained, teller)]) + "\n", screen)
    return f"{text}\n{readers_text(explained, teller, screen)}"


def _statement(statement: Statement, language: str) -> str:
    lines = [
        f"{statement.number} ({say('finding.guidance.paper', language, section=section_name(statement.section, language))})"
    ]
    lines.append(f"  {statement.text[language]}")
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
