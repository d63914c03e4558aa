"""An assessment as its machine form tells it, whether it was made just now or saved long ago by another version.

Only what a comparison needs is read; what is missing in an old form is simply not known. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, TypeAlias

from msgspec import Struct, ValidationError, convert, field
from msgspec.structs import astuple

from ..assess.model import SCHEMA_VERSION, Coverage, Evidence
from ..knowledge.model import FOUND_KINDS, SEVERITIES, FoundKind, Severity, Verdict
from ..problems.problem import MessageRow, Place, ProblemsError, Texts, tabled
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


class _Project(Struct, frozen=True):
    name: str | None = None
    file: str | None = None
    sha256: str | None = None


class _Outcome(Struct, frozen=True):
    code: str
    subject: str | None
    outcome: Literal["holds", "does_not_hold", "cannot_tell"]
    replaced_by: str | None = None


class _Waiver(Struct, frozen=True):
    status: str
    findings: tuple[Noted, ...] = ()
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


class _Parameter(Struct, frozen=True):
    name: str
    value: Any


class _Assumed(Struct, frozen=True):
    written: str


class Edition(Struct, frozen=True, dict=True, eq=False):
    """One assessment, with what is read of its machine form; what an old one did not have yet is not known.

    Attributes:
        remaining: The findings that remain, without those that a waiver leaves out.
    """

    verdict: Verdict
    remaining: tuple[Noted, ...] = field(name="findings")
    trace: tuple[_Outcome, ...]
    about: _Project | None = field(default=None, name="project")
    today: str = ""
    rules_version: str = ""
    product_version: str = ""
    waivers: tuple[_Waiver, ...] | None = None
    used: tuple[_Parameter, ...] = field(default=(), name="parameters")
    questions: tuple[Any, ...] = ()
    assumptions: tuple[_Assumed, ...] = field(default=(), name="assumed")
    predictions: tuple[Noted, ...] = ()
    strengths: tuple[Noted, ...] = ()
    coverage: Coverage | None = None
    verdict_range: tuple[Verdict, Verdict] | None = None

    @property
    def settled(self) -> bool:
        """Whether no answer that is missing could make the verdict worse; an old assessment does not say."""
        return self.verdict_range is None or self.verdict == self.verdict_range[0]

    @property
    def project(self) -> _Project:
        """What it is an assessment of."""
        return self.about or _Project()

    @cached_property
    def findings(self) -> Mapping[NotedKey, Noted]:
        """The findings that remain."""
        return {noted.key: noted for noted in self.remaining}

    @cached_property
    def waived(self) -> Mapping[NotedKey, tuple[str, Noted]]:
        """Each finding that somebody answered, with the status of the answer."""
        answers = (one for one in self.waivers or () if not one.is_plan)
        return {noted.key: (waiver.status, noted) for waiver in answers for noted in waiver.findings}

    @cached_property
    def outcomes(self) -> Mapping[NotedKey, tuple[str, str | None]]:
        """Outcome and replacing code of each rule on each subject."""
        return {(one.code, one.subject): (one.outcome, one.replaced_by) for one in self.trace}

    @cached_property
    def parameters(self) -> Mapping[str, Any]:
        """The values of the parameters that were used."""
        return {one.name: one.value for one in self.used}

    @cached_property
    def evidence(self) -> Mapping[Address, Evidence]:
        """The stated facts that findings rest on."""
        return {one.address: one for noted in self.remaining for one in noted.evidence}

    @cached_property
    def responses(self) -> tuple[tuple[object, ...], ...]:
        """What was decided about findings, without where it stands."""
        return tuple(astuple(one)[2:] for one in self.waivers or ())

    @cached_property
    def plans(self) -> Mapping[NotedKey, tuple[str | None, str | None]]:
        """Who is to put a finding right, and by which day."""
        return {(one.code or "", one.subject): (one.who, one.until) for one in self.waivers or () if one.is_plan}

    @property
    def has_deadlines(self) -> bool:
        """Whether an answer ends on some day."""
        return any(one.until for one in self.waivers or () if not one.is_plan)

    @property
    def assumed(self) -> tuple[str, ...]:
        """What was assumed besides what the file says, as it was written."""
        return tuple(one.written for one in self.assumptions)

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
        edition = convert(data, Edition)
    except ValidationError as error:
        where = str(error).rpartition("`$")[2].strip("`.")
        raise ProblemsError([tabled(_TABLE, "A103", place, detail=where or str(error))]) from error
    told = {noted.key for noted in (*edition.told(), *edition.predictions, *edition.strengths)}
    told |= {noted.key for waiver in edition.waivers or () for noted in waiver.findings}
    for number, one in enumerate(edition.trace):
        if one.outcome == "holds" and one.replaced_by is None and (one.code, one.subject) not in told:
            raise ProblemsError([tabled(_TABLE, "A103", place, detail=f"trace[{number}]")])
    return edition


_TABLE: dict[str, MessageRow] = {
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
