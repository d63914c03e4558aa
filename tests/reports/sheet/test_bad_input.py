"""What is no sheet, or no answer, is told in a clear sentence, and then nothing is written."""

from __future__ import annotations

import fcntl
import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from xlsxwriter import Workbook

from advise.engine.problems.problem import ProblemsError
from advise.engine.reading import edited_file
from advise.reports.sheet import guard

from ...command_line import Runner
from .office import AT, converted, filled, needs_office, questions, save, tables

pytestmark = pytest.mark.usefixtures("elsewhere")
PROJECT = {"project": {"name": "Harbour"}, "organisations": [{"id": "city", "name": "千草市"}]}


@pytest.fixture
def sheet(advise: Runner) -> Path:
    """Return the sheet of a project."""
    Path("project.json").write_text(json.dumps(PROJECT, indent=2), encoding="utf-8")
    assert advise("sheet", "make", "project.json", "-o", "q.xlsx", "--lang", "en").code == 0
    return Path("q.xlsx")


def refused(advise: Runner, path: object, *options: str) -> str:
    """Read a sheet that is not taken, and return why."""
    before = Path("project.json").read_bytes()
    ended = advise("sheet", "read", path, "project.json", *options)
    assert ended.code == 3
    assert ended.out == ""
    assert "Traceback" not in ended.err
    assert Path("project.json").read_bytes() == before
    return ended.err


def rebuilt(path: Path, change: Callable[[dict[str, bytes]], None], name: str = "changed.xlsx") -> Path:
    """Change the parts of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, part in parts.items():
            archive.writestr(one, part)
    return Path(name)


# The file


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is no workbook"),
        (b"id,answer\n", "is no workbook"),
        (b"PK\x03\x04 and then nothing", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "protected by a password"),
    ],
    ids=["empty", "csv", "cut", "old"],
)
def test_what_is_no_workbook_is_refused(content: bytes, told: str, advise: Runner, sheet: Path) -> None:
    sheet.write_bytes(content)
    assert told in refused(advise, sheet)


def test_a_file_that_is_not_there_is_told(advise: Runner, sheet: Path) -> None:
    assert "'no.xlsx' cannot be read" in refused(advise, "no.xlsx")
    assert "cannot be read" in refused(advise, ".")


def test_a_workbook_cut_short_is_damaged(advise: Runner, sheet: Path) -> None:
    content = sheet.read_bytes()
    for length in (30, len(content) // 2, len(content) - 5):
        sheet.write_bytes(content[:length])
        assert "is damaged" in refused(advise, sheet)


def test_another_workbook_is_no_sheet(advise: Runner, sheet: Path) -> None:
    save(sheet, {"Sheet1": [["id", "was", "Answer"], ["a@b", "", "yes"]]})
    assert "no sheet of questions that advise made" in refused(advise, sheet)


def test_a_document_of_a_text_program_is_no_workbook(advise: Runner, sheet: Path) -> None:
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "is no workbook" in refused(advise, sheet)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(advise: Runner, sheet: Path) -> None:
    bomb = rebuilt(sheet, lambda parts: parts.update({"xl/media/a.bin": b"\0" * (guard.LARGEST + 1)}))
    assert bomb.stat().st_size < 1_000_000
    assert "unpacks to more" in refused(advise, bomb)
    many = rebuilt(sheet, lambda parts: parts.update({f"xl/{n}": b"" for n in range(guard.MOST_PARTS)}))
    assert "unpacks to more" in refused(advise, many)


def test_a_bomb_that_understates_its_size_is_refused(advise: Runner, sheet: Path) -> None:
    bomb = rebuilt(sheet, lambda parts: parts.update({"xl/media/a.bin": b"\0" * (guard.LARGEST + 1)}))
    content = bomb.read_bytes().replace((guard.LARGEST + 1).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    bomb.write_bytes(content)
    assert "is damaged" in refused(advise, bomb)


def test_a_cell_far_away_does_not_fill_the_memory(advise: Runner, sheet: Path) -> None:
    def far(parts: dict[str, bytes]) -> None:
        part = parts["xl/worksheets/sheet2.xml"]
        cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        parts["xl/worksheets/sheet2.xml"] = part.replace(b"</sheetData>", cell)

    assert "unpacks to more" in refused(advise, rebuilt(sheet, far))


def test_a_long_text_that_many_cells_share_does_not_fill_the_memory(advise: Runner, sheet: Path) -> None:
    file = io.BytesIO()
    with Workbook(file) as book:
        page = book.add_worksheet()
        for row in range(3_000):
            page.write_string(row, 0, "x" * 32_000)
    sheet.write_bytes(file.getvalue())
    assert "unpacks to more" in refused(advise, sheet)


def test_a_document_type_is_not_followed(advise: Runner, sheet: Path) -> None:
    def laugh(parts: dict[str, bytes]) -> None:
        part = parts["xl/sharedStrings.xml"]
        start = part.index(b"<sst")
        parts["xl/sharedStrings.xml"] = part[:start] + b'<!DOCTYPE sst [<!ENTITY a "ha">]>' + part[start:]

    assert "is damaged" in refused(advise, rebuilt(sheet, laugh))


def test_macros_are_refused(advise: Runner, sheet: Path) -> None:
    assert "holds macros" in refused(advise, rebuilt(sheet, lambda parts: parts.update({"xl/vbaProject.bin": b"x"})))


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("><f>1+1</f><v>2</v></c>", "a formula"),
        (' t="e"><v>#REF!</v></c>', "an error of the spreadsheet program"),
    ],
)
def test_what_is_computed_or_went_wrong_where_an_answer_stands_is_named(
    cell: str, told: str, advise: Runner, sheet: Path
) -> None:
    def put(parts: dict[str, bytes]) -> None:
        number = list(tables(sheet)).index("Project lead") + 1
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = re.sub(rb'<c r="D7"( s="\d+")?/>', rb'<c r="D7"\1' + cell.encode(), parts[name])
        assert cell.encode() in parts[name]

    assert f"Project lead!D7: {told}" in refused(advise, rebuilt(sheet, put))


@needs_office
def test_formulas_in_an_ods_are_named(advise: Runner, sheet: Path) -> None:
    found = tables(sheet)
    found["Project lead"][6][AT["answer"]] = "=1+1"
    with Workbook(sheet) as book:
        for name, table in found.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(table):
                for column, cell in enumerate(row):
                    page.write(number, column, cell)
    assert "Project lead!D7: a formula" in refused(advise, converted(sheet.resolve(), "ods"))


def test_whatever_is_broken_in_a_workbook_it_is_no_bug(advise: Runner, sheet: Path) -> None:
    random = Random(7)
    with zipfile.ZipFile(sheet) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    for _ in range(60):
        name = random.choice(names)

        def break_it(parts: dict[str, bytes], name: str = name) -> None:
            part = bytearray(parts[name])
            for _ in range(random.randint(1, 4)):
                at = random.randrange(len(part))
                part[at : at + random.randint(0, 6)] = random.choice([b"", b"9", b"<", b"x", b"/", b'"', b"0000"])
            parts[name] = bytes(part)

        ended = advise("sheet", "read", rebuilt(sheet, break_it), "project.json", "--dry-run")
        assert ended.code in (0, 3), (name, ended.err)


# The project


def test_the_sheet_of_another_project_is_refused(advise: Runner, sheet: Path) -> None:
    Path("project.json").write_text('{"project": {"name": "Bridge"}}', encoding="utf-8")
    assert "is about “Harbour”, not about “Bridge”" in refused(advise, sheet)


def test_a_project_that_was_renamed_takes_the_answers_when_somebody_says_so(advise: Runner, sheet: Path) -> None:
    filled(sheet, {"top.visited_site@": "yes"})
    Path("project.json").rename("bridge.json")
    Path("bridge.json").write_text('{"project": {"name": "Bridge"}}', encoding="utf-8")
    assert "add --renamed" in advise("sheet", "read", sheet, "bridge.json").err
    assert advise("sheet", "read", sheet, "bridge.json", "--renamed").code == 0
    assert json.loads(Path("bridge.json").read_text(encoding="utf-8"))["top"]["visited_site"]["value"] is True


def test_a_project_that_was_moved_is_told(advise: Runner, sheet: Path) -> None:
    filled(sheet, {"top.visited_site@": "yes"})
    Path("project.json").rename("moved.json")
    ended = advise("sheet", "read", sheet, "project.json")
    assert (ended.code, ended.out, "project.json" in ended.err) == (3, "", True)
    assert advise("sheet", "read", sheet, "moved.json").code == 0


def test_a_project_that_another_program_holds_is_left_alone(
    advise: Runner, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edited_file, "_LONGEST_WAIT", 0.1)
    filled(sheet, {"top.visited_site@": "yes"})
    with Path("project.json").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert "is in use by another program" in refused(advise, sheet)
    assert advise("sheet", "read", sheet, "project.json").code == 0


def test_a_project_that_is_write_protected_is_left_alone(
    advise: Runner, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(sheet, {"top.visited_site@": "yes"})
    monkeypatch.setattr(os, "access", lambda _path, mode, **_: mode != os.W_OK)
    assert "Check that it is not write-protected" in refused(advise, sheet)


def test_a_project_that_is_edited_while_a_sheet_is_read_loses_nothing(
    advise: Runner, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(sheet, {"top.visited_site@": "yes"})
    theirs = '{"project": {"name": "Harbour", "phase": "idea"}}'
    check = guard.checked

    def edited_meanwhile(path: Path, called: str) -> guard.Checked:
        Path("project.json").write_text(theirs, encoding="utf-8")
        return check(path, called=called)

    monkeypatch.setattr("advise.reports.sheet.cells.checked", edited_meanwhile)
    ended = advise("sheet", "read", sheet, "project.json")
    assert (ended.code, ended.out, "was changed by another program" in ended.err) == (3, "", True)
    assert Path("project.json").read_text(encoding="utf-8") == theirs


def test_a_folder_in_place_of_a_sheet_is_named(advise: Runner, sheet: Path) -> None:
    assert "'.' cannot be read" in refused(advise, ".")


def test_a_workbook_with_macros_is_refused_by_what_it_holds_whatever_it_is_called(advise: Runner, sheet: Path) -> None:
    def with_macros(parts: dict[str, bytes]) -> None:
        parts["xl/vbaProject.bin"] = b"macro"

    assert "macros" in refused(advise, rebuilt(sheet, with_macros, "harmless.xlsx"))


def test_a_thousand_organisations_are_asked_and_their_answers_come_back(advise: Runner) -> None:
    firms = [{"id": f"o{number}", "name": f"組織{number}"} for number in range(1_000)]
    Path("many.json").write_text(json.dumps({"lang": "ja", "organisations": firms}), encoding="utf-8")
    made = advise("sheet", "make", "many.json", "--for", "組織7", "-o", "q.xlsx")
    assert (made.code, "組織7" in made.out) == (0, True)
    filled(Path("q.xlsx"), {"organisations[].champion_identified@organisations/o7": "はい"})
    assert advise("sheet", "read", "q.xlsx", "many.json").code == 0
    stored = json.loads(Path("many.json").read_text(encoding="utf-8"))["organisations"]
    assert [one["id"] for one in stored if len(one) > 2] == ["o7"]


def test_other_rules_are_told_with_the_questions_that_are_gone(advise: Runner, sheet: Path) -> None:
    found = tables(sheet)
    for row in found["_meta"]:
        row[1] = "000000000000" if row[0] == "rules" else row[1]
    found["Project lead"].append([99, "What was it?", "", "yes", "", "", "", "", "", "no.such@", "{}"])
    save(sheet, found)
    ended = advise("sheet", "read", sheet, "project.json")
    assert ended.code == 0
    assert "made with other rules (000000000000, now " in ended.err
    assert "this question is not asked any more" in ended.err
    assert "What was it?" in ended.err


def test_a_question_about_an_element_that_is_gone_is_told(advise: Runner, sheet: Path) -> None:
    filled(sheet, {"organisations[].kind@organisations/city": "municipality"})
    Path("project.json").write_text('{"project": {"name": "Harbour"}, "organisations": []}', encoding="utf-8")
    ended = advise("sheet", "read", sheet, "project.json")
    assert (ended.code, "not asked any more" in ended.err) == (0, True)
    assert "no answer that project.json does not have" in ended.out


# Cells


@pytest.mark.parametrize(
    ("id_", "text", "told"),
    [
        ("commitment.declared@", "perhaps", "“perhaps” is not one of the answers"),
        ("city.population@", "many", "“many” is no number"),
        ("city.population@", -5, "is out of range: it is not at least 0"),
        ("organisations@", "千草市\nはい", "“はい” is no name"),
        ("organisations@", "I do not know", "cannot be said of a list that has elements"),
        ("top.visited_site@", "Please ask somebody else", "whom to ask is missing"),
        ("commitment.declared@", "Does not apply", "cannot be said of what a verdict needs"),
    ],
)
def test_a_cell_that_is_no_answer_is_named(id_: str, text: Any, told: str, advise: Runner, sheet: Path) -> None:
    filled(sheet, {id_: text})
    error = refused(advise, sheet)
    assert told in error
    assert re.search(r"\]: [\w ]+!D\d+: ", error)
    assert "help: " in error
    assert "1 problem. Nothing was written." in error


def test_all_cells_are_named_at_once_and_nothing_is_written(advise: Runner, sheet: Path) -> None:
    filled(sheet, {"commitment.declared@": "perhaps", "city.population@": "many", "top.visited_site@": "yes"})
    error = refused(advise, sheet, "--lang", "ja")
    assert "「perhaps」は選べる答えではありません" in error
    assert "「many」は数ではありません" in error
    assert "問題は2件です。何も書き込んでいません。" in error


def test_a_list_that_is_said_to_be_complete_must_have_been_named(advise: Runner, sheet: Path) -> None:
    Path("project.json").write_text('{"project": {"name": "Harbour"}}', encoding="utf-8")
    Path("q.xlsx").unlink()
    advise("sheet", "make", "project.json", "-o", "q.xlsx", "--lang", "en")
    filled(sheet, {"complete.organisations@": "yes"})
    assert "said to be complete, but it has no name" in refused(advise, sheet)


def test_two_rows_that_answer_one_question_differently_are_named(advise: Runner, sheet: Path) -> None:
    row = questions(sheet)["top.visited_site@"]
    found = tables(sheet)
    for answer in ("yes", "no"):
        copy = list(row)
        copy[AT["answer"]] = answer
        found["Project lead"].append(copy)
    save(sheet, found)
    assert "answer the same question differently" in refused(advise, sheet)


def test_without_the_packages_one_line_says_what_to_install(
    advise: Runner, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advise.reports.app.sheet._PACKAGES", ("no_such_package",))
    for command in (("read", sheet, "project.json"), ("make", "project.json", "-o", "other.xlsx")):
        ended = advise("sheet", *command)
        assert ended.code == 2
        assert "-m pip install 'advise[office]'" in ended.err
    assert not Path("other.xlsx").exists()


@pytest.mark.parametrize(
    "cells",
    [
        {(0, 0): "a", (4, 3): 1.5},
        {(0, 0): "a", (1, 1): "=A1"},
        {(5, 0): "below"},
        {(0, 4): "beside"},
        {(2, 2): "<v> & :v> <f/>", (3, 3): True},
    ],
    ids=str,
)
def test_a_plain_worksheet_is_looked_through_as_any_other(
    cells: dict[tuple[int, int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workbook("book.xlsx") as book:
        worksheet = book.add_worksheet("A")
        worksheet.write_blank(40, 40, None, book.add_format({"bold": True}))
        for (row, column), value in cells.items():
            worksheet.write(row, column, value)
    limits = guard.Limits(rows=5, columns=4)

    def looked() -> object:
        try:
            return guard.checked(Path("book.xlsx"), limits).formulas
        except ProblemsError as error:
            return [one.code for one in error.problems]

    quickly = looked()
    with zipfile.ZipFile("book.xlsx") as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    assert guard._is_plain(part, limits) is (quickly == {"A": set()})
    monkeypatch.setattr(guard, "_is_plain", lambda part, limits: False)
    assert quickly == looked()
    assert (quickly == ["S105"]) is any(row > 4 or column > 3 for row, column in cells)
