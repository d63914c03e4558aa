"""What people write into a project or name a file reaches no screen and no workbook as anything but text."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from .command_line import Runner, project
from .reports.sheet.office import AT, tables

pytestmark = pytest.mark.usefixtures("elsewhere")


def test_control_characters_of_a_project_never_reach_the_screen(advise: Runner) -> None:
    name = "Harbour\x1b]0;owned\x07\u202e\n\r\x9b31m"
    data: dict[str, Any] = {"project": {"name": name, "phase": "idea"}, "kpis": [{"id": "k\x1b[2J", "name": name}],
                            "goals": [{"id": "g", "name": name}]}  # fmt: skip
    project(data)
    for arguments in (["project.json", "--full"], ["explain", "KPI-08", "project.json"], ["project.json", "-f", "md"]):
        code, out, err = advise(*arguments)
        assert code == 0
        assert not [
            one for one in out + err if (ord(one) < 32 and one != "\n") or 127 <= ord(one) < 160 or one == "\u202e"
        ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["project.json", "--full", "--no-memo"],
        ["explain", "KPI-08", "project.json", "--full"],
        ["explain", "overlap.agreed", "project.json", "--full"],
        ["explain", "overlap.defined", "project.json"],
        ["improve", "project.json"],
        ["diff", "project.json", "other.json"],
        ["sheet", "make", "project.json", "-o", "q.xlsx"],
        ["sheet", "make", "project.json", "-o", "q.xlsx", "--for", "nobody"],
        ["screen", "folder", "-o", "r.csv"],
    ],
    ids=range(9),
)
def test_nothing_that_a_project_says_begins_a_line_of_ours(arguments: list[str], advise: Runner) -> None:
    end = "x\n● forged\r● forged\u2028● forged\x0b● forged"
    told = {"value": True, "source": end, "by": end}
    data: dict[str, Any] = {
        "project": {"name": end, "phase": "preparation"},
        "overlap": {"defined": told, "agreed_by_company": told},
        "organisations": [{"id": end, "name": end, "kind": "municipality", "involved": True}],
        "goals": [{"id": end}, {"id": "g2", "name": end}],
        "kpis": [{"id": "k", "name": end, "goals": []}],
    }
    project(data)
    project({**data, "goals": []}, "other.json")
    Path("folder").mkdir()
    Path("folder", "a\n● forged.json").write_text("{", encoding="utf-8")
    _, out, err = advise(*arguments)
    assert "forged" in out + err
    assert not [line for line in (out + err).splitlines() if line.startswith("● forged")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["{}.json"],
        ["{}.json", "-f", "md"],
        ["{}.json", "folder/b.json"],
        ["memo", "{}.json", "-o", "out{}.html"],
        ["check", "{}.json", "-f", "json", "-o", "out{}.json"],
        ["compare", "{}.json", "folder/b.json"],
        ["improve", "{}.json"],
        ["sheet", "make", "{}.json"],
        ["respond", "COM-02", "{}.json", "--planned", "--who", "Mori"],
        ["ask", "{}.json"],
        ["init", "new{}.json"],
        ["screen", "folder", "-o", "r{}.csv"],
        ["screen", "--template", "t{}.xlsx"],
        ["screen", "t.csv", "--propose-map", "m{}.yaml"],
    ],
    ids=range(14),
)
def test_the_name_of_a_file_stays_on_its_line(arguments: list[str], advise: Runner) -> None:
    end = "x\n● forged"
    data: dict[str, Any] = {"project": {"phase": "preparation"}, "commitment": {"declared": True, "by": "staff"}}
    Path("folder").mkdir()
    for name in (f"{end}.json", f"folder/{end}.json", "folder/b.json"):
        project(data, name)
    Path("t.csv").write_text("id,project.phase\nR1,idea\n", encoding="utf-8")
    _, out, err = advise(*(one.replace("{}", end) for one in arguments))
    assert "forged" in out + err
    assert not [line for line in (out + err).splitlines() if line.startswith("● forged")]


@pytest.mark.parametrize(
    "arguments",
    [["sheet", "make", "project.json", "-o", "written.xlsx"], ["screen", "folder", "-o", "written.xlsx"]],
    ids=["sheet", "screen"],
)
def test_a_workbook_shows_names_without_what_hides_or_turns(arguments: list[str], advise: Runner) -> None:
    name = "Harbour \x1b[2J\u202eecaf\u2066 \x9b"
    data: dict[str, Any] = {
        "project": {"name": name, "phase": "preparation"},
        "organisations": [{"id": "h", "name": name, "kind": "own_company", "champion_identified": False}],
        "top": {"visited_site": False},
    }
    Path("folder").mkdir()
    for path in ("project.json", "folder/p.json", "folder/q.json"):
        project(data, path)
    assert advise(*arguments)[0] == 0
    with zipfile.ZipFile("written.xlsx") as book:
        told = [book.read(part).decode() for part in book.namelist() if part.startswith("docProps/")]
    shown = {sheet: table for sheet, table in tables(Path("written.xlsx")).items() if not sheet.startswith("_")}
    for sheet, table in shown.items():
        comes_back = [AT["answer"], AT["was"]] if arguments[0] == "sheet" else []
        told += [sheet, *(str(cell) for row in table for at, cell in enumerate(row) if at not in comes_back)]
    assert "Harbour" in "".join(told)
    assert not [one for one in told if set("\x1b\u202e\u2066\x9b") & set(one) or "_x001B_" in one]


def test_control_characters_in_the_name_of_a_file_never_reach_the_screen(advise: Runner) -> None:
    name = "n\x1b[31m\u202eX.json"
    project(name=name)
    for arguments in (
        [name],
        ["memo", name],
        [name, "--no-memo", "-o", "\x1b.md"],
        ["init", "\x1b[31m.json"],
        [f"{name}n"],
    ):
        _, out, err = advise(*arguments)
        assert "<U+001B>" in err
        assert not {"\x1b", "\u202e"} & set(out + err)
