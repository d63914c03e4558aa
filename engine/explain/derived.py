"""A derived fact: the rules and facts that rest on it, and for a project its value with the tree that it follows from."""

from __future__ import annotations

from msgspec import Struct

from ..compiled import CompiledKnowledgeBase
from ..knowledge.model import ConceptDefinition, Derivation, KnowledgeBase, Texts
from ..knowledge.words import quoted
from ..language.tree import read_in
from ..problems.problem import LANGUAGES
from ..project.address import read_address, subject_of
from ..project.memory import Derived
from ..project.project import Project
from .fact import Reader, readers_of
from .tree import Explanation, trees


class DerivedAt(Struct, frozen=True):
    """A derived fact of one subject.

    Attributes:
        subject_label: What people call the subject; None for the project.
        state: Its value, and what else is possible.
        tree: Why it is so.
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

    Args:
        name: A derived fact (`commitment.at_top`, `capitals.*.gap`), one of a subject (`capitals/human.gap`,
            `organisations/city.champion`, `municipality.key_player`), or the name of its rule.
        kb: The knowledge base.
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
    """Explain a derived fact.

    Args:
        derivation: What adds it.
        kb: The knowledge base.
        project: The project; without one only what rests on the fact is told.
        subject: The only subject that is meant, where it is about several.
        full: Show every line of every part, not only those that decided.
    """
    path = derivation.concept
    readers = tuple(readers_of(path, kb))
    follow = tuple(kb.vocabulary.concepts[name] for name in _following(path, kb))
    if project is None:
        return DerivedExplanation(derivation, readers, follow)
    _, teller = trees(project, kb, full=full)
    label = kb.vocabulary.concepts[path].label
    name = {language: quoted(label[language], language) for language in LANGUAGES}
    if derivation.loop is None:
        account = teller.accounts.derived(path, None)
        found = DerivedAt(None, None, account.state, teller.derived(account, name))
        return DerivedExplanation(derivation, readers, follow, (found,))
    source, elements = derivation.loop.source, teller.accounts.memory.elements
    if source not in elements:
        return DerivedExplanation(derivation, readers, follow, missing_list=source)
    places = []
    for element in elements[source]:
        about = subject_of(source, element)
        if subject in (None, about):
            account = teller.accounts.derived(path, element)
            label = teller.drafter.labels[about]
            places.append(DerivedAt(about, label, account.state, teller.derived(account, name)))
    return DerivedExplanation(derivation, readers, follow, tuple(places))


def _following(path: str, kb: KnowledgeBase) -> list[str]:
    return [one.concept for one in kb.derivations if path in read_in(line.when for line in one.lines)]
