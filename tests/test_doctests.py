"""The examples in docstrings do what they show."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import advise

OURS = ("advise.cli", "advise.start", "advise.engine", "advise.reports")
MODULES = [module.name for module in pkgutil.walk_packages(advise.__path__, "advise.") if module.name.startswith(OURS)]


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load every module, also those that are loaded when they are first used: while examples are sought, no name may come."""
    for name in MODULES:
        assert importlib.import_module(name).__doc__


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
