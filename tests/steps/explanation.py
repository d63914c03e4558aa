"""What `explain.feature` says: why a finding is there or not, what follows from a fact, what nearly applies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pytest_bdd import given, parsers, then, when

from advise.engine.assess import assess
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.explain.fact import explain_derived
from advise.engine.explain.tree import explain
from advise.engine.knowledge.model import SEVERITIES
from advise.engine.project.assumptions import with_assumptions
from advise.engine.project.project import Project, read_project
from advise.engine.whatif.changes import as_assumption
from advise.engine.whatif.effects import WhatIf
from advise.engine.whatif.nearly import Nearly, nearly
from advise.reports.views.explain import explained
from advise.reports.writers.display import Display

from . import EXEMPLARY
from .terminal import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .terminal import PROJECT, TODAY, Terminal, joined

HEADS = {"holds": "●", "does not hold": "－", "cannot be told": "？"}
OUTCOMES = {True: "holds", False: "does_not_hold", None: "cannot_tell"}
TRIED = 12
"""Findings that nearly apply whose facts are assumed one after the other."""


@dataclass
class Library:
    """The explanations of every rule for one project.

    Attributes:
        outcomes: The truth of each rule on each subject, as explained.
        values: The value of each derived fact, as explained; None where it has none.
        texts: The explanations in both languages.
    """

    outcomes: dict[tuple[str, str | None], str] = field(default_factory=dict)
    values: dict[str, str | None] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    def tell(self, word: str, project: Project, kb: CompiledKnowledgeBase) -> None:
        """Keep what is said above the rule itself, in both languages."""
        for language in ("en", "ja"):
            text = explained(word, project, kb, language, Display(columns=10_000, full=True))
            self.texts.append(text.partition("\n\n")[0])


def reason(terminal: Terminal) -> str:
    """Return what is said above the rule itself."""
    return terminal.told.partition("\n\n")[0]


def near(terminal: Terminal) -> tuple[Nearly, ...]:
    """Return the findings that nearly apply to the project file."""
    kb = terminal.scene.kb
    project = read_project(terminal.path, kb)
    return nearly(WhatIf(kb, project.memory))


@given(parsers.re(r'the example "(?P<name>\w+)"'))
def _(terminal: Terminal, name: str) -> None:
    terminal.written = EXEMPLARY.with_name(f"{name}.json").read_text(encoding="utf-8")


@when(parsers.re(r'"(?P<word>[^"]+)" is explained(?P<full> in full)?(?: in (?P<language>en|ja))?'))
def _(terminal: Terminal, word: str, full: str | None, language: str | None) -> None:
    terminal.language = language or terminal.language
    terminal.advise("explain", word, PROJECT, *(["--full"] if full else []))


@when(parsers.parse('"{word}" is explained without a project'))
def _(terminal: Terminal, word: str) -> None:
    terminal.runs.append(terminal.run("explain", word, "--lang", terminal.language))


@when(parsers.re(r'"(?P<word>[^"]+)" is explained for "(?P<subject>[^"]+)"'))
def _(terminal: Terminal, word: str, subject: str) -> None:
    terminal.advise("explain", word, PROJECT, "--subject", subject)


@when(parsers.re(r"what nearly applies is looked for(?P<full> in full)?"))
def _(terminal: Terminal, full: str | None) -> None:
    terminal.advise("explain", "--nearly", PROJECT, *(["--full"] if full else []))


@when("every rule is explained in full, in both languages", target_fixture="library")
def _(terminal: Terminal) -> Library:
    terminal.write()
    kb, library = terminal.scene.kb, Library()
    project = read_project(terminal.path, kb)
    for rule in kb.rules:
        for one in explain(rule.code, project, kb, full=True):
            library.outcomes[rule.code, one.subject] = OUTCOMES[one.truth]
        library.tell(rule.code, project, kb)
    return library


@then(parsers.re(r"it (?P<outcome>holds|does not hold|cannot be told)"))
def _(terminal: Terminal, outcome: str) -> None:
    (head,) = [line for line in reason(terminal).splitlines() if not line.startswith(" ")]
    assert head.startswith(HEADS[outcome]), head
    assert outcome in head


@then(parsers.re(r'it (?P<outcome>hold|holds|does not hold|cannot be told) for "(?P<subject>[^"]+)"'))
def _(terminal: Terminal, outcome: str, subject: str) -> None:
    heads = [joined(text) for text in re.findall(r"^\S.*(?:\n {4}\S.*)*", reason(terminal), re.MULTILINE)]
    (head,) = [text for text in heads if f"({subject})" in text]
    assert head.startswith(HEADS[outcome]), head
    assert joined(outcome) in head


@then(parsers.re(r"the reason says: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert joined(text) in joined(reason(terminal)), terminal.told


@then(parsers.re(r"the reason does not say: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert joined(text) not in joined(reason(terminal)), terminal.told


@then(parsers.parse("the reason has at most {n:d} lines"))
def _(terminal: Terminal, n: int) -> None:
    assert len(reason(terminal).splitlines()) <= n, terminal.told


@then(parsers.re(r"the problem says: (?P<text>.+)"))
def _(terminal: Terminal, text: str) -> None:
    assert joined(text) in joined(terminal.last.err), terminal.last


@when("every derived fact is explained in full, in both languages", target_fixture="library")
def _(terminal: Terminal) -> Library:
    terminal.write()
    kb, library = terminal.scene.kb, Library()
    project = read_project(terminal.path, kb)
    for derivation in kb.derivations:
        concept = kb.vocabulary.concepts[derivation.concept]
        for place in explain_derived(derivation, kb, project, full=True).places:
            name = concept.path if place.subject is None else f"{place.subject}.{concept.attribute}"
            if not concept.working:
                library.values[name] = place.state.value
        library.tell(concept.path, project, kb)
    return library


@then("every explanation has the value of the review")
def _(terminal: Terminal, library: Library) -> None:
    known = {name: value for name, value in library.values.items() if value is not None}
    derived: Mapping[str, Any] = terminal.reviewed()["derived"]
    assert set(derived) == set(known)
    assert len(known) > len(terminal.scene.kb.derivations)
    single = {name: value for name, value in derived.items() if isinstance(value, str)}
    assert {name: known[name] for name in single} == single


@then("every explanation has the outcome of the review")
def _(terminal: Terminal, library: Library) -> None:
    trace: list[Mapping[str, Any]] = terminal.reviewed()["trace"]
    decided = {(one["code"], one["subject"]): one["outcome"] for one in trace}
    assert len(decided) > len(terminal.scene.kb.rules)
    assert {key: decided.get(key) for key in library.outcomes} == library.outcomes


@then("no explanation speaks as a machine does")
def _(library: Library) -> None:
    assert library.texts
    for text in library.texts:
        said = re.sub(r"[\[(][\w./-]+[\])]", "", text)  # the name with which it is written, behind its label
        assert not re.search(r"[{}]|\[\]|\.\*\.| = |None|True|False|_", re.sub(r"https?://\S+", "", said)), said


@then(parsers.re(r'the verdict is "(?P<verdict>\w+)"'))
def _(terminal: Terminal, verdict: str) -> None:
    assert terminal.reviewed()["verdict"] == verdict


@then(parsers.re(r'"(?P<code>[A-Z]+-\d+)" is (?P<absent>not )?found'))
def _(terminal: Terminal, code: str, absent: str | None) -> None:
    found = [one["code"] for one in terminal.reviewed()["findings"]]
    assert (code in found) is (absent is None), found


@then("one fact away comes before two, and a blocker before a minor point")
def _(terminal: Terminal) -> None:
    found = near(terminal)
    ranks = [(one.distance, one.distance - one.unknown, SEVERITIES.index(one.severity)) for one in found]
    assert len(set(ranks)) > len(SEVERITIES)
    assert ranks == sorted(ranks)
    told, labels = joined(terminal.told), terminal.scene.kb.verdict.severity_labels
    first = [joined(f"{labels[one.severity]['en']} {one.rule.code} ") for one in islice(found, 3)]
    assert [text in told for text in first] == [True] * len(first), first


@then("each finding appears once its facts are assumed")
def _(terminal: Terminal) -> None:
    kb, found = terminal.scene.kb, near(terminal)
    assert len(found) > TRIED
    for one in found[:: len(found) // TRIED]:
        written = [as_assumption(change, kb) for change in one.changes]
        then_found = assess(with_assumptions(terminal.scene.document, written, kb), kb, today=TODAY).findings
        assert (one.rule.code, one.subject) in {(finding.code, finding.subject) for finding in then_found}
