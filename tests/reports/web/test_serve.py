"""The server as a command: how it starts and ends, and what is said where it cannot start."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from ...command_line import Runner
from .serving import project


def test_a_server_prints_its_address_serves_its_folder_and_ends_when_it_is_interrupted(tmp_path: Path) -> None:
    project(tmp_path)
    command = [sys.executable, "-c", "from advise.cli import main; main()", "serve", str(tmp_path), "--lang", "ja"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as server:
        try:
            assert server.stdout is not None
            assert server.stderr is not None
            said = server.stdout.readline() + server.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S{40,}", said)
            assert address is not None
            with httpx2.Client(trust_env=False, follow_redirects=True, timeout=60) as client:
                page = client.get(address[0])
            assert "server" not in page.headers
            assert "Harbour" in page.text
            assert '<html lang="ja">' in page.text
            server.send_signal(signal.SIGINT)
            assert server.wait(30) == 0
            assert server.stderr.read() == ""
        finally:
            server.kill()


@pytest.mark.usefixtures("elsewhere")
def test_a_folder_that_is_not_there_is_told(advise: Runner) -> None:
    ended = advise("serve", "nowhere")
    assert ended.code == 2
    assert "there is no folder 'nowhere'" in ended.err


@pytest.mark.usefixtures("elsewhere")
def test_a_port_that_is_taken_is_told(advise: Runner) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ended = advise("serve", "--port", other.getsockname()[1])
    assert ended.code == 2
    assert "is taken" in ended.err


@pytest.mark.usefixtures("elsewhere")
def test_without_its_packages_one_line_says_what_to_install(advise: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("advise.reports.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ended = advise("serve")
    assert ended.code == 2
    assert "-m pip install 'advise[web]'" in ended.err
