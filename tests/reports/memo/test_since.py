"""What changed since the last memo: verdict, findings that came, went or weigh otherwise, and the part that changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise import cli
from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.app.session import Session
from advise.reports.app.since import changes_since
from advise.reports.memo.view import memo_view

OLD: dict[str, Any] = {"lang": "en", "commitment": {"declared": True, "by": "staff"}}
NEW: dict[str, Any] = {"lang": "en", "commitment": {"declared": True, "by": "ceo"}, "coordinator": {"present": False}}


@pytest.fixture
def files(tmp_path: Path, kb: CompiledKnowledgeBase) -> tuple[Path, Path]:
    saved, now = tmp_path / "old.json", tmp_path / "project.json"
    form = assess(OLD, kb, today="2026-10-01", interpreter="evaluate").to_dict()
    saved.write_text(json.dumps(form), encoding="utf-8")
    now.write_text(json.dumps(NEW), encoding="utf-8")
    return saved, now


def view(files: tuple[Path, Path], language: str = "en") -> dict[str, Any]:
    saved, now = files
    session = Session(since=str(saved), today="2026-11-22")
    assessment, kb, outlook = session.foresee(str(now))
    found: dict[str, Any] = memo_view(assessment, kb, language, outlook, changes_since(session, str(now)))["since"]
    return found


def test_findings_that_came_and_went_are_told_with_the_verdict(files: tuple[Path, Path]) -> None:
    since = view(files)
    assert since["title"] == "What changed since 1 October 2026"
    assert since["verdict"] == "The verdict was “Hold” and is “Not enough known” now."
    groups = {group["title"]: group["findings"] for group in since["groups"]}
    assert [one["code"] for one in groups["New (1)"]] == ["CDR-01"]
    (gone,) = groups["Gone (1)"]
    assert (gone["code"], gone["word"], gone["remark"], gone["anchor"]) == ("COM-02", "blocker", "put right", "")
    assert "the project's facts" in since["parts"]


def test_what_is_new_leads_to_its_place_in_the_memo(files: tuple[Path, Path]) -> None:
    (new,) = [one for group in view(files)["groups"] for one in group["findings"] if one["code"] == "CDR-01"]
    assert new["anchor"].startswith("finding-")


def test_nothing_is_said_without_an_earlier_assessment(kb: CompiledKnowledgeBase) -> None:
    assert memo_view(assess(NEW, kb, interpreter="evaluate"), kb, "ja")["since"] == {}


def test_the_command_writes_it_into_the_memo(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    saved, now = files
    target = now.with_suffix(".md")
    assert cli.run(["memo", str(now), "--since", str(saved), "--lang", "ja", "-o", str(target)]) == 0
    capsys.readouterr()
    text = target.read_text(encoding="utf-8")
    assert "## 2026年10月1日(木)からの変化" in text
    assert "- ▲ 重要 この事業にはコーディネーターがいません `CDR-01`" in text


def test_an_earlier_assessment_that_cannot_be_read_is_refused(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    saved, now = files
    saved.write_text('{"schema_version": 99}', encoding="utf-8")
    assert cli.run(["memo", str(now), "--since", str(saved)]) == 3
    assert "old.json" in capsys.readouterr().err
    assert not now.with_name("project.memo.html").exists()
