"""A file of which nothing or only a part can be read is told, and takes no other file with it."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from advise.cli import main
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.problem import ProblemsError

from .calls import HEAD, ROWS, text_table, workbook
from .troubles import only, screened


@pytest.mark.parametrize("end", [".csv", ".parquet", ".xlsx"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_results_of_an_earlier_run_are_no_projects(
    end: str, language: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    call, results = text_table(tmp_path / "call.csv", [HEAD, *ROWS]), tmp_path / f"results{end}"
    with pytest.raises(SystemExit) as ended:
        main(["screen", str(call), "-o", str(results), "--lang", language])
    assert ended.value.code == 0
    good, bad, _ = screened(kb, results)
    assert good == []
    assert only(bad).problem.code == "T124"


def test_mixed_encodings_are_told_with_the_line(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.csv"
    lines = ["id,project.name,project.phase", *(f"R{one},港湾の見守りサービス,準備" for one in range(9))]
    path.write_bytes("\r\n".join(lines).encode() + b"\r\n" + "R9,除雪,準備\r\n".encode("cp932"))
    trouble = only(screened(kb, path)[1])
    assert (trouble.problem.code, trouble.row) == ("P108", 11)


def test_two_files_of_one_name_in_a_folder_are_told_apart(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "plan.json").write_text("{", encoding="utf-8")
    assert [one.file for one in screened(kb, tmp_path)[1]] == ["a/plan.json", "b/plan.json"]


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def without_sheet(path: Path) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(kept, "w") as other:
        for name in book.namelist():
            other.writestr(name, b"<broken" if name.endswith("sheet1.xml") else book.read(name))
    path.write_bytes(kept.getvalue())


@pytest.mark.parametrize("damage", [damaged, without_sheet])
def test_a_damaged_workbook_is_told(damage: Any, kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = workbook(tmp_path / "call.xlsx", {"Projects": [HEAD, *ROWS]})
    damage(path)
    only(screened(kb, path)[1])


def test_a_file_that_is_not_there_takes_no_other_with_it(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = text_table(tmp_path / "call.csv", [HEAD, *ROWS])
    good, troubles, _ = screened(kb, tmp_path / "none.csv", tmp_path / "none.xlsx", path)
    assert good == ["R1", "R2", "R3"]
    assert [one.problem.code for one in troubles] == ["T101", "S101"]


def test_an_empty_folder_and_an_empty_table_are_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.csv").write_text("\n\n")
    book = workbook(tmp_path / "empty.xlsx", {"Projects": []})
    _, troubles, _ = screened(kb, tmp_path / "empty", tmp_path / "empty.csv", book)
    assert [one.problem.code for one in troubles] == ["T106", "P106", "T108"]


def test_ndjson_in_utf_16_or_packed_is_told_once_and_not_line_by_line(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    lines = '{"id": "R1"}\n{"id": "R2"}\n'
    (tmp_path / "word.ndjson").write_text(lines, encoding="utf-16")
    (tmp_path / "plain.ndjson").write_text(lines, encoding="utf-16-le")
    (tmp_path / "packed.ndjson").write_bytes(gzip.compress(lines.encode()))
    good, troubles, _ = screened(kb, *sorted(tmp_path.iterdir()))
    assert good == []
    assert [(one.file, one.problem.code) for one in troubles] == [
        (name, "T138") for name in ("packed.ndjson", "plain.ndjson", "word.ndjson")
    ]


def test_nothing_is_raised_but_problems(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,project.phase\n\x00\x00\n")
    (tmp_path / "b.ndjson").write_bytes(b"\xff\xfe\n\n[1]\n1e999\n")
    try:
        screened(kb, tmp_path / "a.csv", tmp_path / "b.ndjson")
    except ProblemsError:
        pytest.fail("a file's problems are its own")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["call.csv", "call.ndjson", "call.xlsx", "call.parquet"])
def test_a_pipe_is_refused_and_not_waited_for(name: str, kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    trouble = only(screened(kb, tmp_path / name)[1])
    assert "a device or a pipe, not a file" in trouble.problem.message["en"]
    assert "パイプ" in trouble.problem.message["ja"]
