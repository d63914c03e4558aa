"""What `sheet.feature` says: a workbook goes out, is filled in, and comes back."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_bdd import given, parsers, then, when

from ..command_line import Ended, Runner
from ..reports.sheet.office import AT, filled, questions, save, tables

PROJECT, SHEET = Path("project.json"), Path("q.xlsx")


@dataclass
class Correspondence:
    """A project, and the sheet about it.

    Attributes:
        before: The project file when it was last written by somebody.
        ended: The last run.
    """

    advise: Runner
    before: bytes = b""
    ended: Ended = field(default_factory=lambda: Ended(0, "", ""))

    def run(self, *arguments: object) -> None:
        """Run a command of the sheet."""
        self.ended = self.advise("sheet", *arguments, "--lang", "en", "--today", "2026-11-22")

    def value(self, way: str) -> Any:
        """Return what the project file says at the end of a way."""
        found: Any = json.loads(PROJECT.read_bytes())
        for part in way.split("."):
            found = found[int(part)] if isinstance(found, list) else (found or {}).get(part)
        return found


@given("a project file that reads")
def _(correspondence: Correspondence, docstring: str) -> None:
    PROJECT.write_text(docstring, encoding="utf-8")
    correspondence.before = PROJECT.read_bytes()


@given(parsers.parse('"{way}" is {value} in the file'))
def _(correspondence: Correspondence, way: str, value: str) -> None:
    data = json.loads(PROJECT.read_bytes())
    *before, last = way.split(".")
    inner: Any = data
    for part in before:
        inner = inner[int(part)] if isinstance(inner, list) else inner[part]
    inner[last] = json.loads(value)
    PROJECT.write_text(json.dumps(data), encoding="utf-8")
    correspondence.before = PROJECT.read_bytes()


@when("a sheet is made")
def _(correspondence: Correspondence) -> None:
    correspondence.run("make", PROJECT, "-o", SHEET)


@when(parsers.parse('a sheet is made for "{whom}"'))
def _(correspondence: Correspondence, whom: str) -> None:
    correspondence.run("make", PROJECT, "-o", SHEET, "--for", whom)


@when(parsers.parse('"{by}" fills it in'))
def _(by: str, datatable: Sequence[Sequence[str]]) -> None:
    rows = [dict(zip(datatable[0], row, strict=True)) for row in datatable[1:]]
    source = {row["question"]: row["source"] for row in rows if row.get("source")}
    filled(SHEET, {row["question"]: row["answer"] for row in rows}, source=source, by=by)


@when("its pages are signed")
def _(datatable: Sequence[Sequence[str]]) -> None:
    filled(SHEET, {}, by={one[0]: one[1] for one in datatable})


@when(parsers.parse('the page "{old}" is called "{new}" by now'))
def _(old: str, new: str) -> None:
    save(SHEET, {new if name == old else name: table for name, table in tables(SHEET).items()})


@when("they fill it in")
def _(datatable: Sequence[Sequence[str]]) -> None:
    filled(SHEET, {one[0]: one[1] for one in datatable[1:]}, by=None)


@when(parsers.parse('"{by}" fills in nothing'))
def _(by: str) -> None:
    filled(SHEET, {}, by=by)


@when(parsers.parse('"{by}" names who knows'))
def _(by: str, datatable: Sequence[Sequence[str]]) -> None:
    filled(SHEET, {}, whom={one[0]: one[1] for one in datatable[1:]}, by=by)


@when("its rows are turned round, with blank ones between them")
def _() -> None:
    filled(SHEET, {}, by="Suzuki", change=lambda rows: [one for row in reversed(rows) for one in (row, [])])


@when(parsers.parse('somebody writes "{fact}" into the file: {value}'))
def _(correspondence: Correspondence, fact: str, value: str) -> None:
    data = json.loads(PROJECT.read_bytes())
    *way, last = fact.split(".")
    inner = data
    for part in way:
        inner = inner.setdefault(part, {})
    inner[last] = json.loads(value)
    PROJECT.write_text(json.dumps(data), encoding="utf-8")
    correspondence.before = PROJECT.read_bytes()


@when("the sheet is read")
def _(correspondence: Correspondence) -> None:
    correspondence.run("read", SHEET, PROJECT)


@when(parsers.parse('the sheet is read with "{options}"'))
def _(correspondence: Correspondence, options: str) -> None:
    correspondence.run("read", SHEET, PROJECT, *options.split())


@then("the project says")
def _(correspondence: Correspondence, datatable: Sequence[Sequence[str]]) -> None:
    assert correspondence.ended.code == 0, correspondence.ended
    said = {way: correspondence.value(way) for way, _ in datatable[1:]}
    assert said == {way: json.loads(value) for way, value in datatable[1:]}


@then(parsers.parse('"{fact}" is not in the project'))
def _(correspondence: Correspondence, fact: str) -> None:
    assert correspondence.value(fact) is None


@then("the project file is as it was")
def _(correspondence: Correspondence) -> None:
    assert PROJECT.read_bytes() == correspondence.before


@then(parsers.parse('the source of "{fact}" is the cell in the sheet'))
def _(correspondence: Correspondence, fact: str) -> None:
    source = correspondence.value(f"{fact}.source")
    name, cell = re.fullmatch(r"q\.xlsx, (.+)!D(\d+)", source).groups()  # type: ignore[union-attr]
    assert tables(SHEET)[name][int(cell) - 1][AT["id"]] == f"{fact}@"


@then(parsers.parse('all its questions are about "{subject}"'))
def _(correspondence: Correspondence, subject: str) -> None:
    assert correspondence.ended.code == 0, correspondence.ended
    ids = list(questions(SHEET))
    assert len(ids) > 5
    assert {one.partition("@")[2] for one in ids} == {subject}


@then(parsers.parse('"{question}" is asked'))
def _(question: str) -> None:
    assert question in questions(SHEET)


@then(parsers.parse('"{question}" is not asked'))
def _(question: str) -> None:
    assert question not in questions(SHEET)


@then("its pages are")
def _(datatable: Sequence[Sequence[str]]) -> None:
    pages = {name: {row[AT["id"]] for row in table if len(row) > AT["id"]} for name, table in tables(SHEET).items()}
    assert {name for name, _ in datatable} <= pages.keys()
    for name, question in datatable:
        assert [page for page, ids in pages.items() if question in ids] == [name]


@then(parsers.parse('the screen says "{text}"'))
def _(correspondence: Correspondence, text: str) -> None:
    assert text in correspondence.ended.out + correspondence.ended.err
