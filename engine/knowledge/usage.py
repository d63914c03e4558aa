"""What of a knowledge base its rules use."""

from __future__ import annotations

from ..language.tree import Comparison, Parameter, Quantifier, walk
from .model import Derivation, KnowledgeBase, ParameterDefinition, Rule


def parameters_used(kb: KnowledgeBase) -> dict[str, ParameterDefinition]:
    """Return the parameters that some rule reads, by name."""
    names: set[str] = set()
    for condition in {id(condition): condition for condition in kb.conditions()}.values():
        for node in walk(condition):
            if isinstance(node, Comparison):
                right = node.right
            elif isinstance(node, Quantifier):
                right = node.bound
                if node.source.startswith("$"):
                    names.add(node.source[1:])
            else:
                continue
            if isinstance(right, Parameter):
                names.add(right.name)
    every: list[Rule | Derivation] = [*kb.rules, *kb.derivations]
    for rule in every:
        if rule.loop is not None and rule.loop.source.startswith("$"):
            names.add(rule.loop.source[1:])
    return {name: kb.parameters[name] for name in kb.parameters if name in names}
