"""Every scenario of `features/` does what it says. Its sentences are explained in `tests/steps`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from .steps import expect
from .steps.feature_files import FEATURES, names_given_twice
from .steps.given import REVIEWED, state
from .steps.scene import Scene, knowledge_base

scenarios(str(FEATURES))


@pytest.fixture
def scene() -> Scene:
    """Return a project about which nothing is known."""
    return Scene(knowledge_base())


@given(parsers.re(r"(?P<sentence>.+)"))
def _(scene: Scene, sentence: str, datatable: Sequence[Sequence[str]] | None = None) -> None:
    state(scene, sentence, datatable)


@when(REVIEWED)
def _(scene: Scene) -> None:
    scene.review()


@then(parsers.re(r"(?P<sentence>.+)"))
def _(scene: Scene, sentence: str) -> None:
    expect.check(expect.read(sentence), scene)


@pytest.mark.parametrize("path", sorted(FEATURES.glob("*.feature")), ids=lambda path: path.stem)
def test_no_two_scenarios_of_a_feature_have_one_name(path: Path) -> None:
    assert names_given_twice(path.read_text(encoding="utf-8")) == []
