"""What `compare.feature` says: candidate cities, and what stands side by side."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace
from pytest_bdd import given, parsers, then, when

from advise.engine.assess.ledger import LedgerRow
from advise.engine.compare.sides import Candidate, CandidateComparison
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.project.assumptions import with_assumptions
from advise.reports.views.comparison import comparison_report
from advise.reports.writers.blocks import Group, Heading, Table
from advise.reports.writers.display import Display
from advise.reports.writers.markup import as_html, as_markdown
from advise.reports.writers.text import as_text

from ..reports.pages import read_page
from ..reports.views.candidates import capital, city, compared

CAPITALS = ("human", "economic", "infrastructure", "enabling", "network", "cultural")


@dataclass
class Candidates:
    """Candidate cities and their comparison."""

    kb: CompiledKnowledgeBase
    projects: list[dict[str, Any]] = field(default_factory=list)
    found: list[CandidateComparison] = field(default_factory=list)

    @property
    def last(self) -> CandidateComparison:
        """The last comparison."""
        return self.found[-1]

    def city(self, name: str) -> Candidate:
        """Return a city by its name."""
        return next(one for one in self.last.candidates if one.name == name)

    def cell(self, name: str, member: str) -> LedgerRow:
        """Return a capital of a city."""
        return next(row for row in self.city(name).rows if row.member == member)

    def places(self) -> list[str]:
        """Return the heads of the columns."""
        tables = [block for block in comparison_report(self.last, self.kb, "en").blocks if isinstance(block, Table)]
        return list(tables[1].heads[1:])

    def told(self) -> list[str]:
        """Return what each form of the report says, in English."""
        page = read_page(as_html(comparison_report(self.last, self.kb, "en")))
        return [
            as_text(comparison_report(self.last, self.kb, "en").headed, replace(Display(), columns=10_000)),
            as_markdown(comparison_report(self.last, self.kb, "en").headed),
            page.text,
        ]


def read_capital(text: str) -> dict[str, Any]:
    """Return a capital as a cell of a table says it: a strength, `outstanding`, and how a gap is filled."""
    if text == "unknown":
        return {}
    if text == "not assessed":
        return capital(None)
    strength, *more = (part.strip() for part in text.split(","))
    plan = [one for one in more if one in ("outside", "inside")]
    return capital(strength, plan if plan or "nothing" in more else None, rivals="outstanding" in more)


@given("these cities")
def _(candidates: Candidates, datatable: Sequence[Sequence[str]]) -> None:
    head, *rows = datatable
    for name, *cells in rows:
        capitals = {member: read_capital(cell) for member, cell in zip(head[1:], cells, strict=True)}
        candidates.projects.append(city(name, 50_000, capitals))


@given(parsers.parse('the cities "{order}" of which one is better in every capital'))
def _(candidates: Candidates, order: str) -> None:
    for name in order.split(", "):
        one = read_capital("present, outstanding" if name == "Good" else "absent, nothing")
        candidates.projects.append(city(name, 50_000, dict.fromkeys(CAPITALS, one)))


@given(parsers.parse('it is not said whether the "{member}" of "{name}" rivals a large city'))
def _(candidates: Candidates, member: str, name: str) -> None:
    project = next(one for one in candidates.projects if one["city"]["name"] == name)
    del project["capitals"][member]["rivals_metropolis"]


@given(parsers.parse('"{fact}" is {value} in "{name}"'))
def _(candidates: Candidates, fact: str, value: str, name: str) -> None:
    project = next(one for one in candidates.projects if one["city"]["name"] == name)
    said = json.loads(value)
    with_assumptions(project, [f"{fact}={said if isinstance(said, str) else value}"], candidates.kb)
    *way, last = fact.split(".")
    for part in way:
        project = project.setdefault(part, {})
    project[last] = said


@when("they are compared")
def _(candidates: Candidates) -> None:
    candidates.found.append(compared(tuple(candidates.projects), candidates.kb))


@then(parsers.parse('the cities are "{names}"'))
def _(candidates: Candidates, names: str) -> None:
    assert ", ".join(candidates.places()) == names


@then(parsers.re(r'"(?P<member>\w+)" of "(?P<name>\w+)" is "(?P<state>\w+)"(?P<plan> with a plan| without a plan)?'))
def _(candidates: Candidates, member: str, name: str, state: str, plan: str | None) -> None:
    cell = candidates.cell(name, member)
    assert (cell.state or ("not_assessed" if cell.looked is False else "unknown")) == state
    if plan is not None:
        assert cell.gap == ("planned" if plan == " with a plan" else "unplanned")


@then(parsers.parse('"{name}" cannot be compared yet'))
def _(candidates: Candidates, name: str) -> None:
    assert not candidates.city(name).comparable


@then(parsers.parse('"{name}" can be compared'))
def _(candidates: Candidates, name: str) -> None:
    assert candidates.city(name).comparable


@then(parsers.parse('the headline says "{text}"'))
def _(candidates: Candidates, text: str) -> None:
    opening = comparison_report(candidates.last, candidates.kb, "en").blocks[0]
    assert isinstance(opening, Group)
    assert isinstance(opening.blocks[0], Heading)
    assert text in opening.blocks[0].text


@then(parsers.parse('it says "{text}"'))
def _(candidates: Candidates, text: str) -> None:
    for form in candidates.told():
        assert text in form


@then(parsers.parse('what to do next for "{name}" names "{code}"'))
def _(candidates: Candidates, name: str, code: str) -> None:
    assert code in [finding.code for finding in candidates.city(name).actions]


@then("no two columns have one name")
def _(candidates: Candidates) -> None:
    names = candidates.places()
    assert len(set(names)) == len(names)


@then(parsers.parse('"{code}" is "{one}" for "{first}" and "{other}" for "{second}"'))
def _(candidates: Candidates, code: str, one: str, first: str, other: str, second: str) -> None:
    names = [candidate.name for candidate in candidates.last.candidates]
    outcomes = dict(candidates.last.others)[code]
    assert (outcomes[names.index(first)], outcomes[names.index(second)]) == (one, other)
