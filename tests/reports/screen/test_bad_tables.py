"""What is wrong in a table is told with its place and a cure, and takes no other project with it."""

from __future__ import annotations

import csv
import gzip
import io
import os
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from xlsxwriter import Workbook

from advise.cli import main
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.problems.problem import ProblemsError
from advise.engine.reading import encoding
from advise.reports.screen.entry import EntryTrouble
from advise.reports.screen.intake import Intake

from ..sheet.office import converted, needs_office
from .calls import HEAD, ROWS, text_table, workbook


def screened(kb: CompiledKnowledgeBase, *paths: Path) -> tuple[list[str], list[EntryTrouble], Intake]:
    """Return the projects that can be judged, and all that is wrong."""
    intake = Intake(kb)
    intake.look(list(paths))
    good: list[str] = []
    bad: list[EntryTrouble] = []
    for entry in intake.entries():
        project, wrong = entry.read(kb)
        good += [entry.id] if project is not None else []
        bad += wrong
    return good, [*bad, *intake.troubles], intake


def only(troubles: list[EntryTrouble]) -> EntryTrouble:
    """Return what is wrong, which is one thing, with a cure."""
    [trouble] = troubles
    assert trouble.problem.cure is not None
    assert all(trouble.problem.cure.values())
    return trouble


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


def test_a_wrong_delimiter_is_told_with_the_row_that_cannot_be_read(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = text_table(tmp_path / "call.csv", [HEAD, *ROWS], delimiter="|")
    trouble = only(screened(kb, path)[1])
    assert trouble.problem.code == "T107"
    assert "id|project.name" in trouble.problem.message["en"]


def test_mixed_encodings_are_told_with_the_line(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.csv"
    lines = ["id,project.name,project.phase", *(f"R{one},港湾の見守りサービス,準備" for one in range(9))]
    path.write_bytes("\r\n".join(lines).encode() + b"\r\n" + "R9,除雪,準備\r\n".encode("cp932"))
    trouble = only(screened(kb, path)[1])
    assert (trouble.problem.code, trouble.row) == ("P108", 11)


def test_a_text_with_an_unquoted_delimiter_shifts_nothing_unseen(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.csv"
    path.write_text("id,project.name,project.phase\nR1,Harbour, north,idea\nR2,Snow,idea\n", encoding="utf-8")
    good, troubles, _ = screened(kb, path)
    assert good == ["R2"]
    assert {one.row for one in troubles} == {2}
    assert "T111" in {one.problem.code for one in troubles}


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


def test_two_projects_of_one_number_are_told_and_the_first_is_judged(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = text_table(tmp_path / "call.csv", [HEAD, *ROWS, ["R1", "Again", "idea", ""]])
    good, troubles, _ = screened(kb, path)
    assert good == ["R1", "R2", "R3"]
    trouble = only(troubles)
    assert (trouble.problem.code, trouble.row, trouble.column) == ("T110", 5, "A")
    assert (trouble.head, trouble.value) == ("id", "R1")
    assert "call.csv:2" in trouble.problem.message["en"]


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


@pytest.mark.parametrize("word", ["合計", "Total", "小 計"])
def test_a_row_that_sums_others_up_is_no_project_and_is_told(
    word: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    good, troubles, intake = screened(kb, text_table(tmp_path / "call.csv", [HEAD, *ROWS, [word, "3 件", "", ""]]))
    assert (good, troubles, intake.total) == (["R1", "R2", "R3"], [], 3)
    [told] = [note["en"] for note in intake.notes]
    assert told.startswith(f"call.csv!A5: “{word}”")


def test_a_column_that_is_there_twice_is_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    rows = [["id", "project.phase", "project.phase"], ["R1", "idea", "idea"]]
    _, _, intake = screened(kb, text_table(tmp_path / "call.csv", rows))
    assert any("project.phase" in note["en"] and "B1" in note["en"] for note in intake.notes)


def test_elements_of_no_project_and_elements_without_a_name_are_told(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    goals = [["project", "id"], ["R9", "g1"], ["R1", ""]]
    path = workbook(tmp_path / "call.xlsx", {"Projects": [HEAD, *ROWS], "goals": goals})
    good, troubles, _ = screened(kb, path)
    assert {one.problem.code for one in troubles} == {"T112", "T113"}
    assert good == ["R2", "R3"]


@pytest.mark.parametrize(
    ("project", "code", "says"),
    [("R9", "T113", "R9"), ("", "T125", "Project no."), ("ｒ１", "T126", "'R1'")],
)
def test_a_row_of_no_project_is_told_with_its_cell(
    project: str, code: str, says: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    goals = [["name", "project"], ["Fewer falls", project]]
    path = workbook(tmp_path / "call.xlsx", {"Projects": [HEAD, *ROWS], "goals": goals})
    good, troubles, _ = screened(kb, path)
    assert good == ["R1", "R2", "R3"]
    trouble = only(troubles)
    assert (trouble.problem.code, trouble.column, trouble.head) == (code, "B", "project")
    assert trouble.value == project
    assert says in str(trouble.problem)


def test_what_is_wrong_in_a_row_of_no_project_is_told_at_once(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    organisations = [["project", "id", "kind"], ["R9", "o1", "whatever"]]
    path = workbook(tmp_path / "call.xlsx", {"Projects": [HEAD, *ROWS], "organisations": organisations})
    assert [one.problem.code for one in screened(kb, path)[1]] == ["S111", "T113"]


def test_a_project_no_that_is_merged_over_the_rows_of_a_list_is_told_as_such(
    kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "call.xlsx"
    with Workbook(path) as book:
        book.add_worksheet("Projects").write_row(0, 0, HEAD)
        sheet = book.add_worksheet("goals")
        sheet.write_row(0, 0, ["project", "id"])
        sheet.write_column(1, 1, ["g1", "g2"])
        sheet.merge_range(1, 0, 2, 0, "R1")
    assert [(one.problem.code, one.row) for one in screened(kb, path)[1]] == [("T113", 2), ("T114", 3)]


def test_rows_of_a_list_find_their_project_however_its_no_is_encoded(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    goals = [["project", "id"], ["コ\u3099ール", "g1"]]
    path = workbook(tmp_path / "call.xlsx", {"Projects": [HEAD, ["ゴール", "x", "idea"]], "goals": goals})
    good, troubles, _ = screened(kb, path)
    assert (good, troubles) == (["ゴール"], [])


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


def test_two_files_of_one_name_in_a_folder_are_told_apart(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "plan.json").write_text("{", encoding="utf-8")
    assert [one.file for one in screened(kb, tmp_path)[1]] == ["a/plan.json", "b/plan.json"]


def test_a_line_of_ndjson_that_is_no_project_is_told_with_its_number(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.ndjson"
    lines = [
        '{"id": "R1"}',
        '{"id": "R2", "project": {"phase": "later"}}',
        '{"id": "R3"',
        '{"id": 4.5}',
        '{"id": "R5"}',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    good, troubles, _ = screened(kb, path)
    assert good == ["R1", "R5"]
    assert [one.row for one in troubles] == [2, 3, 4]
    assert troubles[0].id == "R2"
    assert troubles[0].value == '"later"'


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["call.csv", "call.ndjson", "call.xlsx", "call.parquet"])
def test_a_pipe_is_refused_and_not_waited_for(name: str, kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    trouble = only(screened(kb, tmp_path / name)[1])
    assert "a device or a pipe, not a file" in trouble.problem.message["en"]
    assert "パイプ" in trouble.problem.message["ja"]


@pytest.mark.parametrize("size", [300, 600, 2_000])
def test_no_more_of_a_line_is_read_than_a_document_may_have(
    size: int, kb: CompiledKnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advise.engine.reading.encoding.LARGEST", 100)
    long = '{"project": {"name": "' + "x" * size + '"}}\n'
    path = tmp_path / "call.ndjson"
    path.write_text(f'{{"id": "R1"}}\n{long}\n{{"id": "R2"}}\n', encoding="utf-8")
    good, troubles, intake = screened(kb, path)
    assert good == ["R1", "R2"]
    assert intake.total == 3
    trouble = only(troubles)
    assert (trouble.problem.code, trouble.row) == ("P107", 2)
    with path.open("rb") as file:
        assert max(map(len, encoding.lines_of(file))) == 101


def test_a_long_cell_is_read_whatever_was_read_before(
    kb: CompiledKnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv.field_size_limit(131_072)
    long = "x" * 140_000
    path = text_table(tmp_path / "call.csv", [["budget", "id", "project.name"], [long, "R1", "Harbour"]], ";")
    good, troubles, _ = screened(kb, path)
    assert (good, troubles) == (["R1"], [])
