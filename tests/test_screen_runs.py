"""A long run of `advise screen`: it tells how far it is, and when it is stopped nothing is lost that it had judged."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from advise.engine.assess.run import brief
from advise.engine.columnar.screening import Screening
from advise.reports.screen.places import alone
from advise.reports.screen.sinks import targets

from .command_line import Runner, files, started
from .engine.columnar.test_screening import documents
from .reports.screen.calls import HEAD, ROWS, many, read, text_table


def test_progress_is_told_after_a_second_a_line_for_each_tenth(
    elsewhere: None, advise: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(10_000))
    monkeypatch.setattr("advise.reports.app.screen.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("advise.reports.screen.judging.BATCH", 2)
    many(20)
    told = advise("screen", "many.ndjson", "-o", "r.csv", "--lang", "en").err.splitlines()
    assert told == [f"{done} of 20 projects" for done in range(2, 21, 2)]
    Path("r.csv").unlink()
    assert advise("screen", "many.ndjson", "-o", "r.csv", "--quiet").err == ""


def test_on_a_terminal_it_is_told_in_one_line_what_is_read_and_nothing_of_it_stays(elsewhere: None) -> None:
    import pty

    many(12_000)
    command = [sys.executable, "-c", "from advise.cli import main; main()", "screen", "many.ndjson", "-o", "r.csv"]
    ours, theirs = pty.openpty()
    with subprocess.Popen([*command, "--lang", "en"], stderr=theirs, stdout=subprocess.DEVNULL) as run:
        assert run.wait() == 0
    os.close(theirs)
    told = os.read(ours, 100_000).decode()
    os.close(ours)
    assert told.startswith("Reading many.ndjson")
    assert "\n" not in told
    assert told.endswith("\r\x1b[K")


def test_a_run_that_is_killed_leaves_the_earlier_results_and_stands_in_nobodys_way(
    elsewhere: None, advise: Runner
) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    advise("screen", "call.csv", "-o", "r.csv")
    before = Path("r.csv").read_bytes()
    many(5_000)
    command = [sys.executable, "-c", "from advise.cli import main; main()", "screen", "many.ndjson", "-o", "r.csv"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as run:
        while not Path(f".{targets(Path('r.csv'))[-1].name}.lock").exists():
            assert run.poll() is None
            time.sleep(0.001)
        run.send_signal(signal.SIGSTOP)  # it holds the locks of all, and goes no further however fast it is
        second = started("screen", "call.csv", "-o", "r.csv", "--lang", "en")
        run.send_signal(signal.SIGKILL)
    assert second.returncode == 3
    assert "another run is writing" in second.stderr
    assert Path("r.csv").read_bytes() == before
    assert advise("screen", "call.csv", "-o", "r.csv").code == 0
    assert Path("r.findings.csv").exists()
    assert not [name for name in files() if name.startswith(".")]


def test_a_run_that_is_refused_leaves_the_other_one_what_it_has_judged(advise: Runner, elsewhere: None) -> None:
    many(3)
    Path(".r.csv.parts").mkdir()
    Path(".r.csv.parts", "0.part").write_bytes(b"of the other run")
    with alone(targets(Path("r.csv"))):
        assert advise("screen", "many.ndjson", "-o", "r.csv").code == 3
        assert Path(".r.csv.parts", "0.part").exists()


@pytest.mark.parametrize("is_many", [False, True])
def test_a_run_that_was_stopped_goes_on_where_it_was(
    is_many: bool, advise: Runner, elsewhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(40)
    text = Path("many.ndjson").read_text(encoding="utf-8")
    Path("many.ndjson").write_text(text.replace('"phase": "idea"}}\n', '"phase": "soon"}}\n', 1), encoding="utf-8")
    ten = len(text.encode()) // 4
    monkeypatch.setattr("advise.reports.screen.judging.BATCH", 10)
    monkeypatch.setattr("advise.engine.columnar.screening.BYTES", ten - 30)
    monkeypatch.setattr("advise.reports.screen.judging._FEW", 0 if is_many else 10_000)
    monkeypatch.setattr("advise.reports.app.screen._MANY", 10)
    judged: list[int] = []

    def stopping(function: Callable[..., Any], last: int) -> Callable[..., Any]:
        def one(*arguments: Any) -> Any:
            judged.append(1)
            if len(judged) == last:
                raise KeyboardInterrupt
            return function(*arguments)

        return one

    if is_many:
        monkeypatch.setattr(Screening, "judged", stopping(Screening.judged, 3))
    else:
        monkeypatch.setattr("advise.reports.screen.judging.brief", stopping(brief, 25))
    ended = advise("screen", "many.ndjson", "-o", "r.csv", "-o", "r.html", "--lang", "en")
    assert ended.code == 130
    assert "--resume" in ended.err
    assert sorted(path.name for path in Path(".r.csv.parts").iterdir()) == ["0.part", "1.part", "key"]
    assert not Path("r.csv").exists()
    judged[:] = [1] * 100
    assert advise("screen", "many.ndjson", "-o", "r.csv", "-o", "r.html", "--resume").code == 3
    assert len(judged) == 100 + (2 if is_many else 20)
    assert not Path(".r.csv.parts").exists()
    assert [row["id"] for row in read(Path("r.csv"))] == [f"R{number}" for number in range(1, 40)]
    assert len(read(Path("r.errors.csv"))) == 1
    resumed = {name: Path(name).read_bytes() for name in files()}
    assert advise("screen", "many.ndjson", "-o", "r.csv", "-o", "r.html").code == 3
    assert {name: Path(name).read_bytes() for name in files()} == resumed


def test_nothing_is_taken_up_of_a_run_by_other_parameters(
    advise: Runner, elsewhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = documents(40)
    for one in given:
        one["process"] = {"months_planning_before_first_trial": 5}
    lines = [json.dumps({"id": f"R{number}", **one}) for number, one in enumerate(given)]
    Path("many.ndjson").write_text("\n".join(lines), encoding="utf-8")
    Path("own.yaml").write_text("parameters:\n  planning_months_limit: {value: 9, reason: large works}\n")
    monkeypatch.setattr("advise.reports.app.screen._MANY", 10)

    def stopping(*_: Any) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr("advise.reports.screen.sinks.Files.take", stopping)
        assert advise("screen", "many.ndjson", "-o", "r.csv").code == 130
    assert Path(".r.csv.parts", "0.part").exists()
    assert advise("screen", "many.ndjson", "-o", "r.csv", "--resume", "--profile", "own.yaml").code == 0
    assert advise("screen", "many.ndjson", "-o", "anew.csv", "--profile", "own.yaml").code == 0
    assert advise("screen", "many.ndjson", "-o", "usual.csv").code == 0
    found = {name: Path(f"{name}.findings.csv").read_bytes() for name in ("r", "anew", "usual")}
    assert found["r"] == found["anew"] != found["usual"]


def test_nothing_is_taken_up_of_a_run_over_other_files(advise: Runner, elsewhere: None) -> None:
    many(3)
    Path(".r.csv.parts").mkdir()
    Path(".r.csv.parts", "key").write_text("of another run")
    Path(".r.csv.parts", "0.part").write_bytes(b"whatever")
    assert advise("screen", "many.ndjson", "-o", "r.csv", "--resume").code == 0
    assert not Path(".r.csv.parts").exists()
    assert len(read(Path("r.csv"))) == 3
