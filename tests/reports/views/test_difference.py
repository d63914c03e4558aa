"""What became different, as people read it: whose finding a plan is about, what a file alone shows, and two projects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.app import commands
from advise.reports.app.session import Session

from ...command_line import ran

TODAY = "2026-11-29"
CITY = {"id": "city", "name": "City", "kind": "municipality", "involved": True, "champion_identified": False}
DOCUMENT: dict[str, Any] = {
    "project": {"name": "Harbour", "phase": "preparation"},
    "organisations": [CITY, {**CITY, "id": "bay", "name": "Bay"}],
}
PLANNED = {"finding": "ORG-06", "response": "planned", "who": "Mori", "by": "Sato", "on": TODAY}


def told(folder: Path, kb: CompiledKnowledgeBase, old: Any, new: Any, language: str) -> str:
    """Return what is told of two documents."""
    for name, data in (("old.json", old), ("new.json", new)):
        (folder / name).write_text(json.dumps(data), encoding="utf-8")
    session = Session(lang=language, today=TODAY)
    session._bases[None, None] = kb
    said = ran(commands.diff, session, old=str(folder / "old.json"), new=str(folder / "new.json"))
    return " ".join(said.split())


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_plan_about_several_names_them_and_one_about_nothing_has_no_place_left_open(
    language: str, tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    text = told(tmp_path, kb, DOCUMENT, {**DOCUMENT, "responses": [PLANNED]}, language)
    assert {
        "en": "Bay has no champion at present (likewise: City): ",
        "ja": "Bayには、いま担い手がいません（Cityも同じ）：",
    }[language] in text
    nothing = {**DOCUMENT, "organisations": []}
    text = told(tmp_path, kb, nothing, {**nothing, "responses": [PLANNED]}, language)
    assert {"en": "ORG-06: nothing planned → Mori", "ja": "ORG-06：予定なし → Mori"}[language] in text
    assert "○○" not in text


def test_a_file_that_changed_is_no_fact_that_did(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "before.json"
    path.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    saved = assess(path, kb, today=TODAY, interpreter="evaluate").to_dict()
    text = told(tmp_path, kb, saved, {**DOCUMENT, "responses": [PLANNED]}, "en")
    assert (
        "Different: a response to a finding. The file is not the same, but no fact that was saved is different." in text
    )
    moved = {**DOCUMENT, "project": {"name": "Harbour", "phase": "idea"}}
    assert "Different, or possibly so: the project's facts." in told(tmp_path, kb, saved, moved, "en")


@pytest.mark.parametrize(
    ("language", "said", "unsaid"),
    [
        ("en", ["Harbour: old.json", "Pier: new.json", "Only in Harbour (", "the second one", "Facts that are not the same"],
         ["before:", "now:", "Came", "Went", "changed"]),
        ("ja", ["Harbour：old.json", "Pier：new.json", "Harbourだけの指摘", "二つ目は", "異なる事実"],
         ["前：", "今回", "増えた", "なくなった", "変わった"]),
    ],
)  # fmt: skip
def test_two_projects_have_no_before_and_after(
    language: str, said: list[str], unsaid: list[str], tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    other = {"project": {"name": "Pier", "phase": "preparation"}, "commitment": {"declared": False}}
    text = told(tmp_path, kb, {**DOCUMENT, "responses": [PLANNED]}, other, language)
    body = text.split("How causes were found")[0].split("理由の調べ方")[0]
    assert [one for one in said if one not in body] == []
    assert [one for one in unsaid if one in body.replace("one before and after", "")] == []
