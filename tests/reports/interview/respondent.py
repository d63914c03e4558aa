"""Somebody who answers an interview in the terminal as a finished project file has it, whatever is asked and in whatever form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.answers import choices
from advise.engine.interview.page import Cell
from advise.engine.project.address import Address, source_and_id
from advise.engine.project.project import read_project
from advise.reports.interview.face import _Face
from advise.reports.interview.prompts import Prompt
from advise.reports.texts import say


class Respondent:
    """Types what a project says; what it does not say is not known.

    Attributes:
        typed: The lines that were typed, each with the prompt that it answered.
        pages: The pages that were shown.
    """

    def __init__(
        self, data: Mapping[str, Any], kb: CompiledKnowledgeBase, *, finer: bool = False, in_one_line: bool = True
    ) -> None:
        self.project, self.kb, self.finer, self.in_one_line = read_project(data, kb), kb, finer, in_one_line
        self.asked = {one.key: one for one in self.project.asked}
        self.names = dict(self.project.names)
        self.typed: list[tuple[str, str]] = []
        self.pages: list[str] = []

    def sit_down(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Answer from now on whatever an interview asks."""
        monkeypatch.setattr(_Face, "ask", lambda one, prompt: self.answer(one, prompt))

    def answer(self, one: _Face, prompt: str) -> str:
        """Return the next line."""
        line = self.line(one, prompt)
        self.typed.append((f"{one.shown} {one.now.ids if one.now is not None else ()}", line))
        if one.shown is not None and one.shown not in self.pages[-1:]:
            self.pages.append(one.shown)
        return line

    def line(self, one: _Face, prompt: str) -> str:
        """Return what is typed."""
        if prompt == say("ask.prompt.review", one.language):
            return ""
        if self.finer and not one.finer:
            return "f"
        assert one.now is not None
        now = one.now
        if now.form == "which":
            return self.which(now, one)
        if now.form == "each":
            several = now.cell.definition is not None and now.cell.definition.type in ("set", "refs")
            return ("; " if several else " ").join(self.row(now, row, one) for row in now.rows)
        cell = now.cell
        if cell.new:
            there = next((name for name, kind in self.kinds() if kind in cell.new.values()), None)
            return self.names[there] if there is not None else "l"
        if now.form == "names":
            known = {one.walk.project.names.get(f"{cell.address.fact}/{name}", name) for name in cell.value or ()}
            here = [name for key, name in self.names.items() if key.startswith(f"{cell.address.fact}/")]
            stated = Address(cell.address.fact) in self.project.stated
            return "; ".join(name for name in here if name not in known) or ("0" if stated else "u")
        return self.single(cell, one)

    def which(self, now: Prompt, one: _Face) -> str:
        """Return the numbers that hold; of the rest, what is with them."""
        said: dict[str, list[str]] = {}
        for number, row in zip(now.numbers, now.rows, strict=True):
            said.setdefault(self.single(row[0], one), []).append(str(number))
        words = {"1": "y", "2": "n"}
        if now.is_rest or self.in_one_line:
            return " ".join(f"{words.get(word, word)} {' '.join(numbers)}" for word, numbers in said.items())
        return " ".join(said.get("1", ["0"]))

    def row(self, now: Prompt, row: tuple[Cell, ...], one: _Face) -> str:
        """Return the answer for one element."""
        if now.bundle is None:
            return self.single(row[0], one)
        said = [self.value(cell, one) for cell in row]
        if said == [None] * len(said):
            return "u"
        for place, option in enumerate(now.bundle.options, 1):
            if list(option.values) == said or not option.values:
                return str(place)
        raise AssertionError(said)

    def single(self, cell: Cell, one: _Face) -> str:
        """Return the answer to one question."""
        value = self.value(cell, one)
        if value is None:
            asked = self.asked.get(self.mine(cell, one))
            return "l" if asked is not None and asked.answer == "later" else "u"
        options = [option.value for option in choices(cell.address, one.walk.project, self.kb)]
        if isinstance(value, list) and cell.definition is not None and cell.definition.type in ("set", "refs"):
            picked = [self.theirs(cell, item, one) for item in value]
            return " ".join(str(options.index(item) + 1) for item in picked) or "0"
        if isinstance(value, list):
            return "; ".join(value) or "0"
        return str(options.index(value) + 1) if options else str(value)

    def value(self, cell: Cell, one: _Face) -> Any:
        """Return what the finished project says to a question."""
        stated = self.project.stated.get(self.mine(cell, one))
        return None if stated is None else stated.value

    def mine(self, cell: Cell, one: _Face) -> Address:
        """Return the address of a question in the finished project: elements are found by their names."""
        subject = cell.address.subject
        if subject is None or subject in one.walk.kb.vocabulary.lists:
            return cell.address
        return Address(cell.address.fact, renamed(subject, one.walk.project.names, self.names))

    def theirs(self, cell: Cell, item: str, one: _Face) -> str:
        """Return what the interview's project calls an element that the finished one refers to."""
        target = cell.definition.target if cell.definition is not None else None
        if target is None:
            return item
        return source_and_id(renamed(f"{target}/{item}", self.names, one.walk.project.names))[1]

    def kinds(self) -> list[tuple[str, Any]]:
        """Return the organisations with their kinds."""
        stated = self.project.stated.items()
        return [(key.subject or "", one.value) for key, one in stated if key.fact == "organisations[].kind"]


def renamed(subject: str, names: Mapping[str, str], others: Mapping[str, str]) -> str:
    """Return what has the same name among others, of the same list; the subject itself where nothing has."""
    source, name = source_and_id(subject)[0], names.get(subject)
    return next((one for one, called in others.items() if called == name and one.startswith(f"{source}/")), subject)
