"""An assessment as its machine form tells it, whether it was made just now or saved long ago by another version.

Only what a comparison needs is read; what is missing in an old form is simply not known. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from msgspec import Struct, ValidationError, convert

from ..assess.model import SCHEMA_VERSION, Evidence
from ..knowledge.model import FOUND_KINDS, SEVERITIES, FoundKind, Severity, Verdict
from ..problems.problem import Place, ProblemsError, Row, Texts, tabled
from ..project.address import Address

NotedKey: TypeAlias = "tuple[str, str | None]"
"""A finding's code and subject."""
_UNPLACED = Place("", 1, 1)


class Noted(Struct, frozen=True):
    """A finding as a machine form has it; in an old one nothing may be said of its evidence."""

    code: str
    subject: str | None
    kind: FoundKind
    severity: Severity
    title: Texts
    subject_label: Texts | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def key(self) -> NotedKey:
        """Code and subject."""
        return self.code, self.subject

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Findings before what follows from them, the worst first."""
        return FOUND_KINDS.index(self.kind), SEVERITIES.index(self.severity), self.code, self.subject or ""


class Edition(Struct, frozen=True):
    """One assessment.

    Attributes:
        findings: The findings that remain, without those that a waiver leaves out.
        waivers: Status, findings and whether there is a deadline, of each waiver.
        outcomes: Outcome and replacing code of each rule on each subject.
        missing: The facts without which no verdict is given.
        evidence: The stated facts that findings rest on.
        responses: What was decided about findings, without where it stands.
        plans: Who is to put a finding right, and by which day.
        assumed: What was assumed besides what the file says, as it was written.
    """

    name: str | None
    file: str | None
    sha256: str | None
    today: str
    verdict: str
    verdict_range: tuple[str, ...]
    rules_version: str
    product_version: str
    findings: Mapping[NotedKey, Noted]
    waived: Mapping[NotedKey, tuple[str, Noted]]
    outcomes: Mapping[NotedKey, tuple[str, str | None]]
    parameters: Mapping[str, Any]
    missing: tuple[Address, ...]
    questions: int
    evidence: Mapping[Address, Evidence]
    responses: tuple[tuple[object, ...], ...]
    plans: Mapping[NotedKey, tuple[str | None, str | None]]
    has_deadlines: bool
    assumed: tuple[str, ...]

    def told(self) -> Iterator[Noted]:
        """Yield every finding, those that a waiver leaves out last."""
        yield from self.findings.values()
        yield from (noted for _, noted in self.waived.values())

    def severity(self, key: NotedKey) -> str | None:
        """Return a finding's severity, None when it is not there."""
        noted = self.findings.get(key)
        return None if noted is None else noted.severity

    def kind(self, key: NotedKey) -> str | None:
        """Return what a finding is told as, `upcoming` where it is not due yet; None when it is not there."""
        noted = self.findings.get(key)
        return None if noted is None else noted.kind

    def waiver_status(self, key: NotedKey) -> str | None:
        """Return what became of the waiver of a finding, None when nobody answered it."""
        found = self.waived.get(key)
        return None if found is None else found[0]

    def fate(self, key: NotedKey) -> str:
        """Return what became of a finding that is not among the findings here."""
        if self.waiver_status(key) == "applied":
            return "waived"
        outcome, replaced_by = self.outcomes.get(key, (None, None))
        if outcome is not None:
            return "replaced" if replaced_by is not None else outcome
        return "no_subject" if any(code == key[0] for code, _ in self.outcomes) else "no_rule"

    def replacing(self, key: NotedKey) -> str | None:
        """Return the code that is told in place of a finding."""
        return self.outcomes.get(key, (None, None))[1]


def is_saved(data: Any) -> bool:
    """Tell whether plain data is a saved assessment, by its schema version; a project has none."""
    return isinstance(data, Mapping) and "schema_version" in data


def edition_of(data: Mapping[str, Any], place: Place = _UNPLACED) -> Edition:
    """Read a machine form: what `to_dict` returned, or what was saved of it.

    Raises:
        ProblemsError: It is no assessment, or one of a later schema.
    """
    version = data.get("schema_version")
    if version != SCHEMA_VERSION:
        raise ProblemsError([tabled(_TABLE, "A101", place, detail=str(version))])
    if "verdict" not in data or "findings" not in data or "trace" not in data:
        raise ProblemsError([tabled(_TABLE, "A102", place, detail="")])
    try:
        saved = convert(data, _Saved)
    except ValidationError as error:
        where = str(error).rpartition("`$")[2].strip("`.")
        raise ProblemsError([tabled(_TABLE, "A103", place, detail=where or str(error))]) from error
    told = {(one.code, one.subject) for one in saved.told()}
    for number, one in enumerate(saved.trace):
        if one.outcome == "holds" and one.replaced_by is None and (one.code, one.subject) not in told:
            raise ProblemsError([tabled(_TABLE, "A103", place, detail=f"trace[{number}]")])
    return _edition(saved)


# What is read of a machine form; of an old one, what it did not have yet is not known.


class _Saved(Struct):
    verdict: Verdict
    findings: list[Noted]
    trace: list[_Outcome]
    project: _Project | None = None
    verdict_range: tuple[Verdict, ...] = ()
    today: str = ""
    rules_version: str = ""
    product_version: str = ""
    waivers: list[_Waiver] | None = None
    parameters: list[_Parameter] = []
    missing: list[_Fact] = []
    questions: list[Any] = []
    assumed: list[_Assumed] = []
    predictions: list[Noted] = []
    strengths: list[Noted] = []

    def told(self) -> Iterator[Noted]:
        yield from (*self.findings, *self.predictions, *self.strengths)
        for waiver in self.waivers or ():
            yield from waiver.findings


class _Project(Struct):
    name: str | None = None
    file: str | None = None
    sha256: str | None = None


class _Fact(Struct):
    fact: str
    subject: str | None


class _Outcome(Struct):
    code: str
    subject: str | None
    outcome: Literal["holds", "does_not_hold", "cannot_tell"]
    replaced_by: str | None = None


class _Waiver(Struct):
    status: str
    findings: list[Noted] = []
    code: str | None = None
    subject: str | None = None
    response: str | None = None
    reason: str | None = None
    by: str | None = None
    on: str | None = None
    who: str | None = None
    until: str | None = None

    @property
    def is_plan(self) -> bool:
        return self.response == "planned"


class _Parameter(Struct):
    name: str
    value: Any


class _Assumed(Struct):
    written: str


def _edition(data: _Saved) -> Edition:
    project, waivers = data.project or _Project(), data.waivers or []
    return Edition(
        name=project.name,
        file=project.file,
        sha256=project.sha256,
        today=data.today,
        verdict=data.verdict,
        verdict_range=data.verdict_range,
        rules_version=data.rules_version,
        product_version=data.product_version,
        findings={noted.key: noted for noted in data.findings},
        waived={
            noted.key: (waiver.status, noted) for waiver in waivers if not waiver.is_plan for noted in waiver.findings
        },
        outcomes={(one.code, one.subject): (one.outcome, one.replaced_by) for one in data.trace},
        parameters={one.name: one.value for one in data.parameters},
        missing=tuple(Address(one.fact, one.subject) for one in data.missing),
        questions=len(data.questions),
        evidence={one.address: one for finding in data.findings for one in finding.evidence},
        responses=tuple(
            (one.code, one.subject, one.response, one.reason, one.by, one.on, one.who, one.until) for one in waivers
        ),
        plans={(one.code or "", one.subject): (one.who, one.until) for one in waivers if one.is_plan},
        has_deadlines=any(one.until for one in waivers if not one.is_plan),
        assumed=tuple(one.written for one in data.assumed),
    )


_TABLE: dict[str, Row] = {
    "A101": (
        "this assessment was saved with schema version {detail}, which this version does not read",
        "この判定結果は形式の版 {detail} で保存されており、この版では読めません",
        f"It reads schema version {SCHEMA_VERSION}; review the project again.",
        f"読めるのは版 {SCHEMA_VERSION} です。事業をもう一度判定してください。",
    ),
    "A102": (
        "this is no assessment of one project",
        "一つの事業の判定結果ではありません",
        "Save one with: advise check project.json -f json -o result.json",
        "advise check project.json -f json -o result.json で保存してください。",
    ),
    "A103": (
        "this saved assessment is damaged at {detail}",
        "保存された判定結果の {detail} が壊れています",
        "Review the project again.",
        "事業をもう一度判定してください。",
    ),
}
