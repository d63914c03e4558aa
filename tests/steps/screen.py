"""What `screen.feature` says: a table of projects goes in, tables of results come out."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_bdd import given, parsers, then, when
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.screen.intake import Intake
from advise.reports.screen.mapping import read_mapping

from ..command_line import Ended, Runner
from ..reports.pages import read_page
from ..reports.screen.calls import read, text_table

DAY = "2026-11-22"


@dataclass
class Call:
    """A table of projects, and the run about it.

    Attributes:
        table: Its rows, the head first.
        path: Where it stands.
        ended: The last run.
        before: What somebody else's file held.
        mapping: What its columns and values mean.
    """

    advise: Runner
    table: list[list[str]] = field(default_factory=list)
    path: Path = field(default_factory=Path)
    ended: Ended = field(default_factory=lambda: Ended(0, "", ""))
    before: bytes = b""
    mapping: Path | None = None

    def save(self) -> None:
        """Write the table."""
        text_table(self.path, self.table)

    def run(self, *arguments: object) -> None:
        """Run the command."""
        self.ended = self.advise("screen", *arguments, "--lang", "en", "--today", DAY)


@given(parsers.parse('a table "{name}" of projects'))
def _(call: Call, name: str, datatable: Sequence[Sequence[str]]) -> None:
    call.path, call.table = Path(name), [list(row) for row in datatable]
    call.save()


@given(parsers.parse('the cell "{head}" of "{project}" reads "{text}"'))
def _(call: Call, head: str, project: str, text: str) -> None:
    row = next(row for row in call.table if row[0] == project)
    row[call.table[0].index(head)] = text
    call.save()


@given(parsers.parse('"{name}" is a file of somebody else'))
def _(call: Call, name: str) -> None:
    Path(name).write_text("id,budget\n", encoding="utf-8")
    call.before = Path(name).read_bytes()


@when(parsers.re('"(?P<name>[^"]*)" is screened into "(?P<output>[^"]*)"(?: with "(?P<options>[^"]*)")?$'))
def _(call: Call, name: str, output: str, options: str | None) -> None:
    call.run(name, "-o", output, *(options or "").split())


@when(parsers.parse('the table to fill in is written to "{name}" in "{language}"'))
def _(call: Call, name: str, language: str) -> None:
    call.ended = call.advise("screen", "--template", name, "--lang", language)
    assert call.ended.code == 0


@when(parsers.parse('"{name}" is filled in with'))
def _(name: str, datatable: Sequence[Sequence[str]]) -> None:
    book = CalamineWorkbook.from_path(name)
    sheets = {one: book.get_sheet_by_name(one).to_python(skip_empty_area=False) for one in book.sheet_names}
    rows: list[list[Any]] = sheets[book.sheet_names[1]]
    for filled in datatable[1:]:
        row: list[Any] = [""] * len(rows[0])
        for head, text in zip(datatable[0], filled, strict=True):
            row[next(column for column in range(len(row)) if head in (rows[0][column], rows[1][column]))] = text
        rows.append(row)
    with Workbook(name) as other:
        for one, table in sheets.items():
            sheet = other.add_worksheet(one)
            for number, cells in enumerate(table):
                sheet.write_row(number, 0, cells)


@then(parsers.parse("the exit code is {code:d}"))
def _(call: Call, code: int) -> None:
    assert call.ended.code == code, call.ended.err


@then(parsers.re(r'"(?P<name>[^"]*)" has a row for (?P<projects>.*)'))
def _(name: str, projects: str) -> None:
    assert [row["id"] for row in read(Path(name))] == re.findall('"([^"]*)"', projects)


@then(parsers.parse('each verdict and each finding is that of "advise PROJECT"'))
def _(call: Call, kb: CompiledKnowledgeBase) -> None:
    intake = Intake(kb, None if call.mapping is None else read_mapping(call.mapping, kb))
    intake.look([call.path])
    verdicts = {row["id"]: row for row in read(Path("results.csv"))}
    rows = read(Path("results.findings.csv"))
    found = {one: [(row["code"], row["subject"]) for row in rows if row["project"] == one] for one in verdicts}
    for entry in intake.entries():
        Path("one.json").write_text(json.dumps(entry.data), encoding="utf-8")
        alone = json.loads(call.advise("check", "one.json", "-f", "json", "--today", DAY).out)
        row = verdicts[entry.id]
        assert [row["verdict"], row["worst"], row["best"]] == [alone["verdict"], *alone["verdict_range"]]
        assert found[entry.id] == [(one["code"], one["subject"] or "") for one in alone["findings"]]


@then("the errors are")
def _(datatable: Sequence[Sequence[str]]) -> None:
    rows = read(Path("results.errors.csv"))
    assert [[row[name] for name in datatable[0]] for row in rows] == [list(row) for row in datatable[1:]]


@then("every error comes with a cure")
def _() -> None:
    assert all(row["problem"] and row["cure"] for row in read(Path("results.errors.csv")))


@then(parsers.parse('the summary of "{name}" counts {count:d} projects, and its tallies add up to them'))
def _(name: str, count: int) -> None:
    book = CalamineWorkbook.from_path(name)
    assert book.sheet_names == ["Summary", "Projects", "Findings", "Missing answers", "Errors"]
    rows: list[list[Any]] = book.get_sheet_by_name("Summary").to_python()
    assert rows[0][0] == f"{count} projects"
    start = next(number for number, row in enumerate(rows) if row[0] == "Where it stands")
    end = next(number for number, row in enumerate(rows) if row[0] == "Together")
    assert end - start == 6
    assert sum(row[1] for row in rows[start + 1 : end]) == rows[end][1] == count


@then(parsers.parse('"{name}" is as it was'))
def _(call: Call, name: str) -> None:
    assert Path(name).read_bytes() == call.before


@given(parsers.parse('"{name}" was screened into "{output}"'))
def _(call: Call, name: str, output: str) -> None:
    call.run(name, "-o", output)
    assert call.ended.code == 0, call.ended.err


@then(parsers.parse('"{name}" says "{sentence}"'))
def _(name: str, sentence: str) -> None:
    assert sentence in read_page(Path(name).read_text(encoding="utf-8")).text


@then(parsers.parse('the tallies of "{name}" add up to {count:d}'))
def _(name: str, count: int) -> None:
    tally = read_page(Path(name).read_text(encoding="utf-8")).all("ul", class_="tally")[0]
    numbers = [int(one.all("b")[0].text) for one in tally.children]
    assert len(numbers) == 5
    assert sum(numbers) == count


@given(parsers.parse('a mapping "{name}" that reads'))
def _(call: Call, name: str, docstring: str) -> None:
    call.mapping = Path(name)
    call.mapping.write_text(docstring, encoding="utf-8")
