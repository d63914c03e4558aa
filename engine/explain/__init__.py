"""Explanations: why a rule holds for a project, why it does not, and why it cannot be told."""

from .explanation import Explanation, RuleExplanation, explain
from .scenarios import scenarios_of

__all__ = ["Explanation", "RuleExplanation", "explain", "scenarios_of"]
