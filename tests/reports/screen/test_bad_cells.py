"""What is wrong in a cell of a table is told with its row, its column, what stands there and a cure."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from advise.engine.compiled import CompiledKnowledgeBase

from ..sheet.office import converted, needs_office
from .calls import HEAD, text_table
from .troubles import only, screened

CELLS = [
    ("commitment.declared", "maybe", "S111"),
    ("commitment.declared", "2", "S111"),
    ("top.dialogue_with", "市民、議会の人", "S123"),
    ("commitment.declared", "△", "S111"),
    ("project.phase", "later", "S111"),
    ("project.phase", 2, "S111"),
    ("city.population", "many", "S112"),
    ("city.population", -3, "S121"),
    ("city.population", date(2026, 10, 1), "S112"),
    ("commitment.declared", "#N/A", "S122"),
    ("project.name", "#REF!", "S122"),
]


@pytest.mark.parametrize(("fact", "cell", "code"), CELLS, ids=str)
def test_a_cell_that_is_no_answer_is_told_with_row_column_value_and_cure(
    fact: str, cell: Any, code: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "call.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("Calls")
        sheet.write_row(0, 0, ["id", fact])
        sheet.write_row(1, 0, ["R1"])
        if isinstance(cell, date):
            sheet.write_datetime(1, 1, cell, book.add_format({"num_format": "yyyy-mm-dd"}))
        else:
            sheet.write(1, 1, cell)
        sheet.write_row(2, 0, ["R2"])
    good, troubles, _ = screened(kb, path)
    trouble = only(troubles)
    assert good == ["R2"]
    assert (trouble.row, trouble.column, trouble.head, trouble.id) == (2, "B", fact, "R1")
    assert trouble.problem.code == code
    assert trouble.value


@pytest.mark.parametrize("head", ["goals", "kpis[].goals"])
def test_what_is_meant_by_a_name_that_became_a_date_is_not_guessed(
    head: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "call.xlsx"
    with Workbook(path) as book:
        date_format = book.add_format({"num_format": "m-d"})
        sheet = book.add_worksheet("Projects")
        sheet.write_row(0, 0, ["id", "project.phase", "goals"])
        sheet.write_row(1, 0, ["R1", "idea"])
        kpis = book.add_worksheet("kpis")
        kpis.write_row(0, 0, ["project", "id", "kpis[].goals"])
        kpis.write_row(1, 0, ["R1", "k1"])
        (sheet if head == "goals" else kpis).write_datetime(1, 2, date(2026, 1, 2), date_format)
    assert only(screened(kb, path)[1]).problem.code == "T116"


def test_a_number_that_became_a_date_is_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_datetime(1, 0, date(2026, 1, 2), book.add_format({"num_format": "m-d"}))
        sheet.write_string(1, 2, "idea")
    assert only(screened(kb, path)[1]).problem.code == "T116"


def test_a_formula_counts_by_its_result_and_without_one_is_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("Calls")
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ["R1", "Harbour", "idea"])
        sheet.write_formula(1, 3, '=IF(1,"yes","no")', None, "yes")
        sheet.write_row(2, 0, ["R2", "Snow", "idea"])
        sheet.write_formula(2, 3, '=IF(1,"yes","no")', None, "")
    good, troubles, _ = screened(kb, path)
    assert good == ["R1"]
    trouble = only(troubles)
    assert (trouble.problem.code, trouble.row, trouble.column) == ("T115", 3, "D")


def erroneous(path: Path, *, pasted: bool) -> Path:
    """Write a table in which an error stands for an answer, as the result of a formula or pasted as a value."""
    with Workbook(path) as book:
        sheet = book.add_worksheet("Calls")
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ["R1", "Harbour", "idea"])
        sheet.write_formula(1, 3, "=NA()", None, "#N/A")
    if pasted:
        kept = io.BytesIO()
        with zipfile.ZipFile(path) as book, zipfile.ZipFile(kept, "w") as other:
            for name in book.namelist():
                other.writestr(name, book.read(name).replace(b"<f>NA()</f>", b""))
        path.write_bytes(kept.getvalue())
    return path


@pytest.mark.parametrize("pasted", [False, True])
def test_an_error_of_a_spreadsheet_program_is_told_as_one(
    pasted: bool, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    trouble = only(screened(kb, erroneous(tmp_path / "call.xlsx", pasted=pasted))[1])
    assert (trouble.problem.code, trouble.row, trouble.column, trouble.value) == ("S122", 2, "D", "#N/A")


@needs_office
def test_an_error_in_an_ods_file_is_told_as_one(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = converted(erroneous(tmp_path / "call.xlsx", pasted=False), "ods")
    assert only(screened(kb, path)[1]).problem.code == "S122"


def test_a_cell_that_is_merged_with_the_one_above_is_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("Calls")
        sheet.write_row(0, 0, HEAD)
        sheet.write_column(1, 0, ["R1", "R2"])
        sheet.merge_range(1, 2, 2, 2, "idea")
    good, troubles, _ = screened(kb, path)
    assert good == ["R1"]
    trouble = only(troubles)
    assert (trouble.problem.code, trouble.row, trouble.column) == ("T114", 3, "C")
    assert "Calls!C2" in trouble.problem.message["en"]


@needs_office
def test_an_ods_file_is_read_and_its_merged_cells_are_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("Calls")
        sheet.write_row(0, 0, HEAD)
        sheet.write_column(1, 0, ["R1", "R2", "R3"])
        sheet.merge_range(1, 2, 2, 2, "idea")
        sheet.write_column(1, 3, ["はい", "no", "○"])
    good, troubles, _ = screened(kb, converted(path, "ods"))
    assert good == ["R1", "R3"]
    trouble = only(troubles)
    assert (trouble.problem.code, trouble.row, trouble.column) == ("T114", 3, "C")
    assert "Calls!C2" in trouble.problem.message["en"]


def test_a_long_cell_is_read_whatever_was_read_before(
    kb: CompiledKnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv.field_size_limit(131_072)
    long = "x" * 140_000
    path = text_table(tmp_path / "call.csv", [["budget", "id", "project.name"], [long, "R1", "Harbour"]], ";")
    good, troubles, _ = screened(kb, path)
    assert (good, troubles) == (["R1"], [])


@pytest.mark.parametrize("end", ["xlsx", pytest.param("ods", marks=needs_office)])
@pytest.mark.parametrize("part", ["cell", "text", "number", "id"])
def test_what_is_crossed_out_in_a_workbook_is_no_answer_and_is_told(
    part: str, end: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "call.xlsx"
    with Workbook(path) as book:
        line = book.add_format({"font_strikeout": True})
        sheet = book.add_worksheet("Calls")
        sheet.write_row(0, 0, ["id", "commitment.declared", "city.population"])
        sheet.write_row(1, 0, ["R1", "yes", 300])
        sheet.write_row(2, 0, ["R2", "yes", 300])
        sheet.write_blank(2, 3, None, line)
        if part == "text":
            sheet.write_rich_string(1, 1, line, "no", " yes")
        else:
            column = ["id", "cell", "number"].index(part)
            sheet.write(1, column, ["R1", "yes", 300][column], line)
    good, troubles, _ = screened(kb, path if end == "xlsx" else converted(path, end))
    trouble = only(troubles)
    assert (trouble.problem.code, trouble.row, trouble.id) == ("S127", 2, "R1")
    assert good == ["R2"]
