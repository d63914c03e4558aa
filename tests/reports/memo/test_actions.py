"""What the actions of a memo rest on: what is cited, what is inferred, and the evidence, each told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.memo.actions import evidence_lines, guidance_lines
from advise.reports.words.names import Reading
from advise.reports.writers.blocks import Item, lines_of, plain

from ..memos import report, table
from ..projects import assessed

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.mark.parametrize(("language", "mark"), [("en", "our inference"), ("ja", "当方の推論")])
def test_what_a_rule_infers_is_told_as_our_inference_beside_what_it_cites(
    kb: CompiledKnowledgeBase, language: str, mark: str, tmp_path: Path
) -> None:
    project = {"phase": "launched", "concrete_activity_started": False}
    found = assessed({"project": project, "commitment": {"declared": True, "by": "division_head"}}, kb, tmp_path)
    cited = {one.code: one.source for one in found.findings}
    assert cited["COM-02"].inferred
    (row,) = [
        row for row in table(report(found, kb, language), "first").rows if "COM-02" in plain(lines_of(row.cells[1])[1])
    ]
    assert row.more is not None
    (folded,) = [one for one in row.more.blocks if isinstance(one, Item)]
    assert mark in " ".join(plain(line) for _, lines in folded.rows for line in lines)
    sound = next(one.source for one in found.findings if not one.source.inferred and one.kind == "finding")
    assert mark not in " ".join(map(plain, guidance_lines(Reading(found, kb, language), sound)))


def test_evidence_is_told_once_and_of_several_of_a_kind_each_by_its_name(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    names = kb.vocabulary.lists["capitals"].members
    document = {
        "project": {"phase": "preparation"},
        "capitals": {name: {"assessed": True, "rivals_metropolis": False} for name in names},
        "goals": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "kpis": [{"id": "k", "name": "K", "goals": ["a"]}],
    }
    found = assessed(document, kb, tmp_path)
    reading = Reading(found, kb, "en")
    for code in ("SEL-07", "KPI-08"):
        (finding,) = [one for one in found.findings if one.code == code]
        told = [str(line[0]) for line in evidence_lines(reading, finding.evidence, 20)]
        assert len(told) == len(set(told)) > 1
