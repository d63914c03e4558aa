"""The knowledge base as data: its vocabulary, and with it parameters, rules, ledger and verdict policy at one version.

Nothing here reads files (`load`) or judges what it holds (`check`).
"""

# No `from __future__ import annotations`: msgspec would compile each of them at every start.

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, Literal, TypeAlias, get_args

from msgspec import Struct, field

from ..language.tree import All, Comparison, Condition, Parameter, Quantifier, Right, facts_of, read_in, walk
from ..problems.problem import Place, Placed
from ..problems.problem import Texts as Texts
from .plan import PagePlan
from .presentation import Presentation
from .rule import FOUND_KINDS as FOUND_KINDS
from .rule import GRADES as GRADES
from .rule import SEVERITIES as SEVERITIES
from .rule import VERDICTS as VERDICTS
from .rule import Derivation as Derivation
from .rule import Due as Due
from .rule import FoundKind as FoundKind
from .rule import Grade as Grade
from .rule import GradeCase as GradeCase
from .rule import Line as Line
from .rule import Loop as Loop
from .rule import Rule as Rule
from .rule import Severity as Severity
from .rule import SeverityCase as SeverityCase
from .rule import Source as Source
from .rule import Verdict as Verdict
from .rule import is_upcoming as is_upcoming
from .rule import severity_of as severity_of
from .vocabulary import SETTINGS as SETTINGS
from .vocabulary import ConceptDefinition as ConceptDefinition
from .vocabulary import FactDefinition as FactDefinition
from .vocabulary import FactType as FactType
from .vocabulary import ListDefinition as ListDefinition
from .vocabulary import ParameterDefinition as ParameterDefinition
from .vocabulary import Vocabulary as Vocabulary

StatementStatus: TypeAlias = Literal["encoded", "evidence", "context"]
"""What became of a statement of the article."""
STATUSES: tuple[StatementStatus, ...] = get_args(StatementStatus)


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
