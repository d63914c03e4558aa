"""Which values of a set a rule wants: those that its condition finds missing."""

from __future__ import annotations

from collections.abc import Iterable

from ...engine.knowledge.model import KnowledgeBase, Rule
from ...engine.language.tree import Comparison, walk


def wanted_values(rule: Rule, kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return, for each set of which a rule finds values missing, all the values that it wants, as the vocabulary has them."""
    found: dict[str, set[str]] = {}
    for node in walk(rule.when):
        definition = kb.vocabulary.facts.get(node.left.path) if isinstance(node, Comparison) else None
        if not isinstance(node, Comparison) or definition is None or definition.type != "set":
            continue
        if node.operator == "is incomplete":
            found.setdefault(definition.path, set()).update(definition.values)
        elif node.operator == "lacks":
            found.setdefault(definition.path, set()).add(str(node.right))
    facts = kb.vocabulary.facts
    return {path: tuple(one for one in facts[path].values if one in wanted) for path, wanted in found.items()}


def wanted_by_all(codes: Iterable[str], fact: str, kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the values of a set that each of some rules wants; none where they do not want the same, or one wants none."""
    wanted = {wanted_values(kb.rule(code), kb).get(fact, ()) for code in codes}
    return wanted.pop() if len(wanted) == 1 else ()
