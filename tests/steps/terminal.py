"""What scenarios share that run the commands: a project file, what is assumed about it, and what a run prints.

Runs take place in the test's own process, in an empty folder and on a fixed day.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_bdd import given, parsers, then, when

from advise.engine.scenarios.given_when import state
from advise.engine.scenarios.home import Scene

from ..command_line import Ended, Runner

TODAY = "2026-11-22"
PROJECT = "project.json"


@dataclass
class Terminal:
    """A folder with a project file, and the runs in it.

    Attributes:
        scene: The project as the sentences state it.
        run: Runs a command.
        written: The file as it is written by hand, in place of the scene's.
        assumed: What is assumed for the next runs.
        language: What `--lang` says.
        runs: How the runs ended, the last one last.
    """

    scene: Scene
    run: Runner
    written: str | None = None
    assumed: list[str] = field(default_factory=list)
    language: str = "en"
    runs: list[Ended] = field(default_factory=list)

    @property
    def path(self) -> Path:
        """The project file."""
        return Path(PROJECT)

    @property
    def last(self) -> Ended:
        """How the last run ended."""
        return self.runs[-1]

    @property
    def told(self) -> str:
        """What the last run that worked printed."""
        assert self.last.code == 0, self.last.err
        return self.last.out

    def write(self) -> None:
        """Write the project file."""
        text = self.written
        if text is None:
            text = json.dumps(self.scene.document, indent=2, ensure_ascii=False)
        self.path.write_text(text, encoding="utf-8")

    def advise(self, command: str, *arguments: str) -> Ended:
        """Run a command on the project, with what is assumed about it."""
        self.write()
        sets = [part for one in self.assumed for part in ("--set", one)]
        ended = self.run(command, *arguments, *sets, "--lang", self.language, "--today", TODAY)
        self.runs.append(ended)
        return ended

    def reviewed(self, *assumed: str) -> Any:
        """Return the machine form of a review, with something more assumed."""
        sets = [part for one in (*self.assumed, *assumed) for part in ("--set", one)]
        self.write()
        ended = self.run("check", PROJECT, "--full", "--format", "json", "--today", TODAY, *sets)
        assert ended.code == 0, ended.err
        return json.loads(ended.out)


def joined(text: str) -> str:
    """Return a text without the blanks at which a line may end."""
    return "".join(text.split())


@given(parsers.re(r"(?!it reads|the reader|the example|the last )(?P<sentence>.+)"))
def _(terminal: Terminal, sentence: str, datatable: Sequence[Sequence[str]] | None = None) -> None:
    state(terminal.scene, sentence, datatable)


@given("it reads")
def _(terminal: Terminal, docstring: str) -> None:
    terminal.written = docstring


@given("the reader reads Japanese")
def _(terminal: Terminal) -> None:
    terminal.language = "ja"


@when(parsers.parse('it is assumed that "{written}"'))
def _(terminal: Terminal, written: str) -> None:
    terminal.assumed.append(written)


@then(parsers.re(r"it says: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert joined(text) in joined(terminal.told), terminal.told


@then(parsers.re(r"it does not say: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert joined(text) not in joined(terminal.told), terminal.told


@then(parsers.re(r"it says, in this order"))
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    told, at = joined(terminal.told), 0
    for (text,) in datatable:
        found = told.find(joined(text), at)
        assert found >= 0, f"{text!r} does not come here in\n{terminal.told}"
        at = found + len(joined(text))


@then(parsers.parse("the exit code is {code:d}"))
def _(terminal: Terminal, code: int) -> None:
    assert terminal.last.code == code, terminal.last


@then("the project file is as it was")
def _(terminal: Terminal) -> None:
    now = terminal.path.read_bytes()
    terminal.write()
    assert now == terminal.path.read_bytes()
