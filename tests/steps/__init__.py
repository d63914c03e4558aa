"""What the sentences about the program mean (`features/program`); those about a project are the product's own.

`engine/scenarios` has the latter, for `features` and for the scenarios of any other knowledge base.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FEATURES = ROOT / "features"
"""What the rules do: the scenarios of the knowledge base that comes with the product."""

PROGRAM = FEATURES / "program"
"""What the program does."""

EXEMPLARY = ROOT / "examples" / "exemplary.json"
