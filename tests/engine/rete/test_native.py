"""Rulesets of the C engine: when their memory is freed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from advise.engine.knowledge import KnowledgeBase
from advise.engine.rete import native
from advise.engine.rete.compile import compile_program

HELD = """
import advise
from advise.engine.rete import Rete
held = Rete(advise.load_rules())
"""


def test_a_ruleset_is_freed_once_nobody_holds_it(kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    freed: list[int] = []
    monkeypatch.setattr(native.engine(), "delete_ruleset", freed.append)
    definition = next(chunk.definition for stratum in compile_program(kb).strata for chunk in stratum.chunks)
    ruleset = native.Ruleset(definition)
    ruleset.close()
    ruleset.close()
    del ruleset
    assert len(freed) == 1
    native.Ruleset(definition)
    assert len(freed) == 2


def test_rulesets_that_are_held_to_the_end_of_the_process_say_nothing() -> None:
    ended = subprocess.run([sys.executable, "-c", HELD], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
