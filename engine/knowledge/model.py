"""The knowledge base as data: vocabulary, parameters, rules, ledger and verdict policy at one version.

Nothing here reads files (`load`) or judges what it holds (`check`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, Literal, TypeAlias

from msgspec import Struct, field

from ..language.tree import All, Comparison, Condition, Parameter, Quantifier, walk
from ..problems.problem import Place, Placed
from ..problems.problem import Texts as Texts
from .presentation import Presentation

FactType: TypeAlias = Literal["bool", "enum", "set", "int", "number", "text", "texts", "refs"]
Severity: TypeAlias = Literal["blocker", "major", "minor", "info"]
SEVERITIES: tuple[Severity, ...] = ("blocker", "major", "minor", "info")
"""Worst first."""
SETTINGS = ("$schema", "lang", "responses", "asked")
"""What a project document keeps at its top for itself: no fact can be called so."""
Verdict: TypeAlias = Literal["hold", "insufficient_information", "revise", "proceed"]
Kind: TypeAlias = Literal["finding", "prediction", "strength"]
Status: TypeAlias = Literal["encoded", "evidence", "context"]
"""What became of a statement of the article."""


class FactDefinition(Struct, frozen=True):
    """A declared fact.

    Attributes:
        path: Its public name (`organisations[].kind`, `capitals.*.assessed`, `top.visited_site`).
        type: What values it takes. `texts` is a list of free texts, `refs` a list of ids.
        values: The allowed values of an enum or set, with their labels.
        source: The list or family it belongs to, None for a fact of the project.
        attribute: The part of the path after that source; the whole path for a fact of the project.
        target: For refs, the list that the ids point into.
        effort: What changing it takes: fixed, decide, arrange, join (and never leave for it) or build.
    """

    path: str
    type: FactType
    values: Mapping[str, Texts]
    label: Texts
    question: Texts
    help: Texts | None = None
    effort: str = "decide"
    unit: str | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    target: str | None = None
    source: str | None = None
    attribute: str = ""


class ListDefinition(Struct, frozen=True):
    """A list of the project (`organisations`), a family of fixed members (`capitals`) or a set parameter's values.

    Attributes:
        path: Its name; `$key_early_kinds` for the values of a parameter.
        element: The name that rules bind its elements to.
        complete: `stated` when the list is complete as soon as it is there, `declared` when the project must say so
            (`complete.<path>`), `fixed` for families and parameter values.
        members: The fixed members with their labels; empty for a list.
    """

    path: str
    element: str
    complete: Literal["stated", "declared", "fixed"]
    label: Texts
    element_label: Texts
    question: Texts | None = None
    members: Mapping[str, Texts] = field(default_factory=dict)

    def path_of(self, attribute: str) -> str:
        """Return the name that the vocabulary has for a fact of its elements."""
        if self.path.startswith("$"):
            return self.path if attribute == "id" else f"{self.path}.{attribute}"
        return f"{self.path}{'.*.' if self.members else '[].'}{attribute}"


class ConceptDefinition(Placed, frozen=True):
    """A derived fact: its path, its values with labels, and whether it is a working concept (not in the machine form)."""

    path: str
    values: Mapping[str, Texts]
    label: Texts
    working: bool = False
    source: str | None = None
    attribute: str = ""
    place: Place | None = None


class Vocabulary(Struct, frozen=True):
    """All declared facts, lists and concepts, by path."""

    facts: Mapping[str, FactDefinition]
    lists: Mapping[str, ListDefinition]
    concepts: Mapping[str, ConceptDefinition]

    def definition(self, path: str) -> FactDefinition | ConceptDefinition | None:
        """Return the fact or concept of this name; None when there is none."""
        return self.facts.get(path) or self.concepts.get(path)

    def definitions(self) -> Iterator[FactDefinition | ConceptDefinition]:
        """Yield every fact and every concept."""
        yield from self.facts.values()
        yield from self.concepts.values()


class ParameterDefinition(Placed, frozen=True):
    """A named, sourced quantity: number, text list, or a band of two numbers.

    Attributes:
        value: A number, a tuple of texts, or a (low, high) pair when `band`.
        ours: True when the value is this product's judgement and not the article's.
        since: The day from which it holds, where it is known.
        reason: Why a profile overrides it; None when it is not overridden.
    """

    name: str
    value: int | float | tuple[str | int | float, ...]
    label: Texts
    note: Texts | None = None
    source: str | None = None
    ours: bool = False
    band: bool = False
    since: str | None = None
    reason: str | None = None
    place: Place | None = None


class Source(Struct, frozen=True):
    """What a rule cites: a section of the article and numbered statements; `ours` when it is not from the article."""

    section: str | None = None
    statements: tuple[str, ...] = ()
    ours: bool = False


class Loop(Struct, frozen=True):
    """The elements a rule runs over: `for: goal`, or `for: kind in $key_early_kinds`."""

    variable: str
    source: str


class SeverityCase(Struct, frozen=True):
    """A severity and the condition under which it applies (None: otherwise)."""

    severity: Severity
    when: All | None = None


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
    place: Place | None = None


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


class Statement(Placed, frozen=True):
    """A statement of the article, in our words, and what became of it."""

    number: str
    section: str
    text: Texts
    status: Status
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
    """How findings and must-know facts make a verdict."""

    must_know: tuple[MustKnow, ...]
    cases: tuple[VerdictCase, ...]
    verdict_labels: Mapping[str, Texts]
    verdict_meanings: Mapping[str, Texts]
    severity_labels: Mapping[str, Texts]


class Area(Struct, frozen=True):
    """A rule area: its folder name, title, and the step of the article it belongs to (None: none)."""

    name: str
    title: Texts
    step: int | None = None


class KnowledgeBase(Struct, frozen=True, eq=False, dict=True):
    """Everything that decides an assessment, at one version.

    Attributes:
        version: The first 12 hex digits of the SHA-256 over all rule files' names and contents; what is only shown does not
            count.
        derivations: In an order in which each reads only earlier ones.
        owners: Who can act on a finding, with what a memo calls them.
        presentation: What reports and interviews show besides the rules.
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
    cache_key: ClassVar[str | None] = None

    def __repr__(self) -> str:
        """Name it; all that it holds would fill pages."""
        return f"KnowledgeBase(folder={self.folder!r}, version={self.version!r})"

    def rule(self, code: str) -> Rule:
        """Return the rule with this code; raises KeyError when there is none."""
        return self._by_code[code]

    @cached_property
    def _by_code(self) -> dict[str, Rule]:
        return {rule.code: rule for rule in self.rules}

    @cached_property
    def silencers(self) -> tuple[tuple[Rule, tuple[Rule, ...]], ...]:
        """The rules that others replace, each with those others."""
        pairs = ((rule, tuple(winner for winner in self.rules if rule.code in winner.replaces)) for rule in self.rules)
        return tuple((rule, winners) for rule, winners in pairs if winners)

    def conditions(self) -> list[Condition]:
        """Return every condition of the knowledge base: rules, severities, derivations, verdict policy."""
        found: list[Condition] = []
        for rule in self.rules:
            found.append(rule.when)
            found.extend(case.when for case in rule.severities if case.when is not None)
        for derivation in self.derivations:
            found.extend(line.when for line in derivation.lines)
        found.extend(must.when for must in self.verdict.must_know if must.when is not None)
        return found

    @cached_property
    def parameters_used(self) -> Mapping[str, ParameterDefinition]:
        """The parameters that some rule reads, by name."""
        looped: list[Rule | Derivation] = [*self.rules, *self.derivations]
        names = {one.loop.source[1:] for one in looped if one.loop is not None and one.loop.source.startswith("$")}
        for condition in {id(condition): condition for condition in self.conditions()}.values():
            for node in walk(condition):
                if isinstance(node, Quantifier) and node.source.startswith("$"):
                    names.add(node.source[1:])
                read = (
                    node.right if isinstance(node, Comparison) else node.bound if isinstance(node, Quantifier) else None
                )
                if isinstance(read, Parameter):
                    names.add(read.name)
        return {name: definition for name, definition in self.parameters.items() if name in names}
