"""What is printed reaches a screen whole and harmless, and where it cannot be printed that is told, never a bug."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from advise import cli
from tests.knowledge_bases import small

from .command_line import Runner, project

pytestmark = pytest.mark.usefixtures("elsewhere")

PRINTING = (
    "check project.json", "project.json --no-memo", "check project.json -f json", "explain COM-01", "explain COM-01 project.json",
    "explain project.json --nearly", "improve project.json", "diff project.json project.json", "compare project.json project.json",
    "screen . -o results.csv", "schema", "ask", "ask --again project.json", "doctor", "completion bash", "help", "help exit-codes", "rules list",
    "rules show COM-01", "rules check", "rules test COM-02",
    f"rules verify --rules {small.LIBRARY}", f"rules diff {small.LIBRARY} --rules {small.LIBRARY}",
    f"rules mutate --rules {small.LIBRARY} --sample 5", "rules selftest --seconds 0",
    "rules coverage", "--help", "check --help", "rules --help", "--version",
)  # fmt: skip
SILENT = (
    "memo",
    "init",
    "rules docs",
    "rules new",
    "sheet make",
    "sheet read",
    "respond",
    "serve",
)  # these write files, read a workbook, or answer a browser until they are ended
HOSTILE = "\x1b[31mRED\x1b[0m\x1b]8;;http://evil.example\x07Ministry\x9b2J\u202egnp\u2028\ufeff\u200b\xad\t"
HARMFUL = ("\x1b", "\x07", "\x9b", "\u202e", "\u2028", "\ufeff", "\u200b", "\xad")


def _commands(group: click.Group, before: str = "") -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} ")
        else:
            yield before + name


def test_every_command_is_tried_here() -> None:
    tried = {*SILENT, *PRINTING}
    assert [name for name in _commands(cli.cli) if not any(f"{one} ".startswith(f"{name} ") for one in tried)] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", PRINTING)
def test_a_full_disk_under_standard_output_is_a_problem_of_every_command(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project()
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        code = cli.run(command.split())
    assert (code, "the disk is full" in capsys.readouterr().err) == (3, True)


@pytest.mark.parametrize("command", PRINTING)
def test_a_closed_standard_output_is_a_problem_of_every_command(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project()
    monkeypatch.setattr(sys, "stdout", None)
    code = cli.run(command.split())
    assert (code, "the result could not be shown: it is closed" in capsys.readouterr().err) == (3, True)


def test_streams_that_a_shell_has_closed_change_no_exit_code_but_that_of_a_lost_result() -> None:
    project()
    for arguments, code in (("check project.json", 0), ("check nix.json", 3), ("explain NIX-01", 2)):
        command = f"exec '{sys.executable}' -m advise {arguments}"
        assert subprocess.run(["sh", "-c", f"{command} 2>&- >/dev/null"], check=False).returncode == code
        assert subprocess.run(["sh", "-c", f"{command} 2>/dev/full >/dev/null"], check=False).returncode == code
    ended = subprocess.run(
        ["sh", "-c", f"exec '{sys.executable}' -m advise ask new.json <&-"], capture_output=True, check=False
    )
    assert ended.returncode == 0


def test_nothing_of_a_project_moves_the_cursor_hides_or_turns_the_direction_of_reading(advise: Runner) -> None:
    organisation = {"id": "x", "name": HOSTILE, "involved": True, "kind": "municipality"}
    name = project({"project": {"name": HOSTILE}, "organisations": [organisation]})
    Path(f"n{HOSTILE.replace('/', '')}.json").write_bytes(Path(name).read_bytes())
    for command in (
        "check {} --no-memo --set organisations/x.champion_identified=false", "check {} -f json", "check {} -f md",
        "compare {} {}", "diff {} {}", "explain ORG-06 {}", "improve {}", "screen {} -o {}.csv", "ask --again {}", "check nix{}", "check {} {}",
        "check {} -q -o o{}", "{}x", "rules list --area {}", "help {}", "check {} --today {}",
    ):  # fmt: skip
        for file in (name, f"n{HOSTILE.replace('/', '')}.json"):
            ended = advise(*(part.replace("{}", file) for part in command.split()))
            assert ended.code in (0, 2, 3), command
            assert not [one for one in HARMFUL if one in ended.out + ended.err], command


def test_what_a_folder_of_rules_says_is_as_harmless(
    advise: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    source = Path(__file__).parent / "knowledge_bases" / "library"
    shutil.copytree(source, tmp_path / "rules")
    for file in (tmp_path / "rules").rglob("*.yaml"):
        lines = file.read_text(encoding="utf-8")
        file.write_text(lines.replace("The doors are closed", '"The \\e[31mdoors\\u202e"'), encoding="utf-8")
    project({"library": {"open": False}})
    for command in ("rules list", "rules coverage", "check project.json --no-memo", "ask project.json"):
        ended = advise(*command.split(), "--rules", str(tmp_path / "rules"))
        assert ended.code == 0
        assert not [one for one in HARMFUL if one in ended.out + ended.err], command


def test_only_our_own_colours_are_shown_and_only_where_colours_are(advise: Runner) -> None:
    project({"project": {"name": "\x1b[8mhidden \x1b[31mred"}, "commitment": {"declared": False}})
    assert "\x1b" not in advise("check", "project.json", "--no-memo", "--color", "never").out
    colored = advise("check", "project.json", "--no-memo", "--color", "always").out
    assert "\x1b[31m■\x1b[0m" in colored
    assert "\x1b[8m" not in colored


def test_the_machine_form_escapes_what_a_screen_would_obey_and_loses_nothing(advise: Runner) -> None:
    project({"project": {"name": HOSTILE}})
    advise("check", "project.json", "-f", "json", "-o", "result.json")
    for text in (advise("check", "project.json", "-f", "json").out, Path("result.json").read_text(encoding="utf-8")):
        assert not [one for one in HARMFUL if one in text]
        assert json.loads(text)["project"]["name"] == HOSTILE


def test_an_interrupt_while_starting_ends_with_130_and_no_traceback() -> None:
    project()
    stopped = (
        "import builtins, sys\n"
        "from advise import start\n"
        "real = builtins.__import__\n"
        "def slow(name, *rest):\n"
        "    module, *names = rest[2:3] or [()]\n"
        "    if sys.argv[1] in (name, *(module or ())):\n"
        "        sys.argv[1] = None\n"
        "        raise KeyboardInterrupt\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = slow\n"
        "sys.exit(start.run(sys.argv[2:]))\n"
    )
    for module, arguments in (
        ("cli", ["rules", "list"]),
        ("click", ["rules", "list"]),
        ("reports.app.session", ["project.json"]),
    ):
        command = [sys.executable, "-c", stopped, module, *arguments]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (ended.returncode, ended.stderr.strip()) == (130, "interrupted; no result")
