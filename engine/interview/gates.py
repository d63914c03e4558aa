"""Which questions about an element wait for another one: a named person's traits for the person's being named.

Read off the rules themselves, so that a new rule needs no list here. Only facts of list elements wait; nothing about
the project as a whole does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..knowledge.model import KnowledgeBase, Rule
from ..language.tree import Comparison, facts_of
from ..project.address import Address
from ..project.project import Project


def waiting(project: Project, opens: Mapping[str, str], keys: Collection[Address]) -> set[Address]:
    """Return which pages wait: the one that they depend on was asked and has no value, be it put off or unknown.

    Args:
        project: The project, with what was asked.
        opens: What `gates` says of the knowledge base.
        keys: The facts and subjects of the pages.
    """
    unanswered = {asked.key for asked in project.asked} - set(project.stated)
    return {key for key in keys if (opens.get(key.fact), key.subject) in unanswered}


def gates(kb: KnowledgeBase) -> dict[str, str]:
    """Return, for each fact that waits, the yes-or-no fact that every finding with it demands to be true."""
    found: dict[str, set[str]] = {}
    for rule in kb.rules:
        if rule.loop is None or rule.kind != "finding" or rule.source.ours:
            continue
        demanded = _demanded(rule)
        for fact in facts_of(rule.when):
            if fact.path in kb.vocabulary.facts and fact.path.startswith(f"{rule.loop.source}[]."):
                found[fact.path] = found.get(fact.path, demanded) & demanded
    return {path: min(opens) for path, opens in found.items() if opens and path not in opens}


def _demanded(rule: Rule) -> set[str]:
    """Return the facts of a rule's own element that must be true for it to hold."""
    return {
        child.left.path
        for child in rule.when.children
        if isinstance(child, Comparison)
        and child.operator == "is"
        and child.right is True
        and rule.loop is not None
        and child.left.variable == rule.loop.variable
    }
