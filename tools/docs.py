"""Writes the documents that are made from the rules: `make docs`. A test fails when they are stale."""

from __future__ import annotations

from pathlib import Path

from advise.engine.knowledge import load_knowledge_base
from advise.engine.scenarios.gherkin import read_features
from advise.engine.scenarios.home import features_of
from advise.reports.book.rule_list import rule_list

RULES = Path(__file__).resolve().parents[1] / "docs" / "rules.md"


def documents() -> dict[Path, str]:
    """Return every generated document with what it has to say."""
    kb = load_knowledge_base()
    scenarios = [scenario for feature in read_features(features_of(kb)) for scenario in feature.scenarios]
    return {RULES: rule_list(kb, scenarios)}


if __name__ == "__main__":
    for path, text in documents().items():
        path.write_text(text, encoding="utf-8")
