"""What `memo.feature` says: the parts of a memo that look ahead or back, on the page and in Markdown alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pytest_bdd import given, parsers, then, when

from ..command_line import files
from ..reports.pages import read_page
from .terminal import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .terminal import PROJECT, Terminal, joined

LAST = "last.json"
HEADINGS = {"en": ("What changed since", "Put right first"), "ja": ("からの変化", "先に直すこと")}
"""What begins the part about what changed, and what follows it."""


def memos(terminal: Terminal) -> list[str]:
    """Return the page and the Markdown as they are read, without blanks."""
    page = read_page(Path("memo.html").read_text(encoding="utf-8")).all("body")[0].text
    written = re.sub(r"[\\*`#]", "", Path("memo.md").read_text(encoding="utf-8"))
    return [joined(page), joined(written)]


def since(terminal: Terminal) -> list[str]:
    """Return what stands between the verdict and the list of actions."""
    return [text.partition(joined(HEADINGS[terminal.language][1]))[0] for text in memos(terminal)]


def in_order(text: str, table: Sequence[Sequence[str]]) -> None:
    at = 0
    for (wanted,) in table:
        found = text.find(joined(wanted), at)
        assert found >= 0, f"{wanted!r} does not come here in\n{text}"
        at = found + len(joined(wanted))


def kept(terminal: Terminal) -> list[str]:
    return ["--since", LAST] if Path(LAST).exists() else []


@given(parsers.parse('the last memo was made on "{day}"'))
def _(terminal: Terminal, day: str) -> None:
    terminal.write()
    ended = terminal.run("check", PROJECT, "--format", "json", "--output", LAST, "--today", day)
    assert ended.code == 0, ended.err


@given("the last one was damaged")
def _(terminal: Terminal) -> None:
    Path(LAST).write_text('{"schema_version": 99}', encoding="utf-8")


@when("the memo is written")
def _(terminal: Terminal) -> None:
    ended = terminal.advise("memo", PROJECT, "-o", "memo.html", "-o", "memo.md", *kept(terminal))
    assert ended.code == 0, ended.err


@when("the memo is tried")
def _(terminal: Terminal) -> None:
    terminal.advise("memo", PROJECT, "-o", "memo.html", *kept(terminal))


@then("the memo says, in this order")
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    for text in memos(terminal):
        in_order(text, datatable)


@then(parsers.re(r"the memo says: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    for told in memos(terminal):
        assert joined(text) in told, told


@then(parsers.re(r"the memo does not say: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    for told in memos(terminal):
        assert joined(text) not in told, told


@then("it tells what changed")
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    for text in since(terminal):
        in_order(text, datatable)


@then(parsers.re(r"the part about what changed does not say: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    for told in since(terminal):
        assert joined(HEADINGS[terminal.language][0]) in told
        assert joined(text) not in told, told


@then("nothing is said about what changed")
def _(terminal: Terminal) -> None:
    for text in memos(terminal):
        assert joined(HEADINGS[terminal.language][0]) not in text


@then(parsers.parse('the problem names "{name}"'))
def _(terminal: Terminal, name: str) -> None:
    assert name in terminal.last.err


@then("there is no memo")
def _(terminal: Terminal) -> None:
    assert sorted(files()) == sorted([LAST, PROJECT])
