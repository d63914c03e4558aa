"""Explanations: why a rule holds for a project, why it does not, and why it cannot be told."""
