"""What scenarios state about a project; it is the product's own."""

from __future__ import annotations

from advise.engine.scenarios.given import REVIEWED, state, value_of

__all__ = ["REVIEWED", "state", "value_of"]
