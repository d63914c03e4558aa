"""What somebody wrote into a workbook where no answer is read is told with its place."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from ...command_line import Runner
from .office import AT, Table, converted, filled, needs_office, save, tables

pytestmark = pytest.mark.usefixtures("elsewhere")
PAGE, START, ASKED = "経営トップ", "はじめに", "top.visited_site@"
FORMS = pytest.mark.parametrize("form", ["xlsx", pytest.param("ods", marks=needs_office)])


@pytest.fixture
def sheet(advise: Runner) -> Path:
    """Return a sheet in which one question is answered."""
    Path("project.json").write_text(json.dumps({"project": {"name": "港"}}), encoding="utf-8")
    assert advise("sheet", "make", "project.json", "-o", "q.xlsx", "--lang", "ja").code == 0
    return filled(Path("q.xlsx"), {ASKED: "はい"}, by="森")


def told(advise: Runner, sheet: Path, form: str = "xlsx") -> list[str]:
    """Return what is told of a sheet that is taken."""
    came = sheet if form == "xlsx" else converted(sheet.resolve(), form)
    ended = advise("sheet", "read", came, "project.json", "--lang", "ja", "--dry-run")
    assert ended.code == 0, ended.err
    assert "書き込むのは1件" in ended.out
    return ended.err.splitlines()


def page_of(found: dict[str, Table], id_: str) -> tuple[str, int]:
    """Return the worksheet and the number of the row of a question."""
    return next((name, n) for name, table in found.items() for n, row in enumerate(table) if id_ in row)


@FORMS
def test_of_a_sheet_in_which_only_answers_were_written_nothing_is_told(form: str, advise: Runner, sheet: Path) -> None:
    assert told(advise, sheet, form) == []


@pytest.mark.parametrize("column", ["question", "about", "unit", "help", "topic", "number"])
def test_what_was_written_into_a_cell_beside_an_answer_is_told(column: str, advise: Runner, sheet: Path) -> None:
    found = tables(sheet)
    name, row = page_of(found, "commitment.declared@")
    found[name][row][AT[column]] = "来月に決めます"
    save(sheet, found)
    assert told(advise, sheet) == [
        f"{name}: 黄色い欄の外に書かれたものは読み取りません: {'ABCDEFGHI'[AT[column]]}{row + 1} 「来月に決めます」"
    ]


def extra_row(found: dict[str, Table]) -> str:
    name, _ = page_of(found, ASKED)
    found[name].append(["", "ほかに駐車場の件があります"])
    return f"{name}: 黄色い欄の外に書かれたものは読み取りません: B{len(found[name])} 「ほかに駐車場の件があります」"


def extra_column(found: dict[str, Table]) -> str:
    name, row = page_of(found, ASKED)
    found[name][row] += ["", "要確認\n森"]
    return f"{name}: 黄色い欄の外に書かれたものは読み取りません: M{row + 1} 「要確認 / 森」"


def extra_page(found: dict[str, Table]) -> str:
    found["メモ"] = [["ご相談"], ["", "予算は未定です"]]
    return "メモ: 黄色い欄の外に書かれたものは読み取りません: A1 「ご相談」、B2 「予算は未定です」"


def on_the_first_page(found: dict[str, Table]) -> str:
    found[START][2][1] = "空欄でも構いません"
    found[START] += [["", "よろしくお願いします"]]
    end = len(found[START])
    return f"{START}: 黄色い欄の外に書かれたものは読み取りません: B3 「空欄でも構いません」、B{end} 「よろしくお願いします」"


@FORMS
@pytest.mark.parametrize("change", [extra_row, extra_column, extra_page, on_the_first_page])
def test_what_was_written_elsewhere_in_the_workbook_is_told(
    change: Callable[[dict[str, Table]], str], form: str, advise: Runner, sheet: Path
) -> None:
    found = tables(sheet)
    wanted = change(found)
    save(sheet, found)
    assert told(advise, sheet, form) == [wanted]


def test_of_a_page_with_much_on_it_the_first_places_are_told_and_the_rest_is_counted(
    advise: Runner, sheet: Path
) -> None:
    found = tables(sheet)
    found["メモ"] = [[f"メモ{n}"] for n in range(50)]
    save(sheet, found)
    [one] = told(advise, sheet)
    assert "A1 「メモ0」" in one
    assert one.endswith("A8 「メモ7」ほか42件")


def test_what_is_computed_beside_the_answers_is_not_told(advise: Runner, sheet: Path) -> None:
    found = tables(sheet)
    with Workbook(sheet) as book:
        for name, table in found.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(table):
                page.write_row(number, 0, row)
            page.write_formula(40, 13, "=1+1", None, 2)
    assert told(advise, sheet) == []


@FORMS
def test_comments_text_boxes_and_pictures_are_told(form: str, advise: Runner, sheet: Path) -> None:
    found = tables(sheet)
    with Workbook(sheet) as book:
        for name, table in found.items():
            page: Any = book.add_worksheet(name)
            for number, row in enumerate(table):
                page.write_row(number, 0, row)
            if name == page_of(found, ASKED)[0]:
                page.write_comment(1, AT["answer"], "部長に確認中です")
                page.insert_textbox(4, 1, "来週回答します")
                page.insert_image(8, 1, "scan.png", {"image_data": BytesIO(png())})
    lines = told(advise, sheet, form)
    assert any("コメントは読み取りません: D2 「部長に確認中です」" in one for one in lines)
    assert any("図形やテキストボックスの文字は読み取りません: " in one and "「来週回答します」" in one for one in lines)
    assert any("画像は読み取りません" in one for one in lines)
    assert len(lines) == 3


def png() -> bytes:
    """Return a picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
