"""Exit codes: what a script learns from `advise` without reading a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ...engine.assess.model import Assessment

OK, FAILED, USAGE, INPUT, RULES, BUG, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130

MEANINGS: dict[int, str] = {
    OK: "reviewed; nothing at or above --fail-on (which is 'never' unless given: findings are advice)",
    FAILED: "reviewed; something at or above --fail-on, or a scenario that does not hold",
    USAGE: "wrong use of the command",
    INPUT: "a project or a scenario could not be read or is not valid, or a file could not be written",
    RULES: "the rules or the profile are not valid",
    BUG: "a bug in advise; nothing was decided (--debug shows where)",
    INTERRUPTED: "interrupted",
}

Level = Literal["blocker", "major", "minor", "unknown", "never"]
LEVELS: tuple[Level, ...] = ("blocker", "major", "minor", "unknown", "never")


def exit_code(assessment: Assessment, fail_on: Level) -> int:
    """Return the exit code of a review.

    Predictions and strengths never fail. `unknown` fails on whatever `minor` fails on, and when a fact that the verdict
    needs is not known.

    Args:
        assessment: The review.
        fail_on: The mildest thing that fails.
    """
    from ...engine.knowledge.model import SEVERITIES

    if fail_on == "never":
        return OK
    if fail_on == "unknown" and assessment.missing:
        return FAILED
    mildest = SEVERITIES.index("minor" if fail_on == "unknown" else fail_on)
    severities = [finding.severity for finding in assessment.findings if finding.kind == "finding"]
    return FAILED if any(SEVERITIES.index(severity) <= mildest for severity in severities) else OK
