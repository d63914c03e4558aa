"""What is wrong in a table as a whole, its head and its columns, is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from xlsxwriter import Workbook

from advise.engine.compiled import CompiledKnowledgeBase

from ..sheet.office import converted, needs_office
from .calls import HEAD, ROWS, text_table, workbook
from .troubles import only, screened


def test_a_wrong_delimiter_is_told_with_the_row_that_cannot_be_read(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = text_table(tmp_path / "call.csv", [HEAD, *ROWS], delimiter="|")
    trouble = only(screened(kb, path)[1])
    assert trouble.problem.code == "T107"
    assert "id|project.name" in trouble.problem.message["en"]


def test_quotes_that_are_never_closed_are_told_with_the_line_where_they_begin(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "call.csv"
    path.write_text('id,project.name\nR1,Harbour\nR2,"Snow\nR3,Flowers\n', encoding="utf-8")
    trouble = only(screened(kb, path)[1])
    assert trouble.problem.code == "T104"
    assert "line 3" in trouble.problem.message["en"]


def test_100000_columns_are_refused_at_once(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    head = ["id", *(f"c{one}" for one in range(100_000))]
    path = text_table(tmp_path / "call.csv", [head, ["R1"]])
    assert only(screened(kb, path)[1]).problem.code == "T105"


def test_columns_that_stand_for_nothing_are_told_once_with_what_may_be_meant(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [["id", "project.phse", "budget"], ["R1", "idea", 3]]
    _, troubles, intake = screened(kb, text_table(tmp_path / "call.csv", rows))
    assert troubles == []
    told = [note["en"] for note in intake.notes]
    assert any("2 columns" in one and "budget" in one for one in told)
    assert any("“project.phse” may mean “phase”" in one for one in told)
    _, _, intake = screened(kb, text_table(tmp_path / "call.csv", [["id", "コーディネーターの有無"], ["R1", "有"]]))
    meant = kb.vocabulary.facts["coordinator.present"].label["ja"]
    assert any(f"「コーディネーターの有無」は「{meant}」" in note["ja"] for note in intake.notes)


def test_a_column_that_is_there_twice_is_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    rows = [["id", "project.phase", "project.phase"], ["R1", "idea", "idea"]]
    _, _, intake = screened(kb, text_table(tmp_path / "call.csv", rows))
    assert any("project.phase" in note["en"] and "B1" in note["en"] for note in intake.notes)


@pytest.mark.parametrize("end", [".xlsx", pytest.param(".ods", marks=needs_office)])
def test_a_cell_far_from_the_table_is_told_before_room_is_made_for_all_between(
    end: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "call.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("Projects")
        sheet.write_row(0, 0, HEAD)
        sheet.write(900_000, 0, "R1")
        sheet.write(1, 500, "x")
    trouble = only(screened(kb, converted(path, "ods") if end == ".ods" else path)[1])
    assert trouble.problem.code == "T129"
    assert "far from the table" in str(trouble.problem.cure)


@pytest.mark.parametrize("end", [".xlsx", ".parquet"])
def test_too_many_columns_are_told_as_such(end: str, kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    head, path = ["id", "project.phase", *(f"c{one}" for one in range(2_500))], tmp_path / f"call{end}"
    if end == ".xlsx":
        workbook(path, {"Projects": [head, ["x"] * len(head)]})
    else:
        pq.write_table(pa.Table.from_pylist([dict.fromkeys(head, "x")]), path)
    said = str(only(screened(kb, path)[1]).problem.message)
    assert "2,000" in said
    assert "質問票" not in said


def test_a_sheet_of_notes_is_no_table_even_if_one_of_its_words_is_the_name_of_a_fact(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    notes = [["Please fill in"], ["project.phase"], ["as soon as possible"]]
    path = workbook(tmp_path / "call.xlsx", {"Notes": notes, "Projects": [HEAD, *ROWS]})
    good, troubles, intake = screened(kb, path)
    assert (good, troubles) == (["R1", "R2", "R3"], [])
    assert [note["en"] for note in intake.notes] == [
        "call.xlsx: the worksheet “Notes” has no column that stands for a fact; it was left out."
    ]
