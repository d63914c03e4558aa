"""What `questions.feature` says: what is asked, in what order, and what each answer would change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pytest_bdd import given, parsers, then, when

from . import EXEMPLARY
from .terminal import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .terminal import PROJECT, Terminal, joined

CHANCES = re.compile(r"%|％|probab|likel|chance|percent|score|odds|確率|割合|点数|見込み")


def asked(terminal: Terminal) -> list[str]:
    """Return the facts that are asked, in order, each once."""
    return list(dict.fromkeys(one["fact"] for one in terminal.reviewed()["outlook"]["questions"]))


def question(terminal: Terminal, text: str) -> str:
    """Return what stands below a question on the screen, without blanks."""
    lines = terminal.told.splitlines()
    blocks: list[list[str]] = []
    for line in lines:
        if line.startswith("？ "):
            blocks.append([])
            line = line.removeprefix("？ ")
        if blocks:
            blocks[-1].append(line)
    (found,) = [joined("\n".join(block)) for block in blocks if joined("\n".join(block)).startswith(joined(text))]
    return found


@given(parsers.re(r'the example "(?P<name>\w+)"'))
def _(terminal: Terminal, name: str) -> None:
    terminal.written = EXEMPLARY.with_name(f"{name}.json").read_text(encoding="utf-8")


@when(parsers.re(r"the project is reviewed(?P<brief> briefly)?"))
def _(terminal: Terminal, brief: str | None) -> None:
    terminal.advise("check", PROJECT, "--no-memo", *([] if brief else ["--full"]))


@when("the memo is written in both languages", target_fixture="memos")
def _(terminal: Terminal) -> list[str]:
    memos = []
    for language in ("en", "ja"):
        terminal.language = language
        terminal.advise("memo", PROJECT, "-o", "memo.md")
        assert terminal.last.code == 0, terminal.last
        memos.append(Path("memo.md").read_text(encoding="utf-8"))
    return memos


@then(parsers.re(r'the question "(?P<text>[^"]+)" says'))
def _(terminal: Terminal, text: str, datatable: Sequence[Sequence[str]]) -> None:
    told = question(terminal, text)
    for (wanted,) in datatable:
        assert joined(wanted) in told, told


@then(parsers.re(r"it says, once: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert joined(terminal.told).count(joined(text)) == 1, terminal.told


@then("the questions are asked in this order")
def _(terminal: Terminal, datatable: Sequence[Sequence[str]]) -> None:
    assert asked(terminal) == [row[0] for row in datatable[1:]]


@then(parsers.re(r'"(?P<fact>[^"]+)" is (?P<absent>not )?asked'))
def _(terminal: Terminal, fact: str, absent: str | None) -> None:
    found = asked(terminal)
    assert found
    assert (fact in found) is (absent is None), found
    assert (fact in joined(terminal.told)) is (absent is None)


@then("nothing is asked")
def _(terminal: Terminal) -> None:
    assert asked(terminal) == []
    assert "To find out" not in terminal.told


@then("nothing is found")
def _(terminal: Terminal) -> None:
    assert terminal.reviewed()["findings"] == []
    assert joined("■ blocker 0 ▲ major 0 ◆ minor 0") in joined(terminal.told)


@then("what a verdict needs is asked before everything else")
def _(terminal: Terminal) -> None:
    needed = {one["fact"] for one in terminal.reviewed()["missing"]}
    assert len(needed) > 1
    assert set(asked(terminal)[: len(needed)]) == needed


@then("it is told that some answers change nothing before others are known")
def _(terminal: Terminal) -> None:
    later = terminal.reviewed()["outlook"]["later"]
    assert "strategy.value_area" in [one["fact"] for one in later]
    assert terminal.advise("memo", PROJECT, "-o", "later.md").code == 0
    memo = Path("later.md").read_text(encoding="utf-8")
    assert f"{len(later)} of the open questions are only listed below" in memo


@then(
    parsers.re(
        r'answering "(?P<fact>[^"]+)" with (?P<answer>true|false) does what was said: '
        r'"(?P<code>[^"]+)" (?P<happens>comes up|stays away), the verdict is "(?P<verdict>\w+)"'
    )
)
def _(terminal: Terminal, fact: str, answer: str, code: str, happens: str, verdict: str) -> None:
    (told,) = [one for one in terminal.reviewed()["outlook"]["questions"] if one["fact"] == fact]
    (effect,) = [one for one in told["answers"] if one["value"] is (answer == "true")]
    then_found: Any = terminal.reviewed(f"{fact}={answer}")
    assert (code in [one["code"] for one in effect["added"]]) is (happens == "comes up")
    assert (code in [one["code"] for one in then_found["findings"]]) is (happens == "comes up")
    assert (effect["verdict"], then_found["verdict"]) == (verdict, verdict)


@then("no consequence speaks of chances")
def _(memos: Sequence[str]) -> None:
    for memo in memos:
        section = re.split(r"^## (?:Ask next|次に聞くこと)", memo, flags=re.MULTILINE)[1].partition("\n## ")[0]
        rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| ")]
        consequences = [re.sub(r"“[^”]*”|「[^」]*」", "", row[2]) for row in rows]
        assert len(consequences) > 5
        assert not [line for line in consequences if CHANCES.search(line)]


@then(parsers.re(r"the memo says: (?P<text>.+)"))
def _(memos: Sequence[str], text: str) -> None:
    assert text in memos[0]
