"""Every scenario of `features/` does what it says. Its sentences are explained in `engine/scenarios`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from advise.engine.scenarios.gherkin import read_feature
from advise.engine.scenarios.given_when import do, state
from advise.engine.scenarios.home import Home, Scene
from advise.engine.scenarios.then import check, read

from .steps import FEATURES, PROGRAM

FILES = sorted(FEATURES.glob("*.feature"))
HEADING = re.compile(r"\s*(Feature|Rule|Scenario|Scenario Outline):")
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
scenarios(*map(str, FILES))


@pytest.fixture
def scene(home: Home) -> Scene:
    """Return a project about which nothing is known."""
    return Scene(home)


@given(parsers.re(r"(?P<sentence>.+)"))
def _(scene: Scene, sentence: str, datatable: Sequence[Sequence[str]] | None = None) -> None:
    state(scene, sentence, datatable)


@when(parsers.re(r"(?P<sentence>.+)"))
def _(scene: Scene, sentence: str) -> None:
    do(scene, sentence)


@then(parsers.re(r"(?P<sentence>.+)"))
def _(scene: Scene, sentence: str) -> None:
    check(read(sentence), scene)


@pytest.mark.parametrize("path", [*FILES, *sorted(PROGRAM.glob("*.feature"))], ids=lambda path: path.stem)
def test_no_two_scenarios_of_a_feature_have_one_name(path: Path) -> None:
    names = Counter(scenario.name for scenario in read_feature(path).scenarios)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_heading_has_its_japanese_title_below(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    bare = [line.strip() for line, below in pairwise(lines) if HEADING.match(line) and not JAPANESE.search(below)]
    assert bare == []
