"""Verdict, coverage and every sentence about the future are what whole reviews say."""

from __future__ import annotations

from random import Random

import pytest

from advise.engine.compiled import CompiledKnowledgeBase

from .agreement import project, wrong


@pytest.mark.parametrize("seed", range(40))
def test_what_is_said_of_a_project_and_its_future_is_so(seed: int, kb: CompiledKnowledgeBase) -> None:
    assert list(wrong(project(seed, kb), kb, Random(seed))) == []
