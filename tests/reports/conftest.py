"""What the tests of memos share: the projects, reviewed once."""

from __future__ import annotations

import pytest

from advise.engine.assess import Assessment
from advise.engine.compiled import CompiledKnowledgeBase

from .projects import USUAL, assessed, wrong


@pytest.fixture(scope="session")
def usual(kb: CompiledKnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """Return the assessment of a usual project."""
    return assessed(USUAL, kb, tmp_path_factory.mktemp("usual"))


@pytest.fixture(scope="session")
def unknown(kb: CompiledKnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """Return the assessment of a project of which nothing is known."""
    return assessed({}, kb, tmp_path_factory.mktemp("unknown"))


@pytest.fixture(scope="session")
def everything_wrong(kb: CompiledKnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """Return the assessment of a project with dozens of findings and hostile names."""
    return assessed(wrong(), kb, tmp_path_factory.mktemp("wrong"))
