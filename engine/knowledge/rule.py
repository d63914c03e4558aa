"""A rule as data, and a derivation: when they hold, what they report, and how much that weighs.

Nothing here reads files (`load`) or judges what it holds (`check`).
"""

# No `from __future__ import annotations`: msgspec would compile each of them at every start.

from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from ..language.tree import All, Comparison, Fact
from ..problems.problem import Place, Placed, Texts

Severity: TypeAlias = Literal["blocker", "major", "minor", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""Worst first."""
Grade: TypeAlias = Literal[
    "blocker", "major", "minor", "info", "upcoming_blocker", "upcoming_major", "upcoming_minor", "upcoming_info"
]
"""What is concluded of a rule that holds: its severity, and whether its time is still to come."""
_COMING: dict[Severity, Grade] = {
    "blocker": "upcoming_blocker", "major": "upcoming_major", "minor": "upcoming_minor", "info": "upcoming_info"
}  # fmt: skip
_SEVERITY_OF: dict[Grade, Severity] = {grade: severity for severity, grade in _COMING.items()}
GRADES: tuple[Grade, ...] = (*SEVERITIES, *_COMING.values())
"""Worst first; what is still to come is mildest."""
Verdict: TypeAlias = Literal["hold", "insufficient_information", "revise", "proceed"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""Worst first."""
Kind: TypeAlias = Literal["finding", "prediction", "strength"]
"""What a rule reports."""
FoundKind: TypeAlias = Literal["finding", "upcoming", "prediction", "strength"]
"""What a finding is: what its rule reports, or `upcoming` where it is not due yet."""
FOUND_KINDS: tuple[FoundKind, ...] = get_args(FoundKind)
"""In reading order."""


def severity_of(grade: Grade) -> Severity:
    """Return the severity of a grade: the one that it will have, where it is still to come."""
    return _SEVERITY_OF.get(grade, grade)  # type: ignore[arg-type]


def is_upcoming(grade: Grade | None) -> bool:
    """Tell whether what holds is still to come."""
    return grade in _SEVERITY_OF


class Source(Struct, frozen=True):
    """What a rule cites.

    Attributes:
        section: A section of the article.
        ours: True when the rule is not from the article at all.
        inferred: True when what the article says was taken further: its condition or its consequence is our inference.
    """

    section: str | None = None
    statements: tuple[str, ...] = ()
    ours: bool = False
    inferred: bool = False

    @property
    def basis(self) -> Literal["article", "inference", "ours"]:
        """Whose word it is."""
        return "ours" if self.ours else "inference" if self.inferred else "article"


class Loop(Struct, frozen=True):
    """The elements a rule runs over: `for: goal`, or `for: kind in $key_early_kinds`."""

    variable: str
    source: str


class SeverityCase(Struct, frozen=True):
    """A severity and the condition under which it applies (None: otherwise)."""

    severity: Severity
    when: All | None = None


class GradeCase(Struct, frozen=True):
    """A grade and the condition under which it applies (None: otherwise)."""

    grade: Grade
    when: All | None = None


class Due(Struct, frozen=True):
    """From which phase on a rule counts.

    Attributes:
        phase: The first phase in which it does.
        fact: The fact that names the phase.
        earlier: The phases before it.
    """

    phase: str
    fact: str
    earlier: tuple[str, ...]

    @property
    def later(self) -> Comparison:
        """The condition that it is known to count only later."""
        return Comparison(Fact(self.fact, attribute=self.fact), "in", self.earlier)


class Rule(Placed, frozen=True):
    """A rule that reports a finding.

    Attributes:
        name: Its path below the rules folder (`commitment/undeclared`).
        code: What memos and programs cite (`COM-01`).
        severities: The first case that is certain applies; the last has no condition.
        replaces: Codes that it silences about the same subject; all of them when it is about the project.
        causes: For a prediction, the codes of the findings that bring it about.
        asks: Whether its unknown facts are asked; False for a rule that judges only what is stated.
        since: The day from which it holds; None when it has been there from the first version on.
        due: From which phase on it counts; None for always. Where it holds and the phase is known to be an earlier one,
            what it finds is upcoming.
    """

    name: str
    code: str
    area: str
    kind: Kind
    title: Texts
    advice: Texts
    severities: tuple[SeverityCase, ...]
    owner: tuple[str, ...]
    when: All
    source: Source
    loop: Loop | None = None
    severity_note: Texts | None = None
    replaces: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    asks: bool = True
    since: str | None = None
    due: Due | None = None
    place: Place | None = None

    @property
    def over(self) -> str | None:
        """The list or family that it runs over; None where it is about the project."""
        return None if self.loop is None else self.loop.source

    @property
    def worst(self) -> Severity:
        """The worst severity that it can report."""
        return min((case.severity for case in self.severities), key=SEVERITIES.index)

    @property
    def conditions(self) -> tuple[All, ...]:
        """The conditions under which it holds, and has its severities."""
        return (self.when, *(case.when for case in self.severities if case.when is not None))

    def comes_later(self, phase: object) -> bool:
        """Tell whether it is known not to count before a later phase than this one."""
        return self.due is not None and phase in self.due.earlier

    @property
    def grades(self) -> tuple[GradeCase, ...]:
        """Its severities as they are concluded: the first case that is certain applies; an unknown phase delays nothing."""
        now = tuple(GradeCase(case.severity, case.when) for case in self.severities)
        if self.due is None or not self.due.earlier:
            return now
        later = self.due.later
        coming = (
            GradeCase(_COMING[case.severity], All((later,) if case.when is None else (later, case.when)))
            for case in self.severities
        )
        return (*coming, *now)

    @property
    def judged_by(self) -> tuple[All, ...]:
        """The conditions under which it holds, and has its severities as they are concluded."""
        return (self.when, *(case.when for case in self.grades if case.when is not None))


class Line(Struct, frozen=True):
    """One line of a derivation: the value that holds under a condition."""

    value: str
    when: All
    members: str | None = None


class Derivation(Placed, frozen=True):
    """A rule that adds a derived fact: the first line that is certain gives its value."""

    name: str
    concept: str
    area: str
    lines: tuple[Line, ...]
    source: Source
    loop: Loop | None = None
    place: Place | None = None

    @property
    def over(self) -> str | None:
        """The list or family that it runs over; None where it is about the project."""
        return None if self.loop is None else self.loop.source

    @property
    def conditions(self) -> tuple[All, ...]:
        """The conditions of its lines."""
        return tuple(line.when for line in self.lines)
