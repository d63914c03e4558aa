"""What `whatif.feature` says: what is assumed for one run, what that changes, and what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from pytest_bdd import parsers, then, when

from ..command_line import files
from ..reports.pages import read_page
from .terminal import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .terminal import PROJECT, Terminal, joined

AGAINST = "Against the file as it is"


def changes(terminal: Terminal) -> list[list[str]]:
    """Return what is told against the file: a word, and the verdicts or the code of a finding."""
    lines = [line.split(None, 1) for line in terminal.told.partition(AGAINST)[2].strip().splitlines()]
    return [[word, text if word == "verdict" else text.split()[1]] for word, text in lines]


def subjects(terminal: Terminal, code: str) -> set[str | None]:
    """Return what a finding is about with what is assumed, and was not about before."""
    assumed, terminal.assumed = terminal.assumed, []
    before = {(one["code"], one["subject"]) for one in terminal.reviewed()["findings"]}
    terminal.assumed = assumed
    now = {(one["code"], one["subject"]) for one in terminal.reviewed()["findings"]}
    return {subject for found, subject in now - before if found == code}


def memo(terminal: Terminal) -> str:
    """Return the memo that was written last, as it is read."""
    (name,) = [name for name in files() if name != PROJECT]
    text = Path(name).read_text(encoding="utf-8")
    return read_page(text).text if name.endswith(".html") else text.replace("\\", "")


def assume(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    terminal.assumed = [written for (written,) in datatable]


@when("it is reviewed as if")
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    assume(terminal, datatable)
    terminal.advise("check", PROJECT, "--full")


@when(parsers.parse('"{code}" is explained as if'))
def _(terminal: Terminal, code: str, datatable: Sequence[Sequence[str]]) -> None:
    assume(terminal, datatable)
    terminal.advise("explain", code, PROJECT)


@when("the least change is looked for as if")
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    assume(terminal, datatable)
    terminal.advise("improve", PROJECT)


@when("a memo is written as if, without a name for it")
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    assume(terminal, datatable)
    terminal.advise("memo", PROJECT)


@when(parsers.parse('a memo is written as if, to "{name}"'))
def _(terminal: Terminal, name: str, datatable: Sequence[Sequence[str]]) -> None:
    assume(terminal, datatable)
    assert terminal.advise("memo", PROJECT, "-o", name).code == 0


@when(parsers.parse('a memo is written to "{name}"'))
def _(terminal: Terminal, name: str) -> None:
    assert terminal.advise("memo", PROJECT, "-o", name).code == 0


@then("it changes")
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    told = changes(terminal)
    assert [row for row in told if row[1] in [wanted[1] for wanted in datatable]] == [list(row) for row in datatable]
    assert {row[0] for row in told} == {row[0] for row in datatable}, told


@then(parsers.re(r'"(?P<code>[A-Z]+-\d+)" (?P<way>appears|goes)'))
def _(terminal: Terminal, code: str, way: str) -> None:
    assert [way, code] in changes(terminal), terminal.told


@then(parsers.re(r'"(?P<code>[A-Z]+-\d+)" (?P<way>appears|does not appear) for "(?P<subject>[^"]+)"'))
def _(terminal: Terminal, code: str, way: str, subject: str) -> None:
    found = subjects(terminal, code)
    assert (subject in found) is (way == "appears"), found
    assert ["appears", code] in changes(terminal)


@then("the machine form says that it assumes")
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    head, *rows = datatable
    told = terminal.reviewed()["assumed"]
    wanted = [dict(zip(head, row, strict=True)) for row in rows]
    assert [one["written"] for one in told] == terminal.assumed
    for one, row in zip(told, wanted, strict=True):
        assert {key: one[key] for key in head} == {key: _plain(text) for key, text in row.items()}


def _plain(text: str) -> object:
    """Return a cell of a table: JSON where it is that, else the text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


@then("the machine form says nothing of what it assumes")
def _(terminal: Terminal) -> None:
    assert "assumed" not in terminal.reviewed()


@then(parsers.re(r"the hint says: (?P<text>.+)"))
@then(parsers.re(r"the problem says: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert joined(text) in joined(terminal.last.err), terminal.last.err


@then(parsers.re(r'the problem (?P<way>points|does not point) to "(?P<written>.+)"'))
def _(terminal: Terminal, way: str, written: str) -> None:
    pointed = re.findall(r"--> --set:1:1\n +\|\n 1 \| (.+)\n +\| \^+", terminal.last.err)
    assert (written in pointed) is (way == "points"), terminal.last.err


@then("nothing is decided")
def _(terminal: Terminal) -> None:
    assert terminal.last.out == ""
    assert "Nothing was decided." in terminal.last.err


@then(parsers.parse('the only file is "{name}"'))
def _(terminal: Terminal, name: str) -> None:
    assert files() == [name]


@then(parsers.re(r"the memo says: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert text in memo(terminal)


@then(parsers.re(r"the memo says, above the verdict: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert joined(text) in joined(memo(terminal).partition("Verdict:")[0])


@then(parsers.re(r"the memo does not say: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert text not in memo(terminal)
