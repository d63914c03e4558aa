"""Which question a cell answers: what cannot be told, or was moved away from its question, is refused with its cell."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ...command_line import Runner
from .office import AT, Table, converted, filled, needs_office, questions, save, tables

pytestmark = pytest.mark.usefixtures("elsewhere")
PAGE, ASKED = "経営トップ", "top.visited_site@"
PROJECT = {
    "project": {"name": "港"},
    "organisations": [{"id": "city", "name": "千草市"}, {"id": "aoba", "name": "青葉電機"}],
}


@pytest.fixture
def sheet(advise: Runner) -> Path:
    """Return a sheet in which one question is answered."""
    Path("project.json").write_text(json.dumps(PROJECT), encoding="utf-8")
    assert advise("sheet", "make", "project.json", "-o", "q.xlsx", "--lang", "ja").code == 0
    return filled(Path("q.xlsx"), {ASKED: "はい"})


def refused(advise: Runner, sheet: Path, change: Callable[[dict[str, Table]], None]) -> str:
    """Return why a sheet is not taken that was changed; nothing is written."""
    before = Path("project.json").read_bytes()
    found = tables(sheet)
    change(found)
    save(sheet, found)
    ended = advise("sheet", "read", sheet, "project.json", "--lang", "ja")
    assert (ended.code, ended.out) == (3, "")
    assert Path("project.json").read_bytes() == before
    return ended.err


def page_of(sheet: Path, id_: str) -> tuple[str, int]:
    """Return the worksheet and the number of the row of a question."""
    return next(
        (name, number)
        for name, table in tables(sheet).items()
        for number, row in enumerate(table)
        if len(row) > AT["id"] and row[AT["id"]] == id_
    )


@pytest.mark.parametrize(
    ("column", "head", "cell"),
    [
        ("answer", "回答", "D1"),
        ("id", "ID番号", "J1"),
        ("was", "", "K1"),
        ("question", "問い", "B1"),
        ("whom", "", "F1"),
    ],
)
def test_a_page_without_one_of_the_heads_is_refused_not_left_out(
    column: str, head: str, cell: str, advise: Runner, sheet: Path
) -> None:
    name, _ = page_of(sheet, ASKED)

    def renamed(found: dict[str, Table]) -> None:
        found[name][0][AT[column]] = head

    assert f"{name}!{cell}: 見出し" in refused(advise, sheet, renamed)


@pytest.mark.parametrize("is_renamed", [False, True])
def test_a_page_whose_hidden_columns_are_gone_is_refused_whatever_it_is_called(
    is_renamed: bool, advise: Runner, sheet: Path
) -> None:
    name, _ = page_of(sheet, ASKED)

    def cut(found: dict[str, Table]) -> None:
        rows = [row[: AT["id"]] for row in found.pop(name)]
        found["控え" if is_renamed else name] = rows

    assert "!J1: 見出し「id」がありません" in refused(advise, sheet, cut)


def test_a_page_without_heads_is_refused_and_a_page_of_notes_is_not(advise: Runner, sheet: Path) -> None:
    name, _ = page_of(sheet, ASKED)
    found = tables(sheet)
    found["メモ"] = [["番号", "質問"], [1, "次回の日程は？"]]
    save(sheet, found)
    assert advise("sheet", "read", sheet, "project.json", "--dry-run").code == 0

    def beheaded(found: dict[str, Table]) -> None:
        del found[name][0]

    assert f"{name}!D1: 見出し「答え」がありません" in refused(advise, sheet, beheaded)


@pytest.mark.parametrize("form", ["xlsx", pytest.param("ods", marks=needs_office)])
def test_an_answer_in_merged_cells_of_several_questions_is_refused(form: str, advise: Runner, sheet: Path) -> None:
    name, row = page_of(sheet, ASKED)
    found = tables(sheet)
    save(sheet, found, merged={name: (row, AT["answer"], row + 2, AT["answer"], "はい")})
    came = sheet if form == "xlsx" else converted(sheet.resolve(), form)
    ended = advise("sheet", "read", came, "project.json", "--lang", "ja")
    assert ended.code == 3
    assert f"{name}!D{row + 1}: 「はい」は、いくつかの質問の欄を結合したセルに入っています" in ended.err


@pytest.mark.parametrize("column", ["id", "was"])
def test_an_answer_beside_a_blank_hidden_cell_is_told_with_its_cell(column: str, advise: Runner, sheet: Path) -> None:
    name, number = page_of(sheet, ASKED)

    def blanked(found: dict[str, Table]) -> None:
        found[name][number][AT[column]] = ""

    assert f"{name}!D{number + 1}: どの質問への答えか分かりません" in refused(advise, sheet, blanked)


def test_an_answer_to_a_question_that_somebody_added_is_told_and_notes_and_sums_are_not(
    advise: Runner, sheet: Path
) -> None:
    name, _ = page_of(sheet, ASKED)
    found = tables(sheet)
    found[name] += [[], ["", "※ 12月に改めて回答します"], found[name][0]]
    save(sheet, found)
    assert advise("sheet", "read", sheet, "project.json", "--dry-run").code == 0
    end = len(found[name]) + 1

    def added(found: dict[str, Table]) -> None:
        found[name].append([99, "新しい質問", "", "", "", "", "補足"])

    assert f"{name}!G{end}: どの質問への答えか分かりません" in refused(advise, sheet, added)


def test_answers_that_were_moved_without_their_hidden_ids_are_refused_with_their_cells(
    advise: Runner, sheet: Path
) -> None:
    name, number = page_of(sheet, ASKED)

    def turned(found: dict[str, Table]) -> None:
        shown = [row[: AT["help"]] for row in found[name][1:]][::-1]
        for row, cells in zip(found[name][1:], shown, strict=True):
            row[: AT["help"]] = cells

    end = len(tables(sheet)[name])
    assert f"{name}!D{end - number + 1}: 質問" in refused(advise, sheet, turned)


def test_the_same_question_about_somebody_else_is_another_one(advise: Runner, sheet: Path) -> None:
    kinds = [f"organisations[].kind@organisations/{one}" for one in ("city", "aoba")]
    filled(sheet, {kinds[0]: "自治体", kinds[1]: "事業会社（主体となる会社）"})
    places = [page_of(sheet, one) for one in kinds]

    def swapped(found: dict[str, Table]) -> None:
        (one, at), (other, there) = places
        left, right = found[one][at], found[other][there]
        left[: AT["id"]], right[: AT["id"]] = right[: AT["id"]], left[: AT["id"]]

    told = refused(advise, sheet, swapped)
    assert all(f"{name}!D{number + 1}: 質問" in told for name, number in places)


def test_an_id_that_was_put_beside_another_question_is_refused(advise: Runner, sheet: Path) -> None:
    name, number = page_of(sheet, ASKED)
    assert "commitment.declared@" in questions(sheet)

    def put(found: dict[str, Table]) -> None:
        found[name][number][AT["id"]] = "commitment.declared@"

    assert f"{name}!D{number + 1}: 質問" in refused(advise, sheet, put)


def test_the_filter_spans_the_hidden_columns_so_that_they_are_sorted_with_the_rest(advise: Runner) -> None:
    Path("project.json").write_text("{}", encoding="utf-8")
    assert advise("sheet", "make", "project.json", "-o", "q.xlsx").code == 0
    with zipfile.ZipFile("q.xlsx") as archive:
        parts = [archive.read(one).decode() for one in archive.namelist() if one.startswith("xl/worksheets/sheet")]
    spans = [found[1] for part in parts for found in re.finditer(r'<autoFilter ref="A1:([A-Z]+)', part)]
    assert spans
    assert set(spans) == {"K"}
