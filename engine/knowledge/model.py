"""The knowledge base as data: its vocabulary, and with it parameters, rules, ledger and verdict policy at one version.

Nothing here reads files (`load`) or judges what it holds (`check`).
"""

# No `from __future__ import annotations`: msgspec would compile each of them at every start.

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, Literal, TypeAlias, get_args

from msgspec import Struct, field

from ..language.tree import All, Comparison, Condition, Fact, Parameter, Quantifier, Right, facts_of, read_in, walk
from ..problems.problem import Place, Placed
from ..problems.problem import Texts as Texts
from .plan import PagePlan
from .presentation import Presentation
from .vocabulary import SETTINGS as SETTINGS
from .vocabulary import ConceptDefinition as ConceptDefinition
from .vocabulary import FactDefinition as FactDefinition
from .vocabulary import FactType as FactType
from .vocabulary import ListDefinition as ListDefinition
from .vocabulary import ParameterDefinition as ParameterDefinition
from .vocabulary import Vocabulary as Vocabulary

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
StatementStatus: TypeAlias = Literal["encoded", "evidence", "context"]
"""What became of a statement of the article."""
STATUSES: tuple[StatementStatus, ...] = get_args(StatementStatus)


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


class Statement(Placed, frozen=True):
    """A statement of the article, in our words, and what became of it."""

    number: str
    section: str
    text: Texts
    status: StatementStatus
    rules: tuple[str, ...] = ()
    reason: Texts | None = None
    place: Place | None = None


class MustKnow(Struct, frozen=True):
    """A fact without which no verdict is given, and when that is so."""

    fact: str
    when: All | None = None


class VerdictCase(Struct, frozen=True):
    """One step of the ladder: the verdict when a finding of this severity remains, or when a must-know fact is missing."""

    verdict: Verdict
    severity: Severity | None = None
    missing: bool = False


class VerdictPolicy(Struct, frozen=True):
    """How findings and must-know facts make a verdict.

    Attributes:
        phase: The fact that names the project's phase; its values are in the order of time.
        unsettled_labels: What a verdict is called while a missing answer could still make it a worse one, where that differs.
    """

    must_know: tuple[MustKnow, ...]
    cases: tuple[VerdictCase, ...]
    verdict_labels: Mapping[str, Texts]
    verdict_meanings: Mapping[str, Texts]
    severity_labels: Mapping[str, Texts]
    phase: str | None = None
    unsettled_labels: Mapping[str, Texts] = {}


class Area(Struct, frozen=True):
    """A rule area.

    Attributes:
        name: Its folder.
        step: The step of the road map that it belongs to; None for none.
        phases: The phases of a project in which this step is the present one.
    """

    name: str
    title: Texts
    step: int | None = None
    phases: tuple[str, ...] = ()


class Article(Struct, frozen=True):
    """The source that the statements are taken from, as far as it is known; it is only shown.

    Attributes:
        journal: Where and when it was printed.
    """

    title: Texts
    authors: Texts | None = None
    institute: Texts | None = None
    journal: Texts | None = None


class GivenUp(Struct, frozen=True):
    """A code that no rule has any more: the code of the rule that tells it now, and why."""

    code: str
    now: str
    reason: Texts


class KnowledgeBase(Struct, frozen=True, eq=False, dict=True):
    """Everything that decides an assessment, at one version.

    Attributes:
        version: The first 12 hex digits of the SHA-256 over all rule files' names and contents; what is only shown does not
            count.
        derivations: In an order in which each reads only earlier ones.
        owners: Who can act on a finding, with what a memo calls them.
        presentation: What reports show besides the rules.
        article: The source that it is taken from; None where it names none.
        given_up: The codes that were given up.
        plan: What the interview asks on which page; an empty one where it names none.
        cache_key: What identifies it in the cache; None for one that was not loaded, or changed since.
    """

    folder: str
    version: str
    vocabulary: Vocabulary
    parameters: Mapping[str, ParameterDefinition]
    areas: Mapping[str, Area]
    rules: tuple[Rule, ...]
    derivations: tuple[Derivation, ...]
    verdict: VerdictPolicy
    statements: Mapping[str, Statement]
    owners: Mapping[str, Texts] = field(default_factory=dict)
    presentation: Presentation = Presentation()
    article: Article | None = None
    given_up: Mapping[str, GivenUp] = field(default_factory=dict)
    plan: PagePlan = PagePlan()
    cache_key: ClassVar[str | None] = None

    def __repr__(self) -> str:
        """Name it; all that it holds would fill pages."""
        return f"KnowledgeBase(folder={self.folder!r}, version={self.version!r})"

    def rule(self, code: str) -> Rule:
        """Return the rule with this code; raises KeyError when there is none."""
        return self.by_code[code]

    def reads(self, rule: Rule) -> tuple[str, ...]:
        """Return the facts that a rule reads, in its order, each once; in place of what is derived, what that is derived from."""
        return tuple(dict.fromkeys(self._read_in((rule.when,))))

    def _read_in(self, conditions: Iterable[Condition]) -> Iterator[str]:
        for fact in (fact for condition in conditions for fact in facts_of(condition)):
            derivation = self.by_concept.get(fact.path)
            if derivation is None:
                yield fact.path
            else:
                yield from self._read_in(derivation.conditions)

    def behind(self, conditions: Iterable[Condition]) -> set[str]:
        """Return the facts, derived facts and lists that conditions read, with all that those are derived from."""
        found, waiting = set[str](), read_in(conditions)
        while waiting:
            found |= waiting
            derived = [self.by_concept[name].conditions for name in waiting if name in self.by_concept]
            waiting = {name for several in derived for name in read_in(several)} - found
        return found

    @cached_property
    def by_concept(self) -> Mapping[str, Derivation]:
        """What each derived fact is derived by."""
        return {one.concept: one for one in self.derivations}

    @cached_property
    def by_code(self) -> Mapping[str, Rule]:
        """The rules by their codes."""
        return {rule.code: rule for rule in self.rules}

    @cached_property
    def causing(self) -> frozenset[str]:
        """The codes of what leads to something that may follow."""
        return frozenset(code for rule in self.rules for code in rule.causes)

    @cached_property
    def cited(self) -> Mapping[str, int]:
        """By the code of each rule the place of the first statement that it cites of its own section; the last for none."""
        places: dict[tuple[str | None, str], int] = {}
        for number, statement in self.statements.items():
            places[statement.section, number] = len(places)
        found = {}
        for rule in self.rules:
            own = [places[key] for one in rule.source.statements if (key := (rule.source.section, one)) in places]
            found[rule.code] = min(own, default=len(places))
        return found

    @cached_property
    def stopping(self) -> tuple[Rule, ...]:
        """The rules that may find what stops a project."""
        return tuple(rule for rule in self.rules if rule.kind == "finding" and rule.worst == SEVERITIES[0])

    @cached_property
    def silencers(self) -> Mapping[str, tuple[Rule, ...]]:
        """By the code of each rule that others replace, those others."""
        pairs = ((rule, tuple(winner for winner in self.rules if rule.code in winner.replaces)) for rule in self.rules)
        return {rule.code: winners for rule, winners in pairs if winners}

    def conditions(self) -> list[Condition]:
        """Return every condition of the knowledge base: rules, severities, derivations, verdict policy."""
        found: list[Condition] = []
        for rule in self.rules:
            found.extend(rule.judged_by)
        for derivation in self.derivations:
            found.extend(derivation.conditions)
        found.extend(must.when for must in self.verdict.must_know if must.when is not None)
        return found

    @cached_property
    def parameters_used(self) -> Mapping[str, ParameterDefinition]:
        """The parameters that some rule reads, by name."""
        looped: list[Rule | Derivation] = [*self.rules, *self.derivations]
        names = {one.loop.source[1:] for one in looped if one.loop is not None and one.loop.source.startswith("$")}
        conditions = [condition for one in looped for condition in one.conditions]
        conditions += [must.when for must in self.verdict.must_know if must.when is not None]
        for node in (node for condition in conditions for node in walk(condition)):
            right = node.right if isinstance(node, Comparison) else getattr(node, "bound", None)
            if isinstance(right, Parameter):
                names.add(right.name)
            if isinstance(node, Quantifier) and node.source.startswith("$"):
                names.add(node.source[1:])
        return {name: definition for name, definition in self.parameters.items() if name in names}


def constant(right: Right, kb: KnowledgeBase) -> Any:
    """Return the value of a right side that is not a fact; parameters are looked up."""
    if not isinstance(right, Parameter):
        return right
    value = kb.parameters[right.name].value
    return value if right.part is None or not isinstance(value, tuple) else value[0 if right.part == "low" else 1]
