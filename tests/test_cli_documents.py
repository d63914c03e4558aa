"""A file that is named like a memo gets one, whichever command is asked for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .command_line import Runner, files, project

pytestmark = pytest.mark.usefixtures("elsewhere")
BEGINS = {"html": b"<!doctype html>", "md": b"<!--", "docx": b"PK", "pdf": b"%PDF"}


@pytest.mark.parametrize("ending", BEGINS)
@pytest.mark.parametrize("command", ["", "check ", "memo "])
def test_a_result_with_the_name_of_a_memo_is_one(command: str, ending: str, advise: Runner) -> None:
    pytest.importorskip("docx")
    pytest.importorskip("typst")
    project()
    ended = advise(*f"{command}project.json -o told.{ending}".split())
    assert (ended.code, files()) == (0, ["project.json", f"told.{ending}"])
    assert Path(f"told.{ending}").read_bytes().startswith(BEGINS[ending])
    assert f"told.{ending}" in ended.err
    assert ("Verdict  Hold" in ended.out) is (command != "memo ")


def test_a_memo_on_standard_output_stands_there_alone(advise: Runner) -> None:
    project()
    ended = advise("project.json", "-o", "-.html")
    assert (ended.code, files()) == (0, ["project.json"])
    assert ended.out == advise("memo", "project.json", "-o", "-.html").out
    assert "-.html" not in ended.err


def test_a_memo_is_of_one_project(advise: Runner) -> None:
    project()
    project(name="other.json")
    ended = advise("project.json", "other.json", "-o", "both.docx")
    assert (ended.code, files()) == (2, ["other.json", "project.json"])
    assert "'both.docx' holds the memo of one project" in ended.err
    assert "advise memo project.json -o both.docx" in ended.err
    assert "'-o' names one file" in advise("project.json", "-o", "a.docx", "-o", "b.pdf").err
    assert "'a.docx' does not go with -f json" in advise("project.json", "-f", "json", "-o", "a.docx").err


def test_a_result_whose_name_says_json_is_json(advise: Runner) -> None:
    project()
    ended = advise("check", "project.json", "-o", "result.json")
    assert (ended.code, files()) == (0, ["project.json", "result.json"])
    assert json.loads(Path("result.json").read_bytes())["verdict"] == "hold"
    assert "'result.json' does not go with -f md" in advise("project.json", "-f", "md", "-o", "result.json").err
    assert advise("project.json", "-f", "json", "-o", "result.json").code == 0


def test_a_memo_of_what_is_assumed_can_be_named(advise: Runner) -> None:
    project()
    ended = advise("project.json", "--set", "commitment.declared=true", "-o", "told.html")
    assert (ended.code, files()) == (0, ["project.json", "told.html"])
