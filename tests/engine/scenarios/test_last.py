"""The last results are kept for the book, and forgotten when the rules or the scenarios change."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
from advise.engine.scenarios.run import keep_results, last_results, run_scenarios

from ...knowledge_bases import small

DAY = date(2026, 11, 22)


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of rules, with a cache of its own."""
    monkeypatch.setenv("ADVISE_CACHE", str(tmp_path / "cache"))
    shutil.copytree(small.LIBRARY, tmp_path / "rules")
    return tmp_path / "rules"


def load(base: Path) -> CompiledKnowledgeBase:
    return compiled(load_knowledge_base(base, use_cache=False))


def test_results_are_kept(base: Path) -> None:
    kb = load(base)
    assert last_results(kb) is None
    keep_results(run_scenarios(kb), kb, DAY)
    found = last_results(kb)
    assert found is not None
    assert found.on == "2026-11-22"
    ended = [passed for lines in found.passed.values() for passed in lines.values()]
    assert len(ended) > 30
    assert all(ended)


def test_a_run_of_some_keeps_the_results_of_the_others(base: Path) -> None:
    kb = load(base)
    keep_results(run_scenarios(kb, ["STO-03"]), kb, DAY)
    some = last_results(kb)
    keep_results(run_scenarios(kb, ["LEN-01"]), kb, DAY)
    more = last_results(kb)
    assert some is not None
    assert more is not None
    assert {**more.passed, **some.passed} == more.passed
    assert set(some.passed) == {"stock.feature"}
    assert set(more.passed) == {"lending.feature", "stock.feature"}


@pytest.mark.parametrize(
    "name", ["features/stock.feature", "features/phrases.yaml", "features/exemplary.yaml", "areas.yaml"]
)
def test_results_are_forgotten_when_something_changes(base: Path, name: str) -> None:
    kb = load(base)
    keep_results(run_scenarios(kb, ["STO-03"]), kb, DAY)
    path = base / name
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert last_results(load(base)) is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"on": "x"}', '{"on": "x", "passed": [1]}', '{"on": "x", "passed": {"a": {"b": true}}}']
)
def test_results_that_cannot_be_read_are_none(base: Path, tmp_path: Path, text: str) -> None:
    kb = load(base)
    keep_results(run_scenarios(kb, ["STO-03"]), kb, DAY)
    (path,) = (tmp_path / "cache").glob("*/scenarios-*.json")
    path.write_text(text, encoding="utf-8")
    assert last_results(kb) is None


def test_a_folder_that_cannot_be_written_to_is_no_problem(base: Path, tmp_path: Path) -> None:
    kb = load(base)
    (tmp_path / "cache").write_text("a file in the way", encoding="utf-8")
    keep_results(run_scenarios(kb, ["STO-03"]), kb, DAY)
    assert last_results(kb) is None
