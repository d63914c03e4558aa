"""Every scenario of `features/improve.feature` does what it says."""

from __future__ import annotations

import pytest
from pytest_bdd import scenarios

from .steps.feature_files import FEATURES
from .steps.improvement import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .steps.improvement import Search
from .steps.scene import Scene, knowledge_base

scenarios(str(FEATURES / "improve.feature"))


@pytest.fixture
def search() -> Search:
    """Return a project about which nothing is known."""
    return Search(Scene(knowledge_base()))
