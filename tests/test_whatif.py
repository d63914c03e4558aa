"""Every scenario of `features/program/whatif.feature` does what it says."""

from __future__ import annotations

import pytest
from pytest_bdd import scenarios

from advise.engine.scenarios.home import Home, Scene

from .command_line import Runner
from .steps import PROGRAM
from .steps.assumption import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .steps.terminal import Terminal

scenarios(str(PROGRAM / "whatif.feature"))


@pytest.fixture
def terminal(home: Home, advise: Runner, elsewhere: None) -> Terminal:
    """Return a terminal in an empty folder."""
    return Terminal(Scene(home), advise)
