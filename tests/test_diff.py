"""Every scenario of `features/diff.feature` does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import scenarios

from .steps.difference import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .steps.difference import Pair
from .steps.feature_files import FEATURES
from .steps.scene import Scene, knowledge_base

scenarios(str(FEATURES / "diff.feature"))


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """Return a project about which nothing is known, twice."""
    return Pair(Scene(knowledge_base()), tmp_path)
