"""The scenarios that pin a rule, read from the feature files that come with the product.

Only the outline of a feature is read: rules, scenarios, steps, and the tags above them. Running scenarios is the
tests' work.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FEATURES = Path(__file__).resolve().parents[2] / "features"
_STEPS = ("Given ", "When ", "Then ", "And ", "But ", "* ")


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario of a feature: its name, its steps as written, and where it stands."""

    name: str
    steps: tuple[str, ...]
    file: str
    line: int
    tags: frozenset[str]


def scenarios_of(code: str, folder: Path = FEATURES) -> tuple[Scenario, ...]:
    """Return the scenarios that are tagged with a code or name it in a step."""
    return tuple(
        scenario
        for path in sorted(folder.glob("*.feature"))
        for scenario in read_scenarios(path)
        if code in scenario.tags or any(f'"{code}"' in step for step in scenario.steps)
    )


def read_scenarios(path: Path) -> list[Scenario]:
    """Return the scenarios of one feature file, in order."""
    found: list[tuple[str, list[str], int, frozenset[str]]] = []
    waiting: set[str] = set()
    feature_tags: frozenset[str] = frozenset()
    rule_tags: frozenset[str] = frozenset()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        words = line.strip()
        keyword, _, name = words.partition(":")
        if words.startswith("@"):
            waiting |= {tag.removeprefix("@") for tag in words.split()}
        elif keyword == "Feature":
            feature_tags, waiting = frozenset(waiting), set()
        elif keyword == "Rule":
            rule_tags, waiting = frozenset(waiting), set()
        elif keyword in ("Scenario", "Scenario Outline"):
            found.append((name.strip(), [], number, feature_tags | rule_tags | waiting))
            waiting = set()
        elif found and (words.startswith(_STEPS) or words.startswith("|")):
            found[-1][1].append(words)
    return [Scenario(name, tuple(steps), path.name, line, tags) for name, steps, line, tags in found]
