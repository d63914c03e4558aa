"""The chain of a memo: from the common area to goals, KPIs and themes, with the links that are broken or not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.assess import Assessment
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.writers.blocks import Item, Picture, plain

from ..memos import part, report, texts
from ..projects import assessed


def test_the_chain_tells_its_broken_links_with_the_codes(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    chain = part(report(usual, kb), "chain")
    broken = [plain(one.text) for one in chain if isinstance(one, Item) and one.sign]
    assert broken == [
        "The theme “Records” improves no KPI KPI-07",
        "The goal “Lighter load for carers” has no KPI KPI-08",
    ]
    (picture,) = [one for one in chain if isinstance(one, Picture)]
    assert {path["line"] for path in picture.drawn["paths"]} == {"linked", "broken"}  # type: ignore[attr-defined]


def test_unknown_links_are_not_called_broken(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    project = {"goals": [{"id": "g1"}], "kpis": [{"id": "k1"}], "themes": [{"id": "t1"}]}
    chain = part(report(assessed(project, kb, tmp_path), kb), "chain")
    assert not [one for one in chain if isinstance(one, Item) and one.sign]
    (picture,) = [one for one in chain if isinstance(one, Picture)]
    assert {path["line"] for path in picture.drawn["paths"]} == {"unknown"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("overlap", "line", "leads"),
    [
        ({"defined": True, "agreed_by_company": True, "agreed_by_municipality": True}, "linked", "Common area"),
        (
            {"defined": True, "agreed_by_company": True, "agreed_by_municipality": False},
            "unknown",
            "Common area: not agreed",
        ),
        ({"defined": True}, "unknown", "Common area: agreement unknown"),
        ({"defined": False}, "unknown", "Common area: not defined"),
        ({}, "unknown", "Common area: unknown"),
    ],
)
def test_a_goal_is_linked_to_no_area_before_both_sides_have_agreed_on_it(
    overlap: dict[str, bool], line: str, leads: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    goals = [{"id": "g1", "from_overlap": True}, {"id": "g2", "from_overlap": False}]
    chain = part(report(assessed({"overlap": overlap, "goals": goals}, kb, tmp_path), kb), "chain")
    (picture,) = [one for one in chain if isinstance(one, Picture)]
    to_goals = [path["line"] for path in picture.drawn["paths"] if path["d"].startswith("M151 ")]  # type: ignore[attr-defined]
    assert sorted(to_goals) == sorted(["broken", line])
    assert [text for text in texts(picture.instead) if "g1" in text] == [f"Goal g1 → {leads}"]
    assert sum(text.startswith("The goal “g2” does not come from the common area") for text in texts(chain)) == 1


def test_a_reference_to_nothing_is_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    project = {"goals": [{"id": "g1"}], "kpis": [{"id": "k1", "goals": ["g9"]}]}
    chain = part(report(assessed(project, kb, tmp_path), kb), "chain")
    assert "“k1” points to g9, which is not listed" in " ".join(texts(chain))
    (picture,) = [one for one in chain if isinstance(one, Picture)]
    titles = {box["title"] for box in picture.drawn["boxes"]}  # type: ignore[attr-defined]
    assert titles >= {"not stated yet", "no such entry: g9"}


def test_hundreds_of_kpis_stay_readable(everything_wrong: Assessment, kb: CompiledKnowledgeBase) -> None:
    (picture,) = [one for one in part(report(everything_wrong, kb), "chain") if isinstance(one, Picture)]
    assert int(str(picture.drawn["height"])) < 1_500
    assert "188 more" in {box["title"] for box in picture.drawn["boxes"]}  # type: ignore[attr-defined]
    assert sum(text.startswith("KPI ") for text in texts(picture.instead)) == 200
