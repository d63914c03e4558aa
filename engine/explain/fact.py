"""A fact, stated or derived: which rules read it, what it is and where that stands, and what follows from each of its values.

Every value that rules can tell apart is tried with everything else as it is; for a list, none and one element.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ..assess import assess
from ..assess.findings import placed
from ..assess.model import Evidence
from ..assess.space import Unknown
from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import SEVERITIES, ConceptDefinition, Derivation, KnowledgeBase, Rule, Severity, Texts, Verdict
from ..knowledge.words import quoted
from ..language.tree import read_in
from ..problems.problem import LANGUAGES
from ..project.address import Address, read_address, subject_of
from ..project.memory import Derived, Value
from ..project.project import Project
from ..whatif.changes import value_of
from ..whatif.effects import Effect, WhatIf
from .tree import Explanation, trees


class Reader(Struct, frozen=True):
    """A rule that a fact can reach.

    Attributes:
        through: The derived facts between them; empty when the rule reads the fact itself.
        severity: The worst severity that the rule reports.
    """

    rule: Rule
    through: tuple[str, ...]
    severity: Severity


class FactAt(Struct, frozen=True):
    """A fact of one subject.

    Attributes:
        stated: The value with its place, None while it is unknown.
        current: The value that is the present one among `effects`, None while it is unknown.
        effects: What each value would change; of the present value nothing.
    """

    subject: str | None
    stated: Evidence | None
    current: Value | None
    effects: tuple[Effect, ...]


class FactExplanation(Struct, frozen=True):
    """A fact, the rules that it can reach, and where the project has it.

    Attributes:
        verdict: The verdict as things stand; None without a project.
        missing_list: The list that is not stated, so that there is nothing of which the fact could be known.
    """

    fact: str
    readers: tuple[Reader, ...]
    places: tuple[FactAt, ...]
    verdict: Verdict | None = None
    missing_list: str | None = None


def named_fact(name: str, kb: KnowledgeBase) -> Address | None:
    """Return the fact or list that a name means; None when there is none."""
    found = read_address(name, kb.vocabulary)
    if found is None or found.fact in kb.vocabulary.facts:
        return found
    listed = kb.vocabulary.lists.get(found.fact)
    return found if listed is not None and listed.is_stated and found.subject is None else None


def explain_fact(
    key: Address, kb: CompiledKnowledgeBase, project: Project | None = None, *, today: str = ""
) -> FactExplanation:
    """Explain a fact of every subject, or of the only one that is meant; without a project only the rules are told."""
    fact, subject = key
    readers = tuple(readers_of(fact, kb))
    if project is None:
        return FactExplanation(fact, readers, ())
    assessment = assess(project, kb, today=today or None, interpreter="evaluate", asking=False)
    what_if = WhatIf(kb, project.memory, assessment.waived)
    memory = what_if.now.memory
    definition = kb.vocabulary.facts.get(fact)
    source = definition.source if definition is not None else None
    if source is not None and source not in memory.elements:
        return FactExplanation(fact, readers, (), assessment.verdict, source)
    subjects: list[str | None] = [None]
    if source is not None:
        subjects = [subject_of(source, element["id"]) for element in memory.elements[source]]
    places = tuple(_at(fact, one, what_if, project) for one in subjects if subject is None or one == subject)
    return FactExplanation(fact, readers, places, assessment.verdict)


def _at(fact: str, subject: str | None, what_if: WhatIf, project: Project) -> FactAt:
    kb = what_if.kb
    stated = project.stated.get(Address(fact, subject))
    current: Value | None = None
    if fact in kb.vocabulary.lists:
        known = fact in what_if.now.memory.elements
        unknown = Unknown(fact, subject, () if known else (0.0, 1.0))
    else:
        current = value_of(Address(fact, subject), what_if.now.memory, kb)
        values = what_if.space.values(kb.vocabulary.facts[fact], what_if.now.memory)
        if current is not None and current not in values:
            values = (current, *values)
        unknown = Unknown(fact, subject, tuple(dict.fromkeys(values)))
    evidence = placed(stated, project) if stated is not None else None
    return FactAt(subject, evidence, current, what_if.effects(unknown))


def readers_of(fact: str, kb: KnowledgeBase) -> Iterable[Reader]:
    """Return the rules that a fact can reach: those that read it themselves first, the gravest first."""
    through = {fact}
    for derivation in kb.derivations:  # in an order in which each reads only earlier ones
        if through & {*read_in(derivation.conditions), derivation.over}:
            through.add(derivation.concept)
    found = []
    for rule in kb.rules:
        reached = through & {*read_in(rule.conditions), rule.over}
        if reached:
            found.append(Reader(rule, () if fact in reached else tuple(sorted(reached)), rule.worst))
    return sorted(found, key=lambda one: (bool(one.through), SEVERITIES.index(one.severity), one.rule.code))


class DerivedAt(Struct, frozen=True):
    """A derived fact of one subject.

    Attributes:
        subject_label: What people call the subject; None for the project.
        state: Its value, and what else is possible.
    """

    subject: str | None
    subject_label: Texts | None
    state: Derived
    tree: Explanation


class DerivedExplanation(Struct, frozen=True):
    """A derived fact, what rests on it, and where a project stands with it.

    Attributes:
        follow: The derived facts that read it themselves.
        missing_list: The list that the project does not state, so that there is nothing that it could be about.
    """

    derivation: Derivation
    readers: tuple[Reader, ...]
    follow: tuple[ConceptDefinition, ...]
    places: tuple[DerivedAt, ...] = ()
    missing_list: str | None = None


def named_derived(name: str, kb: KnowledgeBase) -> tuple[Derivation, str | None] | None:
    """Return the derivation that a name means, and the one subject that is meant; None when there is none.

    A name is a derived fact (`commitment.at_top`, `capitals.*.gap`), one of a subject (`capitals/human.gap`,
    `organisations/city.champion`, `municipality.key_player`), or the name of its rule.
    """
    found = read_address(name, kb.vocabulary)
    for derivation in kb.derivations:
        if name == derivation.name:
            return derivation, None
        if found is not None and found.fact == derivation.concept:
            return derivation, found.subject
    return None


def explain_derived(
    derivation: Derivation,
    kb: CompiledKnowledgeBase,
    project: Project | None = None,
    *,
    subject: str | None = None,
    full: bool = False,
) -> DerivedExplanation:
    """Explain a derived fact of every subject, or of the only one that is meant.

    Without a project only what rests on the fact is told; in full, every line of every part, not only those that
    decided.
    """
    path = derivation.concept
    readers = tuple(readers_of(path, kb))
    follow = tuple(kb.vocabulary.concepts[one.concept] for one in kb.derivations if path in read_in(one.conditions))
    if project is None:
        return DerivedExplanation(derivation, readers, follow)
    _, teller = trees(project, kb, full=full)
    name = {language: quoted(kb.vocabulary.concepts[path].label[language], language) for language in LANGUAGES}
    source = derivation.over
    elements = [None] if source is None else teller.accounts.memory.elements.get(source)
    if elements is None:
        return DerivedExplanation(derivation, readers, follow, missing_list=source)
    places = []
    for element in elements:
        about = None if source is None or element is None else subject_of(source, element["id"])
        if about is None or subject in (None, about):
            account = teller.accounts.derived(path, element)
            label = None if about is None else teller.drafter.labels[about]
            places.append(DerivedAt(about, label, account.state, teller.derived(account, name)))
    return DerivedExplanation(derivation, readers, follow, tuple(places))
