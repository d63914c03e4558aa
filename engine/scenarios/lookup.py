"""Names in sentences, looked up in the vocabulary: a misspelt one fails with the name that was probably meant."""

from __future__ import annotations

from ..knowledge.model import FactDefinition, KnowledgeBase, ListDefinition
from . import saying
from .saying import SentenceError, known, nearest_of


def split(path: str, kb: KnowledgeBase) -> tuple[str | None, str, str | None]:
    """Split a path into list, element and attribute; the list is None for what belongs to the project.

    A subject alone (`organisations/city`) has no attribute.
    """
    source, slash, rest = path.partition("/")
    if not slash:
        return None, "", None
    known(source, [name for name in kb.vocabulary.lists if not name.startswith("$")], saying.LIST)
    element, dot, attribute = rest.partition(".")
    return source, element, attribute if dot else None


def attribute_of(source: str, attribute: str, kb: KnowledgeBase) -> FactDefinition:
    """Return the definition of a fact of a list's elements."""
    facts = {fact.attribute: fact for fact in kb.vocabulary.facts.values() if fact.source == source}
    known(attribute, facts, saying.fact_of(source))
    return facts[attribute]


def fact_at(path: str, kb: KnowledgeBase) -> FactDefinition | None:
    """Return the definition of the fact at a path; None for a list or an element."""
    source, _, attribute = split(path, kb)
    if source is None:
        return kb.vocabulary.facts.get(path)
    return None if attribute is None else attribute_of(source, attribute, kb)


def list_named(plural: str, kb: KnowledgeBase, *, families: bool = False) -> ListDefinition:
    """Return the list whose elements a sentence names: `seeds`, `KPIs`, or the list's own name.

    Args:
        plural: The name.
        kb: The knowledge base.
        families: Whether families of fixed members count as well.
    """
    lists: dict[str, ListDefinition] = {}
    for path, listed in kb.vocabulary.lists.items():
        if not path.startswith("$") and (families or not listed.members):
            lists[f"{listed.element}s"] = lists[path.rpartition(".")[2]] = listed
    return lists[known(plural.casefold(), lists, saying.LIST)]


def concept_named(name: str, kb: KnowledgeBase) -> str:
    """Return the path of a concept: for `trust`, `organisations/city.champion` or `municipality.key_player`."""
    concepts = kb.vocabulary.concepts
    if name in concepts and concepts[name].source is None:
        return name
    source, element, attribute = split(name, kb)
    if source is None:
        element, _, attribute = name.partition(".")
        source = parameter_with(element, kb)
    if source is None:
        meant = nearest_of(name, concepts)
        raise SentenceError(
            f"there is no concept '{name}'{meant['en']}", f"導かれる事実「{name}」はありません{meant['ja']}"
        )
    of_source = {concept.attribute: path for path, concept in concepts.items() if concept.source == source}
    return of_source[known(attribute or "", of_source, saying.concept_of(source))]


def parameter_with(value: str, kb: KnowledgeBase) -> str | None:
    """Return the list made of a parameter's values that has this value, such as `$key_early_kinds`."""
    for path in kb.vocabulary.lists:
        if path.startswith("$") and value in values_of(path, kb):
            return path
    return None


def values_of(path: str, kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the values of a list that is made of a parameter's."""
    value = kb.parameters[path.removeprefix("$")].value
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def members_of(concept: str, kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the elements that a concept may list (the outstanding capitals); empty for other concepts."""
    for derivation in kb.derivations:
        if derivation.concept == concept:
            for line in derivation.lines:
                if line.members is not None:
                    lists = kb.vocabulary.lists.values()
                    return tuple(next(listed.members for listed in lists if listed.element == line.members))
    return ()
