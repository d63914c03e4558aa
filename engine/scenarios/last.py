"""The last results of a knowledge base's scenarios, kept in the cache folder for the policy book.

They belong to one version of the rules and one wording of the features; once either changes they are as good as gone.
A folder that cannot be read or written is no problem: there are no results then.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from ..knowledge import cache
from ..knowledge.model import KnowledgeBase
from .gherkin import feature_files
from .home import EXEMPLARY, PHRASES, features_of
from .run import Report

_FORMAT = 1


class LastResults(Struct, frozen=True):
    """Which scenarios passed when they were last run.

    Attributes:
        on: The day of the last run.
        passed: By feature file and the scenario's line.
    """

    on: str
    passed: Mapping[tuple[str, int], bool]


def keep_results(report: Report, kb: KnowledgeBase, on: date | None = None) -> None:
    """Keep the results of a run; those of scenarios that were not among it stay as they were."""
    path = _path(kb)
    if path is None:
        return
    before = last_results(kb)
    passed = dict(before.passed) if before is not None else {}
    for feature in report.features:
        for result in feature.scenarios:
            passed[feature.feature.file, result.scenario.line] = result.passed
    stored = {
        "format": _FORMAT,
        "on": (on or datetime.now().astimezone().date()).isoformat(),
        "passed": [[file, line, state] for (file, line), state in sorted(passed.items())],
    }
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".write-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(stored, file)
        Path(temporary).replace(path)


def last_results(kb: KnowledgeBase) -> LastResults | None:
    """Return the results of the last run with these rules and these features; None when there are none."""
    path = _path(kb)
    try:
        stored = json.loads(path.read_bytes()) if path is not None else {}
        if stored["format"] == _FORMAT:
            return LastResults(str(stored["on"]), {(file, line): bool(ok) for file, line, ok in stored["passed"]})
    except (OSError, ValueError, LookupError, TypeError):
        pass
    return None


def _path(kb: KnowledgeBase) -> Path | None:
    try:
        return cache.folder() / f"scenarios-{kb.version}-{_wording(features_of(kb))}.json"
    except (OSError, RuntimeError):
        return None


def _wording(folder: Path) -> str:
    """Return 12 hex digits over everything that decides what the scenarios say."""
    digest = hashlib.sha256()
    examples = folder.parent / "examples"
    for path in sorted([*feature_files(folder), *(place / name for place in (folder, examples) for name in EXEMPLARY)]):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    if (folder / PHRASES).is_file():
        digest.update((folder / PHRASES).read_bytes())
    return digest.hexdigest()[:12]
