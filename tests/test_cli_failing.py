"""What the command line says when the world fails: a bug, an interruption, a full disk, a screen that cannot show it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .command_line import Runner, files, project, started

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "wakayama.json"
pytestmark = pytest.mark.usefixtures("elsewhere")


def test_a_disagreement_of_the_interpreters_is_a_bug_report_and_no_memo(
    advise: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from advise.engine import compiled

    monkeypatch.setattr(
        compiled, "compare", lambda left, right: ["outcomes ('COM-01', None): evaluate True, rete False"]
    )
    ended = advise(project())
    assert (ended.code, ended.out, files()) == (70, "", ["project.json"])
    assert "bug in advise" in ended.err
    assert "('COM-01', None): evaluate True, rete False" in ended.err
    assert "Please report it" in ended.err
    error = json.loads(advise("project.json", "-f", "json").out)["error"]
    assert (error["kind"], error["exit_code"]) == ("bug", 70)


def test_an_unexpected_exception_is_a_bug_report_without_the_projects_texts(
    advise: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from advise.engine import assess

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("Harbour")

    monkeypatch.setattr(assess, "assess", fail)
    ended = advise(project())
    assert ended.code == 70
    assert "ZeroDivisionError at reports/app/session.py:" in ended.err
    assert "Harbour" not in ended.err
    assert "Traceback" not in ended.err
    assert "Traceback" in advise("project.json", "--debug").err


def test_an_interrupted_run_ends_with_130(advise: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    from advise.engine import assess

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(assess, "assess", interrupt)
    ended = advise(project())
    assert ended.code == 130
    assert "Traceback" not in ended.err


def test_a_reader_that_leaves_early_changes_nothing() -> None:
    project()
    command = f"{sys.executable} -c 'from advise.cli import main; main()' rules coverage; echo \"code $?\" >&2"
    piped = subprocess.run(["bash", "-c", f"({command}) | head -n 1"], capture_output=True, text=True, check=False)
    assert "statements of the article" in piped.stdout
    assert piped.stderr == "code 0\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_standard_output_is_a_problem_with_a_cure() -> None:
    project()
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = started("project.json", "--no-memo", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 3
    assert "the disk is full" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("encoding", ["cp932", "ascii", "latin-1"])
def test_no_encoding_of_the_screen_stops_a_run(lang: str, encoding: str) -> None:
    settings = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    ended = started(str(EXAMPLE), "--no-memo", "--full", "--lang", lang, env=settings, text=False)
    assert ended.returncode == 0
    if encoding == "cp932" or lang == "en":
        assert ("判定  " if lang == "ja" else "Verdict  ") in bytes(ended.stdout).decode(encoding)


def test_the_machine_form_keeps_ids_that_the_screen_cannot_show() -> None:
    names = ["𠮷田組", "𩸽組", "A<U+30A2>"]
    facts = {"involved": True, "kind": "local_company", "champion_identified": False}
    Path("p.json").write_text(json.dumps({"organisations": [{"id": name, **facts} for name in names]}))
    settings = {"PYTHONIOENCODING": "cp932", "PYTHONUTF8": "0"}
    ended = started("p.json", "-f", "json", "--no-memo", env=settings, text=False)
    found = json.loads(bytes(ended.stdout).decode("cp932"))
    assert {finding["subject"] for finding in found["findings"]} >= {f"organisations/{name}" for name in names}


@pytest.mark.parametrize(("codec", "name"), [("cp932", "CP932"), ("euc_jp", "EUC-JP"), ("utf-16", "UTF-16")])
def test_summary_memo_and_machine_form_tell_an_encoding_that_is_not_utf8(advise: Runner, codec: str, name: str) -> None:
    Path("p.json").write_bytes('{"project": {"name": "見守りのデータ"}}'.encode(codec))
    told = {
        "en": f"The file was read as {name}, not as UTF-8.",
        "ja": f"ファイルをUTF-8ではなく{name}として読みました。",
    }
    for language, text in told.items():
        assert text in advise("p.json", "--lang", language).out
        assert text in Path("p.memo.html").read_text(encoding="utf-8")
        advise("p.json", "--lang", language, "-o", "p.md")
        assert text in Path("p.md").read_text(encoding="utf-8")
    (note,) = json.loads(advise("p.json", "-f", "json").out)["notes"]
    assert (note["code"], note["text"]) == ("P260", told)
