"""Which feature files are about the program, and which about rules."""

from __future__ import annotations

from . import FEATURES, policy_features

__all__ = ["FEATURES", "policy_features"]
