"""What of a knowledge base its rules use."""

from __future__ import annotations

from ..language.tree import Parameter, walk
from .model import Derivation, KnowledgeBase, ParameterDefinition, Rule


def parameters_used(kb: KnowledgeBase) -> dict[str, ParameterDefinition]:
    """Return the parameters that some rule reads, by name."""
    names: set[str] = set()
    for condition in kb.conditions():
        for node in walk(condition):
            for right in (getattr(node, "right", None), getattr(node, "bound", None)):
                if isinstance(right, Parameter):
                    names.add(right.name)
            source = getattr(node, "source", "")
            if isinstance(source, str) and source.startswith("$"):
                names.add(source[1:])
    every: list[Rule | Derivation] = [*kb.rules, *kb.derivations]
    for rule in every:
        if rule.loop is not None and rule.loop.source.startswith("$"):
            names.add(rule.loop.source[1:])
    return {name: kb.parameters[name] for name in kb.parameters if name in names}
