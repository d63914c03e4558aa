"""Every scenario of `features/program/diff.feature` does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import scenarios

from advise.engine.scenarios.home import Home, Scene

from .steps import PROGRAM
from .steps.difference import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .steps.difference import Pair

scenarios(str(PROGRAM / "diff.feature"))


@pytest.fixture
def pair(tmp_path: Path, home: Home) -> Pair:
    """Return a project about which nothing is known, twice."""
    return Pair(Scene(home), tmp_path)
