"""Results of scenarios as text and as data: a line for each feature file, then each failure with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...engine.alike import alike
from ...engine.knowledge.model import KnowledgeBase
from ...engine.problems.problem import Problem, problem_of
from ...engine.record import picked
from ...engine.scenarios.run import KINDS, CaseResult, FeatureResult, ScenarioReport, ScenarioResult, lacking
from ..texts import enumerate_words, say
from ..writers.layout import clean, padded, width

_NAMED = 12
"""Rules that are named for lacking the same; the rest is counted."""
_SHORT = dict(zip(KINDS, ("found", "not_found", "asked", "upcoming"), strict=True))


def report_text(report: ScenarioReport, kb: KnowledgeBase, language: str, silent: tuple[str, ...]) -> str:
    """Return a report as people read it, with the codes that no scenario speaks of."""
    names = [shown_path(feature.path) for feature in report.features]
    columns = max(map(width, names), default=0)
    lines = []
    for feature, name in zip(report.features, names, strict=True):
        key = "tested.feature.failed" if feature.failed else "tested.feature"
        words = say(key, language, total=len(feature.cases), failed=feature.failed)
        lines.append(f"{clean(padded(name, columns))}  {words}")
    for feature in report.features:
        for result in feature.scenarios:
            for case in result.cases:
                if case.failure is not None:
                    lines += ["", *_failure(feature, result, case, language)]
    lines += ["", say("tested.silent", language, codes=", ".join(silent))] if silent else []
    left = _lacking(report, kb)
    if left:
        lines += ["", say("tested.lacking", language)]
    for codes in alike(left, lambda code: tuple(left[code])):
        told = enumerate_words([say(f"tested.lacking.{kind}", language) for kind in left[codes[0]]], language)
        lines.append(say("tested.lacking.of", language, codes=enumerate_words(codes, language, _NAMED), kinds=told))
    numbers = {"total": report.total, "features": len(report.features), "failed": report.failed}
    numbers["scenarios"] = sum(len(feature.scenarios) for feature in report.features)
    return "\n".join([*lines, "", say("tested.sum", language, version=kb.version, **numbers)]).lstrip("\n") + "\n"


def _lacking(report: ScenarioReport, kb: KnowledgeBase) -> dict[str, list[str]]:
    """Return which kinds of scenario rules lack, by code and in short; nothing where only some scenarios were run."""
    if not report.whole:
        return {}
    scenarios = [result.scenario for feature in report.features for result in feature.scenarios]
    return {code: [_SHORT[kind] for kind in kinds] for code, kinds in lacking(kb, scenarios).items()}


def _failure(feature: FeatureResult, result: ScenarioResult, case: CaseResult, language: str) -> list[str]:
    failure = case.failure
    if failure is None:
        return []
    name, row = result.scenario.called(language), ""
    if result.scenario.examples:  # it is told in the language of its feature, for its values stand in its name
        name, row = case.case.name, f" ({shown_path(feature.path)}:{case.case.line})"
    first, second = ("tested.expected", "tested.found") if failure.meant else ("tested.sentence", "tested.wrong")
    rows = [
        (say("tested.scenario", language), clean(name) + row),
        (say(first, language), clean(failure.sentence)),
        (say(second, language), "\n".join(map(clean, failure.found[language].split("\n")))),
    ]
    columns = max(width(word) for word, _ in rows)
    lines = [f"{shown_path(feature.path)}:{failure.line}"]
    for word, text in rows:
        head = f"  {padded(word, columns)}  "
        lines.append(head + text.replace("\n", "\n" + " " * width(head)))
    return lines


def report_document(report: ScenarioReport, kb: KnowledgeBase, silent: tuple[str, ...]) -> dict[str, Any]:
    """Return a report as data."""
    return {
        "schema_version": 1,
        "rules_version": kb.version,
        "folder": str(report.folder),
        **picked(report, "total failed"),
        "without_scenario": list(silent),
        "lacking": _lacking(report, kb),
        "features": [
            {
                "file": str(feature.path),
                "name": feature.feature.name,
                "total": len(feature.cases),
                "failed": feature.failed,
                "scenarios": [_scenario(result) for result in feature.scenarios],
            }
            for feature in report.features
        ],
    }


def _scenario(result: ScenarioResult) -> dict[str, Any]:
    return {
        "name": result.scenario.name,
        "line": result.scenario.line,
        "tags": sorted(result.scenario.tags),
        "passed": result.passed,
        "cases": [
            {
                **picked(case.case, "name line"),
                "passed": case.failure is None,
                "failure": None if case.failure is None else picked(case.failure, "line sentence meant found"),
            }
            for case in result.cases
        ],
    }


def no_scenarios(folder: Path) -> Problem:
    """Return the problem that a knowledge base has no scenarios."""
    shown = shown_path(folder)
    return problem_of(
        "S003",
        None,
        f"there are no feature files in {shown}",
        f"{shown} に feature ファイルがありません",
        "Write scenarios into files that end in .feature, in the folder 'features' of the rules or beside it.",
        "規則のフォルダーの中か隣の features に、.feature で終わるファイルとして書いてください。",
    )


def shown_path(path: Path) -> str:
    """Return a path as short as it is clear: from here when it is below, else in full."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()
