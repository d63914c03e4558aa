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
HEADINGS: dict[str, dict[object, str]] = {
    "en": {"since": "What changed since", 1: "1. Put right first", 2: "2. What may", 4: "4. To find out", 5: "5. Six"},
    "ja": {"since": "からの変化", 1: "1. 先に直すこと", 2: "2. このまま", 4: "4. 確かめること", 5: "5. 六つ"},
}


def memos(terminal: Terminal) -> list[str]:
    """Return the page and the Markdown as they are read, without blanks."""
    page = read_page(Path("memo.html").read_text(encoding="utf-8")).text
    written = re.sub(r"[\\*`#]", "", Path("memo.md").read_text(encoding="utf-8"))
    return [joined(page), joined(written)]


def section(terminal: Terminal, number: int) -> list[str]:
    """Return a section of the page and of the Markdown."""
    start, end = (joined(HEADINGS[terminal.language][one]) for one in (number, number + 1))
    texts = memos(terminal)
    assert [text.count(start) for text in texts] == [1] * len(texts)
    assert [text.count(end) for text in texts] == [1] * len(texts)
    return [text.partition(start)[2].partition(end)[0] for text in texts]


def since(terminal: Terminal) -> list[str]:
    """Return what stands between the counts and the list of actions."""
    first = joined(HEADINGS[terminal.language][1])
    return [text.partition(first)[0] for text in memos(terminal)]


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


@then(parsers.re(r"section (?P<number>\d) says, in this order"), converters={"number": int})
def _(terminal: Terminal, number: int, datatable: Sequence[Sequence[str]]) -> None:
    for text in section(terminal, number):
        in_order(text, datatable)


@then(parsers.re(r"section (?P<number>\d) says: (?P<text>.+)"), converters={"number": int})
def _(terminal: Terminal, number: int, text: str) -> None:
    for told in section(terminal, number):
        assert joined(text) in told, told


@then(parsers.re(r"section (?P<number>\d) does not say: (?P<text>.+)"), converters={"number": int})
def _(terminal: Terminal, number: int, text: str) -> None:
    for told in section(terminal, number):
        assert joined(text) not in told, told


@then(parsers.parse("the memo counts {blockers:d} blockers and {majors:d} major points"))
def _(terminal: Terminal, blockers: int, majors: int) -> None:
    for text in memos(terminal):
        found = re.search(r"■blocker(\d+)/?▲major(\d+)", text)
        assert found is not None
        assert (int(found[1]), int(found[2])) == (blockers, majors)


@then("it tells what changed")
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    for text in since(terminal):
        in_order(text, datatable)


@then(parsers.re(r"the part about what changed does not say: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    for told in since(terminal):
        assert joined(HEADINGS[terminal.language]["since"]) in told
        assert joined(text) not in told, told


@then("nothing is said about what changed")
def _(terminal: Terminal) -> None:
    for text in memos(terminal):
        assert joined(HEADINGS[terminal.language]["since"]) not in text


@then(parsers.parse('the problem names "{name}"'))
def _(terminal: Terminal, name: str) -> None:
    assert name in terminal.last.err


@then("there is no memo")
def _(terminal: Terminal) -> None:
    assert sorted(files()) == sorted([LAST, PROJECT])
