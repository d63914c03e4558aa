"""Explanations: why a rule holds for a project, why it does not, and why it cannot be told."""

from .rule import RuleExplanation, explain
from .tree import Explanation

__all__ = ["Explanation", "RuleExplanation", "explain"]
