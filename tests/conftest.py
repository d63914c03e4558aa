"""What all tests share: the knowledge base, and the finding codes as marks (`pytest -m COM-01`)."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from advise import cli, load_rules
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.problem import nearest
from advise.engine.scenarios.home import Home

from .command_line import Ended, Runner

# No example has a time: how long one takes hangs on what else the machine does.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@lru_cache(maxsize=1)
def knowledge_base() -> CompiledKnowledgeBase:
    """Return the knowledge base that comes with the product, loaded once."""
    return load_rules()


def pytest_configure(config: pytest.Config) -> None:
    os.environ.pop("COLUMNS", None)  # lines are as wide everywhere
    for rule in knowledge_base().rules:
        config.addinivalue_line("markers", f"{rule.code}: {rule.title['en']}")


def pytest_bdd_apply_tag(tag: str, function: Callable[..., Any]) -> None:
    codes = [rule.code for rule in knowledge_base().rules]
    if tag not in codes:
        close = nearest(tag, codes)
        raise pytest.Collector.CollectError(
            f"@{tag} is the code of no finding" + (f"; did you mean @{close}?" if close else "")
        )


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def kb() -> CompiledKnowledgeBase:
    """Return the knowledge base that comes with the product."""
    return knowledge_base()


@pytest.fixture(scope="session")
def home(kb: CompiledKnowledgeBase) -> Home:
    """Return its scenarios, and what they draw on."""
    return Home(kb)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, with an English locale and without a word about colour."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def advise(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Run the command line in this process."""

    def run(*arguments: object) -> Ended:
        code = cli.run([str(argument) for argument in arguments])
        return Ended(code, *capsys.readouterr())

    return run
