"""Bad input: each kind gets its place, a plain sentence, a cure and the right exit code; nothing is overwritten."""

from __future__ import annotations

import codecs
import errno
import json
import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .command_line import Runner, files

pytestmark = pytest.mark.usefixtures("elsewhere")
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


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_document_that_cannot_be_read_is_refused_with_place_and_cure(kind: str, advise: Runner) -> None:
    content, place, sentence = DOCUMENTS[kind]
    Path("project.json").write_bytes(content)
    code, out, err = advise("project.json")
    assert (code, out) == (3, "")
    assert f"project.json{place}" in err
    assert sentence in err
    assert "help: " in err
    assert "Traceback" not in err
    assert files() == ["project.json"], "no memo is written"
    assert Path("project.json").read_bytes() == content


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_programs_get_the_same_problems_as_one_document(kind: str, advise: Runner) -> None:
    content, place, _ = DOCUMENTS[kind]
    Path("project.json").write_bytes(content)
    code, out, _ = advise("project.json", "-f", "json", "--lang", "ja")
    error = json.loads(out)["error"]
    assert (code, error["kind"], error["exit_code"]) == (3, "project", 3)
    for problem in error["problems"]:
        assert problem["message"]
        assert problem["cure"]
        assert (problem["line"] is not None) == bool(place)


@pytest.mark.parametrize("encoding", ["cp932", "utf-16", "utf-8-sig", "utf-8"])
def test_the_encodings_of_japanese_editors_are_read(encoding: str, advise: Runner) -> None:
    text = '{"lang": "ja", "project": {"name": "見守りデータ連携"}, "commitment": {"declared": false}}'
    Path("project.json").write_bytes(text.encode(encoding))
    code, out, _ = advise("project.json")
    assert (code, out.splitlines()[0]) == (0, "見守りデータ連携  段階：未記入")


def test_a_reference_to_nothing_is_a_finding_and_no_refusal(advise: Runner) -> None:
    Path("project.json").write_text('{"goals": [], "kpis": [{"id": "k", "goals": ["g"]}]}', encoding="utf-8")
    code, out, _ = advise("project.json", "-f", "json")
    assert code == 0
    codes = [finding["code"] for finding in json.loads(out)["findings"] if "dangling" in finding["rule"]]
    assert codes, "the KPI that points to nothing is reported"


def test_all_problems_come_at_once_and_are_counted(advise: Runner) -> None:
    data = {"project": {f"fact_{number}": 1 for number in range(30)}}
    Path("project.json").write_text(json.dumps(data), encoding="utf-8")
    code, _, err = advise("project.json")
    assert code == 3
    assert err.count("error[P201]") == 20
    assert "30 problems, 20 of them shown. Nothing was decided." in err


@pytest.mark.parametrize(("name", "sentence"), [
    ("nothing.json", "there is no file 'nothing.json'"), ("folder", "'folder' is a folder"),
    ("folder/nothing.json", "there is no file 'folder/nothing.json'"), ("projet.json", "did you mean 'project.json'?"),
    ("/dev/null", "is a device or a pipe"), pytest.param("\udcff.json", "there is no file '<U+DCFF>.json'", id="a name that is no text"),
])  # fmt: skip
def test_a_file_that_is_not_there_is_refused(name: str, sentence: str, advise: Runner) -> None:
    Path("folder").mkdir()
    Path("project.json").write_bytes(GOOD)
    code, out, err = advise("check", name)
    assert (code, out) == (3, "")
    assert sentence in err
    assert "Traceback" not in err


def test_a_folder_in_the_place_of_a_command_is_refused_too(advise: Runner) -> None:
    Path("plans").mkdir()
    code, _, err = advise("plans")
    assert code == 3
    assert "Name one file in it" in err


def test_a_memo_that_someone_else_wrote_is_left_alone(advise: Runner) -> None:
    Path("project.json").write_bytes(GOOD)
    Path("project.memo.html").write_text(FOREIGN, encoding="utf-8")
    code, out, err = advise("project.json")
    assert code == 3
    assert "Verdict  Hold" in out, "the result is not lost"
    assert "'project.memo.html' is there already, and advise did not write it" in err
    assert "-o" in err
    assert Path("project.memo.html").read_text(encoding="utf-8") == FOREIGN
    assert files() == ["project.json", "project.memo.html"]


def test_a_folder_in_the_way_of_the_memo_is_a_problem_with_a_cure(advise: Runner) -> None:
    Path("project.json").write_bytes(GOOD)
    Path("project.memo.html").mkdir()
    code, out, err = advise("project.json")
    assert (code, "Verdict  Hold" in out) == (3, True)
    assert "a folder with the name 'project.memo.html' is in the way" in err


def test_a_folder_that_does_not_exist_is_a_problem_with_a_cure(advise: Runner) -> None:
    Path("project.json").write_bytes(GOOD)
    for arguments in (["memo", "project.json", "-o", "no/memo.html"], ["check", "project.json", "-o", "no/x.txt"],
                      ["schema", "-o", "no/s.json"], ["init", "no/project.json"]):  # fmt: skip
        code, _, err = advise(*arguments)
        assert code == 3
        assert "does not exist" in err
        assert "Make the folder first" in err


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_a_result_never_takes_the_place_of_a_file_of_someone_elses(form: str, advise: Runner) -> None:
    Path("project.json").write_bytes(GOOD)
    Path("result").write_text(FOREIGN, encoding="utf-8")
    code, out, _ = advise("check", "project.json", "--no-memo", "-f", form, "-o", "result")
    assert (code, out) == (3, "")
    assert Path("result").read_text(encoding="utf-8") == FOREIGN
    code, _, _ = advise("check", "project.json", "--no-memo", "-f", form, "-o", "project.json")
    refused = 2 if form == "md" else 3  # whose name says another form
    assert (code, Path("project.json").read_bytes()) == (refused, GOOD), "not even over the project itself"


def test_a_disk_that_fills_up_leaves_the_memo_before_it(advise: Runner) -> None:
    Path("project.json").write_bytes(GOOD)
    advise("project.json")
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
    if os.geteuid() == 0 and not all(place.stat().st_mode & stat.S_IXOTH for place in Path(__file__).resolve().parents):
        pytest.skip("root's own folders hide the product from everybody else")
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
    foreign_folder: Path, name: str, sentence: str, advise: Runner
) -> None:
    Path("first.json").write_bytes(GOOD)
    advise("first.json")  # imports everything while it may still be read
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        code, out, err = advise(str(foreign_folder / name))
    finally:
        os.seteuid(user)
    assert code == 3
    assert sentence in err
    assert "help: " in err
    assert ("Verdict  Hold" in out) == (name == "project.json")


def test_an_operating_system_that_refuses_for_another_reason_is_quoted(
    advise: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from advise.reports.writers import file as output

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    Path("project.json").write_bytes(GOOD)
    monkeypatch.setattr(output, "write_whole", refuse)
    code, out, err = advise("project.json")
    assert (code, "Verdict  Hold" in out) == (3, True)
    assert "'project.memo.html' was not written: Input/output error" in err


@pytest.mark.parametrize("name", [".", "/", "", "folder"])
def test_a_memo_of_a_folder_is_refused(name: str, advise: Runner) -> None:
    Path("folder").mkdir()
    code, _, err = advise("memo", name)
    assert (code, "is a folder, not a project file" in err) == (3, True)


def test_a_name_that_is_too_long_for_an_interview_is_refused(advise: Runner) -> None:
    code, _, err = advise("ask", "x" * 300 + ".json")
    assert (code, "could not be written: File name too long" in err) == (3, True)


def test_an_interview_in_a_folder_that_may_not_be_read_is_refused(foreign_folder: Path, advise: Runner) -> None:
    Path("first.json").write_bytes(GOOD)
    advise("ask", "first.json", "--left-out")
    (foreign_folder / "closed").mkdir(mode=0o700)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        else:
            (foreign_folder / "closed").chmod(0)
        code, _, err = advise("ask", str(foreign_folder / "closed" / "x.json"))
    finally:
        os.seteuid(user)
        (foreign_folder / "closed").chmod(0o700)
    assert (code, "could not be written: Permission denied" in err) == (3, True)


def test_a_received_folder_leads_no_memo_elsewhere(advise: Runner) -> None:
    Path("received").mkdir()
    Path("received/p.json").write_bytes(GOOD)
    for place in ("received/p.memo.html",):
        Path(place).symlink_to("../.bash_login")
        for arguments in (["received/p.json"], ["memo", "received/p.json"]):
            code, _, err = advise(*arguments)
            assert (code, "is a link that leads out of its folder" in err) == (3, True)
    assert not Path(".bash_login").exists()


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
    name: str, content: str, command: str, advise: Runner
) -> None:
    Path("project.json").write_text("{}", encoding="utf-8")
    Path(name).write_text(content, encoding="utf-8")
    code, _, err = advise(*command.split())
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
def test_what_advise_wrote_it_writes_again(command: str, advise: Runner) -> None:
    Path("project.json").write_text("{}", encoding="utf-8")
    assert [advise(*command.split())[0] for _ in range(2)] == [0, 0]
