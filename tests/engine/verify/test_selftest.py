"""A difference between the interpreters is told with a project of which nothing can be left out."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from advise import load_rules
from advise.engine.project.memory import Conclusions, WorkingMemory
from advise.engine.project.project import read_project
from advise.engine.verify import selftest as tested
from advise.engine.verify.selftest import selftest
from tests.engine.verify import readable
from tests.knowledge_bases import small


def test_all_interpreters_conclude_the_same_of_the_shipped_rules() -> None:
    found = selftest(load_rules(), seconds=60, most=20)
    assert set(found.interpreters) >= {"order", "rete"}
    assert (found.projects, found.found) == (20, ())


@pytest.mark.parametrize("seed", range(6))
def test_all_interpreters_conclude_the_same_of_random_rules(seed: int) -> None:
    found = selftest(readable.base(Random(seed)), seconds=60, seed=seed, most=20)
    assert found.found == ()


def test_the_same_seed_draws_the_same_projects(tmp_path: Path) -> None:
    kb = small.load(tmp_path)
    several = [
        [next(documents) for _ in range(5)] for documents in (tested._documents(kb, 1), tested._documents(kb, 1))
    ]
    assert several[0] == several[1] != [next(tested._documents(kb, 2)) for _ in range(5)]


def test_a_difference_is_told_with_a_smallest_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb = small.load(tmp_path, {"shop/other.yaml": small.rule("some: jar\nwhere: [jar.full is true]")})

    def broken(_: Any, memory: WorkingMemory) -> Conclusions:
        found = kb.evaluator.run(memory)
        if found.outcomes["SHO-02", None]:
            found.outcomes["SHO-01", None] = True
        return found

    monkeypatch.setattr(type(kb.rete), "run", broken)
    (found,) = selftest(kb, seconds=60, most=60).found
    assert found.interpreter == "rete"
    assert [list(jar) for jar in found.project["jars"]] == [["id", "full"]]
    assert found.project.keys() == {"jars"}
    assert kb.evaluator.run(read_project(found.project, kb).memory).outcomes["SHO-02", None] is True
    assert found.lines == ("outcomes ('SHO-01', None): evaluate None, rete True",)
