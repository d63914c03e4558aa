"""The last results of a knowledge base's scenarios, kept for the policy book.

They belong to one version of the rules and one wording of the features; once either changes they are as good as gone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from ..knowledge import kept
from ..knowledge.model import KnowledgeBase
from ..reading.encoding import content_of
from ..reading.limits import LARGEST
from .gherkin import feature_files
from .home import EXEMPLARY, PHRASES, features_of
from .run import ScenarioReport


class LastResults(Struct, frozen=True):
    """Which scenarios passed when they were last run.

    Attributes:
        on: The day of the last run.
        passed: By feature file and the scenario's line.
    """

    on: str
    passed: Mapping[str, Mapping[int, bool]]

    def of(self, file: str, line: int) -> bool | None:
        """Return whether a scenario passed; None when it was not run."""
        return self.passed.get(file, {}).get(line)


def keep_results(report: ScenarioReport, kb: KnowledgeBase, on: date | None = None) -> None:
    """Keep the results of a run; those of scenarios that were not among it stay as they were."""
    before = last_results(kb)
    passed = {file: dict(lines) for file, lines in before.passed.items()} if before is not None else {}
    for feature in report.features:
        for result in feature.scenarios:
            passed.setdefault(feature.feature.file, {})[result.scenario.line] = result.passed
    day = (on or datetime.now().astimezone().date()).isoformat()
    kept.write("scenarios", _key(kb), LastResults(day, passed))


def last_results(kb: KnowledgeBase) -> LastResults | None:
    """Return the results of the last run with these rules and these features; None when there are none."""
    return kept.read("scenarios", _key(kb), LastResults)


def _key(kb: KnowledgeBase) -> str | None:
    """Return what decides what the scenarios say and how they end, besides the code; None where it cannot be read."""
    folder = features_of(kb)
    digest = hashlib.sha256()
    examples = folder.parent / "examples"
    others = [folder / PHRASES, *(place / name for place in (folder, examples) for name in EXEMPLARY)]
    try:
        for path in sorted([*feature_files(folder), *others]):
            if path.is_file():
                digest.update(os.fsencode(path.name) + b"\0" + content_of(path, LARGEST))
    except OSError:
        return None
    return f"{kb.version} {digest.hexdigest()}"
