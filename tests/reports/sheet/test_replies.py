"""What the cells of a row say together: nothing that somebody wrote is dropped without a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from ...command_line import Runner
from .office import AT, converted, filled, needs_office, tables

pytestmark = pytest.mark.usefixtures("elsewhere")
VISITED = "top.visited_site@"


def read(advise: Runner, project: dict[str, Any], *, code: int = 0, **cells: Any) -> tuple[Any, str]:
    """Fill in the sheet of a project, with all that is answered; return what the file then says, and what is told."""
    Path("project.json").write_text(json.dumps(project), encoding="utf-8")
    Path("q.xlsx").unlink(missing_ok=True)
    assert advise("sheet", "make", "project.json", "-o", "q.xlsx", "--lang", "ja", "--all").code == 0
    filled(Path("q.xlsx"), **cells)
    ended = advise("sheet", "read", "q.xlsx", "project.json", "--lang", "ja", "--today", "2026-11-22")
    assert ended.code == code, ended.err
    return json.loads(Path("project.json").read_bytes()), ended.err


@pytest.mark.parametrize(
    ("id_", "answer"),
    [
        (VISITED, ""),
        ("goals@", "安心"),
        ("goals@", "0"),
    ],
)
def test_a_remark_for_which_the_file_has_no_place_is_told_with_its_cell(id_: str, answer: str, advise: Runner) -> None:
    _, told = read(advise, {}, answers={id_: answer}, source={id_: "来月に視察の予定"})
    assert told.count("来月に視察の予定") == 1
    assert "!G" in told


@pytest.mark.parametrize(("id_", "answer"), [(VISITED, "当てはまらない"), (VISITED, "不明"), ("goals@", "分からない")])
def test_a_remark_beside_an_answer_that_is_no_value_is_kept_with_it_and_told_in_the_memo(
    id_: str, answer: str, advise: Runner
) -> None:
    written, told = read(advise, {}, answers={id_: answer}, source={id_: "来月に視察の予定"})
    assert (written["asked"][0]["remark"], told) == ("来月に視察の予定", "")
    again, told = read(advise, written, answers={}, by=None)
    assert (again, told) == (written, "")
    more, _ = read(advise, written, answers={}, source={id_: "視察は五月"})
    assert more["asked"][0]["remark"] == "視察は五月"
    assert advise("memo", "project.json", "-o", "memo.md", "--lang", "ja").code == 0
    assert "「視察は五月」" in Path("memo.md").read_text(encoding="utf-8")


def test_of_two_places_where_an_answer_comes_from_both_are_kept(advise: Runner) -> None:
    written, told = read(advise, {}, answers={VISITED: "はい # 出張報告"}, source={VISITED: "議事録 4"})
    assert (written["top"]["visited_site"]["source"], told) == ("出張報告; 議事録 4", "")


@pytest.mark.parametrize("answer", ["はい", "当てはまらない"])
def test_a_name_beside_an_answer_is_told_with_its_cell(answer: str, advise: Runner) -> None:
    written, told = read(advise, {}, answers={VISITED: answer}, whom={VISITED: "森"})
    assert "森" not in json.dumps(written, ensure_ascii=False)
    assert "残しません（答えがあるので、分かる方のお名前は使いません）: 森" in told
    assert "!F" in told


def test_of_what_is_kept_nothing_is_told(advise: Runner) -> None:
    written, told = read(advise, {}, answers={VISITED: "分からない"}, whom={VISITED: "森"})
    assert (written["asked"][0]["whom"], told) == ("森", "")
    written, told = read(advise, {}, answers={VISITED: "はい"}, source={VISITED: "出張報告"})
    assert (written["top"]["visited_site"]["source"], told) == ("出張報告", "")


def test_a_remark_on_a_list_of_which_nothing_is_new_is_told(advise: Runner) -> None:
    project = {"goals": [{"id": "g", "name": "安心"}]}
    written, told = read(advise, project, answers={}, source={"goals@": "見直す予定"})
    assert written == project
    assert "見直す予定" in told


@pytest.mark.parametrize(
    ("remark", "source"),
    [({}, "q.xlsx "), ({VISITED: ""}, "q.xlsx "), ({VISITED: "議事録 4"}, "議事録 4")],
    ids=["left", "cleared", "new"],
)
def test_a_changed_answer_does_not_rest_on_what_the_old_one_came_from(
    remark: dict[str, str], source: str, advise: Runner
) -> None:
    old = {"value": True, "source": "議事録 3", "as_of": "2026-01-15", "by": "森"}
    written, _ = read(advise, {"top": {"visited_site": old}}, answers={VISITED: "いいえ"}, source=remark, by="鈴木")
    new = written["top"]["visited_site"]
    assert (new["value"], new["as_of"], new["by"]) == (False, "2026-11-22", "鈴木")
    assert new["source"].startswith(source)


def test_names_are_parted_as_in_an_interview(advise: Runner) -> None:
    written, _ = read(
        advise, {}, answers={"organisations@": "千草市、青森市，Fujitsu, Ltd.", "goals@": "「安全、安心」"}
    )
    assert [one["name"] for one in written["organisations"]] == ["千草市", "青森市", "Fujitsu, Ltd."]
    assert [one["name"] for one in written["goals"]] == ["安全、安心"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [("分かりません", "unknown"), ("不明です。", "unknown"), ("未確認", "unknown"), ("I don't know", "unknown"),
     ("対象外", "not_applicable"), ("該当しない", "not_applicable")],
)  # fmt: skip
def test_that_something_is_not_known_or_does_not_apply_is_read_as_people_write_it(
    word: str, kind: str, advise: Runner
) -> None:
    written, _ = read(advise, {}, answers={VISITED: word})
    assert written["asked"][0]["answer"] == kind


@pytest.mark.parametrize("word", ["なし", "N/A", "該当なし"])
def test_what_says_that_there_is_no_name_is_told_with_its_cell(word: str, advise: Runner) -> None:
    written, told = read(advise, {"project": {"name": "港"}}, code=3, answers={"project.name@": word})
    assert (written, f"「{word}」は名前ではありません" in told) == ({"project": {"name": "港"}}, True)
    written, _ = read(advise, {"project": {"name": "港"}}, answers={"project.name@": f"「{word}」"})
    assert written["project"]["name"]["value"] == word


@pytest.mark.parametrize("form", ["xlsx", pytest.param("ods", marks=needs_office)])
@pytest.mark.parametrize("part", ["whole", "part", "source", "column"])
def test_what_is_crossed_out_is_not_taken_for_an_answer(part: str, form: str, advise: Runner) -> None:
    Path("project.json").write_text("{}", encoding="utf-8")
    assert advise("sheet", "make", "project.json", "-o", "q.xlsx", "--lang", "ja").code == 0
    found = tables(filled(Path("q.xlsx"), {VISITED: "はい"}, source={VISITED: "出張報告"}))
    with Workbook("q.xlsx") as book:
        line = book.add_format({"font_strikeout": True})
        for name, table in found.items():
            sheet = book.add_worksheet(name)
            if part == "column":
                sheet.set_column(AT["answer"], AT["answer"], 20, line)
            for number, row in enumerate(table):
                for column, cell in enumerate(row):
                    sheet.write(number, column, cell, line if part == "column" and column == AT["answer"] else None)
                if len(row) > AT["id"] and row[AT["id"]] == VISITED and part == "part":
                    sheet.write_rich_string(number, AT["answer"], line, "いい", "はい")
                elif len(row) > AT["id"] and row[AT["id"]] == VISITED and part != "column":
                    at = AT["answer" if part == "whole" else "source"]
                    sheet.write(number, at, row[at], line)
    came = Path("q.xlsx") if form == "xlsx" else converted(Path("q.xlsx").resolve(), form)
    ended = advise("sheet", "read", came, "project.json", "--lang", "ja")
    assert ended.code == 3
    assert "取り消し線が引かれています" in ended.err
    assert Path("project.json").read_text(encoding="utf-8") == "{}"


def test_the_lines_of_a_cell_that_is_no_answer_are_told_beside_each_other(advise: Runner) -> None:
    _, told = read(advise, {}, code=3, answers={VISITED: "はい（企画課）\nいいえ（福祉課）"})
    assert "「はい（企画課） / いいえ（福祉課）」" in told


@pytest.mark.parametrize(
    ("by", "unsigned"),
    [
        ({"自社のトップ": "阿部", "事業責任者": ""}, ["事業責任者"]),
        ({"自社のトップ": "", "事業責任者": "森"}, ["自社のトップ"]),
        ({"自社のトップ": "阿部", "事業責任者": "森"}, []),
        ({}, []),
    ],
    ids=str,
)
def test_a_page_with_answers_that_nobody_signed_is_told_where_another_is_signed(
    by: dict[str, str], unsigned: list[str], advise: Runner
) -> None:
    written, told = read(advise, {}, answers={VISITED: "はい", "project.origin@": "地域の課題"}, by=by)
    assert told.splitlines() == [f"{page}: 答えた方のお名前がありません。お名前なしで残します。" for page in unsigned]
    assert written["top"]["visited_site"].get("by", "") == by.get("自社のトップ", "")


def test_a_page_without_answers_need_not_be_signed_and_a_name_that_is_stated_signs_all(advise: Runner) -> None:
    _, told = read(advise, {}, answers={VISITED: "はい"}, by={"自社のトップ": "阿部"})
    assert told == ""
    filled(Path("q.xlsx"), {"project.origin@": "地域の課題"}, by={"自社のトップ": "阿部"})
    ended = advise("sheet", "read", "q.xlsx", "project.json", "--lang", "ja", "--by", "鈴木")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(Path("project.json").read_bytes())["project"]["origin"]["by"] == "鈴木"
