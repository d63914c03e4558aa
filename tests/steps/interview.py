"""What `interview.feature` says: a person at a desk, with a project file and a screen.

Interviews run in the test's own process, on texts in place of a keyboard and a screen.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, then, when

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.page import Page
from advise.engine.project.address import read_address
from advise.reports.interview import face
from advise.reports.interview.asking import page_lines, prompt_lines
from advise.reports.interview.prompts import Prompt

from . import EXEMPLARY

FRAMED = {
    "project": {"name": "Harbour", "phase": "preparation", "uses_digital": True, "targets_whole_city_function": False},
    "city": {"name": "Imaginary City", "population": 120000},
    "organisations": [
        {"id": "firm", "name": "Aoba Electric", "kind": "own_company"},
        {"id": "hall", "name": "City of Imaginary City", "kind": "municipality"},
    ],
}
"""What the first page asks, answered."""
_ENOUGH = 300


@dataclass
class Desk:
    """A person's project file and screen.

    Attributes:
        path: The project file.
        before: Its bytes before the interview.
        screen: What the last interview showed.
        code: The exit code of the last interview.
        asked: The prompts that it put.
        pages: The titles of the pages that it showed.
    """

    path: Path
    kb: CompiledKnowledgeBase
    language: str = "en"
    before: bytes = b""
    screen: str = ""
    code: int | None = None
    asked: list[Prompt] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)

    def data(self) -> Any:
        """Return what the project file says."""
        for encoding in ("utf-8", "cp932"):
            try:
                return json.loads(self.path.read_text(encoding=encoding))
            except UnicodeDecodeError:
                continue
        raise AssertionError("the file is in no known encoding")

    def answer(self, keyboard: Keyboard, **options: Any) -> None:
        """Run one interview; what it puts is remembered."""
        self.before = self.path.read_bytes() if self.path.exists() else b""
        keyboard.screen = output = io.StringIO()
        self.asked, self.pages = [], []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(face, "prompt_lines", lambda prompt, *rest, **more: self._note(prompt, *rest, **more))
            patch.setattr(face, "page_lines", lambda page, *rest: self._turn(page, *rest))
            self.code = face.run_interview(
                self.path,
                self.kb,
                self.language,
                input=keyboard,
                output=output,
                today="2026-11-22",
                by="officer",
                **options,
            )
        self.screen = output.getvalue()

    def was_asked(self, fact: str, prompts: Sequence[Prompt] | None = None) -> bool:
        """Tell whether a question with this id, or about this fact, was put."""
        cells = [cell for prompt in (self.asked if prompts is None else prompts) for cell in prompt.cells]
        return any(fact in (cell.id, cell.address.fact if cell.definition is not None else "") for cell in cells)

    def _note(self, prompt: Prompt, *rest: Any, **more: Any) -> list[str]:
        if self.asked[-1:] != [prompt] and not prompt.is_rest:
            self.asked.append(prompt)
        return prompt_lines(prompt, *rest, **more)

    def _turn(self, page: Page, *rest: Any) -> list[str]:
        self.pages.append(page.title[self.language])
        return page_lines(page, *rest)


class Keyboard(io.StringIO):
    """Lines that are typed and shown; at their end the input ends, or Ctrl-C is pressed."""

    def __init__(self, typed: str, interrupted: bool = False, meanwhile: Callable[[], None] | None = None) -> None:
        """Keep what is typed and what happens besides."""
        super().__init__(typed)
        self.interrupted = interrupted
        self.meanwhile = meanwhile
        self.screen: io.StringIO | None = None

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """Return the next line."""
        if self.meanwhile is not None:
            self.meanwhile()
            self.meanwhile = None
        line = super().readline(-1 if size is None else size)
        if not line and self.interrupted:
            raise KeyboardInterrupt
        if self.screen is not None:
            self.screen.write(line)
        return line


def always(typed: str) -> Keyboard:
    """Return a keyboard on which the same answer is given again and again."""
    return Keyboard((typed + "\n") * _ENOUGH)


def _joined(text: str) -> str:
    """Return a text without the blanks at which a line may end."""
    return "".join(text.split())


def _at(data: Any, path: str) -> Any:
    for part in path.split("."):
        data = data[int(part)] if isinstance(data, list) else (data or {}).get(part)
    return data


def _notes(desk: Desk, fact: str) -> list[dict[str, Any]]:
    return [one for one in desk.data().get("asked", []) if one["fact"] == fact]


@given("no project file")
def _(desk: Desk) -> None:
    assert not desk.path.exists()


@given("a project file that is framed")
def _(desk: Desk) -> None:
    desk.path.write_text(json.dumps(FRAMED, indent=2), encoding="utf-8")


@given("a project file that reads")
def _(desk: Desk, docstring: str) -> None:
    desk.path.write_text(docstring, encoding="utf-8")


@given(parsers.parse('the example "{name}"'))
def _(desk: Desk, name: str) -> None:
    desk.path.write_bytes(EXEMPLARY.with_name(f"{name}.json").read_bytes())


@given(parsers.re(r'"(?P<path>[\w.]+)" is (?P<value>.+) in it'))
def _(desk: Desk, path: str, value: str) -> None:
    data = desk.data()
    *way, last = path.split(".")
    inner = data
    for part in way:
        inner = inner.setdefault(part, {})
    inner[last] = json.loads(value)
    desk.path.write_text(json.dumps(data, indent=2, ensure_ascii=False), encoding="utf-8")


@given(parsers.parse("it lists {count:d} organisations"))
def _(desk: Desk, count: int) -> None:
    elements = [{"id": f"organisation-{number}"} for number in range(1, count + 1)]
    desk.path.write_text(json.dumps({**desk.data(), "organisations": elements}, indent=2), encoding="utf-8")


@given(parsers.parse('the file is in "{encoding}"'))
def _(desk: Desk, encoding: str) -> None:
    desk.path.write_bytes(desk.path.read_text(encoding="utf-8").encode(encoding))


@given("the interview is in Japanese")
def _(desk: Desk) -> None:
    desk.language = "ja"


@when("a person answers")
@when("the person comes back and answers")
def _(desk: Desk, docstring: str) -> None:
    desk.answer(Keyboard(docstring + "\n" if docstring or desk.path.exists() else ""))


@when("the person comes back")
def _(desk: Desk) -> None:
    desk.answer(Keyboard(""))


@when("a person answers and presses Ctrl-C")
def _(desk: Desk, docstring: str) -> None:
    desk.answer(Keyboard(docstring + "\n", interrupted=True))


@when(parsers.parse('a person answers "{typed}" to everything'))
def _(desk: Desk, typed: str) -> None:
    desk.answer(always(typed))


@when(parsers.parse('a person answers "{typed}" until "{fact}" is asked, and then'))
def _(desk: Desk, typed: str, fact: str, docstring: str) -> None:
    keyboard = Keyboard(docstring + "\n")
    read = keyboard.readline

    def readline(size: int | None = -1, /) -> str:
        assert keyboard.screen is not None
        if desk.was_asked(fact) or keyboard.screen.getvalue().count(f"> {typed}\n") > _ENOUGH:
            return read()
        keyboard.screen.write(typed + "\n")
        return typed + "\n"

    keyboard.readline = readline  # type: ignore[method-assign]
    desk.answer(keyboard)


@when("the person comes back with --again")
def _(desk: Desk) -> None:
    desk.answer(Keyboard(""), again=True)


@when(parsers.parse('a person answers "{first}" once and "{typed}" to everything else'))
def _(desk: Desk, first: str, typed: str) -> None:
    desk.answer(Keyboard(first + "\n" + (typed + "\n") * _ENOUGH))


@when(parsers.parse('a person asks for "{fact}" and answers'))
def _(desk: Desk, fact: str, docstring: str) -> None:
    desk.answer(Keyboard(docstring + "\n"), only=read_address(fact, desk.kb.vocabulary))


@when(parsers.parse('a person answers "{typed}" to {count:d} questions'))
def _(desk: Desk, typed: str, count: int) -> None:
    desk.answer(Keyboard((typed + "\n") * count))


@when("someone changes the file before a person answers")
def _(desk: Desk, docstring: str) -> None:
    def change() -> None:
        text = desk.path.read_text(encoding="utf-8")
        desk.path.write_text(text.replace("Harbour", "Changed"), encoding="utf-8")

    desk.answer(Keyboard(docstring + "\n", meanwhile=change))


@then("the questions were, in this order")
def _(desk: Desk, datatable: Sequence[Sequence[str]]) -> None:
    wanted = [row[0] for row in datatable]
    put = [", ".join(prompt.ids) for prompt in desk.asked]
    assert put[: len(wanted)] == wanted, put


@then(parsers.parse('the last question asks for "{fact}"'))
def _(desk: Desk, fact: str) -> None:
    assert desk.was_asked(fact, desk.asked[-1:]), desk.asked[-1].ids


@then(parsers.parse('"{fact}" was asked'))
def _(desk: Desk, fact: str) -> None:
    assert desk.was_asked(fact)


@then(parsers.parse('the pages behind "{title}" begin with "{first}"'))
def _(desk: Desk, title: str, first: str) -> None:
    assert desk.pages[desk.pages.index(title) + 1] == first


@then(parsers.parse('"{fact}" was not asked'))
def _(desk: Desk, fact: str) -> None:
    assert not desk.was_asked(fact)


@then(parsers.re(r'the file says "(?P<path>[\w.]+)" is (?P<value>.+)'))
def _(desk: Desk, path: str, value: str) -> None:
    found = desk.data()["complete"][path.partition(".")[2]] if path.startswith("complete.") else _at(desk.data(), path)
    assert found == json.loads(value), found


@then(parsers.parse('the file says "{path}" has the ids "{ids}"'))
def _(desk: Desk, path: str, ids: str) -> None:
    assert [element["id"] for element in _at(desk.data(), path)] == ids.split(", ")


@then(parsers.parse('the file says nothing about "{path}"'))
def _(desk: Desk, path: str) -> None:
    assert _at(desk.data(), path) is None


@then(parsers.parse('"{fact}" is noted as "{answer}" with "{whom}"'))
def _(desk: Desk, fact: str, answer: str, whom: str) -> None:
    assert [(note["answer"], note["whom"]) for note in _notes(desk, fact)] == [(answer, whom)]


@then(parsers.re(r'"(?P<fact>[^"]+)" is noted as "(?P<answer>[^"]+)"'))
def _(desk: Desk, fact: str, answer: str) -> None:
    assert [note["answer"] for note in _notes(desk, fact)] == [answer]


@then("it is noted who said so and when")
def _(desk: Desk) -> None:
    assert all((note["by"], note["on"]) == ("officer", "2026-11-22") for note in desk.data()["asked"])


@then(parsers.parse('nothing is noted about "{fact}"'))
def _(desk: Desk, fact: str) -> None:
    assert _notes(desk, fact) == []


@then("the file is as it was")
def _(desk: Desk) -> None:
    assert desk.path.read_bytes() == desk.before


@then("the file reads")
def _(desk: Desk, docstring: str) -> None:
    found = desk.path.read_text(encoding="utf-8")
    assert found == docstring, found


@then(parsers.parse('the file is in "{encoding}" still'))
def _(desk: Desk, encoding: str) -> None:
    assert not desk.path.read_bytes().isascii()
    assert json.loads(desk.path.read_bytes().decode(encoding))


@then(parsers.re(r'the screen shows "(?P<text>[^"]+)"'))
def _(desk: Desk, text: str) -> None:
    assert _joined(text) in _joined(desk.screen), desk.screen


@then(parsers.parse('the screen shows "{text}" once'))
def _(desk: Desk, text: str) -> None:
    assert _joined(desk.screen).count(_joined(text)) == 1, desk.screen


@then(parsers.parse('the screen does not show "{text}"'))
def _(desk: Desk, text: str) -> None:
    assert _joined(text) not in _joined(desk.screen), desk.screen


@then(parsers.parse('the screen shows "{first}" before "{second}"'))
def _(desk: Desk, first: str, second: str) -> None:
    screen = _joined(desk.screen)
    assert 0 <= screen.find(_joined(first)) < screen.find(_joined(second)), desk.screen


@then("the screen can be shown on a console in CP932")
def _(desk: Desk) -> None:
    assert desk.screen.encode("cp932").decode("cp932") == desk.screen


@then(parsers.parse("the exit code is {code:d}"))
def _(desk: Desk, code: int) -> None:
    assert desk.code == code
