"""What tests of the command line share: how a run ended, projects and files in the current folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from advise.reports.app.session import Session

HOLD = {"project": {"name": "Harbour", "phase": "preparation"}, "commitment": {"declared": False}}


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Runner = Callable[..., Ended]


def project(data: dict[str, Any] | None = None, name: str = "project.json") -> str:
    """Write a project and return its name."""
    Path(name).write_text(json.dumps(HOLD if data is None else data), encoding="utf-8")
    return name


def ran(command: click.Command, session: Session, **given: Any) -> str:
    """Return what a command returns in a session, with some of its options and arguments."""
    assert command.callback is not None
    with click.Context(command, obj=session):
        others = {one.name: None for one in command.params if one.expose_value and one.name not in given}
        return str(command.callback(**others, **given))


def started(*arguments: str, **settings: Any) -> subprocess.CompletedProcess[Any]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-c", "from advise.cli import main; main()", *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1", **settings.pop("env", {})}
    settings = {"capture_output": True, "text": True, "check": False, "env": environment, **settings}
    return subprocess.run(command, **settings)


def files() -> list[str]:
    """Return the names of the files here."""
    return sorted(path.name for path in Path().iterdir())
