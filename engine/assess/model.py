"""The assessment: all that one run returns, and its machine form. Every memo and every table is a rendering of it.

Nothing here judges; `engine.assess.run` fills it in. What stands in the machine form (`--format json`, schema version 1)
is public: names are never changed, new ones may be added. See `docs/machine-form.md`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeVar, get_args

from msgspec import Struct
from msgspec.structs import asdict

from ..account import Why
from ..knowledge.model import FoundKind, ParameterDefinition, Severity, Source, Texts, Verdict
from ..problems.problem import Problem
from ..project.address import Address
from ..project.decisions import Asked, Response
from ..project.memory import Key
from ..project.stated import Stated
from ..record import picked

SCHEMA_VERSION = 1

OutcomeName = Literal["holds", "does_not_hold", "cannot_tell"]
WaiverStatus = Literal["applied", "lapsed", "facts_changed", "unused", "planned", "overdue"]
Level = Literal["needed", "may_stop", "half_answered", "open"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""What a question is asked for, the most pressing first: a verdict needs it; with its answer the project could have to
stop; known facts have half answered a rule; a rule waits for it."""
COUNTS: dict[str, tuple[FoundKind, Severity | None]] = {
    "blockers": ("finding", "blocker"), "majors": ("finding", "major"), "minors": ("finding", "minor"),
    "infos": ("finding", "info"), "upcoming": ("upcoming", None), "predictions": ("prediction", None),
    "strengths": ("strength", None),
}  # fmt: skip
"""Under which names tables count findings: of which kind, and of which severity (None: of any)."""


def counts_of(findings: Iterable[Any]) -> dict[str, int]:
    """Return how many findings there are under each name of `COUNTS`."""
    told = [(one.kind, one.severity) for one in findings]
    return {
        name: sum(own == kind and severity in (None, grave) for own, grave in told)
        for name, (kind, severity) in COUNTS.items()
    }


class Evidence(Struct, frozen=True):
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
    subject: str | None = None
    value: Any = None
    pointer: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    source: str | None = None
    as_of: str | None = None
    by: str | None = None

    @property
    def address(self) -> Address:
        """The fact of its subject."""
        return Address(self.fact, self.subject)


class Finding(Struct, frozen=True):
    """A rule that holds for a subject.

    Attributes:
        kind: What its rule reports, or `upcoming` where it is not due yet in the project's phase.
        severity: How grave it is; of an upcoming one, how grave it will be.
        subject: `<list path>/<id>`, `capitals/<name>`, a kind (`municipality`), or None for the project.
        subject_label: What people call the subject, in each language; None for the project.
        why: The rule's condition in words.
        causes: For a prediction, the codes among its causes that were found.
    """

    code: str
    kind: FoundKind
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

    @property
    def fingerprint(self) -> str:
        """Eight hex digits over the finding and the values it rests on; they change when one of these does."""
        rests_on = [[one.fact, one.subject, one.value] for one in self.evidence]
        text = json.dumps([self.code, self.subject, sorted(rests_on, key=str)], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[
            :8
        ]  # a Python object may hold half a character


class Waiver(Struct, frozen=True):
    """A response and what became of it.

    Attributes:
        response: What was decided, by whom, when and why.
        status: applied; lapsed (its last day is over); facts_changed; planned; overdue (the day of a plan is over); unused
            (there is no such finding).
        findings: The findings it is about; they are left out of the actions only while it is applied.
    """

    response: Response
    status: WaiverStatus
    findings: tuple[Finding, ...]


class Question(Struct, frozen=True):
    """An unknown fact that stands in the way of an outcome.

    Attributes:
        fact: Its name in the vocabulary (`capitals.*.complement`); a list's path when the list is not stated.
        codes: The codes whose outcome waits for it, worst severity first.
        severity: The worst severity among them.
        must_know: True when no verdict can be given without it.
        step: The step of the road map that it belongs to, None for none.
        level: What it is asked for.
        group: What it is asked together with as one question: a grid's name, or the fact's, of all its subjects.
        ask: Who can usually answer, as the owners are named.
        asked: What was answered when it was asked before, if that was no value: whom to ask, that it is not known.
        said: What the project says of it although it has no value.
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
    level: Level = "open"
    group: str = ""
    ask: tuple[str, ...] = ()
    asked: Asked | None = None
    said: Stated | None = None

    @property
    def together(self) -> tuple[Level, str]:
        """What questions share that stand beside each other and are asked as one."""
        return self.level, self.group

    @property
    def address(self) -> Address:
        """The fact of its subject."""
        return Address(self.fact, self.subject)


class Outcome(Struct, frozen=True):
    """The trace of one rule on one subject."""

    code: str
    rule: str
    subject: str | None
    outcome: OutcomeName
    replaced_by: str | None = None


FindingOrOutcome = TypeVar("FindingOrOutcome", Finding, Outcome)


def about(found: Iterable[FindingOrOutcome], code: str, subject: str | None) -> list[FindingOrOutcome]:
    """Return those of some findings or outcomes that are of a code and about a subject; about any where it is None."""
    return [one for one in found if one.code == code and subject in (None, one.subject)]


class Member(Struct, frozen=True):
    """An element of a list as the memo names it."""

    id: str
    label: Texts
    pointer: str


class Sum(Struct, frozen=True):
    """A sum over the elements of a list, as far as it is known.

    Attributes:
        meant: How many elements are certainly among those that are added up.
        known: Of how many of them the measure is known.
        total: What these come to.
    """

    meant: int
    known: int
    total: float


class Coverage(Struct, frozen=True):
    """How much of what counts in this phase could be checked.

    Attributes:
        due: How many rules count.
        told: Of how many of them it is known whether they hold, about every subject.
    """

    due: int
    told: int


class Alternative(Struct, frozen=True):
    """Findings of which one holds whatever the answer is; only which of them is open.

    Attributes:
        findings: Each with the code, what it is about, and the worst severity that it could have.
        facts: The facts that decide which.
    """

    findings: tuple[tuple[str, str | None, Severity], ...]
    facts: tuple[Address, ...]


class Assessment(Struct, frozen=True):
    """The result of reviewing one project with one knowledge base.

    Attributes:
        name: The project's name as stated, None when unknown.
        phase: The project's phase as stated, None when unknown.
        coverage: How many of the rules that count in this phase could be checked.
        verdict_range: The worst and the best verdict that some completion of the unknown facts could give.
        range_exact: Whether some completion is known to give the worst, and whether one is known to give the best.
        either: What stands in the way of a better verdict besides what is found; None for nothing.
        findings: All findings that remain after replacement, in reading order: severity, step, code, subject.
            Predictions and strengths are among them, told apart by `kind`.
        questions: Unknown facts that matter, in the order in which every report asks for them.
        missing: The must-know facts that are not known.
        derived: Derived facts that are known, by `<subject>.<name>` or name; a value, or a list of ids.
        parameters: The parameters that rules with an outcome read.
        facts: Every stated fact by address, in document order.
        values: The value of each of them; its place is not looked up for that.
        elements: The elements of each stated list.
        trace: The outcome of every rule on every subject.
        whys: Why each finding holds, by its code and subject.
        sums: What is added up for a derived fact of the project, by its name.
        waived: What decisions leave out of the verdict, as `waivers.waived_keys` returns it.
        notes: What is told about the project's file: each a sentence.
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
    coverage: Coverage
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    missing: tuple[Address, ...]
    derived: Mapping[str, Any]
    parameters: tuple[ParameterDefinition, ...]
    facts: Mapping[Address, Evidence]
    values: Mapping[Address, Any]
    elements: Mapping[str, tuple[Member, ...]]
    trace: tuple[Outcome, ...]
    whys: Mapping[tuple[str, str | None], Why]
    sums: Mapping[str, Sum]
    interpreters: tuple[str, ...] = ("rete", "evaluate")
    range_exact: tuple[bool, bool] = (False, False)
    either: Alternative | None = None
    waivers: tuple[Waiver, ...] = ()
    waived: Mapping[Key, bool] = {}
    notes: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        """Name it in one line; all that it holds would fill pages."""
        found = ", ".join(f"{len(getattr(self, name))} {name}" for name in ("findings", "questions"))
        return f"<Assessment of {self.name or self.file!r}: {self.verdict}, {found}, rules {self.knowledge_version}>"

    @property
    def predictions(self) -> tuple[Finding, ...]:
        """What may follow if nothing changes."""
        return tuple(finding for finding in self.findings if finding.kind == "prediction")

    @property
    def strengths(self) -> tuple[Finding, ...]:
        """What is met and told as such."""
        return tuple(finding for finding in self.findings if finding.kind == "strength")

    @property
    def upcoming(self) -> tuple[Finding, ...]:
        """What is not due yet and will be."""
        return tuple(finding for finding in self.findings if finding.kind == "upcoming")

    def to_dict(self) -> dict[str, Any]:
        """Return the machine form (`--format json`), schema version 1."""
        return {
            "schema_version": SCHEMA_VERSION,
            **picked(self, "verdict verdict_range"),
            "verdict_range_exact": list(self.range_exact),
            "either": None if self.either is None else _alternative(self.either),
            "coverage": picked(self.coverage, "due told"),
            "project": picked(self, "name phase file sha256"),
            "findings": list(map(_finding, self.findings)),
            "predictions": list(map(_finding, self.predictions)),
            "strengths": list(map(_finding, self.strengths)),
            "upcoming": list(map(_finding, self.upcoming)),
            "questions": list(map(_question, self.questions)),
            **picked(self, "missing derived"),
            "parameters": [picked(one, "name value since ours source reason") for one in self.parameters],
            "waivers": list(map(_waiver, self.waivers)),
            **picked(self, "trace today"),
            "rules_version": self.knowledge_version,
            "product_version": self.product_version,
            "interpreters": list(self.interpreters),
            **({"notes": list(map(_note, self.notes))} if self.notes else {}),
        }


def named_together(codes: Iterable[str]) -> str | None:
    """Return what tables call findings of which one holds whatever the answer is: `COM-01/COM-02`; None for none."""
    return "/".join(sorted(set(codes))) or None


def _alternative(either: Alternative) -> dict[str, Any]:
    return {
        "findings": [{"code": code, "subject": subject, "severity": grave} for code, subject, grave in either.findings],
        **picked(either, "facts"),
    }


def _note(note: Problem) -> dict[str, Any]:
    return {
        "code": note.code,
        "text": dict(note.message),
        "line": None if note.place is None else note.place.line,
        "column": None if note.place is None else note.place.column,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        **picked(finding, "code kind severity subject subject_label area rule title advice owner"),
        "source": source_to_dict(finding.source),
        **picked(finding, "why"),
        "evidence": [evidence_to_dict(evidence) for evidence in finding.evidence],
        **picked(finding, "causes fingerprint"),
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    response = waiver.response
    return {
        "code": response.finding,
        **picked(response, "subject response"),
        "status": waiver.status,
        **picked(response, "reason by on who until"),
        "findings": [_finding(finding) for finding in waiver.findings],
    }


def source_to_dict(source: Source) -> dict[str, Any]:
    """Return what a finding or a rule cites as plain JSON data."""
    return picked(source, "section statements ours basis")


def evidence_to_dict(evidence: Evidence) -> dict[str, Any]:
    """Return a fact with its place as plain JSON data; what is not known of it is left out."""
    return {
        name: value for name, value in asdict(evidence).items() if value is not None or name in ("subject", "value")
    }


def _question(question: Question) -> dict[str, Any]:
    found = picked(question, "fact subject text codes severity must_know level group ask")
    if question.asked is not None:
        asked = picked(question.asked, "answer whom by on remark")
        found["asked"] = {name: value for name, value in asked.items() if value is not None}
    if question.said is not None:
        said = picked(question.said, "source as_of by")
        found["said"] = {name: value for name, value in said.items() if value is not None}
    return found
