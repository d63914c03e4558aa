"""What the sentences about the program mean; those about a project are the product's own (`engine/scenarios`)."""

from __future__ import annotations

from pathlib import Path

FEATURES = Path(__file__).resolve().parents[2] / "features"
EXEMPLARY = FEATURES.with_name("examples") / "exemplary.json"
OTHERS = frozenset({"diff.feature", "improve.feature", "interview.feature"})
"""Features that say nothing about rules; their sentences are explained elsewhere."""


def policy_features() -> list[Path]:
    """Return the feature files that state what rules do."""
    return sorted(path for path in FEATURES.glob("*.feature") if path.name not in OTHERS)
