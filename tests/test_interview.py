"""Every scenario of `features/program/interview.feature` does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import scenarios

from advise.engine.compiled import CompiledKnowledgeBase

from .steps import PROGRAM
from .steps.interview import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .steps.interview import Desk

scenarios(str(PROGRAM / "interview.feature"))


@pytest.fixture
def desk(tmp_path: Path, kb: CompiledKnowledgeBase) -> Desk:
    """Return a desk without a project file."""
    return Desk(tmp_path / "project.json", kb)
