"""What changed since the last memo: verdict, findings that came, went or weigh otherwise, and the part that changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise import cli
from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.app.session import Session, changes_since
from advise.reports.writers.blocks import Item, Paragraph, plain

from ..memos import part, render_html, report
from ..pages import read_page

OLD: dict[str, Any] = {"lang": "en", "commitment": {"declared": True, "by": "staff"}}
NEW: dict[str, Any] = {"lang": "en", "commitment": {"declared": True, "by": "ceo"}, "coordinator": {"present": False}}


@pytest.fixture
def files(tmp_path: Path, kb: CompiledKnowledgeBase) -> tuple[Path, Path]:
    saved, now = tmp_path / "old.json", tmp_path / "project.json"
    form = assess(OLD, kb, today="2026-10-01", interpreter="evaluate").to_dict()
    saved.write_text(json.dumps(form), encoding="utf-8")
    now.write_text(json.dumps(NEW), encoding="utf-8")
    return saved, now


def told(files: tuple[Path, Path], language: str = "en") -> tuple[str, list[str]]:
    """Return the line about what changed, and what is folded behind it."""
    saved, now = files
    session = Session(since=str(saved), today="2026-11-22")
    assessment, kb, outlook = session.foresee(str(now))
    found = report(assessment, kb, language, outlook, changes_since(session, str(now)))
    line = next(block for block in found.blocks if isinstance(block, Paragraph))
    return plain(line.text), [plain(one.text) for one in part(found, "since") if isinstance(one, Item)]


def test_findings_that_came_and_went_are_told_with_the_verdict(files: tuple[Path, Path]) -> None:
    line, items = told(files)
    assert line == (
        "What changed since 1 October 2026: The verdict was “Hold” and is “No verdict yet” now. New (1), Gone (1). "
        "Different since then: the project's facts."
    )
    assert items == [
        "New (1) The project has no coordinator CDR-01",
        "Gone (1) The declaration was made by someone below the top put right COM-02",
    ]


def test_of_another_project_no_change_is_told(files: tuple[Path, Path], kb: CompiledKnowledgeBase) -> None:
    saved, now = files
    form = assess({**OLD, "project": {"name": "Harvest"}}, kb, today="2026-10-01", interpreter="evaluate").to_dict()
    saved.write_text(json.dumps(form), encoding="utf-8")
    now.write_text(json.dumps({**NEW, "project": {"name": "Izuko"}}), encoding="utf-8")
    session = Session(since=str(saved), today="2026-11-22")
    assessment, rules, outlook = session.foresee(str(now))
    found = report(assessment, rules, "en", outlook, changes_since(session, str(now)))
    line = next(block for block in found.blocks if isinstance(block, Paragraph))
    assert plain(line.text) == (
        "These are two different projects, not one before and after. "
        "The verdict on Harvest is “Hold”, on Izuko “No verdict yet”."
    )
    assert part(found, "since") == ()


def test_what_is_new_leads_to_its_place_in_the_memo(files: tuple[Path, Path]) -> None:
    saved, now = files
    session = Session(since=str(saved), today="2026-11-22")
    assessment, kb, outlook = session.foresee(str(now))
    page = read_page(render_html(assessment, kb, "en", outlook, changes_since(session, str(now))))
    (fold,) = page.all("details", id="since")
    assert [(one.text, one.attributes["href"][:13]) for one in fold.all("a")] == [("CDR-01", "#row-finding-")]


def test_nothing_is_said_without_an_earlier_assessment(kb: CompiledKnowledgeBase) -> None:
    assert part(report(assess(NEW, kb, interpreter="evaluate"), kb, "ja"), "since") == ()


def test_the_command_writes_it_into_the_memo(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    saved, now = files
    target = now.with_suffix(".md")
    assert cli.run(["memo", str(now), "--since", str(saved), "--lang", "ja", "-o", str(target)]) == 0
    capsys.readouterr()
    text = target.read_text(encoding="utf-8")
    assert "2026年10月1日(木)からの変化：" in text
    assert "- ▲ 重要 新たに加わった指摘（1件） この事業にはコーディネーターがいません `CDR-01`" in text


def test_an_earlier_assessment_that_cannot_be_read_is_refused(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    saved, now = files
    saved.write_text('{"schema_version": 99}', encoding="utf-8")
    assert cli.run(["memo", str(now), "--since", str(saved)]) == 3
    assert "old.json" in capsys.readouterr().err
    assert not now.with_name("project.memo.html").exists()
