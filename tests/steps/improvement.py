"""What `improve.feature` says: a project, the least change for a verdict, and what is told about it."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace
from pytest_bdd import given, parsers, then, when

from advise.engine.assess import assess
from advise.engine.knowledge.model import VERDICTS, Verdict
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.project import read_project
from advise.engine.scenarios.given_when import state, value_of
from advise.engine.scenarios.home import Scene
from advise.engine.whatif.changes import as_assumption, as_json
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.improve import improve
from advise.engine.whatif.improvement import ways
from advise.reports.views.improvement import Improved, improvement_report
from advise.reports.writers.display import Display
from advise.reports.writers.markup import as_markdown
from advise.reports.writers.text import as_text

TODAY = "2026-11-22"


@dataclass
class Search:
    """A project and what was found for it."""

    scene: Scene
    found: list[Improved] = field(default_factory=list)

    @property
    def last(self) -> Improved:
        """What was found last."""
        return self.found[-1]


@given(parsers.re(r"(?P<sentence>.+)"))
def _(search: Search, sentence: str, datatable: Sequence[Sequence[str]] | None = None) -> None:
    state(search.scene, sentence, datatable)


@when(parsers.re(r'the least change for "(?P<wanted>\w+)" is looked for(?: within (?P<limit>\d+) trials)?'))
def _(search: Search, wanted: Verdict, limit: str | None) -> None:
    kb = search.scene.kb
    project = read_project(copy.deepcopy(search.scene.document), kb)
    assessment = assess(project, kb, today=TODAY)
    found = improve(WhatIf(kb, project.memory), wanted, limit=int(limit or 4_000))
    search.found.append(Improved(assessment, found, ways(WhatIf(kb, project.memory), found)))


@then("nothing has to change")
def _(search: Search) -> None:
    assert search.last.improvement.effort == 0
    assert search.last.ways == ()


@then("the steps are")
def _(search: Search, datatable: Sequence[Sequence[str]]) -> None:
    told = [
        [change.fact, _json(now), _json(change.value)]
        for step in search.last.ways[0].steps
        for change, now in zip(step.changes, step.now, strict=True)
    ]
    wanted = [[row[0], *(value_of(cell) for cell in row[1:])] for row in datatable[1:]]
    assert told == wanted


@then(parsers.parse('the first step clears "{code}"'))
def _(search: Search, code: str) -> None:
    assert code in [one.code for one in search.last.ways[0].steps[0].clears]


@then(parsers.parse('the first step is for "{owner}"'))
def _(search: Search, owner: str) -> None:
    assert owner in search.last.ways[0].steps[0].owner


@then("the first step is needed for a verdict")
def _(search: Search) -> None:
    assert search.last.ways[0].steps[0].must_know


@then("that nothing less does is proved")
def _(search: Search) -> None:
    assert search.last.improvement.exhaustive


@then(parsers.parse('every way reaches "{verdict}" when the project is reviewed with it'))
def _(search: Search, verdict: Verdict) -> None:
    kb = search.scene.kb
    assert search.last.ways
    for way in search.last.ways:
        written = [as_assumption(change, kb) for change in way.changes]
        reviewed = assess(with_assumptions(search.scene.document, written, kb), kb, today=TODAY)
        # Answers that are still missing may keep the verdict open, and the report says so; nothing that is known does.
        is_open = reviewed.verdict == "insufficient_information" and not reviewed.missing
        assert is_open or VERDICTS.index(reviewed.verdict) >= VERDICTS.index(verdict)


@then(parsers.re(r'the report(?: in (?P<language>\w+))? says "(?P<text>[^"]+)"'))
def _(search: Search, language: str | None, text: str) -> None:
    kb, wide = search.scene.kb, replace(Display(), columns=10_000)
    report = improvement_report(search.last, kb, language or "en")
    assert text in as_text(report.headed, wide)
    assert text in as_markdown(report.headed)


def _json(value: Any) -> Any:
    return as_json(value)
