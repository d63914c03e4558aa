"""What `diff.feature` says: a project as it was and as it is, the rules of both, and what is told about them."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from pytest_bdd import given, parsers, then, when

from advise.engine.assess import assess
from advise.engine.compare.difference import Difference, FindingChange, Side, difference, saved_difference
from advise.engine.compare.editions import edition_of
from advise.engine.compiled import CompiledKnowledgeBase, compiled
from advise.engine.knowledge import load_knowledge_base
from advise.engine.knowledge.load import SHIPPED
from advise.engine.project.project import read_project
from advise.engine.reading.document import read_document
from advise.engine.scenarios.given_when import state
from advise.engine.scenarios.home import Scene
from advise.reports.views.difference import difference_document, difference_report
from advise.reports.words.names import Teller, labels_of
from advise.reports.writers.display import Display
from advise.reports.writers.markup import as_markdown
from advise.reports.writers.text import as_text

TODAY = "2026-11-22"


@dataclass
class Pair:
    """A project as it was and as it is.

    Attributes:
        scene: The project as it is by now, with its parameters.
        folder: Where files are written.
        rules: The folder with changed rules, once a rule was changed.
        old: The document and the knowledge base as they were.
        found: What the comparison found.
    """

    scene: Scene
    folder: Path
    today: str = TODAY
    rules: Path | None = None
    old: tuple[dict[str, Any], CompiledKnowledgeBase] | None = None
    found: list[Difference] = field(default_factory=list)

    @property
    def last(self) -> Difference:
        """What was found last."""
        return self.found[-1]

    def kb(self) -> CompiledKnowledgeBase:
        """Return the knowledge base as it is by now: changed rules, and the scene's parameters."""
        if self.rules is None:
            return self.scene.kb
        own = compiled(load_knowledge_base(self.rules))
        changed = {
            name: one
            for name, one in self.scene.kb.parameters.items()
            if name in own.parameters and one.value != own.parameters[name].value
        }
        return compiled(load_knowledge_base(self.rules, overrides=changed)) if changed else own

    def sides(self) -> tuple[Side, Side]:
        """Return both sides, read from files."""
        assert self.old is not None, "say 'it is kept as the old one' first"
        return self._side("old", *self.old, TODAY), self._side("new", self.scene.document, self.kb(), self.today)

    def _side(self, name: str, document: dict[str, Any], kb: CompiledKnowledgeBase, today: str) -> Side:
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return Side(read_project(read_document(path), kb), kb, today)

    def change(self, code: str) -> FindingChange:
        """Return the change of the finding with a code."""
        changes = {change.finding.code: change for change in self.last.findings}
        assert code in changes, f"{code} did not change; these did: {', '.join(changes)}"
        return changes[code]


@given("it is kept as the old one")
def _(pair: Pair) -> None:
    pair.old = copy.deepcopy(pair.scene.document), pair.kb()


@given(parsers.re(r'"(?P<code>[A-Z]+-\d+)" is (?P<response>accepted|postponed)(?: until "(?P<until>[\d-]+)")?'))
def _(pair: Pair, code: str, response: str, until: str | None) -> None:
    answer = {"finding": code, "response": response, "reason": "agreed", "by": "officer", "on": "2026-11-01"}
    pair.scene.document.setdefault("responses", []).append(answer if until is None else {**answer, "until": until})


@given(parsers.parse('the rule "{code}" is minor'))
def _(pair: Pair, code: str) -> None:
    pair.rules = pair.folder / "rules"
    if not pair.rules.exists():
        shutil.copytree(SHIPPED, pair.rules)
    file = pair.rules / f"{pair.scene.kb.rule(code).name}.yaml"
    text = file.read_text(encoding="utf-8")
    assert "severity: major" in text
    file.write_text(text.replace("severity: major", "severity: minor"), encoding="utf-8")


@given(parsers.parse('the new date is "{today}"'))
def _(pair: Pair, today: str) -> None:
    pair.today = today


@given(parsers.re(r"(?P<sentence>the exemplary project|the parameter .+|\"[a-z_./-]+\" is .+)"))
def _(pair: Pair, sentence: str) -> None:
    state(pair.scene, sentence, None)


@when("the two are compared")
def _(pair: Pair) -> None:
    pair.found.append(difference(*pair.sides()))


@when("the two saved assessments are compared")
def _(pair: Pair) -> None:
    saved = [json.loads(json.dumps(assess(side.project, side.kb, today=side.today).to_dict())) for side in pair.sides()]
    pair.found.append(saved_difference(*map(edition_of, saved)))


@then("nothing is different")
def _(pair: Pair) -> None:
    assert (pair.last.parts, pair.last.findings, pair.last.facts, pair.last.parameters) == ((), (), (), ())


@then("something changed")
def _(pair: Pair) -> None:
    assert pair.last.findings


@then(parsers.re(r'"(?P<code>[A-Z]+-\d+)" (?P<way>came|went), because of "(?P<cause>\w+)"'))
def _(pair: Pair, code: str, way: str, cause: str) -> None:
    change = pair.change(code)
    assert (change.old is None, change.new is None) == (way == "came", way == "went")
    assert change.cause == cause


@then(parsers.re(r'"(?P<code>[A-Z]+-\d+)" (?P<way>became due|is still to come again), because of "(?P<cause>\w+)"'))
def _(pair: Pair, code: str, way: str, cause: str) -> None:
    change = pair.change(code)
    assert change.due is (way == "became due")
    assert change.cause == cause


@then(parsers.re(r'"(?P<code>[A-Z]+-\d+)" came, because of "(?P<one>\w+)" and "(?P<other>\w+)" together'))
def _(pair: Pair, code: str, one: str, other: str) -> None:
    change = pair.change(code)
    assert (change.old, change.cause, set(change.parts)) == (None, "together", {one, other})


@then(parsers.re(r'"(?P<code>[A-Z]+-\d+)" went from "(?P<old>\w+)" to "(?P<new>\w+)", because of "(?P<cause>\w+)"'))
def _(pair: Pair, code: str, old: str, new: str, cause: str) -> None:
    change = pair.change(code)
    assert (change.old, change.new, change.cause) == (old, new, cause)


@then(parsers.parse('"{code}" cannot be told now'))
def _(pair: Pair, code: str) -> None:
    assert pair.change(code).fate == "cannot_tell"


@then(parsers.parse('the verdict went from "{old}" to "{new}", because of "{cause}"'))
def _(pair: Pair, old: str, new: str, cause: str) -> None:
    assert (pair.last.old.verdict, pair.last.new.verdict, pair.last.verdict_cause) == (old, new, cause)


@then(parsers.parse('every change is because of "{cause}"'))
def _(pair: Pair, cause: str) -> None:
    assert {change.cause for change in pair.last.findings} <= {cause}


@then("the changes by cause add up to all changes")
def _(pair: Pair) -> None:
    found = pair.last
    keys = {*found.old.findings, *found.new.findings}
    differing = [key for key in keys if found.old.severity(key) != found.new.severity(key)]
    assert sorted(change.finding.key for change in found.findings) == sorted(differing)
    assert sum(difference_document(found)["totals"].values()) == len(differing)


@then("the facts that changed are")
def _(pair: Pair, datatable: Sequence[Sequence[str]]) -> None:
    told = [[one.fact, one.old and one.old.value, one.new and one.new.value] for one in pair.last.facts]
    assert told == [list(row) for row in datatable[1:]]


@then(parsers.parse('the report says "{text}"'))
def _(pair: Pair, text: str) -> None:
    labels = labels_of(assess(pair.scene.document, pair.scene.kb, interpreter="evaluate").elements)
    teller = Teller(pair.kb(), "en", labels)
    brief, whole = (difference_report(pair.last, teller, full=full).headed for full in (False, True))
    assert text in as_text(brief, replace(Display(), columns=10_000))
    assert text in as_markdown(whole)
