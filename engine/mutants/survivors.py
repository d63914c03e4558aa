"""What becomes of a change that no case notices: it is proved to be none, or a scenario is written that notices it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from ..assess.model import Assessment, Finding
from ..assess.run import assess
from ..knowledge.model import KnowledgeBase
from ..problems.problem import ProblemsError, Texts
from ..scenarios.gherkin import parse_feature
from ..scenarios.home import Home
from ..scenarios.then import Expectation, What, written
from ..verify.difference import Compared
from ..verify.solver import least_model
from ..verify.view import document_of
from .cases import ChangedHome, fails, prepare
from .mutants import Mutant

CodeAndSubject = tuple[str, str | None]
"""A code and its subject."""


def scenario(title: Texts, document: Mapping[str, Any], said: list[str], kb: KnowledgeBase) -> str:
    """Return a scenario.

    Args:
        title: What it is called in each language.
        document: The project.
        said: What is expected.
        kb: The vocabulary of the project.
    """
    lines = [f"  Scenario: {title['en']}", f"    {title['ja']}", ""]
    steps = list(_given(document, kb))
    keyword = "Given"
    for text, rows in steps or [("a project about which nothing is known", None)]:
        lines.append(f"    {keyword} {text}")
        lines += [f"      | {' | '.join(row)} |" for row in rows or ()]
        keyword = "And"
    lines.append("    When the project is reviewed")
    lines += [f"    {'And' if place else 'Then'} {text}" for place, text in enumerate(said)]
    return "\n".join(lines) + "\n"


def differing(one: Assessment, other: Assessment) -> list[str]:
    """Return the sentences that hold of one assessment and not of the other."""
    said = [*_findings(one, other), *_derived(one, other)]
    if one.verdict != other.verdict:
        said.append(Expectation("verdict", "", value=one.verdict))
    if one.verdict_range != other.verdict_range and not said:
        said.append(Expectation("range", one.verdict_range[0], value=one.verdict_range[1]))
    return [written(expected, "en") for expected in said or _questions(one, other)]


def _findings(one: Assessment, other: Assessment) -> Iterator[Expectation]:
    here, there = _by_key(one), _by_key(other)
    outcomes = {(out.code, out.subject): (out.outcome, out.replaced_by) for out in other.trace}
    for out in one.trace:
        key = out.code, out.subject
        left, right = here.get(key), there.get(key)
        if _told(left) == _told(right) and outcomes.get(key, ("", None))[0] == out.outcome:
            if left is not None and right is not None and left.causes != right.causes:
                lost = [code for code in left.causes if code not in right.causes]
                yield from (Expectation("follows", out.code, values=(code,)) for code in lost)
        elif left is not None:
            yield Expectation("upcoming" if left.kind == "upcoming" else "found", *key, left.severity)
        elif out.replaced_by is not None:
            yield Expectation("replaced", *key, out.replaced_by)
        else:
            yield Expectation("cannot be told" if out.outcome == "cannot_tell" else "not found", *key)


def _by_key(assessment: Assessment) -> dict[CodeAndSubject, Finding]:
    return {(one.code, one.subject): one for one in assessment.findings}


def _told(finding: Finding | None) -> tuple[str, str] | None:
    return None if finding is None else ("upcoming" if finding.kind == "upcoming" else "", finding.severity)


def _derived(one: Assessment, other: Assessment) -> Iterator[Expectation]:
    for name, value in one.derived.items():
        if value != other.derived.get(name):
            shown = ", ".join(value) if isinstance(value, list) else value
            yield Expectation("undetermined" if value is None else "derived", name, value=shown)


def _questions(one: Assessment, other: Assessment) -> Iterator[Expectation]:
    here, there = ({(ask.fact, ask.subject) for ask in which.questions} for which in (one, other))
    what: What
    for wanted, what in ((here - there, "asked"), (there - here, "not asked")):
        for fact, subject in sorted(wanted, key=str)[:1]:
            yield Expectation(what, fact, subject)


def _given(document: Mapping[str, Any], kb: KnowledgeBase) -> Iterator[tuple[str, list[list[str]] | None]]:
    lists = kb.vocabulary.lists
    for path, value in _flat(document):
        head, _, rest = path.partition(".")
        if path in lists and value:
            flat = [dict(_flat(element)) for element in value]
            columns = list(dict.fromkeys(column for element in flat for column in element))
            rows = [[_cell(element[column]) if column in element else "" for column in columns] for element in flat]
            yield f"the {path.rpartition('.')[2]}:", [columns, *rows]
        elif head in lists and lists[head].members and path not in kb.vocabulary.facts:
            member, _, attribute = rest.partition(".")
            yield f'"{head}/{member}.{attribute}" is {_value(value)}', None
        else:
            yield f'"{path}" is {_value(value)}', None


def _flat(node: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cell(value: object) -> str:
    return value if isinstance(value, str) else _value(value)


Fate = Literal["killed", "equal", "survived", "not_settled"]
_INTO = {"en": " becomes ", "ja": " を変えて "}
_TODAY = "2026-01-01"
"""No rule reads it."""


class Survivor(Struct, frozen=True):
    """A change that no case notices.

    Attributes:
        fate: `equal` where it is proved that nothing concluded of any project differs.
        project: A smallest project that shows the difference, where one was found.
        scenario: A scenario that holds and notices the change, ready to paste.
    """

    mutant: Mutant
    fate: Fate
    project: dict[str, Any] | None = None
    scenario: str | None = None


class Judge:
    """The prover of a rule base, which looks at changes of it."""

    def __init__(self, home: Home, elements: int, seconds: float) -> None:
        """Take the scenarios of a rule base.

        Args:
            home: The scenarios.
            elements: The most elements of each list that are looked at.
            seconds: The most time for one question.
        """
        self.home, self.kb = home, home.kb
        self.elements, self.seconds = elements, seconds
        self.base = Compared(home.kb, home.kb, elements, seconds)

    def judge(self, mutant: Mutant) -> Survivor:
        """Return what becomes of a change that no case notices."""
        changed = ChangedHome(self.home, mutant)
        fresh = mutant.parameter is not None or "number" in mutant.kind
        compared = Compared(self.kb, changed.kb, self.elements, self.seconds, None if fresh else self.base)
        shown = None
        try:
            for document in self._projects(mutant, compared):
                shown = shown or document
                found = self._scenario(mutant, changed, document)
                if found is not None:
                    return Survivor(mutant, "survived", document, found)
            if shown is None and mutant.kind != "cause left out" and compared.is_equal():
                return Survivor(mutant, "equal")
        except TimeoutError:
            return Survivor(mutant, "not_settled", shown)
        return Survivor(mutant, "survived", shown)

    def _projects(self, mutant: Mutant, compared: Compared) -> Iterator[dict[str, Any]]:
        """Yield projects that may show a change."""
        if mutant.rule is not None and mutant.kind == "cause left out":
            facts, c = compared.facts[0], compared.c
            (lost,) = set(self.kb.rule(mutant.where).causes) - set(mutant.rule.causes)
            both = (
                c.any(facts.visible[key] for key in facts.outcomes if key[0] == code) for code in (mutant.where, lost)
            )
            true = least_model(c, c.all(both), self.seconds)
            if true is not None:
                yield document_of(compared.views[0], true)
            return
        unsettled = False
        for one in compared.meanings():
            if one.project is None:
                unsettled = True
            elif one.aspect != "value" or not self.kb.vocabulary.concepts[one.name].working:
                yield one.project
        if unsettled:
            raise TimeoutError

    def _scenario(self, mutant: Mutant, changed: ChangedHome, document: dict[str, Any]) -> str | None:
        """Return a scenario about a project that holds, and that does not hold after the change."""
        try:
            sides = [
                assess(copy.deepcopy(document), kb, today=_TODAY, interpreter="evaluate")
                for kb in (self.kb, changed.kb)
            ]
        except ProblemsError:
            return None
        said = differing(*sides)
        if not said:
            return None
        what = {language: re.sub(r"[|<>#]", " ", text.replace(" -> ", _INTO[language])).replace("  ", " ")
                for language, text in mutant.what.items()}  # fmt: skip
        title = {
            "en": f"{mutant.where} would change: {what['en']}",
            "ja": f"{mutant.where} の変更に気づく：{what['ja']}",
        }
        text = scenario(title, document, said, self.kb)
        (found,) = parse_feature(f"Feature: one\n{text}", "one.feature").scenarios
        case = prepare(self.home, found.cases[0])
        if case is None or fails(case, self.home, case.expected) or not fails(case, changed, case.expected):
            return None
        return text
