"""Every scenario of `features/program/compare.feature` does what it says."""

from __future__ import annotations

import pytest
from pytest_bdd import scenarios

from advise.engine.compiled import CompiledKnowledgeBase

from .steps import PROGRAM
from .steps.comparison import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .steps.comparison import Candidates

scenarios(str(PROGRAM / "compare.feature"))


@pytest.fixture
def candidates(kb: CompiledKnowledgeBase) -> Candidates:
    """Return no cities yet."""
    return Candidates(kb)
