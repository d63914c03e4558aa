"""The shop with scenarios that notice some changes of its rules and miss others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from advise.engine.scenarios.home import Home
from tests.knowledge_bases import small

FOUND = """\
Feature: The shop

  Scenario: it is shut though two work there
    Given "shop.open" is false
    And "shop.staff" is 2
    When the project is reviewed
    Then "SHO-01" is found with severity "major"
"""
MISSED = """\

  Scenario: one alone may shut it
    Given "shop.open" is false
    And "shop.staff" is 1
    When the project is reviewed
    Then "SHO-01" is not found

  Scenario: it is open
    Given "shop.open" is true
    And "shop.staff" is 2
    When the project is reviewed
    Then "SHO-01" is not found

  Scenario: nothing is known
    Given a project about which nothing is known
    When the project is reviewed
    Then "SHO-01" cannot be told yet
    And "shop.size" is undetermined
"""


def home(folder: Path, features: str = FOUND, changes: Mapping[str, str | None] | None = None) -> Home:
    """Write the shop with these scenarios and return them."""
    kb = small.load(folder, changes)
    (Path(kb.folder) / "features").mkdir()
    (Path(kb.folder) / "features/shop.feature").write_text(features, encoding="utf-8")
    return Home(kb)
