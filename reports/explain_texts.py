"""What `advise explain` says about a word: a rule, with or without a project, a fact, or a statement of the article."""

from __future__ import annotations

from ..engine.facts.project import Project
from ..engine.knowledge.model import KnowledgeBase, Rule, Statement
from .layout import clean, wrapped
from .messages import section_name
from .rule_texts import find_rule
from .telling import Teller
from .terminal import Screen
from .terminal_messages import say


def explained(word: str, project: Project | None, kb: KnowledgeBase, language: str, screen: Screen) -> str | None:
    """Return the explanation of a code, a fact or a statement; None when there is nothing of that name.

    Args:
        word: What the user asked for.
        project: The project for which a rule is to be explained.
        kb: The knowledge base.
        language: `en` or `ja`.
        screen: Where it is shown.
    """
    rule = find_rule(word, kb)
    if isinstance(rule, Rule):
        return _folded(_rule(rule, project, kb, language, screen), screen)
    if word.upper() in kb.statements:
        return _folded(_statement(kb.statements[word.upper()], language), screen)
    if word in kb.vocabulary.facts:
        return _folded(_fact(word, kb, language), screen)
    return None


def _rule(rule: Rule, project: Project | None, kb: KnowledgeBase, language: str, screen: Screen) -> str:
    from .explanation import describe_rule, render_explanations

    if project is None:
        return describe_rule(rule, kb, language)
    from ..engine.explain import explain

    told = explain(rule.code, project, kb, full=screen.full)
    text = describe_rule(rule, kb, language, scenarios=screen.full)
    labels = {subject: dict.fromkeys(("en", "ja"), name) for subject, name in project.names.items()}
    return render_explanations(told, Teller(kb, language, labels), screen) + "\n" + text


def _statement(statement: Statement, language: str) -> str:
    lines = [
        f"{statement.number} ({say('finding.guidance.paper', language, section=section_name(statement.section, language))})"
    ]
    lines.append(f"  {statement.text[language]}")
    lines.append(f"  {say(f'coverage.{statement.status}', language)}: {', '.join(statement.rules)}".rstrip(": "))
    if statement.reason is not None:
        lines.append(f"  {statement.reason[language]}")
    return "\n".join(lines) + "\n"


def _fact(path: str, kb: KnowledgeBase, language: str) -> str:
    fact = kb.vocabulary.facts[path]
    lines = [f"{path}  {fact.label[language]}", f"  {fact.question[language]}"]
    if fact.help is not None:
        lines.append(f"  {fact.help[language]}")
    lines += [f"    {value}  {label[language]}" for value, label in fact.values.items()]
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
