"""Every scenario of `features/program/improve.feature` does what it says."""

from __future__ import annotations

import pytest
from pytest_bdd import scenarios

from advise.engine.scenarios.home import Home, Scene

from .steps import PROGRAM
from .steps.improvement import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .steps.improvement import Search

scenarios(str(PROGRAM / "improve.feature"))


@pytest.fixture
def search(home: Home) -> Search:
    """Return a project about which nothing is known."""
    return Search(Scene(home))
