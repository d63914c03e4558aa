"""What is typed is stored as it was typed, in whatever encoding, or asked once more."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.interview.face import run_interview


def named(typed: bytes, codec: str, path: Path, kb: CompiledKnowledgeBase) -> tuple[str | None, str]:
    """Answer what the company is called; return the name that was stored, and what the screen showed."""
    keyboard = io.TextIOWrapper(io.BytesIO(typed), encoding=codec, errors="surrogateescape")
    screen = io.StringIO()
    run_interview(path, kb, "en", input=keyboard, output=screen, today="2026-11-22")
    organisations = json.loads(path.read_text(encoding="utf-8")).get("organisations") or [{}]
    return organisations[0].get("name"), screen.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp"])
def test_a_name_typed_in_another_encoding_is_stored_as_it_was_typed(
    encoding: str, tmp_path: Path, kb: CompiledKnowledgeBase
) -> None:
    name, _ = named("港のまちづくり\nq\n".encode(encoding), "utf-8", tmp_path / "p.json", kb)
    assert name == "港のまちづくり"


def test_every_name_that_is_told_as_added_is_in_the_file(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    path = tmp_path / "p.json"
    _, shown = named("青葉電機、別会社\n千草市，青森市\nq\n".encode(), "utf-8", path, kb)
    stored = json.loads(path.read_text(encoding="utf-8"))["organisations"]
    assert [(one["name"], one["kind"]) for one in stored] == [
        ("青葉電機", "own_company"),
        ("別会社", "own_company"),
        ("千草市", "municipality"),
        ("青森市", "municipality"),
    ]
    assert [one["name"] for one in stored if one["name"] not in shown] == []


def test_what_is_no_text_at_all_is_asked_once_more(tmp_path: Path, kb: CompiledKnowledgeBase) -> None:
    name, shown = named(b"\x80\xff\xfd\nHarbour\nq\n", "utf-8", tmp_path / "p.json", kb)
    assert name == "Harbour"
    assert "This is no text in any encoding that can be read." in shown
