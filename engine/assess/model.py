"""The assessment: all that one run returns, as plain data. Every memo and every table is a rendering of it.

Nothing here computes; `engine.assess.run` fills it in and `engine.assess.plain` gives its versioned JSON form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from ..knowledge.model import Kind, ParameterDefinition, Severity, Source, Texts, Verdict
from ..project.address import Address
from ..records import dataclass

if TYPE_CHECKING:
    from ..project.asked import Asked
    from .waivers import Waiver

SCHEMA_VERSION = 1

OutcomeName = Literal["holds", "does_not_hold", "cannot_tell"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stated fact, with where it stands and who says so.

    Attributes:
        fact: Its name in the vocabulary (`organisations[].champion_willing`); a list's path for the list itself.
        subject: The element it belongs to (`organisations/univ`, `capitals/human`), None for the project.
        value: The JSON value as stated.
        pointer: JSON pointer of the value in the project document.
        line, column: One-based place of the value; None when the project came as a Python object.
        source, as_of, by: Provenance given in the document, where there is one.
    """

    fact: str
    subject: str | None
    value: Any
    pointer: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    source: str | None = None
    as_of: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds for a subject.

    Attributes:
        subject: `<list path>/<id>`, `capitals/<name>`, a kind (`municipality`), or None for the project.
        subject_label: What people call the subject, in each language; None for the project.
        why: The rule's condition in words.
        causes: For a prediction, the codes among its causes that were found.
    """

    code: str
    kind: Kind
    severity: Severity
    subject: str | None
    subject_label: Texts | None
    area: str
    rule: str
    title: Texts
    advice: Texts
    owner: tuple[str, ...]
    source: Source
    why: Texts
    evidence: tuple[Evidence, ...]
    severity_note: Texts | None = None
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """An unknown fact that stands in the way of an outcome.

    Attributes:
        fact: Its name in the vocabulary (`capitals.*.complement`); a list's path when the list is not stated.
        codes: The codes whose outcome waits for it, worst severity first.
        severity: The worst severity among them.
        must_know: True when no verdict can be given without it.
        asked: What was answered when it was asked before, if that was no value: whom to ask, that it is not known.
    """

    fact: str
    subject: str | None
    subject_label: Texts | None
    text: Texts
    label: Texts
    help: Texts | None
    codes: tuple[str, ...]
    severity: Severity
    must_know: bool
    step: int | None
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The trace of one rule on one subject."""

    code: str
    rule: str
    subject: str | None
    outcome: OutcomeName
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """An element of a list as the memo names it."""

    id: str
    label: Texts
    pointer: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result of reviewing one project with one knowledge base.

    Attributes:
        name: The project's name as stated, None when unknown.
        phase: The project's phase as stated, None when unknown.
        verdict_range: The worst and the best verdict that some completion of the unknown facts could give.
        findings: All findings that remain after replacement, in reading order: severity, step, code, subject.
            Predictions and strengths are among them, told apart by `kind`.
        questions: Unknown facts that matter, the most consequential first.
        missing: The must-know facts that are not known.
        derived: Derived facts that are known, by `<subject>.<name>` or name; a value, or a list of ids.
        parameters: The parameters that rules with an outcome read.
        facts: Every stated fact by address, in document order.
        values: The value of each of them; its place is not looked up for that.
        elements: The elements of each stated list.
        trace: The outcome of every rule on every subject.
    """

    name: str | None
    phase: str | None
    file: str | None
    sha256: str | None
    language: str | None
    today: str
    knowledge_version: str
    product_version: str
    verdict: Verdict
    verdict_range: tuple[Verdict, Verdict]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    missing: tuple[Address, ...]
    derived: Mapping[str, Any]
    parameters: tuple[ParameterDefinition, ...]
    facts: Mapping[Address, Evidence]
    values: Mapping[Address, Any]
    elements: Mapping[str, tuple[Member, ...]]
    trace: tuple[Outcome, ...]
    interpreters: tuple[str, ...] = ("rete", "evaluate")
    waivers: tuple[Waiver, ...] = ()

    @property
    def predictions(self) -> tuple[Finding, ...]:
        """What may follow if nothing changes."""
        return tuple(finding for finding in self.findings if finding.kind == "prediction")

    @property
    def strengths(self) -> tuple[Finding, ...]:
        """What is met and told as such."""
        return tuple(finding for finding in self.findings if finding.kind == "strength")

    def to_dict(self) -> dict[str, Any]:
        """Return the machine form (`--format json`), schema version 1."""
        from .plain import to_dict

        return to_dict(self)
