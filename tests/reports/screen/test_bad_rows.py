"""What is wrong in a row of a table, or a line, is told with its number, and takes no other project with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.reading import encoding

from .calls import HEAD, ROWS, text_table, workbook
from .troubles import only, screened


def test_a_text_with_an_unquoted_delimiter_shifts_nothing_unseen(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "call.csv"
    path.write_text("id,project.name,project.phase\nR1,Harbour, north,idea\nR2,Snow,idea\n", encoding="utf-8")
    good, troubles, _ = screened(kb, path)
    assert good == ["R2"]
    assert {one.row for one in troubles} == {2}
    assert "T111" in {one.problem.code for one in troubles}


def test_two_projects_of_one_number_are_told_and_the_first_is_judged(kb: CompiledKnowledgeBase, tmp_path: Path) -> None:
    path = text_table(tmp_path / "call.csv", [HEAD, *ROWS, ["R1", "Again", "idea", ""]])
    good, troubles, _ = screened(kb, path)
    assert good == ["R1", "R2", "R3"]
    trouble = only(troubles)
    assert (trouble.problem.code, trouble.row, trouble.column) == ("T110", 5, "A")
    assert (trouble.head, trouble.value) == ("id", "R1")
    assert "call.csv:2" in trouble.problem.message["en"]


@pytest.mark.parametrize("word", ["合計", "Total", "小 計"])
def test_a_row_that_sums_others_up_is_no_project_and_is_told(
    word: str, kb: CompiledKnowledgeBase, tmp_path: Path
) -> None:
    good, troubles, intake = screened(kb, text_table(tmp_path / "call.csv", [HEAD, *ROWS, [word, "3 件", "", ""]]))
    assert (good, troubles, intake.total) == (["R1", "R2", "R3"], [], 3)
    [told] = [note["en"] for note in intake.notes]
    assert told.startswith(f"call.csv!A5: “{word}”")


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
