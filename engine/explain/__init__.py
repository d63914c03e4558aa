"""Explanations: why a rule holds for a project, why it does not, and why it cannot be told."""

from .tree import Explanation, RuleExplanation, explain

__all__ = ["Explanation", "RuleExplanation", "explain"]
