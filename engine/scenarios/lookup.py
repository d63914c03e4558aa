"""Names in sentences, looked up in the vocabulary: a misspelt one fails with the name that was probably meant."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..knowledge.model import FactDefinition, KnowledgeBase, ListDefinition
from ..problems.problem import Texts
from ..project.address import Address, read_address
from . import saying
from .saying import SentenceError, known, nearest_of


def address_of(name: str, kb: KnowledgeBase, there: Collection[str] = (), *, derived: bool = False) -> Address | None:
    """Return what a name means: a fact, a list or an element, or else a derived fact; None for a misspelt one.

    Raises:
        SentenceError: It begins with a list, and there is no such list, or nothing of this name about its elements.
    """
    facts, lists, concepts = kb.vocabulary.facts, kb.vocabulary.lists, kb.vocabulary.concepts
    found = read_address(name, kb.vocabulary, there)
    if found is not None and (found.fact in concepts if derived else found.fact in facts or found.fact in lists):
        return found
    source, slash, rest = name.partition("/")
    if slash:
        listed = lists[known(source, [path for path in lists if not path.startswith("$")], saying.LIST)]
        element, _, attribute = rest.partition(".")
        definitions = concepts.values() if derived else facts.values()
        attributes = [one.attribute for one in definitions if one.source == source]
        known(attribute, attributes, saying.concept_of(source) if derived else saying.fact_of(source))
        known(element, listed.members, saying.element(listed))
    return None


def attribute_of(source: str, attribute: str, kb: KnowledgeBase) -> FactDefinition:
    """Return the definition of a fact of a list's elements."""
    facts = {fact.attribute: fact for fact in kb.vocabulary.facts.values() if fact.source == source}
    known(attribute, facts, saying.fact_of(source))
    return facts[attribute]


def fact_at(path: str, kb: KnowledgeBase) -> FactDefinition | None:
    """Return the definition of the fact at a path; None for a list or an element."""
    found = address_of(path, kb)
    return kb.vocabulary.facts.get(found.fact) if found is not None else None


def list_named(plural: str, kb: KnowledgeBase, *, families: bool = False) -> ListDefinition:
    """Return the list whose elements a sentence names: `seeds`, `KPIs`, or the list's own name."""
    lists: dict[str, ListDefinition] = {}
    for path, listed in kb.vocabulary.lists.items():
        if not path.startswith("$") and (families or not listed.members):
            lists[f"{listed.element}s"] = lists[path.rpartition(".")[2]] = listed
    return lists[known(plural.casefold(), lists, saying.LIST)]


def concept_named(name: str, kb: KnowledgeBase, there: Collection[str] = ()) -> Address:
    """Return the derived fact that a name means: `trust`, `organisations/city.champion` or `municipality.key_player`."""
    concepts = kb.vocabulary.concepts
    found = address_of(name, kb, there, derived=True)
    if found is None or (found.subject is None) != (concepts[found.fact].source is None):
        meant = nearest_of(name, concepts)
        raise SentenceError(
            f"there is no concept '{name}'{meant['en']}", f"導かれる事実「{name}」はありません{meant['ja']}"
        )
    return found


def members_of(concept: str, kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the elements that a concept may list (the outstanding capitals); empty for other concepts."""
    for derivation in kb.derivations:
        if derivation.concept == concept:
            for line in derivation.lines:
                if line.members is not None:
                    lists = kb.vocabulary.lists.values()
                    return tuple(next(listed.members for listed in lists if listed.element == line.members))
    return ()


def code_named(text: str, labels: Mapping[str, Texts]) -> str:
    """Return the code of what a text names by its code or its label in some language; the text where it names nothing.

    >>> code_named("重要", {"major": {"en": "major", "ja": "重要"}})
    'major'
    """
    named = (code for code, texts in labels.items() if text in (code, code.replace("_", " "), *texts.values()))
    return next(named, text)
