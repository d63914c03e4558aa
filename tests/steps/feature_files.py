"""Feature files as data: each scenario with its tags and sentences, outlines written out. Nothing is run here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

FEATURES = Path(__file__).resolve().parents[2] / "features"


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario; an outline gives one for each row of its examples.

    Attributes:
        feature: The feature's file name.
        tags: Its own, its rule's and its feature's, without the @.
        stated: The sentences of Given.
        done: The sentences of When.
        expected: The sentences of Then.
    """

    feature: str
    name: str
    tags: frozenset[str]
    stated: tuple[str, ...]
    done: tuple[str, ...]
    expected: tuple[str, ...]


def scenarios(paths: Iterable[Path] | None = None) -> list[Scenario]:
    """Read all scenarios of the given feature files, by default of all there are."""
    found = sorted(FEATURES.glob("*.feature")) if paths is None else list(paths)
    return [scenario for path in found for scenario in parse(path.read_text(encoding="utf-8"), path.name)]


def parse(text: str, feature: str) -> list[Scenario]:
    """Read the scenarios of one feature file's text."""
    document: Any = dict(Parser().parse(text), uri=feature)
    return [
        Scenario(
            feature,
            pickle["name"],
            frozenset(tag["name"].removeprefix("@") for tag in pickle["tags"]),
            *(
                tuple(step["text"] for step in pickle["steps"] if step["type"] == kind)
                for kind in ("Context", "Action", "Outcome")
            ),
        )
        for pickle in Compiler().compile(document)
    ]


def names_given_twice(text: str) -> list[str]:
    """Return the scenario names that a feature file's text uses more than once, whatever rule they stand under."""
    names: Counter[str] = Counter()
    feature: Any = Parser().parse(text)["feature"]
    for child in feature["children"]:
        for part in child["rule"]["children"] if "rule" in child else [child]:
            if "scenario" in part:
                names[part["scenario"]["name"]] += 1
    return sorted(name for name, count in names.items() if count > 1)
