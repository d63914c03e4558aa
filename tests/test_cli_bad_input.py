"""Bad input: each kind gets its place, a plain sentence, a cure and the right exit code; nothing is overwritten."""

from __future__ import annotations

import codecs
import errno
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from advise import cli

from .reports.sheet.office import AT, tables

GOOD = b'{"project": {"name": "Harbour", "phase": "preparation"}, "commitment": {"declared": false}}'
FOREIGN = "minutes of the meeting of 3 April"

DOCUMENTS: dict[str, tuple[bytes, str, str]] = {
    "text that is not JSON": (b"Harbour project", ":1:1", "this is not JSON"),
    "a comma before a bracket": (b'{"project": {"phase": "idea",}}', ":1:29", "has nothing behind it"),
    "a full-width colon": ('{"project"： {}}'.encode(), ":1:11", "stands where JSON needs ':'"),
    "a full-width comma": ('{"project": {}， "city": {}}'.encode(), ":1:15", "stands where JSON needs ','"),
    "full-width quotes": ('{“project”: {}}'.encode(), ":1:2", "is not one that JSON knows"),
    "a key given twice": (b'{"project": {}, "project": {}}', ":1:17", "the key 'project' is given twice"),
    "an unknown fact": (b'{"project": {"phse": "idea"}}', ":1:14", "Did you mean \"phase\"?"),
    "an unknown list": (b'{"organisation": []}', ":1:2", "Did you mean \"organisations\"?"),
    "a value of another type": (b'{"commitment": {"declared": "yes"}}', ":1:29", "Write true or false without quotes"),
    "a value that is not allowed": (b'{"project": {"phase": "Idea"}}', ":1:23", "Did you mean \"idea\"?"),
    "two elements with one id": (
        b'{"goals": [{"id": "g"},\n {"id": "g"}]}', ":2:9", "the id 'g' is already used in this list"
    ),
    "an element without an id": (b'{"goals": [{"name": "Safety"}]}', ":1:12", "needs an \"id\""),
    "a derived fact": (b'{"commitment": {"at_top": "yes"}}', ":1:17", "follows from other facts"),
    "NaN": (b'{"city": {"population": NaN}}', ":1:25", "'NaN' is not a number in JSON"),
    "infinity": (b'{"city": {"population": 1e999}}', ":1:25", "out of range"),
    "10 MB of nesting": (b"[" * 10_000_000, ":1:", "nested more than 64 deep"),
    "more than 10 MB": (b'{"project": {"name": "' + b"x" * 11_000_000 + b'"}}', "", "larger than 10 MB"),
    "100,000 organisations": (
        b'{"organisations": [' + b",".join(b'{"id":"o%d"}' % number for number in range(100_000)) + b"]}", ":1:",
        "at most 1000 can be reviewed",
    ),
    "an empty file": (b"", "", "is empty"),
    "blanks only": (b" \n\t\n", "", "is empty"),
    "a list": (b"[]", ":1:1", "a project document is an object, not a list"),
    "an Excel file": (b"PK\x03\x04" + b"\0" * 100, "", "looks like an Excel"),
    "bytes of no encoding": (b'{"project": {"name": "\xff\xfe\xfd"}}', ":1:23", "cannot be read as"),
    "UTF-16 without its mark": ('{"project": {}}'.encode("utf-16-le"), "", "UTF-16 without its mark"),
    "half a character": (b'{"project": {"name": "\\ud800"}}', ":1:23", "one half of a character"),
    "no end": (b'{"project": {"phase": "idea"', ":1:", "is never closed"),
    "a second document": (b"{} {}", ":1:4", "something follows the end"),
    "a comment": (b'{"project": {} // the idea\n}', ":1:16", "JSON has no comments"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder with an English locale."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "C")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)


def advise(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command line; return code, standard output and standard error."""
    return cli.run(arguments), *capsys.readouterr()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_document_that_cannot_be_read_is_refused_with_place_and_cure(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content, place, sentence = DOCUMENTS[kind]
    Path("project.json").write_bytes(content)
    code, out, err = advise(capsys, "project.json")
    assert (code, out) == (3, "")
    assert f"project.json{place}" in err
    assert sentence in err
    assert "help: " in err
    assert "Traceback" not in err
    assert files() == ["project.json"], "no memo is written"
    assert Path("project.json").read_bytes() == content


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_programs_get_the_same_problems_as_one_document(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    content, place, _ = DOCUMENTS[kind]
    Path("project.json").write_bytes(content)
    code, out, _ = advise(capsys, "project.json", "-f", "json", "--lang", "ja")
    error = json.loads(out)["error"]
    assert (code, error["kind"], error["exit_code"]) == (3, "project", 3)
    for problem in error["problems"]:
        assert problem["message"]
        assert problem["cure"]
        assert (problem["line"] is not None) == bool(place)


@pytest.mark.parametrize("encoding", ["cp932", "utf-16", "utf-8-sig", "utf-8"])
def test_the_encodings_of_japanese_editors_are_read(encoding: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = '{"lang": "ja", "project": {"name": "見守りデータ連携"}, "commitment": {"declared": false}}'
    Path("project.json").write_bytes(text.encode(encoding))
    code, out, _ = advise(capsys, "project.json")
    assert (code, out.splitlines()[0]) == (0, "見守りデータ連携")


def test_a_reference_to_nothing_is_a_finding_and_no_refusal(capsys: pytest.CaptureFixture[str]) -> None:
    Path("project.json").write_text('{"goals": [], "kpis": [{"id": "k", "goals": ["g"]}]}', encoding="utf-8")
    code, out, _ = advise(capsys, "project.json", "-f", "json")
    assert code == 0
    codes = [finding["code"] for finding in json.loads(out)["findings"] if "dangling" in finding["rule"]]
    assert codes, "the KPI that points to nothing is reported"


def test_all_problems_come_at_once_and_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    data = {"project": {f"fact_{number}": 1 for number in range(30)}}
    Path("project.json").write_text(json.dumps(data), encoding="utf-8")
    code, _, err = advise(capsys, "project.json")
    assert code == 3
    assert err.count("error[P201]") == 20
    assert "30 problems, 20 of them shown. Nothing was decided." in err


@pytest.mark.parametrize(("name", "sentence"), [
    ("nothing.json", "there is no file 'nothing.json'"), ("folder", "'folder' is a folder"),
    ("folder/nothing.json", "there is no file 'folder/nothing.json'"), ("projet.json", "did you mean 'project.json'?"),
    ("/dev/null", "is a device or a pipe"), pytest.param("\udcff.json", "there is no file '<U+DCFF>.json'", id="a name that is no text"),
])  # fmt: skip
def test_a_file_that_is_not_there_is_refused(name: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    Path("project.json").write_bytes(GOOD)
    code, out, err = advise(capsys, "check", name)
    assert (code, out) == (3, "")
    assert sentence in err
    assert "Traceback" not in err


def test_a_folder_in_the_place_of_a_command_is_refused_too(capsys: pytest.CaptureFixture[str]) -> None:
    Path("plans").mkdir()
    code, _, err = advise(capsys, "plans")
    assert code == 3
    assert "Name one file in it" in err


def test_control_characters_of_a_project_never_reach_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    name = "Harbour\x1b]0;owned\x07\u202e\n\r\x9b31m"
    data: dict[str, Any] = {"project": {"name": name, "phase": "idea"}, "kpis": [{"id": "k\x1b[2J", "name": name}],
                            "goals": [{"id": "g", "name": name}]}  # fmt: skip
    Path("project.json").write_text(json.dumps(data), encoding="utf-8")
    for arguments in (["project.json", "--full"], ["explain", "KPI-08", "project.json"], ["project.json", "-f", "md"]):
        code, out, err = advise(capsys, *arguments)
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
def test_nothing_that_a_project_says_begins_a_line_of_ours(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    end = "x\n● forged\r● forged\u2028● forged\x0b● forged"
    told = {"value": True, "source": end, "by": end}
    data: dict[str, Any] = {
        "project": {"name": end, "phase": "preparation"},
        "overlap": {"defined": told, "agreed_by_company": told},
        "organisations": [{"id": end, "name": end, "kind": "municipality", "involved": True}],
        "goals": [{"id": end}, {"id": "g2", "name": end}],
        "kpis": [{"id": "k", "name": end, "goals": []}],
    }
    Path("project.json").write_text(json.dumps(data), encoding="utf-8")
    Path("other.json").write_text(json.dumps({**data, "goals": []}), encoding="utf-8")
    Path("folder").mkdir()
    Path("folder", "a\n● forged.json").write_text("{", encoding="utf-8")
    _, out, err = advise(capsys, *arguments)
    assert "forged" in out + err
    assert not [line for line in (out + err).splitlines() if line.startswith("● forged")]


@pytest.mark.parametrize(
    "arguments",
    [["sheet", "make", "project.json", "-o", "written.xlsx"], ["screen", "folder", "-o", "written.xlsx"]],
    ids=["sheet", "screen"],
)
def test_a_workbook_shows_names_without_what_hides_or_turns(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    name = "Harbour \x1b[2J\u202eecaf\u2066 \x9b"
    data: dict[str, Any] = {
        "project": {"name": name, "phase": "preparation"},
        "organisations": [{"id": "h", "name": name, "kind": "own_company", "champion_identified": False}],
        "top": {"visited_site": False},
    }
    Path("folder").mkdir()
    for path in ("project.json", "folder/p.json", "folder/q.json"):
        Path(path).write_text(json.dumps(data), encoding="utf-8")
    assert advise(capsys, *arguments)[0] == 0
    with zipfile.ZipFile("written.xlsx") as book:
        told = [book.read(part).decode() for part in book.namelist() if part.startswith("docProps/")]
    shown = {sheet: table for sheet, table in tables(Path("written.xlsx")).items() if not sheet.startswith("_")}
    for sheet, table in shown.items():
        comes_back = [AT["answer"], AT["was"]] if arguments[0] == "sheet" else []
        told += [sheet, *(str(cell) for row in table for at, cell in enumerate(row) if at not in comes_back)]
    assert "Harbour" in "".join(told)
    assert not [one for one in told if set("\x1b\u202e\u2066\x9b") & set(one) or "_x001B_" in one]


def files() -> list[str]:
    """Return the names of the files here."""
    return sorted(path.name for path in Path().iterdir())


# Writing


def test_a_memo_that_someone_else_wrote_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("project.json").write_bytes(GOOD)
    Path("project.memo.html").write_text(FOREIGN, encoding="utf-8")
    code, out, err = advise(capsys, "project.json")
    assert code == 3
    assert "Verdict  Hold" in out, "the result is not lost"
    assert "'project.memo.html' is there already, and advise did not write it" in err
    assert "-o" in err
    assert Path("project.memo.html").read_text(encoding="utf-8") == FOREIGN
    assert files() == ["project.json", "project.memo.html"]


def test_a_folder_in_the_way_of_the_memo_is_a_problem_with_a_cure(capsys: pytest.CaptureFixture[str]) -> None:
    Path("project.json").write_bytes(GOOD)
    Path("project.memo.html").mkdir()
    code, out, err = advise(capsys, "project.json")
    assert (code, "Verdict  Hold" in out) == (3, True)
    assert "a folder with the name 'project.memo.html' is in the way" in err


def test_a_folder_that_does_not_exist_is_a_problem_with_a_cure(capsys: pytest.CaptureFixture[str]) -> None:
    Path("project.json").write_bytes(GOOD)
    for arguments in (["memo", "project.json", "-o", "no/memo.html"], ["check", "project.json", "-o", "no/x.txt"],
                      ["schema", "-o", "no/s.json"], ["init", "no/project.json"]):  # fmt: skip
        code, _, err = advise(capsys, *arguments)
        assert code == 3
        assert "does not exist" in err
        assert "Make the folder first" in err


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_a_result_never_takes_the_place_of_a_file_of_someone_elses(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("project.json").write_bytes(GOOD)
    Path("result").write_text(FOREIGN, encoding="utf-8")
    code, out, _ = advise(capsys, "check", "project.json", "--no-memo", "-f", form, "-o", "result")
    assert (code, out) == (3, "")
    assert Path("result").read_text(encoding="utf-8") == FOREIGN
    code, _, _ = advise(capsys, "check", "project.json", "--no-memo", "-f", form, "-o", "project.json")
    assert (code, Path("project.json").read_bytes()) == (3, GOOD), "not even over the project itself"


def test_a_disk_that_fills_up_leaves_the_memo_before_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("project.json").write_bytes(GOOD)
    advise(capsys, "project.json")
    before = Path("project.memo.html").read_bytes()
    command = [sys.executable, "-c", "from advise.cli import main; main()", "project.json"]
    limit = len(before) // 2

    def limit_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ended = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit_files)
    assert ended.returncode == 3
    assert "Verdict  Hold" in ended.stdout
    assert "'project.memo.html' was not written: the disk is full" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert Path("project.memo.html").read_bytes() == before
    assert files() == ["project.json", "project.memo.html"], "nothing half-written is left"


@pytest.fixture
def foreign_folder() -> Iterator[Path]:
    """Return a folder that others can read and enter only."""
    folder = Path(tempfile.mkdtemp(prefix="advise-test-"))
    try:
        (folder / "project.json").write_bytes(GOOD)
        (folder / "secret.json").write_bytes(GOOD)
        (folder / "secret.json").chmod(0)
        folder.chmod(0o555)
        for name in ("utf-8-sig", "utf-16", "utf-32", "cp932", "euc_jp", "iso2022_jp"):
            codecs.lookup(name)  # what is not found while Python may not be read stays unknown to the process
        yield folder
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.parametrize(("name", "sentence"), [("project.json", "cannot be written: permission is missing"),
                                                ("secret.json", "may not be read: permission is missing")])  # fmt: skip
def test_missing_permission_is_a_problem_with_a_cure(
    foreign_folder: Path, name: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("first.json").write_bytes(GOOD)
    advise(capsys, "first.json")  # imports everything while it may still be read
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        code, out, err = advise(capsys, str(foreign_folder / name))
    finally:
        os.seteuid(user)
    assert code == 3
    assert sentence in err
    assert "help: " in err
    assert ("Verdict  Hold" in out) == (name == "project.json")


def test_an_operating_system_that_refuses_for_another_reason_is_quoted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from advise.reports.writers import file as output

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    Path("project.json").write_bytes(GOOD)
    monkeypatch.setattr(output, "write_whole", refuse)
    code, out, err = advise(capsys, "project.json")
    assert (code, "Verdict  Hold" in out) == (3, True)
    assert "'project.memo.html' was not written: Input/output error" in err


@pytest.mark.parametrize("name", [".", "/", "", "folder"])
def test_a_memo_of_a_folder_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    code, _, err = advise(capsys, "memo", name)
    assert (code, "is a folder, not a project file" in err) == (3, True)


def test_a_name_that_is_too_long_for_an_interview_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = advise(capsys, "ask", "x" * 300 + ".json")
    assert (code, "could not be written: File name too long" in err) == (3, True)


def test_an_interview_in_a_folder_that_may_not_be_read_is_refused(
    foreign_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("first.json").write_bytes(GOOD)
    advise(capsys, "ask", "first.json", "--left-out")
    (foreign_folder / "closed").mkdir(mode=0o700)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        else:
            (foreign_folder / "closed").chmod(0)
        code, _, err = advise(capsys, "ask", str(foreign_folder / "closed" / "x.json"))
    finally:
        os.seteuid(user)
        (foreign_folder / "closed").chmod(0o700)
    assert (code, "could not be written: Permission denied" in err) == (3, True)


def test_a_received_folder_leads_no_memo_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    Path("received").mkdir()
    Path("received/p.json").write_bytes(GOOD)
    for place in ("received/p.memo.html",):
        Path(place).symlink_to("../.bash_login")
        for arguments in (["received/p.json"], ["memo", "received/p.json"]):
            code, _, err = advise(capsys, *arguments)
            assert (code, "is a link that leads out of its folder" in err) == (3, True)
    assert not Path(".bash_login").exists()


def test_control_characters_in_the_name_of_a_file_never_reach_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    name = "n\x1b[31m\u202eX.json"
    Path(name).write_bytes(GOOD)
    for arguments in (
        [name],
        ["memo", name],
        [name, "--no-memo", "-o", "\x1b.md"],
        ["init", "\x1b[31m.json"],
        [f"{name}n"],
    ):
        _, out, err = advise(capsys, *arguments)
        assert "<U+001B>" in err
        assert not {"\x1b", "\u202e"} & set(out + err)


@pytest.mark.parametrize(
    ("name", "content", "command"),
    [
        ("notes.txt", "I ran\n  $ advise check project.json\nand we agreed.\n", "check project.json --no-memo -o notes.txt"),
        ("mine.md", "# Mine\n\n`<!-- written by advise -->` is what it writes.\n", "memo project.json -o mine.md"),
        ("mine.html", "<html><!-- written by advise --></html>\n", "compare project.json project.json -o mine.html"),
        ("index.html", '<!doctype html>\n<html><meta name="generator" content="advise"></html>\n', "rules docs -o ."),
        ("s.json", '{"note": "Written by advise from its vocabulary; changes made here are lost."}', "schema -o s.json"),
        ("r.json", '[{\n "schema_version": 1,\n "verdict": "hold"}]', "check project.json -f json -o r.json"),
    ],
)  # fmt: skip
def test_a_file_that_only_quotes_what_advise_writes_is_somebody_elses(
    name: str, content: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("project.json").write_text("{}", encoding="utf-8")
    Path(name).write_text(content, encoding="utf-8")
    code, _, err = advise(capsys, *command.split())
    assert (code, "advise did not write it" in err) == (3, True)
    assert Path(name).read_text(encoding="utf-8") == content


@pytest.mark.parametrize(
    "command",
    [
        "check project.json --no-memo -o a.txt", "check project.json -f json -o a.json", "check project.json -f md -o a.md",
        "memo project.json", "compare project.json project.json -o a.html", "compare project.json project.json -o b.json",
        "rules docs -o book", "schema -o s.json",
    ],
)  # fmt: skip
def test_what_advise_wrote_it_writes_again(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("project.json").write_text("{}", encoding="utf-8")
    assert [advise(capsys, *command.split())[0] for _ in range(2)] == [0, 0]
