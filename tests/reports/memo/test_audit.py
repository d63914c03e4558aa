"""The appendix of a memo: fingerprints, versions, figures and statements."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from advise.engine.assess import Assessment
from advise.engine.compiled import CompiledKnowledgeBase

from ..memos import part, report, rows, table, texts
from ..projects import assessed


def test_every_finding_has_its_fingerprint_and_all_that_was_said_in_the_appendix(
    everything_wrong: Assessment, kb: CompiledKnowledgeBase
) -> None:
    listed = rows(table(report(everything_wrong, kb), "audit"))
    left_out = [finding for waiver in everything_wrong.waivers[:1] for finding in waiver.findings]
    every_one = [*everything_wrong.findings, *left_out]
    assert [row[3] for row in listed] == [finding.fingerprint for finding in every_one]
    assert all(finding.rule in row[0] for finding, row in zip(every_one, listed, strict=True))


def test_a_fingerprint_that_is_copied_keeps_a_decision_in_force_until_the_facts_change(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    project = {"commitment": {"declared": False}}
    listed = rows(table(report(assessed(project, kb, tmp_path), kb), "audit"))
    (fingerprint,) = [row[3] for row in listed if "COM-01" in row[0]]
    decision = {"finding": "COM-01", "response": "accepted", "reason": "r", "by": "Mori", "on": "2026-08-01"}
    kept = {**project, "responses": [{**decision, "rests_on": fingerprint}]}
    assert [waiver.status for waiver in assessed(kept, kb, tmp_path).waivers] == ["applied"]


def test_the_appendix_names_versions_figures_and_statements(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    told = texts(part(report(usual, kb), "audit"))
    assert f"Version of the rules: {kb.version}" in told
    assert f"SHA-256 of the input: {usual.sha256}" in told
    assert "To reproduce: advise project.json --lang en --today 2026-11-22" in told
    assert any("ours, since 2026-11-22" in text for text in told)
    for number in {number for finding in usual.findings for number in finding.source.statements}:
        assert any(text.startswith(f"{number} ") for text in told)


def test_figures_of_a_profile_are_named_with_their_reason(usual: Assessment, kb: CompiledKnowledgeBase) -> None:
    own = replace(usual.parameters[0], reason="the board asks for it")
    told = texts(report(replace(usual, parameters=(own, *usual.parameters[1:])), kb).blocks)
    (line,) = [text for text in told if text.startswith("This review uses figures of its own: ")]
    assert line.endswith("(reason: the board asks for it).")
