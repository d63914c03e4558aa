"""Every scenario of `features/program/sheet.feature` does what it says."""

from __future__ import annotations

import pytest
from pytest_bdd import scenarios

from .command_line import Runner
from .steps import PROGRAM
from .steps.sheet import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .steps.sheet import Correspondence

scenarios(str(PROGRAM / "sheet.feature"))


@pytest.fixture
def correspondence(advise: Runner, elsewhere: None) -> Correspondence:
    """Return a project in an empty folder, and the sheet about it."""
    return Correspondence(advise)
