"""Where the command starts: the plain form ends exactly as the command line would end it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from advise import cli, start
from advise.engine import assess

ROOT = Path(__file__).resolve().parent.parent


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str
    files: dict[str, str]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, with an English locale."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


DOCUMENTS: dict[str, bytes] = {
    "hold.json": b'{"project": {"name": "Harbour", "phase": "idea"}, "commitment": {"declared": false}}',
    "japanese.json": '{"lang": "ja", "project": {"name": "港", "phase": "idea"}}'.encode(),
    "project.yaml": b"project:\n  phase: idea\n",
    "broken.json": b'{"project": {,}}',
    "wrong.json": b'{"project": {"phase": "dream"}, "sity": 1}',
    "cp932.json": '{"project": {"name": "港"}}'.encode("cp932"),
    "empty.json": b"",
}


def ended(run: object, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> Ended:
    """Run the command line in this process, and tidy up behind it."""
    before = {path.name for path in Path().iterdir()}
    code = run(arguments)  # type: ignore[operator]
    said = capsys.readouterr()
    made = [path for path in sorted(Path().iterdir()) if path.name not in before]
    files = {path.name: path.read_text(encoding="utf-8") for path in made}
    for path in made:
        path.unlink()
    return Ended(code, *said, files)


@pytest.mark.parametrize("options", [[], ["--no-memo"]])
@pytest.mark.parametrize("name", [*DOCUMENTS, "nowhere.json", "folder.json"])
def test_the_plain_form_ends_as_the_command_line_ends_it(
    name: str, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    if name in DOCUMENTS:
        Path(name).write_bytes(DOCUMENTS[name])
    if name == "folder.json":
        Path(name).mkdir()
    for arguments in ([name, *options], [*options, name]):
        assert start.plain_project(arguments) == name
        assert ended(start.run, capsys, arguments) == ended(cli.run, capsys, arguments)


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.json")), ids=lambda path: path.stem)
def test_examples_are_reviewed_as_by_the_command_line(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("project.json").write_bytes(example.read_bytes())
    found, expected = (ended(run, capsys, ["project.json"]) for run in (start.run, cli.run))
    assert found == expected
    assert "project.memo.html" in found.files


@pytest.mark.parametrize(
    "arguments",
    [[], ["--help"], ["-h"], ["rules", "list"], ["-"], ["a.json", "b.json"], ["a.json", "--full"], ["--no-memo"], ["check", "a.json"],
     ["a.json", "--no-memo", "--no-memo"], ["-x.json"], ["project"], ["--lang=ja", "a.json"]],
)  # fmt: skip
def test_everything_else_is_left_to_the_command_line(arguments: list[str]) -> None:
    assert start.plain_project(arguments) is None


def test_other_forms_reach_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.run(["--version"]) == 0
    assert re.match(r"advise, version ", capsys.readouterr().out)


def test_stopping_it_is_told_in_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    Path("hold.json").write_bytes(DOCUMENTS["hold.json"])
    monkeypatch.setattr(assess, "assess", interrupt)
    found, expected = (ended(run, capsys, ["hold.json"]) for run in (start.run, cli.run))
    assert found == expected
    assert found.code == 130


def test_a_bug_is_reported_the_same_way(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    Path("hold.json").write_bytes(DOCUMENTS["hold.json"])
    monkeypatch.setattr(assess, "assess", fail)
    found, expected = (ended(run, capsys, ["hold.json"]) for run in (start.run, cli.run))
    assert found == expected
    assert found.code == 70


def test_a_plain_review_imports_no_parser_of_options_and_nothing_heavy() -> None:
    Path("hold.json").write_bytes(DOCUMENTS["hold.json"])
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-c",
        "from advise.start import main; main()",
        "hold.json",
        "--no-memo",
    ]
    for _ in range(2):  # the first one fills the cache of rules
        run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    modules = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if line.startswith("import time:")}
    assert "advise.reports.memo.summary" in modules
    assert not modules & {"click", "jinja2", "yaml", "shutil", "shlex", "inspect", "advise.cli"}


def test_the_whole_command_ends_with_the_exit_code() -> None:
    Path("broken.json").write_bytes(DOCUMENTS["broken.json"])
    command = [sys.executable, "-c", "from advise.start import main; main()", "broken.json"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert run.returncode == 3
    assert json.dumps(run.stdout) == '""'
