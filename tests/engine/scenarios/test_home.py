"""The scenarios of a rule are found where its knowledge base keeps them."""

from __future__ import annotations

import shutil
from pathlib import Path

from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.model import KnowledgeBase
from advise.engine.scenarios.home import features_of, scenarios_of

from ...knowledge_bases import small


def test_scenarios_are_found_by_tag_and_by_name(kb: KnowledgeBase) -> None:
    found = scenarios_of("COM-05", kb)
    assert {"commitment.feature", "responses.feature"} <= {scenario.file for scenario in found}
    assert all("COM-05" in scenario.tags or scenario.says("COM-05") for scenario in found)


def test_features_lie_within_the_rules_or_beside_them(tmp_path: Path) -> None:
    shutil.copytree(small.LIBRARY, tmp_path / "rules")
    kb = load_knowledge_base(tmp_path / "rules", use_cache=False)
    assert features_of(kb) == tmp_path / "rules" / "features"
    (tmp_path / "rules" / "features").rename(tmp_path / "features")
    assert features_of(kb) == tmp_path / "features"
    assert [scenario.file for scenario in scenarios_of("ROO-03", kb)] == ["rooms.feature", "rooms.feature"]
    shutil.rmtree(tmp_path / "features")
    assert scenarios_of("ROO-03", kb) == ()


def test_a_file_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    kb = load_knowledge_base(small.LIBRARY, use_cache=False)
    (tmp_path / "a.feature").write_text("ROO-03, oops", encoding="utf-8")
    (tmp_path / "b.feature").write_text("Feature: f\n @ROO-03\n Scenario: s\n", encoding="utf-8")
    assert [scenario.name for scenario in scenarios_of("ROO-03", kb, tmp_path)] == ["s"]
